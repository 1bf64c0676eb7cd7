"""Aircraft that only fly over strike nobody; those that strike after it do."""

import pytest
from frame_text import claims, one


@pytest.mark.parametrize(
    "text",
    [
        "حلقت طائرات حربية إسرائيلية على علو منخفض فوق بيروت.",
        "واصلت المسيّرات التركية التحليق في أجواء عين العرب.",
        "شهدت سماء المنطقة تحليقاً مكثفاً لطائرات الاستطلاع الروسية.",
    ],
)
def test_flying_over_is_no_strike(text: str) -> None:
    assert [c for c in claims(text) if c.statement is None] == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("حلقت طائرة مسيرة فوق بلدة كنصفرة ثم قصفت سيارة وقتلت مدنياً.", "airstrike"),
        ("شن الطيران الروسي غارات على البارة وسط تحليق مكثف لطائرات الاستطلاع.", "airstrike"),
        ("قصفت قوات النظام كنصفرة بالمدفعية. وقال مراسلنا إن القصف مصدره معسكر جورين، وإن طائرات استطلاع روسية حلقت فوقها.", "shelling"),
    ],
)
def test_what_struck_then(text: str, kind: str) -> None:
    assert str(one(text).event_type) == kind
