"""Those held by their names are counted; where they are brought is nobody's side; who is accused says nothing; who rules is no place."""

from __future__ import annotations

import pytest
from frame_text import claims, one, sides


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("ألقت قوى الأمن الداخلي القبض على سامر محمود في الحفة، المتورط في استهداف عناصر الأمن.", 1),
        ("ألقت الشرطة القبض على غياث محمود في الحفة وجعفر حسن في القرداحة وأدهم محمود في جبلة.", 3),
        ("أُلقي القبض على «كريم عباس» في البصرة أمس.", 1),
    ],
)
def test_those_held_by_name_are_counted(text: str, held: int) -> None:
    (claim,) = claims(text, "2025-06-03")
    assert claim.captured is not None
    assert claim.captured.best == held


def test_the_base_they_are_brought_to_is_not_their_side() -> None:
    claim = one("شنت قوات التحالف الدولي، التي تقودها الولايات المتحدة، حملة دهم في ريف دير الزور واعتقلت شخصين واقتادتهما إلى قاعدة لها.")
    assert sides(claim) == ("US-led coalition", None)


def test_who_is_accused_is_no_source() -> None:
    claim = one("استهدف مسلحون مجهولون قائد ميليشيا يتهم بتنفيذ عمليات خطف، بعدة طلقات نارية في ريف درعا، ما أدى إلى مقتله.")
    assert claim.claimant.name_en in (None, "outlet/correspondent")


def test_the_capital_of_those_who_rule_is_not_where() -> None:
    claim = one("قتل 14 عنصراً في هجوم نفذه داعش على حافلة تقل عناصر من قوات دمشق في منطقة المحطة الثالثة في بادية تدمر.")
    assert claim.place is not None
    assert claim.place.name_ar == "المحطة الثالثة"
