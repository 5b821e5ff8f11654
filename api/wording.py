"""How tables say things in a language: heads, words of answers, figures, units, evidence."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar, get_args

from api.definitions import COMPARATORS, TERMS, Term, said, stated
from api.page.words import Language
from api.sheets import Cell, Sheet
from api.tables import indicator
from graph.answers import Unit
from graph.ids import split_clause_id
from graph.model import Comparator, Evidence, Indicator, Role, Span

Line = TypeVar("Line")
Columns = Iterable[tuple[str, str, Callable[[Line], Cell]]]
"""Columns: the head in Chinese and in English, and what the cell of a line holds."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The wording of a table, or of several: Chinese or English."""

    language: Language

    def table(self, title: tuple[str, str], columns: Columns[Line], lines: Iterable[Line], *, fixed: int = 0) -> Sheet:
        """The sheet that is called so in Chinese and in English: a row a line."""
        columns = list(columns)
        heads = tuple(self.choose(zh, en) for zh, en, _ in columns)
        rows = tuple(tuple(cell(line) for _, _, cell in columns) for line in lines)
        return Sheet(self.choose(*title), heads, rows, fixed)

    def terms(self, terms: Iterable[Term] = TERMS) -> Sheet:
        """What words mean."""
        columns: Columns[Term] = [
            ("用语", "word", lambda term: self.choose(term[0], term[1])),
            ("含义", "meaning", lambda term: self.choose(term[2], term[3])),
        ]
        return self.table(("用语说明", "definitions"), columns, terms)

    def choose(self, zh: str, en: str) -> str:
        """The one of two wordings that is in this language."""
        return en if self.language == "en" else zh

    def said(self, key: str | None) -> str:
        """A word of an answer."""
        return said(key, self.language)

    def yes(self, *, answer: bool) -> str:
        """Yes or no."""
        return self.said("yes" if answer else "no")

    def comparator(self, sign: Comparator) -> str:
        """How a figure is asked for."""
        return self.choose(*COMPARATORS[sign])

    def figure(self, item: Indicator | None) -> str:
        """A figure as one phrase."""
        if item is None:
            return ""
        return stated(item) if self.language == "zh" else indicator(item)

    def figures(self, items: Iterable[Indicator]) -> str:
        """Figures, one a line."""
        return "\n".join(map(self.figure, items))

    def listed(self, items: Iterable[str]) -> str:
        """Items in one line: 甲、乙; a, b."""
        return self.choose("、", ", ").join(items)

    def labelled(self, label: str, text: str) -> str:
        """牵头：示例区教育局; lead: 示例区教育局."""
        return self.choose("{}：{}", "{}: {}").format(label, text)

    def units(self, units: Iterable[Unit]) -> str:
        """牵头：示例区教育局, a line for each role."""
        return self.by_role((unit.role, unit.name) for unit in units)

    def by_role(self, named: Iterable[tuple[Role, str]]) -> str:
        """Names with their roles: a line for each role, each name once."""
        roles: Mapping[str, dict[str, None]] = {role: {} for role in get_args(Role)}
        for role, name in named:
            roles[role][name] = None
        return "\n".join(self.labelled(self.said(role), self.listed(names)) for role, names in roles.items() if names)

    def addresses(self, clauses: Iterable[str]) -> str:
        """四（十）、四（十一）."""
        return self.listed(split_clause_id(clause)[1] for clause in clauses)

    def evidence(self, items: Iterable[Evidence]) -> str:
        """1. 同一措施 职业体验基地 0.93, a line each."""
        return "\n".join(
            f"{number}. {self.said(item.kind)}{f' {item.name}' if item.name else ''} {item.weight:.2f}"
            for number, item in enumerate(items, 1)
        )

    def quotes(self, items: Iterable[Evidence], side: Callable[[Evidence], Span]) -> str:
        """The passages of one end of a link, numbered so that both ends can be read together."""
        return "\n".join(f"{number}. 「{side(item).text}」" for number, item in enumerate(items, 1))

    def lines(self, items: Iterable[Evidence], side: Callable[[Evidence], Span]) -> str:
        """The source lines where these passages stand."""
        return ", ".join(dict.fromkeys(str(side(item).line) for item in items))


ENGLISH = Wording("en")
