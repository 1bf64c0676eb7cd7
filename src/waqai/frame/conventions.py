"""What the codebook fixes about the sides of an event, whatever the words leave open (sections 5.2, 5.4, 10)."""

from __future__ import annotations

from dataclasses import replace

from waqai.frame.frames import Frame
from waqai.frame.scene import Scene
from waqai.model import ActorMention, EventType
from waqai.resources.registry import registry
from waqai.resources.wordsets import wordset

_VIOLENT = frozenset(
    (EventType.ASSASSINATION, EventType.ATTACK, EventType.ABDUCTION, EventType.EXECUTION, EventType.SHELLING, EventType.IED)
)
_GUARDS = frozenset(("state_force", "ministry", "international", "militia"))
_PEOPLE = frozenset(("civilians", "unspecified", "property"))


_SIDES = wordset("both-sides")
_FIGHTS = frozenset(("armed_group", "state_force", "militia", "tribe", "international"))


def _two_sides(scene: Scene, f: Frame) -> None:
    """``اشتباكات بين الطرفين``: the two parties the text named last before them."""
    if f.event_type != EventType.ARMED_CLASH or (f.perpetrator is not None and f.target is not None):
        return
    p = next((p for p in f.parts if p.main is f.main), f.parts[-1])
    at = next((i for i in range(p.first, p.last) if scene.words[i] in _SIDES), None)
    if at is None:
        return
    named: list[ActorMention] = []
    for a in reversed(scene.doc.actors):
        if a.first < at and a.category in _FIGHTS and a.name_en is not None and all(a.name_en != x.name_en for x in named):
            named.append(a)
    if len(named) >= 2:
        f.perpetrator, f.target = named[1], named[0]
        f.perpetrator_rule, f.target_rule = "agent:both-sides", "target:both-sides"


def settle_sides(scene: Scene, f: Frame) -> None:
    """Bring perpetrator and target of a ranked frame in line with the codebook.

    Residents who protest hit nobody, and a place that changes hands is taken from a party or from nobody; prisoners who break out
    are the perpetrators and their guards are not; civilians who shoot, kidnap or bomb without being named are unknown gunmen.
    """
    _two_sides(scene, f)
    if f.event_type in (EventType.PROTEST, EventType.SEIZURE_OF_TERRITORY):
        if f.target is not None and f.target.category in _PEOPLE:
            f.target, f.target_rule = None, ""
    elif f.event_type == EventType.PRISON_BREAK:
        if f.perpetrator is not None and f.perpetrator.category in _GUARDS:
            f.perpetrator, f.perpetrator_rule = None, ""
        if f.perpetrator is None and f.target is not None and f.target.category not in _GUARDS:
            f.perpetrator, f.perpetrator_rule = f.target, "agent:escapes"
            f.target, f.target_rule = None, ""
        elif f.target is not None and f.target.category in _PEOPLE:
            f.target, f.target_rule = None, ""
    elif f.event_type in _VIOLENT and f.perpetrator is not None and f.perpetrator.category == "civilians" and not f.aggregate:
        f.perpetrator = _nameless(f.perpetrator)


def _nameless(a: ActorMention) -> ActorMention:
    """``راكبا دراجة نارية`` who shoot: an armed group without a name."""
    known = registry().actor("unknown-gunmen")
    return replace(a, actor_id=known.id, name_en=known.name_en, name_ar=known.name_ar, category=known.category)
