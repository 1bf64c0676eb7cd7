"""Whoever lends support neither acts nor is hit; cooperation is a charge only behind the word of charging."""

import pytest
from frame_text import low_high, one, sides


@pytest.mark.parametrize(
    "how",
    [
        "بالتعاون المباشر مع التحالف الدولي",
        "بمشاركة ودعم من التحالف الدولي",
        "بالتنسيق الكامل مع التحالف الدولي",
        "تحت إشراف التحالف الدولي",
        "مدعومة بطيران التحالف الدولي",
    ],
)
def test_an_ally_is_no_side(how: str) -> None:
    c = one(f"اعتقلت قوات سوريا الديمقراطية {how} أربعة من عناصر داعش في بلدة غرانيج.")
    assert (str(c.event_type), *sides(c)) == ("arrest", "SDF", "ISIS")


def test_charged_with_cooperation() -> None:
    assert sides(one("أعدم داعش شخصين بتهمة التعاون مع قوات النظام في الرقة.")) == ("ISIS", "Syrian regime forces")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("أعلنت قسد عملية في قرية الحصين بمشاركة ودعم من قوات التحالف الدولي، وقالت إن القوات ألقت القبض على اثنين من داعش.", "SDF"),
        ("داهمت قوى الأمن الداخلي وبالتعاون مع قوات التحالف الدولي منزلاً في الرقة. وأوقفت القوات عنصرين من داعش.", "Asayish"),
        ("داهمت قوات الأمن الداخلي بدعم من قوات التحالف الدولي منزلاً في الرقة. واعتقلت القوات ثلاثة من عناصر داعش.", "Asayish"),
    ],
)
def test_the_forces_are_those_who_act(text: str, who: str) -> None:
    assert sides(one(text)) == (who, "ISIS")


@pytest.mark.parametrize("whom", ["المرتزق حسين موسى", "الإرهابي حسين موسى", "الداعشي حسين موسى"])
def test_one_is_held_whatever_he_is_called(whom: str) -> None:
    c = one(f"نفذت قوات سوريا الديمقراطية عملية ضد داعش في بلدة ذيبان. وتمكنت القوات من إلقاء القبض على {whom}.")
    assert (str(c.event_type), sides(c)[0], low_high(c.captured)) == ("arrest", "SDF", (1, 1))


def test_who_holds_terrorists_is_none() -> None:
    c = one("نفذت قوات سوريا الديمقراطية عملية أمنية في بلدة ذيبان. وتمكنت القوات من إلقاء القبض على خمسة إرهابيين.")
    assert sides(c) == ("SDF", "militants")


def test_by_whom_in_what_is_said_of_another_matter() -> None:
    text = "اعتقلت قوات سوريا الديمقراطية مهرباً في بلدة ذيبان، فيما قال قادة فيها إن نشاط داعش {} من قبل الجيش التركي."
    assert sides(one(text.format("يُدعم")))[0] == "SDF"
    assert sides(one("قُتل ثلاثة جنود، فيما قال قائد عسكري إن الهجوم نُفذ من قبل تنظيم داعش في بلدة الصبحة."))[0] == "ISIS"
