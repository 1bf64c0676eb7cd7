"""The name masker: its corpus, and 200 invented people in ten forms of which none may pass."""

from __future__ import annotations

import itertools

import pytest
import yaml

from waqai.publish.labels import FOLDER
from waqai.publish.names import find_names, mask_names

CORPUS = yaml.safe_load((FOLDER / "names.corpus.yml").read_text(encoding="utf-8"))
FIRST = [
    "محمد",
    "خالد",
    "فاطمة",
    "هفال",
    "عبدالرحمن",
    "يوسف",
    "زينب",
    "سامر",
    "إبراهيم",
    "ليلى",
    "قتيبة",
    "عدنان",
    "مريم",
    "ياسر",
    "دلشاد",
    "حمزة",
    "رغد",
    "مصطفى",
    "بشار",
    "عائشة",
]
LAST = ["العلي", "الحسن", "الزعبي", "العكيدي", "المصري", "النجار", "الخلف", "الجبوري", "الشمري", "العبدالله"]
FORMS = (
    "قُتل {first} {last} برصاص مجهولين.",
    "قُتل الشاب {first} {middle} {last} قرب البصيرة.",
    "اعتقلت الدورية المدعو {first} {last}.",
    "عُثر على جثة {first} بن {middle} {last} صباح أمس.",
    "أصيب {first} {last} وشقيقه {middle}.",
    "نُقل لـ{first} {last} علاج عاجل.",
    "الضحايا هم: {first} {last}، {middle} {last}.",
    "خُطف الطبيب {first} {middle} على طريق تدمر.",
    'ألقي القبض على الملقب بـ"أبو {middle} {last}" في البلدة.',
    "وقال شاهد يدعى {first} {last} إنه رأى السيارة.",
)


@pytest.mark.parametrize("entry", CORPUS, ids=[e["text"][:40] for e in CORPUS])
def test_corpus_masks_and_keeps(entry):
    text = entry["text"]
    assert [text[a:b] for a, b in find_names(text)] == entry["mask"]
    masked = mask_names(text)[0]
    assert all(k in masked for k in entry.get("keep", ()))


def people():
    pairs = list(itertools.product(FIRST, LAST))[::1]
    for n, (first, last) in enumerate(pairs[:200]):
        yield FORMS[n % len(FORMS)], first, FIRST[(n * 7 + 3) % len(FIRST)], last


def test_two_hundred_people_in_ten_forms_leave_nothing():
    leaks = []
    for form, first, middle, last in people():
        text = form.format(first=first, middle=middle, last=last)
        masked = mask_names(text)[0]
        if last in masked or f" {first} " in f" {masked} " or ("{middle}" in form and f" {middle}" in masked):
            leaks.append((text, masked))
    assert leaks == []


def test_spans_are_ordered_and_point_into_the_text():
    text = "قُتل محمود خالد العلي وأصيبت السيدة فاطمة الحسن."
    spans = find_names(text)
    assert [text[a:b] for a, b in spans] == ["محمود خالد العلي", "فاطمة الحسن"]
    assert all(a < b for a, b in spans)


def test_vowel_marks_and_tatweel_do_not_hide_a_name():
    assert "محم" not in mask_names("قُتل مُحمَّـد خالد العلي.")[0]


def test_empty_text_has_no_names():
    assert find_names("") == []
    assert mask_names("") == ("", 0)
