"""Every line of ``data/actors/actors.corpus.yml``: names are found with their id, counter-examples stay free of mentions."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from actor_text import text_of

from waqai.annotate.actor import annotate_actors
from waqai.normalise import fold
from waqai.resources import DATA, read_yaml

LINES: list[dict[str, Any]] = read_yaml(DATA / "actors" / "actors.corpus.yml")


def test_corpus_size() -> None:
    assert len(LINES) >= 300
    assert sum("not" in line for line in LINES) >= 50
    assert len({line["text"] for line in LINES}) == len(LINES)


@pytest.mark.parametrize("line", LINES, ids=lambda line: line["text"][:40])
def test_corpus_line(line: dict[str, Any]) -> None:
    day = line.get("day")
    mentions = annotate_actors(text_of(line["text"], line.get("outlet")), date.fromisoformat(str(day)) if day else None)
    for words, actor_id in line.get("is", ()):
        near = [m for m in mentions if fold(words) in fold(m.text) or fold(m.text) in fold(words)]
        assert actor_id in {m.actor_id for m in near}, [(m.text, m.actor_id) for m in mentions]
    for words in line.get("not", ()):
        a = line["text"].index(words)
        b = a + len(words)
        over = [m for m in mentions if m.span.start < b and a < m.span.end]
        assert not over, [(m.text, m.actor_id) for m in over]
