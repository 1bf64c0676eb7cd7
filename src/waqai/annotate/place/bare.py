"""Names without a type word: taken when they are well known or their company says that they are places."""

from __future__ import annotations

from waqai.annotate.place.base import Base
from waqai.annotate.place.drafts import COUNTRY, SITE, TOWN, Draft
from waqai.annotate.place.shapes import is_word, odd
from waqai.annotate.place.words import KNOWN, RISKY, SMALL, NameStart, Word
from waqai.resources.wordsets import wordset

_ITEM_WEIGHT = 0.4
_OPENS = frozenset("\"'(")
_TOWNS = 0.3  # weight of a town the news names


class Bare(Base):
    """Reads bare names."""

    __slots__ = ()

    def _bare(self, i: int, info: Word) -> int:
        best: tuple[int, tuple[str, ...], NameStart | None] = (0, (), None)
        for s in info.names:
            size, ids = self._match(s, i)
            if size > best[0]:
                best = (size, ids, s)
        size, ids, start = best
        if start is None:
            return 0
        quality = start.quality
        if size > 1:
            quality = KNOWN if self._memo.weight(ids) >= 0.5 or self._rare(i, start, size) else SMALL
            given = self._w["given"]
            if self._words[i + size - 1] in wordset("old-and-new"):
                quality = KNOWN  # قصف على الموصل القديمة: the name of a town and which part of it
            elif self._words[i][start.cut :] in given or self._words[i] in self._w["kunya"]:
                quality = RISKY if quality == SMALL else SMALL
            elif quality == SMALL and self._everyday(i + 1, size - 1) and start.key in self._areas.common:
                quality = RISKY
        return self._accept(i, start, size, ids, quality, info)

    def _rare(self, i: int, s: NameStart, size: int) -> bool:
        """ود بندة, لكي مروت: no word of it is everyday language or a person's name."""
        words = (s.key, *self._words[i + 1 : i + size])
        skip = self._areas.common | self._areas.risky
        return not any(len(w) < 2 or w in skip or w in self._w["given"] or w in self._w["kunya"] or w in self._w["titles"] for w in words)

    def _accept(self, i: int, s: NameStart, size: int, ids: tuple[str, ...], quality: int, info: Word) -> int:
        """Take a bare name when its company says it is a place; else keep it for the second look."""
        end = i + size
        before = self._words[i - 1] if i else ""
        if self._institution(end) or (before in _OPENS and self._agency(i - 1, end)):
            return end
        if "ب" in s.prefix and before in wordset("described"):
            return 0  # في عملية وصفها بالدقيقة
        if s.prefix in ("ب", "ل") and before in self._w["prep"]:
            return 0  # على باكوري: a name of its own, not "at Akuri"
        if size == 1 and s.cut == 0 and (before in self._w["given"] or before in self._w["kunya"] or before in self._w["titles"]):
            return 0
        if i > 1 and not s.prefix and self._words[i - 2] in self._w["kunya"] and is_word(before) and not self._placed_up_to(i):
            return 0  # القيادي أبو البراء سرمين: where he comes from is his name
        if size == 1 and (s.key in self._w["never"] or self._words[i] in self._w["never"]) and not self._told_where(i, s, end):
            return 0
        if size == 1 and self._words[i] in wordset("verbs-like-towns") and self._governs(i):
            return 0
        if size == 1 and i and not s.prefix and self._words[i] in wordset("of-nations") and self._deed(before):
            return 0
        if size == 1 and s.key in wordset("doors") and self._door(before, end):
            return 0
        if not s.prefix and before in wordset("businesses"):
            return 0
        if size == 1 and quality == RISKY and not s.prefix and self._described(i, before):
            return 0
        if size == 1 and quality != KNOWN and not self._words[i].startswith("ال") and self._of_a_village(end):
            return 0
        listed = self._listed(i, s)
        if quality == KNOWN or self._heads_count(i, end, ids):
            ok = True
        elif quality == SMALL:
            ok = listed or self._located(i, s) or self._contained(end, strictly=True) or (not s.prefix and self._is_hit(i))
        else:
            ok = (
                (listed and (self._in_comma_list(i) or self._known_next(end)))
                or self._heads_sentence(i, end, ids)
                or (size > 1 and before == "في")  # في كفر قاسم, في أبي صيدا
                or ("ل" not in s.prefix and (self._located(i, s) or listed) and self._contained(end, strictly=True))
            )
        if not ok:
            self._pending.append((i, end, s, ids))
            return end if size > 1 else 0
        if before in self._w["between"] and self._rank(ids) <= TOWN and (last := self._two_ends(i, end)):
            return last
        draft = self._push(Draft(i, end, s.cut, (i, end, s.cut), "place", self._rank(ids), ids, False, s.prefix))
        if draft.rank == COUNTRY and not self._located(i, s) and not listed and draft.relation == "in":
            draft.relation = "named"
        elif draft.rank == COUNTRY and before == "من" and i > 1 and self._words[i - 2] in wordset("backed-from"):
            draft.relation = "named"  # ``الفصائل المدعومة من تركيا``: whose they are, no place
        return end

    def _placed_up_to(self, i: int) -> bool:
        """Whether what stands before token ``i`` is itself a place (أبو حمام)."""
        return bool(self.drafts) and self.drafts[-1].last == i

    def _agency(self, k: int, end: int) -> bool:
        """``وكالة الأنباء القطرية "قنا"``, ``وكالة (بترا)``: the short name of an agency behind its long one."""
        words = self._words
        if words[end : end + 1] not in (['"'], ["'"], [")"]):
            return False
        for at in range(k - 1, max(-1, k - 5), -1):
            info = self._infos[at]
            if info is not None and info.head == "media":
                return True
            if not words[at].startswith("ال"):
                return False
        return False

    def _described(self, i: int, before: str) -> bool:
        """``اشتباكات عنيفة جنوبي الزاوية``, ``غارة جوية بمديرية مقبنة``, ``بين الفصائل غرب طرابلس``: an everyday word."""
        if before in self._w["between"]:
            return True
        return before in wordset("event-nouns") and self._words[i] in self._areas.common

    def _is_hit(self, i: int) -> bool:
        """هاجم مسلحون قعطبة, اقتحموا الزوايدة, شهدت يارون: the object of a verb that takes a place, its subject between them or not."""
        words, verbs = self._words, wordset("takes-a-place")
        if words[i][0] in "بلو" and words[i][1:] in self._areas.common:
            return False  # قصفت القرية بستة صواريخ
        for k in range(i - 1, max(-1, i - 4), -1):
            w = words[k]
            if w in verbs or (w[0] == "و" and w[1:] in verbs):
                return True
            if not is_word(w) or w in self._w["prep"]:
                return False
        return False

    def _two_ends(self, i: int, end: int) -> int:
        """كمين بين ديابالي ونامبالا: what lies between two small towns; two cities or parties are no ends of a road."""
        words = self._words
        if end >= self._n or words[end][0] != "و" or (i > 1 and not wordset("quarrels-of-places").isdisjoint(words[max(0, i - 5) : i])):
            return 0
        mark = len(self.drafts)
        if mark and self.drafts[-1].last >= i:
            return 0
        self.drafts.append(Draft(i - 1, i, 0, (i - 1, i, 0), "between", SITE, (), True, ""))
        last = self._pair(i, mark)
        if last and self._rank(self.drafts[-1].ids) > TOWN:
            last = 0
        elif not last and len(self.drafts) == mark + 2 and odd(self._memo, words[end][1:]) and self._memo[words[end]] is None:
            last = end + 1
            self.drafts.append(Draft(end, last, 1, (end, last, 1), "village", TOWN, (), True, "و", "between"))
        if not last:
            del self.drafts[mark:]
            return 0
        self.drafts[-1].container = mark
        self.drafts[mark].last = self.drafts[mark].name_last = last
        return last

    def _heads_sentence(self, i: int, end: int, ids: tuple[str, ...]) -> bool:
        """``. وفي طويلة، نهب مسلحون``: a town of the news between a preposition at the head of a sentence and a comma."""
        words = self._words
        if i < 1 or words[i - 1] not in self._w["prep"] or words[end : end + 1] != [","]:
            return False
        if self._memo.weight(ids) < _TOWNS and self._everyday(i, end - i):
            return False
        return i == 1 or words[i - 2] in (".", "\n")

    def _of_a_village(self, k: int) -> bool:
        """``في كروم قرية كيسته``: the word before a village is what belongs to it."""
        info = self._infos[k] if k < self._n else None
        one = info is not None and info.type is not None and info.type.group == "settlement" and not info.type_definite and not info.prefix
        return one and k + 1 < self._n and is_word(self._words[k + 1]) and self._words[k + 1] not in self._w["name_stops"]

    @staticmethod
    def _deed(before: str) -> bool:
        """``غارات سعودية جنوبي صعدة``: whose raids they were, not where."""
        deeds = wordset("deeds-of-nations")
        return before in deeds or (before[:1] in "وبلف" and before[1:] in deeds)

    def _told_where(self, i: int, s: NameStart, end: int) -> bool:
        """``في سلوك بريف الرقة``: an everyday word is a place when a preposition stands before it and what holds it after."""
        return (
            "ل" not in s.prefix
            and self._words[i] not in wordset("deeds-of-nations")  # في غارة جنوبي المدينة
            and s.key not in self._areas.types  # على قرية شمالي المحافظة
            and self._located(i, s)
            and self._memo.weight(self._match(s, i)[1]) >= _TOWNS
            and self._contained(end, strictly=True)
        )

    def _governs(self, i: int) -> bool:
        """``وتدمر آليتين``, ``تدمر مخزناً``: the word is a verb, for an object in the accusative follows it."""
        before = self._words[i - 1] if i else ""
        if i + 1 >= self._n or before in wordset("prepositions"):
            return False
        after = self._words[i + 1]
        if after in wordset("adverbs-in-a"):
            return False
        return len(after) > 3 and (after.endswith(("ين", "ا")) or after in wordset("quantities"))

    def _door(self, before: str, end: int) -> bool:
        """``من الباب الخلفي``, ``طرقوا الباب``: the word is a door, not the town."""
        return before in wordset("door-verbs") or (end < self._n and self._words[end] in wordset("door-adjectives"))

    def _heads_count(self, i: int, end: int, ids: tuple[str, ...]) -> bool:
        """``▪ البيضاء: أربع``, ``- حجة: 3``: a well-known name at the head of an item, with a number behind its colon."""
        if end + 1 >= self._n or self._words[end] != ":" or self._memo.weight(ids) < _ITEM_WEIGHT:
            return False
        opens = i == 0 or not self._words[i - 1][0].isalnum()
        after = self._words[end + 1]
        return opens and (after[0].isdigit() or after in wordset("item-counts"))

    def _listed(self, i: int, s: NameStart) -> bool:
        """Joined by و or a comma to the place just read."""
        if not self.drafts:
            return False
        last = self.drafts[-1].last
        if last == i:
            return s.prefix == "و" or self._words[i - 1] == "و"
        return last == i - 1 and self._words[i - 1] in (",", "و", "/", "-")

    def _in_comma_list(self, i: int) -> bool:
        return len(self.drafts) > 1 and self.drafts[-2].last >= self.drafts[-1].first - 1 and self._list_goes_on(i + 1)

    def _known_next(self, k: int) -> bool:
        """A comma and a place everybody knows follow: الرقة، الكرامة، دير الزور."""
        if k + 1 >= self._n or self._words[k] != ",":
            return False
        info = self._infos[k + 1]
        return info is not None and any(s.prefix == "" and self._sure(s, k + 1) for s in info.names)

    def _sure(self, s: NameStart, i: int) -> bool:
        size, ids = self._match(s, i)
        return (size > 1 and self._memo.weight(ids) >= 0.5) or (size == 1 and s.quality == KNOWN)
