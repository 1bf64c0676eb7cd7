"""Who makes a truce or an exchange with whom."""

from __future__ import annotations

import pytest
from frame_text import claims, sides


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        (
            "اتفق النظام السوري وفصائل معارضة على هدنة لستة أشهر في مدينة الزبداني.",
            ("Syrian regime forces", "Syrian opposition factions"),
        ),
        ("أنجزت قوات سوريا الديمقراطية والجيش الوطني عملية تبادل للأسرى في معبر عون الدادات أمس.", ("SDF", "SNA")),
        ("دخل وقف لإطلاق النار بين إسرائيل وحزب الله حيز التنفيذ في لبنان فجر أمس.", ("Israel", "Hezbollah")),
        (
            "اندلعت اشتباكات أمس بين فيلق الشام وأحرار الشام في كفرنبل.\nوبعد ساعات توصل الطرفان إلى وقف لإطلاق النار في البلدة.",
            ("Faylaq al-Sham", "Ahrar al-Sham"),
        ),
    ],
)
def test_both_parties_are_named(text: str, pair: tuple[str, str]) -> None:
    assert [sides(c) for c in claims(text) if str(c.event_type) == "strategic_development"] == [pair]


def test_reinforcements_have_no_other_side() -> None:
    text = "اندلعت اشتباكات أمس بين فيلق الشام وأحرار الشام في كفرنبل.\nوأرسلت هيئة تحرير الشام تعزيزات عسكرية إلى البلدة أمس."
    assert [sides(c) for c in claims(text) if str(c.event_type) == "strategic_development"] == [("HTS", None)]
