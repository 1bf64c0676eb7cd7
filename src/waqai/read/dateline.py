"""The publication date a report states about itself: a line near the head or foot, or the opening of the lead.

A date inside a sentence is not a dateline. A date that cannot be read leaves the publication date empty and becomes
an issue.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from waqai.model import Issue, Span
from waqai.normalise import fold
from waqai.normalise.fold import Folded
from waqai.resources import DATA, compiled, read_yaml

_HEAD_LINES = 12
_FOOT_LINES = 2
_LINE_LIMIT = 140


@dataclass(frozen=True, slots=True)
class Dateline:
    """What the dateline says: ``when`` is ``None`` when there is none or it cannot be read; ``issues`` say why."""

    when: datetime | date | None
    span: Span | None
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True)
class _Words:
    months: dict[str, int]
    hijri: dict[str, int]
    weekdays: dict[str, int]
    published: frozenset[str]
    updated: frozenset[str]
    am: frozenset[str]
    pm: frozenset[str]
    filler: frozenset[str]
    running: frozenset[str]
    date: str


@dataclass(frozen=True, slots=True)
class _Found:
    when: date | None
    start: int
    end: int
    hijri: bool = False


def _build() -> _Words:
    data = read_yaml(DATA / "read" / "dateline.yml")

    def table(name: str) -> dict[str, int]:
        return {fold(w): int(n) for n, words in data[name].items() for w in words}

    def words(*lists: list[str]) -> frozenset[str]:
        return frozenset(fold(w) for part in lists for w in part)

    months, hijri = table("months"), table("hijri")
    clock = data["clock"]

    def one_of(names: dict[str, int]) -> str:
        return "|".join(sorted(map(re.escape, names), key=len, reverse=True))

    m, h = one_of(months), one_of(hijri)
    # Day month[/month] year · month day, year · year-month-day · day/month/year · Hijri. Numeric dates are day first.
    pattern = (
        rf"(?P<d1>\d{{1,2}}|اول)(?: من)?(?: شهر)?[ -](?P<m1>{m})(?: ?[/(-] ?(?:{m})\)?)?"
        r",?(?: ?(?:عام|سنه|من العام))?[ -]?(?P<y1>\d{4})"
        rf"|(?P<m2>{m}) (?P<d2>\d{{1,2}}) ?,? (?P<y2>\d{{4}})"
        r"|(?P<y3>\d{4})(?P<s3>[-/.])(?P<m3>\d{1,2})(?P=s3)(?P<d3>\d{1,2})"
        r"|(?P<d4>\d{1,2})(?P<s4> ?[-/.] ?)(?P<m4>\d{1,2})(?P=s4)(?P<y4>\d{4})"
        rf"|(?P<d5>\d{{1,2}})(?: من)? (?P<m5>{h}),? ?(?P<y5>1[34]\d\d)(?!\d)"
    )
    return _Words(
        months, hijri, table("weekdays"), words(data["published"]), words(data["updated"]), words(clock["am"]),
        words(clock["pm"]), words(data["empty"], clock["am"], clock["pm"], clock["other"]), words(data["running"]),
        rf"(?<!\d)(?:{pattern})(?!\d)",
    )  # fmt: skip


_state: list[tuple[_Words, re.Pattern[str]]] = []


def _words() -> tuple[_Words, re.Pattern[str]]:
    if not _state:
        w = compiled("read-dateline", _build, [DATA / "read" / "dateline.yml"], __file__)
        _state.append((w, re.compile(w.date)))
    return _state[0]


_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"\d{4}")  # in every shape of date
_CLOCK = re.compile(r"(?<!\d)(\d{1,2}):(\d{2})(?::\d{2})?(?!\d)")
_STAMP = re.compile(r"[Tt]\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:[Zz]|[+-]\d{2}:?\d{2})?")
_PIECE = re.compile(r"[^\W\d_]+|\d+|[^\w\s]")
_SEPARATOR = re.compile(r"[-|:,()/•·]")


def find_dateline(text: str) -> Dateline:
    """The publication date stated in ``text``.

    Args:
        text: a whole report; only its first twelve and last two filled lines are looked at.

    Returns:
        A date, or a date-time when the line has a clock time, with a zone only when it is an ISO stamp that states one. A date
        without a year is no dateline.
    """
    w, pattern = _words()
    lines = _lines(text)
    best: tuple[tuple[int, bool], Dateline] | None = None
    header: Dateline | None = None
    for rank, (start, line) in enumerate(lines):
        if _DIGIT.search(line, 0, _LINE_LIMIT) is None:
            continue
        foot = rank >= _HEAD_LINES
        folded = Folded(line[:_LINE_LIMIT])
        if _YEAR.search(folded.text) is None:
            continue
        for m in pattern.finditer(folded.text):
            found = _value(w, m)
            kind = _kind(w, folded.text, found, len(line) <= _LINE_LIMIT, rank, foot)
            if kind is None:
                continue
            span = Span(start + folded.start(found.start), start + folded.end(found.end))
            result = _result(w, folded.text, found, span, text)
            order = (kind, found.hijri)
            if rank == 0 and kind == 1 and type(result.when) is date and not found.hijri:
                header = header or result
            elif header is not None and kind <= 1 and result.when is not None and _day(result.when) < _day(header.when):
                return result  # a saved page opens with the day it was saved; the article's own line comes below
            if best is None or order < best[0]:
                best = (order, result)
    return best[1] if best else Dateline(None, None)


def _day(when: datetime | date | None) -> date:
    return date.max if when is None else date(when.year, when.month, when.day)


def _lines(text: str) -> list[tuple[int, str]]:
    """``(offset, line)`` of the head, then of the foot from rank twelve on; blank lines are left out."""
    out: list[tuple[int, str]] = []
    at = 0
    while at < len(text) and len(out) < _HEAD_LINES:
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        if text[at:end].strip():
            out.append((at, text[at:end].rstrip("\r")))
        at = end + 1
    out.extend([(0, "")] * (_HEAD_LINES - len(out)))
    tail_from = at
    foot: list[tuple[int, str]] = []
    end = len(text)
    while end > tail_from and len(foot) < _FOOT_LINES:
        begin = max(text.rfind("\n", tail_from, end) + 1, tail_from)
        if text[begin:end].strip():
            foot.append((begin, text[begin:end].rstrip("\r")))
        end = begin - 1
    return out + foot


def _value(w: _Words, m: re.Match[str]) -> _Found:
    g = m.groupdict()
    n = next(i for i in "12345" if g[f"y{i}"])
    year, month_word = int(g[f"y{n}"]), g[f"m{n}"]
    hijri = 1300 <= year < 1500
    try:
        month = int(month_word) if month_word.isdigit() else (w.hijri if n == "5" else w.months)[month_word]
        day_of_month = int(g[f"d{n}"]) if g[f"d{n}"].isdigit() else 1
        if n == "4" and month > 12:  # 1/14/2019: only readable month first
            month, day_of_month = day_of_month, month
        day = _from_hijri(year, month, day_of_month) if hijri else date(year, month, day_of_month)
    except (ValueError, OverflowError):
        return _Found(None, m.start(), m.end(), hijri)
    return _Found(day if 1990 <= day.year <= 2100 else None, m.start(), m.end(), hijri)


def _from_hijri(year: int, month: int, day: int) -> date:
    from hijridate import Hijri  # a tenth of a second that only Hijri datelines pay

    g = Hijri(year, month, day).to_gregorian()
    return date(g.year, g.month, g.day)


def _kind(w: _Words, line: str, found: _Found, whole: bool, rank: int, foot: bool) -> int | None:
    """How good a dateline this is (0 best), ``None`` when the date belongs to a sentence."""
    before, after = line[: found.start], line[found.end :]
    cue = re.findall(r"[^\W\d_]+", before)[-4:]
    if any(x in w.published for x in cue) and not any(x in w.running for x in cue) and len(cue) <= 4 and whole:
        late = any(x in w.updated for x in cue[-2:])
        if _rest(w, before) <= 3 and _rest(w, after) <= 8:
            return 3 if late else 0
    if any(x in w.updated for x in cue) and whole and _rest(w, before) <= 1:
        return 3
    if any(x in w.running for x in _PIECE.findall(before)):
        return None
    if whole:
        rest = _rest(w, before) + _rest(w, after)
        parted = bool(_SEPARATOR.search(before + after))
        if rest <= 2 and (not foot or rest == 0):
            return 1
        if not foot and rest <= 6 and parted and _own_part(w, before, after):
            return 1
    # The opening of the lead: "city date (agency) text" or "city (agency) - date - text".
    if not foot and rank < 4 and _rest(w, before) <= 2 and re.match(r"\s*\([^()\d]{2,30}\)", after):
        return 2
    if not foot and rank < 4 and _rest(w, before) <= 5 and (not before.strip() or _SEPARATOR.search(before)):
        tail = re.match(r"[\s\d:]*(?:[^\W\d_]+ ?)?[\s\d:]*\)?\s*[-:|]", after)
        if tail and _rest(w, tail.group()) == 0 and _own_part(w, before, ""):
            return 2
    return None


def _own_part(w: _Words, before: str, after: str) -> bool:
    """The date stands alone between separators, but for weekday, clock and filler."""
    left = re.split(r"[-|:,()/•·]", before)[-1]
    right = re.split(r"[-|,()/•·]", after)[0]
    return _rest(w, left) == 0 and _rest(w, right) == 0


def _rest(w: _Words, s: str) -> int:
    """Words that are neither weekday, month, clock, cue nor filler."""
    s = _CLOCK.sub(" ", s)
    known = (w.weekdays, w.months, w.hijri, w.filler, w.published, w.updated)
    return sum(1 for x in _PIECE.findall(s) if x[0].isalpha() and not any(x in k for k in known))


def _result(w: _Words, line: str, found: _Found, span: Span, text: str) -> Dateline:
    words = text[span[0] : span[1]]
    day = found.when
    if day is None:
        detail = f"the dateline \u2068{words}\u2069 is not a calendar date; publication date left empty. Give --published"
        return Dateline(None, span, (Issue("date-unreadable", "warning", detail, span),))
    issues: tuple[Issue, ...] = ()
    near = line[max(0, found.start - 14) : found.start]
    named = [n for word, n in w.weekdays.items() if word in near]
    off = [d for d in (day + timedelta(1), day - timedelta(1)) if d.isoweekday() in named]
    if found.hijri and off:  # months begin by sighting: the weekday tells the day, the table is one off
        found = replace(found, when=off[0])
    elif named and day.isoweekday() not in named:
        detail = f"the dateline \u2068{words}\u2069 is not the weekday it names; the day of the month is kept. Check it"
        issues = (Issue("dateline-weekday", "warning", detail, span),)
    return Dateline(_with_clock(w, line, found), span, issues)


def _with_clock(w: _Words, line: str, found: _Found) -> datetime | date | None:
    if found.when is None:
        return None
    stamp = _STAMP.match(line, found.end)
    if stamp:
        try:
            return datetime.fromisoformat(found.when.isoformat() + stamp.group().upper())
        except ValueError:
            return found.when
    m = _CLOCK.search(line, found.end, found.end + 24) or _CLOCK.search(line, max(0, found.start - 12), found.start)
    if not m:
        return found.when
    hour, minute = int(m.group(1)), int(m.group(2))
    after = re.match(r"\s*([^\W\d_]+)", line[m.end() :])
    half = after.group(1) if after else ""
    if half in w.pm and hour < 12:
        hour += 12
    elif half in w.am and hour == 12:
        hour = 0
    if hour > 23 or minute > 59:
        return found.when
    return datetime.combine(found.when, time(hour, minute))
