"""The lead names a region, whoever is quoted next the village: one event (codebook 2.1), whatever words tell it.

``قُتل شاب برصاص مجهولين في ريف درعا الشرقي. وقال أحد سكان صيدا إن ملثمين أطلقوا النار على سامر الخطيب أمام منزله``: leads leave out the
name of the village and that of the victim; the next paragraph brings both.
"""

from __future__ import annotations

from waqai.frame.frames import Frame
from waqai.frame.merge import dates_meet, families_meet, own_place, own_time, place_relation, says_another, tolls_meet
from waqai.frame.scene import Scene
from waqai.model import EventType, PlaceLevel
from waqai.resources.wordsets import wordset

_WIDE = frozenset((PlaceLevel.COUNTRY, PlaceLevel.GOVERNORATE, PlaceLevel.SUBREGION, PlaceLevel.DISTRICT))
_SPOTS = frozenset((PlaceLevel.CITY, PlaceLevel.TOWN, PlaceLevel.VILLAGE, PlaceLevel.SITE))
_ONE_BLOW = frozenset((EventType.ATTACK, EventType.ASSASSINATION, EventType.IED, EventType.ARMED_CLASH, EventType.ABDUCTION))
_BARE = frozenset(("kill", "die", "injure", "result"))
_ROLES = ("killed", "injured", "captured")
_REACH = 2  # lines between the two


def made_exact(scene: Scene, old: Frame, f: Frame) -> bool:
    """Whether ``f`` names the place inside the wide one of ``old``, tells the same kind of event and counts nobody differently.

    Args:
        scene: the document.
        old: the only event told so far.
        f: the frame of a sentence in which somebody is quoted, not yet settled.
    """
    if old.event_type not in _ONE_BLOW or not families_meet(old, f) or old.many or f.many or "rise" in f.rules:
        return False
    if f.event_type is not old.event_type and {f.event_type, old.event_type} != {EventType.ATTACK, EventType.ASSASSINATION}:
        return False
    there = own_place(f)
    if old.place is None or there is None or place_relation(scene, old.place, there) != "inside":
        return False
    p, q = scene.place(old.place).ref, scene.place(there).ref
    if p is None or q is None or q.level not in _SPOTS or p.level not in _WIDE:
        return False
    if own_time(f) and dates_meet(old, f) != "same":
        return False
    return tolls_meet(old, f) != "different" and f.tolls.keys() <= old.tolls.keys()


def done_again(scene: Scene, old: Frame, f: Frame) -> bool:
    """``أحرق مستوطنون مركبة في بورين. وقال رئيس المجلس إن مستوطنين أحرقوا مركبة في القرية``: the same deed by the same hands there."""
    if f.event_type is not old.event_type or f.tolls or own_time(f) or not f.classes <= old.classes:
        return False
    if old.perpetrator is None or f.perpetrator is None or old.perpetrator.name_en != f.perpetrator.name_en:
        return False
    return place_relation(scene, old.place, f.place) == "same" and not says_another(scene, f)


def the_same_one(scene: Scene, old: Frame, f: Frame) -> bool:
    """``قُتلت طفلة وأصيب شقيقها. وأصيب الطفل بجروح نُقل على إثرها``: one person with the article, hurt as was told before."""
    if not f.classes <= _BARE or f.aggregate or old.aggregate or f.denial is not None or own_time(f):
        return False
    if not 0 < f.line - max(old.lines) <= _REACH or not f.tolls or not f.tolls.keys() <= old.tolls.keys():
        return False
    if any(f.tolls[r].count.best != 1 or not (old.tolls[r].count.best or old.tolls[r].count.low) for r in f.tolls):
        return False
    if own_place(f) is not None or not families_meet(old, f) or says_another(scene, f):
        return False
    return not wordset("that-person").isdisjoint(scene.words[f.main.last : f.main.last + 2])
