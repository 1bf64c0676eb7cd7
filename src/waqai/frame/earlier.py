"""What an event comes after, told as background: ``ويأتي الهجوم بعد يوم من مقتل شخصين في تفجير``, ``غداة مقتل ثلاثة``.

It is an event of its own, so many days before the one told; after ``أيام`` nobody can say which (codebook 6.2).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from waqai.frame.frames import Frame
from waqai.frame.scene import Lines, Scene
from waqai.model import TimePrecision, WordMention
from waqai.resources.wordsets import wordset

_SUBJECT = 3  # tokens between the verb of coming and what it comes after
_COMES = wordset("comes-after")
_UNKNOWN = 0
_WEEK = 7


def brings_earlier(scene: Scene, ln: Lines, i: int) -> bool:
    """Whether a clause at token ``i`` says after what the event came: ``ويأتي الهجوم بعد``."""
    return _after(scene, ln, i) >= 0


def only_comes(scene: Scene, ln: Lines, w: WordMention) -> bool:
    """``ويأتي هذا الهجوم بعد يوم من``: the event told before, which comes after another."""
    if not (w.prefix.endswith("ال") or w.text.startswith("ال")):
        return False
    return any(_after(scene, ln, i) > w.first for i in (w.first - 2, w.first - 1) if i >= ln.sentence.first)


def _after(scene: Scene, ln: Lines, i: int) -> int:
    """Token of ``بعد`` or ``غداة`` in such a clause; ``-1`` for any other."""
    words = scene.words
    if words[i] not in _COMES:
        return -1
    end = min(i + _SUBJECT + 3, ln.sentence.last)
    k = next((k for k in range(i + 1, end) if words[k] in wordset("in-the-wake")), -1)
    return k if k > 0 and not wordset("what-comes").isdisjoint(words[i + 1 : k]) else -1


def date_earlier(scene: Scene, f: Frame, done: Sequence[Frame]) -> None:
    """Give an event told as what another came after its day, counted back from the other's, or none.

    Args:
        scene: the document.
        f: a frame with the date the ranking gave it.
        done: the frames told before it.
    """
    ln = scene.lines[f.line]
    if f.aggregate or _COMES.isdisjoint(scene.words[ln.sentence.first : f.main.first]):
        return
    at = (k for i in range(ln.sentence.first, f.main.first) if (k := _after(scene, ln, i)) >= 0)
    k = max((k for k in at if k < f.main.first), default=-1)
    if k < 0 or (f.time is not None and scene.owner[f.time.first] == f.line and f.time.first > k):
        return
    days = _days(scene, ln, k)
    if days is None:
        return
    of = next((x.time for x in reversed(done) if not x.aggregate), None)
    if days == _UNKNOWN or of is None or of.start is None or of.end != of.start:
        f.time, f.time_rule = None, "time:earlier"
        return
    day = of.start - timedelta(days=days)
    f.time, f.time_rule = replace(of, start=day, end=day, precision=TimePrecision.DAY), "time:earlier"


def _days(scene: Scene, ln: Lines, k: int) -> int | None:
    """Days between the two behind token ``k``; 0 when the words do not say how many, ``None`` when it was a matter of hours."""
    words = scene.words
    if words[k] in wordset("the-day-after"):
        return 1
    unit = words[k + 1]
    for name, size in (("a-day", 1), ("two-days", 2), ("a-week", _WEEK), ("two-weeks", 2 * _WEEK)):
        if unit in wordset(name):
            return size
    n = next((n for n in ln.numbers if n.first == k + 1 and n.best is not None), None)
    if n is not None and n.best is not None:
        span = words[k + 1 : n.last + 1]
        for name, size in (("days", 1), ("weeks", _WEEK)):
            if not wordset(name).isdisjoint(span):
                return int(n.best) * size
    return _UNKNOWN if not wordset("some-days").isdisjoint(words[k + 1 : k + 3]) else None
