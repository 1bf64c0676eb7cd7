"""Distances, bearings and the sectors of governorates."""

from __future__ import annotations

import pytest

from waqai.geocode.geometry import area_of, bearing, distance, mean_bearing, move, sector


def test_distance_between_two_cities() -> None:
    assert distance(33.5102, 36.2913, 36.2012, 37.1612) == pytest.approx(310, rel=0.02)
    assert distance(35, 40, 35, 40) == 0


@pytest.mark.parametrize(("degrees", "name"), [(0, "N"), (44, "NE"), (90, "E"), (181, "S"), (270, "W"), (350, "N")])
def test_bearing_and_sector(degrees: float, name: str) -> None:
    lat, lon = move(35.0, 40.0, degrees, 20)
    assert bearing(35.0, 40.0, lat, lon) == pytest.approx(degrees, abs=1)
    assert distance(35.0, 40.0, lat, lon) == pytest.approx(20, rel=0.02)
    assert sector(degrees) == name


def test_mean_bearing_between_sides() -> None:
    assert mean_bearing([0, 270]) == pytest.approx(315)
    assert mean_bearing([180, 90]) == pytest.approx(135)


def test_sides_of_a_governorate_lie_on_their_side() -> None:
    whole = area_of("SY", "Deir ez-Zor", None)
    east = area_of("SY", "Deir ez-Zor", 90)
    west = area_of("SY", "Deir ez-Zor", 270)
    assert whole is not None
    assert east is not None
    assert west is not None
    assert east.lon > 40.3 > west.lon
    assert 5 <= east.radius <= 90


def test_unknown_area_is_none() -> None:
    assert area_of("XX", None, None) is None
