"""The number layer: quantities with their bounds, ranges, nouns and spans, in text order and without overlap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from waqai.annotate.number.cardinal import ordinal_at, value_at
from waqai.annotate.number.lexicon import SCALE, SCALES, lexicon
from waqai.annotate.number.literal import after_proclitic, prefix_width
from waqai.annotate.number.noun_forms import noun_quantity, open_dual
from waqai.annotate.number.nouns import SINGULAR, noun_of
from waqai.annotate.number.phrases import ABOUT, LOW, match, table
from waqai.annotate.number.quantity import (
    Quantity,
    find_noun,
    is_definite_ordinal,
    one_more,
    one_of,
    others,
    stated,
    vague,
    widen,
    word_at,
)
from waqai.annotate.number.traps import is_name, is_year, stuck
from waqai.model import NumberMention, Span, Text, Token
from waqai.normalise import tokenize

_QUOTES = frozenset({"(", '"', "["})
_LOOSE = 5
_AFTER = 9
_STOP = frozenset({".", "\n", ";", ":", "!", "?"})

# What a word may begin. Kept per distinct word, since nearly all words of a text begin nothing.
_NUMBER, _BOUND, _VAGUE, _NOUN, _ONE, _OTHER, _ORDINAL, _FRACTION, _RANGE, _PROCLITIC = (1 << k for k in range(10))
_MAX_KINDS = 400_000
_APART = frozenset({"و", "ف", "ب", "ل", "ال", "لل", "ول", "وب"})


class _Kinds(dict[str, int]):
    """Word → bit set of what it may begin; fills itself and is emptied when it grows past a limit."""

    def __missing__(self, word: str) -> int:
        if len(self) >= _MAX_KINDS:
            self.clear()
        kind = self[word] = _kind(word) or (_PROCLITIC if word in _APART else 0)
        return kind


_kinds = _Kinds()


@cache
def _openers() -> frozenset[str]:
    """Every number word and every word that stands around numbers; of all others only digits and nouns begin a quantity."""
    t, lex = table(), lexicon()
    sets = (t.direct, t.powers, t.heads, t.one_of, t.one_pronoun, t.both, t.both_pronoun, t.others, t.from_)
    return frozenset().union(lex.cardinals, lex.ordinals, lex.plain_ordinals, lex.fractions, t.before, t.between, *sets)


def _kind(word: str) -> int:
    """Bit set of what ``word`` may begin."""
    kind = 0
    if noun_of(word) is not None or (word.endswith(("تين", "تان")) and len(word) >= 6 and open_dual(word)):
        kind |= _NOUN
    if word not in _openers() and not word[0].isdecimal():
        return kind
    t, lex = table(), lexicon()
    if word[0].isdecimal() or word in lex.cardinals:
        kind |= _NUMBER
    if word in t.before:
        kind |= _BOUND
    if word in t.between or word in t.from_:
        kind |= _RANGE
    if word in t.direct or word in t.powers or word in t.heads:
        kind |= _VAGUE
    if word in t.one_of or word in t.one_pronoun or word in t.both or word in t.both_pronoun:
        kind |= _ONE
    if word in t.others:
        kind |= _OTHER
    if word in lex.ordinals or word in lex.plain_ordinals:
        kind |= _ORDINAL
    if word in lex.fractions:
        kind |= _FRACTION
    return kind


def annotate_numbers(text: Text) -> tuple[NumberMention, ...]:
    """All quantities of a segmented text, in text order; they do not overlap."""
    return _scan(text.tokens, text.report.text)


def find_numbers(s: str) -> tuple[NumberMention, ...]:
    """All quantities of any string. Spans are code points of ``s``."""
    return _scan(tokenize(s), s)


def _scan(tokens: Sequence[Token], original: str) -> tuple[NumberMention, ...]:
    out: list[NumberMention] = []
    done, n = 0, len(tokens)
    for i, kind in enumerate([_kinds[t.word] for t in tokens]):
        if not kind or i < done:
            continue
        if kind == _PROCLITIC:  # standing apart before digits: الـ4
            if i + 1 >= n or not tokens[i + 1].word[0].isdecimal():
                continue
            kind = _NUMBER
        q = _at(tokens, i, kind, original)
        if q is None:
            continue
        if q.form != "skip":
            out.append(_mention(tokens, original, q))
        done = max(q.end, i + 1)
    return tuple(out)


def _mention(tokens: Sequence[Token], original: str, q: Quantity) -> NumberMention:
    first, skip = after_proclitic(tokens, q.first, original, article=False)
    noun, noun_span = None, None
    if q.noun is not None:
        token = tokens[q.noun]
        known = noun_of(token.word)
        prefix = known.prefix if known is not None else ""
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
    if kind & _BOUND:
        q = _bounded(tokens, i, original)
        if q is not None:
            return q
    if kind & _RANGE:
        q = _between(tokens, i) or _from_to(tokens, i)
        if q is not None:
            return q
    q = _plain(tokens, i, kind, original)
    return None if q is None else _after(tokens, q)


def _plain(tokens: Sequence[Token], i: int, kind: int, original: str) -> Quantity | None:
    """A quantity without the bound before it."""
    q: Quantity | None = None
    if kind & (_NUMBER | _FRACTION):
        got = value_at(tokens, i)
        if got is not None:
            # digits that are a name are stepped over, so that 16 in ف-16 or 5 in 5/7/2018 is not tried again
            q = _range(tokens, i, got) or stated(tokens, i, got)
            return q or Quantity(i, got[1], got[1], None, None, None, "skip", None)
    if kind & _VAGUE:
        q = vague(tokens, i, original)
    if q is None and kind & _ONE:
        q = one_of(tokens, i)
    if q is None and kind & _OTHER:
        q = others(tokens, i)
    if q is None and kind & _ORDINAL:
        q = one_more(tokens, i) or _ordinal(tokens, i)
    if q is None and kind & _NOUN:
        q = noun_quantity(tokens, i, original)
    if q is None and kind & _FRACTION:
        q = _fraction(tokens, i)
    return q


def _any(tokens: Sequence[Token], i: int, original: str) -> Quantity | None:
    """A quantity of any kind at ``i``, for use after a bound."""
    if i >= len(tokens):
        return None
    word = tokens[i].word
    kind = _kinds[word]
    if kind == _PROCLITIC:
        kind = _NUMBER
    if not kind:
        return None
    if kind & _RANGE:
        q = _between(tokens, i)
        if q is not None:
            return q
    q = _plain(tokens, i, kind & ~(_ORDINAL | _OTHER), original)
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
            if word[0].isdecimal() or word in lexicon().cardinals or word in _APART:
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
    return widen(_bound(q, side), i, last)


def _bound(q: Quantity, side: str) -> Quantity:
    """Open one side of a quantity; a vague one stays as it is."""
    if side == ABOUT or (q.best is None and q.high is None):
        return q
    if side == LOW:
        return replace(q, high=None, best=q.low)
    return replace(q, low=None, best=q.high)


def _after(tokens: Sequence[Token], q: Quantity) -> Quantity:
    """Bounds that follow the number or its noun: ``خمسة أشخاص على الأقل``, ``173 حالة اعتقال تعسفي على الأقل``."""
    if q.form in ("skip", "plural", "ordinal") or q.low is None or q.low == 0:
        return q
    phrases = table().after
    for k in range(q.last, min(len(tokens), q.last + _AFTER)):
        word = tokens[k].word
        if word in phrases:
            found = match(phrases, tokens, k)
            if found is not None and not _compares(tokens, found[1]):
                if found[0] == ABOUT:
                    return widen(q, q.first, found[1]) if k <= q.end else q
                if q.form == "vague":
                    return q
                return widen(_bound(q, found[0]), q.first, found[1])
        if word in _STOP or word in (",", "-"):
            return q
        if k >= q.end and (word[0].isdecimal() or word in lexicon().cardinals or _is_count(word)):
            return q
    return q


def _compares(tokens: Sequence[Token], j: int) -> bool:
    """``وأكثر`` before ``من`` opens the next bound: ``13 قتيلاً وأكثر من 50 جريحاً``."""
    return word_at(tokens, j) in ("من", "عن") and not word_at(tokens, j - 2).endswith("علي")


def _is_count(word: str) -> bool:
    """A word that begins a quantity of its own and so owns what follows it."""
    noun = noun_of(word)
    return noun is not None and noun.prefix.startswith("و") and noun.group == "persons"


def _between(tokens: Sequence[Token], i: int) -> Quantity | None:
    """``بين 5 و7``, ``ما بين خمسة وعشرة``."""
    found = match(table().between, tokens, i)
    if found is None:
        return None
    j = found[1]
    got = value_at(tokens, j)
    if got is None or is_name(tokens, j, got[1]):
        return None
    second = _joined_value(tokens, got[1])
    if second is None and word_at(tokens, got[1]) in table().to:
        second = value_at(tokens, got[1] + 1)
    low = got[0]
    if second is None:
        # بين خمسة وعشرين: two numbers are due, so و parts them
        if got[1] - j != 2 or word_at(tokens, j)[:1].isdecimal():
            return None
        first, second = value_at(tokens[j : j + 1], 0), _joined_value(tokens, j + 1)
        if first is None or second is None:
            return None
        low = first[0]
    return _make_range(tokens, i, low, second[0], second[1])


def _joined_value(tokens: Sequence[Token], j: int) -> tuple[int | float, int] | None:
    """A number after و, written onto it or apart."""
    word = word_at(tokens, j)
    if word in ("و", "وال"):
        return value_at(tokens, j)
    w = lexicon().cardinals.get(word)
    return value_at(tokens, j) if w is not None and w.prefix in ("و", "وال") else None


def _from_to(tokens: Sequence[Token], i: int) -> Quantity | None:
    """``من 3 إلى 5``, unless the words before tell a change (``ارتفع من 3 إلى 5``)."""
    t = table()
    if tokens[i].word not in t.from_:
        return None
    got = value_at(tokens, i + 1)
    if got is None or word_at(tokens, got[1]) not in t.to or is_name(tokens, i + 1, got[1]):
        return None
    if any(tokens[k].word in t.change for k in range(max(0, i - 7), i)):
        return None
    second = value_at(tokens, got[1] + 1)
    if second is None:
        return None
    return _make_range(tokens, i, got[0], second[0], second[1])


def _range(tokens: Sequence[Token], i: int, got: tuple[int | float, int]) -> Quantity | None:
    """``10-15``, ``خمسة إلى ستة``, ``3 أو 4``; ``got`` is the number read at ``i``."""
    t = table()
    j = got[1]
    link = word_at(tokens, j)
    if link != "-" and link not in t.to and link not in t.or_:
        return None
    if link == "-":
        if stuck(tokens, i, j):
            return None
        second = value_at(tokens, j + 1, fractions=False)
        if second is None:
            return None
        if second[0] <= got[0] or word_at(tokens, second[1]) == "-" or is_name(tokens, i, j):
            # a score, a phone number or a date: nothing here counts
            glued = tokens[j].start == tokens[j - 1].end and tokens[j].end == tokens[j + 1].start
            if glued and tokens[i].word[0].isdecimal():
                return Quantity(i, second[1], second[1], None, None, None, "skip", None)
            return None
    else:
        second = value_at(tokens, j + 1, fractions=False)
        if second is None or second[0] <= got[0] or is_name(tokens, i, j):
            return None
        if any(tokens[k].word in t.change for k in range(max(0, i - 4), i)):
            return None
    return _make_range(tokens, i, got[0], second[0], second[1])


def _make_range(tokens: Sequence[Token], i: int, low: float, high: float, j: int) -> Quantity | None:
    """A range once both ends are read. A scale on the second end holds for the first: ``3 إلى 5 آلاف``."""
    if is_name(tokens, j - 1, j) and word_at(tokens, j - 1)[:1].isdecimal():
        return None
    last = lexicon().cardinals.get(word_at(tokens, j - 1))
    if last is not None and last.group in (SCALE, SCALES) and low < 1000 and high >= last.value > low:
        low *= last.value
    if not low < high or (is_year(str(low)) and is_year(str(high))):
        return None
    noun, end = find_noun(tokens, j)
    return Quantity(i, j, max(end, j), low, None, high, "range", noun)


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
    if noun is None:
        return None
    return Quantity(i, i + 1, noun + 1, value, value, value, "fraction", noun)


__all__ = ["annotate_numbers", "find_numbers"]
