"""The Arabic event sentences of another project: how figures are made, and the floors we hold (see benchmarks/peers/gsr.py)."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from waqai.pipeline import Coder

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from benchmarks.peers import gsr

# Below the figures of the day they were set, so that a small shift elsewhere does not stop the work. People: 0.67 0.81 0.56, 0.56 0.78 0.53.
FLOORS = {"assault": {"verb": 0.70, "source": 0.79, "target": 0.57}, "protest": {"verb": 0.58, "source": 0.75, "target": 0.53}}


def test_token_f1() -> None:
    a, b = frozenset(("جنود", "المارينز")), frozenset(("المارينز",))
    assert gsr.token_f1(a, b) == pytest.approx(2 / 3)
    assert gsr.token_f1(frozenset(), frozenset()) == 1.0
    assert gsr.token_f1(a, frozenset()) == 0.0


def test_one_sentence() -> None:
    said = gsr.answer(Coder(weeded=False), "خطف مسلحون أربعة مهندسين قرب بيدوا.", "assault")
    assert said["verb"] == {"خطف"}
    assert said["source"] == {"مسلحون"}
    assert "مهندسين" in said["target"]


@pytest.mark.parametrize(
    ("text", "want", "verb", "source", "target"),
    [
        ("رفع المتظاهرون لافتات ضد الحكومة المحلية.", "protest", "رفع لافتات", "المتظاهرون", "الحكومه المحليه"),
        (
            "خرج طلاب كلية الفنون في تظاهرة منددة بممارسات الاحتلال الإسرائيلي.",
            "protest",
            "خرج في تظاهره",
            "طلاب كليه الفنون",
            "الاحتلال الاسراييلي",
        ),
        ("أحرق مئات المحتجين الغاضبين الإطارات في الميناء.", "protest", "احرق الاطارات", "المحتجين الغاضبين", ""),
        ("أعلن الجيش مقتل اثنين من جنوده في هجوم.", "assault", "مقتل", "", "الجيش"),
        ("قام ثلاثة رجال شرطة بضرب صحافي أمام النقابة.", "assault", "بضرب", "رجال شرطه", "صحافي"),
        ("اتهمت الحكومة متمردين بقتل عشرة رعاة في الوادي.", "assault", "بقتل", "متمردين", "رعاه"),
        ("تظاهر الآلاف أمس في وسط العاصمة.", "protest", "تظاهر", "الالاف", ""),
        ("أغلقت المتاجر أبوابها وأشعل المتظاهرون إطارات في الميدان.", "protest", "واشعل اطارات", "المتظاهرون", ""),
        ("بعد تجمع في إحدى الحدائق العامة سار المتظاهرون إلى البرلمان.", "protest", "سار", "المتظاهرون", "البرلمان"),
        ("شل البلاد إضراب عام ترافق مع مسيرات نظمتها نقابات المعلمين.", "protest", "اضراب عام", "نقابات المعلمين", ""),
        ("قام شاب من سكان الحي يعمل سائقا بطعن شرطي أمام المحكمة.", "assault", "بطعن", "شاب من سكان الحي", "شرطي"),
        ("قتل أربعة جنود عندما فجر انتحاري يرتدي حزاما نفسه وسط حشد.", "assault", "قتل", "انتحاري", "جنود"),
        ("أطلق مجهولون النار على دورية للشرطة في عدن.", "assault", "اطلق النار", "مجهولون", "دوريه للشرطه"),
    ],
)
def test_what_coders_mark(text: str, want: str, verb: str, source: str, target: str) -> None:
    said = gsr.answer(Coder(weeded=False), text, want)
    assert {f: frozenset(w.split()) for f, w in zip(gsr.FIELDS, (verb, source, target), strict=True)} == said


def test_a_sentence_without_the_event_is_empty() -> None:
    assert set(gsr.answer(Coder(weeded=False), "افتتح الوزير معرض الكتاب.", "protest").values()) == {frozenset()}


@pytest.mark.skipif(gsr.folder() is None, reason="the sentences lie in the optional data folder (WAQAI_SHARED)")
def test_floors() -> None:
    coder = Coder(weeded=False)
    path = gsr.folder()
    assert path is not None
    found = [(r, gsr.answer(coder, r.text, r.set)) for r in gsr.rows(path)]
    for name, floors in FLOORS.items():
        got = gsr.figures([x for x in found if x[0].set == name])
        assert {f: round(got[f][0], 3) for f in floors if got[f][0] < floors[f]} == {}
