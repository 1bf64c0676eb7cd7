"""Totals of a month or a week with their parts: by place, by side, by kind, and what is no part at all (codebook section 8)."""

from __future__ import annotations

import pytest
from frame_text import claims, low_high, sides

from waqai.model import Claim

DAY = "2024-10-06"  # a Sunday


def totals(text: str) -> list[Claim]:
    return [c for c in claims(text, DAY) if str(c.modality) == "aggregate"]


def at(found: list[Claim], place: str) -> Claim:
    (c,) = [c for c in found if c.place is not None and c.place.name_en == place]
    return c


def words(text: str, c: Claim) -> str:
    span = c.evidence["trigger"][0]
    return text[span.start : span.end]


def dead(c: Claim) -> tuple[int | None, int | None] | None:
    both = low_high(c.killed_or_injured)
    return low_high(c.fatalities) if both is None or both[1] is None else (1, both[1] - 1)


def test_every_place_of_a_row_has_its_share() -> None:
    text = (
        "كشف مركز حقوقي أن خلايا تنظيم داعش نفذت في شهر حزيران الماضي 22 هجوماً في شمال وشرق سوريا أسفرت عن مقتل 13 شخصاً. "
        "ووقع 18 هجوماً منها في دير الزور، وثلاثة في الرقة، وهجوم واحد في الحسكة."
    )
    found = totals(text)
    assert [c.place.name_en for c in found if c.place] == ["North and East Syria", "Deir ez-Zor", "Raqqa", "Hasakah"]
    assert [words(text, c) for c in found[1:]] == ["18 هجوماً منها في دير الزور", "وثلاثة في الرقة", "وهجوم واحد في الحسكة"]


def test_provinces_of_the_group_one_after_another() -> None:
    found = totals(
        "قال تنظيم داعش إنه نفذ خلال الأسبوع الماضي 28 عملية أوقعت 70 قتيلاً وجريحاً. "
        "وجاءت ولاية غرب إفريقيا في المقدمة بتسع عمليات أوقعت 31 قتيلاً وجريحاً، "
        "تلتها ولاية الشام بخمس عمليات خلفت ثمانية قتلى وجرحى، ثم العراق بثلاث عمليات."
    )
    assert [sides(c)[0] for c in found] == ["ISIS", "ISIS (West Africa Province)", "ISIS", "ISIS"]
    assert [dead(c) for c in found] == [(1, 69), (1, 30), (1, 7), None]
    assert [c.place.name_en for c in found[2:] if c.place] == ["Syria", "Iraq"]


def test_the_land_before_the_brackets_of_a_province() -> None:
    found = totals(
        "ادعى تنظيم داعش أن مقاتليه نفذوا خلال الأسبوع الماضي 31 عملية، خلّفت 97 شخصاً بين قتيل وجريح.\n"
        "• نيجيريا (ولاية غرب إفريقيا): 12 عملية، 41 قتيلاً وجريحاً.\n• العراق: 6 عمليات، 14 قتيلاً وجريحاً."
    )
    assert sides(at(found, "Nigeria")) == ("ISIS (West Africa Province)", None)


def test_what_was_done_in_the_operations_is_no_share_of_the_last_place() -> None:
    found = totals(
        "أعلنت قوات سوريا الديمقراطية أنها نفذت خلال شهر أيلول الماضي 17 عملية أمنية ضد خلايا تنظيم داعش في دير الزور والحسكة، "
        "ألقت خلالها القبض على 29 عنصراً وقتلت ثلاثة. وبلغ عدد العمليات في دير الزور 11 عملية، بينما نفذت ست عمليات في الحسكة."
    )
    assert [(low_high(c.captured), low_high(c.fatalities)) for c in found] == [((29, 29), (3, 3)), (None, None), (None, None)]
    assert [c.place.name_en for c in found[1:] if c.place] == ["Deir ez-Zor", "Hasakah"]


@pytest.mark.parametrize(
    "text",
    [
        "نفذ تنظيم داعش 19 عملية في بادية حمص خلال أيار خلفت 40 قتيلاً، هم 33 من قوات النظام و5 مدنيين و2 من عناصر التنظيم.",
        "شن تنظيم داعش في أيار 12 هجوماً في بادية حمص، أوقعت 40 قتيلاً: 33 من قوات النظام و7 مدنيين.",
    ],
)
def test_most_of_the_dead_are_whom_they_hit(text: str) -> None:
    (c,) = totals(text)
    assert (sides(c), low_high(c.fatalities)) == (("ISIS", "Syrian regime forces"), (40, 40))


def test_dead_by_mixed_means_have_no_target() -> None:
    (c,) = totals("قُتل 40 شخصاً في بادية حمص خلال أيار، هم 33 من قوات النظام و7 من تنظيم داعش، وفق المرصد السوري لحقوق الإنسان.")
    assert sides(c) == (None, None)


def test_parts_of_a_period_are_of_that_period_and_others_of_the_same_doer() -> None:
    found = totals(
        "وثق المرصد السوري لحقوق الإنسان، اليوم الأحد، 22 هجوماً لتنظيم داعش في سوريا خلال النصف الأول من أيلول. "
        "كما سجل هجومين آخرين في حماة راح ضحيتهما ستة من قوات النظام."
    )
    assert [str(c.date_start) for c in found] == ["2024-09-01", "2024-09-01"]
    assert sides(found[1]) == ("ISIS", "Syrian regime forces")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("قالت الشبكة السورية لحقوق الإنسان إن 86 مدنياً قُتلوا في سوريا خلال تموز الماضي، مشيرة إلى أن 31 منهم قضوا بالألغام.", "attack"),
        ("قُتل 17 مدنياً في ريف حلب خلال شهر آذار، ستة منهم بقصف مدفعي وأربعة بانفجار عبوات.", "attack"),
        ("قال مكتب حقوقي إن 40 شخصاً قُتلوا في درعا خلال أيلول، 12 منهم بعمليات اغتيال وخمسة تحت التعذيب.", "attack"),
        ("قُتل 17 مدنياً بقصف مدفعي على ريف حلب خلال شهر آذار، ستة منهم أطفال.", "shelling"),
    ],
)
def test_how_some_of_them_died_is_not_how_all_did(text: str, kind: str) -> None:
    (c,) = totals(text)
    assert str(c.event_type) == kind


def test_some_of_the_dead_are_not_all_the_dead() -> None:
    (c,) = totals("أحصت شبكة محلية مقتل أحد عشر شخصاً وإصابة ستة في السويداء خلال أيلول، وقالت إن أربعة من القتلى سقطوا في جرائم جنائية.")
    assert (low_high(c.fatalities), low_high(c.injuries)) == ((11, 11), (6, 6))


def test_kinds_of_strikes_are_no_strikes_beside_them() -> None:
    found = totals(
        "صعّدت إسرائيل ضرباتها على الأراضي السورية بالتوازي مع حربها في لبنان، ونفذت منذ مطلع أيلول 18 استهدافاً، "
        "منها 15 ضربة جوية وثلاث برية، خلّفت 41 شخصاً بين قتيل وجريح. وتلقت دمشق سبعاً منها، وحمص خمساً، فيما كانت حصة درعا ضربتين."
    )
    assert dead(found[0]) == (1, 40)
    assert [c.place.name_en for c in found if c.place] == ["Syria", "Damascus", "Homs", "Daraa"]


def test_mines_that_kill_over_a_month() -> None:
    found = totals(
        "قُتل 12 مدنياً وأصيب 20 آخرون بانفجار ألغام في الحديدة خلال شهر أغسطس الماضي، وفق المرصد اليمني للألغام. "
        "وسجلت مديرية الدريهمي وحدها سبعة من القتلى."
    )
    assert [low_high(c.fatalities) for c in found] == [(12, 12), (7, 7)]
    assert not totals("قُتل أربعة مدنيين بانفجار لغم في ريف حماة خلال شباط الماضي.")


def test_the_greatest_share_stands_with_its_number() -> None:
    found = totals(
        "قال نادي الأسير الفلسطيني إن قوات الاحتلال اعتقلت 440 فلسطينياً من الضفة خلال شهر آب، وسُجلت أعلى نسبة في الخليل بـ 120 حالة."
    )
    assert [low_high(c.captured) for c in found] == [(440, 440), (120, 120)]
    assert found[0].place is None
    assert at(found, "Hebron") is found[1]


def test_charges_of_some_are_no_share_of_a_town() -> None:
    (c,) = totals("أعلنت وزارة الداخلية العراقية القبض على 212 مطلوباً خلال الأسبوع الماضي في بغداد والأنبار، 14 منهم بتهم الإرهاب.")
    assert low_high(c.captured) == (212, 212)


def test_attacks_on_each_side_and_where() -> None:
    found = totals(
        "تبنى تنظيم الدولة عبر وكالة أعماق 11 هجوماً في سوريا خلال الأسبوع الماضي، ستة منها ضد قسد في دير الزور "
        "وثلاثة ضد قوات النظام في بادية حمص."
    )
    assert sides(at(found, "Deir ez-Zor")) == ("ISIS", "SDF")
    assert sides(at(found, "Homs desert")) == ("ISIS", "Syrian regime forces")


def test_strikes_on_two_governorates_with_a_number_each() -> None:
    text = "نفذ الطيران التركي خلال الشهر الماضي 34 غارة على مواقع حزب العمال الكردستاني في دهوك وأربيل، بينها 28 غارة في دهوك و6 في أربيل."
    found = totals(text)
    assert [words(text, c) for c in found[1:]] == ["28 غارة في دهوك", "6 في أربيل"]


def test_killed_and_wounded_together_are_of_all_the_operations() -> None:
    (c,) = totals("قال التنظيم إنه نفذ الأسبوع الماضي 47 عملية أوقعت 112 بين قتيل وجريح، ودمرت وأعطبت 19 آلية.")
    assert dead(c) == (1, 111)


def test_what_the_operations_of_a_share_left_is_the_share_s() -> None:
    found = totals(
        "نفذت قسد خلال آب الماضي 24 عملية أمنية ضد خلايا داعش، عشر منها في الرقة أسفرت عن اعتقال 15 شخصاً ومقتل اثنين، "
        "و14 في الحسكة انتهت باعتقال 21."
    )
    assert [(low_high(c.captured), low_high(c.fatalities)) for c in found] == [(None, None), ((15, 15), (2, 2)), ((21, 21), None)]


def test_shares_of_operations_told_in_the_next_sentence() -> None:
    found = totals(
        "قالت القيادة المركزية الأميركية إن قواتها نفذت 36 عملية ضد تنظيم داعش في سوريا والعراق طوال شهر أيار الماضي، "
        "قُتل خلالها ثمانية من عناصر التنظيم واعتُقل 31 آخرون. وأوضح البيان أن 15 من هذه العمليات جرت في سوريا، "
        "وانتهت بمقتل اثنين واحتجاز 20 من عناصر التنظيم، أما العراق فشهد 21 عملية أدت إلى مقتل ستة وتوقيف 11."
    )
    assert [c.place.name_en for c in found if c.place] == ["Syria and Iraq", "Syria", "Iraq"]
    assert [(low_high(c.captured), low_high(c.fatalities)) for c in found] == [((31, 31), (8, 8)), ((20, 20), (2, 2)), ((11, 11), (6, 6))]


def test_dead_behind_a_comma_are_of_all_the_shares() -> None:
    found = totals("نفذت خلايا داعش سبع هجمات خلال الأسبوع المنصرم، أربع منها في ديالى وثلاث في كركوك، خلفت تسعة قتلى و13 جريحاً.")
    assert [low_high(c.fatalities) for c in found] == [(9, 9), None, None]


def test_a_count_is_of_the_month_its_report_is_of() -> None:
    (c,) = totals("وكانت القيادة المركزية قد أعلنت في حصيلة شهر نيسان تنفيذ 29 عملية في سوريا أسفرت عن مقتل عشرة واعتقال 24.")
    assert (str(c.date_start), low_high(c.fatalities), low_high(c.captured)) == ("2024-04-01", (10, 10), (24, 24))


@pytest.mark.parametrize(
    "event",
    [
        'وفي كركوك، ذكرت خلية الإعلام الأمني أن "عبوة ناسفة انفجرت على دورية للشرطة الاتحادية في داقوق، ما أدى إلى إصابة ثلاثة منتسبين".',
        "وأعلن جهاز الأمن الوطني إلقاء القبض على ثلاثة من عناصر داعش في مدينة بيجي.",
        "وقالت مصادر أمنية إن طائرات عراقية وجهت ضربة إلى وكر للتنظيم في جبال حمرين قُتل فيها أربعة إرهابيين.",
    ],
)
def test_what_happened_once_is_no_part_of_the_week_s_total(event: str) -> None:
    text = "أحصت السومرية نيوز سبع هجمات نفذتها خلايا تنظيم داعش خلال الأسبوع المنصرم، أربع منها في ديالى وثلاث في كركوك.\n" + event
    assert str(claims(text, DAY)[-1].modality) != "aggregate"
