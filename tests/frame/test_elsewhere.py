"""Places and dates a text names that are not the event's: paraphrases and the sentences in which they are."""

from __future__ import annotations

import pytest
from frame_text import claims, one


def _place(text: str) -> str | None:
    c = one(text)
    return c.place.name_ar if c.place else None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        # who speaks from there
        ("قُتل ثلاثة مدنيين في قصف مدفعي على بلدة سرمين، وفق مراسلنا في دمشق.", "سرمين"),
        ("قال مراسل الوكالة في حلب إن عبوة ناسفة انفجرت في مدينة الباب وقتلت مدنياً.", "الباب"),
        # the capital is the government
        ("قالت بغداد إن عبوة ناسفة انفجرت في الرطبة وقتلت ثلاثة جنود.", "الرطبة"),
        # hospitals on the way
        ("أصيب طفلان بانفجار لغم في بلدة السخنة ونُقلا إلى مشفى تدمر الوطني.", "السخنة"),
        ("انفجرت عبوة ناسفة في بلدة ذيبان، واستقبل مستشفى الكسرة خمسة جرحى.", "ذيبان"),
        # where the shot came from
        ("سقطت قذائف أطلقت من محيط تل رفعت على مدينة أعزاز فقُتل مدنيان.", "أعزاز"),
        # what is stormed, with a day between
        ("اقتحم مسلحون في 14 نوفمبر مستشفى غريان المركزي.", "مستشفى غريان المركزي"),
        ("هاجم مسلحون ليل أمس مستشفى زليتن التعليمي فقُتل حارس.", "مستشفى زليتن التعليمي"),
        ("قال مصدر محلي في صعدة إن المدفعية قصفت مديرية شدا الحدودية وقتلت مواطناً.", "شدا"),
        ("قال ناشطون في درعا إن قصفاً مدفعياً استهدف بلدة طفس ليلاً.", "طفس"),
        # where those who shoot stand, and where those who were hit had come from
        ("قُتلت طفلة برصاصة أطلقها قناص يتموضع في تبة الصالحين، في حي الروضة شمالي مدينة تعز.", "حي الروضة"),
        ("قال ذوو القتيلين، وهما من نازحي ريف إدلب، إن العناصر أطلقوا النار عليهما في قرية الشيوخ.", "الشيوخ"),
        ("قُتلت امرأة من مهجري تل رفعت برصاص حرس الحدود قرب قرية حتيا.", "حتيا"),
        # sites known by their use stand for their town
        ("سقط صاروخ على سوق الخضار في مدينة سلقين، ما أدى إلى مقتل أربعة مدنيين.", "سلقين"),
        ("قُتل مدني بقذيفة سقطت على مبنى المحافظة في مدينة إدلب.", "إدلب"),
        # what holds the place
        ("انفجر لغم في قرية العزيزية بريف حماة الغربي، فقُتل راعٍ.", "العزيزية"),
        ("قُتل جندي برصاص مسلحين في بلدة الشحيل شرقي دير الزور.", "الشحيل"),
        # where somebody was taken
        ("خطف مجهولون تاجراً من قرية الزر في ريف دير الزور الشرقي.", "الزر"),
        ("ففي الخليل، اعتقلت قوات الاحتلال ثمانية شبان من بلدة بيت أمر.", "بيت أمر"),
        ("وفي نابلس اعتقلت قوات الاحتلال أربعة من مخيم بلاطة بينهم أسير محرر.", "مخيم بلاطة"),
        ("اعتقل الجيش في مدينة درعا ثلاثة من أبناء بلدة نصيب.", "درعا"),
        ("اعتقلت الشرطة في دمشق رجلاً من السويداء.", "دمشق"),
        # a part of a place is in it
        ("استهدفت مسيّرة سيارة في الشارع الرئيسي لبلدة تول (قضاء النبطية) فقُتل سائقها.", "تول"),
        ("أحبطت قوات الأسايش محاولة فرار عائلات من تنظيم الدولة عند البوابة الشمالية لمخيم الهول.", "مخيم الهول"),
        ("ألقى مجهولون قنبلة عند مدخل بلدة الصور فأصيب طفل.", "الصور"),
    ],
)
def test_the_place_of_the_event_among_others(text: str, place: str) -> None:
    assert _place(text) == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("قصفت طائرات حربية مستشفى الأتارب، ما أدى إلى مقتل ممرضين.", "مستشفى الأتارب"),
        ("انفجرت عبوة ناسفة داخل مستشفى الشفاء وأصابت طبيبين.", "مستشفى الشفاء"),
        ("هاجم مسلحون مقر الأمن العسكري وقتلوا حارسين.", "مقر الأمن العسكري"),
        ("اغتيل مدرس برصاص مجهولين في حي الضاحية بمدينة درعا.", "حي الضاحية"),
        ("استهدفت مسيّرة القصر الجمهوري في الخرطوم.", "القصر الجمهوري"),
        ("قُتل عامل بانفجار قنبلة في سوق الحسبة بمدينة السويداء.", "سوق الحسبة"),
        ("خطف مسلحون أربعة رعاة من قرية باركي بمنطقة سابون بيرني في ولاية سوكوتو.", "باركي"),
    ],
)
def test_a_site_is_the_place_when_the_words_aim_at_it(text: str, place: str) -> None:
    assert _place(text) == place


def test_a_place_is_kept_when_nothing_better_is_said() -> None:
    assert _place("قال مصدر أمني في محافظة ديالى إن ثلاثة جنود قُتلوا برصاص مسلحين.") == "ديالى"


def _dates(text: str) -> list[str | None]:
    return [str(c.date_start) if c.date_start else None for c in claims(text)]


@pytest.mark.parametrize(
    "text",
    [
        "قالت قوات سوريا الديمقراطية، الثلاثاء، إنها قتلت قيادياً في تنظيم الدولة في بلدة الشحيل.",
        "أعلنت الوزارة، أمس، أن قواتها داهمت مخبأ لتنظيم الدولة في بلدة الصور.",
    ],
)
def test_the_day_of_a_statement_is_not_that_of_the_event(text: str) -> None:
    assert set(_dates(text)) == {None}


def test_a_day_within_the_statement_is_that_of_the_event() -> None:
    assert _dates("قالت قوى الأمن الداخلي إن دورياتها اعتقلت، الثلاثاء، خمسة مشتبهين في بلدة الصور.") == ["2024-05-14"]


def test_another_story_does_not_take_the_day_of_the_one_before() -> None:
    text = "قُتل مدنيان بقصف مدفعي على بلدة سرمين أمس الثلاثاء.\n\nإلى ذلك، ألقت مروحيات النظام برميلاً متفجراً على مدينة معرة النعمان."
    assert _dates(text) == ["2024-05-14", None]


def test_the_events_of_a_lead_that_announces_several_have_its_day() -> None:
    text = (
        "قُتل 12 شخصاً على الأقل في سلسلة هجمات متفرقة ضربت العراق أمس الثلاثاء.\n\n"
        "ففي الحلة انفجرت سيارة مفخخة وقتلت خمسة.\n\nوفي الموصل اغتال مجهولون ضابطاً في الشرطة بأسلحة كاتمة."
    )
    assert {"2024-05-14"} == {d for d in _dates(text) if d}


def test_the_day_a_report_was_filed_is_not_that_of_the_event() -> None:
    assert _dates("الأبيض 15 مايو 2024 – حصدت قذائف سقطت على حي طيبة، عصر الثلاثاء، أرواح تسعة مدنيين.") == ["2024-05-14"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("قال الجيش إنه قتل عشرة مسلحين في خان يونس، وإن جندياً قتل في معركة في شمال القطاع.", ["خان يونس", "شمال القطاع"]),
        ("قصفت المدفعية بلدة كفريا، وقُتل جندي في اشتباكات في جبل الزاوية.", ["كفريا", "جبل الزاوية"]),
    ],
)
def test_the_place_behind_the_word_of_an_event_is_its_own(text: str, places: list[str]) -> None:
    assert [c.place.name_ar for c in claims(text) if c.place] == places


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("حصاد الأسبوع\n- ولاية العراق: 17 عملية، سقط فيها 14 قتيلاً.\n- ولاية سيناء: عمليتان، سقط فيهما ثلاثة قتلى.", "سيناء"),
    ],
)
def test_the_head_of_an_item_is_where(text: str, place: str) -> None:
    found = claims(text)[-1].place
    assert found is not None
    assert found.name_ar == place
