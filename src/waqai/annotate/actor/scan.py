"""First pass: find actor phrases in the tokens. A phrase is a name, or a head with modifiers and an owner.

What a phrase refers to may stay open (a context name, a bare state body, a possessive); the second pass settles it.
"""

from __future__ import annotations

from collections.abc import Sequence

from waqai.annotate.actor.lexicon import BLOCK, CAPITAL, CONTEXT, COUNTRY, HEAD, NAME, PLACE, Hit, Lexicon, Node
from waqai.annotate.actor.lone import Raw
from waqai.annotate.actor.names import GAPS, NamedActors
from waqai.model import Token
from waqai.model.text import words_of
from waqai.resources.registry import Registry
from waqai.resources.wordsets import wordset


def _order(path: tuple[int, str, Hit]) -> tuple[int, bool, int, int]:
    """Longest first, then blocking phrases, then by kind, then the shortest prefix."""
    end, prefix, hit = path
    return -end, hit.kind != BLOCK, hit.kind, len(prefix)


_CLITICS = frozenset("بلو")
_FLAG = 8  # tokens from an aircraft to whose it is said to be
_LAID = 8  # tokens from a word of laying to the state it is laid on


def _sheltered(words: Sequence[str], i: int, shelter: frozenset[str]) -> bool:
    """``بحماية جنود``, ``تحت حماية مشددة من جنود``: what begins at token ``i`` only guards others."""
    at = i - 1
    if words[at] == "من":
        at -= 1
    if at > 0 and words[at] not in shelter and words[at].endswith("ه"):
        at -= 1
    return at >= 0 and words[at] in shelter


_OF_NATIONS = frozenset(("state", "group", "asset"))  # what an adjective of nationality makes an army's


class Scanner(NamedActors):
    """One text's first pass.

    ``places`` collects ``(token, region, weight)`` for telling the country: a place weighs 1, a party's home country 0.3.
    """

    def __init__(self, tokens: Sequence[Token], lex: Lexicon, reg: Registry, original: str = "") -> None:
        self.tokens = tokens
        self.original = original
        self.words = words_of(tokens)
        self.lex = lex
        self.reg = reg
        self.places: list[tuple[int, str, float]] = []

    def run(self) -> list[Raw]:
        """All phrases, in text order, without overlaps."""
        out: list[Raw] = []
        words, adjectives = self.words, self.lex.adjectives
        begins = list(map(self.lex.begins.__getitem__, words))
        actors, abroad = self.reg.actors, self.lex.abroad
        second, leans, spelling = self.lex.second, self.lex.leans, self.lex.spelling
        shelter, streets = self.lex.shelter, wordset("streets-named")  # ``شارع الشرطة``, ``دوار حزب الله``: a name of the town's
        i, n = 0, len(words)
        while i < n:
            word = words[i]
            begin = begins[i]
            if begin is None:
                if word in adjectives:
                    people = self._flag(i) or self._people(i)
                    if people is not None:
                        self._count(people)
                        out.append(people)
                i += 1
                continue
            follow = leans[word] if word in leans else second(word, begin)
            if follow is not None and i + 1 < n:
                w = words[i + 1]
                if spelling.get(w, w) not in follow and w not in GAPS and not w.isascii():
                    i += 1
                    continue
            raw = self.parse(i, begin, 0)
            if raw is None:
                i += 1
            else:
                if (raw.target is not None or raw.lemma is not None) and not (
                    i and (_sheltered(words, i, shelter) or (words[i - 1] in streets and not raw.prefix.startswith("ل")))
                ):
                    out.append(raw)
                    other = self._other_nation(raw)
                    if other is not None:
                        out.append(other)
                    if raw.target is not None and raw.target[0] == "actor":
                        home = actors[raw.target[1]].country
                        if home is not None and home not in abroad:
                            self.places.append((i, home, 0.3))
                i = max(raw.last, out[-1].last if out else 0, i + 1)
        return out

    def _other_nation(self, raw: Raw) -> Raw | None:
        """``القوات الهندية والباكستانية``: the army of a second nation, told by its adjective alone."""
        k = raw.last
        if raw.lemma is None or raw.target is None or raw.lemma.role not in _OF_NATIONS:
            return None
        if k >= len(self.words) or not self.words[k].startswith("و"):
            return None
        word, before, adjectives = self.words[k][1:], self.words[k - 1], self.lex.adjectives
        cc = adjectives.get(word)
        alike = word.startswith("ال") == before.startswith("ال") and word.endswith("ه") == before.endswith("ه")
        if cc is None or before not in adjectives or adjectives[before] == cc or not alike:
            return None
        other = Raw(k, k + 1, k, None, "described", raw.lemma, prefix="و", definite=raw.definite, attrs={"and-nation": "1"})
        self._nationality(other, cc, k)
        return other if other.target is not None else None

    def parse(self, i: int, begin: Sequence[tuple[str, Node]], depth: int) -> Raw | None:
        """The best phrase that begins at token ``i``; ``None`` when there is none."""
        paths: list[tuple[int, str, Hit]] = []
        for prefix, node in begin:
            if len(node) == 1 and "" in node:  # a name of one word, as most are
                for h in node[""]:
                    paths.append((i + 1, prefix, h))
                continue
            for end, hits in self._walk(node, i + 1):
                for h in hits:
                    paths.append((end, prefix, h))
        if not paths:
            return None
        if len(paths) > 1:
            paths.sort(key=_order)
        best: Raw | None = None
        blocked = 0
        context: Raw | None = None
        for end, prefix, hit in paths:
            if end < blocked or (best is not None and best.last >= end and hit.kind != HEAD):
                continue
            kind = hit.kind
            raw: Raw | None = None
            if kind == BLOCK:
                blocked = end
                if best is None:
                    best = Raw(i, end, i, None, "blocked")
                continue
            if kind == NAME:
                raw = self._name(i, end, prefix, hit, depth)
            elif kind == CONTEXT:
                raw = Raw(i, end, i, ("context", hit.value), "definite", prefix=prefix, definite=True)
                context = context or raw
                if "things" in self.lex.contexts[hit.value].flags:
                    raw.attrs["object"] = "vehicle"
                elif "unit" in self.lex.contexts[hit.value].flags and self._numbered(raw):
                    raw.target = ("body", "army")
                if depth < 3:
                    self._belongs(raw, depth)
                if "adjective" in self.lex.contexts[hit.value].flags and not self._noun(raw, end):
                    continue
            elif kind == HEAD:
                raw = self._head(i, end, prefix, hit, depth)
            elif kind == PLACE:
                if depth == 0 and (not hit.extra or (i and self.words[i - 1] in self.lex.place_type)):
                    self.places.append((i, hit.value, 1.0))
                elif depth and not hit.extra:
                    raw = Raw(i, end, i, ("country", hit.value.partition(".")[0]), "country", prefix=prefix)
            elif kind in (COUNTRY, CAPITAL):
                raw = self._country(i, end, prefix, hit, depth)
            if raw is not None and (best is None or best.target is None or raw.last > best.last) and (raw.last >= blocked):
                if best is not None and best.target is not None and raw.target is None:
                    continue
                best = raw
        if best is None or (best.form == "blocked" and depth):
            return None
        described = context is not None and best.definite and best.attrs.get("link") == "loyal"
        if described and context is not None and "gunmen" in self.lex.contexts[self._context_of(context)].flags:
            described = False  # ``المسلحين الموالين لها``
        if described and context is not None and not self.words[i].endswith(("ات", "يل")):
            # الجماعة المدعومة من ...: the patron only describes a group named before
            best.target, best.form = context.target, "definite"
        if depth == 0:
            self._count(best)
            self._open(best)
        return best

    @staticmethod
    def _context_of(raw: Raw) -> int:
        assert raw.target is not None
        return int(raw.target[1])

    def _people(self, i: int) -> Raw | None:
        """``قُتل لبنانيان``, ``ثلاثة سوريين``: a nationality where a person is due means civilians."""
        word, words = self.words[i], self.words
        if word in self.lex.weak or not i or (word.startswith("ال") and not word.endswith(("ين", "ون"))):
            return None
        before = words[i - 1]
        due = (
            before in self.lex.before_noun
            or before in wordset("many-of")
            or before in self.lex.counts
            or (before.isdigit() and len(before) < 5)
        )
        # ``قتلت قوات الاحتلال فلسطينياً``: in the accusative behind the subject
        due = due or (i > 1 and before.startswith("ال") and word.endswith("يا") and self._taken(i))
        if not due or not word.endswith(("ي", "يا", "ين", "ون", "ان", "يه")):
            return None
        return Raw(i, i + 1, i, ("actor", "civilians"), "described", attrs={"nationality": self.lex.adjectives[word]})

    def _flag(self, i: int) -> Raw | None:
        """``الطائرات إسرائيلية``, ``يرجح أن الطائرة "أمريكية"``: whose aircraft somebody says they were; not ``تركية الصنع``."""
        word, words = self.words[i], self.words
        if word.startswith("ال") or not word.endswith("يه") or (i + 1 < len(words) and words[i + 1] in wordset("of-make")):
            return None
        j = i - 1
        while j > max(0, i - _FLAG) and words[j] in wordset("flag-links"):
            j -= 1
        body = self.reg.body(self.lex.adjectives[word], "forces") if j >= 0 and words[j] in wordset("flown") else None
        return Raw(i, i + 1, i, ("actor", body), "described", attrs={"flag": "1"}) if body else None

    def _taken(self, i: int) -> bool:
        """A person of a nationality behind a verb that takes persons and its subject; no country (``سوريا``)."""
        if self.words[i] in wordset("countries-in-ya"):
            return False
        return any(w in wordset("takes-persons") for w in self.words[max(0, i - 4) : i - 1])

    def _country(self, i: int, end: int, prefix: str, hit: Hit, depth: int) -> Raw | None:
        """A country or capital: a scene, or the government that acts and speaks."""
        cc = hit.value
        before = self.words[i - 1] if i else ""
        placed = before in self.lex.place_before or prefix.endswith("ب")
        if hit.extra and not placed and not depth:
            return None
        if before in wordset("named-after") or (before[:1] in _CLITICS and before[1:] in wordset("named-after")):
            return None  # ``شارع بغداد``, ``لناحية الرياض``
        if depth == 0:
            self.places.append((i, cc, 1.0 if placed or hit.kind == CAPITAL else 0.0 if cc in self.lex.abroad else 0.6))
        if depth:
            return Raw(i, end, i, ("country", cc), "country", prefix=prefix)
        blamed = self._blamed(i, end)
        if placed and cc != "IL" and not blamed:
            return None
        if hit.kind == CAPITAL or cc not in self.lex.abroad:
            said = blamed or before in self.lex.speech or (i > 1 and self.words[i - 2] in self.lex.speech)
            said = said or before in wordset("country-acts") or (prefix.endswith("ل") and before in wordset("country-strikes"))
            if not said:
                return None
        gov = self.reg.body(cc, "gov" if hit.kind == CAPITAL or cc not in ("IL",) else "army")
        return Raw(i, end, i, ("actor", gov), "named", prefix=prefix, attrs={"metonym": "1"}) if gov else None

    def _blamed(self, i: int, end: int) -> bool:
        """``نسب القصف إلى تركيا``, ``أصابع الاتهام إلى أنقرة``, ``حملت بغداد أنقرة مسؤولية الضربة``: a state a deed is laid on."""
        words = self.words
        if words[i - 1 : i] and words[i - 1] in wordset("ascribed-to"):
            near = words[max(0, i - _LAID) : i - 1]
            return not wordset("ascribes").isdisjoint(near) or (
                not wordset("of-accusation").isdisjoint(near) and not wordset("fingers").isdisjoint(near)
            )
        behind = words[end : end + 2]
        return not wordset("responsibility").isdisjoint(behind) and not wordset("blame-verbs").isdisjoint(words[max(0, i - 4) : i])

    def _count(self, raw: Raw) -> None:
        if raw.number is None and raw.first:
            before = self.words[raw.first - 1]
            if before.isdigit() and len(before) < 5 and not self._year(raw.first):
                raw.number = int(before)
            else:
                raw.number = self.lex.counts.get(before)

    def _year(self, i: int) -> bool:
        """``قُتل في 2019 قائد الكتيبة``: the digits before token ``i`` are a year, which counts nobody."""
        year, words = self.words[i - 1], self.words
        if i < 2 or len(year) != 4 or year[:2] not in ("19", "20") or year[2:] in ("00", "01", "02"):
            return False
        return words[i - 2] in wordset("before-a-year") and not words[i].endswith("ا")

    def _open(self, raw: Raw) -> None:
        """A proclitic written apart (``لـ"قسد"``) belongs to the mention."""
        i = raw.first
        if i > 1 and self.words[i - 1] == '"' and self.words[i - 2] in self.lex.detached:
            raw.prefix = raw.prefix or self.words[i - 2]
