"""Whose deed a denied tale tells of, and who denies it (codebook 2.2)."""

from __future__ import annotations

import pytest

from waqai.model import Claim
from waqai.pipeline import code_text


def told(text: str) -> list[Claim]:
    return list(code_text(text, published="2024-05-15").claims)


def doers(text: str) -> dict[str, str | None]:
    return {str(c.modality): c.perpetrator.name_en if c.perpetrator else None for c in told(text)}


@pytest.mark.parametrize(
    "text",
    [
        "كذبت خلية الإعلام الأمني العراقية ما نشرته مواقع بشأن هجوم إرهابي استهدف دائرة الهجرة في كركوك أمس.",
        "نفت وزارة الداخلية العراقية أنباء عن اختطاف تاجر في بعقوبة أمس.",
        "فندت قيادة الشرطة العراقية ما تداولته صفحات عن انفجار سيارة مفخخة في سامراء أمس.",
    ],
)
def test_an_office_that_calls_an_attack_untrue_is_not_its_doer(text: str) -> None:
    assert doers(text) == {"denied": None, "reported": None}


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("نفى الجيش السوداني الاتهامات بقصف سوق في زالنجي أمس.", "Sudanese army"),
        ("نفت قسد مسؤوليتها عن تفجير سيارة مفخخة في منبج أمس قتل فيه مدنيان.", "SDF"),
        ("نفت وزارة الدفاع السورية ما تداولته صفحات عن قصف مدفعي نفذته قواتها على بلدة تفتناز أمس.", "Syrian regime forces"),
    ],
)
def test_a_side_that_denies_a_charge_is_said_to_have_done_it(text: str, doer: str) -> None:
    assert doers(text) == {"denied": doer, "reported": doer}


def test_a_charge_of_taking_sides_is_no_event() -> None:
    assert told("نفى الجيش السوداني الاتهامات بالانحياز إلى أي طرف.") == []


def test_any_link_denied_is_to_what_was_told_of_the_denier() -> None:
    text = "قالت عائلة ناشط في عفرين إن مسلحين من حزب الاتحاد الديمقراطي خطفوا ابنها أمس. ونفى الحزب أي صلة له بالخطف."
    assert [(str(c.event_type), str(c.modality), c.claimant.name_en) for c in told(text)] == [
        ("abduction", "reported", "relatives"),
        ("abduction", "denied", "PYD"),
    ]


@pytest.mark.parametrize(
    ("text", "denier"),
    [
        (
            "سيطرت قوات سوريا الديمقراطية على قرية الصور بعد اشتباكات مع قوات النظام. لكن الأخيرة نفت سيطرة القوات على القرية.",
            ["Syrian regime forces"],
        ),
        ("قالت حركة حماس إن الجيش الإسرائيلي قصف مدرسة في غزة أمس. غير أن الأخير نفى قصف المدرسة.", ["Israel"]),
        ("قتل ثلاثة مدنيين بقصف مدفعي على سوق الفاشر أمس. ويمتنع الجيش عن تأكيد الأنباء المتعلقة بعملياته أو نفيها.", []),
    ],
)
def test_who_denies(text: str, denier: list[str]) -> None:
    assert [c.claimant.name_en for c in told(text) if str(c.modality) == "denied"] == denier


def test_the_latest_issue_is_nobody() -> None:
    """``في عددها الأخير``: an adjective of what stands before it, no ``latter``."""
    text = "قالت صحيفة النبأ التابعة لتنظيم الدولة إن مفرزة قتلت جنديين قرب تدمر. وفي عددها الأخير قالت الصحيفة إن المفرزة نحرت راعيا قرب السخنة."
    assert {c.claimant.name_en for c in told(text)} == {"ISIS"}
