"""Every report of the block corpus is parted as it says."""

from __future__ import annotations

import pytest

from waqai.model import Report
from waqai.resources import DATA, read_yaml
from waqai.segment import segment

CORPUS = read_yaml(DATA / "segment" / "blocks.corpus.yml")


@pytest.mark.parametrize("entry", CORPUS, ids=[str(n) for n in range(len(CORPUS))])
def test_blocks(entry: dict) -> None:
    text = segment(Report(id="r", text=entry["text"], sha256="0"))
    assert [s.block for s in text.sentences] == entry["blocks"]
    for s in text.sentences:
        assert entry["text"][s.span.start : s.span.end].strip()
