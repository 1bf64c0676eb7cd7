"""``waqai gazetteer``: what a terminal and a program get."""

import json

import pytest
from typer.testing import CliRunner

from waqai.cli.gazetteer import app
from waqai.errors import InputError, UsageError
from waqai.resources.gazetteer import index, userstore

HEAD = "id,kind,country,name_ar,name_en,lat,lon\n"


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("WAQAI_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("WAQAI_CACHE", str(tmp_path / "cache"))
    index._load.cache_clear()
    yield tmp_path
    index._load.cache_clear()


def run(*args: str, input: str | bytes | None = None):
    return CliRunner().invoke(app, list(args), input=input)


def test_find_prints_json_lines():
    result = run("find", "الميادين", "--in", "دير الزور", "--format", "jsonl", "--limit", "1")
    record = json.loads(result.stdout)
    assert record["name_en"] == "Al-Mayadin"
    assert record["admin1"] == "Deir ez-Zor"
    assert record["geo_precision"] == "exact"
    assert set(record) >= {"id", "name_ar", "name_en", "kind", "admin1", "lat", "lon", "geo_precision", "score"}


def test_find_prints_a_table():
    assert "Qamishli" in run("find", "القامشلي", "--format", "table").stdout


def test_find_reads_queries_from_stdin():
    lines = [{"id": "a", "name": "سنجار", "in": "نينوى"}, {"id": 7, "name": "لامكان هنا"}]
    result = run("find", input="\n".join(json.dumps(x, ensure_ascii=False) for x in lines))
    answers = [json.loads(x) for x in result.stdout.splitlines()]
    assert [a["id"] for a in answers] == ["a", 7]
    assert answers[0]["candidates"][0]["admin1"] == "Nineveh"
    assert answers[1]["candidates"] == []


@pytest.mark.parametrize("line", ["{", "[]", '{"id": 1}', '{"name": 3}'])
def test_find_names_the_faulty_query_line(line):
    result = run("find", input='{"name": "سنجار"}\n' + line + "\n")
    assert isinstance(result.exception, InputError)
    assert "stdin:2" in str(result.exception)


def test_find_of_an_unknown_name_exits_1():
    assert run("find", "قغظثصض").exit_code == 1


def test_import_says_what_it_did_and_whom_to_credit(home):
    path = home / "p.csv"
    path.write_text(HEAD + "x1,village,SY,تل المثال,Tell,35.05,40.47\nx2,village,SY,Latin,L,35.06,40.4\n", encoding="utf-8")
    result = run("import", "csv", str(path))
    assert "1 places read (left out: 1 no Arabic name)" in result.stdout
    assert "1 new places" in result.stdout
    assert "Attribution" in result.stdout
    assert "p.csv" in run("sources").stdout


def test_import_refuses_a_bad_file_and_keeps_the_store(home):
    path = home / "p.csv"
    path.write_text(HEAD + "x1,village,SY,تل المثال,Tell,40.47,35.05\n", encoding="utf-8")
    result = run("import", "csv", str(path))
    assert isinstance(result.exception, InputError)
    assert "p.csv:2" in str(result.exception)
    assert not userstore.store_path().exists()


def test_unknown_formats_are_usage_errors(home):
    assert isinstance(run("import", "shp", "x").exception, UsageError)
    assert isinstance(run("find", "سنجار", "--format", "xml").exception, UsageError)
    assert isinstance(run("fetch", "osm", "SY").exception, UsageError)


def test_check_finds_no_fault_in_the_core(monkeypatch, tmp_path):
    monkeypatch.setenv("WAQAI_SHARED", str(tmp_path))
    result = run("check")
    assert result.exit_code == 0
    assert "0 faults inside the core" in result.stdout
