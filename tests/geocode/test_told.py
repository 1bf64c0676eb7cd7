"""Where a name lies that the text itself tells: local features, words that point back, names nobody lists, capitals."""

from __future__ import annotations

import pytest

from waqai.annotate.place import annotate_places
from waqai.geocode import resolve_places
from waqai.model import PlaceRef, Report, Sentence, Span, Text
from waqai.normalise import tokenize


def refs(raw: str) -> list[PlaceRef]:
    tokens = tokenize(raw)
    text = Text(Report("t", raw, "0"), tokens, (Sentence(0, 0, len(tokens), Span(0, len(raw)), 0, "body"),))
    return [m.ref for m in resolve_places(text, annotate_places(text)) if m.ref is not None]


@pytest.mark.parametrize(
    ("raw", "admin1"),
    [
        ("انفجار عبوة عند دوار كاوا وسط عفرين", "Aleppo"),
        ("قصف على سوق سراوان في مدينة الرقة", "Raqqa"),
        ("مقتل ثلاثة في سجن كاوا بمدينة الحسكة", "Hasakah"),
        ("اشتباك قرب مدرسة لوكا وسط درعا", "Daraa"),
    ],
)
def test_a_local_feature_lies_in_the_town_the_text_names(raw: str, admin1: str) -> None:
    assert refs(raw)[0].admin1 == admin1


@pytest.mark.parametrize(
    "raw",
    [
        "قصف على حي الشجاعية في غزة ورفح وجباليا، ورشقة على حقل كونيكو",
        "هجوم في الرمادي والفلوجة وهيت، ثم صواريخ على حقل كونيكو",
    ],
)
def test_a_known_site_under_its_own_name_is_meant_in_any_report(raw: str) -> None:
    assert refs(raw)[-1].admin1 == "Deir ez-Zor"


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("قصف في محافظة الجوف. أصيبت امرأة في مدينة تعز شمالي المدينة", "Taiz"),
        ("قصف الجيش كادقلي عاصمة جنوب كردفان من مرتفعات شرقي المدينة", "Kadugli"),
        ("شهدت محافظة درعا توترا وفي بلدة نصيب قتل شاب شرقي البلدة", "Nasib"),
        ("هجوم في مدينة مسكنة شرقي المحافظة", "Eastern Aleppo"),
        ("هجوم في التبني شمال غرب المحافظة", "North-western Deir ez-Zor"),
    ],
)
def test_a_side_of_what_was_told_before(raw: str, name: str) -> None:
    assert refs(raw)[-1].name_en == name


def test_a_name_without_a_point_keeps_the_area_it_was_told_with() -> None:
    found = [r for r in refs("كمين قرب قرية سيبارا في إقليم موبتي. ثم عاد الجنود إلى سيبارا") if r.name_ar == "سيبارا"]
    assert [r.admin1 for r in found] == ["Mopti", "Mopti"]


@pytest.mark.parametrize(
    ("raw", "country"),
    [
        ("قصف على ريف الرقة الشمالي ورأس العين، واتهامات لأنقرة", "TR"),
        ("غارة على الميادين والبوكمال، وأعلنت واشنطن تنفيذها", "US"),
        ("هجمات في أربيل ودهوك نصرة لغزة", "PS"),
    ],
)
def test_a_capital_is_no_namesake(raw: str, country: str) -> None:
    assert refs(raw)[-1].country == country


@pytest.mark.parametrize(
    ("raw", "admin1"),
    [
        ("اشتباكات في منطقة صلاح الدين جنوب العاصمة الليبية طرابلس", "Tripoli"),
        ("كمين بمنطقة سراوان على الحدود مع باكستان في إيران", "Sistan and Baluchestan"),
        ("غارة على طريق عام برج رحال - العباسية في قضاء صور", "South"),
        ("قصف على قرى كيستي ودشيشي بناحية شيلادزي في محافظة دهوك", "Duhok"),
    ],
)
def test_capitals_borders_and_roads_tell_where(raw: str, admin1: str) -> None:
    assert refs(raw)[0].admin1 == admin1


def test_a_mountain_range_lies_where_the_text_says() -> None:
    assert refs("ضربتان على مضافة في سلسلة جبال حمرين ضمن قاطع عمليات ديالى")[0].admin1 == "Diyala"
    assert refs("ضربتان على مضافة في سلسلة جبال حمرين")[0].admin1 is None


def test_the_sea_is_no_governorate() -> None:
    assert refs("هجوم على مدمرة شمالي البحر الأحمر")[0].admin1 is None
    assert refs("هجوم في ولاية البحر الأحمر بالسودان")[0].admin1 == "Red Sea"


@pytest.mark.parametrize(
    ("raw", "admin1"),
    [
        ("قتل شرطي في الوزارة في السويداء. السائقان من المليحة الغربية. وأطلقوا قذيفة على مخفر المليحة الغربية", "Daraa"),
        ("قتلى في بنغازي وسبها ودرنة، واقتحام مستشفى غريان المركزي", "Jabal al-Gharbi"),
        ("هجوم بمنطقة شاه مردان في مديرية قلات بإقليم بلوشستان", "Balochistan"),
    ],
)
def test_a_site_that_bears_the_name_of_a_town_lies_there(raw: str, admin1: str) -> None:
    assert refs(raw)[-1].admin1 == admin1


@pytest.mark.parametrize(
    ("raw", "admin1"),
    [
        ("غارة على منطقة كابو دلغادو شمالي موزمبيق", "Cabo Delgado"),
        ("نهبوا متاجر في رفاعة شرق الجزيرة", "Al-Jazirah"),
        ("سيطروا على بلدة عدن يابال في إقليم شبيلي الوسطى", "Middle Shabelle"),
        ("قصف على بلدة ميراوي بإقليم أمهرة", "Amhara"),
        ("كمين قرب أبو كماش", "Nuqat al-Khams"),
    ],
)
def test_towns_and_regions_abroad(raw: str, admin1: str) -> None:
    assert refs(raw)[0].admin1 == admin1


def test_a_valley_is_no_governorate_of_another_country() -> None:
    assert refs("كمين عند وادي باري في شمال دارفور")[0].admin1 == "North Darfur"


@pytest.mark.parametrize(
    ("raw", "admin1"),
    [
        ("ضربة أصابت منزلاً في مدينة الأبيض في جنوب السودان", "North Kordofan"),
        ("سيطر الجيش على مدينة الرهد في جنوب السودان", "North Kordofan"),
        ("هجوم على ثكنة في مدينة بنتيو في جنوب السودان", "Unity"),
    ],
)
def test_the_south_of_sudan_is_a_country_only_for_its_own_towns(raw: str, admin1: str) -> None:
    assert refs(raw)[0].admin1 == admin1


@pytest.mark.parametrize(
    ("raw", "country"),
    [
        ("اقتحم مستوطنون تجمعاً شمال غرب أريحا", "PS"),
        ("قصفت قوات النظام السورية أطراف أريحا", "SY"),
        ("أوقف الجيش اللبناني مطلوبين في طرابلس", "LB"),
        ("اندلعت اشتباكات في طرابلس", "LY"),
        ("هاجم الحوثيون مواقع في البيضاء", "YE"),
        ("اشتباكات في البيضاء بين مسلحين من الجيش الليبي", "LY"),
        ("قتل شخص في رفح برصاص الجيش المصري", "EG"),
    ],
)
def test_a_word_of_one_country_says_which_of_two_towns_is_meant(raw: str, country: str) -> None:
    assert refs(raw)[0].country == country


def test_the_city_is_the_one_the_text_calls_a_city() -> None:
    assert refs("قصف على مدينة الأتارب ثم على بلدتي كفر عمة وكفر تعال، وشهدت المدينة قصفاً")[-1].name_en == "Al-Atarib"


def test_what_holds_a_road_says_where_it_was() -> None:
    assert refs("كمين لرتل بين قريتي (ديورا) و(نامبالا) في منطقة سيغو")[0].admin1 == "Ségou"
    assert refs("قتل ثلاثة على طريق الرقة - حلب")[0].admin1 is None


def test_the_text_says_which_division_holds_a_village() -> None:
    assert refs("انفجرت عبوة برتل للجيش في منطقة العبايجي التابعة لقضاء الطارمية شمالي بغداد.")[0].admin1 == "Baghdad"


def test_a_town_of_one_land_is_not_another_of_that_name() -> None:
    assert refs("نفذ شاب عملية طعن في بئر السبع، وأصيب آخر عند باب العامود في القدس قرب رام الله.")[0].country == "IL"


@pytest.mark.parametrize(
    ("raw", "admin1"),
    [
        ("قتل رجل في مدينة نوى بريف درعا وآخر في إنخل، ونُقل جريح إلى دمشق. ووثق التجمع 34 عملية في المحافظة.", "Daraa"),
        ("باعة في مدينة دير الزور وفي الميادين. والسعر في دمشق أعلى. وانفجر لغم قرب قرية كباجب جنوبي المحافظة.", "Deir ez-Zor"),
        ("قصف على سرمين وبنش وتفتناز. وفي حلب، قصف على الأتارب غربي المحافظة.", "Aleppo"),
    ],
)
def test_the_governorate_is_the_one_most_places_lie_in(raw: str, admin1: str) -> None:
    assert refs(raw)[-1].admin1 == admin1
