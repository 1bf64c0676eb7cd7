"""Resolution: the right one of many, the honest none, areas with a geometry of their own."""

from __future__ import annotations

import pytest

from waqai.annotate.place import annotate_places
from waqai.geocode import resolve_places
from waqai.geocode.geometry import distance
from waqai.model import GeoPrecision, PlaceMention, PlaceRef, Report, Sentence, Span, Text
from waqai.normalise import tokenize


def text_of(raw: str, outlet: str | None = None) -> Text:
    tokens = tokenize(raw)
    whole = Sentence(0, 0, len(tokens), Span(0, len(raw)), 0, "body")
    return Text(Report("t", raw, "0", outlet=outlet), tokens, (whole,))


def mentions(raw: str, outlet: str | None = None) -> tuple[PlaceMention, ...]:
    text = text_of(raw)
    return resolve_places(text, annotate_places(text), outlet=outlet)


def refs(raw: str, outlet: str | None = None) -> list[PlaceRef]:
    out = []
    for m in mentions(raw, outlet):
        assert m.ref is not None
        out.append(m.ref)
    return out


@pytest.mark.parametrize(
    ("raw", "admin1"),
    [
        ("هجوم في بلدة الصالحية بريف دير الزور", "Deir ez-Zor"),
        ("هجوم في الصالحية بريف البوكمال", "Deir ez-Zor"),
        ("انفجار في قرية المنصورة بريف الرقة الغربي", "Raqqa"),
        ("اعتقالات في بلدة محجة بريف درعا", "Daraa"),
        ("قصف على قرية البارة جنوبي إدلب", "Idlib"),
        ("مقتل شرطي في ناحية العباسي التابعة لقضاء الحويجة", "Kirkuk"),
        ("انفجار في بلدة القصير بريف حمص", "Homs"),
        ("اشتباك في حي المنصورة بمدينة عدن", "Aden"),
        ("اشتباك في حي المنصورة في بغداد", "Baghdad"),
    ],
)
def test_container_chooses_among_namesakes(raw: str, admin1: str) -> None:
    assert refs(raw)[0].admin1 == admin1


def test_report_geography_chooses_without_a_container() -> None:
    raw = "قصف على سراقب ومعرة النعمان وخان شيخون. وسقط قتلى في قرية البارة"
    assert refs(raw)[-1].admin1 == "Idlib"


def test_type_word_sets_level() -> None:
    levels = [r.level.value for r in refs("في محافظة حلب ثم مدينة حلب ثم بلدة ذيبان ثم قرية الزر ثم مخيم الهول")]
    assert levels == ["governorate", "city", "town", "village", "site"]


def test_district_word_gives_the_district() -> None:
    assert refs("خلية في منطقة عفرين شمال غربي محافظة حلب")[0].level.value == "district"
    assert refs("كمين في قضاء الحويجة")[0].level.value == "district"


def test_bare_capital_in_a_list_of_governorates() -> None:
    got = refs("سجلت محافظة بغداد عشر حوادث، تلتها كركوك ونينوى")
    assert got[1].level.value == "governorate"
    assert refs("هدوء في مدينة كركوك")[0].level.value == "city"


def test_unknown_village_keeps_name_and_governorate() -> None:
    (village, _) = refs("هجوم على قرية زلفرانة بريف الحسكة الجنوبي")
    assert village.name_ar == "زلفرانة"
    assert village.id is None
    assert village.lat is None
    assert village.geo_precision is GeoPrecision.UNPLACED
    assert village.admin1 == "Hasakah"
    assert village.country == "SY"
    assert village.needs_review


def test_one_unknown_name_never_voids_the_others() -> None:
    got = refs("هجمات في قرية زلفرانة وبلدة ذيبان ومدينة البوكمال")
    assert got[0].id is None
    assert [r.admin1 for r in got[1:]] == ["Deir ez-Zor", "Deir ez-Zor"]


def test_unknown_quarter_is_near_the_middle_of_its_city() -> None:
    quarter, city = refs("قتيل في حي زلفرانة بمدينة درعا")
    assert quarter.geo_precision is GeoPrecision.NEAR
    assert (quarter.lat, quarter.lon) == (city.lat, city.lon)
    assert quarter.level.value == "site"
    assert quarter.admin1 == "Daraa"


def test_countryside_is_an_area_with_its_own_middle() -> None:
    (east,) = refs("اشتباكات في ريف دير الزور الشرقي")
    assert east.geo_precision is GeoPrecision.AREA
    assert east.level.value == "subregion"
    assert east.name_en == "Eastern Deir ez-Zor countryside"
    assert east.lon is not None
    assert east.lon > 40.3
    assert east.radius_km is not None
    assert east.radius_km > 10


def test_side_of_a_country_has_no_governorate() -> None:
    (north,) = refs("معارك في شمال غربي سوريا")
    assert north.admin1 is None
    assert north.country == "SY"
    assert north.level.value == "subregion"


def test_offset_point_lies_where_the_text_says() -> None:
    (point,) = refs("كمين على بعد 15 كم جنوب تدمر")
    (town,) = refs("كمين في مدينة تدمر")
    assert point.lat is not None
    assert point.lon is not None
    assert town.lat is not None
    assert town.lon is not None
    assert distance(point.lat, point.lon, town.lat, town.lon) == pytest.approx(15, abs=0.5)
    assert point.lat < town.lat
    assert point.geo_precision is GeoPrecision.NEAR


def test_road_lies_between_its_ends() -> None:
    road, a, b = refs("كمين على الطريق بين مدينتي انخل وجاسم")
    assert road.geo_precision is GeoPrecision.AREA
    assert road.admin1 == "Daraa"
    assert road.lat == pytest.approx((a.lat + b.lat) / 2, abs=1e-4)  # type: ignore[operator]


def test_near_is_not_exact() -> None:
    assert refs("انفجار قرب مدينة الباب")[0].geo_precision is GeoPrecision.NEAR
    assert refs("انفجار في مدينة الباب")[0].geo_precision is GeoPrecision.EXACT


def test_beside_a_village_is_moved_to_that_side() -> None:
    (beside,) = refs("كمين جنوب قرية الزر")
    (at,) = refs("كمين في قرية الزر")
    assert beside.lat is not None
    assert at.lat is not None
    assert beside.lat < at.lat
    assert beside.name_ar == "الزر"


def test_anaphor_shares_the_location() -> None:
    town, again = refs("انفجار في مدينة عفرين وجرحى في المدينة ذاتها")
    assert again.id == town.id
    assert again.name_ar == "عفرين"


def test_governorate_anaphor_widens_a_bare_city() -> None:
    got = refs("قتيل في درعا المحطة بمدينة درعا. ووثق ناشطون في المحافظة ستين حادثة")
    assert got[-1].level.value == "governorate"
    assert got[-1].admin1 == "Daraa"


def test_two_governorates_in_one_area_leave_admin1_open() -> None:
    assert refs("هجمات في ريفي دير الزور والحسكة")[0].admin1 is None


def test_report_country_keeps_small_foreign_namesakes_out() -> None:
    raw = "هجمات في دير الزور والرقة والحسكة. وقتل اثنان في قرية النصر"
    last = refs(raw)[-1]
    assert last.country in ("SY", None)


def test_article_swallowed_by_the_preposition_is_put_back() -> None:
    assert refs("وصلت التعزيزات للحسكة")[0].name_ar == "الحسكة"


def test_outlet_region_breaks_a_tie() -> None:
    here = refs("عبوة في قرية الجديدة", outlet="شبكة درعا 24")
    assert here[0].country in ("SY", None)


def test_scores_are_shares() -> None:
    for r in refs("هجمات في الصالحية بريف البوكمال وفي قرية المنصورة وبلدة ذيبان"):
        assert 0 <= r.score <= 1
        assert r.candidates >= 0


def test_empty_input() -> None:
    assert resolve_places(text_of(""), ()) == ()


@pytest.mark.parametrize(
    ("raw", "name", "admin1"),
    [
        ("وفي الحلة (100 كلم جنوب بغداد) انفجرت سيارة في حي نادر", "حي نادر", "Babil"),
        ("قُتل خمسة في الموصل، وضربت عربة مفخخة تجمعاً في حي الصحة", "حي الصحة", "Nineveh"),
        ("قتل مدني في خان يونس. وقصف الطيران حي الشجاعية.", "حي الشجاعية", "Gaza"),
        ("قتل مدني في خان يونس. وقصف الطيران حي النصر.", "حي النصر", "Khan Yunis"),
        ("في مأرب اليمنية سقط صاروخ على مخيم السويداء، ووصل الجرحى إلى مأرب", "مخيم السويداء", "Marib"),
        ("اعتقلوا تسعة شبان في رام الله", "رام الله", "Ramallah"),
        ("كمين على طريق راسك - سرباز في إقليم بلوشستان جنوبي إيران", "طريق راسك - سرباز", "Sistan and Baluchestan"),
        ("استهداف سفينة في البحر الأحمر", "البحر الأحمر", None),
        ("هجمات في العراق وسوريا", "العراق وسوريا", None),
    ],
)
def test_resolve_governorate_of_unknown_places(raw: str, name: str, admin1: str | None) -> None:
    (got,) = [r for r in refs(raw) if r.name_ar == name]
    assert got.admin1 == admin1


def test_resolve_two_countries_are_one_place_without_a_point() -> None:
    (got,) = refs("هجمات في العراق وسوريا")
    assert (str(got.level), got.name_en, got.country, got.lat) == ("country", "Iraq and Syria", None, None)


def test_resolve_the_district_meant_is_the_one_named_so() -> None:
    got = refs("خطفوا راعياً في قضاء خانقين، ثم هاجموا نقطة شمال غربي بعقوبة، وشهد القضاء هجمات")
    assert got[-1].name_ar == "خانقين"
