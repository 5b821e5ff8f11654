"""Invented works in any scheme of numbering, set out in any way: every clause is found at its address, whole."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st
from works import Setting, set_out, settings, squeezed, works

from graph.ids import Address
from loaders.heads import read_head
from loaders.outline import read_clauses
from loaders.readers import plain
from loaders.readers.page import Page

FRONT = ("示例市教育局关于示例工作的意见", "各学校：", "现提出以下意见。")


def read(lines, ends="\n", encoding="utf-8"):
    """What is read from a text file with these lines below a title."""
    data = ends.join((*FRONT, *lines)).encode(encoding)
    page = Page("文件.txt", plain.read_lines(data, "文件.txt"))
    return read_clauses(page, read_head(page))


def found(facts):
    """Address and text of the clauses, without the lead."""
    return [(clause.address, squeezed(clause.text)) for clause in facts.clauses if clause.type != "paragraph"]


def written(parts):
    """Address and text of the clauses as they were meant."""
    return [(part.address, squeezed(part.text)) for part in parts]


@given(works(), settings())
def test_every_clause_is_found(parts, setting):
    """Addresses and texts are those that were meant, in order and without doubt.

    In a statute whose lines are wrapped without indent, nothing tells the next paragraph of the article from a line
    that goes on below a full stop: there the addresses alone are."""
    facts = read(set_out(parts, setting))

    if setting.width and not setting.indent and any(part.kind == "article" for part in parts):
        assert [address for address, _ in written(parts)] == [address for address, _ in found(facts)]
    else:
        assert written(parts) == found(facts)
    assert [] == [doubt.rule for doubt in facts.doubts if doubt.rule.startswith("number")]


@given(works(), settings(), st.sampled_from(("\n", "\r\n", "\r")), st.sampled_from(("utf-8", "utf-8-sig", "gb18030")))
def test_line_ends_and_encodings(parts, setting, ends, encoding):
    """The bytes of a file make no difference to its clauses."""
    lines = set_out(parts, setting)

    assert found(read(lines)) == found(read(lines, ends, encoding))


@given(works(), settings(), st.sampled_from((" ", "\u3000", "\xa0")), st.integers(0, 2**32))
def test_stray_spaces(parts, setting, space, seed):
    """White space that a converter left between Chinese characters makes no difference."""
    lines, random = set_out(parts, setting), Random(seed)
    strewn = [_strewn(line, space, random) for line in lines]

    assert found(read(lines)) == found(read(strewn))


@given(works(), st.sampled_from(("  ", "\u3000\u3000", "\xa0\xa0\xa0")))
def test_one_line(parts, space):
    """A text whose line ends have become runs of white space says the same."""
    lines = [line for line in set_out(parts, Setting()) if line]
    page = Page("文件.txt", plain.read_lines(space.join((*FRONT, *lines)).encode(), "文件.txt"))

    assert [address for address, _ in written(parts)] == [
        address for address, _ in found(read_clauses(page, read_head(page)))
    ]


def _strewn(line, space, random):
    """The line with white space behind some Chinese characters, but not behind the mark of a heading or a number."""
    start = min(len(line), 12)
    return line[:start] + "".join(
        char + (space if "\u4e00" <= char <= "\u9fff" and random.random() < 0.05 else "") for char in line[start:]
    )


@given(works(), settings())
def test_addresses_are_read_back(parts, setting):
    """Every address is an address, and none stands twice."""
    addresses = [clause.address for clause in read(set_out(parts, setting)).clauses]

    assert addresses == [str(Address.parse(address)) for address in addresses]
    assert len(addresses) == len(set(addresses))
