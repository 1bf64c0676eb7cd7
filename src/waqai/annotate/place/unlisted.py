"""Names the gazetteer lacks, without a type word, told by the area right after them: في تيغاروسين بمنطقة كيدال."""

from __future__ import annotations

from waqai.annotate.place.base import Base
from waqai.annotate.place.drafts import VILLAGE, Draft
from waqai.annotate.place.names import read_name
from waqai.annotate.place.shapes import goes_on, odd
from waqai.resources.wordsets import wordset

_HOLDS = frozenset(
    {"governorate", "province", "region", "countryside", "district", "directorate", "subdistrict", "area", "desert", "canton", "locality"}
)
_STRUCK = 7  # tokens from the word of a strike to على
_LONG = frozenset("اوي")
_ENDS = frozenset({".", "\n", "!", "؟"})


class Unlisted(Base):
    """Reads unknown names by what follows them."""

    __slots__ = ()

    def _unlisted(self) -> bool:
        """Add a draft for each such name; whether there was one."""
        words, found = self._words, []
        taken = -1
        found = self._headed() + self._in_brackets() + self._opening()
        if self._far():
            found += [d for d in self._bare_unlisted() if not any(o.first < d.last and d.first < o.last for o in found)]
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

    def _headed(self) -> list[Draft]:
        """في أم صميمة, قرب تل حمدان: the first word of many place names and a word after it, behind a preposition."""
        words, out, heads = self._words, [], self._w["name_place_heads"]
        odd_heads = self._w["name_odd_heads"]
        for k in range(1, self._n - 1):
            w = words[k]
            cut = 0 if w in heads else 1 if w[0] == "ب" and w[1:] in heads and len(w) > 3 else -1
            if cut < 0 or any(d.first <= k < d.last or d.first == k + 1 for d in self.drafts):
                continue
            before = self._infos[k - 1]
            if cut and words[k - 1] in self._w["called"]:
                continue  # يعرف بأبو لولو
            struck = self._struck(k)
            located = (
                cut
                or struck
                or words[k - 1] in self._w["side_in"]
                or (w[cut:] in self._w["name_land_heads"] and words[k - 1] in self._w["goal"])
                or (before is not None and before.near)
            )
            after = words[k + 1]
            if not located or after in self._w["given"] or after in self._w["name_stops"] or len(after) < 3 or not after[0].isalpha():
                continue
            if (after.endswith(("ها", "هم", "هما")) and len(after) > 4) or (after[0] == "ف" and goes_on(self._memo, after)):
                continue  # في باب منزلهما, على بيت فقتل أسرة
            desert = w[cut:] in self._w["name_desert_heads"]
            everyday = after in self._areas.common and not after.startswith("ال") and w[cut:] not in self._w["name_land_heads"]
            if everyday or ((desert or w[cut:] in odd_heads) and not self._unused(after)):
                continue
            if after.startswith("ال") and after[2:] in self._areas.common and w[cut:] == "ام":
                continue  # أم المعارك
            end = k + 2 + (k + 2 < self._n and words[k + 2] in self._areas.side_adjectives and words[k + 2].startswith("ال"))
            ids = self._memo.gaz.lookup(" ".join((w[cut:], *words[k + 1 : end])))
            out.append(Draft(k, end, cut, (k, end, cut), "place" if ids else "village", VILLAGE, ids, not ids, w[:cut]))
        return out

    def _struck(self, k: int) -> bool:
        """هجوم شنه مسلحون على X: what stands at ``k`` is struck, no person is held (القبض على أبو عمر)."""
        words = self._words
        return words[k - 1] == "علي" and not wordset("strikes-on").isdisjoint(words[max(0, k - _STRUCK) : k - 1])

    def _opening(self) -> list[Draft]:
        """``. وفي شيخو، اندلع``: a word nobody uses between a preposition at the head of a sentence and a comma."""
        words, out = self._words, []
        for k in range(1, self._n - 1):
            if words[k] != "," or words[k - 1] in _ENDS:
                continue
            for at in (k - 1, k - 2):
                if at < 1 or words[at - 1] not in self._w["side_in"] or not (at == 1 or words[at - 2] in _ENDS):
                    continue
                name = words[at:k]
                if not all(self._unused(w) for w in name) or any(d.first < k and at < d.last for d in self.drafts):
                    break
                out.append(Draft(at, k, 0, (at, k, 0), "village", VILLAGE, (), True, ""))
                break
        return out

    def _in_brackets(self) -> list[Draft]:
        """في (بارواتي), بـ(بوني غاري), في محيط (غوبيو): a weekly puts its names in brackets."""
        words, out = self._words, []
        for k in range(1, self._n - 2):
            if words[k] != "(":
                continue
            before = self._infos[k - 1]
            if words[k - 1] not in self._w["side_in"] and words[k - 1] != "ب" and (before is None or not before.near):
                continue
            name = read_name(self._memo, words, self._infos, k, self._memo.village)
            if name is None or any(d.first < name.end and k < d.last for d in self.drafts):
                continue
            kind = "place" if name.ids else "village"
            out.append(Draft(k, name.end, 0, (name.first, name.last, 0), kind, VILLAGE, name.ids, not name.ids, ""))
        return out

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
            if d.prefix == "ب":
                return k if k > 0 and words[k - 1] in self._w["side_in"] else -1  # في دربات بشرق جبل مرة
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
        if self._words[k - 1] in self._w["side_in"] or (before is not None and before.near) or self._struck(k):
            return 0 if self._odd(word) else -1
        return 1 if word[0] == "ب" and len(word) > 4 and self._odd(word) and self._odd(word[1:]) else -1

    def _unused(self, w: str) -> bool:
        """Whether newswire never uses a word, be it with the article."""
        bare = w.removeprefix("ال")
        if bare == w and w.endswith(("ه", "ها", "هم", "اء")):
            return False  # في تغريدة، في ختامه
        return self._odd(w) or (
            bare != w and len(bare) > 3 and self._memo[w] is None and w not in self._areas.common and odd(self._memo, bare)
        )

    def _odd(self, w: str) -> bool:
        """Whether newswire never uses a word, nor the word without its ending."""
        return len(w) > 3 and self._memo[w] is None and odd(self._memo, w)
