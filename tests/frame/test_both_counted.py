"""One number of the dead and wounded together, or one for each."""

from __future__ import annotations

import pytest
from frame_text import low_high, one


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("بلغ عدد القتلى والجرحى في قصف السوق بتعز أمس 45 شخصاً.", (45, 45)),
        ("تراوح عدد القتلى والجرحى بين 20 و30 شخصاً في هجوم على قرية في موبتي أمس.", (20, 30)),
    ],
)
def test_together(text: str, both: tuple[int, int]) -> None:
    claim = one(text)
    assert (low_high(claim.fatalities), low_high(claim.injuries), low_high(claim.killed_or_injured)) == (None, None, both)


@pytest.mark.parametrize(
    ("text", "dead", "hurt"),
    [
        ("ارتفع عدد القتلى والجرحى إلى 12 قتيلاً و30 جريحاً في قصف على سوق بتعز أمس.", (12, 12), (30, 30)),
        ("ارتفع عدد القتلى إلى 12 والجرحى إلى 30 في قصف على سوق بتعز أمس.", (12, 12), (30, 30)),
        ("ارتفعت حصيلة القتلى إلى 41 في قصف على سوق بتعز أمس.", (41, 41), None),
    ],
)
def test_each(text: str, dead: tuple[int, int], hurt: tuple[int, int] | None) -> None:
    claim = one(text)
    assert (low_high(claim.fatalities), low_high(claim.injuries)) == (dead, hurt)
