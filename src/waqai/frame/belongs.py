"""Whose the victims and the things hit are, where the words give a party beside people.

``اغتال شخصاً وصفه بأنه جاسوس للجيش``: an alleged agent of a party is coded as the party (codebook 5.4). ``استهدفت مسيّرة عجلة لحزب العمال
وقُتل سائقها``, ``صهريج تابع لقسد``: a thing of a party is hit before the people in it.
"""

from __future__ import annotations

from dataclasses import replace

from waqai.frame.conventions import as_civilians, civilians_at
from waqai.frame.frames import Frame
from waqai.frame.governed import holds_the_area, is_object, prep_of, worked_for
from waqai.frame.scene import Lines, Scene
from waqai.model import ActorMention, EventType, WordMention
from waqai.resources.registry import registry
from waqai.resources.wordsets import wordset

_KILLS = frozenset((EventType.ASSASSINATION, EventType.EXECUTION, EventType.ATTACK, EventType.ABDUCTION, EventType.IED))
_STRUCK = frozenset((EventType.ATTACK, EventType.AIRSTRIKE, EventType.IED, EventType.SUICIDE_BOMBING, EventType.VEHICLE_BOMB))
_ON_PERSONS = frozenset((*_KILLS, EventType.ARREST, EventType.SHELLING, EventType.AIRSTRIKE))
_HARMS = frozenset(
    ("kill", "die", "injure", "assassinate", "execute", "abduct", "arrest", "seize-persons", "target", "explode", "device", "attack")
)
_PARTIES = frozenset(("armed_group", "militia", "state_force", "international"))
_OPEN = frozenset(("civilians", "unspecified", "property"))
_WHOLE = frozenset(("vehicle", "armour", "post", "patrol", "convoy", "headquarters"))
_TAMYIZ = 11  # counts from which the noun stands in the accusative
_VERBAL = ("وا", "ها", "نا", "ما")
_SHORT = 3  # letters of a word too short to tell
_BEHIND = 10  # tokens from the blow to the thing hit
_SERVES = 4  # tokens from one who serves to the body he serves
_PART = 8  # tokens from a body of men to whom it belongs
_OWNED = 3  # tokens from a thing to whose it is


def settle_belonging(scene: Scene, f: Frame) -> None:
    """Set the target of a ranked frame to the party the victims worked for or whose thing was hit."""
    if _is_parent(scene, f):
        f.target, f.target_rule = _next_person(scene, f), "target:behind-the-parent"
    if not f.aggregate and f.target is not None and f.target.actor_id == "unknown-gunmen" and f.event_type in _STRUCK:
        a = _owner(scene, f)  # ``انفجرت سيارة مفخخة أمام مقر للشرطة، ما أسفر عن إصابة ستة مسلحين``
        f.target, f.target_rule = (a, "target:its-thing") if a is not None else (f.target, f.target_rule)
        return
    if f.aggregate or (f.target is not None and f.target.category not in _OPEN):
        return
    if f.event_type is EventType.RAID and f.target is None:
        f.target = _who_left_it(scene, f)
        f.target_rule = "target:left-it" if f.target is not None else f.target_rule
        return
    if f.target is None and f.event_type in _ON_PERSONS:
        a = _one_who_tells(scene, f) or _counted_people(scene, f)
        if a is not None:
            force = a.category in _PARTIES and ("voice", "1") in a.attrs
            f.target, f.target_rule = a if force else as_civilians(a), "target:one-who-tells"
            return
    a = _of_house(scene, f)
    if a is not None:
        f.target, f.target_rule = a, "target:whose-house"
        return
    a = _part_of(scene, f) if f.event_type in _ON_PERSONS else None
    if a is not None:
        f.target, f.target_rule = a, "target:part-of"
        return
    a = _worked_for(scene, f) if f.event_type in _KILLS else None
    if a is not None:
        f.target, f.target_rule = a, "target:worked-for"
        return
    a = _employer(scene, f) if f.event_type in _KILLS else None
    if a is not None:
        f.target, f.target_rule = a, "target:serves"
        return
    a = _owner(scene, f) if f.event_type in _STRUCK and "defuse" not in f.classes else None
    if a is not None:
        f.target, f.target_rule = a, "target:its-thing"


def _is_parent(scene: Scene, f: Frame) -> bool:
    """``خطفت الشبيبة الثورية التابعة لحزب العمال``: the party whose the doer is was taken for the one it was done to."""
    p, t = f.perpetrator, f.target
    if p is None or t is None or not p.last < t.first <= p.last + _OWNED or prep_of(scene, t) != "ل":
        return False
    return scene.words[p.last] in wordset("belongs-to") and f.event_type in _ON_PERSONS


def _next_person(scene: Scene, f: Frame) -> ActorMention | None:
    """The first of those who can be hurt behind the parent, in its sentence."""
    t = f.target
    if t is None or scene.owner[t.first] < 0:
        return None
    behind = (a for a in scene.lines[scene.owner[t.first]].actors if t.last <= a.first <= t.last + _BEHIND and not prep_of(scene, a))
    return next((a for a in behind if a.category in (*_PARTIES, "civilians", "officials", "unspecified") and not is_object(a)), None)


def _other(f: Frame, a: ActorMention) -> bool:
    return a.name_en is not None and a.category in _PARTIES and (f.perpetrator is None or f.perpetrator.name_en != a.name_en)


def _one_who_tells(scene: Scene, f: Frame) -> ActorMention | None:
    """``قُتل ناشط إعلامي``, ``انفجرت عبوة بسيارة مراسل القناة``: one of those who usually tell, right behind the word of harm."""
    for w in f.triggers:
        if scene.owner[w.first] < 0 or scene.cls(w) not in _HARMS:
            continue
        for a in scene.lines[scene.owner[w.first]].actors:
            if a.category not in ("source", "media") or a.actor_id is None or a.number is not None:
                continue
            if (head := _head_of_force(scene, a, w)) is not None:
                return head
            if not 0 <= a.first - w.last <= 1:
                continue
            if registry().actor(a.actor_id).as_actor == "civilians" and (not prep_of(scene, a) or is_object(a)):
                return a
    return None


def _head_of_force(scene: Scene, a: ActorMention, w: WordMention) -> ActorMention | None:
    """``هاجم مسلحون مدير شرطة القضاء``: the head of a force, who mostly tells, behind a verb of harm and its subject is one of its men."""
    if ("voice", "1") not in a.attrs or a.actor_id is None or w.form not in ("past", "present") or prep_of(scene, a):
        return None
    if not (a.first == w.last or any(b.first == w.last and b.last == a.first for b in scene.lines[scene.owner[w.first]].actors)):
        return None
    of = registry().actor(a.actor_id)
    return replace(a, category=of.category) if of.category in _PARTIES else None


def _counted_people(scene: Scene, f: Frame) -> ActorMention | None:
    """``قُتل 12 علويا``, ``خطف 15 حاجا``: a counted noun in the accusative that is no fighter's nor "person" is people."""
    if f.event_type is EventType.ARREST:
        return None
    for toll in f.tolls.values():
        if scene.owner[toll.first] < 0 or toll.who is not None:
            continue
        n = next((n for n in scene.lines[scene.owner[toll.first]].numbers if n.first == toll.first), None)
        if (
            n is None
            or n.form not in ("digits", "words")
            or (toll.count.best or 0) < _TAMYIZ
            or n.last >= len(scene.words)
            or scene.owner[n.last] != scene.owner[toll.first]
        ):
            continue
        word = scene.words[n.last]
        if (
            len(word) > _SHORT
            and word.endswith("ا")
            and not word.endswith(_VERBAL)
            and not (word.startswith("ال") or word in wordset("counted-otherwise"))
        ):
            return civilians_at(scene, n.last)
    return None


def _who_left_it(scene: Scene, f: Frame) -> ActorMention | None:
    """``عثر الجيش على كدس من مخلفات داعش``: whose the find was."""
    if not scene.holds("left-over"):
        return None
    for p in f.parts:
        for a in scene.lines[p.line].actors:
            near = scene.words[max(p.first, a.first - 2) : a.first]
            if p.main.last <= a.first < p.last and _other(f, a) and not wordset("left-over").isdisjoint(near):
                return a
    return None


def _worked_for(scene: Scene, f: Frame) -> ActorMention | None:
    """The party one killed is said to have worked for, behind the killing in its sentence."""
    for p in f.parts:
        for a in scene.lines[p.line].actors:
            if p.first <= a.first < p.last and a.first >= p.main.last and _other(f, a) and (worked_for(scene, a) or _works_in(scene, a)):
                return a
    return None


def _works_in(scene: Scene, a: ActorMention) -> bool:
    """``شخص قال إنه يعمل في استخبارات الوحدات``, ``سائق يعمل مع قسد``."""
    words = scene.words
    near = range(max(0, a.first - 4), a.first)
    return any(words[i] in wordset("works") and words[i + 1] in wordset("works-where") for i in near if i + 1 < a.first)


def _owner(scene: Scene, f: Frame) -> ActorMention | None:
    """The party whose thing stands right behind the blow, before the people hurt in it."""
    for p in f.parts:
        if p.main is not f.main:
            continue
        ln = scene.lines[p.line]
        for a in ln.actors:
            if not p.first <= a.first < p.last or a.first - p.main.last > _BEHIND or not _other(f, a) or holds_the_area(scene, a):
                continue
            if _of_a_thing(scene, ln, a):
                return a
            if a.first < p.main.last or not _whole(scene, a):
                continue
            return None if f.target is not None and p.first <= f.target.first < a.first else a
    return None


def _of_house(scene: Scene, f: Frame) -> ActorMention | None:
    """``قنبلة على منزل مختار القرية``, ``أحرقوا سيارة قيادي في قسد``: whose the house or car is stands in construct behind it."""
    t = f.target
    if t is None or t.category != "property" or scene.owner[t.first] < 0 or scene.words[t.first].lstrip("وبل").startswith("ال"):
        return None
    a = next((a for a in scene.lines[scene.owner[t.first]].actors if a.first == t.last), None)
    if a is None or a.category not in (*_PARTIES, "officials") or a.name_en is None or is_object(a) or a.form == "pronoun":
        return None
    return a if not prep_of(scene, a) and (f.perpetrator is None or f.perpetrator.name_en != a.name_en) else None


def _part_of(scene: Scene, f: Frame) -> ActorMention | None:
    """``قُتل عنصر من قوات "الكوماندوس" التابعة لقسد``: an unknown force is the party's it belongs to."""
    t = f.target
    if t is None or scene.owner[t.first] < 0 or scene.words[t.first].lstrip("وب") not in wordset("bodies-of-men"):
        return None
    ln = scene.lines[scene.owner[t.first]]
    for i in range(t.first + 1, min(t.first + _PART, ln.sentence.last)):
        if scene.words[i] in wordset("belonging-to"):
            return next((a for a in ln.actors if a.first == i + 1 and _other(f, a)), None)
        if scene.words[i] in (".", ";", ":") or any(w.first == i for w in ln.triggers):
            return None
    return None


def _employer(scene: Scene, f: Frame) -> ActorMention | None:
    """``قتلوا موظفاً في "الإدارة الذاتية"``, ``عضواً في لجنة بمجلس الرقة المدني``: who serves a body of officials is one of them."""
    t = f.target
    if t is None or t.category != "civilians" or scene.owner[t.first] < 0:
        return None
    if (
        scene.words[t.first].lstrip("وبل") not in wordset("employees")
        or t.last >= len(scene.words)
        or scene.words[t.last] not in wordset("in-or-at")
    ):
        return None
    a = next((a for a in scene.lines[scene.owner[t.first]].actors if 0 < a.first - t.last <= _SERVES), None)
    if a is None or a.actor_id is None or not wordset("clause-marks").isdisjoint(scene.words[t.last : a.first]):
        return None
    of = registry().in_role(a.actor_id, "target")
    if of.category != "officials":
        return None
    return replace(a, actor_id=of.id, name_en=of.name_en, name_ar=of.name_ar, category=of.category)


def _whole(scene: Scene, a: ActorMention) -> bool:
    word = scene.words[a.first].lstrip("وبل")
    if word in wordset("holding-of-areas") or word in wordset("strongholds"):
        return False  # ``تحت سيطرة قوات النظام``, ``معقل الحركة``
    return is_object(a) and any(k == "object" and v in _WHOLE for k, v in a.attrs) and a.form != "pronoun"


def _of_a_thing(scene: Scene, ln: Lines, a: ActorMention) -> bool:
    """``صهريج نفط تابع لقسد``: a word of belonging and a thing before it."""
    words = scene.words
    at = next((i for i in range(a.first - 1, max(ln.sentence.first, a.first - _OWNED) - 1, -1) if words[i] in wordset("belonging-to")), -1)
    return at > 0 and any(i in scene.things for i in range(max(ln.sentence.first, at - _OWNED), at))
