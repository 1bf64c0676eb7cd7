"""What an event takes over from the sentence or the event before it: its day and its place."""

from __future__ import annotations

from waqai.frame.frames import Frame
from waqai.frame.scene import PASSING, Scene


def inherit_time(scene: Scene, frames: list[Frame], f: Frame) -> None:
    """An event without a date of its own has the date its sentence opened with, or that of the event told just before it.

    Only day-exact dates carry over, only within a paragraph, and never onto a total.
    """
    if f.time is not None or f.aggregate:
        return
    ln = scene.lines[f.line]
    for old in reversed(frames[-3:]):
        if old.time is None or old.aggregate or str(old.time.precision) not in ("day", "days"):
            continue
        where = scene.lines[max(old.lines)]
        if where.sentence.paragraph != ln.sentence.paragraph and not (scene.bullet(f.line) and scene.bullet(max(old.lines))):
            continue
        if where.sentence.block == "title":
            continue
        f.time, f.time_rule = old.time, "time:of-the-event-before"
        return


def inherit(scene: Scene, frames: list[Frame], f: Frame) -> None:
    """An event without a place of its own stands where the sentence or the paragraph before it stands."""
    if f.place is not None or f.aggregate:
        return
    ln = scene.lines[f.line]
    here = [i for i in ln.places if scene.place(i).relation not in PASSING]
    before = [i for i in here if scene.place(i).first < f.main.first]
    if before:
        f.place, f.place_rule = before[-1], "place:sentence"
        return
    for old in reversed(frames[-3:]):
        if old.place is None:
            continue
        gap = ln.sentence.paragraph - scene.lines[max(old.lines)].sentence.paragraph
        if gap <= 1 and old.block != "title":
            f.place, f.place_rule = old.place, "place:paragraph"
            return
    for old in frames[:1]:
        if old.place is not None and old.block == "title":
            f.place, f.place_rule = old.place, "place:headline"
