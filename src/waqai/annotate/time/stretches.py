"""Parts of a period and counted stretches: early May, the second week, the past three days."""

from __future__ import annotations

from waqai.annotate.number import ordinal_at
from waqai.annotate.time import periods as per
from waqai.annotate.time import relative as rel
from waqai.annotate.time.grammar import ARTICLES, Read
from waqai.annotate.time.shapes import NO_YEAR, Day, Month, Shape, Weekday, Year
from waqai.annotate.time.wholes import Wholes

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
    if isinstance(shape, per.Decade):
        return "decade"
    return "range"


class Stretches(Wholes):
    """Readers of parts and stretches on top of whole periods."""

    def part(self, i: int) -> Read:
        """``مطلع آذار``, ``منتصف الشهر الجاري``, ``نهاية عام 2020``, ``بداية الأسبوع المقبل``."""
        m = self.find(self.t.parts, i)
        if m is None:
            return None
        w = self.words[i]
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
        if first_word and not (m.value == "end" and isinstance(shape, Month) and shape.number is not None):
            return None
        behind = j == m.next + 1 and self.words[i - 1] in self.t.weekend_opens
        return per.Part(m.value, shape, _grain(shape), behind), j

    def _whole(self, i: int, bare: bool = False) -> Read:
        """A month, year, week or season to take a part of; ``bare`` lets ``العام`` and ``الشهر`` stand alone."""
        j = i + 1 if self.words[i] == "من" else i
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
        w = self.words[i]
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
            if kind == "this" and self.words[i - 1] == "مثل" and unit.value in (("day", 1), ("month", 1)):
                year = self.year_tail(unit.next)
                if year is not None:
                    return rel.Mirror(unit.value[0], year[0]), year[1]
            if unit.value[1] == 2:
                return rel.Stretch(unit.value[0], 2, "past"), unit.next
            if unit.value[0] in ("hour", "minute", "second"):
                return None
            return self._year_of_period(rel.One(unit.value[0], kind), unit.next)
        if w in self.t.spans:
            mod = self.modifier(i + 1)
            if mod is None or mod[0] != "same":
                return None
            year = self.year_tail(mod[1])
            return (rel.Mirror("span", year[0]), year[1]) if year is not None else (rel.One("span", "same"), mod[1])
        unit = self.find(self.t.the_units, i)
        if unit is not None:
            if unit.value == ("year", 1) and self.words[i - 1] in self.t.general_titles:
                return None  # المدير العام السابق
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
            after = self.words[mod[1]]
            if unit in ("day", "night") and mod[0] in ("following", "before") and (after in self.t.event_ties or after.startswith("لل")):
                return rel.One(unit, "elsewhere"), mod[1]
            return self._year_of_period(rel.One(unit, mod[0]), mod[1])
        if size == 2:
            if mod is None or mod[0] not in ("past", "next", "before", "following"):
                return None
            return rel.Stretch(unit, 2, {"before": "past", "following": "next"}.get(mod[0], mod[0])), mod[1]
        j, n = i, None
        if self.words[j] in self._few_definite():
            n, j = 3, j + 1
        else:
            number = self.count(j)
            if number is not None and (self.words[j] in ARTICLES or self.words[j].startswith("ال")):
                n, j = number
        if j > i and n is not None:
            mod = self.modifier(j)
        if mod is None and n is not None:
            first = ordinal_at(self.tokens, j)
            if first is not None and first[0] == 1 and self.words[first[1]] == "من" and unit in ("month", "day", "week"):
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
        w = self.words[i]
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
        first = ordinal_at(self.tokens, unit.next) if unit.value[0] in ("day", "week", "month") else None
        if first is not None and first[0] == 1 and self.words[first[1]] == "من":
            inner = self._whole(first[1])  # الخمسة عشر يوماً الأولى من شباط
            return (per.Nth(unit.value[0], 1, inner[0], n), inner[1]) if inner is not None else None
        mod = self.modifier(unit.next)
        if mod is not None and mod[0] in ("past", "next"):
            return rel.Stretch(unit.value[0], n, mod[0]), mod[1]
        return (rel.Stretch(unit.value[0], n, "past"), unit.next) if last else None

    def nth(self, i: int) -> Read:
        """``الربع الثالث من عام 2016``, ``أول ثلاثاء من شهر``, ``الأسبوع الأخير من يوليو``, ``اليوم الثالث من أكتوبر``."""
        what: str | None = None
        n: int | None = None
        j = i
        w = self.words[i]
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
        row = self.find(self.t.in_a_row, j) if what == "day" and n is not None and 2 <= n <= 10 else None
        if row is not None and n is not None:
            return rel.Stretch("day", n - 1, "past"), row.next  # "لليوم الثالث على التوالي"
        if what is None or n is None or w == "" or n > (60 if what in ("week", "day") else 5):
            return None
        linked = self.words[j] in ("من", "في", "ب", "ل")
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
