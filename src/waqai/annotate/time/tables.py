"""Tables of folded phrases: a phrase is found by its first word, proclitics written on.

A table maps the first folded word of a phrase to its readings ``(rest, prefix, value)``, longest first. The prefix is what is
written onto the first word (``و``, ``ب``, ``ل`` …); it is kept because ``تموز وآب`` lists two months and ``بتموز`` does not.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from waqai.normalise import fold

Entry = tuple[tuple[str, ...], str, Any]
Table = dict[str, tuple[Entry, ...]]

PLAIN = ("", "و", "ف")
ALL = ("", "و", "ف", "ب", "ل", "وب", "ول", "فب", "فل", "ك")
FEW = ("", "و", "ل")


class Match(NamedTuple):
    """A phrase found: its value, what is written onto its first word, and the index after it."""

    value: Any
    prefix: str
    next: int


def find(table: Table, words: Sequence[str], i: int) -> Match | None:
    """The longest phrase of ``table`` that starts at word ``i``; ``None`` when there is none."""
    if i >= len(words):
        return None
    for rest, prefix, value in table.get(words[i], ()):
        n = len(rest)
        if not n or tuple(words[i + 1 : i + 1 + n]) == rest:
            return Match(value, prefix, i + 1 + n)
    return None


def prefixed(word: str, prefixes: Iterable[str]) -> list[tuple[str, str]]:
    """``(prefix, written form)`` for a folded word: ``ل`` + ``ال…`` is written ``لل…``."""
    out = []
    for p in prefixes:
        if p.endswith("ل") and word.startswith("ال") and len(word) > 3:
            out.append((p, p + "ل" + word[2:]))
        else:
            out.append((p, p + word))
    return out


class Builder:
    """Collects phrases; an unprefixed reading of a word wins over a prefixed one of the same length."""

    def __init__(self) -> None:
        self.rows: dict[str, list[Entry]] = {}

    def add(self, phrase: str, value: Any, prefixes: Iterable[str] = ALL) -> None:
        """Enter a phrase with every proclitic on its first word."""
        words = fold(phrase).split()
        for p, first in prefixed(words[0], prefixes):
            self.rows.setdefault(first, []).append((tuple(words[1:]), p, value))

    def table(self) -> Table:
        """The finished table, longest phrases first."""
        out: Table = {}
        for first, rows in self.rows.items():
            best: dict[tuple[str, ...], Entry] = {}
            for row in rows:
                old = best.get(row[0])
                if old is None or len(row[1]) < len(old[1]):
                    best[row[0]] = row
            out[first] = tuple(sorted(best.values(), key=lambda r: (-len(r[0]), r[0])))
        return out


def folded(words: Iterable[str]) -> frozenset[str]:
    """The folded words as a set."""
    return frozenset(fold(w) for w in words)


def spelled(words: Iterable[str], prefixes: Iterable[str]) -> frozenset[str]:
    """The folded words with every proclitic written on."""
    keep = tuple(prefixes)
    return frozenset(form for w in words for _, form in prefixed(fold(w), keep))


def table(groups: dict[Any, list[str]], prefixes: Iterable[str] = ALL) -> Table:
    """A table of phrases by value."""
    b = Builder()
    keep = tuple(prefixes)
    for value, phrases in groups.items():
        for phrase in phrases:
            b.add(phrase, value, keep)
    return b.table()
