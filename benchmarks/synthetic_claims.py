"""Claims with known truth: invented places, incidents told by several outlets, with the ways tellings really differ.

Run nothing here; ``bench_link`` and the fault and query benches import ``reports``. The same seed gives the same claims.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator
from datetime import date, timedelta

from benchmarks.made import made_claim, named
from waqai.model import (
    Claim,
    Claimant,
    CodedReport,
    CountRange,
    EventType,
    GeoPrecision,
    Modality,
    PlaceLevel,
    PlaceRef,
    Report,
    TimeBasis,
    TimePrecision,
)

DAY0 = date(2015, 1, 1)
GOVERNORATES, PLACES_EACH = 20, 60
ACTORS = (
    "ISIS",
    "SDF",
    "Syrian regime forces",
    "SNA",
    "HTS",
    "PMF",
    "Russian forces",
    "Turkish armed forces",
    "US-led coalition",
)
PARTS = {"SDF": "Asayish", "US-led coalition": "US forces", "PMF": "tribal PMF"}
TARGETS = (*ACTORS, "civilians", "civilians", "local officials")
TYPES = {
    EventType.ATTACK: ("small_arms", (EventType.ARMED_CLASH,)),
    EventType.IED: ("ied", (EventType.ATTACK, EventType.VEHICLE_BOMB)),
    EventType.SHELLING: ("mortar", (EventType.ATTACK,)),
    EventType.AIRSTRIKE: ("airstrike", (EventType.SHELLING,)),
    EventType.ASSASSINATION: ("small_arms", (EventType.ATTACK,)),
    EventType.ARREST: (None, (EventType.RAID,)),
    EventType.RAID: (None, (EventType.ARREST,)),
    EventType.ABDUCTION: (None, (EventType.ARREST,)),
}  # fmt: skip
OUTLETS = tuple(f"outlet {n}" for n in range(40))
VOICES = ("outlet/correspondent", "local sources", "medical source", "SOHR", "security source", "activists")


def _places(rng: random.Random) -> list[list[PlaceRef]]:
    out = []
    names = [f"قرية{n}" for n in range(GOVERNORATES * PLACES_EACH)]
    for g in range(GOVERNORATES):
        rows = []
        lat0, lon0 = 30 + g % 5 * 1.2, 36 + g // 5 * 1.4
        for n in range(PLACES_EACH):
            # One name in twenty is borrowed from another governorate.
            name = names[rng.randrange(len(names))] if rng.random() < 0.05 else names[g * PLACES_EACH + n]
            rows.append(
                PlaceRef(
                    f"p{g}-{n}", name, name, None, "village", PlaceLevel.VILLAGE, f"gov {g}", f"dist {g}-{n % 6}", None, None, "XX",
                    lat0 + rng.random(), lon0 + rng.random() * 1.2, GeoPrecision.EXACT, False, 1,
                )
            )  # fmt: skip
        out.append(rows)
    return out


def _governorate(p: PlaceRef) -> PlaceRef:
    return PlaceRef(
        f"g-{p.admin1}", p.admin1 or "", p.admin1 or "", None, "governorate", PlaceLevel.GOVERNORATE, p.admin1, None, None, None,
        "XX", p.lat, p.lon, GeoPrecision.ADMIN1, False, 1,
    )  # fmt: skip


def _countryside(p: PlaceRef) -> PlaceRef:
    return PlaceRef(
        f"a-{p.admin2}", f"ريف {p.admin2}", f"ريف {p.admin2}", None, "countryside", PlaceLevel.SUBREGION, p.admin1, p.admin2, None, None,
        "XX", p.lat, p.lon, GeoPrecision.AREA, False, 1, 1.0, 15.0,
    )  # fmt: skip


class World:
    """The dice of one seed."""

    def __init__(self, seed: int, claims: int) -> None:
        self.rng = random.Random(seed)
        self.places = _places(self.rng)
        # The density of incidents in time stays the same whatever the size.
        self.days = max(30, claims // 110)
        self.wide: dict[tuple[str, str], PlaceRef] = {}

    def incident(self) -> dict[str, object]:
        """One thing that happened."""
        r = self.rng
        kind = r.choice(tuple(TYPES))
        who = r.choice(ACTORS)
        whom = r.choice([t for t in TARGETS if t != who])
        arrest = kind in (EventType.ARREST, EventType.RAID, EventType.ABDUCTION)
        dead = min(60, int(r.paretovariate(1.1))) if not arrest and r.random() < 0.75 else None
        return {
            "day": DAY0 + timedelta(r.randrange(self.days)),
            "place": r.choice(r.choice(self.places)),
            "type": kind, "who": who, "whom": whom,
            "fatalities": dead,
            "injuries": min(90, int(r.paretovariate(0.9))) if not arrest and r.random() < 0.5 else None,
            "captured": min(30, int(r.paretovariate(1.0))) if arrest and kind is not EventType.RAID else None,
            "weapon": TYPES[kind][0],
        }  # fmt: skip

    def like(self, one: dict[str, object]) -> dict[str, object]:
        """Another happening easily taken for ``one``: same day and town, a neighbour village, or the next day."""
        r = self.rng
        other = self.incident()
        how = r.randrange(3)
        if how == 0:
            other |= {"day": one["day"], "place": one["place"]}
        elif how == 1:
            home = one["place"]
            assert isinstance(home, PlaceRef)
            near = min(
                (p for rows in self.places for p in rows if p.admin1 == home.admin1 and p.id != home.id),
                key=lambda p: abs((p.lat or 0) - (home.lat or 0)) + abs((p.lon or 0) - (home.lon or 0)),
            )
            other = dict(one) | {"place": near, "fatalities": other["fatalities"]}
        else:
            day = one["day"]
            assert isinstance(day, date)
            other = dict(one) | {
                "day": day + timedelta(1),
                "fatalities": other["fatalities"],
                "injuries": other["injuries"],
            }
        return other

    def _n(self, n: object) -> CountRange | None:
        r = self.rng
        if n is None or r.random() < 0.15:
            return None
        assert isinstance(n, int)
        x = r.random()
        if x < 0.78:
            return CountRange(n, n, n)
        if x < 0.88:
            return CountRange(max(1, n - 1), None, None)
        m = max(0, n + r.choice((-2, -1, 1, 1, 2, 3)))
        return CountRange(m, m, m)

    def telling(self, one: dict[str, object], outlet: str, cid: str) -> Claim:
        """How one outlet tells it."""
        r = self.rng
        day, place, kind = one["day"], one["place"], one["type"]
        assert isinstance(day, date)
        assert isinstance(place, PlaceRef)
        assert isinstance(kind, EventType)
        basis, precision, start, end = TimeBasis.STATED, TimePrecision.DAY, day, day
        x = r.random()
        if x < 0.30:
            basis = TimeBasis.RELATIVE
            if r.random() < 0.08:
                start = end = day + timedelta(r.choice((-1, 1)))
        elif x < 0.36:
            start, precision = day - timedelta(r.randrange(2)), TimePrecision.DAYS
            end = start + timedelta(1)
        elif x < 0.38:
            start, end, precision = day - timedelta(r.randrange(6)), day + timedelta(r.randrange(6)), TimePrecision.WEEK
        dated = r.random() >= 0.04
        x = r.random()
        where: PlaceRef | None = place
        if x < 0.03:
            where = self.wide.setdefault(("g", place.admin1 or ""), _governorate(place))
        elif x < 0.07:
            where = self.wide.setdefault(("a", place.admin2 or ""), _countryside(place))
        elif x < 0.08:
            where = None
        if r.random() < 0.08:
            kind = r.choice(TYPES[kind][1])
        who = str(one["who"])
        x = r.random()
        by: str | None = who
        if x < 0.22:
            by = None
        elif x < 0.28:
            by = "unknown gunmen"
        elif x < 0.34:
            by = PARTS.get(who, who)
        elif x < 0.36:
            by = r.choice(ACTORS)
        whom = str(one["whom"]) if r.random() > 0.15 else None
        voice = r.choice((*VOICES, who)) if r.random() < 0.7 else "outlet/correspondent"
        weapon = one["weapon"] if r.random() > 0.3 else None
        when = {"time_precision": precision, "time_basis": basis} if dated else {}
        return made_claim(
            cid, kind, start if dated else None, end if dated else None, **when,
            modality=Modality.CLAIMED if voice == who else Modality.REPORTED, perpetrator=named(by), target=named(whom),
            claimant=Claimant(None, voice, outlet, None), place=where, fatalities=self._n(one["fatalities"]),
            injuries=self._n(one["injuries"]), captured=self._n(one["captured"]),
            weapons=(str(weapon),) if weapon else (), rule="synthetic",
        )  # fmt: skip


def reports(claims: int, seed: int = 7) -> tuple[list[CodedReport], dict[str, str]]:
    """About ``claims`` claims, one a report, in order of publication; and the truth: claim id → incident."""
    world = World(seed, claims)
    r = world.rng
    told: list[tuple[date, str, Report, Claim]] = []
    truth: dict[str, str] = {}
    n = 0
    last: dict[str, object] | None = None
    while len(told) < claims:
        one = world.like(last) if last is not None and r.random() < 0.08 else world.incident()
        last = one
        n += 1
        for outlet in r.sample(OUTLETS, min(12, int(r.paretovariate(1.3)))):
            cid = hashlib.blake2b(f"{seed}|{n}|{outlet}".encode(), digest_size=8).hexdigest()
            day = one["day"]
            assert isinstance(day, date)
            published = day + timedelta(min(6, int(r.expovariate(1.2))))
            report = Report("r" + cid, "", hashlib.sha256(cid.encode()).hexdigest(), outlet=outlet, published=published)
            told.append((published, cid, report, world.telling(one, outlet, cid)))
            truth[cid] = str(n)
    told.sort(key=lambda x: (x[0], x[1]))
    return [CodedReport(rep, (c,)) for _, _, rep, c in told], truth


def b_cubed(found: dict[str, str], truth: dict[str, str]) -> tuple[float, float, float]:
    """B³ precision, recall and F1 over the claims of ``truth``; a claim without a group stands alone."""
    groups: dict[str, dict[str, int]] = {}
    sizes: dict[str, int] = {}
    total: dict[str, int] = {}
    for c, t in truth.items():
        g = found.get(c, f"alone {c}")
        groups.setdefault(g, {})
        groups[g][t] = groups[g].get(t, 0) + 1
        sizes[g] = sizes.get(g, 0) + 1
        total[t] = total.get(t, 0) + 1
    p = sum(n * n / sizes[g] for g, row in groups.items() for n in row.values()) / len(truth)
    r = sum(n * n / total[t] for row in groups.values() for t, n in row.items()) / len(truth)
    return p, r, 2 * p * r / (p + r)


def shuffled(coded: list[CodedReport], seed: int) -> Iterator[CodedReport]:
    """The same reports in another order."""
    order = list(coded)
    random.Random(seed).shuffle(order)
    return iter(order)
