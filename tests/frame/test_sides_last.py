"""A last look at the sides: nobody harms himself, and nobody did what he only reports."""

from __future__ import annotations

import pytest
from frame_text import claims, sides


@pytest.mark.parametrize(
    "text",
    [
        "أعلن الجيش الصومالي مقتل ستة مدنيين جراء قصف على سوق في مدينة بيدوا.",
        "أكدت الشرطة الباكستانية إصابة ثلاثة مدنيين في هجوم في مدينة بيشاور.",
        "أعلن الجيش المالي مقتل طفلين إثر قصف استهدف حياً سكنياً في مدينة غاو.",
    ],
)
def test_who_tells_of_its_own_people_killed_did_not_kill_them(text: str) -> None:
    assert [sides(c) for c in claims(text)] == [(None, "civilians")]


def test_what_an_army_tells_again_is_done_by_whom_it_accused() -> None:
    text = (
        "اتهم الجيش السوداني قوات الدعم السريع بقصف حي في الأبيض ومقتل مدنيين أمس.\n\nوأعلن الجيش مقتل خمسة أطفال في قصف مدفعي على الدلنج."
    )
    assert {c.perpetrator.name_en for c in claims(text) if c.perpetrator is not None} == {"RSF"}


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("أعلن الجيش الصومالي القضاء على تسعة من حركة الشباب في عملية قرب بيدوا.", ("Somali army", "al-Shabaab")),
        ("أعلن الجيش السوداني مقتل قيادي في الدعم السريع بغارة في نيالا.", ("Sudanese army", "RSF")),
    ],
)
def test_what_an_army_did_to_its_foe_stays_its_own(text: str, pair: tuple[str, str]) -> None:
    assert [sides(c) for c in claims(text)] == [pair]


@pytest.mark.parametrize("fight", ["خلال معارك عنيفة اندلعت مع", "في اشتباكات مسلحة ضد", "خلال مواجهات مع"])
@pytest.mark.parametrize("hurt", ["قُتل نقيب في", "أصيب جندي من"])
def test_a_fight_has_two_sides(hurt: str, fight: str) -> None:
    (claim,) = claims(f"{hurt} الجيش اليمني {fight} جماعة الحوثي في صرواح.")
    assert set(sides(claim)) == {"Yemeni government forces", "Houthis"}


@pytest.mark.parametrize(
    "text",
    [
        "أبطل خبراء المتفجرات عبوتين ناسفتين زرعتهما عناصر القاعدة في لودر بمحافظة أبين.",
        "فككت القوات الجنوبية عبوة ناسفة زرعها تنظيم القاعدة في المحفد بمحافظة أبين.",
    ],
)
def test_who_planted_a_device_made_safe_did_it(text: str) -> None:
    assert claims(text)[0].perpetrator is not None
    assert claims(text)[0].perpetrator.name_en == "AQAP"


def test_old_mines_are_nobodys() -> None:
    assert all(c.perpetrator is None for c in claims("فكك الجيش السوداني ألغاماً زرعتها قوات الدعم السريع في أم درمان."))


@pytest.mark.parametrize("ally", ["بمعية الجيش", "برفقة الجيش والمستنفرين", "بالتنسيق مع الجيش"])
def test_who_goes_along_is_neither_side(ally: str) -> None:
    text = f"نفذت القوة المشتركة للحركات المسلحة، {ally}، هجوماً على تجمعات الدعم السريع في شمال دارفور."
    assert [sides(c) for c in claims(text)] == [("Joint Forces (Darfur movements)", "RSF")]


def test_whom_the_victims_fought_for_did_not_attack_them() -> None:
    (claim,) = claims("لقي أربعة جنود وستة متطوعين يساندون الجيش مصرعهم في كمين شمال مالي.")
    assert sides(claim) == (None, "Malian army")


def test_a_party_is_not_hit_by_its_own_arm() -> None:
    text = "كشفت سرايا القدس، الذراع المسلحة لحركة الجهاد الإسلامي، عن تفجير عبوة بقوة إسرائيلية في رفح."
    assert [sides(c) for c in claims(text)] == [("Islamic Jihad (Saraya al-Quds)", "Israel")]


@pytest.mark.parametrize("group", ["عشرات المسلحين", "عدد من المسلحين", "أربعة مسلحين"])
def test_of_two_counted_groups_the_first_acts(group: str) -> None:
    (claim,) = claims(f"خطف {group} ثلاثة مواطنين في ولاية زامفارا النيجيرية.")
    assert sides(claim) == ("unknown gunmen", "civilians")


def test_gunmen_killed_are_no_subject() -> None:
    (claim,) = claims("قتل الجيش المالي ثلاثة مسلحين في عملية قرب غاو.")
    assert sides(claim)[0] == "Malian army"
