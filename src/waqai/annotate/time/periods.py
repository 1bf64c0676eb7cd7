"""Periods, distances and bounds: last week, two days ago, since May, between the 10th and the 15th."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from waqai.annotate.time import calendar as cal
from waqai.annotate.time.context import Context, Value
from waqai.annotate.time.shapes import NO_YEAR, B, Day, Month, P, Shape, Weekday, Year, open_value

_PRECISION = {
    "hour": P.DAYS, "minute": P.DAY, "second": P.DAY, "day": P.DAY, "night": P.DAYS, "week": P.WEEK, "month": P.MONTH,
    "year": P.YEAR, "decade": P.RANGE, "century": P.RANGE,
}  # fmt: skip


def _whole(day: date, unit: str) -> tuple[date, date] | None:
    """The calendar unit a day lies in; weeks run Monday to Sunday."""
    if unit in ("day", "night", "hour", "minute", "second"):
        return day, day
    if unit == "week":
        first = cal.weekday_before(day, 1, strict=False)
        last = cal.add_days(first, 6)
        return None if last is None else (first, last)
    if unit == "month":
        return cal.month_days(day.year, day.month)
    if unit == "year":
        return cal.year_days(day.year)
    span = 10 if unit == "decade" else 100
    first_year = day.year - day.year % span
    a, b = cal.year_days(first_year), cal.year_days(first_year + span - 1)
    return None if a is None or b is None else (a[0], b[1])


@dataclass(frozen=True, slots=True)
class One:
    """One unit placed by a modifier: ``الأسبوع الماضي``, ``هذا العام``, ``في اليوم التالي``."""

    unit: str
    mod: str

    def resolve(self, c: Context) -> Value | None:
        """``past`` week: the seven days before the anchor up to it; past month and year: the calendar one before."""
        if self.mod in ("same", "following", "before", "that", ""):
            return self._from_text(c)
        precision = _PRECISION[self.unit]
        rule = f"{self.unit}-{self.mod}"
        if c.anchor is None:
            return open_value(precision, rule, True)
        a = c.anchor
        step = {"past": -1, "this": 0, "next": 1, "past2": -2, "next2": 2}[self.mod]
        if self.unit == "night":
            first = cal.add_days(a, step)
            last = cal.add_days(a, step + 1) if step < 0 else first
            return None if first is None else Value(first, last, P.DAYS, B.RELATIVE, True, rule)
        if self.unit == "hour":
            first = cal.add_days(a, -1) if step < 0 else a
            return Value(first, a, P.DAYS, B.RELATIVE, True, rule)
        if self.unit == "week" and step < 0 and not c.conventions.calendar_weeks:
            first, last = cal.add_days(a, 7 * step), cal.add_days(a, 7 * (step + 1))
            return None if first is None else Value(first, last, P.WEEK, B.RELATIVE, True, rule)
        base = cal.move(a, self.unit, step)
        days = None if base is None else _whole(base, self.unit)
        return None if days is None else Value(*days, precision, B.RELATIVE, True, rule)

    def _from_text(self, c: Context) -> Value | None:
        """Counted from what the text named before: the same day, the day after, the month before."""
        rule = f"text-{self.unit}-{self.mod or 'that'}"
        step = {"following": 1, "before": -1}.get(self.mod, 0)
        if self.unit == "span":
            last = c.previous_period or c.previous_day
            if last is None:
                return open_value(P.RANGE, rule, False)
            return last._replace(basis=B.RELATIVE, deictic=False, rule=rule)
        if self.unit in ("day", "night", "hour"):
            v = c.previous_day
            if v is None or v.start is None or v.end is None:
                if self.mod in ("before", "following") and c.anchor is not None and c.previous_day is None:
                    d = cal.add_days(c.anchor, step)
                    return None if d is None else Value(d, d, P.DAY, B.RELATIVE, True, rule)
                return open_value(P.DAY, rule, False)
            if step == 0:
                return Value(v.start, v.end, v.precision, B.RELATIVE, False, rule)
            d = cal.add_days(v.end if step > 0 else v.start, step)
            return None if d is None else Value(d, d, P.DAY, B.RELATIVE, False, rule)
        if self.unit == "week":
            return self._week(c, step, rule)
        base = c.previous_month if self.unit == "month" else None
        if base is None and c.previous_period is not None:
            base = c.previous_period.start
        base = base or c.previous_month
        if base is None:
            if c.anchor is None:
                return open_value(_PRECISION[self.unit], rule, False)
            return One(self.unit, {1: "next", -1: "past", 0: "this"}[step]).resolve(c)
        moved = cal.move(base, self.unit, step)
        days = None if moved is None else _whole(moved, self.unit)
        return None if days is None else Value(*days, _PRECISION[self.unit], B.RELATIVE, False, rule)

    def _week(self, c: Context, step: int, rule: str) -> Value | None:
        v = c.previous_period
        if v is not None and v.precision is P.WEEK and v.start is not None and v.end is not None:
            first, last = cal.add_days(v.start, 7 * step), cal.add_days(v.end, 7 * step)
            return Value(first, last, P.WEEK, B.RELATIVE, False, rule)
        if c.anchor is None:
            return open_value(P.WEEK, rule, False)
        return One("week", {1: "next", -1: "past", 0: "this"}[step]).resolve(c)


@dataclass(frozen=True, slots=True)
class Stretch:
    """``n`` units up to the anchor or from it: ``الأسبوعين الماضيين``, ``خلال الـ24 ساعة الماضية``. ``n`` ``None``: not said."""

    unit: str
    n: int | None
    mod: str = "past"

    def resolve(self, c: Context) -> Value | None:
        """Anchor minus n units to the anchor. Hours count as whole days, rounded up. An unsaid number leaves the far side open."""
        if self.mod == "auto" and c.conventions.future and c.anchor is not None and self.n and self.unit != "hour":
            end = cal.move(c.anchor, self.unit, self.n)
            return Value(c.anchor, end, P.RANGE, B.RELATIVE, True, f"stretch-{self.unit}-next")
        if self.mod == "auto":
            return Stretch(self.unit, self.n, "next" if c.conventions.future else "past").resolve(c)
        rule = f"stretch-{self.unit}-{self.mod}"
        precision = P.WEEK if self.unit == "week" and self.n == 1 else P.RANGE
        precision = precision if self.unit not in ("hour", "minute", "second", "day", "night") else P.DAYS
        if c.anchor is None:
            return open_value(precision, rule, True)
        a = c.anchor
        n = self.n
        unit = self.unit
        if unit in ("hour", "minute", "second"):
            per_day = {"hour": 24, "minute": 1440, "second": 86400}[unit]
            n, unit = (1 if n is None else max(1, -(-n // per_day))), "day"
        if self.mod == "this":
            return One(unit, "this").resolve(c)
        if n is None:
            if self.mod == "next":
                return Value(a, None, precision, B.RELATIVE, True, rule)
            return Value(None, a, precision, B.RELATIVE, True, rule)
        if self.mod == "next":
            if c.conventions.calendar_weeks and unit == "week":
                first = cal.weekday_after(a, 1, strict=True)
                return Value(first, cal.add_days(first, 7 * n - 1), precision, B.RELATIVE, True, rule)
            return Value(cal.add_days(a, 1), cal.move(a, unit, n), precision, B.RELATIVE, True, rule)
        first_day = cal.move(a, unit, -n)
        return None if first_day is None else Value(first_day, a, precision, B.RELATIVE, True, rule)


@dataclass(frozen=True, slots=True)
class Away:
    """A distance: ``قبل يومين`` (from the anchor), ``قبلها بنحو 24 ساعة`` and ``بعد ذلك بأسبوع`` (``base`` ``text``).

    Attributes:
        steps: ``(n, unit)`` pairs that add up; ``n`` ``None`` when not said (``قبل أيام``).
        sign: -1 before, 1 after.
        base: ``anchor`` or ``text``.
        bound: ``more`` (``قبل أكثر من شهر``) leaves the far side open, ``less`` the near one is the anchor.
    """

    steps: tuple[tuple[int | None, str], ...]
    sign: int
    base: str = "anchor"
    bound: str | None = None

    def resolve(self, c: Context) -> Value | None:
        """One day; its precision is that of the coarsest unit said."""
        deictic = self.base == "anchor"
        rule = ("ago" if self.sign < 0 else "ahead") if deictic else ("text-before" if self.sign < 0 else "text-after")
        coarse = self.steps[0][1]
        precision = _PRECISION[coarse]
        day: date | None
        if deictic or (c.conventions.future and self.sign > 0):
            day = c.anchor
        else:
            v = c.previous_day
            day = None if v is None else (v.start if self.sign < 0 else v.end)
        if day is None:
            return open_value(precision, rule, deictic)
        start = day
        for n, unit in self.steps:
            if n is None:
                if unit in ("hour", "minute", "second"):
                    other = cal.add_days(day, self.sign)
                    if other is None:
                        return None
                    pair = sorted((day, other))
                    return Value(pair[0], pair[1], P.DAYS, B.RELATIVE, deictic, rule)
                return open_value(precision, rule, deictic)
            if unit in ("minute", "second"):
                continue
            if unit == "hour":
                whole, rest = divmod(n, 24)
                moved = cal.add_days(start, self.sign * whole)
                if moved is None:
                    return None
                if rest >= 8 and len(self.steps) == 1:  # ten hours away may be the same day or the next one
                    other = cal.add_days(moved, self.sign)
                    if other is None:
                        return None
                    pair = sorted((moved, other))
                    return Value(pair[0], pair[1], P.DAYS, B.RELATIVE, deictic, rule)
                start = moved
                continue
            moved = cal.move(start, unit, self.sign * n)
            if moved is None:
                return None
            start = moved
        if coarse == "hour":
            precision = P.DAY
        if self.bound == "more":
            return (
                Value(None, start, P.RANGE, B.RELATIVE, deictic, rule)
                if self.sign < 0
                else Value(start, None, P.RANGE, B.RELATIVE, deictic, rule)
            )
        if self.bound == "less":
            pair = sorted((day, start))
            return Value(pair[0], pair[1], P.RANGE, B.RELATIVE, deictic, rule)
        return Value(start, start, precision, B.RELATIVE, deictic, rule)


@dataclass(frozen=True, slots=True)
class Part:
    """``مطلع``, ``منتصف``, ``أواخر`` of a month, year, week or season."""

    part: str
    inner: Shape
    unit: str

    def resolve(self, c: Context) -> Value | None:
        """The part by the conventions of the codebook (6.4)."""
        if self.unit == "week" and not c.conventions.calendar_weeks:
            # "late last week" cuts the calendar week; the seven days up to the anchor have no late part of their own
            c = replace(c, conventions=replace(c.conventions, calendar_weeks=True))
        v = self.inner.resolve(c)
        if v is None or v.start is None or v.end is None:
            return None if v is None else v._replace(rule=f"{self.part}-of-{self.unit}")
        if self.part == "rest":
            if c.anchor is None:
                return open_value(P.RANGE, "rest", True)
            start = max(v.start, c.anchor)
            return None if start > v.end else v._replace(start=start, precision=P.RANGE, rule="rest")
        a, b = (cal.half_of if c.conventions.halves else cal.part_of)(v.start, v.end, self.part, self.unit)
        if self.part == "middle" and c.conventions.middle_point:
            a = b = v.start + (v.end - v.start) // 2
            if self.unit == "month":
                a = b = v.start.replace(day=15)
        precision = P.MONTH_PART if self.unit == "month" else (P.DAYS if self.unit == "week" else P.RANGE)
        return v._replace(start=a, end=b, precision=precision, rule=f"{self.part}-of-{self.unit}")


@dataclass(frozen=True, slots=True)
class Nth:
    """The n-th unit inside a period: quarter, half, week, weekday, day, the first n months. ``n`` -1 is the last."""

    what: str
    n: int
    inner: Shape
    count: int = 1

    def resolve(self, c: Context) -> Value | None:
        """Weeks of a month begin on its n-th Monday; the last week on its last Monday."""
        v = self.inner.resolve(c)
        rule = f"nth-{self.what}"
        if v is None or v.start is None or v.end is None:
            return None if v is None else v._replace(rule=rule)
        s, e, n = v.start, v.end, self.n
        a: date | None = None
        b: date | None = None
        if self.what.startswith("weekday"):
            wd = int(self.what[-1])
            first = cal.weekday_after(s, wd, strict=False)
            a = cal.weekday_before(e, wd, strict=False) if n < 0 else cal.add_days(first, 7 * (n - 1))
            b = a
        elif self.what == "week":
            # a week belongs to the month its Thursday lies in; the first begins on the first Monday
            first = cal.weekday_after(s, 1, strict=False)
            thursday = cal.weekday_before(e, 4, strict=False)
            a = cal.add_days(thursday, -3) if n < 0 else cal.add_days(first, 7 * (n - 1))
            b = None if a is None else cal.add_days(a, 6)
        elif self.what in ("quarter", "half", "third"):
            months = {"quarter": 3, "half": 6, "third": 4}[self.what]
            if v.precision is P.MONTH and self.what == "half":
                a, b = (s, s.replace(day=15)) if n == 1 else (s.replace(day=16), e)
            else:
                n = 12 // months if n < 0 else n
                a = cal.add_months(s, months * (n - 1))
                b = None if a is None else cal.add_months(a, months)
                b = None if b is None else cal.add_days(b, -1)
        elif self.what in ("day", "month"):
            if n < 0:
                b = e
                a = cal.move(e, self.what, -self.count)
                a = None if a is None else cal.add_days(a, 1)
                if self.what == "month":
                    a = cal.add_months(e.replace(day=1), 1 - self.count)
            else:
                a = cal.move(s, self.what, n - 1)
                b = None if a is None else cal.move(a, self.what, self.count)
                b = None if b is None else cal.add_days(b, -1)
        if a is None or b is None or a < s or a > e:
            return None
        precision = P.DAY if a == b else {"week": P.WEEK, "month": P.MONTH}.get(self.what, P.RANGE)
        if self.count > 1:
            precision = P.RANGE
        return v._replace(start=a, end=b, precision=precision, rule=rule)


_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 2)}


@dataclass(frozen=True, slots=True)
class Season:
    """Meteorological seasons: spring March–May … winter December–February, named by the year it begins in."""

    name: str
    year: Year
    mod: str | None = None

    def resolve(self, c: Context) -> Value | None:
        """The three months; without year the latest begun season, or the one asked for by the modifier."""
        first, last = _SEASONS[self.name]
        y = self.year.known(c)
        basis = B.STATED if self.year.stated else B.RELATIVE
        if y is None:
            if c.anchor is None:
                return open_value(P.SEASON, "season", True)
            a = c.anchor
            start = cal.make_day(a.year, first, 1)
            assert start is not None
            running = start <= a
            y = a.year if running else a.year - 1
            end = self._end(y, last)
            if self.mod == "past" and end is not None and end >= a:
                y -= 1
            elif self.mod in ("next", "this") or (c.conventions.future and self.mod is None):
                y = a.year if self.mod == "this" or not running else a.year + 1
        start, end = cal.make_day(y, first, 1), self._end(y, last)
        if start is None or end is None:
            return None
        return Value(start, end, P.SEASON, basis, not self.year.stated, "season")

    @staticmethod
    def _end(y: int, last: int) -> date | None:
        days = cal.month_days(y + 1 if last == 2 else y, last)
        return None if days is None else days[1]


@dataclass(frozen=True, slots=True)
class Span:
    """From one expression to another; what the first leaves unsaid is taken from the second."""

    first: Shape
    last: Shape
    listed: bool = False

    def resolve(self, c: Context) -> Value | None:
        """Closed interval; a first day that falls after the last is moved a year (or week) back."""
        b = self.last.resolve(c)
        if b is None:
            return None
        first = self.first
        if isinstance(first, Day) and isinstance(self.last, Day):
            m, last_m = first.month, self.last.month
            if m.number is not None and last_m.number is not None and m.year == NO_YEAR and m.calendar == last_m.calendar:
                year = last_m.year
                if year.number is not None and m.number > last_m.number:
                    year = replace(year, number=year.number - 1)
                first = replace(first, month=replace(m, year=year, mod=m.mod or last_m.mod))
        elif isinstance(first, Month) and isinstance(self.last, Month) and first.year == NO_YEAR:
            year = self.last.year
            if year.number is not None and (first.number or 0) > (self.last.number or 0):
                year = replace(year, number=year.number - 1)
            first = replace(first, year=year, mod=first.mod or self.last.mod)
        elif isinstance(first, Weekday) and isinstance(self.last, Weekday):
            if b.start is None:
                return b._replace(rule="days-listed" if self.listed else "range", precision=P.RANGE)
            return b._replace(start=cal.weekday_before(b.start, first.weekday, strict=True), precision=P.DAYS, rule="range")
        elif isinstance(first, Weekday) and b.start is not None:
            return b._replace(start=cal.weekday_before(b.start, first.weekday, strict=True), precision=P.DAYS, rule="range")
        a = first.resolve(c)
        if a is None:
            return None
        start, end = a.start, b.end
        if start is not None and end is not None and start > end:
            earlier = cal.add_months(start, -12)
            if earlier is None or (a.basis is B.STATED and isinstance(first, Year)):
                return None
            start = earlier
            if start > end:
                return None
        days = start is not None and end is not None and (end - start).days <= 1
        mixed = a if a.basis is not B.STATED else b
        precision = P.DAY if days and start == end else (P.DAYS if days else P.RANGE)
        return Value(
            start,
            end,
            precision,
            mixed.basis,
            a.deictic or b.deictic,
            "days-listed" if self.listed and isinstance(first, Day) else "range",
            b.years or a.years,
        )


@dataclass(frozen=True, slots=True)
class Bound:
    """``منذ``, ``حتى``, ``قبل``, ``بعد`` before a date. ``since`` in a dated text ends on the anchor."""

    kind: str
    inner: Shape

    def resolve(self, c: Context) -> Value | None:
        """One side from the date, the other from the anchor or open."""
        v = self.inner.resolve(c)
        if v is None:
            return None
        if self.kind == "since":
            end = c.anchor
            if end is not None and v.start is not None and v.start > end:
                end = None
            return v._replace(end=end, precision=P.RANGE, rule="since")
        if self.kind == "until":
            return v._replace(start=None, precision=P.RANGE, rule="until")
        if self.kind == "before":
            return v._replace(start=None, end=v.start, precision=P.RANGE, rule="before")
        return v._replace(start=v.end, end=None, precision=P.RANGE, rule="after")


@dataclass(frozen=True, slots=True)
class Decade:
    """``السبعينيات``: ten years of the century that suits the anchor (the latest begun)."""

    tens: int
    century: int | None = None

    def resolve(self, c: Context) -> Value | None:
        """Ten calendar years."""
        year = (self.century or 1900) + self.tens
        if (self.century is None and self.tens <= 10) or (c.anchor is not None and self.tens == 20 and c.anchor.year >= 2021):
            year = 2000 + self.tens
        a, b = cal.year_days(year), cal.year_days(year + 9)
        assert a is not None
        assert b is not None
        return Value(a[0], b[1], P.RANGE, B.STATED, False, "decade")
