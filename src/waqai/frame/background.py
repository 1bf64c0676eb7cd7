"""What stands behind a story and is told of no day: years in prison, a village taken back once, an organisation done away with.

``خلال سنوات احتجازه``, ``ظروف الاعتقال في سجن صيدنايا``, ``العودة إلى قراهم بعد تحريرها``, ``أعلنت القضاء على تنظيم داعش``: a noun
that goes back to what everybody knows, with no day of its own, is no event of the report (codebook 2.6, 2.7).
"""

from __future__ import annotations

from collections.abc import Sequence

from waqai.frame.frames import Frame
from waqai.frame.merge import has_article
from waqai.frame.scene import Scene
from waqai.model import EventType
from waqai.resources.wordsets import wordset

_HELD = (EventType.ARREST, EventType.ABDUCTION, EventType.EXECUTION)
_OWN = ("ه", "ها", "هم", "هما", "نا", "ي")
_CASE = 4  # lines from those held to what they did
_BACK = 2  # tokens before a noun in which its setting stands


def in_background(scene: Scene, f: Frame, frames: Sequence[Frame]) -> bool:
    """Whether a frame is only the setting of a story.

    Args:
        scene: the document.
        f: a ranked frame.
        frames: all frames of the report.
    """
    if f.aggregate or f.denial is not None or len(f.parts) > 1:
        return False
    if _sentenced(scene, f):
        return True
    if _dated(f):
        return False
    return (
        _beside(scene, f) or _years_inside(scene, f) or _since_taken(scene, f) or _whole_group(scene, f) or _their_thefts(scene, f, frames)
    )


def _dated(f: Frame) -> bool:
    return f.time is not None and any(p.first <= f.time.first < p.last for p in f.parts)


def _sentenced(scene: Scene, f: Frame) -> bool:
    """``أصدرت المحكمة حكماً بإعدام خمسة شنقاً لانتمائهم إلى التنظيم وتنفيذ عمليات``: a sentence passed, and what it is for."""
    if f.event_type is EventType.ARREST or (
        f.time is not None and str(f.time.precision) == "day" and f.event_type is not EventType.EXECUTION
    ):
        return False
    s = scene.lines[f.line].sentence
    words = scene.words[s.first : s.last]
    if wordset("verdicts").isdisjoint(words) or not wordset("sentence-done").isdisjoint(words):
        return False
    if f.event_type is EventType.EXECUTION and scene.entry(f.main).id in ("hang", "execute", "sentence-carried-out"):
        return True
    first = next(j for j in range(s.first, s.last) if scene.words[j] in wordset("verdicts"))
    if f.main.first < first or f.tolls:
        return False
    return f.main.form == "masdar" or not wordset("held-for").isdisjoint(scene.words[first : f.main.first])


def _beside(scene: Scene, f: Frame) -> bool:
    """``في وقت تواصل فيه القوات حملة الاعتقالات``: known by its article, with no place or number of its own, beside what is told."""
    if f.first == scene.lines[f.line].sentence.first or f.tolls:
        return False
    if f.place is not None and f.first <= scene.place(f.place).first < f.last:
        return False
    if not has_article(f.main) and not scene.words[f.main.last - 1].startswith("ال"):
        return False
    return scene.words[f.first + (scene.words[f.first] == "في")] in wordset("going-on-beside")


def _years_inside(scene: Scene, f: Frame) -> bool:
    """``سنوات احتجازه``, ``ظروف الاعتقال``, ``تفاصيل اعتقاله``: time spent in prison, what it was like."""
    if f.event_type not in _HELD or f.main.form != "masdar" or "body" in f.classes or scene.words[f.main.first - 1] == "من":
        return False  # ``عُثر على جثته بعد أيام من خطفه``
    i, words = f.main.first, scene.words
    first = scene.lines[f.line].sentence.first
    if wordset("years-inside").isdisjoint([w.removeprefix("و") for w in words[max(first, i - _BACK) : i]]):
        return False
    return words[i].startswith("ال") or words[i].endswith(_OWN)


def _since_taken(scene: Scene, f: Frame) -> bool:
    """``قراهم بعد تحريرها من سيطرة النظام``: the taking of places told before, by the way."""
    if f.event_type is not EventType.SEIZURE_OF_TERRITORY or f.main.form != "masdar" or f.perpetrator is not None:
        return False
    i, words = f.main.first, scene.words
    return i > 0 and words[i - 1] in wordset("after-it") and words[i].endswith(("ها", "ه", "هم"))


def _their_thefts(scene: Scene, f: Frame, frames: Sequence[Frame]) -> bool:
    """``القبض على عصابة سرقت محال. واعترف أفرادها …``: what thieves in custody did, with no day or other place."""
    if f.event_type is not EventType.LOOTING or f.tolls:
        return False
    s = scene.lines[f.line].sentence
    if wordset("thieves").isdisjoint(scene.words[s.first : s.last]):
        return False
    held = next((g for g in frames if g.event_type is EventType.ARREST and not g.aggregate and 0 <= f.line - g.line <= _CASE), None)
    if held is None or (f.line == held.line and f.main.first < held.main.first):
        return False
    if f.line == held.line or f.place is None or not f.place_rule.startswith(("place:own", "place:list")):
        return True
    return held.place is not None and scene.same_place(f.place, held.place)


def _whole_group(scene: Scene, f: Frame) -> bool:
    """``القضاء على تنظيم داعش``, ``دحر الإرهاب``: an organisation ended, none of its men is counted."""
    if f.tolls or f.main.form != "masdar" or scene.entry(f.main).id not in ("do-away", "annihilate", "wipe-out"):
        return False
    return not wordset("whole-groups").isdisjoint(scene.words[f.main.last : f.main.last + 2])
