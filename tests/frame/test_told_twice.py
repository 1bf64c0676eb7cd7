"""An event of the lead that a source tells over again: the same shell, mine or post, another person beside the one killed."""

import pytest
from frame_text import claims, low_high, one, sides


@pytest.mark.parametrize(
    ("text", "place", "killed", "injured"),
    [
        (
            "قُتل جندي وجُرح ثانٍ حين سقطت قذيفة هاون على نقطة عسكرية جنوب الشيخ زويد. وأكدت مصادر أمنية أن مجهولين أطلقوا قذيفة هاون على نقطة"
            " في قرية الجورة، وأسفر ذلك عن مقتل جندي وإصابة آخر.",
            "Al-Joura (Sinai)",
            (1, 1),
            (1, 1),
        ),
        (
            "قُتل جندي وجُرح ثانٍ حين سقطت قذيفة هاون على نقطة عسكرية غربي تعز. وذكر سكان أن مجهولين أطلقوا قذيفة هاون على نقطة في مديرية مقبنة.",
            "Maqbanah",
            (1, 1),
            (1, 1),
        ),
        (
            "مقتل ثلاثة جنود وإصابة أربعة في انفجار لغم في شمال بوركينا فاسو. وقال مصدر عسكري إن لغماً انفجر بعربة للجيش قرب بلدة دجيبو.",
            "Djibo",
            (3, 3),
            (4, 4),
        ),
        (
            "قُتل 20 جندياً في هجوم مسلح غربي تعز مطلع الأسبوع الجاري. والهجوم الذي يعد الثاني خلال أسبوع وقع في مديرية مقبنة.",
            "Maqbanah",
            (20, 20),
            None,
        ),
    ],
)
def test_one_event_at_its_exact_place(text: str, place: str, killed: tuple[int, int], injured: tuple[int, int] | None) -> None:
    c = one(text)
    assert c.place is not None
    assert (c.place.name_en, low_high(c.fatalities), low_high(c.injuries)) == (place, killed, injured)


@pytest.mark.parametrize(
    "text",
    [
        "قُتل جندي وجُرح ثانٍ حين سقطت قذيفة هاون على موقع عسكري غربي تعز. وقُتل جندي آخر بانفجار عبوة ناسفة في مديرية مقبنة.",
        "قُتل جندي وجُرح ثانٍ حين سقطت قذيفة هاون على موقع عسكري غربي تعز. وقال مصدر إن قذيفة أخرى سقطت على نقطة في مديرية مقبنة.",
    ],
)
def test_another_one_stays_another(text: str) -> None:
    assert len(claims(text)) == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("أفاد مصدر عن استهداف مجموعة مسلحة لدورية عسكرية في رفح بعبوة ناسفة.", ("unknown gunmen", None)),
        ("استهداف طيران التحالف لمواقع للحوثيين في صعدة.", ("Saudi-led coalition", "Houthis")),
        ("استهداف مواقع لداعش في بادية السخنة بغارات جوية.", (None, "ISIS")),
        ("مسلحون زرعوا عبوة ناسفة على طريق العريش، ما أدى لانفجارها بدورية للجيش المصري.", ("unknown gunmen", "Egyptian army")),
    ],
)
def test_the_party_before_the_object_did_it(text: str, expected: tuple[str | None, str | None]) -> None:
    assert sides(one(text)) == expected


def test_a_hospital_is_not_the_place() -> None:
    c = one("أُصيب أربعة جنود في انفجار لغم بجبل الشعانبي، ونُقلوا إلى المستشفى العسكري بالعاصمة تونس.")
    assert c.place is not None
    assert c.place.name_ar == "جبل الشعانبي"


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        (
            "استشهد 10 مواطنين، الليلة الماضية، بغارة لطائرات الاحتلال على منزل في خان يونس.\n"
            "وأفادت مصادر طبية بأن أغلب الشهداء من الأطفال، بعد قصف طيران الاحتلال منزلاً غربي خان يونس.",
            10,
        ),
        (
            "لقي أربعة أشخاص مصرعهم بقصف مدفعي على أم درمان اليوم.\n"
            "وذكرت لجان المقاومة أن قذائف أطلقتها قوات الدعم السريع أصابت سوق صابرين، ما أسفر عن قتلى وجرحى.",
            4,
        ),
    ],
)
def test_the_uncounted_are_those_counted_before(text: str, dead: int) -> None:
    (claim,) = claims(text, "2025-10-12")
    assert claim.fatalities is not None
    assert claim.fatalities.best == dead


def test_the_uncounted_of_another_town() -> None:
    text = "قُتل أربعة أشخاص بقصف مدفعي على أم درمان اليوم.\nوذكرت لجان المقاومة أن قذائف أصابت سوق الفاشر، ما أسفر عن قتلى وجرحى."
    assert len(claims(text, "2025-10-12")) == 2


def test_a_plain_attack_after_the_strike_told() -> None:
    text = (
        "قُتل 4 أشخاص في قصف إسرائيلي، الثلاثاء، على سيارة بين بلدتي الشعيتية والقليلية جنوبي لبنان.\n"
        "وقالت الوكالة الوطنية للإعلام: استهدف العدو الإسرائيلي سيارة على طريق بين الشعيتية والقليلية.\n"
        "وذكرت الوكالة لاحقاً أن عدد قتلى الاستهداف بلغ 4."
    )
    assert len(claims(text, "2023-11-22")) == 1
