"""Who did it to whom, in every order Arabic allows."""

from __future__ import annotations

import pytest
from frame_text import one, sides

AGENT_AND_TARGET = [
    ("هاجم مقاتلو تنظيم الدولة حاجزا للجيش العراقي قرب الحويجة، ما أسفر عن مقتل ثلاثة جنود.", "verb first"),
    ("مقاتلو تنظيم الدولة هاجموا حاجزا للجيش العراقي قرب الحويجة وقتلوا ثلاثة جنود.", "subject first"),
    ("قُتل ثلاثة جنود من الجيش العراقي على يد عناصر تنظيم الدولة قرب الحويجة.", "passive with agent"),
    ("مقتل ثلاثة جنود عراقيين في هجوم لتنظيم الدولة قرب الحويجة.", "nominal headline"),
]


@pytest.mark.parametrize(("text", "shape"), AGENT_AND_TARGET, ids=[s for _, s in AGENT_AND_TARGET])
def test_the_same_happening_in_four_shapes(text: str, shape: str) -> None:
    c = one(text)
    assert str(c.event_type) == "attack"
    assert sides(c) == ("ISIS", "Iraqi army")
    assert c.place is not None
    assert c.place.name_ar == "الحويجة"
    assert c.fatalities is not None
    assert c.fatalities.best == 3


@pytest.mark.parametrize(
    ("text", "perpetrator", "target"),
    [
        ("أصيب شرطيان برصاص مسلحين مجهولين في بعقوبة.", "unknown gunmen", "Iraqi police"),
        ("انفجرت عبوة ناسفة بعربة للجيش الصومالي قرب أفجوي، فقُتل ستة.", None, "Somali army"),
        ("قُتل 15 شخصا بينهم 4 أطفال في غارة إسرائيلية على خان يونس.", "Israel", "civilians"),
        ("قتلت خلية للتنظيم عنصرين من قسد في بلدة الشحيل، وأصابت آخر.", "ISIS", "SDF"),
        ("اعتقلت القوات العراقية خمسة أشخاص بينهم امرأة في الموصل.", "Iraqi security forces", "civilians"),
        ("أطلق مسلحون النار على سيارة مختار القرية في داقوق فأردوه قتيلا.", "unknown gunmen", "local officials"),
        # a guess names those who act (codebook 5.2)
        ("هاجم مسلحون يُعتقد أنهم من خلايا داعش حاجزاً لقسد في ريف دير الزور، ما أسفر عن مقتل عنصرين.", "ISIS", "SDF"),
        ("قالت الشرطة إن مسلحين يشتبه بانتمائهم إلى حركة الشباب هاجموا فندقا في مقديشو وقتلوا 7 مدنيين.", "al-Shabaab", "civilians"),
        ("اغتال مسلحون مجهولون يعتقد أنهم من داعش مختار قرية في ديالى.", "unknown gunmen", "local officials"),
        ("قصفت طائرة مسيرة يُرجح أنها تركية سيارة في القامشلي، ما أدى إلى مقتل مدنيين اثنين.", "Turkish armed forces", "civilians"),
        # the fighters killed are those aimed at, when nobody else is
        ("قتل الجيش العراقي عنصراً من داعش في غارة على كركوك.", "Iraqi army", "ISIS"),
        ("قتلت القوات الأميركية قيادياً في داعش بغارة في إدلب.", "US forces", "ISIS"),
    ],
)
def test_roles(text: str, perpetrator: str | None, target: str | None) -> None:
    assert sides(one(text)) == (perpetrator, target)


def test_a_post_after_indefinite_gunmen() -> None:
    c = one("هاجم مسلحون نقطة لقسد في ذيبان، وقتلوا عنصرين، وفق المرصد السوري لحقوق الإنسان.")
    assert sides(c) == ("unknown gunmen", "SDF")
    assert c.claimant.name_en == "SOHR"


def test_passive_post_with_an_agent_in_a_relative_clause() -> None:
    c = one("استُهدفت نقطة للجيش اليمني بطائرة مسيّرة أطلقها الحوثيون في مأرب.")
    assert sides(c) == ("Houthis", "Yemeni government forces")


def test_every_role_points_at_its_words() -> None:
    text = "قصفت القوات التركية قرية المعلق قرب عين عيسى بالمدفعية، ما أدى إلى إصابة طفلين."
    c = one(text)
    (span,) = c.evidence["perpetrator"]
    assert text[span.start : span.end] == "القوات التركية"
    (span,) = c.evidence["injuries"]
    assert "طفلين" in text[span.start : span.end]
    assert c.rules["perpetrator"].startswith("perpetrator:")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("أطلق مسلحون النار على حاجز للجيش السوري في درعا فأصيب جندي.", "attack"),
        ("تعرض موقع للجيش اللبناني لإطلاق نار من مسلحين في الهرمل، ما أدى إلى إصابة عسكري.", "attack"),
        ("قتل جندي برصاص مجهولين قرب حاجز للجيش السوري في درعا.", "assassination"),
        ("أطلق مسلحون النار على ضابط في الجيش السوري أمام منزله في درعا فقتلوه.", "assassination"),
    ],
)
def test_shots_at_a_post_and_at_a_person(text: str, kind: str) -> None:
    assert str(one(text).event_type) == kind


def test_a_guess_inside_a_name_is_nobody_s_claim() -> None:
    c = one("هاجم مسلحون يُرجَّح انتماؤهم إلى جماعة بوكو حرام قرية في شمال الكاميرون وقتلوا تسعة مدنيين.")
    assert sides(c) == ("Boko Haram", "civilians")
    assert (c.claimant.name_en, str(c.modality)) == ("outlet/correspondent", "reported")
