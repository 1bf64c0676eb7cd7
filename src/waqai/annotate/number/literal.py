"""The plain reading: every number written in a string as arithmetic has it, with signs, fractions and powers.

News does not mean ``-12`` as a negative or ``5/7`` as a fraction, so ``find_numbers`` never reads them so. This
reading is for strings known to be numbers (a cell of a table, a spelt-out amount) and for comparison with others.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from waqai.annotate.number.cardinal import ARTICLES, CLITICS, Value, value_at
from waqai.annotate.number.digits import digits_value
from waqai.annotate.number.lexicon import UNIT, lexicon
from waqai.model import Span, Token
from waqai.normalise import tokenize

_MAX_POWER = 400


class Literal(NamedTuple):
    """One number as written: its span in code points, the words, the value."""

    span: Span
    text: str
    value: Value


def find_literals(s: str) -> tuple[Literal, ...]:
    """All numbers of ``s`` in text order, without overlap."""
    tokens = tokenize(s)
    out: list[Literal] = []
    i = 0
    while i < len(tokens):
        got = _signed(tokens, i)
        if got is None:
            i += 1
            continue
        value, j = got
        first, skip = after_proclitic(tokens, i, s)
        span = Span(tokens[first].start + skip, tokens[j - 1].end)
        out.append(Literal(span, s[span.start : span.end], _tidy(value)))
        i = j
    return tuple(out)


def after_proclitic(tokens: Sequence[Token], i: int, original: str, article: bool = True) -> tuple[int, int]:
    """Where a number that begins at token ``i`` begins without its proclitics: ``(token, code points to skip)``.

    Args:
        tokens: folded tokens.
        i: first token of the number.
        original: the text the spans point into.
        article: take ``ال`` off too.
    """
    word = tokens[i].word
    w = lexicon().cardinals.get(word)
    if w is None:
        apart = word in CLITICS and (article or word not in ARTICLES)
        return (i + 1, 0) if apart and i + 1 < len(tokens) else (i, 0)
    letters = len(w.prefix) if article else len(w.prefix) - 2 * w.prefix.endswith("ال")
    if w.prefix.endswith("لل") and not article:
        return i, 0
    return i, prefix_width(original[tokens[i].start : tokens[i].end], letters)


def prefix_width(written: str, letters: int) -> int:
    """Original code points taken by the first ``letters`` folded letters, with the vowel marks on them."""
    width = seen = 0
    for c in written if letters else "":
        if c.isalpha() and c != "\u0640":
            if seen == letters:
                break
            seen += 1
        width += 1
    return width


def _word(tokens: Sequence[Token], i: int) -> str:
    return tokens[i].word if 0 <= i < len(tokens) else ""


def _glued(tokens: Sequence[Token], i: int) -> bool:
    """Token ``i`` and the next one touch."""
    return i >= 0 and i + 1 < len(tokens) and tokens[i].end == tokens[i + 1].start


def _tidy(value: Value) -> Value:
    return int(value) if isinstance(value, float) and value.is_integer() and abs(value) < 1e15 else value


def _signed(tokens: Sequence[Token], i: int) -> tuple[Value, int] | None:
    word = _word(tokens, i)
    if word == "-" and not _glued(tokens, i - 1) and not _word(tokens, i - 1)[:1].isdecimal():
        got = _number(tokens, i + 1)
        return (-got[0], got[1]) if got is not None else None
    if word in lexicon().minus:
        got = _number(tokens, i + 1)
        return (-got[0], got[1]) if got is not None else None
    return _number(tokens, i)


def _number(tokens: Sequence[Token], i: int) -> tuple[Value, int] | None:
    """A number without sign, with what may follow it: a fraction, a power, ``على`` and a second number, dozens."""
    got = _simple(tokens, i)
    if got is None:
        return None
    value, j = got
    lex = lexicon()
    if _word(tokens, j) in lex.dozens:
        return value * 12, j + 1
    if _word(tokens, j) in lex.over:
        below = _simple(tokens, j + 1)
        if below is not None and below[0] and (_word(tokens, j) == "علي" or value < below[0]):
            return value / below[0], below[1]
    return value, j


def _simple(tokens: Sequence[Token], i: int) -> tuple[Value, int] | None:
    word = _word(tokens, i)
    if not word:
        return None
    lex = lexicon()
    if word == "." and _glued(tokens, i) and not _glued(tokens, i - 1) and _word(tokens, i + 1).isdecimal():
        return float("0." + tokens[i + 1].word), i + 2
    if word[0].isdecimal():
        return _digits(tokens, i)
    fraction = lex.fractions.get(word)
    if fraction is not None and not fraction[1]:
        return value_at(tokens, i) or (fraction[0], i + 1)
    unit = lex.cardinals.get(word)
    if unit is not None and unit.group == UNIT and (d := lex.fraction_plurals.get(_word(tokens, i + 1))):
        return unit.value / d, i + 2
    return value_at(tokens, i)


def _digits(tokens: Sequence[Token], i: int) -> tuple[Value, int] | None:
    """Digits with spaced thousands, ``a/b``, ``1e10`` or ``a^b``; else as everywhere."""
    value = digits_value(tokens[i].word)
    if value is None:
        return None
    j = i + 1
    if tokens[i].word.isdecimal() and len(tokens[i].word) <= 3:
        while _word(tokens, j).isdecimal() and len(_word(tokens, j)) == 3 and tokens[j].start == tokens[j - 1].end + 1:
            value = value * 1000 + int(tokens[j].word)
            j += 1
            if j - i > 6:
                break
        if j > i + 1:
            return value, j
    if _slash(tokens, j):
        return value / int(tokens[j + 1].word), j + 2
    if _slash(tokens, j + 1) and tokens[j].word.isdecimal() and tokens[j].start == tokens[j - 1].end + 1:
        return value + int(tokens[j].word) / int(tokens[j + 2].word), j + 3
    mark = _word(tokens, j).lower()
    if mark in ("e", "^") and _glued(tokens, j - 1) and _glued(tokens, j):
        k = j + 1
        sign = -1 if _word(tokens, k) == "-" else 1
        if _word(tokens, k) in ("-", "+"):
            k += 1
        power = digits_value(_word(tokens, k)) if _word(tokens, k)[:1].isdecimal() else None
        if power is not None and power <= _MAX_POWER and 0 < value < 1e15:
            try:
                return (value * 10.0 ** (sign * power) if mark == "e" else float(value) ** (sign * power)), k + 1
            except OverflowError:
                return value, j
    return value_at(tokens, i)


def _slash(tokens: Sequence[Token], j: int) -> bool:
    """``/`` and a denominator stand at ``j``; a second ``/`` makes it a date."""
    if _word(tokens, j) != "/" or not _glued(tokens, j - 1) or not _glued(tokens, j):
        return False
    below = _word(tokens, j + 1)
    return below.isdecimal() and int(below[:18]) > 0 and len(below) < 16 and _word(tokens, j + 2) != "/" and _word(tokens, j - 2) != "/"
