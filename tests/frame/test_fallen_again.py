"""The dead with their article are those counted before; who fired is not counted; who fell did not do the next deed."""

from __future__ import annotations

import pytest
from frame_text import claims, low_high, one, sides


def test_the_dead_with_their_article() -> None:
    told = claims("قُتل 24 جندياً أمس بهجوم في رفح المصرية. وقالت الوكالة إن القتلى سقطوا جراء قذائف مضادة للدروع على طريق العريش.")
    assert [low_high(c.fatalities) for c in told] == [(24, 24)]


def test_a_denial_is_a_version_of_its_own() -> None:
    text = "اتهم المرصد عناصر أمنية بقتل شابين مدنيين في حمام واصل أمس. ونفى مصدر أمني ذلك، موضحاً أن القتيلين هاجما دورية بالرصاص."
    assert any(c.modality.value == "denied" for c in claims(text))


@pytest.mark.parametrize("shooter", ["جندي", "شرطي", "قناص", "مسلح"])
def test_who_fired_is_not_counted(shooter: str) -> None:
    assert low_high(one(f"قُتل ثلاثة شبان أمس في كركوك. وقال شهود إنهم سقطوا برصاص {shooter}.").fatalities) == (3, 3)


def test_whom_a_bullet_hit_is_counted() -> None:
    assert low_high(one("استشهد برصاص جندي شاب أمس في جنين.").fatalities) == (1, 1)


@pytest.mark.parametrize(
    "text",
    [
        "قُتل شرطي أمس في هجوم في الموصل، كما وقع هجوم مسلح على مركز للشرطة.",
        "لقي شرطي مصرعه أمس في هجوم على دورية في الموصل، كما وقع هجوم على مقر للشرطة في المدينة.",
    ],
)
def test_another_took_place_as_well(text: str) -> None:
    told = claims(text)
    assert len(told) == 2
    assert all(sides(c) == (None, "Iraqi police") for c in told)


def test_the_same_attack_told_on() -> None:
    assert len(claims("قُتل شرطي أمس في هجوم في الموصل، كما وقعت أضرار مادية في الهجوم.")) == 1


def test_a_fight_over_an_arrest_is_a_fight() -> None:
    text = "اندلعت اشتباكات في طرابلس أمس بعد قيام قوة الردع باعتقال آمر اللواء 444، وأسفرت عن مقتل 27 شخصاً."
    (clash,) = [c for c in claims(text) if c.event_type.value == "armed_clash"]
    assert low_high(clash.fatalities) == (27, 27)


def test_damage_to_homes_makes_no_foe_of_their_owners() -> None:
    claim = one("أسفرت الاشتباكات في طرابلس أمس عن مقتل ثلاثة أشخاص وتضرر سيارات المدنيين.")
    assert sides(claim) == (None, None)


@pytest.mark.parametrize(
    "text",
    [
        "لقي 10 أشخاص مصرعهم في حلب أمس إثر انهيار بناية سكنية مؤلفة من خمسة طوابق.",
        "قُتل خمسة أشخاص أمس جراء انهيار عمارة قديمة في الإسكندرية.",
    ],
)
def test_a_house_that_falls_is_no_attack(text: str) -> None:
    assert not claims(text)


@pytest.mark.parametrize(
    ("text", "kind", "weapons"),
    [
        ("استهدف مسلحون أمس آلية للجيش المصري في رفح بقذيفة مضادة للدروع.", "attack", ("rocket",)),
        ("أطلق مسلحون أمس النار وقذائف آر بي جي على كمين للجيش جنوب العريش.", "attack", ()),
        ("سقط قتلى أمس في هجوم بقذائف الهاون على سوق في درعا.", "shelling", ("mortar",)),
    ],
)
def test_an_anti_tank_round_is_fired_by_hand(text: str, kind: str, weapons: tuple[str, ...]) -> None:
    claim = one(text)
    assert (claim.event_type.value, claim.weapons) == (kind, weapons)


@pytest.mark.parametrize("who", ["الثاني", "الآخر", "أحدهما"])
def test_the_second_blew_himself_up(who: str) -> None:
    claim = one(f"هاجم مسلحان مقراً للجيش في مقديشو أمس ففجّر {who} نفسه عند البوابة.")
    assert claim.event_type.value == "suicide_bombing"


def test_the_base_is_no_organisation() -> None:
    text = "اقتحم مقاتلو حركة الشباب أمس قاعدة عسكرية في أفجويي بسيارة مفخخة. وقال ضابط إن سيارة يقودها انتحاري القاعدة اقتحمت البوابة."
    assert all(sides(c)[0] != "al-Qaeda" for c in claims(text))


def test_men_of_the_organisation() -> None:
    assert sides(one("قُتل عنصران من القاعدة أمس في غارة أمريكية في شبوة."))[1] == "AQAP"


@pytest.mark.parametrize(
    ("text", "teller"),
    [
        ("هاجم تنظيم الدولة أمس حاجزاً لقوات سوريا الديمقراطية في الشحيل. وقالت في بيان إن عنصرين من مقاتليها قُتلا.", "SDF"),
        ("قُتل خمسة من مقاتلي حزب الله أمس في غارة نفذتها إسرائيل على عيترون. وقال في بيان إن خمسة من عناصره استشهدوا.", "Hezbollah"),
        ("هاجمت حركة الشباب أمس قاعدة للجيش الصومالي في بيدوا. وقالت في بيان إنها قتلت عشرة جنود.", "al-Shabaab"),
    ],
)
def test_the_verb_says_by_its_gender_who_speaks(text: str, teller: str) -> None:
    claimant = one(text).claimant
    assert claimant is not None
    assert claimant.name_en == teller
