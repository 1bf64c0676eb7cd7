"""Victims named one by one are counted; names of those who speak or are told of elsewhere are not."""

from __future__ import annotations

import pytest
from frame_text import claims, low_high

ROWS = [
    ("كلاً من: سعيد حمدان، وفادي منصور، وطارق الأسعد", 3),
    ("الشابين سعيد حمدان وفادي منصور", 2),
    ("الشاب سعيد حمدان، والطفل فادي منصور", 2),
    ("الشقيقين سعيد ومحمود حمدان، والشاب فادي منصور", 3),
    ("الأسير المحرر سعيد حمدان، والشاب فادي منصور، والشاب طارق الأسعد", 3),
    ("الشبان: سعيد حمدان، فادي منصور، طارق الأسعد، محمود علي", 4),
    ("المواطن سعيد حمدان، وزوجته، ونجله محمود", 3),
    ("الشاب سعيد حمدان (20 عاماً)، والفتى فادي منصور (16 عاماً)", 2),
    ("سعيد حمدان، وفادي منصور", 2),
]


@pytest.mark.parametrize(("row", "size"), ROWS)
@pytest.mark.parametrize("place", ["بلدة عزون", "مخيم بلاطة"])
def test_those_named_are_held(row: str, size: int, place: str) -> None:
    (c,) = claims(f"اعتقلت قوات الاحتلال {row}، خلال اقتحام {place}.", "2024-05-10")
    assert low_high(c.captured) == (size, size)


@pytest.mark.parametrize(("row", "size"), ROWS)
def test_those_named_are_dead(row: str, size: int) -> None:
    (c,) = claims(f"أدى إطلاق مسلحين النار إلى مقتل {row} في مدينة إدلب.", "2024-05-10")
    assert low_high(c.fatalities) == (size, size)


@pytest.mark.parametrize(
    "text",
    [
        "قُتل الشاب فادي منصور برصاص مجهولين في مدينة إدلب، وأدان سعيد حمدان، ومحمود علي، الجريمة.",
        "قُتل الشاب فادي منصور في مدينة إدلب، بحسب الناشط سعيد حمدان، والناشط محمود علي.",
    ],
)
def test_names_of_others_are_no_victims(text: str) -> None:
    (c,) = claims(text, "2024-05-10")
    assert low_high(c.fatalities) == (1, 1)


def test_a_number_told_stands() -> None:
    (c,) = claims("اعتقلت قوات الاحتلال أربعة مواطنين، بينهم سعيد حمدان، خلال اقتحام مخيم بلاطة.", "2024-05-10")
    assert low_high(c.captured) == (4, 4)
