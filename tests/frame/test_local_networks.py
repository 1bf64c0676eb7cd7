"""Reports as local networks write them: councils of towns, mines, doctors' words, patrols that belong, raids without arrests, denials."""

from __future__ import annotations

import pytest
from frame_text import claims, low_high, one, sides


@pytest.mark.parametrize(
    ("text", "whom", "place"),
    [
        ("قُتل رئيس مجلس بلدة اليادودة برصاص مجهولين أمس.", "local officials", "اليادودة"),
        ("اغتال مجهولون عضو مجلس بلدة هجين أمس. وتستهدف خلايا داعش العاملين في الإدارة الذاتية.", "AANES personnel", "هجين"),
        ("أصيب مسؤول في بلدية درعا بانفجار عبوة بسيارته أمس.", "local officials", "درعا"),
    ],
)
def test_who_serves_a_town_is_an_official_and_is_met_there(text: str, whom: str, place: str) -> None:
    c = one(text, "2021-03-29")
    assert sides(c)[1] == whom
    assert c.place is not None
    assert c.place.name_ar == place


@pytest.mark.parametrize(
    "background",
    [
        "وتستهدف خلايا داعش المعلمين في المنطقة.",
        "وتشهد المنطقة هجمات ينفذها عناصر تنظيم داعش ضد المدنيين.",
        "وتنتشر في المنطقة خلايا لتنظيم داعش تستهدف دوريات قسد.",
    ],
)
def test_what_goes_on_there_names_no_doer(background: str) -> None:
    c = one(f"قُتل معلم في بلدة هجين برصاص مجهولين أمس. {background}", "2021-03-29")
    assert sides(c) == ("unknown gunmen", "civilians")


def test_the_mine_went_off_once() -> None:
    text = (
        'قُتل قيادي في ميليشيا "فاطميون" أمس جراء انفجار لغم أرضي بسيارته في بادية الميادين بريف دير الزور. '
        "وقال مصدر إن القيادي كان في جولة في منطقة عين علي عندما انفجر اللغم بسيارته، ما أدى لمقتله على الفور مع سائقه وإصابة عنصرين من مرافقته."
    )
    c = one(text, "2021-11-23")
    assert c.event_type.value == "ied"
    assert (low_high(c.fatalities), low_high(c.injuries)) == ((2, 2), (2, 2))


def test_another_mine_went_off_elsewhere() -> None:
    found = claims("قُتل جندي بانفجار لغم في ريف حماة الشرقي أمس. وأضاف المصدر أن لغماً آخر انفجر في ريف سلمية وأدى لمقتل مدني.")
    assert len(found) == 2


@pytest.mark.parametrize(
    ("text", "dead", "hurt"),
    [
        (
            "قُتل شرطي وزوجته مساء أمس برصاص مجهولين في مدينة درعا.\n\n"
            "وقال مصدر طبي في مشفى درعا الوطني إن الشرطي قُتل بثلاث رصاصات في الرأس بينما قُتلت الزوجة برصاصة في الصدر.",
            (2, 2),
            None,
        ),
        (
            "أصيب طفلان بانفجار لغم في قرية تل عرن أمس. وقال الطبيب المشرف إن أحد الطفلين أصيب بشظايا في البطن فيما بُترت ساق الآخر.",
            None,
            (2, 2),
        ),
    ],
)
def test_wounds_told_are_no_new_event(text: str, dead: tuple[int, int] | None, hurt: tuple[int, int] | None) -> None:
    c = one(text)
    assert (low_high(c.fatalities), low_high(c.injuries)) == (dead, hurt)


def test_another_man_hit_in_another_town_is() -> None:
    assert len(claims("أصيب مدني برصاص مجهولين في نوى أمس. وفي جاسم قُتل الشاب أحمد برصاصة في الرأس.")) == 2


def test_he_and_those_with_him() -> None:
    text = (
        "قُتل ضابط في الجيش أمس بانفجار عبوة في مدينة الموصل. وقال مصدر أمني إن العبوة انفجرت بسيارته ما أدى إلى مقتله مع اثنين من مرافقيه."
    )
    assert low_high(one(text).fatalities) == (3, 3)


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("نفت قسد تورطها في قصف مشفى عفرين أمس.", "SDF"),
        ("نفى مصدر عسكري من قسد وقوف قواته وراء تفجير السيارة المفخخة في رأس العين أمس.", "SDF"),
        ('نفى المركز الإعلامي لـ"قسد" أن تكون قواته قد استهدفت أي نقطة للجيش السوري في دير حافر أمس.', "SDF"),
        ("نفى الجيش الإسرائيلي أن تكون قواته أطلقت النار على منتظري المساعدات في رفح أمس.", "Israel"),
    ],
)
def test_who_denies_his_part_is_who_is_said_to_have_had_it(text: str, by: str) -> None:
    c = one(text, "2025-08-14")
    assert (c.modality.value, sides(c)[0]) == ("denied", by)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("فتح مجهولون نيران أسلحتهم على حاجز لمسلحي الميليشيا قرب قرية الحريجية بريف دير الزور أمس ما تسبب بمقتل أحدهم.", "الحريجية"),
        ('اندلع اشتباك بين مجموعة من الدفاع الوطني ودورية تابعة لفرع "الأمن العسكري" على أطراف بلدة موحسن أمس.', "موحسن"),
        ('هاجم داعش حاجز "الكازية" التابع لقسد أمس.', 'حاجز "الكازية"'),
    ],
)
def test_an_owner_is_no_name_of_a_site(text: str, place: str) -> None:
    c = one(text)
    assert c.place is not None
    assert c.place.name_ar == place


def test_a_raid_in_search_of_recruits_without_arrests() -> None:
    c = one('داهمت دورية تتبع لـ"قسد" عدداً من منازل المدنيين في بلدة درنج أمس، بحثاً عن مطلوبين للتجنيد الإجباري، من دون أن تعتقل أحداً.')
    assert (c.event_type.value, *sides(c)) == ("raid", "SDF", "civilians")


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ('استهدف انفجار عبوة سيارة عسكرية لفصيل "السلطان مراد" في رأس العين أمس، ما أدى لمقتل اثنين من المسلحين.', "SNA"),
        ("انفجرت سيارة مفخخة أمام مقر للشرطة العسكرية في رأس العين أمس، ما أسفر عن إصابة 6 مسلحين.", None),
        ("انفجرت سيارة مفخخة في سوق بمدينة رأس العين أمس، ما أسفر عن إصابة 6 مسلحين.", "unknown gunmen"),
    ],
)
def test_gunmen_hurt_beside_what_is_a_partys(text: str, whom: str | None) -> None:
    target = sides(one(text))[1]
    assert target == whom if whom else target not in (None, "unknown gunmen")


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("فككت فرق الهندسة سيارة مفخخة ركنها مجهولون قرب الفرن الآلي في بلدة سلوك أمس.", "unknown gunmen"),
        ("أبطلت القوات مفعول دراجة مفخخة تركها عناصر داعش قرب سوق في هيت أمس.", "ISIS"),
    ],
)
def test_who_left_the_car_did_it(text: str, by: str) -> None:
    assert sides(one(text)) == (by, None)


def test_who_steps_in_holds_people_in_an_event_of_its_own() -> None:
    clash, held = claims(
        "اندلعت مساء أمس اشتباكات بين مجموعة من فرقة الحمزة وأخرى من تجمع أحرار الشرقية في مدينة رأس العين، ما أسفر عن مقتل عنصر. "
        "وتدخلت الشرطة العسكرية لفض الاقتتال، واعتقلت خمسة من المتسببين به.",
        "2020-12-10",
    )
    assert clash.captured is None
    assert (held.event_type.value, low_high(held.captured)) == ("arrest", (5, 5))


def test_who_refuses_to_give_up_and_shoots_is_told_already() -> None:
    c = one(
        "قُتل شخص واعتُقل شقيقان، أمس، خلال عملية إنزال جوي نفذتها قوات التحالف الدولي في مدينة البصيرة. "
        "وقالت مصادر محلية إن القتيل كان قد استأجر المنزل قبل نحو شهرين، وأنه رفض الاستسلام وأطلق النار على القوة المداهمة."
    )
    assert (c.event_type.value, low_high(c.captured)) == ("arrest", (2, 2))


def test_an_answer_without_guns_is_no_event_and_one_to_shelling_is_shelling() -> None:
    shot = one(
        "أصيب جنديان نتيجة استهداف قسد نقطة للجيش في دير حافر شرقي حلب بصاروخ موجه أمس. وردت وحدات الجيش على مصادر النيران.", "2025-08-14"
    )
    assert shot.event_type.value == "attack"
    fired = claims("قصفت قوات النظام بلدة كفرنبل أمس، وردت الفصائل على مصادر النيران.", "2019-08-14")
    assert [c.event_type.value for c in fired] == ["shelling", "shelling"]


def test_its_men_are_those_of_the_post() -> None:
    c = one("طوّقت قوات النظام مقر ميليشيا الدفاع الوطني في موحسن أمس واعتقلت ثلاثة من عناصرها.", "2019-12-10")
    assert sides(c) == ("Syrian regime forces", "pro-regime militias")


@pytest.mark.parametrize(
    "text",
    [
        "داهمت مجموعات من قسد أمس عدداً من المنازل في قرية الحريجي واختطفت خمسة شبان واقتادتهم إلى جهة مجهولة.",
        "اقتحمت قوات الاحتلال قرية صيدا الجولان أمس واختطفت شابين واقتادتهما إلى داخل الجولان المحتل.",
    ],
)
def test_a_raid_in_which_people_are_taken_is_one_event(text: str) -> None:
    assert one(text).event_type.value == "abduction"


def test_entered_searched_and_held_is_one_event_and_a_boy_shot_at_another() -> None:
    held, shot = claims(
        "دخلت قوة إسرائيلية إلى قرية كودنة بريف القنيطرة أمس وفتشت منزلين واقتادت شقيقين، كما أطلقت النار على فتى فأصابته في ساقه.",
        "2025-11-26",
    )
    assert (held.event_type.value, low_high(held.captured), held.injuries) == ("arrest", (2, 2), None)
    assert low_high(shot.injuries) == (1, 1)


def test_a_body_kept_is_no_arrest() -> None:
    c = one("قتل جنود إسرائيليون راعياً من بلدة الرفيد أمس واحتجزوا جثمانه أربعة أيام.", "2025-11-26")
    assert (c.event_type.value, c.captured) == ("attack", None)


@pytest.mark.parametrize("tail", ["من دون أن تتطرق إلى سقوط قتلى", "دون أن يشير البيان إلى وقوع ضحايا", "ولم يتحدث البيان عن إصابات"])
def test_what_a_statement_leaves_out_is_not_known(tail: str) -> None:
    c = one(f"قصفت طائرات التحالف موقعاً لداعش في البصيرة أمس، {tail}.")
    assert (c.fatalities, c.injuries) == (None, None)


def test_what_is_told_of_the_operation_was_on_its_day() -> None:
    found = claims(
        "اعتُقل شقيقان، فجر اليوم، خلال عملية إنزال جوي نفذتها قوات التحالف الدولي في مدينة البصيرة بريف دير الزور.\n\n"
        'من جهتها، أعلنت "قسد"، في بيان نشره مركزها الإعلامي ظهر اليوم، أن قواتها ألقت القبض في العملية على ثلاثة من مسؤولي التنظيم.',
        "2024-07-31",
    )
    assert [str(c.date_start) for c in found] == ["2024-07-31", "2024-07-31"]
