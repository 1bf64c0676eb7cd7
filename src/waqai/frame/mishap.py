"""Deaths nobody meant: roads, water, weather, gas, sickness, beasts and a person's own hand (codebook 2.9).

The words are those of violence (``حصد أرواح``, ``هاجمت كلاب``, ``أودى انفجار أسطوانة غاز بحياة``); what tells them apart is the cause
beside them, or who acts. A frame with a weapon, an armed side that acts, or a means of war is never a mishap.
"""

from __future__ import annotations

from waqai.frame.domain import marked
from waqai.frame.frames import Frame
from waqai.frame.scene import Scene
from waqai.model import WordMention
from waqai.normalise import readings
from waqai.resources.wordsets import wordset

_HARM = frozenset(("kill", "die", "injure", "result", "body", "affect", "under", "neutralise"))
_BANG = frozenset(("explode", "burn", "raid", "destroy"))
_ARMED = frozenset(("armed_group", "state_force", "militia", "international", "unknown", "tribe"))
_VERB = frozenset(("past", "present", "passive"))
_MEANT = frozenset(("explode", "suicide", "vbied", "device", "attack", "clash", "air", "shell"))
_WAR = frozenset(("shoot", "air", "airmeans", "shell", "device", "vbied", "suicide", "clash", "storm"))
_HELD = frozenset(("arrest", "seize-persons", "raid", "kill", "die", "injure"))


def mishap(scene: Scene, f: Frame) -> bool:
    """Whether the frame tells an accident, a disaster, an animal, a sickness or a suicide.

    Args:
        scene: the document.
        f: a ranked frame.

    Returns:
        True when nothing in it is an act of conflict.
    """
    if f.denial is not None:
        return False
    if _by_own_hand(scene, f) or _nobody_hurt(f) or _at_beasts(scene, f):
        return True
    if f.weapon_value is not None and not _only_flames(scene, f):
        return False
    if _by_nature(scene, f) or _sick(scene, f):
        return True
    victim = f.target is not None and f.target.category in _ARMED
    if f.classes <= _HELD and not victim and _all_mishaps(scene):
        return True
    if f.classes <= _HARM and any(0 <= c.first - f.main.last <= 1 for c in _cues(scene, f.line)):
        return True  # the accident itself is what kills
    if f.perpetrator is not None and f.perpetrator.category in _ARMED:
        return False
    if f.classes <= _HARM | _BANG and any(_caused(scene, p.line, p.first, p.last) for p in f.parts):
        return True
    if f.classes <= _HARM and f.perpetrator is None and not victim and any(_cues(scene, p.line) for p in f.parts):
        return True  # "اصطدمت حافلة بناقلة، فاندلعت النيران، وقُتل تسعة"
    return f.classes <= _HARM and not victim and _all_mishaps(scene)


def _sick(scene: Scene, f: Frame) -> bool:
    """``إن مريضاً فارق الحياة``, ``بعد صراع مع المرض``: who dies is a patient, and nothing else is told of him."""
    if not f.classes <= {"die"} or f.main.first == 0:
        return False
    if any(w in wordset("patients") for w in scene.words[max(f.first, f.main.first - 2) : f.main.last + 2]):
        return True
    before = scene.lines[max(0, f.line - 1)].sentence.first
    return f.perpetrator is None and not wordset("sickness").isdisjoint(scene.words[before : f.last])


def _all_mishaps(scene: Scene) -> bool:
    """The report is full of the words of accidents, and no frame of it has a means of war."""
    if not marked(scene, "field-accident"):
        return False
    return not any(g.weapon_value is not None or g.classes & _WAR for g in scene.memo.get("frames", ()))


def _only_flames(scene: Scene, f: Frame) -> bool:
    """``اصطدمت حافلة بناقلة، فاندلعت النيران``: the fire is no gunfire."""
    return f.weapon is not None and not f.classes & _WAR and scene.words[f.weapon.first].lstrip("و") in wordset("flames")


def _nobody_hurt(f: Frame) -> bool:
    """``دون إصابة أحد``: an outcome that did not come about, of no event."""
    if not f.classes <= _HARM - {"under", "affect", "neutralise"} or f.perpetrator is not None:
        return False
    return all(t.count.high == 0 for t in f.tolls.values()) if f.tolls else f.no_harm


def _caused(scene: Scene, k: int, first: int, last: int) -> bool:
    """The sentence part names such a cause."""
    return any(first <= c.first < last for c in _cues(scene, k))


def _cues(scene: Scene, k: int) -> list[WordMention]:
    """The words for accidents in a line, those included that also mark a report of another field."""
    ln = scene.lines[k]
    return [*ln.of("mishap"), *(c for c in ln.of("hist") if scene.entry(c).id == "hist-accident")]


def _by_nature(scene: Scene, f: Frame) -> bool:
    """``هاجمت كلاب ضالة أطفالاً``, ``السيول تجتاح درنة``, ``هجوم الجراد``: a beast, the weather or a sickness acts."""
    if f.perpetrator is not None and f.perpetrator.category in _ARMED - {"unknown"}:
        return False
    w, words = f.main, scene.words
    if w.last < len(words) and scene.owner[w.last] == scene.owner[w.first] and _names(words[w.last]):
        return True
    if w.form not in _VERB:
        return False
    head = scene.lines[scene.owner[w.first]].sentence.first
    before = words[max(head, w.first - 3) : w.first]
    if before and before[-1] in wordset("relatives"):
        return any(map(_names, before[:-1]))
    return bool(before) and (_names(before[-1]) or (len(before) > 1 and before[-1].endswith("ه") and _names(before[-2])))


def _at_beasts(scene: Scene, f: Frame) -> bool:
    """``أطلق النار على الذئاب``, ``أردى كلباً مسعوراً``: a beast is shot."""
    if not f.classes <= _HARM | {"shoot", "attack"} or "injure" in f.classes:
        return False
    words, known = scene.words, wordset("beasts")
    for p in f.parts:
        for i in range(p.main.last, min(p.main.last + 4, p.last)):
            word = words[i]
            if any(rest in known for prefix, rest in readings(word)) and (i == p.main.last or words[i - 1] in ("علي", "النار")):
                return True
    return False


def _names(word: str) -> bool:
    known = wordset("nature-agents")
    return word in known or any(prefix in ("ال", "و", "وال") and rest in known for prefix, rest in readings(word))


def _by_own_hand(scene: Scene, f: Frame) -> bool:
    """``انتحر شاب``, ``أطلق النار على نفسه``: nobody else is hit."""
    killed = f.tolls.get("killed")
    if f.classes & _MEANT or (killed is not None and (killed.count.best or 0) > 1):
        return False
    words, own = scene.words, wordset("self-harm")
    for p in f.parts:
        for i in range(p.first, p.last):
            if words[i] in own or (words[i] in wordset("self") and i > 0 and words[i - 1] == "علي"):
                return True
    return False
