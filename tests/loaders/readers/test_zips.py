"""ZIP files: what would unpack to too much is refused before it is unpacked."""

import io
import zipfile

import pytest
from word_files import zip_file

from graph.errors import UnreadableFile
from loaders.readers import zips
from loaders.readers.zips import Archive


def test_members():
    """The files in it, without folders and what has no name, and their bytes."""
    archive = Archive(zip_file({"a/": b"", "a/b.txt": b"text", "?": b""}).replace(b"?", b"\0"), "x.zip")

    assert ["a/b.txt"] == [member.filename for member in archive.members]
    assert b"text" == archive.read("a/b.txt") == archive.read(archive.members[0])


def test_too_tight():
    """A member that shrinks a thousandfold is a bomb."""
    with pytest.raises(UnreadableFile, match=r"b\.xml is packed too tight: it may be a bomb"):
        Archive(zip_file({"b.xml": bytes(2_000_000)}), "x.zip")


@pytest.mark.parametrize(
    ("limit", "reason"),
    [
        ("MOST_MEMBERS", "2 files packed in it; at most 1 are read"),
        ("LARGEST_WHOLE", "unpacks to 5 bytes; at most 1 are read"),
    ],
)
def test_limits_of_the_whole(monkeypatch, limit, reason):
    """Too many members, or too much of all together, are refused when the file is opened."""
    monkeypatch.setattr(zips, limit, 1)

    with pytest.raises(UnreadableFile, match=reason):
        Archive(zip_file({"a": b"123", "b": b"45"}), "x.zip")


def test_limit_of_a_part(monkeypatch):
    """A member that is too big is refused when it is read."""
    archive = Archive(zip_file({"a": b"123"}), "x.zip")
    monkeypatch.setattr(zips, "LARGEST_PART", 2)

    with pytest.raises(UnreadableFile, match="a has 3 bytes; at most 2 are read"):
        archive.read("a")


def test_a_size_that_lies():
    """A member that unpacks to more than it says is cut off where it said, and refused for its sum."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("a", b"0123456789" * 99)
    data = file.getvalue().replace((990).to_bytes(4, "little"), (99).to_bytes(4, "little"))

    with pytest.raises(UnreadableFile, match="a in it cannot be unpacked: Bad CRC-32"):
        Archive(data, "x.zip").read("a")


def test_a_password():
    """A member with a password is refused with that reason."""
    data = bytearray(zip_file({"a": b"123"}))
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + flags] |= 1

    with pytest.raises(UnreadableFile, match=r"a in it cannot be unpacked: .*password required"):
        Archive(bytes(data), "x.zip").read("a")


def test_damaged():
    """A file that only begins like one is damaged."""
    with pytest.raises(UnreadableFile, match=r"x\.zip: a damaged ZIP file"):
        Archive(zip_file({"a": b"123"})[:40], "x.zip")
