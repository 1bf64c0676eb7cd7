"""Days: weekdays, today and yesterday, calendar dates in words and digits, parts of the day."""

from __future__ import annotations

from dataclasses import replace

from waqai.annotate.number import ordinal_at
from waqai.annotate.time import periods as per
from waqai.annotate.time.grammar import ENDS, SEPS, Read
from waqai.annotate.time.numeric import Numeric
from waqai.annotate.time.shapes import NO_YEAR, Day, Deictic, Month, Nights, Shape, Weekday
from waqai.annotate.time.starts import STARTS
from waqai.annotate.time.tables import Match


class Days(Numeric):
    """Readers of single days on top of months and years."""

    def day_month(self, i: int) -> tuple[Day, int] | None:
        """``15 حزيران``, ``الـ4 من حزيران``, ``الثامن من الشهر الجاري``, ``22-أغسطس-2020``, ``13 من شهر يوليو/تموز``."""
        num = self.day_number(i)
        if num is None:
            return None
        d, j, digits = num
        if self.words[j] in SEPS and digits:
            found = self.month(j + 1, after_day=True)
            if found is None or found[1]:
                return None
            return Day(d, found[0]), found[2]
        linked = self.words[j] in ("من", "ل")
        k = j + 1 if linked else j
        found = self.month(k, after_day=True)
        if found is not None and (not found[1] or found[1] in ("ب", "ل")):
            return Day(d, found[0]), found[2]
        here = self._of_running_month(k, linked and self.words[j] == "من", digits)
        if here is not None:
            return Day(d, here[0]), here[1]
        if self.words[j] in self.t.of_it:
            return Day(d, Month(None, NO_YEAR, "named")), j + 1
        if linked and self.words[j] != "ل":
            ref = self.month_ref(k)
            if ref is not None:
                return Day(d, ref[0]), ref[1]
        elif not linked:
            w = self.words[k]
            if w in self.t.this or w in self.t.same:
                ref = self.month_ref(k)
                if ref is not None:
                    return Day(d, ref[0]), ref[1]
            unit = self.find(self.t.the_units, k)
            if unit is not None and unit.value == ("month", 1):
                ref = self.month_ref(k)
                if ref is not None and ref[0].mod:
                    return Day(d, ref[0]), ref[1]
        return None

    def _of_running_month(self, i: int, linked: bool, digits: bool) -> tuple[Month, int] | None:
        """``14 الجاري``, ``الرابع عشر من الجاري``, ``14 من المنصرم``: the month left unsaid."""
        mod = self.find(self.t.modifiers, i)
        if mod is None or not (linked or digits) or self.words[i][-1:] == "ه":
            return None
        if mod.value == "this" or (linked and mod.value == "past" and self.words[i] != "الماضي"):
            return Month(None, NO_YEAR, mod.value), mod.next
        return None

    def month_day(self, i: int) -> Read:
        """``يناير 1``, ``يوليو 13-15``: the day after the month, only where it cannot count what follows."""
        found = self.month_name(i)
        if found is None:
            return None
        name, _, j, _ = found
        num = self.day_number(j)
        if num is None:
            return None
        d, k, digits = num
        month = Month(name.number, NO_YEAR, None, name.calendar)
        to = self.words[k]
        if digits and (to == "-" or self.find(self.t.to, k) is not None):
            end = self.day_number(k + 1)
            if end is not None and end[0] > d and not self._counted(end[1]):
                tail = self.year_tail(end[1])
                year, stop = tail if tail is not None else (NO_YEAR, end[1])
                m = replace(month, year=year)
                return per.Span(Day(d, m), Day(end[0], m)), stop
        tail = self.year_tail(k)
        if tail is not None and tail[0].stated:
            return Day(d, replace(month, year=tail[0])), tail[1]
        if k >= self.n or self.words[k] in ENDS - {"/", "("}:
            return Day(d, month), k
        return None

    def _skip_join(self, i: int) -> tuple[int, bool]:
        """Past a comma, bracket or ``الموافق`` between a weekday and its date: ``(index, bracket opened)``."""
        j, opened = i, False
        for _ in range(4):
            w = self.words[j]
            if w == "(":
                opened, j = True, j + 1
            elif w in (",", "/", "-", "|", ":"):
                j += 1
            else:
                m = self.find(self.t.joins, j)
                if m is None:
                    break
                j = m.next
        return j, opened

    def _close(self, i: int, opened: bool) -> int:
        return i + 1 if opened and self.words[i] == ")" else i

    def calendar_day(self, i: int, loose: bool, pair: bool = True) -> tuple[Shape, int] | None:
        """A day with its month, in words or digits, without weekday."""
        if STARTS[self.words[i]] is None:
            return None
        found = self.numeric(i, loose) or self.day_month(i) or self.month_day(i)
        if found is None or not isinstance(found[0], Day) or not found[0].month.year.stated or not pair:
            return found
        return self._both_calendars(found[0], found[1])

    def _both_calendars(self, first: Day, i: int) -> tuple[Shape, int]:
        """``14 ربيع الآخر 1447 هـ – الموافق 6 تشرين الأول 2025``: one day, read by the calendar that needs no moon."""
        j, opened = self._skip_join(i)
        if j == i:
            return first, i
        weekday = self.find(self.t.weekdays, j)
        other = self.calendar_day(weekday.next if weekday is not None else j, True, pair=False)
        if other is None or not isinstance(other[0], Day) or not other[0].month.year.stated:
            return first, i
        if other[0].month.calendar == first.month.calendar:
            return first, i
        return (other[0] if first.month.calendar == "h" else first), self._close(other[1], opened)

    def daypart(self, i: int) -> tuple[str, int] | None:
        """``مساء``, ``ساعة متأخرة من ليل``: ``(kind, next)``; kinds ``part``, ``night``, ``after``."""
        m = self.find(self.t.dayparts, i)
        if m is None:
            return None
        kind, j = m.value, m.next
        for _ in range(3):
            k = j + 1 if self.words[j] == "من" else j
            nxt = self.find(self.t.dayparts, k)
            if nxt is None or nxt.prefix:
                return kind, j
            kind = nxt.value if kind == "part" else kind
            j = nxt.next
        return kind, j

    def dated(self, i: int) -> Read:
        """Part of the day, today or a weekday, and the calendar date, in this order, each optional."""
        part = self.daypart(i)
        j = i
        if part is not None:
            j = part[1]
            if self.words[j] == "من":
                j += 1
        m = self.find(self.t.deictic, j)
        if m is not None and not (part is not None and m.prefix):
            if not self._is_today_name(j, m):
                return self._with_weekday(m.next, m.value, part)
            if part is None:
                return None
        k = j
        unit = self.find(self.t.units, j) if self.find(self.t.weekdays, j) is None else None
        if unit is not None and unit.value == ("day", 1) and self.words[j][-1:] != "ا":
            k = unit.next
        return self._weekday_or_day(k, part, k > j or part is not None)

    def _is_today_name(self, i: int, m: Match) -> bool:
        """``اليوم العالمي``, ``العرب اليوم``: not the publication day."""
        if m.value == 0 and m.next == i + 1:
            if self.words[m.next] in self.t.not_after_today or self.words[i - 1] in self.t.not_before_today:
                return True
            if self.words[i - 1] in self.t.outlets_today:
                if self.words[m.next] in ENDS - {",", ".", "(", "\n"}:
                    return True  # بغداد اليوم - خاص
                if self.words[i - 2] in self.t.media or (self.words[i - 2] == '"' and self.words[i - 3] in self.t.media):
                    return True  # صحيفة المصري اليوم
            if self.words[i - 1] == "في" and (self.find(self.t.units, i - 2) is not None or self.words[i - 2] in self.t.not_before_today):
                return True  # 24 ساعة في اليوم
            nth = ordinal_at(self.tokens, m.next)
            return nth is not None and not self.t.weekdays.get(self.words[m.next])
        if m.value == 1 and self.words[i - 1] in self.t.outlets_tomorrow and not self.words[m.next][:1].isalnum():
            return True  # الموصل/ نينوى الغد
        return m.value == 1 and self.words[i - 1] == "عن"

    def _with_weekday(self, i: int, offset: int, part: tuple[str, int] | None) -> Read:
        """After ``اليوم`` or ``أمس``: weekday and calendar date that check it."""
        j, opened = self._skip_join(i)
        weekday: int | None = None
        end = i
        m = self.find(self.t.weekdays, j)
        if m is not None and not m.prefix:
            weekday, end = m.value, self._close(m.next, opened)
            opened = opened and end == m.next
            j, again = self._skip_join(end)
            opened = opened or again
        date = self.calendar_day(j, loose=weekday is not None or j > i)
        if date is not None and isinstance(date[0], Day) and (j > i or weekday is not None or date[0].month.number):
            d = replace(date[0], weekday=weekday, today=offset)
            return d, self._close(date[1], opened)
        if part is not None and part[0] in ("night", "after") and weekday is not None:
            pair = self._night_pair(end, Weekday(weekday), part[0] == "after")
            if pair is not None:
                return pair
        return Deictic(offset, weekday), end

    def _night_pair(self, i: int, first: Shape, after: bool) -> Read:
        """``ليل السبت - الأحد``, ``ليل السبت على الأحد``: the second day."""
        w = self.words[i]
        j = i + 1 if w in ("-", "/") or w in self.t.night_links else i
        m = self.find(self.t.weekdays, j)
        if m is None or m.prefix not in ("", "و"):
            return None
        num = self.day_number(m.next)
        if num is not None and self.words[num[1]] in ("-", "/", "و", "الي", "علي"):
            dated = self.day_month(num[1] + 1)  # ليل السبت/الأحد 11-12 أيار
            if dated is not None and dated[0].day in (num[0] + 1, 1):
                return Nights(first, replace(dated[0], weekday=m.value), after), dated[1]
        second, k = self._weekday_tail(m.value, m.next)
        return Nights(first, second, after), k

    def _weekday_tail(self, weekday: int, i: int) -> tuple[Shape, int]:
        """Modifier or date after a weekday."""
        j, opened = self._skip_join(i)
        date = self.calendar_day(j, loose=True)
        if date is not None and isinstance(date[0], Day):
            return replace(date[0], weekday=weekday), self._close(date[1], opened)
        mod = self.modifier(i)
        if mod is not None:
            k, opened = self._skip_join(mod[1])
            date = self.calendar_day(k, loose=k > mod[1])
            if date is not None and isinstance(date[0], Day):
                return replace(date[0], weekday=weekday), self._close(date[1], opened)
            return Weekday(weekday, mod[0]), mod[1]
        week = self._week_ref(i)
        if week is not None:
            return Weekday(weekday, None, week[0]), week[1]
        num = self.day_number(i)
        if num is not None and num[0] > 7 and self._stands_alone(num[1]):
            return Day(num[0], Month(None, NO_YEAR, "near"), weekday), num[1]
        return Weekday(weekday), i

    def _stands_alone(self, i: int) -> bool:
        """The number before ``i`` counts nothing: the text ends, a sign follows, or ``حتى`` and another weekday."""
        if i >= self.n or self.words[i] in ENDS:
            return True
        to = self.find(self.t.to, i)
        return to is not None and self.find(self.t.weekdays, to.next) is not None

    def _week_ref(self, i: int) -> tuple[str, int] | None:
        """``من الأسبوع الماضي``, ``من هذا الأسبوع`` after a weekday."""
        j = i + 1 if self.words[i] in ("من", "في") else i
        if self.words[j] in self.t.this:
            unit = self.find(self.t.the_units, j + 1)
            return ("this", unit.next) if unit is not None and unit.value == ("week", 1) else None
        unit = self.find(self.t.the_units, j)
        if unit is None or unit.value != ("week", 1):
            return None
        mod = self.modifier(unit.next)
        if mod is None or mod[0] not in ("past", "this", "next", "before", "following"):
            return None
        return {"before": "past", "following": "next"}.get(mod[0], mod[0]), mod[1]

    def _weekday_or_day(self, i: int, part: tuple[str, int] | None, opened_by: bool) -> Read:
        """A weekday with what follows it, or a calendar day."""
        m = self.find(self.t.weekdays, i)
        if m is None:
            # bare أحد and اثنين are numbers ("لم يقتل أحد الأسبوع الماضي")
            bare = self.find(self.t.bare_weekdays, i)
            bare = bare if opened_by or (bare is not None and bare.value in (2, 3, 4, 5, 6)) else None
            if bare is not None and not bare.prefix:
                week = self._week_ref(bare.next)
                date = self.calendar_day(bare.next, loose=True)
                if week is not None or (date is not None and isinstance(date[0], Day)):
                    m = bare
        if m is not None and self.words[m.next] in self.t.not_after_weekday:
            return None
        if m is not None:
            night = part is not None and part[0] in ("night", "after")
            if night:
                pair = self._night_pair(m.next, Weekday(m.value), part is not None and part[0] == "after")
                if pair is not None:
                    return pair
            return self._weekday_tail(m.value, m.next)
        before = self.words[i - 1]
        return self.calendar_day(i, loose=opened_by and before in self.t.date_opens)
