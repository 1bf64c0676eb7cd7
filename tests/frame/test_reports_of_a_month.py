"""Reports that count a month, and round-ups of a day (codebook sections 6 and 8)."""

from __future__ import annotations

from datetime import date

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
