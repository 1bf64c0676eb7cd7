"""Which readers a word may start. Most words start none: one dictionary look-up and the scan goes on."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from waqai.annotate.number.lexicon import lexicon as number_words
from waqai.annotate.time.grammar import ARTICLES
from waqai.annotate.time.lexicon import time_words


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
    "night": ("last_night", "tonight", "now"),
    "period": ("the_units",),
    "named_month": ("months", "pairs", "units", "the_units"),
    "season": ("seasons",),
    "year_alone": ("pairs", "year_words", "decades"),
}
_WITH_NUMBERS = frozenset({"nth", "holiday", "dated", "period", "named_month", "year_alone"})


@lru_cache(maxsize=65536)
def methods(w: str) -> tuple[()] | tuple[tuple[str, ...], tuple[str, ...]]:
    """Which readers a word may start: ``(range and bound readers, single readers)``; empty for most words."""
    t = time_words()
    number = is_number(w)
    single = [
        name for name, tables in _TABLES.items() if (number and name in _WITH_NUMBERS) or any(w in getattr(t, table) for table in tables)
    ]
    pointing = w in t.this or w in t.that or w in t.same
    if w in t.last_words and "nth" not in single:
        single.append("nth")
    if w in t.feast_nights and "eve" not in single:
        single.insert(0, "eve")
    if (pointing or w in t.last_words or w in t.spans) and "period" not in single:
        single.append("period")
    if "season" not in single and (w in t.this or any(w.startswith(a) and w[len(a) :] in t.seasons for a in ("ال", "وال", "بال"))):
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


@lru_cache(maxsize=1)
def _openers() -> frozenset[str]:
    """Every word some table knows; all others start nothing, unless they are digits."""
    t, n = time_words(), number_words()
    tables = [getattr(t, name) for names in _TABLES.values() for name in names]
    tables += [t.bounds, t.text_before, t.text_verbs, t.between, n.ordinals, n.cardinals, n.plain_ordinals]
    return frozenset().union(*tables, ARTICLES, t.this, t.that, t.same, t.last_words, t.spans, t.starters, t.within, t.from_words)


def _after(w: str) -> Callable[[str], bool] | None:
    """A test of the next word that must hold for ``w`` to start anything (``ما بين``, ``من 3``); ``None`` when ``w`` may stand alone."""
    t = time_words()
    sets = (t.this, t.that, t.same, t.last_words, t.spans, t.within)
    if is_number(w) or any(w in s for s in sets):
        return None
    rows = [row for table in vars(t).values() if isinstance(table, dict) for row in table.get(w, ())]
    if w in t.from_words:
        return None if rows else _goes_on
    return frozenset(rest[0] for rest, _, _ in rows).__contains__ if rows and all(rest for rest, _, _ in rows) else None


def _goes_on(w: str) -> bool:
    """After ``من``: a range may begin with this word."""
    return bool(STARTS[w]) or w in ("يوم", "تاريخ", "الفتره")


class _Starts(dict[str, bool | Callable[[str], bool]]):
    """Word → whether some time expression may start with it, or a test of the word after it.

    Fills itself and is emptied when it grows past a limit.
    """

    def __missing__(self, word: str) -> bool | Callable[[str], bool]:
        if len(self) > 200_000:
            self.clear()
        found: bool | Callable[[str], bool] = (word in _openers() or "0" <= word[:1] <= "9") and bool(methods(word))
        if found:
            found = _after(word) or True
        self[word] = found
        return found


STARTS = _Starts()


def starts(w: str) -> bool:
    """Some time expression may start with this word."""
    return bool(STARTS[w])
