"""Texts that a party writes itself: heads in many shapes, lines with a name before a mark, fighters' own idiom, lists."""

from __future__ import annotations

import pytest

from waqai.pipeline import code_text


def coded(text: str, outlet: str | None = None) -> list[tuple[str, str]]:
    return [(c.claimant.name_en, str(c.modality)) for c in code_text(text, published="2024-03-05", outlet=outlet).claims]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("بسم الله الرحمن الرحيم\n\nالدولة الإسلامية | ولاية العراق – كركوك\n\nكمن جنود الخلافة أمس لآلية للشرطة قرب الحويجة.", "ISIS"),
        ("الدولة الإسلامية - ولاية غرب إفريقية\nبتوفيق الله، هاجم جنود الخلافة أمس ثكنة في بلدة مونغونو وقتلوا خمسة جنود.", "ISIS (West Africa Province)"),
        ("ولاية الصومال\nبفضل الله، استهدف جنود الخلافة أمس آلية للجيش قرب بوصاصو بعبوة ناسفة.", "ISIS (Somalia Province)"),
        ("بيان: نفذ المجاهدون هجومًا على قاعدة للجيش الصومالي في بلدة تيدان بإقليم هيران، وقتلوا العشرات.", "al-Shabaab"),
        ("🔻 #أعماق | إعطاب آلية للجيش المالي بتفجير عبوة ناسفة قرب ميناكا أمس", "ISIS"),
        ("وكالة أعماق: مقتل 4 عناصر من الجيش الصومالي بهجوم على حاجز لهم قرب بوصاصو", "ISIS"),
        ("المقاومة الإسلامية في لبنان: 3 عمليات\nاستهدف مجاهدونا أمس موقع المطلة بالأسلحة الصاروخية.", "Hezbollah"),
        ("HPG: مقتل ثلاثة جنود أتراك في عملية قنص بمنطقة متينا", "PKK"),
        ("#عاجل\nبيان لـ\"المقاومة الإسلامية في العراق\": مجاهدونا دكّوا فجر اليوم قاعدة عين الأسد برشقة صواريخ.", "Islamic Resistance in Iraq"),
        ("#غرفة_عمليات_الفتح_المبين\nاستهدف فوج المدفعية أمس حاجزا للنظام في جورين بالمدفعية.", "Al-Fath al-Mubin Operations Room"),
    ],
)  # fmt: skip
def test_a_party_signs_its_own_text(text: str, name: str) -> None:
    assert coded(text)[0] == (name, "claimed")


@pytest.mark.parametrize(
    "text",
    [
        'قال شهود إن "جنود الخلافة" كتبت على جدار في قرية قرب كركوك. وقتل مسلحون أمس مزارعا في الحويجة.',
        "هاجم مسلحون أمس ثكنة في تيلابيري وقتلوا عشرة جنود.",
        "حارب المجاهدون الأفغان القوات السوفييتية، والحمد لله أن الحرب انتهت.",
        "بتوفيق الله فاز المنتخب على ضيفه.",
    ],
)
def test_nobody_signs_a_report(text: str) -> None:
    assert all(name != "ISIS" for name, _ in coded(text))


def test_a_headline_that_names_the_ministry_does_not_sign_the_report_about_it() -> None:
    text = (
        "الدفاع التركية: تحييد 5 إرهابيين شمالي سوريا\n\nأعلنت وزارة الدفاع التركية أمس تحييد 5 إرهابيين في منطقة نبع السلام.\n\n"
        "وفي الثالث من يناير الماضي انفجرت عبوة ناسفة في سوق بمدينة رأس العين وقتلت طفلا."
    )
    assert coded(text)[-1] == ("outlet/correspondent", "reported")


def test_a_statement_that_is_relayed_does_not_sign_the_report() -> None:
    text = "هاجم مسلحون أمس ثكنة للجيش في تيلابيري وقتلوا عشرة جنود.\nوقال الجيش النيجري في بيان إن التعزيزات وصلت."
    assert coded(text)[0] == ("outlet/correspondent", "reported")


def test_two_voices_in_a_ticker_keep_their_lines() -> None:
    text = (
        'مصدر أمني: مقتل شرطيين بانفجار عبوة ناسفة في بعقوبة\n———\nبيان لـ"المقاومة الإسلامية في العراق": '
        "مجاهدونا دكّوا فجر اليوم قاعدة عين الأسد غربي الأنبار برشقة صواريخ"
    )
    assert coded(text)[-1] == ("Islamic Resistance in Iraq", "claimed")


def test_the_items_of_a_list_go_on_with_the_source_before_it() -> None:
    text = (
        "أعلنت القيادة المركزية الأمريكية، أمس الأحد، مقتل 37 عنصراً في ضربتين بسوريا.\n\n"
        "📍 في 24 شباط، قرب إدلب: غارة جوية قُتل فيها تسعة عناصر من حراس الدين.\n"
        "📍 وفي 16 شباط، قرب السخنة: غارة على معسكر لتنظيم الدولة قُتل فيها 28 عنصراً."
    )
    assert {name for name, _ in coded(text)} == {"CENTCOM"}


def test_a_list_without_a_source_is_the_outlets() -> None:
    text = "أبرز أحداث اليوم:\n• قُتل مدني بانفجار لغم في الحديدة أمس.\n• خطف مسلحون تاجرا في تعز أمس."
    assert {name for name, _ in coded(text)} == {"outlet/correspondent"}


def test_who_shelled_signs_nothing() -> None:
    text = "استهدف قصف مدفعي بلدة سرمين. مصدر القصف قوات النظام المتمركزة في سراقب. وأصيب طفلان."
    told = code_text(text, published="2023-05-14").claims
    assert {c.claimant.name_en for c in told if c.claimant is not None} == {"outlet/correspondent"}
