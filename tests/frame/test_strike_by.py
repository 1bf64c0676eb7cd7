"""A noun of striking with ل: its doer, or the owner of what was struck."""

from __future__ import annotations

import pytest
from frame_text import claims, sides

_HEADLINES = [
    "ستة قتلى ب{} للدعم السريع على الأبيض.",
    "جرحى إثر {} للدعم السريع على حي في الأبيض.",
    "سقوط قتلى في {} للدعم السريع استهدف الأبيض.",
    "مقتل سبعة بـ{} للدعم السريع على سوق في الأبيض.",
]


@pytest.mark.parametrize("noun", ["قصف", "قصف مدفعي", "هجوم", "هجوم صاروخي", "قصف بالهاون", "هجوم عنيف"])
@pytest.mark.parametrize("said", _HEADLINES)
def test_behind_lam_stands_who_struck(said: str, noun: str) -> None:
    (c,) = claims(said.format(noun), "2025-05-10")
    assert sides(c) in {("RSF", None), ("RSF", "civilians")}


@pytest.mark.parametrize(("doer", "name"), [("للاحتلال", "Israel"), ("لقوات الاحتلال", "Israel"), ("لطيران الاحتلال", "Israel")])
def test_definite_doers_too(doer: str, name: str) -> None:
    (c,) = claims(f"أربعة قتلى بقصف {doer} على رفح.", "2024-05-10")
    assert sides(c)[0] == name


@pytest.mark.parametrize("thing", ["لمواقع", "لمقرات", "لتجمعات", "لمعسكر"])
@pytest.mark.parametrize("said", ["قتيلان بقصف {} الدعم السريع في بارا.", "مقتل ثلاثة في قصف مدفعي {} الدعم السريع غربي بارا."])
def test_things_behind_lam_were_struck(said: str, thing: str) -> None:
    (c,) = claims(said.format(thing), "2025-05-10")
    assert sides(c)[1] == "RSF"
    assert sides(c)[0] != "RSF"
