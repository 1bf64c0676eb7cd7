"""Sides told beside the name: apposition, service, dress, the house of a faction, a band pointed back at, men of one's own side."""

from __future__ import annotations

from datetime import date

import pytest
from frame_text import sides

from waqai.pipeline import code_text


def pairs(text: str, day: date) -> list[tuple[str | None, str | None]]:
    return [sides(c) for c in code_text(text, published=day).claims if c.kind == "event"]


_WAR = date(2021, 5, 10)
_AFTER = date(2025, 7, 10)
_IRAQ = date(2019, 5, 10)


@pytest.mark.parametrize(
    ("text", "day", "sides_told"),
    [
        ("استهدف مسلحون مجهولون بالرصاص خالد العمر، القيادي في الأمن العسكري، في طفس أمس وقتلوه.", _WAR, ("unknown gunmen", "Syrian regime forces")),
        ("قُتل الشاب سامر الحمد برصاص مجهولين في بلدة طفس أمس، المنتسب إلى الفرقة الرابعة.", _WAR, ("unknown gunmen", "Syrian regime forces")),
        ("قُتل الشاب سامر المحاميد برصاص مجهولين في طفس أمس. والمحاميد يعمل ضمن صفوف الأمن العسكري.", _WAR, ("unknown gunmen", "Syrian regime forces")),
        ("قتل مسلحون مجهولون ثلاثة موظفين من مجلس الرقة المدني أمس.", _WAR, ("unknown gunmen", "AANES personnel")),
        ("فجّر انتحاري نفسه داخل أحد مقرات فرقة الحمزة التابعة للجيش الوطني في الباب أمس.", _WAR, (None, "SNA")),
        ("فجّر شخص نفسه بحزام ناسف عند حاجز لهيئة تحرير الشام في سرمدا، ما أسفر عن مقتل عنصرين.", _WAR, (None, "HTS")),
        ("اقتحم مسلحون يرتدون الزي العسكري لقوات النظام منزلاً في الميادين وقتلوا رجلاً.", _WAR, ("unknown gunmen", "civilians")),
        ("قصفت قوات الاحتلال التركي ومرتزقتها من الإرهابيين قرى في ناحية تل تمر بالمدفعية.", _WAR, ("Turkish armed forces", None)),
        ("استهدفت مسيّرة تركية قرية في ريف تل تمر، ما أدى لإصابة اثنين من العسكريين.", _WAR, ("Turkish armed forces", None)),
        ("أفاد مصدر بأن قيادياً من قسد قُتل وأصيب اثنان جراء استهداف مسيّرة تركية لسيارة قرب القامشلي.", _WAR, ("Turkish armed forces", "SDF")),
        ("شن الطيران الإسرائيلي غارات استهدفت رتلاً عسكرياً للعشائر البدوية قرب السويداء أمس.", _AFTER, ("Israel", "Bedouin tribal gunmen")),
        ("قال مصدر أمني إن مجموعة من فلول النظام أقدمت على استهداف عنصرين من الأمن الداخلي في جبلة أمس.", _AFTER, ("Assad regime remnants", "Syrian government forces")),
        ("قُتل ثلاثة مدنيين في غارة اتُّهمت إسرائيل بشنها على القائم أمس.", _IRAQ, ("Israel", "civilians")),
        ("قتل مسلحون مجهولون نقيباً في شرطة المرور شرقي بغداد أمس.", _IRAQ, ("unknown gunmen", "Iraqi police")),
        ("هاجم مسلحون مجهولون مدير شرطة القضاء وسط كركوك أمس.", _IRAQ, ("unknown gunmen", "Iraqi police")),
        ("أكدت خلية الإعلام الأمني أن ثلاثة من مقاتلي الحشد الشعبي قتلوا في قصف على كركوك أمس.", _IRAQ, (None, "PMF")),
        ("اندلع نزاع عشائري بين عشيرتين في قضاء الشطرة أمس، ما أدى إلى مقتل شخصين.", _IRAQ, ("Arab tribal fighters", "Arab tribal fighters")),
    ],
)  # fmt: skip
def test_sides_told_beside_the_name(text: str, day: date, sides_told: tuple[str | None, str | None]) -> None:
    assert pairs(text, day) == [sides_told]


def test_this_band_is_the_one_told_of_before() -> None:
    text = "هاجمت مجموعات من فلول النظام أمس حاجزاً في جبلة. كما أعدمت هذه المجموعات ثلاثة عناصر من الأمن الداخلي في بانياس."
    assert [p for p, _ in pairs(text, date(2025, 3, 8))] == ["Assad regime remnants", "Assad regime remnants"]


def test_whom_the_victims_fought_for_did_not_kill_them() -> None:
    (told,) = pairs("أعدم مقاتلون من فصيل معارض رجلين يقاتلان مع تنظيم داعش قرب عين العرب أمس.", date(2015, 5, 10))
    assert told[0] != "ISIS"
    assert told[1] == "ISIS"


def test_the_attack_that_aimed_at_somebody_is_not_his() -> None:
    text = "شن داعش هجوماً في ديالى أمس.\nالهجوم الذي استهدف عناصر الحشد الشعبي أدى إلى مقتل شخصين."
    assert pairs(text, _IRAQ)[-1][1] == "PMF"
    assert all(p != "PMF" for p, _ in pairs(text, _IRAQ))


@pytest.mark.parametrize(
    ("text", "day", "sides_told"),
    [
        ("قتل خالد العمر، القيادي في داعش، ثلاثة مدنيين في هجين أمس.", _WAR, ("ISIS", "civilians")),
        ("قتل مسلحون مجهولون خمسة من أبناء قبيلة العقيدات في الميادين أمس.", _AFTER, ("unknown gunmen", "civilians")),
        ("اتهمت قسد الجيش التركي بقصف قرية في تل تمر أمس وقتل مدني.", _WAR, ("Turkish armed forces", "civilians")),
        ("قصفت طائرات النظام مستشفى في معرة النعمان أمس ما أدى إلى مقتل طبيب.", _WAR, ("Syrian regime forces", "civilians")),
    ],
)  # fmt: skip
def test_other_sides_stay(text: str, day: date, sides_told: tuple[str | None, str | None]) -> None:
    assert pairs(text, day) == [sides_told]
