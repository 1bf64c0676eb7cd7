"""One cardinal or ordinal number at a token: the grammar of Arabic number words, digits and their mixtures.

A number is a sum of parts that fall in size: ``مليون و200 ألف``, ``ثلاثة آلاف وخمسمئة وثلاثة وعشرون``.
A part is a number below a thousand, or such a number times a scale word. Parts are joined by و, written onto
the next word or apart; speech drops it after a hundred (``متين تلاتة وستين``).
"""

from __future__ import annotations

from collections.abc import Sequence

from waqai.annotate.number.digits import digits_value
from waqai.annotate.number.lexicon import (
    DUAL,
    HUNDRED,
    HUNDREDS,
    JOINT,
    SCALE,
    SCALES,
    TEEN,
    TEN,
    TENS,
    UNIT,
    ZERO,
    Word,
    lexicon,
)
from waqai.annotate.number.nouns import PLURAL, noun_of
from waqai.model import Token

Value = int | float
# Proclitics that stand apart before digits (الـ4, لـ 3); those with the article.
ARTICLES = frozenset({"ال", "وال", "فال", "بال", "كال", "وبال", "فبال", "لل", "ولل", "فلل"})
JOINED = frozenset({"و", "وال"})
CLITICS = frozenset({"و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل"}) | ARTICLES


def _bare(w: Word | None) -> bool:
    """A word that may stand inside a number without و: nothing written onto it but the article."""
    return w is not None and w.prefix in ("", "ال")


def joined(tokens: Sequence[Token], i: int) -> tuple[int, bool] | None:
    """Where the part after a joining و starts: ``(index, attached)``; ``None`` without و.

    ``attached`` says that the و is written onto the word at that index.
    """
    if i >= len(tokens):
        return None
    word = tokens[i].word
    if word in JOINED:
        return (i + 1, False) if i + 1 < len(tokens) and tokens[i + 1].word != "\n" else None
    w = lexicon().cardinals.get(word)
    return (i, True) if w is not None and w.prefix in JOINED else None


def word_of(tokens: Sequence[Token], i: int, attached: bool) -> Word | None:
    """The number word at ``i``: with its و when ``attached``, else bare or with the article."""
    if i >= len(tokens):
        return None
    w = lexicon().cardinals.get(tokens[i].word)
    if w is None:
        return None
    return w if (w.prefix in JOINED if attached else w.prefix in ("", "ال")) else None


def _below_hundred(tokens: Sequence[Token], i: int, w: Word) -> tuple[int, int] | None:
    """1–99 in words starting with ``w`` at ``i``."""
    group, value = w.group, w.value
    if group in (TEN, TEEN, TENS):
        return value, i + 1
    if group not in (UNIT, JOINT):
        return None
    nxt = word_of(tokens, i + 1, False)
    if nxt is not None and nxt.group == TEN and not is_sunday(tokens, i, w):
        return 10 + value, i + 2
    join = joined(tokens, i + 1)
    if join is not None:
        tens = word_of(tokens, *join)
        if tens is not None and tens.group == TENS:
            return value + tens.value, join[0] + 1
    return (value, i + 1) if group == UNIT else None


def is_sunday(tokens: Sequence[Token], i: int, w: Word) -> bool:
    """``الأحد`` before ``عشرة`` is the day and a new number; eleven would be ``الأحد عشر`` or ``الإحدى عشرة``."""
    masculine = tokens[i].word.endswith("حد")
    return masculine and w.prefix in ARTICLES and tokens[i + 1].word.endswith("ه")


def _small(tokens: Sequence[Token], i: int, w: Word) -> tuple[int, int] | None:
    """1–999 in words starting with ``w`` at ``i``; also a unit count of hundreds (``ثلاث مئة``)."""
    hundreds = 0
    j = i
    if w.group == HUNDREDS:
        hundreds, j = w.value, i + 1
    elif w.group == HUNDRED:
        hundreds, j = 100, i + 1
    elif w.group == UNIT and 3 <= w.value <= 9:
        nxt = word_of(tokens, i + 1, False)
        if nxt is not None and nxt.group == HUNDRED and not nxt.prefix:
            hundreds, j = w.value * 100, i + 2
    if not hundreds:
        return _below_hundred(tokens, i, w)
    join = joined(tokens, j)
    if join is not None:
        rest = word_of(tokens, *join)
        if rest is not None:
            low = _below_hundred(tokens, join[0], rest)
            if low is not None and not _counts_hundreds(tokens, low):
                return hundreds + low[0], low[1]
        elif not join[1]:
            n = _plain_digits(tokens, join[0])
            if n is not None and 0 < n < 100:
                return hundreds + n, join[0] + 1
        return hundreds, j
    rest = word_of(tokens, j, False)  # speech: متين تلاتة وستين
    if rest is not None and not rest.prefix and rest.group in (UNIT, TEEN, TENS, TEN):
        low = _below_hundred(tokens, j, rest)
        if low is not None:
            return hundreds + low[0], low[1]
    return hundreds, j


def _counts_hundreds(tokens: Sequence[Token], low: tuple[int, int]) -> bool:
    """The unit just read counts hundreds of its own: ``مئة وثلاث مئة`` is a list of two numbers, not a sum."""
    w = word_of(tokens, low[1], False)
    return w is not None and w.group == HUNDRED and low[0] < 10


def _plain_digits(tokens: Sequence[Token], i: int) -> int | None:
    """A whole number in digits without marks at ``i``."""
    if i >= len(tokens):
        return None
    word = tokens[i].word
    return int(word) if word.isdecimal() and len(word) <= 15 else None


def _scales(tokens: Sequence[Token], i: int) -> tuple[int, int]:
    """Scale words at ``i`` multiplied together (``ألف مليون``): ``(factor, next)``; factor 1 when there is none."""
    factor = 1
    while i < len(tokens) and factor < 10**15:
        w = word_of(tokens, i, False)
        if w is None or (w.prefix and factor > 1):
            break
        if w.group in (SCALE, SCALES):
            factor *= w.value
        elif w.group == DUAL and tokens[i].word.endswith("ا"):  # خمسين ألفا: the accusative, not the dual
            factor *= w.value // 2
        else:
            break
        i += 1
    return factor, i


def _part(tokens: Sequence[Token], i: int, attached: bool, first: Word | None) -> tuple[Value, int, int, bool] | None:
    """One part: ``(value, scale, next, plain)``; ``plain`` when it is digits without a scale word."""
    w = first if first is not None else word_of(tokens, i, attached)
    if w is None:
        value = digits_value(tokens[i].word) if i < len(tokens) and tokens[i].word[0].isdecimal() else None
        if value is None:
            return None
        nxt = word_of(tokens, i + 1, False)
        j = i + 1
        if nxt is not None and nxt.group == HUNDRED and not nxt.prefix and value < 10:
            value, j = value * 100, i + 2
        factor, k = _scales(tokens, j)
        whole = value * factor
        if isinstance(whole, float):
            whole = round(whole, 6)
            whole = int(whole) if whole.is_integer() else whole
        return whole, max(factor, 100 if j > i + 1 else 1), k, factor == 1 and j == i + 1
    if w.group == DUAL:
        if tokens[i].word.endswith("ا") and joined(tokens, i + 1) is not None:
            return w.value // 2, w.value // 2, i + 1, False  # مليونا و300 ألف: the accusative; the dual would keep its nun
        return w.value, w.value // 2, i + 1, False
    if w.group == SCALE:
        factor, j = _scales(tokens, i + 1)
        return w.value * factor, w.value * factor, j, False
    if w.group == SCALES:
        return None
    small = _small(tokens, i, w)
    if small is None:
        return None
    factor, j = _scales(tokens, small[1])
    return small[0] * factor, factor, j, False


def _unit_of(value: Value, scale: int) -> int:
    """What a following part must stay below: the scale, or 100 after hundreds, else 1 (nothing may follow)."""
    if scale >= 1000:
        return scale
    return 100 if value >= 100 and value % 100 == 0 else 1


def value_at(tokens: Sequence[Token], i: int, fractions: bool = True) -> tuple[Value, int] | None:
    """Read one cardinal number starting at token ``i``.

    Args:
        tokens: folded tokens.
        i: index of the first token. It may be a proclitic or article standing apart before digits (``الـ4``, ``لـ 3``).
        fractions: also read ``ونصف`` and the decimal word ``فاصلة``.

    Returns:
        ``(value, next)`` with ``next`` the index after the last token read, or ``None`` when no number starts at ``i``.
        Bare plurals of scales (``آلاف``) are vague and give ``None``; so do ``أحد``/``إحدى`` outside 11.
    """
    n = len(tokens)
    if i >= n:
        return None
    word = tokens[i].word
    first = lexicon().cardinals.get(word)
    if first is None and not word[0].isdecimal():
        spoken = lexicon().before_plural.get(word)
        if spoken is not None:
            after = noun_of(tokens[i + 1].word) if i + 1 < n else None
            return (spoken, i + 1) if after is not None and after.number == PLURAL and not after.prefix else None
        share = lexicon().fractions.get(word)
        if share is not None:
            scale, j = _scales(tokens, i + 1)
            return (_tidy(share[0] * scale), j) if scale >= 1000 else None
        if word not in CLITICS or i + 1 >= n:
            return None
        i += 1
        if not tokens[i].word[0].isdecimal():
            first = lexicon().cardinals.get(tokens[i].word)
            if word == "ك" or first is None or first.prefix:
                return None
    if first is not None and first.group == ZERO:
        return 0, i + 1
    if first is not None and first.group == UNIT and i + 2 < n and (d := lexicon().fraction_plurals.get(tokens[i + 1].word)):
        scale, j = _scales(tokens, i + 2)
        if scale >= 1000:  # ثلاثة أرباع مليون
            return _tidy(first.value * scale / d), j
    part = _part(tokens, i, False, first)
    if part is None:
        return None
    total, scale, j, plain = part
    if not plain:
        limit = _unit_of(total, scale)
        last_scale = scale
        while limit > 1:
            join = joined(tokens, j)
            if join is None:
                loose = word_of(tokens, j, False)  # ألف خمسمئة, without و
                if loose is None or loose.prefix or loose.group not in (HUNDREDS, TENS, TEEN) or limit < 1000:
                    break
                join = (j, False)
            more = _part(tokens, join[0], join[1], None)
            if more is None or not 0 < more[0] < limit or isinstance(more[0], float):
                break
            total, last_scale, j = total + more[0], more[1], more[2]
            limit = min(limit - 1, _unit_of(more[0], more[1])) if more[1] >= 1000 else 1
        scale = last_scale
    if fractions:
        return _with_fraction(tokens, j, total, scale)
    return total, j


def _with_fraction(tokens: Sequence[Token], j: int, total: Value, scale: int) -> tuple[Value, int]:
    """Add ``ونصف`` (of the last scale: ``مليون ونصف``), ``وثلاثة أرباع`` or digits after ``فاصلة``."""
    if j >= len(tokens):
        return total, j
    lex = lexicon()
    word = tokens[j].word
    unit = scale if scale >= 1000 else 1
    fraction = lex.fractions.get(word)
    if fraction is None and word == "و" and j + 1 < len(tokens):
        fraction = lex.fractions.get(tokens[j + 1].word)
        if fraction is not None and not fraction[1]:
            return _tidy(total + fraction[0] * unit), _over_scale(tokens, j + 2, unit)
    elif fraction is not None and fraction[1] == "و":
        return _tidy(total + fraction[0] * unit), _over_scale(tokens, j + 1, unit)
    join = joined(tokens, j)
    if join is not None:
        w = word_of(tokens, *join)
        k = join[0] + 1
        if w is not None and w.group == UNIT and k < len(tokens) and (d := lex.fraction_plurals.get(tokens[k].word)):
            return _tidy(total + w.value / d * unit), k + 1
    if word in lex.point and j + 1 < len(tokens):
        after = value_at(tokens, j + 1, fractions=False)
        if after is not None and isinstance(after[0], int):
            return float(f"{int(total)}.{after[0]}"), after[1]
    return total, j


def _over_scale(tokens: Sequence[Token], j: int, unit: int) -> int:
    """Past the scale said again: ``مليون ونصف المليون``."""
    w = lexicon().cardinals.get(tokens[j].word) if j < len(tokens) else None
    return j + 1 if w is not None and w.group == SCALE and w.prefix == "ال" and w.value == unit else j


def _tidy(value: Value) -> Value:
    return int(value) if float(value).is_integer() else value
