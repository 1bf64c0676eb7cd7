"""What a single folded word can be in a place expression, worked out once per distinct word."""

from __future__ import annotations

from waqai.normalise import fold, readings
from waqai.resources.areas import AreaWords, TypeWord, area_words
from waqai.resources.gazetteer import Gazetteer, Place, gazetteer
from waqai.resources.wordsets import wordset

Tails = dict[tuple[str, ...], tuple[str, ...]]

# Proclitics a place word takes; the article may follow. ``لال`` is how readings spells ``لل``.
_PREFIXES = frozenset({"", "و", "ف", "ب", "ل", "وب", "ول", "فب", "فل"})
_LIMIT = 200_000
# Quality of a one-word name standing bare: an ordinary word or a rare spelling, a small place, a place everybody knows.
NONE, RISKY, SMALL, KNOWN = 0, 1, 2, 3
_KNOWN_WEIGHT = 0.5
_TOWNLIKE_WEIGHT = 0.4
_HAMLET_WEIGHT = 0.15
_TOWN_WEIGHT = 0.62
_BIG_WEIGHT = 0.7


class NameStart:
    """A reading of a word as the first word of gazetteer names.

    Attributes:
        cut: letters of the word that are proclitics.
        key: the first word of the names.
        prefix: the proclitics without the article.
        tails: remaining words of each name → ids.
        longest: most remaining words.
        quality: of the one-word name.
        added: the text has ``لل``, so the article of the name must be written back.
    """

    __slots__ = ("added", "cut", "key", "longest", "prefix", "quality", "tails")

    def __init__(self, cut: int, key: str, prefix: str, tails: Tails, longest: int, quality: int, added: bool) -> None:
        self.cut = cut
        self.key = key
        self.prefix = prefix
        self.tails = tails
        self.longest = longest
        self.quality = quality
        self.added = added


class Word:
    """All readings of one word that matter; a word with none is ``None`` in the memo."""

    __slots__ = (
        "collective",
        "head",
        "names",
        "near",
        "phrase",
        "prefix",
        "side",
        "side_noun",
        "special",
        "type",
        "type_cut",
        "type_definite",
    )

    def __init__(self) -> None:
        self.type: TypeWord | None = None
        self.type_cut = 0
        self.type_definite = False
        self.prefix = ""
        self.names: tuple[NameStart, ...] = ()
        self.side: str | None = None
        self.near = False
        self.head: str | None = None
        self.phrase: tuple[tuple[str, ...], ...] = ()
        self.side_noun: str | None = None
        self.collective = False
        self.special: str | None = None


def _own_name(key: str, place: Place | None) -> bool:
    """Whether the record itself gives the name; else a spelling rule made it."""
    return place is None or key == fold(place.name_ar) or any(key == fold(v.name) for v in place.variants)


class Memo(dict[str, Word | None]):
    """Folded word → ``Word`` or ``None``; fills itself. Emptied when it grows past a limit."""

    def __init__(self, areas: AreaWords, gaz: Gazetteer) -> None:
        super().__init__()
        self.areas = areas
        self.gaz = gaz
        self.village = next(t for t in areas.types.values() if t.kind == "village")
        w = areas.words
        self._firsts = gaz.names.firsts
        self._openers = frozenset().union(areas.types, areas.sides, areas.heads, areas.phrases, w["near"], w["collective"])
        self._definite = frozenset().union(areas.side_nouns, areas.phrases, w["collective"], w["capital"], w["borders"], w["land"])
        self._tails: dict[str, tuple[Tails, int, int] | None] = {}
        self._weights: dict[str, float] = {}

    def __missing__(self, word: str) -> Word | None:
        if len(self) > _LIMIT:
            self.clear()
        value = self[word] = self._classify(word)
        return value

    def weight(self, ids: tuple[str, ...]) -> float:
        """Weight of the likeliest place of some ids."""
        first = ids[0]
        got = self._weights.get(first)
        if got is None:
            place = self.gaz.brief(first)
            got = self._weights[first] = place.weight if place else 0.0
        return got

    def tails(self, key: str) -> tuple[Tails, int, int] | None:
        """Names beginning with ``key``: tails, longest tail, quality of the one-word name; ``None`` when there is none."""
        if key in self._tails:
            return self._tails[key]
        entries = self.gaz.names.get(key)
        value: tuple[Tails, int, int] | None = None
        if entries is not None and len(key) > 1:
            tails = dict(entries)
            alone = tails.get(())
            quality = NONE
            if alone:
                quality = self._quality(key, alone)
            value = (tails, max(map(len, tails)), quality)
        self._tails[key] = value
        return value

    def _quality(self, key: str, ids: tuple[str, ...]) -> int:
        """How far a one-word name may be trusted without a type word."""
        if key in self.gaz.weak or len(key) < 3:
            return RISKY
        if key in wordset("towns-for-all-that"):
            return SMALL  # يافا, التاجي: in the vocabulary or borne by persons, and yet no everyday words
        place = self.gaz.brief(ids[0])
        weight = place.weight if place is not None else 0.0
        # Abroad a name that is an Arabic word is the word: مشهد is a scene, not Mashhad.
        arab = place is not None and place.country in self.areas.arab
        if key in self.areas.risky:
            return SMALL if arab and weight >= _TOWN_WEIGHT else RISKY
        if key in self.areas.common and not arab and weight < _BIG_WEIGHT:
            return RISKY
        if place is not None and place.kind == "country" and key.endswith("يه") and not _own_name(key, self.gaz.by_id(ids[0])):
            return RISKY  # بريطانية is an adjective, though بريطانيا may be misspelt so
        if weight >= _KNOWN_WEIGHT:
            return KNOWN if arab or weight >= _BIG_WEIGHT else SMALL
        # A hamlet hardly makes the news without its type word; a village may, unless its name is a common word.
        return RISKY if weight < _HAMLET_WEIGHT or key in self.areas.common else SMALL

    def _townlike(self, tails: Tails) -> bool:
        alone = tails.get(())
        return alone is not None and self.weight(alone) >= _TOWNLIKE_WEIGHT

    def _means_nothing(self, word: str) -> bool:
        """No reading of the word is known to any table: so it is with most words."""
        names, openers = self._firsts, self._openers
        for prefix, rest in readings(word):
            if rest in openers or rest in names:
                return False
            if prefix.endswith("ال") and ((full := "ال" + rest) in self._definite or full in names):
                return False
        return True

    def _classify(self, word: str) -> Word | None:
        if len(word) < 2 or not word[0].isalpha() or self._means_nothing(word):
            return None
        a = self.areas
        out = Word()
        names: list[NameStart] = []
        hit = False
        for prefix, rest in readings(word):
            article = prefix.endswith("ال")
            bare = prefix[:-2] if article else prefix
            if bare not in _PREFIXES:
                continue
            cut = len(word) - len(rest)
            if out.type is None and (t := a.types.get(rest)) is not None and "ك" not in bare:
                out.type, out.type_cut, out.type_definite, out.prefix = t, len(bare), article, bare
                hit = True
            if not article:
                if out.side is None and rest in a.sides:
                    out.side, out.prefix, out.type_cut = a.sides[rest], bare, cut
                    hit = True
                if not out.near and rest in a.words["near"]:
                    out.near = hit = True
                if out.head is None and rest in a.heads:
                    out.head = a.heads[rest]
                    hit = True
            if article:
                full = "ال" + rest
                if full in a.side_nouns and out.side_noun is None:
                    out.side_noun, out.prefix, out.type_cut = a.side_nouns[full], bare, len(bare)
                    hit = True
                if full in a.words["collective"]:
                    out.collective = hit = True
                    out.prefix, out.type_cut = bare, len(bare)
                if full in a.words["capital"]:
                    out.special, out.prefix, out.type_cut = "capital", bare, len(bare)
                    hit = True
                elif full in a.words["borders"]:
                    out.special, out.prefix, out.type_cut = "border", bare, len(bare)
                    hit = True
                elif full in a.words["land"]:
                    out.special, out.prefix, out.type_cut = "land", bare, len(bare)
                    hit = True
            elif rest in a.words["collective"]:
                out.collective = hit = True
                out.prefix, out.type_cut = bare, cut
            key = "ال" + rest if article else rest
            if (phrase := a.phrases.get(key)) is not None and not out.phrase:
                out.phrase = phrase
                hit = True
            got = self.tails(key)
            added = article and bare.endswith("ل")
            at = len(bare) + added
            if got is None or any(n.key == key for n in names):
                continue
            tails, longest, quality = got
            if bare and not article and word in a.common and key not in a.common:
                # وسيلة, بلاد: the whole is an everyday word and what is left of it is not.
                if longest == 0:
                    continue
                quality = RISKY
            # بكريتر is no other word.
            surely = bare == "ب" and len(key) > 3 and word not in a.common and key not in a.common and self._townlike(tails)
            if bare and quality == SMALL and not key.startswith("ال") and not surely:
                # A single letter cut off an ordinary word easily leaves a hamlet's name.
                quality = RISKY
            names.append(NameStart(at, key, bare, tails, longest, quality, added))
        if names:
            out.names = tuple(names)
            hit = True
        return out if hit else None


_memos: dict[int, Memo] = {}


def memo() -> Memo:
    """The memo for the gazetteer in use."""
    gaz = gazetteer()
    got = _memos.get(id(gaz))
    if got is None:
        _memos.clear()
        got = _memos[id(gaz)] = Memo(area_words(), gaz)
    return got
