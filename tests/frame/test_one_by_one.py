"""Persons counted together and told one by one are as many events; the count is none (codebook 2.5, 8)."""

from __future__ import annotations

import pytest
from tests.frame.frame_text import claims, low_high


def told(text: str, role: str) -> list[tuple[str, tuple[int | None, int | None] | None]]:
    return [(c.place.text if c.place else "", low_high(getattr(c, role))) for c in claims(text)]


@pytest.mark.parametrize(
    ("text", "role", "places"),
    [
        ("قُتل عنصران من قسد أمس، أحدهما بهجوم على حاجز في بلدة ذيبان، والآخر بإطلاق نار على دورية في بلدة الشنان.",
         "fatalities", {"بلدة ذيبان": 1, "بلدة الشنان": 1}),
        ("ألقت الشرطة القبض على ثلاثة مطلوبين، اثنان منهم في قضاء الرطبة، وآخر لدى محاولته اجتياز سيطرة في ناحية الوليد.",
         "captured", {"قضاء الرطبة": 2, "ناحية الوليد": 1}),
        ("لقي شرطيان مصرعهما أمس، الأول بانفجار لغم في بلدة الكرمة والثاني برصاص قناص قرب الرطبة.",
         "fatalities", {"بلدة الكرمة": 1, "قرب الرطبة": 1}),
        ("أوقفت الشرطة شخصين متهمين بالخطف، أحدهما في عدن والآخر في لحج.", "captured", {"عدن": 1, "لحج": 1}),
    ],
)  # fmt: skip
def test_each_with_his_own_place_is_an_event(text: str, role: str, places: dict[str, int]) -> None:
    found = told(text, role)
    assert len(found) == len(places)
    for name, n in places.items():
        assert any(name.split()[-1] in place and count == (n, n) for place, count in found)


@pytest.mark.parametrize(
    "text",
    [
        "قُتل شخصان بانفجار عبوة في الحويجة أمس، أحدهما طفل والآخر والده.",
        "قُتل شابان بانفجار لغم في الحويجة أمس، ونُقل أحدهما إلى مشفى الرقة والآخر إلى مشفى تل أبيض.",
        "قُتل ثلاثة أشخاص، أحدهم من حلب والآخر من إدلب، بقصف على الرقة أمس.",
    ],
)
def test_who_they_were_and_where_they_were_brought_splits_nothing(text: str) -> None:
    assert len(claims(text)) == 1


def test_a_greater_count_is_of_other_things() -> None:
    """``12 قتيلاً في هجومين، أحدهما في …``: the items are attacks, no persons."""
    text = "قُتل 12 مدنياً أمس في هجومين، أحدهما في قرية حرف بنمرة والآخر في مدينة حمص."
    assert all(low_high(c.fatalities) != (1, 1) for c in claims(text))
