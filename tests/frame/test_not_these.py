"""Neighbours of the newer rules that are none of theirs: who broke in, two towns struck alike, other air forces, an army between clans."""

from __future__ import annotations

import pytest
from frame_text import claims, one, sides


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("اعتقلت قوات الأمن ثلاثة مسلحين بعدما اقتحموا منازلهم في درعا أمس.", ("Syrian government forces", "militants")),
        ("اعتقل الجيش العراقي أربعة من عناصر داعش بعد أن داهموا مخبأهم في الدبس أمس.", ("Iraqi army", "ISIS")),
        ("اندلعت اشتباكات بين الجيش ومسلحين من عشيرتين في السويداء أمس.", ("Syrian government forces", "Arab tribal fighters")),
        ("قصفت صقور الجو السعودية مواقع للحوثيين في صعدة أمس.", ("Saudi security forces", "Houthis")),
        ("هاجم فصيل تابع للجيش الوطني قوات قسد في عين عيسى أمس.", ("SNA", "SDF")),
    ],
)
def test_who_did_it(text: str, roles: tuple[str, str]) -> None:
    assert sides(one(text, "2025-10-31")) == roles


@pytest.mark.parametrize(
    "text",
    [
        "غارة إسرائيلية على بلدة عيتا الشعب أدت اليوم إلى استشهاد شخصين وإصابة ثلاثة. "
        "وأضافت الوزارة أن غارة إسرائيلية على بلدة كفركلا أدت اليوم إلى استشهاد شخصين وإصابة ثلاثة.",
        "قُتل شاب في نوى واعتقل آخر في جاسم أمس.",
        "قصفت المدفعية وكراً لداعش في حمرين أمس. ووصلت فرق الإسعاف إلى المكان وعثرت على جثتي طفلين.",
    ],
)
def test_two_happenings_stay_two(text: str) -> None:
    assert len(claims(text, "2025-10-31")) == 2


def test_shots_by_others_while_a_market_is_cleared() -> None:
    c = one("قتل مواطن برصاص مجهولين أثناء تفريق الشرطة سوقاً شعبياً في البصرة أمس.", "2025-10-31")
    assert str(c.event_type) == "assassination"


def test_keeping_security_is_nobody() -> None:
    c = one("قُتل مدنيان برصاص مجهولين في هجين أمس، وسط عجز قسد عن ضبط الأمن.", "2025-10-31")
    assert sides(c) == ("unknown gunmen", "civilians")
