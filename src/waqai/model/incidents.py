"""Incidents and what surrounds them: computed from claims by a named, versioned rule, never typed over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from waqai.model.claims import ActorRef
from waqai.model.enums import EventType
from waqai.model.mentions import PlaceRef


@dataclass(frozen=True, slots=True)
class BoundedCount:
    """A toll over several claims with the claims behind each bound.

    ``None`` means no member states it; ``high`` ``None`` with ``low`` set means open upwards.
    """

    low: int | None
    best: int | None
    high: int | None
    low_claims: tuple[str, ...] = ()
    best_claims: tuple[str, ...] = ()
    high_claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """One independent source behind claims: five outlets quoting one statement are one origin."""

    id: str
    claimant: str
    claims: tuple[str, ...]
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LinkReason:
    """Why two claims are (or are not) the same happening: one feature, its value 0–1 and its weight."""

    feature: str
    value: float
    weight: float
    detail: str = ""


@dataclass(frozen=True, slots=True)
class ClaimLink:
    """The link that brought a claim into its incident: scored against ``other``; ``by`` is ``machine`` or a reviewer."""

    claim: str
    other: str
    score: float
    reasons: tuple[LinkReason, ...]
    by: str = "machine"


@dataclass(frozen=True, slots=True)
class Incident:
    """What one or more claims describe.

    Attributes:
        id: hash of the earliest member claim id; stable while that member stays.
        claims: ids of the members, denials included.
        rule, rule_version: aggregation rule (``conservative``, ``informative``, ``modal``) and its version.
        corroboration: number of independent origins that assert it.
        attribution: ``claimed_by_perpetrator``, ``attributed_by_others``, ``both``, ``disputed``, ``denied``, ``unclaimed``.
        disagreement: field names on which the members differ, with the values told.
        part_of: ids of the tally claims whose window, area, actor and kind cover it.
        killed_or_injured: the combined toll, kept combined.
        state: ``draft`` until a person releases it; then ``released`` or ``retracted``.
    """

    id: str
    claims: tuple[str, ...]
    rule: str
    rule_version: str
    event_type: EventType
    date_start: date | None
    date_end: date | None
    place: PlaceRef | None
    perpetrator: ActorRef | None
    target: ActorRef | None
    fatalities: BoundedCount
    injuries: BoundedCount
    captured: BoundedCount
    weapons: tuple[str, ...]
    origins: tuple[Origin, ...]
    corroboration: int
    attribution: str
    disagreement: tuple[tuple[str, tuple[str, ...]], ...] = ()
    links: tuple[ClaimLink, ...] = ()
    part_of: tuple[str, ...] = ()
    state: str = "draft"
    killed_or_injured: BoundedCount = BoundedCount(None, None, None)


@dataclass(frozen=True, slots=True)
class TallyCheck:
    """A tally against the incidents in its window, area, actor and kind.

    ``stated`` is the total told (low, high); ``covered`` the incidents found; ``surplus``/``missing`` how many more or
    fewer than stated; ``ratio`` covered ÷ stated low, ``None`` when the tally states no number of events.
    """

    claim: str
    stated: tuple[int | None, int | None]
    covered: tuple[str, ...]
    surplus: int
    missing: int
    conflicting: tuple[str, ...]
    ratio: float | None


@dataclass(frozen=True, slots=True)
class Patch:
    """What linking a part anew changes.

    Attributes:
        incidents, checks: as they are now; some may be unchanged.
        gone, gone_checks: ids of incidents and of tally claims whose rows no longer hold unless they are among those.
    """

    incidents: tuple[Incident, ...]
    checks: tuple[TallyCheck, ...]
    gone: frozenset[str]
    gone_checks: frozenset[str]
