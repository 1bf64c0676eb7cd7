"""The other side of the report: whom an act hits whose own words name nobody."""

from __future__ import annotations

import pytest
from frame_text import claims, sides


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        (
            "اشتبك الجيش مع مسلحي داعش في وادي حوران أمس. وأعلنت قيادة عمليات الأنبار تحرير بلدة الرطبة بالكامل.",
            ("Iraqi security forces", "ISIS"),
        ),
        (
            "قصفت قوات الدعم السريع مواقع للجيش السوداني في الأبيض أمس. واستعاد الجيش السوداني بلدة أم صميمة اليوم.",
            ("Sudanese army", "RSF"),
        ),
    ],
)
def test_a_place_is_taken_back_from_the_one_foe(text: str, pair: tuple[str, str]) -> None:
    assert pair in [sides(c) for c in claims(text) if c.event_type == "seizure_of_territory"]


@pytest.mark.parametrize(
    "text",
    [
        "سيطرت قوات الدعم السريع أمس على بلدة أم صميمة. وقصفت قوات الدعم السريع مواقع للجيش السوداني في الأبيض اليوم.",
        "استعاد الجيش السوداني أمس بلدة أم صميمة. وقصفت قوات الدعم السريع الجيش السوداني في الأبيض. وهاجم مقاتلو الحركة الشعبية الجيش السوداني في تلودي.",
    ],
)
def test_a_place_taken_or_of_several_foes_is_nobodys(text: str) -> None:
    assert [sides(c)[1] for c in claims(text) if c.event_type == "seizure_of_territory"] == [None]
