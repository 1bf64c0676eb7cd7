"""A noun of the deed with those who did it behind, then whom it befell; a party that tells its own dead of a clash."""

import pytest
from frame_text import one, sides


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("اغتيال مسلحين مجهولين قاضياً في مدينة العمارة أمس.", ("unknown gunmen", "local officials")),
        ("جاء ذلك بعد اغتيال مسلحين مجهولين أمس قاضياً في محكمة ميسان.", ("unknown gunmen", "local officials")),
        ("اختطاف مسلحين مجهولين طبيباً في بعقوبة أمس.", ("unknown gunmen", "civilians")),
        ("اغتيال طبيبين في مدينة العمارة أمس.", (None, "civilians")),
    ],
)
def test_who_did_it_and_whom_it_befell(text: str, pair: tuple[str | None, str | None]) -> None:
    c = one(text)
    assert sides(c) == pair
    counted = c.fatalities or c.captured
    assert counted is not None
    assert counted.low == (2 if pair[0] is None else 1)


@pytest.mark.parametrize(("who", "name"), [("الحشد الشعبي", "PMF"), ("الجيش العراقي", "Iraqi army")])
def test_own_dead_of_a_clash_are_reported(who: str, name: str) -> None:
    c = one(f"أعلن {who} مقتل اثنين من عناصره في اشتباكات في جبال حمرين أمس.")
    assert (c.target.name_en if c.target else None, str(c.modality)) == (name, "reported")
    assert str(one(f"أعلن {who} مقتل اثنين من عناصره في اشتباك مع مجموعة إرهابية في جبال حمرين أمس.").modality) == "reported"
    assert str(one(f"أعلن {who} أنه قتل اثنين من عناصر داعش في اشتباك في جبال حمرين أمس.").modality) == "claimed"
