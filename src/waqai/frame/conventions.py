"""What the codebook fixes about the sides of an event, whatever the words leave open (sections 5.2, 5.4, 10)."""

from __future__ import annotations

from dataclasses import replace

from waqai.frame.frames import Frame
from waqai.model import ActorMention, EventType
from waqai.resources.registry import registry

_VIOLENT = frozenset(
    (EventType.ASSASSINATION, EventType.ATTACK, EventType.ABDUCTION, EventType.EXECUTION, EventType.SHELLING, EventType.IED)
)
_GUARDS = frozenset(("state_force", "ministry", "international", "militia"))
_PEOPLE = frozenset(("civilians", "unspecified", "property"))


def settle_sides(f: Frame) -> None:
    """Bring perpetrator and target of a ranked frame in line with the codebook.

    Residents who protest hit nobody; prisoners who break out are the perpetrators and their guards are not; civilians who shoot,
    kidnap or bomb without being named are unknown gunmen.
    """
    if f.event_type == EventType.PROTEST:
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
