"""The bodies that a plain sentence obliges: 市教育局要…, 各级政府应当…, 由市教体局牵头，会同市财政局…, 由民政部门给予….

Only bodies that say where they are, or stand for many, count: 领导小组 and 学校 are anybody's. A document of a city
that tells what a ministry does obliges it to nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.model import Role
from loaders.organization_forms import DEPARTMENTS, form_of, is_field, is_national, lead_of, level_word
from loaders.organization_names import LEAGUE, OWN, Named, Place, describe, name_bodies, short_region
from loaders.unit_lists import VERB, WITH, read_pieces, role_named
from loaders.vocabulary import rows

SENTENCE = re.compile(r"[^。；！\n]+")
MODAL = re.compile(
    r"(?<![主重需必])要(?!求|点)|应当|(?<![对相响适供])应(?![急用对变])|必须|须|会同|(?:负责|牵头|配合|协助)(?![人制的]|同志)"
    r"|[是为][^，]{0,10}责任主体|对[^，]{2,20}负总责|承担[^，]{0,6}主体责任"
    r"|主管(?=全[国省市县区]|本|所辖|各自)"
)
BY = re.compile(r"(?:^|，|由(?=[^，]{2,60}?(?:牵头|负责)))")
DONE_BY = re.compile(r"(?<![自理缘事因])由(?=[^，]{2,60}$|[^，]{2,60}，)")
WHILE = re.compile(
    r"(?:^|，)(?P<bodies>[^，]{2,60}?)"
    r"(?:在[^，]{2,40}(?:时|中|前|后|下|期间)|(?:按照?|根据|依据)[^，]{0,14}(?:职责|职能|分工|要求|规定)[^，]{0,4})，"
    r"(?:应当|必须|要|须|不得|负责|做好|抓好|落实|组织|开展|协同|配合|加强|共同)"
)
ADVERBIAL = re.compile(
    r"(?:在各自的?(?:职责|职权)范围内|(?:按照?|根据|依据|依)各自的?(?:职责|职能)(?:分工)?|依法|分别|具体|定期|认真|切实|也|都|均|还|又)+$"
)
ROLE_BEHIND = re.compile(r"牵头|配合|协助|协同|参与")
ATTRIBUTE = re.compile(r"[^，]{0,14}的")
DEED = re.compile(
    r"(?:按|依|根据|参照|对|为|就|从|在|给予|予以|责令|处以|处|组织|制定|制订|统筹|承担|实施|进行|会商|审核|审批|核定|确定|认定|公布|统一|另行"
    r"|发放|安排|解决|保障|提供|建立|开展|指导|监督|督促|管理|办理|受理|研究|提出|汇总|通报|约谈|追究|没收|吊销|撤销|收回|批评|警告|督办)"
)
BODIES = frozenset(ending for ending, form in rows("organization_suffixes.tsv") if form == "body")
AGENCIES = re.compile(r"(?:机关|督导机构)$")
AND_OTHERS = re.compile(r"(?<![高中平初同均优])等")
ENDS_IN_OTHERS = re.compile(r"等(?:有关|相关|各|主管)?(?:部门|单位|机构)?(?:[和、](?:部门|单位))?$")
LONGEST_SUBJECT = 60  # characters: five bodies with their level words


@dataclass(frozen=True, slots=True)
class Subject:
    """The bodies at [start, end) of a text, with the verb that gives their role, and the role where none does."""

    start: int
    end: int
    role: Role


def read_subjects(text: str, place: Place) -> Iterator[Subject]:
    """The bodies that the sentences of a text oblige, in order. `text` has full-width marks."""
    for sentence in SENTENCE.finditer(text):
        found = (*_subjects(sentence.group(), place), *_doers(sentence.group(), place))
        end = 0
        for subject in sorted(found, key=lambda subject: (subject.start, -subject.end)):
            if subject.start >= end:
                end = subject.end
                yield Subject(sentence.start() + subject.start, sentence.start() + end, subject.role)


def _subjects(sentence: str, place: Place) -> Iterator[Subject]:
    """Those before a word of duty, and those with whom they are to do it (，会同市财政局制定…)."""
    found = False
    for start in (match.end() for match in BY.finditer(sentence)):
        end = min(start + LONGEST_SUBJECT, *(at for at in (sentence.find("，", start), len(sentence)) if at >= 0))
        for modal in MODAL.finditer(sentence, start, end):
            bodies = ADVERBIAL.sub("", sentence[start : modal.start()])
            if _plainly_bodies(bodies, place):
                yield Subject(start, start + len(bodies), _role(sentence, modal))
                found = True
                break
    for match in () if found else WHILE.finditer(sentence):
        if _plainly_bodies(match["bodies"], place):
            yield Subject(match.start("bodies"), match.end("bodies"), "responsible")
    for joined in re.finditer(WITH, sentence) if found else ():
        if end := _bodies_end(sentence, joined.end(), place):
            yield Subject(joined.end(), end, "cooperate")


def _role(sentence: str, modal: re.Match[str]) -> Role:
    """The role that the verb gives: 市教育局牵头, and 应当牵头 behind a word of duty."""
    behind = ROLE_BEHIND.match(sentence, modal.end())
    verb = modal.group() if re.fullmatch(VERB, modal.group()) else behind.group() if behind else ""
    return role_named(verb)


def _doers(sentence: str, place: Place) -> Iterator[Subject]:
    """Those by whom something is to be done: 由教育行政部门责令限期改正; not 由市教育局认定的学校."""
    for match in DONE_BY.finditer(sentence):
        end = _bodies_end(sentence, match.end(), place)
        if end and DEED.match(sentence, end) and not ATTRIBUTE.match(sentence, end):
            yield Subject(match.end(), end, "responsible")


def _bodies_end(sentence: str, start: int, place: Place) -> int:
    """The end of the bodies that stand at `start`, before a verb or the end of their part; 0 where none do."""
    comma = sentence.find("，", start)
    stop = min(start + LONGEST_SUBJECT, comma if comma >= 0 else len(sentence))
    ends = (end for end in range(stop, start + 1, -1) if end == stop or DEED.match(sentence, end))
    return next((end for end in ends if _plainly_bodies(sentence[start:end], place)), 0)


def _plainly_bodies(text: str, place: Place) -> bool:
    """Whether a text is bodies alone, each of which says where it is or stands for many.

    财政部门 alone is one of these (every territory has one), 领导小组 is not.
    """
    if len(text) > LONGEST_SUBJECT or "：" in text or (AND_OTHERS.search(text) and not ENDS_IN_OTHERS.search(text)):
        return False
    named = name_bodies(read_pieces(text, "responsible"), place)
    plain = [_is_plain(body, place) for body in named]
    beside = (body.piece.text in BODIES for body in named)  # 民政、残联等部门: 残联 is known by the others
    if not any(plain) or not all(place.may_oblige(describe(name).region) for body in named for name in body.names):
        return False
    return all(body.names and (known or own) for body, known, own in zip(named, plain, beside, strict=True))


def _is_plain(body: Named, place: Place) -> bool:
    text = OWN.sub("", body.piece.text)
    if level_word(text).endswith("级") and form_of(text) == "named":
        return False  # 省级示范学校 are schools of a rank, wherever they are
    known = text in place.aliases or is_national(text) or level_word(text) or LEAGUE.fullmatch(text)
    placed = known or place.region_in_front(text) or short_region(text)
    ending = DEPARTMENTS.search(text) or AGENCIES.search(text)
    department = ending and is_field(text[: ending.start()])
    return bool(placed or department or lead_of(text))
