"""Words around place names, from ``data/areas``: type words, sides, relations, names that only look like places.

Read by the recogniser (``annotate.place``) and by the resolver (``geocode``). All keys are folded.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from waqai.normalise import fold
from waqai.resources.load import DATA, compiled, read_tsv, read_yaml

ROOM = DATA / "areas"
_FILES = ("types.yml", "relations.yml", "names.yml", "negatives.yml", "risky.txt", "vocabulary.txt", "levels.tsv", "outlets.tsv")


@dataclass(frozen=True, slots=True)
class TypeWord:
    """A noun that announces a place.

    Attributes:
        kind: kind of place or area.
        level: level the word gives; ``gazetteer`` leaves it to the gazetteer.
        group: ``settlement``, ``admin``, ``site`` or ``area``.
        keep: the word is part of the name.
        unknown: ``open``, ``definite``, ``closed`` or ``none``: which names the gazetteer lacks are taken.
        number: ``one``, ``two`` or ``many``.
        back: with the article it may point back to an earlier place.
        adj: with the article and an adjective it is a name.
    """

    kind: str
    level: str
    group: str
    keep: bool
    unknown: str
    number: str
    back: bool
    adj: bool


@dataclass(frozen=True, slots=True)
class Level:
    """Level, precision and usual radius (km) of a kind."""

    level: str
    precision: str
    radius: float


@dataclass(frozen=True, slots=True)
class AreaWords:
    """Everything in ``data/areas``, folded."""

    types: dict[str, TypeWord]
    sides: dict[str, str]
    side_adjectives: dict[str, str]
    side_nouns: dict[str, str]
    bearings: dict[str, int | None]
    words: dict[str, frozenset[str]]
    nisba: dict[str, str]
    capitals: dict[str, str]
    side_countries: dict[str, str]
    country_words: dict[str, str]
    country_pairs: frozenset[str]  # the first words of those of two
    short: dict[str, str]
    arab: frozenset[str]
    one_land: frozenset[str]
    heads: dict[str, str]
    phrases: dict[str, tuple[tuple[str, ...], ...]]
    bodies: dict[str, tuple[tuple[str, ...], ...]]
    risky: frozenset[str]
    common: frozenset[str]
    levels: dict[str, Level]
    outlets: tuple[tuple[str, str, str], ...]


def _folded(words: Iterable[Any]) -> frozenset[str]:
    return frozenset(fold(str(w)) for w in words)


def _types() -> dict[str, TypeWord]:
    out: dict[str, TypeWord] = {}
    for group, entries in read_yaml(ROOM / "types.yml").items():
        for e in entries:
            for number in ("one", "two", "many"):
                for form in e[number]:
                    out.setdefault(
                        fold(form),
                        TypeWord(
                            e["kind"],
                            e["level"],
                            group,
                            e["keep"],
                            e["unknown"],
                            number,
                            e.get("back", True) and number == "one",
                            e.get("adj", False),
                        ),
                    )
    return out


def _phrases(raw: dict[str, list[str]]) -> dict[str, tuple[tuple[str, ...], ...]]:
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for group in raw.values():
        for phrase in group:
            words = tuple(fold(phrase).split())
            by_first.setdefault(words[0], []).append(words[1:])
    return {first: tuple(sorted(set(rests), key=lambda r: (-len(r), r))) for first, rests in by_first.items()}


def _lines(name: str) -> frozenset[str]:
    text = (ROOM / name).read_text(encoding="utf-8")
    return frozenset(fold(line.strip()) for line in text.splitlines() if line.strip() and not line.startswith("#"))


def _build() -> AreaWords:
    relations = read_yaml(ROOM / "relations.yml")
    names = read_yaml(ROOM / "names.yml")
    negatives = read_yaml(ROOM / "negatives.yml")
    lists: tuple[str, ...] = (
        "near",
        "inside",
        "prep",
        "parts",
        "part_adjectives",
        "origin",
        "goal",
        "home",
        "links",
        "holding",
        "units",
        "distance",
        "spanning",
    )
    lists += (
        "each",
        "same",
        "collective",
        "capital",
        "land",
        "holders",
        "partitive",
        "partitive_adjectives",
        "joins",
        "from_to",
        "between",
        "side_links",
    )
    lists += (
        "approx",
        "belongs",
        "held",
        "within",
        "against",
        "controlled_tail",
        "gap",
        "bare_first",
        "borders",
        "border_links",
        "border_guards",
        "border_adjectives",
        "side_in",
        "of_it",
        "coast",
        "leading",
        "linking",
        "gates",
        "by_way",
        "said_locally",
        "called",
        "back_bases",
        "living_away",
        "seats",
        "municipal",
        "councils",
        "seen_as",
        "posts",
        "post_before",
        "post_attack",
        "war_sites",
        "site_said",
        "site_attack",
    )
    words = {k: _folded(relations[k]) for k in lists}
    words |= {
        f"name_{k}": _folded(names[k])
        for k in (
            "heads",
            "months",
            "feminine",
            "landmarks",
            "market_days",
            "numerals",
            "units",
            "to_or_governor",
            "ordinals",
            "sectors",
            "townships",
            "tails",
            "site_tails",
            "site_adjectives",
            "stops",
            "generic",
            "mid",
            "size",
            "numbered",
            "controlled",
            "control_links",
            "zones",
            "region_adjectives",
            "special_areas",
            "quarter_adjectives",
            "land_adjectives",
            "desert_heads",
            "foreign_heads",
            "place_heads",
            "land_heads",
            "odd_heads",
            "counted",
            "resistance",
            "axis_units",
            "honours",
            "virtues",
        )
    }
    particles = words["name_stops"] | frozenset("و" + w for w in words["name_stops"])
    words |= {k: _folded(negatives[k]) for k in ("suffix", "given", "kunya", "titles", "never", "bridge", "patronym")}
    # A bare type word is no name, though some hamlet is called just that (معسكر).
    types = _types()
    words["never"] |= particles | types.keys() | {"ال" + w for w in types}
    return AreaWords(
        types=types,
        sides={fold(w): s["id"] for s in relations["sides"] for w in s["words"]},
        side_adjectives={fold(w): s["id"] for s in relations["adjectives"] for w in s["words"]},
        side_nouns={fold(w): s for w, s in relations["side_nouns"].items()},
        bearings={s["id"]: s["bearing"] for s in relations["sides"]},
        words=words,
        nisba={fold(w): country for country, ws in relations["nisba"].items() for w in ws},
        arab=frozenset(relations["arab"]),
        one_land=frozenset(relations["one_land"]),
        side_countries=relations["side_countries"],
        country_words={fold(w): c for c, words in relations["country_words"].items() for w in words},
        country_pairs=frozenset(fold(w).split()[0] for words in relations["country_words"].values() for w in words if " " in w),
        capitals={country: fold(name) for country, name in relations["capitals"].items()},
        short={fold(w): fold(name) for w, name in relations["short"].items()},
        heads={fold(w): group for group, ws in negatives["heads"].items() for w in ws},
        phrases=_phrases(negatives["phrases"]),
        bodies=_phrases({"": names["bodies"]}),
        risky=_lines("risky.txt"),
        common=_lines("vocabulary.txt"),
        levels={r["kind"]: Level(r["level"], r["precision"], float(r["radius"])) for r in read_tsv(ROOM / "levels.tsv")},
        outlets=tuple((fold(r["key"]), r["country"], r["admin1"]) for r in read_tsv(ROOM / "outlets.tsv")),
    )


@lru_cache(maxsize=1)
def area_words() -> AreaWords:
    """The words of ``data/areas``, compiled once."""
    return compiled("areas", _build, [ROOM / f for f in _FILES], code=__file__)
