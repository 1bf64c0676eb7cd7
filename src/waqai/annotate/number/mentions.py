"""The number layer: quantities with their bounds, ranges, nouns and spans, in text order and without overlap."""

from __future__ import annotations

from collections.abc import Sequence

from waqai.annotate.number.bounds import after, bound
from waqai.annotate.number.cardinal import value_at
from waqai.annotate.number.kinds import (
    APART,
    BOUND,
    FRACTION,
    KINDS,
    NOUN,
    NUMBER,
    ONE,
    ORDINAL,
    OTHER,
    PROCLITIC,
    RANGE,
    SECONDS,
    SEPARATE,
    THINGS,
    VAGUE,
)
from waqai.annotate.number.lexicon import lexicon
from waqai.annotate.number.literal import after_proclitic, prefix_width
from waqai.annotate.number.noun_forms import noun_quantity
from waqai.annotate.number.nouns import SINGULAR, noun_of
from waqai.annotate.number.ordinal import ordinal_at
from waqai.annotate.number.phrases import LOW, match, table
from waqai.annotate.number.quantity import (
    Quantity,
    find_noun,
    is_definite_ordinal,
    one_more,
    one_of,
    others,
    restated,
    stated,
    vague,
    widen,
    word_at,
)
from waqai.annotate.number.ranges import between, from_to, ranged, spaced
from waqai.annotate.number.traps import phone_end
from waqai.model import NumberMention, Span, Text, Token
from waqai.model.text import words_of
from waqai.normalise import tokenize

_QUOTES = frozenset({"(", '"', "["})
_LOOSE = 5


def annotate_numbers(text: Text) -> tuple[NumberMention, ...]:
    """All quantities of a segmented text, in text order; they do not overlap."""
    return _scan(text.tokens, text.report.text)


def find_numbers(s: str) -> tuple[NumberMention, ...]:
    """All quantities of any string. Spans are code points of ``s``."""
    return _scan(tokenize(s), s)


def _scan(tokens: Sequence[Token], original: str) -> tuple[NumberMention, ...]:
    out: list[NumberMention] = []
    done, n = 0, len(tokens)
    kinds = list(map(KINDS.__getitem__, words_of(tokens)))
    for i, kind in [(i, k) for i, k in enumerate(kinds) if k]:
        if i < done:
            continue
        if kind in APART:  # only opens a number: a proclitic before digits, a bound, بين, من
            if i + 1 >= n:
                continue
            nxt = tokens[i + 1].word
            if kind == PROCLITIC:
                if not nxt[0].isdecimal():
                    continue
                kind = NUMBER
            elif kind == THINGS:
                if not nxt.startswith("ال"):
                    continue
            elif nxt not in SECONDS[tokens[i].word] and not (kind & RANGE and kinds[i + 1] & (NUMBER | FRACTION | PROCLITIC)):
                continue
        q = _at(tokens, i, kind, original)
        if q is None:
            continue
        if q.form != "skip":
            out.append(_mention(tokens, original, q))
        done = max(q.end, i + 1)
    return tuple(out)


def _mention(tokens: Sequence[Token], original: str, q: Quantity) -> NumberMention:
    noun, noun_span = None, None
    token = tokens[q.noun] if q.noun is not None else None
    known = noun_of(token.word) if token is not None else None
    prefix = known.prefix if known is not None else ""
    if token is not None and not prefix:
        noun_span = Span(token.start, token.end)
        noun = original[token.start : token.end]
        if q.noun == q.first:  # a bare noun: nothing to take off
            span = Span(token.start, tokens[q.last - 1].end)
            return NumberMention(span, original[span.start : span.end], q.low, q.best, q.high, noun, noun_span, q.form, q.first, q.last)
    first, skip = after_proclitic(tokens, q.first, original, article=False)
    if token is not None and prefix:
        letters = len(prefix) - ("لال" in prefix)  # للقتلى is read as ل + ال but writes two letters
        noun_span = Span(token.start + prefix_width(original[token.start : token.end], letters), token.end)
        noun = original[noun_span.start : noun_span.end]
        if q.noun == q.first and not prefix.endswith("ال"):
            first, skip = q.first, noun_span.start - token.start
    span = Span(tokens[first].start + skip, tokens[q.last - 1].end)
    text = original[span.start : span.end]
    return NumberMention(span, text, q.low, q.best, q.high, noun, noun_span, q.form, first, q.last)


def _at(tokens: Sequence[Token], i: int, kind: int, original: str) -> Quantity | None:
    """The quantity that begins at token ``i``, bounds and all."""
    if kind & BOUND:
        q = _bounded(tokens, i, original)
        if q is not None:
            return _other_side(tokens, q, original)
    if kind & RANGE:
        q = between(tokens, i) or from_to(tokens, i)
        if q is not None:
            return q
    q = _plain(tokens, i, kind, original)
    if q is None:
        return None
    bounded = after(tokens, q)
    return bounded if bounded is q else _other_side(tokens, bounded, original)


def _plain(tokens: Sequence[Token], i: int, kind: int, original: str) -> Quantity | None:
    """A quantity without the bound before it."""
    q: Quantity | None = None
    if kind & (NUMBER | FRACTION):
        digits = tokens[i].word[0].isdecimal()
        phone = phone_end(tokens, i) if digits else None
        if phone is not None:
            return Quantity(i, phone, phone, None, None, None, "skip", None)
        got = (spaced(tokens, i) if digits else None) or value_at(tokens, i)
        if got is not None:
            got = got[0], restated(tokens, *got)
            # digits that are a name are stepped over, so that 16 in ف-16 or 5 in 5/7/2018 is not tried again
            q = ranged(tokens, i, got) or stated(tokens, i, got)
            return q or Quantity(i, got[1], got[1], None, None, None, "skip", None)
    if kind & VAGUE:
        q = vague(tokens, i, original)
    if q is None and kind & ONE:
        q = one_of(tokens, i)
    if q is None and kind & OTHER:
        q = others(tokens, i)
    if q is None and kind & ORDINAL:
        q = one_more(tokens, i) or _ordinal(tokens, i)
    if q is None and kind & (NOUN | THINGS):
        q = noun_quantity(tokens, i, original)
    if q is None and kind & FRACTION:
        q = _fraction(tokens, i)
    return q


def _any(tokens: Sequence[Token], i: int, original: str) -> Quantity | None:
    """A quantity of any kind at ``i``, for use after a bound."""
    if i >= len(tokens):
        return None
    word = tokens[i].word
    kind = KINDS[word]
    if kind == PROCLITIC:
        kind = NUMBER
    if not kind:
        return None
    if kind & RANGE:
        q = between(tokens, i)
        if q is not None:
            return q
    q = _plain(tokens, i, kind & ~(ORDINAL | OTHER), original)
    return None if q is None or q.form == "skip" else q


def _bounded(tokens: Sequence[Token], i: int, original: str) -> Quantity | None:
    """A bound and the quantity it bounds: ``ما لا يقل عن 12 مدنياً``, ``تجاوز عدد القتلى الخمسين``."""
    found = match(table().before, tokens, i)
    if found is None:
        return None
    side, j, loose = found
    again = match(table().before, tokens, j)  # لأكثر من نحو عشرين
    if again is not None:
        j, loose = again[1], loose or again[2]
    start = j
    bracket = word_at(tokens, j) in _QUOTES
    if bracket:
        j += 1
    one = noun_of(word_at(tokens, j))
    if side == LOW and one is not None and one.number == SINGULAR and not one.definite and not one.prefix:
        solo = word_at(tokens, j + 1) in table().one_solo
        low, last = (1, j + 2) if solo else (2, j + 1)  # أكثر من شخص: at least two
        return Quantity(i, last, last, low, low if solo else None, None, "vague", j)
    q = _any(tokens, j, original)
    if q is None and loose:
        for k in range(start + 1, min(start + _LOOSE, len(tokens))):
            word = tokens[k].word
            if not word.isalpha() and not word[0].isdecimal():
                return None
            if word[0].isdecimal() or word in lexicon().cardinals or word in SEPARATE:
                q = stated(tokens, k)
                if q is not None:
                    break
    if q is None or q.low == 0:
        return None
    if q.form in ("singular", "plural"):
        return None
    last = q.last
    if bracket and word_at(tokens, last) in (")", '"', "]"):
        last += 1
    return widen(bound(q, side), i, last)


def _other_side(tokens: Sequence[Token], q: Quantity, original: str) -> Quantity:
    """The bound on the other side: ``أكثر من 10 وأقل من 20``, ``5 على الأقل و10 على الأكثر``."""
    k = q.end
    if (q.low is None) == (q.high is None) or not word_at(tokens, k).startswith("و"):
        return q
    second = _bounded(tokens, k, original)
    if second is None:
        number = stated(tokens, k)
        second = after(tokens, number) if number is not None else None
    if second is None or (second.low is None) == (second.high is None) or (second.low is None) == (q.low is None):
        return q
    low, high = q.low if q.low is not None else second.low, q.high if q.high is not None else second.high
    nouns = {tokens[n].word for n in (q.noun, second.noun) if n is not None}
    if low is None or high is None or low >= high or len(nouns) > 1:
        return q
    noun = q.noun if q.noun is not None else second.noun
    return Quantity(q.first, second.last, max(q.end, second.end), low, None, high, "range", noun)


def _ordinal(tokens: Sequence[Token], i: int) -> Quantity | None:
    """A definite ordinal, or an indefinite one before its noun (``ثالث هجوم``)."""
    got = ordinal_at(tokens, i)
    if got is None:
        return None
    value, j = got
    before = word_at(tokens, i - 1)
    t = table()
    if before in t.ordinal_names or word_at(tokens, j) in t.months:
        return None
    if word_at(tokens, j) == "من" and (word_at(tokens, j + 1) in t.months or word_at(tokens, j + 1) == "شهر"):
        return None
    definite = is_definite_ordinal(tokens[i].word)
    noun: int | None = None
    if definite:
        known = noun_of(before)
        noun = i - 1 if known is not None and known.definite else None
    else:
        known = noun_of(word_at(tokens, j))
        if known is None or known.prefix or tokens[i].word.endswith("ا"):
            return None
        noun = j
    return Quantity(i, j, j if noun != j else j + 1, value, value, value, "ordinal", noun)


def _fraction(tokens: Sequence[Token], i: int) -> Quantity | None:
    """``نصف المدينة``, ``ثلثي``: a share, with the noun it is taken of."""
    value, prefix = lexicon().fractions[tokens[i].word]
    if prefix.endswith("ال") or prefix == "لل":
        return None
    noun, _ = find_noun(tokens, i + 1)
    if noun is None or tokens[noun].word in table().not_shared:
        return None
    return Quantity(i, i + 1, noun + 1, value, value, value, "fraction", noun)


__all__ = ["annotate_numbers", "find_numbers"]
