"""Whom a force pursues; whose strike an adjective names; missiles of an air force; killings protested against."""

from __future__ import annotations

import pytest
from frame_text import claims, sides


@pytest.mark.parametrize("noun", ["ملاحقة", "مطاردة", "تعقب", "محاربة"])
@pytest.mark.parametrize("whom", ["متزعم خلية", "قيادي", "عنصر"])
def test_the_pursued_did_not_do_it(noun: str, whom: str) -> None:
    text = f"في إطار {noun} خلايا تنظيم داعش، نفذت وحدات من قوات سوريا الديمقراطية عملية في قرية الطيانة، أسفرت عن إلقاء القبض على {whom}."
    (c,) = claims(text, "2023-07-13")
    assert sides(c) == ("SDF", "ISIS")


def test_the_subject_of_a_pursuit_did_it() -> None:
    (c,) = claims("قُتل مدني خلال ملاحقة الأسايش لمطلوبين في حي النشوة بالحسكة.", "2023-07-13")
    assert sides(c)[1] == "civilians"


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("قالت سانا إن الدفاع الجوي تصدى لعدوان إسرائيلي استهدف محيط حمص.", "Israel"),
        ("تعرضت بلدة باطوفا لقصف تركي عنيف.", "Turkish armed forces"),
    ],
)
def test_the_adjective_of_a_strike_names_the_doer(text: str, doer: str) -> None:
    (c,) = claims(text, "2023-07-13")
    assert sides(c)[0] == doer


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("عدوان إسرائيلي بالصواريخ يستهدف محيط دمشق.", "airstrike"),
        ("هجوم صاروخي إسرائيلي على مطار حلب الدولي.", "airstrike"),
        ("قصف مدفعي إسرائيلي على بلدة الرفيد بريف القنيطرة.", "shelling"),
        ("قصف صاروخي لقوات النظام على بلدة سرمين.", "shelling"),
    ],
)
def test_missiles_of_an_air_force(text: str, kind: str) -> None:
    (c,) = claims(text, "2023-07-13")
    assert c.event_type == kind


@pytest.mark.parametrize("after", ["بعد", "عقب", "إثر", "على خلفية", "احتجاجاً على"])
def test_the_killing_a_protest_is_about_keeps_its_dead(after: str) -> None:
    cs = claims(f"قطع محتجون الطريق العام في بلدة ذيبان {after} مقتل شاب برصاص دورية تابعة لقسد.", "2023-07-13")
    assert [c.event_type for c in cs] == ["protest", "assassination"]
    assert cs[1].fatalities is not None
    assert cs[1].fatalities.best == 1
    assert sides(cs[1]) == ("SDF", "civilians")


@pytest.mark.parametrize(
    ("text", "n"), [("عثر على جثتي رجل وزوجته في حي النشوة بالحسكة.", 2), ("العثور على جثتي شقيقين في بادية السخنة.", 2)]
)
def test_a_pair_told_one_by_one_is_a_pair(text: str, n: int) -> None:
    (c,) = claims(text, "2023-07-13")
    assert c.fatalities is not None
    assert c.fatalities.best == n


@pytest.mark.parametrize(
    ("text", "doer"),
    [("غارات سعودية جنوبي صعدة تقتل ثلاثة.", "Saudi forces"), ("مقتل شخصين بغارات تركية شرقي سنجار.", "Turkish armed forces")],
)
def test_a_nation_before_a_direction_is_no_town(text: str, doer: str) -> None:
    (c,) = claims(text, "2021-05-10")
    assert sides(c)[0] == doer
    assert c.place is not None
    assert "سعودية" not in c.place.name_ar
    assert "تركية" not in c.place.name_ar


@pytest.mark.parametrize("thing", ["دورية", "رتل", "حاجز", "سيارة عسكرية"])
def test_a_thing_of_a_party_behind_aiming_is_hit(thing: str) -> None:
    (c,) = claims(f"استهداف {thing} للأسايش قرب دوار في مدينة الرقة.", "2023-07-13")
    assert sides(c)[1] == "Asayish"
