"""What is denied stays told (codebook 2.2)."""

from __future__ import annotations

import pytest
from frame_text import claims

from waqai.pipeline import code_text


def test_what_is_told_only_to_be_denied_is_two_claims() -> None:
    text = "نفت وزارة الدفاع السورية، اليوم، ما تداولته صفحات على فيسبوك عن قصف مدفعي استهدف بلدة تفتناز أمس وقتل ثلاثة مدنيين."
    told = {(str(c.modality), c.claimant.name_en, str(c.event_type)) for c in claims(text)}
    assert told == {("reported", "social media rumours", "shelling"), ("denied", "Syrian MoD", "shelling")}


def test_a_bare_denial_of_any_event_tells_none() -> None:
    assert all(str(c.modality) == "denied" for c in claims("نفى المتحدث باسم قوات سوريا الديمقراطية وقوع أي هجوم على حاجز الشحيل أمس."))


def test_an_absolute_object_is_no_second_denial() -> None:
    text = "قُتل ثلاثة مدنيين بقصف مدفعي على سوق الفاشر أمس. وتنفي قوات الدعم السريع نفياً قاطعاً مسؤوليتها عن القصف."
    assert [str(c.modality) for c in claims(text)].count("denied") == 1


def test_we_who_sign_deny() -> None:
    text = "بيان صادر عن قيادة قوات سوريا الديمقراطية\nننفي ما تبثه قنوات النظام عن قصف مدفعي نفذته قواتنا على بلدة أبو كهف أمس."
    denied = [c for c in code_text(text, published="2024-05-15").claims if str(c.modality) == "denied"]
    assert [c.claimant.name_en for c in denied] == ["SDF"]


def test_a_bare_denial_is_of_what_was_told_last() -> None:
    told = claims(
        "قال المركز إن مسلحين من الجيش الوطني خطفوا مواطناً في 19 تموز من حقله بناحية معبطلي في عفرين.\n"
        "وقالت عائلة شاب إنه فارق الحياة تحت التعذيب في سجن للشرطة العسكرية التابعة للجيش الوطني في عفرين. "
        "غير أن مسؤولاً في الشرطة العسكرية نفى ذلك.",
        "2022-07-25",
    )
    assert [c.event_type for c in told if c.modality == "denied"] == ["execution"]


def test_a_denial_is_of_the_event_of_the_place_it_names() -> None:
    told = claims(
        "قضى خمسة مدنيين بغارة لطائرات روسية على أطراف قرية بسقلا. ومات مدنيان في قرية كرسعة إثر برميلين متفجرين ألقتهما مروحيات النظام.\n"
        "ونفى مركز المصالحة الروسي في قاعدة حميميم أن يكون الطيران الروسي قد حلّق فوق بسقلا."
    )
    assert [c.place.name_ar for c in told if c.modality == "denied" and c.place is not None] == ["بسقلا"]


SHELLED = "قُتل ثلاثة مدنيين بقصف مدفعي لقوات الدعم السريع على سوق الفاشر أمس.\n"


@pytest.mark.parametrize(
    ("text", "denials"),
    [
        ("وتعتبر الخرطوم القوات جماعة إرهابية، وتنفي القوات ذلك.", 0),
        ("وتتهم الخرطوم أبوظبي بتسليح قوات الدعم السريع، وهو ما تنفيه الإمارات.", 0),
        ("ويقول الجيش إن القوات تجند الأطفال في صفوفها، لكنها تنفي ذلك.", 0),
        ("ونفت قوات الدعم السريع مراراً استهداف الأسواق.", 0),
        ("ولم تؤكد قوات الدعم السريع الهجوم أو تنفه.", 0),
        ("ولم يصدر عن قوات الدعم السريع ما ينفي أو يؤكد ذلك.", 0),
        ("ونفى سكان الحي وجود أي أسلحة في السوق.", 0),
        ("واتهم الجيش قوات الدعم السريع بالوقوف وراء القصف، وهو ما نفته.", 1),
        ("وحمّل ناشطون الدعم السريع المسؤولية، لكن متحدثاً باسمها نفى ذلك.", 1),
        ("لكن قوات الدعم السريع نفت ذلك.", 1),
        ("وقالت لجان المقاومة إن المدفعية أطلقت من مواقع الدعم السريع، فيما نفت الأخيرة ذلك.", 1),
        ("ونفت قوات الدعم السريع أي علاقة لها بالقصف.", 1),
    ],
)
def test_what_is_denied(text: str, denials: int) -> None:
    assert [str(c.modality) for c in claims(SHELLED + text)].count("denied") == denials


def test_where_the_denier_sits_is_not_where_it_was() -> None:
    told = claims(
        "سقط صاروخ باليستي على محطة وقود في مديرية الوادي بمأرب فقتل سبعة، بحسب السلطة المحلية التي اتهمت الحوثيين.\n"
        "ونفى مصدر في وزارة الدفاع بصنعاء الخاضعة للحوثيين إطلاق أي صاروخ صوب المحطة."
    )
    assert {c.place.name_ar for c in told if c.place is not None} == {"الوادي"}
