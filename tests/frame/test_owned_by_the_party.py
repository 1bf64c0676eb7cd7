"""Told by others first and owned by the party after: one claim, the party's (codebook 2.3); lives lost far from their verb."""

from __future__ import annotations

import pytest
from frame_text import claims, low_high, one, sides


@pytest.mark.parametrize(
    "text",
    [
        "وأمس، قُتل عنصر من قسد برصاص مجهولين في بلدة الشحيل.\n"
        "ونشرت وكالة أعماق بياناً قالت فيه إن مقاتلي التنظيم استهدفوا بالرشاشات عنصراً من قسد ببلدة الشحيل ما أسفر عن مقتله.",
        "داعش يتبنى استهداف مقاتل من قسد شرقي الفرات\n\nأعلن تنظيم داعش اليوم مسؤوليته عن استهداف عنصر من قسد في ريف المحافظة.\n"
        "وقُتل عنصر من قسد أمس برصاص مجهولين في بلدة الشحيل.\n"
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
        ("فقد مقاتل في قوات سوريا الديمقراطية “قسد”، الخميس، حياته بنيران ملثمين قرب بلدة ذيبان.", 1),
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
    text = "إن مسلحين مجهولين قدموا من الضفة الخاضعة لسيطرة قوات النظام والفصائل الإيرانية، هاجموا نقطة لقسد في بلدة الباغوز."
    (attack,) = (c for c in claims(text) if str(c.kind) == "event")
    assert sides(attack) == ("unknown gunmen", "SDF")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قُتل أمس سبعة مدنيين بهجوم لتنظيم داعش على قرية شمال الصور، وُصف بالأعنف منذ إعلان التنظيم غزوته.", "outlet/correspondent"),
        ("قُتل عنصر من قسد اليوم في الشحيل برصاص مسلحين. بحسب ما ذكر المرصد السوري.", "SOHR"),
    ],
)
def test_announcements_that_date_and_sources_alone(text: str, name: str) -> None:
    assert one(text).claimant.name_en == name


def test_the_attackers_dead_are_of_the_attack() -> None:
    text = (
        "قالت قسد، السبت، إن ستة من مقاتليها قُتلوا بهجوم لخلايا داعش في ريف الحسكة الجنوبي.\n"
        "وأضافت أن الهجوم استهدف قرية الدشيشة، وأدى إلى مقتل أحد عناصر التنظيم."
    )
    claim = one(text)
    assert sides(claim) == ("ISIS", "SDF")
    assert low_high(claim.fatalities) == (7, 7)
    assert claim.place is not None
    assert claim.place.name_ar == "الدشيشة"
