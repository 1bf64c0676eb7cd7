"""What is found at the scene, who came before whom, traps and their owners, the others of the same men, and those who died with one."""

from __future__ import annotations

import pytest
from frame_text import claims, low_high, one, sides

STRIKE = "نفذت طائرات عراقية أمس ضربة جوية على مضافة لداعش في وادي الشاي. "


@pytest.mark.parametrize(
    ("found", "dead"),
    [
        ("وعثرت قوة خرجت لتفتيش مكان الضربة على أربع جثث لإرهابيين.", 4),
        ("وتوجهت قوة من الفرقة الخامسة إلى المكان وعثرت على خمس جثث تعود لعناصر داعش.", 5),
        ("وفي صباح اليوم وصلت قوة إلى موقع الاستهداف، حيث عُثر على ثلاث جثث متفحمة وحزامين ناسفين.", 3),
    ],
)
def test_bodies_found_at_the_scene_are_the_dead_of_the_strike(found: str, dead: int) -> None:
    c = one(STRIKE + found, "2025-09-22")
    assert str(c.event_type) == "airstrike"
    assert sides(c) == ("Iraqi army", "ISIS")
    assert low_high(c.fatalities) == (dead, dead)


@pytest.mark.parametrize("found", ["وعُثر على جثتي مدنيين في قرية قريبة.", "وعثرت الشرطة على أربع جثث مجهولة الهوية في أطراف بلدة الحويجة."])
def test_bodies_found_elsewhere_are_told_by_themselves(found: str) -> None:
    assert [str(c.event_type) for c in claims(STRIKE + found, "2025-09-22")] == ["airstrike", "other"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("شرعت قوة من اللواء 45 بعملية بحث وتفتيش لقرى ناحية الرشاد أمس، نتج عنها تدمير وكرين.", "raid"),
        ("باشرت قوات الأمن أمس حملة تفتيش في حي الميدان عثرت خلالها على مخزن أسلحة.", "raid"),
        ("أطلقت قوات الأمن اليوم حملة تفتيش في حي الميدان.", "strategic_development"),
    ],
)
def test_a_search_launched_and_its_finds(text: str, kind: str) -> None:
    assert str(one(text, "2025-09-22").event_type) == kind


def test_falcons_of_the_air_are_the_air_force() -> None:
    for text in ("صقور الجو يدكون أوكار داعش في وادي الشاي أمس.", "نسور الجو العراقي تقصف مضافة لداعش في وادي الشاي أمس."):
        c = one(text, "2025-09-22")
        assert (str(c.event_type), *sides(c)) == ("airstrike", "Iraqi army", "ISIS")
    assert not claims("تعادل فريق القوة الجوية مع الزوراء، وسجل صقور الجو هدفين.", "2025-09-22")


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("نُصب كمين لدورية من الحشد العشائري قرب داقوق أمس، ما أسفر عن مقتل عنصرين.", (None, "tribal PMF")),
        (
            "قالت صحيفة النبأ التابعة لتنظيم داعش إن كميناً نُصب، أمس، لدورية من الحشد العشائري قرب داقوق وقتل خمسة عناصر.",
            ("ISIS", "tribal PMF"),
        ),
        ("قتل ثلاثة جنود في كمين لحركة الشباب استهدف دورية للجيش الصومالي قرب بلدة عيل طير أمس.", ("al-Shabaab", "Somali army")),
    ],
)
def test_for_whom_a_trap_was_laid(text: str, roles: tuple[str | None, str]) -> None:
    assert sides(claims(text, "2025-09-22")[0]) == roles


def test_a_patrol_that_came_under_fire_was_attacked() -> None:
    c = one("قالت خلية الإعلام الأمني إن الدورية تعرضت لإطلاق نار قرب داقوق أمس أدى إلى استشهاد مقاتل واحد من الحشد.", "2025-09-22")
    assert str(c.event_type) == "attack"


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("أسر مسلحون من تنظيم الدولة أمس خمسة جنود بعد أن هاجموا ثكنة للجيش جنوب الفلوجة.", ("ISIS", "Iraqi army")),
        ("قتل مسلحون مجهولون ليل أمس ثلاثة شرطيين بعدما اقتحموا مركزاً للشرطة في مدينة كسمايو.", ("unknown gunmen", "Somali police")),
        ("قتلت القوات الأمنية أربعة من عناصر داعش بعد أن هاجموا نقطة للجيش قرب الدبس أمس.", ("ISIS", "Iraqi army")),
    ],
)
def test_what_the_doers_did_before(text: str, roles: tuple[str, str]) -> None:
    assert sides(one(text, "2025-09-22")) == roles


def test_soldiers_told_before_a_clause_of_time_do_not_speak() -> None:
    c = one("أسر مسلحون من داعش، صباح اليوم، خمسة جنود بعد أن هاجموا ثكنة للجيش جنوب الفلوجة.", "2025-09-22")
    assert c.claimant.name_en == "outlet/correspondent"


@pytest.mark.parametrize(
    "text",
    [
        "قُتل خمسة عناصر من الدعم السريع، وأُسر اثنان آخران، فجر الأربعاء، جراء هجوم شنه الجيش على حاجز لهم في بارا.",
        "قُتل خمسة من قسد وأُسر اثنان أمس في هجوم شنه داعش على حاجز لهم في هجين.",
    ],
)
def test_the_others_of_the_same_men_were_captured(text: str) -> None:
    c = one(text, "2025-09-22")
    assert (low_high(c.fatalities), low_high(c.captured)) == ((5, 5), (2, 2))


@pytest.mark.parametrize(
    "after", ["وقال مصدر إن الاشتباكات استمرت ساعتين.", "وقال مصدر إن المهاجمين وصلوا بأربع سيارات، واستمرت الاشتباكات نحو ساعة."]
)
def test_the_fighting_in_an_attack_leaves_it_one(after: str) -> None:
    c = one(f"قتل جنديان في هجوم شنه داعش على ثكنة قرب الرطبة أمس. {after}", "2025-09-22")
    assert (str(c.event_type), *sides(c)) == ("attack", "ISIS", "Iraqi army")


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("تبنّى تنظيم داعش اغتيال مختار قرية المخيسة، وهو ما أكده مصدر محلي، موضحاً أن المختار قُتل مع نجله أمس.", 2),
        ("اغتال مسلحون مختار قرية المخيسة أمس. وقال مصدر إن المختار قُتل مع نجله بعد اقتحام منزلهما.", 2),
        ("قُتل ضابط في الجيش بانفجار عبوة في بلدة إنخل أمس. وقال مصدر إن الضابط قُتل مع اثنين من مرافقيه.", 3),
        ("اغتال مسلحون مختار قرية المخيسة أمس. وقال مصدر إن المختار قُتل أمام منزله.", 1),
    ],
)
def test_who_died_with_him(text: str, dead: int) -> None:
    assert low_high(one(text, "2025-09-22").fatalities) == (dead, dead)


@pytest.mark.parametrize(
    "text",
    [
        "لا يزال التنظيم نشطاً بعد ثلاث سنوات على خسارته آخر معاقله في العراق.",
        "ما زالت المدينة مدمرة بعد خمسة أعوام من سيطرة القوات العراقية على الموصل.",
        "مرت سيارات تحمل لوحات حكومية من نقطة التفتيش دون أن يوقفها أحد.",
    ],
)
def test_what_only_counts_the_years_is_no_event(text: str) -> None:
    assert not claims(text, "2025-09-22")


def test_a_quarter_named_after_a_liberation_is_not_one() -> None:
    c = one("قتل ضابط بأسلحة كاتمة في منطقة التحرير جنوب بعقوبة أمس.", "2025-09-22")
    assert str(c.event_type) == "assassination"


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("قُتل خمسة عناصر من الدعم السريع في بارا أمس.", "North Kordofan"),
        ("شن الجيش هجوماً على حاجز للدعم السريع في بارا أمس.", "North Kordofan"),
        ("قُتل ثلاثة مدنيين في غارة روسية على البارة بريف إدلب أمس.", "Idlib"),
    ],
)
def test_a_party_of_one_country_says_which_town_is_meant(text: str, region: str) -> None:
    place = one(text, "2025-09-22").place
    assert place is not None
    assert place.admin1 == region
