"""Killed, injured and captured as reports of many manners tell them: ``tolls_told.yml``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from frame_text import claims

from waqai.evaluate.gold import flat
from waqai.model.serial import claim_to_dict

REPORTS: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("tolls_told.yml").read_text(encoding="utf-8"))
ROLES = ("fatalities", "injuries", "captured")


def written(toll: dict[str, int | None]) -> str:
    low, high = toll["low"], toll["high"]
    if low is None:
        return "-"
    return f"{low}+" if high is None else str(low) if low == high else f"{low}-{high}"


def tolls(text: str) -> list[str]:
    told = (flat(claim_to_dict(c)) for c in claims(text, "2024-03-05"))
    return sorted("/".join(written(c[r]) for r in ROLES) for c in told if c is not None)


@pytest.mark.parametrize("report", REPORTS, ids=lambda r: " ".join(r["text"].split()[:6]))
def test_the_tolls_of_a_report(report: dict[str, Any]) -> None:
    assert tolls(report["text"]) == sorted(report["tolls"])
