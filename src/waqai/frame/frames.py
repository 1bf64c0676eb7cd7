"""The frame: one happening being put together from the words that tell it."""

from __future__ import annotations

from dataclasses import dataclass, field

from waqai.model import ActorMention, CountRange, EventType, Modality, Span, TimeMention, WordMention


@dataclass(slots=True)
class Toll:
    """A number of persons in one role, the words that say so, and who they are."""

    role: str
    count: CountRange
    span: Span
    first: int
    who: ActorMention | None = None
    combined: bool = False
    rule: str = ""


@dataclass(slots=True)
class Part:
    """One sentence's share in a frame: line, token range ``[first, last)`` and the trigger that names the event there."""

    line: int
    first: int
    last: int
    main: WordMention


@dataclass(slots=True)
class Frame:
    """One told happening. Token intervals are ``[first, last)``; ``place`` is an index into ``Doc.places``.

    ``main`` is the trigger that names the event; ``sources`` is filled by the attribute room.
    """

    main: WordMention
    triggers: list[WordMention]
    line: int
    first: int
    last: int
    block: str
    event_type: EventType = EventType.ATTACK
    modality: Modality | None = None
    aggregate: bool = False
    perpetrator: ActorMention | None = None
    perpetrator_rule: str = ""
    target: ActorMention | None = None
    target_rule: str = ""
    object: str | None = None
    place: int | None = None
    place_rule: str = ""
    more_places: list[int] = field(default_factory=list)
    time: TimeMention | None = None
    time_rule: str = ""
    weapon: WordMention | None = None
    weapon_value: str | None = None
    tolls: dict[str, Toll] = field(default_factory=dict)
    rules: list[str] = field(default_factory=list)
    classes: set[str] = field(default_factory=set)
    definite: bool = False
    other: bool = False
    lines: list[int] = field(default_factory=list)
    score: float = 1.0
    drop: str = ""
    denial: WordMention | None = None
    denier: ActorMention | None = None
    asserted: bool = False
    asserter: ActorMention | None = None
    events: CountRange | None = None
    no_harm: bool = False
    accused: bool = False
    many: bool = False
    voice_at: int | None = None
    passive: bool = False
    parts: list[Part] = field(default_factory=list)
    total: Frame | None = None
    by_place: list[tuple[int, Toll]] = field(default_factory=list)

    def family(self) -> str:
        """Type family for comparing frames."""
        return FAMILY[self.event_type]


def keep_better(f: Frame, t: Toll) -> None:
    """Keep the better of two tolls for one role: a counted one beats an open one, the first beats a repeat."""
    old = f.tolls.get(t.role)
    better = old is None or (old.count.best is None and t.count.best is not None)
    if better or (old is not None and old.first < t.first and t.rule.endswith(":risen")):
        f.tolls[t.role] = t


FAMILY: dict[EventType, str] = {
    EventType.ATTACK: "attack",
    EventType.ARMED_CLASH: "attack",
    EventType.ASSASSINATION: "attack",
    EventType.EXECUTION: "execution",
    EventType.IED: "explosive",
    EventType.VEHICLE_BOMB: "explosive",
    EventType.SUICIDE_BOMBING: "explosive",
    EventType.SHELLING: "remote",
    EventType.AIRSTRIKE: "remote",
    EventType.ARREST: "detain",
    EventType.RAID: "detain",
    EventType.ABDUCTION: "abduct",
    EventType.PRISON_BREAK: "prison",
    EventType.SEIZURE_OF_TERRITORY: "territory",
    EventType.LOOTING: "property",
    EventType.PROTEST: "protest",
    EventType.FOILED_PLOT: "plot",
    EventType.STRATEGIC_DEVELOPMENT: "strategic",
    EventType.OTHER: "other",
}
