"""An event told as like the one before takes its kind; a subject that goes on keeps its guns."""

from __future__ import annotations

import pytest
from frame_text import claims

from waqai.model import EventType


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("قُتل ستة أشخاص بانفجار سيارة مفخخة في رأس العين أمس. وقبل أسبوع، قتل أربعة مدنيين في انفجار مماثل وسط تل أبيض.", "vehicle_bomb"),
        ("قصفت مسيّرة تركية سيارة في القامشلي وقتلت مدنيين اثنين. وقُتل ثلاثة آخرون في هجوم مشابه في عين العرب قبل يومين.", "airstrike"),
        ("انفجرت عبوة ناسفة بدورية للشرطة في بعقوبة اليوم. وكانت دورية ثانية قد تعرضت لهجوم مماثل يوم الأحد في المقدادية.", "ied"),
        ("شن الطيران الروسي غارات على سراقب، كما استهدف سيارة في بلدة كفرنبل.", "airstrike"),
        ("أغارت طائرات إسرائيلية على بلدة الطيبة، كما استهدفت منزلاً في بلدة حولا.", "airstrike"),
    ],
)  # fmt: skip
def test_like_the_one_before(text: str, kind: str) -> None:
    assert [c.event_type.value for c in claims(text)] == [kind, kind]


@pytest.mark.parametrize(
    "text",
    [
        "هز تفجير سيارة مفخخة اليوم حي المزة بدمشق فقتل سبعة، بحسب الوزارة. وتحدث المرصد السوري عن تسعة قتلى في انفجار السيارة.",
        "انفجرت دراجة نارية مفخخة في سوق الباب، ما أدى إلى مقتل طفل. وقال مصدر طبي إن انفجار الدراجة أدى إلى إصابة ستة آخرين.",
    ],
)
def test_the_car_already_told_of(text: str) -> None:
    assert {c.event_type for c in claims(text)} == {EventType.VEHICLE_BOMB}


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("انفجرت عبوة ناسفة بدورية في بعقوبة. وهاجم مسلحون حاجزاً في المقدادية وقتلوا شرطيين.", ["ied", "attack"]),
        ("شن الطيران غارات على سراقب، وهاجم مسلحون حاجزاً في كفرنبل.", ["airstrike", "attack"]),
        ("قُتل مدني في انفجار السيارة التي كان يقودها في بلدة الراعي بعد أن زرعت فيها عبوة ناسفة.", ["ied"]),
    ],
)  # fmt: skip
def test_of_its_own_kind(text: str, kinds: list[str]) -> None:
    assert [c.event_type.value for c in claims(text)] == kinds
