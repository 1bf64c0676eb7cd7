"""Trend statements ("attacks increased in April") against the incident counts of the store."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache

from waqai.errors import UsageError
from waqai.link.trend import TrendTest, compare_periods
from waqai.model import Claim
from waqai.model.incidents import Incident
from waqai.normalise import fold, readings, tokenize
from waqai.resources.load import DATA, compiled, read_yaml

DEFAULT_DAYS = 30  # a statement without a period is about the month before


def _build() -> dict[str, str]:
    raw = read_yaml(DATA / "link" / "trends.yml")
    return {fold(word): way for way in ("up", "down") for word in raw[way]}


@lru_cache(maxsize=1)
def _words() -> dict[str, str]:
    return compiled("link-trends", _build, [DATA / "link" / "trends.yml"], __file__)


def direction(words: str) -> str | None:
    """``up`` or ``down`` by the first word that says so; ``None`` when none does."""
    known = _words()
    for token in tokenize(words):
        for _, rest in readings(token.word):
            if rest in known:
                return known[rest]
    return None


def period(claim: Claim, published: date | None) -> tuple[date, date] | None:
    """The days a statement speaks of: its own, open ends closed by the publication, else the month before it."""
    a, b = claim.date_start, claim.date_end or published
    if a is not None and b is not None and a <= b:
        return a, b
    return None if b is None else (b - timedelta(DEFAULT_DAYS - 1), b)


def statement_test(claim: Claim, published: date | None, incidents: Sequence[Incident]) -> tuple[str, TrendTest] | None:
    """Test a trend statement against the span of the same length before it.

    Returns:
        The direction said and the test; ``None`` when the claim says no direction or no period can be known.
    """
    said = direction(claim.trigger)
    days = period(claim, published)
    if said is None or days is None:
        return None
    n = (days[1] - days[0]).days + 1
    before = days[0] - timedelta(n), days[0] - timedelta(1)
    area = claim.place.admin1 if claim.place else None
    who = claim.perpetrator.name_en if claim.perpetrator else None
    try:
        return said, compare_periods(incidents, before, days, area, who)
    except UsageError:
        return None
