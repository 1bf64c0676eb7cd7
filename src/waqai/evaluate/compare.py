"""When two field values count as the same: names, places, days, counts, words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from waqai.normalise import fold
from waqai.resources import DATA, read_yaml

Flat = Mapping[str, Any]
Bounds = tuple[int | None, int | None]
UNKNOWN = "unknown gunmen"
_MARKS = re.compile(r"[^\w\s]|_")
_PARTY_MEDIA = re.compile(r"\(\s*(?:al-)?(?:naba|amaq|nashir)[^)]*\)", re.I)


class Scoring:
    """The tables of ``data/evaluate/scoring.yml``, indexed for lookup."""

    def __init__(self) -> None:
        data = read_yaml(DATA / "evaluate" / "scoring.yml")
        self.family: dict[str, str] = {t: f for f, types in data["families"].items() for t in types}
        self.near: dict[frozenset[str], float] = {frozenset((a, b)): v for a, b, v in data["near"]}
        self.other: float = data["other_family"]
        self.label: dict[str, str] = {other: name for name, others in data["names"].items() for other in others}
        self.weak: frozenset[str] = frozenset(data["claimants"]["weak"])
        self.claimants: list[tuple[str, str]] = [(a, b) for a, b in data["claimants"]["by_beginning"]]
        self.place_words: frozenset[str] = frozenset(fold(w) for w in data["place_words"])
        self.prefixes: tuple[str, ...] = tuple(data["prefixes"])


@lru_cache(maxsize=1)
def scoring() -> Scoring:
    """The scoring tables, read once."""
    return Scoring()


@lru_cache(maxsize=65536)
def arabic(s: str | None) -> str:
    """Folded words parted by single spaces; ``""`` for ``None``."""
    return " ".join(_MARKS.sub(" ", fold(s)).lower().split()) if s else ""


@lru_cache(maxsize=65536)
def place_core(s: str | None) -> str:
    """An Arabic place name without type words and articles."""
    words = arabic(s).split()
    kept = [w for w in words if w not in scoring().place_words] or words
    return " ".join(w[2:] if w.startswith("ال") and len(w) > 4 else w for w in kept)


@lru_cache(maxsize=65536)
def word_set(s: str | None) -> frozenset[str]:
    """The words of a phrase, each without its first written-on prefix."""
    return frozenset(_bare(w) for w in arabic(s).split())


def _bare(word: str) -> str:
    for p in scoring().prefixes:
        if word.startswith(p) and len(word) - len(p) >= 3:
            return word[len(p) :]
    return word


@lru_cache(maxsize=65536)
def english(s: str | None) -> str:
    """Lower-case letters and digits without articles and ``of``; ``""`` for ``None``."""
    plain = (s or "").lower().replace("’", "'").replace("-", " ").replace("'", "")
    return " ".join(w for w in re.sub(r"[^a-z0-9\s]", " ", plain).split() if w not in ("al", "el", "the", "of"))


@lru_cache(maxsize=65536)
def canonical(name: str | None) -> str | None:
    """One label per actor or claimant; a party's media stand for the party; ``None`` stays ``None``."""
    if not name:
        return None
    label = english(_PARTY_MEDIA.sub("", name))
    return scoring().label.get(label, label) or None


def claimant_class(name: str | None) -> str:
    """A coarse class of claimant: the outlet and unnamed sources are one class."""
    label = canonical(name)
    tables = scoring()
    if label is None or label in tables.weak:
        return "local/outlet"
    for beginning, group in tables.claimants:
        if label.startswith(beginning):
            return group
    return "local/outlet" if label.startswith("local") or label.endswith("source") else label


def day(value: object) -> date | None:
    """A date from an ISO string; ``None`` when there is none or it is not a date."""
    try:
        return date.fromisoformat(str(value)[:10]) if value else None
    except ValueError:
        return None


def bounds(value: object) -> Bounds:
    """``(low, high)`` of a count in any of the written forms; ``(None, None)`` when not stated."""
    if isinstance(value, Mapping):
        return value.get("low"), value.get("high")
    if isinstance(value, int | float) and not isinstance(value, bool):
        return int(value), int(value)
    return None, None


def same_place(gold: Flat, out: Flat) -> bool:
    """The same Arabic name (type words and articles aside) or the same English name; both absent is the same."""
    ga, oa = arabic(gold.get("place_ar")), arabic(out.get("place_ar"))
    ge, oe = english(gold.get("place_en")), english(out.get("place_en"))
    if not ga and not ge:
        return not oa and not oe
    if ga and oa and (ga == oa or place_core(gold.get("place_ar")) == place_core(out.get("place_ar"))):
        return True
    return bool(ge) and ge == oe


def similar_place(gold: Flat, out: Flat) -> bool:
    """``same_place``, or one name holds all the words of the other."""
    if same_place(gold, out):
        return True
    pairs = (
        (place_core(gold.get("place_ar")), place_core(out.get("place_ar"))),
        (english(gold.get("place_en")), english(out.get("place_en"))),
    )
    for a, b in pairs:
        one, other = set(a.split()), set(b.split())
        if one and other and (one <= other or other <= one):
            return True
    return False
