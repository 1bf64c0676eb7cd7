"""Modality where a party tells of others, of its own forces, and of days that look to come."""

from __future__ import annotations

import pytest

from waqai import code_text


def put(text: str, published: str = "2024-05-10") -> list[str]:
    """The modality of each claim."""
    return [str(c.modality) for c in code_text(text, published=published).claims]


def test_a_security_body_tells_of_the_war_of_others() -> None:
    told = "أعلن جهاز مكافحة الإرهاب في إقليم كردستان أن طائرة مسيرة تركية استهدفت مقاتلين من حزب العمال الكردستاني في ناحية سيدكان أمس."
    assert put(told) == ["reported"]


@pytest.mark.parametrize(
    "text",
    [
        "أعلنت خلية الإعلام الأمني أن عبوة ناسفة انفجرت على دورية للحشد الشعبي في سامراء وقتلت اثنين من عناصره.",
        "قالت وزارة الدفاع النيجرية إن لغما انفجر بآلية للحرس الوطني النيجري قرب ديفا وقتل أربعة من عناصره.",
    ],
)
def test_a_state_tells_what_befell_its_own_forces(text: str) -> None:
    assert put(text) == ["reported"]


def test_its_own_operation_stays_its_own_word() -> None:
    assert put("أعلنت خلية الإعلام الأمني أن طائرات عراقية قصفت وكرا لداعش في جبال حمرين وقتلت خمسة من عناصره.") == ["claimed"]


def test_a_deed_told_in_the_past_is_not_planned() -> None:
    assert put("قتل ثلاثة مدنيين بقصف على سوق في الفاشر اليوم السبت.", published="2024-05-10") == ["reported"]


def test_what_will_begin_is_planned() -> None:
    assert put("ستطلق القوات العراقية عملية عسكرية ضد داعش في جبال حمرين الأسبوع المقبل.") == ["planned"]
