"""Evidence spans slice to words of the report, and every stated field has one."""

from __future__ import annotations

from waqai.evaluate import check_evidence, sum_evidence

TEXT = "قتل جنديان في القائم."


def test_valid_evidence() -> None:
    claim = {"trigger": "قتل", "place": {"name_ar": "القائم"}, "evidence": {"trigger": [[0, 3]], "place": [[14, 20]]}}
    out = check_evidence(TEXT, [claim])
    assert (out["spans"], out["valid"], out["fields"], out["supported"], out["problems"]) == (2, 2, 2, 2, [])


def test_bad_spans_and_missing_fields_are_named() -> None:
    claim = {
        "trigger": "هاجم",
        "fatalities": {"low": 2},
        "evidence": {"trigger": [[0, 3]], "place": [[14, 99]], "date": [[3, 5]]},
    }
    out = check_evidence(TEXT, [claim])
    assert (out["spans"], out["valid"]) == (3, 1)
    assert any("trigger 'هاجم'" in p for p in out["problems"])
    assert any("fatalities has no evidence" in p for p in out["problems"])
    total = sum_evidence([("d1", out), ("d2", check_evidence(TEXT, []))])
    assert total["valid_share"] == round(1 / 3, 4)
    assert total["problems"][0].startswith("d1: ")
