"""Persons counted place by place make a claim for each place."""

from __future__ import annotations

import pytest
from frame_text import claims, low_high, one


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("ألقت قوات الأمن القبض على أربعة متهمين بالإرهاب، ثلاثة في قضاء الحويجة والرابع في داقوق.", [3, 1]),
        ("القبض على ثلاثة مطلوبين وفق المادة الرابعة إرهاب، اثنان منهم في قضاء الطارمية وواحد في بلدة اليوسفية.", [2, 1]),
        ("إلقاء القبض على ثلاثة إرهابيين، اثنان منهم في قضاء الرطبة، وآخر لدى محاولته اجتياز سيطرة في ناحية الوليد.", [2, 1]),
        ("اعتقل الاحتلال خمسة شبان من الضفة، ثلاثة في نابلس واثنين في جنين.", [3, 2]),
    ],
)
def test_a_claim_for_each_place(text: str, counts: list[int]) -> None:
    found = claims(text)
    assert sorted(low_high(c.captured) or (0, 0) for c in found) == sorted((n, n) for n in counts)
    assert len({c.place.name_en for c in found if c.place}) == len(counts)


def test_a_month_of_dead_in_two_deserts() -> None:
    text = "سجل شهر نيسان مقتل 12 جنديا للنظام في بادية حمص وتسعة في بادية دير الزور، وفق المرصد."
    assert {low_high(c.fatalities) for c in claims(text)} == {(12, 12), (9, 9)}


@pytest.mark.parametrize(
    "text",
    [
        "ألقت شرطة نينوى القبض على أربعة من داعش، ثلاثة منهم في حي تسعين والرابع في حي الكرامة بالموصل.",
        "اعتقلت قوات الاحتلال خمسة شبان بينهم ثلاثة أشقاء في مدينة نابلس.",
    ],
)
def test_quarters_and_parts_of_a_group_do_not_part_it(text: str) -> None:
    assert one(text).captured is not None
