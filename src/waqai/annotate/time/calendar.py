"""Days, months and years as closed intervals; the Hijri calendar; moving by units. Nothing here reads text."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

DAY = timedelta(days=1)


def make_day(year: int, month: int, day: int) -> date | None:
    """The Gregorian day, or ``None`` when there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def last_of_month(year: int, month: int) -> date:
    """The last day of a month; ``year`` 1–9998."""
    return (date(year + month // 12, month % 12 + 1, 1)) - DAY


def month_days(year: int, month: int) -> tuple[date, date] | None:
    """First and last day of a Gregorian month; ``None`` out of range."""
    if not (1 <= year <= 9998 and 1 <= month <= 12):
        return None
    return date(year, month, 1), last_of_month(year, month)


def year_days(year: int) -> tuple[date, date] | None:
    """1 January to 31 December; ``None`` out of range."""
    if not 1 <= year <= 9998:
        return None
    return date(year, 1, 1), date(year, 12, 31)


def add_days(day: date, n: int) -> date | None:
    """``day`` moved by ``n`` days; ``None`` when it leaves the calendar."""
    try:
        return day + timedelta(days=n)
    except OverflowError:
        return None


def add_months(day: date, n: int) -> date | None:
    """The same day ``n`` months later; the last day of the month when it has no such day."""
    k = day.year * 12 + day.month - 1 + n
    year, month = divmod(k, 12)
    if not 1 <= year <= 9998:
        return None
    return date(year, month + 1, min(day.day, last_of_month(year, month + 1).day))


def move(day: date, unit: str, n: int) -> date | None:
    """``day`` moved by ``n`` units (``day``, ``night``, ``week``, ``month``, ``year``, ``decade``, ``century``)."""
    if abs(n) > 100_000:
        return None
    if unit in ("day", "night"):
        return add_days(day, n)
    if unit == "week":
        return add_days(day, 7 * n)
    months = {"month": 1, "year": 12, "decade": 120, "century": 1200}.get(unit)
    return None if months is None else add_months(day, months * n)


def weekday_before(day: date, weekday: int, strict: bool) -> date:
    """The latest day of that ISO weekday not after ``day``; before it when ``strict``."""
    back = (day.isoweekday() - weekday) % 7
    if back == 0 and strict:
        back = 7
    return day - timedelta(days=back)


def weekday_after(day: date, weekday: int, strict: bool) -> date:
    """The first day of that ISO weekday not before ``day``; after it when ``strict``."""
    ahead = (weekday - day.isoweekday()) % 7
    if ahead == 0 and strict:
        ahead = 7
    return day + timedelta(days=ahead)


@lru_cache(maxsize=4096)
def hijri_day(year: int, month: int, day: int) -> date | None:
    """The Gregorian day of a Hijri date (Umm al-Qura, 1343–1500); ``None`` outside or when there is no such day."""
    from hijridate import Hijri  # loaded on first use: few texts need it

    if day == 30:  # months follow the moon as seen: a thirtieth the tables lack is the day after the 29th
        last = hijri_day(year, month, 29)
        return None if last is None else last + DAY

    try:
        return Hijri(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None


@lru_cache(maxsize=512)
def hijri_month(year: int, month: int) -> tuple[date, date] | None:
    """First and last Gregorian day of a Hijri month; ``None`` out of range."""
    first = hijri_day(year, month, 1)
    if first is None:
        return None
    following = hijri_day(year + month // 12, month % 12 + 1, 1)
    last = following - DAY if following is not None else hijri_day(year, month, 29)
    return None if last is None else (first, last)


@lru_cache(maxsize=512)
def hijri_year(year: int) -> tuple[date, date] | None:
    """First and last Gregorian day of a Hijri year; ``None`` out of range."""
    first, last = hijri_month(year, 1), hijri_month(year, 12)
    return None if first is None or last is None else (first[0], last[1])


def hijri_year_of(day: date) -> int | None:
    """The Hijri year running on a Gregorian day; ``None`` out of range."""
    from hijridate import Gregorian

    try:
        return int(Gregorian(day.year, day.month, day.day).to_hijri().year)
    except (ValueError, OverflowError):
        return None


def half_of(start: date, end: date, part: str, unit: str) -> tuple[date, date]:
    """Start and end of a period as its halves; the middle of a week Tuesday to Friday. Used only when asked for."""
    if part == "middle":
        return (start + DAY, end - 2 * DAY) if unit == "week" else part_of(start, end, part, unit)
    cut = {"month": start + 14 * DAY, "week": start + 2 * DAY, "year": date(start.year, 6, 30)}.get(unit, start + (end - start) // 2)
    return (start, cut) if part == "start" else (cut + DAY, end)


def hijri_year_in(year: int, month: int) -> int | None:
    """The Hijri year whose ``month`` begins in a Gregorian year (``رمضان 2019`` → 1440); ``None`` when none does."""
    guess = (year - 622) * 33 // 32
    for h in (guess - 1, guess, guess + 1, guess + 2):
        days = hijri_month(h, month)
        if days is not None and days[0].year == year:
            return h
    return None


def easter(year: int) -> date:
    """Western Easter Sunday (the anonymous Gregorian computus)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def part_of(start: date, end: date, part: str, unit: str) -> tuple[date, date]:
    """The first, middle or last part of a period.

    A month: days 1–10, 11–20, 21–end. A year: January–April, May–August, September–December. A week: its first three days, the
    middle three, the last three. A season: its months. A decade: three, four and three
    years. Anything else: thirds of its days.
    """
    if unit == "month":
        cut = (start, start + timedelta(days=9)), (start + timedelta(days=10), start + timedelta(days=19))
        last = (start + timedelta(days=20), end)
    elif unit == "year":
        y = start.year
        cut, last = (
            ((date(y, 1, 1), date(y, 4, 30)), (date(y, 5, 1), date(y, 8, 31))),
            (date(y, 9, 1), date(y, 12, 31)),
        )
    elif unit == "week":
        cut = (start, start + timedelta(days=2)), (start + timedelta(days=2), start + timedelta(days=4))
        last = (end - timedelta(days=2), end)
    elif unit == "season":
        middle, late = start.replace(month=start.month % 12 + 1, year=start.year + start.month // 12), end.replace(day=1)
        cut, last = ((start, middle - DAY), (middle, late - DAY)), (late, end)
    elif unit == "decade":
        y = start.year
        cut = (start, date(y + 2, 12, 31)), (date(y + 3, 1, 1), date(y + 6, 12, 31))
        last = (date(y + 7, 1, 1), end)
    else:
        third = max(1, ((end - start).days + 1) // 3)
        cut = (
            (start, start + timedelta(days=third - 1)),
            (start + timedelta(days=third), start + timedelta(days=2 * third - 1)),
        )
        last = (start + timedelta(days=2 * third), end)
    return {"start": cut[0], "middle": cut[1], "end": last}[part]
