"""What holds digits or numerals but states no quantity: names in quotes, titles, dates, document numbers, ordinals."""

import re

from graph.ids import ANNOUNCED, NUMBER, ORDER
from graph.numerals import NUMERAL
from loaders.ratios import is_ratio

BLANK = "\0"  # stands for each character that is hidden, so that offsets stay

YEAR = r"(?:19|20)\d\d|[一二][〇零○九][〇零○一二三四五六七八九]{2}"
TIE = r"\s*[-—–－~～至到、]+\s*"
PASSAGE_LENGTH = 20  # a quotation with a comma and more characters than this is a passage of text, not a name

QUOTED = re.compile(r"“([^“”]*)”|「([^「」]*)」|‘([^‘’]*)’|\"([^\"]*)\"")
TITLE = re.compile(r"《[^《》]*(?:《[^《》]*》[^《》]*)*》")
PLAN = re.compile(r"“[一二三四五六七八九十]{1,3}五”")  # the five-year plans
HIDDEN = re.compile(
    rf"""
    (?:^|(?<=[。；;\s]))\d{{1,2}}．(?=\d)                                                # 3．10种: a list's number
    | (?:{YEAR})(?:\s*年?(?:度|底|末)?{TIE}(?:{YEAR}|\d\d(?!\d))){{0,4}}\s*(?:学年度?|年度?|届|级) # 2021—2025年
    | (?:{YEAR})\s*[./-]\s*\d{{1,2}}\s*[./-]\s*\d{{1,2}}                             # 2021-11-23
    | (?:\d{{1,2}}|[一二三四五六七八九十]{{1,2}})月                            # 6月, 9月1日至10日
      (?:份|\d{{1,2}}日(?:{TIE}\d{{1,2}}日)?|[一二三]?十?[一二三四五六七八九十]日)?
      (?:{TIE}\d{{1,2}}月(?:\d{{1,2}}日)?)*
    | (?<=每月)(?:\d{{1,2}}|{NUMERAL})[日号]                                          # 每月25日前
    | \d{{1,2}}[时点]\d{{1,2}}分?|(?P<clock>\d{{1,2}}[:：]\d\d(?!\d))               # 8时40分
    | 第\s*(?:\d+|{NUMERAL})                                                         # 第65次, 第2、第4位, 第5至8条
      (?:{TIE}第\s*(?:\d+|{NUMERAL})|{TIE}{NUMERAL}|\s*[-—~～至到]\s*\d+)*
      (?:、\d+(?=(?:、\d+){{0,6}}[项条款章节]))*                                         # 第2、4、5项
    | “[一二三四五六七八九十]{{1,3}}五”
    | (?<=届)\s*(?:\d{{1,3}}|{NUMERAL})次(?:、{NUMERAL}次)*                              # 第15届130次常务会议
    | (?:\d{{1,2}}|[一二三四五六七八九十]{{1,3}})届(?=[一二三四五六七八九][中次]|全国|人大|省委|市委)  # 二十届三中全会
    | \d{{1,3}}号楼(?:\d{{1,3}}层)?                                                  # 3号楼5层
    | 最多跑(?:一|1)次                                                               # the name of a reform
    | (?:附件|附表|附录|专栏|(?<![\u4e00-\u9fff])[表图]|(?<=[见如附])[表图])               # 附件2, 表3; not 代表5名
      \s*\d+(?:[-—.]\d+)*(?!\d|[个名人所张份幅台])
    | (?<![0-9A-Za-z])[0-9A-Za-z一二三四五六七八九十]{{1,12}}                          # 1+X, 3+2
      (?:\s*[+＋]\s*[0-9A-Za-z一二三四五六七八九十]{{1,12}})+
    | (?:(?<=[（(，,]含)|(?<=不含))(?:不满|不足)?\s*\d[\d.,]*                              # 6万元以上（含6万元）
    """,
    re.VERBOSE,
)


def masked(text: str) -> str:
    """`text` with all that can hold no quantity turned into BLANK, each character for itself.

    A quotation is a name (“3+2”, “百校万企”) unless it is long and has a comma or full stop inside (a passage that
    amends another text).
    """
    return HIDDEN.sub(_blank_number, without_names(text))


def without_names(text: str) -> str:
    """`text` with titles, document numbers and quoted names turned into BLANK; dates and plans (“十四五”) stay."""
    for pattern in (NUMBER, ORDER, ANNOUNCED):
        text = pattern.sub(_blank_behind_code, text)
    return QUOTED.sub(_blank_name, TITLE.sub(_blank, text))


def _blank(match: re.Match[str]) -> str:
    return BLANK * len(match.group())


def _blank_number(match: re.Match[str]) -> str:
    """What looks like a time of the day stays where it is a ratio."""
    if match["clock"] and is_ratio(match.string, match.start(), match.end()):
        return match.group()
    return _blank(match)


def _blank_behind_code(match: re.Match[str]) -> str:
    """The issuer's code stays: where it begins is not sure."""
    return match["code"] + BLANK * (match.end() - match.end("code"))


def _blank_name(match: re.Match[str]) -> str:
    inside = match.group()
    passage = len(inside) > PASSAGE_LENGTH and re.search(r"[，。；,;]", inside)
    return inside if passage or PLAN.fullmatch(inside) else BLANK * len(inside)
