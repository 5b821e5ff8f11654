"""ZIP files of documents, and formats that are not read."""

import zipfile

import pytest
from word_files import zip_file

from graph.errors import UnreadableFile
from loaders.readers import READERS, read_page
from loaders.readers.archive import members
from loaders.readers.limits import USUAL, Limits
from loaders.readers.old_formats import REFUSED, refusal


def listed(path, limits=USUAL):
    """The members of the ZIP file at `path`."""
    return list(members(path, dict.fromkeys(READERS, limits.size), limits))


def found_in(tmp_path, packed):
    """The members of a ZIP file, name to bytes or reason."""
    path = tmp_path / "x.zip"
    path.write_bytes(zip_file(packed))
    return {name: content if isinstance(content, bytes) else str(content) for name, content in listed(path)}


def test_documents_in_folders(tmp_path):
    """Documents are found in all folders; hidden files, READMEs and what systems add are passed over."""
    others = ["__MACOSX/a.txt", ".b.txt", "甲/~$c.docx", "README.txt", "甲/Thumbs.db", "乙/.git/d.txt", "空/"]

    assert {"甲/通知.txt": b"1", "b.md": b"2"} == found_in(
        tmp_path, {"甲/通知.txt": b"1", "b.md": b"2", **dict.fromkeys(others, b"")}
    )


def test_unknown_members_are_reported(tmp_path):
    """A member that no reader takes says why, with its place in the archive."""
    found = found_in(tmp_path, {"a.doc": b"", "b.exe": b"", "c.zip": b""})

    assert "x.zip/a.doc: an old Word file; save it as .docx first" in found["a.doc"]
    assert "x.zip/b.exe: no reader for .exe; fit: " in found["b.exe"]
    assert "a ZIP file inside another file; unpack it first" in found["c.zip"]


def test_damaged_members_do_no_harm(tmp_path):
    """A member that cannot be unpacked is reported, the others are read."""
    path = tmp_path / "x.zip"
    path.write_bytes(
        zip_file({"a.txt": b"0123456789" * 9, "b.txt": b"2"}).replace(b"a.txt" + b"\x33", b"a.txt" + b"\xff")
    )
    found = dict(listed(path))

    assert isinstance(found["a.txt"], UnreadableFile)
    assert b"2" == found["b.txt"]


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("示例省/通知.txt".encode("gbk"), "示例省/通知.txt"),
        ("示例省/通知.txt".encode(), "示例省/通知.txt"),
        (b"../../etc/a.txt", "etc/a.txt"),
        (b"C:\\x\\a.txt", "x/a.txt"),
        (b"/a.txt", "a.txt"),
        (b"\xff\xffa.txt", "\xa0\xa0a.txt"),
    ],
)
def test_names(tmp_path, raw, name):
    """Names are in GBK or UTF-8, whatever they say, and lead nowhere out of the archive."""
    marked = b"n" * len(raw)
    path = tmp_path / "x.zip"
    path.write_bytes(zip_file({marked.decode(): b"1"}).replace(marked, raw))

    assert [name] == [found for found, _ in listed(path)]


def test_names_marked_as_unicode(tmp_path):
    """A name that says it is in UTF-8 is."""
    path = tmp_path / "x.zip"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("Ü通知.txt", "1")

    assert ["Ü通知.txt"] == [name for name, _ in listed(path)]


def test_archives_that_are_none(tmp_path):
    """A missing, damaged or too large ZIP file is refused as a whole."""
    path = tmp_path / "x.zip"
    with pytest.raises(UnreadableFile, match="No such file"):
        listed(path)
    path.write_bytes(b"PK\x03\x04")
    with pytest.raises(UnreadableFile, match="a damaged ZIP file"):
        listed(path)
    with pytest.raises(UnreadableFile, match="4 bytes; at most 2 are read; --max-size 400MB allows it"):
        listed(path, Limits(size=1))


@pytest.mark.parametrize("suffix", REFUSED)
def test_formats_that_are_refused(tmp_path, suffix):
    """A format that is not read says what it is and what to do, as a file of its own and in an archive."""
    path = tmp_path / f"x{suffix.upper()}"
    path.write_bytes(b"x")

    with pytest.raises(UnreadableFile, match=r"first|unpack") as caught:
        read_page(path)
    assert refusal(suffix, READERS) == caught.value.reason
    assert suffix not in READERS
