"""Totals over a period or area: told as numbers of events, or as tolls of a month (codebook section 8)."""

from __future__ import annotations

from waqai.frame.frames import Frame
from waqai.frame.scene import Lines, Scene
from waqai.model import CountRange, NumberMention
from waqai.normalise import fold, readings

_EVENT_NOUNS = frozenset(
    (
        "عمليه", "عمليات", "هجوم", "هجوما", "هجمات", "غاره", "غارات", "حاله", "حالات", "جريمه", "جرايم", "تفجير", "تفجيرات",
        "انفجار", "انفجارات", "استهداف", "استهدافات", "استهدافا", "ضربه", "ضربات", "قصفا", "كمين", "كماين", "اشتباك", "اشتباكات",
        "اغتيال", "اغتيالات", "حادثه", "حوادث", "مجزره", "مجازر", "انتهاك", "انتهاكا", "خطف", "عمليتين", "عمليتان", "هجومين", "هجومان",
        "مداهمه", "مداهمات", "احتجاجا", "مظاهره", "مظاهرات", "هجمه", "طلعه", "طلعات",
    )
)  # fmt: skip
_LONG = frozenset(("month", "year", "week", "season", "range", "month_part", "days"))


def _counts_events(scene: Scene, f: Frame, n: NumberMention) -> bool:
    if n.noun is None:
        return False
    rest = {r for _, r in readings(fold(n.noun.split(" ")[0]))}
    return not rest.isdisjoint(_EVENT_NOUNS)


def event_number(scene: Scene, ln: Lines, f: Frame) -> NumberMention | None:
    """A number of events stated in the frame's words: three operations, 71 attacks."""
    for n in ln.numbers:
        if (
            f.first <= n.first < f.last
            and n.form not in ("singular", "ordinal", "plural")
            and _counts_events(scene, f, n)
        ):
            return n
    return None


def mark_tally(scene: Scene, f: Frame) -> None:
    """Set ``f.aggregate`` when the frame states a total, and ``f.events`` to the number of events told."""
    ln = scene.lines[f.line]
    n = event_number(scene, ln, f)
    long_span = f.time is not None and (
        (f.time.start is not None and f.time.end is not None and (f.time.end - f.time.start).days >= 6)
        or str(f.time.precision) in _LONG
    )
    counted = any(scene.cls(s) == "count" and s.form != "masdar" and f.first - 8 <= s.first < f.last for s in ln.speech)
    if n is not None and (n.best is None or n.best >= 2):
        many = n.best is None or n.best >= 4
        if many or long_span or counted:
            f.aggregate = True
            f.events = CountRange(
                None if n.low is None else int(n.low), None if n.best is None else int(n.best),
                None if n.high is None else int(n.high), n.text,
            )  # fmt: skip
            f.rules.append("tally:event-count")
            return
    total = sum(int(t.count.best or 0) for t in f.tolls.values())
    if long_span and f.time is not None and f.tolls and (counted or total >= 10) and str(f.time.precision) != "week":
        if f.time.start and f.time.end and (f.time.end - f.time.start).days >= 6:
            f.aggregate = True
            f.rules.append("tally:toll-over-period")
