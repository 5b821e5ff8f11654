"""From a piece of a unit list to the full names of the bodies it means, and from a full name to what it says.

In a document of 河南省, 省教育厅、财政厅 is 河南省教育厅, 河南省财政厅; in one of 开封市, 各县（区）人民政府 is
开封市各县（区）人民政府. Short names stay short (教体局).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from graph.ids import region_contains
from graph.model import LEVELS, Level, Organization, Region
from loaders import regions
from loaders.organization_forms import (
    DEPARTMENTS,
    LEVEL_BRACKET,
    NOTE_BEHIND,
    PARTY,
    bare_lead,
    form_of,
    is_collective,
    is_field,
    is_national,
    kind_of,
    lead_of,
    level_meant,
    level_word,
    names_body,
)
from loaders.unit_lists import Piece

OWN = re.compile(r"^(?:我|本|全)(?=[省市州盟县区旗])")  # 我市各高校
PARTY_HEAD = re.compile(r"^(?:中国共产党|中共)(?!中央)")
LEAGUE_HEAD = "共青团"
LEAGUE = re.compile(r"(?:共青团|团)(?P<level>省|自治区|市|州|盟|县|区|旗)委")
PAIRED = ("政府", "人民政府", "党委")  # 各级党委、政府: the lead of the first counts for the second
ITSELF = re.compile(
    r"(?P<last>[厅局委部署院])(?=机关|[直所]?属|党|办公室$|各[处科股]|[\u4e00-\u9fff]{2,8}[处科股]室?$)"
)
OFFICE_OF = re.compile(r"(?P<body>.*(?:部|厅|局|委|委员会|大学|学院))(?P<office>[\u4e00-\u9fff]{2,14}[司处科股])")
AREA = re.compile(r"(?:管理|开发|示范|高新|经开|工业|产业集聚|集聚|旅游度假|风景名胜|新|园)区")  # 各县、开发区教体局
ONE_LEVEL = re.compile(rf"[省市州盟县区旗乡镇村](?:{LEVEL_BRACKET})?")
TOGETHER = re.compile(r"^[两二三四]级")  # 省、市、县三级工会
PROVINCIAL = re.compile(r"(?<!办公)厅$")  # only provinces have 厅
UNDER_PROVINCE = "90"  # third and fourth digit of 419001
TOWN_BODIES = ("", "党委", "政府", "人民政府", "办", "办事处")  # every town has these
SEVERAL_LEVELS = ("各级", "地方各级", "县级以上", "市级以上", "省级以上", "同级", "基层")
WHOLE_BODIES = ("厅", "局", "委", "委员会", "部", "署", "大学", "学院", "学校", "中学", "小学")
KEEPS_TO_ITSELF = ("政府", "园区", "院校", "企业", "乡镇街道")
"""Kinds after which a list does not go on with the same place: 驻马店市政府，黄淮学院."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a document speaks from: its region and those around it, the short names that it defines, the body that
    issues it alone, whose offices it calls 职成处 or 局办公室, and the widest region of its issuers."""

    code: str | None
    aliases: Mapping[str, str] = field(default_factory=dict)
    body: str = ""
    reach: str | None = None

    @property
    def chain(self) -> tuple[Region, ...]:
        """The region and those that contain it, innermost first, without the nation."""
        found = regions.containing(self.code) if self.code else ()
        return tuple(region for region in found if region.code != regions.NATION)

    @property
    def name(self) -> str:
        """What stands in front of a name without place: "" for the nation and where the region is not known."""
        return place_name(self.chain[0].code) if self.chain else ""

    def meant_by(self, word: str) -> str | None:
        """The region that a level word means here: 省 is 河南省 and 市 开封市 in a document of 开封市 or its 鼓楼区."""
        bare = word.removesuffix("级")
        around = self.chain if bare else ()
        return next((place_name(region.code) for region in around if region.name.endswith(bare)), None)

    def has_below(self, word: str) -> bool:
        """Whether the level of `word` lies below the document's: 县（区） in a document of a city."""
        level, own = level_meant(word), regions.level_of(self.code) if self.code else None
        return own is not None and (level is None or LEVELS.index(level) > LEVELS.index(own))

    def short_of_own(self, text: str) -> tuple[str, str] | None:
        """As `short_region` for the regions around the document, whose short name others may share: 吉林海关."""
        wide = (region for region in self.chain if region.code.endswith("00"))
        shorts = ((region.code, regions.LONG_NAME.sub("", region.name)) for region in wide)
        return next(
            ((code, text[len(short) :]) for code, short in shorts if len(short) > 1 and text.startswith(short)), None
        )

    def may_oblige(self, region: str | None) -> bool:
        """Whether a document from here lays duties on bodies of a region: on those inside it, and on its issuers'."""
        outer = self.reach or self.code
        return region is None or outer is None or region_contains(outer, region)

    def spelled_out(self, text: str) -> str:
        """The text with what it leaves out of the names of places and bodies around the document: 顺河区政府 is
        顺河回族区政府 in 开封市, and 局办公室, 厅机关各处室 are those of the body that issues it."""
        if self.body and (match := ITSELF.match(text)) and self.body.removesuffix("员会").endswith(match["last"]):
            return self.body + text[1:]
        around = (regions.spelled_out(text, region.code) for region in self.chain)
        return next((full for full in around if full != text), text)

    def region_in_front(self, text: str) -> str | None:
        """The code of the region that `text` begins with; 鼓楼区 is the one of the document's own city or province."""
        around = (regions.NATION, *(region.code for region in reversed(self.chain)))
        return next((code for outer in around if (code := regions.begins_with(text, outer))), None)


def issuing_body(issuers: Sequence[str]) -> str:
    """The body of which a document of one issuer speaks as 局 or 厅: 河南省教育厅 for its 办公室 too; "" for several
    issuers, for a government, and for a body without place (市教育局)."""
    name = re.sub(r"(?<=[厅局委会])(?:办公室|办公厅)$", "", issuers[0]) if len(issuers) == 1 else ""
    if office := OFFICE_OF.fullmatch(name):
        name = office["body"]
    whole = form_of(name) in ("office", "named") and name.endswith(WHOLE_BODIES)
    return name if whole and (regions.begins_with(name) or is_national(name)) else ""


def place_name(code: str) -> str:
    """The name of a region that no other shares: 浉河区, but 开封市鼓楼区."""
    region, *around = regions.containing(code)
    if regions.begins_with(region.name) == code or not around:
        return region.name
    return around[0].name + region.name


@dataclass(frozen=True, slots=True)
class Named:
    """The bodies that a piece of a list means, by full name; none where the piece is no body of a known form."""

    piece: Piece
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Item:
    """A name of a list, with the level words in front of it: (省级, 市级, 县级) and 工会 for 省、市、县级工会."""

    piece: Piece
    fronts: tuple[str, ...]
    name: str


def name_bodies(pieces: Sequence[Piece], place: Place) -> tuple[Named, ...]:
    """The full names of the bodies in one list, in order.

    A level word carries over to the names without one after it: 省教育厅、财政厅; a place only to what 、 joins to it:
    郑州市教育局、财政局. Products are written out: 省、市、县级工会、妇联 is six bodies. 各乡、镇、办事处 is one
    collective; 人社、财政部门 is two bodies; 各县（区）党委、政府 is two collectives.
    """
    found: list[Named] = []
    body = ""
    levels: tuple[str, ...] = ()
    region: tuple[str, ...] = ()
    lead, open_ = "", False  # 各级 of 各级教育、财政部门, whose first name has no ending of its own
    for item in (_item(run, place) for run in _runs(_with_departments(pieces), place)):
        close = item.piece.close
        goes_on = item.name in PAIRED or (open_ and DEPARTMENTS.search(item.name))
        name = lead + item.name if close and not item.fronts and goes_on else item.name
        open_ = bool(DEPARTMENTS.search(item.name)) and not DEPARTMENTS.search(item.piece.written)
        carried = (region if close else ()) or levels
        names = (one for front in item.fronts or ("",) for one in _full_names(front + name, place, carried))
        named = tuple(dict.fromkeys(names)) or ((body + name,) if close and body and form_of(name) == "inner" else ())
        found.append(Named(item.piece, named))
        office = OFFICE_OF.fullmatch(named[0]) if len(named) == 1 else None
        body = office["body"] if office else ""
        levels = item.fronts if item.fronts and item.name else levels
        region = _region_carried(item, place) or (
            region if close and not item.fronts and not lead_of(item.name) else ()
        )
        lead = lead_of(name)
    return tuple(found)


def _with_departments(pieces: Sequence[Piece]) -> list[Piece]:
    """人社、财政部门 as 人社部门、财政部门: fields without an ending take that of the department they stand with."""
    found: list[Piece] = []
    ending = ""
    for piece in reversed(pieces):
        own = DEPARTMENTS.search(piece.text)
        front = lead_of(piece.text) or level_word(piece.text)
        takes = not own and is_field(TOGETHER.sub("", piece.text[len(front) :]))
        found.insert(0, replace(piece, text=piece.text + ending) if takes else piece)
        ending = own.group() if own else piece.ending or (ending if takes else "")
        ending = ending if piece.close else ""
    return found


def _runs(pieces: Sequence[Piece], place: Place) -> Iterator[list[Piece]]:
    """The pieces that make one name together: 各乡、镇、办事处 and 省、市、县级工会; else each by itself."""
    run: list[Piece] = []
    for piece in pieces:
        if run and not _goes_on(run, piece, place):
            yield run
            run = []
        run.append(piece)
    if run:
        yield run


def _goes_on(run: Sequence[Piece], piece: Piece, place: Place) -> bool:
    """Whether a piece belongs to the name before it: 镇 after 各乡, 开发区教体局 after 各县.

    In a document of a city, 市教育局 after 各县、区 begins anew: its level word means the city. So does 开发区管委会.
    """
    last, lead = run[-1].text, lead_of(run[0].text)
    bare = last in (level_word(last), lead_of(last)) or (lead and AREA.fullmatch(last))
    if not (piece.close and bare):
        return False
    if lead and AREA.match(piece.text):
        return not piece.text.endswith("管委会")
    word = level_word(piece.text)
    return bool(word) and not (lead and piece.text != word and place.meant_by(word))


def _item(run: Sequence[Piece], place: Place) -> _Item:
    """A run as one name: all of it for a collective, else what stands behind the level words."""
    text, written = "、".join(piece.text for piece in run), "、".join(piece.written for piece in run)
    piece = replace(run[0], text=text, written=written)
    if lead_of(text):
        return _Item(piece, (), text)
    words = [level_word(part.text) for part in run]
    words = words if len(run) > 1 else _words_together(text, place) or words
    rest = run[-1].text[len(words[-1]) :] if len(run) > 1 else text[sum(map(len, words)) :]
    fronts = _fronts(words, place)
    return _Item(piece, fronts, TOGETHER.sub("", rest) if len(fronts) > 1 else rest)


def _fronts(words: Sequence[str], place: Place) -> tuple[str, ...]:
    """The level words of a product, 级 given to all: 省级, 市级, 县级; those of one level below the document's stay
    together, as in 县、区教育局 or 省、自治区、直辖市教育厅."""
    rank = "级" if words[-1].endswith("级") else ""
    fronts: list[str] = []
    before: Level | str | None = ""
    for word in (word.removesuffix("级") for word in words if word):
        level = "own" if place.meant_by(word) else level_meant(word)
        fronts[-1:] = [f"{fronts[-1]}、{word}"] if level == before != "own" else [*fronts[-1:], word]
        before = level
    return tuple(front + rank for front in fronts)


def _words_together(text: str, place: Place) -> list[str]:
    """The level words of 市县政府 and 省市县三级工会 where the first means the document's own or a higher place.

    市区 is two levels only with 两级 behind it: else it is the town.
    """
    words: list[str] = []
    while (word := ONE_LEVEL.match(text)) and level_word(text):
        words.append(word.group())
        text = text[word.end() :]
    known = bool(words) and place.meant_by(words[0]) is not None
    below = all(place.meant_by(word) or place.has_below(word) for word in words)
    town = words == ["市", "区"] and not TOGETHER.match(text)
    return words if len(words) > 1 and known and below and not town and text else []


def _region_carried(item: _Item, place: Place) -> tuple[str, ...]:
    """The place that names after this one take: 郑州市 after 郑州市教育局, none after 驻马店市政府."""
    code = None if item.fronts else place.region_in_front(item.name)
    stem = _after(item.name, code) if code else ""
    return (place_name(code),) if code and stem and kind_of(stem) not in KEEPS_TO_ITSELF else ()


def _full_names(text: str, place: Place, carried: tuple[str, ...]) -> tuple[str, ...]:
    """The full names of the body that `text` means; none where its form is unknown or its place is."""
    text = place.spelled_out(OWN.sub("", PARTY_HEAD.sub("", text)))
    if ITSELF.match(text):  # of a body that the document does not name
        return ()
    if own := place.aliases.get(text) or _complete(text, place):
        return (own,)
    word = "" if lead_of(text) else level_word(text)
    if place.code is None or place.region_in_front(text) or not (names_body(text) or word == text):
        return ()
    return _at_level(text, word, place) if word else _in_place(text, place, carried)


def _complete(text: str, place: Place) -> str | None:
    """The name of a body that needs no place in front, because it says where it is, is the nation's, or is its own.

    Reads 驻马店市政府, 开封银保监分局, 河南各级政府, 国家税务总局, 共青团河南省委 (also as 团省委), 黄淮学院.
    """
    if code := place.region_in_front(text):
        stem = _after(text, code)
        return place_name(code) + stem if not stem or stem in PARTY or names_body(stem) else None
    if match := LEAGUE.fullmatch(text):
        region = place.meant_by(match["level"])
        return f"{LEAGUE_HEAD}{region}委" if region else None
    form = form_of(text)
    if form == "named" and not (lead_of(text) or level_word(text) or is_collective(text)):
        return text
    short = (short_region(text) or place.short_of_own(text)) if form in ("body", "office") else None
    if short and lead_of(short[1]):
        return place_name(short[0]) + short[1]
    branch = text.startswith(LEAGUE_HEAD) and place.region_in_front(text[len(LEAGUE_HEAD) :])
    return text if short or branch or (form and is_national(text)) else None


def _in_place(text: str, place: Place, carried: tuple[str, ...]) -> tuple[str, ...]:
    """A name without level word with the place that it means in front: that of the list, else the document's."""
    if PROVINCIAL.search(text) and place.chain:
        return (place_name(place.chain[-1].code) + text,)
    if form_of(text) == "inner" and not lead_of(text):
        return (place.body + text,) if place.body else ()
    if LEAGUE.fullmatch(text):
        return ()
    if not carried or lead_of(text) or is_collective(text) or form_of(text) == "ground":
        return (place.name + text,)
    return tuple(name for front in carried for name in _full_names(front + text, place, ()))


def _at_level(text: str, word: str, place: Place) -> tuple[str, ...]:
    """市教体局 as 开封市教体局; 县（区）教体局 in a document of 开封市 as 开封市各县（区）教体局.

    镇文化站 is no collective: it may be the one of the town that writes.
    """
    if region := place.meant_by(word):
        return (region + text[len(word.removesuffix("级")) :],)
    last = NOTE_BEHIND.sub("", text).rpartition("、")[2]
    town = level_meant(word) is None and last[len(level_word(last)) :] not in TOWN_BODIES
    return (f"{place.name}各{text}",) if place.has_below(word) and not town else ()


def _after(text: str, code: str) -> str:
    """What follows the region at the beginning of `text`."""
    return text.partition(regions.names()[code])[2]


def short_region(text: str) -> tuple[str, str] | None:
    """The province or prefecture whose name without 省 or 市 begins `text`, and what follows it.

    Reads 河南银保监局, 郑州海关, and 济源示范区管委会: cities under a province (419001) count as prefectures.
    """
    if code := regions.begins_with_short(text):
        return code, text[len(regions.LONG_NAME.sub("", regions.names()[code])) :]
    city = regions.begins_with(text[:2] + "市")
    return (
        (city, text[2:]) if city and city[2:4] == UNDER_PROVINCE and text[:2] + "市" == regions.names()[city] else None
    )


def describe(name: str) -> Organization:
    """The body with this full name: level, region, kind and whether it stands for many follow from the name alone.

    A name without a place is one of the nation, unless it is that of a school or firm (黄淮学院), which tells neither
    level nor region. The level of a collective is that of its bodies; below the county there is none.
    """
    code, stem = _placed(name)
    named = code is None and form_of(name) == "named" and not is_collective(stem)
    region = None if named else code or regions.NATION
    level = None if region is None else _level(stem, regions.level_of(region))
    many = is_collective(stem) or (code is None and DEPARTMENTS.search(name) is not None)
    return Organization(name, level, region, kind_of(stem), many)


def _region_of_branch(rest: str) -> str | None:
    """The region that the rest of a national body's name begins with."""
    if code := regions.begins_with(rest):
        return code
    short = short_region(rest)
    return short[0] if short else None


def _placed(name: str) -> tuple[str | None, str]:
    """The region in a full name, and the name without it; national bodies have that of a branch behind their name."""
    if code := regions.begins_with(name):
        return code, _after(name, code)
    if is_national(name) or name.startswith(LEAGUE_HEAD):
        return next(filter(None, (_region_of_branch(name[start:]) for start in range(2, len(name) - 2))), None), name
    short = short_region(name) if form_of(name) in ("body", "office") else None
    return short or (None, name)


def _level(stem: str, own: Level) -> Level | None:
    if stem.startswith(SEVERAL_LEVELS):
        return None
    lead = bare_lead(stem)
    if lead and (word := level_word(stem[len(lead) :])):
        return level_meant(word)
    return None if form_of(stem) == "ground" else own
