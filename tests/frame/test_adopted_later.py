"""An event adopted in a later sentence is the adopter's deed and claim, others are not."""

from __future__ import annotations

import pytest

from waqai.pipeline import code_text


def coded(text: str) -> list[tuple[str | None, str, str]]:
    claims = code_text(text, published="2024-03-05").claims
    return [(c.perpetrator.name_en if c.perpetrator else None, c.claimant.name_en, str(c.modality)) for c in claims]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "لقي 9 أشخاص مصرعهم بتفجير سيارة مفخخة في مقديشو أمس.\nوقال ضابط إن بين القتلى شرطيين.\nولاحقا تبنت حركة الشباب، في بيان، الهجوم.",
            "al-Shabaab",
        ),
        ("قُتل سبعة جنود في كمين على طريق غاو أمس. وقال الجيش المالي إنه فتح تحقيقا.\nوتبنى تنظيم داعش الكمين.", "ISIS"),
        ("اغتال مسلحون مجهولون ضابطا في عدن أمس. وفتحت الشرطة تحقيقا.\nوتبنى تنظيم القاعدة في جزيرة العرب الاغتيال.", "AQAP"),
        ("اغتال مسلحون مجهولون ضابطا في عدن أمس. وتبنى تنظيم القاعدة في جزيرة العرب الاغتيال.", "AQAP"),
    ],
)
def test_the_adopter_made_it(text: str, name: str) -> None:
    perpetrator, claimant, modality = coded(text)[0]
    assert (perpetrator or "").startswith(name), perpetrator
    assert claimant.startswith(name), claimant
    assert modality == "claimed"


@pytest.mark.parametrize(
    "text",
    [
        "قصفت طائرات إسرائيلية موقعا قرب دمشق أمس. وقال مصدر محلي إن الدخان تصاعد.\nولم يتبن الجيش الإسرائيلي الهجوم.",
        "قُتل شرطي بانفجار عبوة في كويتا أمس. وقال مصدر طبي إن اثنين أصيبا.\nونفت حركة طالبان مسؤوليتها عن الهجوم.",
        "قُتل شرطي بانفجار عبوة في كويتا أمس. وقال مصدر طبي إن اثنين أصيبا.\nوتبنى تنظيم داعش الهجوم الثاني في بيشاور.",
    ],
)
def test_what_nobody_adopts_stays(text: str) -> None:
    assert coded(text)[0][2] == "reported"


@pytest.mark.parametrize(
    "own",
    [
        "وادعت مقتل 17 جندياً والاستيلاء على أسلحة وذخائر",
        "وقالت إنها قتلت 17 جندياً وأحرقت آليتين",
    ],
)
@pytest.mark.parametrize("more", ["", "\nولم يتحدث بيان الجماعة عن خسائرها.\nونقل موقع محلي عن نائب أن حركة النقل متوقفة منذ الكمين."])
def test_a_toll_of_its_own_is_a_version_of_its_own(own: str, more: str) -> None:
    text = (
        "قالت قيادة الجيش المالي في بيان اليوم إن خمسة جنود قُتلوا وجُرح ثمانية في كمين تعرض له رتل إمداد صباح أمس قرب غوسي.\n"
        f"في المقابل، أعلنت جماعة نصرة الإسلام والمسلمين مسؤوليتها عن الكمين، {own}.{more}"
    )
    claims = code_text(text, published="2025-09-22").claims
    told = [(c.fatalities.best if c.fatalities else None, c.claimant.name_en, str(c.event_type)) for c in claims]
    assert told == [(5, "Malian army", "attack"), (17, "JNIM", "attack")]
