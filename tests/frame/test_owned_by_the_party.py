"""Told by others first and owned by the party after: one claim, the party's (codebook 2.3); lives lost far from their verb."""

from __future__ import annotations

import pytest
from frame_text import claims, low_high, one, sides


@pytest.mark.parametrize(
    "text",
    [
        "وأمس، فقد عنصر من قسد حياته برصاص مسلحين مجهولين ببلدة الشحيل.\n"
        "ونشرت وكالة أعماق بياناً قالت فيه إن مقاتلي التنظيم استهدفوا بالرشاشات عنصراً من قسد ببلدة الشحيل ما أسفر عن مقتله.",
        "داعش يتبنى استهداف عنصر من قسد شرق دير الزور\n\nتبنى تنظيم داعش، اليوم، عملية استهداف عنصر من قسد بإحدى بلدات ريف دير الزور الشرقي.\n"
        "وقُتل عنصر من قسد أمس برصاص مسلحين مجهولين ببلدة الشحيل.\n"
        "وقالت وكالة أعماق في بيان إن مقاتلي التنظيم استهدفوا عنصراً من قسد ببلدة الشحيل ما أسفر عن مقتله.",
    ],
)
def test_one_claim_of_the_owner(text: str) -> None:
    (claim,) = (c for c in claims(text) if str(c.kind) == "event")
    assert sides(claim) == ("ISIS", "SDF")
    assert (claim.claimant.name_en, str(claim.modality)) == ("ISIS", "claimed")
    assert low_high(claim.fatalities) == (1, 1)
    assert claim.place is not None
    assert claim.place.name_ar == "الشحيل"


def test_another_count_is_another_version() -> None:
    text = (
        "قُتل عنصر من قسد أمس برصاص مسلحين مجهولين ببلدة الشحيل.\n"
        "وقالت وكالة أعماق إن مقاتلي التنظيم استهدفوا عناصر من قسد ببلدة الشحيل وقتلوا ثلاثة منهم."
    )
    assert [low_high(c.fatalities) for c in claims(text)] == [(1, 1), (3, 3)]


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("فقد عنصر من قوات سوريا الديمقراطية “قسد”، الخميس، حياته برصاص مسلحين مجهولين ببلدة الشحيل.", 1),
        ("فقد الموظفان في جمعية خيرية، سامر علي ورامي محمد، حياتهما بعد تعرضهما لإطلاق نار من مجهولين في الشحيل.", 2),
        ("فقد سبعة عاملين في الإدارة الذاتية، أمس الأربعاء، حياتهم بهجوم لعناصر داعش في ريف دير الزور الشمالي.", 7),
    ],
)
def test_lives_lost_far_from_the_verb(text: str, n: int) -> None:
    assert low_high(one(text).fatalities) == (n, n)


@pytest.mark.parametrize("text", ["فقد السكان مصادر رزقهم وباتت حياتهم صعبة بعد الحرب.", "فقد العمال وظائفهم وتعطلت حياتهم."])
def test_livelihoods_lost(text: str) -> None:
    assert claims(text) == ()


def test_gunmen_who_crossed_over() -> None:
    text = "إن مسلحين مجهولين عبروا من مناطق غرب الفرات الخاضعة لسيطرة قوات النظام والفصائل الإيرانية، هاجموا نقطة لقسد في بلدة الشعفة."
    (attack,) = (c for c in claims(text) if str(c.kind) == "event")
    assert sides(attack) == ("unknown gunmen", "SDF")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قُتل أمس سبعة مدنيين بهجوم لتنظيم داعش على قرية شمال الصور، وُصف بالأعنف منذ إعلان التنظيم غزوته.", "outlet/correspondent"),
        ("قُتل عنصر من قسد اليوم في الشحيل برصاص مسلحين. بحسب ما أفاد به المرصد السوري لحقوق الإنسان.", "SOHR"),
    ],
)
def test_announcements_that_date_and_sources_alone(text: str, name: str) -> None:
    assert one(text).claimant.name_en == name


def test_the_attackers_dead_are_of_the_attack() -> None:
    text = (
        "أعلنت قسد، السبت، مقتل أربعة من مقاتليها أثناء تصديهم لهجوم شنته خلايا داعش في ريف دير الزور الشرقي.\n"
        "وذكرت في بيان أن الهجوم استهدف بلدة أبريهة، وأسفر عن مقتل أحد عناصر التنظيم خلال الاشتباكات."
    )
    claim = one(text)
    assert sides(claim) == ("ISIS", "SDF")
    assert low_high(claim.fatalities) == (5, 5)
    assert claim.place is not None
    assert claim.place.name_ar == "أبريهة"
