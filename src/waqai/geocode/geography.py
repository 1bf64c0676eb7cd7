"""What a report knows of its own geography: the places it surely names, its countries and governorates."""

from __future__ import annotations

from abc import ABC, abstractmethod
from bisect import bisect_right
from datetime import date
from itertools import pairwise

from waqai.geocode import evidence as ev
from waqai.geocode.sections import sections_of
from waqai.model import PlaceMention, PlaceRef, Text
from waqai.normalise import fold
from waqai.resources.areas import AreaWords
from waqai.resources.gazetteer import Gazetteer, Place


class Geography(ABC):
    """The mentions of one report and what they say together."""

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
        self._hinted: frozenset[str] = frozenset()
        self._sure: list[tuple[int, Place]] = []
        self._refused: set[tuple[str, ...]] = set()  # names the text told to lie where no candidate does
        self._sections = {m.first: s for m, s in zip(places, sections_of(text, places)) if s is not None}
        self._breaks: list[int] | None = None
        self._ends: dict[int, list[int]] = {}
        for k, m in enumerate(places):
            if m.relation == "between" and m.container is not None:
                self._ends.setdefault(m.container, []).append(k)

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
        self._hint()
        hinted = self._hinted = frozenset(self._country)
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
            if weight >= 1.0 and m.kind not in ("governorate", "province", "canton") and self._contested(m, first, hinted):
                weight = ev.CONTESTED
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
                if weight != ev.CONTESTED:
                    self._admin1[key1] = self._admin1.get(key1, 0) + weight
                self._sure.append((m.first, first))
        for table in (self._admin1, self._country):
            total = sum(table.values())
            if total:
                for k in table:
                    table[k] /= total  # type: ignore[index]

    def _contested(self, m: PlaceMention, first: Place, hinted: frozenset[str]) -> bool:
        """Whether a town of another country bears the name too (أريحا, طرابلس)."""
        rivals = (self.gaz.brief(id) for id in m.candidate_ids[1:4])
        others = {p.country for p in rivals if p is not None and p.country != first.country and p.weight >= ev.RIVAL}
        return bool(others) and not (first.country in hinted and others.isdisjoint(hinted))

    def _hint(self) -> None:
        """Words that are told of one country only: مستوطنون, طالبان, الدعم السريع."""
        told, tokens = self.areas.country_words, self.text.tokens
        words = {t.word for t in tokens}
        found = told.keys() & words
        if not self.areas.country_pairs.isdisjoint(words):
            found |= told.keys() & {f"{a.word} {b.word}" for a, b in pairwise(tokens)}
        for w in sorted(found):
            country = told[w]
            self._country[country] = min(self._country.get(country, 0) + ev.HINT, ev.HINTS)

    @property
    def country(self) -> str | None:
        """The country most sure places are in."""
        return max(self._country, key=lambda c: (self._country[c], c), default=None)

    def section(self, m: PlaceMention) -> PlaceRef | None:
        """The place that opens the section a mention stands in, when it lies in one governorate."""
        told = self._sections.get(m.first)
        if told is None or told.opener in self._busy:
            return None
        ref = self.ref(told.opener)
        return ref if ref.admin1 is not None else None

    def _lines_between(self, a: int, b: int) -> int:
        """How many lines end between two tokens."""
        if self._breaks is None:
            self._breaks = [k for k, t in enumerate(self.text.tokens) if t[0] == "\n"]
        return abs(bisect_right(self._breaks, a) - bisect_right(self._breaks, b))

    @abstractmethod
    def ref(self, k: int) -> PlaceRef:
        """The location of mention ``k``."""

    def _is_name(self, m: PlaceMention, place: Place) -> bool:
        start, end = m.name_span
        written = fold(self.text.report.text[start:end])
        return written == fold(place.name_ar) or any(written == fold(v.name) for v in place.variants)
