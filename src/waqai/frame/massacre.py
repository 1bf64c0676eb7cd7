"""A massacre by the means it was made with: ``ارتكبت القوات مجزرة بعد قصفها سوقاً``, ``قصفت السوق مرتكبة مجزرة``.

The word says what became of people, not how. Beside shells, aircraft or a bomb it tells their event, and its type is theirs; alone, or
beside a plain attack, it is an execution by the text's own word (codebook 3).
"""

from __future__ import annotations

from collections.abc import Iterable

from waqai.frame.classes import GROUP_OF
from waqai.frame.frames import Frame
from waqai.frame.scene import Scene
from waqai.model import EventType, WordMention
from waqai.resources.wordsets import wordset

RULE = "massacre"
_MEANS = frozenset(("fire", "air", "explosive"))
_PLAIN = frozenset(("attack", "storm", "shoot"))
_BY_MEANS = frozenset(
    (EventType.SHELLING, EventType.AIRSTRIKE, EventType.IED, EventType.VEHICLE_BOMB, EventType.SUICIDE_BOMBING)
)  # fmt: skip


def is_massacre(scene: Scene, w: WordMention) -> bool:
    """The trigger is a massacre just told: one, and without the article."""
    return scene.entry(w).id == "massacre" and scene.words[w.first] in wordset("a-massacre")


def with_its_means(scene: Scene, g: Iterable[WordMention], w: WordMention) -> bool:
    """One of the two is the massacre, the other what it was made with."""
    if is_massacre(scene, w):
        return any(GROUP_OF.get(scene.cls(x)) in _MEANS for x in g)
    return GROUP_OF.get(scene.cls(w)) in _MEANS and any(is_massacre(scene, x) for x in g)


def means_of(scene: Scene, g: Iterable[WordMention]) -> set[str]:
    """The classes of the means in a group, also of those told after ``بعد``."""
    return {c for w in g if GROUP_OF.get(c := scene.cls(w)) in _MEANS}


def by_means(scene: Scene, f: Frame) -> bool:
    """The frame tells the means, and nothing of an execution but the word of massacre."""
    if RULE not in f.rules or not any(GROUP_OF.get(c) in _MEANS for c in f.classes):
        return False
    return all(is_massacre(scene, w) for w in f.triggers if scene.cls(w) == "execute")


def stays_attack(old: Frame, new: Frame) -> bool:
    """``قُتل 24 في هجوم … وقالت الشبكة إن القوات ارتكبت مجزرة``: an attack told as one, and then judged."""
    return RULE in new.rules and old.event_type is EventType.ATTACK and bool(old.classes & _PLAIN)


def meet(a: Frame, b: Frame) -> bool:
    """A massacre, and told elsewhere how it was made."""
    return any(RULE in x.rules and x.event_type is EventType.EXECUTION and y.event_type in _BY_MEANS for x, y in ((a, b), (b, a)))
