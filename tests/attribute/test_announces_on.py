"""A verb of announcing at the head of a sentence with its deed right behind it goes on with whoever announced before."""

import pytest

from waqai.pipeline import code_text

LEAD = "أعلن الجيش العراقي أمس قتل أربعة من عناصر داعش في مدينة كركوك. "


@pytest.mark.parametrize(
    "on",
    [
        "كما أعلن اعتقال اثنين من عناصر داعش في محافظة صلاح الدين.",
        "كما أفاد باعتقال اثنين من إرهابيي داعش في محافظة صلاح الدين.",
        "وأعلن كذلك القبض على اثنين من عناصر داعش في محافظة صلاح الدين.",
        "كما كشف عن اعتقال اثنين من عناصر داعش في محافظة صلاح الدين.",
    ],
)
def test_who_announced_announces_on(on: str) -> None:
    c = code_text(LEAD + on, published="2023-05-10").claims[1]
    assert c.perpetrator is not None
    assert c.claimant is not None
    assert (c.perpetrator.name_en, c.claimant.name_en, str(c.modality)) == ("Iraqi army", "Iraqi army", "claimed")


@pytest.mark.parametrize(
    "other", ["كما أعلنت الشرطة اعتقال اثنين من عناصر داعش في محافظة صلاح الدين.", "من جهة أخرى، اعتُقل اثنان في صلاح الدين."]
)
def test_somebody_else_speaks_for_himself(other: str) -> None:
    c = code_text(LEAD + other, published="2023-05-10").claims[1]
    assert c.claimant is not None
    assert c.claimant.name_en != "Iraqi army"
