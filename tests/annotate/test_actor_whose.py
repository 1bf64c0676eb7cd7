"""Whose soldiers, crews and units: what the report has just named comes before the army of the country."""

from __future__ import annotations

from datetime import date

import pytest
from actor_text import text_of

from waqai.annotate.actor import annotate_actors

DAY = date(2024, 3, 5)


def who(text: str, words: str, outlet: str | None = None) -> set[str | None]:
    return {m.actor_id for m in annotate_actors(text_of(text, outlet), DAY) if words in m.text}


@pytest.mark.parametrize(
    ("text", "words", "actor_id"),
    [
        ("استهدفت عبوة عربة عسكرية تركية قرب عفرين، وأدى ذلك إلى مقتل جنديين", "جنديين", "tur-forces"),
        ("تعرضت دورية للجيش اللبناني لإطلاق نار في بعلبك فأصيب جندي", "جندي", "lbn-army"),
        ("هاجم مسلحون قاعدة أمريكية في التنف، وقُتل جندي", "جندي", "us-forces"),
        ("أقر جيش الاحتلال بإصابة ضابط وجنديين في بيت حانون", "ضابط", "israel"),
        ("أقر جيش الاحتلال بإصابة ضابط وجنديين في بيت حانون", "جنديين", "israel"),
        ("أعلن الجيش الإسرائيلي، اليوم الأربعاء، مقتل جندي في جباليا", "جندي", "israel"),
        ("قال الجيش الأمريكي إن جنديين أصيبا في دير الزور", "جنديين", "us-forces"),
        ("نعت القوات التركية ثلاثة جنود قضوا في الزاب بدهوك", "جنود", "tur-forces"),
        ("تعرضت نقطة للشرطة الاتحادية لهجوم في كركوك فقُتل ضابط وأصيب جنديان", "ضابط", "irq-fedpol"),
        ("تعرضت القوات الأمريكية لهجوم في التنف أصيب فيه جندي", "جندي", "us-forces"),
        ("أسفر كمين عن مقتل جنديين في هجوم على القوات الفرنسية قرب غاو أصيب فيه ضابط", "ضابط", "fra-forces"),
        ("توغلت قوة معادية قوامها عشرة جنود في ميس الجبل", "جنود", "israel"),
        ("قال ضابط برتبة مقدم في الشرطة إن عبوة انفجرت في الموصل", "ضابط", "irq-police"),
    ],
)
def test_bare_soldiers_belong_to_the_force_just_named(text: str, words: str, actor_id: str) -> None:
    assert who(text, words) == {actor_id}


@pytest.mark.parametrize(
    ("text", "words", "actor_id"),
    [
        ("قصفت طائرة إسرائيلية موقعاً عسكرياً في ريف حمص فقُتل جنديان", "جنديان", "syr-state"),
        ("قُتل جندي بهجوم على حاجز قرب الموصل", "جندي", "irq-army"),
        ("نفذت القوات التركية حملة في دهوك. وفي الرمادي والفلوجة والموصل وكركوك انتشر الجيش العراقي. وقُتل ضابط بهجوم في الرمادي", "ضابط", "irq-army"),
    ],
)  # fmt: skip
def test_a_force_that_attacks_lends_its_name_to_no_soldier(text: str, words: str, actor_id: str) -> None:
    assert who(text, words) == {actor_id}


def test_a_party_speaks_of_its_foes_soldiers() -> None:
    text = "بيان وحدات مقاومة الجنوب: استهدفت قوات تحرير عفرين نقطة في شيراوا، وقنص مقاتلونا جندياً"
    assert who(text, "جندي") == {"tur-forces"}
    text = "أعلنت كتائب القسام أنها فجرت عبوة في ناقلة جند شرق جباليا وأوقعت طاقمها بين قتيل وجريح"
    assert who(text, "طاقمها") == {"israel"}
    text = "أعلنت الجبهة الوطنية للتحرير تدمير قاعدة صواريخ لعصابات الأسد غرب حماة ومقتل طاقمها"
    assert who(text, "طاقمها") == {"syr-regime"}


def test_units_of_whoever_says_so() -> None:
    text = "أعلنت قوى الأمن الداخلي (الأسايش) تفكيك خلية لتنظيم داعش في الحسكة. وأوضحت في بيان أن وحداتها داهمت المنزل"
    assert who(text, "وحداتها") == {"asayish"}


@pytest.mark.parametrize(
    ("text", "words", "actor_id"),
    [
        ("قُتل السائق ومرافقه بقصف على الطريق", "ومرافقه", "civilians"),
        ("نجا مدير الناحية وحارسه من عبوة", "وحارسه", "local-officials"),
    ],
)
def test_who_goes_along_shares_the_side(text: str, words: str, actor_id: str) -> None:
    assert who(text, words) == {actor_id}


def test_called_later_by_a_noun_inside_the_name() -> None:
    text = 'حيّد الجيش التركي 5 إرهابيين من تنظيم "ي ب ك" شمالي سوريا. وجاؤوا من مناطق التنظيم'
    assert who(text, "التنظيم") == {"ypg"}
    text = 'اختطفت مجموعات من ميليشيا "قسد" شاباً في الرقة، ثم انسحب مسلحو الميليشيا'
    assert who(text, "مسلحو") == {"sdf"}


def test_a_patron_belongs_to_the_name_and_takes_no_part() -> None:
    found = annotate_actors(text_of('اختطفت ميليشيا "قسد" المرتبطة بقوات الاحتلال الأمريكي شاباً في الرقة'), DAY)
    assert [m.actor_id for m in found] == ["sdf", "civilians"]
    found = annotate_actors(text_of("قُتل 9 من عناصر قوات النظام والمسلحين الموالين لها في إدلب"), DAY)
    assert [m.actor_id for m in found] == ["syr-regime", "regime-loyalists"]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ('هاجم مقاتلون من "قوات درع السودان"، التي تقاتل في صف الجيش السوداني، قرية', ["sudan-shield"]),
        ("انتشر الجيش الوطني السوري الموالي لتركيا في عفرين", ["sna"]),
        ("اغتيل متعاون مع الأمن العسكري في داعل", ["syr-branches"]),
        ("أصيب أحد عناصر أمن حركة طالبان في كابول", ["taliban"]),
    ],
)
def test_one_mention_with_what_ties_it(text: str, ids: list[str]) -> None:
    assert [m.actor_id for m in annotate_actors(text_of(text), DAY)] == ids


def test_military_intelligence_is_the_army_of_its_country() -> None:
    assert who("أوقفته قوة من الاستخبارات العسكرية عند سيطرة في الفلوجة", "الاستخبارات") == {"irq-army"}
    assert who("أوقف عناصر من الاستخبارات العسكرية ستة شبان في ود مدني بالسودان", "الاستخبارات") == {"sdn-army"}


def test_verbs_and_objects_are_no_attackers() -> None:
    assert who("رصدت القوات رتلاً للمرتزقة في منبج فضربته بثلاث مسيّرات", "فضربته") == set()
    assert who("قُتل عنصران من قوات النظام في حماة جراء استهدافهم بالرصاص", "استهدافهم") == set()


def test_a_base_listed_as_a_name_is_a_thing() -> None:
    found = annotate_actors(text_of("تعرضت القاعدة الأمريكية في كونيكو لقصف"), DAY)
    assert ("object", "post") in found[0].attrs


def test_an_agency_heading_a_text_gives_it_its_side() -> None:
    assert who("🔻 #أعماق | إعطاب آلية للـPKK جنوب الحسكة", "PKK") == {"sdf"}
    assert who("قال الجيش التركي إن مسلحي الـPKK هاجموا نقطة في دهوك", "PKK") == {"pkk"}


def test_the_occupier_depends_on_the_party_that_speaks() -> None:
    text = 'بيان لـ"المقاومة الإسلامية في العراق": قصف مجاهدونا قاعدة الاحتلال في حقل كونيكو بدير الزور'
    assert who(text, "الاحتلال") == {"us-forces"}
    assert who("اقتحمت قوات الاحتلال بلدة قرب جنين", "الاحتلال") == {"israel"}


def test_before_is_no_imam() -> None:
    assert who("خطفه مسلحون من أمام مسجد في إب", "أمام") == set()
    assert who("اغتيل إمام مسجد في إب", "إمام") == {"civilians"}
