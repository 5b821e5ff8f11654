"""What sites and databases write around a document: 【文号】……, 发文字号：……."""

import re
from collections.abc import Iterator, Sequence

from loaders.text import Clean, bare
from loaders.vocabulary import rows

FIELDS: dict[str, str] = {row[0]: row[1] for row in rows("fields.tsv")}
BRACKETED = re.compile(r"^\s*【(?P<name>[^】]{1,12})】\s*(?P<value>.*)$", re.DOTALL)
LABELLED = re.compile(rf"^(?:[-*+] )?(?P<name>{'|'.join(FIELDS)})[:：](?P<value>.*)$")
NAME = rf"(?:{'|'.join(sorted(FIELDS, key=len, reverse=True))})"
ONE_OF_SEVERAL = re.compile(rf"(?P<name>{NAME})[:：](?P<value>.*?)(?={NAME}[:：]|$)")
UNNAMED = "unnamed"
AROUND = 30
"""Lines at the beginning and the end among which labels such as 文号： count as fields: tables of properties."""

Fields = tuple[tuple[str, str], ...]


def without_fields(lines: Sequence[Clean]) -> tuple[tuple[Clean, ...], Fields]:
    """The lines of the document, and the fields around it as (what they hold, value).

    The text stands in a field of its own (【法规正文】), and the title in the first one, whatever its name. What stands
    in lines below a field behind the text goes on with that field."""
    kept: list[Clean] = []
    fields: list[tuple[str, str]] = []
    record = any(match["name"] in FIELDS for line in lines if (match := BRACKETED.match(bare(line.line.text))))
    in_text = behind = False
    for index, line in enumerate(lines):
        around = min(index, len(lines) - index) < AROUND
        if around and (pairs := _pairs(line)):
            fields += pairs
            continue
        if around and (listed := _listed(line)):
            fields += listed
            continue
        holds, value = _field(line, around=around, record=record)
        if not holds and behind:
            fields[-1] = (fields[-1][0], f"{fields[-1][1]} {line.text}".strip())
        elif not holds:
            kept.append(line)
        elif holds in ("text", "title") or (holds == UNNAMED and not (kept or fields)):
            kept.append(line.saying(value))
        else:
            fields.append((holds, value.strip()))
            behind = in_text and bool(BRACKETED.match(bare(line.line.text)))
        in_text = in_text or holds == "text"
    return tuple(line for line in kept if line.text or line.line.cells), tuple(fields)


def _field(line: Clean, *, around: bool, record: bool) -> tuple[str, str]:
    """What the field holds and its value; empty when the line is none. A field with an unknown name is UNNAMED:
    only in a `record`, which has known ones, for 【培训】 may also be a catchword of the text."""
    if line.line.cells:
        return "", ""
    written = bare(line.line.text)
    if record and (match := BRACKETED.match(written)):
        return FIELDS.get(match["name"], UNNAMED), match["value"]
    if around and (match := LABELLED.match(line.text)):
        return FIELDS[match["name"]], match["value"]
    return "", ""


def _listed(line: Clean) -> Fields:
    """The fields of a line that holds several, as sites put them below a title: 发布时间：…… 来源：…… 浏览次数：……."""
    found = list(ONE_OF_SEVERAL.finditer(line.text))
    if line.line.cells or len(found) < 2 or found[0].start():
        return ()
    return tuple((FIELDS[match["name"]], match["value"].strip("【】[]| ")) for match in found)


def _pairs(line: Clean) -> Fields:
    """The fields of a row of a table of properties: 发文机关：⇥……⇥成文日期：⇥……; empty when a name is unknown."""
    names, contents = line.line.cells[::2], line.line.cells[1::2]
    holds = [FIELDS.get(name.rstrip("：:"), "") for name in names]
    return tuple(zip(holds, contents, strict=False)) if holds and all(holds) and contents else ()


def values(fields: Fields, holds: str) -> Iterator[str]:
    """The values of the fields that hold this, the empty ones left out."""
    return (value for kind, value in fields if kind == holds and value)
