"""Somebody told by nothing but a name is a civilian, unless the text shows him to be another (codebook 5.4).

``قُتل إسماعيل الفروخ بإطلاق نار``, ``اغتال مجهولون علاء العمري``. A nom de guerre (``أبو فلان``) tells nothing, and whom aircraft hunt
by name is seldom a civilian.
"""

from __future__ import annotations

from waqai.frame.conventions import civilians_at
from waqai.frame.frames import Frame
from waqai.frame.scene import Scene
from waqai.model import ActorMention, EventType
from waqai.resources.given import given_names
from waqai.resources.wordsets import wordset

_ON_FOOT = frozenset(
    (
        EventType.ASSASSINATION,
        EventType.ATTACK,
        EventType.ABDUCTION,
        EventType.ARREST,
        EventType.EXECUTION,
        EventType.IED,
        EventType.SHELLING,
    )
)
_RULES = ("toll:unnumbered", "toll:one-before")
_MARKS = frozenset(('"', "'", "("))
_NOT_AIMED_AT = frozenset(("source", "media", "monitor", "unknown", "property"))
_NAMED = 2  # tokens from the first word of the victim to the name


def settle_named(scene: Scene, f: Frame) -> None:
    """Set the target of a ranked frame whose only victim is told by name."""
    if f.target is not None or f.aggregate or f.event_type not in _ON_FOOT:
        return
    alive = _survivor(scene, f)
    if alive is not None:
        f.target, f.target_rule = alive, "target:survived"
        return
    for t in f.tolls.values():
        if t.rule not in _RULES or t.who is not None or t.count.best not in (1, 2):
            continue
        i = t.first
        while i < f.last and (scene.words[i] in _MARKS or scene.words[i] in wordset("named-one")):
            i += 1
        if i - t.first <= _NAMED and i < len(scene.words) and scene.words[i] in given_names():
            f.target, f.target_rule = civilians_at(scene, t.first), "target:a-name"
            return


def _survivor(scene: Scene, f: Frame) -> ActorMention | None:
    """``نجا رئيس بلدية تسيل بعد إصابته برصاص مسلحين``: whoever comes off alive was aimed at."""
    escaped = wordset("escaped")
    at = {i + 1 for i in range(f.first, f.last) if scene.words[i] in escaped}
    if not at:
        return None
    return next(
        (a for a in scene.lines[f.line].actors if a.first in at and a.name_en is not None and a.category not in _NOT_AIMED_AT), None
    )
