"""Which readers a word may start. Most words start none: one dictionary look-up and the scan goes on."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from waqai.annotate.number.lexicon import lexicon as number_words
from waqai.annotate.time.grammar import ARTICLES
from waqai.annotate.time.lexicon import time_words
from waqai.annotate.time.tables import Table


@lru_cache(maxsize=1)
def after_number() -> frozenset[str]:
    """Words that may follow a number inside a date: months, units, signs, joints."""
    t = time_words()
    out: set[str] = {"/", "-", ".", "\\", "_", ",", ")", "من", "في", "ل", "و", "او", "يوم", "الا"}
    for table in (t.months, t.units, t.the_units, t.to, t.weekdays, t.bare_weekdays, t.holidays, t.year_words):
        out.update(table)
    out.update(w for w, rows in t.modifiers.items() if rows[0][2] == "this" and not rows[0][0])  # 14 الجاري
    return frozenset(out) | t.this | t.same | t.of_it


@lru_cache(maxsize=65536)
def is_number(w: str) -> bool:
    """Digits, a number word, or an article standing apart before digits."""
    if not w:
        return False
    n = number_words()
    return "0" <= w[0] <= "9" or w in n.ordinals or w in n.cardinals or w in n.plain_ordinals or w in ARTICLES


_TABLES: dict[str, tuple[str, ...]] = {
    "eve": ("eves",),
    "nth": ("fractions", "the_units", "units", "weekdays"),
    "holiday": ("holidays",),
    "part": ("parts",),
    "dated": ("dayparts", "deictic", "units", "the_units", "weekdays", "bare_weekdays", "months", "first_day"),
    "night": ("last_night", "tonight", "next_morning", "now"),
    "period": ("the_units",),
    "named_month": ("months", "pairs", "units", "the_units"),
    "season": ("seasons",),
    "year_alone": ("pairs", "year_words", "decades"),
}


def _of_number(w: str) -> tuple[str, ...]:
    """The readers a number may start: ranks only for ordinals, ``3/2015`` and years only for digits."""
    n = number_words()
    card = n.cardinals.get(w)
    rank = ("nth", "holiday") if w in n.ordinals or w in n.plain_ordinals or (card is not None and card.prefix in ARTICLES) else ()
    if not w[0].isdecimal():
        return (*rank, "day", "period")
    return ("day", "period", "named_month", "year_alone") if len(w) == 4 else ("day", "period", "named_month")


@lru_cache(maxsize=1)
def _openers() -> frozenset[str]:
    """Every word, digits aside, that some table lets a time expression start with; most words of a text are not among them."""
    t, n = time_words(), number_words()
    tables = {table for tables in _TABLES.values() for table in tables}
    words = [t.this, t.that, t.same, t.last_words, t.feast_nights, t.spans, t.starters, t.within, t.from_words, ARTICLES]
    more: list[Iterable[str]] = [t.bounds, t.text_before, t.text_verbs, t.between, n.ordinals, n.cardinals, n.plain_ordinals]
    return frozenset().union(*(getattr(t, name) for name in tables), *words, *more)


@lru_cache(maxsize=1)
def _readers() -> list[tuple[str, list[Table]]]:
    t = time_words()
    return [(name, [getattr(t, table) for table in tables]) for name, tables in _TABLES.items()]


def methods(w: str) -> tuple[()] | tuple[tuple[str, ...], tuple[str, ...]]:
    """Which readers a word may start: ``(range and bound readers, single readers)``; empty for most words."""
    t = time_words()
    single = [name for name, tables in _readers() if any(w in table for table in tables)]
    if is_number(w):
        single += [name for name in _of_number(w) if name not in single and not (name == "day" and "dated" in single)]
    pointing = w in t.this or w in t.that or w in t.same
    if w in t.last_words and "nth" not in single:
        single.append("nth")
    if w in t.feast_nights and "eve" not in single:
        single.insert(0, "eve")
    if (pointing or w in t.last_words or w in t.spans) and "period" not in single:
        single.append("period")
    if "season" not in single and (pointing or (w in t.starters and w.lstrip("وب").startswith("ال"))):
        single.append("season")
    wide: list[str] = []
    if w in t.bounds:
        wide += ["ago", "bounded"]
    if w in t.text_before or w in t.text_verbs:
        wide.append("text_distance")
    if w in t.within and w not in ("في", "وفي", "ففي"):
        wide.append("within")
    if single or w in t.between or w in t.from_words or w in t.dayparts:
        wide.insert(0, "ranged")
    return (tuple(wide), tuple(single)) if wide or single else ()


class Start(NamedTuple):
    """How a word may open a time expression.

    Attributes:
        wide, single: names of the readers.
        mode: what the next word must be. 0 anything, 1 one of ``gate``, 2 that or the start of an expression, 3 that or a number.
        gate: words that may follow; most words that could open an expression stop here.
    """

    wide: tuple[str, ...]
    single: tuple[str, ...]
    mode: int
    gate: frozenset[str]


# words whose expression stands in what follows them, and tables whose phrases only open one
_OPENERS = ("bounds", "between", "dayparts")


@lru_cache(maxsize=1)
def _fillers() -> frozenset[str]:
    """Words that may stand between an opener and what it opens."""
    t = time_words()
    return frozenset({"من", "(", '"', "تاريخ", "بتاريخ", "يوم", "الفتره"}) | frozenset(t.approx) | t.few | t.night_between


@lru_cache(maxsize=1)
def _tables() -> list[tuple[str, Table]]:
    return time_words().tables()


def _start(w: str) -> Start | None:
    if w not in _openers() and not "0" <= w[:1] <= "9":
        return None
    found = methods(w)
    if not found:
        return None
    t = time_words()
    if is_number(w):
        free = "." in w or len(w) == 4 or w in t.weekdays or w in t.parts
        return Start(*found, 0 if free else 3, frozenset() if free else after_number())
    seconds: set[str] = set()
    opens = w in t.from_words or w in t.this or w in t.that or w in t.same or w in t.within
    if w in t.spans or w in t.last_words or w in t.feast_nights - set(t.dayparts):
        return Start(*found, 0, frozenset())
    for name, table in _tables():
        for rest, _, value in table.get(w, ()):
            if rest:
                seconds.add(rest[0])
            elif name in _OPENERS and value != "since":
                opens = True
            elif name != "approx":
                return Start(*found, 0, frozenset())
    if t.starters_with_article(w):
        return Start(*found, 0, frozenset())
    return Start(*found, 2 if opens else 1, frozenset(seconds) | _fillers() if opens else frozenset(seconds))


class _Starts(dict[str, Start | None]):
    """Word → how it may start a time expression; fills itself and is emptied when it grows past a limit."""

    def __missing__(self, word: str) -> Start | None:
        if len(self) > 200_000:
            self.clear()
        found = self[word] = _start(word)
        return found


STARTS = _Starts()


def starts(w: str) -> bool:
    """Some time expression may start with this word."""
    return STARTS[w] is not None
