"""``waqai eval``: figures, tables, floors and exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from test_code import run

GOLD = Path(__file__).parents[1] / "gold"


def small(tmp_path: Path) -> Path:
    folder = tmp_path / "gold"
    folder.mkdir()
    for name in ("w01-syria-agency", "w21-no-event-football"):
        for end in (".json", ".txt"):
            (folder / f"{name}{end}").write_bytes((GOLD / f"{name}{end}").read_bytes())
    return folder


def test_eval_prints_figures(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code, out, _ = run(capsys, "eval", "--gold", str(small(tmp_path)), "--per-doc", "--errors", "--by", "outlet")
    assert code == 0
    for words in ("precision", "recall", "F1", "evidence", "w01-syria-agency", "وكالة الضفة"):
        assert words in out


def test_eval_json_and_floors(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    folder, floors = str(small(tmp_path)), tmp_path / "floors.json"
    code, out, _ = run(capsys, "eval", folder, "--json", "--floors", str(floors), "--raise")
    assert code == 0
    assert json.loads(out)["documents"] == 2
    saved = json.loads(floors.read_text())
    saved["floors"]["claims.recall"] = 1.01
    floors.write_text(json.dumps(saved))
    code, _, err = run(capsys, "eval", folder, "--floors", str(floors))
    assert code == 1
    assert "claims.recall" in err
    code, _, _ = run(capsys, "eval", folder, "--floors", str(floors), "--lower", "--reason", "a test")
    assert code == 0
    assert json.loads(floors.read_text())["lowered"][-1]["reason"] == "a test"
    assert run(capsys, "eval", folder, "--floors", str(floors))[0] == 0


def test_eval_of_a_claims_file(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    claims = tmp_path / "claims.jsonl"
    claims.write_text(json.dumps({"id": "w01-syria-agency", "claims": []}) + "\n")
    code, out, _ = run(capsys, "eval", str(small(tmp_path)), "--sys", str(claims), "--json")
    assert code == 0
    assert json.loads(out)["detection"]["recall"] == 0.0


@pytest.mark.slow
def test_the_floors_of_our_gold_hold(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = run(capsys, "eval", str(GOLD), "--phenomena", str(GOLD / "phenomena.yml"), "--floors", str(GOLD / "floors.json"))
    assert code == 0, err
