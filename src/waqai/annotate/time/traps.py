"""Words before an expression that make it a name: a quarter, a bridge, a market, a revolution."""

from __future__ import annotations

from waqai.annotate.time import periods as per
from waqai.annotate.time.grammar import Grammar
from waqai.annotate.time.shapes import Day, Deictic, Month, Nights, Shape, Weekday, Year


def is_trap(g: Grammar, first: int, last: int, shape: Shape) -> bool:
    """The expression at ``[first, last)`` names a place, an institution or an upheaval and is no date."""
    t = g.t
    if isinstance(shape, Deictic) and g.words[last] == "من" and g.words[first] in t.bounds:
        return True  # "قبل قليل من الانفجار"
    if g.words[first] in t.within or g.words[first] in t.bounds or g.words[first] in t.between:
        return False
    before = g.words[first - 1]
    if before == '"':
        before = g.words[first - 2]
    if before in t.trap_worship and g.words[first - 2] in t.prayer_times and isinstance(shape, (Weekday, Deictic)):
        return False  # "بعد صلاة الجمعة": on that day
    if isinstance(shape, (Weekday, Nights)) and (before in t.trap_worship or before in t.habit):
        return True
    if isinstance(shape, (Weekday, Deictic, Nights)) and last == first + 1:
        if before in t.trap_families:
            return True
        if before in t.given and g.words[first - 2] in t.trap_persons:
            return True
    if isinstance(shape, (Day, Month, per.Span)) and before in t.trap_names:
        named = shape.last if isinstance(shape, per.Span) else shape
        month = named.month if isinstance(named, Day) else named
        return isinstance(month, Month) and month.number is not None and not month.year.stated and month.mod is None
    if isinstance(shape, (Day, Weekday, Month, Deictic, Year)):
        named = shape.month if isinstance(shape, Day) else shape
        if before in t.trap_places and not (isinstance(shape, Deictic) and shape.offset <= 0):
            return not isinstance(shape, Year)
        if before in t.trap_events:
            year = named.year if isinstance(named, Month) else None
            return not (year is not None and year.stated) and not isinstance(shape, (Deictic, Year))
        if isinstance(shape, Month) and before in t.trap_brands:
            return True
    return bool(isinstance(shape, per.Span) and before in t.trap_places | t.trap_worship | t.habit)
