"""``waqai code``: JSON Lines when captured, a table when asked for, exit codes, and bad input that stops nothing."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from waqai.cli import common
from waqai.cli.app import main
from waqai.model.serial import coded_from_dict

TEXT = "قُتل ثلاثة من عناصر قوات سوريا الديمقراطية، أمس السبت، بانفجار عبوة ناسفة في بلدة الصور شمالي دير الزور، وفق مصدر محلي.\n"


def run(capsys: pytest.CaptureFixture[str], *args: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as stop:
        main(list(args))
    out = capsys.readouterr()
    return stop.value.code or 0, out.out, out.err


@pytest.fixture
def report(tmp_path: Path) -> Path:
    p = tmp_path / "a.txt"
    p.write_text(TEXT, encoding="utf-8")
    return p


def test_json_lines_follow_the_contract(capsys: pytest.CaptureFixture[str], report: Path) -> None:
    code, out, err = run(capsys, "code", str(report), "--published", "2025-03-09", "--outlet", "وكالة الضفاف")
    assert (code, err) == (0, "")
    (line,) = out.splitlines()
    value = json.loads(line)
    assert value["schema"] == "waqai.claims/1"
    assert value["report"]["published_at"] == "2025-03-09"
    assert value["report"]["outlet"] == "وكالة الضفاف"
    claim = value["claims"][0]
    assert claim["event_type"] == "ied"
    assert claim["date_start"] == "2025-03-08"
    assert claim["fatalities"]["low"] == 3
    for spans in claim["evidence"].values():
        assert all(TEXT[a:b].strip() for a, b in spans)
    assert coded_from_dict(value).claims[0].id == claim["id"]


def test_table(capsys: pytest.CaptureFixture[str], report: Path) -> None:
    code, out, _ = run(capsys, "code", str(report), "--format", "table", "--published", "2025-03-09")
    assert code == 0
    for words in ("according to", "ied", "3 killed", "2025-03-08", "الصور"):
        assert words in out


def test_bad_files_are_named_recorded_and_end_in_one(capsys: pytest.CaptureFixture[str], report: Path, tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_bytes(b"")
    code, out, err = run(capsys, "code", str(tmp_path / "b.txt"), str(tmp_path / "none.txt"), str(report))
    assert code == 1
    assert [line.split(": ")[0] for line in err.splitlines()] == ["waqai", "waqai"]
    assert "b.txt" in err
    assert "none.txt" in err
    values = [json.loads(line) for line in out.splitlines()]
    assert [len(v["claims"]) > 0 for v in values] == [False, False, True]
    assert [v["issues"][0]["severity"] for v in values[:2]] == ["error", "error"]


@pytest.mark.parametrize(
    "args",
    [
        ["code", "x.txt", "--published", "yesterday"],
        ["code", "x.txt", "--format", "xml"],
        ["code", "--nonsense"],
        ["eval"],
        ["eval", "--gold", "x", "--lower"],
        ["eval", "--gold", "x", "--by", "moon"],
    ],
)
def test_wrong_use_ends_in_two(capsys: pytest.CaptureFixture[str], args: list[str]) -> None:
    code, _, err = run(capsys, *args)
    assert code == 2
    assert err


def test_output_file_is_whole_or_absent(capsys: pytest.CaptureFixture[str], report: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    assert run(capsys, "code", str(report), "-o", str(target))[0] == 0
    assert len(target.read_text(encoding="utf-8").splitlines()) == 1
    assert [p.name for p in tmp_path.glob(".*.part")] == []
    assert run(capsys, "code", str(report), "-o", str(tmp_path / "no" / "out.jsonl"))[0] == 2


def test_standard_input(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    line = json.dumps({"id": "r1", "text": TEXT, "published_at": "2025-03-09"}) + "\n{broken\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(line.encode())))
    code, out, _ = run(capsys, "code")
    assert code == 1
    assert [json.loads(x)["report"]["id"] for x in out.splitlines()] == ["r1", "stdin:2"]


def test_same_input_same_bytes(capsys: pytest.CaptureFixture[str], report: Path) -> None:
    assert run(capsys, "code", str(report))[1] == run(capsys, "code", str(report))[1]


def test_progress_shows_only_for_many_files(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for n in range(51):
        (tmp_path / f"{n}.txt").write_text("نص")

    class Screen(io.StringIO):
        def isatty(self) -> bool:
            return True

    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    with common.progress([str(tmp_path)]) as step:
        step()
    assert "Coding" in screen.getvalue()
    few = Screen()
    monkeypatch.setattr(sys, "stderr", few)
    with common.progress([str(tmp_path / "1.txt")]) as step:
        step()
    assert few.getvalue() == ""


def test_a_report_that_breaks_the_coder_stops_nothing(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, report: Path, tmp_path: Path
) -> None:
    from waqai.pipeline import Coder

    other = tmp_path / "b.txt"
    other.write_text(TEXT.replace("ثلاثة", "أربعة"), encoding="utf-8")
    real = Coder.code

    def code(self: Coder, r):
        if "أربعة" in r.text:
            raise KeyError("x")
        return real(self, r)

    monkeypatch.setattr(Coder, "code", code)
    monkeypatch.delenv("WAQAI_DEBUG", raising=False)
    status, out, err = run(capsys, "code", str(other), str(report))
    assert status == 1
    assert "the coder broke" in err
    assert json.loads(out.splitlines()[0])["issues"][0]["code"] == "coder-broke"
    assert json.loads(out.splitlines()[1])["claims"]
    monkeypatch.setenv("WAQAI_DEBUG", "1")
    with pytest.raises(KeyError):
        main(["code", str(other)])
