"""A struck thing that bears a party's pronoun is that party's; whoever owns it did not strike it."""

import pytest
from frame_text import claims, one, sides


@pytest.mark.parametrize(
    ("text", "who", "whom"),
    [
        ("قالت قسد إن غارة جوية على مقر لها في تل رفعت أوقعت جرحى.", None, "SDF"),
        ("أعلنت قسد أن طائرة مسيرة قصفت نقاطها في تل تمر.", None, "SDF"),
        ("قالت قسد إن مسلحين هاجموا حاجزاً لها في الشحيل.", "unknown gunmen", "SDF"),
        ("ذكرت قسد أن خلية لتنظيم داعش هاجمت سيارة تابعة لها في أبو حمام.", "ISIS", "SDF"),
        ("قال الجيش اللبناني إن مسلحين أطلقوا النار على دورية له قرب الهرمل.", "unknown gunmen", "Lebanese army"),
        ("أفاد المركز الإعلامي لقسد بأن نقطة لقواته تعرضت لإطلاق نار من مجهولين في ذيبان.", "unknown gunmen", "SDF"),
    ],
)
def test_whose_it_was(text: str, who: str | None, whom: str) -> None:
    assert sides(one(text)) == (who, whom)


@pytest.mark.parametrize(
    ("text", "who", "whom"),
    [
        ("قالت قسد إنها استهدفت من نقاطها دورية تركية في تل رفعت.", "SDF", "Turkish armed forces"),
        ("نفذت قسد انطلاقاً من مقراتها في الشدادي هجوماً على داعش.", "SDF", "ISIS"),
    ],
)
def test_from_its_own_posts_it_acts(text: str, who: str, whom: str) -> None:
    assert sides(one(text)) == (who, whom)


def test_mercenaries_named_once_are_meant_again() -> None:
    text = "كشف المركز الإعلامي لقسد أن قواتها داهمت وكراً لمرتزقة داعش في الشدادي أمس، وأسفرت العملية عن اعتقال ستة مرتزقة."
    assert {sides(c) for c in claims(text)} == {("SDF", "ISIS")}


def test_a_search_after_an_attack_does_not_say_who_was_hit() -> None:
    text = (
        "تعرضت نقطة تابعة للحشد الشعبي إلى إطلاق نار من قبل عناصر داعش في منطقة مطيبيجة، ما أدى إلى استشهاد مقاتل.\n\n"
        "وقد باشرت القوات الأمنية بعملية تفتيش لملاحقة العناصر الإرهابية."
    )
    assert sides(claims(text)[0]) == ("ISIS", "PMF")
