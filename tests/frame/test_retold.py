"""Two leads, each told again; the lead of a series whose counts are told one by one; what goes on with the lead without a count."""

import pytest
from frame_text import claims

LEADS = (
    "أعلن جهاز الأمن الوطني اعتقال ستة من داعش في محافظة نينوى، فيما أعلنت مديرية الاستخبارات العسكرية القبض على ثلاثة مطلوبين في ديالى. "
)


@pytest.mark.parametrize(
    "text",
    [
        LEADS + "وقال الجهاز في بيان إن مفارزه اعتقلت 6 من عناصر داعش في مناطق متفرقة من نينوى."
        " من جهتها، ذكرت المديرية أن قوة منها ألقت القبض على ثلاثة مطلوبين في محافظة ديالى.",
        "شن داعش سلسلة هجمات في محافظة ديالى أمس أسفرت عن خطف مدنيين وإصابة ثلاثة من الشرطة. وقال ضابط إن مسلحي التنظيم اختطفوا مدنيين قرب خانقين."
        " وأضاف أن التنظيم هاجم أمس نقطة تفتيش في جلولاء، ما أدى إلى إصابة ثلاثة من الشرطة.",
    ],
)
def test_each_of_two_is_told_again(text: str) -> None:
    found = claims(text)
    assert len(found) == 2
    assert len({c.place.name_en for c in found if c.place is not None}) == 2


def test_the_lead_takes_the_place_of_what_goes_on_with_it() -> None:
    text = "أفاد مصدر أمني بمقتل أربعة مدنيين بهجوم شنه تنظيم داعش في محافظة ديالى. وأوضح المصدر أن مسلحي التنظيم هاجموا نقطة في أطراف ناحية جلولاء."
    found = claims(text)
    assert [c.place.name_en for c in found if c.place is not None] == ["Jalawla"]
    assert found[0].fatalities is not None
    assert found[0].fatalities.low == 4


@pytest.mark.parametrize(
    "text",
    [
        "اعتقلت الشرطة ثلاثة مطلوبين في محافظة ديالى. وفي عملية أخرى، اعتقلت الشرطة ثلاثة مطلوبين في محافظة كركوك.",
        "قُتل جنديان بهجوم لداعش في قضاء الحويجة. وقُتل جنديان في هجوم آخر للتنظيم في ناحية جلولاء.",
        "قُتل ثلاثة مدنيين بقصف لقوات النظام على سرمين. وقُتل ثلاثة مدنيين بقصف لقوات النظام على بنش.",
        "قتلت الشرطة مسلحين اثنين في الموصل أمس. وأطلقت الشرطة النار على متظاهرين في تلعفر وقتلت اثنين.",
    ],
)
def test_as_many_elsewhere_are_others(text: str) -> None:
    assert len(claims(text)) == 2


def test_the_news_of_a_report_is_told_though_nothing_is_counted() -> None:
    text = (
        "استهدف انفجار بعبوة ناسفة رتل دعم لوجستي تابعاً للتحالف الدولي جنوبي العراق.\n"
        "وقال مصدر أمني إن العبوة استهدفت الرتل على طريق السماوة السريع.\n"
        "وتشهد محافظات الجنوب منذ أشهر استهدافاً مستمراً لأرتال التحالف."
    )
    (c,) = [c for c in claims(text) if c.statement is None]
    assert str(c.event_type) == "ied"
    assert c.target is not None
    assert c.target.name_en == "US-led coalition"


def test_a_party_announces_what_was_told_before() -> None:
    text = "شرعت قوات الحشد الشعبي أمس بعملية أمنية لملاحقة فلول داعش في قضاء خانقين. وقال إعلام الحشد إن اللواء الرابع شرع بعملية أمنية لملاحقة داعش في خانقين."
    assert len([c for c in claims(text) if c.statement is None]) == 1


def test_as_many_neutralised_are_the_same() -> None:
    text = (
        'أعلنت وزارة الدفاع التركية، الأحد، تحييد 6 إرهابيين من "بي كي كي" شمالي العراق.\n'
        "وأشارت إلى تحييد 6 إرهابيين بعملية جوية في منطقة غارا شمالي العراق."
    )
    (c,) = [c for c in claims(text) if c.statement is None]
    assert str(c.event_type) == "airstrike"
    assert c.fatalities is None
    assert c.place is not None
    assert c.place.name_en == "Gara mountain"
    other = text.replace("تحييد 6 إرهابيين بعملية", "تحييد 3 إرهابيين آخرين بعملية")
    assert len([c for c in claims(other) if c.statement is None]) == 2
