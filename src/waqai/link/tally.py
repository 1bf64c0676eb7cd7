"""A total is a checksum: compared with the incidents it should cover, never added to them.

An incident is covered when its days lie in the tally's window, its place in the tally's area, its perpetrator (and
target) on the tally's side, and its kind is one the tally counts. A tally of "attacks" or "operations" covers any
deed of that actor.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from waqai.link.keys import Key, Toll, toll
from waqai.link.places import relate, spot_of
from waqai.link.score import Comparer
from waqai.model import Claim, Report
from waqai.model.days import ordinal, total_days
from waqai.model.incidents import Incident, TallyCheck

GENERAL = frozenset(("attack", "strategic_development", "other", "armed_clash", "raid"))
LOOK_BACK = 3  # an incident over several days is listed by its first: look a little before a window


def reconcile(
    incidents: Sequence[Incident], totals: Iterable[tuple[Report, Claim]], compare: Comparer, keys: dict[str, Key]
) -> tuple[list[Incident], list[TallyCheck]]:
    """Check every tally.

    Args:
        incidents: all incidents.
        totals: tally claims with their reports.
        keys: claim id → key, to know which report tells a member.

    Returns:
        The incidents with ``part_of`` filled, in the order given, and a check per tally by claim id.
    """
    by_day: dict[int, list[int]] = {}
    told_in: dict[str, list[int]] = {}
    for n, i in enumerate(incidents):
        first = ordinal(i.date_start or i.date_end)
        if first:
            by_day.setdefault(first, []).append(n)
        for c in i.claims:
            told_in.setdefault(keys[c].report, []).append(n)
    parts: dict[int, list[str]] = {}
    checks: dict[str, TallyCheck] = {}
    for report, claim in totals:
        if claim.id in checks:
            continue
        near = set(told_in.get(report.sha256 + report.id, ()))
        days = total_days(claim, ordinal(report.published))
        if days is not None:
            for d in range(days[0] - LOOK_BACK, days[1] + 1):
                near.update(by_day.get(d, ()))
        covered = [n for n in sorted(near) if covers(claim, days, incidents[n], compare)]
        for n in covered:
            parts.setdefault(n, []).append(claim.id)
        checks[claim.id] = check(claim, [incidents[n] for n in covered])
    out = [replace(i, part_of=tuple(sorted(parts[n]))) if n in parts else i for n, i in enumerate(incidents)]
    return out, [checks[c] for c in sorted(checks)]


def in_reach(days: tuple[int, int] | None, i: Incident) -> bool:
    """Whether an incident begins in a total's days or shortly before."""
    first = ordinal(i.date_start or i.date_end)
    return days is not None and first > 0 and days[0] - LOOK_BACK <= first <= days[1]


def covers(claim: Claim, days: tuple[int, int] | None, i: Incident, compare: Comparer) -> bool:
    """Whether an incident counts towards a tally whose window is ``days``."""
    if claim.claimant and i.attribution == "denied" and i.corroboration == 0:
        return False
    if days is not None and (i.date_start is not None or i.date_end is not None):
        first, last = ordinal(i.date_start or i.date_end), ordinal(i.date_end or i.date_start)
        if not (first <= days[1] and days[0] <= last) or last - first > max(31, days[1] - days[0]):
            return False
    if not inside(claim, i):
        return False
    who = claim.perpetrator.name_en if claim.perpetrator else None
    if who is not None:
        did = i.perpetrator.name_en if i.perpetrator else None
        if did is None or compare.actor(who, did) not in ("same", "side"):
            return False
    whom = claim.target.name_en if claim.target else None
    if whom is not None:
        hit = i.target.name_en if i.target else None
        if hit is not None and compare.actor(whom, hit) not in ("same", "side", "unknown"):
            return False
    kind, done = claim.event_type.value, i.event_type.value
    return kind in GENERAL or compare.w.types.get((kind, done), "different") in ("same", "family")


def inside(claim: Claim, i: Incident) -> bool:
    """Whether an incident lies in the area a total or statement speaks of; without an area, in its country or anywhere."""
    area = spot_of(claim.place)
    if area.grain == "unplaced":
        return claim.place is None or claim.place.country is None or i.place is None or (
            i.place.country in (None, claim.place.country)
        )  # fmt: skip
    if i.place is None:
        return False
    place = spot_of(i.place)
    if area.admin1 and place.admin1 and area.admin1 != place.admin1:
        return False
    if area.grain == "governorate":
        return place.admin1 == area.admin1
    return relate(area, place) in ("same", "near", "inside_area")


def check(claim: Claim, covered: Sequence[Incident]) -> TallyCheck:
    """A total against the incidents it covers, in the order of all incidents."""
    stated = toll(claim.events)
    n = len(covered)
    low, high = stated if stated is not None else (None, None)
    surplus = max(0, n - high) if stated is not None and high is not None else 0
    missing = max(0, low - n) if low is not None else 0
    ratio = round(n / low, 3) if low else None
    return TallyCheck(claim.id, (low, high), tuple(sorted(i.id for i in covered)), surplus, missing, _conflicts(claim, covered), ratio)


def _conflicts(claim: Claim, covered: Sequence[Incident]) -> tuple[str, ...]:
    """Incidents whose own toll is more than the whole total, or that push the sum of the lows beyond it."""
    out: dict[str, None] = {}
    for field in ("fatalities", "injuries", "captured"):
        said: Toll = toll(getattr(claim, field))
        if said is None or said[1] is None:
            continue
        lows = [(getattr(i, field).low or 0, i.id) for i in covered]
        if sum(x for x, _ in lows) <= said[1]:
            continue
        for low, iid in sorted(lows, reverse=True):
            if low > said[1] or (low and len(lows) == 1):
                out[iid] = None
        if not out:
            # No single one is too much: all with a toll share the conflict.
            out.update((iid, None) for low, iid in lows if low)
    return tuple(sorted(out))
