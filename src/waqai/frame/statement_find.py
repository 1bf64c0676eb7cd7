"""Where a report says that activity rose or fell, who holds a place, or what goes on again and again.

A direction counts when the words between it and the deed change nothing (``تصاعدت وتيرة هجمات``), so that prices, tolls and smoke do not
count; a deed that is violent only in some company (``عمليات``) counts beside an armed party or a word that says which deed it is.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from waqai.frame.scene import Scene
from waqai.frame.statement_words import deed, openings, statement_words, within
from waqai.model import ActorMention, EventType, PlaceLevel, PlaceMention, StatementKind
from waqai.normalise import readings
from waqai.resources.wordsets import wordset

ARMED = frozenset(("armed_group", "state_force", "militia", "international", "tribe"))
PUBLIC = ARMED | {"ministry", "officials"}
_STOPS = frozenset((",", ".", ";", ":", "\n", "!", "?"))
_REACH, _GUARD, _BESIDE = 12, 6, 8


@dataclass(frozen=True, slots=True)
class Found:
    """One statement: what it says, of which deed, in tokens ``[first, last)`` of one line; ``deed`` is the deed's token.

    ``actor`` is who is known to act; ``place`` the index of the place that is spoken of; both may be open.
    """

    kind: StatementKind
    event_type: EventType
    line: int
    first: int
    last: int
    deed: int
    actor: ActorMention | None = None
    place: int | None = None


class Finder:
    """The statements of one document."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.words, self.w = scene, scene.words, statement_words()
        self._armed = {a.first: a for a in scene.doc.actors if a.category in ARMED}
        self._acting = {i for a in scene.doc.actors for i in range(a.first, a.last)}
        self._placed = {i for p in scene.doc.places for i in range(p.first, p.last)}
        self._aside = {i for t in scene.doc.times for i in range(t.first, t.last)}
        counted = (n for n in scene.doc.numbers if n.form not in ("singular", "dual", "plural"))
        self._aside |= {i for n in counted for i in range(n.first, n.last)}

    def find(self) -> Iterator[Found]:
        """All statements in text order, none within another."""
        starts = openings(self.words)
        for k, ln in enumerate(self.scene.lines):
            first, end = ln.sentence.first, ln.sentence.last
            done = first
            for i in starts[bisect_left(starts, first) : bisect_left(starts, end)]:
                if i < done:
                    continue
                found = (
                    self._direction(k, i, end)
                    or self._growing(k, i, end)
                    or self._holds(k, i)
                    or self._goes_on(k, i, end)
                    or self._agreed(k, i, end)
                )
                if found is not None:
                    yield found
                    done = found.last

    # Activity that rose or fell

    def _direction(self, k: int, i: int, end: int) -> Found | None:
        w = self.w
        for prefix, rest in readings(self.words[i]):
            if prefix.endswith("س"):
                continue  # of the future
            for table, ask in ((w.makers, self._made), (w.nouns, self._told), (w.verbs, self._told)):
                if rest in table and (table is w.nouns or "ال" not in prefix):
                    found = ask(k, i, end, table[rest], table is w.verbs)
                    if found is not None:
                        return found if self._asserted(k, i) else None
        return None

    def _told(self, k: int, i: int, end: int, kind: StatementKind, verb: bool) -> Found | None:
        at = self._ahead(i + 1, end, acting=False)
        if at is not None:
            return self._of(k, kind, i, at)
        if any(rest in self.w.sets["escalation_nouns"] for _, rest in readings(self.words[i])):
            return self._escalation(k, i, end)
        if not verb:
            return None
        last = i + 2 if i + 1 < end and self.words[i + 1] in self.w.sets["shared"] else i + 1
        at = self._behind(k, i)
        return None if at is None else self._of(k, kind, at, at, last)

    def _made(self, k: int, i: int, end: int, kind: StatementKind, _: bool) -> Found | None:
        at = self._ahead(i + 1, end, acting=True)
        if at is None:
            return None
        measured = any(within(self.words[j], self.w.sets["measures"]) for j in range(i + 1, at))
        if not measured and within(self.words[i], self.w.sets["makers_need_measure"]):
            return None
        who = next((self._armed[j] for j in range(i + 1, at) if j in self._armed), None)
        if who is None and i > self.scene.lines[k].sentence.first:
            who = next((a for a in self._armed.values() if a.last == i), None)  # خلايا التنظيم كثفت نشاطها
        own = deed(self.words[at])
        if who is None and not (own is not None and own[1] not in self.w.sets["weak"]):
            return None
        return self._of(k, kind, i, at, who=who)

    def _escalation(self, k: int, i: int, end: int) -> Found | None:
        sets = self.w.sets
        if i + 1 >= end or self.words[i + 1] not in sets["escalation_adjectives"]:
            return None
        first = self.scene.lines[k].sentence.first
        if not any(within(self.words[j], sets["escalation_verbs"]) for j in range(max(first, i - _BESIDE), i)):
            return None
        return Found(StatementKind.INCREASE, EventType.ATTACK, k, i, i + 2, i)

    def _growing(self, k: int, i: int, end: int) -> Found | None:
        """``تحركات متزايدة``."""
        if deed(self.words[i]) is None:
            return None
        for j in range(i + 1, min(i + 3, end)):
            if within(self.words[j], self.w.sets["growing"]) and self._asserted(k, i):
                return self._of(k, StatementKind.INCREASE, i, i, j + 1)
        return None

    def _ahead(self, i: int, end: int, acting: bool) -> int | None:
        """The deed whose direction was told just before token ``i``."""
        for j in range(i, min(end, i + _REACH)):
            w = self.words[j]
            if deed(w) is not None and j not in self._placed:
                return j
            if j in self._aside or j in self._placed or (acting and j in self._acting) or w in ('"', "'"):
                continue
            if w not in self.w.sets["passed"] and not within(w, self.w.sets["measures"]):
                return None
        return None

    def _behind(self, k: int, i: int) -> int | None:
        """The deed that is the subject of the verb at token ``i`` and stands before it."""
        first = self.scene.lines[k].sentence.first
        for j in range(i - 1, max(first - 1, i - _BESIDE), -1):
            w = self.words[j]
            own = deed(w)
            if own is not None and j not in self._placed:
                before = self.words[j - 1] if j > first else ""
                if within(before, self.w.sets["measures"]):
                    before = self.words[j - 2] if j - 1 > first else ""
                alone = own[0] in ("", "و", "ف", "ال", "وال", "فال") and (
                    before == "" or before in _STOPS or within(before, self.w.sets["opens"])
                )
                return j if alone else None
            if w in _STOPS or not (j in self._acting or j in self._placed or j in self._aside or w.startswith("ال") or w in ("في", '"')):
                return None
        return None

    def _of(
        self, k: int, kind: StatementKind, first: int, at: int, last: int | None = None, who: ActorMention | None = None
    ) -> Found | None:
        """The statement about the deed at a token, when the deed is one of conflict."""
        read = deed(self.words[at])
        assert read is not None
        end = self.scene.lines[k].sentence.last
        event_type, sure, stop = self.w.deeds[read[1]], read[1] not in self.w.sets["weak"], at + 1
        for j in range(at + 1, min(at + 3, end)):
            rests = [rest for _, rest in readings(self.words[j])]
            if any(rest in self.w.sets["not_deeds"] for rest in rests):
                return None
            told = next((rest for rest in rests if rest in self.w.kinds), None)
            if told is not None:
                event_type, sure, stop = self.w.kinds[told] or event_type, True, j + 1
            elif j == at + 1 and event_type is EventType.ATTACK and (own := deed(self.words[j])) is not None:
                event_type, sure, stop = self.w.deeds[own[1]], sure or own[1] not in self.w.sets["weak"], j + 1
            else:
                break
        if (
            not sure
            and who is None
            and not any(at < a.first <= at + _BESIDE and self.scene.owner[a.first] == k for a in self._armed.values())
        ):
            return None
        return Found(kind, event_type, k, first, max(stop, last or 0), at, who)

    def _asserted(self, k: int, i: int) -> bool:
        """Nothing before the direction says that it is denied, feared, wanted or only possible."""
        ln = self.scene.lines[k]
        if any(0 <= i - c.last < _GUARD for cls in ("hypo", "plan") for c in ln.of(cls)):
            return False
        sets = self.w.sets
        for j in range(i - 1, max(ln.sentence.first - 1, i - 1 - _GUARD), -1):
            w = self.words[j]
            if w in _STOPS:
                return True
            if within(w, sets["if_present"]) and self.words[j + 1][0] in "يت" and (w != "ان" or j == i - 1):
                return False  # قد تدفع, أن تتكرر
            if within(w, sets["unasserted"]) and not (j + 1 < len(self.words) and self.words[j + 1] in sets["still"]):
                return False
        return True

    # Who holds a place

    def _holds(self, k: int, i: int) -> Found | None:
        sets, ln = self.w.sets, self.scene.lines[k]
        hold = within(self.words[i], sets["hold"]) and (self.words[i - 1] == "تحت" or self.words[i].startswith("ل"))
        verb = not hold and within(self.words[i], sets["holds"])
        if not (hold or verb) or not self._asserted(k, i) or (verb and within(self.words[i - 1], sets["turned"])):
            return None
        who = self._holder(k, i, verb)
        if who is None or (hold and self._only_now(k, i)):
            return None
        if hold:
            first = next((j for j in range(max(ln.sentence.first, i - _BESIDE), i) if within(self.words[j], sets["held"])), i)
            first = i - 1 if first == i and self.words[i - 1] == "تحت" else first
            place = self._place(k, max(ln.sentence.first, i - _REACH), i, nearest_to=i)
            last = i + 1
        else:
            over = next((j for j in range(i + 1, min(i + _BESIDE, ln.sentence.last)) if self.words[j] in sets["over"]), None)
            if over is None:
                return None
            after = self.words[over] == "علي"
            place = self._place(k, over, over + 5, over) if after else self._place(k, max(ln.sentence.first, i - _BESIDE), i, i)
            first, last = i, over + 1
        if place is None:
            return None
        return Found(StatementKind.CONTROL, EventType.STRATEGIC_DEVELOPMENT, k, first, last, i, who, place)

    def _only_now(self, k: int, i: int) -> bool:
        """``باتت المدينة تحت سيطرة الجيش بعد طرد خصومه``: it changed hands, which is an event."""
        ln, words = self.scene.lines[k], self.words
        if wordset("becomes").isdisjoint(words[max(ln.sentence.first, i - _REACH) : i]):
            return False
        after = range(i + 1, ln.sentence.last - 1)
        return any(words[j] in wordset("leaves-behind") and words[j + 1] in wordset("leaving") for j in after)

    def _holder(self, k: int, i: int, verb: bool) -> ActorMention | None:
        here = [a for a in self._armed.values() if self.scene.owner[a.first] == k]
        after = [a for a in here if verb <= a.first - i <= 3 + verb]  # one mention may begin with the word: لسيطرة الجيش
        if not after and verb:
            told = (a for a in here if 0 <= i - a.last <= 2 and a.first > self.scene.lines[k].sentence.first)
            # A headline puts who acts first and tells the news in the present: قسد تسيطر على بلدة.
            return next((a for a in told if within(self.scene.before(a.first), self.w.sets["opens"])), None)
        return min(after, key=lambda a: a.first, default=None)

    def _place(self, k: int, lo: int, hi: int, nearest_to: int) -> int | None:
        here = [p for p in self.scene.lines[k].places if lo <= self.scene.place(p).first < hi and self.scene.place(p).ref is not None]
        return min(here, key=lambda p: abs(self.scene.place(p).first - nearest_to), default=None)

    # What goes on

    def _goes_on(self, k: int, i: int, end: int) -> Found | None:
        sets, ln = self.w.sets, self.scene.lines[k]
        if within(self.words[i], sets["active"]):
            if any(within(self.words[j], sets["ends"]) for j in range(max(ln.sentence.first, i - 4), i)) or not self._asserted(k, i):
                return None
            who = next((a for a in self._armed.values() if 0 < a.first - i <= 2), None)
            place = self._place(k, i, min(end, i + _REACH), i)
            if who is None or place is None:
                return None
            return Found(StatementKind.CAMPAIGN, EventType.ATTACK, k, i, i + 1, i, who, place)
        if within(self.words[i], sets["recurs"]):
            at = self._ahead(i + 1, min(end, i + 4), acting=False)
            return None if at is None or not self._asserted(k, i) else self._of(k, StatementKind.CAMPAIGN, i, at)
        own = deed(self.words[i])
        if own is None or own[0].endswith("ال") or own[2] or not self._asserted(k, i):
            return None
        before = range(max(ln.sentence.first, i - _BESIDE), i)
        acts = next((j for j in before if within(self.words[j], sets["acting"])), None)
        last = self._recurring(i, end)
        if last is None or (acts is None and not any(within(self.words[j], sets["ongoing"]) for j in before)):
            return None
        who = None if acts is None else next((self._armed[j] for j in range(acts + 1, i) if j in self._armed), None)
        return self._of(k, StatementKind.CAMPAIGN, i, i, last, who)

    def _recurring(self, i: int, end: int) -> int | None:
        """Where the words end that say the deed at token ``i`` goes on again and again."""
        for j in range(i + 1, min(end, i + 4)):
            for phrase in self.w.often:
                if tuple(self.words[j : j + len(phrase)]) == phrase and j + len(phrase) <= end:
                    return j + len(phrase)
            if self.words[j] in self.w.sets["recurring"]:
                return j + 2 if self.words[j] == "شبه" and j + 1 < end else j + 1
        return None

    # Who agrees with whom

    def _agreed(self, k: int, i: int, end: int) -> Found | None:
        sets, ln = self.w.sets, self.scene.lines[k]
        signs = within(self.words[i], sets["signs"])
        if not signs and not within(self.words[i], sets["joins"]):
            return None
        wanted = sets["papers"] if signs else sets["bodies"]
        at = next((j for j in range(i + 1, min(i + _BESIDE, end)) if within(self.words[j], wanted)), None)
        if at is None or not self._asserted(k, i) or any(self.words[j] in _STOPS for j in range(i + 1, at)):
            return None
        if any(within(self.words[j], sets["not_agreed"]) for j in range(max(ln.sentence.first, i - 4), min(end, at + 4))):
            return None

        def beside(m: ActorMention | PlaceMention) -> bool:
            return m.first == i + 1 or 0 <= i - m.last <= 2

        who = next((a for a in ln.actors if beside(a) and a.category in PUBLIC and a.form != "pronoun"), None)
        states = (p for p in map(self.scene.place, ln.places) if p.ref is not None and p.ref.level is PlaceLevel.COUNTRY)
        state = any(beside(p) for p in states)
        return Found(StatementKind.AGREEMENT, EventType.STRATEGIC_DEVELOPMENT, k, i, at + 1, i, who) if who is not None or state else None
