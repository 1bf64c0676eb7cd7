"""Those attacked who answer, forces sent after an attack, crowds broken up, feuds of clans, trends, and parties of the Syrian north-east."""

from __future__ import annotations

import pytest
from frame_text import claims, low_high, one, sides

ATTACK = "هاجم مسلحون من داعش نقطة للجيش العراقي قرب طوزخورماتو أمس ما أدى إلى مقتل جندي. "


@pytest.mark.parametrize(
    "answer",
    [
        "وردت القوة على المهاجمين وقتلت اثنين منهم.",
        "وقتلت القوات اثنين من المهاجمين.",
        "وتصدت القوة للهجوم وقتلت اثنين من المهاجمين.",
    ],
)
def test_the_answer_leaves_the_attack_to_those_who_made_it(answer: str) -> None:
    c = one(ATTACK + answer, "2025-09-22")
    assert (str(c.event_type), *sides(c)) == ("attack", "ISIS", "Iraqi army")
    assert low_high(c.fatalities) == (3, 3)


def test_the_communique_of_those_attacked_tells_the_attack_again() -> None:
    text = (
        "أعلنت قوات سوريا الديمقراطية إصابة ثلاثة من مقاتليها في هجوم شنته خلية تابعة لتنظيم داعش على نقطة عسكرية ببلدة أبو حردوب.\n"
        "وقال المركز الإعلامي لقسد إن الهجوم نُفذ أمس بقذيفة آر بي جي، مبيناً أن مقاتليه ردوا على مصادر النيران وقتلوا أحد المهاجمين."
    )
    c = one(text, "2025-09-22")
    assert sides(c) == ("ISIS", "SDF")
    assert (low_high(c.fatalities), low_high(c.injuries)) == ((1, 1), (3, 3))


def test_who_calls_it_the_attack_did_not_make_it() -> None:
    c = one("قال المركز الإعلامي لقسد إن الهجوم نُفذ أمس بقذيفة آر بي جي على نقطة عسكرية ببلدة أبو حردوب.", "2025-09-22")
    assert sides(c)[0] is None


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("دفعت قسد بتعزيزات عسكرية إلى بلدة البصيرة أمس بعد هجوم شنه مجهولون على نقطة لها.", ("SDF", None)),
        ("أرسل الجيش العراقي رتلاً إلى الحويجة أمس لتمشيط القرى بعد هجوم لداعش.", ("Iraqi army", None)),
    ],
)
def test_forces_sent_after_an_attack(text: str, roles: tuple[str, str | None]) -> None:
    c = one(text, "2025-09-22")
    assert (str(c.event_type), sides(c)[0]) == ("strategic_development", roles[0])


def test_what_a_raid_answers_has_its_dead() -> None:
    raid, blast = claims("نفذت قسد حملة دهم في البصيرة أمس عقب انفجار عبوة أدى إلى مقتل اثنين من عناصرها.", "2025-09-22")
    assert (str(raid.event_type), raid.fatalities) == ("raid", None)
    assert (str(blast.event_type), low_high(blast.fatalities)) == ("ied", (2, 2))


def test_attackers_who_make_off_withdraw_from_nowhere() -> None:
    text = "هاجم مسلحون من داعش حاجزاً للنظام قرب حقل أراك أمس، واستمرت الاشتباكات نحو ساعة أحرقوا بعدها عربة وانسحبوا باتجاه عمق البادية."
    assert [str(c.event_type) for c in claims(text, "2023-05-09")] == ["attack"]


@pytest.mark.parametrize(
    "text",
    [
        'قطع محتجون الطريق في مدينة منبج أمس، قبل أن تفرقهم "أسايش" بالرصاص الحي، ما أدى إلى إصابة شاب في قدمه.',
        "أطلقت قوات الأمن الرصاص الحي لتفريق محتجين في السويداء أمس ما أدى إلى إصابة شاب.",
    ],
)
def test_shots_that_break_up_a_crowd_are_an_attack(text: str) -> None:
    kinds = {str(c.event_type): c for c in claims(text, "2025-09-22")}
    assert set(kinds) == {"protest", "attack"}
    assert low_high(kinds["attack"].injuries) == (1, 1)
    assert sides(kinds["attack"])[1] == "civilians"


@pytest.mark.parametrize("clans", ['عشيرتي "البوسلطان" و"الغنايم"', "أفراد من عشيرتين", "عشيرتي البو عيسى والبو فهد"])
def test_both_sides_of_a_feud_are_clans(clans: str) -> None:
    text = f"قُتل شخصان باشتباكات اندلعت بين {clans} في قرية الياسطي بريف منبج أمس. ودخلت دوريات الأسايش القرية واعتقلت 15 شخصاً من الطرفين."
    fight, held = claims(text, "2023-09-22")
    assert sides(fight) == ("Arab tribal fighters", "Arab tribal fighters")
    assert (str(held.event_type), sides(held)[0]) == ("arrest", "Asayish")


@pytest.mark.parametrize(
    "text",
    [
        "يذكر أن حوادث السلب والخطف والابتزاز ارتفعت بشكل لافت في عموم مناطق سيطرة قسد بدير الزور.",
        "عمليات الاغتيال ارتفعت وتيرتها في ريف درعا مؤخراً.",
        "جرائم الخطف في السويداء تضاعفت هذا العام.",
    ],
)
def test_how_often_such_things_come_is_no_event(text: str) -> None:
    assert not claims(text, "2023-09-22")


def test_a_count_that_rose_is_one() -> None:
    c = one("عدد ضحايا عمليات القصف على إدلب ارتفع أمس إلى 14 قتيلاً.", "2019-09-22")
    assert low_high(c.fatalities) == (14, 14)


def test_shells_and_where_they_came_from_are_one_shelling() -> None:
    text = (
        "أصيبت مواطنة إثر قصف نفذته القوات التركية أمس على قرى تل الورد بريف أبو راسين شمال غربي الحسكة، "
        "حيث سقطت 12 قذيفة مدفعية مصدرها القاعدة التركية في الداوودية."
    )
    c = one(text, "2023-09-22")
    assert (str(c.event_type), *sides(c)) == ("shelling", "Turkish armed forces", "civilians")


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (
            "أحرق مسلحون تابعون لحزب الاتحاد الديمقراطي PYD مكتب المجلس الوطني الكردي في عامودا أمس.",
            ("PYD", "Kurdish National Council (ENKS)"),
        ),
        ("هاجم مسلحون من حزب الاتحاد الديمقراطي مكتباً للحزب الديمقراطي الكردستاني - سوريا في القامشلي أمس.", ("PYD", "KDP-S")),
        (
            "خطفت الشبيبة الثورية التابعة لحزب العمال الكوردستاني PKK، أمس، القاصرة روجين عبدالكريم (14 عاماً) في مدينة ديرك.",
            ("Revolutionary Youth (Ciwanen Soresger)", "civilians"),
        ),
    ],
)
def test_parties_of_the_north_east(text: str, roles: tuple[str, str]) -> None:
    assert sides(one(text, "2023-09-22")) == roles


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("تم ضبط إرهابي في الموصل أمس.", 1),
        ("ضبط إرهابي بحوزته حزام ناسف في الموصل أمس.", 1),
        ("تم ضبط ثلاثة عناصر من داعش في الموصل أمس.", 3),
    ],
)
def test_those_caught(text: str, held: int) -> None:
    c = one(text, "2023-09-22")
    assert sides(c) == (None, "ISIS")
    assert low_high(c.captured) == (held, held)


def test_belts_are_neither_dead_nor_captives() -> None:
    c = one("قتل ثلاثة إرهابيين وضبط حزامين ناسفين في وادي الشاي أمس.", "2023-09-22")
    assert low_high(c.fatalities) == (3, 3)
    assert c.captured is None


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "هاجمت خلايا داعش أمس نقطة لقسد في بلدة الحصان، ما أسفر عن مقتل عنصرين، تبع ذلك مداهمة عدد من منازل البلدة واعتقال خمسة شبان.",
            "SDF",
        ),
        ("هاجم مجهولون حاجزاً للجيش الصومالي في عيل طير أمس وقتلوا عنصراً، أعقب ذلك حملة مداهمات اعتقل خلالها ستة أشخاص.", "Somali army"),
    ],
)
def test_the_arrests_that_followed_are_of_those_attacked(text: str, who: str) -> None:
    attack, held = claims(text, "2023-09-22")
    assert (str(attack.event_type), attack.captured) == ("attack", None)
    assert (str(held.event_type), sides(held)[0]) == ("arrest", who)


def test_what_a_hospital_received_are_the_dead_told_before() -> None:
    text = (
        "قتل 6 مدنيين وأصيب 17 آخرون، في قصف بالمدفعية على أحياء في مدينة الفلوجة أمس، بحسب مصدر طبي. "
        'وقال طبيب بمستشفى الفلوجة العام إن "المستشفى تسلم حتى ظهر اليوم 6 جثث تعود لمدنيين و17 جريحا، جراء القصف الذي تقوم به قوات الجيش العراقي على المدينة".'
    )
    c = one(text, "2014-06-05")
    assert (str(c.event_type), low_high(c.fatalities), low_high(c.injuries)) == ("shelling", (6, 6), (17, 17))


def test_a_grenade_thrown_at_those_who_search_is_an_attack() -> None:
    text = (
        "أطلقت قوى الأمن الداخلي لشمال وشرق سوريا حملة في مخيم الهول أمس واعتقلت 6 من داعش.\n"
        'وأضاف البيان: "أثناء ذلك، ألقت إحدى نساء المرتزقة قنبلة يدوية صوب دورية لقواتنا، ما أدى إلى إصابة اثنين من رفاقنا".'
    )
    thrown = claims(text, "2022-09-22")[-1]
    assert (str(thrown.event_type), low_high(thrown.injuries)) == ("attack", (2, 2))


def test_a_limb_lost_is_a_wound() -> None:
    c = one("انفجر لغم بطفلين شقيقين في بادية البوليل أمس، ما أدى لوفاة أحدهما وبتر ساق الآخر.", "2022-09-22")
    assert (low_high(c.fatalities), low_high(c.injuries)) == ((1, 1), (1, 1))
