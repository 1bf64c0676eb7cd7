"""``كما أفادت`` at the head of a sentence goes on with who spoke; names, nationalities and coming hours are no facts of an event."""

import pytest
from frame_text import claims, one, sides

FIRST = "قالت وزارة الدفاع التركية، في بيان، إن جيشها حيّد أمس أربعة من عناصر حزب العمال الكردستاني في منطقة كارة شمالي العراق.\n"


@pytest.mark.parametrize(
    "then",
    [
        "كما أفادت بمقتل ثلاثة من عناصر داعش بقصف في ريف تدمر.",
        "كما ذكرت أن ثلاثة من عناصر داعش قتلوا بقصف في ريف تدمر.",
        "كما أعلنت مقتل ثلاثة من عناصر داعش بقصف في ريف تدمر.",
    ],
)
def test_who_spoke_goes_on(then: str) -> None:
    c = next(c for c in claims(FIRST + then) if c.fatalities is not None)
    assert (c.claimant.name_en, c.fatalities.low if c.fatalities else None) == ("Turkish MoD", 3)


def test_as_somebody_said_names_him() -> None:
    c = one("قُتل ثلاثة مدنيين أمس بقصف على سرمين، كما أفاد المرصد السوري لحقوق الإنسان.")
    assert c.claimant.name_en == "SOHR"


def test_the_workers_of_a_partys_name_are_not_counted() -> None:
    c = one("قالت مصادر أمنية إن ثلاثة من عناصر حزب العمال الكردستاني قتلوا بقصف في منطقة متينا أمس.")
    assert c.fatalities is not None
    assert (c.fatalities.low, c.fatalities.high) == (3, 3)


def test_a_bomber_is_no_man_of_his_countrys_army() -> None:
    c = one("فجر انتحاري باكستاني نفسه أمس عند نقطة تفتيش للشرطة في زاهدان وقتل شرطيين.")
    assert sides(c)[0] != "Pakistani army"


@pytest.mark.parametrize(
    "text",
    [
        "قُتل ثمانية جنود بهجوم لداعش في جلولاء، ورجح المصدر ارتفاع عدد القتلى في الساعات المقبلة.",
        "قُتل متظاهران في مواجهات مع القوات الأمنية في الناصرية، مع اتساع الاحتجاجات المتواصلة منذ نحو شهرين.",
    ],
)
def test_coming_hours_and_how_long_it_has_gone_on_are_no_day(text: str) -> None:
    assert {(c.date_start, str(c.modality)) for c in claims(text) if c.fatalities} == {(None, "reported")}
