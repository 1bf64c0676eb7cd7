"""How much of a place's name is kept, and names that are no place of the event: capitals agreed with, kunyas, axes that open a line."""

from __future__ import annotations

from datetime import date

import pytest

from waqai.model import Report
from waqai.pipeline import Coder


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder()


def _place(coder: Coder, text: str) -> str | None:
    claims = coder.code(Report(id="t", text=text, sha256="t", outlet=None, published=date(2024, 11, 4))).claims
    ref = claims[-1].place
    return ref.name_ar if ref is not None else None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قصفت قوات النظام جامع عبد القادر الحسيني في مخيم اليرموك وقتلت خمسة.", "جامع عبد القادر الحسيني"),
        ("قُتل ثلاثة في قصف استهدف مدرسة عبد الرحمن الغافقي في مدينة الرقة.", "مدرسة عبد الرحمن الغافقي"),
        ("قصفت إسرائيل مسجد عبد الله عزام في خان يونس.", "مسجد عبد الله عزام"),
        ("انفجرت عبوة في شارع عبد الناصر الرئيسي ببغداد وقتلت شخصا.", "شارع عبد الناصر"),
        ("استعاد الجيش السيطرة على ضاحية حلة كوكو بمحلية شرق النيل.", "حلة كوكو"),
        ("قُتل مدنيان بقصف على حي حلة حمد في الخرطوم بحري.", "حي حلة حمد"),
        ("هاجم مسلحون معبر أطمة الحدودي وقتلوا حارسا.", "معبر أطمة"),
        ("هاجم مسلحون منفذ طريبيل الحدودي وقتلوا حارسا.", "منفذ طريبيل"),
        ("قصفت الطائرات مطار حماة العسكري.", "مطار حماة العسكري"),
    ],
)
def test_how_far_the_name_goes(coder: Coder, text: str, name: str) -> None:
    assert _place(coder, text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("أطلق الجيش عملية عسكرية شرق الفرات، بالتنسيق مع واشنطن وبغداد.", "شرق الفرات"),
        ("أطلق الجيش التركي عملية شرق نهر الفرات ضد قسد قبل أن يعلقها باتفاقين مع واشنطن وموسكو.", "شرق نهر الفرات"),
        ("اغتال مجهولون القيادي في حركة أحرار الشام أبو البراء سرمين بعبوة زرعت في سيارته على طريق سرمين – بنش.", "طريق سرمين – بنش"),
        ("قُتل القيادي أبو عمر حلب بقصف على بلدة كفرنبل.", "كفرنبل"),
        ("هاجم مسلحون أبو حمام شرقي دير الزور وقتلوا رجلا.", "أبو حمام"),
        ("وفي محور الفاشر، قصف الجيش تجمعات للدعم السريع في منطقة شقرة.", "شقرة"),
        ("قُتل الضابط في اللواء 22 ميكا وسط سوق ديلوكس بمدينة تعز برصاص مجهولين.", "سوق ديلوكس"),
        ("وقصفت المدفعية محيط سنجار. وفي 13 تشرين الثاني 2015 استعادت البيشمركة مركز المدينة.", "سنجار"),
    ],
)
def test_what_is_no_place_of_the_event(coder: Coder, text: str, name: str) -> None:
    assert _place(coder, text) == name
