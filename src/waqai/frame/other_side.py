"""The other side of the report: whom an act hits whose own words name nobody.

``سيطرت الفصائل على البلدة``, ``كمن المقاتلون لهم``: in a report of a fight between two parties the one that is not acting was hit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from waqai.frame.frames import Frame
from waqai.frame.scene import Scene
from waqai.model import ActorMention, EventType
from waqai.resources.registry import registry
from waqai.resources.wordsets import wordset

_FIGHTS = frozenset(("state_force", "armed_group", "militia", "international", "tribe"))
_STATE = frozenset(("state_force", "ministry"))
_DOERS = _FIGHTS | {"ministry"}
_FOUGHT = frozenset(
    (
        EventType.ATTACK, EventType.SHELLING, EventType.AIRSTRIKE, EventType.ARMED_CLASH, EventType.SEIZURE_OF_TERRITORY, EventType.RAID,
        EventType.ARREST, EventType.IED, EventType.SUICIDE_BOMBING, EventType.VEHICLE_BOMB, EventType.ASSASSINATION, EventType.EXECUTION,
    )
)  # fmt: skip
_NEAR_BY = frozenset((EventType.ATTACK, EventType.ARMED_CLASH))
_FROM_AFAR = frozenset((EventType.SHELLING, EventType.AIRSTRIKE))
_STRUCK = frozenset((EventType.ATTACK, EventType.SHELLING, EventType.AIRSTRIKE, EventType.IED))
_SENTENCES = 2  # between an act and the fight it belongs to


def name_other_side(scene: Scene, frames: list[Frame], speaker_of: Callable[[int], ActorMention | None]) -> None:
    """Fill the targets nobody's words name with the one foe of whoever acts.

    Args:
        scene: the document.
        frames: the ranked frames of a report.
        speaker_of: the source covering a token.
    """
    told = [f for f in frames if f.denial is None and not f.aggregate and f.event_type in _FOUGHT]
    for f in told:
        if f.target is not None or f.perpetrator is None or f.perpetrator.category not in _DOERS:
            continue
        if f.event_type in _NEAR_BY:
            others = [g for g in told if g is not f and abs(g.line - f.line) <= _SENTENCES]
        elif _takes_back(scene, f) or (f.event_type in _STRUCK and _boasts(f, speaker_of)):
            others = [g for g in told if g is not f]
        else:
            continue
        foe = _one(_foes(f.perpetrator, others)) or (_one(_others(f.perpetrator, others)) if f.event_type not in _NEAR_BY else None)
        foe = _whose_land(scene, f, foe)
        if foe is not None:
            for g in frames:
                if g is f or (g.denial is not None and g.main is f.main):
                    g.target, g.target_rule = foe, "target:the-one-foe"


def foe_told(doer: ActorMention, frames: list[Frame]) -> ActorMention | None:
    """Who alone fights a party in the events told; ``None`` when nobody or several do."""
    return _one(_foes(doer, frames))


def other_doer(doer: ActorMention, frames: list[Frame]) -> ActorMention | None:
    """Who alone besides a party acts in the events told."""
    return _one(_others(doer, frames))


def _whose_land(scene: Scene, f: Frame, foe: ActorMention | None) -> ActorMention | None:
    """``مطار بن غوريون`` in a list of attacks on ships too: the state the report names in whose land the place lies, no other."""
    if foe is None or f.place is None or f.event_type not in _FROM_AFAR:
        return foe
    ref = scene.place(f.place).ref
    land = ref.country if ref is not None else None
    if land is None or foe.actor_id is None or foe.category not in _STATE or registry().actor(foe.actor_id).country in (None, land):
        return foe
    named = (a for a in scene.doc.actors if a.actor_id is not None and a.category in _STATE and a.name_en is not None)
    return next((a for a in named if registry().actor(a.actor_id or "").country == land), foe)


def _takes_back(scene: Scene, f: Frame) -> bool:
    """``استعادت القوات البلدة``, ``تحرير الحي``: somebody held it before."""
    if f.event_type is not EventType.SEIZURE_OF_TERRITORY:
        return False
    words = wordset("takes-back")
    return any(scene.words[i].lstrip("وفبل") in words for w in f.triggers for i in range(w.first, w.last))


def _boasts(f: Frame, speaker_of: Callable[[int], ActorMention | None]) -> bool:
    """``استهدف مجاهدونا موقع الراهب``: an armed group's own list of its attacks."""
    p, source = f.perpetrator, speaker_of(f.main.first)
    return p is not None and p.category == "armed_group" and source is not None and source.name_en == p.name_en


def _foes(doer: ActorMention, frames: list[Frame]) -> Iterator[ActorMention]:
    """Who fights a party, or a force of the same state, in the events told."""
    for g in frames:
        p, t = g.perpetrator, g.target
        if p is None or t is None or p.category not in _DOERS or t.category not in _DOERS or allied(p, t):
            continue
        if allied(p, doer):
            yield t
        elif allied(t, doer):
            yield p


def allied(a: ActorMention, b: ActorMention) -> bool:
    """One party, or two forces of one state."""
    if a.name_en == b.name_en:
        return True
    if not {a.category, b.category} <= _STATE or a.actor_id is None or b.actor_id is None:
        return False
    mine = registry().actor(a.actor_id).country
    return mine is not None and mine == registry().actor(b.actor_id).country


def _others(doer: ActorMention, frames: list[Frame]) -> Iterator[ActorMention]:
    """Who else acts in the events told."""
    return (p for g in frames if (p := g.perpetrator) is not None and p.category in _FIGHTS and not allied(p, doer))


def _one(found: Iterator[ActorMention]) -> ActorMention | None:
    """The only party among those found; ``None`` for none or several."""
    all_of_them = list(found)
    return all_of_them[0] if len({a.name_en for a in all_of_them}) == 1 else None
