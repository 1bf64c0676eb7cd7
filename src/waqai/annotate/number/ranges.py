"""Two numbers that bound one quantity: ``بين 5 و7``, ``10-15``, ``خمسة إلى ستة``, ``شخص أو شخصان``."""

from __future__ import annotations

from collections.abc import Sequence

from waqai.annotate.number.cardinal import value_at
from waqai.annotate.number.lexicon import SCALE, SCALES, lexicon
from waqai.annotate.number.nouns import noun_of
from waqai.annotate.number.phrases import match, table
from waqai.annotate.number.quantity import Quantity, find_noun, word_at
from waqai.annotate.number.traps import is_name, is_year, stuck
from waqai.model import Token


def spaced(tokens: Sequence[Token], i: int) -> tuple[int, int] | None:
    """Thousands parted by single blanks before a counted noun: ``1 500 نازح``."""
    j = i + 1
    if not tokens[i].word.isdecimal() or len(tokens[i].word) > 3 or tokens[i].word[0] == "0":
        return None
    while j < len(tokens) and tokens[j].word.isdecimal() and len(tokens[j].word) == 3 and tokens[j].start == tokens[j - 1].end + 1:
        j += 1
    if not i + 1 < j <= i + 4 or noun_of(word_at(tokens, j)) is None:
        return None
    return int("".join(tokens[k].word for k in range(i, j))), j


def between(tokens: Sequence[Token], i: int) -> Quantity | None:
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


def from_to(tokens: Sequence[Token], i: int) -> Quantity | None:
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


def ranged(tokens: Sequence[Token], i: int, got: tuple[int | float, int]) -> Quantity | None:
    """``10-15``, ``خمسة إلى ستة``, ``3 أو 4``; ``got`` is the number read at ``i``."""
    t = table()
    j = got[1]
    link = word_at(tokens, j)
    if link == "-" and got[0] == 0:
        second = value_at(tokens, j + 1, fractions=False)
        return None if second is None else Quantity(i, second[1], second[1], None, None, None, "skip", None)  # a score
    if link != "-" and link not in t.to and link not in t.or_:
        return None
    if link == "-":
        if tokens[i].word.isdecimal() and any(tokens[k].word in t.scores for k in range(max(0, i - 8), i)):
            second = value_at(tokens, j + 1, fractions=False)
            if second is not None and max(got[0], second[0]) < 15 and find_noun(tokens, second[1])[0] is None:
                return Quantity(i, second[1], second[1], None, None, None, "skip", None)
        if stuck(tokens, i, j):
            return None
        second = value_at(tokens, j + 1, fractions=False)
        if second is None:
            return None
        if second[0] <= got[0] or word_at(tokens, second[1]) == "-" or is_name(tokens, i, j):
            # a score, a phone number or a date: nothing here counts
            if is_name(tokens, i, j):
                return Quantity(i, second[1], second[1], None, None, None, "skip", None)
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
