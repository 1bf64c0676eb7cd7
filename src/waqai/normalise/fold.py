"""One fold for texts and lexicons, with an exact offset map back to the original.

What folds: vowel marks, tatweel and bidi controls vanish; hamza seats, alef maqsura, taa marbuta and Persian letters become
their plain neighbours; digits become Western; quotation marks, dashes and commas become one each. All of it is one code
point to one or none, so a folded offset always has one original offset.
"""

from __future__ import annotations

import re
from array import array
from functools import lru_cache

_ONE_TO_ONE = {
    "إ": "ا", "أ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ئ": "ي", "ؤ": "و", "ة": "ه",
    "گ": "ك", "ک": "ك", "ی": "ي", "ې": "ي", "ۆ": "و", "ە": "ه", "ہ": "ه", "ھ": "ه", "پ": "ب", "چ": "ج", "ڤ": "ف", "ڨ": "ق", "ژ": "ز",
    "،": ",", "؛": ";", "؟": "?", "٬": ",", "٫": ".", "٪": "%",
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‹": '"', "›": '"', "″": '"',
    "‘": "'", "’": "'", "‚": "'", "′": "'", "`": "'",
    "–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-", "―": "-",
    "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u3000": " ", "\t": " ", "\u2003": " ", "\u2002": " ",
}  # fmt: skip
_ONE_TO_ONE.update({chr(0x660 + i): str(i) for i in range(10)})
_ONE_TO_ONE.update({chr(0x6F0 + i): str(i) for i in range(10)})
_TABLE = str.maketrans(_ONE_TO_ONE)

# Marks that vanish. "مـ ـقـ ـتـ ـل" (letters kept apart to slip past filters) closes up: tatweel + space or dot + tatweel.
_DROP = re.compile(
    "\u0640+(?:[ .·*]\u0640+)*"
    "|[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]+"
)


class Folded:
    """A folded text and its way back.

    Attributes:
        text: the folded text.
    """

    __slots__ = ("_map", "_size", "text")

    def __init__(self, original: str) -> None:
        self._size = len(original)
        self._map: array[int] | None = None
        if _DROP.search(original) is None:
            self.text = original.translate(_TABLE)
            return
        parts: list[str] = []
        offsets = array("l")
        last = 0
        for m in _DROP.finditer(original):
            if m.start() > last:
                parts.append(original[last : m.start()])
                offsets.extend(range(last, m.start()))
            last = m.end()
        parts.append(original[last:])
        offsets.extend(range(last, self._size))
        self.text = "".join(parts).translate(_TABLE)
        self._map = offsets

    def start(self, i: int) -> int:
        """Original code point at which folded position ``i`` begins."""
        if self._map is None:
            return i
        return self._map[i] if i < len(self._map) else self._size

    def end(self, i: int) -> int:
        """Original end of a folded half-open end ``i``: right after the last kept letter."""
        if self._map is None:
            return i
        return self._map[i - 1] + 1 if i > 0 else 0


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """The folded form of a short string: a word, name or lexicon entry."""
    return _DROP.sub("", word).translate(_TABLE)
