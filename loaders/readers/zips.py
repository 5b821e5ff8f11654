"""ZIP files opened safely: what unpacks to too much is refused before it is unpacked."""

import io
import lzma
import struct
import zipfile
import zlib

from graph.errors import UnreadableFile
from loaders.readers.limits import Limits

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
    """A ZIP file in memory. `name` and `kind`, what it is for people, are for the messages of UnreadableFile."""

    def __init__(self, data: bytes, name: str, limits: Limits, kind: str = "ZIP file") -> None:
        self.name, self.limits, self.kind = name, limits, kind
        try:
            self._file = zipfile.ZipFile(io.BytesIO(data))
        except UNFIT as error:
            raise UnreadableFile(name, f"a damaged {kind}: {error}") from error
        self._check()

    def _check(self) -> None:
        members = self.members
        self.limits.refuse_more(self.name, len(members), self.limits.members, "files packed in it")
        whole = sum(member.file_size for member in members)
        self.limits.refuse_more(self.name, whole, self.limits.packed, "bytes when it is unpacked")
        for member in members:
            if member.file_size > max(LOOSE, TIGHTEST * member.compress_size):
                raise UnreadableFile(
                    self.name, f"{member.filename} is packed too tight: it may be a bomb; pack it anew if it is none"
                )

    @property
    def members(self) -> list[zipfile.ZipInfo]:
        """The files packed in it, without folders."""
        return [member for member in self._file.infolist() if not f"/{member.filename}".endswith("/")]

    def read(self, info: zipfile.ZipInfo, most: int) -> bytes:
        """The bytes of a member, which may have `most`. Raises UnreadableFile where it is damaged or too big."""
        self.limits.refuse_more(self.name, info.file_size, most, f"bytes of {info.filename}")
        try:
            with self._file.open(info) as file:
                return file.read(most + 1)
        except UNFIT as error:
            raise UnreadableFile(
                self.name, f"a damaged {self.kind}: {info.filename} in it cannot be unpacked: {error}"
            ) from error
