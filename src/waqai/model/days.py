"""The days a claim may lie in, as ordinals: what linking compares by, and what a store finds neighbours by."""

from __future__ import annotations

from datetime import date, datetime

from waqai.model.claims import Claim
from waqai.model.enums import ClaimKind, Modality

UNDATED_DAYS = 6  # an event told without a date happened within so many days before publication
SHORT_DAYS = 3
COARSE_DAYS = 31
REPORT_DAYS = 31  # a total without a window looks back so far from its publication
Days = tuple[int, int, str]


def ordinal(when: datetime | date | None) -> int:
    """Proleptic ordinal of a day or of the day of a time; 0 when there is none."""
    if when is None:
        return 0
    return (when.date() if isinstance(when, datetime) else when).toordinal()


def is_total(claim: Claim) -> bool:
    """Whether a claim tells a sum and not a happening."""
    return claim.kind is ClaimKind.TALLY or claim.modality is Modality.AGGREGATE


def event_days(claim: Claim, published: int) -> Days:
    """First and last day a happening may lie in, and how fine that is.

    Args:
        published: ordinal of the report's day, 0 when unknown.

    Returns:
        ``(first, last, grain)``; the grain is ``day``, ``short`` (up to 3 days), ``coarse`` (up to a month), ``undated`` (days before
        publication), ``timeless`` (nothing is known) or ``none`` (longer than a month), the last two with 0 for both days.
    """
    a, b = claim.date_start, claim.date_end
    if a is not None and b is not None:
        n = b.toordinal() - a.toordinal() + 1
        if n > COARSE_DAYS:
            return 0, 0, "none"
        return a.toordinal(), b.toordinal(), "day" if n == 1 else "short" if n <= SHORT_DAYS else "coarse"
    if a is not None:
        # Open at one side: the bound is all we know, as wide as a month.
        return a.toordinal(), a.toordinal() + COARSE_DAYS - 1, "coarse"
    if b is not None:
        return b.toordinal() - COARSE_DAYS + 1, b.toordinal(), "coarse"
    return (published - UNDATED_DAYS, published, "undated") if published else (0, 0, "timeless")


def total_days(claim: Claim, published: int) -> tuple[int, int] | None:
    """First and last day of a total's window; a month before publication when it states none, ``None`` when nothing is known."""
    a, b = claim.date_start, claim.date_end
    if a is None and b is None:
        return (published - REPORT_DAYS, published) if published else None
    end = ordinal(b) or published or ordinal(a)
    return (ordinal(a) if a is not None else end - REPORT_DAYS), end


def days_of(claim: Claim, published: int) -> tuple[int, int] | None:
    """The days to find a claim by, whatever it is; ``None`` when nothing is known."""
    if is_total(claim):
        return total_days(claim, published)
    first, last, _ = event_days(claim, published)
    return (first, last) if first else None
