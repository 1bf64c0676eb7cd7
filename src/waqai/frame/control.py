"""Control that stands, is sought or was won years ago: words of seizure by which no place changes hands (codebook 2.6, 2.7).

``الحوثيون الذين يسيطرون على صنعاء``: how things stand. ``تسعى إلى السيطرة على البلاد``, ``تحالف لاستعادة الحكم``, ``حملة للإطاحة بالحكومة
وطرد القوات``: what is meant. ``سيطرت الحركة على المدينة عام 2014``: a milestone without a month.
"""

from __future__ import annotations

from waqai.frame.frames import Frame
from waqai.frame.scene import Lines, Scene
from waqai.model import EventType, TimePrecision, WordMention
from waqai.resources.wordsets import wordset

_SOUGHT = 5  # tokens from the verb of seeking to what is sought
_MEANT = 12  # tokens from one purpose to the next
_SEARCHING = 4  # tokens from the verb of going on to the search
_MONTH = 31
_GATHERED = ("ان", "ون", "ين")


def no_change(scene: Scene, ln: Lines, w: WordMention) -> bool:
    """Whether a word of seizure tells of no place that changes hands.

    Args:
        scene: the document.
        ln: the sentence of the trigger.
        w: the trigger; one of another class changes nothing here.
    """
    if scene.cls(w) != "seize" or ln.sentence.block in ("title", "heading"):
        return False
    words, i = scene.words, w.first
    if i == ln.sentence.first:
        return False
    before = words[i - 1]
    if w.form == "present":
        if not w.prefix and words[w.last : w.last + 1] and words[w.last] in wordset("over-it") and before not in wordset("was"):
            return True  # ``بلدة تسيطر عليها المعارضة``: who holds it
        return not w.prefix and (before in wordset("relatives-open") or (_several(before) and words[i].endswith(_GATHERED)))
    if w.form == "masdar" and w.prefix.startswith("ل"):
        return before not in wordset("as-a-cause")
    if w.form == "masdar" and w.prefix != "و" and not wordset("seeks").isdisjoint(words[max(ln.sentence.first, i - _SOUGHT) : i]):
        return True
    return w.prefix == "و" and w.form in ("masdar", "past") and any(_meant(scene, ln, x, i) for x in ln.triggers)


def _meant(scene: Scene, ln: Lines, x: WordMention, i: int) -> bool:
    """What the word ``x`` tells is meant, and goes on to token ``i`` (``للإطاحة بالحكومة وطرد``)."""
    if not 0 < i - x.last <= _MEANT or x.form not in ("masdar", "phrase") or scene.cls(x) not in ("move", "seize"):
        return False
    return x.prefix.startswith("ل") or no_change(scene, ln, x)


def _several(noun: str) -> bool:
    """``كتيبتين``, ``مسلحين``: more than one, without the article."""
    return noun.endswith(_GATHERED) and not noun.startswith(("ال", "وال", "لل", "بال"))


def years_ago(f: Frame) -> bool:
    """A place that changed hands in a year, or some time since: no milestone without a month (codebook 2.7)."""
    t = f.time
    if f.event_type is not EventType.SEIZURE_OF_TERRITORY or t is None or not f.time_rule.startswith("time:own") or f.tolls:
        return False
    if t.precision in (TimePrecision.YEAR, TimePrecision.SEASON):
        return True
    if t.start is None:
        return t.end is not None and (t.end.month, t.end.day) == (12, 31)
    return t.end is not None and (t.end - t.start).days > _MONTH


def still_searching(scene: Scene, ln: Lines, w: WordMention) -> bool:
    """``والجيش يواصل تمشيط المنطقة``: a search that goes on after what was told, without an end and without a catch."""
    if scene.cls(w) != "raid" or w.form not in ("masdar", "phrase"):
        return False
    before = scene.words[max(ln.sentence.first, w.first - _SEARCHING) : w.first]
    return not wordset("still-searches").isdisjoint(before)
