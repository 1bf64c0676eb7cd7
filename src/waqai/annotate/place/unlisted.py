"""Names the gazetteer lacks, without a type word, told by the area right after them: في تيغاروسين بمنطقة كيدال."""

from __future__ import annotations

from waqai.annotate.place.base import Base
from waqai.annotate.place.drafts import VILLAGE, Draft
from waqai.annotate.place.names import is_word

_HOLDS = frozenset(
    {"governorate", "province", "region", "countryside", "district", "directorate", "subdistrict", "area", "desert", "canton", "locality"}
)
# What Arabic nouns end in: without it a name from another tongue is seldom an everyday word.
_ENDINGS = ("تهم", "تها", "تين", "ته", "ها", "هم", "ين", "ان", "ون", "ات", "تا", "ا", "ه", "ي")


_LONG = frozenset("اوي")


class Unlisted(Base):
    """Reads unknown names by what follows them."""

    __slots__ = ()

    def _unlisted(self) -> bool:
        """Add a draft for each such name; whether there was one."""
        words, found = self._words, []
        taken = -1
        if self._far():
            found = self._bare_unlisted()
        for d in self.drafts:
            k = self._before(d)
            if k > taken and k > 0 and not any(o.first <= k < o.last for o in found) and (cut := self._cut(k)) >= 0:
                found.append(Draft(k, k + 1, cut, (k, k + 1, cut), "village", VILLAGE, (), True, words[k][:cut]))
            taken = d.last - 1
        found.sort(key=lambda d: d.first)
        for new in found:
            self._relate(new)
        self.drafts += found
        return bool(found)

    def _far(self) -> bool:
        """Whether most places of the text lie where names are not Arabic."""
        countries = [p.country for d in self.drafts if d.ids and (p := self._memo.gaz.brief(d.ids[0])) is not None and p.country]
        return len(countries) > 1 and 2 * sum(c in self._areas.arab for c in countries) < len(countries)

    def _bare_unlisted(self) -> list[Draft]:
        """في باني كوسي, قرب تانداوي: in such a text a word nobody uses, after a preposition, is a place."""
        words, out = self._words, []
        covered = {k for d in self.drafts for k in range(d.first, d.last)}
        for k in range(1, self._n):
            before = self._infos[k - 1]
            if words[k - 1] not in self._w["side_in"] and (before is None or not before.near):
                continue
            if k in covered or k - 1 in covered or not self._odd(words[k]):
                continue
            end = k + 1 + (k + 1 < self._n and k + 1 not in covered and words[k + 1][0] != "و" and self._odd(words[k + 1]))
            if end == k + 1 and (len(words[k]) < 5 or sum(letter in _LONG for letter in words[k][1:]) < 2):
                continue  # تسجيل is Arabic; تانداوي is not
            out.append(Draft(k, end, 0, (k, end, 0), "village", VILLAGE, (), True, ""))
        return out

    def _before(self, d: Draft) -> int:
        """Token before an area that may hold what stands there; ``-1`` for none."""
        words = self._words
        k = d.lead - 1
        if d.relation in ("side", "offset"):
            return -1 if d.prefix or k < 0 else k - (words[k] == "وسط")
        if not d.typed or d.kind not in _HOLDS or k < 0:
            return -1
        if "ب" in d.prefix:
            return k
        return k - 1 if words[k] in self._w["within"] or words[k] in self._w["belongs"] else -1

    def _cut(self, k: int) -> int:
        """Letters of the preposition on an unknown name at ``k``; ``-1`` when the word is no such name."""
        word = self._words[k]
        before = self._infos[k - 1]
        if self._words[k - 1] in self._w["side_in"] or (before is not None and before.near):
            return 0 if self._odd(word) else -1
        return 1 if word[0] == "ب" and len(word) > 4 and self._odd(word) and self._odd(word[1:]) else -1

    def _odd(self, w: str) -> bool:
        """Whether newswire never uses a word, nor the word without its ending."""
        a = self._areas
        if len(w) < 4 or not is_word(w) or w.startswith(("ال", "مست")) or w in a.words["name_stops"] or self._memo[w] is not None:
            return False
        stems = [w, *(w[: -len(e)] for e in _ENDINGS if w.endswith(e) and len(w) - len(e) > 2)]
        return not any(s in a.common or s in a.risky or s + "ه" in a.common or "ال" + s in a.common for s in stems)
