"""A later sentence says more exactly where, or what kind of event, the one told before was."""

from __future__ import annotations

import pytest
from frame_text import claims, one


@pytest.mark.parametrize(
    ("text", "where"),
    [
        (
            "انفجرت سيارة مفخخة، أمس، في مدينة جرمانا وقتلت سبعة أشخاص.\nوقال التلفزيون إن إرهابيين فجروا السيارة في ساحة السيوف.",
            "ساحة السيوف",
        ),
        ("قتل مسلحون أربعة رعاة في بادية معدان.\nوقال سكان إن الحادثة وقعت جنوب قرية الغانم العلي.", "الغانم العلي"),
        ("استهدف هجوم حاجزاً للجيش في ريف درعا الشرقي.\nوأوضحت مصادر محلية أن الهجوم وقع قرب بلدة المسيفرة.", "المسيفرة"),
        ("هاجم مسلحون دورية للشرطة في مدينة درعا وقتلوا اثنين.\nووقع الهجوم في حي الكفاءات، بحسب شهود.", "حي الكفاءات"),
        (
            "قالت مصادر محلية إن انفجاراً عنيفاً هز مدينة درعا.\nوأوضحت أن عبوة ناسفة انفجرت في دوار الساعة وقتلت شرطياً.",
            "دوار الساعة",
        ),
        ("هاجم مسلحون دورية للشرطة في محافظة ديالى.\nوبحسب المصدر، جرى الهجوم في ناحية العظيم.", "العظيم"),
    ],
)
def test_the_finer_place_of_a_sentence_that_goes_back_to_the_event(text: str, where: str) -> None:
    c = one(text)
    assert c.place is not None
    assert c.place.name_ar == where


@pytest.mark.parametrize(
    "text",
    [
        "قتل مسلحون راعياً في ريف حمص الشرقي.\nوقال وزير في تدمر إن الحادثة لن تمر.",
        "قتل مسلحون راعياً في ريف حمص الشرقي.\nوكانت المنطقة مسرحاً لحوادث مماثلة قرب تدمر.",
    ],
)
def test_a_place_of_speaking_or_of_other_events_does_not_move_it(text: str) -> None:
    first = claims(text)[0]
    assert first.place is not None
    assert first.place.name_ar == "ريف حمص الشرقي"


@pytest.mark.parametrize(
    "text",
    [
        "فجّر انتحاري نفسه عند مسجد في مدينة كركوك وقتل خمسة أشخاص.\nوهو أول هجوم من نوعه في المدينة منذ عام.",
        "قصفت مدفعية النظام بلدة بنش وأصيب طفلان.\nويعد هذا أعنف قصف على البلدة منذ شهر.",
    ],
)
def test_what_the_event_is_said_to_be_is_no_event_of_its_own(text: str) -> None:
    one(text)


def test_another_blast_stays_apart() -> None:
    text = "قالت مصادر إن انفجاراً هز مدينة درعا وقتل رجلاً.\nوأضافت أن عبوة ناسفة أخرى انفجرت في دوار الساعة وقتلت شرطيين."
    assert len(claims(text)) == 2


def test_where_the_guns_stand_is_not_where_they_hit() -> None:
    c = one("استهدف قصف مدفعي بلدة سرمين. مصدر القصف قوات النظام المتمركزة في سراقب. وأصيب طفلان.")
    assert (c.perpetrator and c.perpetrator.name_en, c.place and c.place.name_en) == ("Syrian regime forces", "Sarmin")
