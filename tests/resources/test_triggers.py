"""The trigger lexicon: size, sound entries, and every line of its corpus."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from waqai.model import EventType, Report
from waqai.normalise import fold
from waqai.pipeline import Coder, Trace
from waqai.resources import DATA, read_yaml
from waqai.resources.lexicon import lexicon

CORPUS: list[dict[str, Any]] = read_yaml(DATA / "triggers" / "triggers.corpus.yml")
TRIGGERS = {e.id: e for e in lexicon().entries.values() if e.layer == "trigger"}


@cache
def coder() -> Coder:
    return Coder(ranked=False, weeded=False)


def trace(text: str) -> Trace:
    return coder().trace(Report(id="t", text=text, sha256="t"))


def fired(t: Trace, entry: str) -> bool:
    return any(w.entry == f"trigger.{entry}" for w in t.doc.words)


def types_of(t: Trace, entry: str) -> set[str]:
    """Types of the frames, kept or dropped, that hold the trigger."""
    frames = [*t.story.frames, *t.story.dropped]
    return {str(f.event_type) for f in frames if any(w.entry == f"trigger.{entry}" for w in f.triggers)}


def test_there_are_enough_lexical_units() -> None:
    assert len(TRIGGERS) >= 350
    assert {e.type for e in TRIGGERS.values()} == {str(t) for t in EventType}


def test_every_entry_has_its_lines() -> None:
    ids = [line["id"] for line in CORPUS]
    assert sorted(ids) == sorted(TRIGGERS)
    texts = [line[k] for line in CORPUS for k in ("fires", "silent")]
    assert len(set(texts)) == len(texts)


def test_company_and_exclusion_do_not_contradict() -> None:
    for e in TRIGGERS.values():
        assert not e.company & e.exclude, (e.id, e.company & e.exclude)
        assert not e.anywhere & e.exclude, (e.id, e.anywhere & e.exclude)


def test_no_trigger_says_in_the_same_words_what_another_says() -> None:
    """Two entries may share a verb only when company keeps them apart."""
    lex = lexicon()
    clash = []
    for word, hits in lex.single.items():
        free = {
            h.entry for h in hits if h.entry.startswith("trigger.") and not lex.entries[h.entry].company | lex.entries[h.entry].anywhere
        }
        if len({lex.entries[x].type for x in free}) > 1:
            clash.append((word, sorted(free)))
    assert clash == []


@pytest.mark.parametrize("line", [x for x in CORPUS if "gap" not in x], ids=lambda x: x["id"])
def test_the_positive_line_fires_with_its_type(line: dict[str, Any]) -> None:
    t = trace(line["fires"])
    assert fired(t, line["id"]), [w.entry for w in t.doc.words if w.layer == "trigger"]
    assert line.get("type", TRIGGERS[line["id"]].type) in types_of(t, line["id"])


@pytest.mark.parametrize(
    "line", [pytest.param(x, marks=pytest.mark.xfail(strict=True, reason=x["gap"])) for x in CORPUS if "gap" in x], ids=lambda x: x["id"]
)
def test_known_gap(line: dict[str, Any]) -> None:
    t = trace(line["fires"])
    assert fired(t, line["id"])
    assert line.get("type", TRIGGERS[line["id"]].type) in types_of(t, line["id"])


@pytest.mark.parametrize("line", CORPUS, ids=lambda x: x["id"])
def test_the_negative_line_stays_silent(line: dict[str, Any]) -> None:
    assert not fired(trace(line["silent"]), line["id"])


@pytest.mark.parametrize("word", ["فاغتالوه", "واغتيل", "اغتالته", "سيغتالون", "يغتال", "الاغتيال", "باغتيالهم", "اغتيالات"])
def test_one_verb_is_met_in_all_its_forms(word: str) -> None:
    assert "trigger.assassinate" in {hit.entry for _, hit in lexicon().hits(fold(word))}


def test_an_article_or_preposition_never_makes_a_verb() -> None:
    for word in ("القتل", "بقتل", "كقتل"):
        assert all(hit.form == "masdar" for _, hit in lexicon().hits(fold(word)))
