"""Some of those counted died in a happening of their own: ``قُتل 43 شخصاً أمس، بينهم 12 في قصف على الحولة`` (codebook 8).

The count of the whole is of many places; the happening told behind ``بينهم`` has the part alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from waqai.frame.frames import Frame, Toll
from waqai.frame.outcome_subject import ROLE_OF
from waqai.frame.scene import PASSING, Lines, Scene
from waqai.frame.tally import to_range
from waqai.model import Modality, NumberMention, PlaceLevel, WordMention
from waqai.resources.wordsets import wordset

RULE = "toll:some-of-them"
_COUNT = 6  # tokens from the verb to the count of the whole
_MEANS = 3  # tokens from the part's count to what it died in
_OUTCOMES = frozenset(("kill", "die", "injure", "arrest", "seize-persons", "abduct", "result"))
_WIDE = (PlaceLevel.COUNTRY, PlaceLevel.SUBREGION, PlaceLevel.GOVERNORATE)
_PLACES = 12  # tokens from the count of a part to the places of the parts
_PLAIN = ("digits", "words", "dual")


def some_of(scene: Scene, ln: Lines, w: WordMention) -> tuple[NumberMention, str] | None:
    """The part's number and its role, when trigger ``w`` tells in what a part of those counted before fell; ``None`` otherwise."""
    if scene.cls(w) in _OUTCOMES or w.form in ("past", "present", "passive"):
        return None
    for c in ln.of("among"):
        n = next((n for n in ln.numbers if n.first == c.last and n.noun is None and n.form in _PLAIN), None)
        if n is None or not 1 <= w.first - n.last + 1 <= _MEANS + 1 or "," in scene.words[n.last : w.first]:
            continue
        if scene.words[n.last] not in wordset("died-in") and w.prefix not in ("ب", "في"):
            continue
        role = _counted_before(scene, ln, c.first, n)
        if role is not None:
            return n, role
    return None


def _counted_before(scene: Scene, ln: Lines, end: int, part: NumberMention) -> str | None:
    for w in reversed(ln.triggers):
        if w.first >= end or scene.cls(w) not in ("kill", "die", "injure"):
            continue
        for n in ln.numbers:
            near = 0 <= n.first - w.last <= _COUNT or 0 <= w.first - n.last <= 2
            if near and n.last <= end and n.best is not None and part.best is not None and n.best > part.best:
                return ROLE_OF[scene.cls(w)]
    return None


def count_some(scene: Scene, f: Frame) -> None:
    """Give the happening the part that fell in it."""
    for w in f.triggers:
        found = some_of(scene, scene.lines[f.line], w)
        if found is None:
            continue
        n, role = found
        f.rules.append(RULE)
        f.tolls[role] = Toll(role, to_range(n), n.span, n.first, None, False, RULE)
        return


def settle_some(scene: Scene, frames: Sequence[Frame]) -> None:
    """The whole over a country or governorate is a total, and the dead of the part are people of the same kind."""
    for k, f in enumerate(frames):
        whole = next((x for x in reversed(frames[:k]) if RULE in f.rules and f.line in x.lines and RULE not in x.rules), None)
        if whole is None:
            continue
        if f.target is None:
            f.target, f.target_rule = whole.target, "target:of-the-whole"
        if f.time is None:
            f.time, f.time_rule = whole.time, "time:of-the-whole"
        ref = scene.place(whole.place).ref if whole.place is not None else None
        if ref is not None and ref.level in _WIDE and whole.classes <= _OUTCOMES:
            whole.aggregate, whole.modality = True, Modality.AGGREGATE


def of_a_part(scene: Scene, f: Frame, i: int, here: Sequence[int]) -> bool:
    """``غارات على محافظة إدلب، بينهم خمسة في أريحا``: place ``i`` is that of a part, the whole has one of ``here`` before the part."""
    if RULE in f.rules:
        return False
    ln, first = scene.lines[f.line], scene.place(i).first
    for c in ln.of("among"):
        n = next((n for n in ln.numbers if n.first == c.last and n.form in _PLAIN and n.noun is None), None)
        if n is None or not f.main.first < n.first <= first <= n.last + _PLACES or "," in scene.words[n.last : first]:
            continue
        if scene.words[n.last] in wordset("died-in") or scene.words[n.last].startswith("ب"):
            return any(ln.sentence.first <= scene.place(k).first < c.first and scene.place(k).relation not in PASSING for k in here)
    return False


def apart_from_whole(scene: Scene, ln: Lines, last: WordMention, w: WordMention) -> bool:
    """``w`` opens a part's own happening; ``last`` is the trigger before it."""
    found = some_of(scene, ln, w)
    return found is not None and last.first < found[0].first
