"""Years that stand alone on a line over the events of a chronology: ``عام 2013``, then ``- 27 يوليو: كمين بجبل الشعانبي``.

A day at the head of a line below takes that year; days further on in a text without such heads do not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import cache

from waqai.annotate.time.lexicon import time_words
from waqai.normalise import fold
from waqai.resources.wordsets import wordset

_ALONE = re.compile(r"^[^\w\n]*((?:[^\W\d]+ ){0,2})([12]\d{3}|[١٢][٠-٩]{3})(?: ?[^\W\d])?[^\w\n]*$", re.MULTILINE)
_MARKS = 6  # characters of a bullet, a bracket and blanks
_ANY = re.compile(r"^[^\w\n]*(?:[^\W\d]+ ){0,2}[12١٢][\d]{3}\b", re.MULTILINE)


@cache
def _window() -> tuple[int, int]:
    low, high = time_words().years
    return low, high


def year_heads(source: str, published: date | None) -> Sequence[tuple[int, int]]:
    """``(where the line ends, year)`` of every line of ``source`` that holds a year and nothing else, none later than ``published``."""
    if _ANY.search(source) is None:
        return ()
    low, high = _window()
    last = high if published is None else published.year
    found = ((m.end(), int(m[2]), m[1]) for m in _ALONE.finditer(source))
    heads = [(at, year) for at, year, word in found if low <= year <= last and wordset("year-word").issuperset(fold(word).split())]
    return heads if len(heads) > 1 else ()


def headed_year(heads: Sequence[tuple[int, int]], source: str, at: int) -> int | None:
    """The year over the line that character ``at`` opens; ``None`` when it stands elsewhere in its line or under no year."""
    line = source.rfind("\n", 0, at) + 1
    if at - line > _MARKS or any(c.isalnum() for c in source[line:at]):
        return None
    return next((year for end, year in reversed(heads) if end <= at), None)
