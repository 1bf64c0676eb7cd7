"""The fallen of both sides of one fight, what was only planned, a new attack, and a sentence with a day of its own."""

from __future__ import annotations

import pytest
from frame_text import claims, low_high, one


@pytest.mark.parametrize(
    ("text", "dead", "hurt"),
    [
        ("قُتل جندي وأصيب آخر بينما قُتل اثنان من عناصر داعش في اشتباكات شمالي صلاح الدين.", (3, 3), (1, 1)),
        ("والسبت قُتل جندي وأصيب آخران، فيما قُتل ثلاثة مسلحين في اشتباكات بمدينة درنة.", (4, 4), (2, 2)),
    ],
)
def test_the_fallen_of_both_sides(text: str, dead: tuple[int, int], hurt: tuple[int, int]) -> None:
    claim = one(text)
    assert (claim.event_type.value, low_high(claim.fatalities), low_high(claim.injuries)) == ("armed_clash", dead, hurt)


@pytest.mark.parametrize(
    "text",
    [
        "قُتل جندي في هجوم شمالي صلاح الدين أمس، فيما قُتل اثنان من عناصر داعش في اشتباكات بديالى.",
        "قُتل شرطيان أمس، فيما قُتل ثلاثة مدنيين في انفجار في بغداد.",
    ],
)
def test_two_events_in_one_sentence(text: str) -> None:
    assert len(claims(text)) == 2


def test_what_they_planned_did_not_happen() -> None:
    text = "قُتل ستة من داعش أمس في عملية للقوات العراقية في صلاح الدين. وقال ضابط إن عناصر من التنظيم خططوا لمهاجمة حواجز في جبال حمرين."
    assert len(claims(text)) == 1


def test_planned_and_done() -> None:
    assert len(claims("خطط مسلحون للهجوم على مقر للشرطة في كركوك ونفذوه أمس وقتلوا شرطيين.")) == 1


def test_a_new_attack_is_another() -> None:
    text = (
        "وقعت دورية للنظام في كمين للتنظيم في بادية الميادين قبل أيام. وأضاف المرصد أن هجوماً جديداً شنه التنظيم أمس استهدف نقطة جنوب بقرص."
    )
    assert len(claims(text, "2023-03-20")) == 2


def test_a_day_of_its_own_tells_no_more_of_the_arrests() -> None:
    arrest, clash = claims("اعتقلت القوات العراقية خمسة من داعش في نينوى أمس. والسبت قُتل جندي وأصيب آخر في اشتباكات في صلاح الدين.")
    assert (arrest.fatalities, low_high(arrest.captured)) == (None, (5, 5))
    assert low_high(clash.fatalities) == (1, 1)
