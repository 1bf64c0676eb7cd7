"""Our own gold: well-formed, with evidence that slices, and held by its floors."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from waqai.evaluate import load_gold, load_phenomena
from waqai.evaluate.compare import scoring
from waqai.model import EventType, Modality, PlaceLevel, Weapon

GOLD = Path(__file__).parents[1] / "gold"
DOCS = load_gold([GOLD])
RECORDS = load_phenomena(GOLD / "phenomena.yml")


def test_the_gold_is_large_and_wide_enough() -> None:
    assert len(DOCS) >= 50
    assert len(RECORDS) >= 300
    assert sum(d.no_event for d in DOCS) >= 8
    countries = {json.loads(d.path.read_bytes())["country"] for d in DOCS}
    assert {"SY", "IQ", "YE", "SD", "LY", "LB", "PS", "ML", "SO", "AF", "EG"} <= countries


@pytest.mark.parametrize("doc", DOCS, ids=lambda d: d.id)
def test_gold_document_is_well_formed(doc) -> None:
    assert doc.no_event == (not doc.claims)
    for c in doc.claims:
        EventType(c["event_type"])
        Modality(c["modality"])
        PlaceLevel(c["place_level"])
        if c["weapon"]:
            Weapon(c["weapon"])
        assert c["aggregate"] == (c["modality"] == "aggregate")
        for evidence in c["evidence"].values():
            start, end = evidence["span"]
            assert doc.text[start:end] == evidence["text"]
        assert c["evidence"]["trigger"]["text"] == c["trigger_ar"]


def test_records_use_the_words_of_the_codebook() -> None:
    for r in RECORDS:
        for e in r.expect:
            if "event_type" in e:
                assert e["event_type"] in scoring().family, r.id
            if e.get("weapon"):
                Weapon(e["weapon"])
            if "modality" in e:
                Modality(e["modality"])
