"""Whoever wages a blow stays its doer though others shoot its missiles down; the aircraft behind a noun of striking strikes."""

from __future__ import annotations

import pytest
from frame_text import claims, sides


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("نفذ العدو الإسرائيلي عدواناً جوياً على محيط دمشق، وقد تصدت وسائط دفاعنا الجوي لصواريخ العدوان وأسقطت معظمها.", "Israel"),
        ("شنت إسرائيل غارات على مواقع في محيط دمشق ليل الأحد. وقالت سانا إن الدفاعات الجوية أسقطت عدداً من الصواريخ.", "Israel"),
        ("شن الطيران الأميركي ضربات على صعدة، وقالت الجماعة إن دفاعاتها أسقطت مسيّرة.", "US forces"),
        ("جدد العدو الإسرائيلي عدوانه على محيط دمشق، وتصدت وسائط الدفاع الجوي للصواريخ وأسقطت معظمها.", "Israel"),
        ("أعلن الجيش السوداني أن دفاعاته تصدت لهجوم بالمسيّرات على عطبرة وأسقطت ثلاثاً منها.", None),
        ("أسقطت الدفاعات الجوية الروسية طائرات مسيّرة هاجمت قاعدة حميميم.", None),
    ],
)
def test_who_wages_the_blow_is_its_doer(text: str, doer: str | None) -> None:
    assert [sides(c)[0] for c in claims(text)] == [doer]


@pytest.mark.parametrize(
    "text",
    [
        "الانفجار ناجم عن قصف طائرة مسيرة تركية في ريف القامشلي.",
        "تسبب استهداف طائرة مسيرة تركية بمقتل ثلاثة أشخاص في مدينة القامشلي.",
        "سمع دوي انفجار في مدينة عين العرب نتيجة استهداف طيران مسير تركي سيارة عسكرية.",
        "استهداف مسيرة تركية لسيارة في السليمانية يودي بحياة شخصين.",
    ],
)
def test_the_aircraft_behind_the_noun_strikes(text: str) -> None:
    (claim,) = claims(text)
    doer, hit = sides(claim)
    assert doer == "Turkish armed forces"
    assert hit != doer
