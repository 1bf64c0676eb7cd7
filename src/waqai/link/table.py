"""The weight table (``data/link/weights.yml``) and the sides of actors, ready for use."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from waqai.errors import ResourceError
from waqai.model import EventType
from waqai.resources.load import DATA, compiled, data_files, read_yaml

NEVER = -1000.0
FEATURES = (
    "date", "place", "type", "perpetrator", "target", "sides", "fatalities", "injuries", "captured", "combined",
    "weapon", "object", "text", "modality", "report",
)  # fmt: skip


@dataclass(frozen=True)
class Weights:
    """The table. ``points[feature][outcome]`` is a number of points, ``NEVER`` for a guard.

    Attributes:
        types: outcome for an unordered pair of event types; a pair not listed is ``different``.
        side: actor name → name of its side; actors on no list are their own side.
        parent: actor name → the organisation it belongs to.
    """

    version: str
    threshold: float
    slack: float
    support: float
    points: dict[str, dict[str, float]]
    types: dict[tuple[str, str], str]
    nobody: frozenset[str]
    vague: frozenset[str]
    side: dict[str, str]
    parent: dict[str, str]


def _actors() -> list[dict[str, Any]]:
    out: list[dict[str, Any]] = []
    for path in data_files("actors/*.yml"):
        body = read_yaml(path)
        rows = body if isinstance(body, list) else [r for v in body.values() if isinstance(v, list) for r in v]
        out += [r for r in rows if isinstance(r, dict) and "id" in r and "en" in r]
    return out


def _sides(wholes: dict[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    rows = _actors()
    name = {r["id"]: r["en"] for r in rows}
    parent = {r["en"]: name[r["parent"]] for r in rows if r.get("parent") in name and name[r["parent"]] != r["en"]}
    parent.update(wholes)
    side: dict[str, str] = {}
    for r in rows:
        if r.get("side"):
            # Former and present governments share a registry line, never a side.
            side.setdefault(r["en"], str(r["side"]))
    return side, parent


def build() -> Weights:
    """Read and check the table.

    Raises:
        ResourceError: a feature is missing or unknown, or a pair names no event type.
    """
    path = DATA / "link" / "weights.yml"
    raw = read_yaml(path)
    features = raw["features"]
    wrong = set(features) ^ set(FEATURES)
    if wrong:
        raise ResourceError(f"{path}: features {sorted(wrong)} are missing or unknown. Expected: {', '.join(FEATURES)}.")
    points = {f: {k: NEVER if v == "never" else float(v) for k, v in rows.items()} for f, rows in features.items()}
    known = {str(e) for e in EventType}
    types: dict[tuple[str, str], str] = {(e, e): "same" for e in known}
    for word, groups in (("loose", raw["loose"]), ("family", raw["families"])):
        for group in groups:
            if not set(group) <= known:
                raise ResourceError(f"{path}: {group} names no event type. Use the words of codebook section 3.")
            types.update({(a, b): word for a in group for b in group if a != b})
    side, parent = _sides(raw["wholes"])
    return Weights(
        raw["version"], float(raw["threshold"]), float(raw["slack"]), float(raw["support"]), points, types,
        frozenset(raw["nobody"]), frozenset(raw["vague_claimants"]), side, parent,
    )  # fmt: skip


@lru_cache(maxsize=1)
def weights() -> Weights:
    """The packaged table, compiled."""
    files = [DATA / "link" / "weights.yml", *data_files("actors/*.yml")]
    return compiled("link-weights", build, files, __file__)
