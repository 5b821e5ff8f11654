"""ZIP files opened safely: what unpacks to too much is refused before it is unpacked."""

import io
import lzma
import struct
import zipfile
import zlib

from graph.errors import UnreadableFile

MOST_MEMBERS = 10_000
"""Entries of the directory: a folder of documents has hundreds, a Word document with many pictures a thousand."""
LARGEST_PART = 20_000_000
"""Bytes of one unpacked member: the text of a Word document of a thousand pages has about ten million."""
LARGEST_WHOLE = 500_000_000
"""Bytes of all members unpacked."""
TIGHTEST = 300
"""Times by which a member of more than LOOSE bytes may shrink. Bombs come near the thousand that deflate can do; the
XML of Word tables comes to fifty."""
LOOSE = 1_000_000
UNFIT = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    OSError,
    NotImplementedError,  # a way of packing that the standard library does not know
    RuntimeError,  # packed with a password
    ValueError,  # names and offsets that cannot be
    OverflowError,
)


class Archive:
    """A ZIP file in memory. `name` is for the messages of UnreadableFile."""

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        try:
            self._file = zipfile.ZipFile(io.BytesIO(data))
        except UNFIT as error:
            raise UnreadableFile(name, f"a damaged ZIP file: {error}") from error
        self._check()

    def _check(self) -> None:
        members = self.members
        if len(members) > MOST_MEMBERS:
            raise UnreadableFile(self.name, f"{len(members):,} files packed in it; at most {MOST_MEMBERS:,} are read")
        whole = sum(member.file_size for member in members)
        if whole > LARGEST_WHOLE:
            raise UnreadableFile(self.name, f"unpacks to {whole:,} bytes; at most {LARGEST_WHOLE:,} are read")
        for member in members:
            if member.file_size > max(LOOSE, TIGHTEST * member.compress_size):
                raise UnreadableFile(self.name, f"{member.filename} is packed too tight: it may be a bomb")

    @property
    def members(self) -> list[zipfile.ZipInfo]:
        """The files packed in it, without folders."""
        return [member for member in self._file.infolist() if not f"/{member.filename}".endswith("/")]

    def read(self, member: str | zipfile.ZipInfo) -> bytes:
        """The bytes of a member. Raises UnreadableFile where it is damaged or too big, KeyError where there is none."""
        info = self._file.getinfo(member) if isinstance(member, str) else member
        if info.file_size > LARGEST_PART:
            raise UnreadableFile(
                self.name, f"{info.filename} has {info.file_size:,} bytes; at most {LARGEST_PART:,} are read"
            )
        try:
            with self._file.open(info) as file:
                return file.read(LARGEST_PART + 1)
        except UNFIT as error:
            raise UnreadableFile(self.name, f"{info.filename} in it cannot be unpacked: {error}") from error
