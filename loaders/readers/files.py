"""The bytes of a file, within a limit."""

from pathlib import Path

from graph.errors import UnreadableFile


def bytes_of(path: Path, largest: int) -> bytes:
    """The bytes of the file at `path`. Raises UnreadableFile for what is missing, or has more than `largest`."""
    try:
        size = path.stat().st_size
        if size > largest:
            raise UnreadableFile(str(path), f"{size:,} bytes; at most {largest:,} are read")
        return path.read_bytes()
    except OSError as error:
        raise UnreadableFile(str(path), error.strerror or "not readable") from error
