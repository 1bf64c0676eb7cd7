"""Places of a sentence that belong to something else than its event, each with a sentence where the place is meant."""

from __future__ import annotations

import pytest
from frame_text import one


def _place(text: str) -> str | None:
    c = one(text)
    return c.place.name_ar if c.place else None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        # what was planned
        ("اعتقلت القوات الأمنية خلية في الأعظمية ببغداد كانت تخطط لاستهداف زوار في مدينة الكاظمية.", "الأعظمية"),
        ("ألقت الأسايش القبض في الحسكة على رجلين كانا يعدان لمهاجمة سجن الصناعة.", "الحسكة"),
        # told of persons
        ("وفي تل أبيب، تظاهر عشرات من أقارب الأسرى الذين لا تزال جثامينهم في القطاع.", "تل أبيب"),
        ("قُتل اثنان من العمال الذين كانوا يعملون في حقل التنك بريف دير الزور.", "حقل التنك"),
        # where shells came from
        ("استُهدفت بالمدفعية من قاعدة جبل متين أطراف قرية بليزاني فاحترق مصلى.", "بليزاني"),
        ("قصفت قوات النظام من حواجزها في بلدة جورين قرى خربة الناقوس والمنصورة بالمدفعية الثقيلة.", "خربة الناقوس"),
        # where the report was filed
        ("مقديشو (د ب أ)- قُتل ثمانية أشخاص بسيارة مفخخة اقتحم بها انتحاري دار ضيافة في مدينة بارطيري بإقليم جدو.", "بارطيري"),
        # the place before حيث
        ("وكان أكبر الهجمات في منطقة بانو حيث قتل مسلحون تسعة جنود ثم انسحبوا نحو تانك.", "بانو"),
        ("كان الوجيه عائداً من الصلاة في أبريهة عندما أطلق عليه ملثمان الرصاص فقتلاه، كما يذكر سكان قرية الزر.", "أبريهة"),
        # what a protest asks for
        ("خرج عشرات الأهالي في وقفة احتجاجية بمدينة السويداء، طالبوا فيها بفتح طريق دمشق.", "السويداء"),
        ("تظاهر مئات في بلدة تفتناز تنديداً بانتهاكات النظام في مدينة أريحا.", "تفتناز"),
        # residents of nothing but the place
        ("قتلت قوات الدعم السريع ثمانية من سكان قرية أم قرفة بمحلية بارا.", "أم قرفة"),
        ("قُتل رجل من سكان قرية الزر برصاص مجهولين في مدينة الميادين.", "الميادين"),
        # a detail of the quarter or town
        ("استهدف مقاتلو القسام ناقلة جند في شارع البلتاجي بحي التفاح شرق مدينة غزة.", "حي التفاح"),
        ("اغتال مجهولون معلمة أمام مدرسة ابن خلدون في حي الكلاسة بحلب.", "حي الكلاسة"),
        ("انفجرت سيارة مفخخة عند دوار كاوا وسط مدينة عفرين فقتلت ثلاثة.", "عفرين"),
        ("هاجم مسلحون كنيسة مار إلياس في حي الدويلعة بدمشق وقتلوا خمسة.", "كنيسة مار إلياس"),
    ],
)
def test_the_place_that_is_meant(text: str, place: str) -> None:
    assert _place(text) == place


def test_the_place_of_a_total_is_not_that_of_an_incident_told_before() -> None:
    from frame_text import claims

    text = "قتل مسلحون شرطياً في بلدة ذيبان أمس. وبذلك يرتفع عدد الهجمات منذ مطلع العام إلى 570 هجوماً."
    assert [c.place.name_ar if c.place else None for c in claims(text)] == ["ذيبان", None]


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("سجلت الشبكة 14 هجوماً في كانون الثاني، عشرة منها في حمص وأربعة في إدلب.", ["none", "governorate", "governorate"]),
        ("قُتل مدنيان برصاص مجهولين في حمص أمس.", ["city"]),
    ],
)
def test_totals_are_by_governorate(text: str, levels: list[str]) -> None:
    from frame_text import claims

    assert [c.place.level.value if c.place else "none" for c in claims(text)] == levels


def test_what_holds_a_list_is_none_of_its_places() -> None:
    from frame_text import claims

    text = "انطلقت مظاهرات في كل من مدينة إعزاز وبلدة صوران شمالي حلب اليوم للمطالبة بإطلاق المعتقلين."
    assert sorted(c.place.name_ar for c in claims(text) if c.place) == ["إعزاز", "صوران"]
