"""What the ranking tables weigh: candidates, described by short names of facts a reader would use.

"After the verb, no preposition, armed group": the weights of these facts stand in ``data/models/arguments.tsv``; the command that
tuned them stands at the head of that file. The choice of the hand-written rules is one fact among them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import repeat
from typing import NamedTuple

from waqai.model import ActorMention, TimeMention
from waqai.resources.weights import total

NULL = "<none>"


_NO_WEIGHT = repeat(0.0)
# Every table that was asked, so that its id stays its own.
_ASKED: dict[int, Mapping[str, float]] = {}


class Facts:
    """Facts that often stand together, with the sum of their weights by id of table. Tables do not change once they are in use."""

    __slots__ = ("names", "sums")

    def __init__(self, *names: str) -> None:
        self.names = names
        self.sums: dict[int, float] = {}

    def weight(self, table: Mapping[str, float]) -> float:
        """Sum of the weights of the facts in ``table``."""
        key = id(table)
        known = self.sums.get(key)
        if known is None:
            _ASKED[key] = table
            known = self.sums[key] = total(table, self.names)
        return known


def weigh(groups: Iterable[Facts], table: Mapping[str, float]) -> float:
    """Sum of the weights of several groups."""
    s, key = 0.0, id(table)
    for group in groups:
        known = group.sums.get(key)
        s += group.weight(table) if known is None else known
    return s


class Candidate(NamedTuple):
    """A possible value (``None`` = not stated) with the facts that speak for or against it.

    ``key`` is what is compared: an actor's canonical name, a place index, a time's interval. ``shared`` are groups of facts met
    with many candidates, ``own`` those of this one.
    """

    key: str
    value: ActorMention | TimeMention | int | None
    own: tuple[str, ...]
    rule: str
    shared: tuple[Facts, ...] = ()

    @property
    def facts(self) -> tuple[str, ...]:
        """All facts by name."""
        return (*(x for group in self.shared for x in group.names), *self.own)


def score(c: Candidate, table: Mapping[str, float]) -> float:
    """Sum of the weights of a candidate's facts."""
    return total(table, c.own, weigh(c.shared, table))


def best(cands: list[Candidate], table: Mapping[str, float]) -> Candidate:
    """The candidate with the highest sum of weights; of equals the one that comes first in the text."""
    top, top_score = cands[-1], float("-inf")
    get, key = table.get, id(table)
    for c in cands:
        s = 0.0
        for group in c.shared:
            known = group.sums.get(key)
            s += group.weight(table) if known is None else known
        s = sum(map(get, c.own, _NO_WEIGHT), s)
        if s > top_score + 1e-9:
            top, top_score = c, s
    return top
