"""Whose the enlisted men are who were hit: ``هاجم داعش نقطة للشرطة الاتحادية ما أدى إلى استشهاد منتسب``: of the force told before them."""

from __future__ import annotations

from waqai.frame.frames import Frame
from waqai.frame.scene import Scene
from waqai.model import ActorMention, EventType
from waqai.resources.wordsets import wordset

_HIT = frozenset((EventType.ATTACK, EventType.ASSASSINATION, EventType.IED, EventType.SHELLING, EventType.SUICIDE_BOMBING, EventType.RAID))
_SENTENCE = 40  # tokens from the force to its men


def settle_enlisted(scene: Scene, f: Frame) -> None:
    """Give a frame whose victims are told by ``منتسب`` alone the force that stands before them in their sentence.

    Args:
        scene: the document.
        f: the ranked frame.
    """
    t = f.target
    if t is None or f.aggregate or f.event_type not in _HIT or t.category != "state_force" or t.last - t.first > 1:
        return
    if scene.words[t.first].lstrip("وب") not in wordset("enlisted-men") or scene.owner[t.first] < 0:
        return
    ln = scene.lines[scene.owner[t.first]]
    said = {s.first - 1 for s in ln.speech} | {s.last for s in ln.speech}
    for a in reversed(ln.actors):
        if a.first < t.first and t.first - a.last <= _SENTENCE and _force(a) and a.name_en != t.name_en:
            if a.first in said or a.last - 1 in said or (f.perpetrator is not None and a.name_en == f.perpetrator.name_en):
                continue
            f.target, f.target_rule = a, "target:their-force"
            return


def _force(a: ActorMention) -> bool:
    return a.category == "state_force" and a.name_en is not None and a.form != "pronoun"
