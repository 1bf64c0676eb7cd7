"""Captives taken in an attack belong to it: ``هاجموا القرية وقتلوا خمسة من سكانها وخطفوا 20`` is one claim, an attack."""

from __future__ import annotations

from dataclasses import replace

from waqai.frame.counts import add_counts
from waqai.frame.frames import Frame, Toll
from waqai.frame.merge import absorb, own_place, own_time, place_relation
from waqai.frame.scene import Scene
from waqai.model import EventType
from waqai.resources.wordsets import wordset

_ASSAULTS = frozenset((EventType.ATTACK, EventType.ARMED_CLASH))
_FIGHTS = _ASSAULTS | {EventType.SEIZURE_OF_TERRITORY, EventType.SUICIDE_BOMBING, EventType.SHELLING, EventType.AIRSTRIKE}
_PRISONERS = frozenset(("capture", "fall-captive"))
_TAKEN = frozenset((EventType.ABDUCTION, EventType.ARREST))
_BANDS = frozenset(("armed_group", "militia", "unknown", "crime", "tribe"))
_ENTERED = frozenset(("storm", "enter", "op", "raid"))
_VERBS = frozenset(("past", "passive"))


def take_along(scene: Scene, frames: list[Frame], f: Frame, another: bool) -> bool:
    """Bring the taking of captives into the attack told just before, with what the same attackers did next; ``True`` when done."""
    taken = f.event_type in _TAKEN or (f.event_type is EventType.ATTACK and scene.entry(f.main).id in _PRISONERS)
    if not taken or f.main.form not in _VERBS or f.aggregate or another or own_time(f):
        return False
    if "captured" not in f.tolls or any(not _lost(scene, t) for r, t in f.tolls.items() if r != "captured"):
        return False
    old = next((x for x in reversed(frames) if x.denial is None and x.block not in ("title", "heading")), None)
    if old is None or old.aggregate or "captured" in old.tolls or not (_prisoners(scene, old, f) or _carried_off(scene, old, f)):
        return False
    if own_place(f) is not None and place_relation(scene, old.place, f.place) == "different":
        return False
    kind, main = old.event_type, old.main
    for role, t in [*f.tolls.items()]:
        have = old.tolls.get(role)
        if role == "captured" or have is None:
            continue
        if have.rule != "toll:both-sides":
            old.tolls[role] = replace(have, count=add_counts(have.count, t.count), rule="toll:both-sides")
        del f.tolls[role]
    absorb(scene, old, f)
    old.event_type, old.main = kind, main
    return True


def led_away(scene: Scene, old: Frame, f: Frame) -> bool:
    """``خُطف في 28 أيار على طريق المطار واقتيد إلى البقاع``: where the one just taken was brought; the taking goes on."""
    if old.family() not in ("abduct", "detain") or old.line != f.line or old.aggregate or f.aggregate or f.denial is not None:
        return False
    if any(scene.entry(w).id not in _LED for w in f.triggers) or own_time(f):
        return False
    taken, held = old.tolls.get("captured"), f.tolls.get("captured")
    if taken is not None and held is not None and taken.count.best != held.count.best:
        return False
    return f.main.prefix.startswith(("و", "ف")) or scene.words[f.main.first].startswith(("و", "ف")) or scene.words[f.main.first - 1] == "ثم"


_LED = frozenset(("led-off", "taken-away", "carried-off", "lead-away", "detain-raid"))


def _lost(scene: Scene, t: Toll) -> bool:
    """``وأسرت ستة، مقرة بمقتل اثنين من جنودها``: those who took captives lost men of their own."""
    return not wordset("own-men").isdisjoint(scene.words[t.first : t.first + 4])


def _prisoners(scene: Scene, old: Frame, f: Frame) -> bool:
    """``قُتل أربعة من المهاجمين وأُسر اثنان``: prisoners are taken in the fight the same sentence tells, by either side."""
    if old.lines[-1] != f.line or old.event_type not in _FIGHTS:
        return False
    return all(scene.entry(w).id in _PRISONERS for w in f.triggers if scene.cls(w) in ("arrest", "abduct"))


def _carried_off(scene: Scene, old: Frame, f: Frame) -> bool:
    """Those who attacked take people with them; who only enters a house to take one has not attacked."""
    who, taker = old.perpetrator, f.perpetrator
    if old.event_type not in _ASSAULTS or who is None or who.category not in _BANDS or (not old.tolls and old.classes <= _ENTERED):
        return False
    if taker is not None and taker.name_en not in (who.name_en, "unknown gunmen"):
        return False
    return old.lines[-1] == f.line or _they(scene, old, f)


def _they(scene: Scene, old: Frame, f: Frame) -> bool:
    """The next sentence, of the same men: ``وخطف المهاجمون ثلاثة``, ``كما اقتادوا ستة``."""
    if f.line - max(old.lines) != 1:
        return False
    return not wordset("those-who-did").isdisjoint(scene.words[f.first : f.last]) or scene.words[f.first] in wordset("and-also")
