"""Whose the enlisted men are who were hit: ``هاجم داعش نقطة للشرطة الاتحادية ما أدى إلى استشهاد منتسب``: of the force told before them."""

from __future__ import annotations

from waqai.frame.frames import Frame
from waqai.frame.governed import is_object
from waqai.frame.scene import Lines, Scene
from waqai.model import ActorMention, EventType
from waqai.resources.wordsets import wordset

_FORCES = frozenset(("state_force", "militia"))
_HIT = frozenset((EventType.ATTACK, EventType.ASSASSINATION, EventType.IED, EventType.SHELLING, EventType.SUICIDE_BOMBING, EventType.RAID))
_SENTENCE = 40  # tokens from the force to its men


def settle_enlisted(scene: Scene, f: Frame) -> None:
    """Give a frame whose victims are told by ``منتسب`` or ``ضابط`` alone the force that was struck or stands before them.

    Args:
        scene: the document.
        f: the ranked frame.
    """
    t = f.target
    if t is None or f.aggregate or f.event_type not in _HIT or t.category != "state_force" or scene.owner[t.first] < 0:
        return
    enlisted = t.last - t.first == 1 and scene.words[t.first].lstrip("وب") in wordset("enlisted-men")
    if not enlisted and not wordset("bare-officers").issuperset(scene.words[t.first : t.last]):
        return
    ln = scene.lines[scene.owner[t.first]]
    a = _struck(scene, ln, f, t)
    if a is None and enlisted:
        a = _before(ln, f, t)
    if a is not None:
        f.target, f.target_rule = a, "target:their-force"


def _struck(scene: Scene, ln: Lines, f: Frame, t: ActorMention) -> ActorMention | None:
    """``استشهد ضابط بانفجار عبوة على دورية للشرطة الاتحادية``: the post, patrol or car of a force that was struck in their sentence."""
    for a in ln.actors:
        if a.first == t.first or abs(a.first - t.first) > _SENTENCE or a.category not in _FORCES or not is_object(a):
            continue
        if a.name_en in (None, t.name_en) or scene.before(a.first) in wordset("only-near"):
            continue
        if f.perpetrator is None or a.name_en != f.perpetrator.name_en:
            return a
    return None


def _before(ln: Lines, f: Frame, t: ActorMention) -> ActorMention | None:
    """The force named last before its men that neither speaks nor strikes."""
    said = {s.first - 1 for s in ln.speech} | {s.last for s in ln.speech}
    for a in reversed(ln.actors):
        if a.first < t.first and t.first - a.last <= _SENTENCE and _force(a) and a.name_en != t.name_en:
            if a.first in said or a.last - 1 in said or (f.perpetrator is not None and a.name_en == f.perpetrator.name_en):
                continue
            return a
    return None


def _force(a: ActorMention) -> bool:
    return a.category == "state_force" and a.name_en is not None and a.form != "pronoun"
