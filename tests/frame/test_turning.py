"""A clause that turns to another matter has its own toll and place."""

import pytest
from frame_text import claims, low_high


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "تجددت الاشتباكات في مدينة سبها صباح أمس، فيما قُتل رجلان وأُصيب سبعة جراء غارات بالمسيّرات على مواقع في مدينة الزاوية.",
            "مدينة الزاوية",
        ),
        ("قُتل سبعة من عناصر الحوثيين، الأحد، في محافظة تعز، فيما أحبطت قوات الجيش هجوماً للحوثيين في مأرب.", "محافظة تعز"),
    ],
)
def test_the_toll_goes_with_its_own_place(text: str, place: str) -> None:
    told = [c for c in claims(text) if c.fatalities]
    assert len(claims(text)) == 2
    assert [(c.place and c.place.text, bool(low_high(c.fatalities))) for c in told] == [(place, True)]


def test_the_same_event_goes_on() -> None:
    assert len(claims("شن مسلحون هجوماً على نقطة للجيش في مأرب، فيما قُتل جنديان وأصيب آخرون جراء الهجوم.")) == 1


def test_who_fights_elsewhere_did_not_shell() -> None:
    c = claims("قُتل 15 مدنياً أمس بقصف استهدف منازل في أم درمان، فيما تتواصل الاشتباكات بين الجيش السوداني وقوات الدعم السريع في دارفور.")[0]
    assert c.perpetrator is None
