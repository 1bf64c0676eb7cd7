"""The invented reports the tables are tuned on: every word of a claim stands in its report."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.reports import UNREAD, WordsError, documents, gold, write

from waqai.evaluate.gold import load_gold
from waqai.model import EventType, Modality

DOCS = list(documents())
KEPT = list(documents(UNREAD))


def test_there_are_enough_of_them_and_some_tell_nothing() -> None:
    assert len(DOCS) == len({d["id"] for d in DOCS}) == 630
    assert sum(len(d.get("claims") or ()) for d in DOCS) > 1400
    assert sum(not d.get("claims") for d in DOCS) >= 24


def test_those_kept_for_measuring_are_others() -> None:
    assert len(KEPT) == 38
    assert not {d["id"] for d in DOCS} & {d["id"] for d in KEPT}
    assert not {d["text"] for d in DOCS} & {d["text"] for d in KEPT}


@pytest.mark.parametrize("doc", [*DOCS, *KEPT], ids=lambda d: str(d["id"]))
def test_every_word_stands_in_the_report(doc: dict) -> None:
    text = doc["text"].strip("\n")
    for claim in gold(doc)["claims"]:
        EventType(claim["event_type"])
        Modality(claim["modality"])
        for e in claim["evidence"].values():
            assert text[slice(*e["span"])] == e["text"]


def test_words_that_are_not_there_are_named() -> None:
    with pytest.raises(WordsError, match="صاروخ"):
        gold({"id": "x", "text": "قصف", "claims": [{"type": "shelling", "trig": "صاروخ"}]})


def test_the_folder_is_read_as_gold(tmp_path: Path) -> None:
    assert write(tmp_path) == 630
    assert len(list(load_gold([tmp_path]))) == 630
