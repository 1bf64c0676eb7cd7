"""Totals the words announce, and lists of shares by place or by who did them."""

from __future__ import annotations

import pytest
from frame_text import claims, low_high


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("استقبلت مستشفيات الإقليم خلال الساعات الـ24 الماضية جثامين 41 شهيداً، و107 جرحى، وفق وزارة الصحة.", (41, 41), (107, 107)),
        ("وصل مستشفيات القطاع خلال 24 ساعة 63 شهيداً و221 إصابة.", (63, 63), (221, 221)),
        ("أعلنت وزارة الصحة ارتفاع حصيلة العدوان إلى 5190 شهيداً و11763 إصابة منذ السابع من آذار.", (5190, 5190), (11763, 11763)),
        ("بلغت حصيلة الحرب في السودان 15 ألف قتيل، وفق الأمم المتحدة.", (15000, 15000), None),
    ],
)
def test_a_toll_of_the_hospitals_or_of_the_war_is_a_tally(text: str, killed: tuple[int, int], injured: tuple[int, int] | None) -> None:
    (c,) = claims(text)
    assert (str(c.kind), c.perpetrator) == ("tally", None)
    assert low_high(c.fatalities) == killed
    if injured is not None:
        assert low_high(c.injuries) == injured


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("قال نادي الأسير الفلسطيني إن حصيلة المعتقلين في الضفة الغربية خلال كانون الثاني بلغت 145 معتقلاً.", 145),
        ("ارتفع عدد الموقوفين في تونس منذ مطلع العام إلى 210، وفق نقابة المحامين.", 210),
    ],
)
def test_those_held_are_counted_like_the_dead(text: str, held: int) -> None:
    (c,) = claims(text)
    assert str(c.kind) == "tally"
    assert low_high(c.captured) == (held, held)


@pytest.mark.parametrize(
    "text",
    [
        "يبلغ عدد المعتقلين في السجون أكثر من تسعة آلاف معتقل، بينهم 200 طفل.",
        "وصل المستشفيات خلال الـ24 ساعة الماضية 63 مصاباً بالكوليرا، توفي منهم ثلاثة.",
        "بلغت حصيلة المبيعات في المعرض منذ افتتاحه 300 ألف دولار.",
        "حصيلة مبيعات السيارات خلال نيسان:\n• دبي: 120 سيارة\n• الرياض: 90 سيارة",
    ],
)
def test_states_sickness_and_sales_are_none(text: str) -> None:
    assert not claims(text)


def test_victims_of_one_strike_who_reach_hospital_are_no_tally() -> None:
    text = "وصل إلى مستشفيات المدينة خمسة شهداء وعشرون جريحاً جراء قصف استهدف خيمة للنازحين في المواصي صباح أمس."
    (c,) = claims(text)
    assert str(c.kind) == "event"
    assert low_high(c.fatalities) == (5, 5)


def test_shares_by_who_did_them_leave_the_total_to_nobody() -> None:
    text = (
        "وثق المركز خلال شهر نيسان 17 حالة احتجاز لصحفيين، ارتكبت جماعة الحوثي منها سبع حالات، "
        "والقوات الحكومية ست حالات، فيما سُجلت أربع على المجلس الانتقالي الجنوبي."
    )
    found = {low_high(c.captured): (c.perpetrator.name_en if c.perpetrator else None) for c in claims(text)}
    assert found[(17, 17)] is None
    assert found[(7, 7)] == "Houthis"
    assert "Southern Transitional Council" in str(found[(4, 4)])
    assert (6, 6) in found


def test_items_under_a_heading_are_counted_for_its_period() -> None:
    text = (
        "أصدر المرصد اليمني للألغام تقريره يوم الاثنين وتحدث فيه عن المدنيين.\n\nحصيلة ضحايا الألغام خلال نيسان:\n"
        "• الحديدة: 12 قتيلاً و9 جرحى\n• تعز (4 قتلى و7 جرحى)\n• مأرب: قتيل واحد\n• صعدة: 3 قتلى"
    )
    found = claims(text)
    assert [str(c.kind) for c in found] == ["tally"] * 4
    assert [low_high(c.fatalities) for c in found] == [(12, 12), (4, 4), (1, 1), (3, 3)]
    assert low_high(found[1].injuries) == (7, 7)


def test_places_with_their_number_right_after_them() -> None:
    text = "سجل المرصد خلال نيسان مقتل 120 شخصاً توزعوا على النحو التالي: درعا 40، حلب 30، حماة 25، إدلب 25."
    found = {c.place.name_ar if c.place else None: low_high(c.fatalities) for c in claims(text)}
    assert found == {None: (120, 120), "درعا": (40, 40), "حلب": (30, 30), "حماة": (25, 25), "إدلب": (25, 25)}
