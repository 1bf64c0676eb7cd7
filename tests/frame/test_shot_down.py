"""Who brings down what was sent at him did not send it; who tells of an attack on another did not make it."""

from __future__ import annotations

import pytest
from frame_text import claims, sides


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("أعلن الجيش السوداني أن دفاعاته الأرضية أسقطت فجر أمس ثلاث مسيّرات كانت تتجه نحو مطار مروي.", (None, None)),
        (
            "قال التحالف العربي إن قواته اعترضت أمس طائرة مسيّرة مفخخة وأسقطتها قرب نجران، وكانت جماعة الحوثي قد أطلقتها صوب المملكة.",
            ("Houthis", None),
        ),
        ("قالت القيادة المركزية الأمريكية إن قواتها أسقطت أمس أربع مسيّرات أطلقها الحوثيون فوق البحر الأحمر.", ("Houthis", None)),
        ("أعلنت جماعة الحوثي إسقاط طائرة أمريكية من طراز MQ-9 في أجواء الجوف أمس.", ("Houthis", "US forces")),
        (
            "قال جهاز مكافحة الإرهاب في إقليم كوردستان إن القوات الأمريكية في مطار أربيل تعرضت أمس لهجوم بطائرة مسيرة.",
            (None, "US forces"),
        ),
    ],
)
def test_the_interceptor_and_the_teller_are_not_the_doer(text: str, pair: tuple[str | None, str | None]) -> None:
    assert [sides(c) for c in claims(text)] == [pair]


def test_an_unknown_subject_behind_a_verb_of_murder_does_it_and_kills_one() -> None:
    (claim,) = claims("اغتال ملثمان ليل أمس صاحب ورشة لإصلاح السيارات في حمص بثلاث طلقات.")
    assert sides(claim) == ("unknown gunmen", "civilians")
    assert claim.fatalities is not None
    assert claim.fatalities.best == 1


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("وثّق المرصد مقتل 318 شخصاً في 190 عملية منذ انهيار النظام السوري وحتى ظهر اليوم.", None),
        ("أصيب ثلاثة رعاة أمس بلغم أرضي زرعه تنظيم داعش قرب الحسينية.", None),
        ("قُتل جنديان أمس بانفجار عبوة ناسفة زرعها تنظيم داعش في بادية السخنة.", "ISIS"),
    ],
)
def test_fallen_regimes_and_makers_of_mines_did_not_do_it(text: str, doer: str | None) -> None:
    assert sides(claims(text)[0])[0] == doer


def test_who_tells_what_the_strikes_told_before_hit_did_not_fly_them() -> None:
    told = claims(
        "شن طيران التحالف ست غارات على مواقع للحوثيين في صرواح أمس، أسفرت عن مقتل 14 منهم.\n"
        "من جهتها قالت جماعة الحوثي إن الغارات أصابت مزرعة وقتلت راعيين."
    )
    assert "Houthis" not in [sides(c)[0] for c in told]
    (claim,) = claims("قال الجيش الإسرائيلي إن الغارات على بعلبك أمس استهدفت مواقع لحزب الله.")
    assert sides(claim) == ("Israel", "Hezbollah")


@pytest.mark.parametrize("who", ["جهاز مكافحة الإرهاب في إقليم كردستان", "الجيش السوداني", "وزارة الدفاع الروسية", "الجيش الإسرائيلي"])
@pytest.mark.parametrize(
    "deed",
    [
        "أعلن {who}، مساء الجمعة، اعتراض وإسقاط أربع طائرات مسيرة مفخخة قرب مطار أربيل دون وقوع إصابات.",
        "أسقط {who} مسيرتين انتحاريتين فوق مطار أربيل دون وقوع إصابات.",
        "أعلن {who} تدمير ثلاث مسيرات قبل وصولها إلى أهدافها في مطار أربيل دون وقوع إصابات.",
        "أعلن {who} تحييد مسيرتين استخدمتا في الهجوم على مطار أربيل دون وقوع إصابات.",
    ],
)
def test_drones_brought_down_are_foiled_and_not_of_whoever_brings_them_down(who: str, deed: str) -> None:
    (c,) = claims(deed.replace("{who}", who))
    assert (str(c.event_type), str(c.modality), sides(c)[0]) == ("airstrike", "foiled", None)
    assert c.fatalities is not None
    assert c.fatalities.low == 0


def test_a_drone_that_strikes_is_not_foiled() -> None:
    (c,) = claims("استهدفت طائرة مسيرة مفخخة أمس حقل خورمور في السليمانية، ما أدى إلى إصابة عاملين.")
    assert (str(c.event_type), str(c.modality)) == ("airstrike", "reported")
