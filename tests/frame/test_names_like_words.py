"""Words of a party's name, of a victim or of what follows that must not silence the verb beside them."""

import pytest
from frame_text import claims, one, sides


@pytest.mark.parametrize(
    ("text", "kind", "who", "whom"),
    [
        ("سيطرت هيئة تحرير الشام على بلدة البارة.", "seizure_of_territory", "HTS", None),
        ("داهمت هيئة تحرير الشام منزل شاب في سرمين.", "raid", "HTS", "civilians"),
        ("قصفت جبهة النصرة بلدة نبل بالصواريخ في 5 أيار 2015.", "shelling", "Jabhat al-Nusra", None),
        ("هاجم مسلحون قوات الحكومة في تعز.", "attack", "unknown gunmen", "Yemeni government forces"),
        ("خطف مسلحون مجهولون مدنياً في نوى.", "abduction", "unknown gunmen", "civilians"),
        ("سيطرة تنظيم داعش على بلدة هيت.", "seizure_of_territory", "ISIS", None),
        ("استولى الحوثيون على منازل المدنيين في حيس.", "looting_or_property_destruction", "Houthis", "civilians"),
        ("حررت القوات العراقية ثلاث رهائن من قبضة عصابة في الزبير.", "raid", "Iraqi security forces", "civilians"),
        ("حرر الجيش العراقي قرية الحود من تنظيم داعش.", "seizure_of_territory", "Iraqi army", "ISIS"),
        ("اعتقلت قسد شابين من حافلة في منبج.", "arrest", "SDF", "civilians"),
    ],
)
def test_the_verb_is_read(text: str, kind: str, who: str, whom: str | None) -> None:
    c = one(text)
    assert (str(c.event_type), *sides(c)) == (kind, who, whom)


@pytest.mark.parametrize(
    "text",
    [
        "خطف الفريق نقطة ثمينة في حلب.",
        "داهمت هيئة الرقابة والتفتيش مستودعاً للأغذية في حلب.",
        "هاجم النائب أداء الحكومة في بغداد.",
        "استعاد اللاعب لقبه في دمشق.",
        "سيطر رجال الإطفاء على حريق في سوق البصرة.",
    ],
)
def test_other_senses_are_no_event(text: str) -> None:
    assert not claims(text)
