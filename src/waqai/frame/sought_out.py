"""Who was sought out: one man by gunmen or by a device on his car, or all who sat in the vehicle that was shot at.

``قتل مسلحون مجهولون عنصراً من الأمن العام`` and ``انفجرت عبوة لاصقة بسيارة مختار البلدة`` are meant for one man (an assassination),
``أمطروا سيارة تقل عناصر من الشرطة بالرصاص`` for all inside (an attack; codebook 3).
"""

from __future__ import annotations

from waqai.frame.frames import Frame
from waqai.frame.kind_signs import few, fired_at_post
from waqai.frame.scene import Scene
from waqai.model import EventType, Modality
from waqai.resources.wordsets import wordset

_BY_HAND = frozenset(("kill", "die", "injure", "result", "shoot", "under"))
_DEVICE = frozenset(("device", "explode", "kill", "die", "injure", "result", "target", "under", "affect"))
_ABOARD = 4  # tokens from a vehicle to the word for carrying
_OBJECT = 4  # tokens from a verb of shooting to its object
_SIDES = ("state_force", "ministry", "international", "militia", "armed_group")
_OWNER = 3  # tokens from a car to its owner
_NUMBERS = wordset("several-of-them")


def by_gunmen(scene: Scene, f: Frame) -> bool:
    """Gunmen nobody knows kill or wound one or two persons with a shot or a knife, whichever side these are of."""
    by = f.perpetrator
    if (
        by is None
        or by.name_en != "unknown gunmen"
        or not f.classes <= _BY_HAND
        or not (few(f, 2) or (_nobody(f) and "injured" not in f.tolls))
    ):
        return False
    return not fired_at_post(scene, f) and not carries_many(scene, f)


def carries_many(scene: Scene, f: Frame) -> bool:
    """``سيارة تقل عناصر من الأمن``, ``أمطروا دورية بالرصاص``, ``آلية لقسد``: several sat in what was fired at."""
    if "shoot" not in f.classes:
        return False
    words = scene.words
    if (
        f.target is not None
        and f.target.category in _SIDES
        and any(_fired_upon(scene, f, i) for p in f.parts for i in range(p.first + 1, p.last))
    ):
        return True
    for p in f.parts:
        for i in range(p.first, p.last):
            if words[i] not in wordset("carries"):
                continue
            if wordset("vehicles").isdisjoint(
                [w.removeprefix("ال").removeprefix("ب").removeprefix("ل") for w in words[max(p.first, i - _ABOARD) : i]]
            ):
                continue
            aboard = words[i + 1 : i + 2]
            if aboard and (aboard[0] in wordset("several-aboard") or aboard[0] in _NUMBERS or aboard[0].endswith(("ين", "ون"))):
                return True
    return False


def _fired_upon(scene: Scene, f: Frame, i: int) -> bool:
    """A patrol, a post or a party's vehicle comes under fire: ``تعرضت دورية``, ``أمطر مسلحون دورية``, ``النار على آلية لقسد``."""
    words = scene.words
    if words[i] in wordset("vehicles"):
        owner = words[i + 1 : i + 2]
        if not owner or not (owner[0].startswith(("عسكري", "تابع")) or (owner[0].startswith("ل") and len(owner[0]) > 3)):
            return False
    elif words[i] not in wordset("posts") and words[i].removeprefix("ال") not in wordset("posts"):
        return False
    if words[i - 1] == "علي" or any(i in (x.last, x.first - 1) and scene.cls(x) == "under" for x in f.triggers):
        return True
    plain = words[i - 1] not in wordset("place-prepositions") and words[i - 1] not in ("عند", "ان", "علي")
    return plain and any(scene.cls(x) == "shoot" and x.form in ("past", "present") and 0 < i - x.last <= _OBJECT for x in f.triggers)


def device_for_one(scene: Scene, f: Frame) -> bool:
    """``بعبوة لاصقة انفجرت في سيارته``, ``استهدفت عبوة سيارة مختار``: a device on the car of a man of rank or of a name."""
    if f.event_type is not EventType.IED or f.aggregate or f.many or f.modality is Modality.FOILED or not f.classes <= _DEVICE:
        return False
    if f.weapon_value == "mine" and wordset("stuck-on").isdisjoint(w for p in f.parts for w in scene.words[p.first : p.last]):
        return False  # a mine in the ground waits for nobody in particular
    if f.tolls.keys() & {"killed", "injured"} and not few(f, 3) and not _nobody(f):
        return False
    for p in f.parts:
        own = scene.words[p.first : p.last]
        cars = [k for k, w in enumerate(own) if w in wordset("a-car") or w in wordset("his-car")]
        if not cars:
            continue
        if any(_sought(w) for k in cars if own[k] in wordset("a-car") for w in own[k + 1 : k + _OWNER]):
            return True
        if any(own[k] in wordset("his-car") for k in cars) and any(map(_sought, own)):
            return True
    return False


def _nobody(f: Frame) -> bool:
    killed = f.tolls.get("killed")
    return killed is not None and killed.count.best == 0


def _sought(w: str) -> bool:
    known = wordset("sought-men")
    return w in known or w.removeprefix("ال") in known or w.removesuffix("ا") in known
