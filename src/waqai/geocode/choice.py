"""Choose one candidate by its score: weight, type word, container, the report's own geography, distance."""

from __future__ import annotations

import math

from waqai.geocode import evidence as ev
from waqai.geocode.doubts import Doubts
from waqai.geocode.geometry import distance
from waqai.geocode.nearness import lies_inside, same_spot
from waqai.model import PlaceMention, PlaceRef
from waqai.normalise import fold
from waqai.resources.gazetteer import Place

_ADMIN = frozenset({"governorate", "province", "canton", "district", "directorate", "subdistrict", "area", "countryside", "side"})


class Choice(Doubts):
    """Scores the candidates of a mention."""

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
        told = self.section(m) if holder is None else None
        renowned = m.kind == "place" and any((p := gaz.brief(id)) is not None and p.weight >= ev.RENOWNED for id in ids[:3])
        for id in ids[:40]:
            place = gaz.by_id(id)
            if place is None or (renowned and place.kind in ("village", "hamlet")):
                continue  # أنقرة is no hamlet of that name unless the text calls it a village
            s = ev.PRIOR * place.weight + table.get(place.kind, default)
            if m.kind == "directorate" and place.country == ev.DIRECTORATES_OF:
                s += ev.DIRECTORATE
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
            if told is not None and place.admin1 == told.admin1 and place.country == told.country:
                s += ev.SECTION
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
