"""Decisions in the reader's words: each field decided on as a label and a text."""

from __future__ import annotations

from typing import Any

from waqai.desk import words
from waqai.desk.words import COUNTS, FIELDS

# What follows from other fields, or is told by the action itself.
_ASIDE = ("evidence", "time_precision", "time_basis", "candidate_years", "acled_sub_event_type", "text", "rid", "stay", "erratum")


def lines(values: dict[str, Any], lang: str) -> list[tuple[str, str]]:
    """``(label, text)`` of the values of a decision, in the order of the form; words pointed at are left out."""
    if "claim" in values:
        held = {k: v for k, v in values["claim"].items() if k in _SHOWN and v not in (None, [], {})}
        return lines(held, lang)
    out = [(_label(k, lang), _text(k, values[k], lang)) for k in _SHOWN if k in values]
    rest = [(k, str(v)) for k, v in values.items() if k not in _SHOWN and k not in _ASIDE]
    return [x for x in (*out, *rest) if x[1]]


_SHOWN = (
    "event_type", "modality", "trigger", "perpetrator", "target", "claimant", "date_start", "date_end", "place", *COUNTS, "weapons",
    "claims", "duplicate_of",
)  # fmt: skip
_LABELS = {
    "event_type": "f.type", "modality": "f.modality", "date_start": "f.first", "date_end": "f.last", "claims": "said.split",
    "duplicate_of": "said.duplicate",
}  # fmt: skip


def _label(key: str, lang: str) -> str:
    return words.tr(_LABELS.get(key) or f"field.{key}", lang)


def _text(key: str, v: Any, lang: str) -> str:
    if v is None or v == []:
        return words.tr("not_stated", lang)
    if key in ("event_type", "modality"):
        return words.label(key, v, lang)
    if key in ("perpetrator", "target", "claimant"):
        return words.actor(v["name_en"], lang, v.get("name_ar"))
    if key in ("date_start", "date_end"):
        return words.day(v, lang)
    if key == "place":
        name = v["name_ar"] if lang == "ar" else (v.get("name_en") or v["name_ar"])
        return f"{name} ({words.area(v['admin1'], lang)})" if v.get("admin1") else str(name)
    if key in COUNTS:
        return words.count(v, lang)
    if key == "weapons":
        return ("، " if lang == "ar" else ", ").join(words.label("weapon", w, lang) for w in v)
    return "، ".join(map(str, v)) if isinstance(v, list) else str(v)


def field_label(key: str, lang: str) -> str:
    """A field by the name the contract gives it; the name itself when the desk has no word for it."""
    if key in FIELDS or key in COUNTS:
        return words.tr(f"field.{key}", lang)
    return words.tr(_LABELS[key], lang) if key in _LABELS else key
