"""Captives taken in an attack belong to it: ``هاجموا القرية وقتلوا خمسة من سكانها وخطفوا 20`` is one claim, an attack."""

from __future__ import annotations

from waqai.frame.frames import Frame
from waqai.frame.merge import absorb, own_place, own_time, place_relation
from waqai.frame.scene import Scene
from waqai.model import EventType
from waqai.resources.wordsets import wordset

_ASSAULTS = frozenset((EventType.ATTACK, EventType.ARMED_CLASH))
_TAKEN = frozenset((EventType.ABDUCTION, EventType.ARREST))
_BANDS = frozenset(("armed_group", "militia", "unknown", "crime", "tribe"))
_ENTERED = frozenset(("storm", "enter", "op", "raid"))
_VERBS = frozenset(("past", "passive"))


def take_along(scene: Scene, frames: list[Frame], f: Frame, another: bool) -> bool:
    """Bring the taking of captives into the attack told just before, with what the same attackers did next; ``True`` when done."""
    if f.event_type not in _TAKEN or f.main.form not in _VERBS or f.aggregate or another or own_time(f) or f.tolls.keys() != {"captured"}:
        return False
    old = next((x for x in reversed(frames) if x.denial is None and x.block not in ("title", "heading")), None)
    if old is not None and not old.tolls and old.classes <= _ENTERED:
        return False  # "اقتحموا منزله واقتادوه"
    if old is None or old.event_type not in _ASSAULTS or old.aggregate or old.perpetrator is None or "captured" in old.tolls:
        return False
    who, taker = old.perpetrator, f.perpetrator
    if who.category not in _BANDS or (taker is not None and taker.name_en not in (who.name_en, "unknown gunmen")):
        return False
    if own_place(f) is not None and place_relation(scene, old.place, f.place) == "different":
        return False
    if old.lines[-1] != f.line and not _they(scene, old, f):
        return False
    kind, main = old.event_type, old.main
    absorb(scene, old, f)
    old.event_type, old.main = kind, main
    return True


def _they(scene: Scene, old: Frame, f: Frame) -> bool:
    """The next sentence, of the same men: ``وخطف المهاجمون ثلاثة``, ``كما اقتادوا ستة``."""
    if f.line - max(old.lines) != 1:
        return False
    return not wordset("those-who-did").isdisjoint(scene.words[f.first : f.last]) or scene.words[f.first] in wordset("and-also")
