"""Choose one candidate per mention by the evidence of the report."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date

from waqai.geocode import evidence as ev
from waqai.geocode.areas import area_ref
from waqai.geocode.geometry import distance
from waqai.geocode.nearness import lies_inside, same_spot, within
from waqai.geocode.refs import copy_ref, countries_ref, placed, unplaced
from waqai.model import GeoPrecision, PlaceMention, PlaceRef, Text
from waqai.normalise import fold
from waqai.resources.areas import AreaWords, area_words
from waqai.resources.gazetteer import Gazetteer, Place, gazetteer

_AREAS = frozenset({"countryside", "side", "offset", "between", "control_area", "border"})
_BASED = frozenset({"desert", "plain", "steppe", "mountain"})
_IN_TOWN = frozenset({"neighbourhood", "street", "square", "market", "school", "hospital", "shrine", "roundabout", "building", "park"})
_SITUATES = frozenset({"city", "town", "village", "place", "governorate", "district", "subdistrict", "countryside", "side", "province"})
_LINES = frozenset({"road", "bridge", "axis", "front", "desert", "plain"})
_ADMIN = frozenset({"governorate", "province", "canton", "district", "directorate", "subdistrict", "area", "countryside", "side"})


class Resolver:
    """Resolves the mentions of one report."""

    def __init__(
        self, text: Text, places: tuple[PlaceMention, ...], gaz: Gazetteer, areas: AreaWords, published: date | None = None
    ) -> None:
        self.text = text
        self.places = places
        self.gaz = gaz
        self.areas = areas
        self.published = published
        self.refs: list[PlaceRef | None] = [None] * len(places)
        self._busy: set[int] = set()
        self._chosen: dict[tuple[tuple[str, ...], bool], str] = {}
        self._admin1: dict[tuple[str, str], float] = {}
        self._country: dict[str, float] = {}
        self._sure: list[tuple[int, Place]] = []
        self._refused: set[tuple[str, ...]] = set()  # names the text told to lie where no candidate does
        self._ends: dict[int, list[int]] = {}
        for k, m in enumerate(places):
            if m.relation == "between" and m.container is not None:
                self._ends.setdefault(m.container, []).append(k)

    # -- the report's own geography -------------------------------------------------------------------------------------

    def gather(self, outlet: str | None) -> None:
        """Count the sure places: governorates named as such, well-known towns, names with one candidate."""
        if outlet:
            folded = fold(outlet)
            for key, country, admin1 in self.areas.outlets:
                if key in folded:
                    self._country[country] = self._country.get(country, 0) + 0.5
                    if admin1:
                        self._admin1[country, admin1] = self._admin1.get((country, admin1), 0) + 0.5
                    break
        seen: set[tuple[str, ...]] = set()
        for m in self.places:
            if not m.candidate_ids:
                continue
            first = self.gaz.by_id(m.candidate_ids[0])
            if first is None:
                continue
            if m.kind == "side" and first.kind == "governorate" and self._is_name(m, first):
                continue
            weight = 0.0
            if m.kind in ("governorate", "province", "canton") or (m.kind in ("countryside", "side") and first.weight >= ev.SURE_WEIGHT):
                weight = 2.0
            elif first.weight >= ev.SURE_WEIGHT and m.kind not in ("village", "neighbourhood"):
                weight = 1.0
            elif len(m.candidate_ids) == 1:
                weight = 0.3
            if not weight:
                continue
            if m.kind in ev.NAMED_AFTER_TOWN and first.kind in ev.SETTLEMENTS:
                weight *= ev.REPEATED  # مخيم السويداء may stand in Yemen
            if m.relation in ("dateline", "named"):
                weight /= 2
            if m.candidate_ids in seen:
                weight *= ev.REPEATED
            seen.add(m.candidate_ids)
            self._country[first.country] = self._country.get(first.country, 0) + weight
            if first.admin1 and first.kind != "country":
                key1 = (first.country, first.admin1)
                self._admin1[key1] = self._admin1.get(key1, 0) + weight
                self._sure.append((m.first, first))
        for table in (self._admin1, self._country):
            total = sum(table.values())
            if total:
                for k in table:
                    table[k] /= total  # type: ignore[index]

    @property
    def country(self) -> str | None:
        """The country most sure places are in."""
        return max(self._country, key=lambda c: (self._country[c], c), default=None)

    # -- one mention ------------------------------------------------------------------------------------------------------

    def ref(self, k: int) -> PlaceRef:
        """The location of mention ``k``; containers are resolved first."""
        got = self.refs[k]
        if got is not None:
            return got
        m = self.places[k]
        if k in self._busy:
            return unplaced(self, m, None)
        self._busy.add(k)
        ref = self._resolve(k, m)
        self._busy.discard(k)
        self.refs[k] = ref
        return ref

    def _resolve(self, k: int, m: PlaceMention) -> PlaceRef:
        holder = self.ref(m.container) if m.container is not None and m.container != k else None
        if m.relation == "anaphor":
            return self._anaphor(m, holder)
        if m.kind == "countries":
            return countries_ref(self, m)
        if k in self._ends:
            ends = [self.ref(e) for e in self._ends[k]]
            base = self.choose(m, None)[0] if m.kind == "countryside" else None
            return area_ref(self, m, base, holder, ends)
        if m.relation == "between":
            holder = None
        place, count, score, review = self.choose(m, holder)
        if place is not None and holder is None and m.kind in _IN_TOWN and place.weight < ev.SURE_WEIGHT:
            near = self._nearest(m)
            if near is not None and near.kind != "side" and near.admin1 != place.admin1:
                return unplaced(self, m, None)  # حي الصحة of another town than the one the text tells of
        if m.kind == "side" and place is not None and place.kind == "governorate" and self._is_name(m, place):
            return placed(self, m, place, count, score, review, holder)  # المنطقة الشرقية is a name of its own there
        if m.kind in ("side", "countryside") and place is None and holder is not None and holder.kind in ev.SETTLEMENTS - {"governorate"}:
            first = self._first_of(m, holder)
            if first is not None:
                return area_ref(self, m, first, None, [], 1, 0.6, False)  # شرقي المحافظة, after a town of it
            if m.kind == "side" and holder.kind in ("city", "town", "village", "hamlet"):
                return copy_ref(m, holder)  # شرقي البلدة: beside it
        if m.kind in _AREAS or (m.kind in _BASED and (place is None or place.kind not in (*_BASED, "region"))):
            return area_ref(self, m, place, holder, [], count, score, review)
        if place is None:
            return unplaced(self, m, holder)
        return placed(self, m, place, count, score, review, holder)

    def _first_of(self, m: PlaceMention, holder: PlaceRef) -> Place | None:
        """The governorate of ``holder`` when an expression ends in المحافظة or الولاية."""
        word = next(
            (w for t in self.text.tokens[m.first : m.last] if (w := self.areas.types.get(t.word[2:])) and t.word.startswith("ال")), None
        )
        if word is None or word.kind not in ("governorate", "province") or holder.id is None:
            return None
        place = self.gaz.by_id(holder.id)
        return self.gaz.by_id(place.admin1_pcode) if place is not None and place.admin1_pcode else None

    def _anaphor(self, m: PlaceMention, target: PlaceRef | None) -> PlaceRef:
        if target is not None:
            if m.kind in ("governorate", "province") and target.level != "governorate":
                place = self.gaz.by_id(target.id) if target.id else None
                first = self.gaz.by_id(place.admin1_pcode) if place is not None and place.admin1_pcode else None
                if first is not None:
                    return placed(self, m, first, 1, 0.8, False, None)
            return copy_ref(m, target)
        if m.kind in ("country", "capital"):
            id = m.candidate_ids[0] if m.candidate_ids else self.country
            place = self.gaz.by_id(id) if id else None
            if place is not None and m.kind == "capital":
                place = self._capital(place.country) or place
            if place is not None:
                return placed(self, m, place, 1, 0.8, False, None)
        return unplaced(self, m, None)

    def _capital(self, country: str) -> Place | None:
        best: Place | None = None
        for id in self.gaz.lookup(self.areas.capitals.get(country, "")):
            place = self.gaz.by_id(id)
            if place is not None and place.country == country and place.kind in ("city", "governorate"):
                best = best or place
                if place.kind == "city":
                    return place
        return best

    def choose(self, m: PlaceMention, holder: PlaceRef | None) -> tuple[Place | None, int, float, bool]:
        """The best candidate, how many there were, its share of the belief, and whether a person should look."""
        ids = m.candidate_ids
        if not ids:
            return None, 0, 0.0, True
        gaz = self.gaz
        if holder is None and ids in self._refused:
            return None, len(ids), 0.0, True
        if len(ids) == 1:
            place = gaz.by_id(ids[0])
            if place is None:
                return None, 0, 0.0, True
            if self._outside(m, place, holder):
                if m.kind in ("village", "town") and place.weight < ev.SMALL_WEIGHT:
                    self._refused.add(ids)
                return None, 1, 0.0, True
            if holder is not None and lies_inside(place, holder) < 0:
                return place, 1, 0.5, True
            if self._elsewhere(m, place, holder):
                return None, 1, 0.0, True
            return place, 1, 0.95, False
        table = ev.COMPATIBLE.get(m.kind) or ev.COMPATIBLE["place"]
        site = m.kind not in ev.COMPATIBLE
        default = table["*"]
        memory = (ids, m.kind in _ADMIN)
        again = self._chosen.get(memory)
        bare_area = m.kind == "place" and (self._first_by_custom(ids) or self._among_governorates(m))
        scored: list[tuple[float, Place]] = []
        renowned = m.kind == "place" and any((p := gaz.brief(id)) is not None and p.weight >= ev.RENOWNED for id in ids[:3])
        for id in ids[:40]:
            place = gaz.by_id(id)
            if place is None or (renowned and place.kind in ("village", "hamlet")):
                continue  # أنقرة is no hamlet of that name unless the text calls it a village
            s = ev.PRIOR * place.weight + table.get(place.kind, default)
            if site and place.kind == m.kind:
                s += 3.0
            if bare_area and place.kind == "governorate":
                s += ev.AMONG_GOVERNORATES
            if m.relation == "between" and place.kind == "governorate" and m.kind == "place":
                s -= 3.0  # a road runs between towns
            if m.kind == "area" and place.kind == "district" and place.country == "SY":
                s += ev.DISTRICT_OF_SYRIA
            if holder is not None:
                inside = lies_inside(place, holder)
                s += ev.INSIDE if inside > 0 else ev.OUTSIDE if inside < 0 else 0.0
            if place.admin1:
                s += ev.DOC_ADMIN1 * self._admin1.get((place.country, place.admin1), 0.0)
            s += ev.DOC_COUNTRY * self._country.get(place.country, 0.0)
            if id == again:
                s += ev.AGAIN
            if self.published is not None and place.variants and self._out_of_use(m, place):
                s += ev.OUT_OF_USE
            scored.append((s, place))
        if not scored:
            return None, 0, 0.0, True
        scored.sort(key=lambda x: (-x[0], x[1].id))
        if len(scored) > 1 and scored[0][0] - scored[1][0] < 4.0:
            scored = self._by_distance(m, scored)
        top, best = scored[0]
        if self._outside(m, best, holder) or self._elsewhere(m, best, holder):
            return None, len(scored), 0.0, True
        total = sum(math.exp(s - top) for s, _ in scored[:8])
        share = 1 / total
        if m.relation not in ("side", "offset"):
            self._chosen[memory] = best.id
        rival = next((p for s, p in scored[1:4] if s > top - 1.5 and not same_spot(p, best)), None)
        # Rivals at the same spot (a town and its subdistrict) are no doubt about where.
        sure = sum(math.exp(s - top) for s, p in scored[:8] if same_spot(p, best)) / total
        return best, len(scored), round(max(share, sure), 3), rival is not None or sure < ev.REVIEW_SCORE

    def _outside(self, m: PlaceMention, place: Place, holder: PlaceRef | None) -> bool:
        """Whether the text says that it lies elsewhere: another place of that name is meant (دوار كاوا وسط عفرين is not Gaoua)."""
        if holder is None or lies_inside(place, holder) >= 0:
            return False
        abroad = bool(holder.country) and place.country != holder.country
        typed = m.kind in ("area", "city", "town", "village") and place.weight < ev.BIG_WEIGHT
        return place.weight < 0.5 or (abroad and (typed or self._after_town(m, place)))

    def _after_town(self, m: PlaceMention, place: Place) -> bool:
        """Whether a site bears the name of a settlement: ``دوار كاوا``, ``سجن الشدادي``."""
        return m.kind not in ev.COMPATIBLE and m.kind not in _BASED and place.kind in ev.SETTLEMENTS

    def _own_site(self, m: PlaceMention, place: Place) -> bool:
        """Whether the text gives a well-known site its own name of two words: ``حقل كونيكو``, ``حاجز القطيفة``."""
        if place.kind in ev.SETTLEMENTS or place.kind in _IN_TOWN or place.kind == "region" or m.kind in _IN_TOWN or m.last - m.first < 2:
            return False
        return self._is_name(m, place)

    def _elsewhere(self, m: PlaceMention, place: Place, holder: PlaceRef | None) -> bool:
        """Whether a candidate lies so far from all the report tells of that another place of that name is meant."""
        own = self._own_site(m, place)
        if own and place.weight >= ev.OWN_SITE:
            return False
        if self._foreign(m, place):
            return True
        if holder is None and not own and self._remote(m, place):
            return True
        if holder is None and self._after_town(m, place):
            others = {q.country for _, q in self._sure if q.id not in m.candidate_ids}
            return bool(others) and place.country not in others
        return False

    def at_home(self, place: Place) -> bool:
        """Whether the report is, in part, about the country of a place."""
        return not self._country or self._country.get(place.country, 0.0) >= ev.FOREIGN

    def _is_name(self, m: PlaceMention, place: Place) -> bool:
        start, end = m.name_span
        written = fold(self.text.report.text[start:end])
        return written == fold(place.name_ar) or any(written == fold(v.name) for v in place.variants)

    def _out_of_use(self, m: PlaceMention, place: Place) -> bool:
        """Whether the text uses a name the place bore in another period only."""
        dated = [v for v in place.variants if v.valid_from is not None or v.valid_to is not None]
        if not dated:
            return False
        start, end = m.name_span
        written = fold(self.text.report.text[start:end])
        return any(fold(v.name).endswith(written) and not v.valid_on(self.published) for v in dated)

    def _foreign(self, m: PlaceMention, place: Place) -> bool:
        """A lesser place in a country the report is not about is another place of that name."""
        if m.kind == "side" and place.kind == "governorate" and self._is_name(m, place):
            return self._country.get(place.country, 0.0) < ev.FOREIGN
        if place.weight >= ev.BIG_WEIGHT or place.kind in ("country", "governorate", "region", "sea") or len(self._sure) < 3:
            return False
        others = [q for _, q in self._sure if q.id not in m.candidate_ids]
        if len(others) < 2 or sum(q.country == place.country for q in others) >= ev.FOREIGN * len(others):
            return False
        # Just across the border is not abroad.
        return place.kind not in ev.SETTLEMENTS or not any(within(place, q, ev.BORDER_KM) for q in others)

    def _remote(self, m: PlaceMention, place: Place) -> bool:
        """A small place far from everything else the report names is another place of that name."""
        if place.weight >= ev.SMALL_WEIGHT or place.lat is None or place.lon is None:
            return False
        others = [q for _, q in self._sure if q.id not in m.candidate_ids and q.lat is not None and q.lon is not None]
        if len(others) < 2 or any(q.kind == "governorate" and q.admin1 == place.admin1 for q in others):
            return False
        return all(distance(place.lat, place.lon, q.lat, q.lon) > ev.FAR_KM for q in others)  # type: ignore[arg-type]

    def _by_distance(self, m: PlaceMention, scored: list[tuple[float, Place]]) -> list[tuple[float, Place]]:
        out = []
        own, here = m.candidate_ids, m.first
        others = {
            (abs(at - here) <= ev.WINDOW, q.lat, q.lon, q.admin1, q.id)
            for at, q in self._sure
            if q.id not in own and q.lat is not None and q.lon is not None
        }
        for s, p in scored:
            near = 0.0
            if p.lat is not None and p.lon is not None:
                nearest = nearest_by = math.inf  # of all, of those a few lines away
                for by, lat, lon, admin1, id in others:
                    if id == p.id:
                        continue
                    km = distance(p.lat, p.lon, lat, lon)
                    if not by:
                        if km < nearest:
                            nearest = km
                        continue
                    if km < nearest_by:
                        nearest_by = km
                    if admin1 == p.admin1:
                        near = ev.NEAR_ADMIN1 / ev.CLOSE
                near = max(near, math.exp(-nearest / ev.CLOSE_KM), math.exp(-nearest_by / ev.CLOSE_KM) * 1.5)
            out.append((s + ev.CLOSE * near, p))
        out.sort(key=lambda x: (-x[0], x[1].id))
        return out

    def _first_by_custom(self, ids: tuple[str, ...]) -> bool:
        place = self.gaz.by_id(ids[0])
        return place is not None and fold(place.name_ar) in self.areas.words["bare_first"]

    def _only_first(self, ids: tuple[str, ...]) -> bool:
        """Whether a name is a governorate's and no town's (نينوى), or is used so by custom."""
        if self._first_by_custom(ids):
            return True
        kinds = {p.kind for id in ids[:4] if (p := self.gaz.by_id(id)) is not None}
        return "governorate" in kinds and kinds.isdisjoint({"city", "town"})

    def _may_be_first(self, ids: tuple[str, ...]) -> bool:
        return any((p := self.gaz.by_id(id)) is not None and p.kind == "governorate" and p.weight >= ev.NEWSY_GOVERNORATE for id in ids[:3])

    def _among_governorates(self, m: PlaceMention) -> bool:
        """Whether governorates stand around it (الرقة والحسكة ودير الزور): one beside it, or two within a few lines."""
        around = 0
        for o in self.places:
            if o is m or abs(o.first - m.first) > ev.WINDOW or not o.candidate_ids or o.candidate_ids == m.candidate_ids:
                continue
            gap = o.first - m.last if o.first > m.first else m.first - o.last
            beside = 0 <= gap <= ev.BESIDE and o.relation == m.relation
            if o.kind == "governorate" or (o.kind == "place" and self._only_first(o.candidate_ids)):
                around += 2 if beside else 1
            elif o.kind == "place" and beside and self._may_be_first(o.candidate_ids):
                around += 2
            if around >= 2:
                return True
        return False

    # -- what is known of a name without a point -------------------------------------------------------------------------

    def _nearest(self, m: PlaceMention) -> PlaceRef | None:
        """The settlement or division named nearest before a name without a point, in its sentence or the one before; else after it."""
        line = next((s for s in self.text.sentences if s.first <= m.first < s.last), None)
        if line is None:
            return None
        best: tuple[int, int] | None = None
        for k, o in enumerate(self.places):
            if o is m or k in self._busy or not o.candidate_ids or o.kind not in _SITUATES or o.relation not in ("in", "near", "side"):
                continue
            if o.first >= line.last or o.first < line.first - ev.WINDOW or (o.first > 0 and self.text.tokens[o.first - 1].word == "("):
                continue
            gap = (m.first - o.first if o.first < m.first else o.first - m.first + 5) + (ev.WINDOW if o.first < line.first else 0)
            if best is None or gap < best[0]:
                best = (gap, k)
        if best is None:
            return None
        ref = self.ref(best[1])
        return ref if ref.admin1 is not None and self._country.get(ref.country or "", 0.0) >= ev.FOREIGN else None

    def guess_admin1(self, m: PlaceMention, holder: PlaceRef | None) -> tuple[str | None, str | None]:
        """Governorate and country of a name without a point: from the container, the words around, or the whole report."""
        if holder is not None and (holder.admin1 or (holder.country and holder.level == "country")):
            return holder.admin1, holder.country
        near = self._nearest(m)
        if near is not None:
            return near.admin1, near.country
        best: tuple[int, Place] | None = None
        for at, q in self._sure:
            if self._country.get(q.country, 0.0) < ev.FOREIGN:
                continue  # named in passing, or another place of that name
            gap = abs(at - m.first) if at <= m.first else abs(at - m.first) + 15
            if gap <= 2 * ev.WINDOW and (best is None or gap < best[0]):
                best = (gap, q)
        if best is not None:
            return best[1].admin1, best[1].country
        top = max(self._admin1, key=lambda a: (self._admin1[a], a), default=None)
        if top is not None and self._admin1[top] >= 0.5:
            return top[1], top[0]
        return None, self.country


def _told_before(refs: list[PlaceRef]) -> list[PlaceRef]:
    """A name without a point keeps the area it was first told with: قرية سيبارا في إقليم موبتي, later only سيبارا."""
    known: dict[str, PlaceRef] = {}
    out = []
    for ref in refs:
        if ref.id is None and ref.name_ar and ref.geo_precision is GeoPrecision.UNPLACED:
            first = known.get(ref.name_ar)
            if ref.admin1 is not None:
                known.setdefault(ref.name_ar, ref)
            elif first is not None and first.level == ref.level:
                ref = replace(ref, admin1=first.admin1, admin2=first.admin2, admin3=first.admin3, country=first.country)
        out.append(ref)
    return out


def resolve_places(
    text: Text, places: tuple[PlaceMention, ...], published: date | None = None, outlet: str | None = None
) -> tuple[PlaceMention, ...]:
    """Give every mention its location.

    Args:
        text: the report the mentions come from.
        places: what ``annotate_places`` found.
        published: publication day; names valid in another period are then left out.
        outlet: publisher's name; where it works is a weak hint.

    Returns:
        The same mentions in the same order with ``ref`` set; a ``place`` takes the kind of its location.
    """
    if not places:
        return ()
    resolver = Resolver(text, places, gazetteer(), area_words(), published)
    resolver.gather(outlet or text.report.outlet)
    refs = _told_before([resolver.ref(k) for k in range(len(places))])
    said = {r.id: r for m, r in zip(places, refs) if r.id is not None and m.kind in ("village", "town", "city") and m.relation != "anaphor"}
    out = []
    for m, ref in zip(places, refs):
        typed = said.get(ref.id) if m.kind == "place" and ref.id is not None else None
        if typed is not None and typed.level != ref.level:
            # بلدة X, later only X: the text has said what it is.
            ref = replace(ref, kind=typed.kind, level=typed.level)
        out.append(
            PlaceMention(
                m.span,
                m.name_span,
                m.text,
                ref.kind if m.kind == "place" else m.kind,
                m.relation,
                m.candidate_ids,
                ref,
                m.container,
                m.first,
                m.last,
            )
        )
    return tuple(out)
