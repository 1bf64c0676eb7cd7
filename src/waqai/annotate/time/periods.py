"""Periods and bounds: early May, the second quarter, since May, between the 10th and the 15th."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from waqai.annotate.time import calendar as cal
from waqai.annotate.time.context import Context, Value
from waqai.annotate.time.shapes import NO_YEAR, B, Day, Month, P, Shape, Weekday, Year, open_value


@dataclass(frozen=True, slots=True)
class Part:
    """``مطلع``, ``منتصف``, ``أواخر`` of a month, year, week or season; ``behind``: a weekend told of, so one that has begun."""

    part: str
    inner: Shape
    unit: str
    behind: bool = False

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
        if self.behind and self.unit == "week" and c.anchor is not None and a > c.anchor and not c.conventions.future:
            a, b = a - 7 * cal.DAY, b - 7 * cal.DAY
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


def at_the_middle(shape: Shape, c: Context) -> Context:
    """As a bound the middle of a month is its 15th (codebook 6.4)."""
    if isinstance(shape, Part) and shape.part == "middle" and shape.unit == "month":
        return replace(c, conventions=replace(c.conventions, middle_point=True))
    return c


def _year_of_end(first: Part, last: Shape) -> Part:
    """``بين مطلع أكتوبر ونهاية ديسمبر 2023``: the year written once, at the end."""
    end = last.inner if isinstance(last, Part) else last.month if isinstance(last, Day) else last
    own = first.inner
    if not (isinstance(own, Month) and isinstance(end, Month) and own.year == NO_YEAR and own.mod is None and own.calendar == end.calendar):
        return first
    year = end.year
    if year.number is not None and (own.number or 0) > (end.number or 0):
        year = replace(year, number=year.number - 1)
    return replace(first, inner=replace(own, year=year, mod=end.mod))


@dataclass(frozen=True, slots=True)
class Span:
    """From one expression to another; what the first leaves unsaid is taken from the second."""

    first: Shape
    last: Shape
    listed: bool = False

    def resolve(self, c: Context) -> Value | None:
        """Closed interval; a first day that falls after the last is moved a year (or week) back."""
        b = self.last.resolve(at_the_middle(self.last, c))
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
        elif isinstance(first, Part):
            first = _year_of_end(first, self.last)
        elif isinstance(first, Weekday) and isinstance(self.last, Weekday):
            if b.start is None:
                return b._replace(rule="days-listed" if self.listed else "range", precision=P.RANGE)
            return b._replace(start=cal.weekday_before(b.start, first.weekday, strict=True), precision=P.DAYS, rule="range")
        elif isinstance(first, Weekday) and b.start is not None:
            return b._replace(start=cal.weekday_before(b.start, first.weekday, strict=True), precision=P.DAYS, rule="range")
        a = first.resolve(at_the_middle(first, c))
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
        v = self.inner.resolve(at_the_middle(self.inner, c))
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
            whole = isinstance(self.inner, Part) and self.inner.part == "end"  # "before the end of May": until its last day
            return v._replace(start=None, end=v.end if whole else v.start, precision=P.RANGE, rule="before")
        return v._replace(start=v.end, end=None, precision=P.RANGE, rule="after")


@dataclass(frozen=True, slots=True)
class Beside:
    """The day before (``step`` -1) or after (1) a feast, a day or a month."""

    step: int
    inner: Shape

    def resolve(self, c: Context) -> Value | None:
        """One day."""
        v = self.inner.resolve(c)
        if v is None or v.start is None or v.end is None:
            return v
        d = cal.add_days(v.start if self.step < 0 else v.end, self.step)
        return None if d is None else v._replace(start=d, end=d, precision=P.DAY, rule="eve" if self.step < 0 else "morrow")


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
