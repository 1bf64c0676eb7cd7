"""From frames to claims: actors by date, modality, evidence, identity."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date

from waqai.frame.frames import Frame, Toll
from waqai.frame.governorates import of_a_total
from waqai.frame.listening import VoicesLike
from waqai.frame.modality import modality
from waqai.frame.report_of import of_the_report
from waqai.frame.saying import OUTLET, Said, goes_on_counting, who_says
from waqai.frame.series import announced_series, of_the_series
from waqai.frame.story import Story
from waqai.frame.tally import events_span
from waqai.frame.town_sides import beside_a_city
from waqai.model import (
    ActorMention,
    ActorRef,
    Claim,
    Claimant,
    ClaimKind,
    CountRange,
    EventType,
    Modality,
    PlaceMention,
    PlaceRef,
    Report,
    Span,
    Stance,
    TimeBasis,
    TimePrecision,
)
from waqai.resources.registry import outlet_side, registry

_NEVER = frozenset(("source", "media", "monitor"))


ACLED_SUB = {
    EventType.ARMED_CLASH: "Armed clash", EventType.ATTACK: "Attack", EventType.ASSASSINATION: "Attack",
    EventType.EXECUTION: "Attack", EventType.IED: "Remote explosive/landmine/IED", EventType.VEHICLE_BOMB: "Remote explosive/landmine/IED",
    EventType.SUICIDE_BOMBING: "Suicide bomb", EventType.SHELLING: "Shelling/artillery/missile attack",
    EventType.AIRSTRIKE: "Air/drone strike", EventType.ABDUCTION: "Abduction/forced disappearance", EventType.ARREST: "Arrests",
    EventType.RAID: "Other", EventType.PRISON_BREAK: "Other", EventType.SEIZURE_OF_TERRITORY: "Non-state actor overtakes territory",
    EventType.LOOTING: "Looting/property destruction", EventType.PROTEST: "Peaceful protest",
    EventType.FOILED_PLOT: "Disrupted weapons use",
    EventType.STRATEGIC_DEVELOPMENT: "Other", EventType.OTHER: "Other",
}  # fmt: skip
_CLASHING = frozenset(("armed_group", "state_force", "militia", "tribe"))


def _sub_event(f: Frame) -> str:
    """ACLED sub-event: an attack between two armed sides is an armed clash there."""
    if f.event_type == EventType.ATTACK and f.target is not None and f.target.category in _CLASHING:
        return "Armed clash"
    if f.event_type == EventType.SEIZURE_OF_TERRITORY and f.perpetrator is not None and f.perpetrator.category == "state_force":
        return "Government regains territory"
    return ACLED_SUB[f.event_type]


def _actor(m: ActorMention | None, role: str, day: date | None, published: date | None, obj: str | None = None) -> ActorRef | None:
    if m is None or m.name_en is None or m.category in _NEVER:
        return None
    name_en: str | None = m.name_en
    name_ar, kind, aid = m.name_ar, m.category, m.actor_id
    if aid is not None:
        a = registry().in_role(aid, role, day, published)
        aid, name_en, name_ar, kind = a.id, a.name_en, a.name_ar, a.category
    if name_en is None:
        return None
    return ActorRef(aid, name_en, name_ar, m.text, m.stance, kind, obj)


_NAMELESS = {EventType.PROTEST: "residents", EventType.PRISON_BREAK: "prisoners"}


# Those who are broken out may be freed by their own party; a force that disperses a protest does not protest.
_NO_PROTESTERS = {
    EventType.PROTEST: frozenset(
        ("civilians", "unspecified", "state_force", "armed_group", "militia", "ministry", "international", "unknown", "officials")
    ),
    EventType.PRISON_BREAK: frozenset(("civilians", "unspecified")),
}


def _group(f: Frame, actor_id: str) -> ActorRef:
    """Who protests without a name are residents, who breaks out of a prison are its prisoners (codebook 5.4, 10)."""
    a = registry().actor(actor_id)
    return ActorRef(
        a.id, a.name_en or "", a.name_ar, f.perpetrator.text if f.perpetrator is not None else f.main.text, Stance.NEUTRAL, a.category
    )


def _count(t: Toll | None) -> CountRange | None:
    return t.count if t is not None else None


def _place(p: PlaceMention | None) -> PlaceRef | None:
    return p.ref if p is not None else None


def compose(story: Story, report: Report, voices: VoicesLike, outlet_name: str | None) -> tuple[Claim, ...]:
    """Claims of a story in text order.

    Args:
        story: frames with their scene.
        report: the report; its hash enters every claim id.
        voices: who says what.
        outlet_name: canonical name when the outlet itself is a monitor or party (``SOHR``); else ``None``.
    """
    out: list[Claim] = []
    seen: set[str] = set()
    counted: list[tuple[Frame, Said]] = []
    series = announced_series(story.scene, voices)
    for f in story.frames:
        said = goes_on_counting(story.scene, f, who_says(story.scene, f, voices), counted, voices)
        said = of_the_report(story.scene, f, said, voices)
        said = of_the_series(story.scene, f, said, series, voices)
        if f.aggregate:
            counted.append((f, said))
        for claim in _claims_of(story, f, report, said, outlet_name):
            if claim.id not in seen:
                seen.add(claim.id)
                out.append(claim)
    return tuple(sorted(out, key=lambda c: (c.evidence["trigger"][0], c.id)))


def _day(report: Report) -> date | None:
    p = report.published
    return None if p is None else date(p.year, p.month, p.day)


def _claims_of(story: Story, f: Frame, report: Report, said: Said, outlet_name: str | None) -> list[Claim]:
    put = modality(f, said, _day(report), outlet_side(report.outlet))
    if f.by_place:  # "اثنان منهم في الطارمية وواحد في اليوسفية"
        at = [replace(f, place=i, place_rule="place:list", tolls={t.role: t}) for i, t in f.by_place]
        return [_claim(story, x, report, said, x.place, outlet_name, put) for x in at]
    places: list[int | None] = [f.place]
    places += f.more_places
    if f.more_places and not f.aggregate:
        f = replace(f, tolls=_shared(f.tolls))
    return [_claim(story, f, report, said, p, outlet_name, put) for p in places]


def _shared(tolls: dict[str, Toll]) -> dict[str, Toll]:
    """``انفجاران في كل من X وY أوقعا خمسة قتلى``: a toll events share, nowhere told apart, is none to all of it for each."""
    out: dict[str, Toll] = {}
    for role, t in tolls.items():
        if t.rule == "toll:inside" or not (t.count.best or t.count.low):
            out[role] = t  # those inside each of the vehicles
            continue
        for r in ("killed", "injured") if role == "killed_or_injured" else (role,):
            out[r] = replace(t, role=r, count=CountRange(0, None, t.count.high, t.count.text), combined=False, rule="toll:shared")
    return out


def _claim(
    story: Story, f: Frame, report: Report, said: Said, place_index: int | None, outlet_name: str | None, put: Modality
) -> Claim:  # fmt: skip
    scene = story.scene
    place = scene.place(place_index) if place_index is not None else None
    day = (f.time.start or f.time.end) if f.time is not None else None
    p = report.published
    published = None if p is None else date(p.year, p.month, p.day)
    named = f.denial or f.main
    evidence: dict[str, tuple[Span, ...]] = {"trigger": (named.span,)}
    rules: dict[str, str] = {"event_type": "+".join(sorted(f.classes))}

    def note(name: str, span: Span | None, rule: str) -> None:
        if span is not None:
            evidence[name] = (span,)
            rules[name] = rule

    perp = _actor(f.perpetrator, "perpetrator", day, published)
    if f.event_type in _NAMELESS and (perp is None or perp.kind in _NO_PROTESTERS[f.event_type]):
        perp = _group(f, _NAMELESS[f.event_type])
    target = _actor(f.target, "target", day, published, f.object)
    if perp is not None and f.perpetrator is not None:
        note("perpetrator", f.perpetrator.span, f.perpetrator_rule)
    elif perp is not None:
        note("perpetrator", f.main.span, "agent:by-the-event")
    if target is not None and f.target is not None:
        note("target", f.target.span, f.target_rule)
    ref = _place(place)
    if f.aggregate and ref is not None and place is not None:
        ref = of_a_total(place, ref)
    if ref is not None and place is not None:
        ref = beside_a_city(place, ref)
        note("place", place.span if ref.kind == "side" else place.name_span, f.place_rule)
    start = f.time.start if f.time is not None else None
    end = f.time.end if f.time is not None else None
    if f.time is not None and (start is not None or end is not None or f.time.candidate_years):
        note("date", f.time.span, f.time_rule)
    for role, name in (
        ("killed", "fatalities"),
        ("injured", "injuries"),
        ("captured", "captured"),
        ("killed_or_injured", "killed_or_injured"),
    ):
        t = f.tolls.get(role)
        if t is not None:
            note(name, t.span, t.rule)
    note("events", events_span(scene, f), "tally:event-count")
    if f.weapon_value is not None and f.weapon is not None:
        note("weapons", f.weapon.span, "weapon:named")
    who = _claimant(said, report, outlet_name, day, published)
    if said.source is not None:
        note("claimant", said.source.span, said.rule)
    else:
        rules["claimant"] = said.rule
    trigger = named.text.strip()
    key = "|".join(
        (report.sha256, str(named.span), str(f.event_type), ref.name_ar if ref else "", who.name_en, str(put))
    )  # fmt: skip
    return Claim(
        id=hashlib.sha256(key.encode()).hexdigest()[:16],
        kind=ClaimKind.TALLY if f.aggregate else ClaimKind.EVENT,
        event_type=f.event_type, modality=put, perpetrator=perp, target=target, claimant=who,
        date_start=start, date_end=end,
        time_precision=f.time.precision if f.time is not None else TimePrecision.NONE,
        time_basis=f.time.basis if f.time is not None else TimeBasis.NONE,
        candidate_years=f.time.candidate_years if f.time is not None else None,
        place=ref, fatalities=_count(f.tolls.get("killed")), injuries=_count(f.tolls.get("injured")),
        captured=_count(f.tolls.get("captured")), killed_or_injured=_count(f.tolls.get("killed_or_injured")),
        weapons=(f.weapon_value,) if f.weapon_value else (), trigger=trigger, evidence=evidence,
        rule=f.main.entry, rules=rules, score=round(f.score, 3), acled_sub_event_type=_sub_event(f),
        events=f.events if f.aggregate else None,
    )  # fmt: skip


def _claimant(said: Said, report: Report, outlet_name: str | None, day: date | None, published: date | None) -> Claimant:
    outlet = report.outlet
    chain = [outlet or "outlet"]
    if said.source is None or said.source.name_en in (None, OUTLET):
        return Claimant(None, outlet_name or OUTLET, outlet, None, tuple(chain))
    m = said.source
    name, aid = m.name_en or OUTLET, m.actor_id
    if aid is not None:
        a = registry().in_role(aid, "claimant", day, published)
        aid, name = a.id, a.name_en or name
    chain.append(name)
    return Claimant(aid, name, outlet, m.text, tuple(chain))
