"""Dated facts of a text that names no year: operations, people in office and actors that existed only from or to a day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from waqai.annotate.time.tables import Table, find, table
from waqai.model import ActorMention, Token
from waqai.model.text import words_of
from waqai.normalise import tokenize
from waqai.resources import DATA, compiled, read_yaml
from waqai.resources.registry import registry

_FILE = DATA / "time" / "facts.yml"
_STOPS = frozenset({".", "\n", "!", "?"})


class Fact(NamedTuple):
    """Something named in the text that did not exist always.

    Attributes:
        label: how the reason names it.
        since: its first day; no report that names it is older. ``None``: not known.
        until: the last day on which reports name it; ``None``: later ones may.
        end: its own last day; a date of the same sentence does not lie after it. ``None``: none known.
        at: token index.
    """

    label: str
    since: date | None
    until: date | None
    end: date | None
    at: int


class Facts(NamedTuple):
    """The facts of one text and where its sentences end (token indices, ascending)."""

    items: tuple[Fact, ...]
    ends: tuple[int, ...]

    def about(self, at: int, today: bool) -> list[Fact]:
        """The facts with the bounds that hold for a date at token ``at``: ``end`` only for another date of the same sentence."""
        low = max((e for e in self.ends if e <= at), default=0)
        high = min((e for e in self.ends if e > at), default=1 << 60)
        return [f if not today and low <= f.at < high else f._replace(end=None) for f in self.items]


def allowed(day: date, facts: Iterable[Fact]) -> bool:
    """No fact speaks against the day."""
    for f in facts:
        if (f.since is not None and day < f.since) or (f.until is not None and day > f.until) or (f.end is not None and day > f.end):
            return False
    return True


def told(facts: Iterable[Fact], fits: Sequence[date]) -> str:
    """The facts that exclude one of the days, as words for an issue; empty when none does."""
    out = []
    for f in facts:
        last = f.until or f.end
        if not all(allowed(d, (f,)) for d in fits):
            out.append(f.label + (f" from {f.since}" if f.since is not None else "") + (f" to {last}" if last is not None else ""))
    return "; ".join(dict.fromkeys(out))


def _build() -> Table:
    raw: dict[str, list[dict[str, Any]]] = read_yaml(_FILE)
    groups: dict[Any, list[str]] = {}
    for rows in raw.values():
        for row in rows:
            names = [" ".join(t.word for t in tokenize(n)) for n in row["names"]]
            groups[(row["names"][0], row["since"], row.get("until"))] = names
    return table(groups, ("", "و", "ب", "ل"))


@lru_cache(maxsize=1)
def _named() -> Table:
    return compiled("time-facts", _build, [_FILE], code=__file__)


def facts_of(tokens: Sequence[Token], actors: Iterable[ActorMention] = ()) -> Facts:
    """The dated facts of a text.

    Args:
        tokens: its tokens.
        actors: its actor mentions; those with days in the registry count.
    """
    words = words_of(tokens)
    named = _named()
    items: list[Fact] = []
    for i, w in enumerate(words):
        if w in named and (m := find(named, words, i)) is not None:
            label, since, until = m.value
            items.append(Fact(label, since, until, None, i))
    for mention in actors:
        a = registry().actors.get(mention.actor_id or "")
        if a is not None and (a.since is not None or a.until is not None):
            items.append(Fact(a.name_en or mention.text, a.since, None, a.until, mention.first))
    return Facts(tuple(items), tuple(i for i, w in enumerate(words) if w in _STOPS))
