"""Linking what is new gives what linking everything would: in any order, in any batches, with edits and judgements between."""

from __future__ import annotations

import random
import sys
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent.parent))
sys.path.insert(0, str(Path(__file__).parent.parent / "link"))

from benchmarks.synthetic_claims import reports as synthetic
from link_cases import corpus
from test_linker import claim, report

from waqai.link import link_claims
from waqai.model import ClaimKind, CodedReport, CountRange, EventType, Modality
from waqai.model.decisions import Decision
from waqai.relink import relink
from waqai.run import Session, link
from waqai.store import Store, open_store


def put(store: Store, coded: list[CodedReport], run: str) -> None:
    store.put_many([(c, None, None) for c in coded], run)


def assert_as_from_scratch(store: Store) -> None:
    whole = link(store)
    assert sorted(store.incidents(), key=lambda i: i.id) == sorted(whole.incidents, key=lambda i: i.id)
    assert store.tallies() == list(whole.tallies)


def totals(rng: random.Random, n: int) -> list[CodedReport]:
    """Weekly totals of somebody's deeds in a governorate, to stand beside synthetic events."""
    out = []
    for k in range(n):
        first = date(2015, 1, 1) + timedelta(rng.randrange(30))
        total = claim(
            f"t{k}", kind=ClaimKind.TALLY, modality=Modality.AGGREGATE, at=None, who=rng.choice(("ISIS", "SDF", None)), whom=None,
            date_start=first, date_end=first + timedelta(6), events=CountRange(3, 3, 3), dead=rng.choice((None, 5)),
        )  # fmt: skip
        out.append(report(f"total {k}", total, day=first + timedelta(8)))
    return out


def unknown_day(c: CodedReport) -> CodedReport:
    """A report without a date that tells no day."""
    told = tuple(replace(x, date_start=None, date_end=None) for x in c.claims)
    return replace(c, report=replace(c.report, published=None), claims=told)


def judged(rng: random.Random, store: Store) -> None:
    """Some reviewer's day."""
    claims = [c.id for c in store.claims()]
    incidents = store.incidents()
    for _ in range(3):
        a, b = rng.sample(claims, 2)
        action = rng.choice(("same", "different", "reject", "amend", "accept", "merge", "split"))
        if action == "amend":
            store.decide(Decision("amend", a, who="ريم", values={"date_start": "2015-01-09", "date_end": "2015-01-09"}))
        elif action in ("merge", "split") and len(incidents) > 1:
            x, y = rng.sample(incidents, 2)
            if action == "merge":
                store.decide(Decision("merge", x.id, y.id, who="ريم"))
            elif len(x.claims) > 1:
                store.decide(Decision("split", x.id, who="ريم", values={"claims": list(x.claims[1:])}))
        elif action in ("same", "different"):
            store.decide(Decision(action, a, b, who="ريم"))
        elif action in ("reject", "accept"):
            store.decide(Decision(action, a, who="ريم"))


@pytest.mark.parametrize("seed", range(2))
def test_batches_edits_and_judgements_link_as_from_scratch(where: str, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    parts = 0

    def counted(*args: Any) -> Any:
        nonlocal parts
        done = relink(*args)
        parts += done is not None
        return done

    monkeypatch.setattr("waqai.run.relink", counted)
    rng = random.Random(seed)
    coded = [unknown_day(c) if rng.random() < 0.15 else c for c in synthetic(170, seed=40 + seed)[0]] + totals(rng, 12)
    rng.shuffle(coded)
    with open_store(where) as store:
        session = Session(store, "1")
        put(store, coded[:90], session.run_id)
        session.link()
        n = 90
        while n < len(coded):
            step = rng.choice((1, 2, 7, 30))
            put(store, coded[n : n + step], session.run_id)
            n += step
            if rng.random() < 0.4:
                judged(rng, store)
            if rng.random() < 0.3:
                # A report is coded again by another method, and tells one thing less or more.
                old = rng.choice(coded[: min(n, len(coded))])
                again = replace(old, claims=() if rng.random() < 0.5 else (replace(old.claims[0], fatalities=CountRange(7, 7, 7)),))
                put(store, [again], store.start_run(f"m{n}"))
            session.link()
            assert_as_from_scratch(store)
        assert session.link() == 0
        assert store.verify().ok
    assert parts > 5


def test_shuffled_arrival_in_batches_gives_the_same_incidents(tmp_path: Path) -> None:
    coded = [replace(c, report=replace(c.report, title=c.report.id)) for c in corpus().coded]
    wanted = sorted(link_claims(coded).incidents, key=lambda i: i.id)
    for seed in range(3):
        rng = random.Random(seed)
        order = rng.sample(coded, len(coded))
        with open_store(tmp_path / f"{seed}.sqlite") as store:
            session = Session(store, "1")
            while order:
                size = rng.randrange(1, 20)
                put(store, order[:size], session.run_id)
                order = order[size:]
                session.link()
            assert sorted(store.incidents(), key=lambda i: i.id) == wanted
            assert store.tallies() == list(link_claims(coded).tallies)


def test_work_follows_what_is_new(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A report of one day looks at the days around it, however many reports the store holds."""
    coded = synthetic(3000, seed=3)[0]
    seen: list[int] = []

    def gathered(around: Any, rule: str) -> Any:
        done = relink(around, rule)
        seen.append(len(around._coded))
        return done

    with open_store(tmp_path / "s.sqlite") as store:
        session = Session(store, "1")
        put(store, coded[:-1], session.run_id)
        session.link()
        monkeypatch.setattr("waqai.run.relink", gathered)
        put(store, coded[-1:], session.run_id)
        assert session.link() > 0
        assert 0 < seen[0] < 0.4 * len(coded)
        assert_as_from_scratch(store)


def test_a_new_total_finds_old_incidents_and_a_withdrawn_one_leaves_them(where: str) -> None:
    day = date(2025, 4, 2)
    events = [
        report(f"r{n}", claim(f"c{n}", day=day + timedelta(n), event_type=EventType.ATTACK), day=day + timedelta(n + 1)) for n in range(80)
    ]
    total = claim(
        "t", kind=ClaimKind.TALLY, modality=Modality.AGGREGATE, at="SY09", whom=None, date_start=day, date_end=day + timedelta(3),
        events=CountRange(5, 5, 5),
    )  # fmt: skip
    with open_store(where) as store:
        session = Session(store, "1")
        put(store, events, session.run_id)
        session.link()
        put(store, [report("total", total, day=day + timedelta(9))], session.run_id)
        session.link()
        (check,) = store.tallies()
        assert (len(check.covered), check.missing) == (4, 1)
        assert sum(i.part_of == ("t",) for i in store.incidents()) == 4
        assert_as_from_scratch(store)
        store.decide(Decision("reject", "t", who="ريم"))
        session.link()
        assert store.tallies() == []
        assert not any(i.part_of for i in store.incidents())
        assert_as_from_scratch(store)
