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


@pytest.mark.parametrize(
    "words",
    [
        "ووفقاً للمصدر، أسفر الهجوم عن مقتل عنصرين وإصابة ثلاثة.",
        "وبحسب مصادر محلية، أدى الهجوم إلى مقتل عنصرين وإصابة ثلاثة.",
        "وأوضح المصدر أن الهجوم تسبب بمقتل عنصرين وإصابة ثلاثة آخرين.",
    ],
)
def test_what_it_led_to_is_told_behind_a_source_and_a_sentence_later(words: str) -> None:
    lead = "شن تنظيم داعش هجوماً أمس على مقر لقوات النظام في بلدة التبني بريف دير الزور.\nوتصاعد دخان كثيف من الموقع.\n"
    c = one(lead + words)
    assert c.fatalities is not None
    assert c.fatalities.best == 2


def test_some_civilians_are_not_those_told_before() -> None:
    text = (
        "قُتل ثلاثة مدنيين وأصيب ستة أمس بقصف مدفعي لقوات النظام على مدينة أريحا جنوب إدلب.\n"
        "وفي حين أصيب عدد من المدنيين بقصف جوي لطائرات روسية على بلدة معرزاف، نُقل الجرحى إلى المشافي."
    )
    assert len(claims(text)) == 2
