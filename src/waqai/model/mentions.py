"""Mention layers: what the annotate room finds in a text. Each mention is a span with a value; none decides anything."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from waqai.model.enums import GeoPrecision, PlaceLevel, Stance, TimeBasis, TimePrecision
from waqai.model.quick import quick
from waqai.model.text import Span, Text


@quick
@dataclass(frozen=True, slots=True)
class CountRange:
    """How many. ``None`` in a bound means open or not stated; ``0`` means the text says none.

    ``text`` is the phrase the numbers were read from.
    """

    low: int | None
    best: int | None
    high: int | None
    text: str | None = None


@quick
@dataclass(frozen=True, slots=True)
class NumberMention:
    """A quantity in the text.

    Attributes:
        span: number words with bound words and, for duals and singulars, the noun itself.
        low, best, high: as in ``CountRange``; a vague quantity has ``best`` ``None``.
        noun: the counted noun as written, without proclitics; ``None`` when there is none.
        noun_span: its span; ``None`` when there is none.
        form: ``digits``, ``words``, ``dual``, ``singular``, ``plural``, ``vague``, ``ordinal``, ``fraction`` or ``range``.
        first, last: token interval ``[first, last)`` of ``span``.
    """

    span: Span
    text: str
    low: float | None
    best: float | None
    high: float | None
    noun: str | None
    noun_span: Span | None
    form: str
    first: int
    last: int


@quick
@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time expression resolved to a closed interval of days.

    Attributes:
        start, end: first and last day, both included; ``None`` when open at that side or not resolvable.
        precision, basis: see the enums.
        candidate_years: years that fit when the year is not stated and several remain; else ``None``.
        deictic: the expression counts from the publication date (``today``, ``last week``).
        rule: name of the rule in ``data/time`` that read it.
        first, last: token interval ``[first, last)``.
    """

    span: Span
    text: str
    start: date | None
    end: date | None
    precision: TimePrecision
    basis: TimeBasis
    candidate_years: tuple[int, ...] | None
    deictic: bool
    rule: str
    first: int
    last: int


@quick
@dataclass(frozen=True, slots=True)
class PlaceRef:
    """A resolved location (claims contract, ``place``). Coordinates are WGS84 degrees; ``None`` when unplaced."""

    id: str | None
    text: str
    name_ar: str
    name_en: str | None
    kind: str
    level: PlaceLevel
    admin1: str | None
    admin2: str | None
    admin3: str | None
    pcode: str | None
    country: str | None
    lat: float | None
    lon: float | None
    geo_precision: GeoPrecision
    needs_review: bool
    candidates: int
    score: float = 1.0
    radius_km: float | None = None


@quick
@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place name or area expression as written.

    Attributes:
        span: the whole expression with its type word and relation (``ريف دير الزور الشرقي``, ``بلدة ذيبان``).
        name_span: the name as the codebook wants it (``ذيبان``, but ``ريف دير الزور الشرقي`` for areas).
        kind: gazetteer kind or area kind (``countryside``, ``side``, ``between``, ``near``, ``offset`` …).
        relation: ``in``, ``near``, ``from``, ``to``, ``between``, ``side``, ``offset``.
        candidate_ids: gazetteer ids in rank order; empty when the name is unknown.
        ref: filled by the geocode room; ``None`` before.
        container: index of the place mention (same layer) that holds this one (``في بلدة X بريف Y``); ``None`` if none.
        first, last: token interval of ``span``.
    """

    span: Span
    name_span: Span
    text: str
    kind: str
    relation: str
    candidate_ids: tuple[str, ...]
    ref: PlaceRef | None
    container: int | None
    first: int
    last: int


@quick
@dataclass(frozen=True, slots=True)
class ActorMention:
    """Words for an actor.

    Attributes:
        actor_id: registry id, ``None`` for described actors the registry does not hold.
        name_en, name_ar: canonical names of the codebook (``ISIS``, ``civilians``, ``unknown gunmen``).
        stance: colour of the wording.
        form: ``named`` (registry alias), ``described`` (``مسلحون مجهولون``, ``مدنيين``), ``definite``
            (``التنظيم``, ``القوات``: needs an antecedent) or ``pronoun``.
        category: ``state_force``, ``armed_group``, ``militia``, ``civilians``, ``officials``, ``media``, ``monitor``,
            ``ministry``, ``international``, ``unknown``, ``tribe``, ``crime``.
        number: count carried by the phrase (``عنصرين`` = 2), ``None`` when not stated.
        attrs: extra facts as sorted pairs (``("women", "1")``, ``("status", "former")``).
        head: token index of the head word.
        first, last: token interval of ``span``.
        letters: the conjunction and preposition written onto the first word (``ولقسد``: ``ول``); the span holds them.
    """

    span: Span
    text: str
    actor_id: str | None
    name_en: str | None
    name_ar: str | None
    stance: Stance
    form: str
    category: str
    number: CountRange | None
    attrs: tuple[tuple[str, str], ...]
    head: int
    first: int
    last: int
    letters: str = ""


@quick
@dataclass(frozen=True, slots=True)
class WordMention:
    """A lexicon hit: weapon, trigger, speech or modality word.

    ``entry`` is the id of the lexicon entry; ``form`` says how it was realised (``verb``, ``passive``, ``masdar``,
    ``participle``, ``noun``, ``phrase``); ``prefix`` are the proclitics stripped from the first word.
    """

    span: Span
    text: str
    layer: str
    entry: str
    form: str
    prefix: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Doc:
    """A text with all its layers: output of the annotate room, input of the frame room. Layers are in text order."""

    text: Text
    numbers: tuple[NumberMention, ...] = ()
    times: tuple[TimeMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    actors: tuple[ActorMention, ...] = ()
    words: tuple[WordMention, ...] = ()
