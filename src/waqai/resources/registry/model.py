"""Actors, and the three questions asked of them: who on that day, who in that role, who in that side's wording."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from waqai.errors import ResourceError


class Alias(NamedTuple):
    """One way of writing an actor. ``stance`` is ``neutral``, ``hostile`` or ``honorific``; ``quoted`` names are read in quotes only."""

    text: str
    stance: str = "neutral"
    quoted: bool = False


class Period(NamedTuple):
    """``actor`` holds until ``until``, that day included; ``None`` = open."""

    until: date | None
    actor: str


@dataclass(frozen=True, slots=True)
class Actor:
    """An organisation, force, kind of people or source.

    Attributes:
        id: registry id.
        name_en: canonical English name; ``None`` for words that only a context turns into somebody.
        name_ar: usual Arabic name.
        category: see ``data/actors/defaults.yml``.
        country: ISO 3166 alpha-2; ``None`` when it belongs to none.
        parent: id of the organisation it belongs to; ``None`` when it has none.
        side: party line, for names that depend on who speaks; ``None`` when it takes none.
        acled: ACLED inter code; ``None`` for those who only speak.
        plover: PLOVER sector.
        since, until: first and last day of existence; ``None`` = open.
        periods: for a dated group, who it is when; empty otherwise.
        undated: ``published`` when the report's day may choose the period, ``first`` when only an event day may.
        no_day: ``first`` or ``last``: the period taken when there is no day at all.
        coded_as: the actor the codebook codes it as; ``None`` = itself.
        as_actor, as_claimant: who stands in its place when it acts or is hit, and when it speaks; ``None`` = itself.
        by_country, by_side: other actors the same words mean there, as sorted pairs.
        aliases: ways of writing it.
    """

    id: str
    name_en: str | None
    name_ar: str | None
    category: str
    country: str | None = None
    parent: str | None = None
    side: str | None = None
    acled: int | None = None
    plover: str | None = None
    since: date | None = None
    until: date | None = None
    periods: tuple[Period, ...] = ()
    undated: str = "first"
    no_day: str = "first"
    coded_as: str | None = None
    as_actor: str | None = None
    as_claimant: str | None = None
    by_country: tuple[tuple[str, str], ...] = ()
    by_side: tuple[tuple[str, str], ...] = ()
    aliases: tuple[Alias, ...] = ()

    @property
    def kind(self) -> str:
        """The category under its contract name."""
        return self.category


@dataclass(frozen=True, slots=True)
class Country:
    """How a country's state bodies are called. ``bodies`` maps a kind of body (``army``, ``police``, ``mod`` …) to an actor id."""

    cc: str
    en: str
    adj_en: str
    names: tuple[str, ...]
    capital: tuple[str, ...]
    adj: tuple[str, ...]
    places: tuple[tuple[str, str], ...]
    bodies: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Registry:
    """All actors and countries by id. Look-ups never fail silently: an unknown id raises."""

    actors: dict[str, Actor]
    countries: dict[str, Country]

    def actor(self, actor_id: str) -> Actor:
        """The entry itself, without regard to day or role.

        Raises:
            ResourceError: the id is not in the registry.
        """
        try:
            return self.actors[actor_id]
        except KeyError:
            raise ResourceError(f"No actor {actor_id!r} in data/actors. Add it, then run: waqai lexicon check") from None

    def at(self, actor_id: str, day: date | None, published: date | None = None) -> Actor:
        """Who the actor is on a day: periods and coding conventions applied.

        Args:
            actor_id: registry id, dated groups included.
            day: day of the event; ``None`` when not known.
            published: day of the report; chooses the period of a group that allows it when ``day`` is ``None``.

        Returns:
            The actor whose ``name_en`` is the canonical name. With neither day, the group's ``no_day`` period.
        """
        actor = self.actor(actor_id)
        for _ in range(4):
            if actor.periods:
                when = day if day is not None or actor.undated != "published" else published
                actor = self.actor(_period(actor.periods, when, actor.no_day))
            elif actor.coded_as:
                actor = self.actor(actor.coded_as)
            else:
                break
        return actor

    def in_role(self, actor_id: str, role: str, day: date | None = None, published: date | None = None) -> Actor:
        """Who stands in a role: a ministry acts through its force, a force speaks through its command.

        Args:
            actor_id: registry id.
            role: ``perpetrator``, ``target`` or ``claimant``.
            day, published: as in :meth:`at`.
        """
        seen = set()
        actor = self.actor(actor_id)
        while actor.id not in seen:
            seen.add(actor.id)
            step = actor.as_claimant if role == "claimant" else actor.as_actor
            if step and step not in seen:
                actor = self.actor(step)
                continue
            actor = self.at(actor.id, day, published)
        return actor

    def resolve(self, actor_id: str, claimant_side: str | None, day: date | None, published: date | None = None) -> Actor:
        """Who is meant when a side uses the name: ``PKK`` in ISIS wording is the SDF. Unlisted sides change nothing."""
        actor = self.actor(actor_id)
        return self.at(dict(actor.by_side).get(claimant_side or "", actor_id), day, published)

    def in_country(self, actor_id: str, region: str | None) -> str:
        """The id the same words have in a country or ``country.region``: ISIS in Sinai is its Sinai province."""
        if region is None:
            return actor_id
        table = dict(self.actor(actor_id).by_country)
        return table.get(region) or table.get(region.partition(".")[0]) or actor_id

    def body(self, country: str | None, kind: str) -> str | None:
        """The actor id of a kind of state body of a country or of its region (``PS.wb``); ``None`` when the country is not known."""
        cc, _, region = (country or "").partition(".")
        c = self.countries.get(cc)
        if c is None:
            return None
        return c.bodies.get(f"{kind}/{region}") or c.bodies.get(kind) if region else c.bodies.get(kind)


def _period(periods: tuple[Period, ...], day: date | None, no_day: str) -> str:
    if day is None:
        return periods[-1 if no_day == "last" else 0].actor
    for p in periods:
        if p.until is None or day <= p.until:
            return p.actor
    return periods[-1].actor
