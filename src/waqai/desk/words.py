"""Words and forms of the pages in Arabic and English: labels, days, counts. Digits are Western in both."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache
from typing import Any

from waqai.desk.config import table
from waqai.publish.labels import label as publish_label
from waqai.publish.labels import table as publish_table

LANGS = ("ar", "en")
FIELDS = (
    "trigger", "perpetrator", "target", "claimant", "date", "place", "fatalities", "injuries", "captured",
    "killed_or_injured", "weapons",
)  # fmt: skip
COUNTS = ("fatalities", "injuries", "captured", "killed_or_injured")
# Field → the colour class and label of the published page.
MARK = {"killed_or_injured": "casualties", "weapons": "weapon"}


def tr(key: str, lang: str, **values: Any) -> str:
    """A phrase of ``labels.yml``; ``{n}`` and its like are filled in.

    Raises:
        KeyError: no such phrase: the tests walk all templates.
    """
    en, ar = table("labels")[key]
    text = str(ar if lang == "ar" else en)
    for name, value in values.items():
        text = text.replace("{" + name + "}", str(value))
    return text


@lru_cache(maxsize=1)
def _areas_ar() -> dict[str, str]:
    return {n: e["ar"] for names in publish_table("admin1").values() for k, e in names.items() for n in (k, *e.get("also", ()))}


@lru_cache(maxsize=1)
def _actors_ar() -> dict[str, str]:
    from waqai.resources.registry import registry

    known = {a.name_en: a.name_ar for a in registry().actors.values() if a.name_en and a.name_ar}
    return {**known, **{k: v["ar"] for k, v in publish_table("claimants").items()}}


def known(kind: str, code: str, lang: str) -> str:
    """The phrase of a code (``issue``, ``act``, ``feature``); the code itself when it has none."""
    return tr(f"{kind}.{code}", lang) if f"{kind}.{code}" in table("labels") else code


def area(name: str | None, lang: str) -> str:
    """A governorate or country by its English name or code."""
    if not name:
        return ""
    if len(name) == 2:
        return publish_label("country", name, lang)
    return _areas_ar().get(name, name) if lang == "ar" else name


def actor(name_en: str | None, lang: str, name_ar: str | None = None) -> str:
    """An actor or claimant by its canonical English name."""
    if not name_en:
        return ""
    if lang == "en":
        return tr("outlet_itself", lang) if name_en == "outlet/correspondent" else name_en
    return name_ar or _actors_ar().get(name_en, name_en)


@lru_cache(maxsize=1)
def _actors_en() -> dict[str, str | None]:
    """English name of an Arabic one; ``None`` when two share it."""
    out: dict[str, str | None] = {}
    for en, ar in _actors_ar().items():
        out[ar] = None if ar in out and out[ar] != en else en
    return out


def actor_field(name_en: str | None, lang: str) -> str:
    """An actor as a form shows it: in the reader's language where the name leads back to the same actor."""
    shown = actor(name_en, lang) if name_en else ""
    return shown if _actors_en().get(shown) == name_en else name_en or ""


def typed_actor(text: str) -> str:
    """The canonical English name of what was typed in either language; unknown names stay as they are."""
    text = text.strip()
    return text if text in _actors_ar() else _actors_en().get(text) or text


def label(kind: str, key: str | None, lang: str) -> str:
    """The name of a coded value."""
    return publish_label(kind, key, lang)


def months(lang: str) -> list[str]:
    """Names of the months, January first."""
    return list(publish_table("ui")["months"][1 if lang == "ar" else 0])


def day(value: date | datetime | str | None, lang: str, year: bool = True) -> str:
    """One day in words; ``""`` for ``None``."""
    if not value:
        return ""
    d = date.fromisoformat(value[:10]) if isinstance(value, str) else value
    months = publish_table("ui")["months"][1 if lang == "ar" else 0]
    return f"{d.day} {months[d.month - 1]}{f' {d.year}' if year else ''}"


def days(first: Any, last: Any, lang: str) -> str:
    """A closed interval of days."""
    if not first and not last:
        return tr("no_date", lang)
    a, b = str(first or last)[:10], str(last or first)[:10]
    if a == b:
        return day(a, lang)
    if a[:7] == b[:7]:
        return f"{int(a[8:])}–{day(b, lang)}"
    return f"{day(a, lang, a[:4] != b[:4])} – {day(b, lang)}"


def moment(value: str | None, lang: str) -> str:
    """A point in time: day and hour in UTC."""
    if not value:
        return ""
    return f"{day(value, lang)} {value[11:16]}"


def count(c: Any, lang: str) -> str:
    """``low–high`` of a count object or dict; ``""`` when nothing is stated."""
    if c is None:
        return ""
    low, best, high = (c.get(k) for k in ("low", "best", "high")) if isinstance(c, dict) else (c.low, c.best, c.high)
    if low is None and high is None:
        return tr("not_numbered", lang) if best is None and isinstance(c, dict) else "" if best is None else str(best)
    if high is None:
        return f"{low}+"
    if low is None:
        return f"≤ {high}"
    return str(low) if low == high else f"{low}–{high}"


def place_name(p: Any, lang: str) -> str:
    """A place with the area that holds it."""
    if p is None:
        return tr("no_place", lang)
    name = p.name_ar if lang == "ar" else (p.name_en or p.name_ar)
    inside = area(p.admin1 or p.country, lang)
    return f"{name}{'، ' if lang == 'ar' else ', '}{inside}" if inside and inside != name else name
