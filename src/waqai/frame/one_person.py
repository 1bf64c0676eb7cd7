"""A deed meant for one particular person is an assassination, whoever did it and whatever it is called (codebook 3).

``نجا الصحفي … من كمين``, ``باغته ملثمان بست طلقات``, ``قنصت مفرزة عنصراً``, ``حيّدت الاستخبارات القيادي``: words for an attack, and
one person as its aim, told by rank, trade or name.
"""

from __future__ import annotations

from waqai.frame.frames import Frame
from waqai.frame.kind_signs import few, fired_at_post
from waqai.frame.scene import Scene
from waqai.frame.shooting import at_many
from waqai.frame.sought_out import by_gunmen, carries_many
from waqai.model import EventType, WordMention
from waqai.resources.wordsets import wordset

_DEEDS = frozenset(("attack", "target", "neutralise", "shoot", "under", "kill", "die", "injure", "result", "affect"))
_ARMIES = frozenset(("state_force", "ministry", "international"))
_AIM = 7  # tokens from a verb to the one it aims at
_VERBS = frozenset(("past", "passive", "present"))


def meant_for_one(scene: Scene, f: Frame) -> bool:
    """Whether an attack was meant for one person.

    Args:
        scene: the document.
        f: a frame of type attack.
    """
    if f.event_type is not EventType.ATTACK or f.aggregate or f.many or f.weapon_value not in (None, "small_arms", "knife"):
        return False
    if not f.classes <= _DEEDS or (f.tolls.keys() & {"killed", "injured"} and not few(f, 3) and not _unhurt(f)):
        return False
    if _sniped(scene, f):
        return True
    if fired_at_post(scene, f) or carries_many(scene, f):
        return False
    return (by_gunmen(scene, f) and not at_many(scene, f)) or _survived(scene, f) or _leader(scene, f) or _shot_man(scene, f)


def _unhurt(f: Frame) -> bool:
    killed = f.tolls.get("killed")
    return killed is not None and killed.count.best == 0


def _man(scene: Scene, i: int) -> bool:
    """Token ``i`` names one man by his trade or rank, not ``الصحفيون``."""
    word = scene.words[i]
    return word in wordset("titles") or word.removesuffix("ا") in wordset("titles") or word in wordset("one-man")


def _thing_before(scene: Scene, i: int) -> bool:
    """The word before token ``i`` stands in the accusative and is no verb and no man."""
    before = scene.words[i - 1]
    return before.endswith("ا") and before[-2:] != "وا" and len(before) > 4 and not _man(scene, i - 1)


def _object(scene: Scene, f: Frame, w: WordMention) -> int:
    """The first person named behind verb ``w``, or -1 where a thing or several come first."""
    for i in range(w.last, min(w.last + _AIM, scene.lines[scene.owner[w.first]].sentence.last)):
        word = scene.words[i]
        if word in (",", "."):
            return -1
        if word.endswith("ا") and _man(scene, i):
            if i > w.last and word in wordset("leading-adjectives") and _thing_before(scene, i):
                return -1  # "استهدفوا تموضعاً قيادياً": an adjective of the thing
            return i
        if word.startswith("ال") and word in wordset("leading-men"):
            return i
    return -1


def _sniped(scene: Scene, f: Frame) -> bool:
    """``قنص مجاهدوها جندياً``, ``أردى قناصونا جندياً``: a sniper's shot at one man."""
    for w in f.triggers:
        if w.form not in _VERBS or not scene.entry(w).id.startswith("sniper"):
            near = scene.words[w.last : w.last + 2] if w.form in _VERBS and scene.cls(w) in ("kill", "shoot") else []
            if wordset("snipers").isdisjoint([x.removesuffix("نا").removesuffix("ا") for x in near] + near):
                continue
        if _object(scene, f, w) >= 0:
            return True
    return False


def _survived(scene: Scene, f: Frame) -> bool:
    """``نجا الصحفي … من كمين``, not ``نجت دورية``: who came out of it is one person."""
    if f.perpetrator is not None and f.perpetrator.category in _ARMIES:
        return False
    w = next((w for w in f.triggers if scene.entry(w).id == "survive-attempt"), None)
    return w is not None and _man(scene, w.last)


def _leader(scene: Scene, f: Frame) -> bool:
    """``حيّدت الاستخبارات القيادي في الحزب``, ``استهدفت قواتنا مسؤولاً أمنياً``: a leader is sought out by whomever."""
    for w in f.triggers:
        if w.form in _VERBS and scene.cls(w) in ("neutralise", "target") and (i := _object(scene, f, w)) >= 0:
            word = scene.words[i].removeprefix("ال").removesuffix("ا")
            if word in wordset("leading-men"):
                return True
    return False


def _shot_man(scene: Scene, f: Frame) -> bool:
    """``باغته ملثمان بست طلقات``, ``معلم مدرسة برصاص مسلحين``: gunmen shoot one man."""
    if f.perpetrator is not None and f.perpetrator.category in _ARMIES:
        return False
    s = scene.lines[f.line].sentence
    if wordset("shots-at-one").isdisjoint(scene.words[f.first : f.last]) or f.target is None:
        return False
    if at_many(scene, f):
        return False
    if few(f, 2) and f.target.category in ("civilians", "officials", "unspecified"):
        return True
    if any(w.form in _VERBS and scene.cls(w) == "attack" and _struck_one(scene, w) for w in f.triggers):
        return True
    if f.tolls or f.main.form != "phrase":
        return False
    opens = (j for j in range(max(s.first, f.main.first - _AIM), f.main.first) if j == s.first or scene.words[j - 1] in (":", "-", "•"))
    return any(_man(scene, j) for j in opens)  # ``معلم مدرسة برصاص مسلحين مجهولين``


def _struck_one(scene: Scene, w: WordMention) -> bool:
    """``باغت ملثمان مختار البلدة بست طلقات``, ``باغته ملثمان``: the verb's object is one man."""
    if scene.words[w.first].endswith("ه") and len(scene.words[w.first]) > _AIM - 3:
        return True
    return any(_man(scene, i) and scene.words[i] not in wordset("groups-shot-at") for i in range(w.last + 1, w.last + 4))
