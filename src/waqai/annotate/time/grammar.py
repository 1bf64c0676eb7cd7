"""The smallest readers: numbers, modifiers, years and months in a list of folded words.

Every method reads one thing at a position and gives it with the index after it, or ``None``. Nothing here knows the publication
day; shapes are resolved later.
"""

from __future__ import annotations

from collections.abc import Sequence

from waqai.annotate.number import ordinal_at, value_at
from waqai.annotate.time.lexicon import MonthName, TimeWords, time_words
from waqai.annotate.time.shapes import NO_YEAR, Month, Shape, Year
from waqai.annotate.time.tables import Match, Table
from waqai.model import Token
from waqai.model.text import words_of

Read = tuple[Shape, int] | None
ARTICLES = frozenset({"ال", "وال", "بال", "لل", "فال", "ولل", "وبال"})
SEPS = frozenset({"/", "-", ".", "\\", "_"})
ENDS = frozenset({".", ",", ";", ":", ")", "(", "]", "\n", "|", '"', "-", "!", "?", "/"})


_OUTSIDE = [""] * 64


class Grammar:
    """Reads one text. ``words`` are the folded words of ``tokens`` and empty words after them.

    The empty words stand for what lies before and after the text: a look-up a few places outside needs no check.
    """

    def __init__(self, tokens: Sequence[Token], words: list[str] | None = None) -> None:
        self.t: TimeWords = time_words()
        self.tokens = tokens
        own = words if words is not None else words_of(tokens)
        self.n = len(own)
        self.words = [*own, *_OUTSIDE]

    # -- small readers -------------------------------------------------------------------------------------------------

    def find(self, table: Table, i: int) -> Match | None:
        """Longest phrase of a table at ``i``."""
        words = self.words
        rows = table.get(words[i])
        if rows is None:
            return None
        for rest, prefix, value in rows:
            n = len(rest)
            if not n or (words[i + 1] == rest[0] and (n == 1 or tuple(words[i + 1 : i + 1 + n]) == rest)):
                return Match(value, prefix, i + 1 + n)
        return None

    def digits(self, i: int, longest: int = 2) -> int | None:
        """A plain whole number in digits."""
        w = self.words[i]
        return int(w) if w.isdecimal() and w.isascii() and len(w) <= longest else None

    def day_number(self, i: int) -> tuple[int, int, bool] | None:
        """A day of the month: ``(1–31, next, in digits)``; ``الـ4``, ``الـ/4/``, ``الثامن``, ``الحادي والعشرين``."""
        w = self.words[i]
        if not w:
            return None
        d = self.digits(i)
        if d is not None:
            return (d, i + 1, True) if 1 <= d <= 31 else None
        if w in ARTICLES:
            slash = self.words[i + 1] == "/"
            d = self.digits(i + 1 + slash)
            closed = not slash or self.words[i + 3] == "/"
            return (d, i + 2 + 2 * slash, True) if d is not None and 1 <= d <= 31 and closed else None
        if not w[0].isalpha():
            return None
        m = self.find(self.t.first_day, i)
        if m is not None:
            return 1, m.next, False
        found = ordinal_at(self.tokens, i) or value_at(self.tokens, i, False)
        if found is None or not 1 <= found[0] <= 31 or int(found[0]) != found[0]:
            return None
        return int(found[0]), found[1], False

    def count(self, i: int) -> tuple[int, int] | None:
        """A whole number in words or digits, article allowed (``الثلاثة``, ``الـ24``)."""
        w = self.words[i]
        if not w or not (w[0].isalnum()):
            return None
        found = value_at(self.tokens, i, False)
        if found is None or int(found[0]) != found[0] or not 0 < found[0] <= 99_999:
            return None
        return int(found[0]), found[1]

    def modifier(self, i: int) -> tuple[str, int] | None:
        """``الماضي``, ``الجاري``, ``المقبل``, ``نفسه`` …; ``قبل الماضي`` is ``past2``."""
        w = self.words[i]
        m = self.find(self.t.modifiers, i)
        if m is not None:
            return m.value, m.next
        if w == "ما":
            return self.modifier(i + 1) if self.words[i + 1] in self.t.bounds else None
        b = self.t.bounds.get(w)
        if b is not None:
            after = self.find(self.t.modifiers, i + 1)
            kind = b[0][2]
            if after is not None and kind == "before" and after.value == "past":
                return "past2", after.next
            if after is not None and kind == "after" and after.value == "next":
                return "next2", after.next
        return None

    # -- years and months ----------------------------------------------------------------------------------------------

    def year_number(self, i: int, named: bool, hijri: bool = False) -> tuple[Year, int] | None:
        """A year in digits or words. ``named``: a word for year stands before it, so short years and words count."""
        w = self.words[i]
        y: int | None = None
        j = i + 1
        if w.isdecimal() and w.isascii():
            if len(w) == 4 or (named and len(w) == 3):
                y = int(w)
        elif w in ARTICLES and self.words[i + 1].isdecimal() and len(self.words[i + 1]) == 4:
            y, j = int(self.words[i + 1]), i + 2
        elif w and w[0].isalpha():
            found = value_at(self.tokens, i, False)
            if found is not None and (1900 <= found[0] <= 2100 or (named and 100 <= found[0] <= 2100)):
                y, j = int(found[0]), found[1]
        if y is None:
            return None
        mark = self.words[j]
        if not 1900 <= y <= 2100 and len(mark) > 4 and mark.endswith("ا") and not mark.startswith("ال"):
            return None  # منذ مطلع العام 1712 إرهابياً: a number of persons
        calendar = "g"
        if mark in self.t.hijri_marks and 1300 <= y <= 1500:
            calendar, j = "h", j + 1
        elif mark in self.t.hijri_marks and y < 1300:
            return None  # older than the tables reach
        elif mark in self.t.gregorian_marks and (mark != "م" or self.words[j + 1] != "."):
            j += 1
        elif hijri and 1300 <= y <= 1500:
            calendar = "h"
        if calendar == "g" and not (1800 <= y <= 2100 or named):
            return None
        if calendar == "g" and 1300 <= y <= 1500 and named:
            calendar = "h"
        return Year(y, None, calendar), j

    def year_tail(self, i: int, hijri: bool = False) -> tuple[Year, int] | None:
        """The year after a month: ``2022``, ``، 2018``, ``من العام 2022``, ``من العام الماضي``, ``هذا العام``."""
        j = i
        sign, nxt = self.words[j], self.words[j + 1]
        after_comma = sign == "," and (len(nxt) == 4 or self._year_in_words(j + 1))
        after_sign = sign in ("/", "-", ".") and len(nxt) == 4 and self.digits(j + 1, 4) is not None
        if after_comma or after_sign:
            j += 1
        if self.words[j] in ("من", "في", "ل") and self.words[j + 1]:
            j += 1
        w = self.words[j]
        named = self.find(self.t.year_words, j)
        if named is not None:
            found = self.year_number(named.next, True, hijri)
            if found is not None:
                return found
        unit = self.find(self.t.the_units, j)
        if unit is not None and unit.value == ("year", 1):
            mod = self.modifier(unit.next)
            if mod is not None:
                return Year(None, mod[0], "h" if hijri else "g"), mod[1]
        if w in self.t.this or w in self.t.same or w in self.t.that:
            unit = self.find(self.t.the_units, j + 1)
            if unit is not None and unit.value == ("year", 1):
                kind = "this" if w in self.t.this else ("same" if w in self.t.same else "that")
                return Year(None, kind), unit.next
        if j > i and self.words[i] in ("من", "في", "ل"):
            return None
        return self.year_number(j, False, hijri)

    def _year_in_words(self, i: int) -> bool:
        w = self.words[i]
        found = value_at(self.tokens, i, False) if w and w[0].isalpha() else None
        return found is not None and 1900 <= found[0] <= 2100

    def month_name(self, i: int, after_day: bool = False) -> tuple[MonthName, str, int, bool] | None:
        """A month by name or ``شهر`` + number: ``(name, prefix, next, sure)``; doublets are read as one."""
        j = i
        prefix = ""
        sure = False
        w = self.words[j]
        t = self.t
        if w in t.months:
            unit = None
        elif w in t.units or w in t.the_units:
            unit = self.find(t.units, j) or self.find(t.the_units, j)
        else:
            return None
        if unit is not None and unit.value == ("month", 1):
            m = self.find(self.t.months, unit.next)
            if m is not None and m.prefix == "":
                sure, prefix, j = True, unit.prefix, unit.next
            elif w.startswith(("شهر", "بشهر", "لشهر", "وشهر")):
                found = self.day_number(unit.next) if self.words[unit.next] not in ("و", "ب", "ل") else None
                if found is not None and found[0] <= 12 and not self._counted(found[1], found[2]):
                    return MonthName("g", found[0], False), unit.prefix, found[1], True
                return None
            else:
                found_ord = ordinal_at(self.tokens, unit.next)
                if found_ord is not None and found_ord[0] <= 12 and (after_day or self.year_tail(found_ord[1]) is not None):
                    return MonthName("g", found_ord[0], False), unit.prefix, found_ord[1], True
                return None
        m = self.find(self.t.months, j)
        if m is None:
            return None
        prefix = prefix or m.prefix
        name: MonthName = m.value
        k = m.next
        again = self._doublet(k, name)
        if again is not None:
            k, sure = again, True
        return name, prefix, k, sure or not name.strict

    def _doublet(self, i: int, name: MonthName) -> int | None:
        """``تموز/يوليو``, ``أبريل (نيسان)``, ``أكتوبر تشرين الأول``: the index after the second name of the same month."""
        opened = self.words[i] == "("
        j = i + 1 if opened or self.words[i] in ("/", "-", ",") else i
        m = self.find(self.t.months, j)
        if m is None or m.prefix or m.value.number != name.number or m.value.calendar != name.calendar:
            return None
        if opened:
            return m.next + 1 if self.words[m.next] == ")" else None
        return m.next

    def _counted(self, i: int, digits: bool = True) -> bool:
        """A number that ends before ``i`` seems to count the word at ``i``."""
        w = self.words[i]
        return bool(w) and w[0].isalpha() and w not in self.t.starters and w not in ("و", "من", "في", "الي", "حتي")

    def month(self, i: int, after_day: bool = False) -> tuple[Month, str, int] | None:
        """A month with year and modifier: ``(month, prefix, next)``; strict names only where they must be months."""
        found = self.month_name(i, after_day)
        if found is None:
            return None
        name, prefix, j, sure = found
        hijri = name.calendar == "h"
        year = NO_YEAR
        mod: str | None = None
        modified = self.modifier(j)
        if modified is not None:
            mod, j = modified
            later = self.year_tail(j, hijri) if self.words[j] in ("من", ",") else None
            if later is not None and later[0].stated:
                year, j = later
        else:
            tail = self.year_tail(j, hijri)
            if tail is not None and not (tail[0].stated and self._year_counts(j, tail[1])):
                year, j = tail
                sure = True
                j = self._doublet(j, name) or j
        sure = sure or after_day or mod is not None
        if not sure and self.words[i - 1] not in self.t.month_opens:
            return None
        if not sure and hijri:
            return None
        if year.calendar == "h" and not hijri:
            year = NO_YEAR
        return Month(name.number, year, mod, name.calendar), prefix, j

    def _year_counts(self, i: int, j: int) -> bool:
        """``في آذار 2000 قتيل``: the number is a toll, not a year."""
        return j == i + 1 and int(self.words[i] or 0) % 500 == 0 and self._counted(j)

    def month_ref(self, i: int) -> tuple[Month, int] | None:
        """``الشهر الجاري``, ``هذا الشهر``, ``الشهر نفسه``, bare ``الشهر``."""
        w = self.words[i]
        if w in self.t.this or w in self.t.same or w in self.t.that:
            unit = self.find(self.t.the_units, i + 1)
            if unit is not None and unit.value == ("month", 1):
                kind = "this" if w in self.t.this else ("same" if w in self.t.same else "that")
                return Month(None, NO_YEAR, kind), unit.next
            return None
        unit = self.find(self.t.the_units, i)
        if unit is None or unit.value != ("month", 1):
            return None
        mod = self.modifier(unit.next)
        if mod is not None:
            return Month(None, NO_YEAR, mod[0]), mod[1]
        return Month(None, NO_YEAR, ""), unit.next
