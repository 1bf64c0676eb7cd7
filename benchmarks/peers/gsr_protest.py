"""Protests: the deed a coder would mark in a sentence, who protests and against whom."""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.peers.gsr_base import Reading, Tokens, one_of, words
from waqai.frame.frames import Frame
from waqai.frame.phrases import VERBS, bare
from waqai.frame.scene import Scene
from waqai.model import WordMention
from waqai.resources.wordsets import wordset

# protests that take no object
_ALONE = frozenset(("protest", "gather-protest", "gather-rally", "chant", "denounce-rally", "strike-work", "general-strike"))


@dataclass(frozen=True, slots=True)
class Marked:
    """The marked protest: the token that tells it and the tokens a coder would mark."""

    at: int
    words: Tokens


class Protests(Reading):
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

    def deed(self) -> Marked | None:
        """The first protest told by a verb, a verb demonstrators are the subject of included; else the first told by a noun."""
        told: list[tuple[int, int, Tokens]] = []
        for w in self._protests:
            accusative = self.words[w.first].endswith("ا") and not self.words[w.first].endswith("وا")  # "شهدت تجمعا": a noun
            if w.form in VERBS and not accusative and not self._noun(w.first):
                told.append((2 if self._shut(w.first) else 0, w.first, self._with_object(w.first)))
                continue
            if one_of(self.words[w.first], wordset("protest-aims")):
                told.append((3, w.first, tuple(range(w.first, w.last))))
                continue
            g = self._holds(w)
            if g is not None:
                told.append((1 if one_of(self.words[g], words("happening")) else 0, g, self._led(g, w)))
            elif w.last < len(self.words) and one_of(self.words[w.last], words("held-by")):
                told.append((2, w.last, tuple(range(w.first, w.last + 1))))
            else:
                told.append((2, w.first, tuple(range(w.first, w.last))))
        told += [(0, i, self._with_object(i)) for i in range(len(self.words)) if self._acts(i)]
        if not told:  # "متظاهرون حاولوا", "اتهم المتظاهرون": whatever they do
            told = [(4, i, self._with_object(i)) for i in range(len(self.words)) if self._acts(i, faint=True)]
        if not told:
            return None
        told.sort(key=lambda t: (*t[:2], -len(t[2])))
        return Marked(told[0][1], told[0][2])

    def _shut(self, i: int) -> bool:
        """``أغلقت المحال أبوابها``: what is closed, not who closes."""
        subject = self.phrases.subject(i, lend=False)
        return bool(subject) and bare(self.words[subject[0]]) in words("premises")

    def _noun(self, i: int) -> bool:
        """A verbal noun in the letters of a verb: ``بعد تجمع``, ``إقامة تجمع``, ``يواصلون تدفقهم``."""
        before = self.words[i - 1] if i else ""
        held = one_of(before, words("holding")) or before in wordset("prepositions") or one_of(before, words("while"))
        return held or (self.words[i].startswith("ت") and self.words[i].endswith(("هم", "هن")))

    def _acts(self, i: int, *, faint: bool = False) -> bool:
        """A finite verb that tells what demonstrators do; ``faint`` also takes one that only carries another, or accuses."""
        passed = words("no-deeds") if faint else wordset("auxiliaries") | words("no-deeds")
        speaks = i in self._said and not (faint and one_of(self.words[i], words("accusing") | wordset("protest-aims")))
        if speaks or one_of(self.words[i], passed) or not (self.phrases.is_verb(i) or self._before_crowd(i)):
            return False
        return self._crowd(self.phrases.subject(i, lend=False))

    def _before_crowd(self, i: int) -> bool:
        """A word of three letters that opens its clause before demonstrators in the nominative: ``وسلم المتظاهرون``."""
        after = self.words[i + 1] if i + 1 < len(self.words) else ""
        opens = self.words[i].startswith("و") and len(self.words[i]) == 4
        return opens and after.endswith("ون") and after.removeprefix("ال") in words("demonstrators")

    def _holds(self, w: WordMention) -> int | None:
        """The verb a protest noun hangs on; ``خرج ... في تظاهرة`` also from afar."""
        g = self.phrases.governor(w.first)
        if g is not None and one_of(self.words[g], words("protest-doing")):
            return g
        for j in range(w.first - 1, max(-1, w.first - 8), -1):
            if self.words[j] in (",", ".", ":", ";") or one_of(self.words[j], wordset("relatives")):
                break
            if one_of(self.words[j], words("protest-doing")):
                return j
        if self.words[w.first - 1] == "في":
            for j in range(w.first - 2, max(0, w.first - 25), -1):
                if one_of(self.words[j], words("going-out")):
                    return j
        return None

    def _crowd(self, t: Tokens) -> bool:
        """The phrase names demonstrators."""
        named = [k for k in t[:3] if self.words[k].removeprefix("ال") in words("demonstrators")]
        if not named:
            return False
        one = self.words[t[0]]
        return named[0] == t[0] or self.words[t[1]] == "من" or (one.startswith("ال") and not one.endswith("ه"))

    def _with_object(self, i: int) -> Tokens:
        """``رفع لافتات``, ``خرجوا الى الشوارع``: the object or the way names the deed."""
        if one_of(self.words[i], words("going-out")):
            far = [w for w in self._protests if w.form not in VERBS and i < w.first <= i + 25 and self.words[w.first - 1] == "في"]
            if far and not any(one_of(self.words[k], words("going-out")) for k in range(i + 1, far[0].first)):
                return (i, far[0].first - 1, *range(far[0].first, far[0].last))
        if any(w.first == i and w.entry.split(".")[-1] in _ALONE for w in self._protests):
            return (i,)
        hi = min(i + 13, len(self.words))
        for k in range(i + 1, hi):
            if self.words[k] in (".", ":", ";") or one_of(self.words[k], wordset("relatives")):
                break
            if self.phrases.is_verb(k) or k in self._participles:
                break
            prep = self.words[k - 1] in wordset("prepositions") | {"حتي", "امام"} and k - 1 > i
            if one_of(self.words[i], words("going-out")) and one_of(self.words[k], words("protest-ways")):
                return (i, k - 1, k) if prep else (i, k)
            if one_of(self.words[k], words("protest-things")) and not prep:
                if not one_of(self.words[k - 1], words("thing-doing")):
                    return (i, k)
                return (i, k - 2, k - 1, k) if self.words[k - 2] == "علي" else (i, k - 1, k)
        return (i,)

    def _led(self, g: int, w: WordMention) -> Tokens:
        """``خرج في تظاهرة``: the verb, its preposition and the noun."""
        prep = (w.first - 1,) if self.words[w.first - 1] in ("في", "الي") and w.first - 1 > g else ()
        return (g, *prep, *range(w.first, w.last))

    def parties(self, deed: Marked) -> tuple[Tokens, Tokens]:
        verb = deed.at
        source: Tokens = ()
        if (
            (self.phrases.is_verb(verb) and not self._noun(verb))
            or verb != deed.words[0]
            or one_of(self.words[verb], words("protest-doing"))
        ):
            source = self.phrases.at(verb + 1) if verb > min(deed.words) else self.phrases.subject(verb)
        nouns = {k for w in self._protests if w.form not in VERBS for k in range(w.first, w.last)}
        cut = next((n for n, k in enumerate(source) if k in nouns), len(source))
        source = source[:cut]  # "أعلن العمال الإضراب"
        if one_of(self.words[verb], words("sees")) or not source:
            source = self._of(deed)
        source = source or self._counted_only(verb) or self._who(deed)
        if not one_of(self.words[verb], words("happening")):
            source = source or self._demonstrators()
        source = self._with_more(self._cut(source))
        return source, self._against(verb, source)

    def _who(self, deed: Marked) -> Tokens:
        """Who is told beside it: ``مسيرات نظمتها اتحادات``, ``انضم ستة آلاف مواطن``, ``نزول نحو مئتي راهب``."""
        for i in range(len(self.words)):
            if i not in deed.words and (one_of(self.words[i], words("held-by")) or one_of(self.words[i], words("joining"))):
                got = self.phrases.at(i + 1)
                if got:
                    return got
        return ()

    def _counted_only(self, verb: int) -> Tokens:
        """``تظاهر الآلاف أمس``: they are counted and not named."""
        near = [k for k in range(verb + 1, min(verb + 3, len(self.words))) if self.words[k] in words("crowd-counts")]
        return (near[-1],) if near and self.phrases.is_verb(verb) else ()

    def _cut(self, t: Tokens) -> Tokens:
        """The phrase without the object that follows it: ``المتظاهرون المناهضون للفاشية الشوارع``."""
        objects = words("protest-things") | words("protest-objects")
        return t[: next((n for n, k in enumerate(t) if n and self.words[k] in objects), len(t))]

    def _with_more(self, t: Tokens) -> Tokens:
        """``الأهالي وأنصارهم``: those joined to them by their pronoun."""
        after = t[-1] + 1 if t else len(self.words)
        if (
            after < len(self.words)
            and self.words[after].startswith("و")
            and self.words[after].endswith("هم")
            and not self.phrases.is_verb(after)
        ):
            more = self.phrases.at(after)
            return (*t, *(more or (after,)))
        return t

    def _of(self, deed: Marked) -> Tokens:
        """``تظاهرة لطلبة الجامعة``: whose it is stands after the noun."""
        last = max(deed.words) + 1
        for k in range(last, min(last + 2, len(self.words))):
            if self.words[k] in wordset("belonging") or self.words[k] in wordset("protest-aims"):
                break  # "مؤيدة للحكومة"
            if self.words[k].startswith("ل") and self.words[k] not in wordset("phrase-end") | wordset("protest-aims"):
                return self.phrases.at(k)
        return ()

    def _demonstrators(self) -> Tokens:
        for i in range(len(self.words)):
            if self._crowd((i,)):
                return self.phrases.at(i)
        return ()

    def _against(self, verb: int, source: Tokens) -> Tokens:
        """Whom it is against: in a scuffle the other side, else whom the words of protest name, else whose seat they stand at."""
        phrases, said = self.phrases, self.words
        word = next((w for w in self.scene.doc.words if w.layer == "trigger" and w.first == verb and w.form in VERBS), None)
        thrown = any(one_of(said[k], words("thrown")) for k in range(verb, min(verb + 8, len(said))))
        if word is not None and self.scene.cls(word) == "clash":
            k = next((k for k in range(verb, min(verb + 8, len(said))) if said[k] == "مع"), None)
            if k is not None:
                return phrases.at(k + 1)
        got = phrases.aimed(word) if word is not None and thrown else ()
        if source and source[-1] + 1 < len(said) and one_of(said[verb], words("accusing")):
            got = phrases.at(source[-1] + 1)
        got = got or phrases.opposed(verb, source) or self._seat(verb)
        return tuple(i for i in got if i not in source)

    def _seat(self, verb: int) -> Tokens:
        for k in range(verb, min(verb + 20, len(self.words) - 1)):
            if self.words[k] in ("نحو", "باتجاه", "صوب", "امام", "الي", "حتي", "قباله") and one_of(
                self.words[k + 1], words("institutions")
            ):
                return self.phrases.at(k + 1)
        return ()
