"""The lead tells what happened: a finite verb and a place make an event of it, with no day and no exact count.

``سقط قتلى وجرحى بغارة على بلدة كنصفرة``, ``اندلعت اشتباكات بين فصيلين في الباب``, ``هز انفجار القامشلي``: a short report may say no more.
"""

from __future__ import annotations

from waqai.frame.classes import HARMS
from waqai.frame.frames import Frame
from waqai.frame.scene import Scene
from waqai.model import EventType, PlaceLevel

_TOLD = frozenset(("past", "passive"))
_HARM = HARMS | {EventType.ARMED_CLASH, EventType.EXECUTION}
_MEANS = frozenset(
    ("explode", "device", "vbied", "suicide", "shell", "air", "airmeans", "clash", "shoot", "abduct", "execute", "assassinate")
)
_SIDES = frozenset(("armed_group", "state_force", "militia", "international", "unknown", "police", "ministry"))
_LIGHT = 4  # tokens from the verb that carries it to the event's noun


def told_by_the_lead(scene: Scene, f: Frame, frames: list[Frame]) -> bool:
    """Whether the first sentence of a report tells the frame with a verb in the past, at a place below a country.

    Args:
        scene: the document.
        f: a ranked frame.
        frames: all ranked frames; others of its kind or of its sentence may be what the lead sums up.
    """
    k = f.line
    if f.aggregate or f.event_type not in _HARM or k != _lead(scene) or f.place is None:
        return False
    ref = scene.place(f.place).ref
    if not f.place_rule.startswith(("place:own", "place:list")) or (ref is not None and ref.level is PlaceLevel.COUNTRY):
        return False
    if not f.classes & _MEANS and not any(a is not None and a.category in _SIDES for a in (f.perpetrator, f.target)):
        return False  # ``استهدفت العقوبات شركات``
    if any(x is not f and (x.line == k or x.event_type is f.event_type) for x in frames):
        return False
    if f.time is not None and f.time_rule.startswith("time:own") and str(f.time.precision) not in ("day", "days", "night", "hours"):
        return False
    ln = scene.lines[k]
    if any(ln.of(cls) for cls in ("habit", "hypo", "plan", "hist")):
        return False
    verbs = [*f.triggers, *(c for c in ln.of("light") if 0 <= f.main.first - c.last <= _LIGHT)]
    return any(w.form in _TOLD and w.first <= f.main.first and scene.owner[w.first] == k for w in verbs)


def _lead(scene: Scene) -> int:
    """The first line below the headlines."""
    known: int | None = scene.memo.get("lead-line")
    if known is None:
        told = (i for i, ln in enumerate(scene.lines) if ln.sentence.block not in ("title", "heading"))
        known = scene.memo["lead-line"] = next(told, 0)
    return known
