"""One pass over the tokens: every place expression becomes a draft."""

from __future__ import annotations

from collections.abc import Sequence

from waqai.annotate.place.drafts import CITY, COUNTRY, FIRST, QUARTER, RANKS, SITE, TOWN, WIDE, Draft
from waqai.annotate.place.names import QUOTES, fit, is_word, longest, read_name
from waqai.annotate.place.words import KNOWN, RISKY, SMALL, Memo, NameStart, Word
from waqai.resources.areas import TypeWord

_MARKS = frozenset(',)"')
_AREA_KINDS = frozenset({"countryside", "desert", "plain", "mountain", "steppe", "river", "valley"})
_ANCHORS = frozenset(
    {"village", "town", "city", "governorate", "district", "subdistrict", "directorate", "province", "camp", "dam", "prison", "airport", "canton"}
)  # fmt: skip
_WIDE_KINDS = frozenset({"governorate", "country", "region", "wilaya", "sea", "river", "lake", "desert", "mountain", "plain", "valley", "island"})
_SETTLED = frozenset({"village", "town", "city", "subdistrict", "area", "district", "suburb", "settlement"})
_PLACED_ON_LINE = frozenset({"road", "axis", "front", "junction", "bridge"})


class Scan:
    """Reads one text. ``drafts`` is the result, in text order; inner endpoints follow the road they belong to."""

    __slots__ = ("_areas", "_infos", "_memo", "_n", "_pending", "_w", "_words", "drafts")

    def __init__(self, memo: Memo, words: Sequence[str]) -> None:
        self._memo = memo
        self._areas = memo.areas
        self._w = memo.areas.words
        self._words = words
        self._n = len(words)
        self._infos: list[Word | None] = [memo[w] for w in words]
        self.drafts: list[Draft] = []
        self._pending: list[Draft] = []

    def run(self) -> list[Draft]:
        """All drafts of the text."""
        at = 0
        for i, info in enumerate(self._infos):
            if info is None or i < at:
                continue
            at = self._read(i, info) or 0
        self._settle()
        return self.drafts

    def _read(self, i: int, info: Word) -> int:
        """Read what begins at ``i``; the token to go on from, ``0`` for the next one."""
        if info.phrase and (end := self._phrase(i, info)):
            return end
        if info.head is not None and (end := self._head(i, info)):
            return end
        if info.type is not None and (end := self._typed(i, info, info.type)):
            return end
        if info.side is not None and (end := self._side(i, info, info.side)):
            return end
        if info.side_noun is not None and (end := self._side_noun(i, info)):
            return end
        if info.special is not None and (end := self._special(i, info)):
            return end
        if info.collective and (end := self._collective(i, info)):
            return end
        return self._bare(i, info) if info.names else 0

    # -- what is no place ---------------------------------------------------------------------------------------------

    def _phrase(self, i: int, info: Word) -> int:
        words = self._words
        for rest in info.phrase:
            end = i + 1 + len(rest)
            if end <= self._n and (not rest or tuple(words[i + 1 : end]) == rest):
                # A place name that only begins like the phrase wins when it is longer.
                if any(self._match(s, i)[0] > end - i for s in info.names):
                    return 0
                return end
        return 0

    def _head(self, i: int, info: Word) -> int:
        """A unit, tribe, outlet or office with the place name that belongs to it (محافظ الأنبار)."""
        j = i + 1
        words, infos = self._words, self._infos
        if info.head == "office" or info.head == "unit":
            for _ in range(3):
                if j >= self._n:
                    return 0
                nxt = infos[j]
                if words[j] in self._areas.heads or words[j] in self._w["bridge"]:
                    j += 1
                    continue
                if nxt is not None and nxt.type is not None and nxt.type.group in ("admin", "settlement"):
                    if nxt.type_cut or nxt.type_definite:
                        return 0
                    j += 1
                break
        if j < self._n and words[j] in QUOTES:
            j += 1
        if j >= self._n:
            return 0
        size, _ = longest(self._memo, words, j)
        return j + size if size else 0

    # -- type words ---------------------------------------------------------------------------------------------------

    def _typed(self, i: int, info: Word, type: TypeWord) -> int:
        if info.type_definite:
            return self._definite(i, info, type)
        words = self._words
        cut = info.type_cut
        whole, whole_ids, start = self._whole(i, info)
        if type.kind == "countryside" and whole < 2:
            return self._countryside(i, info, type)
        if whole >= 2 and type.keep:
            return self._kept_whole(i, info, type, whole, whole_ids)
        j = i + 1
        inner = self._infos[j] if j < self._n else None
        if type.kind == "area" and type.number == "many":
            if j < self._n and words[j] in self._w["holding"]:
                return self._control(i, info, j + 1)
            if j < self._n and words[j] in QUOTES:
                name = read_name(self._memo, words, self._infos, j, type)
                if name is not None and name.quoted and not name.ids:
                    return self._control(i, info, j)
        if inner is not None and inner.type is not None and not inner.type_cut and not inner.type_definite:
            end = self._nested(i, info, type, j, inner, inner.type)
            if end:
                return end
        if type.kind == "area" and j < self._n and words[j] in self._w["name_zones"]:
            end = min(j + 2, self._n)
            return self._push(Draft(i, end, cut, (i, end, cut), "control_area", WIDE, (), True, info.prefix)).last
        name = read_name(self._memo, words, self._infos, j, type)
        if whole >= 2 and (name is None or not name.ids):
            return self._kept_whole(i, info, type, whole, whole_ids)
        if name is None:
            if type.kind in _PLACED_ON_LINE and type.kind != "junction":
                return self._span_between(i, info, type, j)
            return 0
        if self._institution(name.end):
            return name.end
        first = self._push(
            Draft(
                i,
                name.end,
                cut,
                (i, name.end if not name.quoted else name.end, cut) if type.keep else (name.first, name.last, 0),
                type.kind,
                RANKS.get(type.kind, SITE),
                name.ids,
                True,
                info.prefix,
            )
        )
        if type.kind == "area" and not name.ids:
            first.rank = QUARTER
        if type.kind in ("desert", "plain", "governorate", "province"):
            self._adjectives(first)
        if type.kind in _PLACED_ON_LINE:
            self._endpoints(first)
        return self._more(first, type)

    def _whole(self, i: int, info: Word) -> tuple[int, tuple[str, ...], NameStart | None]:
        best: tuple[int, tuple[str, ...], NameStart | None] = (0, (), None)
        for s in info.names:
            if s.cut == info.type_cut:
                size, ids = self._match(s, i)
                if size > best[0]:
                    best = (size, ids, s)
        return best

    def _kept_whole(self, i: int, info: Word, type: TypeWord, size: int, ids: tuple[str, ...]) -> int:
        """A gazetteer name that includes the type word (مخيم الهول, جسر الشغور)."""
        end = i + size
        if end < self._n and type.keep and self._words[end] in self._w["name_site_tails"]:
            end += 1
        place = self._memo.gaz.by_id(ids[0])
        # جسر الشغور is a city, but مخيم اليرموك stays a camp whatever the gazetteer calls it.
        kind = place.kind if place and type.kind != "camp" else type.kind
        cut = info.type_cut
        draft = self._push(Draft(i, end, cut, (i, end, cut), kind, RANKS.get(kind, SITE), ids, True, info.prefix))
        if kind in ("governorate", "countryside", "desert"):
            self._adjectives(draft)
        if type.kind in _PLACED_ON_LINE:
            self._endpoints(draft)
        return draft.last

    def _nested(self, i: int, info: Word, type: TypeWord, j: int, inner: Word, inner_type: TypeWord) -> int:
        """Type word before type word: طريق حقل الجزرة is one name, مفرق قرية أرك is near the village."""
        mark = len(self.drafts)
        end = self._typed(j, inner, inner_type)
        if not end or len(self.drafts) == mark:
            return 0
        draft = self.drafts[mark]
        if draft.relation == "between":
            return end
        if inner_type.group in ("settlement", "admin") or not type.keep:
            draft.lead = i
            if type.keep:
                draft.relation = "near"
            draft.first, draft.cut, draft.prefix = i, info.type_cut, info.prefix
            if type.kind in _PLACED_ON_LINE and self._endpoints(draft, head=(i, info)):
                return draft.last
            return max(end, draft.last)
        draft.first = draft.lead = draft.name_first = i
        draft.cut = draft.name_cut = info.type_cut
        draft.kind, draft.prefix, draft.rank = type.kind, info.prefix, RANKS.get(type.kind, SITE)
        draft.ids = self._memo.gaz.lookup(" ".join(self._words[i : draft.name_last])) if not info.type_cut else ()
        if type.kind in _PLACED_ON_LINE:
            self._endpoints(draft)
        return draft.last

    def _definite(self, i: int, info: Word, type: TypeWord) -> int:
        """A type word with the article: a gazetteer name, endpoints, an adjective name, or a word pointing back."""
        words = self._words
        whole, ids, _ = self._whole(i, info)
        cut = info.type_cut
        if whole >= 2:
            place = self._memo.gaz.by_id(ids[0])
            kind = place.kind if place else type.kind
            return self._push(
                Draft(i, i + whole, cut, (i, i + whole, cut), kind, RANKS.get(kind, TOWN), ids, True, info.prefix)
            ).last
        j = i + 1
        if j < self._n:
            if type.kind in _PLACED_ON_LINE or type.group == "area":
                end = self._span_between(i, info, type, j)
                if end:
                    return end
            if type.kind == "countryside" and words[j] in self._areas.side_adjectives:
                draft = Draft(i, j, cut, (i, j, cut), "countryside", WIDE, (), True, info.prefix)
                self._adjectives(draft)
                self._belonging(draft)
                return self._push(draft).last
            if type.kind == "desert" and words[j] in self._areas.nisba:
                country = self._areas.nisba[words[j]]
                return self._push(
                    Draft(i, j + 1, cut, (i, j + 1, cut), "desert", WIDE, (country,), True, info.prefix)
                ).last
            if type.adj and words[j] in self._w["name_site_adjectives"]:
                end = j + 1
                if end < self._n and words[end].startswith("لل") and len(words[end]) > 5:
                    end += 1
                return self._push(Draft(i, end, cut, (i, end, cut), type.kind, SITE, (), True, info.prefix)).last
        if type.kind == "area" and type.number == "many" and j < self._n and words[j] in self._w["name_controlled"]:
            end = j + 2 if j + 1 < self._n and words[j + 1] in self._w["controlled_tail"] else j + 1
            return self._push(Draft(i, end, cut, (i, end, cut), "control_area", WIDE, (), True, info.prefix)).last
        if j < self._n and type.number == "one":
            if type.kind == "area" and words[j] in self._w["name_region_adjectives"]:
                return self._push(Draft(i, j + 1, cut, (i, j + 1, cut), "side", WIDE, (), True, info.prefix, "side")).last
            if type.kind in ("area", "city") and words[j] in self._w["name_special_areas"]:
                return self._push(Draft(i, j + 1, cut, (i, j + 1, cut), "facility", SITE, (), True, info.prefix)).last
        if not type.back or type.kind == "countryside" or (j < self._n and words[j] in self._w["against"]):
            return 0
        same = j < self._n and words[j] in self._w["same"]
        if type.kind in ("area", "road", "bridge", "square", "market", "base", "desert", "canton") and not same:
            return 0
        end = j + 1 if same else j
        return self._push(
            Draft(i, end, cut, (i, i + 1, cut), type.kind, RANKS.get(type.kind, SITE), (), True, info.prefix, "anaphor")
        ).last

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
            near = Draft(i, name.end, info.type_cut, (name.first, name.last, 0), nested.kind, RANKS.get(nested.kind, TOWN), name.ids, True, info.prefix)  # fmt: skip
            self._push(near)
            if near.relation == "in":
                near.relation = "near"
            return near.last
        if type.number == "two" and name.ids and not sided_next and not self._first_level(name.ids):
            # ريفي الباب ورأس العين: the lands around two towns.
            mark = len(self.drafts)
            self._push(Draft(i, name.end, info.type_cut, (name.first, name.last, 0), "place", TOWN, name.ids, True, info.prefix))  # fmt: skip
            got = self._item(name.end, "و", type, must=True) if name.end < self._n else None
            if got is not None and got.ids:
                got.kind, got.rank = "place", TOWN
                self._push(got)
                return got.last
            del self.drafts[mark:]
        draft = Draft(i, name.end, info.type_cut, (i, name.end, info.type_cut), "countryside", WIDE, name.ids, True, info.prefix)  # fmt: skip
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
                    self.drafts.append(Draft(at, at + size, s.cut, (at, at + size, s.cut), "place", FIRST, ids, False, "و", "between"))  # fmt: skip
                    self.drafts[-1].container = len(self.drafts) - 2
                    break
        return draft.last

    def _first_level(self, ids: tuple[str, ...]) -> bool:
        return any((p := self._memo.gaz.by_id(id)) is not None and p.kind == "governorate" for id in ids[:3])

    def _wide(self, ids: tuple[str, ...]) -> bool:
        """Whether a name may mean a governorate, a country or a region: a side of it is an area of its own."""
        kinds = {p.kind for id in ids[:3] if (p := self._memo.gaz.by_id(id)) is not None}
        return not kinds.isdisjoint(_WIDE_KINDS)

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
        if end == j and j < self._n and is_word(words[j]) and words[j] not in w["name_stops"]:
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
        if k >= self._n or words[k] not in self._w["from_to"]:
            return 0
        draft = Draft(i, k, info.type_cut, (i, k, info.type_cut), type.kind, SITE, (), True, info.prefix)
        if type.group == "area":
            draft.rank = WIDE
        mark = len(self.drafts)
        self.drafts.append(draft)
        end = self._pair(k + 1, mark)
        if not end:
            del self.drafts[mark:]
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
        return self._endpoint(k, owner, "و")

    def _endpoint(self, j: int, owner: int, prefix: str) -> int:
        """One endpoint at ``j`` whose first word bears ``prefix``."""
        if j >= self._n:
            return 0
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
                if size and s.prefix == prefix:
                    self.drafts.append(Draft(j, j + size, s.cut, (j, j + size, s.cut), "place", TOWN, ids, False, prefix))
                    end = j + size
                    break
        for d in self.drafts[mark:]:
            d.relation, d.container = "between", owner
        return end

    def _endpoints(self, draft: Draft, head: tuple[int, Word] | None = None) -> bool:
        """طريق X - Y: join the second end to the road. ``draft`` is the road or, with ``head``, its first end."""
        k = draft.last
        if k + 1 >= self._n or self._words[k] not in ("-", "/"):
            return False
        info = self._infos[k + 1]
        if info is None:
            return False
        owner = self.drafts.index(draft)
        ids = draft.ids
        if not self._endpoint(k + 1, owner, ""):
            return False
        end = self.drafts[-1].last
        if head is None:
            # The first end as an inner place, so that the road can be drawn from end to end.
            first = draft.name_first + 1
            size, first_ids = longest(self._memo, self._words, first)
            if size:
                inner = Draft(first, first + size, 0, (first, first + size, 0), "place", TOWN, first_ids, False, "", "between")
                inner.container = owner
                self.drafts.insert(owner + 1, inner)
            draft.ids = ids if size == 0 else ()
        draft.last = draft.name_last = end
        if head is not None:
            draft.name_first, draft.name_cut = head[0], head[1].type_cut
            draft.kind, draft.rank, draft.relation = "road", SITE, "in"
        return True

    def _adjectives(self, draft: Draft) -> bool:
        """Stretch an area over its side adjectives: الشرقي, الجنوبي الغربي, الشمالي والغربي."""
        words, adjectives = self._words, self._areas.side_adjectives
        k = draft.last
        while k < self._n:
            w = words[k]
            if w in adjectives and w.startswith("ال"):
                k += 1
            elif k > draft.last and w.startswith("وال") and w[1:] in adjectives:
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

    def _more(self, first: Draft, type: TypeWord) -> int:
        """Further names under one type word: بلدتي البصيرة وهجين, قرى X، Y وZ."""
        words, infos = self._words, self._infos
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
        if w in QUOTES or (prefix == "و" and w == "و"):
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
            if not must and not (self._list_goes_on(end) and rest.startswith("ال")):
                return None
        if rest.startswith("الل") or rest in a.risky and not must:
            return None
        return Draft(j, end, len(prefix), (j, end, len(prefix)), type.kind, rank, (), True, prefix)

    def _list_goes_on(self, k: int) -> bool:
        """After a list item: a comma, another و item, the end of the clause, or a place preposition."""
        if k >= self._n:
            return True
        w = self._words[k]
        return not is_word(w) or w in self._w["prep"] or (w.startswith("و") and len(w) > 3) or self._contained(k)

    # -- sides --------------------------------------------------------------------------------------------------------

    def _side(self, i: int, info: Word, side: str) -> int:
        """شمال غربي محافظة حلب, شرقي البلدة, 15 كم جنوب X."""
        words, infos, sides = self._words, self._infos, self._areas.sides
        cut = info.type_cut
        for s in info.names:
            size, ids = self._match(s, i)
            if size > 1:
                return self._accept(i, s, size, ids, KNOWN, info)
        j = i + 1
        while j < self._n and (words[j] in sides or (words[j][0] == "و" and words[j][1:] in sides)) and j - i < 4:
            j += 1
        if j < self._n and words[j] in self._w["origin"]:
            j += 1
        if j >= self._n or side == "C":
            if side != "C" or j >= self._n:
                return 0
        base = infos[j]
        if base is None and words[j] not in QUOTES:
            return 0
        mark = len(self.drafts)
        ids: tuple[str, ...] = ()
        inner: Draft | None = None
        end = 0
        if base is not None and base.type is not None and base.prefix == "":
            if base.type_definite:
                if base.type.kind == "area" or (base.type.back and base.type.kind in _ANCHORS):
                    end = j + 1
            else:
                end = self._typed(j, base, base.type)
                if end and len(self.drafts) > mark:
                    found = self.drafts[mark]
                    ids, end = found.ids, found.last
                    if found.kind in ("village", "town", "city", "subdistrict", "district", "directorate", "neighbourhood", "camp"):
                        inner = found
                del self.drafts[mark:]
        if not end and base is not None and base.special is not None and base.prefix == "":
            end = j + 1
            nxt = j + 1
            if base.special == "capital" and nxt < self._n:
                size, got = longest(self._memo, words, nxt)
                if size:
                    end, ids = nxt + size, got
        if not end and base is not None:
            for s in base.names:
                size, got = self._match(s, j)
                if size and s.prefix == "" and (size > 1 or s.quality > RISKY or self._contained(j + size)):
                    end, ids = j + size, got
                    break
        if not end:
            return 0
        if side == "C":
            # وسط X is X itself, except for a country (وسط سوريا).
            place = self._memo.gaz.by_id(ids[0]) if ids else None
            if place is None or place.kind != "country":
                return 0
        draft = Draft(i, end, cut, (i, end, cut), "side", WIDE, ids, True, info.prefix, "side")
        if inner is not None:
            # جنوب قرية X: the settlement is the place, the event is beside it.
            draft.kind = inner.kind
            draft.name_first, draft.name_last, draft.name_cut = inner.name_first, inner.name_last, inner.name_cut
        elif ids and base is not None and base.type is None and base.special is None and not self._wide(ids):
            draft.kind = "place"
            draft.name_first, draft.name_last, draft.name_cut = j, end, 0
        start = self._distance(i)
        if start is not None:
            draft.first = draft.lead = start
            draft.cut, draft.prefix = 0, ""
            draft.kind, draft.relation, draft.rank = "offset", "offset", RANKS["offset"]
            if inner is None:
                draft.name_first, draft.name_last, draft.name_cut = j, end, 0
        self.drafts.append(draft)
        return end

    def _distance(self, i: int) -> int | None:
        """Start of "على بعد 15 كم" before a side word; ``None`` when no distance stands there."""
        words = self._words
        k = i - 1
        if k >= 0 and words[k] in self._w["side_links"]:
            k -= 1
        if k >= 1 and words[k] in self._w["units"]:
            k -= 1
        else:
            return None
        if not words[k][0].isdigit():
            return None
        while k >= 1 and (words[k - 1] in self._w["distance"] or words[k - 1] in self._w["approx"]):
            k -= 1
        return k

    def _side_noun(self, i: int, info: Word) -> int:
        """الشمال السوري, الشمال الغربي لسوريا."""
        j = i + 1
        words = self._words
        while j < self._n and words[j] in self._areas.side_adjectives and words[j].startswith("ال"):
            j += 1
        cut = info.type_cut
        if j < self._n and words[j] in self._areas.nisba:
            country = self._areas.nisba[words[j]]
            return self._push(
                Draft(i, j + 1, cut, (i, j + 1, cut), "side", WIDE, (country,), True, info.prefix, "side")
            ).last
        draft = Draft(i, j, cut, (i, j, cut), "side", WIDE, (), True, info.prefix, "side")
        self._belonging(draft)
        if draft.last > j and draft.ids:
            return self._push(draft).last
        # الشمال الشرقي alone: a side of the country the report is about.
        if j < self._n and words[j] in self._w["of_it"]:
            return 0  # الشمال الغربي منها: a direction, not a region
        alone = "ب" in info.prefix or (i > 0 and not info.prefix and self._words[i - 1] in self._w["side_in"])
        return self._push(draft).last if (j > i + 1 or alone) and draft.last == j else 0

    def _special(self, i: int, info: Word) -> int:
        """العاصمة (دمشق), البلاد."""
        cut = info.type_cut
        if info.special == "border":
            return self._border(i, info)
        if info.special == "capital":
            size, ids = longest(self._memo, self._words, i + 1) if i + 1 < self._n else (0, ())
            if size and self._memo.weight(ids) >= 0.5:
                return self._push(
                    Draft(i, i + 1 + size, cut, (i + 1, i + 1 + size, 0), "city", CITY, ids, True, info.prefix)
                ).last
            if i + 1 < self._n and self._words[i + 1] in self._areas.nisba:
                country = self._areas.nisba[self._words[i + 1]]
                return self._push(
                    Draft(i, i + 2, cut, (i, i + 2, cut), "capital", CITY, (country,), True, info.prefix, "anaphor")
                ).last
            return self._push(Draft(i, i + 1, cut, (i, i + 1, cut), "capital", CITY, (), True, info.prefix, "anaphor")).last
        return self._push(Draft(i, i + 1, cut, (i, i + 1, cut), "country", COUNTRY, (), True, info.prefix, "anaphor")).last

    def _border(self, i: int, info: Word) -> int:
        """الحدود السورية العراقية, الحدود مع تركيا, الشريط الحدودي."""
        words, nisba = self._words, self._areas.nisba
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

    # -- bare names ---------------------------------------------------------------------------------------------------

    def _match(self, s: NameStart, i: int) -> tuple[int, tuple[str, ...]]:
        return fit(self._memo, self._words, i, s.tails, s.longest)

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
            quality = KNOWN if self._memo.weight(ids) >= 0.5 else SMALL
            given = self._w["given"]
            if self._words[i][start.cut :] in given or self._words[i] in self._w["kunya"]:
                quality = RISKY if quality == SMALL else SMALL
            elif quality == SMALL and self._everyday(i + 1, size - 1) and start.key in self._areas.common:
                quality = RISKY
        return self._accept(i, start, size, ids, quality, info)

    def _accept(self, i: int, s: NameStart, size: int, ids: tuple[str, ...], quality: int, info: Word) -> int:
        """Take a bare name when its company says it is a place; else keep it for the second look."""
        end = i + size
        before = self._words[i - 1] if i else ""
        if self._institution(end):
            return end
        if size == 1 and s.cut == 0 and (before in self._w["given"] or before in self._w["kunya"] or before in self._w["titles"]):
            return 0
        if size == 1 and (s.key in self._w["never"] or self._words[i] in self._w["never"]):
            return 0
        draft = Draft(i, end, s.cut, (i, end, s.cut), "place", self._rank(ids), ids, False, s.prefix)
        listed = self._listed(i, s)
        if quality == KNOWN:
            ok = True
        elif quality == SMALL:
            ok = listed or self._located(i, s) or self._contained(end, strictly=True)
        else:
            ok = (listed and (self._in_comma_list(i) or self._known_next(end))) or (
                "ل" not in s.prefix and (self._located(i, s) or listed) and self._contained(end, strictly=True)
            )
        if not ok:
            self._pending.append(draft)
            return end if size > 1 else 0
        self._push(draft)
        if draft.rank == COUNTRY and not self._located(i, s) and not listed and draft.relation == "in":
            draft.relation = "named"
        return end

    def _everyday(self, i: int, size: int) -> bool:
        return all(w in self._areas.common or w in self._areas.risky for w in self._words[i : i + size])

    def _rank(self, ids: tuple[str, ...]) -> int:
        place = self._memo.gaz.by_id(ids[0])
        return RANKS.get(place.kind, SITE) if place else TOWN

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
        return size > 1 and self._memo.weight(ids) >= 0.5 or size == 1 and s.quality == KNOWN

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
        return self._words[k] in self._w["belongs"]

    def _institution(self, end: int) -> bool:
        return end < self._n and self._words[end] in self._w["suffix"]

    def _settle(self) -> None:
        """Second look: a doubtful or unknown bare name counts when the text elsewhere gives it a type word."""
        typed: dict[str, Draft] = {}
        unknown: dict[str, tuple[Draft, int]] = {}
        for d in self.drafts:
            if d.typed and d.kind in _SETTLED:
                key = " ".join(self._words[d.name_first : d.name_last])[d.name_cut :]
                typed.setdefault(key, d)
                if not d.ids and len(key) > 3:
                    first = self._words[d.name_first][d.name_cut :]
                    for cut, start in enumerate((first, "و" + first, "ب" + first)):
                        unknown.setdefault(start, (d, min(cut, 1)))
        if not typed:
            return
        found = [d for d in self._pending if " ".join(self._words[d.first : d.last])[d.cut :] in typed]
        for d in found:
            d.rank = typed[" ".join(self._words[d.first : d.last])[d.cut :]].rank
        if unknown:
            for i, w in enumerate(self._words):
                hit = unknown.get(w)
                if hit is None:
                    continue
                source, cut = hit
                size = source.name_last - source.name_first
                if size > 1 and self._words[i + 1 : i + size] != self._words[source.name_first + 1 : source.name_last]:
                    continue
                found.append(Draft(i, i + size, cut, (i, i + size, cut), source.kind, source.rank, (), True, w[:cut]))
        added = [d for d in found if not any(o.first < d.last and d.first < o.last for o in self.drafts)]
        for d in added:
            self._relate(d)
        if added:
            self.drafts += added
            self._reorder()

    def _reorder(self) -> None:
        old = self.drafts
        order = sorted(range(len(old)), key=lambda k: (old[k].first, -old[k].last, k))
        where = {k: n for n, k in enumerate(order)}
        for d in old:
            if d.container is not None:
                d.container = where[d.container]
        self.drafts = [old[k] for k in order]

    # -- relation -----------------------------------------------------------------------------------------------------

    def _push(self, draft: Draft) -> Draft:
        self._relate(draft)
        self.drafts.append(draft)
        return draft

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
        if d.prefix in ("", "ب"):
            if info is not None and info.near and d.prefix == "":
                d.relation, d.lead = "near", k
                return
            if w in self._w["origin"]:
                before = words[k - 1] if k else ""
                prior = self._infos[k - 1] if k else None
                if prior is not None and prior.near:
                    d.relation, d.lead = "near", k - 1
                elif before in self._w["each"] or before[1:] in self._w["each"] or before[-1:].isdigit() or (
                    before in self._w["partitive"]
                ):
                    return
                elif prior is None or prior.side_noun is None:
                    d.relation = "from"
            elif w in self._w["home"] and k and words[k - 1] in self._w["origin"]:
                d.relation = "from"
            elif w in self._w["goal"]:
                d.relation = "to"
        elif d.prefix == "ل" and w not in self._w["links"] and self._linkless(k):
            d.relation = "to" if d.rank > SITE else "in"
        elif d.prefix == "و" and self.drafts and self.drafts[-1].last == d.first:
            prev = self.drafts[-1].relation
            if prev in ("from", "to", "near"):
                d.relation = prev

    def _linkless(self, k: int) -> bool:
        return not any(w in self._w["links"] for w in self._words[max(0, k - 1) : k + 1])
