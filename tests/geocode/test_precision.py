"""The tables that say how exact a place is, in ACLED's and UCDP's scales."""

from __future__ import annotations

import pytest

from waqai.geocode import acled_precision, ucdp_where_prec
from waqai.model import GeoPrecision, PlaceLevel, PlaceRef


def ref(
    precision: GeoPrecision,
    kind: str = "town",
    radius: float | None = 3.0,
    admin1: str | None = "Deir ez-Zor",
    country: str | None = "SY",
) -> PlaceRef:
    return PlaceRef(
        "x", "", "", None, kind, PlaceLevel.TOWN, admin1, None, None, None, country, 35.0, 40.0, precision, False, 1,
        1.0, radius,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("precision", "kind", "radius", "acled", "ucdp"),
    [
        (GeoPrecision.EXACT, "town", 3.0, 1, 1),
        (GeoPrecision.EXACT, "camp", 2.0, 1, 1),
        (GeoPrecision.NEAR, "town", 6.0, 2, 2),
        (GeoPrecision.NEAR, "offset", 3.0, 2, 2),
        (GeoPrecision.NEAR, "offset", 40.0, 2, 5),
        (GeoPrecision.ADMIN3, "subdistrict", 12.0, 2, 3),
        (GeoPrecision.ADMIN2, "district", 25.0, 2, 3),
        (GeoPrecision.ADMIN1, "governorate", 70.0, 3, 4),
        (GeoPrecision.AREA, "countryside", 52.0, 3, 5),
        (GeoPrecision.AREA, "countryside", 12.0, 2, 5),
        (GeoPrecision.AREA, "road", 80.0, 2, 5),
        (GeoPrecision.AREA, "between", 12.0, 2, 2),
        (GeoPrecision.AREA, "desert", 285.0, 3, 5),
        (GeoPrecision.AREA, "sea", 250.0, 3, 7),
        (GeoPrecision.COUNTRY, "country", 400.0, 3, 6),
    ],
)
def test_precision_tables(precision: GeoPrecision, kind: str, radius: float, acled: int, ucdp: int) -> None:
    r = ref(precision, kind, radius)
    assert (acled_precision(r), ucdp_where_prec(r)) == (acled, ucdp)


def test_unplaced_name_is_as_exact_as_its_area() -> None:
    known = ref(GeoPrecision.UNPLACED, "village", None)
    assert (acled_precision(known), ucdp_where_prec(known)) == (3, 4)
    country = ref(GeoPrecision.UNPLACED, "village", None, admin1=None)
    assert (acled_precision(country), ucdp_where_prec(country)) == (3, 6)
    nowhere = ref(GeoPrecision.UNPLACED, "village", None, admin1=None, country=None)
    assert (acled_precision(nowhere), ucdp_where_prec(nowhere)) == (None, None)
