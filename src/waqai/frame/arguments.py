"""Arguments as written: subject and object of a deed, whom an attack is aimed at, whom a protest is against."""

from __future__ import annotations

from collections.abc import Iterator

from waqai.frame.governed import is_passive
from waqai.frame.phrases import QUOTES, SIGNS, VERBS, bare, plain
from waqai.frame.subjects import Subjects
from waqai.model import WordMention
from waqai.resources.wordsets import wordset

_BY = ("بال", "لل", "كال")  # letters of a means or a purpose: neither subject nor object
_HARM = frozenset(("kill", "injure", "abduct", "arrest", "assassinate", "execute", "seize-persons"))
_ACTING = frozenset(("airmeans", "suicide"))


class Arguments(Subjects):
    """Arguments of the deeds of one scene, as token sequences; an empty one means there is none."""

    def arguments(self, w: WordMention, *, verb: bool = False) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Subject and object of a verb as written; of an event noun what follows it, as its object.

        A verb in the plural follows its subject (``مسلحون خطفوا``); in the singular the subject follows it, or stands before it after
        "that". A verb of harm with one noun phrase only is passive (``قتل جندي``), and so is one whose victims are counted. A verb
        right after an event noun has the event for its subject (``هجوم استهدف``).

        Args:
            w: a trigger.
            verb: read a fixed phrase as a verb (``فجّر نفسه``).

        Returns:
            Two token sequences, either may be empty.
        """
        scene, words = self.scene, self.words
        end = self.end(w.first)
        cls = scene.cls(w)
        if (w.form not in VERBS and not verb) or w.prefix[-1:] in ("ل", "ب"):
            return (), self.at(w.last, end)
        core = plain(words[w.first])
        harm = cls in _HARM
        one = self.at(w.last, end)
        if one and words[one[0]].startswith(_BY):
            one = ()
        topic = self.topic(w.first)
        if cls == "under":
            return (), self.before(w.first) or (one if one and one[0] not in self._deeds else ())
        if is_passive(scene, w) or cls == "die":
            return (), topic if topic and not one else one
        if self.of_event(w.first):
            return (), one
        if core.endswith(("وا", "ون")) or (core.endswith("ا") and topic):
            subject = self.before(w.first)
            if harm and not one and words[w.last : w.last + 1] not in (["كل"], ["جميع"]):
                return (), subject
            return subject or self.lent(w.first), one
        start = self.skip(w.last, end)
        counted = any(i in self.numbers for i in range(w.last, start))
        if topic:
            return (topic, one) if one or not harm else ((), topic)
        if counted and harm:
            return (), one
        two = (self.at(one[-1] + 1, end) or self._later(one[-1] + 1, end)) if one else ()
        if two and words[two[0]].startswith(_BY):
            two = ()
        if one and self._accusative(one):
            return self.lent(w.first), one
        if two or not harm:
            return one or self.lent(w.first), two
        if core.endswith("ت") and one and not words[one[0]].endswith(("ه", "ات", "ت")) and one[0] not in self.forces:
            return self.lent(w.first), one
        return (), one

    def _accusative(self, t: tuple[int, ...]) -> bool:
        """The noun phrase carries the accusative of an indefinite noun: no subject (``استهدف مقرا``)."""
        w = self.words[t[0]]
        return w.endswith("ا") and len(w) > 3 and not w.startswith("ال") and t[0] not in self.placed and not self._in_named(t[0])

    def _in_named(self, i: int) -> bool:
        return any(a.first <= i < a.last and a.form == "named" for a in self.scene.doc.actors)

    def aimed(self, w: WordMention) -> tuple[int, ...]:
        """Whom or what an attack is aimed at: after "on", "against", "towards" (``أطلقوا النار على``, ``هجوم انتحاري على``)."""
        words, end = self.words, self.end(w.first)
        for j in range(w.last, min(w.last + 14, end)):
            if words[j] in wordset("that") or words[j] in (".", ";", ":") or (self.is_verb(j) and j > w.last):
                break
            if words[j] in wordset("against") and words[j] != "الي":
                got = self.at(j + 1, end)
                if got:
                    return got
        return ()

    def beside(self, w: WordMention) -> tuple[int, ...]:
        """Who or what a bomber blew himself up at: ``لدى مرور دورية``, ``خارج مكتب``."""
        words, end = self.words, self.end(w.first)
        for j in range(w.last, min(w.last + 12, end)):
            if words[j] in wordset("that") or words[j] in (".", ";", ":"):
                break
            if words[j] in wordset("beside"):
                k = j + 1
                while k < end and words[k] in ("من", "مرور", "علي", "مقربه"):
                    k += 1
                got = self.at(k, end)
                if got and got[0] not in self.placed:
                    return got
        return ()

    def of_event(self, i: int) -> bool:
        """An event noun stands right before the verb, with its adjectives at most."""
        if self.words[i][0] in ("و", "ف") and plain(self.words[i]) != self.words[i]:
            return False
        for w in self.scene.doc.words:
            if w.layer != "trigger" or w.form in VERBS or not 0 <= i - w.last <= 3:
                continue
            if self.scene.cls(w) in _ACTING and not w.prefix:
                continue
            if all((self.words[j] not in SIGNS and self.words[j] not in self.stops) or j in self.timed for j in range(w.last, i)):
                return True
        return False

    def _later(self, i: int, end: int) -> tuple[int, ...]:
        """An object after a time, a clothing clause or a comma: it is counted or carries the accusative."""
        words = self.words
        for j in range(i, min(i + 8, end)):
            if words[j] in wordset("that") or words[j] in (".", ":", ";") or (words[j][0] in "وف" and self.is_verb(j)):
                break
            counted = j - 1 >= i and (j - 1 in self.numbers or (words[j - 1] == "من" and words[j - 2] in wordset("quantities")))
            if counted and j not in self.timed and j not in self.numbers:
                return self.at(j, end)
            if j not in self.timed and words[j].endswith("ا") and len(words[j]) > 4 and words[j - 1] in (",", *QUOTES) and not self.ends(j):
                return self.at(j, end)
        return ()

    def opposed(self, i: int, subject: tuple[int, ...] = (), *, strictly: bool = False) -> tuple[int, ...]:
        """Whom a protest told at ``i`` is against: after "against" or a word of protest or demand, what is asked for left out.

        Args:
            i: token of the protest; a verb of demand counts itself.
            subject: who protests, passed over.
            strictly: only behind the word "against", not what the protest is about.
        """
        first: tuple[int, ...] = ()
        for asked, got in self._aims(i, subject, strictly):
            known = any(k in self.acting or bare(self.words[k]) in wordset("titles") for k in got)
            if known:
                return got
            if not first and not asked:
                first = got
        return first

    def _aims(self, i: int, subject: tuple[int, ...], strictly: bool) -> Iterator[tuple[bool, tuple[int, ...]]]:
        """Noun phrases after words of protest; with each, whether it is asked for (``مطالبين``) or protested against."""
        words, end = self.words, self.end(i)
        aims, matters, asking = wordset("protest-aims"), wordset("protest-matters"), wordset("protest-asking")
        for j in (*range(i, end), *range(self.start(i), i)):
            if words[j] != "ضد" and (strictly or (words[j] not in aims and plain(words[j]) not in aims)):
                continue
            if j in subject:
                continue
            k = subject[-1] + 1 if subject and j < subject[0] <= j + 4 else j + 1
            while k < end and (words[k] in ("علي", "من", "في", "ما", "خلالها", "عن") or words[k] in aims):
                k += 2 if words[k] == "ما" else 1
            wanted = self.at(k, end)
            got = self._bearer(wanted, end, matters)
            if got and got != subject:
                asked = words[j] in asking or plain(words[j]) in asking
                yield asked and words[k].startswith("ب") and bare(words[wanted[0]]) not in wordset("protest-removals"), got

    def _bearer(self, got: tuple[int, ...], end: int, matters: frozenset[str]) -> tuple[int, ...]:
        """Whose matter it is: ``استقالة رئيس الوزراء``, ``أحكام أصدرها القضاء``, ``بالانقلاب الذي قاده الجنرال``."""
        words = self.words
        while got and bare(words[got[0]]) in matters:
            definite = words[got[0]].removeprefix("ب").startswith(("ال", "لل"))
            after = got[-1] + 1
            told = after < end and (words[after] in wordset("relatives") or (len(got) == 1 and self.is_verb(after)))
            if len(got) > 1 and not definite:
                got = got[1:]
                continue
            if len(got) > 1 and not told:
                break
            while after < end and told and (words[after] in wordset("relatives") or self.is_verb(after)):
                after += 1
            got = self.at(after, end) if told or not definite else ()
        return got
