"""Whole periods by their names: months and years alone, seasons, feasts, nights that need no weekday."""

from __future__ import annotations

from dataclasses import replace

from waqai.annotate.number import ordinal_at
from waqai.annotate.time import periods as per
from waqai.annotate.time import relative as rel
from waqai.annotate.time.days import Days
from waqai.annotate.time.grammar import Read
from waqai.annotate.time.holidays import Holiday
from waqai.annotate.time.shapes import NO_YEAR, Day, Deictic, Month, Weekday, Year
from waqai.annotate.time.starts import STARTS


class Wholes(Days):
    """Readers of named periods on top of days."""

    def dated(self, i: int) -> Read:
        """As in the first half, and a feast named right after the day: ``اليوم الاثنين أول أيام عيد الفطر``."""
        return self._with_feast(super().dated(i))

    def day(self, i: int) -> Read:
        """A calendar day that starts with its number, and a feast named right after it."""
        return self._with_feast(self.calendar_day(i, loose=False))

    def _with_feast(self, found: Read) -> Read:
        if found is None or not isinstance(found[0], (Day, Weekday, Deictic)):
            return found
        if isinstance(found[0], Day) and found[0].weekday is None and found[0].today is None:
            found = self._weekday_after(found[0], found[1])
        j = found[1] + 1 if self.words[found[1]] == "," else found[1]
        feast = self.holiday(j)
        return found if feast is None else (found[0], feast[1])

    def _weekday_after(self, day: Day, i: int) -> tuple[Day, int]:
        """``12 أيار الأحد``, ``12 أيار 2024 (الأحد)``: the weekday behind its date."""
        opened = self.words[i] == "("
        m = self.find(self.t.weekdays, i + 1 if opened else i)
        if m is None or m.prefix or day.month.number is None:
            return day, i
        if opened:
            return (replace(day, weekday=m.value), m.next + 1) if self.words[m.next] == ")" else (day, i)
        if self.modifier(m.next) is not None or STARTS[self.words[m.next]] is not None:
            return day, i
        return replace(day, weekday=m.value), m.next

    def holiday(self, i: int) -> Read:
        """``عيد الفطر``, ``ثاني أيام عيد الأضحى``, ``عيد الميلاد 2020``."""
        if STARTS[self.words[i]] is None:
            return None
        j, nth = i, 1
        rank = self._rank(i) if self.words[i] not in self.t.last_words else None
        if rank is not None:
            unit = self.find(self.t.units, rank[1])
            if unit is None or unit.value[0] != "day" or not 1 <= rank[0] <= 30:
                return None
            nth, j = rank[0], unit.next
        m = self.find(self.t.holidays, j)
        if m is None:
            month = self.month(j, after_day=True) if j > i else None
            return None if month is None or month[1] else (Day(nth, month[0]), month[2])
        name, calendar, number, day = m.value
        mod = self.modifier(m.next)
        if mod is not None and mod[0] in ("past", "next"):
            return Holiday(name, calendar, number, day, NO_YEAR, nth, mod[0]), mod[1]
        year = self.year_tail(m.next)
        feast = Holiday(name, calendar, number, day, year[0] if year is not None else NO_YEAR, nth)
        return feast, (year[1] if year is not None else m.next)

    def eve(self, i: int) -> Read:
        """``عشية عيد الأضحى``, ``غداة 8 كانون الأول``, ``ليلة رأس السنة``: the day before or after.

        Before a weekday or ``اليوم`` ``عشية`` is the evening of that day, as in the Maghreb.
        """
        m = self.find(self.t.eves, i)
        step, j = (m.value, m.next) if m is not None else (-1, i + 1)
        if m is None and self.words[i] not in self.t.feast_nights:
            return None
        found = self.holiday(j)
        if found is None and m is not None:
            found = self.numeric(j, False) or self.day_month(j)
            if found is None:
                month = self.month(j)
                found = (month[0], month[2]) if month is not None and not month[1] else None
        return None if found is None else (per.Beside(step, found[0]), found[1])

    def night(self, i: int) -> Read:
        """``الليلة الماضية``, ``هذه الليلة``, ``الآن``."""
        m = self.find(self.t.last_night, i)
        if m is not None:
            return rel.One("night", "past"), m.next
        pair = self._night_between(i)
        if pair is not None:
            return pair
        m = self.find(self.t.tonight, i)
        if m is not None and self.modifier(m.next) is None:
            return Deictic(0, None, 1, "tonight"), m.next
        m = self.find(self.t.next_morning, i)
        if m is not None:
            return rel.One("day", "following"), m.next
        m = self.find(self.t.now, i)
        if m is not None and self.words[i] in self.t.now_alone and i > 0:
            return None
        if m is not None and self.words[i - 1] not in self.t.not_before_now:
            return Deictic(0, None, 1, "now"), m.next
        return None

    def _night_between(self, i: int) -> Read:
        """``الليلة الواقعة بين السبت والأحد``."""
        if self.words[i] not in self.t.feast_nights and self.words[i] not in self.t.tonight:
            return None
        j = i + 1 if self.words[i + 1] in self.t.night_between else i
        m = self.find(self.t.between, j + 1)
        first = self.find(self.t.weekdays, m.next) if m is not None else None
        if first is None or first.prefix:
            return None
        return self._night_pair(first.next, Weekday(first.value), False)

    def named_month(self, i: int) -> Read:
        """``شباط``, ``تموز/يوليو الماضي``, ``3-2015``; lists of months: ``شهري تموز وآب الماضيين``."""
        w = self.words[i]
        if w and w[0].isdecimal():
            return self._month_slash_year(i)
        pair = self.find(self.t.pairs, i)
        j = pair.next if pair is not None and pair.value == "month" else i
        found = self.month(j, after_day=j > i)
        if found is None:
            return None
        first, _, k = found
        last: Month | None = None
        if self.words[k] in ("والثاني", "و الثاني") and first.number in (10, 12) and first.calendar == "g":
            mod = self.modifier(k + 1)  # تشرين الأول والثاني الماضيين
            year = self.year_tail(k + 1) if mod is None else None
            tail = Month(first.number % 12 + 1, year[0] if year is not None else NO_YEAR, mod[0] if mod is not None else None)
            return per.Span(first, tail, True), (mod or year or (None, k + 1))[1]
        for _ in range(12):
            joint = k
            if self.words[joint] in ("و", ",") or (self.words[joint] == "/" and last is None):
                joint += 1
            more = self.month(joint, after_day=j > i or joint > k)
            if more is None or (joint == k and more[1] != "و") or (joint > k and more[1] not in ("", "و")):
                break
            last, k = more[0], more[2]
        if last is None:
            if j > i and pair is not None and pair.next == i + 1 and w.endswith("ي"):
                return None
            return first, k
        return per.Span(first, last, True), k

    def _month_slash_year(self, i: int) -> Read:
        """``2/2013``, ``2015/3`` after a preposition or at the start: a bare pair may be the number of a decision."""
        a, sep, b = self.words[i], self.words[i + 1], self.words[i + 2]
        if sep not in ("/", "-") or not (a.isdecimal() and b.isdecimal() and a.isascii() and b.isascii()):
            return None
        before = self.words[i - 1]
        if i and before not in self.t.month_opens and before not in ("\n", ":", "("):
            return None
        if self.words[i + 3] == sep:
            return None
        if len(a) == 4 and len(b) <= 2:
            a, b = b, a
        if len(b) == 4 and len(a) <= 2 and 1 <= int(a) <= 12 and 1900 <= int(b) <= 2100:
            return Month(int(a), Year(int(b))), i + 3
        return None

    def year_alone(self, i: int) -> Read:
        """``عام 2014``, ``العام الماضي`` is a period; ``2014`` only after a preposition; ``عامي 2014 و2015``, ``2014-2018``."""
        pair = self.find(self.t.pairs, i)
        if pair is not None and pair.value == "year":
            a = self.year_number(pair.next, True)
            if a is not None:
                j = a[1]
                joint = j + 1 if self.words[j] in ("و", "-", "/") or self.find(self.t.to, j) else j
                b = self.year_number(joint, True) if joint > j else None
                while b is not None and self.words[b[1]] in ("و", ",") and (more := self.year_number(b[1] + 1, True)) is not None:
                    b = more
                if b is not None:
                    return per.Span(a[0], b[0], True), b[1]
        m = self.find(self.t.year_words, i)
        if m is not None:
            found = self.year_number(m.next, True)
            if found is None:
                return None
            year, j = found
            joint = j + 1 if self.words[j] in ("-", "/") else j
            if joint > j:
                b = self.year_number(joint, False)
                if b is not None and (b[0].number or 0) > (year.number or 0):
                    return per.Span(year, b[0]), b[1]
            return year, j
        w = self.words[i]
        if len(w) == 4 and w.isdecimal() and w.isascii() and 1900 <= int(w) <= 2100:
            return self._bare_year(i)
        decade = self.find(self.t.decades, i)
        if decade is not None and self.words[decade.next + 1] in self.t.ages:
            return None
        if decade is not None:
            century = self.find(self.t.the_units, decade.next)
            if century is not None and century.value == ("century", 1):
                nth = ordinal_at(self.tokens, century.next)
                if nth is not None and 18 <= nth[0] <= 21:
                    return per.Decade(decade.value, 100 * (nth[0] - 1)), nth[1]
                mod = self.modifier(century.next)
                if mod is not None and mod[0] in ("past", "this"):
                    return per.Decade(decade.value, 1900 if mod[0] == "past" else 2000), mod[1]
            return per.Decade(decade.value), decade.next
        return None

    def _bare_year(self, i: int) -> Read:
        first = int(self.words[i])
        if self.words[i + 1] == "-" and len(self.words[i + 2]) == 4:
            last = self.digits(i + 2, 4)
            if last is not None and first < last <= 2100 and self.words[i + 3] not in ("-", "/"):
                return per.Span(Year(first), Year(last)), i + 3
        listed = self.words[i - 1] == "و" and (self.digits(i - 2, 4) or 0) >= 1900
        if self.words[i - 1] not in self.t.bare_year_opens and not listed:
            return None
        nxt = self.words[i + 1]
        if nxt in ("-", "/", "%", ".") and self.words[i + 2][:1].isdigit():
            return None
        if nxt in self.t.hijri_marks or nxt in self.t.gregorian_marks:
            return Year(first), i + 2
        counts = nxt.endswith("ا") and len(nxt) >= 4 and not nxt.startswith("ال")
        unit = self.find(self.t.units, i + 1)
        if counts or unit is not None or (first % 500 == 0 and self._counted(i + 1)):
            return None
        return Year(first), i + 1

    def season(self, i: int) -> Read:
        """``ربيع 2022``, ``صيف العام الماضي``, ``الصيف الماضي``."""
        m = self.find(self.t.seasons, i)
        if m is not None:
            year = self.year_tail(m.next)
            return (per.Season(m.value, year[0]), year[1]) if year is not None else None
        w = self.words[i]
        for article in ("ال", "وال", "بال"):
            if w.startswith(article):
                bare = self.t.seasons.get(w[len(article) :])
                if bare is not None and not bare[0][1]:
                    mod = self.modifier(i + 1)
                    if mod is not None and mod[0] in ("past", "this", "next"):
                        return per.Season(bare[0][2], NO_YEAR, mod[0]), mod[1]
        if w in self.t.this and self.words[i + 1].startswith("ال"):
            bare = self.t.seasons.get(self.words[i + 1][2:])
            if bare is not None and not bare[0][1]:
                return per.Season(bare[0][2], NO_YEAR, "this"), i + 2
        return None

    def _rank(self, i: int) -> tuple[int, int] | None:
        """``أول``, ``ثالث``, ``الأخير``: -1 is the last."""
        if self.words[i] in self.t.last_words:
            return -1, i + 1
        found = ordinal_at(self.tokens, i)
        return found if found is not None and found[0] <= 60 else None
