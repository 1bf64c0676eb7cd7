"""Distances and durations: two days ago, within a week, a day before that."""

from __future__ import annotations

from waqai.annotate.time import relative as rel
from waqai.annotate.time.grammar import ENDS, Read
from waqai.annotate.time.stretches import Stretches

Steps = tuple[tuple[int | None, str], ...]


class Distances(Stretches):
    """Readers of distances on top of periods. A bare duration (``لمدة ثلاثة أيام``) is no date and is never returned."""

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
            if self.words[j] in self.t.half and n is not None:
                half = {"year": (6, "month"), "month": (15, "day"), "day": (12, "hour"), "week": (3, "day")}.get(unit)
                if half is not None:
                    steps.append(half)
                j += 1
                break
            if self.words[j] != "و" or self._duration_step(j + 1, "") is None:
                break
            j += 1
        return (tuple(steps), j) if steps else None

    def _duration_step(self, i: int, prefix: str) -> tuple[tuple[int | None, str], int] | None:
        unit = self.find(self.t.units, i)
        if unit is not None and unit.prefix == prefix:
            name, size = unit.value
            j = unit.next
            if size == 0:
                if self.words[j] in self.t.few:
                    return (3, name), j + 1
                return (None, name), j
            if (size == 1 and self.words[j] in ("واحد", "واحده")) or (size == 2 and self.words[j] in ("اثنين", "اثنتين")):
                j += 1
            return (size, name), j
        if self.words[i] in self.t.few:
            after = self.find(self.t.units, i + 1)
            if after is not None and after.value[1] == 0:
                return (3 if self.words[i] in ("بضعه", "بضع") else None, after.value[0]), after.next
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
        found = self.duration(j) or (self._about_one(j) if j > m.next else None)
        if found is None:
            return None
        steps, k = found
        if self.find(self.t.approx, k) is not None:
            k = self._approx(k)[1]
        if m.value == "after" and steps == ((1, "night"),):
            return None  # بعد ليلة عاصفة
        if steps[-1] == (None, "hour") and self.words[k].startswith("ال"):
            return None  # منذ ساعات الصباح الأولى
        sign = 1 if m.value == "after" else -1
        base = "text" if sign > 0 else "anchor"
        if self.words[k] in self.t.ties:
            back = self.find(self.t.ties_to_text, k + 1)
            if back is not None and m.value != "since":
                return rel.Away(steps, sign, "text", bound), back.next
            if self.words[k + 1] in self.t.ties_to_now:
                return rel.Away(steps, sign, "anchor", bound), k + 2
            if sign > 0 and self.words[k + 1] in self.t.ties_to_taking:
                return rel.Away(steps, -1, "text", bound), k
            if m.value != "since" or self.words[k] == "من":
                return None
        mod = self.modifier(k)
        if mod is not None:
            return None
        return rel.Away(steps, sign, base, bound if bound != "about" else None), k

    def _about_one(self, i: int) -> tuple[Steps, int] | None:
        """``منذ قرابة الشهر``, ``قبل نحو العامين``: the article stands for the number."""
        unit = self.find(self.t.the_units, i)
        if unit is None or unit.prefix or unit.value[1] not in (1, 2) or self.modifier(unit.next) is not None:
            return None
        return ((unit.value[1], unit.value[0]),), unit.next

    def text_distance(self, i: int) -> Read:
        """``قبلها بنحو 24 ساعة``, ``بعد ذلك بيومين``, ``سبق هذه العملية بنحو 24 ساعة``."""
        m = self.find(self.t.text_before, i)
        if m is not None:
            found = self._by(m.next)
            return None if found is None else (rel.Away(found[0], m.value, "text"), found[1])
        m = self.find(self.t.text_verbs, i)
        if m is None:
            return None
        for j in range(m.next, min(m.next + 5, self.n)):
            if self.words[j] in ENDS:
                return None
            found = self._by(j)
            if found is not None:
                return rel.Away(found[0], m.value, "text"), found[1]
        return None

    def _by(self, i: int) -> tuple[Steps, int] | None:
        """``بيومين``, ``بنحو 24 ساعة``, ``ب 3 أيام``."""
        if self.words[i] == "ب":
            return self.duration(i + 1)
        approx = self.find(self.t.approx, i)
        if approx is not None and approx.prefix == "ب":
            return self.duration(approx.next)
        unit = self.find(self.t.units, i)
        if unit is not None and unit.prefix == "ب":
            return self.duration(i, "ب")
        if self.words[i].startswith("ب") and self.count(i) is not None:
            return self.duration(i)
        return None

    def within(self, i: int) -> Read:
        """``خلال أسبوع``, ``في غضون 48 ساعة``, ``خلال الشهر``: a stretch up to the anchor (from it when future is asked for)."""
        w = self.words[i]
        if w not in self.t.within or w in ("في", "وفي"):
            return None
        j = i + 1
        _, j = self._approx(j)
        unit = self.find(self.t.the_units, j)
        if unit is not None and not unit.prefix and unit.value[1] == 1 and unit.value[0] in ("month", "year", "week"):
            nxt = self.words[unit.next]
            if nxt[:1].isdigit() or self.modifier(unit.next) is not None:
                return None
            if nxt == "" or nxt in ENDS or not nxt.startswith("ال"):
                return self._year_of_period(rel.One(unit.value[0], ""), unit.next)
            return None
        if w not in ("خلال", "وخلال", "فخلال"):
            return None
        if self.month_name(j) is not None:
            return None  # خلال شهر تشرين الأول
        found = self.duration(j)
        if found is None or len(found[0]) != 1 or found[0][0][1] in ("minute", "second", "decade", "century"):
            return None
        n, name = found[0][0]
        k = found[1]
        if (
            n is None
            or (name == "hour" and n < 12)  # سقطت القذائف خلال ساعتين: how long it took
            or self.words[k] in ("الاولي", "الاول")  # خلال الخمسة عشر يوماً الأولى من شباط
            or (self.words[k][:1].isdigit() and not (name == "hour" and self._counted(k + 1)))  # "خلال 24 ساعة 63 شهيداً"
            or self.words[k] in ("من", "علي")
            or self.modifier(k) is not None
            or self.words[k] in self.t.half
        ):
            return None
        return rel.Stretch(name, n, "auto"), k
