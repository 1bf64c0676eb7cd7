"""Who held a place until it was taken, and who enters it when others leave."""

from __future__ import annotations

import pytest
from frame_text import claims, sides

SIDES = ("Sudanese army", "RSF")


def _told(text: str) -> list[tuple[str, tuple[str | None, str | None]]]:
    return [(str(c.event_type), sides(c)) for c in claims(text, "2024-11-23") if str(c.kind) != "statement"]


@pytest.mark.parametrize(
    "text",
    [
        "سيطر الجيش السوداني على مدينة سنجة، الخاضعة لسيطرة قوات الدعم السريع منذ عامين.",
        "سيطر الجيش السوداني على مدينة سنجة التي كانت تحت سيطرة قوات الدعم السريع.",
        "سيطر الجيش السوداني على مدينة سنجة التي تسيطر عليها قوات الدعم السريع منذ حزيران.",
        "سيطر الجيش السوداني على مدينة سنجة. وكانت قوات الدعم السريع تسيطر عليها منذ عامين.",
        "سيطرة الجيش السوداني على مدينة سنجة بعد معارك مع قوات الدعم السريع.",
        "باتت مدينة سنجة تحت سيطرة الجيش السوداني بعد طرد قوات الدعم السريع منها.",
        "سقطت مدينة سنجة بيد الجيش السوداني بعد انسحاب قوات الدعم السريع.",
        "دخل الجيش السوداني مدينة سنجة بعد انسحاب قوات الدعم السريع.",
        "انسحبت قوات الدعم السريع من مدينة سنجة ودخلها الجيش السوداني.",
        "خسرت قوات الدعم السريع مدينة سنجة لصالح الجيش السوداني.",
    ],
)
def test_one_seizure_and_its_loser(text: str) -> None:
    assert _told(text) == [("seizure_of_territory", SIDES)]


@pytest.mark.parametrize(
    "text",
    [
        "تخضع مدينة سنجة لسيطرة قوات الدعم السريع منذ عامين.",
        "وصلت قافلة مساعدات إلى مدينة سنجة الخاضعة لسيطرة قوات الدعم السريع.",
        "خسر فريق المدينة المباراة لصالح ضيفه الهلال.",
        "دخل الوفد مدينة سنجة بعد انسحاب الصحفيين.",
    ],
)
def test_no_place_changes_hands(text: str) -> None:
    assert all(event != "seizure_of_territory" for event, _ in _told(text))
