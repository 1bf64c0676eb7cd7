"""District borders and the map drawn from them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from publish_sample import sample_data

from waqai.publish.areas import areas
from waqai.publish.bulletin.districts import borders, chained, decoded, middle, polygons, shape_of
from waqai.publish.bulletin.facts import gather
from waqai.publish.bulletin.phrases import say
from waqai.publish.labels import table

START, END = date(2025, 8, 1), date(2025, 10, 31)


def crossings(ring: list[tuple[float, float]], x: float, y: float) -> int:
    return sum((a[1] > y) != (b[1] > y) and x < a[0] + (y - a[1]) * (b[0] - a[0]) / (b[1] - a[1]) for a, b in pairwise(ring))


def test_every_border_belongs_to_a_district_of_the_gazetteer():
    known = {a.code for a in areas().values() if a.level == 2 and a.country in ("SY", "IQ")}
    assert set(polygons()) <= known
    # A district founded after the survey of the borders lies in the shape of another.
    later = known - set(polygons())
    assert later == set(table("borders")["joined"])
    for code in later:
        a = areas()[code]
        holders = {c for c, rings in polygons().items() for r in rings if crossings(r, a.lon, a.lat) % 2}
        assert holders == {shape_of(code)}
        below = [x for x in areas().values() if x.parent == code]
        assert below
        assert all(sum(crossings(r, x.lon, x.lat) for r in polygons()[shape_of(code)]) % 2 for x in below), code


@pytest.mark.parametrize(("lang", "name"), [("en", "Baniyas and Qadmous 2"), ("ar", "بانياس والقدموس 2")])
def test_a_later_district_is_counted_with_the_one_whose_shape_holds_it(lang, name):
    pytest.importorskip("matplotlib")
    from waqai.publish.bulletin.atlas import district_map

    data = sample_data()
    rows = [r for r in data.incidents if r.incident.place and r.incident.place.country == "SY"][:2]
    moved = []
    for row, code in zip(rows, ("SY1006", "SY1002")):
        a, up = areas()[code], areas()["SY10"]
        place = replace(row.incident.place, admin1=up.name_en, admin2=a.name_en, admin3=None, pcode=code, lat=a.lat, lon=a.lon)
        moved.append(replace(row, incident=replace(row.incident, place=place)))
    picture = district_map(gather(replace(data, incidents=moved), START, END), lang)
    assert picture is not None
    assert name in picture.alt


def test_rings_close_and_stay_in_the_region():
    for code, rings in polygons().items():
        for ring in rings:
            assert ring[0] == ring[-1], code
            assert all(35 < x < 49 and 28 < y < 38 for x, y in ring), code


def test_the_middle_of_a_district_lies_in_it():
    for code, rings in polygons().items():
        x, y = middle(code)
        assert sum(crossings(r, x, y) for r in rings) % 2 == 1, code


def test_most_seats_lie_in_their_own_district():
    # A representative point of the gazetteer may lie a hair outside the simplified border, and no more than that.
    out = [c for c, rings in polygons().items() if not sum(crossings(r, areas()[c].lon, areas()[c].lat) for r in rings) % 2]
    assert len(out) <= 12, out


def test_borders_are_shared_point_by_point():
    lines = borders()
    assert all(lines[k] for k in ("district", "governorate", "country"))
    seen = [line for kind in lines.values() for line in kind]
    assert len(seen) == len(set(seen))
    # Were two neighbours simplified apart, their common border would count as two edges of the country.
    assert len(lines["country"]) < 0.25 * len(seen)


def test_packed_rings_are_steps_in_hundredths():
    assert decoded([3611, 3463, 5, 0, -5, -3]) == [(36.11, 34.63), (36.16, 34.63), (36.11, 34.6)]


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_map_tells_in_words_all_it_draws_and_all_it_cannot(lang):
    pytest.importorskip("matplotlib")
    from waqai.publish.bulletin.atlas import _frame, _spots, district_map

    data = sample_data()
    first, *others = data.incidents
    f = gather(replace(data, incidents=[replace(first, incident=replace(first.incident, place=None)), *others]), START, END)
    assert len(f.unplaced) == 1
    picture = district_map(f, lang)
    assert picture is not None
    spots = _spots(f, lang)
    assert sum(s.incidents for s in spots) + len(f.unplaced) == len(f.rows)
    assert len({s.name for s in spots}) == len(spots)
    assert all(f"{s.name} {s.incidents}" in picture.alt for s in spots)
    assert say("unplaced", lang, n=1) in picture.alt
    near, (west, east, south, north) = _frame(spots)
    assert all(west < s.at[0] < east and south < s.at[1] < north for s in near)
    assert picture.svg.startswith("<svg")
    again = district_map(f, lang)
    assert again is not None
    assert (again.svg, again.png, again.alt) == (picture.svg, picture.png, picture.alt)


def test_no_map_without_a_place():
    data = sample_data()
    rows = [replace(r, incident=replace(r.incident, place=None)) for r in data.incidents]
    f = gather(replace(data, incidents=rows), START, END)
    from waqai.publish.bulletin.atlas import district_map

    assert f.unplaced
    assert district_map(f, "en") is None


def test_lines_join_at_their_ends_and_part_at_junctions():
    lines = [((0.0, 0.0), (1.0, 0.0)), ((2.0, 0.0), (1.0, 0.0)), ((2.0, 0.0), (3.0, 1.0)), ((2.0, 0.0), (3.0, -1.0))]
    chains = chained(lines)
    assert sorted(map(len, chains)) == [2, 2, 3]
    told = {tuple(sorted(pair)) for c in chains for pair in pairwise(c)}
    assert told == {tuple(sorted(line)) for line in lines}


def test_joined_borders_are_the_borders():
    for lines in borders().values():
        chains = chained(lines)
        assert sorted(tuple(sorted(p)) for c in chains for p in pairwise(c)) == sorted(lines)
        assert len(chains) < len(lines) / 3
