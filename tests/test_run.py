"""``waqai run`` over many reports: nothing twice, nothing lost, the same bytes."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from waqai import written
from waqai.cli.store import app
from waqai.model import CodedReport, Report
from waqai.model.decisions import Decision
from waqai.run import Session, link, write_files
from waqai.store import open_store

REPORTS = Path(__file__).parent.parent / "examples" / "reports"
FILES = ("claims.jsonl", "incidents.jsonl", "tallies.jsonl", "statements.jsonl")


def run(*args: Any, code: int = 0) -> Any:
    done = CliRunner().invoke(app, ["run", *map(str, args)])
    assert done.exit_code == code, (done.output, done.exception)
    return json.loads(done.stdout.splitlines()[-1])


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("run") / "out"
    first = run(REPORTS, "--out", out)
    assert first["coded"] == first["read"] == 28
    return out


def test_run_writes_everything_and_links_every_event(made: Path) -> None:
    assert (made / "statements.jsonl").is_file()
    for name in (*FILES[:3], "store.sqlite", "incidents.csv", "incidents.geojson", "index.html"):
        assert (made / name).stat().st_size > 0
    incidents = {i["id"]: i for i in map(json.loads, (made / "incidents.jsonl").open(encoding="utf-8"))}
    seen = 0
    for doc in map(json.loads, (made / "claims.jsonl").open(encoding="utf-8")):
        assert doc["schema"] == "waqai.claims/1"
        for c in doc["claims"]:
            if c["kind"] == "event" and c["modality"] != "planned":
                assert c["id"] in incidents[c["incident_id"]]["claims"]
                seen += 1
            elif c["kind"] != "event":
                assert c["incident_id"] is None
    assert seen > 30
    assert all(i["rule"] == "conservative" and i["origins"] for i in incidents.values())


def test_same_input_again_changes_no_byte(made: Path) -> None:
    before = {p.name: p.read_bytes() for p in made.iterdir()}
    again = run(REPORTS, "--out", made)
    assert (again["coded"], again["unchanged"], again["changed"]) == (0, 28, 0)
    assert {p.name: p.read_bytes() for p in made.iterdir()} == before


def test_files_are_written_again_only_when_something_changed(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = Path(shutil.copytree(made, tmp_path / "out"))

    def times() -> dict[str, int]:
        return {p.name: p.stat().st_mtime_ns for p in out.iterdir() if not p.name.startswith("store.sqlite")}

    first = run(REPORTS, "--out", out)
    before = times()
    again = run(REPORTS, "--out", out)
    assert again["files"] == first["files"]
    assert times() == before
    whole = (out / "incidents.csv").read_bytes()
    for spoil in (lambda p: p.unlink(), lambda p: p.write_bytes(whole[:-1]), lambda p: p.write_bytes(whole)):
        spoil(out / "incidents.csv")
        changed = times()
        run(REPORTS, "--out", out)
        assert (out / "incidents.csv").read_bytes() == whole
        assert all(t > changed.get(name, 0) for name, t in times().items())
    (out / ".written.json").write_text("{", encoding="utf-8")
    before = times()
    run(REPORTS, "--out", out)
    assert all(t > before[name] for name, t in times().items())
    before = times()
    monkeypatch.setattr(written, "installation", lambda: "another")
    run(REPORTS, "--out", out)
    assert all(t > before[name] for name, t in times().items())


def test_other_order_and_two_steps_give_the_same_files(made: Path, tmp_path: Path) -> None:
    files = sorted((p for p in REPORTS.iterdir() if p.suffix != ".json"), reverse=True)
    run(*files[:9], "--out", tmp_path / "o")
    run(*files[9:], "--out", tmp_path / "o")
    for name in FILES:
        assert (tmp_path / "o" / name).read_bytes() == (made / name).read_bytes()


def test_store_of_a_run_is_whole_and_can_be_searched(made: Path) -> None:
    cli = CliRunner()
    verdict = json.loads(cli.invoke(app, ["verify", str(made)]).stdout)
    assert verdict["ok"]
    hits = [json.loads(x) for x in cli.invoke(app, ["search", "دورية", "--store", str(made)]).stdout.splitlines()]
    assert hits
    assert all(h["report"] for h in hits)
    checks = [json.loads(x) for x in cli.invoke(app, ["tallies", "--store", str(made)]).stdout.splitlines()]
    assert len(checks) == sum(1 for _ in (made / "tallies.jsonl").open())


def test_broken_store_is_told_by_the_exit_code(made: Path, tmp_path: Path) -> None:
    import sqlite3

    copy = tmp_path / "store.sqlite"
    shutil.copy(made / "store.sqlite", copy)
    with sqlite3.connect(copy) as c:
        c.execute("UPDATE report SET text = text || ' ' WHERE seq = 3")
    done = CliRunner().invoke(app, ["verify", str(copy)])
    assert done.exit_code == 1
    assert "its text was changed" in json.loads(done.stdout)["broken"][0]["what"]


def test_unreadable_input_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    good = tmp_path / "in.txt"
    good.write_text("2025-04-02\nقُتل جنديان بانفجار عبوة ناسفة في تدمر اليوم.", encoding="utf-8")
    done = run(good, tmp_path / "missing.txt", "--out", tmp_path / "o", code=1)
    assert (done["coded"], done["failed"]) == (1, 1)


def test_a_report_that_breaks_the_coder_is_left_out_and_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from waqai.pipeline import Coder

    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text("2025-04-02\nقُتل جنديان بانفجار عبوة ناسفة في تدمر اليوم.", encoding="utf-8")
    (folder / "b.txt").write_text("2025-04-03\nقُتل ثلاثة شرطيين بانفجار لغم في بعقوبة اليوم.", encoding="utf-8")
    real = Coder.code

    def code(self: Coder, r: Report) -> CodedReport:
        if "ثلاثة" in r.text:
            raise KeyError("x")
        return real(self, r)

    monkeypatch.delenv("WAQAI_DEBUG", raising=False)
    monkeypatch.setattr(Coder, "code", code)
    done = run(folder, "--out", tmp_path / "o", code=1)
    assert (done["read"], done["coded"], done["unchanged"], done["failed"]) == (2, 1, 0, 1)
    monkeypatch.setattr(Coder, "code", real)
    done = run(folder, "--out", tmp_path / "o")
    assert (done["read"], done["coded"], done["unchanged"], done["failed"]) == (2, 1, 1, 0)


def test_a_corrected_word_list_codes_reports_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from waqai import pipeline

    good = tmp_path / "in.txt"
    good.write_text("2025-04-02\nقُتل جنديان بانفجار عبوة ناسفة في تدمر اليوم.", encoding="utf-8")
    assert run(good, "--out", tmp_path / "o")["coded"] == 1
    assert run(good, "--out", tmp_path / "o")["unchanged"] == 1
    monkeypatch.setattr(pipeline, "_method", lambda: "2026.11+other")
    done = run(good, "--out", tmp_path / "o")
    assert (done["coded"], done["incidents"]) == (1, 1)


def test_killed_between_storing_and_linking_is_made_good(tmp_path: Path) -> None:
    from waqai.pipeline import METHOD, Coder
    from waqai.read import read_inputs

    reports = [r for r in read_inputs([REPORTS]) if isinstance(r, Report)]
    with open_store(tmp_path / "s.sqlite") as store:
        Session(store, METHOD).code(reports[:10], Coder().code)  # … and the process dies here
        assert store.incidents() == []
        session = Session(store, METHOD)
        assert session.code(reports, Coder().code).coded == len(reports) - 10
        assert session.link() > 0
        assert session.link() == 0
        assert tuple(store.incidents()) != ()
        assert sorted(i.id for i in store.incidents()) == sorted(i.id for i in link(store).incidents)
        assert store.verify().ok


def test_reviewers_judgement_is_heeded_at_the_next_linking(tmp_path: Path) -> None:
    from waqai.pipeline import METHOD, Coder
    from waqai.read import read_inputs

    with open_store(tmp_path / "s.sqlite") as store:
        reports = [r for r in read_inputs([REPORTS]) if isinstance(r, Report)]
        session = Session(store, METHOD)
        session.code(reports, Coder().code)
        session.link()
        several = next(i for i in store.incidents() if len(i.claims) > 1)
        store.decide(Decision("different", several.claims[0], several.claims[1], who="ريم", why="two patrols"))
        dropped = next(i for i in store.incidents() if len(i.claims) == 1)
        store.decide(Decision("reject", dropped.claims[0], who="ريم"))
        assert Session(store, METHOD).link() > 0
        assert store.claim(several.claims[0]).incident_id != store.claim(several.claims[1]).incident_id  # type: ignore[union-attr]
        assert store.incident(dropped.id) is None
        write_files(store, tmp_path)
        assert dropped.claims[0] not in (tmp_path / "claims.jsonl").read_text(encoding="utf-8")
        assert store.claim(dropped.claims[0]) is not None
        assert store.verify().ok


def test_batches_are_whole_or_not_there(tmp_path: Path) -> None:
    def fail(r: Report) -> CodedReport:
        raise KeyboardInterrupt

    with open_store(tmp_path / "s.sqlite") as store:
        one = Report("a", "نص", "0" * 64)
        with pytest.raises(KeyboardInterrupt):
            Session(store, "1").code([one], fail)
        assert store.counts()["report"] == 0
        assert store.head() == 0
