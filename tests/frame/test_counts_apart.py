"""Counts of a period told together, counts by two tellers, people held here and killed there, and bodies known already."""

from __future__ import annotations

import pytest
from frame_text import claims, low_high, one


@pytest.mark.parametrize(
    "text",
    [
        "وثق المكتب مقتل 52 شخصاً بينهم أطفال، واعتقال 15 شخصاً خلال شهر تموز الماضي في درعا.",
        "وثق المكتب مقتل 52 شخصاً واعتقال 15 خلال شهر تموز الماضي في درعا.",
        "وثقت الشبكة السورية لحقوق الإنسان مقتل 52 مدنياً، واعتقال 15 آخرين، في سوريا خلال شهر أيلول الماضي.",
    ],
)
def test_the_dead_and_the_held_of_a_month(text: str) -> None:
    dead, held = claims(text)
    assert (dead.event_type.value, low_high(dead.fatalities), dead.captured) == ("attack", (52, 52), None)
    assert (held.event_type.value, held.fatalities, low_high(held.captured)) == ("arrest", None, (15, 15))
    assert dead.modality.value == held.modality.value == "aggregate"
    assert (dead.date_start, dead.date_end) == (held.date_start, held.date_end)


def test_the_dead_and_the_held_of_one_operation() -> None:
    claim = one("أعلن الجيش العراقي مقتل ثلاثة مسلحين واعتقال أربعة أمس في الموصل.")
    assert (low_high(claim.fatalities), low_high(claim.captured)) == ((3, 3), (4, 4))


def test_held_here_and_killed_there() -> None:
    told = claims("أعلنت وزارة الدفاع العراقية اعتقال قيادي بداعش في ضواحي بغداد أمس، ومقتل أحد عناصره وإصابة آخر بمحافظة كركوك.")
    assert [(c.event_type.value, low_high(c.fatalities)) for c in told] == [("arrest", None), ("attack", (1, 1))]


@pytest.mark.parametrize(
    "text",
    [
        "إن ما لا يقل عن مئتين واثني عشر شخصاً في سوريا تعرضوا للاحتجاز التعسفي خلال الشهر الماضي، بينهم اثنا عشر طفلاً وسبع نساء.",
        "تعرض 212 شخصاً على الأقل في سوريا للاحتجاز التعسفي خلال الشهر الماضي.",
    ],
)
def test_those_who_underwent_it(text: str) -> None:
    assert low_high(one(text).captured) == (212, None)


def test_things_that_underwent_it() -> None:
    assert one("تعرضت ثلاث سيارات للسرقة في حمص أمس.").captured is None


@pytest.mark.parametrize(
    ("text", "dead", "hurt"),
    [
        ("بلغ عدد القتلى نحو 37 شخصاً، بينهم طفلان، إضافة إلى 10 قتلى من العشائر أمس في السويداء.", (37, 37), None),
        ("بلغ عدد القتلى 37، إضافة إلى 10 جرحى أمس في السويداء.", (37, 37), (10, 10)),
        ("ارتفع عدد القتلى إلى 41 إضافة إلى 60 جريحاً في قصف أمس على سوق درعا.", (41, 41), (60, 60)),
    ],
)
def test_what_comes_on_top(text: str, dead: tuple[int, int], hurt: tuple[int, int] | None) -> None:
    claim = one(text)
    assert (low_high(claim.fatalities), low_high(claim.injuries)) == (dead, hurt)


@pytest.mark.parametrize(
    "text",
    [
        "انفجرت سيارة مفخخة أمس في الموصل وأوقعت مدنيين. وتضاربت الروايات حول الحصيلة، إذ أفادت الشرطة بسقوط 5 قتلى، فيما قال مصدر طبي إن حصيلة التفجير بلغت 21 قتيلاً.",
        "انفجرت سيارة مفخخة أمس في الموصل. تضاربت الأنباء، إذ أفادت الشرطة بسقوط 5 قتلى، فيما قال مصدر طبي إن حصيلة التفجير بلغت 21 قتيلاً.",
    ],
)
def test_two_tellers_two_counts(text: str) -> None:
    assert {(c.claimant.name_en if c.claimant else None, low_high(c.fatalities)) for c in claims(text)} == {
        ("Iraqi police", (5, 5)),
        ("medical source", (21, 21)),
    }


def test_novels_tell_of_no_event() -> None:
    assert not claims("صدرت الروايات الفائزة بالجائزة وتدور إحدى الروايات حول هجوم على الموصل قُتل فيه خمسة جنود.")


@pytest.mark.parametrize(
    "text",
    [
        "قُتل طفل أمس بانفجار لغم في بلدة بكسريا. وأفاد الدفاع المدني بأن فرقه قامت بانتشال جثمان الطفل وتسليمه إلى ذويه.",
        "قُتل طفل أمس بانفجار لغم في بلدة بكسريا. وأضاف أن فرق الطوارئ انتشلت جثمانه.",
    ],
)
def test_the_body_of_whom_was_told(text: str) -> None:
    assert one(text).event_type.value == "ied"


def test_the_body_of_another() -> None:
    told = claims("قُتل رجل أمس بقصف على سرمين. وعثر الأهالي على جثة شاب في أطراف البلدة.")
    assert [c.event_type.value for c in told] == ["shelling", "other"]


def test_nobody_knows_who_they_were() -> None:
    target = one("انتشلت الفرق أمس جثث ثلاثة مجهولين من بئر في كفريا.").target
    assert target is not None
    assert target.name_en == "civilians"


def test_what_sparked_a_fight_is_no_explosion() -> None:
    told = claims("نفّذ مسلحون دروز هجوماً أمس في حي المقوس بمدينة السويداء ما فجّر اشتباكات عنيفة.")
    assert all(c.event_type.value != "ied" for c in told)


def test_villages_behind_a_colon() -> None:
    ref = one("استعاد الجيش السوداني أمس السيطرة على بلدات: كازقيل، والحمادي.").place
    assert ref is not None
    assert ref.name_ar == "كازقيل"


def test_who_only_tells_of_a_fight_was_not_in_it() -> None:
    told = claims("قال معاون قائد الأمن الداخلي في السويداء إن الاشتباكات بدأت أمس بعد حادثة سلب استهدفت سائق شاحنة.", "2025-07-15")
    (clash,) = [c for c in told if c.event_type.value == "armed_clash"]
    assert clash.perpetrator is None
