"""Phenomenon records: what counts as read, and what is said when it is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from waqai.errors import InputError
from waqai.evaluate import Record, judge, load_phenomena, run

CLAIM = {
    "event_type": "attack", "perpetrator": "unknown gunmen", "target": "Iraqi army", "place_ar": "بلدة القائم", "fatalities": {"low": 2, "high": None},
    "injuries": {"low": None, "high": None}, "date_start": "2024-05-01", "modality": "reported", "trigger_ar": "قتل",
}  # fmt: skip


def record(*expect: dict) -> Record:
    return Record("r", "passive", "…", None, None, expect)


def test_only_given_keys_are_compared() -> None:
    good = {
        "event_type": "attack",
        "place": "القائم",
        "fatalities": [2, None],
        "injuries": None,
        "perpetrator": "unknown gunmen",
    }
    assert judge(record(good), [CLAIM]) is None
    assert judge(record({**good, "fatalities": 2}), [CLAIM]) == "claim 1 differs in fatalities"
    assert judge(record({"date_start": "2024-05-01", "trigger": "قُتل"}), [CLAIM]) is None


def test_the_number_of_claims_counts() -> None:
    assert judge(record(), []) is None
    assert judge(record(), [CLAIM]) == "0 claims expected, found attack"
    assert judge(record({"event_type": "raid"}, {"event_type": "attack"}), [CLAIM, {**CLAIM, "event_type": "raid"}]) is None


def test_run_counts_by_phenomenon() -> None:
    out = run([record({"event_type": "attack"}), Record("q", "dual", "…", None, None, ())], lambda r: [CLAIM])
    assert out["pass"] == 0.5
    assert out["by_phenomenon"] == {"dual": {"passed": 0, "n": 1}, "passive": {"passed": 1, "n": 1}}
    assert list(out["failures"]) == ["q"]


@pytest.mark.parametrize("content", ["- {id: a, phenomenon: p, text: t}", "- {id: a, phenomenon: p, text: t, expect: [{wepon: ied}]}"])
def test_broken_records_are_named(tmp_path: Path, content: str) -> None:
    p = tmp_path / "p.yml"
    p.write_text(content)
    with pytest.raises(InputError, match="record 1"):
        load_phenomena(p)
