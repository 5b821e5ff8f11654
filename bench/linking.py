"""The linker (loaders/implements.py) beside its peers in one run: precision, recall, F1, seconds a pair of documents.

    python bench/linking.py [--pairs FOLDER]... [--made 40] [--seed 1] [--json] [--wrong 10]
                            [--plot FILE.svg] [--fit [--force]] [--time [FILE UPPER...]]

Pairs with known links: the sample, `--made` invented ones (link_made.py says how), and those in folders (link_pairs.py
says in which form). Our linker has the threshold that it ships with. Each peer has the one that is best for it, chosen
on the answers: one for all pairs of a group, and for "F1 by pair", the mean of the pairs that have links, one for each
pair of documents. "its score alone" is our score with such thresholds, without the rules that keep links from being
proposed. The peers (link_peers.py)
need libraries that nothing else here needs; they are installed by

    .venv/bin/uv pip install --group bench

and a peer whose library is absent is passed over. `--wrong` lists misses and extras of our linker.

`--plot` draws how often links of a score are right, each pair of documents scored with weights fitted to all the
others; `--fit` prints that and the weights fitted to all, and `--force` writes them. Both are over the pairs in the
folders where there are any, else over the sample and the invented ones. `--time` measures one document (default: the
sample's last) against those above it, and all of more and more documents against each other.
"""

import argparse
import json
import math
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

import link_fit
import link_pairs
import link_plot
import link_time
from link_pairs import Pair
from link_peers import PEERS, Peer
from link_scores import Counts, Scored, Scores, best_threshold, judged, mean_f1, tenths, total
from loaders import implements

INSTALL = ".venv/bin/uv pip install --group bench"
OURS = "policy-cascade"
COLUMNS = ("tool", "threshold", "P", "R", "F1", "F1 by pair", "seconds a pair")

Tool = Callable[[Pair], Scores]
Row = dict[str, str | float | None]


def ours(pair: Pair) -> Scores:
    """The links that our linker proposes, with their scores."""
    links = implements.link_between(pair.source, pair.target)
    return {(link.source, link.target): link.score for link in links if link.status == "proposed"}


def score_alone(pair: Pair) -> Scores:
    """Our score of all pairs of clauses."""
    return {link: signs.score for link, signs in link_fit.signs_of(pair)}


def of_peer(peer: Peer) -> Tool:
    """A peer as a tool: it compares the clauses that our linker compares."""

    def scores(pair: Pair) -> Scores:
        below, above = link_pairs.compared(pair)
        rows = peer(list(below.values()), list(above.values()))
        return {
            (source, target): score
            for source, row in zip(below, rows, strict=True)
            for target, score in zip(above, row, strict=True)
            if score > 0
        }

    return scores


def tools(console: Console) -> Iterator[tuple[str, Tool]]:
    """Our linker, its score alone, and the peers that are installed."""
    yield OURS, ours
    yield "its score alone", score_alone
    for name, made in PEERS.items():
        try:
            peer = made()
        except ImportError as missing:
            console.print(f"{name} is left out, for {missing.name} is not installed: {INSTALL}", soft_wrap=True)
            continue
        yield name, of_peer(peer)


def run(tool: Tool, pairs: Sequence[Pair]) -> tuple[list[tuple[Pair, Scores]], list[float]]:
    """What a tool says of each pair of documents, and the seconds that it took."""
    scored, seconds = [], []
    for pair in pairs:
        start = time.perf_counter()
        scored.append((pair, tool(pair)))
        seconds.append(time.perf_counter() - start)
    return scored, seconds


def row(name: str, scored: Scored, seconds: Sequence[float]) -> Row:
    """How right and how fast a tool was over these pairs."""
    threshold = implements.PROPOSED if name == OURS else best_threshold(scored)
    found = total(scored, threshold)
    by_pair = mean_f1(scored, threshold if name == OURS else None)
    shown = threshold if math.isfinite(threshold) else None
    figures = (shown, found.precision, found.recall, found.f1, by_pair, sum(seconds) / len(seconds))
    return dict(zip(COLUMNS, (name, *figures), strict=True))


def compare(pairs: Sequence[Pair], console: Console) -> dict[str, list[Row]]:
    """The rows of all tools by group of pairs, and over all."""
    groups = {group: [pair for pair in pairs if pair.group == group] for group in dict.fromkeys(p.group for p in pairs)}
    found: dict[str, list[Row]] = {group: [] for group in groups}
    if len(groups) > 1:
        found["all"] = []
    for name, tool in tools(console):
        tool(pairs[0])  # what is read once is not what is measured
        scored, seconds = run(tool, pairs)
        for group, rows in found.items():
            chosen = [rank for rank, pair in enumerate(pairs) if group in (pair.group, "all")]
            rows.append(row(name, [scored[rank] for rank in chosen], [seconds[rank] for rank in chosen]))
    return found


def tables(found: dict[str, list[Row]], pairs: Sequence[Pair]) -> Iterator[Table]:
    """The rows as tables."""
    for group, rows in found.items():
        chosen = [pair for pair in pairs if group in (pair.group, "all")]
        links = sum(len(pair.wanted) for pair in chosen)
        table = Table(*COLUMNS, title=f"{group}: {len(chosen)} pairs of documents, {links} links")
        for one in rows:
            figures = [value if isinstance(value, str) else _figure(value) for value in one.values()]
            table.add_row(*figures)
        yield table


def _figure(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}" if value < 10 else f"{value:.1f}"


def reliability(scored: Scored, title: str) -> Table:
    """How often links of a score are right, by tenths."""
    table = Table("score", "pairs of clauses", "mean score", "share right", title=title)
    for rank, one in enumerate(tenths(judged(scored))):
        if one:
            score = f"{rank / 10:.1f}-{(rank + 1) / 10:.1f}"
            table.add_row(score, f"{one.count:,}", f"{one.said:.2f}", f"{one.right:.2f}")
    return table


def fitted(pairs: Sequence[Pair], console: Console, plot: Path | None) -> str:
    """Fit the weights: print how right they are on pairs left out of a fit, draw the plot, give the file's text."""
    known = [link_fit.signed(pair) for pair in pairs]
    scored = link_fit.unseen(known)
    title = "links by their score alone, from the one that we propose"
    table = Table("pair left out", "right", "extra", "missed", "P", "R", "F1", title=title)
    rows = link_fit.at_proposed(scored)
    for name, one in [*rows, ("all", sum((one for _, one in rows), Counts()))]:
        shares = (f"{share:.2f}" for share in (one.precision, one.recall, one.f1))
        table.add_row(name, str(one.right), str(one.extra), str(one.missed), *shares)
    console.print(table, reliability(scored, "pairs left out of the fit"))
    if plot:
        title = f"Links right by score, {len(pairs)} pairs each left out"
        plot.write_text(link_plot.plotted(tenths(judged(scored)), title), encoding="utf-8")
    return link_fit.written(link_fit.fit(known))


def wrong(pairs: Sequence[Pair], most: int, console: Console) -> None:
    """List misses and extras of our linker, as many of each."""
    kinds: dict[str, list[tuple[Pair, link_pairs.Link]]] = {"missed": [], "extra": []}
    for pair in pairs:
        made = ours(pair).keys()
        kinds["missed"] += [(pair, link) for link in sorted(pair.wanted - made)]
        kinds["extra"] += [(pair, link) for link in sorted(made - pair.wanted - pair.either)]
    for kind, found in kinds.items():
        for pair, (source, target) in found[:: max(1, len(found) // most)][:most]:
            said = score_alone(pair).get((source, target), 0.0)
            console.print(f"{kind}, score {said:.2f}, {pair.name}\n  {source}\n  {target}", markup=False)
            console.print(f"  {link_pairs.texts(pair.source)[source]}\n  {link_pairs.texts(pair.target)[target]}")


def write_weights(text: str, console: Console, *, force: bool) -> None:
    """Print the file of weights, and write it where that is forced."""
    print(text, end="")  # with its tabs
    if force:
        link_fit.WEIGHTS.write_text(text, encoding="utf-8")
    elif text != link_fit.WEIGHTS.read_text(encoding="utf-8"):
        console.print(f"{link_fit.WEIGHTS.name} has other weights and is left as it is; --force writes these")


def measure_time(files: Sequence[Path], seed: int, console: Console) -> None:
    """Print the tables of times."""
    lower, *uppers = map(link_pairs.read, files or sorted((link_pairs.ROOT / "samples").glob("*.txt"), reverse=True))
    console.print(link_time.against(lower, uppers))
    console.print(link_time.loaded(seed))


def asked() -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=Path, action="append", default=[], metavar="FOLDER")
    parser.add_argument("--made", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--wrong", type=int, default=0)
    parser.add_argument("--plot", type=Path)
    parser.add_argument("--fit", action="store_true")
    parser.add_argument("--force", action="store_true")
    parser.add_argument("--time", type=Path, nargs="*", metavar="FILE")
    return parser.parse_args()


def main() -> None:
    """Do what is asked: time, fit and plot, or compare."""
    given, console = asked(), Console()
    if given.time is not None:
        measure_time(given.time, given.seed, console)
        return
    folders = [pair for folder in given.pairs for pair in link_pairs.folder(folder)]
    if given.fit or given.plot:
        made = folders or [*link_pairs.sample(), *link_pairs.made(given.made, given.seed)]
        text = fitted(made, console, given.plot)
        if given.fit:
            write_weights(text, console, force=given.force)
        return
    pairs = [*link_pairs.sample(), *link_pairs.made(given.made, given.seed), *folders]
    found = compare(pairs, Console(stderr=True))
    if given.json:
        print(json.dumps(found, ensure_ascii=False, indent=1))
        return
    for table in tables(found, pairs):
        console.print(table)
    if given.wrong:
        wrong(pairs, given.wrong, console)


if __name__ == "__main__":
    main()
