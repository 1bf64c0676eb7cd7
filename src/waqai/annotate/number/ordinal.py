"""One ordinal at a token: ``الثالث``, ``حادي عشر``, ``الخامس والعشرين``."""

from __future__ import annotations

from collections.abc import Sequence

from waqai.annotate.number.cardinal import ARTICLES, JOINED, is_sunday, joined, word_of
from waqai.annotate.number.lexicon import HUNDRED, HUNDREDS, SCALE, TEN, TENS, UNIT, lexicon
from waqai.model import Token


def ordinal_at(tokens: Sequence[Token], i: int) -> tuple[int, int] | None:
    """Read one ordinal starting at token ``i``: ``الثالث``, ``حادي عشر``, ``الخامس والعشرين``, ``العشرون``.

    Returns:
        ``(value, next)`` or ``None``. A tens or hundred word is an ordinal only with the article. ``واحد``, ``أحد`` and
        ``اثنا`` are ordinals only inside a compound.
    """
    n = len(tokens)
    if i >= n:
        return None
    lex = lexicon()
    word = tokens[i].word
    w = lex.ordinals.get(word)
    if w is not None:
        nxt = word_of(tokens, i + 1, False)
        if nxt is not None and nxt.group == TEN and not is_sunday(tokens, i, w):
            return 10 + w.value, i + 2
        join = joined(tokens, i + 1)
        if join is not None:
            tens = word_of(tokens, *join)
            if tens is not None and tens.group == TENS:
                return tens.value + w.value, join[0] + 1
        return (w.value, i + 1) if w.group == UNIT else None
    plain = lex.plain_ordinals.get(word)
    if plain is not None:
        return plain.value, i + 1
    card = lex.cardinals.get(word)
    if card is None or card.prefix not in ARTICLES:
        return None
    if card.group == TENS:
        return card.value, i + 1
    if card.group in (HUNDRED, HUNDREDS):
        join = joined(tokens, i + 1)
        low = ordinal_at(tokens, join[0]) if join is not None and join[1] else _joined_ordinal(tokens, i + 1)
        if low is not None and low[0] < 100:
            return card.value + low[0], low[1]
        return card.value, i + 1
    return (card.value, i + 1) if card.group == SCALE else None


def _joined_ordinal(tokens: Sequence[Token], i: int) -> tuple[int, int] | None:
    """An ordinal after و: ``المئة والخامسة والعشرين``."""
    if i >= len(tokens):
        return None
    w = lexicon().ordinals.get(tokens[i].word)
    return ordinal_at(tokens, i) if w is not None and w.prefix in JOINED else None
