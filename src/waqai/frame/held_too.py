"""Operations counted with their dead and their prisoners: ``21 عملية، قُتل فيها 14 واعتقل 37`` is one total, of arrests."""

from __future__ import annotations

from waqai.frame.frames import Frame
from waqai.frame.merge import absorb, own_place, place_relation
from waqai.frame.scene import Scene
from waqai.model import EventType
from waqai.resources.wordsets import wordset

_KILLED = frozenset((EventType.ATTACK, EventType.RAID, EventType.ARMED_CLASH))
_SWEEPS = frozenset(("op", "raid", "incursion"))
_VERBS = frozenset(("past", "passive"))


def hold_too(scene: Scene, frames: list[Frame], f: Frame) -> bool:
    """Bring the arrests of an operation, or of several, into what the same sentence says of its dead; ``True`` when done."""
    if f.event_type != EventType.ARREST or f.events is not None or f.main.form not in _VERBS or f.tolls.keys() != {"captured"}:
        return False
    old = next((x for x in reversed(frames) if x.denial is None and x.block not in ("title", "heading")), None)
    if old is None or old.line != f.line or old.event_type not in _KILLED or "captured" in old.tolls or "killed" not in old.tolls:
        return False
    if not (old.aggregate or f.aggregate) or _elsewhere(scene, old, f) or "tally:item" in old.rules or not _swept(scene, old, f):
        return False
    events = old.events
    absorb(scene, old, f)
    old.event_type, old.aggregate, old.events = EventType.ARREST, True, events
    return True


def _elsewhere(scene: Scene, old: Frame, f: Frame) -> bool:
    return own_place(f) is not None and own_place(old) is not None and place_relation(scene, old.place, f.place) == "different"


def _swept(scene: Scene, old: Frame, f: Frame) -> bool:
    """Operations are counted or named, or one force is the subject of both verbs."""
    if (old.classes | f.classes) & _SWEEPS:
        return True
    if not wordset("operations").isdisjoint(scene.words[old.first : f.last]):
        return True
    p, q = old.perpetrator, f.perpetrator
    return p is not None and q is not None and p.name_en == q.name_en and old.main.form == "past"
