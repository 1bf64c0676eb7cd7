"""Reported, claimed, denied, foiled, planned, and what is no event at all."""

from __future__ import annotations

import pytest
from frame_text import claims, one, sides


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("قُتل جندي بهجوم مسلح قرب بعقوبة.", "reported"),
        ("أعلن تنظيم الدولة أنه هاجم ثكنة للجيش قرب تدمر وقتل جنديا.", "claimed"),
        ("نفت قوات سوريا الديمقراطية قصف مدينة جرابلس.", "denied"),
        ("أحبطت القوات الأمنية تفجيرا في كربلاء قبل تنفيذه.", "foiled"),
        ("أعلن الجيش السوداني سيطرته على مدينة سنجة.", "claimed"),
    ],
)
def test_modality(text: str, modality: str) -> None:
    assert str(one(text).modality) == modality


def test_denial_stands_beside_the_assertion() -> None:
    found = claims("اتهمت وزارة الدفاع السورية قوات سوريا الديمقراطية بقصف مدينة جرابلس، ونفت قسد ذلك.")
    assert [(str(c.modality), c.claimant.name_en, c.trigger) for c in found][1] == ("denied", "SDF", "ونفت")
    assert [str(c.modality) for c in found] == ["claimed", "denied"]
    assert len({sides(c) for c in found}) == 1
    assert len({(c.event_type, c.place.name_ar if c.place else None, c.date_start) for c in found}) == 1


def test_a_planned_operation_is_planned() -> None:
    assert {str(c.modality) for c in claims("ستبدأ القوات العراقية غدا عملية عسكرية في صحراء الأنبار.")} == {"planned"}


@pytest.mark.parametrize(
    "text",
    [
        "لو قصفت الطائرات المدينة لنزح السكان.",
        "أحيت بلدة الطبقة ذكرى المجزرة التي وقعت قبل أعوام.",
        "فجّر المهاجم مفاجأة وقتل آمال الفريق الضيف في المباراة.",
        "ارتفعت أسعار الوقود بعد ضربة قاسية للسوق.",
        "استهدف البرنامج تحسين دخل الأسر في الريف.",
    ],
)
def test_no_event(text: str) -> None:
    assert claims(text) == ()


@pytest.mark.parametrize("text", ["قد تشن القوات التركية عملية عسكرية في منبج خلال أيام.", "حذرت الأمم المتحدة من هجوم على الفاشر."])
def test_may_and_warnings(text: str) -> None:
    assert claims(text) == ()
