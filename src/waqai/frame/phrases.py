"""Noun phrases as written, and which of them a verb takes as subject and object.

The registry says who an actor is; a noun phrase says how far the words go that name him, also where the registry knows nobody
(``نقيب الصيادلة``, ``متظاهرون غاضبون``). Arabic marks its end well enough without a parse: a preposition, a relative, a verb or an
adverb; a definite word before one that is not; a plural with its nūn, which takes adjectives of its own kind only.
"""

from __future__ import annotations

from collections.abc import Iterable

from waqai.frame.roles import is_passive
from waqai.frame.scene import Scene
from waqai.model import WordMention
from waqai.normalise import fold
from waqai.resources.wordsets import wordset

_VERBS = frozenset(("past", "present", "passive"))
_SIGNS = frozenset((",", ".", ";", ":", "(", ")", "!", "?", "-", "\n", "*", "/", "[", "]"))
_QUOTES = frozenset(('"', "'"))
_NUNATED = ("ون", "ين", "ان")
_NISBA = ("ي", "يه", "يين", "يون", "ين", "ون", "ات", "يا")
_EVENTS = frozenset(("attack", "kill", "explode", "shell", "air", "shoot", "raid", "abduct", "clash", "op", "protest"))
_CIVIL = frozenset(("civilians", "officials", "unspecified", "property"))
_FEW = 9  # words of a phrase at most
_SUFFERED = frozenset(("die", "under"))
_HARM = frozenset(("kill", "injure", "abduct", "arrest", "assassinate", "execute", "seize-persons"))


def _plain(w: str) -> str:
    """The word without a conjunction letter."""
    if w[:1] not in ("و", "ف") or w in wordset("waw-words"):
        return w
    return w[1:] if len(w) > 3 or w[1:] in wordset("phrase-end") else w


def definite_article(w: str) -> bool:
    """The word carries the article."""
    return w.startswith(("ال", "لل", "بال", "وال"))


def _bare(w: str) -> str:
    """The word without a preposition letter and without the article."""
    if w.startswith("لل"):
        return w[2:]
    if w[:1] in ("ب", "ل") and len(w) > 4:
        w = w[1:]
    return w.removeprefix("ال")


class Phrases:
    """Noun phrases of one scene. Token sequences are ascending indices; an empty one means there is none.

    Args:
        scene: the document.
    """

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.words = scene.words
        doc = scene.doc
        self._timed = {i for t in doc.times for i in range(t.first, t.last)}
        self._numbers = {
            i
            for n in doc.numbers
            if n.form not in ("dual", "singular", "plural")
            for i in range(n.first, n.last)
            if n.noun is None or self.words[i] != fold(n.noun)
        }
        self._named = {i for m in (*doc.actors, *doc.places) for i in range(m.first, m.last)}
        self._placed = {i for p in doc.places for i in range(p.first, p.last)}
        self._acting = {i for a in doc.actors for i in range(a.first, a.last)}
        self._deeds = {
            w.first
            for w in doc.words
            if w.layer == "trigger" and scene.cls(w) in _EVENTS and w.first not in self._acting and self.words[w.first][:1] in ("ل", "ب")
        }
        self._forces = {i for a in doc.actors if a.category not in _CIVIL for i in range(a.first, a.last)}
        self._acts = {w.first for w in doc.words if w.form in _VERBS and w.layer in ("trigger", "speech", "cue")}
        self._stops = wordset("phrase-end") | wordset("relatives") | wordset("prepositions") | wordset("that")

    def is_verb(self, i: int) -> bool:
        """The token is a finite verb: the lexicon says so, or its letters do (``يمشون``, ``أعلنت``, ``خرجوا``)."""
        if i in self._acts and i not in self._timed:
            return True
        w = _plain(self.words[i])
        if w in wordset("common-verbs"):
            return True
        if i in self._named or i in self._timed or len(w) < 4 or w in wordset("verb-like-nouns") or w.startswith("ال"):
            return False
        return w.endswith("وا") or w.startswith("ي") or (w.endswith("ت") and not w.endswith("ات"))

    def skip(self, i: int, hi: int) -> int:
        """Pass over numbers, quantities with their "of", times and opening marks."""
        words = self.words
        while i < hi:
            if i in self._numbers or i in self._timed or words[i] in _QUOTES:
                i += 1
            elif words[i] in wordset("quantities") or words[i] in wordset("these"):
                i += 1
            elif words[i] == "من" and i > 0 and (i - 1 in self._numbers or words[i - 1] in wordset("quantities")):
                i += 1
            else:
                break
        return i

    def at(self, i: int, hi: int | None = None) -> tuple[int, ...]:
        """The bare noun phrase that begins at a token, numbers before it passed over; ``()`` when none does."""
        words = self.words
        end = self._end(i) if hi is None else hi
        i = self.skip(i, end)
        if i >= end or self._ends(i, head=True) or words[i] in wordset("age"):
            return ()
        out = [i]
        covering = [m for m in self.scene.doc.actors if m.first <= i < m.last and m.form != "pronoun"]
        whole = max((m.last for m in covering), default=i)
        names = bool(covering) and covering[0].form not in ("described", "definite") and covering[0].category not in _CIVIL
        starts = {m.first for m in self.scene.doc.actors if m.first >= whole} if covering else set()
        j = i + 1
        quoted = i > 0 and words[i - 1] in _QUOTES
        while j < end and len(out) < _FEW:
            if words[j] in _QUOTES:
                quoted = not quoted and j + 1 < end and words[j - 1] not in _QUOTES
                j += 1
                continue
            if j < whole and words[j] == "في" and j + 1 in self._placed:
                break  # "شرطيين في مقديشو": where, not who
            if j < whole or (quoted and words[j] not in _SIGNS and self._closed(j, end)):
                if j not in self._numbers:
                    out.append(j)
            elif words[out[-1]] != "من" and j in starts and not words[j].startswith("ال"):
                break
            elif names and not words[j].startswith("ال") or not self._goes_on(out, j):
                break
            else:
                out.append(j)
            j += 1
        return tuple(out[:-1] if words[out[-1]] == "من" else out)

    def _closed(self, j: int, end: int) -> bool:
        """A name in quotation marks, not a saying: the marks close within a few words."""
        return any(self.words[k] in _QUOTES for k in range(j + 1, min(j + 6, end)))

    def _end(self, i: int) -> int:
        k = self.scene.owner[i] if i < len(self.scene.owner) else -1
        return self.scene.lines[k].sentence.last if k >= 0 else min(i + 1, len(self.words))

    def _ends(self, j: int, *, head: bool = False) -> bool:
        w = self.words[j]
        if w in _SIGNS or w in self._stops or not w[0].isalpha() or j in self._timed:
            return True
        return j in self._numbers or (self.is_verb(j) and not (head and j in self._named)) or _plain(w) in self._stops

    def _goes_on(self, out: list[int], j: int) -> bool:
        """The word at ``j`` belongs to the phrase built so far."""
        words = self.words
        w, prev, head = words[j], words[out[-1]], words[out[0]]
        if w == "من" and j + 1 < len(words) and (words[j + 1] in wordset("origins") or len(out) == 1 and prev in wordset("from-heads")):
            return True
        if prev == "من" and len(out) > 1:
            return True
        if self._ends(j) or j in self._deeds or w in wordset("shots"):
            return False
        if len(w) == 4 and w.startswith("ت") and not w.startswith(("تا", "تو")) and not w.endswith(("ه", "ي")) and not definite_article(prev):
            return False  # "سفينة تنقل": a verb of the feminine
        definite = prev.startswith("ال")
        if w.startswith("وال") and definite:  # "الأفغانية والدولية": two adjectives of one noun
            return len(out) > 1 and prev.endswith(_NISBA) and w[-1] == prev[-1]
        if w[0] == "و" and w not in wordset("waw-words"):
            return False
        if w[0] in ("ل", "ب") and w[1:3] in ("لل", "ال") or w.startswith("لل"):
            return False
        if any(_bare(words[k]) in wordset("titles") for k in out) and not w.endswith(("ا", *_NUNATED)):
            return True
        if w.startswith("ال"):
            if not prev.endswith(_NUNATED) or len(prev) < 5:
                return True
            return definite and (w.endswith(_NUNATED) or w.removeprefix("ال") in wordset("broken-adjectives") or prev.endswith("ان"))
        if definite:
            return _bare(w) in wordset("titles")
        if prev.endswith(("ون", "ين")) and len(prev) > 4:
            return w.endswith(prev[-2:]) or w.endswith(("يه", "ات")) or w in wordset("broken-adjectives")
        return not (w.endswith("ا") and not head.endswith("ا") and len(w) > 3 and j not in self._named)

    def before(self, i: int) -> tuple[int, ...]:
        """The noun phrase a verb at ``i`` follows: after "that", after ``كان``, at the start, or right before the relative.

        After "that he" the one who speaks is meant.
        """
        words = self.words
        lo = self._start(i)
        j = i - 1
        while j >= lo and (_plain(words[j]) in wordset("auxiliaries") or j in self._timed or words[j] in _QUOTES):
            j -= 1
        if j >= lo and words[j] in wordset("relatives"):
            return self._ending(j, lo)
        openers = wordset("that") | wordset("clause-openers")
        start = j
        while start >= lo and words[start] not in openers and _plain(words[start]) not in openers:
            if start < j and self.is_verb(start):
                return ()
            start -= 1
        if start >= lo and words[start] in wordset("that-pronouns"):
            return self._speaker(start, lo) if i - start <= 2 else ()
        first = words[start + 1] if start + 1 < i else ""
        if _plain(first) != first and not first.startswith("وال") and start + 1 not in self._named:
            return ()  # "وصاح ...": a sentence that opens with "and" and no article opens with its verb
        got = self.at(start + 1, i)
        return () if got and got[0] in self._placed and got[0] not in self._acting else got

    def _speaker(self, i: int, lo: int) -> tuple[int, ...]:
        said = [w for w in self.scene.doc.words if w.layer == "speech" and lo <= w.first < i and w.form in _VERBS]
        if not said:
            return ()
        return self.topic(said[-1].first) or self.at(said[-1].last, i)

    def _ending(self, j: int, lo: int) -> tuple[int, ...]:
        """The noun phrase that ends right before ``j``."""
        words = self.words
        stop = j - 1
        while stop >= lo and (words[stop] in (",", *_QUOTES) or stop in self._timed):
            stop -= 1
        for start in range(max(lo, stop - _FEW), stop + 1):
            got = self.at(start, stop + 1)
            if got and got[-1] >= stop and (start == lo or self._ends(start - 1) or self.is_verb(start - 1) or start - 1 in self._numbers):
                return got
        near = [a for a in self.scene.doc.actors if lo <= a.first <= stop and stop - a.last <= 8]
        return self.at(near[-1].first, stop + 1) if near else self.at(stop, stop + 1)

    def topic(self, i: int) -> tuple[int, ...]:
        """A subject before its verb: ``إن حركة طالبان قد خطفت``; only times, places and prepositions may stand between."""
        got = self.before(i)
        between = range(got[-1] + 1, i) if got else range(0)
        free = [
            j for j in between if not (j in self._timed or j in self._placed or self.words[j] in self._stops or self.words[j] in (",", *_QUOTES))
        ]
        return () if free and self.words[got[-1] + 1] not in wordset("prepositions") else got

    def subject(self, i: int, *, lend: bool = True) -> tuple[int, ...]:
        """Subject of the finite verb at ``i``: before it for plurals and after "that", else after it; the verb before lends its own."""
        core = _plain(self.words[i])
        plural = core.endswith(("وا", "ون"))
        got = (self.before(i) or self._adjacent(i) if plural else self.topic(i)) or (() if plural else self.at(i + 1) or self._delayed(i))
        return got or (self.lent(i) if lend else ())

    def _delayed(self, i: int) -> tuple[int, ...]:
        """A subject after the place: ``وتظاهر في باريس حوالي ألف شخص``."""
        words = self.words
        if i + 1 >= len(words) or words[i + 1] not in wordset("place-prepositions"):
            return ()
        people = {a.first for a in self.scene.doc.actors if a.form == "described" and self.scene.before(a.first) not in wordset("prepositions")}
        for j in range(i + 2, min(i + 9, self._end(i))):
            if words[j] in _SIGNS and words[j] != "," or words[j] in wordset("that") or self.is_verb(j):
                break
            counted = words[j] in wordset("quantities") and words[j - 1] not in wordset("prepositions")
            if j in people or j in self._numbers or counted:
                return self.at(j)
        return ()

    def _adjacent(self, i: int) -> tuple[int, ...]:
        """The noun phrase a plural verb stands right behind, as its relative clause without a relative (``متظاهرا تجمعوا``)."""
        lo = self._start(i)
        if i <= lo or _plain(self.words[i]) != self.words[i] or self.words[i - 1] in _SIGNS:
            return ()
        return self._ending(i, lo)

    def opposed(self, i: int, subject: tuple[int, ...] = ()) -> tuple[int, ...]:
        """Whom a protest told at ``i`` is against: after "against" or a word of protest or demand, what is asked for left out.

        Args:
            i: token of the protest; a verb of demand counts itself.
            subject: who protests, passed over.
        """
        words, end = self.words, self._end(i)
        aims, matters = wordset("protest-aims"), wordset("protest-matters")
        for j in (*range(i, end), *range(self._start(i), i)):
            if words[j] != "ضد" and words[j] not in aims and _plain(words[j]) not in aims:
                continue
            k = subject[-1] + 1 if subject and j < subject[0] <= j + 4 else j + 1
            while k < end and (words[k] in ("علي", "من", "في", "ما", "خلالها", "عن") or words[k] in aims):
                k += 2 if words[k] == "ما" else 1
            got = self.at(k, end)
            while got and _bare(words[got[0]]) in matters:
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
            if got:
                return got
        return ()

    def lent(self, i: int) -> tuple[int, ...]:
        """Subject of the verb told before the one at ``i`` in its sentence (``اقتحم مسلحون ... وقتلوا``)."""
        lo = self._start(i)
        for j in range(i - 1, lo - 1, -1):
            if not self.is_verb(j) or any(w.first == j and w.layer == "speech" for w in self.scene.doc.words):
                continue
            core = _plain(self.words[j])
            plural = core.endswith(("وا", "ون"))
            got = (self.before(j) if plural else self.topic(j)) or (() if plural else self.at(j + 1))
            if got and got[-1] < i:
                return got
        return ()

    def governor(self, i: int) -> int | None:
        """The finite verb an event noun at ``i`` hangs on (``قام جنود بقتل``, ``أمرت القوات بضربات``); ``None`` when there is none."""
        words = self.words
        barriers = wordset("that") | wordset("relatives") | wordset("clause-openers") | wordset("soft-break")
        for j in range(i - 1, max(self._start(i), i - 10) - 1, -1):
            if words[j] in _SIGNS or words[j] in barriers and words[j] not in ("عن", "علي") and j not in self._timed:
                return None
            if self.is_verb(j):
                return j
        return None

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
        end = self._end(w.first)
        cls = scene.cls(w)
        if w.form not in _VERBS and not verb:
            return (), self.at(w.last, end)
        core = _plain(words[w.first])
        harm = cls in _HARM
        one = self.at(w.last, end)
        topic = self.topic(w.first)
        if is_passive(scene, w) or cls in _SUFFERED:
            return (), topic if topic and (not one or cls == "under") else one
        if self._of_event(w.first):
            return (), one
        if core.endswith(("وا", "ون")) or (core.endswith("ا") and topic):
            subject = self.before(w.first)
            if harm and not one and not self._bound(w.last):
                return (), subject
            return subject or self.lent(w.first), one
        start = self.skip(w.last, end)
        counted = any(i in self._numbers for i in range(w.last, start))
        if topic:
            return (topic, one) if one or not harm else ((), topic)
        if counted and harm:
            return (), one
        two = (self.at(one[-1] + 1, end) or self._later(one[-1] + 1, end)) if one else ()
        if two or not harm:
            return one or self.lent(w.first), two
        if core.endswith("ت") and one and not words[one[0]].endswith(("ه", "ات", "ت")) and one[0] not in self._forces:
            return self.lent(w.first), one
        return (), one

    def aimed(self, w: WordMention) -> tuple[int, ...]:
        """Whom or what an attack is aimed at: after "on", "against", "towards" (``أطلقوا النار على``, ``هجوم انتحاري على``)."""
        words, end = self.words, self._end(w.first)
        for j in range(w.last, min(w.last + 14, end)):
            if words[j] in wordset("that") or words[j] in (".", ";", ":") or (self.is_verb(j) and j > w.last):
                break
            if words[j] in wordset("against") and words[j] != "الي":
                got = self.at(j + 1, end)
                if got:
                    return got
        return ()

    def _bound(self, i: int) -> bool:
        return i < len(self.words) and self.words[i] in ("كل", "جميع")

    def _of_event(self, i: int) -> bool:
        """An event noun stands right before the verb, with its adjectives at most."""
        if self.words[i][0] in ("و", "ف") and _plain(self.words[i]) != self.words[i]:
            return False
        for w in self.scene.doc.words:
            if w.layer == "trigger" and w.form not in _VERBS and 0 <= i - w.last <= 3:
                if all(self.words[j] not in _SIGNS and self.words[j] not in self._stops or j in self._timed for j in range(w.last, i)):
                    return True
        return False

    def _later(self, i: int, end: int) -> tuple[int, ...]:
        """An object after a time, a clothing clause or a comma: it is counted or carries the accusative."""
        words = self.words
        for j in range(i, min(i + 8, end)):
            if words[j] in wordset("that") or words[j] in (".", ":", ";"):
                break
            counted = j - 1 >= i and (j - 1 in self._numbers or words[j - 1] == "من" and words[j - 2] in wordset("quantities"))
            if counted and j not in self._timed and j not in self._numbers:
                return self.at(j, end)
            if j not in self._timed and words[j].endswith("ا") and len(words[j]) > 4 and words[j - 1] in (",", *_QUOTES) and not self._ends(j):
                return self.at(j, end)
        return ()

    def _start(self, i: int) -> int:
        k = self.scene.owner[i]
        return self.scene.lines[k].sentence.first if k >= 0 else i


def text_of(scene: Scene, tokens: Iterable[int]) -> frozenset[str]:
    """The folded words of a token sequence."""
    return frozenset(scene.words[i] for i in tokens if scene.words[i][0].isalnum())
