"""Whose weapon it was, who stands behind a noun of aiming, and attacks that are only called off."""

from __future__ import annotations

import pytest
from frame_text import claims, one, sides


@pytest.mark.parametrize(
    ("text", "kind", "who", "whom"),
    [
        ("قتل مدني بقذيفة إسرائيلية في كفركلا", "shelling", "Israel", "civilians"),
        ("مقتل جندي بصاروخ حوثي في مأرب", "shelling", "Houthis", "Yemeni government forces"),
        ("قتل ثلاثة مدنيين بمسيّرة تركية في عين عيسى", "airstrike", "Turkish armed forces", "civilians"),
        ("مقتل عنصرين من حزب الله بمسيرة إسرائيلية في ميس الجبل", "airstrike", "Israel", "Hezbollah"),
        ("أصيب مزارع برصاص إسرائيلي شرق خان يونس", "attack", "Israel", "civilians"),
        ("مقتل متظاهر برصاص الأمن العراقي في الناصرية", "attack", "Iraqi security forces", "civilians"),
        ("قتل صياد بنيران زوارق إسرائيلية قبالة غزة", "attack", "Israel", "civilians"),
    ],
)
def test_a_weapon_with_the_name_of_a_party_is_its_deed(text: str, kind: str, who: str, whom: str) -> None:
    c = one(text)
    assert (str(c.event_type), *sides(c)) == (kind, who, whom)


@pytest.mark.parametrize(
    "text", ["مقتل راعي أغنام بانفجار لغم إسرائيلي في القنيطرة", "انفجار لغم حوثي بسيارة مدنية في الدريهمي", "أصيب طفل بعبوة ناسفة في درعا"]
)
def test_whoever_made_a_mine_neither_laid_it_nor_was_hit(text: str) -> None:
    c = one(text)
    assert sides(c)[0] is None
    assert sides(c)[1] in (None, "civilians")


@pytest.mark.parametrize(
    ("text", "who", "whom"),
    [
        ("استهداف رتل للجيش التركي بعبوة ناسفة قرب الباب", None, "Turkish armed forces"),
        ("استهداف دورية للشرطة بهجوم مسلح في الطارمية", None, "Iraqi police"),
        ("استهداف الجيش التركي بصاروخ موجه شمالي حلب", None, "Turkish armed forces"),
        ("استهداف التنظيم لدورية عراقية قرب بيجي", "ISIS", "Iraqi security forces"),
        ("استهداف الجيش التركي لقرية في ريف تل تمر", "Turkish armed forces", None),
    ],
)
def test_the_party_behind_a_noun_of_aiming(text: str, who: str | None, whom: str | None) -> None:
    assert sides(one(text)) == (who, whom)


@pytest.mark.parametrize(
    "text",
    [
        "دعا الأمين العام إلى وقف القصف على الفاشر.",
        "اتفق الطرفان على وقف الهجمات على المدنيين في مأرب.",
        "أكد الوزير ضرورة إيقاف الغارات على صنعاء.",
        "طالب الاتحاد الأوروبي بإنهاء القتال في الخرطوم.",
    ],
)
def test_attacks_that_are_to_stop_are_not_told(text: str) -> None:
    assert not [c for c in claims(text) if str(c.kind) != "statement"]


def test_an_attack_after_a_halt_is_told() -> None:
    assert str(one("بعد وقف القصف، قتل مدنيان بقذائف على الفاشر.").event_type) == "shelling"


@pytest.mark.parametrize(
    "text",
    [
        "شهد سوق الأسهم السعودي هجوماً شرائياً من المستثمرين، وهو أكبر هجوم شرائي منذ عام.",
        "استهداف الحكومة للتضخم بأدوات جديدة في القاهرة.",
        "أصاب اللاعب الشباك بصاروخ من خارج المنطقة ليمنح فريقه الفوز.",
        "أعلنت وزارة الصحة القضاء على مرض شلل الأطفال في إقليم بونتلاند.",
        "أعلن الجيش المصري تنفيذ ثلاث عمليات جراحية في مستشفى المعادي.",
    ],
)
def test_markets_matches_and_medicine_are_not_told(text: str) -> None:
    assert not [c for c in claims(text) if str(c.kind) != "statement"]
