"""What those held or killed have done is no event beside it; men behind a verb and its subject are its objects."""

from __future__ import annotations

import pytest
from frame_text import low_high, one, sides

from waqai.model import EventType

_AIMED = (EventType.ATTACK, EventType.ASSASSINATION)


@pytest.mark.parametrize(
    ("text", "kind", "by"),
    [
        ("ألقت قوى الأمن القبض على الخلية التي فجرت السيارة المفخخة في جرمانا.", EventType.ARREST, "Syrian regime forces"),
        ("ألقت الشرطة القبض على العصابة التي سرقت مصرفاً في عدن.", EventType.ARREST, "Yemeni security forces"),
        ("اعتقل جهاز الأمن الوطني الإرهابيين الذين زرعوا العبوات في كركوك.", EventType.ARREST, "Iraqi security forces"),
        ("أوقفت القوات خلية مسؤولة عن اغتيال ضابطين في درعا.", EventType.ARREST, "Syrian regime forces"),
        ("قضت وحدات مكافحة الإرهاب على خلية تابعة لداعش تقف وراء تفجيرات الحسكة.", EventType.ATTACK, "SDF"),
        ("فككت الاستخبارات خلية لداعش تقف خلف الهجمات الأخيرة في ديالى.", EventType.RAID, "Iraqi security forces"),
    ],
)
def test_known_by_their_deeds(text: str, kind: EventType, by: str) -> None:
    claim = one(text)
    assert (claim.event_type, sides(claim)[0]) == (kind, by)


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("قتلت القوات الأمنية المسلحين في الطارمية.", "Iraqi security forces"),
        ("قتلت الشرطة المسلحين المهاجمين في الطارمية.", "Iraqi police"),
        ("قتل الجيش المسلحين في قرية قرب تمبكتو.", "Malian army"),
    ],
)
def test_a_plural_of_men_is_no_adjective_of_a_force(text: str, by: str) -> None:
    assert sides(one(text))[0] == by


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("خطف مسلحون راعيين غربي الرمادي.", (2, 2)),
        ("خطف مسلحون عمالاً في ديالى.", (2, None)),
        ("خطف مسلحون مدنيين في زامفارا.", (2, None)),
        ("خطف مسلحون تلاميذ من مدرسة في زامفارا.", (2, None)),
        ("خطف مسلحون مصلين من مسجد في زامفارا.", (2, None)),
        ("خطف مسلحون سجيناً في ديالى.", (1, 1)),
        ("خطف مسلحون تاجراً في ديالى.", (1, 1)),
    ],
)
def test_objects_behind_the_subject(text: str, count: tuple[int, int | None]) -> None:
    assert low_high(one(text).captured) == count


@pytest.mark.parametrize(
    ("text", "kinds", "dead"),
    [
        ("نهب مسلحون متجراً في بلدة الطينة وقتلوا صاحبه.", _AIMED, (1, 1)),
        ("أحرق مسلحون منازل في قرية كادا شرق تشاد وقتلوا سبعة من سكانها.", _AIMED, (7, 7)),
        ("قتل مسلحون حارساً في مخيم كلمة ثم أحرقوا عشرات الخيام.", _AIMED, (1, 1)),
        ("نهب مسلحون متجراً في بلدة الطينة ولاذوا بالفرار.", (EventType.LOOTING,), None),
        ("أحرق مستوطنون مركبتين في بلدة حوارة.", (EventType.LOOTING,), None),
    ],
)
def test_robbed_and_killed(text: str, kinds: tuple[EventType, ...], dead: tuple[int, int] | None) -> None:
    claim = one(text)
    assert low_high(claim.fatalities) == dead
    assert claim.event_type in kinds
