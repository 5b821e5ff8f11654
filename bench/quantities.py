"""Quantities of invented sentences (quantities.tsv): what is right, and characters a second, beside two peers.

    python bench/quantities.py

The peers are JioNLP (`pip install jionlp`), which reads sums of money and is asked for those, and Recognizers-Text
(`pip install recognizers-text-suite "emoji<2"`), which reads numbers, shares, sums, ages and dimensions and no
comparators. Both bring much with them and are measured only where they are installed. A value is right in base units
(1.5亿元 is 150000000), a unit and a comparator where the value is; what else is read is an extra.
"""

import contextlib
import time
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from rich.console import Console
from rich.table import Table

from graph.model import Clause
from loaders.quantities import read_indicators

SECONDS = 2.0  # how long each tool reads
SAME = 1e-6  # relative difference of two values that are one
NAMES = {"Chinese yuan": "元", "Dollar": "美元", "Year": "周岁", "Square meter": "平方米", "Kilometer": "公里"}
BASES = {"公里": (1000.0, "米")}
MEANT = {"accurate": "=", "blur": "~", "blur+": ">=", "blur-": "<="}  # JioNLP's words for a comparator


@dataclass(frozen=True, slots=True)
class Read:
    """A quantity in base units; what a tool does not say is None."""

    low: float
    high: float | None = None
    unit: str | None = None
    comparator: str | None = None


Reader = Callable[[str], list[Read]]


def sentences(units: tuple[str, ...] = ()) -> list[tuple[str, list[Read]]]:
    """The sentences with the quantities that they state, in these units where some are given."""
    text = Path(__file__).with_suffix(".tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    read = [(sentence, [_stated(part) for part in stated.split("; ") if part]) for sentence, stated in rows]
    return [(sentence, [item for item in stated if not units or item.unit in units]) for sentence, stated in read]


def _stated(written: str) -> Read:
    value, unit, comparator = written.split(" ")
    low, _, high = value.partition("..")
    return Read(float(low), float(high) if high else None, "" if unit == "-" else unit, comparator)


def ours(sentence: str) -> list[Read]:
    """What this project reads."""
    found, _ = read_indicators(Clause("句/一", "句", "一", "clause", sentence))
    return [Read(i.normal_value or 0.0, i.normal_max, i.normal_unit, i.comparator) for i in found]


def jionlp() -> Reader:
    """JioNLP's sums of money. Raises ImportError where it is not installed."""
    with contextlib.redirect_stdout(None):  # it greets
        tool = import_module("jionlp")

    def read(sentence: str) -> list[Read]:
        found = []
        for item in tool.ner.extract_money(sentence, with_parsing=True):
            detail = item["detail"]
            low, *high = detail["num"] if isinstance(detail["num"], list) else [detail["num"]]
            comparator = "range" if high else MEANT.get(detail["definition"])
            found.append(Read(float(low), float(high[0]) if high else None, detail["case"], comparator))
        return found

    return read


def recognizers() -> Reader:
    """Recognizers-Text's shares, sums, ages, dimensions, and the numbers that are in none. Raises ImportError."""
    numbers, units = import_module("recognizers_number"), import_module("recognizers_number_with_unit")
    calls = (
        numbers.recognize_percentage,
        units.recognize_currency,
        units.recognize_age,
        units.recognize_dimension,
        numbers.recognize_number,
    )

    def read(sentence: str) -> list[Read]:
        found: list[Read] = []
        taken: set[int] = set()
        for call in calls:
            for item in call(sentence, "zh-cn"):
                place = set(range(item.start, item.end + 1))
                if not place & taken and item.resolution and (value := item.resolution["value"]):
                    found.append(_resolved(value, item.resolution.get("unit")))
                    taken |= place
        return found

    return read


def _resolved(value: str, name: str | None) -> Read:
    if value.endswith("%"):
        return Read(float(value[:-1]), unit="%")
    factor, unit = BASES.get(NAMES.get(name or "", ""), (1.0, NAMES.get(name or "")))
    return Read(float(value) * factor, unit=unit)


def same(one: float | None, other: float | None) -> bool:
    """Whether two values are one."""
    return one == other if one is None or other is None else abs(one - other) <= SAME * max(abs(one), abs(other))


def score(read: Reader, asked: tuple[str, ...]) -> list[int]:
    """How many values, units and comparators are right, and how many quantities are extras."""
    values = units = comparators = extras = 0
    for sentence, stated in sentences(asked):
        left = read(sentence)
        for wanted in stated:
            hit = next((item for item in left if same(item.low, wanted.low) and same(item.high, wanted.high)), None)
            if hit:
                left.remove(hit)
                values += 1
                units += hit.unit == wanted.unit
                comparators += hit.comparator == wanted.comparator
        extras += len(left)
    return [values, units, comparators, extras]


def speed(read: Reader) -> float:
    """Characters a second."""
    texts = [sentence for sentence, _ in sentences()]
    start, size = time.perf_counter(), 0
    while time.perf_counter() - start < SECONDS:
        for text in texts:
            read(text)
            size += len(text)
    return size / (time.perf_counter() - start)


def main() -> None:
    """Print the table."""
    title = f"Quantities of {len(sentences())} sentences"
    table = Table("tool", "asked", "value", "unit", "comparator", "extras", "characters/s", title=title)
    tools: list[tuple[str, Callable[[], Reader], tuple[str, ...]]] = [
        ("policy-cascade", lambda: ours, ()),
        ("JioNLP", jionlp, ("元", "美元")),
        ("Recognizers-Text", recognizers, ()),
    ]
    for name, tool, asked in tools:
        try:
            read = tool()
        except ImportError:
            table.add_row(f"{name}: not installed")
            continue
        stated = sum(len(quantities) for _, quantities in sentences(asked))
        table.add_row(name, *map(str, [stated, *score(read, asked)]), f"{speed(read):,.0f}")
    Console().print(table)


if __name__ == "__main__":
    main()
