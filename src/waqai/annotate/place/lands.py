"""Areas and lines: ريف X الشرقي, مناطق سيطرة X, الطريق بين X وY, الحدود السورية العراقية."""

from __future__ import annotations

from waqai.annotate.place.base import Base
from waqai.annotate.place.drafts import CITY, COUNTRY, FIRST, LINES, RANKS, SITE, TOWN, WIDE, Draft
from waqai.annotate.place.names import QUOTES, longest, read_name
from waqai.annotate.place.shapes import is_word
from waqai.annotate.place.words import RISKY, Word
from waqai.resources.areas import TypeWord


class Lands(Base):
    """Reads areas, roads with two ends, borders, and words for a whole country."""

    __slots__ = ()

    def _countryside(self, i: int, info: Word, type: TypeWord) -> int:
        """ريف X with its sides; the name may have its own type word or point back (ريف المحافظة الشمالي)."""
        words, infos = self._words, self._infos
        j = i + 1
        if j < self._n:
            inner = infos[j]
            if inner is not None and inner.type is not None and not inner.type_cut:
                group = inner.type.group
                if inner.type_definite and inner.type.back and group in ("settlement", "admin"):
                    draft = Draft(i, j + 1, info.type_cut, (i, j + 1, info.type_cut), "countryside", WIDE, (), True, info.prefix)
                    self._adjectives(draft)
                    return self._push(draft).last
                if group in ("settlement", "admin") and not inner.type_definite:
                    j += 1
        name = read_name(self._memo, words, infos, j, type)
        if name is None or (not name.ids and j == i + 1 and not name.quoted and not words[j].startswith("ال")):
            return 0
        nested = infos[i + 1].type if j > i + 1 and infos[i + 1] is not None else None  # type: ignore[union-attr]
        sided_next = name.end < self._n and words[name.end] in self._areas.side_adjectives
        if nested is not None and nested.group == "settlement" and not sided_next:
            # ريف بلدة معدان: by the town.
            near = Draft(
                i,
                name.end,
                info.type_cut,
                (name.first, name.last, 0),
                nested.kind,
                RANKS.get(nested.kind, TOWN),
                name.ids,
                True,
                info.prefix,
            )
            self._push(near)
            if near.relation == "in":
                near.relation = "near"
            return near.last
        if type.number == "two" and name.ids and not sided_next and not self._first_level(name.ids):
            # ريفي الباب ورأس العين: the lands around two towns.
            mark = len(self.drafts)
            self._push(Draft(i, name.end, info.type_cut, (name.first, name.last, 0), "place", TOWN, name.ids, True, info.prefix))
            got = self._item(name.end, "و", type, must=True) if name.end < self._n else None
            if got is not None and got.ids:
                got.kind, got.rank = "place", TOWN
                self._push(got)
                return got.last
            del self.drafts[mark:]
        draft = Draft(i, name.end, info.type_cut, (i, name.end, info.type_cut), "countryside", WIDE, name.ids, True, info.prefix)
        self._push(draft)
        sided = self._adjectives(draft)
        if type.number == "two" and not sided and draft.last < self._n:
            # ريفي دير الزور والحسكة: two bases in one name.
            follow = infos[draft.last]
            for s in follow.names if follow else ():
                size, ids = self._match(s, draft.last)
                if s.prefix == "و" and size:
                    at = draft.last
                    draft.last = draft.name_last = at + size
                    self.drafts.append(Draft(at, at + size, s.cut, (at, at + size, s.cut), "place", FIRST, ids, False, "و", "between"))
                    self.drafts[-1].container = len(self.drafts) - 2
                    break
        return draft.last

    def _belonging(self, draft: Draft) -> None:
        """الريف الجنوبي لمحافظة X, الريف الشمالي للسد: the base follows with ل or من."""
        k = draft.last
        if k >= self._n:
            return
        info = self._infos[k]
        start = k
        if self._words[k] in self._w["origin"] and k + 1 < self._n:
            start = k + 1
            info = self._infos[start]
        if info is None or (start == k and "ل" not in info.prefix and not any("ل" in s.prefix for s in info.names)):
            return
        if info.type is not None and not info.type_definite:
            name = read_name(self._memo, self._words, self._infos, start + 1, info.type)
            if name is not None:
                draft.ids, draft.last, draft.name_last = name.ids, name.end, name.end
            return
        if info.type is not None:
            draft.last = draft.name_last = start + 1
            return
        for s in info.names:
            size, ids = self._match(s, start)
            if size and s.quality > RISKY:
                draft.ids, draft.last, draft.name_last = ids, start + size, start + size
                return

    def _control(self, i: int, info: Word, j: int) -> int:
        """مناطق سيطرة حكومة دمشق: an area named after who holds it."""
        words, w = self._words, self._w
        holder = self._infos[j] if j < self._n else None
        end = (self._phrase(j, holder) if holder is not None and holder.phrase else 0) or j
        if end == j and j < self._n and is_word(words[j]) and words[j] not in w["prep"]:
            end = j + 1
            if end < self._n and words[end] not in w["name_stops"] and is_word(words[end]):
                end += words[end].startswith("ال") or words[j] in w["holders"]
        if end < self._n and end == j and self._words[end] in QUOTES:
            for k in range(end + 2, min(end + 6, self._n)):
                if self._words[k] == '"':
                    end = k + 1
                    break
        if end == j:
            return 0
        cut = info.type_cut
        return self._push(Draft(i, end, cut, (i, end, cut), "control_area", WIDE, (), True, info.prefix)).last

    def _span_between(self, i: int, info: Word, type: TypeWord, j: int) -> int:
        """الطريق الواصل بين X وY: the whole is the name, the endpoints are inner places."""
        words = self._words
        k = j
        while k < self._n and k - j < 3 and words[k] in self._w["spanning"]:
            k += 1
        pair = k + 1
        if type.kind == "road" and (end := self._leading(i, info, k)):
            return end
        linked = k > j and k < self._n and words[k - 1] in self._w["linking"]
        if linked and words[k] not in self._w["from_to"]:
            pair = k  # طريق يربط مديريتي X وY
        elif k >= self._n or words[k] not in self._w["from_to"]:
            if type.kind == "road" and k > j and (end := self._half_known(i, info, k)):
                return end
            if type.kind != "road" or k == j or not self._followed_by_dash(k):
                return 0
            pair = k  # الطريق الدولي حلب - اللاذقية
        draft = Draft(i, k, info.type_cut, (i, k, info.type_cut), type.kind, SITE, (), True, info.prefix)
        if type.group == "area":
            draft.rank = WIDE
        mark = len(self.drafts)
        self.drafts.append(draft)
        end = self._pair(pair, mark)
        if not end:
            del self.drafts[mark:]
            return 0
        draft.last = draft.name_last = end
        self._relate(draft)
        return end

    def _half_known(self, i: int, info: Word, k: int) -> int:
        """طريق عام الخردلي - مرجعيون: one end nobody lists, a dash, and one that is known."""
        words = self._words
        if (
            k + 2 >= self._n
            or words[k + 1] != "-"
            or not words[k].startswith("ال")
            or words[k] in self._areas.common
            or self._memo[words[k]]
        ):
            return 0
        mark, cut = len(self.drafts), info.type_cut
        self.drafts.append(Draft(i, k, cut, (i, k, cut), "road", SITE, (), True, info.prefix))
        end = self._endpoint(k + 2, mark, "")
        if not end:
            del self.drafts[mark:]
            return 0
        self.drafts[mark].last = self.drafts[mark].name_last = end
        self._relate(self.drafts[mark])
        return end

    def _leading(self, i: int, info: Word, k: int) -> int:
        """الطريق المؤدي إلى معبر X: the road is the place, the crossing only where it ends."""
        words = self._words
        if k < self._n and words[k] in self._w["leading"]:
            k += 1
        if k + 1 >= self._n or words[k] not in self._w["goal"] or words[k - 1] not in self._w["leading"]:
            return 0
        mark = len(self.drafts)
        cut = info.type_cut
        draft = Draft(i, k, cut, (i, k, cut), "road", SITE, (), True, info.prefix)
        self.drafts.append(draft)
        end = self._endpoint(k + 1, mark, "")
        if not end or self.drafts[-1].rank > SITE:
            del self.drafts[mark:]  # a settlement is preferred to the road into it
            return 0
        draft.last = draft.name_last = end
        self._relate(draft)
        return end

    def _pair(self, j: int, owner: int) -> int:
        """Two places joined by و (or إلى) from token ``j``; pushed as endpoints of ``owner``. End, or 0."""
        first = self._endpoint(j, owner, "")
        if not first:
            return 0
        if len(self.drafts) - owner > 2:  # بين بلدتي X وY: the list reader took both
            return first
        k = first
        if k < self._n and self._words[k] in self._w["joins"]:
            return self._endpoint(k + 1, owner, "")
        return self._endpoint(k, owner, "و") or self._endpoint(k, owner, "ب")

    def _endpoint(self, j: int, owner: int, prefix: str) -> int:
        """One endpoint at ``j`` whose first word bears ``prefix``."""
        if j >= self._n:
            return 0
        if self._words[j] == "(" and not prefix:
            name = read_name(self._memo, self._words, self._infos, j, self._memo.village)
            if name is None:
                return 0
            self.drafts.append(Draft(j, name.end, 0, (name.first, name.last, 0), "place", TOWN, name.ids, False, "", "between"))
            self.drafts[-1].container = owner
            return name.end
        info = self._infos[j]
        if info is None:
            return 0
        mark = len(self.drafts)
        end = 0
        if info.type is not None and not info.type_definite and info.prefix == prefix:
            end = self._typed(j, info, info.type)
        if not end:
            for s in info.names:
                size, ids = self._match(s, j)
                if size and s.prefix == prefix and (size > 1 or s.key not in self._w["never"]):
                    self.drafts.append(Draft(j, j + size, s.cut, (j, j + size, s.cut), "place", TOWN, ids, False, prefix))
                    end = j + size
                    break
        for d in self.drafts[mark:]:
            d.relation, d.container = "between", owner
        return end

    def _endpoints(self, draft: Draft, head: tuple[int, Word] | None = None) -> bool:
        """طريق X - Y: join the second end to the road. ``draft`` is the road or, with ``head``, its first end."""
        k = draft.last
        if k + 1 < self._n and self._words[k] in ("-", "/"):
            second = k + 1
        elif k < self._n and head is None and self._ends_known(draft, k):
            second = k  # طريق حلب اللاذقية
        else:
            return False
        info = self._infos[second]
        owner = self.drafts.index(draft)
        ids = draft.ids
        if info is None or not self._endpoint(second, owner, ""):
            w = self._words[second]
            if draft.kind == "road" and not ids and self._words[k] == "-" and is_word(w) and len(w) > 3 and w not in self._areas.common:
                draft.last = draft.name_last = second + 1  # طريق راسك - سرباز: two ends nobody lists
            return False
        end = self.drafts[-1].last
        if head is None:
            # The first end as an inner place, so that the road can be drawn from end to end.
            first = draft.name_first + 1
            size, first_ids = longest(self._memo, self._words, first)
            if size and first + size == k:
                inner = Draft(first, first + size, 0, (first, first + size, 0), "place", TOWN, first_ids, False, "", "between")
                inner.container = owner
                self.drafts.insert(owner + 1, inner)
            draft.ids = ids if first + size != k else ()
        draft.last = draft.name_last = end
        if draft.kind not in LINES:
            draft.kind, draft.rank = "road", SITE
        if head is not None:
            draft.name_first, draft.name_cut = head[0], head[1].type_cut
            draft.kind, draft.rank, draft.relation = "road", SITE, "in"
        return True

    def _dashed(self, k: int) -> bool:
        """A well-known name at ``k`` and a dash after it."""
        size, ids = longest(self._memo, self._words, k)
        return bool(size) and self._memo.weight(ids) >= 0.5 and k + size < self._n and self._words[k + size] == "-"

    def _followed_by_dash(self, k: int) -> bool:
        """طريق عام X - Y: a name and a dash; both ends must be names."""
        size, _ = longest(self._memo, self._words, k)
        return bool(size) and k + size < self._n and self._words[k + size] == "-"

    def _ends_known(self, draft: Draft, k: int) -> bool:
        """Whether a road's name is a well-known town and another one follows without a mark."""
        size, ids = longest(self._memo, self._words, k)
        if not size or self._memo.weight(ids) < 0.5 or self._words[draft.name_first] not in self._areas.types:
            return False
        size, ids = longest(self._memo, self._words, draft.name_first + 1)
        return bool(size) and draft.name_first + 1 + size == k and self._memo.weight(ids) >= 0.5

    def _border(self, i: int, info: Word) -> int:
        """الحدود السورية العراقية, الحدود مع تركيا, الشريط الحدودي."""
        words, nisba = self._words, self._areas.nisba
        if i and words[i - 1] in self._w["border_guards"]:
            return i + 1  # حرس الحدود الأردني: a force
        k = i + 1
        ids: tuple[str, ...] = ()
        adjective = False
        while k < self._n and k - i < 6:
            if words[k] in nisba:
                ids = ids or (nisba[words[k]],)
            elif words[k] in self._w["border_adjectives"]:
                adjective = True
            elif words[k] != "-" or not ids or k + 1 >= self._n or words[k + 1] not in nisba:
                break
            k += 1
        if k < self._n and words[k] in self._w["border_links"] and k + 1 < self._n:
            size, got = longest(self._memo, words, k + 1)
            place = self._memo.gaz.by_id(got[0]) if got else None
            if place is not None and place.kind == "country":
                k, ids = k + 1 + size, ids or got
                nxt = self._infos[k] if k < self._n else None
                if nxt is not None and any(
                    s.prefix == "و" and self._match(s, k)[0] == 1 and self._rank(self._match(s, k)[1]) == COUNTRY for s in nxt.names
                ):
                    k += 1  # الشريط الحدودي بين سوريا وتركيا
        if k == i + 1 and k < self._n and words[k] in self._areas.side_adjectives and words[k].startswith("ال"):
            return k + 1  # الحدود الشمالية, of whatever country: not the governorate of that name
        if not ids and not adjective:
            return 0
        cut = info.type_cut
        return self._push(Draft(i, k, cut, (i, k, cut), "border", WIDE, ids, True, info.prefix)).last

    def _collective(self, i: int, info: Word) -> int:
        """الأراضي اللبنانية, المحافظات السورية."""
        j = i + 1
        if j < self._n and self._words[j] in self._areas.nisba:
            cut = info.type_cut
            country = self._areas.nisba[self._words[j]]
            return self._push(Draft(i, j + 1, cut, (i, j + 1, cut), "country", COUNTRY, (country,), True, info.prefix)).last
        return 0

    def _special(self, i: int, info: Word) -> int:
        """العاصمة (دمشق), البلاد."""
        cut = info.type_cut
        if info.special == "border":
            return self._border(i, info)
        if info.special == "capital":
            if i + 1 < self._n and self._words[i + 1] in self._areas.nisba:
                country = self._areas.nisba[self._words[i + 1]]
                size, ids = longest(self._memo, self._words, i + 2) if i + 2 < self._n else (0, ())
                if size and self._memo.weight(ids) >= 0.5:  # العاصمة السورية دمشق
                    end = i + 2 + size
                    return self._push(Draft(i, end, cut, (i + 2, end, 0), "city", CITY, ids, True, info.prefix)).last
                ids = self._memo.gaz.lookup(self._areas.capitals.get(country, "")) or (country,)
                return self._push(Draft(i, i + 2, cut, (i, i + 2, cut), "capital", CITY, ids, True, info.prefix, "anaphor")).last
            size, ids = longest(self._memo, self._words, i + 1) if i + 1 < self._n else (0, ())
            if size and self._memo.weight(ids) >= 0.5:
                return self._push(Draft(i, i + 1 + size, cut, (i + 1, i + 1 + size, 0), "city", CITY, ids, True, info.prefix)).last
            return self._push(Draft(i, i + 1, cut, (i, i + 1, cut), "capital", CITY, (), True, info.prefix, "anaphor")).last
        return self._push(Draft(i, i + 1, cut, (i, i + 1, cut), "country", COUNTRY, (), True, info.prefix, "anaphor")).last
