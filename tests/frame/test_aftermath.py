"""Culprits held after a deed, clan feuds told by the police, crowds that are shot at, the neutralised of a raid from the air."""

from __future__ import annotations

import pytest
from frame_text import claims, sides


@pytest.mark.parametrize("held", ["واعتقال سبعة متورطين", "واعتقال ثلاثة مشتبه بهم", "وتوقيف الجناة"])
def test_culprits_held_are_an_arrest_of_its_own(held: str) -> None:
    cs = claims(f"مقتل شخص بانفجار عبوة في كركوك {held}.", "2025-07-17")
    assert cs[0].event_type == "ied"
    assert cs[0].captured is None
    assert [c.event_type for c in cs[1:]] in ([], ["arrest"])


def test_those_a_raid_holds_stay_with_it() -> None:
    cs = claims("أسفرت مداهمة في بيجي عن مقتل عنصر من داعش واعتقال ثلاثة مشتبه بهم.", "2025-07-17")
    assert len(cs) == 1


@pytest.mark.parametrize("feud", ["نزاع عشائري", "مشاجرة عشائرية", "شجار عشائري"])
def test_the_police_are_no_side_of_a_feud(feud: str) -> None:
    cs = claims(f"أعلنت قيادة شرطة ميسان مقتل شخص وإصابة ثلاثة إثر {feud} في قضاء الكحلاء.", "2025-07-17")
    assert cs[0].event_type == "armed_clash"
    assert sides(cs[0])[0] is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("استشهد فتى برصاص الاحتلال خلال مواجهات عند مدخل بلدة كوبر.", "attack"),
        ("إصابة شابين برصاص الاحتلال خلال مواجهات في بلدة بيتا.", "attack"),
        ("مقتل مدنيين اثنين في مواجهات بين الجيش والحوثيين في الضالع.", "armed_clash"),
    ],
)
def test_a_crowd_that_is_shot_at_fights_no_battle(text: str, kind: str) -> None:
    (c,) = claims(text, "2025-07-17")
    assert c.event_type == kind


@pytest.mark.parametrize(
    ("who", "place", "target"),
    [("PKK", "متينا شمالي العراق", "PKK"), ("PKK/YPG", "متينا شمالي العراق", "PKK"), ("YPG", "منطقة تل تمر", "YPG")],
)
def test_the_neutralised_of_an_air_raid(who: str, place: str, target: str) -> None:
    (c,) = claims(f"أعلنت وزارة الدفاع التركية تحييد 6 إرهابيين من تنظيم {who} في غارات جوية على {place}.", "2023-07-17")
    assert c.event_type == "airstrike"
    assert sides(c) == ("Turkish armed forces", target)
    assert c.fatalities is None


@pytest.mark.parametrize("text", ["مصرع 12 مهاجراً بانقلاب قارب قبالة سواحل صبراتة.", "مقتل أربعة مهاجرين في انقلاب قارب قرب مالطا."])
def test_boats_that_capsize_are_no_event(text: str) -> None:
    assert claims(text, "2025-07-17") == ()
