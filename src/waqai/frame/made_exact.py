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
_HARM = _ONE_BLOW - {EventType.ABDUCTION} | {EventType.SHELLING, EventType.AIRSTRIKE}
_BARE = frozenset(("kill", "die", "injure", "result"))
_ROLES = ("killed", "injured", "captured")
_WAY, _WARD = 9, 3  # tokens from the taking, and from the hospital, to the place it is in
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
    return not wordset("that-person").isdisjoint(scene.words[f.main.first - 1 : f.main.last + 2])


def told_on(scene: Scene, old: Frame, f: Frame) -> bool:
    """``وأضاف أن الاستهداف أدى لمقتله``, ``مشيراً إلى أنهم فروا بعد عملية الاستهداف``: the same teller's next sentence on the event known.

    The event is named with the article, or the person it befell; nobody is counted who was not counted before, nor otherwise.
    """
    if old.event_type not in _HARM or f.aggregate or old.aggregate or old.many or f.many or f.denial is not None or "rise" in f.rules:
        return False
    if f.line - max(old.lines) != 1 or not families_meet(old, f) or f.event_type not in _HARM or dates_meet(old, f) == "different":
        return False
    there = place_relation(scene, old.place, f.place)
    if there == "different" and (f.place is None or scene.place(f.place).relation != "anaphor"):
        return False
    known = [
        w
        for w in f.triggers
        if w.form == "masdar" and w.last - w.first == 1 and scene.words[w.first].lstrip("وب") in wordset("the-one-event")
    ]
    if f.tolls:
        person = not wordset("that-person").isdisjoint(scene.words[f.main.first - 1 : f.main.last + 2])
        if not f.tolls.keys() <= old.tolls.keys() or not (known or person):
            return False
        if any(f.tolls[r].count.best is None or f.tolls[r].count.best != old.tolls[r].count.best for r in f.tolls):
            return False
    elif f.main not in known or there == "inside" or (f.time is not None and str(f.time.precision) == "day" and own_time(f)):
        return False
    return not says_another(scene, f)


def leave_the_ward(scene: Scene, f: Frame) -> None:
    """``ونُقل إلى مشفى في دمشق``: where the wounded are taken is not where it happened (codebook 7); the frame loses that place."""
    if f.place is None or not f.classes & {"kill", "die", "injure", "result", "target"}:
        return
    i = scene.place(f.place).first
    first = scene.lines[scene.owner[i]].sentence.first if scene.owner[i] >= 0 else i
    before = scene.words[max(first, i - _WAY) : i]
    if i < f.main.first or wordset("wards").isdisjoint(before[-_WARD:]) or wordset("taken-to").isdisjoint(before):
        return
    f.place, f.place_rule = None, ""
