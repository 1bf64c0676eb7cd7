"""At whose door a deed is laid: attributions, whose operation it was, verbal nouns with subject and object, countries that act."""

from __future__ import annotations

import pytest
from frame_text import claims, sides


@pytest.mark.parametrize("deed", ["هجومين نُسبا", "هجوم نُسب", "هجمات نسبت"])
@pytest.mark.parametrize(("party", "name"), [("حركة الشباب", "al-Shabaab"), ("متشددين", "militants")])
def test_deeds_laid_at_one_door(deed: str, party: str, name: str) -> None:
    assert [sides(c)[0] for c in claims(f"قُتل سبعة جنود في {deed} إلى {party} قرب كيسمايو بالصومال.")] == [name]


def test_most_of_the_deeds_are_not_all() -> None:
    text = "أحصت البعثة الأممية مقتل سبعة مدنيين في أيار في هجمات نُسب معظمها إلى تنظيم داعش في أفغانستان."
    assert [sides(c)[0] for c in claims(text)] == [None]


@pytest.mark.parametrize("operation", ["عمليات متفرقة", "اعتداء جديد", "حملة مداهمات"])
def test_harm_in_an_operation_of_a_party(operation: str) -> None:
    (claim,) = claims(f"أصيب أربعة مواطنين أمس في {operation} لقوات الاحتلال في الخليل.")
    assert sides(claim) == ("Israel", "civilians")


@pytest.mark.parametrize("noun", ["استهداف", "قصف", "مهاجمة"])
@pytest.mark.parametrize("party", ["قوات الدعم السريع", "“قوات الدعم السريع”"])
def test_a_verbal_noun_with_subject_and_object(noun: str, party: str) -> None:
    (claim,) = claims(f"أعلن الجيش السوداني مقتل ستة أشخاص نتيجة {noun} {party} للمدنيين في الفاشر.")
    assert sides(claim) == ("RSF", "civilians")


@pytest.mark.parametrize("text", ["شنت {} غارات على قرية قرب كابول.", "قُتل ستة مدنيين في غارات شنتها {} قرب كابول."])
def test_a_country_behind_a_verb_of_striking_did_it(text: str) -> None:
    assert str(sides(claims(text.format("باكستان"))[0])[0]).startswith("Pakistani")


def test_a_country_in_which_something_happens_did_nothing() -> None:
    assert [sides(c)[0] for c in claims("قُتل ستة مدنيين في غارات على قرية في باكستان.")] == [None]


@pytest.mark.parametrize("post", ["مواقع تسيطر عليها عناصر القاعدة", "معسكر هام تابع لتنظيم القاعدة"])
def test_whose_a_post_is_said_to_be(post: str) -> None:
    (claim,) = claims(f"نفذت القوات الجنوبية هجوماً على {post} في محافظة أبين.")
    assert (claim.event_type, *sides(claim)) == ("attack", "Southern Transitional Council forces", "AQAP")


def test_an_apposition_stands_between_a_party_and_its_responsibility() -> None:
    text = (
        "أعلنت سرايا القدس، الجناح العسكري لحركة الجهاد الإسلامي، مساء اليوم الأحد، مسؤوليتها عن تفجير عبوة "
        "استهدفت قوة لجيش الاحتلال الإسرائيلي في جنين."
    )
    assert [sides(c) for c in claims(text)] == [("Islamic Jihad (Saraya al-Quds)", "Israel")]


@pytest.mark.parametrize("men", ["رجال شرطة", "عناصر شرطة", "أفراد شرطة", "شرطيين"])
def test_policemen_counted_by_a_noun(men: str) -> None:
    (claim,) = claims(f"قُتل ثلاثة {men} في هجوم مسلح في مدينة غاو شمال مالي.")
    assert sides(claim)[1] == "Malian police"


@pytest.mark.parametrize(("number", "object_"), [("عشرة", "متشددين"), ("عشرة", "إرهابيين"), ("سبعة", "متشددين")])
def test_a_ten_behind_a_force_counts_those_it_hit(number: str, object_: str) -> None:
    (claim,) = claims(f"قتل الجيش {number} {object_} في عملية عسكرية قرب موبتي وسط مالي.")
    assert sides(claim) == ("Malian army", "militants")


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ('قُتل تسعة في هجوم شنه متمردون من "القوات الديموقراطية المتحالفة" قرب بيني.', "ISIS (Central Africa Province)"),
        ("هاجمت قوات الدعم السريع الجيش السوداني في الأبيض. وقصفت المليشيا أحياء في نيالا وقتلت ثلاثة مدنيين.", "RSF"),
        ("هاجمت جماعة نصرة الإسلام والمسلمين ثكنة في موبتي بمالي. ثم أعدم التنظيم خمسة مدنيين في غاو.", "JNIM"),
    ],
)
def test_whom_a_definite_noun_means(text: str, party: str) -> None:
    assert {sides(c)[0] for c in claims(text)} == {party}
