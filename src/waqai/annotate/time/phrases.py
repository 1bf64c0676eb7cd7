"""Periods, distances, ranges and bounds in folded words; the second half of the grammar, on top of single days."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from waqai.annotate.number import ordinal_at
from waqai.annotate.number.lexicon import lexicon as number_words
from waqai.annotate.time import periods as per
from waqai.annotate.time.grammar import _ARTICLES, _ENDS, Grammar, Read
from waqai.annotate.time.holidays import Holiday
from waqai.annotate.time.lexicon import time_words
from waqai.annotate.time.shapes import NO_YEAR, Day, Deictic, Month, Shape, Weekday, Year
from waqai.model import Token

Steps = tuple[tuple[int | None, str], ...]
_LARGE = frozenset({"week", "month", "year", "decade", "century", "day", "night", "hour", "minute", "second"})


def _grain(shape: Shape) -> str:
    """The unit a shape fills, for its parts."""
    if isinstance(shape, Month):
        return "month"
    if isinstance(shape, Year):
        return "year"
    if isinstance(shape, per.One):
        return shape.unit
    if isinstance(shape, per.Season):
        return "season"
    return "range"


@lru_cache(maxsize=1)
def _after_number() -> frozenset[str]:
    """Words that may follow a number inside a date: months, units, signs, joints."""
    t = time_words()
    out: set[str] = {"/", "-", ".", ",", ")", "من", "في", "ل", "و", "او", "يوم", "الا"}
    for table in (t.months, t.units, t.the_units, t.to, t.weekdays, t.bare_weekdays, t.holidays, t.year_words):
        out.update(table)
    return frozenset(out) | t.this | t.same


@lru_cache(maxsize=65536)
def _is_number(w: str) -> bool:
    if not w:
        return False
    n = number_words()
    return "0" <= w[0] <= "9" or w in n.ordinals or w in n.cardinals or w in n.plain_ordinals or w in _ARTICLES


_TABLES: dict[str, tuple[str, ...]] = {
    "nth": ("fractions", "the_units", "units", "weekdays"),
    "holiday": ("holidays",),
    "part": ("parts",),
    "dated": ("dayparts", "deictic", "units", "the_units", "weekdays", "bare_weekdays", "months", "first_day"),
    "night": ("last_night", "tonight", "now"),
    "period": ("the_units",),
    "named_month": ("months", "pairs", "units", "the_units"),
    "season": ("seasons",),
    "year_alone": ("pairs", "year_words", "decades"),
}
_WITH_NUMBERS = frozenset({"nth", "holiday", "dated", "period", "named_month", "year_alone"})


@lru_cache(maxsize=65536)
def _methods(w: str) -> tuple[()] | tuple[tuple[str, ...], tuple[str, ...]]:
    """Which readers a word may start: ``(range and bound readers, single readers)``; empty for most words."""
    t = time_words()
    number = _is_number(w)
    single = [
        name for name, tables in _TABLES.items() if (number and name in _WITH_NUMBERS) or any(w in getattr(t, table) for table in tables)
    ]
    pointing = w in t.this or w in t.that or w in t.same
    if w in t.last_words and "nth" not in single:
        single.append("nth")
    if (pointing or w in t.last_words) and "period" not in single:
        single.append("period")
    if "season" not in single and (pointing or (w in t.starters and w.lstrip("وب").startswith("ال"))):
        single.append("season")
    wide: list[str] = []
    if w in t.bounds:
        wide += ["ago", "bounded"]
    if w in t.text_before or w in t.text_verbs:
        wide.append("text_distance")
    if w in t.within and w not in ("في", "وفي", "ففي"):
        wide.append("within")
    if single or w in t.between or w in t.from_words or w in t.dayparts:
        wide.insert(0, "ranged")
    return (tuple(wide), tuple(single)) if wide or single else ()


@lru_cache(maxsize=131072)
def starts(w: str) -> bool:
    """Some time expression may start with this word."""
    return bool(_methods(w))


class Reader(Grammar):
    """Every time expression. ``read(i)`` gives the longest one that starts at word ``i``."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        super().__init__(tokens)
        self._singles: dict[int, Read] = {}

    def read(self, i: int) -> Read:
        """The longest expression at ``i``; ``None`` when none starts there."""
        methods = _methods(self.words[i])
        if not methods or self._counts_something(i):
            return None
        best: Read = None
        for name in methods[0]:
            found: Read = getattr(self, name)(i)
            if found is not None and (best is None or found[1] > best[1]):
                best = found
        single = self.single(i)
        if single is not None and (best is None or single[1] > best[1]):
            best = single
        return best

    def _counts_something(self, i: int) -> bool:
        """A number before a word that no date goes on with (``ثلاثة قتلى``): most numbers of a report end here."""
        w = self.words[i]
        if not _is_number(w) or "." in w or len(w) == 4 or w in self.t.weekdays or w in self.t.parts:
            return False
        nxt = self.word(i + 1)
        return nxt not in _after_number() and not _is_number(nxt)

    # -- one point or period -------------------------------------------------------------------------------------------

    def single(self, i: int) -> Read:
        """A day, month, year, week …, or a part of one, without range words."""
        if i in self._singles:
            return self._singles[i]
        best: Read = None
        methods = _methods(self.words[i]) if i < self.n else ()
        for name in methods[1] if methods else ():
            found: Read = getattr(self, name)(i)
            if found is not None and (best is None or found[1] > best[1]):
                best = found
        self._singles[i] = best
        return best

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
            return per.One("night", "past"), m.next
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
        if isinstance(shape, per.One) and shape.unit in ("night", "day", "hour"):
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
        if period is not None and isinstance(period[0], (per.One, Month, Year)):
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
                return per.One(unit.value[0], "this"), unit.next
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
                return per.Stretch(unit.value[0], 2, "past"), unit.next
            if unit.value[0] in ("hour", "minute", "second"):
                return None
            return self._year_of_period(per.One(unit.value[0], kind), unit.next)
        unit = self.find(self.t.the_units, i)
        if unit is not None:
            return self._the_unit(unit.value, unit.next)
        return self._counted_period(i)

    def _year_of_period(self, shape: per.One, j: int) -> Read:
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
            return self._year_of_period(per.One(unit, mod[0]), mod[1])
        if size == 2:
            if mod is None or mod[0] not in ("past", "next", "before", "following"):
                return None
            return per.Stretch(unit, 2, {"before": "past", "following": "next"}.get(mod[0], mod[0])), mod[1]
        j, n = i, None
        if self.word(j) in self._few_definite():
            n, j = 3, j + 1
        else:
            number = self.count(j)
            if number is not None and (self.word(j) in _ARTICLES or self.word(j).startswith("ال")):
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
        return per.Stretch(unit, n, "past" if mod[0] == "before" else mod[0]), mod[1]

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
            return per.Stretch(unit.value[0], 2, "past"), unit.next
        n, k = number
        unit = self.find(self.t.units, k) or self.find(self.t.the_units, k)
        if unit is None or unit.prefix or unit.value[0] not in _LARGE:
            return None
        mod = self.modifier(unit.next)
        if mod is not None and mod[0] in ("past", "next"):
            return per.Stretch(unit.value[0], n, mod[0]), mod[1]
        return (per.Stretch(unit.value[0], n, "past"), unit.next) if last else None

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

    # -- distances -----------------------------------------------------------------------------------------------------

    def duration(self, i: int, prefix: str = "") -> tuple[Steps, int] | None:
        """``يومين``, ``ثلاثة أسابيع``, ``عام ونصف``, ``2 عام و 21 يوما``; the first unit may carry ``prefix``."""
        steps: list[tuple[int | None, str]] = []
        j = i
        for _ in range(5):
            one = self._duration_step(j, prefix if not steps else "")
            if one is None:
                break
            steps.append(one[0])
            j = one[1]
            n, unit = one[0]
            if self.word(j) in self.t.half and n is not None:
                half = {"year": (6, "month"), "month": (15, "day"), "day": (12, "hour"), "week": (3, "day")}.get(unit)
                if half is not None:
                    steps.append(half)
                j += 1
                break
            if self.word(j) != "و" or self._duration_step(j + 1, "") is None:
                break
            j += 1
        return (tuple(steps), j) if steps else None

    def _duration_step(self, i: int, prefix: str) -> tuple[tuple[int | None, str], int] | None:
        unit = self.find(self.t.units, i)
        if unit is not None and unit.prefix == prefix:
            name, size = unit.value
            j = unit.next
            if size == 0:
                if self.word(j) in self.t.few:
                    return (3, name), j + 1
                return (None, name), j
            if (size == 1 and self.word(j) in ("واحد", "واحده")) or (size == 2 and self.word(j) in ("اثنين", "اثنتين")):
                j += 1
            return (size, name), j
        if self.word(i) in self.t.few:
            after = self.find(self.t.units, i + 1)
            if after is not None and after.value[1] == 0:
                return (3 if self.word(i) in ("بضعه", "بضع") else None, after.value[0]), after.next
        number = self.count(i)
        if number is None:
            return None
        after = self.find(self.t.units, number[1]) or self.find(self.t.the_units, number[1])
        if after is None or after.prefix:
            return None
        return (number[0], after.value[0]), after.next

    def _approx(self, i: int) -> tuple[str | None, int]:
        m = self.find(self.t.approx, i)
        return (None, i) if m is None else (m.value, m.next)

    def ago(self, i: int) -> Read:
        """``قبل يومين``, ``منذ ثلاثة أيام``, ``قبل أكثر من شهر``, ``بعد أسبوع``."""
        m = self.find(self.t.bounds, i)
        if m is None or m.value == "until":
            return None
        bound, j = self._approx(m.next)
        found = self.duration(j)
        if found is None:
            return None
        steps, k = found
        if self.find(self.t.approx, k) is not None:
            k = self._approx(k)[1]
        sign = 1 if m.value == "after" else -1
        base = "text" if sign > 0 else "anchor"
        if self.word(k) in self.t.ties:
            if self.word(k + 1) in self.t.ties_to_now:
                return per.Away(steps, sign, "anchor", bound), k + 2
            if m.value != "since" or self.word(k) == "من":
                return None
        mod = self.modifier(k)
        if mod is not None:
            return None
        return per.Away(steps, sign, base, bound if bound != "about" else None), k

    def text_distance(self, i: int) -> Read:
        """``قبلها بنحو 24 ساعة``, ``بعد ذلك بيومين``, ``سبق هذه العملية بنحو 24 ساعة``."""
        m = self.find(self.t.text_before, i)
        if m is not None:
            found = self._by(m.next)
            return None if found is None else (per.Away(found[0], m.value, "text"), found[1])
        m = self.find(self.t.text_verbs, i)
        if m is None:
            return None
        for j in range(m.next, min(m.next + 5, self.n)):
            if self.word(j) in _ENDS:
                return None
            found = self._by(j)
            if found is not None:
                return per.Away(found[0], m.value, "text"), found[1]
        return None

    def _by(self, i: int) -> tuple[Steps, int] | None:
        """``بيومين``, ``بنحو 24 ساعة``, ``ب 3 أيام``."""
        if self.word(i) == "ب":
            return self.duration(i + 1)
        approx = self.find(self.t.approx, i)
        if approx is not None and approx.prefix == "ب":
            return self.duration(approx.next)
        unit = self.find(self.t.units, i)
        if unit is not None and unit.prefix == "ب":
            return self.duration(i, "ب")
        if self.word(i).startswith("ب") and self.count(i) is not None:
            return self.duration(i)
        return None

    def within(self, i: int) -> Read:
        """``خلال أسبوع``, ``في غضون 48 ساعة``, ``خلال الشهر``: a stretch up to the anchor (from it when future is asked for)."""
        w = self.word(i)
        if w not in self.t.within or w in ("في", "وفي"):
            return None
        j = i + 1
        _, j = self._approx(j)
        unit = self.find(self.t.the_units, j)
        if unit is not None and not unit.prefix and unit.value[1] == 1 and unit.value[0] in ("month", "year", "week"):
            nxt = self.word(unit.next)
            if nxt[:1].isdigit() or self.modifier(unit.next) is not None:
                return None
            if nxt == "" or nxt in _ENDS or not nxt.startswith("ال"):
                return self._year_of_period(per.One(unit.value[0], ""), unit.next)
            return None
        if w not in ("خلال", "وخلال", "فخلال"):
            return None
        found = self.duration(j)
        if found is None or len(found[0]) != 1 or found[0][0][1] in ("minute", "second", "decade", "century"):
            return None
        n, name = found[0][0]
        k = found[1]
        if (
            n is None
            or self.word(k)[:1].isdigit()
            or self.word(k) in ("من", "علي")
            or self.modifier(k) is not None
            or self.word(k) in self.t.half
        ):
            return None
        return per.Stretch(name, n, "auto"), k

    # -- ranges and bounds ---------------------------------------------------------------------------------------------

    def endpoint(self, i: int) -> Read:
        """One end of a range: any single expression that is no deictic trap."""
        j = i
        if self.word(j) in ("يوم", "تاريخ", "بتاريخ"):
            inner = self.single(j)
            return inner if inner is not None else self.single(j + 1)
        return self.single(j)

    def ranged(self, i: int) -> Read:
        """``بين 10 و15 نيسان``, ``من 15 حزيران إلى 15 تموز``, ``13-15 تموز``, ``الخميس والجمعة``, ``يومي 3 و4 أيار``."""
        between = self.find(self.t.between, i)
        opener = "between" if between is not None else ("from" if self.word(i) in self.t.from_words else "")
        j = between.next if between is not None else (i + 1 if opener else i)
        if opener == "from" and self.word(j) in ("يوم", "تاريخ", "الفتره"):
            j += 1
        if opener == "from" and not starts(self.word(j)):
            return None
        pair = self.find(self.t.pairs, i)
        if pair is not None and pair.value == "day":
            opener, j = "pair", pair.next
        if opener == "between":
            pair = self.find(self.t.pairs, j)
            if pair is not None:
                j = pair.next
                opener = "between-" + pair.value
        if opener == "" and not self.t.dayparts.get(self.word(i)) and not self._range_may_start(i):
            return None
        return self._days_to_date(j, opener) or self._two_ends(j, opener)

    def _range_may_start(self, i: int) -> bool:
        w = self.word(i)
        return bool(w) and (w[0].isdecimal() or w in self.t.starters or w in _ARTICLES or ordinal_at(self.tokens, i) is not None)

    def _connector(self, i: int, opener: str) -> int | None:
        """The index after the word that joins the two ends."""
        j = i + 1 if self.word(i) == "," else i
        m = self.find(self.t.to, j)
        if m is not None:
            return m.next
        w = self.word(j)
        if w in ("-", "/") and j == i:
            return j + 1
        if w == "و" or w == "او":
            return j + 1
        if w == "وال":
            return j
        return None

    def _days_to_date(self, i: int, opener: str) -> Read:
        """A bare day number, then a joint, then a full date: the month comes from the second."""
        part = self.daypart(i)
        if part is not None:
            i = part[1]
        num = self.day_number(i)
        if num is None:
            return None
        d, j, _ = num
        k = self._connector(j, opener)
        if k is None:
            w = self.word(j)
            if not (w.startswith("و") and len(w) > 2 and opener):
                return None
            k = j
        if self.find(self.t.units, k) is not None and self.find(self.t.units, k).value == ("day", 1):  # type: ignore[union-attr]
            k += 1
        found = self.day_month(k) if self.word(k) else None
        if found is None:
            second = self.day_number(k)
            if second is not None and opener in ("from", "between"):
                w = self.word(second[1])
                if w in self.t.this or w in ("من", "في"):
                    at = second[1] + (1 if w in ("من", "في") else 0)
                    named = self.month(at, after_day=True)
                    if named is not None and not named[1]:
                        return per.Span(Day(d, named[0]), Day(second[0], named[0])), named[2]
                    ref = self.month_ref(at)
                    if ref is not None:
                        return per.Span(Day(d, ref[0]), Day(second[0], ref[0])), ref[1]
            return None
        last, stop = found
        if self.word(k - 1) in ("و", "او") and not opener and part is None and last.day != d + 1 and self.word(j) != "-":
            # ``5 و20 أيار`` without ``بين`` is two days, not a range; they are read one by one when they are not neighbours
            return None
        return per.Span(Day(d, last.month), last), stop

    def _two_ends(self, i: int, opener: str) -> Read:
        first = self.endpoint(i)
        if first is None and opener in ("between-year", "from", "between"):
            year = self.year_number(i, opener == "between-year")
            first = year if year is not None and (opener == "between-year" or self._year_then(year[1])) else None
        if first is None:
            return None
        shape, j = first
        if opener == "between" and isinstance(shape, per.Span):
            return first
        k = self._connector(j, opener)
        attached = False
        if k is None:
            w = self.word(j)
            if not (w.startswith("و") and len(w) > 2):
                return None
            k, attached = j, True
        elif self.word(k - 1) == "-" and not opener and isinstance(shape, (Year,)):
            return None
        second = self.endpoint(k)
        if second is None and isinstance(shape, Year):
            number = self.year_number(k, True)
            second = number
        if second is None:
            return None
        listing = attached or self.word(k - 1) in ("و", "او")
        weekdays = isinstance(shape, Weekday) and isinstance(second[0], Weekday) and shape.mod is None
        if listing and not opener and not weekdays:
            return None
        if (
            self.word(k - 1) in ("-", "/")
            and not opener
            and not ((isinstance(shape, (Day, Weekday)) and isinstance(second[0], (Day, Weekday))) or isinstance(shape, Month))
        ):
            return None
        if (isinstance(shape, Month) and shape.number is None) or isinstance(second[0], per.Stretch):
            return None
        return per.Span(shape, second[0], listing), second[1]

    def _year_then(self, i: int) -> bool:
        k = self._connector(i, "from")
        return k is not None and self.year_number(k, False) is not None

    def bounded(self, i: int) -> Read:
        """``منذ مطلع العام``, ``حتى 12 شباط``, ``قبل 3 حزيران``; ``منذ X وحتى Y`` is a range."""
        m = self.find(self.t.bounds, i)
        if m is None:
            return None
        inner = self.endpoint(m.next)
        if inner is None and m.value == "since":
            return self._since_event(m.next)
        if inner is None or isinstance(inner[0], (per.Stretch, per.Away)):
            return None
        shape, j = inner
        if m.value in ("before", "after") and isinstance(shape, Deictic):
            return None
        if m.value in ("before", "after") and self.word(m.next) in ("منتصف", "ظهر", "عصر", "فجر", "ليل"):
            return None
        if m.value == "since":
            k = self._connector(j, "from")
            if k is not None and self.word(k - 1) not in ("-", "/", "و", "او"):
                second = self.endpoint(k)
                if second is not None:
                    return per.Span(shape, second[0]), second[1]
        return per.Bound(m.value, shape), j

    def _since_event(self, i: int) -> Read:
        """``منذ سقوط النظام في 8 كانون الأول 2024``: a few words, then the date."""
        for j in range(i + 1, min(i + 8, self.n)):
            w = self.word(j)
            if w in _ENDS and w != '"':
                return None
            if w in ("في", "بتاريخ", "يوم"):
                found = self.single(j + 1)
                if found is not None and isinstance(found[0], (Day, Month, Year)):
                    k = self._connector(found[1], "from")
                    if k is not None and self.word(k - 1) not in ("-", "/", "و", "او"):
                        second = self.endpoint(k)
                        if second is not None:
                            return per.Span(found[0], second[0]), second[1]
                    return per.Bound("since", found[0]), found[1]
        return None
