"""Who repelled an attack was attacked: ``تمكن الجيش من صد هجوم لداعش``, ``نجح الحشد بالتصدي لتعرض نفذه داعش``.

A repelled attack is an attack (codebook 10). Its doer is whoever stands behind the noun of the attack; the subject of the repelling,
or whoever announces it, is its target.
"""

from __future__ import annotations

from waqai.frame.frames import Frame
from waqai.frame.governed import prep_of
from waqai.frame.scene import Lines, Scene
from waqai.model import ActorMention, EventType
from waqai.resources.wordsets import wordset

_PARTY = frozenset(("armed_group", "state_force", "militia", "international", "tribe", "coalition", "ministry"))
_FIGHT = (EventType.ATTACK, EventType.ARMED_CLASH, EventType.SHELLING, EventType.AIRSTRIKE, EventType.SEIZURE_OF_TERRITORY)
_BLOWS = frozenset(("attack", "air", "shell", "storm"))
_NOUN = 4  # tokens from the word of repelling to the attack
_SUBJECT = 3  # tokens from the verb of repelling to its subject
_BACK = 10  # tokens from the word of repelling back to who managed it
_DOER = 6  # tokens from the attack to who made it


def settle_repelled(scene: Scene, f: Frame, source: ActorMention | None) -> None:
    """Set the sides of a frame that tells of an attack repelled.

    Args:
        scene: the document.
        f: the ranked frame; changed in place.
        source: who tells it; ``None`` for the outlet.
    """
    if f.aggregate or f.event_type not in _FIGHT or not scene.holds("repels"):
        return
    ln = scene.lines[f.line]
    repels = wordset("repels")
    for w in f.triggers:
        if scene.owner[w.first] != f.line:
            continue
        near = range(max(ln.sentence.first, w.first - _NOUN), w.last if w.form in ("phrase", "masdar") else w.first)
        at = next((i for i in near if scene.words[i].lstrip("وف") in repels or scene.words[i] in repels), -1)
        if at < 0:
            continue
        who = _repeller(scene, ln, at, w.first) or (source if source is not None and source.category in _PARTY else None)
        if who is None or who.name_en is None:
            return
        _put(scene, ln, f, w.last, who)
        return


def _repeller(scene: Scene, ln: Lines, at: int, noun: int) -> ActorMention | None:
    """The subject behind the verb, or the party before it that managed, announced or told it."""
    behind = next((a for a in ln.actors if 0 < a.first - at <= _SUBJECT and a.last <= noun + 1 and a.category in _PARTY), None)
    if behind is not None and prep_of(scene, behind) in ("", "من"):
        return behind
    before = [a for a in ln.actors if 0 <= at - a.last <= _BACK and a.category in _PARTY and a.name_en is not None]
    if any(
        a.last <= w.first <= min(a.last + 1, at - 1) and w.form in ("masdar", "phrase") and scene.cls(w) in _BLOWS
        for a in before
        for w in ln.triggers
    ):
        return None  # ``جدد الاحتلال عدوانه، وتصدت له الدفاعات``: he made what was repelled
    return next((a for a in reversed(before) if prep_of(scene, a) in ("", "من", "ل", "ب")), None)


def _put(scene: Scene, ln: Lines, f: Frame, end: int, who: ActorMention) -> None:
    """``who`` is the target; the party behind the attack its doer, where ``who`` was taken for it."""
    p = f.perpetrator
    near = (a for a in ln.actors if 0 <= a.first - end <= _DOER and a.category in _PARTY)
    first = next((a for a in near if a.name_en not in (None, who.name_en)), None)
    second = next((a for a in ln.actors if first is not None and a.first == first.last and scene.words[a.first].startswith("و")), None)
    if first is not None and second is not None and p is not None and p.first == second.first:  # ``هجوم لقوات X وY``
        f.perpetrator, f.perpetrator_rule = first, "agent:first-of-two"
        if f.target is None or f.target.first == first.first:
            f.target, f.target_rule = who, "target:repelled-it"
    elif p is None or p.name_en == who.name_en:
        f.perpetrator, f.perpetrator_rule = first, "agent:was-repelled" if first is not None else ""
    if f.target is None or (f.perpetrator is not None and f.target.name_en == f.perpetrator.name_en):
        f.target, f.target_rule = who, "target:repelled-it"
