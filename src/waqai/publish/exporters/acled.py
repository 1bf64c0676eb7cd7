"""ACLED layout, not ACLED data: 31 columns in order, the closed lists of the public codebook, our own ids."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Any

from waqai.model import ActorRef, EventType, Modality, TimePrecision
from waqai.publish.data import Row
from waqai.publish.exporters.base import Losses
from waqai.publish.exporters.records import RecordTable, refused
from waqai.publish.exporters.words import country, latest, outlets, public_id, summary
from waqai.publish.labels import table


@lru_cache(maxsize=1)
def _facts() -> dict[str, Any]:
    facts: dict[str, Any] = table("acled")
    return facts


def event_day(row: Row) -> tuple[date, int] | None:
    """Day and precision (1–3); ``None`` when undated or coarser than a month.

    An interval takes its middle day; a beginning or end of a month its first or last day.
    """
    i = row.incident
    start, end = i.date_start or i.date_end, i.date_end or i.date_start
    if start is None or end is None or i.date_start is None or i.date_end is None:
        return None
    days = (end - start).days
    if days > 31:
        return None
    if days == 0:
        return start, 1
    middle = start + timedelta(days=days // 2)
    first = row.versions[0].claim if row.versions else None
    if first is not None and first.time_precision is TimePrecision.MONTH_PART:
        if start.day == 1:
            return start, 3
        if (end + timedelta(days=1)).day == 1:
            return end, 3
        return middle, 3
    return middle, 2 if days <= 7 else 3


def inter(actor: ActorRef | None, place_country: str | None) -> int:
    """Code 1–8 of an actor in a country; 0 for nobody."""
    if actor is None:
        return 0
    facts = _facts()
    entry = facts["actors"].get(actor.name_en, {})
    if "inter" in entry:
        return int(entry["inter"])
    if "home" in entry:
        return 1 if entry["home"] == place_country else 8
    return int(facts["kinds"].get(actor.kind or "", 3))


def actor_name(actor: ActorRef, country_name: str, code: int) -> str:
    """``Islamic State (Syria)``: the layout's own name where it has one, ours otherwise."""
    name = _facts()["actors"].get(actor.name_en, {}).get("name", actor.name_en)
    return name if code in (1, 8) or ":" in name else f"{name} ({country_name})"


def interaction(a: int, b: int) -> str:
    """The joint label, lower code first; ``X only`` for one side."""
    names = _facts()["inter"]
    low, high = sorted((a, b))
    if low == 0:
        return f"{names[high]} only"
    exception = _facts()["interaction_exception"].get(f"{low}{high}")
    return str(exception) if exception else f"{names[low]}-{names[high]}"


def sub_event(row: Row, one: int, two: int) -> str:
    """The sub-event type: the frame room's own when it gave a valid one, else the mapping of ``acled.yml``."""
    facts = _facts()
    i = row.incident
    rule = facts["types"][str(i.event_type)]
    told = [v.claim for v in row.versions if v.claim.modality is not Modality.DENIED]
    if told and all(c.modality is Modality.FOILED for c in told) and "foiled" in rule:
        return str(rule["foiled"])
    given = next((c.acled_sub_event_type for c in told if c.acled_sub_event_type in facts["sub_events"]), None)
    if given and all(c.event_type == i.event_type for c in told):
        return str(given)
    if two in (6, 7) and "civilians" in rule:
        return str(rule["civilians"])
    if one == 1 and "state" in rule:
        return str(rule["state"])
    if (i.fatalities.best or i.fatalities.low or 0) > 0 and "deadly" in rule:
        return str(rule["deadly"])
    return str(rule["is"])


def fatalities(row: Row, losses: Losses) -> int:
    """The most conservative figure; nothing stated is 0, a vague plural takes the codebook's substitute."""
    f = row.incident.fatalities
    ident = row.incident.id
    if f.low is None and f.best is None and f.high is None:
        return 0
    if f.high is None and f.best is None:
        words = " ".join(v.claim.fatalities.text or "" for v in row.versions if v.claim.fatalities)
        vague = next((n for w, n in _facts()["vague"].items() if w in words.split()), _facts()["vague_plural"])
        losses.note(ident, "vague toll replaced by the codebook's number")
        return max(int(vague), f.low or 0)
    if f.low != f.high:
        losses.note(ident, "range of fatalities flattened to its lowest figure")
    return next(x for x in (f.low, f.best, f.high) if x is not None)


def record(row: Row, losses: Losses) -> list[Any] | None:
    """The 31 values of a row; ``None`` when the layout cannot carry it (the reason goes to ``losses``)."""
    i, facts = row.incident, _facts()
    p = i.place
    when = event_day(row)
    where = country(p.country) if p else None
    reasons = (
        (i.date_start is None or i.date_end is None, "no date, or open at one end"),
        (when is None, "date coarser than a month"),
        (p is None or where is None, "no country, or one outside the table"),
        (p is not None and str(p.geo_precision) not in facts["geo_precision"], "place no finer than the country"),
        (p is not None and (p.lat is None or p.lon is None), "no coordinates"),
    )
    if refused(row, losses, reasons):
        return None
    assert when is not None
    assert p is not None
    assert where is not None
    assert p.lat is not None
    assert p.lon is not None
    day, precision = when
    code1, code2 = inter(i.perpetrator, p.country), inter(i.target, p.country)
    if i.perpetrator is None:
        losses.note(i.id, f"no perpetrator stated: {facts['no_agent']['name']}")
        name1, code1 = f"{facts['no_agent']['name']} ({where['en']})", int(facts["no_agent"]["inter"])
    else:
        name1 = actor_name(i.perpetrator, where["en"], code1)
    sub = sub_event(row, code1, code2)
    event_type, disorder = facts["sub_events"][sub]
    if i.event_type is EventType.PROTEST and event_type == "Protests":
        code1 = 6
        name1 = f"Protesters ({where['en']})" if code1 == 6 else name1
    name2 = actor_name(i.target, where["en"], code2) if i.target else None
    if precision > 1:
        losses.note(i.id, "interval of days flattened to one day")
    if i.injuries.low is not None or i.injuries.best is not None or i.captured.low is not None:
        losses.note(i.id, "injured and held stand in the notes only")
    if getattr(i, "killed_or_injured", None) and i.killed_or_injured.low is not None:
        losses.note(i.id, "killed and injured told together: counted as 0, see notes")
    if p.geo_precision != "exact":
        losses.note(i.id, f"precision of place mapped: {p.geo_precision} → {facts['geo_precision'][str(p.geo_precision)]}")
    last = latest(row)
    return [
        public_id(i), day.isoformat(), day.year, precision, disorder, event_type, sub, name1, None,
        facts["inter"][code1], name2, None, facts["inter"][code2] if code2 else None, interaction(code1, code2),
        facts["civilian_targeting"] if code2 in (6, 7) and event_type != "Strategic developments" else None,
        where["iso"], where["region"], where["en"], p.admin1, p.admin2, p.admin3, p.name_en or p.name_ar,
        f"{p.lat:.4f}", f"{p.lon:.4f}", facts["geo_precision"][str(p.geo_precision)],
        "; ".join(outlets(row)) or "Unnamed source", facts["source_scale"], summary(row), fatalities(row, losses), None,
        int(datetime(last.year, last.month, last.day, tzinfo=UTC).timestamp()) if last else 0,
    ]  # fmt: skip


class Acled(RecordTable):
    """One row per incident that the layout can carry."""

    name = "acled"
    file_name = "acled_layout.csv"
    title = "Incidents in the column layout of ACLED (not ACLED data)"
    facts = "acled"

    def values(self, row: Row, losses: Losses) -> list[Any] | None:
        """See ``record``."""
        return record(row, losses)


EXPORTERS = {"acled": Acled()}
