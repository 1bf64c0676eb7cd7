"""The type of an event by the words beside it: devices in their place, people carried off, soldiers hit, aircraft blown up."""

from __future__ import annotations

import pytest
from frame_text import claims, one

from waqai.model import EventType, Modality


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("أحبطت الشرطة العراقية تفجير عبوة ناسفة كانت مزروعة أسفل سيارة قاض في الرمادي.", EventType.IED),
        ("تمكنت مفارز الجهاز من إحباط تفجير عبوة لاصقة في سيارة ضابط بكركوك.", EventType.IED),
        ("أحبطت القوات الأمنية محاولة تفجير سيارة مفخخة في حي الكرادة ببغداد، وفككتها.", EventType.VEHICLE_BOMB),
        ("أحبط جهاز الأمن مخططاً لتفجير كنيسة في العريش قبل تنفيذه.", EventType.FOILED_PLOT),
        ("أحبطت الوزارة محاولة لتفجير مقام السيدة زينب في ريف دمشق.", EventType.FOILED_PLOT),
    ],
)
def test_stopped_in_its_place(text: str, kind: EventType) -> None:
    claim = one(text)
    assert (claim.event_type, claim.modality) == (kind, Modality.FOILED)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("نصبت خلايا تنظيم داعش كميناً في ريف معدان انتهى باختطاف أكثر من 40 رجلاً.", EventType.ABDUCTION),
        ("خطف تنظيم داعش 30 امرأة من قرية شقا خلال هجومه على ريف السويداء في 25 تموز 2018.", EventType.ABDUCTION),
        ("هاجم عناصر داعش قرية في قضاء داقوق، وخطفوا ثلاثة رعاة.", EventType.ABDUCTION),
        ("هاجم مسلحون قرية في ولاية كاتسينا وخطفوا 12 من سكانها.", EventType.ABDUCTION),
        ("هاجم مسلحون قرية في ولاية كاتسينا فقتلوا سبعة من سكانها وخطفوا 12 آخرين.", EventType.ATTACK),
    ],
)
def test_carried_off_in_an_attack(text: str, kind: EventType) -> None:
    assert one(text).event_type is kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("قُتل جندي تركي بنيران أطلقها عناصر وحدات حماية الشعب من منطقة منبج.", EventType.ATTACK),
        ("أصيب عنصر من قوات النظام برصاص فصائل المعارضة على محور كبانة.", EventType.ATTACK),
        ("قنص عناصر من وحدات حماية الشعب جندياً تركياً في عفرين.", EventType.ASSASSINATION),
        ("أطلق مسلحون مجهولون النار على جندي في مدينة نوى فقتلوه.", EventType.ASSASSINATION),
        ("قُتل عقيد في الجيش برصاص مسلحين من حركة طالبان أمام منزله في كابول.", EventType.ASSASSINATION),
    ],
)
def test_soldiers_hit_across_the_front(text: str, kind: EventType) -> None:
    assert one(text).event_type is kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("تبنى تنظيم القاعدة تفجير طائرة ركاب يمنية فوق حضرموت في 3 آذار 2016.", EventType.IED),
        ("انفجرت طائرة مسيّرة في مقر أمني بالسليمانية، ما أدى إلى إصابة عنصرين.", EventType.AIRSTRIKE),
    ],
)
def test_aircraft_blown_up(text: str, kind: EventType) -> None:
    assert one(text).event_type is kind


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("قُتل شخصان بقصف على بلدة تسيطر عليها المعارضة في ريف إدلب.", EventType.SHELLING, "ريف إدلب"),
        ("شن الطيران غارات على مدينة يسيطر عليها التنظيم شرق حلب.", EventType.AIRSTRIKE, "شرق حلب"),
        ("هاجم مسلحون بلدة تسيطر عليها حركة الشباب جنوب الصومال وقتلوا جنديين.", EventType.ATTACK, "جنوب الصومال"),
        ("انفجرت دراجة نارية مفخخة في منطقة تكتظ بالسكان، ما أدى إلى مقتل شخصين.", EventType.VEHICLE_BOMB, None),
        ("قُتل شخصان بانفجار عبوة في شارع يعج بالمتسوقين وسط بغداد.", EventType.IED, "بغداد"),
        ("قصف الطيران بلدة تؤوي آلاف النازحين جنوب لبنان.", EventType.AIRSTRIKE, "جنوب لبنان"),
        ("وقعت اشتباكات في قرية تادف شرقي حلب.", EventType.ARMED_CLASH, "تادف"),
        ("سيطرت قوات الجيش على بلدة تادف شرقي حلب اليوم.", EventType.SEIZURE_OF_TERRITORY, "تادف"),
    ],
)
def test_a_place_told_of_by_a_clause(text: str, kind: EventType, place: str | None) -> None:
    (claim,) = claims(text)
    assert claim.event_type is kind
    assert (claim.place.name_ar if claim.place is not None else None) == place
