"""Subjects and objects as written: by position, number, voice and "that"."""

from __future__ import annotations

import pytest
from frame_text import trace

from waqai.frame.arguments import Arguments


def sides(text: str, verb: str) -> tuple[str, str]:
    """Folded words of subject and object of the trigger that begins with a folded word."""
    scene = trace(text).story.scene
    w = next(w for w in scene.doc.words if w.layer == "trigger" and scene.words[w.first] == verb)
    subject, obj = Arguments(scene).arguments(w)
    return " ".join(scene.words[i] for i in subject), " ".join(scene.words[i] for i in obj)


@pytest.mark.parametrize(
    ("text", "verb", "said"),
    [
        ("خطف مسلحون أربعة مهندسين قرب بيدوا.", "خطف", ("مسلحون", "مهندسين")),
        ("قالت الشرطة إن مسلحين مجهولين خطفوا قاضيا في لاهور.", "خطفوا", ("مسلحين مجهولين", "قاضيا")),
        ("وكانت حركة الشباب قد خطفت ثلاثة سياح.", "خطفت", ("حركه الشباب", "سياح")),
        ("قتل جندي قرب كابل.", "قتل", ("", "جندي")),
        ("قتل سبعة جنود قرب كابل.", "قتل", ("", "جنود")),
        ("ذكر مصدر أن ثمانية أشخاص قتلوا في هجوم.", "قتلوا", ("", "اشخاص")),
        ("قتل صحافي بارز بالرصاص في موسكو.", "قتل", ("", "صحافي بارز")),
        ("وقع هجوم بشاحنة مساء الأحد، استهدف مقرا للشرطة في سامراء.", "استهدف", ("هجوم بشاحنه", "مقرا للشرطه")),
        ("وقع هجوم استهدف دورية للجيش.", "استهدف", ("", "دوريه للجيش")),
        ("اقتحم متمردون ثكنة في الشمال وخطفوا ضابطا.", "وخطفوا", ("متمردون", "ضابطا")),
        ("خطف مسلحون قبل يومين، عددا من التجار في بغداد.", "خطف", ("مسلحون", "التجار")),
        ("قالت الحركة إنها خطفت جنديا.", "خطفت", ("الحركه", "جنديا")),
    ],
)
def test_subject_and_object(text: str, verb: str, said: tuple[str, str]) -> None:
    assert sides(text, verb) == said


def test_an_attack_is_aimed() -> None:
    scene = trace("أطلق مسلحون النار على دورية للشرطة في عدن.").story.scene
    w = next(w for w in scene.doc.words if w.layer == "trigger")
    assert [scene.words[i] for i in Arguments(scene).aimed(w)] == ["دوريه", "للشرطه"]


def test_a_noun_hangs_on_its_verb() -> None:
    scene = trace("قام ثلاثة جنود بقتل راع في التلال.").story.scene
    a = Arguments(scene)
    assert a.governor(3) == 0
    assert [scene.words[i] for i in a.subject(0)] == ["جنود"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("تظاهر طلاب في الخرطوم ضد حكومة البشير.", "حكومه البشير"),
        ("احتشد عمال في أثينا مطالبين باستقالة رئيس الوزراء.", "رييس الوزراء"),
        ("تظاهر محامون في لاهور احتجاجا على أحكام أصدرها القضاء.", "القضاء"),
        ("تظاهر طلاب في تونس مطالبين بطرد السفيرين الفرنسي والأميركي.", "السفيرين الفرنسي والاميركي"),
        ("تجمع عشرات قرب الميناء وهتفوا بشعارات مضادة لحاكم الولاية.", "لحاكم الولايه"),
        ("احتشد آلاف للمطالبة برحيل رئيس البلدية.", "رييس البلديه"),
        ("اعتصم موظفون مطالبين الشركة بدفع الرواتب.", "الشركه"),
        ("اعتصم موظفون مطالبين بدفع الرواتب.", ""),
        ("اعتصم عمال في سوسة مطالبين بزيادة الأجور.", ""),
        ("تظاهر مئات في عمان.", ""),
    ],
)
def test_whom_a_protest_is_against(text: str, said: str) -> None:
    scene = trace(text).story.scene
    assert " ".join(scene.words[i] for i in Arguments(scene).opposed(0)) == said
