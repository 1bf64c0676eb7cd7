"""Checking a finished file against the policy: names, coordinates, links, drafts, whoever made the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from waqai.errors import UsageError
from waqai.normalise import fold
from waqai.publish.exporters.words import DRAFT
from waqai.publish.finished import values
from waqai.publish.labels import table
from waqai.publish.names import find_names
from waqai.publish.policy import Policy

_WKT = re.compile(r"-?\d+(?:\.\d+)?")
_MOST = 500


@dataclass(frozen=True, slots=True)
class Finding:
    """One breach: where in the file, which rule, and what was seen (a private name is shown by its first letter only)."""

    where: str
    rule: str
    detail: str


def audit(path: Path, policy: Policy) -> list[Finding]:
    """What in a file breaks the policy.

    Reads what ``waqai.publish.finished`` reads: every format we write. At most 500 findings are returned.

    Raises:
        UsageError: the file is missing or of a kind that cannot be read.
    """
    if not path.is_file():
        raise UsageError(f"{path}: there is no such file. Check the name.")
    out: list[Finding] = []
    for where, field, value in values(path):
        out += _check(where, field, value, policy)
        if len(out) >= _MOST:
            break
    return out[:_MOST]


def _decimals(value: Any) -> int:
    text = str(value)
    return len(text.split(".")[1].rstrip("0")) if "." in text else 0


def _check(where: str, field: str, value: Any, p: Policy) -> Iterator[Finding]:
    name = field.casefold()
    if name in ("lat", "latitude", "lon", "longitude", "coordinates", "geom_wkt", "geometry"):
        if any(_decimals(x) > p.decimals for x in _WKT.findall(str(value))):
            yield Finding(where, "coordinates", f"{field} {value} has more than {p.decimals} decimals")
        return
    if not isinstance(value, str):
        return
    if not p.drafts and ((name == "state" and value == "draft") or _DRAFT.search(value)):
        yield Finding(where, "draft", "an incident nobody has released")
    if name == "url" and not p.propaganda_links and any(h in value for h in p.propaganda_hosts):
        yield Finding(where, "propaganda-link", value[:80])
    if name in ("profile",) and value in ("internal", "partner", "public") and _rank(value) < _rank(p.profile):
        yield Finding(where, "profile", f"the file was made under {value!r}")
    if p.names == "mask" and name not in _SAFE:
        kept = {fold(x) for x in table("names")["mask"].values()}
        for a, b in find_names(value):
            if fold(value[a:b]) not in kept:
                yield Finding(where, "name", f"{field}: {value[a]}… ({b - a} letters)")


def _rank(profile: str) -> int:
    return ("internal", "partner", "public").index(profile)


_DRAFT = re.compile(rf"\b{DRAFT}\b")
_SAFE = frozenset(
    (
        "place",
        "place_ar",
        "name_ar",
        "admin1",
        "admin1_ar",
        "admin2",
        "admin3",
        "outlet",
        "outlets",
        "claimants",
        "path",
        "perpetrator_ar",
        "target_ar",
        "ar",
        "a1",
        "a2",
    )
)
