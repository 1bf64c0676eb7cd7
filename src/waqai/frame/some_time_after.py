"""Events told only to say how long ago they were: ``أطلق الجيش عملية بعد أسبوع من هجوم على القرية``.

Behind ``بعد`` and a span of time an event is another one than the deed before it, and whoever did that deed did not do it.
"""

from __future__ import annotations

from waqai.frame.frames import Frame
from waqai.frame.scene import Scene
from waqai.model import WordMention
from waqai.resources.wordsets import wordset

_SPAN = 7  # tokens from "after" to the event
_AGAIN = 3  # tokens from an event to "another"
_OWN = ("ه", "ها", "هم", "هما", "هن", "نا")  # of those the sentence is about
_FROM = frozenset(("من", "علي"))


def some_time_after(scene: Scene, w: WordMention) -> bool:
    """Whether event noun ``w`` stands behind ``بعد … من`` with a span of time between."""
    if w.form not in ("masdar", "phrase") or w.prefix not in ("", "ال"):
        return False
    words, i = scene.words, w.first - 1
    if w.text.endswith(_OWN) or not wordset("such-again").isdisjoint(words[w.last : w.last + _AGAIN]):
        return False  # "بعد يومين من اختطافه", "بعد أسبوع من هجوم آخر على المطار نفسه"
    if i < 2 or words[i] not in _FROM or words[i - 1] not in wordset("spans-of-time"):
        return False
    return any(words[j] in wordset("after") for j in range(i - 2, max(-1, i - _SPAN), -1))


def leave_doer_before(scene: Scene, f: Frame) -> None:
    """Take back a perpetrator named only before ``بعد`` and the span.

    Args:
        scene: the document.
        f: a ranked frame; unchanged when its words name a doer behind the event.
    """
    p = f.perpetrator
    if p is None or f.aggregate or not f.perpetrator_rule.startswith("perpetrator:"):
        return
    w = next((w for w in f.triggers if some_time_after(scene, w)), None)
    if w is not None and p.first < w.first:
        f.perpetrator, f.perpetrator_rule = None, "perpetrator:some-time-after"
