"""The small functions, each on its own: dates, tolls, places, weights, trends, tallies."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from link_cases import place
from test_linker import claim, report

from waqai.errors import ResourceError, UsageError
from waqai.link import compare_periods, link_claims, trend_test, weights
from waqai.link import weights as table
from waqai.link.places import relate, spot_of
from waqai.link.score import toll_outcome
from waqai.link.table import FEATURES, NEVER, build
from waqai.model import ClaimKind, CountRange, EventType, GeoPrecision, Modality, PlaceLevel, TimeBasis


@pytest.mark.parametrize(
    ("a", "b", "outcome"),
    [
        ((4, 4), (4, 4), "equal_many"), ((2, 2), (2, 2), "equal"), ((0, 0), (0, 0), "equal_none"), ((3, None), (5, 5), "compatible"),
        ((3, None), (2, 2), "near"), ((2, 4), (4, 6), "compatible"), ((4, 4), (5, 5), "near"), ((2, 2), (6, 6), "differ"),
        ((2, 2), (30, 30), "far"), ((0, 0), (3, 3), "differ"), (None, (3, 3), "unstated"), ((20, 20), (24, 24), "near"),
    ],
)  # fmt: skip
def test_tolls_as_ranges(a: tuple[int, int | None] | None, b: tuple[int, int | None] | None, outcome: str) -> None:
    assert toll_outcome(a, b) == toll_outcome(b, a) == outcome


@pytest.mark.parametrize(
    ("a", "b", "outcome"),
    [
        ("C5202", "C5202", "same"),
        ("C5202", "C5119", "apart"),  # two towns, eight kilometres
        ("C4751", "IQG15Q02N02", "apart"),  # one name, two countries
        ("C1202", "SY0202", "near"),  # a town and the district named after it
        ("gn:90220", "IQG13Q02", "near"),
        ("C5202", "SY09", "inside_governorate"),
        ("C5202", "SY08", "apart"),
        ("C5202", "SY0903", "inside_area"),
        ("C5202", "SY0902", "apart"),
        ("wq:al-omar-oil-field", "SY09", "inside_governorate"),
        ("C2889", "wq:syrian-badia", "inside_governorate"),
        ("C5202", "country:SY", "unplaced"),
        ("C5202", "area:ريف دير الزور الشرقي:Deir ez-Zor:35.0:40.45:45", "inside_area"),
        ("C5086", "area:ريف دير الزور الشرقي:Deir ez-Zor:34.6:40.9:30", "apart"),
    ],
)
def test_places_and_their_relation(a: str, b: str, outcome: str) -> None:
    x, y = spot_of(place(a)), spot_of(place(b))
    assert relate(x, y) == relate(y, x) == outcome


def test_name_nobody_could_place_may_lie_at_the_town_it_names() -> None:
    town = place("gn:90220")
    site = replace(
        town, id=None, name_ar="ثكنة بداقوق", level=PlaceLevel.SITE, admin1=None, admin2=None, country=None, lat=None, lon=None,
        geo_precision=GeoPrecision.UNPLACED, needs_review=True,
    )  # fmt: skip
    assert relate(spot_of(town), spot_of(site)) == "near"
    assert relate(spot_of(place("C5202")), spot_of(site)) == "unresolved"


def test_table_has_every_feature_and_its_guards() -> None:
    w = weights()
    assert set(w.points) == set(FEATURES)
    assert w.points["date"]["apart"] == w.points["place"]["apart"] == w.points["report"]["apart"] == NEVER
    assert w.types["attack", "armed_clash"] == w.types["armed_clash", "attack"] == "family"
    assert ("arrest", "ied") not in w.types
    # Without a place, or without a day, the three pillars do not carry a pair, whatever words and figures say.
    date, at, kind = (w.points[f] for f in ("date", "place", "type"))
    assert date["same_day"] + at["unplaced"] + kind["same"] < w.support
    assert date["both_undated"] + at["inside_area"] + kind["same"] < w.support


def test_table_names_its_mistakes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import waqai.link.table as module

    text = (module.DATA / "link" / "weights.yml").read_text(encoding="utf-8")
    (tmp_path / "link").mkdir()
    monkeypatch.setattr(module, "DATA", tmp_path)
    for old, new, said in (("  weapon:", "  wepon:", "wepon"), ("[arrest, raid]", "[arrest, rade]", "rade")):
        (tmp_path / "link" / "weights.yml").write_text(text.replace(old, new), encoding="utf-8")
        with pytest.raises(ResourceError, match=said):
            build()


@pytest.mark.parametrize(
    ("a", "b", "outcome"),
    [
        ("SDF", "Asayish", "side"), ("SDF", "SNA", "different"), ("SDF", None, "unstated"), ("unknown gunmen", "ISIS", "unknown"),
        ("US forces", "US-led coalition", "side"), ("Syrian regime forces", "Syrian government forces", "different"), ("ISIS", "ISIS", "same"),
    ],
)  # fmt: skip
def test_actors_and_their_sides(a: str, b: str | None, outcome: str) -> None:
    from waqai.link.places import Places
    from waqai.link.score import Comparer

    c = Comparer(table(), Places())
    assert c.actor(a, b) == c.actor(b, a) == outcome


# Trends. 30 of 45 at even exposure is the binomial test with share 1/2.


def test_trend_against_the_exact_test() -> None:
    t = trend_test(15, 30, 30, 30)
    assert t.ratio == 2.0
    assert t.p == pytest.approx(0.03570, abs=2e-5)
    assert t.verdict == "increase"
    assert (t.low, t.high) == (pytest.approx(1.042, abs=2e-3), pytest.approx(3.996, abs=5e-3))
    assert t.method == "rate-ratio-exact/1"


def test_trend_without_a_clear_change() -> None:
    t = trend_test(5, 31, 12, 61)
    assert t.verdict == "no clear change"
    assert t.p is not None
    assert t.p > 0.5


def test_trend_refuses_thin_data() -> None:
    t = trend_test(1, 30, 3, 30)
    assert (t.verdict, t.p, t.low) == ("too thin", None, None)
    assert "too few" in t.why
    assert trend_test(0, 30, 12, 30).ratio is None
    assert trend_test(0, 30, 12, 30).verdict == "increase"
    with pytest.raises(UsageError):
        trend_test(-1, 30, 3, 30)


def test_trend_over_incidents_counts_days_and_area() -> None:
    coded = [report(f"r{n}", claim(f"c{n}", day=date(2025, 4 if n < 3 else 5, 1 + n), at="C5202" if n % 2 else "C5175")) for n in range(18)]
    incidents = link_claims(coded).incidents
    april, may = (date(2025, 4, 1), date(2025, 4, 30)), (date(2025, 5, 1), date(2025, 5, 31))
    t = compare_periods(incidents, april, may, admin1="Deir ez-Zor", perpetrator="ISIS")
    assert (t.before, t.after, t.days_before, t.days_after, t.verdict) == (3, 15, 30, 31, "increase")
    assert compare_periods(incidents, april, may, admin1="Hasakah").verdict == "too thin"
    with pytest.raises(UsageError, match="do not overlap"):
        compare_periods(incidents, april, april)


# Tallies.


def tally(n: int | None, **more: object) -> object:
    base: dict[str, object] = {
        "kind": ClaimKind.TALLY, "modality": Modality.AGGREGATE, "at": "SY09", "whom": None,
        "date_start": date(2025, 4, 1), "date_end": date(2025, 4, 7), "events": None if n is None else CountRange(n, n, n),
    }  # fmt: skip
    return claim("t", **(base | more))


def test_tally_is_a_checksum() -> None:
    told = [report(f"r{n}", claim(f"c{n}", day=date(2025, 4, 1 + n), dead=n)) for n in range(1, 4)]
    other = report("x", claim("x1", who="SDF", whom="ISIS"))
    late = report("y", claim("y1", day=date(2025, 4, 20)))
    for stated, missing, surplus, ratio in ((3, 0, 0, 1.0), (5, 2, 0, 0.6), (2, 0, 1, 1.5)):
        result = link_claims([*told, other, late, report("t", tally(stated))])  # type: ignore[arg-type]
        (check,) = result.tallies
        assert len(check.covered) == 3
        assert (check.missing, check.surplus, check.ratio, check.conflicting) == (missing, surplus, ratio, ())
        assert len(result.incidents) == 5


def test_tally_smaller_than_one_of_its_incidents_conflicts() -> None:
    told = report("r", claim("c1", dead=9))
    result = link_claims([told, report("t", tally(None, dead=4))])  # type: ignore[arg-type]
    assert result.tallies[0].conflicting == (result.incident_of["c1"],)


def test_lead_total_and_the_items_of_one_report() -> None:
    """Three operations announced in the lead, three told below: nothing missing, nothing added."""
    items = [claim(f"c{n}", at=at, time_basis=TimeBasis.STATED) for n, at in enumerate(("C5202", "C5119", "C5175"))]
    result = link_claims([report("r", tally(3), *items)])  # type: ignore[arg-type]
    (check,) = result.tallies
    assert (len(result.incidents), check.ratio, check.missing) == (3, 1.0, 0)
    assert all(i.part_of == ("t",) for i in result.incidents)


def test_tally_of_one_kind_counts_that_kind() -> None:
    told = [report("a", claim("a1", event_type=EventType.IED)), report("b", claim("b1", event_type=EventType.ARREST))]
    result = link_claims([*told, report("t", tally(1, event_type=EventType.IED))])  # type: ignore[arg-type]
    assert result.tallies[0].covered == (result.incident_of["a1"],)


# Trend statements.


def test_words_of_a_trend() -> None:
    import yaml

    from waqai.link import direction
    from waqai.resources.load import DATA

    said = yaml.safe_load((DATA / "link" / "trends.corpus.yml").read_text(encoding="utf-8"))
    for way in ("up", "down"):
        for words in said[way]:
            assert direction(words) == way, words
    for words in said["nothing"]:
        assert direction(words) is None, words


def test_trend_statement_is_tested_against_the_span_before() -> None:
    from waqai.link import statement_test

    coded = [report(f"r{n}", claim(f"c{n}", day=date(2025, 4 if n < 3 else 5, 1 + n))) for n in range(18)]
    incidents = link_claims(coded).incidents
    may = claim("s", kind=ClaimKind.STATEMENT, trigger="تزايد", at="SY09", date_start=date(2025, 5, 1), date_end=date(2025, 5, 31))
    found = statement_test(may, date(2025, 6, 1), incidents)
    assert found is not None
    assert (found[0], found[1].verdict, found[1].days_before, found[1].days_after) == ("up", "increase", 31, 31)
    assert statement_test(replace(may, trigger="قصف"), None, incidents) is None
    assert statement_test(replace(may, date_start=None, date_end=None), None, incidents) is None
    thin = statement_test(replace(may, place=place("SY08")), None, incidents)
    assert thin is not None
    assert thin[1].verdict == "too thin"
