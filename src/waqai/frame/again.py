"""``ضربة بمسيّرة …، وأخرى استهدفت سوقاً``: another one of the same means, told by a verb that names none."""

from __future__ import annotations

from collections.abc import Sequence

from waqai.frame.classes import GENERIC, OUTCOME
from waqai.frame.frames import Frame
from waqai.frame.scene import Scene
from waqai.model import EventType
from waqai.resources.wordsets import wordset

_BACK = 3
_MEANS = (EventType.AIRSTRIKE, EventType.SHELLING, EventType.IED, EventType.VEHICLE_BOMB, EventType.SUICIDE_BOMBING)


def another_such(scene: Scene, frames: Sequence[Frame], f: Frame) -> None:
    """Give an event told as ``وأخرى`` before its verb the type and weapon of the one just told.

    Args:
        scene: the document.
        frames: the frames before it.
        f: the frame; changed in place.
    """
    if f.event_type is not EventType.ATTACK or not f.classes <= GENERIC | OUTCOME or not frames:
        return
    i, old = f.main.first, frames[-1]
    beside = scene.words[max(f.first, i - _BACK) : i] + scene.words[f.main.last : f.main.last + 1]
    if wordset("another-such").isdisjoint(beside) or old.event_type not in _MEANS:
        return
    if f.line - max(old.lines) > 1 or old.aggregate:
        return
    f.event_type, f.weapon_value = old.event_type, old.weapon_value
