"""Date suites of other projects, read by Waqai: ``python -m benchmarks.peers.times``.

The suites lie in ``peer_cases`` of the optional data folder (``WAQAI_SHARED``). An adapter here maps conventions — open or closed
ends, future or past reading, calendar weeks, where a half-said hour falls — and holds no answers. Refused answers stand in
``times.refused.yml`` with their reasons.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import yaml

from benchmarks.peers.numbers import folder, rows
from waqai.annotate.time import find_times
from waqai.annotate.time.annotate import resolve
from waqai.annotate.time.calendar import hijri_day
from waqai.annotate.time.clock import Clock, find_clocks
from waqai.annotate.time.context import Conventions
from waqai.model import TimeMention
from waqai.normalise import tokenize

HERE = Path(__file__).resolve().parent
DAY = timedelta(days=1)

# What the best other library reaches, as measured in one run with the suites' own files.
PEERS = {
    "duckling_time_ar": "puckling 86/177 · dateparser 34/177",
    "duckling_time_ar_negative": "-",
    "recognizers DateParser": "dateparser 31/102 · puckling 16/102 (full suite)",
    "recognizers DatePeriod": "puckling 15/141 · dateparser 14/141 (full suite)",
    "recognizers spans": "-",
    "hijridate_ummalqura": "hijridate 1892/1892",
}

FUTURE = Conventions(future=True, calendar_weeks=True, middle_point=True)
# Recognizers' past reading: a day of the running month that is still to come is last year's; early and late are halves.
PAST = Conventions(calendar_weeks=True, later_this_month=False, halves=True)


def refused(suite: str) -> set[int]:
    """Line numbers of the rows we refuse."""
    table = yaml.safe_load((HERE / "times.refused.yml").read_text(encoding="utf-8")) or {}
    return {int(r["row"]) for r in table.get(suite) or ()}


def mentions(s: str, day: date, conventions: Conventions) -> tuple[TimeMention, ...]:
    """Mentions of a string under given conventions."""
    return resolve(tokenize(s), s, day, conventions)[0]


def moment(day: date, clock: Clock, now: datetime, dated: bool) -> datetime:
    """Day and time of day; a half-said hour is the next one after now, as these suites read it."""
    at = datetime.combine(day, datetime.min.time()) + timedelta(seconds=clock.seconds)
    if not clock.half and not dated and at < now and clock.seconds < 43200:
        at += timedelta(hours=12)
    return at


def duckling_one(text: str, now: datetime) -> tuple[datetime | None, datetime | None]:
    """Start, and exclusive end for intervals, in Duckling's terms."""
    found = [m for m in mentions(text, now.date(), FUTURE) if m.start is not None]
    clocks = find_clocks(text)
    if clocks:
        plain = [m for m in found if m.rule not in ("tonight",)]
        day = plain[0].start if plain and plain[0].start is not None else now.date()
        first = moment(day, clocks[0], now, bool(plain))
        if len(clocks) > 1:
            step = {"hour": timedelta(hours=1), "minute": timedelta(minutes=1), "second": timedelta(seconds=1)}
            return first, moment(day, clocks[-1], now, bool(plain)) + step[clocks[-1].grain]
        return first, None
    if not found:
        return None, None
    m = found[0]
    assert m.start is not None
    start = datetime.combine(m.start, datetime.min.time())
    end = None if m.end is None else datetime.combine(m.end + DAY, datetime.min.time())
    if m.rule == "now":
        return now, None
    if m.rule == "tonight":  # the evening half of the night, from six
        return start + timedelta(hours=18), start + DAY
    return start, end


def duckling(path: Path, bad: list[str]) -> tuple[int, int]:
    """Start equal; for intervals the exclusive end too."""
    good = total = 0
    skip = refused("duckling_time_ar")
    for n, (text, reference, start, end, _grain, _kind) in rows(path):
        if n in skip:
            continue
        total += 1
        now = datetime.fromisoformat(reference).replace(tzinfo=None)
        got = duckling_one(text, now)
        ok = got[0] is not None and got[0].isoformat() == start and (not end or (got[1] and got[1].isoformat() == end))
        good += bool(ok)
        if not ok:
            bad.append(f"{n}\t{text}\t{start} {end}\t{got}")
    return good, total


def negatives(path: Path, bad: list[str]) -> tuple[int, int]:
    """Nothing may be found."""
    good = total = 0
    for n, (text,) in rows(path):
        total += 1
        ok = not find_times(text, date(2013, 2, 12), future=True) and not find_clocks(text)
        good += ok
        if not ok:
            bad.append(f"{n}\t{text}")
    return good, total


def recognizers(spec: str) -> Callable[[Path, list[str]], tuple[int, int]]:
    """Past reading; one mention must have the days. Their periods end on the last day or the day after it, from row to row."""

    def run(path: Path, bad: list[str]) -> tuple[int, int]:
        good = total = 0
        skip = refused(f"recognizers {spec}")
        for n, row in rows(path):
            if row[0] != spec or n in skip:
                continue
            total += 1
            text, reference, past = row[1], date.fromisoformat(row[2][:10]), json.loads(row[6] or "{}")
            found = mentions(text, reference, PAST)
            if past.get("date") == "0001-01-01":  # their mark for a day that does not exist
                ok = not found
            elif "date" in past:
                ok = any(str(m.start) == past["date"] == str(m.end) for m in found)
            else:
                ok = any(
                    m.start is not None
                    and m.end is not None
                    and str(m.start) == past.get("startDate")
                    and past.get("endDate") in (str(m.end), str(m.end + DAY))
                    for m in found
                )
            good += ok
            if not ok:
                bad.append(f"{n}\t{text}\t{past}\t{[(m.text, str(m.start), str(m.end), m.rule) for m in found]}")
        return good, total

    return run


def hijri(path: Path, bad: list[str]) -> tuple[int, int]:
    """Written out in words of the text: ``15-05-1343 هـ``."""
    good = total = 0
    for n, (when, expected, _evidence) in rows(path):
        total += 1
        y, m, d = when.split("-")
        found = find_times(f"{d}-{m}-{y} هـ")
        ok = len(found) == 1 and str(found[0].start) == expected and str(hijri_day(int(y), int(m), int(d))) == expected
        good += ok
        if not ok:
            bad.append(f"{n}\t{when}\t{expected}\t{found}")
    return good, total


def dateparser_hijri(path: Path, bad: list[str]) -> tuple[int, int]:
    """Hijri days with times; two-digit years are refused."""
    good = total = 0
    skip = refused("dateparser_hijri_ar")
    for n, (text, expected) in rows(path):
        if n in skip:
            continue
        total += 1
        found = find_times(text)
        clocks = find_clocks(text)
        at = None
        if found and found[0].start is not None:
            at = datetime.combine(found[0].start, datetime.min.time())
            at += timedelta(seconds=clocks[0].seconds if clocks else 0)
        ok = at is not None and at.isoformat() == expected
        good += ok
        if not ok:
            bad.append(f"{n}\t{text}\t{expected}\t{at}")
    return good, total


def dateparser_search(path: Path, bad: list[str]) -> tuple[int, int]:
    """The date found inside running text."""
    good = total = 0
    for n, (text, span, expected) in rows(path):
        total += 1
        ok = any(str(m.start) == expected and m.text in span for m in find_times(text, date(2020, 1, 1)))
        good += ok
        if not ok:
            bad.append(f"{n}\t{span}\t{expected}")
    return good, total


def freshness(path: Path, bad: list[str]) -> tuple[int, int]:
    """Days back from the reference."""
    good = total = 0
    skip = refused("dateparser_ar_freshness")
    for n, (text, reference, ago, _period) in rows(path):
        if n in skip:
            continue
        total += 1
        day = date.fromisoformat(reference[:10])
        want = day - timedelta(days=json.loads(ago).get("days", 0))
        found = find_times(text, day)
        ok = any(m.start == want == m.end for m in found)
        good += ok
        if not ok:
            bad.append(f"{n}\t{text}\t{want}\t{found}")
    return good, total


SUITES: dict[str, tuple[str, Callable[[Path, list[str]], tuple[int, int]]]] = {
    "duckling_time_ar": ("duckling_time_ar.tsv", duckling),
    "duckling_time_ar_negative": ("duckling_time_ar_negative.tsv", negatives),
    "recognizers DateParser": ("recognizers_datetime_ar.tsv", recognizers("DateParser")),
    "recognizers DatePeriodParser": ("recognizers_datetime_ar.tsv", recognizers("DatePeriodParser")),
    "hijridate_ummalqura": ("hijridate_ummalqura.tsv", hijri),
    "dateparser_hijri_ar": ("dateparser_hijri_ar.tsv", dateparser_hijri),
    "dateparser_ar_search": ("dateparser_ar_search.tsv", dateparser_search),
    "dateparser_ar_freshness": ("dateparser_ar_freshness.tsv", freshness),
}


def measure() -> dict[str, tuple[int, int, list[str]]] | None:
    """``{suite: (right, rows not refused, misses)}``; ``None`` when the data folder is absent."""
    base = folder()
    if base is None:
        return None
    out = {}
    for name, (file, run) in SUITES.items():
        bad: list[str] = []
        good, total = run(base / file, bad)
        out[name] = (good, total, bad)
    return out


def main() -> int:
    """Print the table; ``-v`` also prints the misses."""
    result = measure()
    if result is None:
        print("skipped: the data folder is absent (set WAQAI_SHARED)")
        return 0
    print(f"{'suite':34}{'waqai':>12}{'refused':>9}{'of all rows':>13}  others")
    for name, (good, total, bad) in result.items():
        share = f"{100 * good / (total + len(refused(name))):.1f} %"
        other = PEERS.get(name, PEERS.get(name.removesuffix("Parser"), "-"))
        print(f"{name:34}{f'{good}/{total}':>12}{len(refused(name)):>9}{share:>13}  {other}")
        if "-v" in sys.argv:
            for line in bad:
                print("    " + line)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
