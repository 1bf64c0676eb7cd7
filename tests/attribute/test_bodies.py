"""Bodies the registry does not hold speak under their own name; nouns that only look like a body do not."""

from __future__ import annotations

import pytest

from waqai.attribute.bodies import latin
from waqai.normalise import fold
from waqai.pipeline import code_text


def claimants(text: str, outlet: str | None = None) -> list[str]:
    return [c.claimant.name_en for c in code_text(text, published="2024-03-05", outlet=outlet).claims]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('وأحصى مركز "ميزان" للتوثيق 38 حالة وفاة جراء التعذيب في سجن الناصرية خلال عام 2022.', "Mizan Documentation Center"),
        ("أفادت منظمة «روان نور» الحقوقية بأن قوات الأمن الإيرانية اعتقلت 17 شابا أمس.", "Ruan Nur Organisation"),
        ("قال معهد الرافدين لدراسات السلام إن باكستان شهدت 69 هجوماً في فبراير الماضي حصدت 135 قتيلاً.", "research centre"),
        ("أعلنت غرفة طوارئ الأبيض مقتل خمسة أشخاص بقصف مسيّرة على داخلية للطالبات في الأبيض أمس.", "El Obeid Emergency Room"),
        ("خلص «مرصد الضربات» إلى أن 96 مدنيا قتلوا في سوريا خلال شباط الماضي جراء 88 ضربة.", "Airstrike Monitor"),
        ("قُتل 63 من أبناء القرية ذبحا أمس، بحسب رابطة أهالي حماة.", "Hama Residents' Association"),
        ("قال المتحدث باسم رابطة ضحايا الألغام إن طفلين قُتلا بانفجار لغم في الحديدة أمس.", "Landmine Victims' Association"),
        ("وبحسب منظمة «سند» المحلية، شهدت عدن 34 عملية اغتيال خلال العام الماضي.", "Sanad Organisation"),
        ("ذكرت النقابة الوطنية للصحفيين السودانيين أن مسلحين خطفوا صحفيا في أم درمان أمس.", "National Sudanese Journalists' Syndicate"),
        ("خطف مسلحون أربعة سائقين على طريق موبتي أمس، بحسب اتحاد سائقي الشاحنات في مالي.", "Truck Drivers' Union"),
        ("وأفاد الاتحاد الوطني للصحفيين الصوماليين بأن الشرطة اعتقلت صحفيا في كيسمايو أمس.", "National Somali Journalists' Union"),
        ("أكدت نقابة المحامين العراقيين مقتل محام برصاص مسلحين في بغداد أمس.", "Iraqi Lawyers' Syndicate"),
        ("وأوضح عضو نقابة المعلمين أن مسلحين قتلوا معلما في البصرة أمس.", "Teachers' Syndicate"),
        ("قال مجلس قبائل وصاب إن مسلحين خطفوا تاجرا في ذمار أمس.", "Wasab Tribes' Council"),
        ("ناشدت نقابة الصيادلة اليمنيين المنظمات التدخل، وذكرت أن مسلحين خطفوا تاجرا في تعز أمس.", "Yemeni Pharmacists' Syndicate"),
        ("أكدت إدارة مستشفى النو أن قذائف قتلت ثلاثة مرضى في أم درمان أمس.", "medical source"),
        ("أعلن المستشفى الأهلي مقتل ستة أشخاص بغارة إسرائيلية على حي الزيتون أمس.", "medical source"),
        ("قالت لجان مقاومة الفاشر إن قوات الدعم السريع قتلت ثمانية مدنيين في المدينة أمس.", "El Fasher Resistance Committees"),
        ("ذكرت لجنة حماية الصحفيين أن مسلحين قتلوا صحفيا في غزة أمس.", "CPJ"),
        ("نقابة المحامين في تونس: قوات الأمن اعتقلت ثلاثة محامين في صفاقس أمس.", "Lawyers' Syndicate"),
        ("عاجل | مستشفى الشفاء: خمسة شهداء بقصف إسرائيلي على حي الزيتون أمس.", "medical source"),
        ("خلص مركز توثيق الانتهاكات إلى أن غارة قتلت تسعة مدنيين في دوما أمس.", "Violations Documentation Center"),
        ("قال مكتب حقوق الإنسان في الجوف إن لغما قتل راعيا أمس.", "Human Rights Office"),
    ],
)
def test_a_named_body_speaks(text: str, name: str) -> None:
    assert claimants(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "قالت منظمة محلية إن مسلحين خطفوا تاجرا في تعز أمس.",
        "قالت شبكة إخبارية محلية إن مسلحين خطفوا تاجرا في تعز أمس.",
        "قال موقع إخباري إن مسلحين خطفوا تاجرا في تعز أمس.",
        "وقالت لجنة إنقاذ في ولاية الجزيرة إن الدعم السريع قتل تسعة في قرية أزرق أمس.",
        "قال اتحاد الكرة إن جماهير هاجمت حافلة الفريق في تعز أمس.",
        "قالت لجنة أممية إن الجيش قتل سبعة مدنيين في الفاشر أمس.",
        "قال مجلس الأمن الدولي إن مسلحين قتلوا جنديا في دارفور أمس.",
        "هاجم مسلحون مركز الشرطة في تعز أمس وخطفوا شرطيا.",
    ],
)
def test_a_bare_kind_of_body_has_no_name(text: str) -> None:
    assert all(name in ("outlet/correspondent", "local sources", "activists") for name in claimants(text))


def test_an_outlet_outside_the_registry_that_quotes_itself_is_the_outlet() -> None:
    text = "أكدت مبادرة «ضفاف النهر» أن مسلحين خطفوا تاجرا في تعز أمس."
    assert claimants(text, outlet="ضفاف النهر") == ["outlet/correspondent"]
    assert claimants(text) != ["outlet/correspondent"]


def test_a_body_known_to_the_registry_keeps_its_name() -> None:
    assert claimants("قالت شبكة أطباء السودان إن قصفا قتل سبعة مدنيين في الفاشر أمس.") == ["Sudan Doctors Network"]


@pytest.mark.parametrize(("word", "name"), [("ميزان", "Mizan"), ("سند", "Sanad"), ("درج", "Daraj"), ("أفاد", "Afad"), ("وطن", "Watan")])
def test_latin_letters(word: str, name: str) -> None:
    assert latin(fold(word)) == name
