"""Guns and aircraft without an owner hit somebody and are nobody's; those who were hit strike back in an event of their own."""

import pytest
from frame_text import claims, one, sides


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("قصفت الطائرات نقاطاً لفصائل المعارضة في كفر تخاريم.", "Syrian opposition factions"),
        ("أغار الطيران على قاعدة للتحالف الدولي في رميلان.", "US-led coalition"),
        ("ضربت صواريخ رتلاً لقسد قرب مركدة.", "SDF"),
        ("دمرت غارة جوية مستودعاً لقسد في مركدة.", "SDF"),
        ("قصف مدفعي يستهدف منازل المدنيين في سرمين.", "civilians"),
        ("قصفت المدفعية مصفاة نفط لقسد في تل حميس.", "SDF"),
        ("تعرضت منازل المدنيين لقصف جوي في سرمين.", "civilians"),
        ("غارات جوية على نقاط للفصائل في سرمين.", "Syrian opposition factions"),
    ],
)
def test_whoever_is_behind_the_guns_was_hit(text: str, whom: str) -> None:
    assert sides(one(text)) == (None, whom)


@pytest.mark.parametrize(
    ("text", "who", "whom"),
    [
        ("قصفت مدفعية الجيش التركي مواقع لقسد في تل تمر.", "Turkish armed forces", "SDF"),
        ("سقطت على القرية قذائف أطلقها عناصر داعش وأصيب ثلاثة من الشرطة الاتحادية قرب داقوق.", "ISIS", "Iraqi Federal Police"),
        ("استهدفت مسيّرة للحوثيين موقعاً للجيش اليمني في مأرب.", "Houthis", "Yemeni government forces"),
        ("قصف الطيران الحربي سيارة لحزب الله في بلدة كفركلا اللبنانية.", "Israel", "Hezbollah"),
        ("طالت غارات إسرائيلية موقعاً لحزب الله في النبطية.", "Israel", "Hezbollah"),
    ],
)
def test_whose_guns_they_were_stays(text: str, who: str, whom: str) -> None:
    assert sides(one(text)) == (who, whom)


@pytest.mark.parametrize(
    "then",
    [
        "ولاحقاً أطلقت قوات النظام قذائف صاروخية باتجاه عمق البادية.",
        "ورداً على الهجوم، نفذت قوات النظام ضربات صاروخية على مواقع التنظيم.",
        "وفي المقابل قصفت قوات النظام بالمدفعية عمق البادية.",
        "وأعقب ذلك إطلاق قوات النظام قذائف صاروخية باتجاه البادية.",
    ],
)
@pytest.mark.parametrize(
    "first", ["هاجم تنظيم داعش نقطة لقوات النظام في بادية السخنة.", "شن داعش هجوماً على حاجز لقوات النظام في بادية التبني."]
)
def test_those_who_were_hit_strike_back(first: str, then: str) -> None:
    told = claims(f"{first} {then}")
    assert [(str(c.event_type), sides(c)[0]) for c in told] == [("attack", "ISIS"), ("shelling", "Syrian regime forces")]


def test_the_attackers_are_bombed() -> None:
    first, then = claims("قُتل جندي بهجوم لداعش في ريف حمص. وقصفت الطائرات مواقع التنظيم في البادية.")
    assert sides(first) == ("ISIS", "Syrian regime forces")
    assert (str(then.event_type), *sides(then)) == ("airstrike", None, "ISIS")


@pytest.mark.parametrize(
    "text",
    [
        "هاجم داعش نقطة لقوات النظام في بادية السخنة. وصدت قوات النظام الهجوم.",
        "هاجم داعش نقطة لقوات النظام في بادية السخنة. وقتلت قوات النظام اثنين من المهاجمين.",
    ],
)
def test_defence_is_part_of_the_attack(text: str) -> None:
    assert len(claims(text)) == 1


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("هاجم داعش نقطة للجيش شرقي مدينة سلمية، ثم قُتل راعٍ بانفجار لغم في البادية.", "Syrian Badia"),
        ("شهدت بادية السماوة هجوماً لداعش أمس، وقُتل جندي في البادية.", "Samawah desert"),
    ],
)
def test_the_desert_with_the_article(text: str, place: str) -> None:
    at = claims(text)[-1].place
    assert at is not None
    assert at.name_en == place


@pytest.mark.parametrize(
    "text",
    [
        "قصفت القوات الأوكرانية مستودعاً للوقود في بيلغورود. وردت القوات الروسية بقصف خاركيف بالصواريخ.",
        "قصفت قسد بالمدفعية أطراف مارع. ورد الجيش التركي بقصف تل رفعت.",
    ],
)
def test_who_answers_does_so_in_an_event_of_his_own(text: str) -> None:
    first, then = (sides(c)[0] for c in claims(text))
    assert first != then
