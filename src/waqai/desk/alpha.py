"""Krippendorff's alpha with bootstrap intervals: agreement beyond chance among any number of coders, gaps allowed.

Written here because the usual library is under the GPL. The formula is that of Krippendorff, *Content Analysis*, ch. 12: the
test reproduces his published example (nominal .743, interval .849).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

Value = Hashable
Metric = Callable[[Value, Value], float]


def nominal(a: Value, b: Value) -> float:
    """0 when the values are the same, else 1."""
    return 0.0 if a == b else 1.0


def interval(a: Value, b: Value) -> float:
    """The square of the difference of two numbers."""
    return float(a - b) ** 2  # type: ignore[operator]


@dataclass(frozen=True, slots=True)
class Alpha:
    """``value`` is ``None`` when nothing varies or no unit has two values; ``low``–``high`` is the 95 % bootstrap interval."""

    value: float | None
    low: float | None
    high: float | None
    units: int


def _alpha(units: Sequence[Counter[Value]], metric: Metric, distance: dict[tuple[Value, Value], float]) -> float | None:
    total: Counter[Value] = Counter()
    observed = 0.0
    for u in units:
        m = sum(u.values())
        total.update(u)
        keys = list(u)
        within = sum(u[a] * u[b] * distance[a, b] for i, a in enumerate(keys) for b in keys[i + 1 :])
        observed += 2 * within / (m - 1)
    n = sum(total.values())
    keys = list(total)
    expected = 2 * sum(total[a] * total[b] * distance[a, b] for i, a in enumerate(keys) for b in keys[i + 1 :])
    if n < 2 or expected == 0:
        return None
    return 1.0 - (observed / n) / (expected / (n * (n - 1)))


def alpha(units: Sequence[Mapping[str, Value]], metric: Metric = nominal, resamples: int = 1000, seed: int = 7) -> Alpha:
    """Alpha over units.

    Args:
        units: for each unit, coder → value; units with fewer than two values say nothing and are left out.
        metric: squared distance of two values.
        resamples: how many times the units are drawn anew, with replacement; 0 gives no interval.
        seed: the draws are the same every time.
    """
    counted = [Counter(u.values()) for u in units if len(u) >= 2]
    values = {v for u in counted for v in u}
    distance = {(a, b): metric(a, b) for a in values for b in values}
    whole = _alpha(counted, metric, distance)
    if whole is None or not resamples:
        return Alpha(whole, None, None, len(counted))
    # Each draw of units is a row of how often each was drawn; sums over units are then products of matrices.
    names = sorted(values, key=repr)
    told = np.array([[u[v] for v in names] for u in counted], dtype=float)
    apart = np.array([[distance[a, b] for b in names] for a in names])
    within = np.einsum("ua,ab,ub->u", told, apart, told) / (told.sum(1) - 1)
    drawn = np.random.default_rng(seed).multinomial(len(counted), np.full(len(counted), 1 / len(counted)), size=resamples)
    totals, observed = drawn @ told, drawn @ within
    n = totals.sum(1)
    expected = np.einsum("ra,ab,rb->r", totals, apart, totals)
    varied = expected > 0
    found = np.sort(1 - (observed[varied] / n[varied]) / (expected[varied] / (n[varied] * (n[varied] - 1))))
    if len(found) < 40:
        return Alpha(whole, None, None, len(counted))
    return Alpha(whole, float(found[int(0.025 * len(found))]), float(found[int(0.975 * len(found)) - 1]), len(counted))
