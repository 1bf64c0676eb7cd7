"""Every time expression of a text, in order, resolved against the publication day and what the text said before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from waqai.annotate.time.calendar import make_day
from waqai.annotate.time.context import Context, Conventions, Value
from waqai.annotate.time.facts import Facts, facts_of, told
from waqai.annotate.time.infer import Found, infer
from waqai.annotate.time.lexicon import time_words
from waqai.annotate.time.phrases import Reader
from waqai.annotate.time.starts import STARTS, after_number, is_number
from waqai.annotate.time.traps import is_trap
from waqai.annotate.time.year_heads import headed_year, year_heads
from waqai.model import ActorMention, Issue, Span, Text, TimeBasis, TimeMention, Token
from waqai.model.text import words_of
from waqai.normalise import tokenize
from waqai.resources.wordsets import wordset

_HEAD = 25  # tokens at the head of a report
_TRAILING = frozenset("\u0640\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670")
# after a number these lead on to a date only with the right word behind them: ثلاثة من عناصر, 3 في
_HAMZA_BELOW = "\u0625"
_JOINTS = frozenset({"من", "في", "ل", "و", "او"})


def _goes_on(w: str) -> bool:
    return bool(w) and (STARTS[w] is not None or w in after_number())


def scan(tokens: Sequence[Token]) -> list[Found]:
    """Unresolved expressions as ``(first, last, shape)`` in text order; they never overlap."""
    words = words_of(tokens)
    reader: Reader | None = None
    out: list[Found] = []
    done = 0
    for i, start in [(i, s) for i, s in enumerate(map(STARTS.__getitem__, words)) if s is not None]:
        if i < done:
            continue
        mode = start[2]
        if mode:
            nxt = words[i + 1] if i + 1 < len(words) else ""
            if nxt not in start[3] and (mode == 1 or not nxt or not (STARTS[nxt] if mode == 2 else is_number(nxt))):
                continue
            if mode == 3 and nxt in _JOINTS and not _goes_on(words[i + 2] if i + 2 < len(words) else ""):
                continue
        if reader is None:
            reader = Reader(tokens, words)
        found = reader.read(i)
        if found is not None and found[1] > i:
            shape, done = found
            if not is_trap(reader, i, done, shape):
                out.append((i, done, shape))
    return out


def _written_on(tokens: Sequence[Token], found: Sequence[Found], published: date, conventions: Conventions) -> tuple[date, int]:
    """The day a report counts from: ``اليوم الخميس`` in a report dated Friday was written the day before it came out."""
    for first, last, shape in found:
        at = next((i for i in range(first, last - 1) if tokens[i].word == "اليوم"), None)
        day = "" if at is None else tokens[at + 1 + (tokens[at + 1].word == "(" and at + 2 < last)].word
        if not any(not rest and not prefix for rest, prefix, _ in time_words().weekdays.get(day, ())):
            continue
        v = shape.resolve(Context(published, conventions))
        eve = published - timedelta(days=1)
        return (eve, first) if v is not None and v.start == v.end == eve else (published, -1)
    return published, -1


def _compared(before: Sequence[str]) -> bool:
    """``مقابل 980 في أيلول``, ``مقارنة بتموز``: the words before a period say that another one is compared with it."""
    return not wordset("compared-with").isdisjoint(before)


def resolve(
    tokens: Sequence[Token],
    source: str,
    published: date | None,
    conventions: Conventions,
    actors: Sequence[ActorMention] = (),
) -> tuple[tuple[TimeMention, ...], tuple[Issue, ...]]:
    """Mentions and issues of one token list; ``source`` is the original text the tokens point into."""
    found = [x for x in scan(tokens) if not _other_hamza(tokens[x[0] : x[1]], source)]
    named_at = -1  # where the text names the day it was written on
    if published is not None and found:
        published, named_at = _written_on(tokens, found, published, conventions)
    context = Context(published, conventions)
    facts: Facts | None = None
    if published is None and found:
        facts = facts_of(tokens, actors)
        infer(found, context, facts)
    mentions: list[TimeMention] = []
    issues: list[Issue] = []
    heads = year_heads(source, published) if found else ()
    for first, last, shape in found:
        if heads:
            context.under_year = headed_year(heads, source, tokens[first].start)
        v = shape.resolve(context)
        if v is None:
            continue
        if first == named_at:
            v = v._replace(mismatch=True)
        if context.inferred and v.basis is TimeBasis.RELATIVE and v.deictic and v.start is not None:
            pass  # the anchor was inferred; the relative reading stays relative and its issue says so
        if not _compared([t.word for t in tokens[max(0, first - 5) : first]]):
            context.remember(v)
            if first < _HEAD and not wordset("weekly").isdisjoint(t.word for t in tokens[:first]):
                context.head(v)
        if context.anchor is None and v.start is not None and v.start == v.end and v.basis is TimeBasis.STATED:
            context.hint = v.start
        end = tokens[last - 1].end
        while end < len(source) and source[end] in _TRAILING:
            end += 1  # the tatweel of هـ and a vowel mark belong to their letter
        span = Span(tokens[first].start, end)
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
        issues.extend(issues_of(mention, v, facts))
    return tuple(mentions), tuple(issues)


def _other_hamza(tokens: Sequence[Token], source: str) -> bool:
    """``في إب``, the Yemeni governorate, is no August: a hamza below, which no spelling of that month has."""
    alike = wordset("months-like-places")
    return any(t.word in alike and _HAMZA_BELOW in source[t.start : t.end] for t in tokens)


def issues_of(m: TimeMention, v: Value, facts: Facts | None = None) -> list[Issue]:
    """What a person should know about one reading; ``facts`` are those that narrowed the year."""
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
        others = [d for y in _window() if y != v.start.year and (d := make_day(y, v.start.month, v.start.day)) is not None]
        reason = told(facts.about(m.first, v.deictic), others) if facts is not None else ""
        detail += f" The text names {reason}." if reason else ""
        return [Issue("year-inferred", "info", detail, m.span)]
    return []


def _window() -> range:
    low, high = time_words().years
    return range(low, high + 1)


def annotate_times(
    text: Text, published: date | None, *, future: bool = False, actors: Sequence[ActorMention] = ()
) -> tuple[tuple[TimeMention, ...], tuple[Issue, ...]]:
    """Time mentions of a segmented report.

    Args:
        text: tokens are folded words; spans point into ``text.report.text``.
        published: publication day; ``None`` when not known. Relative words then have no days.
        future: read bare weekdays, days and months forward instead of backward.
        actors: actor mentions of the text; without a publication day those of a limited time narrow a missing year.

    Returns:
        Mentions in text order, never overlapping, and issues (``year-open``, ``year-inferred``, ``weekday-mismatch``).
    """
    day = published.date() if isinstance(published, datetime) else published
    return resolve(text.tokens, text.report.text, day, Conventions(future=future), actors)


def find_times(s: str, published: date | None = None, *, future: bool = False) -> tuple[TimeMention, ...]:
    """Time mentions of a plain string; spans are code points of ``s``. Arguments as in ``annotate_times``."""
    day = published.date() if isinstance(published, datetime) else published
    return resolve(tokenize(s), s, day, Conventions(future=future))[0]


__all__ = ["annotate_times", "find_times", "resolve", "scan"]
