"""The time words of ``data/time``, folded, with their proclitics written on, ready for dictionary look-up.

Values of the tables: months ``MonthName``; weekdays ISO number; units ``(unit, count)``; the rest names or offsets.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple

from waqai.annotate.time.tables import ALL, FEW, PLAIN, Builder, Table, folded, prefixed, spelled, table
from waqai.normalise import fold
from waqai.resources import DATA, compiled, data_files, read_yaml


class MonthName(NamedTuple):
    """``calendar`` is ``g`` or ``h``; ``strict`` names need a neighbour that shows they are months."""

    calendar: str
    number: int
    strict: bool


@dataclass
class TimeWords:
    """All tables and sets, under the names the readers use."""

    months: Table = field(default_factory=dict)
    weekdays: Table = field(default_factory=dict)
    bare_weekdays: Table = field(default_factory=dict)
    deictic: Table = field(default_factory=dict)
    last_night: Table = field(default_factory=dict)
    tonight: Table = field(default_factory=dict)
    next_morning: Table = field(default_factory=dict)
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
    prayer_times: frozenset[str] = frozenset()
    in_a_row: Table = field(default_factory=dict)
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
    outlets_tomorrow: frozenset[str] = frozenset()
    not_after_weekday: frozenset[str] = frozenset()
    spans: frozenset[str] = frozenset()
    now_alone: frozenset[str] = frozenset()
    ages: frozenset[str] = frozenset()
    ties: frozenset[str] = frozenset()
    ties_to_now: frozenset[str] = frozenset()
    ties_to_taking: frozenset[str] = frozenset()
    half: frozenset[str] = frozenset()
    last_words: frozenset[str] = frozenset()
    from_words: frozenset[str] = frozenset()
    night_links: frozenset[str] = frozenset()
    bare_year_opens: frozenset[str] = frozenset()
    weekend_opens: frozenset[str] = frozenset()
    date_opens: frozenset[str] = frozenset()
    years: tuple[int, int] = (2010, 2030)
    starters: frozenset[str] = frozenset()
    eves: Table = field(default_factory=dict)
    feast_nights: frozenset[str] = frozenset()
    night_between: frozenset[str] = frozenset()
    of_it: frozenset[str] = frozenset()
    event_ties: frozenset[str] = frozenset()
    general_titles: frozenset[str] = frozenset()
    ties_to_text: Table = field(default_factory=dict)
    media: frozenset[str] = frozenset()
    trap_names: frozenset[str] = frozenset()
    trap_persons: frozenset[str] = frozenset()
    trap_families: frozenset[str] = frozenset()
    given: frozenset[str] = frozenset()

    def tables(self) -> list[tuple[str, Table]]:
        """Every table with its name."""
        return [(name, table) for name, table in vars(self).items() if isinstance(table, dict)]

    def starters_with_article(self, w: str) -> bool:
        """A season with the article (``الصيف``), which no table holds."""
        return w in self.starters and w.lstrip("وب").startswith("ال") and not any(w in t for _, t in self.tables())


def _months(data: dict[str, Any]) -> Table:
    b = Builder()
    strict = folded(data["strict"])
    for cal, key in (("g", "gregorian"), ("h", "hijri")):
        for number, names in data[key].items():
            for name in names:
                s = fold(name) in strict
                b.add(name, MonthName(cal, int(number), s), FEW if s else ALL)
    for number, names in data["short"].items():
        for name in names:
            b.add(name, MonthName("g", int(number), True), ("",))
    return b.table()


def _units(data: dict[str, Any], article: bool) -> Table:
    b = Builder()
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
    t.month_opens = spelled(months["opens"], PLAIN)
    t.weekdays = table({int(k): ["ال" + w for w in v] for k, v in days["weekdays"].items()})
    for number, phrases in table({int(k): v for k, v in days["weekday_speech"].items()}, PLAIN).items():
        t.weekdays[number] = (*phrases, *t.weekdays.get(number, ()))
    t.bare_weekdays = table({int(k): v for k, v in days["weekdays"].items()}, ("", "و", "ب", "ل"))
    t.deictic = table({int(k): v for k, v in days["deictic"].items()})
    t.last_night = table({True: days["last_night"]}, PLAIN)
    t.tonight = table({True: days["tonight"]}, PLAIN)
    t.next_morning = table({True: days["next_morning"]}, PLAIN)
    t.now = table({True: days["now"]}, PLAIN)
    nights, after = set(days["nights"]), set(days["after_midnight"])
    t.dayparts = table(
        {
            "night": [w for w in days["dayparts"] if w in nights],
            "after": [w for w in days["dayparts"] if w in after],
            "part": [w for w in days["dayparts"] if w not in nights | after],
        },
        ("", "و", "ف", "ب", "وب", "ل", "ول"),
    )
    t.joins = table({True: days["joins"]}, ("",))
    t.first_day = table({1: days["first_of_month"]})
    t.units, t.the_units = _units(units["units"], False), _units(units["units"], True)
    mods = {k: ["ال" + w for w in v if k != "same"] for k, v in units["modifiers"].items()}
    mods["same"] = list(units["modifiers"]["same"]) + ["ال" + w for w in units["modifiers"]["same"]]
    for kind, words in units["whole_modifiers"].items():
        mods[kind] += words
    t.modifiers = table(mods, ("",))
    t.parts = table(units["parts"])
    t.bounds = table({k: units["bounds"][k] for k in ("since", "until", "before", "after")}, PLAIN)
    t.to = table({True: units["bounds"]["to"]}, ("",))
    t.seasons = table(units["seasons"], ("", "و", "ب", "ل"))
    t.year_words = table({True: units["year_words"]}, ALL)
    t.approx = table({"about": units["approx"], "more": units["more_than"], "less": units["less_than"]}, ("", "ب"))
    t.few, t.within = folded(units["few"]), spelled(units["bounds"]["within"], PLAIN)
    t.this, t.that = spelled(units["demonstratives"], ("", "و", "ل", "ب")), spelled(units["far_demonstratives"], ("", "و"))
    t.same = spelled(units["same_before"], ("", "و", "ب"))
    t.gregorian_marks, t.hijri_marks = folded(units["gregorian_marks"]), folded(units["hijri_marks"])
    every = ("", "و", "ف", "ب", "ل", "وب", "ول", "ال", "وال", "بال")
    t.trap_places = spelled(traps["places"], ("", "و", "ب", "ل", "ف", "وب", "ول", "ك"))
    t.trap_events = spelled(traps["events"], ("", "و", "ب", "ل", "ف", "وب", "ول", "ك"))
    t.trap_worship = spelled(traps["worship"], every)
    t.prayer_times = spelled(traps["prayer_times"], ("", "و"))
    t.in_a_row = table({True: units["in_a_row"]}, ("",))
    t.trap_brands, t.habit = spelled(traps["brands"], every), spelled(traps["habit"], ("", "و", "ف", "ب", "ل"))
    t.not_after_today, t.not_before_today = folded(days["not_after_today"]), folded(days["not_before_today"])
    feasts = Builder()
    for row in read_yaml(folder / "holidays.yml"):
        for name in row["names"]:
            feasts.add(name, (row["names"][0], row["calendar"], row["month"], row["day"]), ("", "و", "ب", "ل"))
    t.holidays = feasts.table()
    t.not_before_now = folded(days["not_before_now"])
    t.outlets_tomorrow = folded(days["outlets_tomorrow"])
    t.outlets_today, t.not_after_weekday = folded(days["outlets_today"]), folded(days["not_after_weekday"])
    t.now_alone, t.ages = folded(days["now_alone"]), folded(units["ages"])
    t.spans = folded(units["spans"])
    t.text_before = table({-1: units["text_before"], 1: units["text_after"]}, PLAIN)
    t.text_verbs = table({-1: units["text_before_verbs"], 1: units["text_after_verbs"]}, PLAIN)
    t.fractions = table(units["fractions"])
    t.pairs = table(units["pairs"])
    t.between = table({True: units["between"]}, PLAIN)
    t.decades = table({int(k): [*v, *("ال" + w for w in v)] for k, v in units["decades"].items()})
    t.ties, t.ties_to_now, t.half = folded(units["ties"]), folded(units["ties_to_now"]), folded(units["half"])
    t.last_words = spelled(units["last_words_nth"], ALL)
    t.from_words, t.night_links = spelled(units["from"], PLAIN), folded(units["night_links"])
    t.bare_year_opens, t.date_opens = spelled(units["bare_year_opens"], PLAIN), spelled(units["date_opens"], PLAIN)
    t.weekend_opens = spelled(units["weekend_opens"], ALL)
    t.eves = table({int(k): v for k, v in units["eves"].items()}, PLAIN)
    t.feast_nights, t.night_between = spelled(units["feast_nights"], PLAIN), folded(units["night_between"])
    t.ties_to_taking = folded(units["ties_to_taking"])
    t.of_it, t.event_ties = folded(units["of_it"]), folded(units["event_ties"])
    t.general_titles = spelled(units["general_titles"], every)
    t.ties_to_text = table({True: units["ties_to_text"]}, ("",))
    t.media = folded(days["media"])
    t.trap_names = spelled(traps["names"], ("", "و", "ب", "ل", "ف", "وب", "ول", "ك"))
    t.trap_persons, t.trap_families = spelled(traps["persons"], ("", "و", "ل")), spelled(traps["families"], ("", "و", "ل"))
    t.given = folded(traps["given"])
    first: set[str] = set()
    for tab in (
        t.months, t.weekdays, t.deictic, t.last_night, t.tonight, t.now, t.dayparts, t.first_day, t.the_units, t.parts, t.bounds,
        t.seasons, t.year_words, t.text_before, t.text_verbs, t.fractions, t.pairs, t.between, t.decades, t.bare_weekdays, t.next_morning,
        t.holidays, t.eves,
    ):  # fmt: skip
        first.update(tab)
    for words in (t.feast_nights, t.this, t.that, t.same, t.within, t.last_words, t.from_words):
        first |= words
    for _, form in (pf for s in units["seasons"].values() for w in s for pf in prefixed("ال" + fold(w), ("", "و", "ب"))):
        first.add(form)
    t.starters = frozenset(first) | folded(["يوم", "ويوم", "فيوم", "ليوم", "نهار", "شهر", "وشهر", "بشهر", "لشهر", "بتاريخ"])
    t.years = (int(months["candidate_years"][0]), int(months["candidate_years"][1]))
    return t


@lru_cache(maxsize=1)
def time_words() -> TimeWords:
    """The compiled tables, loaded once."""
    return compiled("time-words", _build, data_files("time/*.yml"), code=__file__)
