"""Constructions that tell the sides: who tries, cleft sentences, who falls into an ambush, who laid the device, whose house it is."""

from __future__ import annotations

import pytest
from frame_text import claims, sides


@pytest.mark.parametrize(
    ("text", "perpetrator", "target"),
    [
        ("حاولت مجموعة من المرتزقة منتصف الليلة الماضية التسلل إلى نقاط قواتنا في قرية الطويلة بريف الحسكة، وفق المركز الإعلامي لقسد.", "SNA", "SDF"),
        ("حاول ثلاثة من عناصر داعش أمس التسلل إلى نقطة للجيش العراقي جنوب الحويجة.", "ISIS", "Iraqi army"),
        ("تصدت وحدة من الجيش السوداني أمس لمسلحين من الدعم السريع حاولوا التسلل إلى موقع لها شرق بارا.", "RSF", "Sudanese army"),
        ("قال قيادي محلي إن قسد هي التي قصفت منازل المدنيين في ذيبان أمس وأصابت طفلين.", "SDF", "civilians"),
        ("من خطف الطبيب في مدينة الباب أمس هم عناصر من فرقة الحمزة، بحسب شهود.", "SNA", "civilians"),
        ("قُتل ثلاثة من ألوية العمالقة أمس بتفجير في عتق بشبوة، ورجّح مصدر أمني أن يكون تنظيم القاعدة من يقف خلف العملية.", "AQAP", "Giants Brigades"),
        ("وقع ضابط في الجيش اللبناني ظهر أمس في كمين مسلح في بريتال فقُتل هو وسائقه.", None, "Lebanese army"),
        ("زرع عناصر من حركة الشباب أمس عبوة على طريق أفجوي انفجرت بدورية للجيش الصومالي.", "al-Shabaab", "Somali army"),
        ("أحاط مسلحون أمس بورشة في بادية الشولا وجرّدوا العمال من هواتفهم.", "unknown gunmen", "civilians"),
        ("قال شاهد إن عشرات الرجال طوّقوا أمس سوق بلدة قرب دوري وفتحوا النار على عناصر الجيش البوركيني.", "unknown gunmen", "Burkina Faso army"),
        ("ألقى مجهولون أمس قنبلة يدوية على منزل قيادي في قسد ببلدة الشحيل.", "unknown gunmen", "SDF"),
        ("قتل مسلحون أمس موظفاً في الإدارة الذاتية ببلدة ذيبان.", "unknown gunmen", "AANES personnel"),
        ("كما نُسب مقتل ثلاثة مدنيين أمس في ريف الرقة إلى طائرات التحالف الدولي.", "US-led coalition", "civilians"),
        ("تبنت المقاومة الإسلامية في العراق أمس هجوماً بمسيّرة على قاعدة خراب الجير حيث ينتشر جنود أميركيون.", "Islamic Resistance in Iraq", "US forces"),
        ("سيطرت قوات الدعم السريع أمس على الفاشر، آخر معاقل الجيش السوداني في دارفور.", "RSF", "Sudanese army"),
        ("فرّ ثلاثة سجناء من عناصر داعش أمس من سجن في الرقة.", "ISIS", None),
        ("ذكر المركز الإعلامي لقسد أن خلية من داعش هاجمت أمس سيارة عسكرية تابعة لقواته قرب أبو حمام.", "ISIS", "SDF"),
        ("شنت طائرات روسية أمس غارات على مواقع انتشار داعش في بادية السخنة.", "Russian forces", "ISIS"),
        ("أوقف الجيش اللبناني أمس مواطنين لقيامهما بتهريب محروقات إلى سوريا.", "Lebanese army", "smugglers"),
        ("القوات التركية وفصائل سورية دخلت أمس عفرين وأخرجت منها وحدات حماية الشعب.", "Turkish armed forces", "YPG"),
        ("تجددت أمس المظاهرات المناهضة لممارسات قسد في الشحيل بريف دير الزور.", "residents", "SDF"),
    ],
)  # fmt: skip
def test_the_construction_tells_the_sides(text: str, perpetrator: str | None, target: str | None) -> None:
    assert (perpetrator, target) in [sides(c) for c in claims(text)]


@pytest.mark.parametrize(
    ("text", "perpetrator"),
    [
        ("كانت القوات الأوغندية هي التي تسيطر على البلدة عندما هاجمها مقاتلو حركة الشباب أمس وقتلوا تسعة جنود في مقديشو.", "al-Shabaab"),
        ("قصفت قوات النظام السوري أمس ريف إدلب. وصباحاً قصفت مسيّرة مستودعاً للوقود في الباب ولم تعلن أي جهة مسؤوليتها.", None),
        ("اعتقلت أسايش أمس عنصرين من داعش في الرقة بعد أن تمكنت من تحديد مكانهما.", "Asayish"),
    ],
)
def test_what_only_looks_alike_changes_no_side(text: str, perpetrator: str | None) -> None:
    assert perpetrator in [sides(c)[0] for c in claims(text)]


@pytest.mark.parametrize(
    "text",
    [
        "الأمن العام يلقي القبض أمس على شخصين عند حاجز المطاحن في حمص.",
        "قُتل سبعة أشخاص بانفجار سيارة مفخخة أمس في تل أبيض.",
    ],
)
def test_mere_persons_are_nobody(text: str) -> None:
    assert [sides(c)[1] for c in claims(text)] == [None]


@pytest.mark.parametrize(
    ("text", "perpetrator", "target"),
    [
        ("قتلى وجرحى لميليشيا الحشد الشعبي بقصف أميركي على القائم أمس.", "US forces", "PMF"),
        ("هجوم لداعش أمس على نقطة لقسد شرق دير الزور يوقع قتيلين.", "ISIS", "SDF"),
        ("كمين لحركة الشباب يودي بحياة سبعة جنود في مقديشو أمس.", "al-Shabaab", "Somali army"),
        ("أغارت طائرات إسرائيلية أمس على غرفة عمليات لحماس داخل مجمع مدرسي في غزة.", "Israel", "Hamas"),
        ("قتلت طائرة أميركية مسيّرة أمس قيادياً في حركة الشباب جنوبي الصومال.", "US forces", "al-Shabaab"),
        ("وردّت فصائل المعارضة أمس باستهداف غرفة عمليات لقوات النظام في حزارين بقذائف الهاون.", "Syrian opposition factions", "Syrian regime forces"),
        ("أعدم تنظيم داعش أمس رجلاً في هجين قال إنه يعمل في استخبارات قسد.", "ISIS", "SDF"),
        ("جاء في بيان لحركة الشباب أن مقاتليها قتلوا في بيدوا أمس 15 جندياً صومالياً.", "al-Shabaab", "Somali army"),
        ("زعم جيش الاحتلال أن جنوده تعرضوا أمس خلال العملية في جنين لإطلاق نار.", None, "Israel"),
        ("أعلنت القيادة المركزية الأميركية أن صاروخين أُطلقا أمس على قواتها في حقل كونيكو بريف دير الزور.", None, "US forces"),
        ("أطلق مسلحون من عشيرة آل جعفر رشقات نارية أمس في اتجاه مركز للجيش اللبناني.", "Lebanese clan members", "Lebanese army"),
        ("قال مصدر إن القصف الذي وقع أمس في الميادين أودى بأربعة من عناصر لواء فاطميون.", None, "Iran-backed militias"),
        ("أغار طيران مجهول أمس على موقع للميليشيات الإيرانية قرب البوكمال.", None, "Iran-backed militias"),
        ("أفرج جهاز الأمن العام أمس عن طبيب بعد يومين من اعتقاله في إدلب.", "HTS", "civilians"),
    ],
)  # fmt: skip
def test_letters_and_pronouns_tell_the_sides(text: str, perpetrator: str | None, target: str) -> None:
    assert (perpetrator, target) in [sides(c) for c in claims(text)]


def test_the_attackers_are_not_those_attacked() -> None:
    text = (
        "قُتل عنصران من قسد أمس بهجوم شنه مجهولون على حاجز لهم في الكسرة. وذكرت شبكة محلية أن المهاجمين كانوا على دراجتين "
        "وفتحوا نيران رشاشاتهم على الحاجز."
    )
    assert [sides(c) for c in claims(text)] == [("unknown gunmen", "SDF")]
