"""Sentences that plainly tell another event stand apart; rival accounts of one strike are two versions (codebook 2.2)."""

from __future__ import annotations

import pytest
from tests.frame.frame_text import claims, sides


def types(text: str) -> list[str]:
    return sorted(str(c.event_type) for c in claims(text) if c.statement is None)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("هاجم مسلحون أمس بقذائف آر بي جي حاجزاً لقسد في أبو خشب فقتلوا ثلاثة من المقاتلين. وفي أعقاب الهجوم أوقفت القوات خمسة مشتبهين.",
         ["arrest", "attack"]),
        ("انفجرت دراجة نارية ملغمة في سوق تركمان بارح أمس وقتلت طفلاً. وعثرت الشرطة على سيارة محملة بالمتفجرات عند مدخل اعزاز وفككتها.",
         ["vehicle_bomb", "vehicle_bomb"]),
        ("أطلق جنود إسرائيليون النار أمس على شاب في يعبد فأصابوه. وقبل ذلك استهدفت مسيّرة سيارة في القرية ذاتها فقتلت شخصاً.",
         ["airstrike", "attack"]),
        ("اقتحم مسلحون أمس قرية حورات عمورين وأطلقوا النار على سكانها فقُتل خمسة مدنيين، ثم نهب المهاجمون متاجر وأحرقوها.",
         ["attack", "looting_or_property_destruction"]),
        ("قال حزب الله في بيان أمس إن مقاتليه كمنوا لقوة إسرائيلية في خراج عيتا الشعب. وفي بيان آخر أنهم قصفوا ثكنة يفتاح بصلية صاروخية.",
         ["attack", "shelling"]),
        ("صدت قوات الجيش أمس هجوماً للدعم السريع على الفاشر، بينما أفاد سكان بتجدد القصف المدفعي على معسكر أبو شوك ومقتل 12 نازحاً.",
         ["attack", "shelling"]),
    ],
)  # fmt: skip
def test_another_event(text: str, told: list[str]) -> None:
    assert types(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "هاجم مسلحون أمس نقطة للجيش قرب السخنة. وأسفر الهجوم عن مقتل جنديين.",
        "داهمت قوات الأمن أمس منزلاً في نوى. واعتقلت القوات شابين منه.",
        "انفجرت عبوة ناسفة أمس في سوق عفرين. وقال الدفاع المدني إن الانفجار قتل طفلاً.",
    ],
)
def test_the_same_event(text: str) -> None:
    assert len(types(text)) == 1


def test_what_a_party_says_it_hit_is_its_own_version() -> None:
    text = "قُتل مدنيان أمس بصاروخ أطلقه الحوثيون على حي الروضة في مأرب. وقال الحوثيون إن الصاروخ دكّ مقر قيادة للجيش اليمني وأوقع قتلى."
    assert {sides(c)[1] for c in claims(text)} == {"civilians", "Yemeni government forces"}


def test_who_admits_a_strike_sets_no_version_against_it() -> None:
    text = "قُتل سبعة مدنيين أمس بغارة إسرائيلية على مدرسة في غزة. وأقر الجيش الإسرائيلي بتنفيذ الغارة قائلاً إنها استهدفت مسلحين من حماس."
    assert len(types(text)) == 1
