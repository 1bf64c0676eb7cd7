"""What a blast told before turns out to have been."""

import pytest
from frame_text import claims


@pytest.mark.parametrize(
    ("later", "kind"),
    [
        ("وتبين أن الانفجار ناتج عن دراجة نارية مفخخة.", "vehicle_bomb"),
        ("وقال مصدر أمني إن سبب الانفجار سيارة مفخخة كانت مركونة قرب السوق.", "vehicle_bomb"),
        ("وذكر الدفاع المدني أن الانفجار نجم عن سيارة ملغومة.", "vehicle_bomb"),
        ("وقال شهود إن انتحارياً نفذ التفجير.", "suicide_bombing"),
        ("ونفى مصدر أمني أن يكون الانفجار ناجماً عن سيارة مفخخة.", "ied"),
        ("وقالت الشرطة إن الانفجار ليس ناجماً عن سيارة مفخخة.", "ied"),
        ("وقالت الشرطة إن الانفجار لم ينجم عن سيارة مفخخة.", "ied"),
        ("واستبعدت مصادر أن يكون الانفجار ناجماً عن سيارة مفخخة.", "ied"),
        ("وفرضت الشرطة طوقاً حول المكان.", "ied"),
    ],
)
def test_a_later_sentence_names_it(later: str, kind: str) -> None:
    told = claims(f"هز انفجار مدينة الباب وقتل ثلاثة مدنيين. {later}")
    assert str(told[0].event_type) == kind


BLAST = "هزّ انفجار قوي أمس مسجداً في مدينة بغلان شمالي أفغانستان، مخلفاً سبعة قتلى و17 جريحاً.\n"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("وأوضح المسؤول أن انتحارياً تسلل بين المصلين وفجّر سترته.", "suicide_bombing"),
        ("وقال شاهد إن انتحارياً فجّر نفسه بين المصلين.", "suicide_bombing"),
        ("وذكرت الشرطة أن المهاجم كان يرتدي حزاماً ناسفاً.", "suicide_bombing"),
        ("وأعلن تنظيم داعش أن انتحارياً من عناصره نفّذ التفجير.", "suicide_bombing"),
        ("ولم يتضح ما إذا كان الانفجار ناجماً عن انتحاري أو عن عبوة.", "ied"),
    ],
)
def test_who_carried_the_bomb(text: str, kind: str) -> None:
    assert [str(c.event_type) for c in claims(BLAST + text)] == [kind]
