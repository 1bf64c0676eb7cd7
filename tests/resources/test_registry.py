"""The actor registry: its size, its references, days, roles, sides, and that its aliases do not contradict each other."""

from __future__ import annotations

from datetime import date

import pytest

from waqai.errors import ResourceError
from waqai.normalise import fold
from waqai.resources import DATA, read_yaml
from waqai.resources.registry import registry
from waqai.resources.registry.load import build

REG = registry()
BEFORE, FALL, AFTER = date(2024, 12, 7), date(2024, 12, 8), date(2024, 12, 9)


def test_size() -> None:
    named = [a for a in REG.actors.values() if a.aliases]
    fighting = [a for a in named if a.category in {"state_force", "armed_group", "militia", "tribe", "international"}]
    assert len(fighting) >= 250
    assert len([a for a in named if a.category in {"monitor", "media", "ministry", "source"}]) >= 150


def test_build_equals_compiled() -> None:
    assert build() == REG


def test_every_reference_resolves_to_a_named_actor() -> None:
    for a in REG.actors.values():
        for role in ("perpetrator", "target", "claimant"):
            for day in (None, BEFORE, AFTER):
                got = REG.in_role(a.id, role, day)
                assert got.name_en or a.by_country or a.by_side or a.name_en is None
                assert not got.periods


@pytest.mark.parametrize(
    ("day", "name"),
    [(BEFORE, "Syrian regime forces"), (FALL, "Syrian regime forces"), (AFTER, "Syrian government forces")],
)
def test_syrian_state_changes_on_the_day(day: date, name: str) -> None:
    assert REG.at("syr-state", day).name_en == name
    assert REG.at("syr-regime", day).name_en == name
    assert REG.in_role("syr-mod", "perpetrator", day).name_en == name


def test_no_day() -> None:
    assert REG.at("syr-state", None).name_en == "Syrian regime forces"
    assert REG.at("syr-state", None, AFTER).name_en == "Syrian government forces"
    assert REG.at("syr-regime", None, AFTER).name_en == "Syrian regime forces"
    assert REG.at("syr-state", BEFORE, AFTER).name_en == "Syrian regime forces"


def test_factions_are_coded_as_their_umbrella() -> None:
    assert REG.at("sna-hamza", None).name_en == "SNA"
    assert REG.actor("sna-hamza").name_en == "Hamza Division"
    assert REG.at("isis-media", None).name_en == "ISIS"


def test_roles() -> None:
    assert REG.in_role("tur-mod", "perpetrator").name_en == "Turkish armed forces"
    assert REG.in_role("tur-mod", "claimant").name_en == "Turkish MoD"
    assert REG.in_role("centcom", "perpetrator").name_en == "US forces"
    assert REG.in_role("moa", "perpetrator", date(2024, 12, 1)).name_en == "Syrian opposition factions"
    assert REG.in_role("moa", "claimant", date(2024, 12, 1)).name_en == "Military Operations Administration"
    assert REG.in_role("hts-general-security", "claimant", date(2025, 3, 1)).name_en == "Syrian MoI"
    assert REG.in_role("civilians", "claimant").name_en == "local sources"


def test_sides() -> None:
    assert REG.resolve("pkk", "isis", None).name_en == "SDF"
    assert REG.resolve("pkk", "tur", None).name_en == "PKK"
    assert REG.in_country("isis", "EG.sinai") == "isis-sinai"
    assert REG.in_country("isis", "SY.ne") == "isis"


def test_bodies_of_countries() -> None:
    assert REG.body("EG", "army") == "egy-army"
    assert REG.actor(REG.body("KE", "police") or "").name_en == "Kenyan police"
    assert REG.body("XX", "army") is None
    assert REG.body(None, "army") is None


def test_unknown_id_says_what_to_do() -> None:
    with pytest.raises(ResourceError, match="data/actors"):
        REG.actor("nobody")


def test_codes() -> None:
    for a in REG.actors.values():
        assert a.acled is None or 1 <= a.acled <= 8
        assert a.plover in {"COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK", "CRM", "CVL", "JRN", "MED", "SOC"}
        assert a.since is None or a.until is None or a.since <= a.until


def test_no_alias_means_two_actors() -> None:
    """One wording, one actor: contradictions belong in ``context.yml``."""
    owner: dict[str, str] = {}
    clashes = []
    for a in REG.actors.values():
        for alias in a.aliases:
            key = fold(alias.text)
            if owner.setdefault(key, a.id) != a.id:
                clashes.append((alias.text, owner[key], a.id))
    assert clashes == []


def test_context_names_are_no_aliases() -> None:
    """A name that depends on its context may not also be an actor's alias: the alias would win."""
    owned = {fold(alias.text): a.id for a in REG.actors.values() for alias in a.aliases}
    clashes = [(n, owned[fold(n)]) for row in read_yaml(DATA / "actors" / "context.yml") for n in row["names"] if fold(n) in owned]
    assert clashes == []


def test_context_points_to_actors() -> None:
    for row in read_yaml(DATA / "actors" / "context.yml"):
        for ref in (*row.get("by_country", {}).values(), *row.get("by_side", {}).values(), *row.get("prefer", ()), row.get("default")):
            assert ref is None or ref in REG.actors, row
