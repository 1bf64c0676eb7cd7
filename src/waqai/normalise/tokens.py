"""Tokens of the folded text: words, numbers with their inner marks, single signs."""

from __future__ import annotations

import re
from functools import partial
from itertools import accumulate
from sys import intern
from typing import cast

from waqai.model import Token
from waqai.normalise.fold import FOLDING, Kept

# A number keeps inner separators (1,500 · 3.5); a word keeps letters only; every other sign stands alone. Newlines are signs.
# Runs over letters as written, so it knows the commas, points and blanks that fold to "," "." and " " (a test compares them).
_BLANK = " \u00a0\u202f\u2009\u3000\t\u2003\u2002"
_TOKEN = re.compile(rf"([ء-ي]+[^\W\d_]*|[^\W\d_]+|\d+(?:[.,،٬٫]\d+)*|[^\w{_BLANK}]|_)")
# As Token._make, without its check of the length: one call per token counts here.
_make = cast("partial[Token]", partial(tuple.__new__, Token))
_LIMIT = 200_000


class _Words(dict[str, str]):
    """Token as written, without vowel marks → folded; one string object per distinct word, so that later look-ups compare by identity."""

    def __missing__(self, word: str) -> str:
        if len(self) > _LIMIT:
            self.clear()
        folded = self[word] = intern(word.translate(FOLDING))
        return folded


_WORDS = _Words()


# The text read last and its tokens: dates and numbers of one string are often asked for one after the other.
_KEEP = 100_000
_last: list[tuple[str, tuple[Token, ...]]] = [("", ())]


def tokenize(original: str) -> tuple[Token, ...]:
    """Tokens of ``original`` in text order.

    Args:
        original: any text; spans of the tokens point into it.

    Returns:
        Tokens whose ``word`` is folded and whose ``start``/``end`` are code points of ``original``.
        A line break is a token ``"\\n"``.
    """
    last = _last[0]
    if last[0] is original:
        return last[1]
    kept = Kept(original)
    # blanks and tokens take turns: [blanks, token, blanks, token, …, blanks]; their running lengths are the offsets
    parts = _TOKEN.split(kept.text)
    offsets = list(accumulate(map(len, parts)))
    words = map(_WORDS.__getitem__, parts[1::2])
    tokens = tuple(map(_make, zip(words, kept.starts(offsets[:-1:2]), kept.ends(offsets[1::2]))))
    if len(original) < _KEEP:
        _last[0] = (original, tokens)
    return tokens
