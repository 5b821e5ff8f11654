"""Sentences as vectors, by a model that somebody chose and put on this machine: optional evidence for links.

Nothing is downloaded here, and nothing is needed unless `cascade load --embeddings PATH` asks for it. The extra
`embeddings` installs the library, which only this module knows.
"""

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

from graph.errors import InputError, MissingExtra

PURPOSE = "comparing sentences by their meaning"


class Embedder(Protocol):
    """Turns texts into vectors of one length; texts that mean alike get vectors that point alike."""

    def embed(self, texts: Sequence[str]) -> Sequence[Sequence[float]]:
        """A vector for each text, in their order."""
        ...

    def __hash__(self) -> int:
        """Vectors are kept by embedder and texts."""
        ...


class LocalModel:
    """A model of sentence-transformers in a folder of this machine."""

    def __init__(self, folder: Path) -> None:
        """Raises MissingExtra, and InputError for a folder that holds no model."""
        if find_spec("sentence_transformers") is None:
            raise MissingExtra("embeddings", PURPOSE)
        if not folder.is_dir():
            raise InputError(f"{folder}: there is no folder with a model of sentence-transformers")
        from sentence_transformers import SentenceTransformer  # noqa: PLC0415  # it takes long to import

        try:
            self._model = SentenceTransformer(str(folder), local_files_only=True)
        except (OSError, ValueError, KeyError) as error:
            raise InputError(f"{folder}: no model of sentence-transformers: {error}") from error

    def embed(self, texts: Sequence[str]) -> Sequence[Sequence[float]]:
        """A vector for each text."""
        vectors: Sequence[Sequence[float]] = self._model.encode(list(texts), show_progress_bar=False).tolist()
        return vectors
