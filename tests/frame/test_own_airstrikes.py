"""A party that tells of its own strike made it; one that tells of another's strike on it did not."""

import pytest
from frame_text import claims, one, sides


@pytest.mark.parametrize(
    ("text", "who", "whom"),
    [
        ("قال الجيش الإسرائيلي إنه استهدف بغارة جوية موقعاً لحزب الله قرب صور.", "Israel", "Hezbollah"),
        ("نشرت القيادة المركزية الأمريكية بياناً قالت فيه إنها استهدفت بغارة جوية معسكراً لداعش قرب تدمر.", "US forces", "ISIS"),
        ("ذكر الجيش التركي أنه دمر بضربة جوية مقراً لحزب العمال الكردستاني في متينا.", "Turkish armed forces", "PKK"),
        ("أعلنت وزارة الدفاع التركية تدمير نفق لحزب العمال الكردستاني في الزاب بغارة جوية.", "Turkish armed forces", "PKK"),
    ],
)
def test_whose_strike(text: str, who: str | None, whom: str) -> None:
    assert sides(one(text)) == (who, whom)


@pytest.mark.parametrize("text", ["نشرت قوات سوريا الديمقراطية بياناً على منصة إكس.", "نشر الجيش صوراً لاحتفال التخرج."])
def test_publishing_is_no_deployment(text: str) -> None:
    assert not claims(text)
