"""A place that changed hands, told as the beginning of a time: ``منذ أن سيطرت عليها في شباط 2016`` (codebook 2.6, 2.7).

The words of a time do nothing by themselves; these tell an event of the month or day they name.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace

from waqai.frame.frames import Frame
from waqai.frame.scene import Lines, Scene
from waqai.model import EventType, Modality, TimeMention, TimePrecision, WordMention

_FIRST_YEAR = 2011
_SEASON = 93  # days
_MILESTONES = (EventType.SEIZURE_OF_TERRITORY, EventType.STRATEGIC_DEVELOPMENT)


def of_a_year(f: Frame) -> bool:
    """``سيطر التنظيم على المدينة عام 2014``, ``قبل ثلاث سنوات``: a place that changed hands in a year, told of no month (codebook 2.7)."""
    t = f.time
    if f.event_type not in _MILESTONES or f.aggregate or t is None or t.start is None or f.denial is not None:
        return False
    if f.modality is Modality.PLANNED:
        return False
    if t.precision in (TimePrecision.YEAR, TimePrecision.RANGE) and t.rule in ("ago", "year"):
        return True
    return t.end is not None and (t.end - t.start).days > _SEASON


def since_it(scene: Scene, ln: Lines, w: WordMention) -> TimeMention | None:
    """The time whose beginning the seizure ``w`` is; ``None`` for every other trigger and where a total is counted since then.

    Args:
        scene: the document.
        ln: the sentence of the trigger.
        w: the trigger.
    """
    if scene.cls(w) != "seize":
        return None
    t = next((t for t in ln.times if t.first <= w.first < t.last), None)
    if t is None or t.rule != "since" or t.start is None or t.start.year < _FIRST_YEAR or any(scene.cls(s) == "count" for s in ln.speech):
        return None
    return t


def date_milestone(scene: Scene, f: Frame) -> bool:
    """Give a seizure told as the beginning of a time its day or month; true when it is one."""
    t = since_it(scene, scene.lines[f.line], f.main)
    if t is None or t.start is None:
        return False
    if t.start.day == 1:
        end, grain = t.start.replace(day=monthrange(t.start.year, t.start.month)[1]), TimePrecision.MONTH
    else:
        end, grain = t.start, TimePrecision.DAY
    f.time, f.time_rule = replace(t, end=end, precision=grain), "time:milestone"
    return True
