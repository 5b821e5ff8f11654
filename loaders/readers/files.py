"""The bytes of a file, within a limit."""

from pathlib import Path

from graph.errors import UnreadableFile
from loaders.readers.limits import Limits


def bytes_of(path: Path, largest: int, limits: Limits) -> bytes:
    """The bytes of the file at `path`. Raises UnreadableFile for what is missing, or has more than `largest`,
    which goes with the size of `limits`."""
    try:
        limits.refuse_more(str(path), path.stat().st_size, largest, "bytes")
        return path.read_bytes()
    except OSError as error:
        raise UnreadableFile(str(path), error.strerror or "not readable") from error
