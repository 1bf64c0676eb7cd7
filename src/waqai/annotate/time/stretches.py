"""Periods: months and years alone, weeks, seasons, quarters, parts of a period, feasts, counted stretches."""

from __future__ import annotations

from waqai.annotate.number import ordinal_at
from waqai.annotate.time import periods as per
from waqai.annotate.time import relative as rel
from waqai.annotate.time.days import Days
from waqai.annotate.time.grammar import ARTICLES, Read
from waqai.annotate.time.holidays import Holiday
from waqai.annotate.time.shapes import NO_YEAR, Day, Deictic, Month, Shape, Weekday, Year

Steps = tuple[tuple[int | None, str], ...]
_LARGE = frozenset({"week", "month", "year", "decade", "century", "day", "night", "hour", "minute", "second"})


def _grain(shape: Shape) -> str:
    """The unit a shape fills, for its parts."""
    if isinstance(shape, Month):
        return "month"
    if isinstance(shape, Year):
        return "year"
    if isinstance(shape, rel.One):
        return shape.unit
    if isinstance(shape, per.Season):
        return "season"
    return "range"


class Stretches(Days):
    """Readers of periods on top of days."""

    def dated(self, i: int) -> Read:
        """As in the first half, and a feast named right after the day: ``اليوم الاثنين أول أيام عيد الفطر``."""
        found = super().dated(i)
        if found is None or not isinstance(found[0], (Day, Weekday, Deictic)):
            return found
        j = found[1] + 1 if self.word(found[1]) == "," else found[1]
        feast = self.holiday(j)
        return found if feast is None else (found[0], feast[1])

    def holiday(self, i: int) -> Read:
        """``عيد الفطر``, ``ثاني أيام عيد الأضحى``, ``عيد الميلاد 2020``."""
        j, nth = i, 1
        rank = self._rank(i) if self.word(i) not in self.t.last_words else None
        if rank is not None:
            unit = self.find(self.t.units, rank[1])
            if unit is None or unit.value[0] != "day" or not 1 <= rank[0] <= 7:
                return None
            nth, j = rank[0], unit.next
        m = self.find(self.t.holidays, j)
        if m is None:
            return None
        year = self.year_tail(m.next)
        name, calendar, month, day = m.value
        feast = Holiday(name, calendar, month, day, year[0] if year is not None else NO_YEAR, nth)
        return feast, (year[1] if year is not None else m.next)

    def night(self, i: int) -> Read:
        """``الليلة الماضية``, ``هذه الليلة``, ``الآن``."""
        m = self.find(self.t.last_night, i)
        if m is not None:
            return rel.One("night", "past"), m.next
        m = self.find(self.t.tonight, i)
        if m is not None and self.modifier(m.next) is None:
            return Deictic(0, None, 1, "tonight"), m.next
        m = self.find(self.t.now, i)
        if m is not None and self.word(i) in self.t.now_alone and i > 0:
            return None
        if m is not None and self.word(i - 1) not in self.t.not_before_now:
            return Deictic(0, None, 1, "now"), m.next
        return None

    def named_month(self, i: int) -> Read:
        """``شباط``, ``تموز/يوليو الماضي``, ``3-2015``; lists of months: ``شهري تموز وآب الماضيين``."""
        w = self.word(i)
        if w and w[0].isdecimal():
            return self._month_slash_year(i)
        pair = self.find(self.t.pairs, i)
        j = pair.next if pair is not None and pair.value == "month" else i
        found = self.month(j, after_day=j > i)
        if found is None:
            return None
        first, _, k = found
        last: Month | None = None
        for _ in range(12):
            joint = k
            if self.word(joint) in ("و", ",") or (self.word(joint) == "/" and last is None):
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
        a, sep, b = self.word(i), self.word(i + 1), self.word(i + 2)
        if sep not in ("/", "-") or not (a.isdecimal() and b.isdecimal() and a.isascii() and b.isascii()):
            return None
        before = self.word(i - 1)
        if i and before not in self.t.month_opens and before not in ("\n", ":", "("):
            return None
        if self.word(i + 3) == sep:
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
                joint = j + 1 if self.word(j) in ("و", "-", "/") or self.find(self.t.to, j) else j
                b = self.year_number(joint, True) if joint > j else None
                if b is not None:
                    return per.Span(a[0], b[0], True), b[1]
        m = self.find(self.t.year_words, i)
        if m is not None:
            found = self.year_number(m.next, True)
            if found is None:
                return None
            year, j = found
            joint = j + 1 if self.word(j) in ("-", "/") else j
            if joint > j:
                b = self.year_number(joint, False)
                if b is not None and (b[0].number or 0) > (year.number or 0):
                    return per.Span(year, b[0]), b[1]
            return year, j
        w = self.word(i)
        if len(w) == 4 and w.isdecimal() and w.isascii() and 1900 <= int(w) <= 2100:
            return self._bare_year(i)
        decade = self.find(self.t.decades, i)
        if decade is not None and self.word(decade.next + 1) in self.t.ages:
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
        first = int(self.word(i))
        if self.word(i + 1) == "-" and len(self.word(i + 2)) == 4:
            last = self.digits(i + 2, 4)
            if last is not None and first < last <= 2100 and self.word(i + 3) not in ("-", "/"):
                return per.Span(Year(first), Year(last)), i + 3
        listed = self.word(i - 1) == "و" and (self.digits(i - 2, 4) or 0) >= 1900
        if self.word(i - 1) not in self.t.bare_year_opens and not listed:
            return None
        nxt = self.word(i + 1)
        if nxt in ("-", "/", "%", ".") and self.word(i + 2)[:1].isdigit():
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
        w = self.word(i)
        for article in ("ال", "وال", "بال"):
            if w.startswith(article):
                bare = self.t.seasons.get(w[len(article) :])
                if bare is not None and not bare[0][1]:
                    mod = self.modifier(i + 1)
                    if mod is not None and mod[0] in ("past", "this", "next"):
                        return per.Season(bare[0][2], NO_YEAR, mod[0]), mod[1]
        if w in self.t.this and self.word(i + 1).startswith("ال"):
            bare = self.t.seasons.get(self.word(i + 1)[2:])
            if bare is not None and not bare[0][1]:
                return per.Season(bare[0][2], NO_YEAR, "this"), i + 2
        return None

    def part(self, i: int) -> Read:
        """``مطلع آذار``, ``منتصف الشهر الجاري``, ``نهاية عام 2020``, ``بداية الأسبوع المقبل``."""
        m = self.find(self.t.parts, i)
        if m is None:
            return None
        w = self.word(i)
        first_word = w in self.t.last_words or w.endswith("اول")
        inner = self._whole(m.next, bare=not first_word)
        if inner is None:
            return None
        shape, j = inner
        if isinstance(shape, rel.One) and shape.unit in ("night", "day", "hour"):
            return shape, j
        if first_word and m.value == "start":
            if isinstance(shape, Month) and shape.number is not None:
                return Day(1, shape), j
            return None
        if first_word:
            return None
        return per.Part(m.value, shape, _grain(shape)), j

    def _whole(self, i: int, bare: bool = False) -> Read:
        """A month, year, week or season to take a part of; ``bare`` lets ``العام`` and ``الشهر`` stand alone."""
        j = i + 1 if self.word(i) == "من" else i
        found = self.month(j, after_day=True)
        if found is not None and found[1] == "":
            return found[0], found[2]
        period = self.period(j)
        if period is not None and isinstance(period[0], (rel.One, Month, Year)):
            return period
        season = self.season(j)
        if season is not None:
            return season
        year = self.year_alone(j)
        if year is not None and isinstance(year[0], (Year, per.Decade)):
            return year
        direct = self.year_number(j, False)
        if direct is not None and not self._counted(direct[1]):
            return direct
        if bare and j == i:
            unit = self.find(self.t.the_units, j)
            if unit is not None and not unit.prefix and unit.value in (("year", 1), ("month", 1), ("week", 1)):
                return rel.One(unit.value[0], "this"), unit.next
        return None

    def period(self, i: int) -> Read:
        """``الأسبوع الماضي``, ``هذا العام``, ``الأشهر الثلاثة الماضية``, ``الـ24 ساعة الماضية``, ``آخر ثلاثة أيام``."""
        w = self.word(i)
        if w in self.t.this or w in self.t.that or w in self.t.same:
            unit = self.find(self.t.the_units, i + 1)
            if unit is None or unit.value[1] == 0 or unit.prefix:
                weekday = self.find(self.t.weekdays, i + 1)
                if w in self.t.this and weekday is not None and not weekday.prefix:
                    return Weekday(weekday.value, "this"), weekday.next
                day = self.find(self.t.units, i + 1)
                if w in self.t.this and day is not None and day.value == ("day", 1):
                    weekday = self.find(self.t.weekdays, day.next)
                    if weekday is not None:
                        return Weekday(weekday.value, "this"), weekday.next
                return None
            kind = "this" if w in self.t.this else ("same" if w in self.t.same else "that")
            if unit.value[1] == 2:
                return rel.Stretch(unit.value[0], 2, "past"), unit.next
            if unit.value[0] in ("hour", "minute", "second"):
                return None
            return self._year_of_period(rel.One(unit.value[0], kind), unit.next)
        if w in self.t.spans:
            mod = self.modifier(i + 1)
            return (rel.One("span", "same"), mod[1]) if mod is not None and mod[0] == "same" else None
        unit = self.find(self.t.the_units, i)
        if unit is not None:
            return self._the_unit(unit.value, unit.next)
        return self._counted_period(i)

    def _year_of_period(self, shape: rel.One, j: int) -> Read:
        if shape.unit == "month":
            return Month(None, NO_YEAR, shape.mod), j
        if shape.unit == "year":
            return Year(None, shape.mod), j
        return shape, j

    def _the_unit(self, value: tuple[str, int], i: int) -> Read:
        unit, size = value
        mod = self.modifier(i)
        if size == 1:
            if mod is None:
                return None
            weekday = self.find(self.t.weekdays, mod[1]) if unit == "week" else None
            if weekday is None and unit == "week" and self.find(self.t.units, mod[1]) is not None:
                skip = self.find(self.t.units, mod[1])
                if skip is not None and skip.value == ("day", 1):
                    weekday = self.find(self.t.weekdays, skip.next)
            if weekday is not None and not weekday.prefix and mod[0] in ("past", "this", "next"):
                return Weekday(weekday.value, None, mod[0]), weekday.next
            return self._year_of_period(rel.One(unit, mod[0]), mod[1])
        if size == 2:
            if mod is None or mod[0] not in ("past", "next", "before", "following"):
                return None
            return rel.Stretch(unit, 2, {"before": "past", "following": "next"}.get(mod[0], mod[0])), mod[1]
        j, n = i, None
        if self.word(j) in self._few_definite():
            n, j = 3, j + 1
        else:
            number = self.count(j)
            if number is not None and (self.word(j) in ARTICLES or self.word(j).startswith("ال")):
                n, j = number
        if j > i and n is not None:
            mod = self.modifier(j)
        if mod is None and n is not None:
            first = ordinal_at(self.tokens, j)
            if first is not None and first[0] == 1 and self.word(first[1]) == "من" and unit in ("month", "day", "week"):
                inner = self._whole(first[1])
                if inner is not None:
                    return per.Nth(unit, 1, inner[0], n), inner[1]
        if mod is None or mod[0] not in ("past", "next", "before"):
            return None
        return rel.Stretch(unit, n, "past" if mod[0] == "before" else mod[0]), mod[1]

    def _few_definite(self) -> frozenset[str]:
        return frozenset("ال" + w for w in self.t.few)

    def _counted_period(self, i: int) -> Read:
        """A number before its unit and a modifier after it, or ``آخر`` before both."""
        w = self.word(i)
        last = w in self.t.last_words
        j = i + 1 if last else i
        number = self.count(j)
        if number is None:
            if not last:
                return None
            unit = self.find(self.t.units, j)
            if unit is None or unit.value[1] != 2 or unit.prefix:
                return None
            return rel.Stretch(unit.value[0], 2, "past"), unit.next
        n, k = number
        unit = self.find(self.t.units, k) or self.find(self.t.the_units, k)
        if unit is None or unit.prefix or unit.value[0] not in _LARGE:
            return None
        mod = self.modifier(unit.next)
        if mod is not None and mod[0] in ("past", "next"):
            return rel.Stretch(unit.value[0], n, mod[0]), mod[1]
        return (rel.Stretch(unit.value[0], n, "past"), unit.next) if last else None

    def nth(self, i: int) -> Read:
        """``الربع الثالث من عام 2016``, ``أول ثلاثاء من شهر``, ``الأسبوع الأخير من يوليو``, ``اليوم الثالث من أكتوبر``."""
        what: str | None = None
        n: int | None = None
        j = i
        w = self.word(i)
        lead = self._rank(i)
        if lead is not None:
            n, j = lead
            skip = self.find(self.t.units, j)
            weekday_at = skip.next if skip is not None and skip.value == ("day", 1) else j
            bare = self.find(self.t.bare_weekdays, weekday_at) or self.find(self.t.weekdays, weekday_at)
            if bare is not None and not bare.prefix:
                what, j = f"weekday{bare.value}", bare.next
            elif skip is not None and skip.value[1] == 1 and skip.value[0] in ("day", "week", "month") and not skip.prefix:
                what, j = skip.value[0], skip.next
        else:
            fraction = self.find(self.t.fractions, i)
            unit = self.find(self.t.the_units, i)
            day = self.find(self.t.units, i)
            at = day.next if day is not None and day.value == ("day", 1) else i
            weekday = self.find(self.t.weekdays, at)
            if fraction is not None:
                what, j = fraction.value, fraction.next
            elif unit is not None and unit.value[1] == 1 and unit.value[0] in ("day", "week"):
                what, j = unit.value[0], unit.next
            elif weekday is not None:
                what, j = f"weekday{weekday.value}", weekday.next
            if what is None:
                return None
            rank = self._rank(j)
            if rank is None:
                return None
            n, j = rank
        if what is None or n is None or w == "" or n > (60 if what in ("week", "day") else 5):
            return None
        linked = self.word(j) in ("من", "في", "ب", "ل")
        inner = self._whole(j + 1 if linked else j)
        if inner is None:
            found = self.month(j, after_day=True)
            if found is None or found[1] not in ("ب", "ل"):
                return None
            inner = found[0], found[2]
        shape, k = inner
        later = self.year_tail(k) if isinstance(shape, Month) and shape.year == NO_YEAR else None
        if later is not None and isinstance(shape, Month):
            shape, k = Month(shape.number, later[0], shape.mod, shape.calendar), later[1]
        if what == "day" and isinstance(shape, Month) and shape.number is not None and n > 0:
            return Day(n, shape), k
        return per.Nth(what, n, shape), k

    def _rank(self, i: int) -> tuple[int, int] | None:
        """``أول``, ``ثالث``, ``الأخير``: -1 is the last."""
        if self.word(i) in self.t.last_words:
            return -1, i + 1
        found = ordinal_at(self.tokens, i)
        return found if found is not None and found[0] <= 60 else None
