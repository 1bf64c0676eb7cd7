"""Type word and name: بلدة ذيبان, طريق حقل الجزرة, قرى X وY, البلدة."""

from __future__ import annotations

from dataclasses import replace

from waqai.annotate.place.drafts import FIRST, LINES, QUARTER, RANKS, SITE, TOWN, VILLAGE, WIDE, Draft
from waqai.annotate.place.names import QUOTES, read_name
from waqai.annotate.place.typed_lists import TypedLists
from waqai.annotate.place.words import Word
from waqai.resources.areas import TypeWord
from waqai.resources.wordsets import wordset

_OUTSKIRTS = frozenset({"mountain", "desert"})  # جرود بلدة X, بادية بلدة X are lands of their own; سهل بلدة X is beside the town
_TOWNLIKE = 0.2  # weight of a place well enough known to be meant by its name alone


class Typed(TypedLists):
    """Reads expressions that begin with a type word."""

    __slots__ = ()

    def _typed(self, i: int, info: Word, type: TypeWord) -> int:
        if info.type_definite:
            return self._definite(i, info, type)
        words = self._words
        cut = info.type_cut
        if type.kind == "steppe":
            type = replace(type, kind="island")  # جزيرة ميون; only الجزيرة is the steppe
        one = self._areas.types.get(words[i][1:]) if type.number == "many" and cut == 0 and words[i].startswith("ب") else None
        if one is not None and one.number == "one" and (i == 0 or words[i - 1] not in self._w["prep"]):
            type, cut = one, 1  # بئر بوادي الشاي: in the valley; قصف في بوادي حمص: in the steppes
        whole, whole_ids = self._whole(i, info)
        if whole == 2 and words[i + 1] in self._w["name_heads"] and self._completed(i + 2):
            whole, whole_ids = 0, ()  # مخيم عين البيضا is another camp than مخيم العين
        if type.kind == "countryside" and whole < 2:
            return self._countryside(i, info, type)
        if whole >= 2 and i + whole < self._n and words[i + whole - 1] in self._w["titles"] and words[i + whole] in self._w["given"]:
            end = i + whole + 1  # جبل الشيخ يونس is another mountain than جبل الشيخ
            return self._push(Draft(i, end, cut, (i, end, cut), type.kind, RANKS.get(type.kind, SITE), (), True, info.prefix)).last
        if whole >= 2 and type.keep:
            return self._kept_whole(i, info, type, whole, whole_ids)
        j = i + 1
        if words[j : j + 1] == [")"] and i and words[i - 1] == "(" and type.group in ("settlement", "admin"):
            j += 1  # "غارة على (بلدة) كفرصير": the agency adds the type
        if words[j : j + 1] == [":"] and type.number == "many" and type.group in ("settlement", "admin"):
            j += 1  # السيطرة على قرى: المزرعة، والطيرة
        inner = self._infos[j] if j < self._n else None
        if type.kind == "area" and type.number == "many":
            if j < self._n and words[j] in self._w["holding"]:
                return self._control(i, info, j + 1)
            if j < self._n and words[j] in QUOTES:
                name = read_name(self._memo, words, self._infos, j, type)
                if name is not None and name.quoted and not name.ids:
                    return self._control(i, info, j)
        if type.kind == "locality" and i > 0 and words[i - 1].removeprefix("و") in self._w["said_locally"]:
            return 0  # مصادر محلية: an adjective
        if type.kind == "road" and i > 0 and words[i - 1] in self._w["by_way"]:
            return 0  # عن طريق محاميه: by means of
        if words[i][cut:] in self._w["gates"] and ((inner is not None and inner.type) or (i > 0 and words[i - 1] in self._w["seen_as"])):
            return 0  # بوابة معسكر للجيش is a part of it; بوصفها بوابة دوما is a figure of speech
        well = inner is not None and inner.type is not None and inner.type.kind == "well" and type.group in ("settlement", "admin")
        if inner is not None and inner.type is not None and not inner.type_cut and not inner.type_definite and not well:
            end = self._nested(i, info, type, j, inner, inner.type)
            if end:
                return end
        if type.kind == "area" and j < self._n and words[j] in self._w["name_zones"]:
            end = self._zone_end(j)
            return self._push(Draft(i, end, cut, (i, end, cut), "control_area", WIDE, (), True, info.prefix)).last
        if type.number == "two" and type.group == "settlement" and i and words[i - 1] in self._w["between"]:
            end = self._between(i)
            if end:
                return end
        if type.kind == "square" and j < self._n and words[j] in self._w["name_resistance"]:
            return self._field(i, j + 1, cut, info)
        if words[i][cut:] in self._w["seats"] and (end := self._seat(i, j)):
            return end
        name = read_name(self._memo, words, self._infos, j, type)
        if whole >= 2 and (name is None or not name.ids):
            return self._kept_whole(i, info, type, whole, whole_ids)
        if name is None:
            if type.kind == "road" and (end := self._bracketed_ends(j)):
                return self._push(Draft(i, end, cut, (i, end, cut), "road", SITE, (), True, info.prefix)).last
            if type.kind in LINES and type.kind != "junction":
                return self._span_between(i, info, type, j)
            return 0
        if self._institution(name.end):
            return name.end
        if (
            type.group == "settlement"
            and type.number == "one"
            and name.ids
            and words[name.first] in self._areas.sides
            and self._rank(name.ids) == FIRST
        ):
            return 0  # قرية شمالي بوركينا فاسو: some village of the region
        if type.kind == "axis" and name.end < self._n and words[name.end] in self._w["name_axis_units"]:
            return name.end + 1  # محور أبين القتالي: a force
        if whole > 1 + name.last - name.first and not name.quoted and not type.keep:
            last = i + whole
            name = name._replace(last=last, end=last, ids=whole_ids)  # قرية دار الجمال is no place called دار
        ids = name.ids
        if whole == 1 + name.last - name.first and not type.keep:
            ids = tuple(dict.fromkeys((*whole_ids, *ids)))  # مديرية الوادي has a row of its own beside the towns called الوادي
        if words[i][cut:] in self._w["name_townships"] and ids and self._rank(ids) in (VILLAGE, TOWN):
            type = self._memo.village  # مجمع خانصور is the township itself
        if type.keep and name.quoted:
            # مخيم "الهول" is the camp, not the town it is named after.
            own = " ".join((words[i][cut:], *words[name.first : name.last]))
            ids = self._memo.gaz.lookup(own) or ids
        keep = type.keep and (
            type.number != "many" or not ids or type.kind not in ("neighbourhood", "camp")
        )  # أحياء القدم والعسالي: two names
        if type.number == "two" and type.group == "site" and type.kind not in LINES:
            keep = False  # حاجزي القياسات ومعصران: two names, القياسات the first
        if type.kind == "suburb" and type.number == "one" and not name.quoted:
            keep = not ids or self._memo.weight(ids) < _TOWNLIKE  # ضاحية الفردوس; ضاحية جرمانا is the town of Jaramana
        first = self._push(
            Draft(
                i,
                name.end,
                cut,
                (i, name.end, cut) if keep else (name.first, name.last, 0),
                type.kind,
                RANKS.get(type.kind, SITE),
                ids,
                True,
                info.prefix,
            )
        )
        if type.kind == "area" and not name.ids:
            first.rank = QUARTER
        if type.number == "many" and type.kind in ("neighbourhood", "village") and self._holds(name.ids, type):
            # أحياء اللاذقية, قرى القنيطرة: somewhere in the city or governorate.
            first.kind, first.rank, first.typed = "place", self._rank(name.ids), False
            first.name_first, first.name_cut = name.first, 0
        if type.kind in ("desert", "plain", "governorate", "province"):
            self._adjectives(first)
        if type.kind in LINES:
            self._endpoints(first)
        return self._more(first, type)

    def _field(self, i: int, j: int, cut: int, info: Word) -> int:
        """ساحة المقاومة كوري جارو: the field of operations is called by its own name."""
        inner = self._infos[j] if j < self._n else None
        mark = len(self.drafts)
        end = self._typed(j, inner, inner.type) if inner is not None and inner.type is not None and not inner.type_definite else 0
        if end and len(self.drafts) > mark:
            self.drafts[mark].lead = i
            return end
        name = read_name(self._memo, self._words, self._infos, j, self._memo.village)
        if name is None:
            return 0
        return self._push(Draft(i, name.end, cut, (name.first, name.last, 0), "site", SITE, name.ids, True, info.prefix)).last

    def _seat(self, i: int, j: int) -> int:
        """مخفر القرية, مركز شرطة ناحية X: the settlement is the place, its police post a detail of it."""
        while j < self._n and j - i < 3 and self._words[j] in self._w["name_mid"]:
            j += 1
        info = self._infos[j] if j < self._n else None
        if info is None or info.type is None or info.type_cut or info.type.group not in ("settlement", "admin"):
            return 0
        mark = len(self.drafts)
        end = self._definite(j, info, info.type) if info.type_definite else self._typed(j, info, info.type)
        if not end or len(self.drafts) == mark:
            return 0
        self.drafts[mark].lead = i
        return end

    def _holds(self, ids: tuple[str, ...], type: TypeWord) -> bool:
        place = self._memo.gaz.by_id(ids[0]) if ids else None
        if place is None or place.weight < 0.5:
            return False
        return place.kind == "governorate" or (type.kind == "neighbourhood" and place.kind in ("city", "town"))

    def _completed(self, k: int) -> bool:
        """Whether a word with the article at ``k`` completes the name before it (``عين البيضا``) and is no side of it."""
        return k < self._n and self._words[k].startswith("ال") and self._words[k] not in self._areas.side_adjectives

    def _whole(self, i: int, info: Word) -> tuple[int, tuple[str, ...]]:
        """The longest gazetteer name that begins with the type word itself (مخيم الهول): tokens and ids."""
        best: tuple[int, tuple[str, ...]] = (0, ())
        for s in info.names:
            if s.cut == info.type_cut:
                size, ids = self._match(s, i)
                if size > best[0]:
                    best = (size, ids)
        return best

    def _kept_whole(self, i: int, info: Word, type: TypeWord, size: int, ids: tuple[str, ...]) -> int:
        """A gazetteer name that includes the type word (مخيم الهول, جسر الشغور)."""
        end = i + size
        if end < self._n and type.keep and type.kind != "camp" and self._words[end] in self._w["name_site_tails"]:
            end += type.kind != "crossing" or self._words[end] not in wordset("of-the-border")
        elif end < self._n and type.kind == "neighbourhood" and self._words[end] in self._w["name_counted"]:
            end += 1  # حي الأمين الثانية
        place = self._memo.gaz.by_id(ids[0])
        # جسر الشغور is a city, but مخيم اليرموك stays a camp whatever the gazetteer calls it.
        kind = place.kind if place and type.kind != "camp" else type.kind
        cut = info.type_cut
        draft = self._push(Draft(i, end, cut, (i, end, cut), kind, RANKS.get(kind, SITE), ids, True, info.prefix))
        if kind in ("governorate", "countryside", "desert"):
            self._adjectives(draft)
        if type.kind in LINES:
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
        if (inner_type.group in ("settlement", "admin") and type.kind not in _OUTSKIRTS) or not type.keep:
            draft.lead = i
            if type.keep:
                draft.relation = "near"
            draft.first, draft.cut, draft.prefix = i, info.type_cut, info.prefix
            if type.kind in LINES and self._endpoints(draft, head=(i, info)):
                return draft.last
            return max(end, draft.last)
        draft.first = draft.lead = draft.name_first = i
        draft.cut = draft.name_cut = info.type_cut
        draft.kind, draft.prefix, draft.rank = type.kind, info.prefix, RANKS.get(type.kind, SITE)
        draft.relation = "in"
        self._relate(draft)  # من قاعدة جبل متين: from the base
        land = draft.ids if type.kind in _OUTSKIRTS else ()
        draft.ids = (self._memo.gaz.lookup(" ".join(self._words[i : draft.name_last])) if not info.type_cut else ()) or land
        if type.kind in LINES:
            self._endpoints(draft)
        return draft.last

    def _definite(self, i: int, info: Word, type: TypeWord) -> int:
        """A type word with the article: a gazetteer name, endpoints, an adjective name, or a word pointing back."""
        words = self._words
        whole, ids = self._whole(i, info)
        cut = info.type_cut
        region = self._short(i, cut)
        if region:
            return self._push(Draft(i, i + 1, cut, (i, i + 1, cut), "region", FIRST, region, True, info.prefix)).last
        ends = whole >= 2 and type.kind == "road" and (self._dashed(i + whole) or words[i + whole : i + whole + 1] in (["بين"], ["من"]))
        if ends and (end := self._span_between(i, info, type, i + 1)):
            return end
        if type.kind == "area" and i + 1 < self._n and words[i + 1] in self._w["name_region_adjectives"] and type.number == "one":
            # المنطقة الشرقية: a governorate in one country, a part of the land in another; the resolver knows the country.
            return self._push(Draft(i, i + 2, cut, (i, i + 2, cut), "side", WIDE, ids, True, info.prefix, "side")).last
        if whole >= 2:
            place = self._memo.gaz.by_id(ids[0])
            kind = place.kind if place else type.kind
            return self._push(Draft(i, i + whole, cut, (i, i + whole, cut), kind, RANKS.get(kind, TOWN), ids, True, info.prefix)).last
        j = i + 1
        if j < self._n:
            if type.kind in LINES or type.group == "area":
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
                return self._push(Draft(i, j + 1, cut, (i, j + 1, cut), "desert", WIDE, (country,), True, info.prefix)).last
            if type.back and words[j] in self._areas.side_adjectives and self._part_of(i - 1) and i > 0:
                # مدخل المخيم الشرقي: the eastern entrance of the camp
                return self._push(
                    Draft(i, i + 1, cut, (i, i + 1, cut), type.kind, RANKS.get(type.kind, SITE), (), True, info.prefix, "anaphor")
                ).last
            quarter = type.kind == "neighbourhood" and words[j] in self._w["name_quarter_adjectives"]
            if type.adj and (quarter or words[j] in self._w["name_site_adjectives"]):
                end = j + 1
                if end < self._n and words[end].startswith("لل") and len(words[end]) > 5:
                    end += 1
                return self._push(Draft(i, end, cut, (i, end, cut), type.kind, SITE, (), True, info.prefix)).last
        if type.kind == "area" and type.number == "many" and j < self._n and words[j] in self._w["name_controlled"]:
            end = j + 2 if j + 1 < self._n and words[j + 1] in self._w["controlled_tail"] else j + 1
            if end < self._n and words[end] in self._w["name_control_links"]:
                while end < self._n and words[end] in self._w["name_control_links"]:
                    end += 1
                return self._control(i, info, end)
            return self._push(Draft(i, end, cut, (i, end, cut), "control_area", WIDE, (), True, info.prefix)).last
        if j < self._n and words[i][cut + 2 :] in self._w["name_sectors"] and words[j] in self._w["name_ordinals"]:
            return self._sector(i, cut, info)
        if j < self._n and type.number == "one" and type.kind in ("area", "city") and words[j] in self._w["name_special_areas"]:
            return self._push(Draft(i, j + 1, cut, (i, j + 1, cut), "facility", SITE, (), True, info.prefix)).last
        if not type.back or type.kind == "countryside" or (j < self._n and words[j] in self._w["against"]):
            return 0
        same = j < self._n and words[j] in self._w["same"]
        if type.kind == "desert" and not same:
            return self._desert(i, cut, info, ids if whole else ())
        base = type.kind == "base" and words[i][cut + 2 :] not in self._w["back_bases"]
        if (base or type.kind in ("area", "road", "bridge", "square", "market", "desert", "canton")) and not same:
            return 0
        end = j + 1 if same else j
        return self._push(Draft(i, end, cut, (i, i + 1, cut), type.kind, RANKS.get(type.kind, SITE), (), True, info.prefix, "anaphor")).last

    def _sector(self, i: int, cut: int, info: Word) -> int:
        """القسم الخامس من المخيم: a part of the camp the text tells of; of a report or a poem it is no place."""
        camp = next((k for k in range(len(self.drafts) - 1, -1, -1) if self.drafts[k].kind == "camp"), None)
        end = i + 2
        if end + 1 < self._n and self._words[end] in self._w["within"] and self._words[end + 1] == "المخيم":
            end += 2
        elif camp is None:
            return 0
        draft = self._push(Draft(i, end, cut, (i, end, cut), "neighbourhood", SITE, (), True, info.prefix))
        draft.container = camp
        return end
