"""Ranges and bounds, and the longest reading at a word: the top of the grammar."""

from __future__ import annotations

from collections.abc import Sequence

from waqai.annotate.number import ordinal_at
from waqai.annotate.number.cardinal import CLITICS
from waqai.annotate.time import periods as per
from waqai.annotate.time import relative as rel
from waqai.annotate.time.distances import Distances
from waqai.annotate.time.grammar import ARTICLES, ENDS, Read
from waqai.annotate.time.shapes import Day, Deictic, Month, Weekday, Year
from waqai.annotate.time.starts import STARTS, is_number, starts
from waqai.model import Token
from waqai.resources.wordsets import wordset

# "before noon of", "after midnight of": a part of the day, no bound
_HOURS = wordset("hours-named")


class Reader(Distances):
    """Every time expression. ``read(i)`` gives the longest one that starts at word ``i``."""

    def __init__(self, tokens: Sequence[Token], words: list[str] | None = None) -> None:
        super().__init__(tokens, words)
        self._singles: dict[int, Read] = {}

    def read(self, i: int) -> Read:
        """The longest expression at ``i``; ``None`` when none starts there."""
        start = STARTS[self.words[i]]
        if start is None:
            return None
        best: Read = None
        for name in start[0]:
            found: Read = getattr(self, name)(i)
            if found is not None and (best is None or found[1] > best[1]):
                best = found
        single = self.single(i)
        if single is not None and (best is None or single[1] > best[1]):
            best = single
        return best

    # -- one point or period -------------------------------------------------------------------------------------------

    def single(self, i: int) -> Read:
        """A day, month, year, week …, or a part of one, without range words."""
        if i in self._singles:
            return self._singles[i]
        best: Read = None
        start = STARTS[self.words[i]] if i < self.n else None
        for name in start[1] if start is not None else ():
            found: Read = getattr(self, name)(i)
            if found is not None and (best is None or found[1] > best[1]):
                best = found
        self._singles[i] = best
        return best

    # -- ranges and bounds ---------------------------------------------------------------------------------------------

    def endpoint(self, i: int) -> Read:
        """One end of a range: any single expression that is no deictic trap."""
        j = i
        if self.words[j] in ("يوم", "تاريخ", "بتاريخ"):
            inner = self.single(j)
            return inner if inner is not None else self.single(j + 1)
        return self.single(j)

    def ranged(self, i: int) -> Read:
        """``بين 10 و15 نيسان``, ``من 15 حزيران إلى 15 تموز``, ``13-15 تموز``, ``الخميس والجمعة``, ``يومي 3 و4 أيار``."""
        w = self.words[i]
        between = self.find(self.t.between, i) if w in self.t.between else None
        opener = "between" if between is not None else ("from" if w in self.t.from_words else "")
        j = between.next if between is not None else (i + 1 if opener else i)
        if opener == "from" and self.words[j] in ("يوم", "تاريخ", "الفتره"):
            j += 1
        if opener == "from" and not starts(self.words[j]):
            return None
        pair = self.find(self.t.pairs, i) if w in self.t.pairs else None
        if pair is not None and pair.value == "day":
            opener, j = "pair", pair.next
        if opener == "between":
            pair = self.find(self.t.pairs, j)
            if pair is not None:
                j = pair.next
                opener = "between-" + pair.value
        if opener == "" and w not in self.t.dayparts:
            if not self._range_may_start(i):
                return None
            if not is_number(w) and w not in CLITICS and w not in self.t.first_day:
                return self._two_ends(j, opener)  # no day number begins here
        return self._listed_days(j) or self._days_to_date(j, opener) or self._two_ends(j, opener)

    def _range_may_start(self, i: int) -> bool:
        w = self.words[i]
        return bool(w) and (w[0].isdecimal() or w in self.t.starters or w in ARTICLES or ordinal_at(self.tokens, i) is not None)

    def _connector(self, i: int, opener: str) -> int | None:
        """The index after the word that joins the two ends."""
        j = i + 1 if self.words[i] == "," else i
        m = self.find(self.t.to, j)
        if m is not None:
            return m.next
        w = self.words[j]
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
            w = self.words[j]
            listed = w.startswith("وال") and self.words[j - 1].startswith("ال")  # السادس والسابع من أيار
            if not (w.startswith("و") and len(w) > 2 and (opener or listed)):
                return None
            k = j
        if self.find(self.t.units, k) is not None and self.find(self.t.units, k).value == ("day", 1):  # type: ignore[union-attr]
            k += 1
        found = self.day_month(k) if self.words[k] else None
        if found is None:
            second = self.day_number(k)
            if second is not None and opener in ("from", "between"):
                w = self.words[second[1]]
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
        return per.Span(Day(d, last.month), last, last.day != d + 1 and self.words[k - 1] in ("و", "او")), stop

    def _listed_days(self, i: int) -> Read:
        """``10 و11 و12 تشرين الثاني``, ``3، 5 و7 أيار``: the interval from the first to the last day named."""
        days: list[int] = []
        j = i
        for _ in range(12):
            d = self.digits(j)
            if d is None or not 1 <= d <= 31 or (days and d <= days[-1]):
                return None
            days.append(d)
            nxt = self.words[j + 1]
            if nxt not in ("و", ","):
                break
            j += 3 if nxt == "," and self.words[j + 2] == "و" else 2
        if len(days) < 3:
            return None
        found = self.day_month(j)
        return None if found is None else (per.Span(Day(days[0], found[0].month), found[0], True), found[1])

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
            w = self.words[j]
            if not (w.startswith("و") and len(w) > 2):
                return None
            k, attached = j, True
        elif self.words[k - 1] == "-" and not opener and isinstance(shape, (Year,)):
            return None
        second = self.endpoint(k)
        if second is None and isinstance(shape, Year):
            number = self.year_number(k, True)
            second = number
        if second is None:
            return None
        listing = attached or self.words[k - 1] in ("و", "او")
        weekdays = isinstance(shape, Weekday) and isinstance(second[0], Weekday) and shape.mod is None
        if listing and not opener and not weekdays:
            return None
        if (
            self.words[k - 1] in ("-", "/")
            and not opener
            and not ((isinstance(shape, (Day, Weekday)) and isinstance(second[0], (Day, Weekday))) or isinstance(shape, Month))
        ):
            return None
        if (isinstance(shape, Month) and shape.number is None) or isinstance(second[0], rel.Stretch):
            return None
        while listing and weekdays and isinstance(second[0], Weekday) and second[0].mod is None:
            joint = second[1]
            more = self.endpoint(joint + 1 if self.words[joint] in ("و", ",") else joint) if self.words[joint][:1] in "و," else None
            if more is None or not isinstance(more[0], Weekday):
                break
            second = more
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
        if inner is None or isinstance(inner[0], (rel.Stretch, rel.Away)):
            return None
        shape, j = inner
        if m.value in ("before", "after") and isinstance(shape, Deictic):
            return None
        if m.value in ("before", "after") and not isinstance(shape, per.Part) and self.words[m.next] in _HOURS:
            return None
        if m.value == "since":
            k = self._connector(j, "from")
            if k is not None and self.words[k - 1] not in ("-", "/", "و", "او"):
                second = self.endpoint(k)
                if second is not None:
                    return per.Span(shape, second[0]), second[1]
        return per.Bound(m.value, shape), j

    def _since_event(self, i: int) -> Read:
        """``منذ سقوط النظام في 8 كانون الأول 2024``: a few words, then the date."""
        for j in range(i + 1, min(i + 8, self.n)):
            w = self.words[j]
            if w in ENDS and w != '"':
                return None
            at = j + 1 if w in ("في", "بتاريخ", "يوم") else (j if w in self.t.parts else None)
            if at is not None:
                found = self.single(at)
                if found is not None and isinstance(found[0], (Day, Month, Year, per.Part)):
                    k = self._connector(found[1], "from")
                    if k is not None and self.words[k - 1] not in ("-", "/", "و", "او"):
                        second = self.endpoint(k)
                        if second is not None:
                            return per.Span(found[0], second[0]), second[1]
                    return per.Bound("since", found[0]), found[1]
        return None
