"""Tokens of the folded text: words, numbers with their inner marks, single signs."""

from __future__ import annotations

import re

from waqai.model import Token
from waqai.normalise.fold import Folded

# A number keeps inner separators (1,500 · 3.5); a word keeps letters only; every other sign stands alone. Newlines are signs.
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+|[^\w ]|_")


def tokenize(original: str, folded: Folded | None = None) -> tuple[Token, ...]:
    """Tokens of ``original`` in text order.

    Args:
        original: any text; spans of the tokens point into it.
        folded: its fold when already made.

    Returns:
        Tokens whose ``word`` is folded and whose ``start``/``end`` are code points of ``original``.
        A line break is a token ``"\\n"``.
    """
    f = folded or Folded(original)
    if f._map is None:
        return tuple(Token(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(f.text))
    start, end = f.start, f.end
    return tuple(Token(m.group(), start(m.start()), end(m.end())) for m in _TOKEN.finditer(f.text))
