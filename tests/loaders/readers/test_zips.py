"""ZIP files: what would unpack to too much is refused before it is unpacked."""

import io
import zipfile

import pytest
from word_files import zip_file

from graph.errors import UnreadableFile
from loaders.readers.limits import USUAL, Limits
from loaders.readers.zips import Archive


def opened(data, limits=USUAL):
    """The archive in these bytes."""
    return Archive(data, "x.zip", limits)


def read_first(data):
    """The bytes of its first member."""
    archive = opened(data)
    return archive.read(archive.members[0], 1000)


def test_members():
    """The files in it, without folders and what has no name, and their bytes."""
    archive = opened(zip_file({"a/": b"", "a/b.txt": b"text", "?": b""}).replace(b"?", b"\0"))

    assert ["a/b.txt"] == [member.filename for member in archive.members]
    assert b"text" == archive.read(archive.members[0], 4)


def test_too_tight():
    """A member that shrinks a thousandfold is a bomb."""
    with pytest.raises(UnreadableFile, match=r"b\.xml is packed too tight: it may be a bomb"):
        opened(zip_file({"b.xml": bytes(2_000_000)}))


@pytest.mark.parametrize(
    ("members", "reason"),
    [
        (dict.fromkeys(map(str, range(10_001)), b""), "10,001 files packed in it; at most 10,000 are read"),
        ({"a": bytes(60_000)}, "60,000 bytes when it is unpacked; at most 50,000 are read; --max-size 240MB"),
    ],
)
def test_limits_of_the_whole(members, reason):
    """Too many members, or too much of all together, are refused when the file is opened."""
    with pytest.raises(UnreadableFile, match=reason):
        opened(zip_file(members), Limits(size=20_000))


def test_limit_of_a_part():
    """A member that is too big is refused when it is read."""
    archive = opened(zip_file({"a": b"123"}))

    with pytest.raises(UnreadableFile, match="3 bytes of a; at most 2 are read; --max-size 300MB allows it"):
        archive.read(archive.members[0], 2)


def test_a_size_that_lies():
    """A member that unpacks to more than it says is cut off where it said, and refused for its sum."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("a", b"0123456789" * 99)
    data = file.getvalue().replace((990).to_bytes(4, "little"), (99).to_bytes(4, "little"))

    with pytest.raises(UnreadableFile, match="a in it cannot be unpacked: Bad CRC-32"):
        read_first(data)


def test_a_password():
    """A member with a password is refused with that reason."""
    data = bytearray(zip_file({"a": b"123"}))
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + flags] |= 1

    with pytest.raises(UnreadableFile, match=r"a in it cannot be unpacked: .*password required"):
        read_first(bytes(data))


def test_damaged():
    """A file that only begins like one is damaged."""
    with pytest.raises(UnreadableFile, match=r"x\.zip: a damaged ZIP file"):
        opened(zip_file({"a": b"123"})[:40])
