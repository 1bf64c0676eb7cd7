"""``ضربة بمسيّرة …، وأخرى استهدفت سوقاً``, ``هجوم مماثل``: another one of the same means, told by a word that names none."""

from __future__ import annotations

from collections.abc import Sequence

from waqai.frame.classes import GENERIC, OUTCOME
from waqai.frame.frames import Frame
from waqai.frame.scene import Scene
from waqai.model import EventType
from waqai.resources.wordsets import wordset

_AIMS = frozenset(("target", "destroy", "affect"))
_FROM_AFAR = (EventType.AIRSTRIKE, EventType.SHELLING)
_BACK = 3
_BARE_BLAST = frozenset(("explode",))
_MEANS = (EventType.AIRSTRIKE, EventType.SHELLING, EventType.IED, EventType.VEHICLE_BOMB, EventType.SUICIDE_BOMBING)


def another_such(scene: Scene, frames: Sequence[Frame], f: Frame) -> None:
    """Give an event told as ``وأخرى`` before its verb the type and weapon of the one just told.

    Args:
        scene: the document.
        frames: the frames before it.
        f: the frame; changed in place.
    """
    if not frames:
        return
    if f.event_type is EventType.IED and _car_named_before(scene, frames, f):
        f.event_type, f.weapon_value = EventType.VEHICLE_BOMB, "vbied"  # ``تسعة قتلى في انفجار السيارة``
        return
    if f.weapon_value is None and not f.aggregate and _of_the_same_kind(scene, f):
        like = next((x for x in reversed(frames) if x.event_type in _MEANS and not x.aggregate), None)
        if like is not None:
            f.event_type, f.weapon_value = like.event_type, like.weapon_value
        return
    if f.event_type is not EventType.ATTACK or not f.classes <= GENERIC | OUTCOME:
        return
    i, old = f.main.first, frames[-1]
    beside = scene.words[max(f.first, i - _BACK) : i] + scene.words[f.main.last : f.main.last + 1]
    if wordset("another-such").isdisjoint(beside) or old.event_type not in _MEANS:
        return
    if f.line - max(old.lines) > 1 or old.aggregate:
        return
    f.event_type, f.weapon_value = old.event_type, old.weapon_value


def _of_the_same_kind(scene: Scene, f: Frame) -> bool:
    """``قُتل تسعة بهجوم مماثل``, ``في انفجار مشابه``: what it was done with stands where the first one is told."""
    if not f.classes <= GENERIC | OUTCOME | _BARE_BLAST or f.event_type not in (EventType.ATTACK, EventType.IED):
        return False
    alike = wordset("of-the-same-kind")
    return any(w.form not in ("past", "passive") and scene.words[w.last] in alike for w in f.triggers if w.last < len(scene.words))


def _car_named_before(scene: Scene, frames: Sequence[Frame], f: Frame) -> bool:
    """``انفجار السيارة`` after a car bomb has been told: that car."""
    blasts = (w for w in f.triggers if scene.cls(w) == "explode" and w.last < len(scene.words))
    cars = wordset("the-car")
    return any(scene.words[w.last] in cars for w in blasts) and any(x.event_type is EventType.VEHICLE_BOMB for x in frames)


def settle_same_guns(scene: Scene, f: Frame, before: Frame | None) -> None:
    """``شن الطيران غارات على سراقب، كما استهدف سيارة``: the subject goes on, and it is the aircraft or the guns of the verb before.

    Args:
        scene: the document.
        f: the frame, its sides chosen; type and weapon changed in place.
        before: the frame told before it.
    """
    if before is None or f.event_type is not EventType.ATTACK or not f.classes <= _AIMS or f.weapon_value is not None:
        return
    p = f.perpetrator
    if p is None or before.perpetrator is None or p.first != before.perpetrator.first or before.event_type not in _FROM_AFAR:
        return
    if p.last <= f.main.first and f.main.form == "past" and any(p.first <= w.first < p.last for w in before.triggers):
        f.event_type, f.weapon_value = before.event_type, before.weapon_value
