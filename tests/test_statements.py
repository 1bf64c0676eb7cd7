"""General statements through a run: their file, the command, and what the counts say to a trend."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from waqai.cli.app import app
from waqai.model import Claim, ClaimKind
from waqai.model.serial import claim_from_dict, claim_to_dict
from waqai.pipeline import code_text

PLACES = ("الشحيل", "ذيبان", "البصيرة", "هجين", "غرانيج", "الباغوز")
RISE = "قال المرصد السوري لحقوق الإنسان اليوم الأحد إن هجمات تنظيم داعش في محافظة دير الزور تصاعدت خلال نيسان الماضي."
FALL = "وقال مصدر محلي إن هجمات تنظيم داعش في محافظة دير الزور تراجعت خلال نيسان الماضي."
EARLY = "وقال مصدر محلي إن هجمات تنظيم داعش في محافظة دير الزور تصاعدت خلال شباط الماضي."
HOLDS = "وتسيطر قوات سوريا الديمقراطية على مدينة الطبقة غربي الرقة."


def _attacks() -> list[dict[str, str]]:
    """3 attacks in March and 18 in April 2025, each in a report of its own; 2 in Raqqa that no statement is about."""
    days = [(3, 1), (3, 11), (3, 21), *((4, d) for d in range(2, 20))]
    out = []
    for n, (month, day) in enumerate(days):
        place = f"بلدة {PLACES[n % len(PLACES)]} بريف دير الزور الشرقي"
        text = f"قُتل عنصر من قوات سوريا الديمقراطية يوم {day}/{month}/2025 بهجوم شنّه مسلحون من تنظيم داعش في {place}."
        out.append({"id": f"a{n}", "text": text, "published_at": f"2025-{month:02}-{day + 1:02}", "outlet": f"شبكة {n}"})
    return out


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("statements")
    said = [(RISE, "2025-05-04"), (FALL, "2025-05-05"), (EARLY, "2025-03-05"), (HOLDS, "2025-05-06")]
    rows = [*_attacks(), *({"id": f"s{n}", "text": t, "published_at": p} for n, (t, p) in enumerate(said))]
    source = folder / "in.jsonl"
    source.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows), encoding="utf-8")
    done = CliRunner().invoke(app, ["run", str(source), "--out", str(folder / "out")])
    assert done.exit_code == 0, done.output
    return folder / "out"


def _rows(out: Path) -> dict[str, dict[str, Any]]:
    return {r["report_id"]: r for r in map(json.loads, (out / "statements.jsonl").open(encoding="utf-8"))}


def test_trends_are_tested_against_the_counts(out: Path) -> None:
    rows = _rows(out)
    assert {r: (x["statement"], x["perpetrator"]["name_en"]) for r, x in rows.items()} == {
        "s0": ("increase", "ISIS"), "s1": ("decrease", "ISIS"), "s2": ("increase", "ISIS"), "s3": ("control", "SDF"),
    }  # fmt: skip
    rise = rows["s0"]["test"]
    assert (rise["before"], rise["during"]) == (["2025-03-02", "2025-03-31"], ["2025-04-01", "2025-04-30"])
    assert (rise["counts"]["before"], rise["counts"]["after"], rise["counts"]["days_before"]) == (2, 18, 30)
    assert rise["counts"]["p"] < 0.001
    assert rise["counts"]["method"] == "rate-ratio-exact/1"
    assert (rise["verdict"], rows["s1"]["test"]["verdict"]) == ("borne out", "contradicted")


def test_what_the_store_does_not_reach_is_not_tested(out: Path) -> None:
    early = _rows(out)["s2"]["test"]
    assert (early["verdict"], early["counts"]) == ("not tested", None)
    assert "2025-03-01" in early["why"]


def test_control_has_no_test_and_no_incident(out: Path) -> None:
    row = _rows(out)["s3"]
    assert row["test"] is None
    assert row["place"]["name_ar"] == "الطبقة"
    incidents = [json.loads(x) for x in (out / "incidents.jsonl").open(encoding="utf-8")]
    assert all(row["claim_id"] not in i["claims"] for i in incidents)
    assert all("s3" not in o["reports"] for i in incidents for o in i["origins"])


def test_command_prints_the_same_rows_and_a_table(out: Path) -> None:
    cli = CliRunner()
    lines = cli.invoke(app, ["statements", "--store", str(out)]).stdout.splitlines()
    assert [json.loads(x) for x in lines] == list(_rows(out).values())
    trends = cli.invoke(app, ["statements", "--store", str(out), "--kind", "increase"]).stdout.splitlines()
    assert [json.loads(x)["report_id"] for x in trends] == ["s0", "s2"]
    table = cli.invoke(app, ["statements", "--store", str(out), "-f", "table"], env={"COLUMNS": "200"}).stdout
    assert "2 → 18" in table
    assert "borne out" in table
    wrong = cli.invoke(app, ["statements", "--store", str(out), "--kind", "rise"])
    assert wrong.exit_code != 0


def test_rejected_statement_is_left_out(out: Path, tmp_path: Path) -> None:
    from waqai.model.decisions import Decision
    from waqai.statements import rows
    from waqai.store import open_store

    copy = Path(shutil.copy(out / "store.sqlite", tmp_path))
    with open_store(copy) as store:
        fall = _rows(out)["s1"]["claim_id"]
        store.decide(Decision("reject", fall, who="A. Reader", why="not said so"))
        left = [r["report_id"] for r in rows(store.coded_reports(reviewed=True), store.incidents())]
    assert left == ["s0", "s2", "s3"]


def test_statement_survives_being_written(out: Path) -> None:
    (claim,) = (c for c in code_text(RISE, published="2025-05-04").claims if c.kind is ClaimKind.STATEMENT)
    assert isinstance(claim, Claim)
    assert claim_from_dict(json.loads(json.dumps(claim_to_dict(claim)))) == claim


@pytest.mark.parametrize(("text", "words"), [(RISE, "increase of attack (statement)"), (HOLDS, "control (statement)")])
def test_terminal_shows_a_statement_as_one(text: str, words: str) -> None:
    from waqai.cli.table import what

    assert [what(c) for c in code_text(text, published="2025-05-04").claims] == [words]
