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


def versions(text: str) -> list[tuple[str | None, int | None, str]]:
    """Claimant, dead and modality of each claim."""
    claims = code_text(text, published="2024-05-10").claims
    return sorted((c.claimant.name_en, c.fatalities.best if c.fatalities else None, str(c.modality)) for c in claims)


@pytest.mark.parametrize(
    "answer",
    [
        "ونفت الحكومة الصومالية هذه الحصيلة وقالت إن ستة جنود فقط قتلوا.",
        "ونفت الحكومة الصومالية الحصيلة التي أعلنها المسلحون مؤكدة مقتل ستة جنود فقط.",
        "وشككت الحكومة الصومالية في هذه الأرقام وقالت إن ستة جنود قتلوا.",
    ],
)
def test_a_toll_put_right_is_a_rival_version_and_no_denial(answer: str) -> None:
    text = f"قالت حركة الشباب إنها قتلت أربعين جنديا في هجوم على ثكنة قرب بيدوا أمس. {answer}"
    assert versions(text) == [("Somali government", 6, "reported"), ("al-Shabaab", 40, "claimed")]


def test_an_event_denied_stays_denied() -> None:
    text = "قالت حركة الشباب إنها قتلت أربعين جنديا في هجوم على ثكنة قرب بيدوا أمس. ونفت الحكومة الصومالية وقوع الهجوم."
    assert ("Somali government", 40, "denied") in versions(text)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("أعلنت وزارة الدفاع التركية أن قواتها حيدت 44 مسلحا في شمال العراق خلال الأسبوع الأخير.", 1),
        ("قالت وزارة الدفاع التركية إنه تم تحييد 44 مسلحا الأسبوع الماضي، وبذلك يصل عدد من تم تحييدهم منذ مطلع العام إلى 900.", 2),
    ],
)
def test_those_neutralised_over_a_week_or_since_a_day_are_totals(text: str, count: int) -> None:
    assert put(text) == ["aggregate"] * count


def test_those_neutralised_in_one_operation_are_no_total() -> None:
    assert put("أعلنت وزارة الدفاع التركية تحييد ستة مسلحين من وحدات حماية الشعب في منطقة نبع السلام.") == ["claimed"]
