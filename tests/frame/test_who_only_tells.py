"""Who tells of an attack, what is told only to say how long ago it was, and basic forms of two happenings in one sentence."""

from __future__ import annotations

import pytest
from frame_text import claims, low_high, one, sides

DAY = "2022-12-05"


@pytest.mark.parametrize(
    ("teller", "name"),
    [
        ("قالت شرطة ديالى", "Iraqi police"),
        ("قال الرائد حيدر من شرطة ديالى", "Iraqi police"),
        ("أوضحت الشرطة العراقية", "Iraqi police"),
    ],
)
def test_the_police_that_tell_of_an_attack_did_not_make_it(teller: str, name: str) -> None:
    c = one(f"{teller} أن الهجوم على نقطة للحشد في قرية الهارونية أسفر عن مقتل اثنين.", DAY)
    assert (sides(c), str(c.modality), c.claimant.name_en) == ((None, "PMF"), "reported", name)


def test_an_army_that_tells_how_its_side_was_hit() -> None:
    assert sides(one("قال الجيش اللبناني إن الهجوم على حاجز في بلدة عرسال أوقع جريحين.", DAY))[0] is None
    assert sides(one("قالت الشرطة الصومالية إن الانفجار في سوق مقديشو أودى بحياة 12 مدنياً.", DAY))[0] is None


def test_an_army_that_tells_how_it_hit_its_enemy() -> None:
    c = one("قال الجيش الإسرائيلي إن الهجوم على مركز قيادة حماس في خان يونس أسفر عن مقتل سبعة من عناصر الحركة.", DAY)
    assert sides(c) == ("Israel", "Hamas")


@pytest.mark.parametrize(
    "text",
    [
        "أعلن الجيش النيجري بدء عملية تمشيط في تيلابيري بعد أسبوع من هجوم على قرية بانيبانغو أودى بحياة 21 مدنياً.",
        "أطلقت القوات المصرية عملية واسعة في سيناء بعد أقل من ثلاثة أشهر على الهجوم على مسجد الروضة الذي قضى فيه 305 مصلين.",
        "عزز الجيش انتشاره في كركوك بعد يومين من هجوم على نقطة أمنية أسفر عن مقتل جنديين.",
    ],
)
def test_an_attack_some_time_before_is_not_the_deed_of_who_acts_now(text: str) -> None:
    now, then = claims(text, DAY)
    assert str(now.event_type) == "strategic_development"
    assert (str(then.event_type), sides(then)[0]) == ("attack", None)


def test_the_doer_named_behind_it_stays() -> None:
    first, second = claims(
        "قتلت القوات العراقية خمسة من داعش في كركوك بعد يوم من هجوم شنه التنظيم على نقطة للشرطة أسفر عن مقتل شرطيين.", DAY
    )
    assert (sides(first), sides(second)) == (("Iraqi security forces", "ISIS"), ("ISIS", "Iraqi police"))


def test_after_his_abduction_is_one_matter() -> None:
    c = one("عثر الأهالي على جثة راعي أغنام قرب تدمر بعد يومين من اختطافه.", DAY)
    assert low_high(c.fatalities) == (1, 1)


def test_another_such_strike_is_by_the_same_doer() -> None:
    found = claims("قصفت طائرات إسرائيلية مطار حلب أمس، بعد أسبوع من قصف آخر على المطار نفسه.", DAY)
    assert {sides(c)[0] for c in found} == {"Israel"}


@pytest.mark.parametrize("verb", ["اغتال", "قتل", "خطف"])
def test_an_accusative_is_no_adjective_of_unknown_men(verb: str) -> None:
    c = one(f"{verb} مجهولون مدنياً في مدينة جاسم.", DAY)
    assert sides(c) == ("unknown gunmen", "civilians")


def test_hurt_in_another_town_is_another_happening() -> None:
    first, second = claims("قُتل مدني بقصف مدفعي على مدينة أريحا، وأصيب آخرون في بلدة سرمين.", DAY)
    assert [c.place.name_en for c in (first, second) if c.place] == ["Ariha", "Sarmin"]
    assert (low_high(first.fatalities), low_high(second.injuries)) == ((1, 1), (2, None))


def test_wounded_taken_to_another_town_were_not_hurt_there() -> None:
    c = one("قُتل مدني بقصف مدفعي على مدينة أريحا، وأصيب ثلاثة نُقلوا إلى مشفى في مدينة إدلب.", DAY)
    assert (c.place.name_en if c.place else None, low_high(c.injuries)) == ("Ariha", (3, 3))


def test_the_town_behind_the_verb_and_not_the_province_a_line_opens_with() -> None:
    text = "جنوباً في درعا، اغتال مجهولون القيادي السابق في الجيش الحر خالد المسالمة بإطلاق الرصاص عليه مباشرة في مدينة جاسم."
    c = one(text, DAY)
    assert c.place is not None
    assert c.place.name_en == "Jasim"


@pytest.mark.parametrize(
    ("text", "dead", "hurt"),
    [
        ("اندلع اشتباك بين عنصرين من داعش وقوة من الأسايش في الهول أدى إلى مقتلهما واستشهاد عضو من الأسايش.", (3, 3), None),
        ("اندلع اشتباك بين عنصرين من داعش وقوة من الأسايش في الهول أدى إلى مقتلهما وإصابة عضو من الأسايش.", (2, 2), (1, 1)),
    ],
)
def test_their_death_and_what_befell_others(text: str, dead: tuple[int, int], hurt: tuple[int, int] | None) -> None:
    c = one(text, DAY)
    assert (low_high(c.fatalities), low_high(c.injuries)) == (dead, hurt)


def test_shots_that_were_answered_are_a_clash() -> None:
    text = (
        "أشار البيان إلى أن اثنين من أعضاء خلايا داعش أطلقا النار على قوة من الأسايش كانت تفتش القسم، "
        "فاندلع اشتباك أدى إلى مقتلهما واستشهاد عضو من الأسايش."
    )
    c = one(text, DAY)
    assert (str(c.event_type), low_high(c.fatalities)) == ("armed_clash", (3, 3))


@pytest.mark.parametrize(
    ("text", "loser", "town"),
    [
        ("خسر تنظيم داعش مدينة البوكمال في تشرين الثاني 2017.", "ISIS", "Al-Bukamal"),
        ("وكان التنظيم قد خسر البوكمال، آخر مدنه في سورية، في تشرين الثاني 2017.", "ISIS", "Al-Bukamal"),
        ("خسرت فصائل المعارضة مدينة حلب في كانون الأول 2016.", "Syrian opposition factions", "Aleppo"),
    ],
)
def test_who_loses_a_town_did_not_take_it(text: str, loser: str, town: str) -> None:
    c = one(text, DAY)
    assert (str(c.event_type), sides(c), c.place.name_en if c.place else None) == ("seizure_of_territory", (None, loser), town)


def test_losing_men_or_a_match_takes_no_town() -> None:
    assert not [c for c in claims("فقد دارت مباراة في مدينة حلب وخسر فريق المدينة.", DAY) if str(c.event_type) == "seizure_of_territory"]


@pytest.mark.parametrize(
    "text",
    [
        "نجا رئيس بلدية تسيل بعد إصابته في كتفه بنيران مسلحين مجهولين اعترضوا سيارته داخل البلدة.",
        "نجا رئيس بلدية تسيل بعد إصابته بنيران مسلحين مجهولين.",
    ],
)
def test_whoever_comes_off_alive_was_aimed_at(text: str) -> None:
    c = one(text, DAY)
    assert (str(c.event_type), sides(c)) == ("assassination", ("unknown gunmen", "local officials"))


def test_found_killed_some_words_on() -> None:
    c = one("عُثر في محيط قرية أثريا شرقي حماة على خمسة رعاة مقتولين بالرصاص وأيديهم مكبلة.", DAY)
    assert (str(c.event_type), low_high(c.fatalities)) == ("execution", (5, 5))


def test_two_massacres_told_one_after_the_other() -> None:
    first, second = claims(
        "توقف التقرير عند مجزرتين، الأولى في 17 تشرين الثاني حين أغارت طائرات روسية على قرية حفسرجة بريف إدلب ما تسبب بمقتل ستة مدنيين، "
        "والثانية في 26 من الشهر ذاته حين قُتل سبعة مدنيين وأصيب 12 بصواريخ أطلقتها قوات النظام على مدينة أريحا.",
        "2024-12-02",
    )
    assert (str(first.event_type), sides(first)[0], low_high(first.fatalities)) == ("airstrike", "Russian forces", (6, 6))
    assert (str(second.event_type), sides(second)[0], low_high(second.fatalities)) == ("shelling", "Syrian regime forces", (7, 7))


def test_men_of_the_party_behind_its_paper() -> None:
    text = (
        "قالت شرطة ديالى إن الهجوم على نقطة للحشد في قرية الهارونية أسفر عن مقتل اثنين. "
        "وزعمت وكالة أعماق أن مقاتلي التنظيم قتلوا سبعة وأحرقوا مقراً."
    )
    second = claims(text, DAY)[1]
    assert (sides(second), low_high(second.fatalities), str(second.modality)) == (("ISIS", "PMF"), (7, 7), "claimed")


def test_the_opening_of_a_round_up_is_told_once() -> None:
    text = (
        "قُتل مدنيان وأصيب آخرون اليوم بقصف للنظام على ريف إدلب، فيما اغتال مجهولون قيادياً في درعا.\n"
        "ففي إدلب، قُتل رجل وزوجته بقصف مدفعي على قرية كنصفرة.\n"
        "وفي درعا، اغتال مسلحون مجهولون القيادي السابق في الفصائل أحمد العلي في بلدة المزيريب."
    )
    found = claims(text, DAY)
    assert [c.place.name_en for c in found if c.place] == ["Kansafra", "Al-Muzayrib"]
    assert (sides(found[0])[0], {str(c.date_start) for c in found}) == ("Syrian regime forces", {DAY})


@pytest.mark.parametrize("by", ["قسد", "مسلحون مجهولون", "الجيش التركي"])
def test_a_dual_before_its_genitive_is_two(by: str) -> None:
    verb = "اغتالت" if by == "قسد" else "اغتال"
    assert low_high(one(f"{verb} {by} راعيي أغنام في مدينة البصيرة أمس.", DAY).fatalities) == (2, 2)


@pytest.mark.parametrize("whom", ["شاباً", "مختار القرية", "عنصراً من قسد"])
def test_two_who_ride_and_kill(whom: str) -> None:
    c = one(f"قتل مسلحان يستقلان دراجة نارية {whom} في مدينة البصيرة أمس.", DAY)
    assert sides(c)[0] == "unknown gunmen"
    assert sides(c)[1] not in (None, "unknown gunmen")


def test_two_who_ride_and_are_killed() -> None:
    c = one("قُتل مسلحان يستقلان دراجة نارية برصاص الجيش اللبناني في عرسال.", DAY)
    assert low_high(c.fatalities) == (2, 2)


def test_an_accusative_is_no_adjective_of_an_army() -> None:
    assert sides(one("قتل الجيش التركي مدنياً في مدينة البصيرة أمس.", DAY)) == ("Turkish armed forces", "civilians")


@pytest.mark.parametrize("herd", ["نحو 150 رأساً من الأغنام", "قطيع أغنام"])
def test_sheep_driven_off_are_nobody_held(herd: str) -> None:
    text = (
        "شن عناصر من تنظيم الدولة الإسلامية هجوماً على قرية أبو حكفة بريف حماة الشرقي، أفضى إلى مقتل راعيين من أبنائها وإصابة ثالث، "
        f"كما أضرم المهاجمون النار في ثلاثة منازل وساقوا معهم {herd}."
    )
    found = claims(text, DAY)
    assert not [c for c in found if str(c.event_type) == "arrest"]


def test_the_worst_hit_town_has_its_number() -> None:
    text = (
        "ذكر تقرير لبعثة يونامي أن 1119 عراقياً قتلوا في أعمال عنف خلال شهر أيلول الماضي، "
        "وأن بغداد كانت الأكثر تضرراً بـ 352 قتيلاً و921 جريحاً، تلتها الأنبار بـ 175 قتيلاً."
    )
    found = claims(text, DAY)
    assert [low_high(c.fatalities) for c in found] == [(1119, 1119), (352, 352), (175, 175)]
    assert [c.place.name_en if c.place else None for c in found] == [None, "Baghdad", "Anbar"]


def test_a_bomb_in_one_town_is_no_sum_of_others() -> None:
    text = (
        "قُتل مدني وأصيب ثمانية آخرون، اليوم، بانفجار سيارة مفخخة في مدينة الباب.\n"
        "وبعد أقل من ساعتين، انفجرت عبوة ناسفة في مدينة عفرين فأصيب مدنيان.\n"
        "وفي رأس العين، اندلعت اشتباكات أسفرت عن مقتل عنصر وإصابة ستة."
    )
    assert [str(c.event_type) for c in claims(text, DAY)] == ["vehicle_bomb", "ied", "armed_clash"]


def test_so_then_loses_nobody() -> None:
    text = (
        "أما في الضفة المقابلة، حيث تنتشر الميليشيات المدعومة من إيران، فقد قُتل أربعة من عناصر لواء فاطميون، الأحد الماضي، "
        "بانفجار لغم بسيارة كانت تقلهم في بادية الميادين."
    )
    c = one(text, DAY)
    assert (str(c.event_type), sides(c), low_high(c.fatalities)) == ("ied", (None, "Iran-backed militias"), (4, 4))


def test_not_limited_to_civilians() -> None:
    text = "ولا تقتصر الهجمات على المدنيين، إذ ألقى مجهولون قنبلة يدوية على حاجز للأمن العام عند مدخل قرية فاحل، ما أدى إلى إصابة عنصرين."
    c = one(text, "2025-05-20")
    assert sides(c) == ("unknown gunmen", "Syrian government forces")


def test_another_kind_of_cases_in_a_month_of_their_own() -> None:
    text = (
        "وثّق المرصد السوري لحقوق الإنسان مقتل 214 شخصاً في محافظة حمص منذ مطلع العام الحالي.\n"
        "أما الشبكة السورية لحقوق الإنسان فسجلت في نيسان الماضي وحده ما لا يقل عن 27 حالة خطف في محافظة حمص."
    )
    dead, held = claims(text, "2025-05-20")
    assert (str(held.event_type), str(held.date_start), low_high(held.captured)) == ("abduction", "2025-04-01", (27, None))
    assert low_high(dead.fatalities) == (214, 214)


def test_two_tellers_do_not_add_up_their_dead() -> None:
    text = (
        "هاجم مقاتلون من حركة الشباب، فجر اليوم الأحد، قاعدة للجيش في منطقة حوادلي بإقليم شبيلي الوسطى.\n"
        "وقال متحدث باسم وزارة الإعلام إن القوات المسلحة صدت الهجوم وقتلت 21 من المهاجمين، في حين استشهد خمسة من الجنود.\n"
        "وقالت الحركة إن 61 جنديا لقوا مصرعهم في الهجوم."
    )
    government, group = claims(text, "2022-10-16")
    assert (low_high(government.fatalities), government.claimant.name_en) == ((26, 26), "Somali government")
    assert (low_high(group.fatalities), group.claimant.name_en, sides(group)) == ((61, 61), "al-Shabaab", ("al-Shabaab", "Somali army"))
