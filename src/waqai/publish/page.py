"""The bilingual page: one file with its data, fonts, map and script inside; opens from disk, asks nothing of any network."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from waqai.model import ActorRef, CountRange
from waqai.model.incidents import BoundedCount
from waqai.publish.data import ExportData, Row, Source, TallyRow, Version
from waqai.publish.files import whole
from waqai.publish.labels import FOLDER, family_of_type, table

PAGE = FOLDER / "page"
_FONTS = (
    ("Plex Arabic", "ibm-plex-sans-arabic-arabic-400-normal", "400", "arabic"),
    ("Plex Arabic", "ibm-plex-sans-arabic-arabic-600-normal", "600", "arabic"),
    ("Plex Arabic", "ibm-plex-sans-arabic-latin-400-normal", "400", "latin"),
    ("Plex Arabic", "ibm-plex-sans-arabic-latin-600-normal", "600", "latin"),
    ("Naskh", "noto-naskh-arabic-arabic-wght-normal", "400 700", "arabic"),
    ("Naskh", "noto-naskh-arabic-latin-wght-normal", "400 700", "latin"),
)
_RANGES = {
    "arabic": "U+0600-06FF,U+0750-077F,U+0870-08FF,U+200C-200E,U+2010-2011,U+204F,U+2E41,U+FB50-FDFF,U+FE70-FEFC",
    "latin": "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02DC,U+2000-200B,U+2013-206F,U+2074,U+20AC,U+2122,U+2190-2193,U+2212",
}


@lru_cache(maxsize=1)
def font_css() -> str:
    """The bundled fonts as ``@font-face`` rules with the files inside."""
    rules = []
    for family, name, weight, part in _FONTS:
        raw = base64.b64encode((PAGE / "fonts" / f"{name}.woff2").read_bytes()).decode()
        rules.append(
            f"@font-face{{font-family:'{family}';font-weight:{weight};font-style:normal;font-display:block;"
            f"unicode-range:{_RANGES[part]};src:url(data:font/woff2;base64,{raw}) format('woff2')}}"
        )
    return "\n".join(rules)


def _day(d: date | None) -> str | None:
    return d.isoformat() if d else None


def _count(c: CountRange | BoundedCount | None) -> list[int | None] | None:
    if c is None or (c.low is None and c.best is None and c.high is None):
        return None
    return [c.low, c.best, c.high]


def _actor(a: ActorRef | None) -> dict[str, Any] | None:
    if a is None:
        return None
    return {"en": a.name_en, "ar": a.name_ar or a.name_en, "text": a.text, "stance": str(a.stance), "object": a.object}


def _version(v: Version) -> dict[str, Any]:
    c = v.claim
    return {
        "id": c.id,
        "report": v.source.id,
        "who": {"en": c.claimant.name_en, "text": c.claimant.text, "outlet": c.claimant.outlet},
        "modality": str(c.modality),
        "type": str(c.event_type),
        "d": [_day(c.date_start), _day(c.date_end)],
        "perp": _actor(c.perpetrator),
        "targ": _actor(c.target),
        "kil": _count(c.fatalities),
        "inj": _count(c.injuries),
        "cap": _count(c.captured),
        "com": _count(c.killed_or_injured),
        "quote": [[p.text, p.field] for p in v.quote],
    }


def _incident(row: Row) -> dict[str, Any]:
    i = row.incident
    p = i.place
    first = row.versions[0].claim if row.versions else None
    return {
        "id": i.id,
        "type": str(i.event_type),
        "family": family_of_type().get(str(i.event_type), "other"),
        "d": [_day(i.date_start), _day(i.date_end)],
        "tp": str(first.time_precision) if first else "none",
        "tb": str(first.time_basis) if first else "none",
        "years": list(first.candidate_years) if first and first.candidate_years else None,
        "place": None
        if p is None
        else {
            "ar": p.name_ar, "en": p.name_en or p.name_ar, "a1": p.admin1, "a2": p.admin2, "c": p.country, "kind": p.kind,
            "lat": p.lat, "lon": p.lon, "prec": str(p.geo_precision), "km": p.radius_km, "review": p.needs_review,
        },
        "perp": _actor(i.perpetrator),
        "targ": _actor(i.target),
        "kil": _count(i.fatalities),
        "inj": _count(i.injuries),
        "cap": _count(i.captured),
        "com": _count(getattr(i, "killed_or_injured", None)),
        "weapons": list(i.weapons),
        "origins": i.corroboration,
        "attribution": i.attribution,
        "disagree": sorted(k for k, _ in i.disagreement),
        "part": bool(i.part_of),
        "state": i.state,
        "rule": f"{i.rule} {i.rule_version}",
        "versions": [_version(v) for v in row.versions],
    }  # fmt: skip


def _tally(t: TallyRow) -> dict[str, Any]:
    out = _version(t.version)
    p = t.version.claim.place
    out["place"] = {"ar": p.name_ar, "en": p.name_en or p.name_ar} if p else None
    out["covered"] = len(t.check.covered) if t.check else None
    out["stated"] = list(t.check.stated) if t.check else None
    return out


def _sources(reports: Iterable[Source]) -> dict[str, Any]:
    return {s.id: {"title": s.title, "outlet": s.outlet, "url": s.url, "day": _day(s.day), "basis": s.published_basis} for s in reports}


def _named(rows: Iterable[Row]) -> dict[str, Any]:
    """Arabic names of actors that speak for themselves, as the registry gives them."""
    actors = (a for r in rows for v in r.versions for a in (v.claim.perpetrator, v.claim.target) if a and a.name_ar)
    return {a.name_en: {"ar": a.name_ar} for a in actors}


def payload(data: ExportData, downloads: Iterable[str] = ()) -> dict[str, Any]:
    """Everything the page shows, as plain JSON values."""
    labels = table("labels")
    claimants = table("claimants")
    incidents = [_incident(r) for r in data.incidents]
    used = {v["who"]["en"] for i in incidents for v in i["versions"]}
    return {
        "meta": {
            "profile": data.profile,
            "method": data.method_version,
            "generated": data.generated.isoformat(timespec="minutes") if data.generated else None,
            "notice": list(data.notice) if data.notice else None,
            "title": list(data.title) if data.title else None,
            "withheld": dict(sorted(data.withheld.items())),
            "downloads": list(downloads),
        },
        "labels": labels,
        "claimants": {**_named(data.incidents), **{k: v for k, v in claimants.items() if k in used}},
        "areas": {a: e["ar"] for names in table("admin1").values() for n, e in names.items() for a in (n, *e.get("also", ()))},
        "ui": table("ui"),
        "reports": _sources(data.reports),
        "incidents": incidents,
        "tallies": [_tally(t) for t in data.tallies],
        "statements": [_version(v) for v in data.statements],
    }


def _inline(value: Any) -> str:
    """JSON that cannot end its script element."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def render_page(data: ExportData, downloads: Iterable[str] = ()) -> str:
    """The page as text."""
    html = (PAGE / "index.html").read_text(encoding="utf-8")
    parts = {
        "{{fonts}}": font_css(),
        "{{css}}": (PAGE / "style.css").read_text(encoding="utf-8"),
        "{{basemap}}": (PAGE / "basemap.json").read_text(encoding="utf-8").strip().replace("<", "\\u003c"),
        "{{data}}": _inline(payload(data, downloads)),
        "{{js}}": (PAGE / "map.js").read_text(encoding="utf-8") + (PAGE / "app.js").read_text(encoding="utf-8"),
    }
    for mark, text in parts.items():
        before, after = html.split(mark, 1)
        html = before + text + after
    return html


def write_page(data: ExportData, path: Path, downloads: Iterable[str] = ()) -> Path:
    """Write the page.

    Args:
        data: already under a disclosure profile.
        path: the file to write; its folder is made.
        downloads: names of files beside the page to link to.

    Returns:
        ``path``.

    Raises:
        UsageError: the place cannot be written.
    """
    text = render_page(data, downloads)
    with whole(path) as tmp:
        tmp.write_text(text, encoding="utf-8")
    return path
