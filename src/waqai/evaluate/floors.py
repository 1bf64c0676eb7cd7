"""Floors: what has been won stays won. They rise by default and fall only by a stated decision."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from waqai.errors import InputError

# The coder is deterministic: one claim less is a loss, not noise. Only rounding is allowed for.
SLACK = 0.00005
HEADLINE = ("precision", "recall", "f1")
# Finer splits (`_stated`, `_lenient`) are for reading; a floor under each would punish finding harder claims.
FIELDS = frozenset(
    (
        "event_type", "perpetrator", "target", "claimant", "date_start", "place", "admin1", "fatalities", "injuries",
        "captured", "weapon", "modality", "all_core",
    )
)  # fmt: skip


def figures(result: Mapping[str, Any], phenomena: float | None = None) -> dict[str, float]:
    """The figures that get a floor: detection, fields, evidence, no-event documents, phenomena. Higher is better."""
    out: dict[str, float] = {f"claims.{k}": result["detection"][k] for k in HEADLINE}
    for name, value in result["fields_on_matched"].items():
        if name in FIELDS and value["acc"] is not None:
            out[f"field.{name}"] = value["acc"]
    rate = result["no_event"]["false_positive_rate"]
    if rate is not None:
        out["no_event.kept_empty"] = round(1 - rate, 4)
    evidence = result.get("evidence")
    if evidence and evidence["valid_share"] is not None:
        out["evidence.valid"] = evidence["valid_share"]
    if phenomena is not None:
        out["phenomena.pass"] = phenomena
    return out


def fingerprint(paths: Iterable[Path]) -> str:
    """A short hash of the names and contents of the gold files."""
    h = hashlib.sha256()
    for p in sorted(paths, key=lambda p: p.name):
        h.update(p.name.encode() + b"\0" + p.read_bytes() + b"\0")
    return h.hexdigest()[:16]


def load_floors(path: Path) -> dict[str, Any]:
    """The floors file; empty floors when it does not exist yet.

    Raises:
        InputError: the file is broken.
    """
    if not path.exists():
        return {"corpus": None, "floors": {}, "lowered": []}
    try:
        value: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        value["floors"].items()
    except (ValueError, KeyError, TypeError, AttributeError) as e:
        raise InputError(f"{path}: not a floors file ({e}). Restore it from version control") from e
    return value


def below(floors: Mapping[str, Any], now: Mapping[str, float]) -> list[str]:
    """One line per figure under its floor; a figure that is no longer measured is under its floor too."""
    lines = []
    for name, floor in floors["floors"].items():
        value = now.get(name)
        if value is None or value < floor - SLACK:
            lines.append(f"{name}: {value} is below the floor {floor}")
    return lines


def raised(floors: Mapping[str, Any], now: Mapping[str, float], corpus: str) -> dict[str, Any]:
    """The floors lifted to the present figures where these are higher."""
    merged = {name: max(value, floors["floors"].get(name, value)) for name, value in now.items()}
    return {"corpus": corpus, "floors": dict(sorted(merged.items())), "lowered": floors.get("lowered", [])}


def lowered(floors: Mapping[str, Any], now: Mapping[str, float], corpus: str, reason: str) -> dict[str, Any]:
    """The floors set to the present figures, with the reason kept in the file."""
    entry = {
        "reason": reason,
        "corpus": corpus,
        "were": {n: f for n, f in floors["floors"].items() if now.get(n, -1.0) < f},
    }
    return {"corpus": corpus, "floors": dict(sorted(now.items())), "lowered": [*floors.get("lowered", []), entry]}


def save_floors(path: Path, value: Mapping[str, Any]) -> None:
    """Write a floors file."""
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
