"""Days written in digits: ``9/11/2019``, ``2023-02-12``, ``22/4`` after a preposition."""

from __future__ import annotations

from waqai.annotate.time.grammar import SEPS, Grammar
from waqai.annotate.time.shapes import Day, Month, Year


class Numeric(Grammar):
    """Readers of numeric dates."""

    def numeric(self, i: int, loose: bool) -> tuple[Day, int] | None:
        """``9/11/2019``, ``2023-02-12``, ``2024.02.29``, ``22-أغسطس-2020``; ``loose`` also takes ``21/09`` and ``18-9-15``."""
        w = self.words[i]
        if not w or not w[0].isdecimal() or not w.isascii():
            return None
        for sep in (".", ","):
            if sep in w:
                parts = w.split(sep)
                if sep == "." and all(p.isdecimal() for p in parts):
                    if len(parts) == 3:
                        return self._three(parts, i + 1, loose)
                    if len(parts) == 2 and loose:
                        return self._two(parts, i + 1)
                return None
        sep = self.words[i + 1]
        if sep not in SEPS or sep == ".":
            return None
        second = self.words[i + 2]
        if second.isdecimal() and second.isascii():
            if self.words[i + 3] == sep:
                third = self.words[i + 4]
                if third.isdecimal() and third.isascii():
                    return self._three([w, second, third], i + 5, loose)
            elif (loose or self._day_and_month(i, w, second)) and len(w) <= 2 and len(second) <= 2:
                return self._two([w, second], i + 3)
        return None

    def _day_and_month(self, i: int, a: str, b: str) -> bool:
        """``في 22/4``: after a preposition a pair with one part over twelve is no fraction of a count."""
        before = self.words[i - 1]
        return self.words[i + 1] == "/" and before in self.t.date_opens and max(int(a[:3]), int(b[:3])) > 12

    def _three(self, parts: list[str], j: int, loose: bool) -> tuple[Day, int] | None:
        a, b, c = (int(p[:6]) for p in parts)
        la, lc = len(parts[0]), len(parts[2])
        mark = self.words[j]
        hijri = mark in self.t.hijri_marks
        if la == 4 and lc <= 2:
            y, m, d = a, b, c
        elif lc == 4 and la <= 2:
            d, m, y = a, b, c
        elif lc == 2 and la <= 2 and c <= 40:
            d, m, y = a, b, 2000 + c
        else:
            return None
        if m > 12 >= d:
            d, m = m, d
        if not (1 <= m <= 12 and 1 <= d <= 31):
            return None
        if 1340 <= y <= 1500:
            return Day(d, Month(m, Year(y, None, "h"), None, "h")), j + (1 if hijri else 0)
        if not 1800 <= y <= 2100:
            return None
        if mark in self.t.gregorian_marks and self.words[j + 1] != ".":
            j += 1
        return Day(d, Month(m, Year(y))), j

    def _two(self, parts: list[str], j: int) -> tuple[Day, int] | None:
        if any(len(p) > 2 for p in parts):
            return None
        d, m = int(parts[0]), int(parts[1])
        if m > 12 >= d:
            d, m = m, d
        if not (1 <= m <= 12 and 1 <= d <= 31) or self.words[j] in ("%", "/"):
            return None
        return Day(d, Month(m)), j
