"""Time counted from the anchor or from what the text named before: last week, the past 24 hours, two days ago."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from waqai.annotate.time import calendar as cal
from waqai.annotate.time.context import Context, Value
from waqai.annotate.time.shapes import B, P, Year, open_value

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
        if self.mod == "elsewhere":  # tied to an event, not to a date
            return open_value(precision, "text-elsewhere", False)
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
        day = c.previous_day
        if step and day is not None and day.start is not None and day.end is not None and not day.deictic:
            # the week after or before a day the text named: seven days up to it or from the day after it
            first = cal.add_days(day.end, 1) if step > 0 else cal.add_days(day.start, -7)
            last = cal.add_days(day.end, 7) if step > 0 else day.start
            return Value(first, last, P.WEEK, B.RELATIVE, False, rule)
        if c.anchor is None:
            return open_value(P.WEEK, rule, False)
        return One("week", {1: "next", -1: "past", 0: "this"}[step]).resolve(c)


@dataclass(frozen=True, slots=True)
class Mirror:
    """The same days of another year: ``مثل هذا اليوم من العام الماضي``, ``الفترة نفسها من 2022``. ``unit``: day, month or span."""

    unit: str
    year: Year

    def resolve(self, c: Context) -> Value | None:
        """Today, this month, or the days the text named last, moved into the year."""
        rule = f"mirror-{self.unit}"
        y = self.year.known(c)
        v = One("span", "same").resolve(c) if self.unit == "span" else One(self.unit, "this").resolve(c)
        if v is None or v.start is None or v.end is None or y is None:
            return None if v is None else open_value(v.precision, rule, self.unit != "span")
        months = 12 * (y - v.end.year)
        start, end = cal.add_months(v.start, months), cal.add_months(v.end, months)
        if start is None or end is None:
            return None
        if self.unit == "month":
            end = cal.last_of_month(end.year, end.month)
        return v._replace(start=start, end=end, deictic=False, rule=rule)


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
                if not deictic and unit in ("hour", "minute", "second"):
                    continue  # "بعد ساعات من الهجوم": words tied to an event take its day (codebook 6.2)
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
        if not deictic and self.sign > 0 and c.anchor is not None and not c.conventions.future and start > c.anchor:
            return open_value(precision, rule, deictic)  # أُفرج عنه أمس بعد 18 عاماً: a span that ended, not a day to come
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
