"""What a party announces of its own: deeds, attacks beaten back, a series told item by item."""

from __future__ import annotations

import pytest
from frame_text import claims, one, sides


@pytest.mark.parametrize(
    ("text", "who", "whom"),
    [
        ("أعلنت وزارة الداخلية العراقية القضاء على خلية من خمسة عناصر من تنظيم داعش في الموصل.", "Iraqi security forces", "ISIS"),
        ("قوات سوريا الديمقراطية تعلن تصفية قيادي في تنظيم داعش", "SDF", "ISIS"),
        ("كشفت قوات سوريا الديمقراطية عن قتل ثلاثة من عناصر داعش.", "SDF", "ISIS"),
        ("وكان الجيش العراقي قد أعلن بتاريخ 9 من نيسان الماضي قضاء قواته على خلية لداعش في الرطبة.", "Iraqi army", "ISIS"),
        ("أعلنت وزارة الداخلية العراقية إطلاق عملية واسعة في الأنبار تستهدف ملاحقة خلايا تنظيم داعش.", "Iraqi security forces", "ISIS"),
        ("أكدت هيئة الحشد الشعبي، الثلاثاء، قتل ثلاثة إرهابيين من داعش في حوض حمرين.", "PMF", "ISIS"),
    ],
)
def test_a_noun_of_doing_behind_an_announcement_is_the_announcers_deed(text: str, who: str, whom: str) -> None:
    assert sides(one(text)) == (who, whom)


@pytest.mark.parametrize(
    "text",
    [
        "أعلنت وزارة الدفاع العراقية مقتل ثلاثة جنود في كركوك.",
        "أعلنت وزارة الداخلية العراقية قتل مدني في سوق الرمادي على يد مسلحين.",
        "أعلن الجيش العراقي أن انفجاراً في الرمادي أسفر عن قتل جنديين.",
    ],
)
def test_what_befell_somebody_is_not_the_announcers_deed(text: str) -> None:
    assert not any(sides(c)[0] in ("Iraqi army", "Iraqi security forces") for c in claims(text))


@pytest.mark.parametrize(
    ("text", "who", "whom"),
    [
        ("أعلنت قوات سوريا الديمقراطية صد هجوم لمسلحي داعش على نقطة في بلدة الصور.", "ISIS", "SDF"),
        ("أعلن الجيش السوداني التصدي لهجوم لقوات الدعم السريع على الفاشر ومقتل عشرة من المهاجمين.", "RSF", "Sudanese army"),
        ("الجيش السوداني يعلن إفشال هجوم لقوات الدعم السريع على مدينة بابنوسة", "RSF", "Sudanese army"),
    ],
)
def test_who_announces_that_an_attack_was_beaten_back_was_attacked(text: str, who: str, whom: str) -> None:
    c = one(text)
    assert sides(c) == (who, whom)
    assert str(c.modality) == "reported"  # the side that was hit tells of it


@pytest.mark.parametrize(
    ("text", "who", "whom"),
    [
        ("أعلنت قوات سوريا الديمقراطية السيطرة على قرية الباغوز التي كانت بيد تنظيم داعش.", "SDF", "ISIS"),
        ("سيطر الجيش اليمني على مواقع كانت بيد الحوثيين في جبهة نهم.", "Yemeni government forces", "Houthis"),
        ("سقطت بلدة كرناز بيد فصائل المعارضة.", "Syrian opposition factions", None),
    ],
)
def test_in_whose_hand_a_place_was_is_not_who_took_it(text: str, who: str, whom: str | None) -> None:
    assert sides(one(text)) == (who, whom)


_LEAD = "أعلن تنظيم داعش تنفيذ ثلاث عمليات في دير الزور. وقال التنظيم في بيان إنه قتل عنصراً من قسد في بلدة الصور.\n\n"


@pytest.mark.parametrize(
    "item",
    [
        'وفي سياق متصل، استهدف التنظيم في 10 أيار صهريج نفط تابعاً لـ"قسد" بالأسلحة الرشاشة في بلدة ذيبان.',
        'وفي عملية أخرى، استهدف عناصر التنظيم في 12 أيار آلية لـ"قسد" بالأسلحة الرشاشة في هجين، ما أسفر عن إصابة عنصرين.',
    ],
)
def test_items_of_an_announced_series_are_the_announcers_word(item: str) -> None:
    last = claims(_LEAD + item)[-1]
    assert (last.claimant.name_en, str(last.modality)) == ("ISIS", "claimed")


@pytest.mark.parametrize(
    "text",
    [
        'قتل تنظيم داعش عنصراً من قسد في بلدة الصور.\n\nواستهدف عناصر التنظيم في 12 أيار آلية لـ"قسد" في هجين.',
        _LEAD + 'وقال المرصد السوري لحقوق الإنسان إن دورية عراقية أصيبت.\n\nواستهدف عناصر التنظيم آلية لـ"قسد" في هجين.',
    ],
)
def test_without_an_announced_series_or_past_another_voice_the_outlet_tells(text: str) -> None:
    assert claims(text)[-1].claimant.name_en != "ISIS"


@pytest.mark.parametrize(
    ("text", "who", "where"),
    [
        ("دخل رتل عسكري تركي مؤلف من 30 آلية إلى إدلب.", "Turkish armed forces", "Idlib"),
        ("وصلت تعزيزات عسكرية لقسد إلى بلدة الصور قادمة من الحسكة.", "SDF", "Al-Suwar"),
        ("دفعت قوات النظام بتعزيزات إلى محور سراقب.", "Syrian regime forces", "Saraqib"),
    ],
)
def test_a_column_is_placed_where_it_goes(text: str, who: str, where: str) -> None:
    c = one(text)
    assert (str(c.event_type), sides(c)[0]) == ("strategic_development", who)
    assert c.place is not None
    assert c.place.name_en == where


@pytest.mark.parametrize(
    "text",
    [
        "وفي 24 نيسان، أعلنت قيادة شرطة كركوك اعتقال ثلاثة من عناصر داعش في قضاء الحويجة.",
        "ومطلع نيسان، أعلنت قوات التحالف الدولي عن تفكيك خليتين لتنظيم داعش في ريف الرقة الشرقي.",
        "في 24 نيسان تبنى تنظيم داعش اغتيال شرطي في بعقوبة.",
    ],
)
def test_the_day_at_the_head_of_an_announcement_is_not_the_events(text: str) -> None:
    assert one(text).date_start is None


@pytest.mark.parametrize(
    "text",
    [
        "في 24 نيسان أعلنت قيادة شرطة كركوك أن قوة منها اعتقلت في 23 نيسان ثلاثة من عناصر داعش في الحويجة.",
        "في 24 نيسان اعتقلت قيادة شرطة كركوك ثلاثة من عناصر داعش في الحويجة.",
        "وفي 24 نيسان أعلنت وزارة الدفاع التركية إطلاق عملية عسكرية ضد حزب العمال الكردستاني شمالي العراق.",
    ],
)
def test_the_day_of_the_event_or_of_a_launch_stands(text: str) -> None:
    assert one(text).date_start is not None


@pytest.mark.parametrize(
    ("text", "who", "whom"),
    [
        ("أكد ناشطون اعتقال قوات النظام أربعة شبان في دوما.", "Syrian regime forces", "civilians"),
        ("اعتقال قوات النظام لشابين في الغوطة", "Syrian regime forces", "civilians"),
        ("أكدت مصادر محلية اعتقال الدعم السريع عشرة مدنيين في الجنينة.", "RSF", "civilians"),
        ("أفادت شبكات محلية بخطف مسلحين ثلاثة تجار في إزرع.", "unknown gunmen", "civilians"),
        ("اعتقال قيادي في قسد بالرقة", None, "SDF"),
        ("القبض على ثلاثة من عناصر داعش في بيجي", None, "ISIS"),
        ("أعلن الجيش الأميركي أنه شن غارة قتلت قيادياً في داعش شمالي سوريا.", "US forces", "ISIS"),
        ("قال الحوثيون إن غارة أمريكية قتلت ثلاثة مدنيين في صعدة.", "US forces", "civilians"),
    ],
)
def test_the_party_behind_a_noun_of_taking_is_its_subject_when_it_takes_another(text: str, who: str | None, whom: str) -> None:
    assert sides(one(text)) == (who, whom)


def test_who_says_that_a_raid_hit_him_flew_none() -> None:
    assert str(one("قالت قسد إن غارة قتلت ثلاثة من عناصرها في عين عيسى.").event_type) == "airstrike"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("اقتحم متظاهرون مبنى البرلمان في بغداد.", "residents"),
        ("أحرق محتجون مقراً حزبياً في السليمانية.", "residents"),
    ],
)
def test_protesters_who_storm_stay_protesters(text: str, who: str) -> None:
    assert sides(one(text))[0] == who


def test_forces_that_beat_an_attack_back_are_not_those_told_to_have_made_it() -> None:
    text = "أصيب خمسة من القوات الحكومية بهجوم شنته جماعة الحوثي في الضالع.\nوأضاف المصدر أن القوات تصدت للهجوم وكبدت المهاجمين خسائر."
    assert sides(claims(text)[0]) == ("Houthis", "Yemeni government forces")


def test_before_his_home_one_is_shot_and_no_post_attacked() -> None:
    c = one("قُتل محمود البردان بإطلاق نار نفذه مجهولون أمام منزله في مدينة جاسم.")
    assert (str(c.event_type), *sides(c)) == ("assassination", "unknown gunmen", "civilians")
