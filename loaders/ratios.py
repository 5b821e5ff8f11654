"""One number set against another: 师生比1:18, 按8:2的比例分担; 8:30 is a time of the day and 1:500 a scale."""

import re

RATIO = r"(?<![\d:：∶])\d{1,4}(?:\.\d{1,2})?\s*[:：∶比]\s*\d{1,5}(?:\.\d{1,2})?(?![\d:：∶]|\.\d|[%％])"
"""Two numbers and the mark between them."""

CONTEXT = 16  # characters before a ratio in which a word for it stands: 生师比原则上不得高于
NAMED = re.compile(r"(?:比(?![如较赛对])|比例|比率|之比|配比)[^，。；:：\d]{0,12}$")
SHARED = re.compile(r"的?(?:比例|比率|标准|配备|配置|配套|设置|分担|承担|分配|分成|给予|折算)")


def is_ratio(text: str, start: int, end: int) -> bool:
    """Whether the two numbers at [start, end) are a ratio: 比 stands before them, or what is shared out behind."""
    if text[max(0, start - CONTEXT) : start].endswith("比例尺"):
        return False
    return bool(NAMED.search(text, max(0, start - CONTEXT), start) or SHARED.match(text, end))
