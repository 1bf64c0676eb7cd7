"""``وأصيب آخرون`` and then nine of them: one event with the exact figure (codebook 2.2)."""

from __future__ import annotations

import pytest
from frame_text import claims, one

LEAD = "قُتل أربعة من قوات النظام وأصيب آخرون أمس بهجوم شنه تنظيم داعش على حافلة في بادية السخنة بريف حمص."


@pytest.mark.parametrize(
    "more",
    [
        " وأصيب سبعة عناصر بجروح متفاوتة في الهجوم.",
        "\nوقالت مصادر طبية إن سبعة أشخاص أصيبوا في الهجوم.",
        "\nكما أصيب سبعة أشخاص جراء الهجوم.",
    ],
)
def test_the_exact_count_wins(more: str) -> None:
    c = one(LEAD + more)
    assert c.injuries is not None
    assert c.injuries.best == 7


def test_items_by_who_rules_are_not_their_words() -> None:
    text = "قُتل منذ بداية العام 30 مدنياً بانفجار مخلفات الحرب، توزعوا كالآتي:\n- مناطق سيطرة قسد: قُتل 10 أشخاص.\n- مناطق سيطرة النظام: قُتل 20 شخصاً."
    assert {c.claimant.name_en for c in claims(text) if c.claimant is not None} <= {"outlet/correspondent"}
