"""A communiqué quoted over several paragraphs: who says "our forces", and who answers for what stands between the marks."""

from __future__ import annotations

from waqai.pipeline import code_text

QUOTED = (
    "قتلى من الجيش التركي في ريف حلب الشمالي\n"
    'قالت "قوات تحرير عفرين"، في بيان اليوم الأربعاء، إنها نفذت سلسلة عمليات في ريف حلب الشمالي.\n'
    "وفصّل البيان تلك العمليات على النحو التالي:\n"
    '"بتاريخ 9 تموز، هاجم مقاتلونا نقطة لمرتزقة الاحتلال التركي بالقرب من قرية كيمار، فقُتل ثلاثة من المرتزقة.\n'
    "وبتاريخ 11 تموز، قنصت قواتنا أحد المرتزقة على أطراف بلدة مارع فقُتل على الفور.\n"
    'وبتاريخ 14 تموز، وقعت عربة لجيش الاحتلال في كمين نصبته قواتنا على مقربة من قرية كفر جنة، قُتل فيه جنديان".\n'
    "وأصيب طفلان صباح اليوم جراء سقوط قذائف على قرية الشيخ عيسى، ونقل الأهالي المصابين إلى مشفى المدينة. "
    "ويسكن القرية مهجرون من عفرين وريفها منذ سنوات، ويقول السكان إن القصف على أطرافها يتكرر من غير إنذار، "
    "وإن كثيراً من العائلات تفكر في الرحيل إلى مدينة حلب إذا استمرت الحال على ما هي عليه حتى حلول الشتاء."
)


def test_the_party_that_is_quoted_says_our_forces() -> None:
    told = code_text(QUOTED, published="2020-07-15").claims
    inside = [c for c in told if c.perpetrator is not None]
    assert [c.perpetrator.name_en for c in inside if c.perpetrator] == ["Afrin Liberation Forces"] * 3
    assert {c.claimant.name_en for c in inside} == {"Afrin Liberation Forces"}
    assert {str(c.modality) for c in inside} == {"claimed"}


def test_behind_the_closing_mark_the_outlet_speaks() -> None:
    last = code_text(QUOTED, published="2020-07-15").claims[-1]
    assert (str(last.event_type), last.claimant.name_en) == ("shelling", "outlet/correspondent")


def test_a_monitor_s_list_in_quotation_marks() -> None:
    text = (
        'أورد المرصد السوري لحقوق الإنسان تفاصيل بعض الهجمات كالآتي: "في 4 آب، هاجم مسلحون من داعش نقطة لقسد في بلدة غرانيج، '
        "ما أسفر عن إصابة عنصر.\n"
        'وفي 7 آب، فجّر التنظيم عبوة ناسفة بسيارة عسكرية للأسايش قرب قرية الكالطة".\n'
        "وفي حادثة منفصلة، أصيب طفل بانفجار لغم في بلدة الكسرة."
    )
    told = code_text(text, published="2025-08-10").claims
    assert [c.claimant.name_en for c in told] == ["SOHR", "SOHR", "outlet/correspondent"]


def test_a_mark_left_open_quotes_nobody() -> None:
    text = 'قالت قسد إن "العدو قصف القرية.\nوأصيب طفل بانفجار لغم في بلدة الكسرة.\nوقُتل رجل برصاص مجهولين في الشحيل.'
    assert [c.claimant.name_en for c in code_text(text, published="2025-08-10").claims][-1] == "outlet/correspondent"
