"""What a deed is said to be for: words that tell why, and lend the deed neither place nor sides.

``دعماً للشعب الفلسطيني الصامد في قطاع غزة``, ``رداً على الاعتداءات على القرى الجنوبية``, ``العملية تأتي نصرة لغزة``. An answer
to one deed at a place or on a day of its own (``رداً على قصف قرية حميمة أمس``) may be an event and is left alone.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

from waqai.model import Sentence
from waqai.resources.wordsets import wordset

_SUPPORT = wordset("in-support")
_SUPPORTED = wordset("the-supported")
_ANSWERS = wordset("in-answer")
_REPLY = wordset("reply-to")
_AT_LARGE = wordset("deeds-at-large")
_LED = wordset("motive-led-by")
_ENDS = frozenset((".", ";", ":", "؛"))
_NEAR = 4  # tokens behind the opener that tell for whom or to what
_OPENERS = _SUPPORT | _ANSWERS | _REPLY


def motives(words: Sequence[str], sentences: Sequence[Sentence], vocabulary: Set[str]) -> set[int]:
    """Tokens of the motives told.

    Args:
        words: the folded words of the document.
        sentences: its sentences.
        vocabulary: its words without repetition, a quick look before the slow one.

    Returns:
        The token indices, empty for most documents.
    """
    here = _OPENERS & vocabulary
    found: set[int] = set()
    if not here:
        return found
    for s in sentences:
        i = s.first
        while i < s.last:
            if words[i] in here and _opens(words, s, i):
                end = _end(words, s, i)
                if end < s.last or i > s.first:
                    found.update(range(i, end))
                i = end
            i += 1
    return found


def _opens(words: Sequence[str], s: Sentence, i: int) -> bool:
    """Token ``i`` begins a motive that tells no event of its own."""
    near = words[i + 1 : min(i + 1 + _NEAR, s.last)]
    if words[i] in _SUPPORT:
        return not _SUPPORTED.isdisjoint(near)
    if words[i + 1 : i + 2] != ["علي"] or _AT_LARGE.isdisjoint(near):
        return False
    before = words[i - 1] if i > s.first else ","
    return before in _LED if words[i] in _ANSWERS else before in ("اطار", "سياق")


def _end(words: Sequence[str], s: Sentence, i: int) -> int:
    """Where the motive at token ``i`` ends: at the comma, unless another motive is added behind it."""
    for k in range(i + 1, s.last):
        if words[k] in _ENDS:
            return k
        if words[k] == "," and not (k + 1 < s.last and words[k + 1][:1] == "و" and words[k + 1] in _OPENERS):
            return k
    return s.last
