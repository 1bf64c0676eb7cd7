"""The report of a month or a year: what it counts and tells without a day of its own belongs to its period (codebook section 8)."""

from __future__ import annotations

from waqai.frame.frames import Frame
from waqai.frame.kinds_again import refine
from waqai.frame.otherwhen import opens_apart
from waqai.frame.scene import Scene
from waqai.frame.tally import announced_before, in_area
from waqai.resources.wordsets import wordset

_WEEK = 6  # days
_PERIODS = frozenset(("month", "year", "week", "season", "range"))


def report_period(scene: Scene, frames: list[Frame]) -> None:
    """In the report of a month or a year what is counted without a day of its own is counted for that period (codebook section 8).

    ``قتلت قوات النظام 1707 مدنيين`` after ``وثقت مقتل 2375 شخصاً خلال أيلول``; what happened in a village is one event.
    """
    total = next((f for f in frames if f.aggregate and f.block not in ("title", "heading") and _months(f)), None)
    if total is None or total.time is None:
        return
    before = total
    for f in frames:
        if f.aggregate and f.denial is None:
            before = f
        if f.aggregate or f.denial is not None or f.main.first < total.main.first or not _counted_many(f):
            continue
        if _joined(scene, f, before):
            before.tolls.update(f.tolls)
            before.classes |= f.classes
            f.drop = "part-of-total"
            refine(scene, before)
            continue
        same = f.time is None or (f.time.start, f.time.end) == (total.time.start, total.time.end)
        if same and (f.place is None or in_area(scene, f)) and not announced_before(scene, f):
            f.aggregate = True
            f.time, f.time_rule = (f.time, f.time_rule) if f.time is not None else (total.time, "time:of-the-total")
            f.rules.append("tally:of-the-report")


def within_period(scene: Scene, frames: list[Frame]) -> None:
    """What the report of a month tells of without a day of its own happened in that month: ``- خطف ثلاثة مسافرين في منطقة الحوبان``."""
    total = next((f for f in frames if f.aggregate and f.block not in ("title", "heading") and _months(f)), None)
    if total is None or total.time is None or total.time.rule == "since":
        return
    for f in frames:
        late = f.main.first > total.main.first and not f.aggregate and f.denial is None and not f.drop
        if late and f.time is None and not opens_apart(scene, f):
            f.time, f.time_rule = total.time, "time:of-the-report"


def date_counts(scene: Scene, frames: list[Frame]) -> None:
    """``أعلنت في حصيلة شهر نيسان تنفيذ 29 عملية``: a count without a day is of the period its report is of."""
    heads = wordset("list-heads") | wordset("report-nouns")
    for f in frames:
        if not f.aggregate or f.time is not None or f.denial is not None:
            continue
        of = (t for t in scene.lines[f.line].times if str(t.precision) in _PERIODS and scene.words[t.first - 1] in heads)
        period = next(of, None)
        if period is not None:
            f.time, f.time_rule = period, "time:of-the-count"


def keep_period(scene: Scene, frames: list[Frame]) -> None:
    """A part of what is counted over a period is no matter of one day told in another sentence, and "others" are of the same doer.

    ``أحصى المرصد، اليوم الاثنين، 22 هجوماً خلال النصف الأول من حزيران … كما سجل هجومين آخرين``.
    """
    for f in frames:
        total = f.total
        if not f.aggregate or total is None or f.denial is not None or total.time is None or not _weeks(total):
            continue
        lines = scene.lines
        here = f.time is not None and any(lines[k].sentence.first <= f.time.first < lines[k].sentence.last for k in f.lines)
        if f.time is not None and not here and f.time.start == f.time.end:
            f.time, f.time_rule = total.time, "time:of-the-total"
        if f.perpetrator is None and f.total is not None and not wordset("others").isdisjoint(scene.words[f.first : f.main.last + 2]):
            f.perpetrator, f.perpetrator_rule = total.perpetrator, "agent:of-the-total"


def _weeks(f: Frame) -> bool:
    t = f.time
    return t is not None and t.start is not None and t.end is not None and (t.end - t.start).days >= _WEEK


def _joined(scene: Scene, f: Frame, total: Frame) -> bool:
    """``قُتل فيها 18 عنصراً واحتُجز 63``, ``22 عملية اعتُقل خلالها 31``: the next outcome of the operations a total counts."""
    if total.line != f.line or total.events is None or f.main.first < total.main.first or f.main.form not in ("past", "passive", "masdar"):
        return False
    if f.main.form == "masdar" and f.main.prefix != "و":
        return False
    of_them = scene.words[f.main.last : f.main.last + 1]
    upon = max((w.last for w in f.triggers if w.form == "phrase" and 0 <= w.first - f.main.last <= 1), default=f.main.last)
    if any(t.first - upon > 1 + bool(of_them) for t in f.tolls.values() if t is min(f.tolls.values(), key=lambda x: x.first)):
        return False  # somebody else did it
    joined = f.main.prefix.startswith("و") or (of_them and of_them[0] in wordset("in-them"))
    return bool(joined) and f.main.first - total.last <= 2 and not f.tolls.keys() & total.tolls.keys()


def _months(f: Frame) -> bool:
    t = f.time
    return t is not None and t.start is not None and t.end is not None and (t.end - t.start).days >= 27


def _counted_many(f: Frame) -> bool:
    return any((t.count.best or t.count.low or 0) >= 2 and t.rule != "toll:open-plural" for t in f.tolls.values())
