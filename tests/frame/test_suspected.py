"""At whose door an event is laid in so many words or as likely; who is only said not to be known."""

from __future__ import annotations

import pytest
from frame_text import claims, one, sides

BLAST = "انفجرت عبوة ناسفة بسيارة مدنية في مدينة الباب أمس ما أدى إلى مقتل مدني"
DRONE = "قصفت طائرة مسيرة سيارة في القامشلي أمس ما أدى إلى مقتل ثلاثة مدنيين"
RAID = "استهدفت غارات مواقع للميليشيات الإيرانية في البوكمال أمس ما أسفر عن مقتل أربعة عناصر"
BUS = "قتل عشرة مدنيين في هجوم على حافلة قرب مأرب الأحد"
SHOT = "قُتل عنصر من قسد بهجوم مسلح في بلدة البصيرة أمس"


def first(text: str) -> tuple[str | None, str | None]:
    return sides(claims(text)[0])


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        (f"{BLAST}. ونسب مصدر أمني الهجوم إلى خلايا تنظيم داعش.", "ISIS"),
        (f"{DRONE}، بحسب مصدر أمني نسب القصف إلى تركيا.", "Turkish armed forces"),
        (f"{RAID}. ووجهت قناة تلفزيونية أصابع الاتهام إلى القوات الأمريكية.", "US forces"),
        (f"{BUS}. وتشير أصابع الاتهام إلى تنظيم القاعدة.", "AQAP"),
        (f"{SHOT}، ويعتقد أن خلايا داعش تقف وراء الهجوم.", "ISIS"),
        (f"{SHOT}، وسط اتهامات لخلايا داعش بالوقوف وراءه.", "ISIS"),
        (f"{SHOT}، ورجح ناشطون أن تكون خلايا تنظيم داعش وراء العملية.", "ISIS"),
        (f"{BUS}. ولم تعلن أي جهة مسؤوليتها، لكن الشرطة حملت تنظيم القاعدة المسؤولية.", "AQAP"),
        ("قتل قائد في الحشد الشعبي بضربة من مسيرة في سنجار أمس. وحملت بغداد أنقرة مسؤولية الضربة.", "Turkish armed forces"),
        ("انفجار سيارة مفخخة في جرابلس أمس أوقع ثلاثة قتلى، والجيش الوطني يتهم قسد.", "SDF"),
        ("قتل ثلاثة مدنيين بانفجار سيارة مفخخة في جرابلس أمس. واتهم الجيش الوطني قسد.", "SDF"),
        ("قتل ثلاثة جنود بهجوم قرب كركوك أمس، نسبته السلطات إلى تنظيم داعش.", "ISIS"),
        ("اغتال مسلحون ناشطا في البصرة أمس، وسط ترجيحات بوقوف ميليشيات موالية لإيران وراء الاغتيال.", "Iran-backed militias"),
    ],
)
def test_whom_it_is_laid_on(text: str, doer: str) -> None:
    assert first(text)[0] == doer


@pytest.mark.parametrize(
    ("words", "doer"),
    [
        ("وقال المرصد السوري إن الطائرات يرجح أنها إسرائيلية", "Israel"),
        ('وقال المرصد السوري إن الطائرة "أمريكية"', "US forces"),
        ("وأكد مسؤول عسكري أن الطائرات التي نفذتها تركية", "Turkish armed forces"),
        ("وأكد مسؤول عسكري أن الطائرات كانت روسية", "Russian forces"),
        ("وقال سكان إن المسيرة تركية الصنع", None),
    ],
)
def test_whose_aircraft_they_were(words: str, doer: str | None) -> None:
    told = one(f"استهدفت غارة جوية منزلا في البوكمال أمس ما أسفر عن مقتل أربعة مدنيين. {words}.")
    assert (told.perpetrator.name_en if told.perpetrator else None) == doer


@pytest.mark.parametrize(
    "words",
    [
        "ولا توجه السلطات أصابع الاتهام إلى قسد",
        "وعادة ما تنسب السلطات هذه الهجمات إلى قسد",
        "ولم تنسب الشرطة الهجوم إلى أي جهة",
        "ولم يتهم الجيش الوطني قسد",
        "واتهم الجيش الوطني قسد بالتنسيق مع النظام",
        "ونادرا ما تتبناها جهة، فيما يوجه الأهالي أصابع الاتهام إلى الأفرع الأمنية",
        "ويحمّل الجيش الوطني مسؤوليتها لجهات بينها قسد التي تنفي ذلك على الدوام",
    ],
)
def test_what_lays_it_on_nobody(words: str) -> None:
    assert one(f"{BLAST}. {words}.").perpetrator is None


def test_a_hedge_does_not_replace_the_unknown() -> None:
    told = "اغتال {} مختارا في قرية ذيبان أمس. ورجح ناشطون أن تكون خلايا تنظيم داعش وراء العملية."
    assert first(told.format("مجهولون"))[0] == "unknown gunmen"
    assert first(told.format("مسلحون"))[0] == "ISIS"


@pytest.mark.parametrize(
    "text",
    [
        "عثرت قوى الأمن الداخلي (الأسايش) على جثة امرأة قطع رأسها داخل مخيم الهول أمس.",
        "عثرت الشرطة العسكرية على جثة شاب مقتول ذبحا في عفرين أمس.",
        "انتشلت فرق الدفاع المدني جثة رجل ذبح بسكين في ريف درعا أمس.",
    ],
)
def test_who_finds_the_dead_did_not_kill(text: str) -> None:
    assert one(text).perpetrator is None


def test_whom_the_dead_found_were_killed_by() -> None:
    assert first("عثر الجيش على جثث خمسة مدنيين أعدمهم تنظيم داعش رميا بالرصاص قرب تدمر الاثنين.") == ("ISIS", "civilians")


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("عثر أهالي قرية أبو حمام على جثة رجل مقتول بالرصاص أمس، ولم تعرف هويته.", None),
        ("عثر على جثة شاب عليها آثار طلقات نارية في ريف درعا أمس، ولم يتم التعرف على هوية صاحبها.", None),
        ("عثر على جثة امرأة مقطوعة الرأس داخل مخيم الهول أمس. وأوضح مصدر أن هوية الضحية ما زالت مجهولة.", None),
        ("قتل رجل لم تعرف هويته بعد برصاص مجهولين قرب نوى أمس.", None),
        ("قتلت امرأة بطلق ناري في حي الوعر بحمص أمس، فيما لا تزال هوية القاتل مجهولة.", "civilians"),
        ("قتل شاب برصاص مجهولين قرب نوى أمس، ولم تعرف هوية الفاعلين.", "civilians"),
        ("قتل معلم برصاص مجهولين قرب نوى أمس، ولم تعرف هويتهم.", "civilians"),
    ],
)
def test_of_whom_nothing_is_known(text: str, target: str | None) -> None:
    assert first(text)[1] == target


@pytest.mark.parametrize(
    ("sniper", "doer"),
    [("إسرائيلي", "Israel"), ("تركي", "Turkish armed forces"), ("حوثي", "Houthis"), ("مجهول", "unknown gunmen")],
)
def test_whose_sniper(sniper: str, doer: str) -> None:
    assert first(f"قتل مدني برصاص قناص {sniper} أمس.")[0] == doer


def test_who_accuses_was_not_hit() -> None:
    assert first("انفجار سيارة مفخخة في جرابلس أمس أوقع ثلاثة قتلى، والجيش الوطني يتهم قسد.")[1] != "SNA"
