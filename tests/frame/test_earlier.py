"""What an event came after is an event of its own, so many days before."""

import pytest
from frame_text import claims, low_high

LEAD = "قُتل 15 شخصاً أمس في هجوم شنته جماعة بوكو حرام على قرية في ولاية بورنو"  # 14 May 2024


@pytest.mark.parametrize("join", [". و", "، و"])
@pytest.mark.parametrize(
    ("after", "day"),
    [
        ("يأتي هذا الهجوم بعد يوم من", "2024-05-13"),
        ("يأتي الهجوم غداة", "2024-05-13"),
        ("جاء ذلك بعد ثلاثة أيام من", "2024-05-11"),
        ("وقع الهجوم بعد أسبوع من", "2024-05-07"),
        ("جاء الهجوم بعد أيام من", "None"),
    ],
)
def test_counted_back_from_the_lead(join: str, after: str, day: str) -> None:
    lead, before = claims(f"{LEAD}{join}{after} مقتل ثمانية جنود في كمين قرب بلدة مايدوغوري.")
    assert (low_high(lead.fatalities), str(lead.date_start)) == ((15, 15), "2024-05-14")
    assert (low_high(before.fatalities), str(before.date_start)) == ((8, 8), day)
