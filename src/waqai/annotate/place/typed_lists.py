"""Several names behind one type word: قرى X وY وZ, بين بلدتي X وY, حقلا (X وY)."""

from __future__ import annotations

from waqai.annotate.place.base import Base
from waqai.annotate.place.drafts import RANKS, SITE, Draft
from waqai.annotate.place.names import QUOTES, read_name
from waqai.annotate.place.shapes import is_word, odd
from waqai.annotate.place.words import RISKY
from waqai.resources.areas import TypeWord

_HOUSES = frozenset({"building", "post", "checkpoint", "hospital", "school"})  # سيارة لفرع X بين بلدتي Y وZ: no end of a road


class TypedLists(Base):
    """Reads the further names of a list and the ends of a stretch."""

    __slots__ = ()

    def _between(self, i: int) -> int:
        """بين قريتي X وY: what lies between is the place; the end of a road (الطريق بين قريتي X وY) is read with the road."""
        if self.drafts and self.drafts[-1].last >= i - 1 and self.drafts[-1].kind not in _HOUSES:
            return 0
        mark = len(self.drafts)
        owner = Draft(i - 1, i, 0, (i - 1, i, 0), "between", SITE, (), True, "")
        self.drafts.append(owner)
        end = self._pair(i, mark)
        if not end or len(self.drafts) < mark + 3:
            del self.drafts[mark:]
            return 0
        owner.last = owner.name_last = end
        return end

    def _bracketed_ends(self, j: int) -> int:
        """End of ``(عمارة - كحلاء)`` after طريق; ``0`` when no two ends stand in brackets."""
        words = self._words
        if words[j : j + 1] not in (["("], ['"']):
            return 0
        close = next((k for k in range(j + 2, min(j + 9, self._n)) if words[k] in (")", '"')), 0)
        inner = words[j + 1 : close]
        return close + 1 if close and inner.count("-") == 1 and all(w == "-" or is_word(w) for w in inner) else 0

    def _zone_end(self, j: int) -> int:
        """End of an arrangement's name: منطقة خفض التصعيد, منطقة عملية "نبع السلام"."""
        words = self._words
        k = j + 1
        if k < self._n and words[k] in QUOTES:
            for end in range(k + 2, min(k + 7, self._n)):
                if words[end] in QUOTES:
                    return end + 1
        named = self._infos[k] if k < self._n else None
        return (self._phrase(k, named) if named is not None and named.phrase else 0) or min(j + 2, self._n)

    def _more(self, first: Draft, type: TypeWord) -> int:
        """Further names under one type word: بلدتي البصيرة وهجين, قرى X، Y وZ."""
        words = self._words
        limit = {"two": 1, "many": 12, "one": 0}[type.number]
        end = first.last
        count = 0
        while count < limit and end < self._n:
            j = end
            comma = words[j] == ","
            if comma:
                j += 1
                if j >= self._n:
                    break
            prefix = "" if comma else "و"
            got = self._item(j, prefix, type, must=type.number == "two")
            if got is None and comma:
                got = self._item(j, "و", type, must=False)
            if got is None:
                break
            draft = self._push(got)
            self._adjectives_of_list(draft, type)
            end = draft.last
            count += 1
        return end

    def _adjectives_of_list(self, draft: Draft, type: TypeWord) -> None:
        if type.kind in ("desert", "plain"):
            self._adjectives(draft)

    def _item(self, j: int, prefix: str, type: TypeWord, must: bool) -> Draft | None:
        w = self._words[j]
        if prefix == "و" and w == "و" and j + 1 < self._n:
            j, prefix = j + 1, ""
            w = self._words[j]
        info = self._infos[j]
        if info is not None and info.type is not None and info.prefix == prefix and not info.names:
            return None
        rank = RANKS.get(type.kind, SITE)
        if w in QUOTES or w == "(" or (prefix == "و" and w == "و"):
            name = read_name(self._memo, self._words, self._infos, j, type)
            if name is None or not name.quoted:
                return None
            return Draft(j, name.end, 0, (name.first, name.last, 0), type.kind, rank, name.ids, True, "")
        if not is_word(w):
            return None
        for s in info.names if info else ():
            if s.prefix != prefix or (s.cut != len(prefix)):
                continue
            size, ids = self._match(s, j)
            if size > 1 or (size == 1 and (s.quality > RISKY or type.number != "one")):
                if size == 1 and s.quality == RISKY and not must and not self._list_goes_on(j + 1):
                    continue
                if size == 1 and s.key in self._w["name_heads"] and not self._list_goes_on(j + 1):
                    break
                return Draft(j, j + size, s.cut, (j, j + size, s.cut), type.kind, rank, ids, True, prefix)
        if prefix and not w.startswith(prefix):
            return None
        rest = w[len(prefix) :]
        a = self._areas
        if len(rest) < 3 or rest in a.words["name_stops"] or rest in a.types or rest in a.heads or rest in a.sides:
            return None
        if rest in a.words["name_heads"] and j + 1 < self._n and is_word(self._words[j + 1]):
            if self._words[j + 1] in a.words["name_stops"]:
                return None
            end = j + 2
        else:
            end = j + 1
            told = rest.startswith("ال") or (type.number == "many" and prefix and odd(self._memo, rest))
            if not must and not (told and self._list_goes_on(end)):
                return None  # قرى باصوفان وكباشين وبرج حيدر
        if rest.startswith("الل") or (rest in a.risky and not must):
            return None
        return Draft(j, end, len(prefix), (j, end, len(prefix)), type.kind, rank, (), True, prefix)
