"""Small facts and phrases several exporters share: countries, P-codes, lists of sources, English sentences."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Any

from waqai.model import CountRange, PlaceRef
from waqai.model.incidents import BoundedCount, Incident
from waqai.publish.areas import area_of
from waqai.publish.data import Row, Version
from waqai.publish.labels import label, table

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")


def country(code: str | None) -> dict[str, Any] | None:
    """Facts of a country by ISO alpha-2; ``None`` when not in the table."""
    found: dict[str, Any] | None = table("countries").get(code) if code else None
    return found


@lru_cache(maxsize=1)
def _admin1() -> dict[tuple[str, str], tuple[str, str, str | None]]:
    out = {}
    for code, names in table("admin1").items():
        for name, e in names.items():
            for spelling in (name, *e.get("also", ())):
                out[code, spelling.casefold()] = (name, e["ar"], e.get("pcode"))
    return out


def admin1(place: PlaceRef | None) -> tuple[str, str, str | None] | None:
    """English name, Arabic name and P-code of the governorate; ``None`` when the place has none or it is unknown."""
    if place is None or not place.admin1 or not place.country:
        return None
    return _admin1().get((place.country, place.admin1.casefold()))


def admin2(place: PlaceRef) -> tuple[str, str] | None:
    """Name and P-code of the district; ``None`` when the gazetteer's tables do not hold it."""
    found = area_of(place, 2)
    return (found.name_en, found.code) if found else None


def english_day(d: date) -> str:
    """``22 November 2025``."""
    return f"{d.day} {MONTHS[d.month - 1]} {d.year}"


def english_period(start: date | None, end: date | None) -> str:
    """A day, an interval, or the side that is known."""
    if start is None and end is None:
        return "an unstated date"
    if start is None or end is None or start == end:
        return english_day(start or end or date.min)
    return f"{english_day(start)} to {english_day(end)}"


def unique(items: Iterable[str | None]) -> list[str]:
    """Non-empty items once each, in order."""
    return list(dict.fromkeys(i for i in items if i))


def outlets(row: Row) -> list[str]:
    """Outlets of all versions."""
    return unique(v.source.outlet for v in row.versions)


def claimant(v: Version) -> str:
    """Who says so, in English; the outlet when it speaks for itself."""
    name = v.claim.claimant.name_en
    return (v.source.outlet or "the outlet") if name == "outlet/correspondent" else name


def figure(c: CountRange | BoundedCount | None) -> str | None:
    """``4``, ``2–4``, ``at least 3``, ``an unstated number``; ``None`` when nothing is stated."""
    if c is None or (c.low is None and c.best is None and c.high is None):
        return None
    if c.high is None:
        return f"at least {c.low}" if c.low is not None else "an unstated number"
    if c.low is None:
        return f"up to {c.high}"
    return str(c.low) if c.low == c.high else f"{c.low}–{c.high}"


def place_phrase(p: PlaceRef | None) -> str:
    """``Dhiban, Deir ez-Zor, Syria``."""
    if p is None:
        return "an unstated place"
    facts = country(p.country)
    return ", ".join(unique([p.name_en or p.name_ar, p.admin1, facts["en"] if facts else p.country]))


#: Stands in every row of an incident that nobody has released.
DRAFT = "DRAFT"


def summary(row: Row) -> str:
    """The incident in plain English, every version named. Starts ``On 22 November 2025, ...``; a draft ends with a word on that."""
    i = row.incident
    kind = label("event_type", i.event_type, "en")
    kind = kind if kind[:2].isupper() else kind.lower()
    who = i.perpetrator.name_en if i.perpetrator else "an unstated perpetrator"
    whom = f" against {i.target.name_en}" if i.target else ""
    parts = [f"On {english_period(i.date_start, i.date_end)}, {kind} by {who}{whom} in {place_phrase(i.place)}."]
    for name, word in (
        ("fatalities", "Killed"),
        ("injuries", "Injured"),
        ("captured", "Held"),
        ("killed_or_injured", "Killed or injured (told together)"),
    ):
        told = [(claimant(v), figure(getattr(v.claim, name))) for v in row.versions]
        told = [(w, f) for w, f in told if f]
        if told:
            total = figure(getattr(i, name, None))
            each = "; ".join(dict.fromkeys(f"{w}: {f}" for w, f in told))
            parts.append(f"{word}: {total or each} ({each})." if total and len(told) > 1 else f"{word}: {each}.")
    denied = unique(claimant(v) for v in row.versions if v.claim.modality == "denied")
    if denied:
        parts.append(f"Denied by {', '.join(denied)}.")
    parts.append(f"{label('attribution', i.attribution, 'en')}; independent sources: {i.corroboration}.")
    if i.state == "draft":
        parts.append(f"{DRAFT}: not checked by a person.")
    return " ".join(parts)


def latest(row: Row) -> date | None:
    """Day of the latest report."""
    return max((v.source.day for v in row.versions if v.source.day), default=None)


def earliest(row: Row) -> date | None:
    """Day of the first report."""
    return min((v.source.day for v in row.versions if v.source.day), default=None)


def public_id(i: Incident) -> str:
    """An id that no other provider can have issued: ``X-SYR-…``."""
    facts = country(i.place.country) if i.place else None
    return f"X-{facts['iso3'] if facts else 'XXX'}-{i.id}"


def only_denied(row: Row) -> bool:
    """Whether nobody asserts it: every version is a denial."""
    return bool(row.versions) and all(v.claim.modality == "denied" for v in row.versions)


def only_planned(row: Row) -> bool:
    """Whether it is announced and not done."""
    return bool(row.versions) and all(v.claim.modality == "planned" for v in row.versions)
