"""Time expressions before they meet a calendar: one small class per idea, each with ``resolve(context) -> Value | None``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from waqai.annotate.time import calendar as cal
from waqai.annotate.time.context import Context, Value
from waqai.annotate.time.months import NO_YEAR, B, Month, P, Shape, Year, candidate_years, open_value, pick_year
from waqai.model.quick import quick


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
            if found is None and m.mod == "named":
                return None
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
        told = self._in_week_told(c) if self.mod is None and self.week is None else None
        if c.anchor is None:
            return open_value(P.DAY, "weekday", True) if told is None else Value(told, told, P.DAY, B.RELATIVE, False, "weekday-told")
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
            if told is not None and c.week_told is not None and d > c.week_told[1]:
                return Value(told, told, P.DAY, B.RELATIVE, False, "weekday-told")
        return Value(d, d, P.DAY, B.RELATIVE, True, "weekday")

    def _in_week_told(self, c: Context) -> date | None:
        """``حصاد الأسبوع (24 شباط - 2 آذار)``, then ``الأحد:``: that day of the week the report is about."""
        if c.week_told is None:
            return None
        d = cal.weekday_before(c.week_told[1], self.weekday, strict=False)
        return d if d >= c.week_told[0] else None


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


__all__ = [
    "NO_YEAR", "B", "Day", "Deictic", "Month", "Nights", "P", "Shape", "Weekday", "Year", "candidate_years", "open_value", "pick_year",
]  # fmt: skip
