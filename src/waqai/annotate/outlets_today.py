"""``بغداد اليوم`` is an outlet where the words quote, head or tell by it; in ``انفجرت سيارة في بغداد اليوم`` it is a city and a day."""

from __future__ import annotations

from collections.abc import Sequence

from waqai.resources.wordsets import wordset

_QUOTE = '"'


def is_outlet_today(words: Sequence[str], i: int, end: int) -> bool:
    """Whether the name at tokens ``i`` to ``end``, whose last word is اليوم, is an outlet's.

    Args:
        words: folded tokens of the text.
        i: its first token, a letter written onto it included.
        end: the token behind it.
    """
    before = words[i - 1] if i else "\n"
    after = words[end] if end < len(words) else "\n"
    if before == _QUOTE:
        return after == _QUOTE
    if words[i].startswith(("ل", "ول")) or before in wordset("outlet-today-behind"):
        return True
    return before == "\n" and not after[:1].isalnum()
