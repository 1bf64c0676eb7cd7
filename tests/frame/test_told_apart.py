"""Leads and totals whose events are told one by one, and parts of a total that are counted once."""

from __future__ import annotations

import pytest
from frame_text import claims, one


def kinds(text: str) -> list[tuple[str, str | None]]:
    return [(str(c.kind), c.place.name_ar if c.place else None) for c in claims(text) if str(c.kind) != "statement"]


@pytest.mark.parametrize(
    "text",
    [
        "توغلت قوات إسرائيلية، اليوم، في عدد من قرى القنيطرة. ودخلت قوة قرية صيدا الحانوت ونصبت حاجزاً فيها."
        " كما دخلت سيارات عسكرية قرية عين القاضي وفتشت منازل.",
        "شنت قوات النظام حملة اعتقالات في مدن وبلدات بريف درعا. وفي نوى اعتقلت ثلاثة شبان، وفي جاسم أوقفت أربعة مدنيين.",
        "أعلنت القيادة المركزية الأمريكية مقتل 12 مسلحاً في ضربتين بسوريا خلال أيار الجاري."
        " ففي الثاني من أيار قتلت غارة أربعة مسلحين في الباب. وفي التاسع من أيار قتلت غارة ثمانية مسلحين في أطمة.",
    ],
)
def test_a_lead_whose_events_are_told_one_by_one_is_no_claim(text: str) -> None:
    assert [k for k, _ in kinds(text)] == ["event", "event"]


def test_a_total_greater_than_what_is_told_stays() -> None:
    text = (
        "قال الدفاع المدني إن فرقه استجابت خلال نيسان الماضي لـ 40 هجوماً على ريف إدلب خلّفت ثلاثة قتلى."
        " وقُتل مدني بقصف مدفعي على قرية البارة في 18 نيسان، وقُتل مدنيان بقصف على قرية كنصفرة في 22 نيسان."
    )
    assert [k for k, _ in kinds(text)] == ["tally", "event", "event"]


def test_a_part_counted_in_full_is_one_tally() -> None:
    text = (
        "أحصى المرصد 143 عملية للتنظيم في مناطق الإدارة الذاتية منذ بداية عام 2024 أوقعت 60 قتيلاً."
        " وكان لدير الزور منها 118 عملية قُتل فيها 39 شخصاً وأصيب 33 آخرون."
    )
    assert [k for k, _ in kinds(text)] == ["tally", "tally"]


def test_an_outcome_joined_to_a_total_is_the_totals() -> None:
    c = one("في الربع الأول من عام 2024 نفّذنا 94 عملية ضد تنظيم داعش في العراق، قُتل فيها 18 عنصراً واحتُجز 63.")
    assert (c.fatalities.low if c.fatalities else None, c.captured.low if c.captured else None) == (18, 63)


@pytest.mark.parametrize(
    "text",
    [
        "تعرضت نقاط الجيش غربي السويداء، مساء أمس، لعدة هجمات بقذائف الهاون.",
        "استشهد 18 مدنياً وجرح ثلاثة، إصاباتهم خطرة، بانفجار لغمين بسيارتين في محيط السلمية.",
    ],
)
def test_several_attacks_on_one_day_are_one_event(text: str) -> None:
    assert str(one(text).kind) == "event"


@pytest.mark.parametrize(
    "text",
    [
        "سلب مسلحون سيارة مواطن على طريق الرقة - الطبقة اليوم. واحتجز المسلحون السائق ساعات ثم تركوه في العراء.",
        "هاجم مسلحون نقطة حراسة في منطقة الشيحا، حيث قُتل أحد الحراس وجُرح ثلاثة آخرون واختُطف رابع.",
    ],
)
def test_who_is_held_in_a_robbery_or_taken_in_an_attack_is_of_it(text: str) -> None:
    assert len(kinds(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "نهب مسلحون صيدلية في زالنجي أمس. وفي نيالا، خطف مسلحون طبيباً من منزله صباح اليوم.",
        "هاجم مسلحون نقطة للجيش قرب الشدادي أمس وقتلوا جندياً. وفي الهول خطف مسلحون ثلاثة رعاة.",
    ],
)
def test_who_is_taken_elsewhere_is_another_event(text: str) -> None:
    assert len(kinds(text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "وفي أيار 2021، خطف التنظيم 17 راعياً في ريف حماة الشرقي.",
        "في آب 2022 فتح مختصون مقبرة جماعية في تكريت ورفعوا منها رفات 26 شخصاً.",
        "قُتل أربعة أشخاص في غارات روسية على قرية شنان ليل الأحد - الاثنين.",
        "نفذت طائرات حربية روسية، أمس، 25 غارة على مواقع للتنظيم في بادية الرصافة.",
    ],
)
def test_one_act_of_a_month_or_a_night_is_an_event(text: str) -> None:
    assert [k for k, _ in kinds(text)] == ["event"]


@pytest.mark.parametrize("turn", ["في حين", "فيما", "بينما"])
@pytest.mark.parametrize("then", ["هدمت جرافة منزلا في بلدة حولا", "ألقت مسيرة قنبلة على بلدة حولا", "أحرق مسلحون سيارة في بلدة حولا"])
def test_fi_hina_goes_over_to_another_place(turn: str, then: str) -> None:
    told = claims(f"قتل مدنيان بقصف مدفعي على بلدة الخيام، {turn} {then}.")
    assert [c.place.name_en for c in told if c.place is not None] == ["Khiam", "Houla"]
