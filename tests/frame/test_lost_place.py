"""Who lost a place that changed hands is told beside its fall, before it or after it."""

from __future__ import annotations

import pytest
from frame_text import claims, sides


def losers(text: str) -> list[str | None]:
    return [sides(c)[1] for c in claims(text, "2018-12-05") if str(c.event_type) == "seizure_of_territory"]


@pytest.mark.parametrize(
    "text",
    [
        "سيطرت قوات سوريا الديمقراطية على بلدة هجين أمس.\nوأقر تنظيم داعش بالانسحاب من البلدة.",
        "اندلعت معارك عنيفة أمس بين قوات سوريا الديمقراطية وتنظيم داعش في محيط هجين.\nوسيطرت قوات سوريا الديمقراطية على هجين مساء.",
        "تقدمت قوات سوريا الديمقراطية على حساب تنظيم داعش وسيطرت على هجين أمس.",
        "دخلت قوات سوريا الديمقراطية أمس هجين، آخر معاقل تنظيم داعش في المنطقة، وسيطرت عليها بالكامل.",
    ],
)
def test_the_loser_is_found(text: str) -> None:
    assert losers(text) == ["ISIS"]


def test_nobody_lost_it_where_nobody_is_told() -> None:
    assert losers("سيطرت قوات سوريا الديمقراطية على بلدة هجين أمس.\nوقال ناشطون إن الأهالي نزحوا إلى البوكمال.") == [None]
