"""One fold for texts and lexicons, with an exact offset map back to the original.

What folds: vowel marks, tatweel and bidi controls vanish; hamza seats, alef maqsura, taa marbuta and Persian letters become
their plain neighbours; digits become Western; quotation marks, dashes and commas become one each. All of it is one code
point to one or none, so a folded offset always has one original offset.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
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
# Letters that stay as they are stand in the table too: ``translate`` finds them faster than it misses them.
FOLDING = {i: i for i in (*range(0x20, 0x7F), *range(0x620, 0x660))} | str.maketrans(_ONE_TO_ONE)

# Marks that vanish. "مـ ـقـ ـتـ ـل" (letters kept apart to slip past filters) closes up: tatweel + space or dot + tatweel.
# The pattern opens with a set of letters, so that the search passes over all others at once.
_MARK = "[\u0640\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]"
_DROP = re.compile(rf"{_MARK}{_MARK}*(?:(?<=\u0640)[ .·*]\u0640+)*")


class Kept:
    """A text without the marks that vanish, its other letters as written, and the way back.

    Attributes:
        text: what is left of the original; as long as the folded text.
    """

    __slots__ = ("_cuts", "_shifts", "_size", "text")

    def __init__(self, original: str) -> None:
        self._size = len(original)
        # kept positions from _cuts[k] on stand _shifts[k + 1] code points further on in the original
        cuts: list[int] = []
        shifts = [0]
        left: list[str] = []
        gone = done = 0
        for m in _DROP.finditer(original):
            start, end = m.span()
            left.append(original[done:start])
            cuts.append(start - gone)
            gone += end - start
            shifts.append(gone)
            done = end
        self._cuts, self._shifts = cuts, shifts
        self.text = "".join(left) + original[done:] if gone else original

    def start(self, i: int) -> int:
        """Original code point at which kept position ``i`` begins."""
        return min(i + self._shifts[bisect_right(self._cuts, i)], self._size)

    def end(self, i: int) -> int:
        """Original end of a kept half-open end ``i``: right after the last kept letter."""
        return i + self._shifts[bisect_left(self._cuts, i)]

    def starts(self, positions: list[int]) -> list[int]:
        """``start`` of many ascending positions, all inside the kept text."""
        return self._shifted(positions, bisect_left)

    def ends(self, positions: list[int]) -> list[int]:
        """``end`` of many ascending ends."""
        return self._shifted(positions, bisect_right)

    def _shifted(self, positions: list[int], bisect: Callable[[list[int], int, int], int]) -> list[int]:
        """Stretch by stretch: between two cuts all positions move alike."""
        if not self._cuts:
            return positions
        out: list[int] = []
        lo = 0
        for cut, shift in zip(self._cuts, self._shifts):
            hi = bisect(positions, cut, lo)
            if hi > lo:
                out += [i + shift for i in positions[lo:hi]] if shift else positions[lo:hi]
                lo = hi
        shift = self._shifts[-1]
        out += [i + shift for i in positions[lo:]]
        return out


class Folded(Kept):
    """A folded text and its way back.

    Attributes:
        text: the folded text.
    """

    __slots__ = ()

    def __init__(self, original: str) -> None:
        super().__init__(original)
        self.text = self.text.translate(FOLDING)


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """The folded form of a short string: a word, name or lexicon entry."""
    return _DROP.sub("", word).translate(FOLDING)
