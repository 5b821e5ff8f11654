"""The peers of the linker: each says of every two texts, one below and one above, how alike they are.

They are given the texts as our linker compares them (`localise.plain`), so that the way of comparing is what differs.
Words are cut by rjieba, the kept binding of jieba-rs; jieba itself has not been kept since 2020. Each peer is made by a
function that raises ImportError where its library is not installed.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib import import_module

import numpy as np

Texts = Sequence[str]
Alike = Sequence[Sequence[float]]
"""By source and target."""

Peer = Callable[[Texts, Texts], Alike]

MATCH, MISMATCH, GAP = 3, -1, -2
"""The scores of the local aligner of the Legislative Influence Detector, there as here of words."""

PERMUTATIONS = 128
SHINGLE = 3  # characters


def tf_idf(analyzer: str) -> Peer:
    """The cosine of TF-IDF vectors of strings of two and three characters ("char") or of words (scikit-learn)."""
    text = import_module("sklearn.feature_extraction.text")
    words = _words() if analyzer == "word" else None

    def compare(sources: Texts, targets: Texts) -> Alike:
        settings = {"analyzer": words} if words else {"analyzer": "char", "ngram_range": (2, 3)}
        vectors = text.TfidfVectorizer(sublinear_tf=True, **settings).fit_transform([*sources, *targets])
        return (vectors[: len(sources)] @ vectors[len(sources) :].T).toarray().tolist()

    return compare


def bm25(unit: str) -> Peer:
    """BM25 of the texts above for each text below as a query, of words or of pairs of characters (bm25s)."""
    library = import_module("bm25s")
    cut = _words() if unit == "word" else lambda text: list(shingles(text, 2))

    def compare(sources: Texts, targets: Texts) -> Alike:
        index = library.BM25()
        index.index([cut(text) for text in targets], show_progress=False)
        known = set(index.vocab_dict)
        queries = [[token for token in cut(text) if token in known] for text in sources]
        nothing = [0.0] * len(targets)
        return [index.get_scores(query).tolist() if query else nothing for query in queries]

    return compare


def min_hash() -> Peer:
    """The estimated Jaccard likeness of the sets of strings of three characters (datasketch)."""
    library = import_module("datasketch")

    def signature(text: str) -> object:
        made = library.MinHash(num_perm=PERMUTATIONS)
        made.update_batch([shingle.encode() for shingle in shingles(text, SHINGLE)])
        return made

    def compare(sources: Texts, targets: Texts) -> Alike:
        above = [signature(text) for text in targets]
        return [[below.jaccard(other) for other in above] for below in map(signature, sources)]

    return compare


def common_substring() -> Peer:
    """The length of the longest common run of characters (own code: rapidfuzz has subsequences only)."""
    return lambda sources, targets: [[float(longest_run(one, other)) for other in targets] for one in sources]


def partial_ratio() -> Peer:
    """How much of the shorter text the best window of the other repeats: partial ratio, 0 to 1 (rapidfuzz)."""
    process, fuzz = import_module("rapidfuzz.process"), import_module("rapidfuzz.fuzz")
    return lambda sources, targets: (process.cdist(sources, targets, scorer=fuzz.partial_ratio) / 100).tolist()


def smith_waterman() -> Peer:
    """The score of the best local alignment of words (own code: rapidfuzz has none)."""
    words = _words()

    def compare(sources: Texts, targets: Texts) -> Alike:
        numbers: dict[str, int] = {}
        coded = [[numbers.setdefault(word, len(numbers)) for word in words(text)] for text in (*sources, *targets)]
        above = coded[len(sources) :]
        rows = np.full((len(above), max(map(len, above), default=0)), -1)
        for rank, text in enumerate(above):
            rows[rank, : len(text)] = text
        return [aligned(text, rows) for text in coded[: len(sources)]]

    return compare


def aligned(source: Sequence[int], rows: np.ndarray) -> list[float]:
    """The best local alignment of one text with each row, all rows at once.

    A gap along the row is the best of all starts before: a running maximum, once each place is lifted by what a gap up
    to it costs.
    """
    lift = -GAP * np.arange(rows.shape[1] + 1)
    before = np.zeros((rows.shape[0], rows.shape[1] + 1), dtype=int)
    best = np.zeros(rows.shape[0], dtype=int)
    for word in source:
        here = np.maximum(before + GAP, 0)
        here[:, 1:] = np.maximum(here[:, 1:], before[:, :-1] + np.where(rows == word, MATCH, MISMATCH))
        before = np.maximum.accumulate(here + lift, axis=1) - lift
        best = np.maximum(best, before.max(axis=1))
    return best.tolist()


PEERS: dict[str, Callable[[], Peer]] = {
    "TF-IDF of characters": lambda: tf_idf("char"),
    "TF-IDF of words": lambda: tf_idf("word"),
    "BM25 of words": lambda: bm25("word"),
    "BM25 of character pairs": lambda: bm25("char"),
    "MinHash": min_hash,
    "longest common substring": common_substring,
    "partial ratio": partial_ratio,
    "Smith-Waterman of words": smith_waterman,
}


def _words() -> Callable[[str], list[str]]:
    """The words of a text, marks and blanks left out. Raises ImportError."""
    cutter = import_module("rjieba")
    return lambda text: [word for word in cutter.cut(text) if any(map(str.isalnum, word))]


def shingles(text: str, length: int) -> Iterator[str]:
    """The strings of this many characters in a text."""
    return (text[start : start + length] for start in range(len(text) - length + 1))


def longest_run(one: str, other: str) -> int:
    """The length of the longest string that stands in both texts: found by halving, for what holds it holds all
    shorter ones."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if _strings(one, middle).isdisjoint(_strings(other, middle)):
            high = middle - 1
        else:
            low = middle
    return low


@cache
def _strings(text: str, length: int) -> frozenset[str]:
    return frozenset(shingles(text, length))
