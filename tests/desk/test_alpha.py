"""Krippendorff's alpha against his own published example (four coders, twelve units, gaps)."""

from __future__ import annotations

import pytest

from waqai.desk.alpha import alpha, interval, nominal

ROWS = (
    (1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None),
    (1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3),
    (None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None),
    (1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None),
)
UNITS = [{f"c{n}": row[i] for n, row in enumerate(ROWS) if row[i] is not None} for i in range(12)]


def test_alpha_published_example() -> None:
    assert alpha(UNITS, nominal).value == pytest.approx(0.743, abs=5e-4)
    assert alpha(UNITS, interval).value == pytest.approx(0.849, abs=5e-4)


def test_alpha_interval_holds_the_value_and_repeats() -> None:
    a = alpha(UNITS)
    assert a.low is not None
    assert a.high is not None
    assert a.value is not None
    assert a.low < a.value <= a.high <= 1
    assert a == alpha(UNITS)
    assert a.units == 11


def test_alpha_says_nothing_where_nothing_varies() -> None:
    assert alpha([{"a": 1, "b": 1}] * 5).value is None
    assert alpha([]).value is None
    assert alpha([{"a": 1}]).units == 0
    assert alpha([{"a": 1, "b": 1}, {"a": 2, "b": 2}], resamples=0).value == 1.0
