"""What things are: frozen dataclasses and enums. Standard library only; every other room imports this one."""

from waqai.model.claims import ActorRef, Claim, Claimant, CodedReport
from waqai.model.enums import (
    ClaimKind,
    EventType,
    GeoPrecision,
    Modality,
    PlaceLevel,
    Severity,
    Stance,
    TimeBasis,
    TimePrecision,
    Weapon,
)
from waqai.model.mentions import (
    ActorMention,
    CountRange,
    Doc,
    NumberMention,
    PlaceMention,
    PlaceRef,
    TimeMention,
    WordMention,
)
from waqai.model.text import Issue, Quote, Report, Sentence, Span, Text, Token

__all__ = [
    "ActorMention",
    "ActorRef",
    "Claim",
    "ClaimKind",
    "Claimant",
    "CodedReport",
    "CountRange",
    "Doc",
    "EventType",
    "GeoPrecision",
    "Issue",
    "Modality",
    "NumberMention",
    "PlaceLevel",
    "PlaceMention",
    "PlaceRef",
    "Quote",
    "Report",
    "Sentence",
    "Severity",
    "Span",
    "Stance",
    "Text",
    "TimeBasis",
    "TimeMention",
    "TimePrecision",
    "Token",
    "Weapon",
    "WordMention",
]
