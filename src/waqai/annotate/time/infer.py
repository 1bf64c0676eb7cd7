"""The year of a text without publication day, from its weekdays, its other dates and the dated things it names."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from waqai.annotate.time import periods as per
from waqai.annotate.time.context import Context
from waqai.annotate.time.facts import Fact, Facts, allowed
from waqai.annotate.time.lexicon import time_words
from waqai.annotate.time.shapes import Day, Month, Shape, Year, candidate_years
from waqai.model import TimeBasis

Found = tuple[int, int, Shape]


def infer(found: Sequence[Found], context: Context, facts: Facts) -> None:
    """Narrow the years of a text without publication date; set the anchor when one day is left for "today".

    A day said with its weekday allows some years. A year the text names as past excludes earlier ones. Days with weekdays in
    one text are taken to lie in the same year when a common year exists. Operations, people in office and actors of a limited
    time exclude years in which the text could not have named them.
    """
    years: frozenset[int] | None = None
    floor = 0
    for first, _, shape in found:
        for d in _days(shape):
            m = d.month
            if m.year.number is not None and m.calendar == "g":
                floor = max(floor, m.year.number)
            elif d.weekday is not None and m.number is not None and m.calendar == "g" and m.year.mod is None:
                fits = _fitting(d, candidate_years(m, d.day, d.weekday), facts.about(first, d.today is not None))
                both = fits if years is None else years & fits
                years = both or years
            elif d.today is not None and m.number is not None and m.calendar == "g" and m.year.mod is None:
                fits = _fitting(d, time_years(), facts.about(first, True))
                years = fits if len(fits) == 1 else years
        floor = max(floor, _named_year(shape))
        since = _running_year(shape)
        if since is not None:
            years = frozenset((since,))
    if years is not None and floor:
        years = frozenset(y for y in years if y >= floor) or years
    context.years = years
    context.named = _named_months(found)
    for _, _, shape in found:
        if isinstance(shape, Day) and shape.today is not None and shape.month.number is not None:
            v = shape.resolve(context)
            if v is not None and v.start is not None:
                context.anchor = date.fromordinal(v.start.toordinal() - shape.today)
                context.inferred = v.basis is TimeBasis.INFERRED_YEAR
                return
    if years is not None and len(years) == 1:
        for _, _, shape in found:
            if isinstance(shape, Day) and shape.weekday is not None:
                v = shape.resolve(context)
                if v is not None and v.start is not None:
                    context.hint = v.start
                    return


def time_years() -> tuple[int, ...]:
    """The years considered for a date that names none."""
    low, high = time_words().years
    return tuple(range(low, high + 1))


def _fitting(d: Day, years: Sequence[int], facts: Sequence[Fact]) -> frozenset[int]:
    """Those of the years in which the facts allow the day; all of them when they allow none."""
    return frozenset(y for y in years if (day := d.month.day(y, d.day)) is not None and allowed(day, facts)) or frozenset(years)


def _days(shape: Shape) -> list[Day]:
    if isinstance(shape, Day):
        return [shape]
    if isinstance(shape, (per.Span,)):
        return [*_days(shape.first), *_days(shape.last)]
    if isinstance(shape, (per.Bound, per.Part)):
        return _days(shape.inner)
    return []


def _running_year(shape: Shape) -> int | None:
    """``منذ مطلع العام 2022`` is said in that year."""
    if isinstance(shape, per.Bound) and shape.kind == "since" and isinstance(shape.inner, per.Part):
        inner = shape.inner.inner
        if isinstance(inner, Year) and shape.inner.part == "start" and inner.calendar == "g":
            return inner.number
    return None


def _named_months(found: Sequence[Found]) -> dict[int, int]:
    """Months the text gives a year (``خلال فبراير 2023``); a month with two years tells nothing."""
    told: dict[int, set[int]] = {}
    for _, _, shape in found:
        inner = shape.inner if isinstance(shape, (per.Bound, per.Part)) else shape
        for s in (inner.first, inner.last) if isinstance(inner, per.Span) else (inner,):
            month = s.inner if isinstance(s, (per.Bound, per.Part)) else s
            if isinstance(month, Month) and month.calendar == "g" and month.number is not None and month.year.number is not None:
                told.setdefault(month.number, set()).add(month.year.number)
    return {m: next(iter(ys)) for m, ys in told.items() if len(ys) == 1}


def _named_year(shape: Shape) -> int:
    if isinstance(shape, Year):
        return shape.number or 0 if shape.calendar == "g" and (shape.number or 0) <= time_words().years[1] else 0
    if isinstance(shape, Month):
        return _named_year(shape.year)
    if isinstance(shape, (per.Bound, per.Part)):
        return _named_year(shape.inner)
    if isinstance(shape, per.Span):
        return max(_named_year(shape.first), _named_year(shape.last))
    return 0
