"""Build the registry from ``data/actors``: listed actors, and the state bodies generated for each country."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from waqai.errors import ResourceError
from waqai.resources.load import compiled, data_files, read_yaml
from waqai.resources.registry.model import Actor, Alias, Country, Period, Registry

GRAMMAR = {"countries", "heads", "context", "phrases", "defaults"}
# kind of body → English pattern, category, PLOVER sector, kind it falls back to
_BODIES: dict[str, tuple[str, str, str, str | None]] = {
    "army": ("{} army", "state_force", "MIL", None),
    "forces": ("{} army", "state_force", "MIL", "army"),
    "air": ("{} army", "state_force", "MIL", "army"),
    "navy": ("{} army", "state_force", "MIL", "army"),
    "security": ("{} security forces", "state_force", "COP", None),
    "police": ("{} police", "state_force", "COP", None),
    "intel": ("{} security forces", "state_force", "SPY", "security"),
    "border": ("{} security forces", "state_force", "MIL", "security"),
    "guard": ("{} security forces", "state_force", "MIL", "security"),
    "gendarmerie": ("{} gendarmerie", "state_force", "COP", None),
    "coastguard": ("{} coast guard", "state_force", "COP", None),
    "mod": ("{} MoD", "ministry", "GOV", None),
    "moi": ("{} MoI", "ministry", "GOV", None),
    "moh": ("{} MoH", "ministry", "MED", None),
    "moj": ("{} Ministry of Justice", "ministry", "GOV", None),
    "ministry-electricity": ("{} Ministry of Electricity", "officials", "GOV", None),
    "ministry-oil": ("{} Ministry of Oil", "officials", "GOV", None),
    "ministry-education": ("{} Ministry of Education", "officials", "GOV", None),
    "ministry-higher-education": ("{} Ministry of Higher Education", "officials", "GOV", None),
    "ministry-agriculture": ("{} Ministry of Agriculture", "officials", "GOV", None),
    "ministry-water": ("{} Ministry of Water Resources", "officials", "GOV", None),
    "ministry-transport": ("{} Ministry of Transport", "officials", "GOV", None),
    "ministry-culture": ("{} Ministry of Culture", "officials", "GOV", None),
    "ministry-awqaf": ("{} Ministry of Awqaf", "officials", "GOV", None),
    "ministry-migration": ("{} Ministry of Migration and Displacement", "officials", "GOV", None),
    "ministry-human-rights": ("{} Ministry of Human Rights", "officials", "GOV", None),
    "ministry-social-affairs": ("{} Ministry of Social Affairs", "officials", "GOV", None),
    "ministry-communications": ("{} Ministry of Communications", "officials", "GOV", None),
    "ministry-local-administration": ("{} Ministry of Local Administration", "officials", "GOV", None),
    "ministry-trade": ("{} Ministry of Trade", "officials", "GOV", None),
    "human-rights-commission": ("{} Human Rights Commission", "monitor", "SOC", None),
    "civil-defence": ("{} Civil Defence", "monitor", "MED", None),
    "judicial-police": ("{} Judicial Police", "state_force", "COP", None),
    "customs": ("{} customs", "state_force", "COP", None),
    "prison-service": ("{} prison service", "ministry", "JUD", None),
    "mfa": ("{} MFA", "ministry", "GOV", None),
    "gov": ("{} government", "ministry", "GOV", None),
    "official": ("{} officials", "source", "GOV", None),
    "media": ("{} media", "media", "JRN", None),
    "agency": ("{} state news agency", "media", "JRN", None),
    "tv": ("{} state TV", "media", "JRN", None),
    "prosecution": ("{} public prosecution", "ministry", "JUD", None),
    "court": ("{} court", "ministry", "JUD", None),
    "parliament": ("{} parliament", "officials", "LEG", None),
    "redcrescent": ("{} Red Crescent", "monitor", "MED", None),
    "ministry-information": ("{} government", "ministry", "GOV", "gov"),
    "embassy": ("{} government", "ministry", "GOV", "gov"),
}
_FORCES = ("army", "forces", "air", "navy", "security", "intel", "border", "guard", "gendarmerie", "coastguard")
_ACTS_AS = {"mod": "army", "moi": "security", "gov": "security", "official": "army"}


def _files() -> list[Path]:
    return data_files("actors/*.yml")


@lru_cache(maxsize=1)
def registry() -> Registry:
    """The registry of ``data/actors``, compiled once per state of the files.

    Raises:
        ResourceError: a file is malformed, an id is given twice or a reference points nowhere.
    """
    return compiled("actor-registry", build, _files(), __file__)


def build() -> Registry:
    """Read and check everything; see :func:`registry`."""
    defaults: dict[str, Any] = {}
    rows: list[tuple[Path, dict[str, Any]]] = []
    countries_raw: list[dict[str, Any]] = []
    for path in _files():
        data = read_yaml(path)
        if path.stem == "defaults":
            defaults = data
        elif path.stem == "countries":
            countries_raw = data
        elif path.stem not in GRAMMAR:
            rows.extend((path, row) for row in data)
    actors: dict[str, Actor] = {}
    for path, row in rows:
        actor = _actor(row, defaults, path)
        if actor.id in actors:
            raise ResourceError(f"{path}: actor {actor.id!r} is given twice. Keep one entry.")
        actors[actor.id] = actor
    countries = {raw["cc"]: _country(raw, actors, defaults) for raw in countries_raw}
    _check(actors, countries)
    return Registry(actors, countries)


def _actor(row: dict[str, Any], defaults: dict[str, Any], path: Path) -> Actor:
    category = row.get("cat")
    if category not in defaults:
        raise ResourceError(f"{path}: actor {row.get('id')!r} has category {category!r}. Use one of defaults.yml.")
    base = defaults[category]
    aliases = [Alias(str(t)) for t in row.get("names") or ()]
    aliases += [Alias(str(t), quoted=True) for t in row.get("quoted") or ()]
    aliases += [Alias(str(t), "hostile") for t in row.get("hostile") or ()]
    aliases += [Alias(str(t), "honorific") for t in row.get("honour") or ()]
    return Actor(
        id=row["id"], name_en=row["en"], name_ar=row.get("ar"), category=category, country=row.get("cc"), parent=row.get("parent"),
        side=row.get("side"), acled=row.get("acled", base["acled"]), plover=row.get("plover", base["plover"]),
        since=_day(row.get("since")), until=_day(row.get("until")),
        periods=tuple(Period(_day(p.get("until")), p["actor"]) for p in row.get("periods") or ()),
        undated=row.get("undated", "first"), no_day=row.get("no_day", "first"), coded_as=row.get("coded_as"), as_actor=row.get("as_actor"),
        as_claimant=row.get("as_claimant"), by_country=tuple(sorted((row.get("by_country") or {}).items())),
        by_side=tuple(sorted((row.get("by_side") or {}).items())), aliases=tuple(aliases),
    )  # fmt: skip


def _day(value: Any) -> date | None:
    return value if isinstance(value, date) else date.fromisoformat(value) if value else None


def _country(raw: dict[str, Any], actors: dict[str, Actor], defaults: dict[str, Any]) -> Country:
    """A country with every kind of body: listed, falling back to a listed one, or generated."""
    given: dict[str, str] = dict(raw.get("bodies") or {})
    everything = given.pop("all", None)
    if everything:
        given = {**dict.fromkeys(_FORCES, everything), **given}
    bodies: dict[str, str] = {}
    for kind, (pattern, category, plover, like) in _BODIES.items():
        actor_id = given.get(kind) or (bodies.get(like) if like else None)
        own = f"{raw['id']}-{kind}"
        if actor_id is None or actor_id == own:
            actor_id = own
            if own not in actors:
                acts = bodies.get(_ACTS_AS.get(kind, ""))
                actors[actor_id] = Actor(
                    id=actor_id, name_en=pattern.format(raw["adj_en"]), name_ar=None, category=category, country=raw["cc"],
                    side=raw["id"], acled=defaults[category]["acled"], plover=plover, as_actor=acts,
                )  # fmt: skip
        bodies[kind] = actor_id
    bodies.update({kind: actor_id for kind, actor_id in given.items() if "/" in kind})
    places = tuple(
        (str(p).partition("/")[0], raw["cc"] + ("." + str(p).partition("/")[2] if "/" in str(p) else "")) for p in raw.get("places") or ()
    )
    return Country(
        raw["cc"], raw["en"], raw["adj_en"], tuple(raw.get("names") or ()), tuple(raw.get("capital") or ()),
        tuple(raw.get("adj") or ()), places, bodies,
    )  # fmt: skip


def _check(actors: dict[str, Actor], countries: dict[str, Country]) -> None:
    for a in actors.values():
        refs = [a.parent, a.coded_as, a.as_actor, a.as_claimant, *(p.actor for p in a.periods)]
        refs += [v for _, v in a.by_country] + [v for _, v in a.by_side]
        for ref in refs:
            if ref and ref not in actors:
                raise ResourceError(f"data/actors: {a.id!r} points to {ref!r}, which is no actor. Add it or correct the name.")
    for c in countries.values():
        for kind, ref in c.bodies.items():
            if ref not in actors:
                raise ResourceError(f"data/actors/countries.yml: {c.cc} {kind} is {ref!r}, which is no actor.")
