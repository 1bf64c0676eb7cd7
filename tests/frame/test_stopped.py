"""What was stopped before it took effect is foiled: devices set off by sappers, downed drones, abductions somebody came between."""

from __future__ import annotations

import pytest

from waqai.pipeline import code_text


def modalities(text: str) -> list[str]:
    return [str(c.modality) for c in code_text(text, published="2024-03-05").claims]


@pytest.mark.parametrize(
    "text",
    [
        "فجّر رجال الهندسة تحت السيطرة ست عبوات ناسفة في قرية الخان أمس، ولم تسجل أي إصابات.",
        "فجرت وحدات الهندسة لغمين أرضيين في ريف حماة أمس.",
        "فجّر خبراء المتفجرات عبوة ناسفة في مكان آمن قرب بعقوبة أمس.",
        "حالت دورية من الحشد الشعبي مساء أمس دون اختطاف راعيي أغنام في وادي النفط.",
        "حال الأهالي دون خطف طالب في نوى أمس.",
        "أسقطت الدفاعات الجوية ست طائرات مسيّرة قرب قاعدة حميميم أمس.",
        "اعترضت الدفاعات الجوية أمس مسيّرات معادية فوق دمشق وأسقطت اثنتين.",
    ],
)
def test_stopped(text: str) -> None:
    assert modalities(text) == ["foiled"]


@pytest.mark.parametrize(
    "text",
    [
        "فجّر مسلحون عبوة ناسفة بسيارة لفرق الهندسة في ريف حماة أمس وقتلوا ثلاثة من عناصرها.",
        "اختطف مسلحون راعيي أغنام في وادي النفط أمس دون مقاومة.",
        "خطف مسلحون طالبا في نوى أمس من دون معرفة الأسباب.",
    ],
)
def test_not_stopped(text: str) -> None:
    assert "foiled" not in modalities(text)
