"""Counts that a later one replaced: ``وكانت حصيلة أولية تحدثت عن مقتل خمسة``, ``الذي كان أعلن عن قتيل واحد`` (codebook 10)."""

from __future__ import annotations

from waqai.frame.counts import is_dated, is_thing
from waqai.frame.scene import Lines, Scene
from waqai.resources.wordsets import wordset

_BACK = 9
_HEAD = 4  # tokens in which a sentence says that it looks back
_YEAR = 1900  # numbers from here on may be years
_LINES = 6  # before it
_OUTCOMES = frozenset(("kill", "die", "injure", "result"))


def superseded(scene: Scene, ln: Lines, at: int) -> bool:
    """Whether the count at token ``at`` is one told first and not the last one."""
    words, start = scene.words, max(ln.sentence.first, at - _BACK)
    for i in range(at - 1, start - 1, -1):
        word = words[i]
        if word in wordset("rise-verbs"):
            return False
        if word in wordset("first-toll") and i > start and words[i - 1] in wordset("tolls-told"):
            return _more_told(scene, ln, at)
        if word in wordset("relatives") and words[i + 1 : i + 2] in (["كان"], ["كانت"]):
            return any(i < s.first < at for s in ln.speech)
    return _said_before(scene, ln, at)


def _more_told(scene: Scene, ln: Lines, at: int) -> bool:
    """Another, greater number of persons is told somewhere: where none is, the first toll is the only one."""
    mine = next((n.best for n in ln.numbers if at - 3 <= n.first <= at + 3 and n.best), None)
    if mine is None:
        return True
    others = (n for x in scene.lines for n in x.numbers if n.form != "ordinal" and not is_dated(x, n) and not is_thing(scene, n))
    return any(mine < (n.best or 0) < _YEAR for n in others)


def _said_before(scene: Scene, ln: Lines, at: int) -> bool:
    """``وكانت الشرطة أعلنت في وقت سابق مقتل 28``, where more were counted before: the first word on the event, of no event else."""
    words, first = scene.words, ln.sentence.first
    head = words[first : first + _HEAD]
    if wordset("had-been").isdisjoint(head[:1]) and "سابق" not in head:
        return False
    earlier = any(words[i] == "سابق" and words[i - 1] in ("وقت", "بيان") for i in range(first + 1, at)) or "سابقا" in words[first:at]
    told = [s for s in ln.speech if s.first < at and s.form in ("past", "passive")]
    k = next(k for k, x in enumerate(scene.lines) if x is ln)
    back = scene.lines[max(0, k - _LINES) : k]
    earlier = earlier or any(w in wordset("rise-verbs") for x in back for w in scene.words[x.sentence.first : x.sentence.last])
    if not earlier or not told or ln.places or any(scene.cls(w) not in _OUTCOMES and not w.prefix.endswith("ال") for w in ln.triggers):
        return False
    mine = next((n.best for n in ln.numbers if at - 3 <= n.first <= at + 3 and n.best), None)
    before = (n.best or 0 for x in back for n in x.numbers if n.form != "ordinal" and (n.best or 0) < _YEAR)
    return mine is not None and max(before, default=0) > mine
