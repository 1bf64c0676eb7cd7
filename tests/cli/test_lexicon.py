"""``waqai lexicon``: the data is clean, and every kind of fault is found by file and line."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_code import TEXT, run

from waqai.resources.lint import lint, stray


def test_the_data_is_clean() -> None:
    assert [str(p) for p in lint()] == []


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("words/a.yml", "x: [قتل, هاجم, قتل]\n", "twice"),
        ("words/a.yml", "x: [قتل]\nx: [هاجم]\n", "written twice"),
        ("words/a.yml", "x: [قـتل]\n", "tatweel"),
        ("words/a.yml", "x: [قتaل]\n", "Latin"),
        ("words/a.yml", "x: ['قتل\u200f']\n", "U+200F"),
        ("words/a.yml", "x: ['قتل ']\n", "space"),
        ("words/a.yml", "x: [قتل\n", "cannot be read"),
        ("words/a.yml", "", "empty"),
        ("words/a.tsv", "id\tname\n1\tقتل\n1\tقتل\n", "written twice"),
        ("keys/a.tsv", "id\tname\n1\tقتل\n1\tهاجم\n", "written twice"),
        ("words/a.tsv", "id\tname\n1\n", "cells"),
        ("time/a.yml", "months:\n  1: [آذار]\n  2: [اذار]\n", "means 1 and 2"),
    ],
)
def test_faults_are_found(tmp_path: Path, name: str, content: str, words: str) -> None:
    (tmp_path / "lint.yml").write_text("distinct: {time/a.yml: [months]}\nunique: {keys/*: id}\nno_corpus: {words: t, time: t, keys: t}\n")
    p = tmp_path / name
    p.parent.mkdir()
    p.write_text(content, encoding="utf-8")
    (problem,) = lint(tmp_path)
    assert problem.path == name
    assert words in problem.message


def test_a_room_without_examples_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / "a.yml").write_text("x: [قتل]\n")
    assert [p.path for p in lint(tmp_path)] == ["words"]
    (tmp_path / "words" / "a.corpus.yml").write_text("- قتل جندي\n")
    assert lint(tmp_path) == []


def test_prefixes_and_running_text_may_hold_a_tatweel() -> None:
    assert stray("لـ") == stray("الـPKK") == []
    assert stray("في الـ4 من", text=True) == []


def test_check_and_usage(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert run(capsys, "lexicon", "check")[0] in (0, 3)
    p = tmp_path / "a.txt"
    p.write_text(TEXT, encoding="utf-8")
    code, out, _ = run(capsys, "lexicon", "usage", str(p))
    assert code == 0
    assert "trigger" in out
    assert run(capsys, "lexicon", "usage", str(p), "--unused")[1].count("\n") > 20
