"""Who holds an office speaks for its body; a definite person without a name is who spoke before."""

from __future__ import annotations

import pytest

from waqai.pipeline import code_text

_EVENT = "مسلحين هاجموا قافلة قرب جلولاء أمس وقتلوا سائقا"


def claimants(text: str) -> list[str]:
    return [c.claimant.name_en for c in code_text(text, published="2024-03-05").claims]


@pytest.mark.parametrize(
    ("speaker", "name"),
    [
        ('نائب رئيس ما يسمى "مركز المصالحة الروسي"', "Russian reconciliation centre"),
        ("مستشار الصحافة والعلاقات العامة في وزارة الدفاع التركية", "Turkish MoD"),
        ("المدير التنفيذي للمرصد اليمني للألغام فارس الحميري", "Yemeni Landmine Monitor"),
        ("عضوة اللجنة التنفيذية لشبكة أطباء السودان تسنيم الأمين", "Sudan Doctors Network"),
        ("مسؤول محور كركوك في قوات البيشمركة", "Peshmerga"),
        ("خبراء في الأمم المتحدة", "UN"),
        ('مصدر عسكري في "مجلس دير الزور العسكري"', "SDF"),
        ("مصدر عسكري حوثي", "Houthis"),
        ("مدير ناحية قره تبة في محافظة ديالى", "local officials"),
        ("مسؤول محلي لوكالة فرانس برس", "local officials"),
        ("وزير الصحة في ولاية سنار", "local officials"),
        ("المجلس المحلي في راجو", "Rajo local council"),
        ("حكومة ولاية الخرطوم", "local officials"),
        ("وزارة الكهرباء العراقية", "Iraqi Ministry of Electricity"),
        ("الدفاع المدني اليمني", "Yemeni Civil Defence"),
    ],
)
def test_the_body_behind_an_office(speaker: str, name: str) -> None:
    assert claimants(f"وأفاد {speaker} بأن {_EVENT}.") == [name]


@pytest.mark.parametrize(
    ("first", "again", "name"),
    [
        ("أعلنت وزارة الدفاع التركية", "ولفت المسؤول التركي إلى", "Turkish MoD"),
        ("أعلن مركز المصالحة الروسي", "وقال نائب رئيس المركز في إفادة صحفية", "Russian reconciliation centre"),
        ("ذكر طبيب في مستشفى النو", "وأوضح الطبيب", "medical source"),
    ],
)
def test_a_person_told_of_again(first: str, again: str, name: str) -> None:
    text = f"{first} أن لغما انفجر بحافلة في مدينة الكوت أمس وقتل راكبين.\n{again} أن {_EVENT}."
    assert claimants(text) == [name, name]


def test_the_accused_is_nobodys_body() -> None:
    text = "اتهم مسؤول في السلطة المحلية بمحافظة مأرب اليمنية جماعة الحوثي بإطلاق صاروخ على محطة وقود أمس."
    assert claimants(text) == ["local officials"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "اختطف مسلحون تلاميذ قرب كاتسينا أمس، وطوقت الشرطة النيجيرية القرية.\nوقال متحدث عسكري إن مقاتلات قصفت معسكرا للعصابات أمس.",
            "Nigerian army",
        ),
        ("وقال ناطق ميداني إن مسيّرة هاجمت ثكنة في وادي عومران أمس وقتلت جنديين.", "military source"),
        ("ظهر متحدث باسم جماعة الحوثي على شاشة التلفزيون أمس ليعلن استهداف سفينة بصاروخ في البحر الأحمر.", "Houthis"),
        ("قالت شرطة عدن إن مسلحين خطفوا تاجرا في المنصورة أمس.", "Yemeni police"),
    ],
)
def test_spokesmen_without_a_body(text: str, name: str) -> None:
    assert name in claimants(text)


def test_the_caption_of_a_picture_signs_nothing() -> None:
    text = "12 ضحية بقصف على التحيتا\n\nمسلحون حوثيون\n\nسقط 12 مدنيا بين قتيل وجريح أمس جراء قصف شنته مليشيا الحوثي على التحيتا."
    assert claimants(text) == ["outlet/correspondent"]


def test_what_pages_spread_and_somebody_denies_is_rumour() -> None:
    text = "تناقلت صفحات في مواقع التواصل أنباء عن إحراق الجيش السوري منازل في قرية بيت عانا أمس، الأمر الذي نفاه قائد الأمن الداخلي."
    assert claimants(text)[0] == "social media rumours"


def test_the_foundation_is_the_monitor_whoever_spoke_in_between() -> None:
    text = (
        "أعلنت هيئة شؤون الأسرى ونادي الأسير أن معتقلا قُتل في سجن مجدو أمس. وزعم الجيش الإسرائيلي أنه توفي بمشكلة صحية.\n"
        "وتقول المؤسستان إن الجيش الإسرائيلي اعتقل أربعة شبان في قباطية أمس."
    )
    assert claimants(text)[-1] == "Palestinian Prisoners' Affairs Commission"
