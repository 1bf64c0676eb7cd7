"""Lexicon hits in running text: forms, company, exclusion, phrases, blocks."""

from __future__ import annotations

import pytest

from waqai.annotate.words import annotate_words
from waqai.model import Report, WordMention
from waqai.resources.lexicon import lexicon
from waqai.segment import segment


def hits(text: str, layer: str = "trigger") -> list[WordMention]:
    return [w for w in annotate_words(segment(Report(id="t", text=text, sha256="t"))) if w.layer == layer]


def ids(text: str, layer: str = "trigger") -> list[str]:
    return [w.entry.split(".", 1)[1] for w in hits(text, layer)]


@pytest.mark.parametrize(
    ("text", "form", "prefix"),
    [
        ("اغتال مسلحون قاضيا.", "past", ""),
        ("واغتالوه في بيته.", "past", "و"),
        ("سيغتال المسلحون القاضي.", "present", "س"),
        ("جرى الاغتيال ليلا.", "masdar", "ال"),
        ("قتل في محاولة اغتيال.", "masdar", ""),
    ],
)
def test_form_and_prefix(text: str, form: str, prefix: str) -> None:
    found = next(w for w in hits(text) if w.entry == "trigger.assassinate")
    assert (found.form, found.prefix) == (form, prefix)


def test_the_span_is_the_word_as_written() -> None:
    text = "أُصيب طفلٌ في تعز."
    (w,) = hits(text)
    assert text[w.span.start : w.span.end] == w.text == "أُصيب"


def test_company_must_stand_near() -> None:
    assert "met-death" in ids("لقي السائق مصرعه قرب الجسر.")
    assert "met-death" not in ids("لقي المشروع ترحيبا من السكان.")
    far = "لقي المشروع ترحيبا واسعا من سكان البلدة كلها ومن جيرانهم في القرى المجاورة لها ثم ذكر مصرعه."
    assert "met-death" not in ids(far)


def test_company_does_not_cross_a_sentence() -> None:
    assert "met-death" not in ids("لقي المشروع ترحيبا. وبحث الناس عن مصرعه.")


def test_exclusion() -> None:
    assert "clash" in ids("اندلعت مواجهات قرب الجسر.")
    assert "clash" not in ids("مواجهات كروية في الدوري.")


def test_a_longer_phrase_hides_its_words() -> None:
    found = ids("هاجمت مسيّرة مفخخة مستودعا.")
    assert "attack-drone" in found
    assert "vbied" not in found
    assert ids("هاجمت مسيّرة مفخخة مستودعا.", "weapon") == ["drone"]


def test_a_peaceful_march_is_no_drone() -> None:
    assert ids("خرجت مسيرة سلمية في المدينة.", "weapon") == []
    assert "march" in ids("خرجت مسيرة سلمية في المدينة.")


def test_a_phrase_may_take_the_article() -> None:
    assert "mass-grave" in ids("فتحت الفرق المقبرة الجماعية قرب البلدة.")


def test_a_noun_after_a_preposition_is_no_verb() -> None:
    w = next(w for w in hits("قُبض عليه بعد قتل جاره.") if w.entry == "trigger.kill")
    assert w.form == "masdar"


def test_boilerplate_has_no_words() -> None:
    text = "عنوان قصير عن البلدة\nعاد السكان إلى بيوتهم بعد أيام من الهدوء.\nاقرأ أيضا: مقتل جنديين في هجوم"
    assert hits(text) == []


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("قال المتحدث كلمة.", "say"),
        ("أضاف المصدر كلمة.", "continue"),
        ("نفى الجيش ذلك.", "deny"),
        ("اتهم الأهالي الجيش.", "accuse"),
        ("تبنت الجماعة ذلك.", "claim-resp"),
    ],
)
def test_speech(text: str, entry: str) -> None:
    assert entry in ids(text, "speech")


def test_hits_come_in_text_order() -> None:
    found = hits("قتل مسلحون جنديا وخطفوا آخر ونهبوا متجرا وأحرقوا منزلا.")
    assert [w.first for w in found] == sorted(w.first for w in found)


def test_memory_of_a_word_does_not_change_it() -> None:
    lex = lexicon()
    assert lex.hits("اغتيال") is lex.hits("اغتيال")
