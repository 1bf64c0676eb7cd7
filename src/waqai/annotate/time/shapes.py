"""Time expressions before they meet a calendar: one small class per idea, each with ``resolve(context) -> Value | None``.

``None`` means the words name no possible day (31 June) and nothing is reported. A value without days means the words are a time
expression that cannot be resolved here (``yesterday`` without a publication date).
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
        if self.mod in ("past", "this", "next", "past2", "next2"):
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


@quick
@dataclass(frozen=True, slots=True)
class Day:
    """A day of a month: ``الأربعاء 14 كانون الأول 2022``, ``22 من الشهر ذاته``."""

    day: int
    month: Month
    weekday: int | None = None
    today: int | None = None

    @property
    def rule(self) -> str:
        """Name of the rule."""
        if self.month.calendar == "h":
            return "hijri-day"
        return "day-of-month" if self.month.number is not None else "day-of-named-month"

    def resolve(self, c: Context) -> Value | None:
        """The day; unknown days such as 31 June give ``None``."""
        m = self.month
        deictic = m.deictic or self.today is not None
        if m.number is None:
            if m.mod == "near":
                return self._near(c)
            found = m.unnamed(c)
            if found is None:
                return open_value(P.DAY, self.rule, deictic)
            d = cal.make_day(found[0].year, found[0].month, self.day)
            return None if d is None else Value(d, d, P.DAY, B.RELATIVE, deictic, self.rule)
        year, basis, years = pick_year(c, m, self.day, self.weekday)
        if year is None:
            possible = m.calendar == "h" or any(m.day(y, self.day) for y in (2023, 2024))
            return Value(None, None, P.DAY, basis, deictic, self.rule, years) if possible else None
        d = m.day(year, self.day)
        if d is None:
            return None
        wrong = self.weekday is not None and d.isoweekday() != self.weekday
        if wrong and m.calendar == "h":  # a sighted month may start a day off the tables: the weekday decides
            for step in (1, -1, 2, -2):
                other = cal.add_days(d, step)
                if other is not None and other.isoweekday() == self.weekday:
                    d, wrong = other, False
                    break
        return Value(d, d, P.DAY, basis, deictic, self.rule, None, wrong)

    def _near(self, c: Context) -> Value | None:
        """``الخميس 21``: the nearest month, back first in news, whose 21st is a Thursday."""
        if c.anchor is None:
            return None
        first = c.anchor.replace(day=1)
        for step in (0, 1, 2, -1, -2) if c.conventions.future else (0, -1, -2, 1):
            base = cal.add_months(first, step)
            d = None if base is None else cal.make_day(base.year, base.month, self.day)
            if d is not None and d.isoweekday() == self.weekday:
                return Value(d, d, P.DAY, B.RELATIVE, True, "weekday-and-day")
        return None


@quick
@dataclass(frozen=True, slots=True)
class Weekday:
    """A bare or modified weekday. ``mod`` as in ``Month``; ``week`` is the week it is said to lie in (``past``, ``this``, ``next``)."""

    weekday: int
    mod: str | None = None
    week: str | None = None

    def resolve(self, c: Context) -> Value | None:
        """In news the latest such day not after the anchor; strictly before with ``الماضي``."""
        if self.mod == "same" and c.previous_day is not None and c.previous_day.end is not None:
            d = cal.weekday_before(c.previous_day.end, self.weekday, strict=False)
            return Value(d, d, P.DAY, B.RELATIVE, False, "weekday-same")
        if c.anchor is None:
            return open_value(P.DAY, "weekday", True)
        a = c.anchor
        if self.week is not None:
            monday = cal.weekday_before(a, 1, strict=False)
            step = {"past": -7, "this": 0, "next": 7}.get(self.week, 0)
            found = cal.add_days(monday, step + self.weekday - 1)
            return None if found is None else Value(found, found, P.DAY, B.RELATIVE, True, "weekday-of-week")
        if self.mod in ("past", "before"):
            d = cal.weekday_before(a, self.weekday, strict=True)
            if c.conventions.calendar_weeks and d >= cal.weekday_before(a, 1, strict=False):
                d = d if d < a else cal.weekday_before(d, self.weekday, strict=True)
        elif self.mod == "past2":
            d = cal.weekday_before(cal.weekday_before(a, self.weekday, strict=True), self.weekday, strict=True)
        elif self.mod in ("next", "following"):
            d = cal.weekday_after(a, self.weekday, strict=True)
        elif self.mod == "next2":
            d = cal.weekday_after(cal.weekday_after(a, self.weekday, strict=True), self.weekday, strict=True)
        elif c.conventions.future or self.mod == "this":
            d = cal.weekday_after(a, self.weekday, strict=c.conventions.future)
            if self.mod == "this" and not c.conventions.future:
                d = cal.weekday_before(a, self.weekday, strict=False)
        else:
            d = cal.weekday_before(a, self.weekday, strict=False)
        return Value(d, d, P.DAY, B.RELATIVE, True, "weekday")


@quick
@dataclass(frozen=True, slots=True)
class Deictic:
    """Today, yesterday, tomorrow …, with the weekday the text adds as a check. ``days`` 2: a night that reaches into the next day."""

    offset: int
    weekday: int | None = None
    days: int = 1
    rule: str = "deictic"

    def resolve(self, c: Context) -> Value | None:
        """The anchor moved by ``offset`` days; a weekday one or two days off wins, because late reports keep their words."""
        if c.anchor is None:
            return open_value(P.DAY if self.days == 1 else P.DAYS, self.rule, True)
        d = cal.add_days(c.anchor, self.offset)
        if d is None:
            return None
        mismatch = False
        if self.weekday is not None and d.isoweekday() != self.weekday:
            before = cal.weekday_before(d, self.weekday, strict=True)
            after = cal.weekday_after(d, self.weekday, strict=True)
            if (d - before).days <= 2:
                d = before
            elif (after - d).days <= 1:
                d = after
            mismatch = True
        end = cal.add_days(d, self.days - 1)
        return Value(d, end, P.DAY if self.days == 1 else P.DAYS, B.RELATIVE, True, self.rule, None, mismatch)


@dataclass(frozen=True, slots=True)
class Nights:
    """``ليل السبت - الأحد``: both days; after midnight only the second."""

    first: Shape
    second: Shape
    after_midnight: bool = False

    def resolve(self, c: Context) -> Value | None:
        """The later day decides; the earlier is the day before it."""
        b = self.second.resolve(c)
        if b is None or b.start is None:
            return b
        start = b.start if self.after_midnight else cal.add_days(b.start, -1)
        return b._replace(start=start, precision=P.DAY if self.after_midnight else P.DAYS, rule="night-of-two-days")
