"""Who says he has no part in it denies it; what is denied in matters of peace is no event."""

import pytest
from frame_text import claims

from waqai.model import Modality


@pytest.mark.parametrize(
    "text",
    [
        "قُتل خمسة مدنيين بقصف لقوات الدعم السريع على الفاشر، وفق ناشطين. وقالت قوات الدعم السريع إنها لا علاقة لها بالقصف.",
        "ذكر سكان أن حاجزاً لقسد اعتقل معلماً في ذيبان. وأكدت قسد أن لا صلة لها بالاعتقال.",
        "قال سكان إن حاجزاً لقسد اعتقل معلماً في ذيبان. وكان لغم قديم قد قتل راعياً في الكسرة قبل شهر. لكن قسد نفت أي مسؤولية لها عما حدث.",
    ],
)
def test_no_part(text: str) -> None:
    assert [c.modality for c in claims(text)].count(Modality.DENIED) == 1


@pytest.mark.parametrize(
    "text",
    [
        "قُتل خمسة مدنيين بقصف على الفاشر، وفق ناشطين. ونفت وزارة التربية تأجيل الامتحانات.",
        "اعتقل حاجز لقسد معلماً في ذيبان. ونفى مسؤول محلي وجود أزمة وقود.",
    ],
)
def test_another_matter(text: str) -> None:
    assert len(claims(text)) == 1
