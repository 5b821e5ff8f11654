"""Invented works in any scheme of numbering, and the ways in which they are set out: drawn by hypothesis."""

import re
from dataclasses import dataclass, replace
from random import Random

from hypothesis import strategies as st

from graph.ids import CIRCLED
from graph.numerals import write_numeral

SCHEMES = (
    ("section", "bracket", "item", "digit", "circled"),
    ("section", "item", "digit"),
    ("bracket", "item", "digit"),
    ("item", "digit", "circled"),
    ("section", "bullet"),
    ("section", "bracket", "bullet"),
    ("portion", "section", "bracket", "item"),
    ("book", "chapter", "division", "section", "bracket"),
    ("chapter", "division", "section", "bracket"),
    ("chapter", "article", "bracket", "item"),
    ("part", "subpart", "chapter", "division", "article", "bracket"),
    ("article", "bracket", "item"),
    ("decimal",),
)
UNITS = {
    "part": "编",
    "subpart": "分编",
    "book": "篇",
    "portion": "部分",
    "chapter": "章",
    "division": "节",
    "article": "条",
}
CHAPTERS = [kind for kind in UNITS if kind != "article"]
STEPS = {"section": "{cn}", "bracket": "（{cn}）", "item": "{n}", "digit": "（{n}）", "bullet": "—{n}"}
FORMS = {
    "section": ("{cn}、", "{cn}．"),
    "bracket": ("（{cn}）", "({cn})", "（{cn})"),
    "item": ("{n}.", "{n}．", "{n}、", "{wide}．"),
    "digit": ("（{n}）", "({n})", "{n}）", "（{wide}）"),
    "bullet": ("——", "●", "■", "◆"),
}
SENTENCES = (
    "各地要统筹推进第{}批示例工作，健全长效机制，加大投入力度。",
    "到2025年，建成示范学校{}所以上，覆盖率达到95.5%。",
    "由市教育局牵头，市财政局、市人力资源社会保障局配合，完成第{}项任务。",
    "支持有条件的县（市、区）开展试点，探索“学校+企业+社区”模式{}。",
    "对违反本办法第三条、第五条第二款规定的，依照《示例省教育条例》第十二条处理{}。",
    "小学一、二年级不布置书面家庭作业，三至六年级书面作业平均完成时间不超过{}分钟。",
    "严格落实《关于加强示例工作的意见》（示政办〔2021〕{}号），做到“六个一”：一是制度健全；二是责任到人。",
    "符合下列条件之一的可以申请：（1）年满{}周岁；（2）身体健康；（3）品行端正。",
    "2022年6月底前完成{}.5万名教师培训，2023年实现全覆盖。",
)
HEADINGS = (
    "加强组织领导",
    "深化教育改革，提高育人质量",
    "推进“双师型”教师队伍建设",
    "开展1+X证书制度试点",
    "2024年工作回顾",
)


@dataclass(frozen=True)
class Part:
    """A clause as written: its address, its number, its paragraphs; whether the first one is a heading by itself."""

    address: str
    kind: str
    mark: str
    texts: tuple[str, ...]
    heading: bool

    @property
    def text(self):
        """All that it says."""
        return "".join(self.texts)


@dataclass(frozen=True)
class Setting:
    """How a work is set out: whether paragraphs are indented, after how many characters lines break (0: never), whether
    blank lines part paragraphs, whether Markdown marks headings, and what stands on every page beside its number."""

    indent: bool = False
    width: int = 0
    blank: bool = False
    markdown: bool = False
    page: int = 0
    head: str = ""


def numeral(template, number):
    """A number in one of its forms."""
    wide = str(number).translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    return template.format(cn=write_numeral(number), n=number, wide=wide)


class _Writer:
    """Grows a work, clause by clause."""

    def __init__(self, random):
        self.random = random
        self.scheme = random.choice(SCHEMES)
        self.running = random.random() < 0.4
        self.forms = {kind: random.choice(forms) for kind, forms in FORMS.items()}
        self.counts = {}
        self.sentences = 0
        self.parts = []

    def sentence(self):
        self.sentences += 1
        return self.random.choice(SENTENCES).format(self.sentences + 10)

    def grow(self, level, above, numbers=()):
        kind = self.scheme[min(level, len(self.scheme) - 1)]
        if kind != "article" and not (self.running and kind in ("bracket", "item")):
            self.counts[kind] = 0
        for n in range(1, self.random.randint(2, 3 if level else 4) + 1):
            self.counts[kind] = self.counts.get(kind, 0) + 1
            inner = (*numbers, n)
            deeper = level < 2 if kind == "decimal" else level + 1 < len(self.scheme)
            deeper = deeper and (kind in CHAPTERS or level == 0 or self.random.random() < 0.5)
            self.add(kind, above, inner, deeper)
            if deeper:
                self.grow(level + 1, self.parts[-1].address, inner)

    def add(self, kind, above, numbers, deeper):
        number = self.counts[kind]
        address, mark = self.numbered(kind, number, above, numbers)
        first, heading = self.first(kind, numbers, deeper)
        point = "article" in self.scheme and kind in ("bracket", "item")
        more = not (kind in CHAPTERS or point or kind in ("bullet", "circled")) and self.random.random() < 0.3
        texts = (first, self.sentence()) if more else (first,)
        self.parts.append(Part(address, kind, mark, texts, heading))

    def numbered(self, kind, number, above, numbers):
        if kind in UNITS:
            step = f"第{write_numeral(number)}{UNITS[kind]}"
            return (step if kind == "article" else above + step), step + self.random.choice((" ", "\u3000"))
        if kind == "circled":
            return above + CIRCLED[number - 1], CIRCLED[number - 1]
        if kind == "decimal":
            step = ".".join(map(str, numbers))
            return step, step + " "
        return above + numeral(STEPS[kind], number), numeral(self.forms[kind], number)

    def first(self, kind, numbers, deeper):
        """The first paragraph of a clause, and whether it is a heading by itself."""
        heading = self.random.choice(HEADINGS)
        if kind in CHAPTERS or (kind == "decimal" and len(numbers) == 1) or (deeper and self.random.random() < 0.5):
            return heading, kind != "article"
        if kind == "article" or self.random.random() < 0.3:
            return self.sentence(), False
        return f"{heading}。{self.sentence()}", False


@st.composite
def works(draw):
    """The clauses of a work, in order."""
    writer = _Writer(Random(draw(st.integers(0, 2**32))))
    writer.grow(0, "")
    return tuple(writer.parts)


@st.composite
def settings(draw):
    """A way in which works are set out."""
    kind = draw(st.sampled_from(("plain", "indented", "wrapped", "markdown", "pages")))
    plain = Setting(blank=draw(st.booleans()))
    return {
        "plain": plain,
        "indented": Setting(indent=True),
        "wrapped": Setting(indent=draw(st.booleans()), width=draw(st.integers(16, 45))),
        "markdown": Setting(blank=True, markdown=True),
        "pages": replace(
            plain,
            page=draw(st.integers(5, 12)),
            head=draw(st.sampled_from(("", "示例省人民政府公报"))),
            indent=draw(st.booleans()),
        ),
    }[kind]


def set_out(parts, setting):
    """The lines of a work."""
    lines = [line for part in parts for line in _lines(part, setting)]
    if not setting.page or len(lines) < 3 * setting.page:
        return lines
    found = []
    for start in range(0, len(lines), setting.page):
        number = start // setting.page + 1
        found += [
            *lines[start : start + setting.page],
            "",
            f"— {number} —",
            "",
            *([setting.head] if setting.head else []),
        ]
    return found


def _lines(part, setting):
    paragraphs = [part.mark + part.texts[0], *part.texts[1:]]
    if setting.markdown and part.heading:
        paragraphs[0] = f"## {paragraphs[0]}"
    for paragraph in paragraphs:
        text = "\u3000\u3000" * setting.indent + paragraph
        width = setting.width or len(text)
        yield from (text[start : start + width] for start in range(0, len(text), width))
        if setting.blank:
            yield ""


def squeezed(text):
    """A text as texts are compared: without white space, brackets full width."""
    return re.sub(r"\s", "", text).translate(str.maketrans("()", "（）"))
