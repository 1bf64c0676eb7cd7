"""Running updates under a dated head: ``السبت 4 أيار 2024``, then ``17:52 | قصف بالهاون على القرية``.

A line that opens with the hour it was written at and tells no day of its own is about the day the head names.
"""

from __future__ import annotations

import re

from waqai.frame.frames import Frame
from waqai.frame.scene import Scene
from waqai.model import TimeMention

_CLOCK = re.compile(r"[^\w\n]*[\d٠-٩]{1,2}[:.][\d٠-٩]{2}(?![\d٠-٩:.])")
_HEAD = 40  # tokens at the head of a report
_LINES = 2  # lines of one report that open with the hour


def date_by_clock(scene: Scene, f: Frame) -> None:
    """Give an event without a date that is told in such a line the day of the head."""
    if f.time is not None or f.aggregate or f.denial is not None or not scene.doc.times:
        return
    memo: tuple[TimeMention | None, frozenset[int]] | None = scene.memo.get("clock-lines")
    if memo is None:
        memo = scene.memo["clock-lines"] = _read(scene)
    head, lines = memo
    if head is not None and scene.lines[f.line].sentence.paragraph in lines:
        f.time, f.time_rule = head, "time:clock-line"


def _read(scene: Scene) -> tuple[TimeMention | None, frozenset[int]]:
    """The day the head names, and the paragraphs that open with the hour."""
    source = scene.doc.text.report.text
    found: dict[int, int] = {}
    for s in scene.doc.text.sentences:
        line = source.rfind("\n", 0, s.span.start) + 1
        if s.paragraph not in found and _CLOCK.match(source, line) is not None:
            found[s.paragraph] = s.first
    if len(found) < _LINES:
        return None, frozenset()
    first = min(found.values())
    days = [t for t in scene.doc.times if t.first < min(first, _HEAD) and str(t.precision) == "day" and t.start is not None]
    same = {t.start for t in days}
    return (days[-1] if len(same) == 1 else None), frozenset(found)
