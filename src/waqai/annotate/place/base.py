"""State and small questions every reader shares: what stands before, what follows, which relation."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence

from waqai.annotate.place.drafts import RANKS, SITE, TOWN, WIDE, Draft
from waqai.annotate.place.names import QUOTES, fit
from waqai.annotate.place.shapes import is_word
from waqai.annotate.place.words import Memo, NameStart, Word
from waqai.resources.areas import TypeWord
from waqai.resources.wordsets import wordset

_MARKS = frozenset(',)"')
_SUBJECT = 5  # tokens from a noun of striking over its doer to the object
_ENDS = frozenset({".", "\n"})
_ADJECTIVES = 4  # tokens of a hospital's name (المستشفى الميداني الأول)
_SHOT = 10  # tokens from what is fired to where it goes
_AREA_KINDS = frozenset({"countryside", "desert", "plain", "mountain", "steppe", "river", "valley"})
_WIDE_KINDS = frozenset(
    {"governorate", "country", "region", "wilaya", "sea", "river", "lake", "desert", "mountain", "plain", "valley", "island"}
)


class Base(ABC):
    """The text being read and what has been found in it. ``drafts`` is in text order."""

    __slots__ = ("_areas", "_infos", "_memo", "_n", "_pending", "_w", "_words", "drafts")

    def __init__(self, memo: Memo, words: Sequence[str]) -> None:
        self._memo = memo
        self._areas = memo.areas
        self._w = memo.areas.words
        self._words = words
        self._n = len(words)
        self._infos: list[Word | None] = list(map(memo.__getitem__, words))
        self.drafts: list[Draft] = []
        self._pending: list[tuple[int, int, NameStart, tuple[str, ...]]] = []  # doubtful bare names: first, last, reading, ids

    def _match(self, s: NameStart, i: int) -> tuple[int, tuple[str, ...]]:
        return fit(self._memo, self._words, i, s.tails, s.longest)

    def _everyday(self, i: int, size: int) -> bool:
        return all(w in self._areas.common or w in self._areas.risky for w in self._words[i : i + size])

    def _rank(self, ids: tuple[str, ...]) -> int:
        place = self._memo.gaz.by_id(ids[0])
        return RANKS.get(place.kind, SITE) if place else TOWN

    def _first_level(self, ids: tuple[str, ...]) -> bool:
        return any((p := self._memo.gaz.by_id(id)) is not None and p.kind == "governorate" for id in ids[:3])

    def _wide(self, ids: tuple[str, ...]) -> bool:
        """Whether a name may mean a governorate, a country or a region: a side of it is an area of its own."""
        kinds = {p.kind for id in ids[:3] if (p := self._memo.gaz.by_id(id)) is not None}
        return not kinds.isdisjoint(_WIDE_KINDS)

    def _push(self, draft: Draft) -> Draft:
        self._relate(draft)
        self.drafts.append(draft)
        return draft

    def _desert(self, i: int, cut: int, info: Word, ids: tuple[str, ...]) -> int:
        """``في البادية`` behind ``بادية السخنة``: that one; in a report about its country, the desert everybody means there."""
        before = self._words[i - 1] if i else ""
        if info.prefix != "ب" and before not in self._w["prep"] and before not in self._w["inside"]:
            return 0
        if any(d.kind == "desert" and d.relation != "anaphor" for d in self.drafts):
            return self._push(Draft(i, i + 1, cut, (i, i + 1, cut), "desert", WIDE, (), True, info.prefix, "anaphor")).last
        land = self._memo.gaz.by_id(ids[0]) if ids else None
        named = (p for d in self.drafts if d.ids and (p := self._memo.gaz.by_id(d.ids[0])) is not None)
        if land is None or land.kind != "desert" or all(p.country != land.country for p in named):
            return 0
        return self._push(Draft(i, i + 1, cut, (i, i + 1, cut), "desert", WIDE, ids, True, info.prefix)).last

    def _object_of(self, k: int) -> bool:
        """``اقتحامها لبلدة X``, ``قصف قوات النظام لمدينة Y``: the object of a noun of striking, not the way there."""
        words, nouns = self._words, wordset("nouns-of-taking")
        for at in range(k, max(-1, k - _SUBJECT), -1):
            w = words[at]
            if w in nouns or (w[0] in "وبل" and w[1:] in nouns):
                return True
            if not is_word(w) or w in self._w["prep"]:
                return False
        return False

    def _relate(self, d: Draft) -> None:
        """Set the relation from the words before the expression."""
        i = d.lead
        if i == 0 or d.relation not in ("in",):
            return
        words = self._words
        k = i - 1
        w = words[k]
        if w in QUOTES and k:
            k -= 1
            w = words[k]
        info = self._infos[k]
        if self._allied(k, d.prefix):
            d.relation = "from"  # ``فصائل موالية لتركيا``, ``متحالفة مع إيران``: whose friends, not where
            return
        if d.prefix in ("", "ب"):
            if info is not None and info.near and d.prefix == "":
                d.relation, d.lead = "near", k
                return
            if (d.prefix or w in wordset("place-in")) and self._at_a_hospital(k if d.prefix else k - 1):
                d.relation = "to"
                return
            if w in self._w["living_away"]:
                d.relation = "from"
            elif w in self._w["origin"]:
                before = words[k - 1] if k else ""
                prior = self._infos[k - 1] if k else None
                if prior is not None and prior.near:
                    d.relation, d.lead = "near", k - 1
                elif (
                    before in self._w["name_ordinals"]
                    or before in self._w["part_adjectives"]
                    or (before.startswith("ال") and before in self._areas.side_adjectives)
                ):
                    return  # القسم الخامس من المخيم, الحي الشرقي من البلدة: a part of it
                elif (
                    before in self._w["each"]
                    or before[1:] in self._w["each"]
                    or before[-1:].isdigit()
                    or before in self._w["partitive"]
                    or (k > 1 and before in self._w["partitive_adjectives"] and words[k - 2] in self._w["partitive"])
                ):
                    return
                elif prior is None or prior.side_noun is None:
                    d.relation = "from"
            elif w in self._w["home"] and k and words[k - 1] in self._w["origin"]:
                d.relation = "from"
            elif w in self._w["goal"]:
                opens = k == 0 or words[k - 1] in _ENDS  # وإلى مأرب، حيث: the place the sentence tells of
                came = opens or not wordset("came-to").isdisjoint(words[max(0, k - 3) : k])
                d.relation = "in" if came or (w in wordset("aimed-towards") and self._fired_at(k)) else "to"
        elif d.prefix == "ل" and w not in self._w["links"] and self._linkless(k):
            d.relation = "to" if d.rank > SITE and not self._part_of(k) and not self._object_of(k) else "in"
        elif d.prefix == "و" and self.drafts and self.drafts[-1].last == d.first:
            prev = self.drafts[-1].relation
            if prev in ("from", "to", "near"):
                d.relation = prev

    def _allied(self, k: int, prefix: str) -> bool:
        """Whether token ``k``, or the one before ``من`` or ``مع`` there, binds somebody to a state."""
        j = k - 1 if not prefix and self._words[k] in ("من", "مع") else k
        if j < 0 or (not prefix and j == k) or self._words[j].removeprefix("و") not in wordset("allied-with"):
            return False
        return j == 0 or self._words[j - 1] != "علي"  # ``على مقربة من دوار كاوا`` is where

    def _at_a_hospital(self, k: int) -> bool:
        """``نُقلوا إلى المستشفى العسكري بالعريش``: where the hospital is that somebody is taken to; its name ends at token ``k``."""
        words, known = self._words, wordset("to-hospital")
        for j in range(k, max(-1, k - _ADJECTIVES), -1):
            if words[j] in known:
                return words[j].startswith("لل") or (
                    j > 0 and words[j - 1] in self._w["goal"] and words[j - 1] not in wordset("aimed-towards")
                )
            if not words[j].startswith("ال"):
                return False
        return False

    def _fired_at(self, k: int) -> bool:
        """أطلقت قذائف من الجنوب باتجاه X: where the shots go, not where somebody goes (انسحبت باتجاه X)."""
        words = self._words
        for j in range(k - 1, max(-1, k - _SHOT), -1):
            if words[j] in wordset("fired-things"):
                return True
            if words[j] in _ENDS or words[j] == "," or words[j].removeprefix("و") in wordset("went-off"):
                return False
        return False

    def _part_of(self, k: int) -> bool:
        """البوابة الشمالية لمخيم X, مدخل المدينة: what stands at ``k`` is a part of the place that follows."""
        parts = self._w["parts"]
        w = self._words[k]
        return w in parts or (
            k > 0 and self._words[k - 1] in parts and (w in self._areas.side_adjectives or w in self._w["part_adjectives"])
        )

    def _linkless(self, k: int) -> bool:
        return not any(w in self._w["links"] for w in self._words[max(0, k - 1) : k + 1])

    def _institution(self, end: int) -> bool:
        return end < self._n and self._words[end] in self._w["suffix"]

    def _list_goes_on(self, k: int) -> bool:
        """After a list item: a comma, another و item, the end of the clause, or a place preposition."""
        if k >= self._n:
            return True
        w = self._words[k]
        return not is_word(w) or w in self._w["prep"] or (w.startswith("و") and len(w) > 3) or self._contained(k)

    def _located(self, i: int, s: NameStart) -> bool:
        if "ب" in s.prefix or "ل" in s.prefix:
            return True
        if i == 0 or s.prefix:
            return False
        w = self._words[i - 1]
        if w in QUOTES and i > 1:
            w = self._words[i - 2]
        info = self._infos[i - 1]
        return (
            w in self._w["prep"]
            or w in self._w["inside"]
            or (info is not None and (info.near or info.side is not None))
            or w[1:] in self._w["prep"]
            or w[1:] in self._w["inside"]
        )

    def _contained(self, k: int, strictly: bool = False) -> bool:
        """Whether a container follows at ``k``: بريف X, شرقي X, التابعة ل; not ``strictly`` also في محافظة X.

        Any noun may be followed by في and a place, so that alone makes no name of a doubtful word.
        """
        if k >= self._n:
            return False
        if self._words[k] in _MARKS and k + 1 < self._n:
            k += 1
        info = self._infos[k]
        if info is not None and info.side is not None and info.prefix in ("", "ب"):
            return info.side != "C"
        if info is not None and info.type is not None:
            t = info.type
            if "ب" not in info.prefix:
                return False
            return t.kind in _AREA_KINDS or t.group == "admin" or (t.group == "settlement" and not strictly)
        if not strictly and self._words[k] in self._w["within"] and k + 1 < self._n:
            nxt = self._infos[k + 1]
            return nxt is not None and nxt.type is not None and not nxt.type_definite and nxt.type.group != "site"
        return self._words[k] in self._w["belongs"] or self._words[k] in self._w["held"]

    def _short(self, i: int, cut: int) -> tuple[str, ...]:
        """القطاع for قطاع غزة in a report that has named a place there; القطاع الصحي is none."""
        name = self._areas.short.get(self._words[i][cut:])
        after = self._words[i + 1] if i + 1 < self._n else ""
        if name is None or (after.startswith("ال") and after not in self._w["never"]):
            return ()  # القطاع الصحي; but شمالي القطاع اليوم
        ids = self._memo.gaz.lookup(name)
        region = self._memo.gaz.brief(ids[0]) if ids else None
        if region is None:
            return ()
        here = any(d.ids and (p := self._memo.gaz.brief(d.ids[0])) is not None and p.country == region.country for d in self.drafts)
        return ids if here else ()

    def _adjectives(self, draft: Draft) -> bool:
        """Stretch an area over its side adjectives: الشرقي, الجنوبي الغربي, الشمالي والغربي."""
        words, adjectives = self._words, self._areas.side_adjectives
        k = draft.last
        while k < self._n:
            w = words[k]
            if (w in adjectives and w.startswith("ال")) or (k > draft.last and w.startswith("وال") and w[1:] in adjectives):
                k += 1
            else:
                break
        if k == draft.last:
            return False
        draft.last = k
        draft.name_last = k
        draft.name_first, draft.name_cut = draft.first, draft.cut
        if draft.kind in ("governorate", "province"):
            draft.kind, draft.rank = "countryside", WIDE
        return True

    # Readers defined in the other files.

    @abstractmethod
    def _typed(self, i: int, info: Word, type: TypeWord) -> int:
        """A type word and its name: ``بلدة ذيبان``."""

    @abstractmethod
    def _accept(self, i: int, s: NameStart, size: int, ids: tuple[str, ...], quality: int, info: Word) -> int:
        """Take a name that stands without a type word."""

    @abstractmethod
    def _countryside(self, i: int, info: Word, type: TypeWord) -> int:
        """``ريف`` and what it belongs to."""

    @abstractmethod
    def _control(self, i: int, info: Word, j: int) -> int:
        """Areas named by who holds them."""

    @abstractmethod
    def _span_between(self, i: int, info: Word, type: TypeWord, j: int) -> int:
        """``بين`` and its two ends."""

    @abstractmethod
    def _pair(self, j: int, owner: int) -> int:
        """Two places joined by و."""

    @abstractmethod
    def _dashed(self, k: int) -> bool:
        """A well-known name and a dash after it."""

    @abstractmethod
    def _endpoints(self, draft: Draft, head: tuple[int, Word] | None = None) -> bool:
        """The ends of a road or a line."""

    @abstractmethod
    def _belonging(self, draft: Draft) -> None:
        """What a place is said to belong to."""

    @abstractmethod
    def _item(self, j: int, prefix: str, type: TypeWord, must: bool) -> Draft | None:
        """One name of a list."""

    @abstractmethod
    def _phrase(self, i: int, info: Word) -> int:
        """The reading of a fixed phrase."""
