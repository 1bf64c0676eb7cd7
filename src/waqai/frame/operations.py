"""An operation told step by step: the landing or sweep, who was taken, what was seized.

``نفذ التحالف إنزالاً جوياً في الشحيل. وطوقت القوة الحي واعتقلت أربعة`` is one arrest. A place, day or force of its own, a second count
of people taken, or words for another one begin a new operation.
"""

from __future__ import annotations

from waqai.frame.frames import Frame
from waqai.frame.merge import dates_meet, finer, own_place, place_relation, says_another
from waqai.frame.scene import Scene
from waqai.model import EventType, PlaceLevel
from waqai.resources.wordsets import wordset

_STEPS = frozenset((EventType.RAID, EventType.ARREST))
_BROAD = frozenset((PlaceLevel.SUBREGION, PlaceLevel.GOVERNORATE, PlaceLevel.COUNTRY, PlaceLevel.DISTRICT))
_AWAY = 2  # lines between two steps
_LAUNCHED = 12  # tokens from "launched" to the operation
_HEAD = 4  # tokens at the head of a sentence that may say it is another matter


def operation_of(scene: Scene, frames: list[Frame], f: Frame) -> Frame | None:
    """The operation told just before of which ``f`` tells the next step.

    Args:
        scene: the document.
        frames: the frames so far.
        f: the new frame.

    Returns:
        The earlier frame; ``None`` when ``f`` is an operation of its own.
    """
    if f.event_type not in _STEPS or f.aggregate or f.denial is not None or not frames:
        return None
    old = frames[-1]
    begun = old.event_type is EventType.STRATEGIC_DEVELOPMENT and {"launch", "raid"} <= old.classes  # "أطلقت حملة أمنية"
    if (
        not (old.event_type in _STEPS or (begun and _known(scene, f)))
        or old.aggregate
        or old.denial is not None
        or old.block in ("title", "heading")
    ):
        return None
    if not 0 < f.line - max(old.lines) <= _AWAY or scene.bullet(f.line) or _counted_again(old, f):
        return None
    if old.many or _several(scene, old) or _other_matter(scene, f) or says_another(scene, f) or dates_meet(old, f) == "different":
        return None
    if not _same_force(scene, old, f) or not _there(scene, old, f) or _none_taken(scene, f):
        return None
    return old


def take_step(scene: Scene, frames: list[Frame], old: Frame, f: Frame) -> None:
    """People taken in a later step make an arrest of the operation, at the finer place told; its launch is then no event beside it.

    Args:
        scene: the document.
        frames: the frames so far; a launch told in the operation's first words leaves them.
        old: the operation, ``f`` taken in.
        f: the step.
    """
    if f.event_type is not EventType.ARREST:
        return
    old.event_type = EventType.ARREST
    own = own_place(f)
    if own is not None and old.place is not None and finer(scene, own, old.place):
        old.place, old.place_rule = own, f.place_rule
    launch = next(
        (x for x in frames if x.classes == {"launch"} and x.line == old.line and 0 < old.main.first - x.main.first <= _LAUNCHED), None
    )
    if launch is not None:
        frames.remove(launch)


def _none_taken(scene: Scene, f: Frame) -> bool:
    """``ولم يبلغ عن اعتقالات``: nobody is counted, and the sentence opens with a negation."""
    first = scene.lines[f.line].sentence.first
    return "captured" not in f.tolls and scene.words[first] in wordset("none-negation")


def _several(scene: Scene, old: Frame) -> bool:
    """``عدة توغلات``, ``في عدد من قرى القنيطرة``: a summary; the next sentence tells one of them."""
    return not wordset("summing-up").isdisjoint(scene.words[old.first : old.last])


def _counted_again(old: Frame, f: Frame) -> bool:
    """Both count people taken, and not the same number."""
    a, b = old.tolls.get("captured"), f.tolls.get("captured")
    return a is not None and b is not None and a.count.best != b.count.best


def _other_matter(scene: Scene, f: Frame) -> bool:
    """The sentence begins with words of another matter (``في سياق متصل``, ``وكانت``, ``وفي``)."""
    ln = scene.lines[f.line]
    first = ln.sentence.first
    if any(first <= c.first < first + _HEAD for c in ln.of("sep")) or ln.of("bg"):
        return True
    return any(t.first - first <= 1 and t.start is not None for t in ln.times)


def _same_force(scene: Scene, old: Frame, f: Frame) -> bool:
    """Nobody else acts: no name, the same name, or a partner named in the words of the operation."""
    who = f.perpetrator
    if who is None or old.perpetrator is None or who.name_en == old.perpetrator.name_en:
        return True
    return any(a.name_en == who.name_en for k in old.lines for a in scene.lines[k].actors) and _known(scene, f)


def _there(scene: Scene, old: Frame, f: Frame) -> bool:
    """At no other place: none of its own, the same, or a finer one where the operation had only an area."""
    own = own_place(f)
    if own is None or old.place is None or scene.place(own).relation == "anaphor":
        return True
    relation = place_relation(scene, old.place, own)
    if relation == "same":
        return True
    ref = scene.place(old.place).ref
    return relation == "inside" and ((ref is not None and ref.level in _BROAD) or _known(scene, f))


def _known(scene: Scene, f: Frame) -> bool:
    """``العملية``, ``الحملة``, ``الإنزال``: the operation with its article."""
    s = scene.lines[f.line].sentence
    return not wordset("the-operation").isdisjoint(scene.words[s.first : s.last])
