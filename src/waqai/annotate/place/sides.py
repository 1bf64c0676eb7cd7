"""Sides and distances: شرقي X, شمال غربي محافظة X, على بعد 15 كم جنوب X, الشمال السوري."""

from __future__ import annotations

from waqai.annotate.place.base import Base
from waqai.annotate.place.drafts import RANKS, WIDE, Draft
from waqai.annotate.place.names import QUOTES, longest
from waqai.annotate.place.words import KNOWN, RISKY, Word

_ANCHORS = frozenset(
    {
        "village",
        "town",
        "city",
        "governorate",
        "district",
        "subdistrict",
        "directorate",
        "province",
        "camp",
        "dam",
        "prison",
        "airport",
        "canton",
    }
)

_INNER = frozenset({"village", "town", "city", "subdistrict", "district", "directorate", "neighbourhood", "camp"})


class Sides(Base):
    """Reads expressions that begin with a side."""

    __slots__ = ()

    def _side(self, i: int, info: Word, side: str) -> int:
        """شمال غربي محافظة حلب, شرقي البلدة, 15 كم جنوب X."""
        words, infos, sides = self._words, self._infos, self._areas.sides
        cut = info.type_cut
        for s in info.names:
            size, whole = self._match(s, i)
            if size > 1:
                return self._accept(i, s, size, whole, KNOWN, info)
        j = i + 1
        while j < self._n and (words[j] in sides or (words[j][0] == "و" and words[j][1:] in sides)) and j - i < 4:
            j += 1
        if j < self._n and words[j] in self._w["origin"]:
            j += 1
        if j >= self._n:
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
                ids = self._short(j, 0)
                if ids or base.type.kind == "area" or (base.type.back and base.type.kind in _ANCHORS):
                    end = j + 1
            else:
                end = self._typed(j, base, base.type)
                if end and len(self.drafts) > mark:
                    found = self.drafts[mark]
                    ids, end = found.ids, found.last
                    if found.kind in _INNER:
                        inner = found
                del self.drafts[mark:]
        if not end and base is not None and base.special is not None and base.prefix == "":
            end = j + 1
            nxt = j + 1
            if base.special == "capital" and nxt < self._n:
                country = self._areas.nisba.get(words[nxt])
                nxt += country is not None
                size, got = longest(self._memo, words, nxt)
                if size:
                    end, ids = nxt + size, got
                elif country is not None:
                    end, ids = nxt, self._memo.gaz.lookup(self._areas.capitals.get(country, ""))  # جنوب العاصمة الليبية
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
            return self._push(Draft(i, j + 1, cut, (i, j + 1, cut), "side", WIDE, (country,), True, info.prefix, "side")).last
        draft = Draft(i, j, cut, (i, j, cut), "side", WIDE, (), True, info.prefix, "side")
        self._belonging(draft)
        if draft.last > j and draft.ids:
            return self._push(draft).last
        # الشمال الشرقي alone: a side of the country the report is about.
        if j < self._n and words[j] in self._w["of_it"]:
            return 0  # الشمال الغربي منها: a direction, not a region
        alone = "ب" in info.prefix or (i > 0 and not info.prefix and self._words[i - 1] in self._w["side_in"])
        alone = alone or (i > 0 and words[i] in self._w["coast"] and words[i - 1] in self._w["prep"])
        return self._push(draft).last if (j > i + 1 or alone) and draft.last == j else 0
