"""A lead with a finite verb and a place is an event, without day or exact count."""

from __future__ import annotations

import pytest
from frame_text import claims

REST = "\nوقالت مصادر محلية إن الطرق أغلقت بعد ذلك.\nويسود القلق بين السكان.\nوطالب الأهالي بضبط الأمن."


def events(text: str) -> list[str]:
    return [str(c.event_type) for c in claims(text) if c.kind != "statement"]


@pytest.mark.parametrize(
    ("lead", "kind"),
    [
        ("سقط قتلى وجرحى بانفجار سيارة مفخخة في مدينة تل أبيض شمال الرقة.", "vehicle_bomb"),
        ("اندلعت اشتباكات بين مجموعتين مسلحتين في مدينة جرابلس شرق حلب.", "armed_clash"),
        ("أصيب مدنيون بقصف مدفعي على بلدة البارة جنوب إدلب.", "shelling"),
        ("استهدفت طائرة مسيّرة سيارة عسكرية في مدينة عامودا.", "airstrike"),
        ("هز انفجار مدينة الحسكة.", "ied"),
    ],
)
def test_a_bare_lead_is_an_event(lead: str, kind: str) -> None:
    assert events(lead + REST) == [kind]


@pytest.mark.parametrize(
    "lead",
    [
        "استهدفت العقوبات الأوروبية مصارف في مدينة دمشق.",
        "اندلعت أزمة وقود في مدينة السويداء.",
        "هز زلزال مدينة اللاذقية.",
        "انفجرت أسطوانة غاز في منزل بمدينة دوما.",
    ],
)
def test_a_lead_of_other_matters_is_none(lead: str) -> None:
    assert events(lead + REST) == []
