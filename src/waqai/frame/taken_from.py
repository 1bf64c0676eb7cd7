"""Who took a place, where the loser stands before the verb and is taken up by a pronoun behind it.

``لم يبق في يد التنظيم سوى جيب، بعدما انتزعت منه القوات القرية``: behind ``منه`` stands who took it, and ``منه`` is who held it before.
"""

from __future__ import annotations

from waqai.frame.frames import Frame
from waqai.frame.scene import Lines, Scene
from waqai.model import ActorMention, EventType
from waqai.resources.wordsets import wordset

_SIDES = frozenset(("armed_group", "state_force", "militia", "tribe", "international", "coalition"))
_TAKES = frozenset(("retake-territory", "seize-territory", "liberate-territory"))  # ``أخرجت منها X``: ``منها`` is the place
_SUBJECT = 2  # tokens between the pronoun and who took the place


def settle_taken_from(scene: Scene, f: Frame) -> None:
    """Set the sides of a place taken ``from it``, ``from them``.

    Args:
        scene: the document.
        f: the ranked frame.
    """
    if f.event_type is not EventType.SEIZURE_OF_TERRITORY or f.aggregate or not scene.holds("from-them"):
        return
    for w in f.triggers:
        if scene.owner[w.first] < 0 or scene.entry(w).id not in _TAKES or w.form == "masdar":
            continue
        if w.last >= len(scene.words) or scene.words[w.last] not in wordset("from-them"):
            continue
        ln = scene.lines[scene.owner[w.first]]
        taker = next((a for a in ln.actors if 0 < a.first - w.last <= _SUBJECT and _party(a)), None)
        if taker is None:
            continue
        f.perpetrator, f.perpetrator_rule = taker, "agent:behind-from-them"
        held = _held(scene, ln, w.first, taker)
        if held is not None:
            f.target, f.target_rule = held, "target:from-them"
        elif f.target is not None and f.target.name_en == taker.name_en:
            f.target, f.target_rule = None, ""
        return


def _held(scene: Scene, ln: Lines, verb: int, taker: ActorMention) -> ActorMention | None:
    """The nearest other party told before the verb, in its sentence or the one before."""
    line = scene.owner[verb]
    lines: list[Lines] = [ln, scene.lines[line - 1]] if line else [ln]
    for own in lines:
        for a in reversed(own.actors):
            if a.last <= verb and _party(a) and a.name_en != taker.name_en:
                return a
    return None


def _party(a: ActorMention) -> bool:
    return a.name_en is not None and a.form != "pronoun" and a.category in _SIDES
