"""The shipped core and its index: what it holds, how names are spelled, what search answers."""

import csv
import os
import time
from datetime import date
from pathlib import Path

import pytest

from waqai.model import GeoPrecision, PlaceLevel
from waqai.normalise import fold
from waqai.resources.gazetteer import Gazetteer, check, core, gazetteer, index
from waqai.resources.gazetteer.model import geo_precision
from waqai.resources.gazetteer.spelling import Spelling, words
from waqai.resources.load import DATA, read_tsv

SHARED = Path(os.environ.get("WAQAI_SHARED") or Path(__file__).resolve().parents[2].parent / "shared")


@pytest.fixture(scope="module")
def gaz() -> Gazetteer:
    return gazetteer(user=False)


@pytest.fixture(scope="module")
def rows() -> dict[str, core.Row]:
    return core.core_rows()


def test_core_has_no_faults():
    assert list(check.faults()) == []


@pytest.mark.parametrize(("country", "governorates", "districts", "subdistricts"), [("SY", 14, 62, 272), ("IQ", 18, 101, 294)])
def test_core_divisions_are_complete(rows, country, governorates, districts, subdistricts):
    kinds = [r.kind for r in rows.values() if r.country == country]
    assert kinds.count("governorate") == governorates
    assert kinds.count("district") == districts
    assert kinds.count("subdistrict") == subdistricts


def test_core_size_meets_the_floor(rows):
    settlements = sum(r.kind in ("city", "town", "village", "hamlet") for r in rows.values())
    features = sum(
        r.kind not in ("city", "town", "village", "hamlet", "country", "governorate", "district", "subdistrict") for r in rows.values()
    )
    assert settlements >= 3000
    assert features >= 250
    assert sum(r.kind == "country" for r in rows.values()) >= 190


def test_every_kind_maps_to_a_level():
    kinds = core.load_kinds()
    assert kinds["city"].level == PlaceLevel.CITY
    assert kinds["oil_field"].level == PlaceLevel.SITE
    assert kinds["desert"].level == PlaceLevel.SUBREGION
    assert all(k.words and 1 <= k.precision <= 6 and 0 < k.weight < 1 for k in kinds.values())


@pytest.mark.parametrize(
    ("name", "within", "english", "admin1"),
    [
        ("البوكمال", "دير الزور", "Al-Bukamal", "Deir ez-Zor"),
        ("الميادين", "Deir ez-Zor", "Al-Mayadin", "Deir ez-Zor"),
        ("القامشلي", None, "Qamishli", "Hasakah"),
        ("الموصل", None, "Mosul", "Nineveh"),
        ("كوباني", None, "Kobani", "Aleppo"),
        ("الفاشر", None, "El Fasher", "North Darfur"),
        ("العريش", None, "Arish", "North Sinai"),
        ("مخيم الهول", "الحسكة", "Al-Hol camp", "Hasakah"),
        ("حقل العمر", "SY09", "Al-Omar oil field", "Deir ez-Zor"),
        ("بنت جبيل", None, "Bint Jbeil", "Nabatieh"),
        ("مايدوغوري", "NG", "Maiduguri", "Borno"),
        ("تعز", None, "Taiz", "Taiz"),
    ],
)
def test_find_gives_the_field_standard_name_first(gaz, name, within, english, admin1):
    top = gaz.find(name, within)[0].place
    assert (top.name_en, top.admin1) == (english, admin1)


def test_find_prefers_the_container(gaz):
    for area in ("دير الزور", "الحسكة"):
        top = gaz.find("الصالحية", area)[0]
        assert top.place.admin1_pcode == {"دير الزور": "SY09", "الحسكة": "SY08"}[area]
        assert "inside" in top.reason


def test_find_keeps_candidates_outside_at_a_low_score(gaz):
    found = gaz.find("الميادين", "بغداد")
    assert found
    assert found[0].score < 0.4


def test_find_limits_to_a_country(gaz):
    assert {c.place.country for c in gaz.find("سنجار", country="IQ")} == {"IQ"}


def test_find_reads_misspellings_inside_a_container(gaz):
    assert gaz.find("الميادن", "دير الزور")[0].place.name_en == "Al-Mayadin"
    assert gaz.find("الميادن") == () or gaz.find("الميادن")[0].reason != "sounds alike"


def test_find_reads_english_names(gaz):
    assert gaz.find("Deir ez-Zor")[0].place.name_ar == "دير الزور"


def test_unknown_names_find_nothing(gaz):
    assert gaz.find("قغظثصض") == ()
    assert gaz.lookup("قغظثصض") == ()
    assert gaz.by_id("nowhere") is None


def test_place_carries_all_levels(gaz):
    p = gaz.by_id("C5192")
    assert p is not None
    assert (p.admin1, p.admin2, p.admin1_pcode, p.admin2_pcode) == ("Deir ez-Zor", "Al-Mayadin", "SY09", "SY0903")
    assert p.admin3_pcode == "SY090300"
    assert p.pcode == "C5192"
    assert ("pcode", "C5192") in p.external
    assert geo_precision(p) == GeoPrecision.EXACT


def test_claimants_names_have_periods(gaz):
    place = gaz.by_id("SY09")
    assert place is not None
    names = {v.name: v for v in place.variants}
    wilaya = names["ولاية الخير"]
    assert wilaya.type == "claimant"
    assert wilaya.valid_on(date(2020, 1, 1))
    assert not wilaya.valid_on(date(2012, 1, 1))
    assert gaz.lookup(fold("ولاية الخير")) == ("SY09",)
    assert gaz.lookup(fold("ولاية البركة")) == ("SY08",)
    assert gaz.lookup(fold("ولاية غرب إفريقية"))


def test_names_index_is_longest_first(gaz):
    entries = gaz.names["دير"]
    lengths = [len(rest) for rest, _ in entries]
    assert lengths == sorted(lengths, reverse=True)
    assert gaz.longest(("في", "دير", "الزور", "امس"), 1)[0] == 2
    assert gaz.longest(("امس",), 0) == (0, ())


def test_weak_names_are_marked(gaz):
    assert "رقه" in gaz.weak
    assert "الرقه" not in gaz.weak
    assert "بيان" in gaz.weak
    assert gaz.names.get("لاشيءهكذا") is None


def _corpus(name: str) -> list[tuple[str, ...]]:
    return [tuple(r.values()) for r in read_tsv(DATA / "places" / name)]


@pytest.mark.parametrize(("name", "within", "english", "admin1"), _corpus("find.corpus.tsv"))
def test_find_corpus(gaz, name, within, english, admin1):
    found = gaz.find(name, within or None)
    if english == "-":
        assert found == ()
    else:
        assert (found[0].place.name_en, found[0].place.admin1 or "-") == (english, admin1)


@pytest.mark.parametrize(("a", "b", "relation"), _corpus("spelling.corpus.tsv"))
def test_spelling_corpus(a, b, relation):
    strong, weak = Spelling.load().forms(a)
    assert ("strong" if words(b) in strong else "weak" if words(b) in weak else "no") == relation


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("البوكمال", "البو كمال"),
        ("كفرنبل", "كفر نبل"),
        ("تل رفعت", "تلرفعت"),
        ("تل تمر", "تل التمر"),
        ("داريا", "دارية"),
        ("أبو كمال", "بو كمال"),
        ("معرة مصرين", "معرتمصرين"),
        ("البيضاء", "البيضا"),
        ("الصمدانية الشرقية", "صمدانية شرقية"),
    ],
)
def test_spelling_rules_meet(name, other):
    rules = Spelling.load()
    strong, _ = rules.forms(name)
    assert words(other) in strong


def test_dropping_the_article_is_weak():
    strong, weak = Spelling.load().forms("الباب")
    assert words("باب") in weak
    assert words("باب") not in strong


def test_dropping_a_half_is_weak():
    strong, weak = Spelling.load().forms("حطلة تحتاني")
    assert words("حطلة") in weak - strong


def test_build_is_deterministic(rows):
    some = dict(list(rows.items())[:800])
    a, b = index.build(some), index.build(some)
    assert a[0] == b[0]
    assert {k: a[1][k] for k in a[1]} == {k: b[1][k] for k in b[1]}


def test_lookup_is_fast(gaz):
    names = [" ".join(words(p.name_ar)) for i in list(gaz.ids())[::20] if (p := gaz.by_id(i))]
    for n in names:
        gaz.lookup(n)
    start = time.process_time()
    for n in names:
        gaz.lookup(n)
    assert (time.process_time() - start) / len(names) < 60e-6  # The goal is 20 µs; a busy machine triples it.


@pytest.mark.skipif(not (SHARED / "gazetteer").is_dir(), reason="needs the optional data folder (WAQAI_SHARED)")
def test_core_agrees_with_the_reference_table(monkeypatch):
    monkeypatch.setenv("WAQAI_SHARED", str(SHARED))
    table = check.reference_table()
    assert table is not None
    far = list(check.disagreements(table))
    assert len(far) <= 20
    # The list's point of C5172 (الكشكية) is known to be wrong by 30 km.
    assert max(d.km for d in far if d.id != "C5172") < 15


@pytest.mark.skipif(not (SHARED / "gazetteer").is_dir(), reason="needs the optional data folder (WAQAI_SHARED)")
def test_news_places_are_found(gaz):
    with (SHARED / "gazetteer" / "core_place_candidates_ranked_by_ged_events.csv").open(encoding="utf-8") as f:
        named = [r for r in csv.DictReader(f) if r["name_ar"]][:400]
    found = sum(bool(gaz.lookup(" ".join(words(r["name_ar"])))) for r in named)
    assert found / len(named) >= 0.97
