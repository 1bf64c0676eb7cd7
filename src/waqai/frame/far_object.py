"""What a verb of attack hits behind its adverbs: ``استهدف المقاتلون عند الساعة التاسعة من صباح اليوم تجمعاً لجنود العدو``.

Between the subject and the object stand words of time, place and means, all of them behind a preposition. The first thing of a party
that is governed by none is the object, however far from its verb.
"""

from __future__ import annotations

from waqai.frame.frames import Frame
from waqai.frame.governed import is_object, is_passive, prep_of
from waqai.frame.other_side import allied
from waqai.frame.scene import Lines, Scene
from waqai.frame.victims import accusative
from waqai.model import ActorMention, EventType, WordMention

_HITS = frozenset(("target", "attack", "shell", "storm", "shoot", "destroy"))
_FOUGHT = frozenset((EventType.ATTACK, EventType.SHELLING, EventType.AIRSTRIKE, EventType.IED))
_PARTY = frozenset(("armed_group", "militia", "state_force", "international", "tribe"))
_GUNS = frozenset(("aircraft", "artillery", "gunfire", "device"))
_STOP = frozenset((".", ";", ":", "!", "?"))
_NEAR, _REACH = 2, 18  # tokens from the verb to its object


def settle_far_object(scene: Scene, f: Frame) -> None:
    """Fill the target of a ranked frame with the object of its verb where adverbs stand between.

    Args:
        scene: the document.
        f: the ranked frame; one with a target of its own words stays as it is.
    """
    _unnamed_subject(scene, f)
    if f.aggregate or f.event_type not in _FOUGHT or f.perpetrator is None:
        return
    if f.target is not None and scene.owner[f.target.first] in {p.line for p in f.parts}:
        return
    for w in f.triggers:
        if w.form != "past" or scene.cls(w) not in _HITS or scene.owner[w.first] < 0 or is_passive(scene, w):
            continue
        a = _object(scene, scene.lines[scene.owner[w.first]], w)
        if a is not None and not allied(a, f.perpetrator):
            f.target, f.target_rule = a, "target:far-object"
            return


def _unnamed_subject(scene: Scene, f: Frame) -> None:
    """``استهدف المجاهدون دبابة ميركافا``, ``قنص المقاتلون جندياً``: a subject nobody names is the doer all the same."""
    p, w = f.perpetrator, f.main
    if p is None or w.form != "past" or scene.owner[w.first] < 0 or is_passive(scene, w):
        return
    if not 1 <= p.first - w.last <= (_REACH if any(k == "object" for k, _ in p.attrs) else _NEAR):
        return
    ln = scene.lines[scene.owner[w.first]]
    by = next((a for a in ln.actors if a.first == w.last and a.name_en is None and scene.words[a.last - 1].endswith("ون")), None)
    if by is not None and by.last <= p.first and not prep_of(scene, p) and f.perpetrator_rule.startswith("perpetrator:"):
        f.perpetrator, f.perpetrator_rule = None, "perpetrator:unnamed"
        if f.target is None or f.target.category == "civilians":
            f.target, f.target_rule = p, "target:far-object"


def _object(scene: Scene, ln: Lines, w: WordMention) -> ActorMention | None:
    """The first thing of a party behind the verb that no preposition governs, before another verb or the end of the sentence."""
    verbs = [x.first for x in ln.triggers if x.first > w.last and x.form in ("past", "present")]
    for a in ln.actors:
        if not _NEAR <= a.first - w.last <= _REACH:
            continue
        if any(i < a.first for i in verbs) or any(_ends(scene, i) for i in range(w.last, a.first)):
            return None
        if a.category not in _PARTY or a.name_en is None or prep_of(scene, a) or not is_object(a):
            continue
        if any(k == "object" and v in _GUNS for k, v in a.attrs):
            continue
        if accusative(scene, a.first) or not scene.words[a.first].startswith(("و", "ال")):
            return a
    return None


def _ends(scene: Scene, i: int) -> bool:
    """A mark that ends a telling; the colon of ``الساعة 9:15`` does not."""
    return scene.words[i] in _STOP and not scene.words[i - 1].isdigit()
