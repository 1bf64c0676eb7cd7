"""An operation told step by step is one event; another force, place, day or count begins another."""

from __future__ import annotations

import pytest
from frame_text import claims, one, sides

LEAD = "نفذت قوات التحالف الدولي فجر أمس عملية إنزال جوي في بلدة غرانيج بريف دير الزور الشرقي.\n"


@pytest.mark.parametrize(
    "steps",
    [
        "وأسفرت العملية عن اعتقال ثلاثة من عناصر داعش.",
        "وطوقت القوة الحي واعتقلت ثلاثة أشخاص.",
        "وبحسب مصدر محلي، انتهت العملية باعتقال ثلاثة من عناصر داعش.\nوصادرت القوة أسلحة وأجهزة اتصال.",
        "واعتقلت القوة المهاجمة ثلاثة أشخاص، وصادرت ذخائر.\nوتزامنت العملية مع تحليق مروحيات فوق البلدة.",
        "وتم خلال العملية اعتقال ثلاثة أشخاص.",
    ],
)
def test_the_steps_are_one_arrest(steps: str) -> None:
    c = one(LEAD + steps)
    assert c.event_type == "arrest"
    assert sides(c)[0] == "US-led coalition"
    assert c.captured is not None
    assert c.captured.best == 3
    assert c.place is not None
    assert c.place.name_en == "Gharanij"


def test_a_launch_and_what_came_of_it() -> None:
    text = "أطلقت قوات سوريا الديمقراطية، أمس، حملة أمنية في بلدة غرانيج بريف دير الزور.\nوانتهت الحملة باعتقال ثلاثة من عناصر داعش."
    assert one(text).event_type == "arrest"


@pytest.mark.parametrize(
    "other",
    [
        "واعتقلت قوى الأمن الداخلي شخصين في مدينة الحسكة.",
        "وفي سياق متصل، اعتقلت قوات سوريا الديمقراطية شخصين في بلدة الصور.",
        "وكانت قوات التحالف قد اعتقلت قبل أسبوع قيادياً في بلدة الشحيل.",
    ],
)
def test_another_operation_stays_another(other: str) -> None:
    assert len(claims(LEAD + "واعتقلت القوة ثلاثة أشخاص.\n" + other)) == 2


@pytest.mark.parametrize("name", ['"قسد"', '"الجيش الوطني"', '"هيئة تحرير الشام"'])
def test_a_quoted_party_behind_the_noun_took_them(name: str) -> None:
    c = one(f"أفاد ناشطون باعتقال {name} ثلاثة شبان في بلدة غرانيج.")
    assert sides(c)[0] in ("SDF", "SNA", "HTS")
    assert sides(c)[1] == "civilians"


@pytest.mark.parametrize("noun", ["باندلاع اشتباكات بين فصيلين من الجيش الوطني", "باحتجاز قسد شابين", "باستهداف مسيّرة تركية سيارة مدنية"])
def test_local_sources_are_no_locality(noun: str) -> None:
    c = one(f"أفادت مصادر محلية {noun} في بلدة غرانيج.")
    assert c.place is not None
    assert c.place.name_en == "Gharanij"
