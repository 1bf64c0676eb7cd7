"""A name that is brought in as what somebody calls himself: ``ما تعرف بـ"…"``, ``جماعة تسمي نفسها "…"``."""

from __future__ import annotations

from collections.abc import Sequence

from waqai.resources.wordsets import wordset

_CALLED, _HEADS, _LINKS = wordset("so-called"), wordset("so-called heads"), wordset("so-called links")
_QUOTES = frozenset(('"', "(", "/", "'"))
_STOPS = frozenset((",", ":", ";", "."))
_REACH = 4


def introduced(words: Sequence[str], j: int, end: int) -> int:
    """Where a name stands that is introduced at token ``j``.

    Args:
        words: folded tokens.
        j: where the name would stand without an introduction.
        end: end of the sentence part.

    Returns:
        The token of the name behind the introduction; ``j`` when there is none.
    """
    for k in range(j, min(end, j + _REACH)):
        if words[k] in _CALLED and (k == j or words[j] in _HEADS):
            while k < end and (words[k] in _CALLED or words[k] in _LINKS or words[k] in _QUOTES):
                k += 1
            return k
        if k > j and words[k] in _STOPS:
            break
    return j
