"""One sentence, one phenomenon, one expectation: what the coder must be able to read, counted as a pass rate.

A record of the phenomenon file::

    - id: passive-3
      phenomenon: passive
      text: "قُتل جنديان برصاص مجهولين في القائم."
      published: 2024-05-02          # optional
      outlet: …                      # optional
      expect:                        # one entry per claim; [] when nothing is to be coded
        - {event_type: attack, perpetrator: unknown gunmen, fatalities: 2, place: القائم}

Only the keys given are compared. Counts are ``n``, ``[low, high]`` or ``null``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from waqai.errors import InputError
from waqai.evaluate.align import heaviest_pairing
from waqai.evaluate.compare import Flat, arabic, bounds, canonical, day, place_core
from waqai.resources import read_yaml

_NAMES = ("perpetrator", "target", "claimant", "admin1")
_COUNTS = ("fatalities", "injuries", "captured")
KEYS = frozenset((*_NAMES, *_COUNTS, "event_type", "modality", "weapon", "date_start", "date_end", "place", "aggregate", "trigger"))


@dataclass(frozen=True, slots=True)
class Record:
    """One phenomenon record; ``published`` is an ISO date or ``None``."""

    id: str
    phenomenon: str
    text: str
    published: str | None
    outlet: str | None
    expect: tuple[Mapping[str, Any], ...]


def load_phenomena(path: Path) -> list[Record]:
    """The records of a phenomenon file.

    Raises:
        InputError: a record lacks a key, has an unknown one, or repeats an id.
    """
    records: dict[str, Record] = {}
    for n, entry in enumerate(read_yaml(path), 1):
        try:
            expect = tuple(entry["expect"] or ())
            unknown = sorted({k for e in expect for k in e} - KEYS)
            published = entry.get("published")
            record = Record(
                entry["id"], entry["phenomenon"], entry["text"], str(published) if published else None,
                entry.get("outlet"), expect,
            )  # fmt: skip
        except (KeyError, TypeError, AttributeError) as e:
            raise InputError(f"{path}: record {n} lacks {e}. Give id, phenomenon, text and expect") from e
        if unknown or record.id in records:
            what = f"has unknown keys {unknown}" if unknown else "repeats an id"
            raise InputError(f"{path}: record {n} ({record.id}) {what}. Correct it")
        records[record.id] = record
    return list(records.values())


def agrees(expected: Mapping[str, Any], claim: Flat) -> bool:
    """Every key of ``expected`` has the claim's value."""
    return not differences(expected, claim)


def differences(expected: Mapping[str, Any], claim: Flat) -> list[str]:
    """Keys on which a claim differs from what is expected."""
    return [key for key, value in expected.items() if not _same(key, value, claim)]


def _same(key: str, value: Any, claim: Flat) -> bool:
    if key in _NAMES:
        return canonical(value) == canonical(claim.get("admin1_en" if key == "admin1" else key))
    if key in _COUNTS:
        wanted = tuple(value) if isinstance(value, list) else bounds(value)
        return wanted == bounds(claim.get(key))
    if key == "place":
        return place_core(value) == place_core(claim.get("place_ar"))
    if key in ("date_start", "date_end"):
        return day(value) == day(claim.get(key))
    if key == "trigger":
        return arabic(value) == arabic(claim.get("trigger_ar"))
    return bool(value == claim.get(key))


def judge(record: Record, claims: Sequence[Flat]) -> str | None:
    """``None`` when the claims are as expected, else what is wrong in one line."""
    if len(claims) != len(record.expect):
        found = ", ".join(str(c.get("event_type")) for c in claims) or "nothing"
        return f"{len(record.expect)} claims expected, found {found}"
    weights = {
        (i, j): 1.0 for i, e in enumerate(record.expect) for j, c in enumerate(claims) if agrees(e, c)
    }  # fmt: skip
    paired = {i for i, _ in heaviest_pairing(len(record.expect), weights)}
    for i, e in enumerate(record.expect):
        if i not in paired:
            nearest = min((differences(e, c) for c in claims), key=len)
            return f"claim {i + 1} differs in {', '.join(nearest) or 'pairing'}"
    return None


def run(records: Sequence[Record], code: Callable[[Record], Sequence[Flat]]) -> dict[str, Any]:
    """Judge every record.

    Returns:
        ``pass``: share of records passed; ``n``; ``by_phenomenon``: name → passed, n; ``failures``: id → what is wrong.
    """
    table: dict[str, list[int]] = {}
    failures: dict[str, str] = {}
    for r in records:
        problem = judge(r, code(r))
        row = table.setdefault(r.phenomenon, [0, 0])
        row[0] += problem is None
        row[1] += 1
        if problem:
            failures[r.id] = problem
    passed = sum(a for a, _ in table.values())
    return {
        "pass": round(passed / len(records), 4) if records else None,
        "n": len(records),
        "by_phenomenon": {k: {"passed": a, "n": n} for k, (a, n) in sorted(table.items())},
        "failures": failures,
    }
