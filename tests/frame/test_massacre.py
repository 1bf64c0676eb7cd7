"""A massacre takes its type from its means and its dead from the words of the toll; it is no second event beside them."""

import pytest
from frame_text import low_high, one


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("ارتكبت قوات الدعم السريع مجزرة في مدينة الفاشر بعد قصفها سوقاً مكتظة، ما أسفر عن مقتل 24 شخصاً.", "shelling"),
        ("قصفت قوات الدعم السريع مدينة الفاشر بالمدفعية، مرتكبة مجزرة راح ضحيتها 24 مدنياً.", "shelling"),
        ("ارتكبت قوات الدعم السريع مجزرة في مدينة الأبيض راح ضحيتها 24 مدنياً.", "execution"),
        (
            "قُتل 24 شخصاً في هجوم لقوات الدعم السريع على مدينة الفاشر. وقالت شبكة أطباء السودان إن القوات ارتكبت مجزرة بحق المدنيين.",
            "attack",
        ),
    ],
)
def test_one_event_of_its_means(text: str, kind: str) -> None:
    c = one(text)
    assert (str(c.event_type), low_high(c.fatalities), c.perpetrator and c.perpetrator.name_en) == (kind, (24, 24), "RSF")
