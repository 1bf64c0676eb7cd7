"""The publication day stated in the first or last lines of a report, and the day a yearless lead allows.

A dateline is a short line that holds a full date and little else, a line that opens with words such as ``تاريخ النشر``, or the
agency form ``دمشق 7 مارس 2021 (…)`` at the start of the lead. A date inside running prose is never one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import lru_cache

from waqai.annotate.time.annotate import scan
from waqai.annotate.time.context import Context, Conventions
from waqai.annotate.time.lexicon import time_words
from waqai.annotate.time.periods import Span as Between
from waqai.annotate.time.shapes import Day, Shape, candidate_years
from waqai.model import Span, Text, Token
from waqai.normalise import fold, tokenize
from waqai.resources import DATA, compiled, read_yaml

_ISO = re.compile(r"\b(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?)(Z|[+-]\d{2}:?\d{2})?")
_FIRST_LINES = 14
_LAST_LINES = 4
_LONGEST = 160


@dataclass(frozen=True)
class LineWords:
    """Folded words of ``dateline.yml``."""

    published: frozenset[str]
    updated: frozenset[str]
    am: frozenset[str]
    pm: frozenset[str]
    running: frozenset[str]
    clock: frozenset[str]


def _build() -> LineWords:
    data = read_yaml(DATA / "time" / "dateline.yml")
    return LineWords(**{k: frozenset(fold(w) for w in data[k]) for k in LineWords.__dataclass_fields__})


@lru_cache(maxsize=1)
def line_words() -> LineWords:
    """The words, loaded once."""
    return compiled("dateline-words", _build, [DATA / "time" / "dateline.yml"], code=__file__)


def _lines(s: str) -> list[tuple[int, str]]:
    out, at = [], 0
    for line in s.splitlines(keepends=True):
        if line.strip():
            out.append((at, line.rstrip("\r\n")))
        at += len(line)
    return out


def _dated(shape: Shape) -> Day | None:
    """The full date of a dateline; of a Hijri and Gregorian pair the Gregorian one, which needs no moon."""
    if isinstance(shape, Day) and shape.month.number is not None and shape.month.year.stated:
        return shape
    if isinstance(shape, Between):
        both = [d for d in (_dated(shape.first), _dated(shape.last)) if d is not None]
        if len(both) == 2 and both[0].month.calendar != both[1].month.calendar:
            return both[0] if both[0].month.calendar == "g" else both[1]
    return None


def _clock(tokens: Sequence[Token]) -> tuple[time, int, int] | None:
    """``03:18 PM``, ``09:04``: the time and the token interval it fills."""
    w = line_words()
    for i in range(len(tokens) - 2):
        if tokens[i + 1].word != ":" or not (tokens[i].word.isdecimal() and tokens[i + 2].word.isdecimal()):
            continue
        if len(tokens[i].word) > 2 or len(tokens[i + 2].word) != 2:
            continue
        h, m = int(tokens[i].word), int(tokens[i + 2].word)
        j = i + 3
        if j + 1 < len(tokens) and tokens[j].word == ":" and tokens[j + 1].word.isdecimal():
            j += 2
        mark = tokens[j].word if j < len(tokens) else ""
        if mark in w.pm and h < 12:
            h += 12
        elif mark in w.am and h == 12:
            h = 0
        if mark in w.pm or mark in w.am:
            j += 1
        if h < 24 and m < 60:
            return time(h, m), i, j
    return None


_YEAR_DIGITS = re.compile(r"\d{4}|\d{1,2}\s*[-/.]\s*\d{1,2}\s*[-/.]\s*\d{2}")


def _line_date(line: str, lead: bool) -> tuple[datetime | date, Span, bool] | None:
    """``(moment, span inside the line, introduced as an update)`` when the line is a dateline."""
    if _YEAR_DIGITS.search(line) is None:
        return None  # a dateline states its year; most lines end here
    iso = _ISO.search(line)
    if iso is not None:
        try:
            return datetime.fromisoformat(iso.group().replace("Z", "+00:00")), Span(*iso.span()), False
        except ValueError:
            pass
    head = line if len(line) <= _LONGEST else line[:_LONGEST]
    tokens = tokenize(head)
    w = line_words()
    for first, last, shape in scan(tokens):
        day = _dated(shape)
        if day is None:
            continue
        value = day.resolve(Context(None, Conventions()))
        if value is None or value.start is None:
            continue
        before = [t.word for t in tokens[:first] if t.word[0].isalpha()]
        if before and before[-1] in w.running and not (len(before) > 1 and before[-2] in w.published):
            continue
        introduced = any(b in w.published for b in before)
        updated = any(b in w.updated for b in before)
        agency = lead and len(before) <= 3 and last < len(tokens) and tokens[last].word in ("(", "-", ":", "/")
        clock = _clock(tokens)
        rest = [
            t.word
            for k, t in enumerate(tokens)
            if t.word[0].isalpha() and not first <= k < last and not (clock and clock[1] <= k < clock[2])
        ]
        short = len(line) <= _LONGEST and len(rest) <= (8 if introduced or updated else 4)
        if introduced and len(before) <= 4:
            short = True
        if not (short or agency):
            continue
        span = Span(tokens[first].start, tokens[last - 1].end)
        moment: datetime | date = value.start
        if clock is not None and (short or introduced):
            moment = datetime.combine(value.start, clock[0])
            span = Span(min(span.start, tokens[clock[1]].start), max(span.end, tokens[clock[2] - 1].end))
        return moment, span, updated and not introduced
    return None


def _day(moment: datetime | date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def read_dateline(s: str) -> tuple[datetime | date, Span] | None:
    """The publication day stated in a report's first or last lines.

    Args:
        s: the report as obtained.

    Returns:
        The moment (naive unless an offset is written; a plain ``date`` when no time is given) and its code points in ``s``;
        ``None`` when no line is a dateline or its year is missing.
    """
    lines = _lines(s)
    chosen = lines[:_FIRST_LINES]
    tail = lines[_FIRST_LINES:][-_LAST_LINES:]
    later: tuple[datetime | date, Span] | None = None
    page_header: tuple[datetime | date, Span] | None = None
    for k, (at, line) in enumerate([*chosen, *tail]):
        found = _line_date(line, lead=k < 4)
        if found is None:
            continue
        moment, span, updated = found
        result = moment, Span(at + span.start, at + span.end)
        if not updated:
            if k == 0 and not isinstance(moment, datetime):
                page_header = result  # a saved page may open with the day it was saved; the article's own line comes below
                continue
            if page_header is not None and _day(page_header[0]) <= _day(moment):
                return page_header
            return result
        later = later or result
    return page_header or later


def publication_candidates(text: Text) -> tuple[tuple[date, ...], Span] | None:
    """Days on which a yearless lead such as ``اليوم، الخميس 21 من أيار`` can have been published.

    Returns:
        Candidate days in order and the span of the words; ``None`` when the first sentences say no such thing.
    """
    tokens = text.tokens[:400]
    for first, last, shape in scan(tokens):
        if not isinstance(shape, Day) or shape.today is None or shape.month.number is None:
            continue
        span = Span(tokens[first].start, tokens[last - 1].end)
        m = shape.month
        years: tuple[int, ...]
        if m.year.number is not None:
            years = (m.year.number,)
        elif shape.weekday is not None:
            years = candidate_years(m, shape.day, shape.weekday)
        else:
            low, high = time_words().years
            years = tuple(range(low, high + 1))
        days = tuple(date.fromordinal(d.toordinal() - shape.today) for y in years if (d := m.day(y, shape.day)) is not None)
        return (days, span) if days else None
    return None
