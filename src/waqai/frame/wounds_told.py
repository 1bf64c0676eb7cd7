"""A doctor tells the wounds of those known already: ``وقال مصدر طبي إن الشرطي قُتل برصاصة في الرأس بينما أصيبت الزوجة في قدمها``.

The persons stand with their article or are one of those counted, a part of the body is named, and there is no place, day or further
count: nothing new happened (codebook 2.1).
"""

from __future__ import annotations

from waqai.frame.frames import Frame
from waqai.frame.merge import own_place, own_time, place_relation, says_another
from waqai.frame.scene import Scene
from waqai.resources.wordsets import wordset

_CLASSES = frozenset(("kill", "die", "injure", "shoot", "result", "device"))
_REACH = 2  # lines from the event to the doctor's words
_SUBJECT = 2  # tokens from the verb to its subject on either side


def wounds_told(scene: Scene, old: Frame, f: Frame) -> bool:
    """Whether ``f`` only tells where those hurt in ``old`` were hit.

    Args:
        scene: the document.
        old: the event told before.
        f: the frame, not yet settled.
    """
    if not f.classes <= _CLASSES or f.aggregate or f.many or f.denial is not None or not 0 < f.line - max(old.lines) <= _REACH:
        return False
    elsewhere = own_place(f) is not None and place_relation(scene, old.place, f.place) == "different"
    if own_time(f) or elsewhere or says_another(scene, f) or not _no_more(old, f):
        return False
    parts = wordset("body-parts")
    hit = any(scene.words[i] in parts and scene.words[i - 1] in wordset("complement-in") for i in range(f.first + 1, f.last))
    return hit and _known(scene, f)


def _no_more(old: Frame, f: Frame) -> bool:
    """As many as were counted or fewer, in the same roles."""
    for role, t in f.tolls.items():
        have = old.tolls.get(role)
        if have is None or (have.count.best is not None and t.count.best is not None and t.count.best > have.count.best):
            return False
    return bool(old.tolls)


def _known(scene: Scene, f: Frame) -> bool:
    """The one hit has the article (``السيدة أصيبت``, ``قُتلت الزوجة``), or is one of those told (``أحد الطفلين``)."""
    words = scene.words
    for w in f.triggers:
        if scene.cls(w) not in ("kill", "die", "injure") or w.form not in ("past", "passive"):
            continue
        around = [*range(max(f.first, w.first - _SUBJECT), w.first), *range(w.last, min(f.last, w.last + _SUBJECT))]
        if any(words[i].startswith("ال") or words[i] in wordset("one-of") for i in around):
            return True
        if w.first - 1 > f.first and words[w.first - 1] == ")":
            return True  # ``السيدة (31 عاماً) أصيبت``
    return False
