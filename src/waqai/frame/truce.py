"""Who makes a truce or an exchange with whom: ``هدنة بين X وY``, ``اتفق X مع Y على``, ``توصل الطرفان إلى وقف إطلاق النار``.

The first named is the one coded as doer, the second as target, as in a clash; the "two sides" are those of the fight told nearest.
"""

from __future__ import annotations

from itertools import pairwise

from waqai.frame.frames import Frame
from waqai.frame.governed import prep_of
from waqai.frame.scene import Lines, Scene
from waqai.frame.sides import pair_behind
from waqai.model import ActorMention, EventType
from waqai.resources.wordsets import wordset

_ENTRIES = frozenset(("truce", "cessation", "strike-truce", "prisoner-exchange", "exchange-persons"))
_SIDES = frozenset(("armed_group", "state_force", "militia", "tribe", "international", "unknown"))
_FOUGHT = frozenset((EventType.ARMED_CLASH, EventType.ATTACK, EventType.SHELLING, EventType.SEIZURE_OF_TERRITORY, EventType.AIRSTRIKE))
_AROUND = 14  # tokens from the truce to ``بين``


def name_parties(scene: Scene, frames: list[Frame]) -> None:
    """Set the sides of truces and exchanges.

    Args:
        scene: the document.
        frames: the frames kept, in text order.
    """
    for n, f in enumerate(frames):
        if f.event_type is not EventType.STRATEGIC_DEVELOPMENT or f.aggregate or not any(scene.entry(w).id in _ENTRIES for w in f.triggers):
            continue
        ln = scene.lines[scene.owner[f.main.first]]
        pair = _between(scene, ln, f) or _agreed(scene, ln, f)
        rule = "between"
        if pair is None and _nobody_else(scene, ln, f):
            pair, rule = _of_the_fight(frames, n), "of-the-fight"
        if pair is not None and pair[0].name_en != pair[1].name_en:
            f.perpetrator, f.target = pair
            f.perpetrator_rule, f.target_rule = f"agent:{rule}", f"target:{rule}"


def _between(scene: Scene, ln: Lines, f: Frame) -> tuple[ActorMention, ActorMention] | None:
    """``هدنة بين X وY``, before or behind the word."""
    lo, hi = max(ln.sentence.first, f.main.first - _AROUND), min(ln.sentence.last, f.main.last + _AROUND)
    for i in (*range(f.main.last, hi), *range(lo, f.main.first)):
        if scene.words[i] == "بين":
            pair = pair_behind(scene, ln, i, ln.sentence.last)
            if pair is not None and {a.category for a in pair} <= _SIDES:
                return pair
    return None


def _agreed(scene: Scene, ln: Lines, f: Frame) -> tuple[ActorMention, ActorMention] | None:
    """``اتفق النظام مع الفصائل على هدنة``, ``أنجزت الجبهة وقوات النظام عملية تبادل``: two joined by مع or و before the word."""
    named = [a for a in ln.actors if a.category in _SIDES and a.name_en is not None and a.form != "pronoun"]
    near = [a for a in named if a.last <= f.main.first or a.first - f.main.last <= 1 or prep_of(scene, a) == "مع"]
    free = [a for a in near if prep_of(scene, a) == ""]
    other = next((b for b in near if prep_of(scene, b) == "مع" and b.first - f.main.last <= _AROUND), None)
    if free and other is not None and free[0].first < other.first:
        return free[0], other
    for a, b in pairwise(named):
        behind = scene.words[b.first].startswith("و") and b.first == a.last
        if behind and prep_of(scene, a) == "" and (a.last <= f.main.first or a.first - f.main.last <= 1):
            return a, b
    return None


def _nobody_else(scene: Scene, ln: Lines, f: Frame) -> bool:
    """``الطرفان``, or no fighting party at all, stands in the sentence."""
    if not wordset("both-sides").isdisjoint(scene.words[ln.sentence.first : ln.sentence.last]):
        return True
    return f.target is None and not any(a.category in _SIDES and a.name_en is not None for a in ln.actors)


def _of_the_fight(frames: list[Frame], n: int) -> tuple[ActorMention, ActorMention] | None:
    """The sides of the nearest fight between two parties, the ones told before first."""
    for g in (*reversed(frames[:n]), *frames[n + 1 :]):
        p, t = g.perpetrator, g.target
        if g.event_type in _FOUGHT and p is not None and t is not None and p.category in _SIDES and t.category in _SIDES:
            return p, t
    return None
