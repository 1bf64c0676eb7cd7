"""Stories of the past: what follows a year before 2011 belongs to it until a newer date is named (codebook 2.7, 2.8).

``في حزيران 1920 اقتحموا السراي … بعدها بأيام حوصرت الحامية … وفي تموز قُتل``: only the first event carries the year. A day and a
month without a year, ``بعدها بأيام`` and no date at all stay in the story; ``أمس`` and a year of our time leave it.
"""

from __future__ import annotations

from collections.abc import Sequence

from waqai.frame.frames import Frame
from waqai.frame.scene import Scene
from waqai.model import TimeBasis, TimeMention
from waqai.resources.wordsets import wordset

_FIRST_YEAR = 2011
_SPELL = 3  # tokens from "after" to the years
_BESIDE = 6  # tokens behind the event's word in which a day is its own


def _old(t: TimeMention) -> bool:
    """It names a year before the first one coded."""
    return t.end is not None and t.end.year < _FIRST_YEAR


def _recent(t: TimeMention) -> bool:
    """It names a day of our time by itself: counted from today, or with its year."""
    if t.deictic and "holiday" not in t.rule:
        return True
    return t.basis is TimeBasis.STATED and t.start is not None and t.start.year >= _FIRST_YEAR and str(t.start.year) in t.text


def bygone(scene: Scene, f: Frame, told: Sequence[Frame]) -> bool:
    """Whether a frame belongs to a story of the past.

    Args:
        scene: the document.
        f: the frame.
        told: the frames of the report that are events so far.
    """
    if _named_of_old(scene, f):
        return True
    times = scene.memo.get("story-times")
    if times is None:
        times = scene.memo["story-times"] = [t for ln in scene.lines for t in ln.times if _old(t) or _recent(t)]
    if not any(map(_old, times)):
        return _long_ago(scene, f)
    first, last = f.parts[0].first if f.parts else f.first, f.parts[-1].last if f.parts else f.last
    own = [t for t in times if first <= t.first < last]
    if _remembered(scene, f) and any(map(_old, own)):
        return True
    if any(_recent(t) and (t is f.time or t.first <= f.main.last + _BESIDE) for t in own):
        return False  # not ``الذي لا يعرفه السوريون اليوم إلا باسم الحريقة``
    if any(map(_old, own)):
        return not any(x is not f for x in told) or f.time is None or _old(f.time)
    before = [t for t in times if t.first < first]
    if not before or _recent(before[-1]):
        return False
    near = scene.lines[f.line].sentence.paragraph - scene.lines[scene.owner[before[-1].first]].sentence.paragraph
    newer = [x for x in told if x is not f and x.main.first < before[-1].first]
    return near == 0 if newer else True


def _named_of_old(scene: Scene, f: Frame) -> bool:
    """``مجزرة حلبجة``, ``مذبحة دير ياسين``, or a line of a calendar that begins with its year (``1982: اقتحم …``)."""
    s = scene.lines[f.line].sentence
    words = scene.words[s.first : s.last]
    year = words[0] if words else ""
    if len(year) == 4 and year.isdigit() and year < str(_FIRST_YEAR) and len(words) > 1 and words[1] in (":", "-", "–", "—", "|"):
        return True
    if wordset("old-events").isdisjoint(words) or wordset("old-event-words").isdisjoint(words):
        return False
    return not any(map(_recent, scene.lines[f.line].times))


def _remembered(scene: Scene, f: Frame) -> bool:
    """``ذكرى تفجير``: the event is what is remembered."""
    i = f.main.first
    return f.main.form == "masdar" and not wordset("memory-of").isdisjoint(scene.words[max(f.first, i - 3) : i])


def _long_ago(scene: Scene, f: Frame) -> bool:
    """``في تفجير بالكرادة قبل سنوات``: no date can be given and nothing else is told of it."""
    if f.time is not None and f.time.start is not None:
        return False
    words = scene.words
    end = scene.lines[scene.owner[f.main.first]].sentence.last
    if not f.tolls and _years_since(scene, f):
        return True
    return any(
        words[i] in wordset("years-ago") and i > 0 and words[i - 1] in ("قبل", "منذ") for i in range(f.main.last, min(end, f.main.last + 8))
    )


def _years_since(scene: Scene, f: Frame) -> bool:
    """``بعد ثلاث سنوات على خسارته آخر معاقله``: named to count the years from it."""
    words, i = scene.words, f.main.first
    if f.main.form != "masdar" or words[i - 1] not in ("علي", "من"):
        return False
    years = words[i - 2]
    spell = years in wordset("years-ago") or years in wordset("two-years")
    return spell and "بعد" in words[max(0, i - 2 - _SPELL) : i - 2]
