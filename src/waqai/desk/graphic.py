"""The graphic-content guard: which reports are covered until the reader uncovers them. Nothing is changed or left out."""

from __future__ import annotations

from functools import lru_cache

from waqai.desk.config import table
from waqai.normalise import fold, tokenize

_HEADS = ("", "و", "ف", "ب", "ل", "ال", "وال", "بال")


@lru_cache(maxsize=1)
def _phrases() -> dict[str, list[tuple[str, ...]]]:
    out: dict[str, list[tuple[str, ...]]] = {}
    for phrase in table("graphic")["words"]:
        words = tuple(fold(phrase).split())
        for head in _HEADS:
            first = head + words[0]
            out.setdefault(first, []).append((first, *words[1:]))
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
