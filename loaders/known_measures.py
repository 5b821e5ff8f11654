"""Measures that are known by name whatever words a text uses for them: 兼职兼薪, and 教师参与企业经营，可获得合理报酬.

The names and forms are data (vocabulary/measures.tsv); this module reads and finds them.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

from loaders.localise import HIDDEN
from loaders.vocabulary import rows

Kind = Literal["named", "broad"]
"""What it says that two texts name one measure: nearly enough for a link; something beside other signs."""

GAP = rf"[^。；！？：{HIDDEN}]{{0,20}}"  # what … stands for: it stays inside a sentence

QUOTED = re.compile(r"[“《]([^“”《》，。；]{4,40})[”》]")


@dataclass(frozen=True, slots=True)
class Naming:
    """A place where a text, made comparable, names a known measure."""

    name: str
    kind: Kind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Form:
    name: str
    kind: Kind
    pattern: re.Pattern[str]


def namings(text: str) -> tuple[Naming, ...]:
    """The measures that a text, made comparable by `localise.plain`, names, each as often as it stands there: the known
    ones, and what stands in marks as a name: “一校一品”, 《职业学校学生实习管理规定》."""
    known = (Naming(form.name, form.kind, *match.span()) for form in _forms() for match in form.pattern.finditer(text))
    quoted = (Naming(match[1], "named", *match.span(1)) for match in QUOTED.finditer(text))
    return (*known, *quoted)


@cache
def _forms() -> tuple[_Form, ...]:
    return tuple(_Form(name, _kind(kind), form_pattern(forms)) for name, kind, forms in rows("measures.tsv"))


def _kind(written: str) -> Kind:
    return next(kind for kind in get_args(Kind) if kind == written)


def form_pattern(forms: str) -> re.Pattern[str]:
    """The forms of a measure as one pattern: groups do not capture, … is a gap."""
    return re.compile(re.sub(r"\((?!\?)", "(?:", forms).replace("…", GAP))
