"""Every time expression of a text, in order, resolved against the publication day and what the text said before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from waqai.annotate.time import periods as per
from waqai.annotate.time.context import Context, Conventions, Value
from waqai.annotate.time.lexicon import time_words
from waqai.annotate.time.phrases import Reader
from waqai.annotate.time.shapes import Day, Deictic, Month, Nights, Shape, Weekday, Year, candidate_years
from waqai.annotate.time.starts import STARTS
from waqai.annotate.time.traps import is_trap
from waqai.model import Issue, Span, Text, TimeBasis, TimeMention, Token
from waqai.normalise import tokenize

Found = tuple[int, int, Shape]


def scan(tokens: Sequence[Token]) -> list[Found]:
    """Unresolved expressions as ``(first, last, shape)`` in text order; they never overlap."""
    reader: Reader | None = None
    out: list[Found] = []
    done = 0
    words = [*[t.word for t in tokens], ""]
    for i, may_start in enumerate(map(STARTS.__getitem__, words)):
        if not may_start or i < done:
            continue
        if may_start is not True and not may_start(words[i + 1]):
            continue
        if reader is None:
            reader = Reader(tokens)
        found = reader.read(i)
        if found is not None and found[1] > i:
            shape, done = found
            if not is_trap(reader, i, done, shape):
                out.append((i, done, shape))
    return out


def resolve(
    tokens: Sequence[Token], source: str, published: date | None, conventions: Conventions
) -> tuple[tuple[TimeMention, ...], tuple[Issue, ...]]:
    """Mentions and issues of one token list; ``source`` is the original text the tokens point into."""
    found = scan(tokens)
    context = Context(published, conventions)
    if published is None and found:
        infer(found, context)
    mentions: list[TimeMention] = []
    issues: list[Issue] = []
    for first, last, shape in found:
        v = shape.resolve(context)
        if v is None:
            continue
        if context.inferred and v.basis is TimeBasis.RELATIVE and v.deictic and v.start is not None:
            pass  # the anchor was inferred; the relative reading stays relative and its issue says so
        context.remember(v)
        if context.anchor is None and v.start is not None and v.start == v.end and v.basis is TimeBasis.STATED:
            context.hint = v.start
        span = Span(tokens[first].start, tokens[last - 1].end)
        mention = TimeMention(
            span,
            source[span.start : span.end],
            v.start,
            v.end,
            v.precision,
            v.basis,
            v.years,
            v.deictic,
            v.rule,
            first,
            last,
        )
        mentions.append(mention)
        issues.extend(issues_of(mention, v))
    return tuple(mentions), tuple(issues)


def issues_of(m: TimeMention, v: Value) -> list[Issue]:
    """What a person should know about one reading."""
    if v.basis is TimeBasis.NONE and v.start is None and v.end is None and (v.years or not v.deictic):
        if v.years:
            years = ", ".join(str(y) for y in v.years)
            detail = f"{m.text}: no year is written and {years} all fit. Give the publication date."
        elif v.rule.startswith("text-"):
            return []
        else:
            detail = f"{m.text}: no year is written and nothing in the text tells it. Give the publication date."
        return [Issue("year-open", "warning", detail, m.span)]
    if v.mismatch:
        return [Issue("weekday-mismatch", "info", f"{m.text}: the weekday does not fall on that day. Check the date.", m.span)]
    if v.basis is TimeBasis.INFERRED_YEAR and v.start is not None:
        detail = f"{m.text}: no year is written; {v.start.year} is the one that fits weekday and text."
        return [Issue("year-inferred", "info", detail, m.span)]
    return []


def infer(found: Sequence[Found], context: Context) -> None:
    """Narrow the years of a text without publication date; set the anchor when one day is left for "today".

    A day said with its weekday allows some years. A year the text names as past excludes earlier ones. Days with weekdays in
    one text are taken to lie in the same year when a common year exists.
    """
    years: frozenset[int] | None = None
    floor = 0
    for _, _, shape in found:
        for d in _days(shape):
            m = d.month
            if m.year.number is not None and m.calendar == "g":
                floor = max(floor, m.year.number)
            elif d.weekday is not None and m.number is not None and m.calendar == "g" and m.year.mod is None:
                fits = frozenset(candidate_years(m, d.day, d.weekday))
                both = fits if years is None else years & fits
                years = both or years
        floor = max(floor, _named_year(shape))
        since = _running_year(shape)
        if since is not None:
            years = frozenset((since,))
    if years is not None and floor:
        years = frozenset(y for y in years if y >= floor) or years
    context.years = years
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


def annotate_times(text: Text, published: date | None, *, future: bool = False) -> tuple[tuple[TimeMention, ...], tuple[Issue, ...]]:
    """Time mentions of a segmented report.

    Args:
        text: tokens are folded words; spans point into ``text.report.text``.
        published: publication day; ``None`` when not known. Relative words then have no days.
        future: read bare weekdays, days and months forward instead of backward.

    Returns:
        Mentions in text order, never overlapping, and issues (``year-open``, ``year-inferred``, ``weekday-mismatch``).
    """
    day = published.date() if isinstance(published, datetime) else published
    return resolve(text.tokens, text.report.text, day, Conventions(future=future))


def find_times(s: str, published: date | None = None, *, future: bool = False) -> tuple[TimeMention, ...]:
    """Time mentions of a plain string; spans are code points of ``s``. Arguments as in ``annotate_times``."""
    day = published.date() if isinstance(published, datetime) else published
    return resolve(tokenize(s), s, day, Conventions(future=future))[0]


__all__ = ["Deictic", "Nights", "Weekday", "annotate_times", "find_times", "resolve", "scan"]
