"""Names must not change what happened: hostile for neutral labels, one country for another, one town for another."""

from __future__ import annotations

import pytest
from frame_text import claims, one, sides

SAME = [
    ("تنظيم الدولة الإسلامية", "داعش"),
    ("تنظيم الدولة", "تنظيم داعش الإرهابي"),
]
FRAMES = [
    "هاجم {} حاجزا للجيش العراقي قرب الحويجة وقتل ثلاثة جنود.",
    "قُتل ثلاثة جنود عراقيين بهجوم شنه {} قرب الحويجة.",
    "أعلن {} مسؤوليته عن تفجير عبوة بدورية للجيش العراقي قرب الحويجة.",
]


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize(("neutral", "hostile"), SAME)
def test_a_hostile_label_changes_nothing_but_stance(frame: str, neutral: str, hostile: str) -> None:
    a, b = one(frame.format(neutral)), one(frame.format(hostile))
    assert a.event_type == b.event_type
    assert sides(a) == sides(b)
    assert (a.modality, a.claimant.name_en, a.fatalities and a.fatalities.best) == (
        b.modality,
        b.claimant.name_en,
        b.fatalities and b.fatalities.best,
    )


@pytest.mark.parametrize(
    ("force", "place", "name"),
    [
        ("الجيش العراقي", "الحويجة", "Iraqi army"),
        ("الجيش اللبناني", "عرسال", "Lebanese army"),
        ("الجيش السوداني", "نيالا", "Sudanese army"),
        ("الجيش الصومالي", "أفجوي", "Somali army"),
        ("الجيش المالي", "غاو", "Malian army"),
        ("الجيش المصري", "العريش", "Egyptian army"),
    ],
)
def test_another_country_gives_the_same_event(force: str, place: str, name: str) -> None:
    c = one(f"أطلق مسلحون النار على دورية من {force} قرب {place}، فقُتل جنديان وأصيب أربعة.")
    assert (str(c.event_type), sides(c)) == ("attack", ("unknown gunmen", name))
    assert c.fatalities is not None
    assert c.injuries is not None
    assert (c.fatalities.best, c.injuries.best) == (2, 4)


@pytest.mark.parametrize("side", ["قوات سوريا الديمقراطية", "الجيش الوطني السوري", "الجيش السوداني", "الحوثيون", "حركة الشباب"])
def test_the_side_that_shells_does_not_change_the_type(side: str) -> None:
    (c,) = claims(f"قصفت مدفعية {side} قرية آهلة بالسكان، ما أدى إلى مقتل امرأة وإصابة طفلين.")
    assert str(c.event_type) == "shelling"
    assert (c.fatalities and c.fatalities.best, c.injuries and c.injuries.best) == (1, 2)


def test_gunmen_before_the_patrol_they_attack() -> None:
    assert sides(one("هاجم مسلحون دورية تابعة للجيش العراقي قرب الحويجة، فقُتل جنديان.")) == ("unknown gunmen", "Iraqi army")


def test_a_group_named_for_liberation_takes_no_town() -> None:
    found = claims("قصفت مدفعية هيئة تحرير الشام قرية قرب سراقب، ما أدى إلى مقتل امرأة.")
    assert [str(c.event_type) for c in found] == ["shelling"]


@pytest.mark.parametrize(
    "text",
    [
        "خسرت الشركة 200 عنصرا من موظفيها في حملة تسريح.",
        "خسر المنتخب ثلاثة لاعبين قبل المباراة.",
        "جرى إنزال البضائع في قرية السياح بدعم القوات.",
        "تستعد الأسواق لضربة أمريكية محتملة على إيران.",
    ],
)
def test_losses_landings_and_strikes_of_other_fields(text: str) -> None:
    assert claims(text) == ()
