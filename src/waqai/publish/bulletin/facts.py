"""What a bulletin says, as numbers: a period, the period before it, and the tables drawn from both."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from waqai.model.incidents import BoundedCount
from waqai.publish.areas import area_of
from waqai.publish.data import ExportData, Row, TallyRow
from waqai.publish.exporters.words import admin1
from waqai.publish.labels import family_of_type

SECURITY = ("arrest", "raid", "foiled_plot")


@dataclass(frozen=True, slots=True)
class Change:
    """A figure now and before, over the outlets read in both periods.

    ``chance`` is true when the difference is within what chance alone would bring in 19 of 20 pairs of periods; ``None`` when there is
    nothing to compare.
    """

    now: int
    before: int
    chance: bool | None


@dataclass(frozen=True, slots=True)
class Figure:
    """A key figure: lowest, best and highest told, and its change."""

    low: int
    best: int
    high: int
    change: Change


@dataclass
class Facts:
    """Everything the document is written from. Rows are those whose first day lies in the period."""

    start: date
    end: date
    rows: list[Row]
    before: list[Row]
    undated: int
    outlets: int
    reports: int
    common: frozenset[str]
    incidents: Change
    killed: Figure
    injured: Figure
    held: Figure
    civilians: Change
    by_area: dict[tuple[str, str], Counter[str]] = field(default_factory=dict)
    killed_by_area: dict[tuple[str, str], tuple[int, int]] = field(default_factory=dict)
    by_actor: dict[tuple[str, str], Counter[str]] = field(default_factory=dict)
    attribution: Counter[str] = field(default_factory=Counter)
    security: list[Row] = field(default_factory=list)
    tallies: list[TallyRow] = field(default_factory=list)
    noteworthy: list[Row] = field(default_factory=list)
    unplaced: list[Row] = field(default_factory=list)
    districts: dict[str, tuple[float, float, str, str, int, int]] = field(default_factory=dict)
    unknown: dict[str, int] = field(default_factory=dict)

    @property
    def days(self) -> int:
        """Length of the period."""
        return (self.end - self.start).days + 1


def low_of(c: BoundedCount) -> int:
    """The lowest figure; nothing stated counts as 0."""
    return next((x for x in (c.low, c.best) if x is not None), 0)


def best_of(c: BoundedCount) -> int:
    """The best figure, else the lowest."""
    return next((x for x in (c.best, c.low, c.high) if x is not None), 0)


def high_of(c: BoundedCount) -> int:
    """The highest figure; an open bound counts as its best."""
    return max(x for x in (c.high, c.best, c.low, 0) if x is not None)


def _when(row: Row) -> date | None:
    return row.incident.date_start or row.incident.date_end


def within_chance(now: Iterable[int], before: Iterable[int]) -> bool | None:
    """Whether two sums of independent events differ no more than chance would have it, 95 in 100.

    Events come as their sizes (1 each when incidents are counted). The sum of a compound Poisson process has the sum of squared
    sizes as its variance.
    """
    a, b = list(now), list(before)
    if not a and not b:
        return None
    spread = math.sqrt(sum(x * x for x in a) + sum(x * x for x in b))
    return abs(sum(a) - sum(b)) <= 1.96 * spread


def gather(data: ExportData, start: date, end: date) -> Facts:
    """Read the data once and count."""
    length = (end - start).days + 1
    first = start - timedelta(days=length)
    rows, before, undated = [], [], 0
    for row in data.incidents:
        if row.incident.attribution == "denied":
            continue
        day = _when(row)
        if day is None:
            undated += 1
        elif start <= day <= end:
            rows.append(row)
        elif first <= day < start:
            before.append(row)
    now_outlets = {v.source.outlet for r in rows for v in r.versions if v.source.outlet}
    common = frozenset(now_outlets & {v.source.outlet for r in before for v in r.versions if v.source.outlet})
    like_now = [r for r in rows if any(v.source.outlet in common for v in r.versions)]
    like_before = [r for r in before if any(v.source.outlet in common for v in r.versions)]

    def change(pick: str | None, keep: type[object] | None = None) -> Change:
        del keep
        sizes = [[best_of(getattr(r.incident, pick)) if pick else 1 for r in part] for part in (like_now, like_before)]
        return Change(sum(sizes[0]), sum(sizes[1]), within_chance(*sizes) if common else None)

    def figure(name: str) -> Figure:
        counts = [getattr(r.incident, name) for r in rows]
        return Figure(sum(map(low_of, counts)), sum(map(best_of, counts)), sum(map(high_of, counts)), change(name))

    civil = [[1 for r in part if _civil(r)] for part in (like_now, like_before)]
    facts = Facts(
        start=start,
        end=end,
        rows=rows,
        before=before,
        undated=undated,
        outlets=len(now_outlets),
        reports=len({v.source.id for r in rows for v in r.versions}),
        common=common,
        incidents=change(None),
        killed=figure("fatalities"),
        injured=figure("injuries"),
        held=figure("captured"),
        civilians=Change(sum(1 for r in rows if _civil(r)), sum(civil[1]), within_chance(*civil) if common else None),
    )
    _tables(facts)
    facts.tallies = [t for t in data.tallies if _overlaps(t, start, end)]
    return facts


def _civil(r: Row) -> bool:
    return r.incident.target is not None and r.incident.target.kind in ("civilians", "officials", "media")


def _overlaps(t: TallyRow, start: date, end: date) -> bool:
    c = t.version.claim
    first, last = c.date_start or c.date_end, c.date_end or c.date_start
    return first is not None and last is not None and first <= end and last >= start


def _tables(f: Facts) -> None:
    family = family_of_type()
    unknown: Counter[str] = Counter()
    for r in f.rows:
        i = r.incident
        p = i.place
        a1 = admin1(p)
        where = (a1[0], a1[1]) if a1 else (p.admin1, p.admin1) if p and p.admin1 else ("", "")
        kind = family.get(str(i.event_type), "other")
        f.by_area.setdefault(where, Counter())[kind] += 1
        low, high = f.killed_by_area.get(where, (0, 0))
        f.killed_by_area[where] = (low + low_of(i.fatalities), high + high_of(i.fatalities))
        who = (i.perpetrator.name_en, i.perpetrator.name_ar or i.perpetrator.name_en) if i.perpetrator else ("", "")
        role = (i.target.kind or "unknown") if i.target else "none"
        f.by_actor.setdefault(who, Counter())[role] += 1
        f.attribution[i.attribution] += 1
        if str(i.event_type) in SECURITY:
            f.security.append(r)
        if p is None or p.lat is None or p.lon is None or p.geo_precision in ("country", "unplaced"):
            f.unplaced.append(r)
        else:
            _district(f, r)
        unknown["place"] += p is None or p.geo_precision in ("country", "unplaced", "admin1")
        unknown["perpetrator"] += i.perpetrator is None or i.perpetrator.kind == "unknown"
        unknown["single"] += i.corroboration <= 1
        unknown["disputed"] += bool(i.disagreement) or i.attribution == "disputed"
        unknown["open"] += i.fatalities.low is not None and i.fatalities.high is None
        unknown["draft"] += i.state == "draft"
        unknown["year"] += any(v.claim.candidate_years for v in r.versions)
    unknown["undated"] = f.undated
    f.unknown = dict(unknown)
    f.noteworthy = sorted(f.rows, key=lambda r: (-weight(r), _when(r) or date.max, r.incident.id))[:6]


def weight(r: Row) -> float:
    """How noteworthy a row is: its dead first, then those hurt, then how much its versions differ."""
    i = r.incident
    return (
        3 * best_of(i.fatalities)
        + best_of(i.injuries)
        + best_of(i.captured)
        + 2 * len(i.disagreement)
        + len(r.versions)
        + 2 * (i.attribution == "disputed")
    )


def _district(f: Facts, r: Row) -> None:
    p = r.incident.place
    assert p is not None
    a = area_of(p, 2) or area_of(p, 1)
    if a is not None:
        key, lat, lon, en, ar = a.code, a.lat, a.lon, a.name_en, a.name_ar
    else:
        assert p.lat is not None
        assert p.lon is not None
        key, lat, lon, en, ar = f"{p.country}/{p.admin1}", p.lat, p.lon, p.admin2 or p.admin1 or p.name_en or "", p.name_ar
    old = f.districts.get(key, (lat, lon, en, ar, 0, 0))
    f.districts[key] = (old[0], old[1], old[2], old[3], old[4] + 1, old[5] + best_of(r.incident.fatalities))
