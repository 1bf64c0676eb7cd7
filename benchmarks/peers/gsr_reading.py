"""From frames to the three answers of a coder: which deed, done by whom, to whom, each as the words of the sentence.

Only conventions are mapped here; every answer is read off the frames, mentions and noun phrases of Waqai.

- **Verb.** One deed to a sentence. A finite verb before a noun, a death or an abduction before its means, an injury after both. A verb
  that says little goes with its noun (``أطلق النار``, ``رفع لافتات``, ``خرج في تظاهرة``, ``تعرض لهجوم``).
- **Source and target.** The whole noun phrase without its number (``عشرات المتظاهرين`` gives ``المتظاهرين``), also of persons no
  registry knows: subject and object of the deed as written, else the parties of the frame.
- **Protest.** Whatever demonstrators do is protest, burning and scuffles included; the target is whom it is against.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from waqai.frame.frames import Frame
from waqai.frame.phrases import Phrases, text_of
from waqai.frame.scene import Scene
from waqai.frame.outcomes import ROLE_OF
from waqai.model import ActorMention, EventType, Report, WordMention
from waqai.pipeline import Coder
from waqai.resources.wordsets import wordset

Answer = dict[str, frozenset[str]]
Tokens = tuple[int, ...]
FIELDS = ("verb", "source", "target")
_VERBS = frozenset(("past", "present", "passive"))
_OUTCOME = frozenset(("kill", "die", "abduct", "assassinate", "execute"))
_HURT = frozenset(("injure", "arrest", "seize-persons"))
_FAINT = frozenset(("result", "affect", "under", "move", "release", "launch", "find", "device", "vbied", "body", "op"))
_LOUD = frozenset(("burn", "shoot", "shell", "throw"))  # verbs whose object names the deed: "أطلق النار"
_STRIKES = frozenset(("attack", "target", "shell", "shoot", "air", "storm", "explode", "raid", "abduct", "kill"))
_NO = frozenset(("hypothetical", "negated"))


@dataclass(frozen=True, slots=True)
class Deed:
    """The marked assault with the frame it belongs to; ``words`` are the tokens a coder would mark."""

    frame: Frame
    word: WordMention
    words: Tokens


@dataclass(frozen=True, slots=True)
class Protest:
    """The marked protest: the token that tells it and the tokens a coder would mark."""

    at: int
    words: Tokens


def answer(coder: Coder, text: str, want: str) -> Answer:
    """What Waqai says of one sentence, as token sets; all empty when it tells no such event.

    Args:
        coder: the pipeline, frames not weeded.
        text: one sentence.
        want: ``assault`` or ``protest``.
    """
    story = coder.trace(Report(id="gsr", text=text, sha256="gsr")).story
    frames = [f for f in (*story.frames, *story.dropped) if f.drop not in _NO]
    found = (_Protest if want == "protest" else _Assault)(story.scene, frames).read()
    verb, source, target = (text_of(story.scene, t) for t in found)
    return {"verb": verb, "source": source, "target": target - source}


def words_in(word: str, name: str) -> bool:
    """The word, with or without a conjunction letter, is one of a set."""
    return word in wordset(name) or word[1:] in wordset(name)


class _Reading:
    """What both kinds of events share."""

    def __init__(self, scene: Scene, frames: list[Frame]) -> None:
        self.scene = scene
        self.frames = frames
        self.phrases = Phrases(scene)
        self.words = scene.words

    def full(self, a: ActorMention) -> Tokens:
        """The noun phrase an actor mention heads."""
        return self.phrases.at(a.first) or tuple(range(a.first, a.last))

    def read(self) -> tuple[Tokens, Tokens, Tokens]:
        """Verb, source and target; three times nothing when no such event is told."""
        raise NotImplementedError

    def own(self, f: Frame) -> list[WordMention]:
        """Triggers of a frame in text order."""
        return sorted(f.triggers, key=lambda w: w.first)


class _Assault(_Reading):
    def __init__(self, scene: Scene, frames: list[Frame]) -> None:
        super().__init__(scene, frames)
        acting = {a.first for a in scene.doc.actors}
        self._events = {
            w.first for w in scene.doc.words
            if w.layer == "trigger" and scene.cls(w) not in ("suicide", "protest", "airmeans") and w.first not in acting
        }  # fmt: skip

    def read(self) -> tuple[Tokens, Tokens, Tokens]:
        deed = self.deed()
        return (deed.words, *self.parties(deed)) if deed is not None else ((), (), ())

    def deed(self) -> Deed | None:
        best: tuple[int, int, Frame, WordMention] | None = None
        for f in self.frames:
            if f.event_type in (EventType.PROTEST, EventType.STRATEGIC_DEVELOPMENT, EventType.OTHER):
                continue
            for w in self.own(f):
                key = (self._rank(w), w.first)
                if best is None or key < best[:2]:
                    best = (*key, f, w)
        if best is None:
            return None
        f, w = best[2], best[3]
        return Deed(f, w, self._marked(f, w))

    def _blast(self, w: WordMention) -> bool:
        """``فجّر نفسه``, ``فجّر حافلة``: a person sets it off."""
        core = self.words[w.first].lstrip("وف")
        if self.scene.cls(w) == "suicide":
            return core.startswith(("فجر", "جر", "يفجر"))
        return self.scene.cls(w) == "explode" and core.startswith(("جر", "فجر")) and not self._device(w)

    def _device(self, w: WordMention) -> bool:
        subject, _ = self.phrases.arguments(w)
        return not subject or self.words[subject[0]].lstrip("ال") in wordset("devices")

    def _rank(self, w: WordMention) -> int:
        """Which deed of a sentence is marked: the lowest, the first of equals."""
        cls, verb = self.scene.cls(w), w.form in _VERBS
        if verb and cls in _OUTCOME or self._blast(w):
            return 0
        if cls in _OUTCOME and not self.words[w.first].startswith("ال") and w.form != "phrase":
            return 1
        if verb and cls not in _FAINT | _HURT:
            return 2
        if verb and cls in _HURT:
            return 3
        return 5 if cls in _FAINT else 4

    def _marked(self, f: Frame, w: WordMention) -> Tokens:
        cls = self.scene.cls(w)
        if cls == "suicide" and w.form == "phrase":
            return (w.first,) if self._blast(w) else tuple(range(w.first, w.last))
        out = tuple(range(w.first, w.last))
        if w.form in _VERBS and cls in ("shoot", "shell"):
            out += tuple(i for i in self.phrases.at(w.last) if self.words[i] in wordset("shots"))[:1]
        under = [u for u in f.triggers if self.scene.cls(u) == "under" and u.form in _VERBS and u.first < w.first]
        return (under[0].first, *out) if under and w.form not in _VERBS and cls not in _OUTCOME else out

    def parties(self, deed: Deed) -> tuple[Tokens, Tokens]:
        subject, obj = self.phrases.arguments(deed.word, verb=self._blast(deed.word))
        if obj and self.words[obj[0]] in wordset("shots"):
            obj = ()
        if self._thing(subject):
            subject = ()
        source = subject or self._source(deed, obj)
        return source, obj if self._person(obj, deed) else self._target(deed, obj, source)

    def _thing(self, t: Tokens) -> bool:
        """An event or a device, not somebody."""
        return bool(t) and (self.words[t[0]].removeprefix("ال") in wordset("devices") or t[0] in self._events)

    def _person(self, t: Tokens, deed: Deed) -> bool:
        return bool(t) and not self._thing(t) and (deed.word.form in _VERBS or self.scene.cls(deed.word) in _OUTCOME | _HURT)

    def _source(self, deed: Deed, taken: Tokens) -> Tokens:
        """Who did it where the verb names nobody: "at the hands of", the verb a noun hangs on, the bomber, the party of the frame."""
        for got in self._agents(deed):
            if got and not set(got) & set(taken) and not self._thing(got):
                return got
        return ()

    def _agents(self, deed: Deed) -> Iterator[Tokens]:
        scene, f, phrases = self.scene, deed.frame, self.phrases
        line = scene.owner[deed.word.first]
        ln = scene.lines[line]
        for c in ln.cues:
            if scene.cls(c) == "agentby":
                yield phrases.at(c.last)
        for s in ln.speech:
            if scene.cls(s) == "claim-resp":
                yield phrases.subject(s.first)
        for i in range(ln.sentence.first, ln.sentence.last):
            if words_in(self.words[i], "ascribing"):
                to = next((k for k in range(i + 1, min(i + 7, ln.sentence.last)) if self.words[k] == "الي"), None)
                yield phrases.at(to + 1) if to is not None else ()
            elif words_in(self.words[i], "accusing") and i < deed.word.first:
                accuser = phrases.at(i + 1)
                yield phrases.at(accuser[-1] + 1) if accuser else ()
        for w in sorted(ln.triggers, key=lambda w: (w is not deed.word, w.first)):
            cls = scene.cls(w)
            if w.form not in _VERBS and cls not in ("suicide", "device", "vbied", "die") and scene.owner[w.first] == line:
                g = phrases.governor(w.first)
                if g is not None and not any(g == s.first for s in ln.speech) and words_in(self.words[g], "doing"):
                    yield phrases.subject(g)
            if cls == "clash":
                yield next((phrases.at(i + 1) for i in range(w.last, min(w.last + 3, len(self.words))) if self.words[i] == "مع"), ())
            if w.form in _VERBS and w is not deed.word and cls in _STRIKES and scene.owner[w.first] == line:
                yield phrases.arguments(w)[0]
            if cls == "suicide" and w.form == "masdar" and not self._adjective(w):
                yield (w.first,)
        a = f.perpetrator
        if a is not None and (not self._speaks(a) or deed.word.form in _VERBS and scene.cls(deed.word) not in ("die", "explode")):
            yield self.full(a)

    def _speaks(self, a: ActorMention) -> bool:
        """The actor is the subject of a verb of saying."""
        ln = self.scene.lines[self.scene.owner[a.first]]
        return any(0 <= a.first - s.last <= 2 or 0 <= s.first - a.last <= 1 for s in ln.speech)

    def _adjective(self, w: WordMention) -> bool:
        """``هجوم انتحاري``: the word tells of the attack, not of the man."""
        return any(u.last == w.first for u in self.scene.doc.words if u.layer == "trigger") or not self.words[w.first].lstrip(
            "وف"
        ).startswith("انتحاري")

    def _target(self, deed: Deed, obj: Tokens, subject: Tokens) -> Tokens:
        scene, f = self.scene, deed.frame
        role = ROLE_OF.get(scene.cls(deed.word))
        tolls = [t for r, t in f.tolls.items() if role is None or r == role] or list(f.tolls.values())
        under = next((u for u in f.triggers if scene.cls(u) == "under"), None)
        if under is not None:
            got = self.phrases.arguments(under)[1]
            if got:
                return got
        if role is None:
            got = self.phrases.aimed(deed.word)
            if got and not self._thing(got):
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


class _Protest(_Reading):
    def __init__(self, scene: Scene, frames: list[Frame]) -> None:
        super().__init__(scene, frames)
        self._said = {w.first for w in scene.doc.words if w.layer == "speech"}
        self._participles = {w.first for w in scene.doc.words if w.layer == "trigger" and w.form == "participle"}
        self._protests = [
            w for w in scene.doc.words if w.layer == "trigger" and scene.cls(w) == "protest" and scene.entry(w).role != "target"
        ]

    def read(self) -> tuple[Tokens, Tokens, Tokens]:
        deed = self.deed()
        return (deed.words, *self.parties(deed)) if deed is not None else ((), (), ())

    def deed(self) -> Protest | None:
        """The first protest told by a verb, a verb demonstrators are the subject of included; else the first told by a noun."""
        told: list[tuple[int, int, Tokens]] = []
        for w in self._protests:
            if w.form in _VERBS and not words_in(self.words[w.first - 1], "protest-doing"):
                told.append((0, w.first, self._with_object(w.first)))
                continue
            g = self._holds(w)
            if g is not None:
                told.append((0, g, self._led(g, w)))
            elif w.last < len(self.words) and words_in(self.words[w.last], "held-by"):
                told.append((0, w.last, tuple(range(w.first, w.last + 1))))
            else:
                told.append((1, w.first, tuple(range(w.first, w.last))))
        for i in range(len(self.words)):
            if (
                self.phrases.is_verb(i)
                and i not in self._said
                and not words_in(self.words[i], "auxiliaries")
                and not words_in(self.words[i], "no-deeds")
                and self._crowd(self.phrases.subject(i, lend=False))
            ):
                told.append((0, i, self._with_object(i)))
        if not told:
            return None
        told.sort(key=lambda t: (*t[:2], -len(t[2])))
        return Protest(told[0][1], told[0][2])

    def _holds(self, w: WordMention) -> int | None:
        """The verb a protest noun hangs on; ``خرج ... في تظاهرة`` also from afar."""
        g = self.phrases.governor(w.first)
        if g is not None and words_in(self.words[g], "protest-doing"):
            return g
        for j in range(w.first - 1, max(-1, w.first - 8), -1):
            if self.words[j] in (",", ".", ":", ";") or words_in(self.words[j], "relatives"):
                break
            if words_in(self.words[j], "protest-doing"):
                return j
        if self.words[w.first - 1] == "في":
            for j in range(w.first - 2, max(0, w.first - 25), -1):
                if words_in(self.words[j], "going-out"):
                    return j
        return None

    def _crowd(self, t: Tokens) -> bool:
        """The phrase names demonstrators."""
        named = [k for k in t[:3] if self.words[k].removeprefix("ال") in wordset("demonstrators")]
        return bool(named) and (named[0] == t[0] or self.words[t[1]] == "من" or self.words[t[0]].startswith("ال"))

    def _with_object(self, i: int) -> Tokens:
        """``رفع لافتات``, ``خرجوا الى الشوارع``: the object or the way names the deed."""
        hi = min(i + 13, len(self.words))
        for k in range(i + 1, hi):
            if (
                self.words[k] in (".", ":", ";")
                or self.phrases.is_verb(k)
                or words_in(self.words[k], "relatives")
                or k in self._participles
            ):
                break
            prep = self.words[k - 1] in wordset("prepositions") | {"حتي", "امام"} and k - 1 > i
            if words_in(self.words[i], "going-out") and words_in(self.words[k], "protest-ways"):
                return (i, k - 1, k) if prep else (i, k)
            if words_in(self.words[k], "protest-things") and not prep:
                on = k - 2 if k - 2 > i and self.words[k - 2] == "علي" else None
                return tuple(x for x in (i, on, k - 1 if on is not None else None, k) if x is not None)
        return (i,)

    def _led(self, g: int, w: WordMention) -> Tokens:
        """``خرج في تظاهرة``: the verb, its preposition and the noun."""
        prep = (w.first - 1,) if self.words[w.first - 1] in ("في", "الي") and w.first - 1 > g else ()
        return (g, *prep, *range(w.first, w.last))

    def parties(self, deed: Protest) -> tuple[Tokens, Tokens]:
        verb = deed.at
        source: Tokens = ()
        if self.phrases.is_verb(verb) or verb != deed.words[0] or words_in(self.words[verb], "protest-doing"):
            source = self.phrases.at(verb + 1) if verb > min(deed.words) else self.phrases.subject(verb)
        if words_in(self.words[verb], "sees") or any(w.first in source for w in self._protests if w.form not in _VERBS):
            source = self._of(deed)
        source = source or self._demonstrators()
        return source, self._against(verb, source)

    def _of(self, deed: Protest) -> Tokens:
        """``تظاهرة لطلبة الجامعة``: whose it is stands after the noun."""
        last = max(deed.words) + 1
        for k in range(last, min(last + 2, len(self.words))):
            if self.words[k].startswith("ل") and self.words[k] not in wordset("phrase-end") | wordset("protest-aims"):
                return self.phrases.at(k)
        return ()

    def _demonstrators(self) -> Tokens:
        for i in range(len(self.words)):
            if self._crowd((i,)):
                return self.phrases.at(i)
        return ()

    def _against(self, verb: int, source: Tokens) -> Tokens:
        return tuple(i for i in self.phrases.opposed(verb, source) if i not in source)
