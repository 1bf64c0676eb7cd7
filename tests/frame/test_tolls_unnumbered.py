"""Tolls told without a plain number: those inside, riders, souls, limbs, cases, none harmed."""

from __future__ import annotations

import pytest
from frame_text import claims, low_high, one


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("استهدفت مسيّرة أمس سيارة في بلدة الطيبة فأصيب راكباها.", None, (2, 2)),
        ("انفجرت عبوة بآلية للجيش أمس قرب ديكوا فأصيب جميع من كان على متنها.", None, (1, None)),
        ("فجروا لغماً بمدرعة إثيوبية أمس قرب بلدوين وقتلوا كل من فيها.", (1, None), None),
        ("اندلع اقتتال قبلي في أبو جابرة أمس وحصد 26 روحاً من الطرفين.", (26, 26), None),
        ("استهدفت غارة إسرائيلية أمس قيادياً في خان يونس وقضت عليه مع اثنين من عناصره.", (3, 3), None),
        ("انفجر لغم براعي أغنام أمس في الحديدة فبُترت ساقه.", None, (1, 1)),
        ("توفي السجين تحت التعذيب في فرع الأمن بحماة أمس.", (1, 1), None),
        ("أطلق مجهولون قذيفة على مخفر المليحة أمس من غير أن تؤذي أحداً من عناصره.", (0, 0), (0, 0)),
        ("سقطت قذيفة أمس على محطة كهرباء في سبها، فلم تخلّف إصابات.", (0, 0), (0, 0)),
    ],
)
def test_tolls_without_a_plain_number(text: str, killed: tuple[int, int | None] | None, injured: tuple[int, int | None] | None) -> None:
    c = one(text)
    assert (low_high(c.fatalities), low_high(c.injuries)) == (killed, injured)


def test_two_outcomes_share_a_number_behind_in_it() -> None:
    c = one("نفذ التنظيم هجوماً أمس في ريف الرقة، هلك فيه وأصيب 13 عنصراً.")
    assert low_high(c.killed_or_injured) == (13, 13)


def test_two_drivers_of_two_trucks() -> None:
    assert low_high(one("خطف مسلحون أمس سائقَي شاحنتين على طريق سيفاري.").captured) == (2, 2)


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("سجّل المركز خلال نيسان الماضي 12 حالة وفاة تحت التعذيب في سجون النظام.", 12),
        ("وثقت المنظمة 38 حالة قتل خارج القانون في مأرب خلال عام 2022.", 38),
    ],
)
def test_cases_of_death_are_persons(text: str, killed: int) -> None:
    c = one(text)
    assert str(c.kind) == "tally"
    assert low_high(c.fatalities) == (killed, killed)


def test_two_kinds_of_case_are_two_totals() -> None:
    found = claims("وثق الفريق خلال نيسان تسع حالات اعتقال وثلاث حالات قتل في درعا.")
    assert [(str(c.event_type), low_high(c.fatalities), low_high(c.captured)) for c in found] == [
        ("arrest", None, (9, 9)),
        ("attack", (3, 3), None),
    ]


@pytest.mark.parametrize(
    "text", ["سجلت الوزارة 12 حالة إصابة بالكوليرا في عدن خلال نيسان.", "سجل القسم ثلاث حالات وفاة بحوادث سير خلال نيسان."]
)
def test_cases_of_sickness_and_traffic_are_none(text: str) -> None:
    assert not claims(text)


@pytest.mark.parametrize("when", ["خلال الشهر الماضي", "خلال نيسان", "خلال كانون الثاني الماضي"])
def test_a_period_between_the_verb_and_its_dead(when: str) -> None:
    c = one(f"قُتل في ديالى {when} 12 شخصاً.")
    assert (str(c.kind), low_high(c.fatalities)) == ("tally", (12, 12))
