"""Who lost a place that changed hands, where the sentence of its fall does not say: the side that fought for it or owns up to leaving it.

``اندلعت معارك بين X وY. وسيطرت X على المدينة``, ``سيطرت X على البلدة. وأقرّ Y بالانسحاب منها``, ``تقدمت X على حساب Y``.
"""

from __future__ import annotations

from waqai.frame.frames import Frame
from waqai.frame.other_side import allied, foe_told
from waqai.frame.scene import Scene
from waqai.model import ActorMention, EventType
from waqai.resources.wordsets import wordset

_SIDES = frozenset(("armed_group", "state_force", "militia", "tribe", "international", "coalition"))
_FOUGHT = frozenset((EventType.ARMED_CLASH, EventType.ATTACK))
_NEAR = 2  # sentences between the fall of a place and the fight for it or the word of leaving
_LEAVES = 6  # tokens between who leaves and the word of leaving


def name_loser(scene: Scene, frames: list[Frame]) -> None:
    """Set the target of places taken from somebody another clause or sentence names.

    Args:
        scene: the document.
        frames: the frames kept, ranked.
    """
    for f in frames:
        p = f.perpetrator
        if f.event_type is not EventType.SEIZURE_OF_TERRITORY or f.target is not None or p is None or f.aggregate or f.denial is not None:
            continue
        fights = [
            g for g in frames if g.event_type in _FOUGHT and not g.aggregate and abs(g.line - f.line) <= _NEAR and _there(scene, f, g)
        ]
        a = _at_whose_cost(scene, f, p) or _who_leaves(scene, f, p) or foe_told(p, fights)
        if a is not None and not allied(a, p):
            f.target, f.target_rule = a, "target:lost-it"


def _there(scene: Scene, f: Frame, g: Frame) -> bool:
    """No other place is told of the fight."""
    return f.place is None or g.place is None or scene.same_place(f.place, g.place)


def _at_whose_cost(scene: Scene, f: Frame, p: ActorMention) -> ActorMention | None:
    """``تقدمت على حساب Y``, ``آخر معاقل Y``."""
    for part in f.parts:
        for a in scene.lines[part.line].actors:
            near = scene.words[a.first - 1 : a.first + 1]
            if _side(a, p) and not (wordset("at-cost-of").isdisjoint(near) and wordset("strongholds").isdisjoint(near)):
                return a
    return None


def _who_leaves(scene: Scene, f: Frame, p: ActorMention) -> ActorMention | None:
    """``وأقرّ الجيش بالانسحاب من المدينة``, ``وكان التنظيم قد انسحب``: in the next sentences."""
    leaves, words = wordset("left-it"), scene.words
    if not scene.holds("left-it"):
        return None
    last = max(part.line for part in f.parts)
    for k in range(f.line, min(last + _NEAR + 1, len(scene.lines))):
        ln = scene.lines[k]
        for i in range(ln.sentence.first, ln.sentence.last):
            if words[i].removeprefix("و") not in leaves:
                continue
            near = [a for a in ln.actors if _side(a, p) and (0 < i - a.last + 1 <= _LEAVES or a.first == i + 1)]
            if near:
                return near[-1]
    return None


def _side(a: ActorMention, p: ActorMention) -> bool:
    return a.category in _SIDES and a.name_en not in (None, p.name_en) and a.form != "pronoun"
