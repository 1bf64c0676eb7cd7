"""The words general statements are told with, from ``data/statements/statements.yml``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import compress, count
from typing import Any

from waqai.model import EventType, StatementKind
from waqai.normalise import fold, readings
from waqai.resources.load import DATA, compiled, read_yaml

_OWN = ("هما", "ها", "هم", "هن", "ه")  # suffixes of "its", "their"
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Words:
    """Folded words by what they do; ``deeds`` and ``kinds`` give event types (``None``: the deed's own)."""

    deeds: dict[str, EventType]
    kinds: dict[str, EventType | None]
    verbs: dict[str, StatementKind]
    nouns: dict[str, StatementKind]
    makers: dict[str, StatementKind]
    sets: dict[str, frozenset[str]]
    often: tuple[tuple[str, ...], ...]


_SETS = (
    "weak", "not_deeds", "suffered", "makers_need_measure", "measures", "shared", "growing", "passed", "unasserted", "if_present",
    "still", "opens", "turned", "holds", "held", "hold", "over", "recurring", "ongoing", "acting", "recurs", "active", "ends",
    "signs", "papers", "joins", "bodies", "not_agreed",
)  # fmt: skip


_WAYS = (("up", StatementKind.INCREASE), ("down", StatementKind.DECREASE))


def _build() -> Words:
    raw: dict[str, Any] = read_yaml(DATA / "statements" / "statements.yml")

    def folded(words: list[Any]) -> frozenset[str]:
        return frozenset(fold(str(w)) for w in words)

    def ways(name: str) -> dict[str, StatementKind]:
        up, down = (dict.fromkeys(folded(raw[way][name]), kind) for way, kind in _WAYS)
        return up | down

    sets = {name: folded(raw[name]) for name in _SETS} | {f"escalation_{k}": folded(v) for k, v in raw["escalation"].items()}
    return Words(
        {w: EventType(k) for k, words in raw["activity"].items() for w in folded(words)},
        {w: EventType(k) if k else None for k, words in raw["kinds"].items() for w in folded(words)},
        ways("verbs"),
        ways("nouns"),
        ways("makers"),
        sets,
        tuple(tuple(fold(p).split()) for p in raw["often"]),
    )


@cache
def statement_words() -> Words:
    """The tables, read once."""
    return compiled("statement-words", _build, [DATA / "statements" / "statements.yml"], __file__)


@cache
def _openers() -> frozenset[str]:
    w = statement_words()
    sets = (w.sets[name] for name in ("hold", "holds", "active", "recurs", "signs", "joins"))
    return frozenset().union(w.verbs, w.nouns, w.makers, *sets)


class _Opens(dict[str, bool]):
    """Word → whether a statement may begin there; fills itself and is emptied when it grows past a limit."""

    def __missing__(self, word: str) -> bool:
        if len(self) > 200_000:
            self.clear()
        found = self[word] = within(word, _openers()) or deed(word) is not None
        return found


_OPENS = _Opens()


def openings(words: Iterable[str]) -> list[int]:
    """Where a statement may begin among some words: where one tells a direction, a deed, control or what recurs."""
    return list(compress(count(), map(_OPENS.__getitem__, words)))


def within(word: str, known: frozenset[str]) -> bool:
    """The word, or what is left of it without joined particles and the article, is in the set."""
    return any(rest in known for _, rest in readings(word))


def deed(word: str) -> tuple[str, str, bool] | None:
    """A deed in a word: its joined particles, the bare deed, and whether it has an owner's suffix; ``None`` when there is none."""
    deeds = statement_words().deeds
    for prefix, rest in readings(word):
        if rest in deeds:
            return prefix, rest, False
        for own in _OWN if rest.endswith(_OWN) else ():
            if rest.endswith(own) and len(rest) - len(own) >= _SHORTEST and rest[: -len(own)] in deeds:
                return prefix, rest[: -len(own)], True
    return None
