"""Years and months, and the year of a date that names none.

``resolve`` gives ``None`` when the words name no possible day (31 June): nothing is reported. A value without days means the words
are a time expression that cannot be resolved here (``yesterday`` without a publication date).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from waqai.annotate.time import calendar as cal
from waqai.annotate.time.context import Context, Value
from waqai.annotate.time.lexicon import time_words
from waqai.model import TimeBasis, TimePrecision
from waqai.model.quick import quick

P, B = TimePrecision, TimeBasis


class Shape(Protocol):
    """Anything the grammar builds."""

    def resolve(self, c: Context) -> Value | None:
        """The closed interval of days this means in that context."""


def open_value(precision: TimePrecision, rule: str, deictic: bool) -> Value:
    """A time expression whose days are not known."""
    return Value(None, None, precision, B.RELATIVE if deictic else B.NONE, deictic, rule)


@quick
@dataclass(frozen=True, slots=True)
class Year:
    """A calendar year: a number, or ``mod`` counting from the anchor (``past``, ``this``, ``next``) or the text (``same`` …).

    ``number`` and ``mod`` both ``None``: no year said. Two numbers make a span of years.
    """

    number: int | None = None
    mod: str | None = None
    calendar: str = "g"

    def known(self, c: Context) -> int | None:
        """The year's number in its own calendar; ``None`` when it cannot be told."""
        if self.number is not None:
            return self.number
        if self.mod is None:
            return None
        if self.mod in ("same", "following", "before", "that"):
            base = c.previous_year or c.previous_month or c.anchor
            step = {"following": 1, "before": -1}.get(self.mod, 0)
        else:
            base = c.anchor
            step = {"past": -1, "next": 1, "past2": -2, "next2": 2}.get(self.mod, 0)
        if base is None:
            return None
        y = cal.hijri_year_of(base) if self.calendar == "h" else base.year
        return None if y is None else y + step

    @property
    def stated(self) -> bool:
        """The year is written out."""
        return self.number is not None

    def resolve(self, c: Context) -> Value | None:
        """The whole year."""
        y = self.known(c)
        relative = not self.stated
        deictic = relative and self.mod in ("past", "this", "next", "past2", "next2")
        rule = "year-relative" if relative else "year"
        if y is None:
            return open_value(P.YEAR, rule, deictic)
        days = cal.hijri_year(y) if self.calendar == "h" else cal.year_days(y)
        if days is None:
            return None
        return Value(*days, P.YEAR, B.RELATIVE if relative else B.STATED, deictic, rule)


NO_YEAR = Year()


@quick
@dataclass(frozen=True, slots=True)
class Month:
    """A named month with or without year; ``number`` ``None`` is "the month" counted from anchor or text by ``mod``.

    ``mod`` with a number: ``past`` (آب الماضي), ``this``, ``next``, ``same``.
    """

    number: int | None
    year: Year = NO_YEAR
    mod: str | None = None
    calendar: str = "g"

    @property
    def deictic(self) -> bool:
        """Counts from the publication day."""
        if self.number is None:
            return self.mod in ("past", "this", "next", "past2", "next2")
        return self.mod in ("past", "this", "next")

    def days(self, year: int) -> tuple[date, date] | None:
        """First and last day in that year of its own calendar."""
        assert self.number is not None
        return cal.hijri_month(year, self.number) if self.calendar == "h" else cal.month_days(year, self.number)

    def day(self, year: int, day: int) -> date | None:
        """One day of the month in that year of its own calendar."""
        assert self.number is not None
        return cal.hijri_day(year, self.number, day) if self.calendar == "h" else cal.make_day(year, self.number, day)

    def around(self, base: date) -> int | None:
        """The year running in this month's calendar on ``base``."""
        return cal.hijri_year_of(base) if self.calendar == "h" else base.year

    def unnamed(self, c: Context) -> tuple[date, date] | None:
        """The month a word such as ``الشهر الجاري`` or ``الشهر نفسه`` means."""
        if self.mod == "named":
            base, step = c.previous_month, 0
        elif self.mod in ("past", "this", "next", "past2", "next2"):
            base, step = c.anchor, {"past": -1, "next": 1, "past2": -2, "next2": 2}.get(self.mod, 0)
        elif self.mod == "before" and c.previous_month is None:
            base, step = c.anchor, -1
        else:
            base, step = c.previous_month or c.anchor, {"before": -1, "following": 1}.get(self.mod or "", 0)
        if base is None:
            return None
        first = cal.add_months(base.replace(day=1), step)
        if first is None:
            return None
        year = self.year.known(c)
        return cal.month_days(year if year is not None else first.year, first.month)

    def resolve(self, c: Context) -> Value | None:
        """The whole month."""
        if self.number is None:
            found = self.unnamed(c)
            if found is None:
                return open_value(P.MONTH, "month-relative", self.deictic)
            return Value(*found, P.MONTH, B.RELATIVE, self.deictic, "month-relative")
        year, basis, years = pick_year(c, self, None, None)
        if year is None:
            return Value(None, None, P.MONTH, basis, self.deictic, "month", years)
        days = self.days(year)
        return None if days is None else Value(*days, P.MONTH, basis, self.deictic, "month")


def pick_year(c: Context, m: Month, day: int | None, weekday: int | None) -> tuple[int | None, TimeBasis, tuple[int, ...] | None]:
    """The year of a month or day of a month: ``(year, basis, candidate years)``.

    Stated years win; then the modifier (``الماضي``); then the anchor (codebook 6.3); then the weekday and the rest of the text.
    ``year`` ``None``: several years fit, or nothing tells.
    """
    known = m.year.known(c)
    if known is not None and m.calendar == "h" and m.year.calendar == "g" and m.number is not None:
        known = cal.hijri_year_in(known, m.number)
        return known, B.STATED if m.year.stated else B.RELATIVE, None
    if known is not None:
        return known, (B.STATED if m.year.stated else B.RELATIVE), None
    if c.under_year is not None and m.number is not None and m.calendar == "g" and m.mod is None:
        return c.under_year, B.STATED, None
    if c.anchor is not None and m.number is not None:
        base = m.around(c.anchor)
        if base is not None:
            year = _anchored_year(c, m, day, weekday, base)
            basis = B.INFERRED_YEAR if c.inferred else (B.RELATIVE if m.deictic else B.STATED)
            return year, basis, None
    if weekday is not None and day is not None and m.calendar == "g":
        fits = candidate_years(m, day, weekday)
        if c.years is not None:
            fits = tuple(y for y in fits if y in c.years) or fits
        if len(fits) == 1:
            return fits[0], B.INFERRED_YEAR, None
        return None, B.NONE, fits or None
    if m.calendar == "g" and m.number is not None and m.mod is None and m.number in c.named:
        return c.named[m.number], B.INFERRED_YEAR, None
    if c.hint is not None and m.number is not None and m.calendar == "g":
        year = c.hint.year - (1 if m.mod != "next" and m.number > c.hint.month + 1 else 0)
        if m.mod == "past" and m.number >= c.hint.month:
            year = c.hint.year - 1
        return year, B.INFERRED_YEAR, None
    if c.years is not None and len(c.years) == 1:
        return next(iter(c.years)), B.INFERRED_YEAR, None
    return None, B.NONE, None


def candidate_years(m: Month, day: int, weekday: int) -> tuple[int, ...]:
    """Years of the data's window in which that day of the month falls on that weekday."""
    low, high = time_words().years
    out = []
    for y in range(low, high + 1):
        d = m.day(y, day)
        if d is not None and d.isoweekday() == weekday:
            out.append(y)
    return tuple(out)


def _anchored_year(c: Context, m: Month, day: int | None, weekday: int | None, base: int) -> int:
    anchor = c.anchor
    assert anchor is not None

    def bounds(y: int) -> tuple[date, date] | None:
        if day is None:
            return m.days(y)
        d = m.day(y, day)
        return None if d is None else (d, d)

    near = [(y, b) for y in (base - 2, base - 1, base, base + 1, base + 2) if (b := bounds(y)) is not None]
    past = [y for y, b in near if b[1] < anchor]
    if m.mod == "past":
        return past[-1] if past else base - 1
    if m.mod == "next":
        return next((y for y, b in near if b[0] > anchor), base + 1)
    if m.mod == "this":
        return min(near, key=lambda yb: abs((yb[1][0] - anchor).days))[0] if near else base
    if c.conventions.future:
        # the anchor's own month stays this year's, as backward reading keeps it (codebook 6.3)
        year = next((y for y, b in near if (m.days(y) or b)[1] >= anchor), base)
    else:
        begun = [y for y, b in near if b[0] <= anchor]
        year = begun[-1] if begun else base
        if c.conventions.later_this_month:
            # A day later in the anchor's own month stays in it (codebook 6.3: back only when the month lies after).
            year = next((y for y in (base, base + 1) if (s := m.days(y)) and s[0] <= anchor <= s[1]), year)
    if weekday is not None and day is not None:
        limit = cal.add_days(anchor, 366 if c.conventions.future else 31) or anchor
        fits = [y for y, b in near if b[0].isoweekday() == weekday and abs(y - year) <= 1 and b[0] <= limit]
        if fits and year not in fits:
            year = min(fits, key=lambda y: (abs(y - year), y > base if not c.conventions.future else y < base))
    return year
