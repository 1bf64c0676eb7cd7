"""Places as linking sees them: distinct places get a number, and the relation of two numbers is worked out once.

Knows nothing of time or claims. ``near`` of a place lists the numbers a claim may share an event with, itself included.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from waqai.model import Claim, GeoPrecision, PlaceLevel, PlaceRef
from waqai.normalise import fold

UNPLACED = 0
SETTLED = frozenset((PlaceLevel.VILLAGE, PlaceLevel.TOWN, PlaceLevel.CITY))
NEAR_KM = 6.0
SPOT_KM = 2.0
AREA_KM = 40.0
VAST_KM = 250.0
NAMESAKE_KM = 25.0
_AROUND = "inside_governorate"
_CELL = 0.1
_FAR = frozenset((GeoPrecision.ADMIN1, GeoPrecision.COUNTRY, GeoPrecision.UNPLACED))


@dataclass(frozen=True, slots=True)
class Spot:
    """One distinct place; ``grain`` is settlement, site, area, district, governorate or unplaced."""

    grain: str
    id: str | None
    name: str
    admin1: str | None
    admin2: str | None
    country: str | None
    lat: float | None
    lon: float | None
    radius: float
    open: bool


def spot_of(p: PlaceRef | None) -> Spot:
    """What linking needs of a place."""
    if p is None or p.level in (PlaceLevel.NONE, PlaceLevel.COUNTRY) or p.geo_precision is GeoPrecision.COUNTRY:
        return Spot("unplaced", None, "", None, None, None, None, None, 0.0, False)
    placed = p.lat is not None and p.geo_precision not in _FAR
    if p.level is PlaceLevel.GOVERNORATE:
        grain = "governorate"
    elif p.level is PlaceLevel.DISTRICT:
        grain = "district"
    elif p.level is PlaceLevel.SUBREGION:
        grain = "area"
    else:
        grain = "settlement" if p.level in SETTLED else "site"
    return Spot(
        grain, p.id, fold(p.name_ar), p.admin1, p.admin2, p.country, p.lat if placed else None, p.lon if placed else
        None, p.radius_km or 0.0, p.needs_review or p.id is None,
    )  # fmt: skip


def _km(a: Spot, b: Spot) -> float | None:
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    x = (a.lon - b.lon) * math.cos(math.radians((a.lat + b.lat) / 2))
    return 111.2 * math.hypot(x, a.lat - b.lat)


def relate(a: Spot, b: Spot) -> str:
    """The outcome of the ``place`` feature for two places (names in ``weights.yml``)."""
    if a.grain == "unplaced" or b.grain == "unplaced":
        return "unplaced"
    if a.id is not None and a.id == b.id:
        return "same"
    elsewhere = (a.admin1 and b.admin1 and a.admin1 != b.admin1) or (a.country and b.country and a.country != b.country)
    km = _km(a, b)
    if a.name == b.name:
        around = "governorate" in (a.grain, b.grain)
        district = "district" in (a.grain, b.grain) and a.admin2 == b.admin2
        if not elsewhere and (km is None or km <= NAMESAKE_KM or around or district):
            # A town and the district named after it are told for one another.
            return "same" if a.grain == b.grain else _AROUND if around else "near"
        if a.open or b.open:
            return "name_only"
        if a.grain == b.grain:
            return "apart"
    if elsewhere:
        # A site at the border of two governorates may be given to either.
        return "near" if km is not None and km <= SPOT_KM and "site" in (a.grain, b.grain) else "apart"
    if "governorate" in (a.grain, b.grain):
        return _AROUND if a.admin1 == b.admin1 else "unresolved"
    if "district" in (a.grain, b.grain):
        if a.admin2 and b.admin2:
            return "inside_area" if a.admin2 == b.admin2 else "apart"
        return _AROUND
    if "area" in (a.grain, b.grain):
        if km is None:
            return _AROUND
        # A desert over several governorates has no useful middle.
        vast = any(x.grain == "area" and x.admin1 is None for x in (a, b))
        if vast:
            return _AROUND if km <= VAST_KM else "apart"
        reach = max(a.radius, b.radius) + 5 if a.radius or b.radius else AREA_KM
        return "inside_area" if km <= reach else "apart"
    if a.grain == b.grain == "settlement":
        # Two stated different settlements are two happenings, however close; a name nobody could place decides nothing.
        return "apart" if (a.id and b.id) or (km or 99) > NEAR_KM else "unresolved"
    if km is None:
        # "a barracks in Daquq", written as one name, is at Daquq.
        return "near" if _holds(a.name, b.name) or _holds(b.name, a.name) else "unresolved"
    return "near" if km <= (NEAR_KM if "settlement" in (a.grain, b.grain) else SPOT_KM) else "apart"


def _holds(name: str, other: str) -> bool:
    """Whether one of the words of ``name``, a joined preposition aside, is ``other``."""
    return any(w == other or w[1:] == other for w in name.split())


class Places:
    """Numbers distinct places, 0 for none, and remembers which stand how to which.

    Attributes:
        near: for each number the numbers it may share an event with, itself included; areas have only themselves.
        wide: whether it is an area or no place at all.
        floating: whether not even its governorate is known.
    """

    def __init__(self) -> None:
        self.spots: list[Spot] = [spot_of(None)]
        self._number: dict[Spot, int] = {self.spots[0]: 0}
        self._ref: dict[int, tuple[PlaceRef, int]] = {}
        self._cells: dict[tuple[int, int], list[int]] = {}
        self._names: dict[str, list[int]] = {}
        self._loose: dict[str | None, list[int]] = {}
        self._relation: dict[tuple[int, int], str] = {}
        self.near: list[list[int]] = [[0]]
        self.wide: list[bool] = [True]
        self.floating: list[bool] = [True]

    def of(self, claim: Claim) -> int:
        """The number of a claim's place."""
        p = claim.place
        if p is None:
            return 0
        held = self._ref.get(id(p))
        if held is not None and held[0] is p:
            return held[1]
        n = self._of(spot_of(p))
        # Only a living object keeps its address: holding it makes the shortcut safe.
        if len(self._ref) < 500_000:
            self._ref[id(p)] = (p, n)
        return n

    def _of(self, s: Spot) -> int:
        n = self._number.get(s)
        if n is not None:
            return n
        n = len(self.spots)
        self._number[s] = n
        self.spots.append(s)
        self.wide.append(s.grain in ("unplaced", "area", "district", "governorate"))
        # Nothing says in which governorate: such a place is gathered by day alone.
        self.floating.append(s.admin1 is None and (self.wide[n] or s.lat is None))
        self.near.append([n])
        if self.wide[n] or self.floating[n]:
            return n
        others = set(self._names.get(s.name, ()))
        if s.lat is not None and s.lon is not None:
            y, x = int(s.lat // _CELL), int(s.lon // _CELL)
            for dy in (-1, 0, 1):
                for dx in (-1, 0, 1):
                    others.update(self._cells.get((y + dy, x + dx), ()))
            self._cells.setdefault((y, x), []).append(n)
            others.update(self._loose.get(s.admin1, ()))
        else:
            # A name without coordinates may be any place of its governorate.
            others.update(self._loose.get(s.admin1, ()))
            others.update(m for m in range(1, n) if not self.wide[m] and self.spots[m].admin1 == s.admin1)
            self._loose.setdefault(s.admin1, []).append(n)
        self._names.setdefault(s.name, []).append(n)
        for m in others:
            if self.relation(n, m) != "apart":
                self.near[n].append(m)
                self.near[m].append(n)
        return n

    def relation(self, a: int, b: int) -> str:
        """The place outcome for two numbers."""
        pair = (a, b) if a <= b else (b, a)
        out = self._relation.get(pair)
        if out is None:
            out = self._relation[pair] = relate(self.spots[pair[0]], self.spots[pair[1]])
        return out
