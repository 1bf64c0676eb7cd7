"""The corpus: an invented month, 69 reports of 29 incidents, told as outlets tell things."""

from __future__ import annotations

import random
from collections import Counter

import pytest
from link_cases import b_cubed, corpus, end_to_end

from waqai.link import Linker, LinkResult, link_claims


@pytest.fixture(scope="module")
def linked() -> LinkResult:
    return link_claims(corpus().coded)


def test_corpus_is_what_it_says() -> None:
    c = corpus()
    tellings = Counter(c.truth.values())
    assert len(c.coded) >= 60
    assert len(tellings) >= 25
    assert min(tellings.values()) >= 2
    assert len({r.report.text for r in c.coded}) == len(c.coded)


def test_gold_claims_are_grouped_as_annotated(linked: LinkResult) -> None:
    p, r, f = b_cubed(linked.incident_of, corpus().truth)
    assert f >= 0.97, (p, r, f)


def test_coded_claims_are_grouped_end_to_end() -> None:
    data = corpus()
    coded, twin = end_to_end(data)
    result = link_claims(coded)
    found = {g: result.incident_of[c] for g, c in twin.items() if c in result.incident_of}
    _, _, f = b_cubed(found, data.truth)
    assert f >= 0.90, f


def test_order_of_arrival_changes_nothing(linked: LinkResult) -> None:
    rng = random.Random(4)
    for _ in range(5):
        order = list(corpus().coded)
        rng.shuffle(order)
        assert link_claims(order) == linked
        steps = Linker()
        for c in order:
            steps.add(c)
            if rng.random() < 0.3:
                steps.settle()
        assert steps.result() == linked


def test_reports_taken_out_leave_no_trace(linked: LinkResult) -> None:
    data = corpus().coded
    steps = Linker()
    for c in data:
        steps.add(c)
    steps.settle()
    for c in data[10:40]:
        steps.remove(c.report)
    steps.settle()
    assert steps.result() == link_claims(data[:10] + data[40:])
    for c in data[10:40]:
        steps.add(c)
    assert steps.result() == linked


def test_tallies_cover_what_is_annotated(linked: LinkResult) -> None:
    data = corpus()
    name = {linked.incident_of[c]: i for c, i in data.truth.items()}
    checks = {data.tallies[t.claim][0]: t for t in linked.tallies}
    for t in linked.tallies:
        assert sorted(name[i] for i in t.covered) == data.tallies[t.claim][1]
    assert (checks["T1"].stated, checks["T1"].missing, checks["T1"].surplus, checks["T1"].ratio) == ((3, 3), 0, 0, 1.0)
    assert (checks["T2"].stated, checks["T2"].missing, checks["T2"].ratio) == ((5, 5), 2, 0.6)
    assert checks["T3"].ratio is None
    for i in linked.incidents:
        assert set(i.part_of) == {t.claim for t in linked.tallies if i.id in t.covered}


def test_five_outlets_quoting_one_rescuer_are_one_origin(linked: LinkResult) -> None:
    by = {corpus().truth[c]: i for i in linked.incidents for c in i.claims}
    bab = by["I10"]
    assert [o.claimant for o in bab.origins] == ["شبكة ضفاف", "Civil Defence (White Helmets)"]
    assert bab.corroboration == 2
    assert (bab.fatalities.low, bab.fatalities.best, bab.fatalities.high) == (6, 6, 6)
    assert bab.fatalities.low_claims == ("a26-0",)
    assert by["I16"].corroboration == 1


@pytest.mark.parametrize(
    ("incident", "state"),
    [
        ("I01", "claimed_by_perpetrator"), ("I02", "unclaimed"), ("I06", "both"), ("I14", "attributed_by_others"), ("I17", "both"),
        ("I19", "denied"), ("I22", "both"), ("I16", "claimed_by_perpetrator"),
    ],
)  # fmt: skip
def test_attribution_state(linked: LinkResult, incident: str, state: str) -> None:
    by = {corpus().truth[c]: i for i in linked.incidents for c in i.claims}
    assert by[incident].attribution == state


def test_disagreement_is_listed_field_by_field(linked: LinkResult) -> None:
    by = {corpus().truth[c]: i for i in linked.incidents for c in i.claims}
    assert dict(by["I01"].disagreement) == {"fatalities": ("2", "3", "5")}
    assert dict(by["I14"].disagreement) == {"perpetrator": ("ISIS", "unknown gunmen"), "fatalities": ("7", "9", "6+")}
    assert by["I29"].place is not None
    assert by["I29"].place.name_ar == "الطيانة"


def test_every_member_but_the_first_has_a_link_with_reasons(linked: LinkResult) -> None:
    for i in linked.incidents:
        assert [x.claim for x in i.links] == list(i.claims[1:])
        for x in i.links:
            assert x.other in i.claims
            assert x.reasons
            assert abs(sum(r.value * r.weight for r in x.reasons) - x.score) < 1e-6
