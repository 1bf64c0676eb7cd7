"""``waqai explain`` and ``demo``: every stated field with its words and rule."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_code import TEXT, run

from waqai.explain import FIELDS, explain_claim
from waqai.pipeline import code_text


def test_explain_shows_words_and_rules(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    p = tmp_path / "a.txt"
    p.write_text(TEXT, encoding="utf-8")
    code, out, _ = run(capsys, "explain", str(p), "--published", "2025-03-09")
    assert code == 0
    assert "words in the report" in out
    assert TEXT.strip()[:30] in out
    assert run(capsys, "explain", str(p), "--claim", "9")[0] == 2


def test_rows_point_at_the_text() -> None:
    coded = code_text(TEXT, published="2025-03-09")
    rows = {r.field: r for r in explain_claim(coded, coded.claims[0])}
    assert list(rows) == list(FIELDS)
    assert rows["fatalities"].value == "low 3 · best 3 · high 3"
    for r in rows.values():
        assert r.words == tuple(TEXT[a:b] for a, b in r.spans)
    assert rows["trigger"].words == (coded.claims[0].trigger,)
    assert rows["captured"].value is None


def test_demo_codes_its_report(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "demo")
    assert code == 0
    assert "claim 1" in out
