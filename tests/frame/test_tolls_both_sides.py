"""Tolls made of two counts: the dead of both sides, and captives taken in an attack."""

from __future__ import annotations

import pytest
from frame_text import claims, low_high, one


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("فقد الجيش الكونغولي تسعة جنود في هجوم شنه متمردو حركة 23 مارس على بلدة ساكي، بينما سقط من المهاجمين أحد عشر.", 20),
        ("خسر الجيش ثلاثة من عناصره وقتل سبعة من المهاجمين في هجوم لحركة الشباب على معسكر قرب بلدة بلعد.", 10),
        (
            "أعلن الجيش الصومالي أن قواته صدت هجوما لحركة الشباب على قاعدة في عيل طير، وقتلت أربعين من المهاجمين فيما خسرت خمسة من جنودها.",
            45,
        ),
        ("قال قائد عسكري إن الجيش فقد جنديين مقابل مقتل 17 من عناصر حركة الشباب في معركة بمنطقة هيران.", 19),
        ("أكدت الحركة أنها قتلت 12 جنديا ولم تفقد سوى مقاتل واحد في هجومها على معسكر للجيش المالي قرب نيونو.", 13),
        ("أسفرت المواجهات عن مقتل ستة من قوات سوريا الديمقراطية، مقابل أربعة قتلى من الفصائل، على محور تل تمر.", 10),
        ("ترك المهاجمون وراءهم عشر جثث بعد هجوم على ثكنة للجيش البوركيني في بلدة جيبو، وقُتل ثلاثة جنود.", 13),
        ("قتل في الهجوم على الحاجز قرب الشدادي أربعة من عناصر قسد واثنان من المهاجمين.", 6),
    ],
)
def test_the_dead_of_both_sides_are_added(text: str, killed: int) -> None:
    assert low_high(one(text).fatalities) == (killed, killed)


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("قُتل 12 شخصا في اشتباكات قرب بلعد، بينهم ثلاثة جنود وأربعة من مسلحي حركة الشباب.", 12),
        ("قُتل خمسة جنود في هجوم على ثكنة في جيبو، بينهم ضابطان من الجيش.", 5),
    ],
)
def test_parts_are_not_added(text: str, killed: int) -> None:
    assert low_high(one(text).fatalities) == (killed, killed)


def test_what_two_parties_say_is_not_added() -> None:
    tolls = {
        low_high(c.fatalities) for c in claims("قال الجيش إن سبعة من جنوده قُتلوا في هجوم على نيونو. وقالت الجماعة إنها قتلت 41 جنديا.")
    }
    assert (48, 48) not in tolls


@pytest.mark.parametrize(
    ("text", "killed", "captured"),
    [
        ("هاجم مسلحون قرية في ولاية زامفارا وقتلوا خمسة من سكانها وخطفوا 20 آخرين بينهم نساء.", (5, 5), (20, 20)),
        ("كمن عناصر التنظيم لدورية قرب السخنة فقتلوا جنديين وأسروا ثالثا.", (2, 2), (1, 1)),
        ("هاجم مسلحو بوكو حرام قرية غوزا مساء الأحد. وقتل المهاجمون 12 شخصا واقتادوا معهم 15 امرأة.", (12, 12), (15, 15)),
    ],
)
def test_captives_belong_to_the_attack(text: str, killed: tuple[int, int] | None, captured: tuple[int, int]) -> None:
    c = one(text)
    assert (c.event_type, low_high(c.fatalities), low_high(c.captured)) == ("attack", killed, captured)


def test_a_kidnapping_elsewhere_stays_apart() -> None:
    assert len(claims("قتل مسلحون موظفا في بلدة ذيبان، وفي بلدة الشحيل خطفوا تاجرا.")) == 2


@pytest.mark.parametrize(
    ("text", "killed", "captured"),
    [
        ("أعلن الجيش الصومالي قتل واعتقال 12 من عناصر حركة الشباب في عملية قرب بلدة جوهر.", (1, 11), (1, 11)),
        ("قتل وأسر 15 جنديا في هجوم للحوثيين على موقع في صرواح.", (1, 14), (1, 14)),
        ("تمكنت قسد من اعتقال وقتل عدد من عناصر خلايا التنظيم قرب بلدة البصيرة.", (1, None), (1, None)),
    ],
)
def test_dead_and_held_share_a_number(text: str, killed: tuple[int, int | None], captured: tuple[int, int | None]) -> None:
    c = one(text)
    assert (low_high(c.fatalities), low_high(c.captured)) == (killed, captured)
