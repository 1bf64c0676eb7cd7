"""A feud of clans: both sides are clans, named or not; the police that part them are no side."""

import pytest
from frame_text import one, sides


@pytest.mark.parametrize(
    "text",
    [
        "شهد قضاء الشطرة في ذي قار أمس نزاعاً عشائرياً مسلحاً بسبب خلاف قديم.",
        "نشب نزاع عشائري استخدمت فيه الأسلحة المتوسطة في قضاء الشطرة، قبل أن تفرض قوة أمنية التهدئة.",
        "أصيب أربعة أشخاص بنزاع عشائري في ناحية العزير بميسان، وتدخلت قوة من الشرطة لفض النزاع.",
    ],
)
def test_clans_fight(text: str) -> None:
    assert sides(one(text)) == ("Arab tribal fighters", "Arab tribal fighters")


def test_others_fight_without_clans() -> None:
    assert "Arab tribal fighters" not in sides(one("اندلعت اشتباكات بين الجيش العراقي وداعش في قضاء الحويجة أمس."))
    assert sides(one("أحصت المفوضية 163 نزاعاً عشائرياً في ذي قار العام الماضي خلفت 43 قتيلاً."))[0] is None
