"""``waqai dates``: one text, JSON Lines, bad input."""

from __future__ import annotations

import json

from typer.testing import CliRunner

from waqai.cli.dates import app

RUN = CliRunner()


def test_one_text() -> None:
    result = RUN.invoke(app, ["قُتل جنديان أمس", "--published", "2024-05-15"])
    assert result.exit_code == 0
    assert json.loads(result.stdout) == {
        "id": None,
        "mentions": [
            {
                "span": [12, 15],
                "text": "أمس",
                "date_start": "2024-05-14",
                "date_end": "2024-05-14",
                "time_precision": "day",
                "time_basis": "relative",
                "candidate_years": None,
            }
        ],
    }


def test_json_lines_keep_ids_and_read_each_publication_day() -> None:
    lines = [
        {"id": "a", "text": "هجوم الجمعة", "published_at": "2024-05-15T08:00:00+03:00"},
        {"id": "b", "text": "هجوم الجمعة"},
        {"id": "c", "text": "15 أيار 2024\nهجوم أمس"},
    ]
    result = RUN.invoke(app, [], input="\n".join(json.dumps(x, ensure_ascii=False) for x in lines) + "\n")
    assert result.exit_code == 0
    out = [json.loads(x) for x in result.stdout.splitlines()]
    assert [x["id"] for x in out] == ["a", "b", "c"]
    assert [x["mentions"][-1]["date_start"] for x in out] == ["2024-05-10", None, "2024-05-14"]


def test_future_reading() -> None:
    result = RUN.invoke(app, ["الجمعة", "--published", "2024-05-15", "--future"])
    assert json.loads(result.stdout)["mentions"][0]["date_start"] == "2024-05-17"


def test_bad_lines_are_named_and_the_rest_is_read() -> None:
    result = RUN.invoke(app, [], input='not json\n{"id": "x"}\n{"id": "y", "text": "أمس", "published_at": "2024-05-15"}\n')
    assert result.exit_code == 1
    assert [json.loads(x)["id"] for x in result.stdout.splitlines() if x.startswith("{")] == ["y"]
