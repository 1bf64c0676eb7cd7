"""Noun phrases as written: how far the words go that name somebody, also where the registry knows nobody (``نقيب الصيادلة``).

Arabic marks the end of a noun phrase well enough without a parse: a preposition, a relative, a verb or an adverb; an indefinite word
after a definite one; a plural with its nūn, which owns nothing and takes adjectives of its own kind only.
"""

from __future__ import annotations

from collections.abc import Iterable

from waqai.frame.governed import cannot_act
from waqai.frame.scene import Scene
from waqai.model import ActorMention
from waqai.normalise import fold
from waqai.resources.wordsets import wordset

VERBS = frozenset(("past", "present", "passive"))
SIGNS = frozenset((",", ".", ";", ":", "(", ")", "!", "?", "-", "\n", "*", "/", "[", "]"))
QUOTES = frozenset(('"', "'"))
FEW = 9  # words of a phrase at most
_NUNATED = ("ون", "ين", "ان")
_PLURAL = ("ون", "ين")
_NISBA = ("ي", "يه", "يين", "يون", "ين", "ون", "ات", "يا")
_EVENTS = frozenset(("attack", "kill", "explode", "shell", "air", "shoot", "raid", "abduct", "clash", "op", "protest"))
_CIVIL = frozenset(("civilians", "officials", "unspecified", "property"))


def plain(w: str) -> str:
    """The folded word without a conjunction letter."""
    if w[:1] not in ("و", "ف") or w in wordset("waw-words"):
        return w
    return w[1:] if len(w) > 3 or w[1:] in wordset("phrase-end") else w


def is_definite(w: str) -> bool:
    """The word carries the article."""
    return w.startswith(("ال", "لل", "بال", "وال"))


def bare(w: str) -> str:
    """The folded word without a preposition letter and without the article."""
    if w.startswith("لل"):
        return w[2:]
    if w[:1] in ("ب", "ل") and len(w) > 3:
        w = w[1:]
    return w.removeprefix("ال")


class Phrases:
    """Noun phrases of one scene. Token sequences are ascending indices into ``scene.words``; an empty one means there is none.

    Args:
        scene: the document.

    Attributes:
        timed, numbers, placed, acting, forces: tokens inside times, numbers without their noun, places, actors, actors under arms.
        stops: words before which a noun phrase ends.
    """

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.words = scene.words
        doc = scene.doc
        self.timed = {i for t in doc.times for i in range(t.first, t.last)}
        self.numbers = {
            i
            for n in doc.numbers
            if n.form not in ("dual", "singular", "plural")
            for i in range(n.first, n.last)
            if n.noun is None or self.words[i] != fold(n.noun)
        }
        self.placed = {i for p in doc.places for i in range(p.first, p.last)}
        self.acting = {i for a in doc.actors for i in range(a.first, a.last)}
        self._named = self.placed | self.acting
        self._deeds = {
            w.first
            for w in doc.words
            if w.layer == "trigger"
            and w.form == "masdar"
            and scene.cls(w) in _EVENTS
            and (w.first not in self.acting or scene.cls(w) == "protest")
            and not self.words[w.first].startswith("ال")
        }
        self.forces = {i for a in doc.actors if a.category not in _CIVIL for i in range(a.first, a.last)}
        self._acts = {w.first for w in doc.words if w.form in VERBS and w.layer in ("trigger", "speech", "cue")}
        self.stops = wordset("phrase-end") | wordset("relatives") | wordset("prepositions") | wordset("that")

    def is_verb(self, i: int) -> bool:
        """The token is a finite verb: the lexicon says so, or its letters do (``يمشون``, ``أعلنت``, ``خرجوا``)."""
        if i in self._acts and i not in self.timed:
            return True
        w = plain(self.words[i])
        if w in wordset("common-verbs"):
            return True
        if i in self._named or i in self.timed or len(w) < 4 or w in wordset("verb-like-nouns") or w.startswith("ال"):
            return False
        return w.endswith("وا") or (w.startswith("ي") and not w.endswith("يه")) or (w.endswith("ت") and not w.endswith("ات"))

    def skip(self, i: int, hi: int) -> int:
        """Pass over numbers, quantities with their "of", times and opening marks."""
        words = self.words
        passed = wordset("quantities") | wordset("these") | QUOTES
        while i < hi:
            after = i > 0 and (i - 1 in self.numbers or words[i - 1] in wordset("quantities"))
            if i not in self.numbers and i not in self.timed and words[i] not in passed and not (words[i] == "من" and after):
                break
            i += 1
        return i

    def at(self, i: int, hi: int | None = None) -> tuple[int, ...]:
        """The bare noun phrase that begins at a token, numbers before it passed over; ``()`` when none does.

        Args:
            i: first token.
            hi: where to stop; ``None`` for the end of the sentence.
        """
        words = self.words
        end = self.end(i) if hi is None else hi
        i = self.skip(i, end)
        if i >= end or self.ends(i, head=True) or words[i] in wordset("age"):
            return ()
        mentions = [m for m in self.scene.doc.actors if m.form != "pronoun"]
        covering = [m for m in mentions if m.first <= i < m.last]
        whole = max((m.last for m in covering), default=i)
        closed = self._name(covering, words[i])
        things = {m.first for m in mentions if m.first >= whole and cannot_act(m)} if covering else set()
        others = {m.first for m in mentions if m.first > i}
        out = [i]
        quoted = self._in_name(i)
        for j in range(i + 1, end):
            w, prev = words[j], words[out[-1]]
            if len(out) >= FEW:
                break
            if w in QUOTES:
                quoted = not quoted and j + 1 < end and words[j - 1] not in QUOTES
                continue
            if j < whole and ((w == "في" and j + 1 in self.placed) or w in ("بجروح", "بجراح") or _owns_nothing(prev, w)):
                break  # "شرطيين في مقديشو": where, not who
            if j in others and _another(prev, w):
                break
            if j < whole or (quoted and w not in SIGNS and self._closes(j)):
                if j not in self.numbers:
                    out.append(j)
                continue
            if (j in things or closed) and not w.startswith(("ال", "وال")):
                break
            if not self._goes_on(out, j):
                break
            out.append(j)
        return tuple(out[:-1] if words[out[-1]] == "من" else out)

    @staticmethod
    def _name(covering: list[ActorMention], w: str) -> bool:
        """The words are a party's own name, which no indefinite word goes on."""
        return bool(covering) and covering[0].form == "named" and covering[0].category not in _CIVIL and not w.endswith(_NUNATED)

    def _in_name(self, i: int) -> bool:
        """The token stands in quotation marks that opened right before it."""
        marks = [k for k in range(self.start(i), i) if self.words[k] == '"']
        return len(marks) % 2 == 1 and i - marks[-1] <= 3

    def _closes(self, j: int) -> bool:
        """A name in quotation marks, not a saying: the marks close within a few words."""
        return any(self.words[k] in QUOTES for k in range(j + 1, min(j + 6, self.end(j))))

    def end(self, i: int) -> int:
        """Where the sentence of a token ends."""
        k = self.scene.owner[i] if i < len(self.scene.owner) else -1
        return self.scene.lines[k].sentence.last if k >= 0 else min(i + 1, len(self.words))

    def start(self, i: int) -> int:
        """Where the sentence of a token begins."""
        k = self.scene.owner[i]
        return self.scene.lines[k].sentence.first if k >= 0 else i

    def ends(self, j: int, *, head: bool = False) -> bool:
        """No noun phrase goes on over the token; none begins there either, as a ``head``."""
        w = self.words[j]
        if w in SIGNS or w in self.stops or not w[0].isalpha() or j in self.timed:
            return True
        return j in self.numbers or (self.is_verb(j) and not (head and j in self._named)) or plain(w) in self.stops

    def _goes_on(self, out: list[int], j: int) -> bool:
        """The word at ``j`` belongs to the phrase built so far."""
        words = self.words
        w, prev, head = words[j], words[out[-1]], words[out[0]]
        if w == "من" and j + 1 < len(words) and (words[j + 1] in wordset("origins") or (len(out) == 1 and prev in wordset("from-heads"))):
            return True
        if (prev == "من" and len(out) > 1) or w in ("احد", "احدي"):
            return True
        if self.ends(j) or j in self._deeds or w in wordset("shots") or w in wordset("kin"):
            return False
        if len(w) == 4 and w.startswith("ت") and not w.startswith(("تا", "تو")) and not w.endswith(("ه", "ي")) and not is_definite(prev):
            return False  # "سفينة تنقل": a verb of the feminine
        if w.startswith("وال") and prev.startswith("ال"):  # "الأفغانية والدولية": two adjectives of one noun
            return len(out) > 1 and prev.endswith(_NISBA) and w[-1] == prev[-1]
        if w[0] == "و" and w not in wordset("waw-words"):
            return False
        if w[0] == "ل" and (prev in wordset("belonging") or (j in self.acting and not is_definite(prev))):
            return True  # "حافلة تابعة للشرطة", "موكبا لسفارة"
        if w.startswith(("لل", "بلل", "بال", "لال")):
            return False
        if any(bare(words[k]) in wordset("titles") for k in out) and not w.endswith(("ا", *_NUNATED)):
            return True
        if w.startswith("ال"):
            return _agrees(prev, w, words[j + 1] if j + 1 < len(words) else "")
        if prev.startswith("ال"):
            return bare(w) in wordset("titles")
        if prev.endswith(_PLURAL) and len(prev) > 4:
            return w.endswith((prev[-2:], "يه", "ات")) or w in wordset("broken-adjectives")
        return not (w.endswith("ا") and not head.endswith("ا") and len(w) > 3 and j not in self._named)


def _owns_nothing(prev: str, w: str) -> bool:
    """A plural with its nūn owns nothing: ``إرهابيون سفارة`` are two phrases."""
    if prev in wordset("phrase-end"):
        return False  # "بدون طيار"
    return prev.endswith("ون") and w not in ("من", "في") and not w.endswith(("ون", *_NISBA)) and w not in wordset("broken-adjectives")


def _another(prev: str, w: str) -> bool:
    """An actor that begins here is no part of the phrase: a second definite noun, or an accusative after a nominative."""
    if w.startswith("ال"):
        if bare(w) in wordset("titles") and prev.startswith("ال"):
            return bare(prev) not in wordset("titles") and not prev.endswith(_NISBA)  # "الموساد القيادي"
        return prev.startswith("ال") and not w.endswith(_NISBA) and not prev.endswith(_PLURAL)
    return w.endswith("ا") and len(w) > 3 and not prev.endswith("ا")


def _agrees(prev: str, w: str, after: str) -> bool:
    """A definite word goes on after ``prev``: as its owner, or as an adjective of its gender and number."""
    definite = prev.startswith("ال")
    if not prev.endswith(_PLURAL) or len(prev) < 5 or prev in wordset("no-plurals"):
        people = w.endswith(_PLURAL) and w not in wordset("no-plurals") and len(w) > 5
        return not (definite and prev.endswith("ه") and people)  # "السلطة المتظاهرين": two nouns
    if definite and w.endswith("ي") and after.startswith("وال") and after.endswith("ي"):
        return True  # "السفيرين الأميركي والإسرائيلي"
    return definite and (w.endswith(_NUNATED) or w.removeprefix("ال") in wordset("broken-adjectives"))


def text_of(scene: Scene, tokens: Iterable[int]) -> frozenset[str]:
    """The folded words of a token sequence, marks left out."""
    return frozenset(scene.words[i] for i in tokens if scene.words[i][0].isalnum())
