"""The sentences of bench/quantities.tsv: each states what the file says, in base units."""

from pathlib import Path

import pytest

from graph.model import Clause
from loaders.quantities import read_indicators

FILE = Path(__file__).parents[2] / "bench" / "quantities.tsv"
ROWS = [line.split("\t") for line in FILE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]


def written(item):
    """A quantity as the file writes it."""
    high = "" if item.normal_max is None else f"..{item.normal_max:.15g}"
    return f"{item.normal_value:.15g}{high} {item.normal_unit or '-'} {item.comparator}"


@pytest.mark.parametrize(("sentence", "stated"), ROWS, ids=[sentence for sentence, _ in ROWS])
def test_sentence(sentence, stated):
    """Value, unit and comparator of each quantity are read, and nothing else."""
    found, doubts = read_indicators(Clause("句/一", "句", "一", "clause", sentence))

    assert stated == "; ".join(map(written, found))
    assert [] == doubts
