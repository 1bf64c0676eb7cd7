"""Who holds somebody at a checkpoint: ``اعتقال شاب على حاجز للأمن العسكري`` tells the doer by whose post it was."""

from __future__ import annotations

from waqai.frame.frames import Frame
from waqai.frame.governed import is_object, prep_of
from waqai.frame.scene import Scene
from waqai.model import EventType
from waqai.resources.wordsets import wordset

_HOLDS = (EventType.ARREST, EventType.ABDUCTION, EventType.RAID)
_PRIVATE = frozenset(("civilians", "property", "unspecified"))
_TO = wordset("brought-to")
_POST = ("object", "post")
_AT = wordset("stands-at")


def settle_held_at(scene: Scene, f: Frame) -> None:
    """Name the owner of the post at which somebody was held, where nobody else is told to have held him."""
    t = f.target
    if t is not None and f.event_type in _HOLDS and is_object(t) and t.category not in _PRIVATE and prep_of(scene, t) in _TO:
        f.target, f.target_rule = None, ""  # ``واقتادتهما إلى قاعدة لها``: where they were brought
    if f.event_type is not EventType.ARREST or f.perpetrator is not None or f.aggregate:
        return
    for part in f.parts:
        for a in scene.lines[part.line].actors:
            if a.first >= f.main.last and _POST in a.attrs and a.name_en is not None and prep_of(scene, a) in _AT:
                if f.target is not None and f.target.first == a.first:
                    f.target, f.target_rule = None, ""
                f.perpetrator, f.perpetrator_rule = a, "agent:post"
                return
