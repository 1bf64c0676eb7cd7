"""What a place is: a frozen record with typed, dated names. Coordinates are WGS84 degrees."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from waqai.model import GeoPrecision, PlaceLevel
from waqai.model.quick import quick


@quick
@dataclass(frozen=True, slots=True)
class Variant:
    """Another name of a place.

    Attributes:
        name: the name in ordinary Arabic.
        type: ``spelling``, ``old``, ``official``, ``claimant`` (a name only one party uses), ``short`` or ``local``
            (the name in another language of the area).
        valid_from, valid_to: first and last day the name was in use; ``None`` is open.
    """

    name: str
    type: str = "spelling"
    valid_from: date | None = None
    valid_to: date | None = None

    def valid_on(self, day: date | None) -> bool:
        """Whether the name was in use on ``day``; an unknown day says yes."""
        if day is None:
            return True
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


@quick
@dataclass(frozen=True, slots=True)
class Place:
    """One place.

    Attributes:
        id: a P-code where one exists (``SY0904``, ``C5211``), else ``gn:`` + GeoNames id, else ``wq:`` + slug.
        kind: a kind of ``data/places/kinds.yml``.
        country: ISO 3166 alpha-2 code; for a place across borders the first country; ``""`` for the open sea.
        name_ar, name_en: the names to print; ``name_en`` is the field's usual English form.
        variants: other names; the index also holds spellings made by rule.
        admin1, admin2, admin3: English names of the areas that hold it (itself included); ``None`` when it spans several.
        lat, lon: WGS84 degrees; ``None`` when the place is an area without a useful point.
        precision: UCDP scale: 1 exact, 2 near (within 25 km), 3 second- or third-level area, 4 first-level area,
            5 region or line, 6 country.
        parent: id of the smallest administrative area that holds it; ``None`` for countries and wider regions.
        external: ``(scheme, id)`` pairs: ``geonames``, ``wikidata``, ``pcode``, ``iso``.
        source: short name of the source of the coordinates (``docs/reference/gazetteer.md``).
        status: ``checked``, ``approximate`` or ``imported``.
        weight: 0-1, how likely a bare name in the news means this place: size, kind, salience.
    """

    id: str
    kind: str
    country: str
    name_ar: str
    variants: tuple[Variant, ...]
    name_en: str
    admin1: str | None
    admin2: str | None
    admin3: str | None
    admin1_pcode: str | None
    admin2_pcode: str | None
    admin3_pcode: str | None
    pcode: str | None
    lat: float | None
    lon: float | None
    precision: int
    parent: str | None
    external: tuple[tuple[str, str], ...]
    source: str
    status: str
    weight: float


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of place: its level in the codebook, whether it is an area, its usual precision and weight."""

    name: str
    level: PlaceLevel
    area: bool
    precision: int
    weight: float
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may mean, with a score 0-1 and the reason in words."""

    place: Place
    score: float
    reason: str


_GEO = {
    1: GeoPrecision.EXACT,
    2: GeoPrecision.NEAR,
    4: GeoPrecision.ADMIN1,
    5: GeoPrecision.AREA,
    6: GeoPrecision.COUNTRY,
}


def geo_precision(place: Place) -> GeoPrecision:
    """The precision word for a place; an area of the second or third level says which."""
    if place.lat is None:
        return GeoPrecision.UNPLACED
    if place.precision == 3:
        return GeoPrecision.ADMIN3 if place.kind == "subdistrict" else GeoPrecision.ADMIN2
    return _GEO.get(place.precision, GeoPrecision.AREA)
