"""Reports that count a month, and round-ups of a day (codebook sections 6 and 8)."""

from __future__ import annotations

from datetime import date

import pytest
from frame_text import claims

from waqai.pipeline import code_text


def test_what_a_monthly_report_counts_is_counted_for_the_month() -> None:
    text = (
        "وثقت الشبكة السورية لحقوق الإنسان مقتل 375 شخصاً في سوريا خلال نيسان 2024.\n"
        "وأوضحت الشبكة أن قوات النظام قتلت 107 مدنيين، وأن ما لا يقل عن 18 شخصاً قضوا تحت التعذيب."
    )
    found = {(c.fatalities.low if c.fatalities else None, str(c.modality), str(c.date_start)) for c in claims(text)}
    assert (375, "aggregate", "2024-04-01") in found
    assert (107, "aggregate", "2024-04-01") in found
    assert (18, "aggregate", "2024-04-01") in found


def test_cases_stand_before_their_shares() -> None:
    text = "سجلت الشبكة السورية لحقوق الإنسان خلال نيسان 2024 نحو 203 حالات اعتقال في سوريا، منها 26 في ريف دمشق و18 في دمشق."
    assert sorted(c.captured.low or 0 for c in claims(text) if c.captured) == [18, 26, 203]


def test_a_period_compared_with_is_not_the_period_told() -> None:
    text = "أحصى المرصد السوري لحقوق الإنسان 47 قتيلاً في درعا خلال نيسان الماضي، في حين لم يزد العدد في آذار على 38 قتيلاً."
    first = claims(text)[0]
    assert str(first.date_start) == "2024-04-01"


def test_the_day_of_a_round_up_dates_its_items() -> None:
    text = (
        "شبكة حلب || ملخص يوم الأربعاء 18-12-2013\n"
        "- ألقى الطيران المروحي براميل متفجرة على حي مساكن هنانو.\n"
        "- اشتباكات على جبهة كرم الطراب بين الثوار وقوات النظام."
    )
    days = {str(c.date_start) for c in code_text(text, published="2013-12-18").claims}
    assert days == {"2013-12-18"}


def test_the_day_a_report_was_filed_dates_nothing() -> None:
    text = "دمشق - الأربعاء 18-12-2013\nقُتل مدني برصاص قناص في حي القابون."
    assert [c.date_start for c in code_text(text, published="2013-12-18").claims] == [None]


def test_what_a_monthly_report_tells_without_a_day_is_of_that_month() -> None:
    text = (
        "وثق المركز مقتل 11 مدنيا في محافظة تعز خلال شهر يونيو الماضي.\n"
        "- اختطاف الحوثيين ثلاثة مسافرين من نقطة تفتيش في منطقة الحوبان.\n"
        "- قُتلت امرأة بقذيفة هاون في حي الجحملية مساء 12 يونيو."
    )
    days = {str(c.event_type): (c.date_start, c.date_end) for c in claims(text, "2019-07-09")}
    assert days["abduction"] == (date(2019, 6, 1), date(2019, 6, 30))
    assert days["shelling"] == (date(2019, 6, 12), date(2019, 6, 12))


def test_another_story_of_the_report_is_not_of_the_month() -> None:
    text = "وثق المركز مقتل 11 مدنيا في محافظة تعز خلال شهر يونيو الماضي.\nمن جهة أخرى، انفجر لغم براع في قرية القوز فقتله."
    assert claims(text, "2019-07-09")[-1].date_start is None


@pytest.mark.parametrize(
    ("text", "day", "told"),
    [
        ("سجّل المركز في منطقة عفرين 61 حالة خطف خلال آذار 2021، بعد 83 حالة في شباط و94 في كانون الثاني من العام ذاته.", "2021-04-05",
         [("03-01", 61), ("02-01", 83), ("01-01", 94)]),
        ("ارتفع عدد جرائم القتل داخل مخيم الهول منذ بداية العام الجاري إلى 66 جريمة، منها 15 جريمة في شباط و11 في حزيران.", "2021-09-05",
         [("01-01", 66), ("02-01", 15), ("06-01", 11)]),
        ("وقعت في المخيم 44 جريمة قتل منذ مطلع العام. وسُجلت في آب حتى اليوم تسع جرائم، مقابل ست في تموز.", "2021-08-25",
         [("01-01", 44), ("08-01", 9), ("07-01", 6)]),
        ("وثقت الشبكة 120 حالة اعتقال تعسفي في نيسان، مقارنة بـ 140 حالة في آذار.", "2022-05-05", [("04-01", 120), ("03-01", 140)]),
    ],
)  # fmt: skip
def test_every_month_with_a_number_is_a_tally(text: str, day: str, told: list[tuple[str, int]]) -> None:
    found = set()
    for c in claims(text, day):
        assert str(c.modality) == "aggregate"
        count = c.captured or c.fatalities
        found.add((str(c.date_start)[5:], count.best if count is not None else None))
    assert found == set(told)


@pytest.mark.parametrize(
    "text",
    [
        "وثّق المرصد 15 هجوماً للتنظيم في دير الزور خلال تموز الماضي، مقابل تسعة في حزيران.",
        "بلغ عدد هجمات التنظيم في البادية 12 هجوماً في تموز، بعدما كان 20 هجوماً في حزيران.",
        "سجّل المركز سبع هجمات لداعش في شمال وشرق سوريا خلال تموز الماضي، بعدما كان قد أحصى 11 هجوماً في حزيران.",
        "قُتل في مأرب خلال العام الماضي 40 مدنياً بالألغام، مقابل 55 في العام 2020.",
    ],
)
def test_a_month_set_against_another(text: str) -> None:
    assert [str(c.modality) for c in claims(text, "2022-08-05")] == ["aggregate"] * 2


def test_labelled_items_of_a_month() -> None:
    text = "حصيلة الانتهاكات في درعا خلال شباط 2024:\n- الاغتيالات: 19 عملية ومحاولة أسفرت عن مقتل 15 شخصاً.\n- الاعتقال: 22 حالة.\n- الخطف: 4 حالات."
    assert {str(c.event_type) for c in claims(text, "2024-03-03") if str(c.modality) == "aggregate"} == {
        "assassination",
        "arrest",
        "abduction",
    }
