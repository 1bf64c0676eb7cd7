"""The time words of ``data/time``, folded, with their proclitics written on, ready for dictionary look-up.

A table maps the first folded word of a phrase to its readings ``(rest, prefix, value)``, longest first. The prefix is what is
written onto the first word (``و``, ``ب``, ``ل`` …); it is kept because ``تموز وآب`` lists two months and ``بتموز`` does not.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple

from waqai.normalise import fold
from waqai.resources import DATA, compiled, data_files, read_yaml

Entry = tuple[tuple[str, ...], str, Any]
Table = dict[str, tuple[Entry, ...]]

_PLAIN = ("", "و", "ف")
_ALL = ("", "و", "ف", "ب", "ل", "وب", "ول", "فب", "فل", "ك")
_FEW = ("", "و", "ل")


class Match(NamedTuple):
    """A phrase found: its value, what is written onto its first word, and the index after it."""

    value: Any
    prefix: str
    next: int


class MonthName(NamedTuple):
    """``calendar`` is ``g`` or ``h``; ``strict`` names need a neighbour that shows they are months."""

    calendar: str
    number: int
    strict: bool


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


class _Builder:
    """Collects phrases; an unprefixed reading of a word wins over a prefixed one of the same length."""

    def __init__(self) -> None:
        self.rows: dict[str, list[Entry]] = {}

    def add(self, phrase: str, value: Any, prefixes: Iterable[str] = _ALL) -> None:
        words = fold(phrase).split()
        for p, first in prefixed(words[0], prefixes):
            self.rows.setdefault(first, []).append((tuple(words[1:]), p, value))

    def table(self) -> Table:
        out: Table = {}
        for first, rows in self.rows.items():
            best: dict[tuple[str, ...], Entry] = {}
            for row in rows:
                old = best.get(row[0])
                if old is None or len(row[1]) < len(old[1]):
                    best[row[0]] = row
            out[first] = tuple(sorted(best.values(), key=lambda r: (-len(r[0]), r[0])))
        return out


@dataclass
class TimeWords:
    """All tables. Values: months ``MonthName``; weekdays ISO number; units ``(unit, count)``; the rest names or offsets."""

    months: Table = field(default_factory=dict)
    weekdays: Table = field(default_factory=dict)
    bare_weekdays: Table = field(default_factory=dict)
    deictic: Table = field(default_factory=dict)
    last_night: Table = field(default_factory=dict)
    tonight: Table = field(default_factory=dict)
    now: Table = field(default_factory=dict)
    dayparts: Table = field(default_factory=dict)
    joins: Table = field(default_factory=dict)
    first_day: Table = field(default_factory=dict)
    units: Table = field(default_factory=dict)
    the_units: Table = field(default_factory=dict)
    modifiers: Table = field(default_factory=dict)
    parts: Table = field(default_factory=dict)
    bounds: Table = field(default_factory=dict)
    to: Table = field(default_factory=dict)
    seasons: Table = field(default_factory=dict)
    year_words: Table = field(default_factory=dict)
    approx: Table = field(default_factory=dict)
    few: frozenset[str] = frozenset()
    this: frozenset[str] = frozenset()
    that: frozenset[str] = frozenset()
    same: frozenset[str] = frozenset()
    within: frozenset[str] = frozenset()
    month_opens: frozenset[str] = frozenset()
    gregorian_marks: frozenset[str] = frozenset()
    hijri_marks: frozenset[str] = frozenset()
    trap_places: frozenset[str] = frozenset()
    trap_events: frozenset[str] = frozenset()
    trap_worship: frozenset[str] = frozenset()
    trap_brands: frozenset[str] = frozenset()
    habit: frozenset[str] = frozenset()
    not_after_today: frozenset[str] = frozenset()
    not_before_today: frozenset[str] = frozenset()
    holidays: Table = field(default_factory=dict)
    text_before: Table = field(default_factory=dict)
    text_verbs: Table = field(default_factory=dict)
    fractions: Table = field(default_factory=dict)
    pairs: Table = field(default_factory=dict)
    between: Table = field(default_factory=dict)
    decades: Table = field(default_factory=dict)
    not_before_now: frozenset[str] = frozenset()
    outlets_today: frozenset[str] = frozenset()
    not_after_weekday: frozenset[str] = frozenset()
    spans: frozenset[str] = frozenset()
    now_alone: frozenset[str] = frozenset()
    ages: frozenset[str] = frozenset()
    ties: frozenset[str] = frozenset()
    ties_to_now: frozenset[str] = frozenset()
    half: frozenset[str] = frozenset()
    last_words: frozenset[str] = frozenset()
    from_words: frozenset[str] = frozenset()
    night_links: frozenset[str] = frozenset()
    bare_year_opens: frozenset[str] = frozenset()
    date_opens: frozenset[str] = frozenset()
    years: tuple[int, int] = (2010, 2030)
    starters: frozenset[str] = frozenset()


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(w) for w in words)


def _with(words: Iterable[str], prefixes: Iterable[str]) -> frozenset[str]:
    keep = tuple(prefixes)
    return frozenset(form for w in words for _, form in prefixed(fold(w), keep))


def _table(groups: dict[Any, list[str]], prefixes: Iterable[str] = _ALL) -> Table:
    b = _Builder()
    keep = tuple(prefixes)
    for value, phrases in groups.items():
        for phrase in phrases:
            b.add(phrase, value, keep)
    return b.table()


def _months(data: dict[str, Any]) -> Table:
    b = _Builder()
    strict = _folded(data["strict"])
    for cal, key in (("g", "gregorian"), ("h", "hijri")):
        for number, names in data[key].items():
            for name in names:
                s = fold(name) in strict
                b.add(name, MonthName(cal, int(number), s), _FEW if s else _ALL)
    return b.table()


def _units(data: dict[str, Any], article: bool) -> Table:
    b = _Builder()
    for unit, forms in data.items():
        for key, count in (("one", 1), ("two", 2), ("many", 0)):
            for word in forms[key]:
                b.add(("ال" + word) if article else word, (unit, count))
    return b.table()


def _build() -> TimeWords:
    folder = DATA / "time"
    months, days = read_yaml(folder / "months.yml"), read_yaml(folder / "days.yml")
    units, traps = read_yaml(folder / "units.yml"), read_yaml(folder / "traps.yml")
    t = TimeWords()
    t.months = _months(months)
    t.month_opens = _with(months["opens"], _PLAIN)
    t.weekdays = _table({int(k): ["ال" + w for w in v] for k, v in days["weekdays"].items()})
    t.bare_weekdays = _table({int(k): v for k, v in days["weekdays"].items()}, ("", "و", "ب", "ل"))
    t.deictic = _table({int(k): v for k, v in days["deictic"].items()})
    t.last_night = _table({True: days["last_night"]}, _PLAIN)
    t.tonight = _table({True: days["tonight"]}, _PLAIN)
    t.now = _table({True: days["now"]}, _PLAIN)
    nights, after = set(days["nights"]), set(days["after_midnight"])
    t.dayparts = _table(
        {
            "night": [w for w in days["dayparts"] if w in nights],
            "after": [w for w in days["dayparts"] if w in after],
            "part": [w for w in days["dayparts"] if w not in nights | after],
        },
        ("", "و", "ف", "ب", "وب", "ل", "ول"),
    )
    t.joins = _table({True: days["joins"]}, ("",))
    t.first_day = _table({1: days["first_of_month"]})
    t.units, t.the_units = _units(units["units"], False), _units(units["units"], True)
    mods = {k: ["ال" + w for w in v if k != "same"] for k, v in units["modifiers"].items()}
    mods["same"] = list(units["modifiers"]["same"]) + ["ال" + w for w in units["modifiers"]["same"]]
    mods["past"] += ["مضى", "المنصرم", "الماض"]
    t.modifiers = _table(mods, ("",))
    t.parts = _table(units["parts"])
    t.bounds = _table({k: units["bounds"][k] for k in ("since", "until", "before", "after")}, _PLAIN)
    t.to = _table({True: units["bounds"]["to"]}, ("",))
    t.seasons = _table(units["seasons"], ("", "و", "ب", "ل"))
    t.year_words = _table({True: units["year_words"]}, _ALL)
    t.approx = _table({"about": units["approx"], "more": units["more_than"], "less": units["less_than"]}, ("", "ب"))
    t.few, t.within = _folded(units["few"]), _with(units["bounds"]["within"], _PLAIN)
    t.this, t.that = _with(units["demonstratives"], ("", "و", "ل", "ب")), _with(units["far_demonstratives"], ("", "و"))
    t.same = _with(units["same_before"], ("", "و", "ب"))
    t.gregorian_marks, t.hijri_marks = _folded(units["gregorian_marks"]), _folded(units["hijri_marks"])
    every = ("", "و", "ف", "ب", "ل", "وب", "ول", "ال", "وال", "بال")
    t.trap_places = _with(traps["places"], ("", "و", "ب", "ل", "ف", "وب", "ول", "ك"))
    t.trap_events = _with(traps["events"], ("", "و", "ب", "ل", "ف", "وب", "ول", "ك"))
    t.trap_worship = _with(traps["worship"], every)
    t.trap_brands, t.habit = _with(traps["brands"], every), _with(traps["habit"], ("", "و", "ف", "ب", "ل"))
    t.not_after_today, t.not_before_today = _folded(days["not_after_today"]), _folded(days["not_before_today"])
    feasts = _Builder()
    for row in read_yaml(folder / "holidays.yml"):
        for name in row["names"]:
            feasts.add(name, (row["names"][0], row["calendar"], row["month"], row["day"]), ("", "و", "ب", "ل"))
    t.holidays = feasts.table()
    t.not_before_now = _folded(days["not_before_now"])
    t.outlets_today, t.not_after_weekday = _folded(days["outlets_today"]), _folded(days["not_after_weekday"])
    t.now_alone, t.ages = _folded(days["now_alone"]), _folded(units["ages"])
    t.spans = _folded(units["spans"])
    t.text_before = _table({-1: units["text_before"], 1: units["text_after"]}, _PLAIN)
    t.text_verbs = _table({-1: units["text_before_verbs"], 1: units["text_after_verbs"]}, _PLAIN)
    t.fractions = _table(units["fractions"])
    t.pairs = _table(units["pairs"])
    t.between = _table({True: units["between"]}, _PLAIN)
    t.decades = _table({int(k): [*v, *("ال" + w for w in v)] for k, v in units["decades"].items()})
    t.ties, t.ties_to_now, t.half = _folded(units["ties"]), _folded(units["ties_to_now"]), _folded(units["half"])
    t.last_words = _with(units["last_words_nth"], _ALL)
    t.from_words, t.night_links = _with(units["from"], _PLAIN), _folded(units["night_links"])
    t.bare_year_opens, t.date_opens = _with(units["bare_year_opens"], _PLAIN), _with(units["date_opens"], _PLAIN)
    first: set[str] = set()
    for table in (
        t.months, t.weekdays, t.deictic, t.last_night, t.tonight, t.now, t.dayparts, t.first_day, t.the_units, t.parts, t.bounds,
        t.seasons, t.year_words, t.text_before, t.text_verbs, t.fractions, t.pairs, t.between, t.decades, t.bare_weekdays,
        t.holidays,
    ):  # fmt: skip
        first.update(table)
    for words in (t.this, t.that, t.same, t.within, t.last_words, t.from_words):
        first |= words
    for _, form in (pf for s in units["seasons"].values() for w in s for pf in prefixed("ال" + fold(w), ("", "و", "ب"))):
        first.add(form)
    t.starters = frozenset(first) | _folded(["يوم", "ويوم", "فيوم", "ليوم", "نهار", "شهر", "وشهر", "بشهر", "لشهر", "بتاريخ"])
    t.years = (int(months["candidate_years"][0]), int(months["candidate_years"][1]))
    return t


@lru_cache(maxsize=1)
def time_words() -> TimeWords:
    """The compiled tables, loaded once."""
    return compiled("time-words", _build, data_files("time/*.yml"), code=__file__)
