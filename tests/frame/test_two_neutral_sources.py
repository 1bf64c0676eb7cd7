"""Two who take no part count the dead of one event differently: one claim, from the least to the most (codebook 8)."""

import pytest
from frame_text import claims, low_high, one

LEAD = "قُتل عشرات المدنيين أمس في غارة جوية على سوق في مدينة الفاشر. "


@pytest.mark.parametrize(
    "counts",
    [
        "ووفق مصدر أمني، أسفرت الغارة عن مقتل 70 مدنياً، فيما أكد مصدر طبي أن الغارة أوقعت 30 قتيلاً.",
        "وقال مصدر أمني إن 70 مدنياً قُتلوا في الغارة. وذكر مصدر طبي أن 30 مدنياً قُتلوا في الغارة.",
        "وقال سكان إن 70 مدنياً قُتلوا، فيما تحدثت مصادر طبية عن 30 قتيلاً.",
    ],
)
def test_from_the_least_to_the_most(counts: str) -> None:
    assert low_high(one(LEAD + counts).fatalities) == (30, 70)


def test_a_party_keeps_its_own_version() -> None:
    told = claims(
        "قُتل 30 جندياً في هجوم على معسكر في مدينة كيدال، وفق مصدر طبي. وقالت جماعة نصرة الإسلام والمسلمين إنها قتلت 70 جندياً في الهجوم."
    )
    assert sorted(low_high(c.fatalities) or (0, 0) for c in told) == [(30, 30), (70, 70)]
