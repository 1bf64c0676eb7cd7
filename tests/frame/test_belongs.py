"""Whose the victims and the things hit are: alleged agents, vehicles of a party, two groups of one party."""

from __future__ import annotations

import pytest
from frame_text import claims, sides


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ('اغتال تنظيم داعش أمس شخصاً في الميادين وصفه بـ"جاسوس للبيشمركة"، وقال إنه عمل سابقاً سائقاً.', ("ISIS", "Peshmerga")),
        ("أعدمت حركة الشباب خمسة رجال أمس في بؤالي بتهمة التجسس لصالح الجيش الصومالي.", ("al-Shabaab", "Somali army")),
        ("قُتل متعاون مع قسد برصاص مسلحين من داعش في بلدة الصور أمس.", ("ISIS", "SDF")),
        ('انفجرت عبوة ناسفة بصهريج مياه عسكري تابع لـ"قسد" قرب مركدة أمس، ما أدى إلى إصابة سائقه.', (None, "SDF")),
        ("استهدف تنظيم داعش أمس صهريج نفط تابعاً لقسد بالأسلحة الرشاشة في ذيبان وأصيب سائقه.", ("ISIS", "SDF")),
        ("دارت اشتباكات أمس في سلوك بين مجموعتين من الجيش الوطني، خلّفت قتيلاً من المدنيين.", ("SNA", "SNA")),
    ],
)
def test_the_party_behind_the_victim_or_the_thing_is_the_target(text: str, pair: tuple[str | None, str]) -> None:
    assert pair in [sides(c) for c in claims(text)]


@pytest.mark.parametrize(
    "text",
    [
        "استهدفت مسيّرة سيارة مدنية قرب صور أمس فقتل سائقها.",
        "أصيب طفلان أمس بانفجار لغم في بادية الكشمة الواقعة تحت سيطرة قوات سوريا الديمقراطية.",
        "هاجم مسلحون سيارة تقل عمالاً قرب الباب، معقل الجيش الوطني، أمس وقتلوا ثلاثة منهم.",
    ],
)
def test_a_thing_of_nobody_and_who_holds_the_area_leave_the_people(text: str) -> None:
    assert [sides(c)[1] for c in claims(text) if c.kind == "event"] == ["civilians"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("أعدم تنظيم داعش أمس رجلين وسط الميادين، واتهمهما بتزويد قسد بمعلومات.", "SDF"),
        ('أعلن تنظيم داعش قتل موظف في الميادين أمس، بعدما وصفه بأنه "عين لقسد".', "SDF"),
        ("أعدم تنظيم داعش مزارعا في الميادين أمس لتعاونه مع قسد.", "SDF"),
        ("قُتل 12 علويا في هجوم لتنظيم داعش على حافلة قرب تكريت أمس.", "civilians"),
        ("خطف تنظيم داعش 15 حاجا في سنجار أمس.", "civilians"),
        ("قُتل ناشط إعلامي برصاص مجهولين في عفرين أمس.", "civilians"),
        ("قال مصدر محلي إن مجهولين استهدفوا شرطيا بالرصاص في بعقوبة أمس.", "Iraqi police"),
        ("هاجم مسلحون مفرزة الأمن العسكري بقذائف في داعل أمس.", "Syrian regime forces"),
        ("أعلن الجيش السوداني أنه دمر رتلا كان في طريقه إلى الفاشر أمس وقتل العشرات ممن كانوا على متنه.", "RSF"),
    ],
)
def test_charges_counted_people_and_objects_tell_who_was_hit(text: str, name: str) -> None:
    assert [sides(c)[1] for c in claims(text) if c.kind == "event"] == [name]


def test_fuel_for_a_party_makes_no_agent() -> None:
    text = "خطف ملثمون سائق صهريج في جرود عرسال أمس، وتلقت عائلته اتصالا يتهمه بتزويد قوات النظام بالوقود."
    assert [sides(c)[1] for c in claims(text) if c.kind == "event"] == ["civilians"]
