"""A lead that announces several events of one day, and the events told one by one after it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from waqai.frame.frames import Frame
from waqai.frame.scene import Scene
from waqai.model import TimeBasis, TimeMention, TimePrecision
from waqai.resources.wordsets import wordset

_LIVE = 3  # lines with a time of day that make a live page
_OPENING = 5  # sentences that may call a report the round-up of a day


def date_items(scene: Scene, frames: Iterable[Frame]) -> None:
    """``هجمات متفرقة ضربت البلاد أمس``: the undated events told after such a lead get its day.

    Args:
        scene: the document.
        frames: kept and dropped frames; headlines and events dropped for other reasons than being a checksum are passed over.
    """
    told = [f for f in frames if f.block not in ("title", "heading") and f.drop in ("", "checksum")]
    lead = min(told, key=lambda f: f.main.first, default=None)
    if lead is None or lead.time is None or lead.time.precision is not TimePrecision.DAY:
        return
    s = scene.lines[lead.line].sentence
    if not (lead.many or lead.aggregate) and wordset("series").isdisjoint(scene.words[s.first : s.last]):
        return
    for f in told:
        if f.drop == "" and f.time is None and f is not lead and not f.aggregate and f.denial is None and same_kind(lead, f):
            f.time, f.time_rule = lead.time, "time:of-the-total"


def date_by_header(scene: Scene, frames: Iterable[Frame]) -> None:
    """``يوميات الجنوب ليوم الأربعاء 5/11/2025``, ``ملخص يوم الأربعاء 18-12-2013``: the undated events of a day's round-up get its day."""
    day = _header_day(scene)
    if day is None:
        return
    for f in frames:
        if not f.drop and f.time is None and not f.aggregate and f.denial is None:
            f.time, f.time_rule = day, "time:round-up"


def _header_day(scene: Scene) -> TimeMention | None:
    """The full date of a headline or dateline that calls the report a round-up of that day."""
    words = scene.words
    live = sum(_clocked(words, s.first, s.last) for s in scene.doc.text.sentences) >= _LIVE
    for s in scene.doc.text.sentences[:_OPENING]:
        list_head = words[s.last - 1] == ":"
        if not live and s.block not in ("title", "heading", "dateline", "byline") and s.last - s.first > 14 and not list_head:
            continue
        for t in scene.doc.times:
            if not (s.first <= t.first < s.last and t.start is not None and t.start == t.end and t.basis is TimeBasis.STATED):
                continue
            told = words[s.first : s.last] if not list_head or s.last - s.first <= 14 else words[max(s.first, t.first - 3) : t.first]
            if live or not wordset("day-roundup").isdisjoint(told) or _deeds_of_the_day(scene, s.first, t.first):
                return t
    return None


def _clocked(words: Sequence[str], first: int, last: int) -> bool:
    """``18:25 – عاجل``: the line opens with the time of day."""
    return last - first > 2 and words[first].isdigit() and words[first + 1] == ":" and words[first + 2].isdigit()


def _deeds_of_the_day(scene: Scene, first: int, day: int) -> bool:
    """``عمليات يوم الأربعاء 16-10-2024``, ``فعاليات يوم 18 أيار``: a plural of deeds right before the day."""
    before = [w for w in scene.words[max(first, day - 3) : day + 1] if w not in ("يوم", "ليوم")]
    return not wordset("deeds-of-a-day").isdisjoint(before)


def same_kind(total: Frame, item: Frame) -> bool:
    """Whether an event may be one of those a lead or total counts: related types and no other perpetrator."""
    families = {total.family(), item.family()}
    same = len(families) == 1 or families <= {"attack", "explosive", "remote", "execution"} or families <= {"detain"}
    a, b = total.perpetrator, item.perpetrator
    return same and (a is None or b is None or a.name_en == b.name_en)
