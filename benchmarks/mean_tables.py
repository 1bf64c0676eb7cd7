"""The mean of two tuned tables, fact by fact: steadier on new texts than either of them.

    python -m benchmarks.mean_tables OUT A.tsv B.tsv [--keep merge] [--threshold event=0.1 ...]

A fact missing in one table counts as 0 there; facts that come to less than 0.01 are left out. ``--keep`` takes a decision from A whole.
"""

from __future__ import annotations

import argparse
from pathlib import Path

_LEAST = 0.01
Table = dict[str, dict[str, float]]


def read(path: Path) -> tuple[list[str], Table]:
    """Head lines, and weights by decision and fact."""
    head, out = [], {}
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if line.startswith("#") or cells[0] == "decision":
            head.append(line)
        else:
            out.setdefault(cells[0], {})[cells[1]] = float(cells[2])
    return head, out


def mean(a: Table, b: Table, keep: set[str], thresholds: dict[str, float]) -> list[str]:
    """Lines of the table between two tables."""
    lines = []
    for decision, facts in a.items():
        if decision in keep:
            lines += [f"{decision}\t{x}\t{v}" if x == "threshold" else f"{decision}\t{x}\t{v:.3f}" for x, v in facts.items()]
            continue
        other = b.get(decision, {})
        for x in sorted((facts.keys() | other.keys()) - {"threshold"}):
            v = (facts.get(x, 0.0) + other.get(x, 0.0)) / 2
            if abs(v) >= _LEAST:
                lines.append(f"{decision}\t{x}\t{v:.3f}")
        if "threshold" in facts:
            lines.append(f"{decision}\tthreshold\t{thresholds.get(decision, facts['threshold'])}")
    return lines


def main() -> None:
    """Write the mean of two tables."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("out", type=Path)
    ap.add_argument("tables", nargs=2, type=Path)
    ap.add_argument("--keep", nargs="*", default=[])
    ap.add_argument("--threshold", nargs="*", default=[], metavar="DECISION=VALUE")
    args = ap.parse_args()
    (head, a), (_, b) = (read(p) for p in args.tables)
    thresholds = {k: float(v) for k, v in (x.split("=") for x in args.threshold)}
    args.out.write_text("\n".join([*head, *mean(a, b, set(args.keep), thresholds)]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
