"""Sources at the head and at the close of a line, on bullets, before several events, named two at once."""

from __future__ import annotations

import pytest

from waqai.pipeline import code_text


def told(text: str) -> list[tuple[str, str]]:
    return [(c.claimant.name_en, str(c.modality)) for c in code_text(text, published="2024-03-05").claims]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("عاجل - مقتل ثمانية دركيين الاثنين في كمين قرب تيرا في غرب النيجر (مصدر أمني لفرانس برس)", "security source"),
        ("مقتل ثلاثة في غارة إسرائيلية على سيارة في بلدة عيترون - وزارة الصحة اللبنانية", "Lebanese MoH"),
        ("سبعة قتلى في قصف للدعم السريع على حي بمدينة الأبيض: مصدر طبي", "medical source"),
        ("مقتل تسعة جنود في هجوم على معسكر للجيش قرب نارا", "outlet/correspondent"),
        ("قتل جنديان بانفجار لغم قرب تدمر (سوريا).", "outlet/correspondent"),
        ("داهمت قوة إسرائيلية بناية في قباطية أمس واعتقلت أربعة شبان، على ما ذكر نادي الأسير.", "Palestinian Prisoners' Club"),
        (
            "هيئة شؤون الأسرى ونادي الأسير أعلنا أمس اعتقال الجيش الإسرائيلي ثلاثة شبان في جنين.",
            "Palestinian Prisoners' Affairs Commission",
        ),
        ("وأظهر أحدث تقدير لمنظمة الصحة العالمية أن قصف طرابلس أمس أودى بحياة 19 شخصا.", "WHO"),
    ],
)
def test_one_line(text: str, name: str) -> None:
    assert [n for n, _ in told(text)] == [name]


def test_each_bullet_has_its_own_source() -> None:
    text = (
        "بلاغات صادرة عن المقاومة في غزة اليوم\n▪️ كتائب القسام بالاشتراك مع سرايا القدس: قصف تجمع لجنود العدو في حي الشجاعية.\n"
        "📎 جيش الاحتلال: إصابة جندي بنيران قناص صباح اليوم في القرارة."
    )
    assert [n for n, _ in told(text)] == ["Hamas (Qassam Brigades)", "Israel"]


def test_two_events_behind_one_verb_have_one_source() -> None:
    text = "قال مصدر أمني إن عبوة انفجرت بدورية في المقدادية أمس وقتلت شرطيا، وإن مسلحين هاجموا نقطة في العظيم يوم الأحد وأصابوا جنديين."
    assert told(text) == [("security source", "reported")] * 2


def test_who_counts_is_who_speaks() -> None:
    text = "وقالت شبكة أطباء السودان إنها رصدت لقوات الدعم السريع هجوما على قرية أزرق أمس قتل تسعة مدنيين."
    assert [n for n, _ in told(text)] == ["Sudan Doctors Network"]


def test_the_united_nations_are_no_party() -> None:
    (c,) = code_text("قالت الأمم المتحدة إن غارة جوية على سوق كبكابية أمس قتلت 30 مدنيا.", published="2024-03-05").claims
    assert (c.perpetrator, str(c.modality)) == (None, "reported")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "وثقت شبكة أطباء السودان مقتل 30 مدنيا في ولايتين خلال يومين. ففي ولاية الجزيرة، قتل 11 شخصا بهجوم للدعم السريع على قرية "
            "التكينة أمس. وفي الفاشر، قتل 19 شخصا بقصف مدفعي على حي أولاد الريف أمس.",
            {"Sudan Doctors Network"},
        ),
        ("خرجت شبكة درعا 24 بحصيلة قاتمة عن أمس، إذ أحصت مقتل أربعة أشخاص برصاص مجهولين في مدينة جاسم.", {"Daraa 24"}),
        ("أدانت بعثة مونوسكو هجوما نفذته ميليشيا كوديكو على مخيم في جوغو أمس، قالت إنه أودى بحياة 45 نازحا.", {"MONUSCO"}),
        ("خطف مسلحون تاجرا في بلدة الشحيل أمس، كما قال رئيس مجلسها المحلي.", {"local officials"}),
        ("قُتل راع بانفجار لغم في الجوف أمس، بحسب التقرير الشهري للمرصد اليمني للألغام.", {"Yemeni Landmine Monitor"}),
        ("أما المرصد السوري فيضع ما جرى في سياق آخر. وبحسبه، خطف مسلحون ثلاثة مدنيين في حماة أمس.", {"SOHR"}),
    ],
)
def test_one_source_for_all(text: str, names: set[str]) -> None:
    assert {n for n, _ in told(text)} == names


def test_the_same_source_is_no_outlet_of_that_name() -> None:
    text = "المصدر أونلاين - خاص\nقال المرصد اليمني للألغام إن لغما قتل سائقا في حيس أمس.\nوفي الجوف، أصاب لغم بدويا في خب والشعف أمس، وفق المصدر ذاته."
    assert {n for n, _ in told(text)} == {"Yemeni Landmine Monitor"}


def test_a_headline_about_a_party_is_not_signed_by_it() -> None:
    text = '"داعش" يعلن اغتيال رجل دين في هرات\n\nخرجت نساء في كابول صباح اليوم في احتجاج، واعتقل عناصر طالبان أربعا منهن.'
    assert "ISIS (Khorasan Province)" not in {n for n, _ in told(text)}


@pytest.mark.parametrize(
    "comment",
    [
        "ويرى محللون أن الهجوم يعكس ضعف الجيش المالي.",
        "وطالبت منظمة العفو الدولية بفتح تحقيق.",
        "ويخشى السكان أن تتكرر الحوادث.",
        "ودعت الأمم المتحدة جميع الأطراف إلى ضبط النفس.",
        "وأدانت جامعة الدول العربية الهجوم.",
    ],
)
def test_comment_on_an_event_claims_nothing(comment: str) -> None:
    assert set(told(f"قُتل جنديان بهجوم مسلح قرب بلدة نارا أمس. {comment}")) == {("outlet/correspondent", "reported")}


def test_who_adopts_an_event_answers_for_it() -> None:
    text = "أعلنت الشرطة الإيرانية مقتل ثلاثة من عناصرها بهجوم مسلح قرب إيرانشهر أمس. وتبنى جيش العدل الهجوم."
    assert told(text) == [("Jaish al-Adl", "claimed")]


def test_who_denies_responsibility_claims_none() -> None:
    text = "اتهمت شبكة أطباء السودان قوات الدعم السريع بقتل 14 مدنيا في قرية النهود أمس.\nلكن الدعم السريع نفى مسؤوليته عن الهجوم."
    assert told(text) == [("Sudan Doctors Network", "reported"), ("RSF", "denied")]


@pytest.mark.parametrize("outlet", ["الجزيرة - عاجل", "الجزيرة", "قناة الجزيرة | سوريا"])
def test_an_edition_of_an_outlet_is_the_outlet(outlet: str) -> None:
    text = "عاجل | مراسل الجزيرة: فجر اليوم المدفعية الإسرائيلية تقصف وادي اليرموك غربي درعا."
    assert {c.claimant.name_en for c in code_text(text, published="2024-03-05", outlet=outlet).claims} == {"outlet/correspondent"}
