"""Dead counted with a place each are an event at each place; a strike told before lends them its kind."""

from __future__ import annotations

import pytest
from frame_text import claims

_BY_PLACE = {"سراقب": 5, "أرنبة": 3}


@pytest.mark.parametrize(
    "text",
    [
        "قُتل خمسة مدنيين في سراقب وثلاثة آخرون في أرنبة جراء غارات روسية أمس.",
        "أدت الغارات الروسية أمس إلى مقتل خمسة مدنيين في مدينة سراقب وثلاثة آخرين في بلدة أرنبة.",
        "قُتل ثمانية مدنيين أمس في غارات روسية على محافظة إدلب. وقال المرصد إن خمسة مدنيين قُتلوا في مدينة سراقب وثلاثة آخرين في بلدة أرنبة.",
        "قُتل ثمانية أمس في غارات روسية، مشيراً إلى مقتل خمسة من عائلة واحدة بينهم ثلاثة أطفال في سراقب وثلاثة آخرين بينهم طفلان في بلدة أرنبة.",
        "قُتل ثمانية مدنيين أمس في غارات روسية على محافظة إدلب، وفق المرصد الذي أشار إلى مقتل خمسة في سراقب وثلاثة في أرنبة.",
    ],
)
def test_an_event_at_each_place(text: str) -> None:
    told = claims(text)
    assert {c.place.name_ar: c.fatalities.best for c in told if c.place and c.fatalities} == _BY_PLACE
    assert [c.event_type.value for c in told] == ["airstrike", "airstrike"]


@pytest.mark.parametrize(
    "text",
    [
        "قُتل خمسة مدنيين وثلاثة جنود أمس في غارة على سوق في سراقب.",
        "قُتل خمسة مدنيين أمس في غارة على سراقب ونُقل ثلاثة آخرون إلى مشفى في إدلب.",
    ],
)
def test_one_place_is_one_event(text: str) -> None:
    assert len(claims(text)) == 1
