"""The Arabic event sentences of openeventdata (arabic_event_gsr, MIT), read by Waqai: ``python -m benchmarks.peers.gsr``.

About three trained coders marked who did what to whom in newswire of 2007–2011. A figure is the mean token F1 of one field over sentences
and coders; beside it stands the same figure for every coder against the others, on the same sentences. Two empty answers agree (1), an
empty one against words does not (0). The sentences lie in the optional data folder (``WAQAI_SHARED``).

How an answer is read off the frames stands in ``gsr_reading``.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import permutations
from pathlib import Path

from benchmarks.peers.gsr_base import FIELDS, Answer
from benchmarks.peers.gsr_reading import answer
from waqai.normalise import tokenize
from waqai.pipeline import Coder

KEYS = {"verb": "verb", "source": "source_actor", "target": "target_actor"}
# What the anchors of the project state for the human pairs of the whole file; ours are computed below.
STATED = {"assault": {"source": 0.81, "verb": 0.66, "target": 0.58}, "protest": {"source": 0.75, "verb": 0.54, "target": 0.52}}


@dataclass(frozen=True, slots=True)
class Row:
    """One sentence with the answers of its coders."""

    set: str
    text: str
    coders: tuple[Answer, ...]


def folder() -> Path | None:
    """The data file, or ``None`` when the optional folder is absent."""
    root = os.environ.get("WAQAI_SHARED")
    base = Path(root) if root else Path(__file__).resolve().parents[2].parent / "shared"
    path = base / "gold" / "arabic_event_gsr_dev.jsonl"
    return path if path.is_file() else None


def words_of(text: str) -> frozenset[str]:
    """The folded words of a stretch, marks left out."""
    return frozenset(t.word for t in tokenize(text) if t.word[0].isalnum())


def rows(path: Path) -> Iterator[Row]:
    """Sentences with coders' spans."""
    for line in path.read_text(encoding="utf-8").splitlines():
        r = json.loads(line)
        if r["part"] == "spans":
            coders = tuple({f: words_of(" ".join(c[KEYS[f]])) for f in FIELDS} for c in r["coders"])
            yield Row(r["set"], r["text"], coders)


def token_f1(a: frozenset[str], b: frozenset[str]) -> float:
    """F1 of two token sets; two empty ones agree."""
    if not a and not b:
        return 1.0
    both = len(a & b)
    return 2 * both / (len(a) + len(b)) if both else 0.0


def mean(xs: list[float]) -> float:
    """Arithmetic mean; 0 for none."""
    return sum(xs) / len(xs) if xs else 0.0


def figures(found: list[tuple[Row, Answer]]) -> dict[str, tuple[float, float]]:
    """Per field: Waqai against the coders, coders against each other."""
    out: dict[str, tuple[float, float]] = {}
    for field in FIELDS:
        ours = [mean([token_f1(a[field], c[field]) for c in r.coders]) for r, a in found]
        pairs = [mean([token_f1(x[field], y[field]) for x, y in permutations(r.coders, 2)]) for r, _ in found if len(r.coders) > 1]
        out[field] = (mean(ours), mean(pairs))
    return out


def main() -> int:
    """Print the table; exit code 1 when a figure is below the human pairs."""
    path = folder()
    if path is None:
        print("the sentences are not here: set WAQAI_SHARED to the data folder", file=sys.stderr)
        return 2
    coder = Coder(weeded=False)
    found = [(r, answer(coder, r.text, r.set)) for r in rows(path)]
    below = 0
    print("set\tfield\tsentences\tWaqai\thuman pairs\thuman pairs as stated")
    for name in ("assault", "protest"):
        part = [x for x in found if x[0].set == name]
        for field, (ours, pairs) in figures(part).items():
            below += ours < pairs
            print(f"{name}\t{field}\t{len(part)}\t{ours:.3f}\t{pairs:.3f}\t{STATED[name][field]:.2f}")
    return int(below > 0)


if __name__ == "__main__":
    raise SystemExit(main())
