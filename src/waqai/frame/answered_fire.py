"""``شنّ مسلحون هجوماً على حاجز للجيش، وردّت القوات وقتلت ثلاثة منهم``: those hit answer; the attack stays that of those who launched it."""

from __future__ import annotations

from waqai.frame.frames import Frame
from waqai.frame.governed import is_passive, prep_of
from waqai.frame.scene import Scene
from waqai.model import ActorMention, EventType, WordMention
from waqai.resources.wordsets import wordset

_SUBJECT = 3  # tokens from the light verb to its subject
_OBJECT = 5  # tokens from the attack to what it was on
_DOERS = ("armed_group", "militia", "state_force", "unknown", "tribe", "crime")
_HELD_BY = ("armed_group", "militia", "state_force", "international")
_TYPES = (EventType.ATTACK, EventType.ASSASSINATION, EventType.RAID)


def settle_answered(scene: Scene, f: Frame) -> None:
    """Give an attack back to those who launched it, where those it was on took their place by what they did in answer.

    Args:
        scene: the document.
        f: the frame, its sides chosen; changed in place.
    """
    p = f.perpetrator
    if f.event_type not in _TYPES or f.aggregate or (p is not None and p.name_en is None) or _said(f):
        return
    for w in f.triggers:
        if scene.owner[w.first] < 0:
            continue
        found = _launched(scene, w) if scene.cls(w) == "attack" and w.form == "masdar" else _came_at(scene, w)
        if found is None:
            continue
        by, on = found
        if by.name_en != on.name_en and (p is None or _turned(p, by, on)):
            f.perpetrator, f.perpetrator_rule = by, "agent:launched"
            f.target, f.target_rule = on, "target:launched-on"
        return


def _said(f: Frame) -> bool:
    return f.perpetrator is None and (f.denial is not None or "rival" in f.rules or f.perpetrator_rule == "perpetrator:came-after")


def _launched(scene: Scene, w: WordMention) -> tuple[ActorMention, ActorMention] | None:
    """``شنّ مسلحون هجوماً على حاجز للجيش``: who launched it and on whom."""
    ln = scene.lines[scene.owner[w.first]]
    light = next((c for c in reversed(ln.of("light")) if c.last <= w.first and w.first - c.last <= _SUBJECT + 1), None)
    if light is None:
        return None
    by = next((a for a in ln.actors if light.last <= a.first < w.first and a.first - light.last < _SUBJECT), None)
    on = next((a for a in ln.actors if w.last <= a.first <= w.last + _OBJECT and prep_of(scene, a) in wordset("against")), None)
    return (by, on) if by is not None and on is not None else None


def _came_at(scene: Scene, w: WordMention) -> tuple[ActorMention, ActorMention] | None:
    """``هاجم مقاتلو الحركة قاعدة للجيش``: the subject right behind the verb and the armed side that is its object."""
    if scene.cls(w) not in ("attack", "storm") or w.form != "past" or is_passive(scene, w):
        return None
    ln = scene.lines[scene.owner[w.first]]
    by = next(
        (a for a in ln.actors if a.first == w.last and a.category in _DOERS and a.name_en is not None and not prep_of(scene, a)), None
    )
    if by is None:
        return None
    on = next((a for a in ln.actors if by.last <= a.first <= by.last + _OBJECT and a.category in _HELD_BY), None)
    return (by, on) if on is not None and on.name_en is not None and prep_of(scene, on) in ("", *wordset("against")) else None


def _turned(p: ActorMention, by: ActorMention, on: ActorMention) -> bool:
    """The doer chosen is the side attacked."""
    return p.name_en == on.name_en and p.name_en != by.name_en


def only_answers(scene: Scene, old: Frame, f: Frame) -> bool:
    """``استهدفت نقطة بصاروخ. وردت الوحدات على مصادر النيران``: the answer without a gun is no event; to shelling it is shelling.

    Args:
        scene: the document.
        old: the event told before.
        f: the frame, not yet settled; its type becomes shelling where it answers shelling.
    """
    if any(scene.entry(w).id != "answer-fire" for w in f.triggers) or f.tolls or not 0 <= f.line - max(old.lines) <= 1:
        return False
    if old.event_type is EventType.SHELLING and old.perpetrator is not None:
        f.event_type = EventType.SHELLING
        return False
    return old.event_type in (*_TYPES, EventType.ARMED_CLASH) and f.event_type is EventType.ARMED_CLASH
