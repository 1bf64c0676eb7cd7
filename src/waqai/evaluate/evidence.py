"""Does every stated field point at words of the report? Counts spans that slice, and fields without any."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

# contract field → key of ``evidence``
FIELDS = {
    "perpetrator": "perpetrator", "target": "target", "place": "place", "date_start": "date",
    "fatalities": "fatalities", "injuries": "injuries", "captured": "captured",
    "killed_or_injured": "killed_or_injured", "trigger": "trigger",
}  # fmt: skip


def check_evidence(text: str, claims: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """Evidence of one report's claims (objects of the claims contract).

    Returns:
        ``spans`` and ``valid``: how many spans there are, and how many lie inside the text and begin and end on words;
        ``fields`` and ``supported``: how many stated fields there are, and how many have a valid span; ``problems``:
        one line each.
    """
    out: dict[str, Any] = {"spans": 0, "valid": 0, "fields": 0, "supported": 0, "problems": []}
    for n, claim in enumerate(claims, 1):
        evidence = claim.get("evidence") or {}
        good: set[str] = set()
        for name, spans in evidence.items():
            for start, end in spans:
                out["spans"] += 1
                words = text[start:end] if 0 <= start < end <= len(text) else ""
                if words and words == words.strip():
                    out["valid"] += 1
                    good.add(name)
                else:
                    out["problems"].append(f"claim {n}: {name} [{start}, {end}) is {words!r}")
        trigger = claim.get("trigger")
        if trigger and "trigger" in good and not any(text[a:b] == trigger for a, b in evidence["trigger"]):
            out["problems"].append(f"claim {n}: trigger {trigger!r} is not the words of its span")
        for name, key in FIELDS.items():
            if claim.get(name):
                out["fields"] += 1
                if key in good or (name == "date_start" and "date_start" in good):
                    out["supported"] += 1
                else:
                    out["problems"].append(f"claim {n}: {name} has no evidence")
    return out


def sum_evidence(parts: Iterable[tuple[str, dict[str, Any]]]) -> dict[str, Any]:
    """The checks of several documents as one; problems carry the document id."""
    total: dict[str, Any] = {"spans": 0, "valid": 0, "fields": 0, "supported": 0, "problems": []}
    for identity, part in parts:
        for key in ("spans", "valid", "fields", "supported"):
            total[key] += part[key]
        total["problems"] += [f"{identity}: {p}" for p in part["problems"]]
    total["valid_share"] = round(total["valid"] / total["spans"], 4) if total["spans"] else None
    total["supported_share"] = round(total["supported"] / total["fields"], 4) if total["fields"] else None
    return total
