"""Claims made by hand or by dice: one builder for samples, corpora of tests and benchmarks, so that each says only what it means."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from waqai.model import ActorRef, Claim, Claimant, ClaimKind, EventType, Modality, TimeBasis, TimePrecision

_EMPTY = Claim(
    id="", kind=ClaimKind.EVENT, event_type=EventType.OTHER, modality=Modality.REPORTED, perpetrator=None, target=None,
    claimant=Claimant(None, "outlet/correspondent", None, None), date_start=None, date_end=None, time_precision=TimePrecision.NONE,
    time_basis=TimeBasis.NONE, candidate_years=None, place=None, fatalities=None, injuries=None, captured=None, killed_or_injured=None,
    weapons=(), trigger="", evidence={}, rule="by hand",
)  # fmt: skip


def made_claim(ident: str, what: EventType, start: date | None = None, end: date | None = None, **fields: Any) -> Claim:
    """An event claim of one report; whatever is not given is not stated.

    Args:
        start, end: ``None`` for ``end`` is the same day. Precision and basis follow from them unless given.
        fields: any other field of ``Claim``.
    """
    stop = end or start
    how = TimePrecision.NONE if start is None else TimePrecision.DAY if start == stop else TimePrecision.RANGE
    dated = {"time_precision": how, "time_basis": TimeBasis.NONE if start is None else TimeBasis.STATED}
    return replace(_EMPTY, id=ident, event_type=what, date_start=start, date_end=stop, **{**dated, **fields})


def named(name: str | None, **fields: Any) -> ActorRef | None:
    """An actor known by its English name only; ``None`` for nobody."""
    return ActorRef(None, name, None, None, **fields) if name else None
