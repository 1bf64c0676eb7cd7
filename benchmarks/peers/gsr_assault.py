"""Assaults: the deed a coder would mark in a sentence, who did it and whom it struck."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.peers.gsr_base import Reading, Tokens, one_of, words
from waqai.frame.frames import Frame
from waqai.frame.groups import spoken
from waqai.frame.outcome_subject import ROLE_OF
from waqai.frame.phrases import SIGNS, VERBS, bare, plain
from waqai.frame.scene import Scene
from waqai.model import ActorMention, EventType, WordMention
from waqai.resources.wordsets import wordset

_OUTCOME = frozenset(("kill", "die", "abduct", "assassinate", "execute"))
_HURT = frozenset(("injure", "arrest", "seize-persons"))
_FAINT = frozenset(("result", "affect", "under", "move", "release", "launch", "find", "device", "vbied", "body", "op"))
_STRIKES = frozenset(("attack", "target", "shell", "shoot", "air", "storm", "explode", "raid", "abduct", "kill"))
_OTHER = frozenset(("protest", "move", "release", "launch", "body", "territory", "seize", "escape", "find", "defuse", "foil"))
_BODILY = frozenset(("beat", "torture", "thrash"))  # nouns that take whom they hurt: "بضرب صحافي"
_ELSEWHERE = frozenset((EventType.PROTEST, EventType.STRATEGIC_DEVELOPMENT, EventType.OTHER))


@dataclass(frozen=True, slots=True)
class Deed:
    """The marked assault with the frame it belongs to; ``words`` are the tokens a coder would mark."""

    frame: Frame
    word: WordMention
    words: Tokens


class Assault(Reading):
    def __init__(self, scene: Scene, frames: list[Frame]) -> None:
        super().__init__(scene, frames)
        acting = {a.first for a in scene.doc.actors}
        self._events = {
            w.first for w in scene.doc.words
            if w.layer == "trigger" and scene.cls(w) not in ("suicide", "protest", "airmeans") and w.first not in acting
        }  # fmt: skip

    def read(self) -> tuple[Tokens, Tokens, Tokens]:
        deed = self.deed()
        if deed is None:
            return (), (), ()
        source, target = self.parties(deed)
        return deed.words, self._owner(source, deed), self._owner(target, deed)

    def _owner(self, t: Tokens, deed: Deed) -> Tokens:
        """``أعلن الجيش مقتل اثنين من جنوده``: whose they are, when that is the one who speaks."""
        ln = self.scene.lines[self.scene.owner[deed.word.first]]
        if len(t) != 1 or self.words[t[0]] not in words("own-men"):
            return t
        said = [s for s in ln.speech if s.form in VERBS and s.first < t[0]]
        return (self.phrases.topic(said[0].first) or self.phrases.subject(said[0].first, lend=False) or t) if said else t

    def deed(self) -> Deed | None:
        """The deed of the lowest rank, the first of equals, whatever frame it went into."""
        barred = {w.first for f in self.barred for w in f.triggers if w.form not in VERBS or self.scene.cls(w) not in _OUTCOME}
        told = [
            w for ln in self.scene.lines for w in ln.triggers
            if w.first not in barred and self.scene.cls(w) not in _OTHER and not spoken(self.scene, ln, w)
        ]  # fmt: skip
        if not told:
            return None
        w = min(told, key=lambda w: (self._rank(w), w.first))
        fit = [f for f in self.frames if f.event_type not in _ELSEWHERE]
        own = next((f for f in fit if any(t.first == w.first for t in f.triggers)), None)
        if own is None and not fit and self._rank(w) > 0:
            return None
        bare = Frame(main=w, triggers=[w], line=self.scene.owner[w.first], first=w.first, last=w.last, block="")
        return Deed(own or (fit[0] if fit else bare), w, self._marked(w))

    def _here(self, w: WordMention) -> list[WordMention]:
        """All triggers of the sentence."""
        return self.scene.lines[self.scene.owner[w.first]].triggers

    def _blast(self, w: WordMention) -> bool:
        """``فجّر نفسه``, ``فجّر حافلة``: a person sets it off."""
        if not self.words[w.first].removeprefix("و").startswith(("فجر", "ففجر", "يفجر", "تفجر")):
            return False
        return self.scene.cls(w) == "suicide" or (self.scene.cls(w) == "explode" and not self._device(w))

    def _device(self, w: WordMention) -> bool:
        subject, _ = self.phrases.arguments(w)
        return not subject or self.words[subject[0]].removeprefix("ال") in words("devices")

    def _rank(self, w: WordMention) -> int:
        """Which deed of a sentence is marked: the lowest, the first of equals."""
        cls, verb, word = self.scene.cls(w), w.form in VERBS and w.prefix[-1:] not in ("ل", "ب"), self.words[w.first]
        if verb and self.phrases.of_event(w.first):
            return 4
        if (cls == "injure" and not verb) or (cls == "result" and verb and not one_of(word, words("leading"))):
            return 3
        if not verb and (cls == "die" or (cls in _OUTCOME and word.endswith(("ه", "ها", "هم")) and len(word) > 3)):
            return 4
        if not verb and cls in ("attack", "air", "op") and self._launched(w) is not None:
            return 2
        if (verb and cls in _OUTCOME) or self._blast(w):
            return 0
        if cls in _OUTCOME and not word.startswith("ال") and w.form != "phrase":
            return 1
        if verb and cls not in _FAINT | _HURT:
            return 2
        if verb and cls in _HURT:
            return 3
        return 5 if cls in _FAINT else 4

    def _launched(self, w: WordMention) -> int | None:
        """The verb of ``شن غارتين``."""
        lo = max(self.phrases.start(w.first), w.first - 10)
        near = [g for g in range(lo, w.first) if one_of(self.words[g], words("launching"))]
        return near[-1] if near and "," not in self.words[near[-1] : w.first] else None

    def _marked(self, w: WordMention) -> Tokens:
        cls = self.scene.cls(w)
        if cls == "suicide" and w.form == "phrase":
            return (w.first,) if self._blast(w) else tuple(range(w.first, w.last))
        out = tuple(range(w.first, w.last))
        if w.form in VERBS and cls in ("shoot", "shell"):
            hi = min(w.last + 8, self.phrases.end(w.first))
            out += tuple(
                i for i in range(w.last, hi) if self.words[i] in wordset("shots") and self.words[i - 1] not in wordset("prepositions")
            )[:1]
        if w.form not in VERBS and (g := self._launched(w)) is not None:
            return (g, *out)
        under = [u for u in self._here(w) if self.scene.cls(u) == "under" and u.form in VERBS and u.first < w.first]
        return (under[0].first, *out) if under and w.form not in VERBS and cls not in _OUTCOME else out

    def parties(self, deed: Deed) -> tuple[Tokens, Tokens]:
        subject, obj = self.phrases.arguments(deed.word, verb=self._blast(deed.word))
        g = self.phrases.governor(deed.word.first)
        if g is not None and one_of(self.words[g], words("doing")) and deed.word.form in VERBS:  # "واصلت القوات قصف"
            subject, obj = self.phrases.subject(g), self.phrases.at(deed.word.last)
        if self._blast(deed.word):
            subject = self.phrases.topic(deed.word.first) or self._bomber(deed.word) or subject
            obj = obj if obj and deed.word.form in VERBS and not self._thing(obj) else self.phrases.beside(deed.word)
            if obj:
                return subject or self._source(deed, obj), obj
        if obj and self.words[obj[0]] in wordset("shots"):
            obj = ()
        if self._thing(subject):
            subject = ()
        source = subject or self._source(deed, obj)
        return source, obj if self._person(obj, deed) else self._target(deed, obj, source)

    def _bomber(self, w: WordMention) -> Tokens:
        """The suicide bomber the sentence names."""
        inside = next((i for i in range(w.first + 1, w.last) if self.words[i].startswith("انتحاري")), None)
        if inside is not None:
            return (inside,)
        for b in self._here(w):
            if self.scene.cls(b) == "suicide" and b.form == "masdar" and not self._adjective(b):
                return self.phrases.at(b.first) or (b.first,)
        return ()

    def _thing(self, t: Tokens) -> bool:
        """An event or a device, not somebody."""
        return bool(t) and (bare(self.words[t[0]]) in words("devices") or not self._events.isdisjoint(t[:2]))

    def _person(self, t: Tokens, deed: Deed) -> bool:
        w = deed.word
        struck = w.form in VERBS or self.scene.cls(w) in _OUTCOME | _HURT or w.entry.split(".")[-1] in _BODILY
        return bool(t) and not self._thing(t) and struck

    def _source(self, deed: Deed, taken: Tokens) -> Tokens:
        """Who did it where the verb names nobody: "at the hands of", the verb a noun hangs on, the bomber, the party of the frame."""
        for got in self._agents(deed):
            if got and not set(got) & set(taken) and not self._thing(got) and self.words[got[0]] not in wordset("shots"):
                return got
        return ()

    def _agents(self, deed: Deed) -> Iterator[Tokens]:
        scene, f, phrases = self.scene, deed.frame, self.phrases
        ln = scene.lines[scene.owner[deed.word.first]]
        for c in ln.cues:
            if scene.cls(c) == "agentby":
                yield phrases.at(c.last)
        yield from self._blamed(ln.sentence.first, ln.sentence.last, deed.word.first)
        for s in ln.speech:
            if scene.cls(s) == "claim-resp":
                yield phrases.subject(s.first)
        for w in sorted(ln.triggers, key=lambda w: (w is not deed.word, w.first)):
            cls = scene.cls(w)
            if cls == "suicide" and w.form == "phrase":
                yield self._bomber(w)
            if w.form not in VERBS and (cls not in ("suicide", "device", "vbied", "die") or w.form == "phrase"):
                g = self._governor(w)
                if g is not None and not any(g == s.first for s in ln.speech) and one_of(self.words[g], words("doing")):
                    yield phrases.subject(g)
            if cls == "clash":
                yield next((phrases.at(i + 1) for i in range(w.last, min(w.last + 3, len(self.words))) if self.words[i] == "مع"), ())
            if w.form in VERBS and w is not deed.word and cls in _STRIKES:
                yield phrases.arguments(w)[0]
        yield self._bomber(deed.word)
        yield self._responsible(ln.sentence.first, ln.sentence.last)
        a = f.perpetrator
        if a is not None and not self._speaks(a):
            yield self.full(a)

    def _governor(self, w: WordMention) -> int | None:
        """The verb an event noun hangs on; ``قام ... ب`` also over a description of who did it."""
        if w.prefix[-1:] == "ب" or self.words[w.first].startswith("ب"):
            for j in range(w.first - 1, max(self.phrases.start(w.first), w.first - 15) - 1, -1):
                if self.words[j] in SIGNS:
                    break
                if one_of(self.words[j], words("doing")):
                    return j
        return self.phrases.governor(w.first)

    def _blamed(self, lo: int, hi: int, deed: int) -> Iterator[Tokens]:
        """To whom it is put down: ``نُسب إلى``, ``اتهمت الحكومة متمردين بقتل``."""
        for i in range(lo, hi):
            if one_of(self.words[i], words("ascribing")):
                to = next((k for k in range(i + 1, min(i + 7, hi)) if self.words[k] == "الي"), None)
                yield self.phrases.at(to + 1) if to is not None else ()
            elif self.words[i] in words("adopted-by"):
                yield self.phrases.at(i + 1)
            elif i < deed and (one_of(self.words[i], words("accusing")) or self._holds_responsible(i)):
                accuser = self.phrases.at(i + 1)
                yield self.phrases.at(accuser[-1] + 1) if accuser else ()

    def _holds_responsible(self, i: int) -> bool:
        near = self.words[i : i + 7]
        return one_of(self.words[i], words("blaming")) and any(w.removeprefix("ال").startswith("مسوولي") for w in near)

    def _responsible(self, lo: int, hi: int) -> Tokens:
        """``أعلنت مجموعة ... مسؤوليتها عن``: whose verb the responsibility follows."""
        for i in range(lo, hi):
            if self.words[i].removeprefix("ال").startswith("مسووليت") or self.words[i].removeprefix("ال") == "مسووليه":
                g = next((j for j in range(i - 1, lo - 1, -1) if one_of(self.words[j], words("claiming"))), None)
                if g is not None:
                    named = next((k for k in range(g, i) if self.words[k] == "نفسها"), None)  # "تطلق على نفسها"
                    return self.phrases.at(named + 1) if named is not None else self.phrases.subject(g)
        return ()

    def _speaks(self, a: ActorMention) -> bool:
        """The actor is the subject of a verb of saying."""
        ln = self.scene.lines[self.scene.owner[a.first]]
        said = wordset("that") | {":", ","}
        behind = [s for s in ln.speech if s.last <= a.first and not said & set(self.words[s.last : a.first])]
        return bool(behind) or any(0 <= s.first - a.last <= 1 for s in ln.speech)

    def _adjective(self, w: WordMention) -> bool:
        """``هجوم انتحاري``: the word tells of the attack, not of the man."""
        after_event = any(u.last == w.first for u in self.scene.doc.words if u.layer == "trigger")
        return after_event or not plain(self.words[w.first]).startswith("انتحاري")

    def _target(self, deed: Deed, obj: Tokens, subject: Tokens) -> Tokens:
        scene, f = self.scene, deed.frame
        role = ROLE_OF.get(scene.cls(deed.word))
        tolls = [t for r, t in f.tolls.items() if role is None or r == role] or list(f.tolls.values())
        under = next((u for u in f.triggers if scene.cls(u) == "under"), None)
        away = [i for i in range(self.phrases.start(deed.word.first), deed.word.first) if self.words[i] in wordset("escaped")]
        if away and (got := self.phrases.at(away[0] + 1)):
            return got
        if under is not None:
            got = self.phrases.arguments(under)[1]
            if got:
                return got
        if role is None:
            hits = [w for w in self._here(deed.word) if scene.cls(w) == "target" and w.form in VERBS]
            for got in (self.phrases.aimed(deed.word), *(self.phrases.arguments(w)[1] for w in hits if w is not deed.word)):
                if got and not self._thing(got) and not set(got) & set(subject):
                    return got
        for t in tolls:
            got = self.phrases.at(t.first)
            if got and not self._thing(got):
                return got
        if f.target is not None:
            got = self.full(f.target)
            if not set(got) & set(subject):
                return got
        return ()
