"""What ``القضاء`` and ``الشاطئ`` point back to; whose friends are no place; what an agreement allows has not come about."""

from __future__ import annotations

import pytest
from frame_text import claims


def places(text: str) -> list[str | None]:
    return [c.place.name_en if c.place else None for c in claims(text)]


def test_a_district_is_no_governorate_seat() -> None:
    text = "في سنجار قتل مدنيان أمس. ووقعت اتفاقية بين بغداد وأربيل. وقصفت طائرات تركية القضاء أمس."
    assert places(text) == ["Sinjar", "Sinjar"]


def test_what_the_text_calls_a_district_comes_first() -> None:
    text = "قتل مدنيان في تفجير وسط قضاء الحويجة بكركوك أمس. وفي أربيل عقد مسؤولون اجتماعا. وانفجرت عبوة أخرى في القضاء اليوم."
    assert places(text) == ["Hawija", "Hawija"]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("قتل عشرة مدنيين في هجوم على شاطئ ليدو في مقديشو أمس. وعثرت الشرطة على سيارة مفخخة قرب الشاطئ وفككتها.", "Lido beach, Mogadishu"),
        ("قتل أربعة صيادين على شاطئ خان يونس برصاص الزوارق الإسرائيلية أمس. وأصيب صياد خامس بقصف على الشاطئ.", "Khan Yunis"),
        ("قُتل مدني في خان يونس أمس. وقتل عشرة بقصف على مخيم الشاطئ غربي غزة.", "Al-Shati camp"),
        ("قتل ثلاثة مدنيين بقصف على تل رفعت بريف حلب. وقصفت قوات النظام مدينة التل بريف دمشق أمس.", "Al-Tall"),
        ("قُتل حارس أمام باب منزله في حلب أمس. وقُتل مدنيان بقصف على الباب.", "Al-Bab"),
    ],
)
def test_a_landmark_named_again(text: str, last: str) -> None:
    assert places(text)[-1] == last


@pytest.mark.parametrize(
    "text",
    ["تتيح الاتفاقية إخراج المسلحين من سنجار.", "يسمح القانون باعتقال المدنيين في دمشق."],
)
def test_what_is_allowed_has_not_come_about(text: str) -> None:
    assert not claims(text)


def test_what_was_done_under_an_agreement_is_told() -> None:
    text = "قالت مصادر محلية إن الجيش قصف سنجار أمس، مشيرة إلى أن الاتفاق يسمح بذلك."
    assert [str(c.event_type) for c in claims(text)] == ["shelling"]


@pytest.mark.parametrize(
    ("text", "doer", "place"),
    [
        ("هاجم مسلحون مرتبطون بإيران موقعاً للجيش الأمريكي في دير الزور أمس.", "Iran-backed militias", "Deir ez-Zor"),
        ("استهدفت ميليشيات مرتبطة بالحرس الثوري قاعدة التنف أمس.", "Iran-backed militias", "Al-Tanf"),
        ("قصفت فصائل حليفة لتركيا قرية تل تمر أمس.", "SNA", "Tall al-Tamr"),
        ("قصفت فصائل مقربة من أنقرة بلدة تل تمر أمس.", "SNA", "Tell Tamr"),
        ("هاجمت جماعة مرتبطة بتنظيم القاعدة قرية قرب غاو فقتلت عشرين مدنيا أمس.", "al-Qaeda", "Gao"),
    ],
)
def test_whose_friends_are_no_place(text: str, doer: str, place: str) -> None:
    told = claims(text)
    assert [(c.perpetrator.name_en if c.perpetrator else None, c.place.name_en if c.place else None) for c in told] == [(doer, place)]


def test_the_village_is_no_hamlet_called_like_a_country() -> None:
    text = (
        "تعرضت قرية أم تينة في ريف دير حافر لقصف أمس. وقالت قسد إن فصائل تابعة لدمشق وموالية لتركيا"
        " ارتكبت مجزرة بحق المدنيين في القرية مساء السبت."
    )
    assert set(places(text)) == {"Umm Tinah"}
