"""One man sought out by gunmen or by a device on his car; a vehicle with several aboard is attacked."""

import pytest
from frame_text import one

from waqai.model import EventType


@pytest.mark.parametrize(
    "text",
    [
        "قتل مسلحان مجهولان عنصراً من قسد في بلدة الصور.",
        "لقي حلاق مصرعه في نوى طعناً على يد ملثمين.",
        "أمطر ملثمان على دراجة نارية سيارة مختار البلدة بالرصاص في جاسم، ما أدى إلى مقتله.",
        "نجا بائع من الموت في بلدة الحارة بعد أن أطلق عليه ملثمان النار.",
        "انفجرت عبوة لاصقة بسيارة مدير البلدية في داعل وأصيب بجروح.",
        "قُتل القيادي في قسد أبو سالم ومرافقه بانفجار عبوة لاصقة بسيارتهما في الشحيل.",
        "نجا قاض من عبوة زُرعت أسفل سيارته في عدن.",
    ],
)
def test_meant_for_one(text: str) -> None:
    assert one(text).event_type is EventType.ASSASSINATION


@pytest.mark.parametrize(
    "text",
    [
        "أمطر مسلحون مجهولون سيارة تقل عناصر من الشرطة بالرصاص في كركوك فقُتل أحد العناصر.",
        "فتح مسلحون النار على آلية لقسد في ذيبان، ما أدى إلى مقتل عنصر.",
        "تعرضت دورية للشرطة لإطلاق نار من مسلحين مجهولين في بعقوبة أسفر عن إصابة شرطي.",
        "أطلق مجهولون النار على حافلة تقل موظفين قرب تدمر وأصابوا اثنين منهم.",
    ],
)
def test_meant_for_all(text: str) -> None:
    assert one(text).event_type is EventType.ATTACK


@pytest.mark.parametrize(
    "text",
    [
        "قُتل عنصر من قسد بانفجار عبوة ناسفة بسيارته في الشدادي.",
        "فكك فريق الهندسة عبوة لاصقة أسفل سيارة ضابط في تكريت.",
        "قُتل موظف بانفجار عبوة ناسفة أسفل سيارته في بغداد.",
        "انفجرت عبوة ناسفة بسيارة عسكرية للجيش قرب تدمر وأصيب جنديان.",
    ],
)
def test_a_device_on_the_road(text: str) -> None:
    assert one(text).event_type is EventType.IED
