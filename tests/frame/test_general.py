"""General statements: what the corpus says is one is coded with its fields, and nothing else is."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from frame_text import claims

from waqai.model import ClaimKind, StatementKind
from waqai.pipeline import code_text
from waqai.resources.load import DATA

CORPUS = yaml.safe_load((DATA / "statements" / "statements.corpus.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CORPUS, ids=lambda c: c["text"])
def test_corpus(case: dict[str, Any]) -> None:
    found = [c for c in claims(case["text"]) if c.kind is ClaimKind.STATEMENT]
    if case["is"] == "none":
        assert [(c.statement, c.trigger) for c in found] == []
        return
    (c,) = found
    assert c.statement is StatementKind(case["is"])
    if "type" in case:
        assert str(c.event_type) == case["type"]
    assert (c.perpetrator.name_en if c.perpetrator else None) == case.get("who")
    if "target" in case:
        assert c.target is not None
        assert c.target.name_en == case["target"]
    if "place" in case:
        assert c.place is not None
        assert c.place.name_ar.startswith(case["place"])
    if "from" in case:
        assert (str(c.date_start), str(c.date_end)) == (str(case["from"]), str(case["to"]))
    for spans in c.evidence.values():
        assert all(0 <= s.start < s.end <= len(case["text"]) for s in spans)
    assert case["text"][slice(*c.evidence["trigger"][0])] == c.trigger
    assert c.acled_sub_event_type is None


def test_no_event_is_told_twice() -> None:
    for case in CORPUS:
        told = claims(case["text"])
        events = [c.evidence["trigger"][0] for c in told if c.kind is not ClaimKind.STATEMENT]
        for c in told:
            if c.kind is ClaimKind.STATEMENT:
                (at,) = c.evidence["trigger"]
                assert all(e.end <= at.start or at.end <= e.start for e in events), case["text"]


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("فجّر مسلحون من داعش برجين من خط نقل الطاقة عند أطراف السعدية أمس.", "looting_or_property_destruction"),
        ("فجّر الحوثيون منزل أحد وجهاء قرية الأحطوب في جبل حبشي أمس.", "looting_or_property_destruction"),
        ("فجّر مسلحون مجهولون ثلاثة منازل في المسيب أمس فقتلوا سبعة أشخاص.", "ied"),
        ("انفجرت عبوة ناسفة قرب منزل في الشحيل أمس.", "ied"),
        ("فجّر مقاتلو سرايا القدس منزلا فخخوه لدى دخول قوة إسرائيلية إليه في حي النصر بغزة أمس.", "ied"),
    ],
)
def test_a_building_blown_up_without_harm_is_property(text: str, event_type: str) -> None:
    assert str(code_text(text, published="2024-03-05").claims[0].event_type) == event_type
