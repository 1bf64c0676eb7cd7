"""Is "activity increased" borne out by the counts? An exact test of two rates, or a refusal when there is too
little to say.

Given counts ``a`` in ``m`` days and ``b`` in ``n`` days, and equal rates, ``b`` is binomial among ``a + b`` with share
``n / (m + n)``. The p-value sums the outcomes no likelier than the one seen (two-sided); the interval of the rate
ratio inverts the binomial tails (Clopper and Pearson).
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from waqai.errors import UsageError
from waqai.model.incidents import Incident

METHOD = "rate-ratio-exact/1"
LEAST_EVENTS = 8
LEAST_DAYS = 7
LEVEL = 0.05


@dataclass(frozen=True, slots=True)
class TrendTest:
    """What the counts say.

    Attributes:
        before, after: incidents counted; ``days_before``, ``days_after``: exposure in days.
        ratio: rate after ÷ rate before; ``None`` when nothing was counted before.
        low, high: 95 % interval of the ratio; ``None`` is unbounded or not computed.
        p: two-sided exact p-value; ``None`` when refused.
        verdict: ``increase``, ``decrease``, ``no clear change`` or ``too thin``.
        why: one sentence.
    """

    before: int
    after: int
    days_before: int
    days_after: int
    ratio: float | None
    low: float | None
    high: float | None
    p: float | None
    verdict: str
    why: str
    method: str = METHOD


def _log_pmf(k: int, n: int, p: float) -> float:
    if p <= 0.0 or p >= 1.0:
        return 0.0 if k == (n if p >= 1.0 else 0) else -math.inf
    c = math.lgamma(n + 1) - math.lgamma(k + 1) - math.lgamma(n - k + 1)
    return c + k * math.log(p) + (n - k) * math.log1p(-p)


def _tail(k: int, n: int, p: float, upper: bool) -> float:
    rows = range(k, n + 1) if upper else range(k + 1)
    return min(1.0, math.fsum(math.exp(_log_pmf(i, n, p)) for i in rows))


def _bound(k: int, n: int, upper: bool) -> float:
    """The share at which seeing ``k`` or fewer (more) of ``n`` has the probability ``LEVEL / 2``."""
    lo, hi = 0.0, 1.0
    for _ in range(60):
        mid = (lo + hi) / 2
        t = _tail(k, n, mid, not upper)
        if (t > LEVEL / 2) == upper:
            lo = mid
        else:
            hi = mid
    return (lo + hi) / 2


def trend_test(before: int, days_before: int, after: int, days_after: int) -> TrendTest:
    """Test two counts over two spans of days.

    Raises:
        UsageError: a count is negative or a span is empty.
    """
    if before < 0 or after < 0 or days_before < 1 or days_after < 1:
        raise UsageError("Counts must be 0 or more and spans at least one day.")
    n = before + after
    ratio = None if before == 0 else (after / days_after) / (before / days_before)
    if n < LEAST_EVENTS or min(days_before, days_after) < LEAST_DAYS:
        why = (
            f"{n} incidents in {days_before} and {days_after} days are too few to tell a change from chance: "
            f"at least {LEAST_EVENTS} incidents and {LEAST_DAYS} days on each side are needed."
        )
        return TrendTest(before, after, days_before, days_after, ratio, None, None, None, "too thin", why)
    share = days_after / (days_before + days_after)
    seen = _log_pmf(after, n, share)
    # A hair's tolerance keeps outcomes that are equally likely on paper together.
    p = min(1.0, math.fsum(math.exp(x) for k in range(n + 1) if (x := _log_pmf(k, n, share)) <= seen + 1e-9))
    scale = days_before / days_after
    low = 0.0 if after == 0 else _bound(after, n, False)
    high = 1.0 if after == n else _bound(after, n, True)
    low_ratio = low / (1 - low) * scale
    high_ratio = None if high >= 1.0 else high / (1 - high) * scale
    if p >= LEVEL:
        verdict, why = "no clear change", f"The counts differ no more than chance would let them (p = {p:.3f})."
    else:
        verdict = "increase" if after / days_after > before / days_before else "decrease"
        why = f"Equal rates would give counts as different as these with probability {p:.4f}."
    return TrendTest(before, after, days_before, days_after, ratio, low_ratio, high_ratio, p, verdict, why)


def compare_periods(
    incidents: Iterable[Incident],
    first: tuple[date, date],
    second: tuple[date, date],
    admin1: str | None = None,
    perpetrator: str | None = None,
) -> TrendTest:
    """Test the incidents of two closed spans of days; an incident counts in the span that holds its first day.

    Raises:
        UsageError: the spans overlap or run backwards.
    """
    if first[0] > first[1] or second[0] > second[1] or not (first[1] < second[0] or second[1] < first[0]):
        raise UsageError("Give two spans that do not overlap, each from its first to its last day.")
    counts = [0, 0]
    for i in incidents:
        if admin1 is not None and (i.place is None or i.place.admin1 != admin1):
            continue
        if perpetrator is not None and (i.perpetrator is None or i.perpetrator.name_en != perpetrator):
            continue
        if i.attribution == "denied" or i.date_start is None:
            continue
        for n, (a, b) in enumerate((first, second)):
            counts[n] += a <= i.date_start <= b
    days = [(b - a).days + 1 for a, b in (first, second)]
    return trend_test(counts[0], days[0], counts[1], days[1])
