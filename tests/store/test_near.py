from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest
import store_cases as case

from waqai.model import Claim
from waqai.store import Store, filters
from waqai.store.dialect import kilometres

DAY0 = date(2024, 1, 1)
HERE = (35.1, 40.4)


@pytest.fixture
def told(store: Store) -> tuple[Store, list[Claim]]:
    """300 claims within 25 km, some over many days, some without a day, some at the rim of 10 km to the metre."""
    rng = random.Random(4)
    one = case.claim().place
    assert one is not None
    claims = []
    for n in range(300):
        lat, lon = HERE[0] + rng.uniform(-0.2, 0.2), HERE[1] + rng.uniform(-0.2, 0.2)
        if n % 6 == 0:
            lat, lon = HERE[0] + (10 + rng.choice((-4, -1, 1, 4)) / 1000) / 111.19508, HERE[1]
        start = DAY0 + timedelta(rng.randrange(500))
        end = start + timedelta(rng.choice((0, 0, 0, 1, 6, 30, 300)))
        when = {"date_start": None, "date_end": None} if n % 25 == 0 else {"date_start": start, "date_end": end}
        claims.append(case.claim(f"c{n:03}", place=replace(one, id=f"p{n}", lat=lat, lon=lon), **when))
    store.put_coded(case.coded("r1", claims=tuple(claims)), store.start_run("1"))
    return store, claims


@pytest.mark.parametrize("km", [2.0, 10.0, 40.0])
@pytest.mark.parametrize("many", [3, 5000])
@pytest.mark.parametrize("days", [(200, 229), (0, 60), (100, 400), (150, None), (None, 150), (None, None)])
def test_near_a_place_within_days(
    told: tuple[Store, list[Claim]], km: float, many: int, days: tuple[int | None, int | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    store, claims = told
    monkeypatch.setattr(filters, "_MANY", many)
    monkeypatch.setattr(filters, "_FEW", many)
    a, b = (None if d is None else DAY0 + timedelta(d) for d in days)

    def lies(c: Claim) -> bool:
        assert c.place is not None
        assert c.place.lat is not None
        assert c.place.lon is not None
        if kilometres(*HERE, c.place.lat, c.place.lon) > km:
            return False
        if a is None and b is None:
            return True
        if c.date_start is None or c.date_end is None:
            return False
        return (a is None or c.date_end >= a) and (b is None or c.date_start <= b)

    found = list(store.claims(near=(*HERE, km), date_from=a, date_to=b))
    assert {c.id for c in found} == {c.id for c in claims if lies(c)}
    assert [c.date_start for c in found] == sorted(
        (c.date_start for c in found), key=lambda d: (d is None, a is not None and d is not None and d >= a, d)
    )
    some = list(store.claims(near=(*HERE, km), date_from=a, date_to=b, limit=5, offset=2, event_type="ied"))
    assert [c.id for c in some] == [c.id for c in found][2:7]
