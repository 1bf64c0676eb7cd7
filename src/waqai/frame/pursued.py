"""Members caught or killed in the course of a pursuit belong to those pursued.

``في إطار ملاحقة خلايا التنظيم اعتقلت القوات متزعماً``: a leader, a member or a cell of nobody named, told beside a noun of pursuit.
"""

from __future__ import annotations

from waqai.frame.frames import Frame
from waqai.frame.governed import pursued
from waqai.frame.scene import Scene
from waqai.model import EventType
from waqai.resources.wordsets import wordset

_KINDS = frozenset((EventType.ARREST, EventType.RAID, EventType.ATTACK, EventType.AIRSTRIKE, EventType.ARMED_CLASH))


def settle_pursued(scene: Scene, f: Frame) -> None:
    """Name whose member the target is, where the sentence names whom the doers pursue."""
    t = f.target
    if f.aggregate or f.event_type not in _KINDS or f.perpetrator is None or t is None or t.name_en not in (None, "civilians"):
        return
    if wordset("members-caught").isdisjoint(scene.words[t.first : t.last]):
        return
    for part in f.parts:
        for a in scene.lines[part.line].actors:
            if a.name_en is not None and a.name_en != f.perpetrator.name_en and a.first < t.first and pursued(scene, a):
                f.target, f.target_rule = a, "target:pursued"
                return
