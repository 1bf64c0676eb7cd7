"""What an expression is resolved against: the anchor day, the reading asked for, and what the text has said before."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from waqai.model import TimeBasis, TimePrecision


@dataclass(frozen=True, slots=True)
class Conventions:
    """How open expressions are read.

    Attributes:
        future: a bare weekday, day or month is the next one, not the last one.
        calendar_weeks: "last week" is Monday to Sunday, not the seven days up to the anchor.
        later_this_month: a day of the anchor's own month that lies after the anchor keeps the anchor's year (codebook 6.3);
            when false it is last year's.
        halves: the start and end of a period are its halves, not the codebook's parts.
        middle_point: "mid March" is the 15th, not the 11th to the 20th.
    """

    future: bool = False
    calendar_weeks: bool = False
    later_this_month: bool = True
    middle_point: bool = False
    halves: bool = False


class Value(NamedTuple):
    """A resolved expression: closed interval of days; ``None`` open or unknown at that side."""

    start: date | None
    end: date | None
    precision: TimePrecision
    basis: TimeBasis
    deictic: bool
    rule: str
    years: tuple[int, ...] | None = None
    mismatch: bool = False


@dataclass(slots=True)
class Context:
    """State while a text is read from its start to its end.

    Attributes:
        anchor: publication day; ``None`` when not known.
        inferred: the anchor itself was inferred from weekday, day and month.
        previous_day: the last day or pair of days the text named.
        previous_month: the last month named or containing a named day, as its first day.
        previous_year: a day of the last year the text named other than by the publication day.
        previous_period: the last week or longer period named.
        week_told: first and last day of the week a report says at its head that it is about.
        years: years left for the text; ``None`` when nothing narrows them.
        named: months of the text that have one year (``فبراير 2023``); it is that of their days when there is no anchor.
        hint: a dated day of the same text that lends its year when there is no anchor.
        under_year: the year that stands alone on a line over the one this expression opens.
    """

    anchor: date | None
    conventions: Conventions
    inferred: bool = False
    previous_day: Value | None = None
    previous_month: date | None = None
    previous_period: Value | None = None
    previous_year: date | None = None
    years: frozenset[int] | None = None
    week_told: tuple[date, date] | None = None
    hint: date | None = None
    under_year: int | None = None
    named: dict[int, int] = field(default_factory=dict)

    def head(self, v: Value) -> None:
        """Keep the week that the head of a report names, once it is over."""
        if v.start is None or v.end is None or v.deictic or v.basis is not TimeBasis.STATED or not 4 <= (v.end - v.start).days <= 8:
            return
        if self.anchor is None or v.end < self.anchor:
            self.week_told = (v.start, v.end)

    def remember(self, v: Value) -> None:
        """Keep what later words such as ``في اليوم نفسه`` point back to."""
        if v.start is None or v.end is None:
            return
        if not v.deictic:
            self.previous_year = v.start
        if v.precision in (TimePrecision.DAY, TimePrecision.DAYS):
            self.previous_day = v
        else:
            self.previous_period = v
        if v.precision in (TimePrecision.MONTH, TimePrecision.MONTH_PART):
            self.previous_month = v.start.replace(day=1)
        elif v.rule == "since" and not v.deictic:
            self.previous_month = v.start.replace(day=1)  # منذ 26 تشرين الأول ...، في 28 من الشهر ذاته
        elif v.precision in (TimePrecision.DAY, TimePrecision.DAYS) and (not v.deictic or self.previous_month is None):
            # "today" and "on Friday" do not take over from a month the text has named
            self.previous_month = v.start.replace(day=1)
