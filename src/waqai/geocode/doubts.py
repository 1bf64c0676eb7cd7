"""Doubts: whether a candidate lies where the report cannot mean it, so that another place of that name is meant."""

from __future__ import annotations

from waqai.geocode import evidence as ev
from waqai.geocode.geography import Geography
from waqai.geocode.geometry import distance
from waqai.geocode.nearness import lies_inside, within
from waqai.model import PlaceLevel, PlaceMention, PlaceRef
from waqai.normalise import fold
from waqai.resources.gazetteer import Place

BASED = frozenset({"desert", "plain", "steppe", "mountain"})
IN_TOWN = frozenset({"neighbourhood", "street", "square", "market", "school", "hospital", "shrine", "roundabout", "building", "park"})


class Doubts(Geography):
    """Reasons against a candidate."""

    def _outside(self, m: PlaceMention, place: Place, holder: PlaceRef | None) -> bool:
        """Whether the text says that it lies elsewhere: another place of that name is meant (دوار كاوا وسط عفرين is not Gaoua)."""
        if holder is None or lies_inside(place, holder) >= 0:
            return False
        abroad = bool(holder.country) and place.country != holder.country
        typed = m.kind in ("area", "city", "town", "village") and (place.weight < ev.BIG_WEIGHT or place.kind == "governorate")
        return place.weight < 0.5 or (abroad and (typed or self._after_town(m, place)))

    def _after_town(self, m: PlaceMention, place: Place) -> bool:
        """Whether a site bears the name of a settlement: ``دوار كاوا``, ``سجن الشدادي``."""
        return m.kind not in ev.COMPATIBLE and m.kind not in BASED and place.kind in ev.SETTLEMENTS

    def _own_site(self, m: PlaceMention, place: Place) -> bool:
        """Whether the text gives a well-known site its own name of two words: ``حقل كونيكو``, ``حاجز القطيفة``."""
        if place.kind in ev.SETTLEMENTS or place.kind in IN_TOWN or place.kind == "region" or m.kind in IN_TOWN or m.last - m.first < 2:
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

    def told(self, m: PlaceMention, place: Place) -> bool:
        """Whether a site bears the full name of a town the report has told of (المليحة الغربية, مخفر المليحة الغربية)."""
        if m.last - m.first < 3 and len(m.candidate_ids) > 1:
            return False
        return any(ref is not None and ref.id == place.id and ref.level is not PlaceLevel.SITE for ref in self.refs)

    def at_home(self, place: Place) -> bool:
        """Whether the report is, in part, about the country of a place."""
        return not self._country or self._country.get(place.country, 0.0) >= ev.FOREIGN

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
        if place.weight >= ev.BIG_WEIGHT or place.kind in ("country", "governorate", "region", "sea"):
            return False
        if len(self._sure) < 3:
            return self._alone_abroad(m, place)
        if place.country in self._hinted:
            return False  # قرب مدينة جيبو, in a report from Mali that tells of the army of Burkina Faso
        others = [q for _, q in self._sure if q.id not in m.candidate_ids]
        land = self.areas.one_land
        if place.country in land and any(q.country in land for q in others):
            return False
        if len(others) < 2 or sum(q.country == place.country for q in others) >= ev.FOREIGN * len(others):
            return False
        # Just across the border is not abroad.
        return place.kind not in ev.SETTLEMENTS or not any(within(place, q, ev.BORDER_KM) for q in others)

    def _alone_abroad(self, m: PlaceMention, place: Place) -> bool:
        """A hamlet in another country than the few places the text is sure of (قرية كوسا بولاية تيلابيري is not the Syrian one)."""
        others = [q for _, q in self._sure if q.id not in m.candidate_ids]
        if place.weight >= ev.SMALL_WEIGHT or place.kind not in ev.SETTLEMENTS or place.country in self._hinted:
            return False
        if place.country in self.areas.one_land and any(q.country in self.areas.one_land for q in others):
            return False
        known = any(q.kind == "governorate" or q.weight >= ev.SURE_WEIGHT for q in others)
        return known and all(q.country != place.country and not within(place, q, ev.BORDER_KM) for q in others)

    def _remote(self, m: PlaceMention, place: Place) -> bool:
        """A small place far from everything else the report names is another place of that name."""
        if place.weight >= ev.SMALL_WEIGHT or place.lat is None or place.lon is None:
            return False
        others = [q for _, q in self._sure if q.id not in m.candidate_ids and q.lat is not None and q.lon is not None]
        if len(others) < 2 or any(q.kind == "governorate" and q.admin1 == place.admin1 for q in others):
            return False
        return all(distance(place.lat, place.lon, q.lat, q.lon) > ev.FAR_KM for q in others)  # type: ignore[arg-type]
