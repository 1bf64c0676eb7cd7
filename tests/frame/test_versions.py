"""Two parties' tolls of one event are two claims; one party's toll told twice is one."""

from __future__ import annotations

import pytest

from waqai.pipeline import code_text
from waqai.resources import DATA

SAMPLE = (DATA / "read" / "demo.txt").read_text(encoding="utf-8")


def dead(text: str) -> list[int | None]:
    claims = [c for c in code_text(text, published="2025-03-09").claims if c.fatalities is not None]
    return sorted(c.fatalities.best for c in claims if c.fatalities is not None and c.fatalities.best is not None)


@pytest.mark.parametrize(
    ("text", "tolls"),
    [
        (SAMPLE, [3, 5]),
        (
            "قُتل أربعة جنود بانفجار سيارة مفخخة قرب حاجز في مدينة بيدوا، أمس السبت، بحسب الشرطة الصومالية.\n"
            "وأعلنت حركة الشباب مسؤوليتها عن الهجوم، وقالت إنه أسفر عن مقتل 12 جنديا.",
            [4, 12],
        ),
    ],
)
def test_the_claimers_own_toll_is_a_version_of_its_own(text: str, tolls: list[int]) -> None:
    assert dead(text) == tolls


def test_a_party_that_counts_dead_where_others_count_wounded() -> None:
    text = "أُصيب شرطيان بسقوط قذائف هاون على مركزهما في بيجي أمس، وفق مصدر طبي. وأعلن تنظيم الدولة لاحقا أنه قصف المركز وقتل ستة من الشرطة."
    assert [(c.claimant.name_en, str(c.modality)) for c in code_text(text, published="2025-03-09").claims] == [
        ("medical source", "reported"),
        ("ISIS", "claimed"),
    ]


@pytest.mark.parametrize(
    ("text", "tolls"),
    [
        (
            "قال مصدر طبي إن سبعة مدنيين قُتلوا في تفجير سيارة مفخخة وسط الفلوجة أمس. وأفاد مصدر أمني بأن التفجير قتل أربعة مدنيين.",
            [(4, 7)],
        ),
        (
            "قال المرصد السوري إن 12 مقاتلا قُتلوا في غارات إسرائيلية على تدمر أمس. وذكرت وكالة سانا أن الغارات قتلت جنديين.",
            [(12, 12), (2, 2)],
        ),
    ],
)
def test_two_neutral_tolls_are_one_from_least_to_most(text: str, tolls: list[tuple[int, int]]) -> None:
    found = [c.fatalities for c in code_text(text, published="2025-03-09").claims]
    assert [(f.low, f.high) for f in found if f is not None] == tolls


def test_the_same_toll_again_is_no_version() -> None:
    text = (
        "قُتل أربعة جنود بانفجار سيارة مفخخة قرب حاجز في مدينة بيدوا، أمس السبت، بحسب الشرطة الصومالية.\n"
        "وأعلنت حركة الشباب مسؤوليتها عن الهجوم، وقالت إنه أسفر عن مقتل أربعة جنود."
    )
    assert dead(text) == [4]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("انفجرت عبوة ناسفة بدورية للجيش في تدمر أمس وقُتل جنديان. وأعلن تنظيم الدولة مسؤوليته عن التفجير عبر معرفاته.", "ISIS"),
        ("قُتل أربعة جنود بانفجار سيارة مفخخة في بيدوا، بحسب الشرطة. وتبنت حركة الشباب الهجوم.", "al-Shabaab"),
    ],
)
def test_who_adopts_an_event_did_it(text: str, party: str) -> None:
    (claim,) = code_text(text, published="2025-03-09").claims
    assert claim.perpetrator is not None
    assert claim.perpetrator.name_en == party


def test_who_is_said_not_to_have_adopted_it_did_not() -> None:
    text = "انفجرت عبوة ناسفة بدورية للجيش في تدمر أمس وقُتل جنديان. ولم يتبن تنظيم الدولة التفجير."
    (claim,) = code_text(text, published="2025-03-09").claims
    assert claim.perpetrator is None or claim.perpetrator.name_en != "ISIS"
