"""Bases are aimed at, whoever flies the drones; the adjective of a round-up says whose it was; the governorate Ibb is no August."""

from __future__ import annotations

import pytest
from frame_text import one, sides

from waqai.model import EventType


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("هجوم على قاعدة لقسد في حقل العمر.", "SDF"),
        ("هجوم مسلح على قاعدة عسكرية تابعة لقسد قرب الشدادي.", "SDF"),
        ("هجوم على قاعدة للقوات الأفريقية في بولو مرير.", "African Union mission in Somalia"),
        ("استهدفت طائرة مسيّرة قاعدة أميركية في حقل كونيكو.", "US forces"),
        ("قصفت مسيرات قاعدة أمريكية في حقل العمر.", "US forces"),
        ("استهداف قاعدة أمريكية بريف الحسكة بطائرات مسيّرة.", "US forces"),
        ("ضربت صواريخ قاعدة تركية في بعشيقة.", "Turkish armed forces"),
    ],
)
def test_a_base_is_aimed_at(text: str, name: str) -> None:
    assert sides(one(text)) == (None, name)


@pytest.mark.parametrize(
    ("text", "name", "held"),
    [
        ("حملة اعتقالات إسرائيلية في الضفة الغربية.", "Israel", None),
        ("اعتقالات إسرائيلية في جنين.", "Israel", None),
        ("مداهمات واعتقالات إسرائيلية واسعة في بلدات الخليل.", "Israel", None),
        ("شهدت رأس العين حملة اعتقالات تركية طالت عشرة مدنيين.", "Turkish armed forces", "civilians"),
    ],
)
def test_whose_round_up(text: str, name: str, held: str | None) -> None:
    claim = one(text)
    assert claim.event_type is EventType.ARREST
    assert sides(claim) == (name, held)


def test_one_of_a_nation_is_held() -> None:
    assert sides(one("اعتقال إسرائيلي سابق في تايلاند."))[0] is None


@pytest.mark.parametrize(
    "text", ["قُتل مدني في إب.", "إب: مقتل شاب برصاص مسلحين.", "شهدت إب احتجاجات.", "أصيب شاب بإب.", "قُتل ثلاثة شرقي إب."]
)
def test_ibb_is_a_place(text: str) -> None:
    claim = one(text)
    assert claim.place is not None
    assert (claim.place.admin1, claim.date_start) == ("Ibb", None)


@pytest.mark.parametrize("text", ["قُتل شاب في آب الماضي.", "قُتل شاب في اب الماضي."])
def test_august_is_a_month(text: str) -> None:
    claim = one(text)
    assert str(claim.date_start) == "2023-08-01"
    assert claim.place is None


@pytest.mark.parametrize(
    "text",
    ["توفي معتقل في سجون الحوثيين جراء التعذيب.", "توفي شاب في سجون الحوثيين جراء التعذيب.", "توفي معتقل تحت التعذيب في سجون الحوثيين."],
)
def test_dead_in_their_prisons(text: str) -> None:
    claim = one(text)
    assert claim.event_type is EventType.EXECUTION
    assert sides(claim) == ("Houthis", "civilians")
