"""A feud of clans: ``اندلع نزاع عشائري … قبل أن تفرض قوة أمنية التهدئة``: whoever parts the clans does not fight, nor do unseen gunmen."""

from __future__ import annotations

from waqai.frame.frames import Frame
from waqai.frame.scene import Scene
from waqai.model import ActorMention, EventType
from waqai.resources.wordsets import wordset

_AMONG = 4  # tokens from "between" to the clans
_BETWEEN = ("agent:between", "agent:exchanges")


def settle_feud(scene: Scene, f: Frame) -> None:
    """Take those who are no clan out of the sides of a clash told with a word of clans.

    Args:
        scene: the document.
        f: the ranked frame; a clan it names stays where it is.
    """
    if f.event_type is not EventType.ARMED_CLASH:
        return
    _two_clans(scene, f)
    if f.perpetrator_rule in _BETWEEN or not scene.holds("clannish"):
        return
    if not any(w in wordset("clannish") for t in f.triggers for w in scene.words[t.first : t.last + 1]):
        return
    if _no_side(scene, f.perpetrator):
        f.perpetrator, f.perpetrator_rule = None, ""
    if _no_side(scene, f.target):
        f.target, f.target_rule = None, ""


def _two_clans(scene: Scene, f: Frame) -> None:
    """``اشتباكات بين عشيرتين``, ``بين أفراد من عشيرتي "X" و"Y"``: both sides are clans, and nobody else is one of them."""
    if f.aggregate or not scene.holds("clan-pairs"):
        return
    pairs, words = wordset("clan-pairs"), scene.words
    for p in f.parts:
        i = next((i for i in range(p.first, p.last) if words[i] in pairs and _right_between(scene, p.first, i)), -1)
        a = next((a for a in scene.lines[p.line].actors if a.first <= i < a.last and a.category == "tribe"), None) if i >= 0 else None
        if a is None:
            continue
        if f.perpetrator is None or f.perpetrator.category != "tribe":
            f.perpetrator, f.perpetrator_rule = a, _BETWEEN[0]
        if f.target is None or f.target.category != "tribe":
            f.target, f.target_rule = a, "target:between"
        return


def _right_between(scene: Scene, first: int, i: int) -> bool:
    """``بين عشيرتين``, ``بين أفراد من عشيرتين``; not ``بين الجيش ومسلحين من عشيرتين``."""
    before = scene.words[max(first, i - _AMONG) : i]
    return "بين" in before and not any(w.startswith("و") for w in before[before.index("بين") + 1 :])


def _no_side(scene: Scene, a: ActorMention | None) -> bool:
    """Gunmen nobody saw, or a force that parts the sides, tells of them or arrests."""
    if a is None or a.category == "unknown":
        return a is not None
    return a.category in ("state_force", "ministry")
