"""Feast days that are dated by convention: the two Eids, the Hijri new year, Christmas and the like."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from waqai.annotate.time import calendar as cal
from waqai.annotate.time.context import Context, Value
from waqai.annotate.time.shapes import NO_YEAR, B, P, Year, open_value


@dataclass(frozen=True, slots=True)
class Holiday:
    """A feast: ``calendar`` ``g`` or ``h`` with month and day, or ``easter``. ``nth`` is the day of the feast (``ثاني أيام العيد``).

    ``mod`` ``past`` or ``next``: strictly before or after the publication day.
    """

    name: str
    calendar: str
    month: int
    day: int
    year: Year = NO_YEAR
    nth: int = 1
    mod: str | None = None

    def _in(self, year: int) -> list[date]:
        """Days of the feast that begin in a Gregorian year."""
        if self.calendar == "easter":
            return [cal.easter(year)]
        if self.calendar == "g":
            d = cal.make_day(year, self.month, self.day)
            return [] if d is None else [d]
        guess = (year - 622) * 33 // 32
        found = (cal.hijri_day(h, self.month, self.day) for h in range(guess - 1, guess + 3))
        return [d for d in found if d is not None and d.year == year]

    def resolve(self, c: Context) -> Value | None:
        """Of the year said; else the latest begun (the next one when the future is asked for)."""
        y = self.year.known(c)
        if y is not None and self.year.calendar == "h" and self.calendar == "h":
            d = cal.hijri_day(y, self.month, self.day)
            days = [] if d is None else [d]
        elif y is not None:
            days = self._in(y) if 1 <= y <= 9998 else []
        elif c.anchor is None:
            return open_value(P.DAY, "holiday", True)
        else:
            near = sorted(d for k in (-1, 0, 1) for d in self._in(c.anchor.year + k))
            if self.mod == "past":
                days = [d for d in near if d < c.anchor][-1:]
            elif c.conventions.future or self.mod == "next":
                days = [d for d in near if d >= c.anchor][:1]
            else:
                days = [d for d in near if d <= c.anchor][-1:]
        if not days:
            return None
        d = cal.add_days(days[0], self.nth - 1)
        basis = B.STATED if self.year.stated else B.RELATIVE
        return None if d is None else Value(d, d, P.DAY, basis, y is None, "holiday")
