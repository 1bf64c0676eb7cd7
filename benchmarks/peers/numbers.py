"""Number suites of other projects, read by Waqai: ``python -m benchmarks.peers.numbers``.

The suites lie in ``peer_cases`` of the optional data folder (``WAQAI_SHARED``). An adapter here maps conventions (which
reading to use, what counts as found) and holds no answers. ``numbers.refused.yml`` lists refused answers with reasons.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import yaml

from waqai.annotate.number import find_literals, find_numbers, ordinal_at
from waqai.normalise import fold, tokenize

HERE = Path(__file__).resolve().parent
Row = tuple[int, list[str]]

# What the best other library reaches, as measured in one run with the suites' own files.
PEERS = {
    "duckling_numeral_ar": "puckling 163/163",
    "duckling_numeral_ar_eg": "puckling 146/161",
    "duckling_ordinal_ar": "puckling 29/30",
    "cldr_rbnf_ar_spellout": "arabic-itn 1020/1033",
    "recognizers integers": "puckling 67/141 (full suite)",
    "recognizers integers, span too": "-",
    "recognizers ordinals": "-",
    "recognizers ranges": "-",
}


def folder() -> Path | None:
    """The suites, or ``None`` when the data folder is absent."""
    root = os.environ.get("WAQAI_SHARED")
    path = (Path(root) if root else HERE.parents[1].parent / "shared") / "peer_cases"
    return path if path.is_dir() else None


def rows(path: Path) -> Iterator[Row]:
    """Data rows of a suite with their line numbers; comments and the header are left out."""
    header = False
    for n, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if not line or line.startswith("#"):
            continue
        if not header:
            header = True
            continue
        yield n, line.split("\t")


def refused(suite: str) -> set[int]:
    """Line numbers of the rows we refuse."""
    table = yaml.safe_load((HERE / "numbers.refused.yml").read_text(encoding="utf-8")) or {}
    return {int(r["row"]) for r in table.get(suite) or ()}


def near(a: float, b: float) -> bool:
    return abs(a - b) <= 1e-9 * max(1.0, abs(b))


def whole_value(text: str, expected: str) -> bool:
    """The whole string is one number of the expected value."""
    found = find_literals(text)
    return len(found) == 1 and found[0].text == text.strip() and near(found[0].value, float(expected))


def whole_ordinal(text: str, expected: str) -> bool:
    tokens = tokenize(text)
    got = ordinal_at(tokens, 0)
    return got is not None and got[1] == len(tokens) and got[0] == int(expected)


def literal(row: list[str], span: bool) -> bool:
    """A number of the expected value stands in the text, on the expected words when ``span``."""
    found = [m for m in find_literals(row[1]) if near(m.value, float(row[4]))]
    return any(not span or fold(m.text).split() == fold(row[2]).split() for m in found)


def ordinal(row: list[str]) -> bool:
    """An ordinal of the expected value stands somewhere in the text."""
    tokens = tokenize(row[1])
    return any((got := ordinal_at(tokens, i)) is not None and got[0] == int(row[4]) for i in range(len(tokens)))


def interval(row: list[str]) -> bool:
    """A quantity with the expected numbers as its bounds. Open and closed ends are one here: we read whole counts."""
    low, high = (x.strip("()[] ") for x in row[4].split(","))
    want = (float(low) if low else None, float(high) if high else None)
    return any((m.low, m.high) == want for m in find_numbers(row[1]))


def integer(row: list[str]) -> bool:
    try:
        return row[0] == "NumberModel" and float(row[4]).is_integer()
    except ValueError:
        return False


class Result(NamedTuple):
    """Rows right and total without the refused ones, how many are refused, and the rows missed."""

    right: int
    total: int
    refused: int
    missed: list[Row]


def count(found: Iterable[Row], skip: set[int], ok: Callable[[list[str]], bool]) -> Result:
    every = list(found)
    kept = [r for r in every if r[0] not in skip]
    missed = [r for r in kept if not ok(r[1])]
    return Result(len(kept) - len(missed), len(kept), len(every) - len(kept), missed)


def measure(path: Path) -> dict[str, Result]:
    """Every suite by name."""
    out = {}
    for name in ("duckling_numeral_ar", "duckling_numeral_ar_eg", "cldr_rbnf_ar_spellout"):
        out[name] = count(rows(path / f"{name}.tsv"), refused(name), lambda r: whole_value(r[0], r[1]))
    name = "duckling_ordinal_ar"
    out[name] = count(rows(path / f"{name}.tsv"), refused(name), lambda r: whole_ordinal(r[0], r[1]))
    suite = list(rows(path / "recognizers_number_ar.tsv"))
    skip = refused("recognizers_number_ar")
    ints = [r for r in suite if integer(r[1])]
    out["recognizers integers"] = count(ints, skip, lambda r: literal(r, False))
    out["recognizers integers, span too"] = count(ints, skip, lambda r: literal(r, True))
    ordinals = [r for r in suite if r[1][0].startswith("Ordinal") and r[1][4].isdigit()]
    out["recognizers ordinals"] = count(ordinals, skip, ordinal)
    ranges = [r for r in suite if r[1][0] == "NumberRangeModel" and r[1][4].count(",") == 1]
    out["recognizers ranges"] = count(ranges, skip, interval)
    return out


def main(argv: list[str]) -> int:
    path = folder()
    if path is None:
        print("number suites: skipped, no peer_cases folder. Set WAQAI_SHARED to the data folder.")
        return 0
    print(f"{'suite':<34}{'waqai':>12}{'refused':>9}   best other")
    results = measure(path)
    for name, r in results.items():
        print(f"{name:<34}{r.right:>6}/{r.total:<6}{r.refused:>8}   {PEERS[name]}")
    if "--missed" in argv:
        for name, r in results.items():
            for n, row in r.missed:
                print(f"{name}\tline {n}\t" + "\t".join(row[:5]))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
