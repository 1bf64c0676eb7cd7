"""Who answers for a claim: weeklies of several branches, a party's agency and its unnamed source, those met on the way."""

from __future__ import annotations

import pytest

from waqai.pipeline import code_text


def claimants(text: str) -> set[str]:
    return {c.claimant.name_en for c in code_text(text, published="2024-03-05").claims}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('جاء في العدد الأسبوعي لجريدة "النبأ" أن مقاتلي التنظيم هاجموا ثكنة للجيش في بيجي وقتلوا جنديين.', "ISIS"),
        ('وذكرت وكالة الأنباء السورية "سانا" نقلاً عن مصدر عسكري أن غارة إسرائيلية استهدفت مطار حلب وقتلت شخصاً.', "SANA"),
        ("توفي طفل أمس حين سقطت قذيفة وسط ملعب في مدينة تعز، وفقاً لإدارة مستشفى الثورة.", "medical source"),
        ("قال ممرض في مستوصف الميادين إن عاملين قُتلا بانفجار لغم في بادية الميادين أمس.", "medical source"),
        ("شوهدت أرتال من القوة المشتركة وهي تعبر مدينة الفاو مساء أمس، طبقاً لشاهدين تحدثا إلى سودان تربيون.", "local sources"),
        ("أكد وسيط قبلي أن مسلحين خطفوا تاجراً في مدينة عتق أمس.", "local sources"),
    ],
)
def test_who_told_it(text: str, name: str) -> None:
    assert claimants(text) == {name}


def test_a_weekly_of_several_branches_is_the_whole_partys() -> None:
    text = (
        "ولاية غرب إفريقية\nبفضل الله، هاجم جنود الخلافة أمس ثكنة للجيش النيجيري في بلدة مالام فاتوري وقتلوا ستة جنود.\n"
        "ولاية سيناء\nقنص المجاهدون أمس عنصراً من الجيش المصري المرتد جنوب رفح، فهلك على الفور."
    )
    assert claimants(text) == {"ISIS"}
