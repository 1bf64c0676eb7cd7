"""What texts of other hands showed: who acts in relative clauses, tolls told without a number, totals, reports of other fields."""

from __future__ import annotations

from datetime import date

import pytest

from waqai.model import Claim
from waqai.pipeline import code_text

DAY = date(2025, 3, 3)


def one(text: str, kind: str | None = None) -> Claim:
    found = [c for c in code_text(text, published=DAY).claims if kind is None or str(c.event_type) == kind]
    assert len(found) == 1, [(str(c.event_type), c.trigger) for c in found]
    return found[0]


def acts(text: str, kind: str | None = None) -> str | None:
    c = one(text, kind)
    return c.perpetrator.name_en if c.perpetrator else None


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("المجزرة التي ارتكبها الطيران الحربي الروسي في قرية كفرتعال خلفت تسعة شهداء.", "Russian forces"),
        ("الغارة التي شنتها مقاتلات تركية على محيط عين عيسى أمس أوقعت جريحين.", "Turkish armed forces"),
    ],
)
def test_who_acts_in_a_relative_clause(text: str, who: str) -> None:
    assert acts(text) == who


def test_aircraft_of_a_ruler_are_his_forces() -> None:
    c = code_text("ألقت مروحيات الأسد أربعة براميل متفجرة على مدينة معرة النعمان.", published=date(2020, 1, 22)).claims
    assert [x.perpetrator.name_en for x in c if x.perpetrator] == ["Syrian regime forces"]


def test_a_massacre_from_the_air_is_an_airstrike() -> None:
    assert str(one("ارتكب الطيران الروسي مجزرة في كفرتعال راح ضحيتها تسعة مدنيين.").event_type) == "airstrike"


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("استشهدت نازحة وطفلاها بغارة روسية على مخيم اليمضية أمس.", 3),
        ("قُتل قائد ميداني ومرافقه بقصف طائرة تركية على خانصور.", 2),
        ("أدى الهجوم إلى مقتل جنديين من قواته ومترجم مدني في تدمر.", 3),
        ("قُتل رجل وزوجته وطفلهما بانفجار لغم في ريف حماة.", 3),
        ("عثر الأهالي على جثة شاب مقتول قرب بلدة غرانيج.", 1),
        ("انتشلت فرق الدفاع المدني رفات تسعة أشخاص من مقبرة جماعية في ترهونة.", 9),
        ("أطلق ملثمان النار على سائق صهريج في قرية النملية فأردياه.", 1),
        ("حصدت قذائف سقطت على حي طيبة أرواح تسعة مدنيين بينهم ثلاثة تلاميذ.", 9),
        ("قصفت مقاتلات تركية جبل متين من دون تسجيل خسائر بشرية.", 0),
    ],
)
def test_the_dead_without_a_plain_number(text: str, killed: int) -> None:
    told = one(text).fatalities
    assert told is not None
    assert told.best == killed


@pytest.mark.parametrize(
    ("text", "killed", "since"),
    [
        ("ارتفعت حصيلة ضحايا العنف في الساحل السوري إلى 1383 قتيلاً منذ السادس من شباط، بحسب المرصد السوري لحقوق الإنسان.", 1383, date(2025, 2, 6)),
        ("بلغ عدد القتلى في محافظة درعا خلال شباط الماضي 41 شخصاً، وفق مكتب توثيق الشهداء.", 41, date(2025, 2, 1)),
    ],
)  # fmt: skip
def test_totals_of_the_dead(text: str, killed: int, since: date) -> None:
    c = one(text)
    assert (str(c.kind), c.fatalities and c.fatalities.best, c.date_start) == ("tally", killed, since)


def test_shares_of_a_total_in_brackets_and_strokes() -> None:
    text = "نفذ تنظيم داعش منذ مطلع العام 2025 نحو /50/ عملية، /42/ منها في دير الزور و/5/ في الرقة و/3/ في الحسكة، بحسب المرصد السوري."
    places = [c.place.name_ar if c.place else None for c in code_text(text, published=DAY).claims]
    assert places == [None, "دير الزور", "الرقة", "الحسكة"]


def test_a_toll_belongs_to_its_share() -> None:
    text = (
        "نفذ تنظيم الدولة الإسلامية في البادية السورية منذ مطلع العام 2024 ما مجموعه 95 عملية، جاءت على الشكل التالي:\n"
        "- 71 عملية في بادية حمص، أسفرت عن مقتل 166 من العسكريين\n"
        "- 24 عملية في بادية دير الزور، أسفرت عن مقتل 61 من العسكريين"
    )
    claims = code_text(text, published=date(2024, 9, 30)).claims
    assert {c.place.name_ar: c.fatalities.best for c in claims if c.place and c.fatalities} == {"بادية حمص": 166, "بادية دير الزور": 61}


def test_men_of_a_village_with_weapons_are_unknown_gunmen() -> None:
    text = "اعترضت مجموعة مسلحة من أبناء البلدة سيارة تاجر في عريقة أمس وأطلقت النار عليه فأصابته."
    assert {c.perpetrator.name_en for c in code_text(text, published=DAY).claims if c.perpetrator} == {"unknown gunmen"}


def test_protesters_are_residents_and_hit_nobody() -> None:
    c = one("خرج العشرات في وقفة احتجاجية أمس في مدينة السويداء للمطالبة بالكشف عن مصير المعتقلين.", "protest")
    assert c.perpetrator is not None
    assert c.perpetrator.name_en == "residents"
    assert c.target is None


@pytest.mark.parametrize(
    "text",
    [
        "أمطر الفريق مرمى ضيفه بأربعة أهداف في ملعب الشعب أمس ضمن الدوري.\nوفجّر المهاجم البديل مفاجأة اللقاء برأسية قاتلة ليغتال آمال المدرب في الشوط الثاني.",
        "رأي\nننسف المشاريع قبل أن تولد في بغداد، ونغتال الكفاءات بالتعيينات، ونزرع في طريق المستثمر ألف لغم.",
        "حاكت التشكيلات المشاركة في التمرين التدريبي صدّ هجوم في ريف حمص، واقتحمت مجموعات المشاة قرية تدريبية افتراضية وقتلت أربعة ضمن السيناريو.",
    ],
)
def test_reports_of_other_fields(text: str) -> None:
    assert code_text(text, published=DAY).claims == ()


def test_a_player_killed_in_a_strike_is_an_event_among_sport() -> None:
    text = "استشهد لاعب المنتخب الفلسطيني ومدرب الفريق الأول أمس بقصف إسرائيلي على خان يونس، وكان قد سجل هدفين في مباراة الدوري الأخيرة."
    assert len(code_text(text, published=DAY).claims) == 1


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("انفجرت سيارة مفخخة أمس في السوق الرئيسي بمدينة عفرين فقُتل ستة من التجار وأصيب عشرون، وتضررت محال السوق.", "vehicle_bomb"),
        ("استهدفت مدفعيتنا أمس نقاط العدو على محور كباني، ودمرت أهدافاً عسكرية، وأصابت هدفا آخر قرب نقاط الحراسة.", "shelling"),
        ("سلب مسلحون تاجرا عشرة ملايين ليرة على طريق السوق في درعا أمس، وقال التجار إن الدولار كان معه.", "looting_or_property_destruction"),
    ],
)  # fmt: skip
def test_markets_points_and_money_are_news_of_conflict(text: str, kind: str) -> None:
    assert str(one(text).event_type) == kind
