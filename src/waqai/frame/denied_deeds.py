"""Whose deed a denied tale tells of: that of the side it charges, never of the office that calls it untrue."""

from __future__ import annotations

from collections.abc import Sequence

from waqai.frame.denials import spread_at
from waqai.frame.frames import Frame
from waqai.frame.scene import Scene
from waqai.model import ActorMention, EventType
from waqai.resources.registry import registry
from waqai.resources.wordsets import wordset

_OF_GROUPS = frozenset((EventType.IED, EventType.VEHICLE_BOMB, EventType.SUICIDE_BOMBING, EventType.ABDUCTION, EventType.ASSASSINATION))
_OFFICES = frozenset(("ministry", "state_force"))
_DOERS = frozenset(("armed_group", "militia", "state_force", "ministry"))


def settle_denied(scene: Scene, frames: Sequence[Frame]) -> None:
    """Give a tale told only while it is denied the doer its words give it, or none.

    Args:
        scene: the document.
        frames: its frames with their parties chosen; ``perpetrator`` of an asserted tale is set.
    """
    for d in frames:
        told = next((x for x in frames if x.asserted and x.main is d.main), None) if d.denial is not None else None
        at = spread_at(scene, d.denial, told) if told is not None and d.denial is not None else None
        if told is None or at is None or d.denier is None:
            continue
        if _never_his(scene, told, d.denier, at):
            told.perpetrator, told.perpetrator_rule = None, ""
        elif told.perpetrator is None and _charged(scene, told, d.denier, at):
            told.perpetrator, told.perpetrator_rule = d.denier, "agent:denies"


def _never_his(scene: Scene, f: Frame, denier: ActorMention, at: int) -> bool:
    """``كذّبت خلية الإعلام ما نشرته مواقع بشأن هجوم إرهابي``: a deed of the sort armed groups do."""
    p = f.perpetrator
    if p is None or p.name_en != denier.name_en or p.last > at or p.category not in _OFFICES:
        return False
    return f.event_type in _OF_GROUPS or not wordset("of-armed-groups").isdisjoint(scene.words[f.main.last : f.main.last + 2])


def _charged(scene: Scene, f: Frame, denier: ActorMention, at: int) -> bool:
    """``نفى الجيش الاتهامات بقصف السوق``: what an armed side is accused of, it is said to have done."""
    if denier.actor_id is None or denier.last > f.main.first or (f.target is not None and f.target.name_en == denier.name_en):
        return False
    return registry().actor(denier.actor_id).category in _DOERS and scene.words[at] in wordset("charges-denied")
