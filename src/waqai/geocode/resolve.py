"""Give every mention of a report its location: anaphors, areas, sites, and names without a point."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from waqai.geocode import evidence as ev
from waqai.geocode.areas import area_ref
from waqai.geocode.choice import Choice
from waqai.geocode.doubts import BASED, IN_TOWN
from waqai.geocode.refs import copy_ref, countries_ref, placed, unplaced
from waqai.model import GeoPrecision, PlaceMention, PlaceRef, Text
from waqai.resources.areas import area_words
from waqai.resources.gazetteer import Place, gazetteer

_AREAS = frozenset({"countryside", "side", "offset", "between", "control_area", "border"})
_LANDFORMS = frozenset({"valley", "hill", "well", "forest"})
_SITUATES = frozenset({"city", "town", "village", "place", "governorate", "district", "subdistrict", "countryside", "side", "province"})


class Resolver(Choice):
    """Resolves the mentions of one report."""

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
        if m.relation == "between" or (holder is not None and self._side_not_country(m, holder)):
            holder = None
        place, count, score, review = self.choose(m, holder)
        if place is not None and m.kind in _LANDFORMS and place.kind == "governorate" and not self._is_name(m, place):
            place = None  # وادي باري is not the governorate of Bari
        own = place is not None and m.kind in ev.NAMED_AFTER_TOWN and place.kind in ("city", "town") and place.weight >= ev.OWN_TOWN
        if (
            place is not None
            and holder is None
            and m.kind in IN_TOWN
            and place.weight < ev.SURE_WEIGHT
            and not (own or self.told(m, place))
            and not (place.country in self.areas.one_land and place.weight >= ev.KNOWN_QUARTER)
        ):
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
        if m.kind in _AREAS or (m.kind in BASED and (place is None or place.kind not in (*BASED, "region"))):
            return area_ref(self, m, place, holder, [], count, score, review)
        if place is None:
            return unplaced(self, m, holder)
        return placed(self, m, place, count, score, review, holder)

    def _side_not_country(self, m: PlaceMention, holder: PlaceRef) -> bool:
        """``الأبيض في جنوب السودان``: the south of Sudan when the place lies there, not the country of South Sudan."""
        whole = self.areas.side_countries.get(holder.country or "") if holder.level == "country" else None
        if whole is None:
            return False
        countries = {p.country for id in m.candidate_ids[:8] if (p := self.gaz.brief(id)) is not None}
        return whole in countries and holder.country not in countries

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

    # -- what is known of a name without a point -------------------------------------------------------------------------

    def _nearest(self, m: PlaceMention, inside: bool = False) -> PlaceRef | None:
        """The settlement or division named nearest before a name without a point, in its sentence or the one before; else after it.

        ``inside``: only in its sentence.
        """
        line = next((s for s in self.text.sentences if s.first <= m.first < s.last), None)
        if line is None:
            return None
        best: tuple[int, int] | None = None
        for k, o in enumerate(self.places):
            if o is m or k in self._busy or not o.candidate_ids or o.kind not in _SITUATES or o.relation not in ("in", "near", "side"):
                continue
            if (
                o.first >= line.last
                or o.first < line.first - (0 if inside else ev.WINDOW)
                or (o.first > 0 and self.text.tokens[o.first - 1].word == "(")
            ):
                continue
            gap = (m.first - o.first if o.first < m.first else o.first - m.first + 5) + (ev.WINDOW if o.first < line.first else 0)
            if best is None or gap < best[0]:
                best = (gap, k)
        if best is None:
            return None
        ref = self.ref(best[1])
        return ref if ref.admin1 is not None and self._at_home(ref.country or "") else None

    def guess_admin1(self, m: PlaceMention, holder: PlaceRef | None) -> tuple[str | None, str | None]:
        """Governorate and country of a name without a point: from the container, the words around, or the whole report."""
        if holder is not None and (holder.admin1 or (holder.country and holder.level == "country")):
            return holder.admin1, holder.country
        admin1, country = self._guess(m)
        if holder is not None and holder.country and country != holder.country:
            return None, holder.country  # بلدة X في جنوب الفلبين, beside a town of another land
        return admin1, country

    def _guess(self, m: PlaceMention) -> tuple[str | None, str | None]:
        """The same from the words around or the whole report."""
        told = self.section(m)
        if told is not None and self._nearest(m, True) is None:
            return told.admin1, told.country
        near = self._nearest(m)
        if near is not None:
            return near.admin1, near.country
        best: tuple[int, Place] | None = None
        filed = {o.first for o in self.places if o.relation == "dateline"}
        for at, q in self._sure:
            if not self._at_home(q.country) or (at in filed and len(self._sure) > 1):
                continue  # named in passing, another place of that name, or where the report was filed
            gap = abs(at - m.first) if at <= m.first else abs(at - m.first) + 15
            cost = gap if at <= m.first else gap + ev.WINDOW * self._lines_between(m.first, at)
            if gap <= 2 * ev.WINDOW and (best is None or cost < best[0]):
                best = (cost, q)
        if best is not None:
            return best[1].admin1, best[1].country
        top = max(self._admin1, key=lambda a: (self._admin1[a], a), default=None)
        if top is not None and self._admin1[top] >= 0.5 and self._at_home(top[0]):
            return top[1], top[0]
        return None, self.country

    def _at_home(self, country: str) -> bool:
        """Whether a report is so much about a country that a name nobody lists may lie there.

        A report from the south of the Philippines that compares its town to Mosul tells of no Iraqi place.
        """
        share = self._country.get(country, 0.0)
        return share >= ev.FOREIGN and share * ev.OUTWEIGHED >= max(self._country.values())


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
