"""Who held a place until it was taken: an attribute of the place, no happening of its own.

``سيطر الجيش على سنجة، الخاضعة لسيطرة الدعم السريع منذ عامين``, ``… التي كانت تحت سيطرة التنظيم``, ``… التي يسيطر عليها التنظيم``: the
sentence tells of one seizure; its attribute names the loser, and its dates are those of his rule.
"""

from __future__ import annotations

from typing import NamedTuple

from waqai.frame.frames import Frame
from waqai.frame.scene import Lines, Scene
from waqai.model import ActorMention, WordMention
from waqai.resources.wordsets import wordset

_HOLDER = 3  # tokens from the word of holding to who held
_SIDES = frozenset(("armed_group", "state_force", "militia", "tribe", "international", "coalition"))


class Attribute(NamedTuple):
    """Tokens ``first`` to ``last`` (end of the sentence) that say who held the place, and who did."""

    first: int
    last: int
    holder: ActorMention


def attribute(scene: Scene, ln: Lines) -> Attribute | None:
    """The attribute of a place that says who held it; ``None`` when the sentence has none."""
    words, lo, hi = scene.words, ln.sentence.first, ln.sentence.last
    stood, hand, rules, which = wordset("stood-under"), wordset("under-hand"), wordset("rules-it"), wordset("relatives-open")
    for i in range(lo + 2, hi - 1):
        w = words[i]
        if w in hand:
            k = i - 1 - (words[i - 1] in ("تحت", "في"))
            if words[k] not in stood:
                continue
            start = k - (words[k - 1] in which)
        elif (w in rules and words[i - 1] in which) or (w in rules and words[i - 1] in stood and words[i - 2] in which):
            start = i - 1 if words[i - 1] in which else i - 2
        else:
            continue
        a = next((a for a in ln.actors if 0 <= a.first - i <= _HOLDER and a.category in _SIDES and a.name_en is not None), None)
        if a is not None:
            return Attribute(start - (words[start - 1] == ","), hi, a)
    return None


def of_a_seizure(scene: Scene, f: Frame) -> Attribute | None:
    """The attribute behind the words of a seizure; ``None`` for other frames and where there is none."""
    if "seize" not in f.classes or not (scene.holds("under-hand") or scene.holds("rules-it")):
        return None
    found = attribute(scene, scene.lines[f.line])
    return found if found is not None and f.main.last <= found.first else None


def cut_off(scene: Scene, f: Frame) -> None:
    """End the frame of a seizure before the attribute of its place, unless the place is told behind it (``مواقع كانت بيد Y في نهم``)."""
    found = of_a_seizure(scene, f)
    if found is not None and f.last > found.first and all(scene.place(k).first < found.first for k in scene.lines[f.line].places):
        f.last = found.first


def leave_time(scene: Scene, f: Frame) -> None:
    """``منذ عامين`` of the attribute is how long the place was held."""
    found = of_a_seizure(scene, f) if f.time is not None else None
    if found is not None and f.time is not None and found.first <= f.time.first < found.last:
        f.time, f.time_rule = None, ""


def stands_so(scene: Scene, ln: Lines, w: WordMention) -> bool:
    """Whether a word of seizure only says, behind another one, who held the place."""
    if scene.cls(w) != "seize" or not (scene.holds("under-hand") or scene.holds("rules-it")):
        return False
    found = attribute(scene, ln)
    if found is None or not found.first <= w.first < found.last:
        return False
    return any(scene.cls(x) == "seize" and x.last <= found.first for x in ln.triggers)
