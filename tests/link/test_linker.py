"""Guards, reviewers and rules, each with two or three claims made by hand."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from link_cases import count, place

from waqai.link import Linker, incident_id, link_claims
from waqai.model import (
    ActorRef,
    Claim,
    Claimant,
    ClaimKind,
    CodedReport,
    EventType,
    Modality,
    PlaceRef,
    Report,
    Span,
    TimeBasis,
    TimePrecision,
)
from waqai.model.decisions import Decision

DAY = date(2025, 4, 2)
DHIBAN, SHUHAYL, HAJIN = "C5202", "C5119", "C5175"


def claim(cid: str, **more: Any) -> Claim:
    at = more.pop("at", DHIBAN)
    who, whom, by = more.pop("who", "ISIS"), more.pop("whom", "SDF"), more.pop("by", "outlet/correspondent")
    day = more.pop("day", DAY)
    base: dict[str, Any] = {
        "id": cid, "kind": ClaimKind.EVENT, "event_type": EventType.ATTACK, "modality": Modality.REPORTED,
        "perpetrator": ActorRef(None, who, None, None) if who else None, "target": ActorRef(None, whom, None, None) if whom else None,
        "claimant": Claimant(None, by, None, None), "date_start": day, "date_end": day,
        "time_precision": TimePrecision.DAY, "time_basis": TimeBasis.STATED, "candidate_years": None,
        "place": place(at) if isinstance(at, str) else at, "fatalities": count(more.pop("dead", None)),
        "injuries": count(more.pop("hurt", None)), "captured": None, "killed_or_injured": count(more.pop("both", None)), "weapons": (),
        "trigger": "", "evidence": {}, "rule": "t",
    }  # fmt: skip
    return Claim(**(base | more))


def report(rid: str, *claims: Claim, text: str = "", day: date | None = date(2025, 4, 3), outlet: str | None = None) -> CodedReport:
    r = Report(rid, text, hashlib.sha256(rid.encode()).hexdigest(), outlet=outlet or f"outlet {rid}", published=day)
    return CodedReport(r, claims)


def groups(*coded: CodedReport, decisions: tuple[Decision, ...] = ()) -> list[list[str]]:
    return sorted(sorted(i.claims) for i in link_claims(coded, decisions).incidents)


def test_one_event_told_twice_is_one_incident() -> None:
    assert groups(report("a", claim("a1", dead=4)), report("b", claim("b1", who=None, dead=6))) == [["a1", "b1"]]


@pytest.mark.parametrize(
    "other",
    [
        {"at": SHUHAYL},  # another town, eight kilometres off
        {"day": date(2025, 4, 3)},  # two stated days
        {"modality": Modality.PLANNED},
        {"event_type": EventType.ARREST, "who": "SDF", "whom": "ISIS"},
        {"event_type": EventType.IED, "weapons": ("ied",), "who": None, "dead": 30, "whom": "civilians"},
    ],
)
def test_guards_keep_look_alikes_apart(other: dict[str, Any]) -> None:
    found = groups(report("a", claim("a1", dead=4)), report("b", claim("b1", **({"dead": 4} | other))))
    assert ["a1"] in found
    assert ["a1", "b1"] not in found


def test_same_words_about_another_town_do_not_merge() -> None:
    words = "هاجم مسلحون دورية كانت تسير على الطريق العام مساء أمس وقتلوا عنصرين وأصابوا ثلاثة ثم انسحبوا"
    span = {"trigger": (Span(0, 4),)}
    a = report("a", claim("a1", dead=2, evidence=span), text=words)
    assert groups(a, report("b", claim("b1", dead=2, at=HAJIN, evidence=span), text=words)) == [["a1"], ["b1"]]
    # Neither words nor numbers carry a pair that has no place and no day in common.
    lost = claim("b1", dead=2, at=None, day=None, evidence=span, time_basis=TimeBasis.NONE, time_precision=TimePrecision.NONE)
    assert groups(a, report("b", lost, text=words)) == [["a1"], ["b1"]]


def test_text_posted_again_without_a_place_is_the_same_event() -> None:
    words = "هاجم مسلحون دورية كانت تسير على الطريق العام مساء أمس وقتلوا عنصرين وأصابوا ثلاثة ثم انسحبوا"
    span = {"trigger": (Span(0, 4),)}
    a, b = (report(r, claim(f"{r}1", dead=2, at=None, evidence=span), text=words) for r in "ab")
    assert groups(a, b) == [["a1", "b1"]]
    other = report("b", claim("b1", dead=2, at=None, evidence={"trigger": (Span(0, 3),)}), text="قتل عنصران في هجوم آخر بعيد لم يذكر مكانه")
    assert groups(a, other) == [["a1"], ["b1"]]


def test_reckoned_days_may_differ_by_one() -> None:
    b = claim("b1", day=date(2025, 4, 3), time_basis=TimeBasis.RELATIVE, dead=4)
    assert groups(report("a", claim("a1", dead=4)), report("b", b)) == [["a1", "b1"]]


def test_undated_claim_joins_what_lies_just_before_its_report() -> None:
    b = claim("b1", day=None, time_basis=TimeBasis.NONE, time_precision=TimePrecision.NONE, dead=4)
    assert groups(report("a", claim("a1", dead=4)), report("b", b, day=date(2025, 4, 5))) == [["a1", "b1"]]
    assert groups(report("a", claim("a1", dead=4)), report("b", b, day=date(2025, 5, 5))) == [["a1"], ["b1"]]
    assert groups(report("a", claim("a1", dead=4)), report("b", b, day=None)) == [["a1"], ["b1"]]


def test_events_one_report_tells_apart_stay_apart() -> None:
    assert groups(report("a", claim("a1", dead=2), claim("a2", dead=2))) == [["a1"], ["a2"]]
    # … also when a third report could be either.
    found = groups(report("a", claim("a1", dead=2), claim("a2", dead=3)), report("b", claim("b1", dead=3)))
    assert found == [["a1"], ["a2", "b1"]]


def test_versions_and_denials_in_one_report_join() -> None:
    rivals = report("a", claim("a1", by="SOHR", dead=2), claim("a2", by="ISIS", dead=6))
    assert groups(rivals) == [["a1", "a2"]]
    denial = report("a", claim("a1", who="SDF", by="activists"), claim("a2", who="SDF", by="SDF", modality=Modality.DENIED))
    (incident,) = link_claims([denial]).incidents
    assert (incident.attribution, incident.corroboration, len(incident.origins)) == ("denied", 1, 2)


def test_versions_in_one_report_may_differ_in_who_and_how_many() -> None:
    a = claim("a1", by="Syrian MoD", who="unknown gunmen", dead=1, hurt=3)
    b = claim("a2", by="SOHR", who="ISIS", dead=18, hurt=30)
    (incident,) = link_claims([report("a", a, b)]).incidents
    assert (incident.fatalities.low, incident.fatalities.high, incident.corroboration) == (1, 18, 2)
    assert {r.detail for link in incident.links for r in link.reasons if r.feature == "report"} == {"rival"}
    # One source that tells two deeds with figures of their own tells two deeds; told in two reports such figures are far apart.
    assert groups(report("a", a, replace(b, claimant=a.claimant))) == [["a1"], ["a2"]]
    assert groups(report("a", a), report("b", replace(b, id="b1"))) == [["a1"], ["b1"]]


def test_a_sentence_without_figures_tells_it_again() -> None:
    full, again = claim("a1", dead=2, hurt=3), claim("a2", whom=None)
    assert groups(report("a", full, again)) == [["a1", "a2"]]
    assert groups(report("a", full, replace(again, perpetrator=ActorRef(None, "SNA", None, None)))) == [["a1"], ["a2"]]
    assert groups(report("a", full, claim("a2", event_type=EventType.SHELLING))) == [["a1"], ["a2"]]
    wide = {"at": "SY09"}
    assert groups(report("a", claim("a1", dead=2, **wide), claim("a2", **wide))) == [["a1"], ["a2"]]


def test_reports_without_any_date_meet_at_the_very_same_place() -> None:
    lost: dict[str, Any] = {"day": None, "time_basis": TimeBasis.NONE, "time_precision": TimePrecision.NONE}
    a, b = (report(r, claim(f"{r}1", dead=4, **lost), day=None) for r in "ab")
    assert groups(a, b) == [["a1", "b1"]]
    assert groups(a, report("b", claim("b1", dead=9, **lost), day=None)) == [["a1"], ["b1"]]
    assert groups(a, report("b", claim("b1", dead=4, at=SHUHAYL, **lost), day=None)) == [["a1"], ["b1"]]
    # With a dated report more must agree than place, kind, sides and one figure.
    dated = report("c", claim("c1", dead=4, hurt=7), day=date(2025, 4, 3))
    assert groups(a, dated) == [["a1"], ["c1"]]
    assert groups(report("a", claim("a1", dead=4, hurt=7, **lost), day=None), dated) == [["a1", "c1"]]


def test_clash_told_from_either_side_is_one() -> None:
    a = claim("a1", event_type=EventType.ARMED_CLASH, who="ISIS", whom="SDF")
    b = claim("b1", event_type=EventType.ARMED_CLASH, who="SDF", whom="ISIS")
    assert groups(report("a", a), report("b", b)) == [["a1", "b1"]]


def test_mere_plans_are_no_incident() -> None:
    result = link_claims([report("a", claim("a1", modality=Modality.PLANNED))])
    assert (result.incidents, result.incident_of) == ((), {})


def test_same_bytes_under_two_ids_are_one_telling() -> None:
    a = report("a", claim("a1"))
    b = replace(a, report=replace(a.report, id="b"))
    linker = Linker()
    linker.add(a)
    linker.add(b)
    assert [i.claims for i in linker.result().incidents] == [("a1",)]
    linker.remove(a.report)
    assert [i.claims for i in linker.result().incidents] == [("a1",)]


def test_reviewers_bind_and_survive_a_new_run() -> None:
    a, b, c = report("a", claim("a1")), report("b", claim("b1", at=HAJIN)), report("c", claim("c1"))
    same = Decision("same", "a1", "b1", who="ريم")
    differ = Decision("different", "c1", "a1", who="ريم")
    assert groups(a, b, c) == [["a1", "c1"], ["b1"]]
    assert groups(a, b, c, decisions=(same,)) == [["a1", "b1"], ["c1"]] or ["a1", "b1", "c1"] in groups(a, b, c, decisions=(same,))
    assert groups(a, b, c, decisions=(same, differ)) == [["a1", "b1"], ["c1"]]
    assert groups(a, c, decisions=(differ,)) == [["a1"], ["c1"]]
    # The later judgement holds.
    assert groups(a, c, decisions=(differ, Decision("same", "a1", "c1", who="علي"))) == [["a1", "c1"]]
    incidents = link_claims([a, b], [same]).incidents
    assert incidents[0].links[0].by == "ريم"


def test_incidents_are_merged_and_split_by_their_ids() -> None:
    a, b = report("a", claim("a1")), report("b", claim("b1", at=HAJIN))
    merge = Decision("merge", incident_id("a1"), incident_id("b1"), who="ريم")
    assert groups(a, b, decisions=(merge,)) == [["a1", "b1"]]
    c = report("c", claim("c1"))
    split = Decision("split", incident_id("a1"), who="ريم", values={"claims": ["c1"]})
    assert groups(a, c, decisions=(split,)) == [["a1"], ["c1"]]


def test_decisions_may_come_and_go_between_settlings() -> None:
    linker = Linker()
    for r in (report("a", claim("a1")), report("c", claim("c1"))):
        linker.add(r)
    together = linker.result()
    linker.decide([Decision("different", "a1", "c1", who="ريم")])
    assert len(linker.result().incidents) == 2
    linker.decide([])
    assert linker.result() == together


def test_incident_id_is_that_of_the_earliest_claim() -> None:
    first, later = report("z", claim("z1"), day=date(2025, 4, 2)), report("a", claim("a1"), day=date(2025, 4, 9))
    (one,) = link_claims([later, first]).incidents
    assert one.id == incident_id("z1")
    assert one.claims == ("z1", "a1")


@pytest.mark.parametrize(("rule", "best"), [("conservative", 2), ("informative", 5), ("modal", 4)])
def test_rules_choose_the_best_figure(rule: str, best: int) -> None:
    told = [("a", 2, 3), ("b", 4, 4), ("c", 4, 5), ("d", 5, 6)]
    coded = [report(r, claim(f"{r}1", dead=n), day=date(2025, 4, d)) for r, n, d in told]
    (i,) = link_claims(coded, rule=rule).incidents
    assert (i.rule, i.rule_version) == (rule, "1")
    assert (i.fatalities.low, i.fatalities.best, i.fatalities.high) == (2, best, 5)
    assert i.fatalities.low_claims == ("a1",)
    assert i.fatalities.high_claims == ("d1",)


def test_later_word_of_one_origin_replaces_the_earlier() -> None:
    coded = [report(r, claim(f"{r}1", by="SOHR", dead=n), day=date(2025, 4, d)) for r, n, d in (("a", 2, 3), ("b", 5, 4))]
    (i,) = link_claims(coded).incidents
    assert (i.fatalities.low, i.fatalities.high, i.corroboration) == (5, 5, 1)


def test_none_is_not_zero_and_combined_stays_combined() -> None:
    (i,) = link_claims([report("a", claim("a1", both=12))]).incidents
    assert (i.fatalities.best, i.killed_or_injured.best) == (None, 12)
    (j,) = link_claims([report("a", claim("a1", dead="3+"))]).incidents
    assert (j.fatalities.low, j.fatalities.high) == (3, None)


def test_outlets_copying_one_wording_are_one_origin() -> None:
    words = "قتل عنصران من الدورية وأصيب ثالث بجروح خطيرة بعد هجوم مباغت نفذه مسلحون كانوا يستقلون دراجات نارية ثم فروا"
    span = {"trigger": (Span(0, 3),)}
    coded = [report(r, claim(f"{r}1", dead=2, evidence=span), text=words, outlet=r) for r in ("x", "y")]
    (i,) = link_claims(coded).incidents
    assert (i.corroboration, len(i.origins), len(i.origins[0].reports)) == (1, 1, 2)


def test_place_of_an_area_and_a_village_in_it() -> None:
    area = place("area:ريف دير الزور الشرقي:Deir ez-Zor:35.0:40.45:45")
    (i,) = link_claims([report("a", claim("a1", at=area, dead=4)), report("b", claim("b1", dead=4))]).incidents
    assert isinstance(i.place, PlaceRef)
    assert i.place.id == DHIBAN
