"""``waqai export · bulletin · site · disclose`` on a real store."""

from __future__ import annotations

import json

import pytest
from publish_sample import coded
from typer.testing import CliRunner

from waqai.cli.publish import app
from waqai.errors import UsageError
from waqai.publish.site import changes

run = CliRunner()


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    from waqai.store import open_store

    path = tmp_path_factory.mktemp("store") / "store.sqlite"
    docs, incidents, checks = coded()
    with open_store(path) as held:
        ident = held.start_run("0.1.0")
        held.put_many([(d, None, d.report) for d in docs], ident)
        held.put_incidents(incidents, checks, ident)
    return path


def call(*args):
    done = run.invoke(app, [str(a) for a in args])
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done


def test_export_writes_each_format_under_the_default_profile(store, tmp_path):
    done = call("export", "--store", store, "--out", tmp_path, "-f", "acled,csv", "-f", "geojson")
    lines = [json.loads(x) for x in done.output.splitlines()]
    assert [(x["format"], x["profile"], x["rows"]) for x in lines] == [
        ("acled", "partner", 29),
        ("csv", "partner", 29),
        ("geojson", "partner", 29),
    ]
    assert "العلاوي" not in (tmp_path / "csv" / "claims.csv").read_text(encoding="utf-8")


def test_export_of_a_period_and_an_area(store, tmp_path):
    done = call("export", "--store", store, "--out", tmp_path, "-f", "csv", "--from", "2025-09-01", "--to", "2025-09-30", "--area", "IQ")
    assert json.loads(done.output)["rows"] == 4


@pytest.mark.parametrize(
    ("more", "match"),
    [
        (["-f", "dbf"], "Choose one of"),
        (["-f", "csv", "--area", "Narnia"], "no incident lies"),
        (["-f", "csv", "--from", "2025-10-01", "--to", "2025-09-01"], "before it begins"),
        (["-f", "csv", "--from", "yesterday"], "not a day"),
        (["-f", "csv", "--profile", "secret"], "no profile"),
    ],
)
def test_bad_calls_say_what_to_do(store, tmp_path, more, match):
    with pytest.raises(UsageError, match=match):
        call("export", "--store", store, "--out", tmp_path / "o", *more)
    assert not (tmp_path / "o").exists()


def test_site_twice_changes_nothing_and_logs_what_is_new(store, tmp_path):
    call("site", "--store", store, "--out", tmp_path, "--profile", "partner")
    before = {p.name: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}
    call("site", "--store", store, "--out", tmp_path, "--profile", "partner")
    assert {p.name: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()} == before
    assert {"index.html", "changes.html", "state.json", "incidents.csv", "incidents.geojson", "incidents.jsonl"} == set(before)
    assert "changes.html" in before["index.html"].decode()


def test_a_stricter_profile_forgets_the_log_of_a_looser_one(store, tmp_path):
    call("site", "--store", store, "--out", tmp_path, "--profile", "internal")
    call("site", "--store", store, "--out", tmp_path, "--profile", "public", "--today", "2026-06-01")
    state = json.loads((tmp_path / "data" / "state.json").read_text(encoding="utf-8"))
    assert state["profile"] == "public"
    # Nobody has released anything in this store: the public site is empty, and so is its log.
    assert (state["incidents"], state["log"]) == ({}, [])


def test_changes_between_builds():
    assert changes({"a": ["1"], "b": ["1"]}, {"b": ["2"], "c": ["1"]}) == {"added": ["c"], "changed": ["b"], "gone": ["a"]}


def test_bulletin_page(store, tmp_path):
    pytest.importorskip("matplotlib")
    path = tmp_path / "b.html"
    done = call("bulletin", "--store", store, "--from", "2025-09-01", "--to", "2025-09-30", "--out", path)
    assert done.output.strip() == str(path)
    assert "نشرة حوادث النزاع" in path.read_text(encoding="utf-8")


def test_disclose_shows_masks_and_audits(store, tmp_path):
    assert json.loads(call("disclose", "--profile", "public").output)["drafts"] is False
    assert call("disclose", "--text", "قُتل محمد خالد العلي").output.strip() == "قُتل [اسم محجوب]"
    call("export", "--store", store, "--out", tmp_path, "-f", "jsonl", "--profile", "internal")
    found = call("disclose", "--check", tmp_path / "jsonl" / "incidents.jsonl", "--profile", "public")
    assert found.exit_code == 1
    assert {json.loads(x)["rule"] for x in found.output.splitlines()} >= {"name", "profile", "draft"}
    call("export", "--store", store, "--out", tmp_path, "-f", "jsonl", "--profile", "public", "--today", "2026-06-01")
    clean = call("disclose", "--check", tmp_path / "jsonl" / "incidents.jsonl", "--profile", "public")
    assert (clean.exit_code, clean.output) == (0, "")
