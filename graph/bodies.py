"""Organizations of all loaded documents: which one a name means, and which bodies are its counterparts (对口)."""

import difflib
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from graph.errors import AmbiguousReference, UnknownReference
from graph.ids import region_contains
from graph.keeping import kept
from graph.model import Assignment, Document, Level, Organization
from graph.queries import Reader
from graph.web import Web, assignments, organizations

SORT = re.compile(
    r"领导小组|指挥部|联席会议|委员会办公室|[办局厅委]|中心|[馆院站所台]|工会|团委|妇联|残联|科协|文联|侨联|工商联|部|政府"
)
"""What sort of body a name ends in. A bureau (局, 厅, 委) is no counterpart of a centre or of a committee's office."""

BUREAUS = frozenset("办局厅委部")
WITHOUT_COUNTERPARTS = frozenset({"院校", "企业", "园区", "乡镇街道", "法院", "检察"})
"""Kinds whose bodies do not stand above one another as departments do: schools, firms, zones, townships; courts and
procuratorates do, but no document of government hands tasks down their line."""

INNER = re.compile(
    r"(?:(?<![干西中东内北南])部|厅|(?<!分)局|总署|(?<![省市县区州盟旗党管])委(?!员会)|(?<!管理)委员会)"
    r"(?!门)[\u4e00-\u9fff]{2,10}(?:(?<!分)局|[司处科])$"
)
"""A department inside a body: 教育部教材局, 省教育厅职成教处. None are 公安局例东分局, 市委老干部局, 管委会教育局."""

MERGED = re.compile(r"[教体科文广旅工信卫农水]{2,5}(?=[局委]$)")
"""The fields of a merged bureau in single characters: 教体局, 教科文体局, 文广旅局, 科工信局."""

FIELDS: Mapping[str, str] = {
    "教": "教育",
    "体": "体育",
    "科": "科技",
    "文": "文旅",
    "旅": "文旅",
    "广": "广电",
    "工": "工信",
    "卫": "卫生健康",
    "农": "农业农村",
    "水": "水利",
}
"""The kinds that these characters stand for in the name of a merged bureau."""

WRITTEN_OUT = re.compile("教育(?:和|与)?体育|文化(?:和|与)?(?:旅游)?(?:广电|体育)|教育(?:和|与)?科技")
"""The same in full: 教育体育局, 文化广电旅游局."""

Place = tuple[Level | None, str | None]


@dataclass(frozen=True, slots=True)
class Bodies:
    """All organizations by name, where each is at work, and who must do which clause."""

    by_name: Mapping[str, Organization]
    places: Mapping[str, frozenset[Place]]
    assignments: Mapping[str, Sequence[Assignment]]
    documents: Mapping[str, Document]

    @classmethod
    def of(cls, now: Reader, documents: Mapping[str, Document]) -> Self:
        """Those of these documents. A body whose name tells no place is at work where its documents are for."""
        named = organizations(now, documents)
        places: dict[str, set[Place]] = defaultdict(set)
        for document, bodies in named.items():
            for body in bodies:
                places[body.id].add(place_of(body, documents[document]))
        return cls(
            {body.id: body for bodies in named.values() for body in bodies},
            {name: frozenset(found) for name, found in places.items()},
            assignments(now, documents),
            documents,
        )

    def meant(self, name: str) -> Organization:
        """The organization that people mean by a name: the full name, else as documents write it (市教育局), else how
        names end (教育厅), else what they hold. Raises UnknownReference, AmbiguousReference with all that fit."""
        asked = re.sub(r"\s+", "", name)
        written = {(item.as_written, item.target) for found in self.assignments.values() for item in found}
        ways: tuple[Callable[[str], bool], ...] = (
            lambda full: full == asked,
            lambda full: (asked, full) in written,
            lambda full: full.endswith(asked),
            lambda full: asked in full,
        )
        for fits in ways if asked else ():
            if found := sorted(full for full in self.by_name if fits(full)):
                if len(found) > 1:
                    raise AmbiguousReference(name, found)
                return self.by_name[found[0]]
        raise UnknownReference(name, difflib.get_close_matches(asked, sorted(self.by_name), n=5, cutoff=0.3))

    def counterparts(self, body: Organization) -> list[Organization]:
        """The bodies of the same kind and sort, above and below: where regions lie in one another, at another level."""
        return [
            other
            for other in self.by_name.values()
            if other.id != body.id and alike(body, other) and self.in_line(body, self.places[other.id])
        ]

    def in_line(self, body: Organization, places: Iterable[Place]) -> bool:
        """Whether one of these places lies above or below a place where the body is at work."""
        return any(_above_or_below(own, place) for own in self.places[body.id] for place in places)


def all_bodies(now: Reader) -> Bodies:
    """Those of all loaded documents; to be kept."""
    return Bodies.of(now, kept(now, Web.of).documents)


def place_of(body: Organization, document: Document) -> Place:
    """Where a body is at work in a document: its own level and region, else those of the document."""
    return (body.level or document.level, body.region or document.region)


def alike(one: Organization, other: Organization) -> bool:
    """Whether two bodies do the same work for their territories; a collective name (各市教育局) is no body, and a
    department inside a body no counterpart of a whole one."""
    if one.collective or other.collective or one.kind is None or one.kind in WITHOUT_COUNTERPARTS:
        return False
    if bool(INNER.search(one.id)) != bool(INNER.search(other.id)):
        return False
    return bool(kinds_of(one) & kinds_of(other)) and _sort(one.id) == _sort(other.id)


def kinds_of(body: Organization) -> frozenset[str]:
    """The kinds of a body, two of a merged bureau: 教体局 is 教育 and 体育."""
    fields = MERGED.search(body.id)
    letters = (fields.group() if fields else "") + "".join(WRITTEN_OUT.findall(body.id))
    return frozenset({FIELDS[letter] for letter in letters if letter in FIELDS} | ({body.kind} if body.kind else set()))


def _sort(name: str) -> str:
    """局 for 教育局, 教育厅 and 教委, 工会 for 总工会, 委员会办公室 for 督导委员会办公室."""
    ends = (match.group() for start in range(len(name)) if (match := SORT.fullmatch(name, start)))
    found = next(ends, "")
    return "局" if found in BUREAUS else found


def _above_or_below(one: Place, other: Place) -> bool:
    (level, region), (other_level, other_region) = one, other
    if not (level and other_level and region and other_region) or level == other_level:
        return False
    return region_contains(region, other_region) or region_contains(other_region, region)
