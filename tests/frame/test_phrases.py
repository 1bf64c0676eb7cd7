"""Noun phrases as written: where they begin and end, and what they leave out."""

from __future__ import annotations

import pytest
from frame_text import trace

from waqai.frame.phrases import Phrases


def phrase(text: str, first: str) -> str:
    """The folded words of the noun phrase that begins at a word of a text."""
    scene = trace(text).story.scene
    i = scene.words.index(first)
    return " ".join(scene.words[k] for k in Phrases(scene).at(i))


@pytest.mark.parametrize(
    ("text", "first", "said"),
    [
        # a preposition, a relative, a verb, a time end it
        ("خطف مسلحون نقيب الصيادلة في البصرة.", "نقيب", "نقيب الصيادله"),
        ("احتج الصحافيون الذين منعوا من الدخول.", "الصحافيون", "الصحافيون"),
        ("وصل جنود أمس إلى القرية.", "جنود", "جنود"),
        ("غرقت سفينة تنقل قمحا.", "سفينه", "سفينه"),
        # numbers and quantities are passed over
        ("تظاهر عشرات من الطلاب الأفغان في كابل.", "عشرات", "الطلاب الافغان"),
        ("قتل ما لا يقل عن 28 متطوعا في الهجوم.", "ما", "متطوعا"),
        # a plural with its nūn owns nothing and takes adjectives of its own kind
        ("خطف مسلحون مطران الموصل.", "مسلحون", "مسلحون"),
        ("خطف مسلحون صوماليون مجهولون باخرة.", "مسلحون", "مسلحون صوماليون مجهولون"),
        ("فرقت السلطة المتظاهرين.", "السلطه", "السلطه"),
        # two adjectives of one noun, an owner after a participle, a title with its name
        ("وصلت قوات الأمن الأفغانية والدولية إلى المكان.", "قوات", "قوات الامن الافغانيه والدوليه"),
        ("احترقت حافلة تابعة للشرطة قرب الجسر.", "حافله", "حافله تابعه للشرطه"),
        ("قتلت القذيفة المدرس سامر حداد نعيم في بيته.", "المدرس", "المدرس سامر حداد نعيم"),
        # kin of the subject are a phrase of their own
        ("قتل رجل زوجته في القاهرة.", "رجل", "رجل"),
    ],
)
def test_a_phrase_ends_where_its_words_do(text: str, first: str, said: str) -> None:
    assert phrase(text, first) == said


def test_no_phrase_begins_at_a_preposition_or_an_age() -> None:
    assert phrase("قتل في بغداد رجل.", "في") == ""
    assert phrase("قتل شاب عمره 40 عاما في حلب.", "عاما") == ""


@pytest.mark.parametrize(
    ("word", "verb"), [("يمشون", True), ("أعلنت", True), ("خرجوا", True), ("يهودية", False), ("بيروت", False), ("سيارات", False)]
)
def test_finite_verbs_show_in_their_letters(word: str, verb: bool) -> None:
    scene = trace(f"شاهدنا {word} أمس.").story.scene
    assert Phrases(scene).is_verb(1) is verb
