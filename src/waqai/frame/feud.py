"""A feud of clans: ``اندلع نزاع عشائري … قبل أن تفرض قوة أمنية التهدئة``: whoever parts the clans does not fight, nor do unseen gunmen."""

from __future__ import annotations

from waqai.frame.frames import Frame
from waqai.frame.scene import Scene
from waqai.model import ActorMention, EventType
from waqai.resources.wordsets import wordset

_BETWEEN = ("agent:between", "agent:exchanges")


def settle_feud(scene: Scene, f: Frame) -> None:
    """Take those who are no clan out of the sides of a clash told with a word of clans.

    Args:
        scene: the document.
        f: the ranked frame; a clan it names stays where it is.
    """
    if f.event_type is not EventType.ARMED_CLASH or f.perpetrator_rule in _BETWEEN or not scene.holds("clannish"):
        return
    if not any(w in wordset("clannish") for t in f.triggers for w in scene.words[t.first : t.last + 1]):
        return
    if _no_side(scene, f.perpetrator):
        f.perpetrator, f.perpetrator_rule = None, ""
    if _no_side(scene, f.target):
        f.target, f.target_rule = None, ""


def _no_side(scene: Scene, a: ActorMention | None) -> bool:
    """Gunmen nobody saw, or a force that parts the sides, tells of them or arrests."""
    if a is None or a.category == "unknown":
        return a is not None
    return a.category in ("state_force", "ministry")
