"""What the pages say, in Chinese and in English: one catalogue, read from the files beside."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

Language = Literal["zh", "en"]


@dataclass(frozen=True, slots=True)
class Word:
    """A word or phrase in both languages; {names} in it are filled in. `file` says where it stands."""

    zh: str
    en: str
    file: str


class WordsError(Exception):
    """A bug: a file of words/ that is wrong in itself."""


def word(key: str, language: Language, /, **values: object) -> str:
    """The word of this key; a key that is not there is a word of an answer that needs no other, shown as it is."""
    found = catalogue().get(key)
    if found is None:
        return key
    text = found.en if language == "en" else found.zh
    return text.format(**values) if values else text


@cache
def catalogue() -> Mapping[str, Word]:
    """All words by key. Raises WordsError for a line without three columns and for a key that stands there twice."""
    found: dict[str, Word] = {}
    here = (file for file in files(__name__).iterdir() if file.name.endswith(".tsv"))
    for file in sorted(here, key=lambda file: file.name):
        for line in file.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                _add(found, line, file.name)
    return found


def _add(found: dict[str, Word], line: str, file: str) -> None:
    columns = line.split("\t")
    if len(columns) != 3 or not all(columns):
        raise WordsError(f"{file}: key, zh and en expected: {line!r}")
    key, zh, en = columns
    if key in found:
        raise WordsError(f"{file}: {key} stands in {found[key].file} too")
    found[key] = Word(zh, en, file)
