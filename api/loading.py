"""From files to a store: what `cascade load` does. Here alone loaders meet a store."""

import hashlib
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from api.joining import Joining
from graph.errors import InputError, MissingExtra, UnreadableFile
from graph.ids import split_clause_id
from graph.model import DocumentFacts, Doubt, Implements, Level, PolicyGraph
from graph.store import Store
from loaders.build import read, read_facts
from loaders.embedding import Embedder
from loaders.readers import ARCHIVE, READERS, Limits, Page, read_packed
from loaders.readers.limits import USUAL
from loaders.readers.old_formats import REFUSED

EXPORT_SUFFIX = ".jsonl"
LINK_STATUSES = ("proposed", "confirmed")  # a candidate or a rejected link is none


@dataclass(frozen=True, slots=True)
class LoadedDocument:
    """What one document brought in: `clauses` by type, `links_up` to clauses of other documents, `units` the
    organizations that it gives tasks to."""

    id: str
    title: str
    level: Level | None
    region: str | None
    file: str
    clauses: dict[str, int]
    tasks: int
    links_up: int
    units: int
    indicators: int
    doubts: tuple[Doubt, ...]


@dataclass(frozen=True, slots=True)
class FailedFile:
    """A file that was left out, and why."""

    file: str
    line: int | None
    reason: str


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What a load did, file by file."""

    documents: tuple[LoadedDocument, ...]
    failed: tuple[FailedFile, ...]


def files_of(paths: Iterable[Path]) -> list[Path]:
    """The files to read, each once, in sorted order: files as given, folders walked for documents of known formats
    and ZIP files of them, without READMEs and what is hidden.

    Files of formats that must be converted first (.doc) are there too, so that their refusal says how, unless what they
    were converted to lies beside them. An export of facts (.jsonl) is read only where it is named itself. Raises
    InputError for a folder that cannot be read, for who knows what is in it."""
    found = (file for path in paths for file in (_walk(path) if path.is_dir() else (path,)))
    try:
        return [file for _, file in sorted({file.resolve(): file for file in found}.items())]
    except OSError as error:
        raise InputError(f"{error.filename}: {error.strerror}") from error


def _walk(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.name.startswith((".", "~$", "README")):
            continue
        if path.is_dir() and not path.is_symlink():
            yield from _walk(path)
        elif path.suffix.lower() in {ARCHIVE, *READERS} or _is_to_convert(path):
            yield path


def _is_to_convert(path: Path) -> bool:
    return path.suffix.lower() in REFUSED and not any(path.with_suffix(suffix).exists() for suffix in READERS)


def load(store: Store, files: Iterable[Path], limits: Limits = USUAL, embedder: Embedder | None = None) -> LoadReport:
    """Put the documents in these files in the store, one at a time, with their links to and from all others there.

    A file that cannot be read, or has more than `limits`, is left out and reported. When the load is interrupted, the
    documents before the one in hand are in the store. What an embedder does is told in `loaders.meaning`.
    """
    session, failed = _Session(store, Joining(store, embedder)), []
    for file in files:
        for where, graph in _contents(file, limits):
            try:
                session.add(_read_or_raise(graph), where)
            except UnreadableFile as error:
                failed.append(FailedFile(where, error.line, error.reason))
            except MissingExtra as error:
                failed.append(FailedFile(where, None, str(error)))
    return LoadReport(session.loaded(), tuple(failed))


def _contents(file: Path, limits: Limits) -> Iterator[tuple[str, PolicyGraph | Page | InputError]]:
    """What a file holds, each with where it stands: a graph, the pages of a ZIP file, or why it is not read."""
    try:
        if file.suffix.lower() == ARCHIVE:
            yield from read_packed(file, limits)
        else:
            yield str(file), _read(file, limits)
    except InputError as error:
        yield str(file), error


def _read_or_raise(content: PolicyGraph | Page | InputError) -> PolicyGraph:
    if isinstance(content, InputError):
        raise content
    return PolicyGraph((read_facts(content),)) if isinstance(content, Page) else content


class _Session:
    """One load: what came in from where, and the links that it made."""

    def __init__(self, store: Store, joining: Joining) -> None:
        self.store, self.joining = store, joining
        self.accounts: dict[str, LoadedDocument] = {}
        self.texts: dict[str, str] = {}
        self.ups: Counter[str] = Counter()

    def add(self, graph: PolicyGraph, file: str) -> None:
        """Put the documents of a file in the store. Raises UnreadableFile before any of them is there."""
        new = [facts for facts in graph.documents if facts.document.loaded and self._is_new(facts, file)]
        if graph.decisions:
            self.store.merge(graph.decisions)
        apart, entered = {facts.document.id for facts in new}, set[str]()
        for facts in new:
            self._put(facts, file, apart, tuple(_given(facts, entered, graph.links)))
            entered.add(facts.document.id)

    def _put(self, facts: DocumentFacts, file: str, apart: Collection[str], given: tuple[Implements, ...]) -> None:
        found: list[Implements] = []

        def links() -> list[Implements]:
            found[:] = (*given, *self.joining.links(facts, apart))  # anew where the store has to try again
            return found

        self.store.replace(facts, links)
        self._enter(facts, file, found)

    def _enter(self, facts: DocumentFacts, file: str, links: Iterable[Implements]) -> None:
        self.joining.hold(facts)
        self.accounts[facts.document.id] = _account(facts, file)
        self.texts[facts.document.id] = _text_print(facts)
        self.ups.update(_document_of(link.source) for link in links if link.status in LINK_STATUSES)

    def _is_new(self, facts: DocumentFacts, file: str) -> bool:
        """False for a second copy of a document; which of two texts is right is not for us to say."""
        first = self.accounts.get(facts.document.id)
        if first is None:
            return True
        if _text_print(facts) != self.texts[facts.document.id]:
            raise UnreadableFile(file, f"is {facts.document.id} in other words than {first.file}, which is kept")
        return False

    def loaded(self) -> tuple[LoadedDocument, ...]:
        """What each document brought in, in the order of loading."""
        return tuple(replace(account, links_up=self.ups[id]) for id, account in self.accounts.items())


def _read(file: Path, limits: Limits) -> PolicyGraph:
    if file.suffix.lower() == EXPORT_SUFFIX:
        from graph.export import jsonl  # noqa: PLC0415  # documents do not wait for networkx

        return jsonl.read(file)
    return PolicyGraph((read(file, limits),))


def _given(facts: DocumentFacts, entered: Collection[str], links: Iterable[Implements]) -> Iterator[Implements]:
    """The links of an export that join a document to those that entered before it."""
    for link in links:
        ends = {_document_of(link.source), _document_of(link.target)}
        if facts.document.id in ends and ends - {facts.document.id} <= set(entered):
            yield link


def _text_print(facts: DocumentFacts) -> str:
    """What tells the words of a document from others, without holding them."""
    words = repr([(clause.id, clause.text) for clause in facts.clauses])
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


def _document_of(clause: str) -> str:
    return split_clause_id(clause)[0]


def _account(facts: DocumentFacts, file: str) -> LoadedDocument:
    document = facts.document
    names = {region.code: region.name for region in facts.regions}
    return LoadedDocument(
        id=document.id,
        title=document.title,
        level=document.level,
        region=names.get(document.region or "", document.region),
        file=file,
        clauses=dict(Counter(clause.type for clause in facts.clauses)),
        tasks=sum(clause.task for clause in facts.clauses),
        links_up=0,  # known when all are loaded
        units=len({assignment.target for assignment in facts.assignments}),
        indicators=len(facts.indicators),
        doubts=facts.doubts,
    )
