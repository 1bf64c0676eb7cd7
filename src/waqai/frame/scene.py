"""A document seen sentence by sentence: the mentions of every layer, ready for assembly."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar

from waqai.frame.motives import motives
from waqai.model import ActorMention, Doc, NumberMention, PlaceMention, Sentence, TimeMention, WordMention
from waqai.model.text import words_of
from waqai.normalise import fold
from waqai.resources.lexicon import Entry, lexicon
from waqai.resources.wordsets import wordset


class _Interval(Protocol):
    @property
    def first(self) -> int: ...


M = TypeVar("M", bound=_Interval)

# Relations of places that are never where an event happens: headings, origins, goals, ends of a road, names in passing.
PASSING = frozenset(("dateline", "from", "to", "between", "named"))
_PLACE_PREPS = wordset("place-prepositions")
_UNTOLD = frozenset(("hypo", "habit", "plan"))
_SKIPPED = frozenset(("boilerplate", "dateline", "byline"))


@dataclass(slots=True)
class Lines:
    """The mentions of one sentence, in text order. Indices into ``Doc`` are kept for places."""

    sentence: Sentence
    times: list[TimeMention] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    actors: list[ActorMention] = field(default_factory=list)
    numbers: list[NumberMention] = field(default_factory=list)
    triggers: list[WordMention] = field(default_factory=list)
    speech: list[WordMention] = field(default_factory=list)
    weapons: list[WordMention] = field(default_factory=list)
    cues: list[WordMention] = field(default_factory=list)
    tolls: list[WordMention] = field(default_factory=list)
    cues_of: dict[str, list[WordMention]] = field(default_factory=dict)

    def of(self, cls: str) -> Sequence[WordMention]:
        """The cues of one class, in text order."""
        return self.cues_of.get(cls, ())


_WORST = 4  # tokens from a superlative to ``منذ``
_FORMS_OF_VERB = frozenset(("past", "present", "passive"))


class Scene:
    """Lookups over a document.

    Attributes:
        doc: the document with its layers.
        words: folded words by token index.
        lines: one ``Lines`` per sentence that belongs to the report's own words.
        place: the place mention with an index.
    """

    place: Callable[[int], PlaceMention]

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.tokens = doc.text.tokens
        self.words = words_of(doc.text.tokens)
        self.entries = lexicon().entries
        self.place = doc.places.__getitem__
        self.lines: list[Lines] = [Lines(s) for s in doc.text.sentences if s.block not in _SKIPPED]
        owner = [-1] * (len(self.words) + 1)
        for k, ln in enumerate(self.lines):
            owner[ln.sentence.first : ln.sentence.last] = [k] * (ln.sentence.last - ln.sentence.first)
        self.owner = owner
        why = motives(self.words, [ln.sentence for ln in self.lines], set(self.words))
        if why:  # words of a motive belong to no event
            owner = [-1 if i in why else k for i, k in enumerate(owner)]
        self.things: set[int] = set()
        self.grounds: set[int] = set()
        self.means: set[int] = set()  # things behind a preposition letter: ``بانفجار``, ``بقذيفة``
        self._proclitics: dict[tuple[int, int, int], str] = {}
        self.preps: dict[int, tuple[ActorMention, str]] = {}  # by first token, for ``prep_of``
        self._place_preps: dict[int, str] = {}
        self._held: dict[str, bool] = {}
        self._vocabulary: set[str] = set()
        self.memo: dict[str, Any] = {}  # what the modules of this room work out once per document
        worst = wordset("superlatives") & set(self.words)
        for t in doc.times:
            if owner[t.first] >= 0 and not (worst and self._since_the_worst(t, worst)):
                self.lines[owner[t.first]].times.append(t)
        acting = {w.first for w in doc.words if w.layer == "cue" and self.entries[w.entry].cls == "agentby"}
        for i, p in enumerate(doc.places):
            if p.last - p.first == 1 and p.first in acting:
                continue  # "زرعه" is a verb here, whatever village bears the name
            if owner[p.first] >= 0:
                self.lines[owner[p.first]].places.append(i)
        begun = {p.first for p in doc.places if p.last - p.first > 1 and p.candidate_ids and p.name_span.start == p.span.start}
        for a in doc.actors:
            if a.first in begun and a.last - a.first == 1 and a.category == "civilians" and not a.attrs:
                continue  # "مزارع شبعا": no farmer
            if owner[a.first] >= 0:
                self.lines[owner[a.first]].actors.append(a)
        for n in doc.numbers:
            if owner[n.first] >= 0 and n.form == "digits" and self._of_a_source(n):
                continue  # "وقالت شبكة السويداء 24": a part of the name
            if (
                n.form == "dual"
                and not self.words[n.first].startswith("ال")
                and any(p.first < n.first and n.last <= p.last for p in doc.places)
            ):
                continue  # "ريف أبو راسين": a part of the name
            if owner[n.first] >= 0 and not (n.form == "plural" and self.words[n.first].startswith("ال") and self._in_name(n)):
                self.lines[owner[n.first]].numbers.append(n)
        # "فجر السبت", "وادي حوران": words of a date or of a longer name do nothing
        named = {i for t in doc.times for i in range(t.first, t.last)}
        since = {i for t in doc.times if t.rule == "since" for i in range(t.first + 1, t.last)}  # "منذ أن سيطرت عليها في شباط 2016"
        placed = {i for p in doc.places for i in range(p.first, p.last)}
        heads: set[int] = set()  # of an unknown name the first word may be a verb: ``سد صيادون الطريق``
        for p in doc.places:
            if p.last - p.first > 1:
                named.update(range(p.first + 1, p.last))
                (named if p.candidate_ids else heads).add(p.first)
        told = {i for a in doc.actors if a.last - a.first > 1 for i in range(a.first, a.last)}
        for w in doc.words:
            k = owner[w.first]
            if k < 0:
                continue
            ln = self.lines[k]
            if w.layer in ("trigger", "weapon") and w.last - w.first == 1 and self.words[w.first - 1] in wordset("outlet-heads"):
                continue  # "وفق قناة المسيرة"
            if w.layer == "trigger":
                milestone = w.first in since and self.entries[w.entry].cls == "seize"
                if not milestone and w.form in _FORMS_OF_VERB and (w.first in named or (w.prefix == "و" and w.first in heads)):
                    continue
                ln.triggers.append(w)
            elif w.layer == "speech":
                if w.first in placed:
                    continue  # بلدة التبني
                ln.speech.append(w)
            elif w.layer == "weapon":
                ln.weapons.append(w)
            elif w.layer == "cue":
                if w.first in told and self.entries[w.entry].cls in _UNTOLD:
                    continue  # "جهاز مكافحة الإرهاب": a word of a name imagines nothing
                ln.cues.append(w)
                ln.cues_of.setdefault(self.entries[w.entry].cls, []).append(w)
            elif w.layer == "toll":
                ln.tolls.append(w)
            else:
                self.things.add(w.first)
                if self.entries[w.entry].id == "grounds":
                    self.grounds.add(w.first)
                if w.prefix[-1:] in ("ب", "ل"):
                    self.means.add(w.first)

    def _of_a_source(self, n: NumberMention) -> bool:
        """The number closes the name of an outlet, a network or a monitor."""
        return any(a.first < n.first < a.last and a.category in ("media", "monitor", "source") for a in self.doc.actors)

    def _in_name(self, n: NumberMention) -> bool:
        """``عناصر حزب العمال الكردستاني``: the plural is a word of the party's name and counts nobody."""
        return any(a.head < n.first and n.last < a.last and a.first < n.first for a in self.lines[self.owner[n.first]].actors)

    def _since_the_worst(self, t: TimeMention, worst: frozenset[str]) -> bool:
        """``أعنف هجوم منذ شهرين``, ``الحصيلة الأكبر منذ ثلاثة أسابيع``: how long ago the last one of its kind was."""
        at = t.first if self.words[t.first] == "منذ" else t.first - 1
        if t.last - at > _WORST:
            return False  # "أعنف هجوم منذ استيلاء الحركة على كابل في 15 أغسطس"
        return self.words[at] == "منذ" and not worst.isdisjoint(self.words[max(0, at - _WORST) : at])

    def holds(self, name: str) -> bool:
        """Whether any word of the document, its conjunction or ``ب`` left off, is in a word set: one look before many."""
        known = self._held.get(name)
        if known is None:
            among = wordset(name)
            if not self._vocabulary:
                self._vocabulary.update(self.words)
                self._vocabulary.update([w[1:] for w in self.words if w[0] in "وفب"])
            known = self._held[name] = not among.isdisjoint(self._vocabulary)
        return known

    def entry(self, w: WordMention) -> Entry:
        """The lexicon entry behind a word mention."""
        return self.entries[w.entry]

    def cls(self, w: WordMention) -> str:
        """What the word does: the class of its lexicon entry."""
        return self.entries[w.entry].cls

    def place_prep(self, i: int) -> str:
        """The preposition before a place: a word, a letter written onto it, or ``""``."""
        known = self._place_preps.get(i)
        if known is None:
            known = self._place_preps[i] = self._read_place_prep(i)
        return known

    def _read_place_prep(self, i: int) -> str:
        p = self.place(i)
        pre = self.proclitic(p).removeprefix("و")
        if pre[:1] in ("ب", "ل", "ف") and pre:
            return pre[0]
        w = self.before(p.first)
        return w if w in _PLACE_PREPS else ""

    def same_place(self, a: int, b: int) -> bool:
        """Two mentions name one place: the same gazetteer entry or the same words."""
        p, q = self.place(a).ref, self.place(b).ref
        if p is None or q is None:
            return self.place(a).text == self.place(b).text
        return (p.id is not None and p.id == q.id and p.kind == q.kind) or p.name_ar == q.name_ar

    def header_of(self, k: int) -> int | None:
        """The opening line of the list that line ``k`` is an item of; ``None`` outside lists."""
        if not self.bullet(k):
            return None
        while k > 0 and self.bullet(k):
            k -= 1
        return k if not self.bullet(k) else None

    def bullet(self, k: int) -> bool:
        """Line ``k`` is an item of a list: it begins with a sign or a list number."""
        s = self.lines[k].sentence
        w = self.words[s.first]
        if len(w) == 1 and not w.isalnum() and w not in "\"'([#":
            return True
        return w.isdigit() and s.last > s.first + 1 and self.words[s.first + 1] in ("\ufe0f", "\u20e3", "-", ")", ".", ":")

    def proclitic(self, m: ActorMention | PlaceMention | TimeMention | NumberMention) -> str:
        """The preposition or conjunction letters written onto the first word of a mention (``لقسد`` → ``ل``)."""
        word, tok = self.words[m.first], self.tokens[m.first]
        start, end = m.span
        if start == tok.start and end >= tok.end:  # the mention holds the whole word
            letters = getattr(m, "letters", "")
            if letters:
                return letters if word.startswith(letters) else "لل" if word.startswith("لل") else ""
            return "لل" if word.startswith("لل") else ""
        key = (m.first, start, end)
        known = self._proclitics.get(key)
        if known is None:
            known = self._proclitics[key] = self._read_proclitic(m)
        return known

    def _read_proclitic(self, m: ActorMention | PlaceMention | TimeMention | NumberMention) -> str:
        word = self.words[m.first]
        tok = self.tokens[m.first]
        head = fold(m.text).split(" ", 1)[0].strip("\"'()")
        if m.span.start > tok.start and head and word.endswith(head):
            return word[: len(word) - len(head)]
        if head == word:
            return "لل" if word.startswith("لل") else ""
        for p in ("وبال", "بال", "وال", "لل", "ولل", "وب", "ول", "ب", "ل", "و", "ف", "ك"):
            if word.startswith(p) and len(word) - len(p) >= 2 and head and head in (word[len(p) :], "ال" + word[len(p) :]):
                return p
        if word.startswith("لل"):
            return "لل"
        return ""

    def before(self, i: int) -> str:
        """The word before token ``i``, quotation marks and brackets passed over; ``""`` at a sentence start."""
        j = i - 1
        while j >= 0 and self.words[j] in ('"', "(", "'", "«"):
            j -= 1
        return self.words[j] if j >= 0 and self.owner[j] == self.owner[i] else ""

    def within(self, items: Sequence[M], lo: int, hi: int) -> list[M]:
        """Items whose first token lies in ``[lo, hi)``."""
        return [m for m in items if lo <= m.first < hi]
