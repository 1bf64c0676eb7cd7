"""One pass over the tokens: every place expression becomes a draft."""

from __future__ import annotations

from waqai.annotate.outlets_today import is_outlet_today
from waqai.annotate.place.bare import Bare
from waqai.annotate.place.drafts import SITE, Draft
from waqai.annotate.place.lands import Lands
from waqai.annotate.place.names import QUOTES, longest
from waqai.annotate.place.sides import Sides
from waqai.annotate.place.typed import Typed
from waqai.annotate.place.unlisted import Unlisted
from waqai.annotate.place.words import Word

_SETTLED = frozenset({"village", "town", "city", "subdistrict", "area", "district", "suburb", "settlement"})

_FIELD = 9  # tokens back to the word of attacking


class Scan(Typed, Lands, Sides, Bare, Unlisted):
    """Reads one text. ``drafts`` is the result, in text order; inner endpoints follow the road they belong to."""

    __slots__ = ()

    def run(self) -> list[Draft]:
        """All drafts of the text."""
        at = 0
        for i, info in enumerate(self._infos):
            if info is None or i < at:
                continue
            at = self._read(i, info) or 0
        if self._unlisted():
            self._reorder()
        self._settle()
        return self.drafts

    def _read(self, i: int, info: Word) -> int:
        """Read what begins at ``i``; the token to go on from, ``0`` for the next one."""
        if info.phrase and (end := self._phrase(i, info)):
            return end
        if info.head == "media" and (end := self._war_site(i)):
            return end
        if info.head is not None and (end := self._head(i, info)):
            return end
        if self._words[i] in self._w["posts"] and (end := self._post(i)):
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

    def _phrase(self, i: int, info: Word) -> int:
        words = self._words
        for rest in info.phrase:
            end = i + 1 + len(rest)
            if end <= self._n and (not rest or tuple(words[i + 1 : end]) == rest):
                if rest and rest[-1] in ("اليوم", "الان") and not is_outlet_today(words, i, end):
                    return 0  # "انفجرت سيارة في بغداد اليوم"
                # A place name that only begins like the phrase wins when it is longer.
                if any(self._match(s, i)[0] > end - i for s in info.names):
                    return 0
                if info.type is not None and self._heads_item(i, end):
                    return 0  # "- ولاية سيناء: عمليتان": the province, not its fighters
                return end
        return 0

    def _heads_item(self, i: int, end: int) -> bool:
        """Whether the words from ``i`` to ``end`` are the head of a list item: a mark or a line before them, a colon after."""
        return self._words[end : end + 1] == [":"] and (i == 0 or not self._words[i - 1][0].isalnum())

    def _post(self, i: int) -> int:
        """قرب سيطرة الصقور, هجوم على سيطرة X: in Iraq a checkpoint; سيطرة X على is control."""
        words, j = self._words, i + 1
        if j >= self._n or i == 0:
            return 0
        before = self._infos[i - 1]
        near = words[i - 1] in self._w["post_before"] or (before is not None and before.near)
        if not near and not (words[i - 1] == "علي" and i > 1 and any(w in self._w["post_attack"] for w in words[max(0, i - 3) : i - 1])):
            return 0
        size, ids = longest(self._memo, words, j)
        if not size and (
            words[j].endswith(("ين", "ون"))
            or not words[j].startswith("ال")
            or words[j] in self._w["name_stops"]
            or words[j] in self._w["name_generic"]
        ):
            return 0
        end = j + max(size, 1)
        if end < self._n and words[end].startswith("ال") and words[end].endswith("ه") and words[end] in self._areas.side_adjectives:
            end += 1
        if words[end : end + 1] == ["علي"]:
            return 0
        own = self._memo.gaz.lookup(" ".join(words[i:end]))
        return self._push(Draft(i, end, 0, (i, end, 0), "checkpoint", SITE, own or ids, True, "")).last

    def _war_site(self, i: int) -> int:
        """استهدفوا موقع رويسات العلم, في محيط موقع السماقة: a position in the field; أفاد موقع X is an outlet."""
        words, j = self._words, i + 1
        if words[i] not in self._w["war_sites"] or i == 0 or j >= self._n or words[i - 1] in self._w["site_said"]:
            return 0
        back = words[max(0, i - _FIELD) : i]
        cut = max((k for k, w in enumerate(back) if w in ".\n"), default=-1)
        if self._w["site_attack"].isdisjoint(w.removeprefix("و").removeprefix("ف") for w in back[cut + 1 :]):
            return 0
        quoted = int(words[j] in QUOTES)
        size, ids = longest(self._memo, words, j + quoted)
        w = words[j + quoted] if j + quoted < self._n else ""
        if not size and (
            not w.startswith("ال")
            or w in self._areas.common
            or w in self._w["name_stops"]
            or w in self._w["name_generic"]
            or w in self._areas.nisba
            or w.endswith(("ين", "ون", "يه"))
        ):
            return 0
        end = j + quoted + max(size, 1)
        if quoted and words[end : end + 1] and words[end] in QUOTES:
            end += 1
        own = self._memo.gaz.lookup(" ".join(words[i:end])) or self._memo.gaz.lookup(" ".join(w for w in words[i:end] if w not in QUOTES))
        return self._push(Draft(i, end, 0, (i, end, 0), "base", SITE, own or ids, True, "")).last

    def _head(self, i: int, info: Word) -> int:
        """A unit, tribe, outlet or office with the place name that belongs to it (محافظ الأنبار)."""
        j = i + 1
        words, infos = self._words, self._infos
        if info.head == "media" and any(self._match(s, i)[0] > 1 for s in info.names):
            return 0  # موقع الراهب is a post the gazetteer has
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
        if j >= self._n or (words[j - 1] in QUOTES and words[j] in self._areas.heads):
            return 0  # ميليشيا "لواء القدس": read when its turn comes
        size, ids = longest(self._memo, words, j)
        if size and ((j - i > 1 and words[j - 1].removeprefix("ل") in self._w["municipal"]) or self._town_council(j)):
            # رئيس بلدية ناحتة, عضو مجلس بلدة هجين: where he is likely to be met
            self.drafts.append(Draft(j, j + size, 0, (j, j + size, 0), "place", self._rank(ids), ids, True, "", "named"))
        return j + size if size else 0

    def _town_council(self, j: int) -> bool:
        """``مجلس بلدة هجين``: the name at ``j`` is that of a town with its type word, behind the word of a council."""
        own = self._infos[j - 1] if j > 1 else None
        if own is None or own.type is None or own.type.group != "settlement":
            return False
        return self._words[j - 2].removeprefix("ل") in self._w["councils"]

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
        found = [
            Draft(first, last, s.cut, (first, last, s.cut), "place", known.rank, ids, False, s.prefix)
            for first, last, s, ids in self._pending
            if (known := typed.get(" ".join(self._words[first:last])[s.cut :])) is not None
        ]
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
