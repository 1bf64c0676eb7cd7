"""Claims: the unit of the product. One attributed, dated, placed assertion about one happening in one report."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from waqai.model.enums import ClaimKind, EventType, Modality, Stance, StatementKind, TimeBasis, TimePrecision
from waqai.model.mentions import CountRange, PlaceRef
from waqai.model.quick import quick
from waqai.model.text import Issue, Report, Span


@quick
@dataclass(frozen=True, slots=True)
class ActorRef:
    """An actor in a role (claims contract, ``perpetrator`` and ``target``).

    ``text`` is the wording; ``stance`` its colour; ``kind`` the category; ``object`` what was hit when it is a thing.
    """

    id: str | None
    name_en: str
    name_ar: str | None
    text: str | None
    stance: Stance = Stance.NEUTRAL
    kind: str | None = None
    object: str | None = None


@quick
@dataclass(frozen=True, slots=True)
class Claimant:
    """Who asserts the claim. ``chain`` runs from the outlet to the one who said it; ``text`` is ``None`` for the outlet."""

    id: str | None
    name_en: str
    outlet: str | None
    text: str | None
    chain: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim of one report. ``None`` is "not stated"; every non-null field has evidence spans.

    Attributes:
        id: hash of report hash, trigger span, type, place, claimant and modality; stable for unchanged content.
        date_start, date_end: closed interval of days; ``None`` unknown or open at that side.
        evidence: field name → spans in the report text.
        rules: field name → name of the rule that filled it.
        score: 0–1, how clear the reading is; not a probability of truth.
        incident_id: filled by the link room.
        events: how many events a tally states (``seven attacks``); ``None`` for single events and when not stated.
        statement: what a statement says; ``None`` for events and tallies.
    """

    id: str
    kind: ClaimKind
    event_type: EventType
    modality: Modality
    perpetrator: ActorRef | None
    target: ActorRef | None
    claimant: Claimant
    date_start: date | None
    date_end: date | None
    time_precision: TimePrecision
    time_basis: TimeBasis
    candidate_years: tuple[int, ...] | None
    place: PlaceRef | None
    fatalities: CountRange | None
    injuries: CountRange | None
    captured: CountRange | None
    killed_or_injured: CountRange | None
    weapons: tuple[str, ...]
    trigger: str
    evidence: dict[str, tuple[Span, ...]]
    rule: str
    rules: dict[str, str] = field(default_factory=dict)
    score: float = 1.0
    acled_sub_event_type: str | None = None
    incident_id: str | None = None
    events: CountRange | None = None
    statement: StatementKind | None = None


@dataclass(frozen=True, slots=True)
class CodedReport:
    """What the pipeline returns for one report: the report, its claims in text order, and its issues."""

    report: Report
    claims: tuple[Claim, ...]
    issues: tuple[Issue, ...] = ()
