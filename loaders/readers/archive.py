"""ZIP files of documents: their members one by one, with names that people can read."""

from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from zipfile import ZipInfo

from graph.errors import UnreadableFile
from loaders.readers.files import bytes_of
from loaders.readers.limits import Limits
from loaders.readers.old_formats import refusal
from loaders.readers.zips import Archive

UNICODE = 0x800
"""The flag of a member whose name is in UTF-8 for sure."""
BESIDE = ("__MACOSX", "Thumbs.db", "desktop.ini")
"""What systems put into folders by themselves."""


def members(path: Path, known: Mapping[str, int], limits: Limits) -> Iterator[tuple[str, bytes | UnreadableFile]]:
    """The documents packed in the ZIP file at `path`: the name of each with its folders, and its bytes, or why it is
    not read. `known` are the suffixes (".docx") that a reader takes, each with the most bytes.

    Hidden files, READMEs and what systems put beside them are passed over, as in folders. Raises UnreadableFile for a
    file that is damaged, or that would unpack to too much."""
    archive = Archive(bytes_of(path, limits.packed, limits), str(path), limits)
    for member in archive.members:
        name = _name(member)
        if not _is_beside(name):
            yield name, _content(archive, member, f"{path}/{name}", known)


def _content(archive: Archive, member: ZipInfo, path: str, known: Mapping[str, int]) -> bytes | UnreadableFile:
    suffix = PurePosixPath(path).suffix.lower()
    if suffix not in known:
        return UnreadableFile(path, refusal(suffix, known))
    try:
        return archive.read(member, known[suffix])
    except UnreadableFile as error:
        return error


def _name(member: ZipInfo) -> str:
    """The name of a member without steps out of the archive. Names without the mark of UTF-8 are in UTF-8 all the
    same, or in GBK, as Windows in China packs them."""
    written = member.orig_filename
    if not member.flag_bits & UNICODE:
        written = _decoded(written.encode("cp437", "replace")) or written
    parts = PurePosixPath(written.replace("\\", "/")).parts
    return "/".join(part for part in parts if part not in ("/", "..") and not part.endswith(":"))


def _decoded(raw: bytes) -> str:
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return ""


def _is_beside(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return not parts or any(part.startswith((".", "~$", "README")) or part in BESIDE for part in parts)
