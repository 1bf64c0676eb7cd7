"""Who fights whom, whom those held belong to, and what a protest is about."""

from __future__ import annotations

import pytest
from frame_text import claims, one, sides


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("اندلعت مواجهات بين عناصر من لواء السلطان مراد وأخرى من فرقة الحمزة في مدينة رأس العين.", ("SNA", "SNA")),
        ("اشتباكات عنيفة بين الجيش السوداني وقوات الدعم السريع في محيط القيادة العامة بالخرطوم.", ("Sudanese army", "RSF")),
        ("دارت اشتباكات بين قوات سوريا الديمقراطية المدعومة من التحالف الدولي وتنظيم الدولة في الباغوز أمس.", ("SDF", "ISIS")),
        ("تواصلت المعارك بين قوات الحكومة اليمنية والحوثيين غربي مأرب، وقتل 12 حوثياً.", ("Yemeni government forces", "Houthis")),
    ],
)
def test_both_sides_of_a_clash(text: str, pair: tuple[str, str]) -> None:
    assert sides(one(text)) == pair


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("داهمت قوة من الشرطة القضائية مزرعة في الناقورة وأوقفت سوريين اثنين للاشتباه بانتمائهما إلى تنظيم داعش.", "ISIS"),
        ("ألقت الأجهزة الأمنية التونسية القبض على أربعة أشخاص بتهمة الانتماء إلى تنظيم القاعدة في القصرين.", "al-Qaeda"),
        ("اعتقال خلية مرتبطة بحزب الله في مدينة القصير بريف حمص", "Hezbollah"),
        ("أوقفت قوات النظام ثلاثة مدنيين في دوما أمس.", "civilians"),
    ],
)
def test_whom_those_held_belong_to(text: str, target: str) -> None:
    c = one(text)
    assert c.target is not None
    assert c.target.name_en == target
    assert c.perpetrator is None or c.perpetrator.name_en != target


def test_what_they_protest_against_happened_before() -> None:
    protest, killing = claims(
        "قطع مسلحون قبليون الطريق بين مأرب وحضرموت يوم الخميس احتجاجاً على مقتل أحد أبناء القبيلة برصاص نقطة تابعة للجيش في العبر قبل ثلاثة أيام."
    )
    assert str(protest.event_type) == "protest"
    assert protest.fatalities is None
    assert killing.fatalities is not None
    assert killing.fatalities.best == 1
    assert sides(killing) == ("Yemeni government forces", "civilians")


def test_a_share_names_who_did_its_part_only() -> None:
    found = claims(
        "وثقت الشبكة السورية لحقوق الإنسان مقتل 91 مدنياً في سوريا خلال أيلول 2023، بينهم 20 طفلاً و9 سيدات، "
        "قضى 28 منهم على يد قوات النظام، و6 على يد قوات سوريا الديمقراطية."
    )
    told = [(sides(c)[0], c.fatalities.best if c.fatalities else None) for c in found]
    assert told == [(None, 91), ("Syrian regime forces", 28), ("SDF", 6)]


@pytest.mark.parametrize(
    ("text", "perpetrator", "target"),
    [
        (
            "تطور خلاف فردي أمس بين شبان من عشيرة آل جعفر وآخرين من آل شمص في بعلبك إلى تبادل لإطلاق النار قتل فيه شاب.",
            "Lebanese clan members",
            "Lebanese clan members",
        ),
        ("نشب اقتتال عشائري أمس في قرية قصيبة بريف دير الزور بين أبناء عشيرة البو صالح.", "Arab tribal fighters", "Arab tribal fighters"),
    ],
)
def test_those_who_quarrelled_fight(text: str, perpetrator: str, target: str) -> None:
    assert (perpetrator, target) in [sides(c) for c in claims(text)]


@pytest.mark.parametrize(
    "text",
    [
        "قال الوجهاء إن اشتباكات اندلعت بين العشيرتين في بلدة الصبحة شرقي دير الزور أمس وأسفرت عن مقتل أربعة.",
        "نشب اقتتال بالأسلحة الرشاشة، أمس، في قرية جديد بكارة بريف دير الزور، بين أبناء عشيرة البكارة وعشيرة العكيدات.",
    ],
)
def test_a_feud_is_between_clans(text: str) -> None:
    assert [sides(c) for c in claims(text)] == [("Arab tribal fighters", "Arab tribal fighters")]


def test_who_holds_the_area_is_not_hit_and_most_of_the_dead_are() -> None:
    told = claims("وثّقت شبكة محلية 31 هجوماً نفذتها خلايا داعش في مناطق سيطرة قسد خلال نيسان، ولم تسجل خسائر.")
    assert sides(told[0]) == ("ISIS", None)
    told = claims("نفذت خلايا داعش 31 هجوماً في ريف دير الزور خلال نيسان، قُتل فيها 14، هم 8 من قسد و4 مدنيين و2 من عناصر التنظيم.")
    assert sides(told[0]) == ("ISIS", "SDF")


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        (
            "شنت قوات النظام وروسيا 71 هجوماً على شمال غربي سوريا الشهر الماضي، خلّفت ثلاثة قتلى مدنيين و19 جريحاً.",
            ("Syrian regime forces", "civilians"),
        ),
        ("صدّت حركة الشباب أمس هجوماً للجيش الصومالي والقوات الأوغندية على بلدة بولومرير.", ("Somali army", "al-Shabaab")),
        ("استعادت قوات الجيش الصومالي ومقاتلو العشائر قرية في إقليم هيران من حركة الشباب بعد معارك أمس.", ("Somali army", "al-Shabaab")),
        ("اندلعت اشتباكات بين قوات النظام وداعش في بادية تدمر أمس.", ("Syrian regime forces", "ISIS")),
    ],
)
def test_who_is_joined_to_the_doer_is_not_hit(text: str, pair: tuple[str, str]) -> None:
    assert pair in [sides(c) for c in claims(text, "2023-05-15")]
