from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
import store_cases as case

from waqai.errors import StoreError, UsageError
from waqai.model import CountRange, EventType
from waqai.model.incidents import BoundedCount, Incident, TallyCheck
from waqai.store import Change, Decision, StaleLinks, Store, VersionConflict

Make = Callable[..., Any]


def incident(iid: str, claims: tuple[str, ...], dead: int = 2) -> Incident:
    c = case.claim()
    n = BoundedCount(dead, dead, dead, claims[:1], claims[:1], claims[:1])
    none = BoundedCount(None, None, None)
    return Incident(
        iid, claims, "conservative", "1", EventType.IED, c.date_start, c.date_end, c.place, None, c.target, n, none, none, (), (), 1,
        "unclaimed",
    )  # fmt: skip


def test_report_comes_back_as_it_was(store: Store, coded: Make) -> None:
    given = coded("r1", title="عنوان", outlet="الجزيرة السورية", url="https://example.org/1", published=date(2025, 3, 3))
    store.put_coded(given, store.start_run("1"))
    assert list(store.coded_reports()) == [given]
    assert store.report("r1") == given
    assert store.report("none") is None


def test_report_bytes_are_kept_when_they_are_not_the_text(store: Store) -> None:
    import hashlib

    raw = case.TEXT.encode("cp1256")
    r = replace(case.report("r1"), sha256=hashlib.sha256(raw).hexdigest())
    store.add_report(r, raw)
    with pytest.raises(StoreError, match="do not have the report's hash"):
        store.add_report(case.report("r2", case.OTHER), b"something else")
    assert store.verify().ok


def test_unchanged_report_is_not_coded_again(filled: Store, coded: Make) -> None:
    one = coded("r1")
    assert filled.has(one.report, "1")
    assert filled.has(one.report.sha256, "1")
    assert not filled.has(one.report, "2")
    before = filled.head()
    assert filled.put_coded(one, filled.start_run("1")) is False
    assert filled.head() == before


def test_new_method_supersedes_and_keeps_the_old_claims(filled: Store, coded: Make) -> None:
    one = coded("r1")
    better = replace(one, claims=(replace(one.claims[0], fatalities=CountRange(3, 3, 3)),))
    run = filled.start_run("2")
    assert filled.put_coded(better, run)
    now = filled.claim("c-r1")
    assert now is not None
    assert now.fatalities == CountRange(3, 3, 3)
    old, new = filled.history("c-r1")
    assert (old.value.fatalities, old.ended_by, old.ended_why) == (CountRange(2, 2, 2, "عنصران"), run, "coded again")
    assert old.ended_at is not None
    assert new.ended_at is None
    assert filled.counts()["claim"] == 2
    assert filled.verify().ok


def test_edited_report_becomes_a_version_and_its_claims_replace_the_old(filled: Store) -> None:
    text = case.TEXT.replace("عنصران", "ثلاثة عناصر")
    run = filled.start_run("1")
    filled.put_coded(case.coded("r1", text, (case.claim("c-edit", text),)), run)
    assert [v for v, *_ in filled.versions("r1")] == [1, 2]
    assert [c.id for r in filled.coded_reports(["r1"]) for c in r.claims] == ["c-edit"]
    assert filled.history("c-r1")[0].ended_why == "report edited"
    # The earlier text is known: seen again, it is neither coded nor made current.
    assert filled.has(case.report("r1"), "1")
    assert filled.verify().ok


def test_another_text_under_a_used_id_is_another_report(filled: Store) -> None:
    filled.put_coded(case.coded("r1", case.OTHER, (case.claim("c-x", case.OTHER),)), filled.start_run("1"))
    assert filled.counts()["report"] == 3
    assert {c.id for c in filled.claims()} == {"c-r1", "c-r2", "c-x"}


def test_near_duplicates_are_grouped_on_arrival(store: Store) -> None:
    run = store.start_run("1")
    long = case.TEXT + " " + case.OTHER
    for rid, text in (
        ("a", long),
        ("b", long + " تابعونا على قنواتنا"),
        ("c", case.OTHER[:60] + " نص آخر لا صلة له بما سبق من أخبار هذا اليوم"),
    ):
        store.put_coded(case.coded(rid, text, ()), run)
    assert store.duplicates() == {"b": "a"}


def test_claims_by_what_the_desk_filters_on(filled: Store) -> None:
    def ids(**f: Any) -> list[str]:
        return [c.id for c in filled.claims(**f)]

    assert ids() == ["c-r1", "c-r2"]
    assert ids(event_type="ied", admin1="Deir ez-Zor", date_from=date(2025, 3, 2), date_to=date(2025, 3, 2)) == ids()
    assert ids(date_from=date(2025, 3, 3)) == ids(date_to=date(2025, 3, 1)) == ids(event_type="raid") == []
    assert ids(near=(35.1, 40.4, 5.0)) == ids()
    assert ids(near=(35.1, 40.4, 4.0)) == []
    assert ids(report="r2", needs_review=False) == ["c-r2"]
    assert ids(limit=1, offset=1) == ["c-r2"]
    assert ids(search="دراجة") == ["c-r2"]
    assert filled.report_of("c-r2") == "r2"
    assert len(filled.issues("place-open")) == 2


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("الدورية", ["r1"]), ("دوريات", []), ("دوري*", ["r1"]), ("للبلدية", ["r2"]), ("والبلدية", ["r2"]), ("بلدي", []), ("بلد*", ["r2", "r1"]),
        ('"عبوة ناسفة"', ["r1"]), ('"ناسفة عبوة"', []), ('"بلدة الشحيل"', ["r1"]), ('"دورية الشرطة"', ["r1"]), ("«عبوة ناسفة»", ["r1"]),
        ("انفجرت", ["r2", "r1"]), ("انفجرت شحيل", ["r1"]), ("مدينه", ["r2"]), ("مصفاة", []), ('"مقر للبلد*"', ["r2"]),
    ],
)  # fmt: skip
def test_search_folds_and_strips_but_does_not_stem(filled: Store, query: str, found: list[str]) -> None:
    hits = filled.search(query)
    assert [h.report_id for h in hits] == found
    for h in hits:
        assert h.span is not None
        assert h.claims == (f"c-{h.report_id}",)


def test_search_needs_words(store: Store) -> None:
    with pytest.raises(UsageError, match="Nothing to search"):
        store.search(" … ")


def test_incidents_keep_their_rows_while_unchanged(filled: Store) -> None:
    run = filled.start_run("1")
    both = [incident("i1", ("c-r1",)), incident("i2", ("c-r2",))]
    check = TallyCheck("t1", (2, 2), ("i1", "i2"), 0, 0, (), 1.0)
    assert filled.put_incidents(both, [check], run) == 3
    head = filled.head()
    assert filled.put_incidents(both, [check], run) == 0
    assert filled.head() == head
    assert filled.incidents() == both
    assert filled.tallies() == [check]
    assert filled.claims(report="r1")[0].incident_id == "i1"
    assert filled.put_incidents([incident("i1", ("c-r1", "c-r2"), 4)], [check], run) == 3
    assert [v.ended_at is None for v in filled.history("i1")] == [False, True]
    assert {c.incident_id for c in filled.claims()} == {"i1"}
    assert filled.incidents(admin1="Deir ez-Zor", date_from=date(2025, 3, 1))[0].fatalities.best == 4
    assert filled.verify().ok


def test_links_computed_on_old_claims_are_refused(filled: Store, coded: Make) -> None:
    head = filled.head()
    filled.put_coded(coded("r3"), filled.start_run("1"))
    with pytest.raises(StaleLinks, match="Link again"):
        filled.put_incidents([], [], "run-1", head)


def test_decisions_are_appended_and_numbered(filled: Store) -> None:
    first = filled.decide(Decision("amend", "c-r1", who="ريم", why="three in the video", values={"event_type": "attack"}), 0)
    assert (first.version, first.when[:10]) == (1, "2025-03-03")
    with pytest.raises(VersionConflict, match="ريم decided 'amend'"):
        filled.decide(Decision("accept", "c-r1", who="علي"), 0)
    filled.decide(Decision("accept", "c-r1", who="علي"), 1)
    assert [d.action for d in filled.decisions("c-r1")] == ["amend", "accept"]
    assert filled.claim("c-r1").event_type is EventType.IED  # type: ignore[union-attr]
    assert filled.claims(reviewed=True)[0].event_type is EventType.ATTACK
    filled.decide(Decision("reject", "c-r2", who="علي"))
    assert [c.id for c in filled.claims(reviewed=True)] == ["c-r1"]
    assert [[c.id for c in r.claims] for r in filled.coded_reports(reviewed=True)] == [["c-r1"], []]


def test_decisions_survive_a_new_coding(filled: Store, coded: Make) -> None:
    filled.decide(Decision("amend", "c-r1", who="ريم", values={"event_type": "attack"}))
    filled.put_coded(coded("r1"), filled.start_run("2"))
    assert filled.claims(reviewed=True, report="r1")[0].event_type is EventType.ATTACK


@pytest.mark.parametrize(
    "bad", [Decision("vanish", "c", who="x"), Decision("accept", "c"), Decision("same", "c", who="x"), Decision("split", "i", who="x")]
)
def test_decisions_that_make_no_sense_are_refused(filled: Store, bad: Decision) -> None:
    with pytest.raises(UsageError):
        filled.decide(bad)


def test_release_and_retraction_are_states_of_the_incident(filled: Store) -> None:
    filled.put_incidents([incident("i1", ("c-r1",))], [], filled.start_run("1"))
    assert filled.incident("i1").state == "draft"  # type: ignore[union-attr]
    filled.decide(Decision("release", "i1", who="ريم"))
    assert filled.incidents()[0].state == "released"
    filled.decide(Decision("retract", "i1", who="ريم", why="wrong town"))
    assert filled.incident("i1").state == "retracted"  # type: ignore[union-attr]


def test_clock_set_back_does_not_reorder_the_log(filled: Store, coded: Make, clock: Any) -> None:
    clock.now = datetime(2020, 1, 1, tzinfo=UTC)
    filled.put_coded(coded("r3"), filled.start_run("1"))
    assert filled.verify().ok


def test_unknown_run_is_refused_and_nothing_is_kept(store: Store, coded: Make) -> None:
    with pytest.raises(StoreError, match="no such run"):
        store.put_coded(coded(), "run-9")
    assert store.counts()["report"] == 0


def test_changes_between_versions_are_told_claim_by_claim(filled: Store) -> None:
    text = case.TEXT.replace("عنصران", "ثلاثة عناصر")
    edited = (
        case.claim("c-edit", text, fatalities=CountRange(3, 3, 3, "ثلاثة عناصر")),
        case.claim("c-road", text, "أُغلق", event_type=EventType.PROTEST),
    )
    filled.put_coded(case.coded("r1", text, edited), filled.start_run("1"))
    ((why, changes),) = filled.changes("r1")
    assert why == "report edited"
    changed, new = changes
    assert (changed.before, changed.after, list(changed.fields)) == ("c-r1", "c-edit", ["fatalities"])
    assert [v["best"] for v in changed.fields["fatalities"]] == [2, 3]
    assert (new.before, new.after) == (None, "c-road")
    filled.put_coded(case.coded("r1", text, edited[:1]), filled.start_run("2"))
    assert filled.changes("r1")[1] == ("coded again", [Change("c-road", None, {})])
