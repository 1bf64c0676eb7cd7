"""Subjects as written: which noun phrase a finite verb has for its subject, and which verb a noun hangs on."""

from __future__ import annotations

from waqai.frame.phrases import FEW, QUOTES, SIGNS, VERBS, Phrases, plain
from waqai.resources.wordsets import wordset


class Subjects(Phrases):
    """Subjects of the verbs of one scene, as token sequences; an empty one means there is none."""

    def before(self, i: int) -> tuple[int, ...]:
        """The noun phrase a verb at ``i`` follows: after "that", after ``كان``, at the start, or right before the relative.

        After "that he" the one who speaks is meant.
        """
        words = self.words
        lo = self.start(i)
        j = i - 1
        while j >= lo and (plain(words[j]) in wordset("auxiliaries") or j in self.timed or words[j] in QUOTES):
            j -= 1
        if j >= lo and words[j] in wordset("relatives"):
            # "المتظاهرون الذين تقدمهم رجال دين": a pronoun on the verb is the antecedent, not its subject
            return () if words[i].endswith(("هم", "ها")) else self._ending(j, lo)
        openers = wordset("that") | wordset("clause-openers")
        start = j
        while start >= lo and words[start] not in openers and plain(words[start]) not in openers:
            if start < j and self.is_verb(start):
                if plain(words[start]) in wordset("auxiliaries"):
                    return self.at(start + 1, i)  # "بدأت الحشود تتوجه"
                return ()
            start -= 1
        if start >= lo and words[start] in wordset("that-pronouns"):
            return self._speaker(start, lo) if i - start <= 2 else ()
        first = words[start + 1] if start + 1 < i else ""
        if plain(first) != first and not first.startswith("وال") and start + 1 not in self._named:
            return ()  # "وصاح ...": a sentence that opens with "and" and no article opens with its verb
        got = self.at(start + 1, i)
        return () if got and got[0] in self.placed and got[0] not in self.acting else got

    def _speaker(self, i: int, lo: int) -> tuple[int, ...]:
        said = [w for w in self.scene.doc.words if w.layer == "speech" and lo <= w.first < i and w.form in VERBS]
        if not said:
            return ()
        return self.topic(said[-1].first) or self.at(said[-1].last, i)

    def _ending(self, j: int, lo: int) -> tuple[int, ...]:
        """The noun phrase that ends right before ``j``."""
        words = self.words
        stop = j - 1
        while stop >= lo and (words[stop] in (",", *QUOTES) or stop in self.timed):
            stop -= 1
        for start in range(max(lo, stop - FEW), stop + 1):
            got = self.at(start, stop + 1)
            if got and got[-1] >= stop and (start == lo or self.ends(start - 1) or self.is_verb(start - 1) or start - 1 in self.numbers):
                return got
        near = [a for a in self.scene.doc.actors if lo <= a.first <= stop and stop - a.last <= 8]
        return self.at(near[-1].first, stop + 1) if near else self.at(stop, stop + 1)

    def topic(self, i: int) -> tuple[int, ...]:
        """A subject before its verb: ``إن حركة طالبان قد خطفت``; only times, places and prepositions may stand between."""
        got = self.before(i)
        between = range(got[-1] + 1, i) if got else range(0)
        passed = self.timed | self.placed
        free = [j for j in between if j not in passed and self.words[j] not in self.stops and self.words[j] not in (",", *QUOTES)]
        return () if free and self.words[got[-1] + 1] not in wordset("prepositions") else got

    def subject(self, i: int, *, lend: bool = True) -> tuple[int, ...]:
        """Subject of the finite verb at ``i``: before it for plurals and after "that", else after it; the verb before lends its own."""
        core = plain(self.words[i])
        plural = core.endswith(("وا", "ون"))
        got = (self.before(i) or self._adjacent(i)) if plural else self.topic(i)
        if not got and not plural and i + 1 < len(self.words) and not self.words[i + 1].startswith(("بال", "لل")):
            got = self.at(i + 1) or self._delayed(i)
        return got or (self.lent(i) if lend else ())

    def _delayed(self, i: int) -> tuple[int, ...]:
        """A subject after the place: ``وتظاهر في باريس حوالي ألف شخص``."""
        words = self.words
        if i + 1 >= len(words) or words[i + 1] not in wordset("place-prepositions"):
            return ()
        preps = wordset("prepositions")
        people = {a.first for a in self.scene.doc.actors if a.form == "described" and self.scene.before(a.first) not in preps}
        for j in range(i + 2, min(i + 9, self.end(i))):
            if (words[j] in SIGNS and words[j] != ",") or words[j] in wordset("that") or self.is_verb(j):
                break
            counted = words[j] in wordset("quantities") and words[j - 1] not in preps
            if j in people or j in self.numbers or counted:
                return self.at(j)
        return ()

    def _adjacent(self, i: int) -> tuple[int, ...]:
        """The noun phrase a plural verb stands right behind, as its relative clause without a relative (``متظاهرا تجمعوا``)."""
        lo = self.start(i)
        if i <= lo or plain(self.words[i]) != self.words[i] or self.words[i - 1] in SIGNS:
            return ()
        return self._ending(i, lo)

    def lent(self, i: int) -> tuple[int, ...]:
        """Subject of the verb told before the one at ``i`` in its sentence (``اقتحم مسلحون ... وقتلوا``)."""
        lo = self.start(i)
        for j in range(i - 1, lo - 1, -1):
            if not self.is_verb(j) or any(w.first == j and w.layer == "speech" for w in self.scene.doc.words):
                continue
            core = plain(self.words[j])
            plural = core.endswith(("وا", "ون"))
            got = (self.before(j) if plural else self.topic(j)) or (() if plural else self.at(j + 1))
            if got and got[-1] < i:
                return got
        return ()

    def governor(self, i: int) -> int | None:
        """The finite verb an event noun at ``i`` hangs on (``قام جنود بقتل``, ``أمرت القوات بضربات``); ``None`` when there is none."""
        words = self.words
        barriers = wordset("that") | wordset("relatives") | wordset("clause-openers") | wordset("soft-break")
        for j in range(i - 1, max(self.start(i), i - 10) - 1, -1):
            if words[j] in SIGNS or (words[j] in barriers and words[j] not in ("عن", "علي") and j not in self.timed):
                return None
            if self.is_verb(j):
                return j
        return None
