"""A total is a checksum: compared with the incidents it should cover, never added to them.

An incident is covered when its days lie in the tally's window, its place in the tally's area, its perpetrator (and
target) on the tally's side, and its kind is one the tally counts. A tally of "attacks" or "operations" covers any
deed of that actor.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from waqai.link.keys import Key, Toll, toll
from waqai.link.places import spot_of
from waqai.link.score import Comparer
from waqai.model import Claim, Report
from waqai.model.incidents import Incident, TallyCheck

GENERAL = frozenset(("attack", "strategic_development", "other", "armed_clash", "raid"))
REPORT_DAYS = 31  # a tally without a window looks back so far from its publication


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
    for n, i in enumerate(incidents):
        first = i.date_start or i.date_end
        if first is not None:
            by_day.setdefault(first.toordinal(), []).append(n)
    parts: dict[int, list[str]] = {}
    checks: dict[str, TallyCheck] = {}
    told_in: dict[str, list[int]] = {}
    for n, i in enumerate(incidents):
        for c in i.claims:
            told_in.setdefault(keys[c].report, []).append(n)
    for report, claim in totals:
        if claim.id in checks:
            continue
        start, end = window(claim, report)
        name = report.sha256 + report.id
        near = set(told_in.get(name, ()))
        if start is not None and end is not None:
            # An incident over several days is listed by its first: look a little before.
            for d in range(start - 3, end + 1):
                near.update(by_day.get(d, ()))
        covered = [n for n in sorted(near) if covers(claim, start, end, incidents[n], compare)]
        for n in covered:
            parts.setdefault(n, []).append(claim.id)
        checks[claim.id] = _check(claim, [incidents[n] for n in covered])
    out = [replace(i, part_of=tuple(sorted(parts[n]))) if n in parts else i for n, i in enumerate(incidents)]
    return out, [checks[c] for c in sorted(checks)]


def window(claim: Claim, report: Report) -> tuple[int | None, int | None]:
    """First and last day of the tally as ordinals; a month before publication when it states none."""
    a, b = claim.date_start, claim.date_end
    published = report.published
    last = None if published is None else date(published.year, published.month, published.day)
    if a is None and b is None:
        return (None, None) if last is None else (last.toordinal() - REPORT_DAYS, last.toordinal())
    end = b or last or a
    start = a or b
    assert start is not None
    assert end is not None
    return (start.toordinal() if a else end.toordinal() - REPORT_DAYS), end.toordinal()


def covers(claim: Claim, start: int | None, end: int | None, i: Incident, compare: Comparer) -> bool:
    """Whether an incident counts towards a tally."""
    if claim.claimant and i.attribution == "denied" and i.corroboration == 0:
        return False
    if i.date_start is not None or i.date_end is not None:
        a = (i.date_start or i.date_end).toordinal()  # type: ignore[union-attr]
        b = (i.date_end or i.date_start).toordinal()  # type: ignore[union-attr]
        if start is not None and end is not None and not (a <= end and start <= b):
            return False
        if start is not None and end is not None and (b - a) > max(31, end - start):
            return False
    if not _inside(claim, i):
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


def _inside(claim: Claim, i: Incident) -> bool:
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
    from waqai.link.places import relate

    return relate(area, place) in ("same", "near", "inside_area")


def _check(claim: Claim, covered: Sequence[Incident]) -> TallyCheck:
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
