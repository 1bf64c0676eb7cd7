"""The corpus as coded reports with its truth, and measures of grouping."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import yaml
from benchmarks.made import made_claim, named

from waqai.model import (
    Claim,
    Claimant,
    ClaimKind,
    CodedReport,
    CountRange,
    EventType,
    GeoPrecision,
    Modality,
    PlaceLevel,
    PlaceRef,
    Report,
    Span,
    TimeBasis,
)

CORPUS = Path(__file__).parent / "corpus" / "april.yml"


@dataclass(frozen=True)
class Corpus:
    """Reports with gold claims; ``truth`` maps claim id → incident, ``tallies`` claim id → (name, incidents to cover)."""

    coded: list[CodedReport]
    truth: dict[str, str]
    tallies: dict[str, tuple[str, list[str]]]


def count(v: Any) -> CountRange | None:
    if v is None:
        return None
    if isinstance(v, str):
        n = int(v.rstrip("+"))
        return CountRange(n, n, None, v)
    if isinstance(v, list):
        return CountRange(v[0], v[0], v[1])
    return CountRange(v, v, v, str(v))


@cache
def place(at: str) -> PlaceRef:
    from waqai.resources.gazetteer import gazetteer
    from waqai.resources.gazetteer.model import geo_precision

    if at.startswith("country:"):
        return PlaceRef(
            at, at, at, None, "country", PlaceLevel.COUNTRY, None, None, None, None, at[8:], None, None, GeoPrecision.COUNTRY, False, 1
        )
    if at.startswith("area:"):
        _, name, admin1, lat, lon, radius = at.split(":")
        return PlaceRef(
            None, name, name, None, "countryside", PlaceLevel.SUBREGION, admin1, None, None, None, "SY", float(lat), float(lon),
            GeoPrecision.AREA, False, 1, 1.0, float(radius),
        )  # fmt: skip
    gaz = gazetteer(False)
    p = gaz.by_id(at)
    assert p is not None, at
    level = gaz.kinds[p.kind].level
    return PlaceRef(
        p.id, p.name_ar, p.name_ar, p.name_en, p.kind, level, p.admin1, p.admin2, p.admin3, p.pcode, p.country, p.lat, p.lon,
        geo_precision(p), False, 1,
    )  # fmt: skip


def _claim(d: dict[str, Any], text: str, rid: str, n: int) -> Claim:
    day = d.get("day")
    start, end = (day if isinstance(day, list) else (day, day)) if day else (None, None)
    at = text.index(d["trigger"])
    who, whom = d.get("who"), d.get("whom")
    by = d.get("by", "outlet/correspondent")
    tally = "tally" in d
    mode = Modality.AGGREGATE if tally else Modality(d.get("mode", "reported"))
    return made_claim(
        f"{rid}-{n}", EventType(d["type"]), start, end, kind=ClaimKind.TALLY if tally else ClaimKind.EVENT, modality=mode,
        perpetrator=named(who), target=named(whom, object=d.get("object")), claimant=Claimant(None, by, None, None),
        time_basis=TimeBasis.RELATIVE if d.get("basis") == "r" else TimeBasis.STATED,
        place=place(d["at"]) if "at" in d else None, fatalities=count(d.get("dead")), injuries=count(d.get("hurt")),
        captured=count(d.get("held")), killed_or_injured=count(d.get("both")), weapons=(d["weapon"],) if "weapon" in d else (),
        trigger=d["trigger"], evidence={"trigger": (Span(at, at + len(d["trigger"])),)}, rule="gold", events=count(d.get("events")),
    )  # fmt: skip


@lru_cache(maxsize=1)
def corpus() -> Corpus:
    raw = yaml.safe_load(CORPUS.read_text(encoding="utf-8"))
    coded, truth, tallies = [], {}, {}
    for r in raw["reports"]:
        published: date = r["published"]
        report = Report(
            r["id"], r["text"], hashlib.sha256(r["text"].encode()).hexdigest(), outlet=r["outlet"], published=published,
            published_basis="metadata",
        )  # fmt: skip
        claims = []
        for n, d in enumerate(r["claims"]):
            c = _claim(d, r["text"], r["id"], n)
            claims.append(c)
            if "tally" in d:
                tallies[c.id] = (d["tally"], d["covers"])
            else:
                truth[c.id] = d["incident"]
        coded.append(CodedReport(report, tuple(claims)))
    return Corpus(coded, truth, tallies)


def b_cubed(found: dict[str, str], truth: dict[str, str]) -> tuple[float, float, float]:
    """B³ precision, recall, F1; a claim without a group stands alone."""
    mine = {c: found.get(c, f"alone {c}") for c in truth}
    p = r = 0.0
    for c in truth:
        same = sum(mine[x] == mine[c] and truth[x] == truth[c] for x in truth)
        p += same / sum(mine[x] == mine[c] for x in truth)
        r += same / sum(truth[x] == truth[c] for x in truth)
    p, r = p / len(truth), r / len(truth)
    return p, r, 2 * p * r / (p + r)


def end_to_end(data: Corpus) -> tuple[list[CodedReport], dict[str, str]]:
    """The corpus as the coder reads it, and for each gold claim the claim of the coder that tells it, where there is one.

    Within a report the best pairs are taken first: same place, same kind of event, overlapping trigger, same day.
    """
    from waqai.pipeline import Coder

    coder = Coder()
    coded, twin = [], {}
    for gold in data.coded:
        read = coder.code(gold.report)
        coded.append(read)
        pairs = []
        for g in gold.claims:
            for c in read.claims:
                if g.id in data.truth and c.kind is ClaimKind.EVENT:
                    n = _alike(g, c)
                    if n >= 2:
                        pairs.append((-n, g.id, c.id))
        used: set[str] = set()
        for _, g_id, c_id in sorted(pairs):
            if g_id not in twin and c_id not in used:
                twin[g_id] = c_id
                used.add(c_id)
    return coded, twin


def _alike(g: Claim, c: Claim) -> int:
    a, b = g.evidence["trigger"][0], c.evidence.get("trigger", (Span(0, 0),))[0]
    same_place = bool(g.place and c.place and (g.place.id == c.place.id or g.place.name_ar == c.place.name_ar))
    return 2 * (a.start < b.end and b.start < a.end) + 2 * same_place + (g.event_type == c.event_type) + (g.date_start == c.date_start)
