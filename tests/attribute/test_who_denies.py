"""Who denies what: untrue, rebutted and rejected words; how far a denial reaches; one denial of one event."""

from __future__ import annotations

import pytest

from waqai.pipeline import code_text


def denied(text: str) -> list[str]:
    return [c.claimant.name_en for c in code_text(text, published="2024-03-05").claims if str(c.modality) == "denied"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("أكدت وزارة الداخلية السورية أن الأنباء المتداولة عن خطف فتاة في حمص أمس غير صحيحة.", "Syrian MoI"),
        ("خطف مسلحون فتاة في حمص أمس. وقالت وزارة الداخلية السورية إن الخبر عار عن الصحة.", "Syrian MoI"),
        ("ولا صحة لما تردد عن سقوط قتلى في انفجار بالموصل أمس، بحسب مصدر أمني.", "security source"),
        ("فندت القيادة المركزية الأمريكية مزاعم الحوثيين بشأن استهداف مدمرة في البحر الأحمر أمس.", "CENTCOM"),
        ("قُتل عشرة مدنيين بقصف على سوق في زالنجي أمس. ورفض الجيش السوداني الاتهامات.", "Sudanese army"),
        ("اتهم شهود قسد بقصف حاجز في حلب أمس. غير أن قسد لا تقر بذلك. فهي تنفي قصف الحاجز.", "SDF"),
        (
            "استُهدفت قاعدة عين الأسد أمس. إلا أن مسؤولاً أمريكياً في وزارة الدفاع نفى تعرض قاعدة عين الأسد لأي هجوم أمس.",
            "US official",
        ),
    ],
)
def test_who_denies(text: str, name: str) -> None:
    assert denied(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "قُتل عشرة مدنيين بقصف على سوق في زالنجي أمس. ورفض الطرفان الهدنة.",
        "خطف مسلحون تاجرا في تعز أمس. وقيل إن نتيجة المباراة غير صحيحة.",
        "فنّد المعلق خطة المدرب.",
    ],
)
def test_nobody_denies_an_event(text: str) -> None:
    assert denied(text) == []


def test_one_denier_denies_an_event_once() -> None:
    text = "اتهم سكان قوات الدعم السريع بقتل 20 شخصا في الفاشر أمس. ورفضت قوات الدعم السريع الاتهام، ونفت قتل أي شخص في الفاشر."
    assert denied(text) == ["RSF"]


def test_behind_a_denial_the_denier_asserts() -> None:
    text = "اتهم مصدر أمني حركة الشباب بقصف بارطيري أمس.\nونفت حركة الشباب ذلك، وأعلنت أن مقاتليها قتلوا أمس ثلاثة جنود بكمين في عيل بور."
    claims = [(str(c.modality), str(c.event_type), c.claimant.name_en) for c in code_text(text, published="2024-03-05").claims]
    assert ("claimed", "attack", "al-Shabaab") in claims
    assert ("denied", "attack", "al-Shabaab") not in claims
