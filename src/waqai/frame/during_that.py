"""``وأعلنت قسد أنها ألقت القبض في العملية على ثلاثة``: what happened in an operation told before happened on its day and in its place."""

from __future__ import annotations

from collections.abc import Sequence

from waqai.frame.frames import Frame
from waqai.frame.scene import Scene
from waqai.resources.wordsets import wordset

_BESIDE = 4  # tokens from the verb to "in the operation"
_LINES = 3  # lines back to the operation


def settle_during_that(scene: Scene, f: Frame, done: Sequence[Frame]) -> None:
    """Give a frame without a day or place those of the operation it names with its article; changed in place.

    Args:
        scene: the document.
        f: a ranked frame.
        done: the frames before it, ranked.
    """
    if (f.time is not None and f.place is not None) or f.aggregate or not _in_it(scene, f):
        return
    old = next((x for x in reversed(done) if x.block not in ("title", "heading") and not x.aggregate and x.time is not None), None)
    if old is None or not 0 <= f.line - old.line <= _LINES:
        return
    if f.time is None:
        f.time, f.time_rule = old.time, "time:during-that"
    if f.place is None:
        f.place, f.place_rule = old.place, "place:during-that"


def _in_it(scene: Scene, f: Frame) -> bool:
    """``في العملية``, ``خلال الحملة`` beside the word of the event."""
    words, ln = scene.words, scene.lines[f.line]
    lo, hi = max(ln.sentence.first, f.main.first - _BESIDE), min(ln.sentence.last, f.main.last + _BESIDE)
    return any(words[i] in wordset("in-the-course") and words[i + 1] in wordset("the-operation") for i in range(lo, hi - 1))
