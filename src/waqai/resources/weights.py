"""Weights of the ranking tables: fact → weight, by decision. A fact not in a table weighs nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from itertools import repeat
from pathlib import Path

from waqai.resources.load import DATA, compiled, read_tsv


def _path() -> Path:
    return DATA / "models" / "arguments.tsv"


@cache
def _tables() -> dict[str, dict[str, float]]:
    path = _path()
    if not path.exists():
        return {}

    def build() -> dict[str, dict[str, float]]:
        out: dict[str, dict[str, float]] = {}
        for row in read_tsv(path):
            out.setdefault(row["decision"], {})[row["fact"]] = float(row["weight"])
        return out

    return compiled("weights", build, [path], __file__)


def weights(decision: str) -> dict[str, float]:
    """The table of one decision (``perpetrator``, ``target``, ``place``, ``date`` …); empty when it has none."""
    return _tables().get(decision, {})


def total(table: Mapping[str, float], facts: Iterable[str], start: float = 0.0) -> float:
    """Sum of the weights of facts, added to ``start`` one by one."""
    return sum(map(table.get, facts, repeat(0.0)), start)
