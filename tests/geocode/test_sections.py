"""Sections of a report: which place the lines are told of."""

from __future__ import annotations

import pytest

from waqai.annotate.place import annotate_places
from waqai.geocode import resolve_places
from waqai.model import PlaceRef, Report, Sentence, Span, Text
from waqai.normalise import tokenize


def _ref(raw: str, name: str) -> PlaceRef:
    tokens = tokenize(raw)
    text = Text(Report("t", raw, "0"), tokens, (Sentence(0, 0, len(tokens), Span(0, len(raw)), 0, "body"),))
    return next(m.ref for m in resolve_places(text, annotate_places(text)) if m.ref is not None and m.ref.name_ar == name)


@pytest.mark.parametrize(
    ("raw", "name", "admin1"),
    [
        ("صحيفة\n\nولاية الشام\nالخير: هجوم.\nولاية العراق\nديالى: قصف على قرية (البو مهيري).", "البو مهيري", "Diyala"),
        ("الحصاد\n#درعا\nقتيل في تسيل.\n#حلب\nلغم في قرية أم حوش بالريف الشمالي.", "أم حوش", "Aleppo"),
        ("هجوم في تعز.\nوإلى مأرب، حيث سقط صاروخ على حي الروضة شمالي المدينة.", "حي الروضة", "Marib"),
        ("توقيف في أربيل.\nوفي صلاح الدين، قتل ثلاثة جنود.", "صلاح الدين", "Salah al-Din"),
        ("قتيل في بغداد.\nأما في ديالى، فقتل جندي في قرية البو مهيري.\nوفي كركوك هدوء.", "البو مهيري", "Diyala"),
        # no section: the governorate only stands in the sentence
        ("قال ناشطون إن أهالي ديالى خرجوا.\nقصف على قرية البو مهيري بمحافظة كركوك.", "البو مهيري", "Kirkuk"),
    ],
)
def test_a_name_without_a_point_lies_where_its_section_is_told_of(raw: str, name: str, admin1: str) -> None:
    assert _ref(raw, name).admin1 == admin1


def test_a_town_the_text_calls_a_city_is_one() -> None:
    assert _ref("هجوم على مدينة الشحيل", "الشحيل").level.value == "city"


def test_another_checkpoint_of_that_name_is_meant() -> None:
    assert _ref("قتل عند حاجز البانوراما عند المدخل الجنوبي للحسكة", "حاجز البانوراما").admin1 == "Hasakah"


def test_a_hamlet_of_another_country_is_not_meant() -> None:
    assert _ref("هاجموا سوقاً في قرية كوسا في ولاية تيلابيري غربي النيجر", "كوسا").country == "NE"
