"""What selected words say: the same rooms that code a report read the selection and propose a value for a field."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from waqai.annotate.actor import annotate_actors
from waqai.annotate.number import annotate_numbers
from waqai.annotate.time import annotate_times
from waqai.annotate.words import annotate_words
from waqai.desk.words import COUNTS, actor_field
from waqai.model import Report, Text
from waqai.normalise import fold
from waqai.pipeline import _day
from waqai.resources.gazetteer import gazetteer
from waqai.resources.lexicon import lexicon
from waqai.resources.registry import registry
from waqai.segment import segment


def suggest(report: Report, field: str, start: int, end: int, country: str | None = None) -> dict[str, Any]:
    """A value for ``field`` from ``report.text[start:end]``.

    Returns:
        ``text`` (the words) and, when they can be read, the field's value as the page's form holds it: ``low``, ``best``,
        ``high`` · ``first``, ``last`` · ``name_en`` · ``candidates``. Nothing is guessed when they cannot.
    """
    words = report.text[start:end]
    out: dict[str, Any] = {"field": field, "text": words.strip(), "span": [start, end]}
    # The whole report is read and what lies in the selection is taken: context decides ("أمس", "التنظيم").
    text = segment(report)
    day = _day(report.published)
    if field in COUNTS:
        found = [m for m in annotate_numbers(text) if start <= m.span[0] and m.span[1] <= end and m.form != "ordinal"]
        if not found:
            alone = segment(replace(report, text=words, title=None))
            found = list(annotate_numbers(alone))
        if found:
            m = found[0]
            out.update({k: None if v is None else int(v) for k, v in (("low", m.low), ("best", m.best), ("high", m.high))})
    elif field == "date":
        times = [m for m in annotate_times(text, day)[0] if start < m.span[1] and m.span[0] < end and (m.start or m.end)]
        if times:
            best = max(times, key=lambda m: min(m.span[1], end) - max(m.span[0], start))
            out.update(first=best.start.isoformat() if best.start else None, last=best.end.isoformat() if best.end else None)
    elif field in ("perpetrator", "target", "claimant"):
        actors = [m for m in annotate_actors(text, day) if start < m.span[1] and m.span[0] < end and m.name_en]
        if actors:
            out["name_en"] = max(actors, key=lambda m: min(m.span[1], end) - max(m.span[0], start)).name_en
    elif field == "trigger":
        out["event_type"] = _type_of(text, start, end)
    elif field == "place":
        out["candidates"] = places(words.strip(), country)
    return out


def _type_of(text: Text, start: int, end: int) -> str | None:
    """The event type of the trigger word in the selection; ``None`` when it has none."""
    known = lexicon().entries
    for m in annotate_words(text):
        kind = known[m.entry].type if m.layer == "trigger" and start < m.span[1] and m.span[0] < end else None
        if kind is not None:
            return str(kind)
    return None


def actors_named(words: str) -> list[dict[str, str]]:
    """Actors whose name holds the words, in either language, shortest first; at most 12."""
    q = fold(words.strip().lower())
    if len(q) < 2:
        return []
    found = {
        a.name_en: {"en": a.name_en, "ar": a.name_ar or a.name_en, "field": actor_field(a.name_en, "ar")}
        for a in registry().actors.values()
        if a.name_en and (q in a.name_en.lower() or q in fold(a.name_ar or ""))
    }
    return sorted(found.values(), key=lambda x: (len(x["en"]), x["en"]))[:12]


def places(name: str, country: str | None = None) -> list[dict[str, Any]]:
    """Entries of the gazetteer for a name, best first."""
    g = gazetteer()
    found = g.find(name[:120], country=country) or (g.find(name[:120]) if country else ())
    return [
        {
            "id": x.place.id, "ar": x.place.name_ar, "en": x.place.name_en, "kind": x.place.kind, "admin1": x.place.admin1,
            "admin2": x.place.admin2, "country": x.place.country, "lat": x.place.lat, "lon": x.place.lon,
        }
        for x in found[:8]
    ]  # fmt: skip
