"""One claim per happening and version, however often it is told."""

from __future__ import annotations

import pytest
from frame_text import claims, one

STORY = """مقتل ثلاثة جنود بانفجار عبوة في أبين
قتل ثلاثة جنود يمنيين، الأحد، بانفجار عبوة ناسفة في محافظة أبين جنوبي البلاد.
وقال مصدر أمني إن الانفجار وقع صباحا وإن الجنود الثلاثة كانوا في دورية."""


def test_headline_lead_and_body_are_one_claim() -> None:
    c = one(STORY)
    assert str(c.event_type) == "ied"
    assert c.fatalities is not None
    assert c.fatalities.best == 3
    assert str(c.date_start) == "2024-05-12"


def test_two_versions_are_two_claims_with_their_claimants() -> None:
    found = claims("أعلن تنظيم الدولة مقتل سبعة جنود في هجوم على ثكنة في تدمر، بينما قال مصدر عسكري إن جنديين قُتلا في الهجوم.")
    assert [(c.claimant.name_en, str(c.modality), c.fatalities.best) for c in found if c.fatalities] == [
        ("ISIS", "claimed", 7),
        ("military source", "reported", 2),
    ]
    assert {c.place.name_ar for c in found if c.place} == {"تدمر"}


def test_another_event_in_the_next_sentence_is_another_claim() -> None:
    found = claims("اغتال مسلحون مجهولون قاضيا في عدن. وفي حادث منفصل، انفجرت عبوة ناسفة في تعز وقتلت طفلا.")
    assert [str(c.event_type) for c in found] == ["assassination", "ied"]
    assert [c.place.name_ar for c in found if c.place] == ["عدن", "تعز"]


def test_order_of_claims_is_the_order_of_the_text_and_ids_are_stable() -> None:
    text = "خطف مسلحون طبيبا في زليتن. وقصفت الطائرات سوقا في نيالا فقتلت خمسة مدنيين."
    first, second = claims(text)
    assert first.evidence["trigger"][0].start < second.evidence["trigger"][0].start
    assert [c.id for c in claims(text)] == [first.id, second.id]
    assert first.id != second.id


@pytest.mark.parametrize("words", ["الهجوم", "هذا الهجوم", "العملية"])
def test_a_definite_noun_goes_back(words: str) -> None:
    text = f"هاجم مسلحون نقطة للجيش في ميدي وقتلوا جنديين. ولم تتبن أي جهة {words}."
    assert len(claims(text)) == 1
