"""The graphic-content guard: which reports are covered until the reader uncovers them. Nothing is changed or left out."""

from __future__ import annotations

from functools import lru_cache

from waqai.desk.config import table
from waqai.normalise import fold, tokenize

_HEADS = ("", "و", "ف", "ب", "ل", "ال", "وال", "بال")
# Feminine, dual, plural and object endings (folded: ة is ه).
_TAILS = ("", "ه", "ا", "ان", "ين", "تان", "تين", "ات", "وا", "ها", "هم")


@lru_cache(maxsize=1)
def _phrases() -> dict[str, list[tuple[str, ...]]]:
    out: dict[str, list[tuple[str, ...]]] = {}
    for phrase in table("graphic")["words"]:
        words = tuple(fold(phrase).split())
        for head in _HEADS:
            for tail in _TAILS:
                whole = (head + words[0], *words[1:])
                whole = (*whole[:-1], whole[-1] + tail)
                out.setdefault(whole[0], []).append(whole)
    return out


def graphic_words(text: str) -> int:
    """How many graphic words or phrases a text holds."""
    found = 0
    table_ = _phrases()
    words = [t.word for t in tokenize(text)]
    for n, w in enumerate(words):
        for phrase in table_.get(w, ()):
            if tuple(words[n : n + len(phrase)]) == phrase:
                found += 1
                break
    return found
