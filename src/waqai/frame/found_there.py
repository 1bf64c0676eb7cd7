"""The dead whom those find who go over the scene of a strike: ``ضربة جوية على وكر …. وعثرت القوة في مكان الضربة على أربع جثث لإرهابيين``.

The strike itself tells no dead, since nobody stood there to count; the search counts them, and they are the strike's (codebook 2.2).
"""

from __future__ import annotations

from waqai.frame.frames import Frame
from waqai.frame.merge import says_another
from waqai.frame.scene import Scene
from waqai.frame.untold import at_the_scene
from waqai.model import EventType
from waqai.resources.wordsets import wordset

_STRIKES = (EventType.AIRSTRIKE, EventType.SHELLING, EventType.ATTACK, EventType.ARMED_CLASH, EventType.RAID)
_VAGUE = (None, "militants", "unknown gunmen")
_LATER = 2  # sentences from the strike to the search
_TO_IT = 14  # tokens before the verb of finding in which the scene is named


def found_there(scene: Scene, old: Frame, f: Frame) -> bool:
    """Whether ``f`` counts the bodies of ``old``, and if so give them to it.

    Args:
        scene: the document.
        old: the event told last; one with dead of its own keeps them.
        f: the frame, not yet settled.
    """
    if f.event_type is not EventType.OTHER or "body" not in f.classes or f.aggregate or old.aggregate or "killed" not in f.tolls:
        return False
    if old.event_type not in _STRIKES or {"killed", "killed_or_injured"} & old.tolls.keys() or says_another(scene, f):
        return False
    if not 0 <= f.line - max(old.lines) <= _LATER or old.denial is not None:
        return False  # whatever the day of the search
    words = scene.words
    if wordset("finds-them").isdisjoint((words[f.main.first], words[f.main.first].lstrip("وف"))):
        return False
    if not wordset("nameless-dead").isdisjoint(words[f.first : f.last]):
        return False
    start = max(scene.lines[f.line].sentence.first, f.main.first - _TO_IT)
    if not at_the_scene(scene, start, min(f.last, f.main.last + _TO_IT)):
        return False
    if f.place is not None and (old.place is None or not scene.same_place(f.place, old.place)):
        return False
    who = f.tolls["killed"].who
    vague = old.target is None or old.target.name_en in _VAGUE
    theirs = who.name_en if who is not None else None
    if (theirs is None and vague) or (theirs is not None and not vague and old.target is not None and old.target.name_en != theirs):
        return False
    old.tolls["killed"] = f.tolls["killed"]
    if vague and who is not None:
        old.target, old.target_rule = who, "target:found-there"
    return True
