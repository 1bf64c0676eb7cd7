"""Each text of event_words.yml tells exactly the events it names: none missed, none split, none merged."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest
import yaml

from waqai.model import Report
from waqai.pipeline import Coder

TEXTS: list[dict[str, str]] = yaml.safe_load((Path(__file__).parent / "event_words.yml").read_text(encoding="utf-8"))


@cache
def coder() -> Coder:
    return Coder()


@pytest.mark.parametrize("entry", TEXTS, ids=[e["text"][:40] for e in TEXTS])
def test_the_events_of_a_text(entry: dict[str, str]) -> None:
    t = coder().trace(Report(id="t", text=entry["text"], sha256="t", published=date(2024, 3, 5)))
    assert sorted(str(f.event_type) for f in t.story.frames) == sorted(entry["type"].split("+"))
