"""A later sentence or the headline tells who made an event; who condemns it or only lives near did not."""

from __future__ import annotations

import pytest
from frame_text import claims, sides

BLAST = "انفجرت عبوة ناسفة بسيارة مدنية في بلدة تكريت أمس، ما أدى إلى مقتل ثلاثة أشخاص."


@pytest.mark.parametrize(
    "text",
    [
        f"{BLAST}\nوقال تنظيم داعش في بيان إن مقاتليه نفذوا التفجير.",
        f"{BLAST}\nوقال مصدر أمني إن عناصر من تنظيم داعش هم من نفذوا التفجير.",
        f"{BLAST}\nوحمّلت السلطات تنظيم داعش مسؤولية التفجير.",
        f"{BLAST}\nواتهم مسؤول محلي تنظيم داعش بتنفيذ التفجير.",
        f"{BLAST}\nوأكد ضابط أن تنظيم داعش يقف وراء التفجير.",
        f"{BLAST}\nونشر تنظيم داعش تسجيلا مصورا للتفجير قال إنه من تنفيذ عناصره.",
        f"تنظيم داعش يتبنى التفجير في تكريت\n\n{BLAST}",
        "سقطت قذائف على سوق في تكريت أمس، ما أدى إلى مقتل طفلين.\nوقال ضابط إن عناصر من تنظيم داعش هم من نفذوا القصف.",
        "اغتيل مختار قرية قرب تكريت أمس أمام منزله.\nوأكد مصدر أمني أن تنظيم داعش يقف وراء عملية الاغتيال.",
    ],
)
def test_who_is_named_later_made_it(text: str) -> None:
    found = [sides(c)[0] for c in claims(text) if c.kind == "event"]
    assert found == ["ISIS"]


def test_who_owns_up_answers_for_it() -> None:
    told = claims(f"{BLAST}\nوقال تنظيم داعش في بيان إن مقاتليه نفذوا التفجير.")
    assert [(c.claimant.name_en, str(c.modality)) for c in told] == [("ISIS", "claimed")]


@pytest.mark.parametrize(
    "text",
    [
        f"{BLAST}\nوأدان تنظيم داعش التفجير.",
        f"{BLAST}\nونفى تنظيم داعش صلته بالتفجير.",
        f"{BLAST}\nولم تتبن أي جهة التفجير، فيما ينشط تنظيم داعش في المنطقة.",
        "قُتل أربعة من رجال الشرطة في هجوم مسلح على مركزهم في تكريت أمس.\nوأدان تنظيم داعش الهجوم.",
    ],
)
def test_who_condemns_or_denies_it_did_not(text: str) -> None:
    assert "ISIS" not in [sides(c)[0] for c in claims(text) if c.kind == "event" and str(c.modality) != "denied"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("مقتل قيادي في غارة للتحالف\n\nقُتل قيادي في حراس الدين بغارة على سيارته في قاح شمالي إدلب، مساء أمس.", "US-led coalition"),
        ("قُتل نائب المحافظ بانفجار لغم قرب أفغوي أمس، وقالت حركة الشباب إنها من نفذ العملية.", "al-Shabaab"),
        ("ووفق الوزارة، قُتل في لبنان 163 شخصا وأصيب 361 بنيران إسرائيلية منذ مطلع العام.", "Israel"),
        ("أعلن حزب الله أن غارة إسرائيلية قتلت اثنين من عناصره في كفرا أمس.", "Israel"),
    ],
)
def test_the_headline_the_same_sentence_and_the_guns_name_the_doer(text: str, name: str) -> None:
    assert [sides(c)[0] for c in claims(text)] == [name]
