"""District borders by P-code: rings to fill, and border lines sorted by what they part."""

from __future__ import annotations

import json
from collections import defaultdict
from functools import lru_cache
from itertools import pairwise

from waqai.publish.labels import FOLDER, table

Point = tuple[float, float]
#: Letters of a P-code that name the governorate: SY07 of SY0705, IQG02 of IQG02Q01.
_GOVERNORATE = {"SY": 4, "IQ": 5}


def decoded(ring: list[int]) -> list[Point]:
    """A ring of the packed files as (longitude, latitude) in degrees: first a point, then steps, all in hundredths."""
    out = []
    x = y = 0
    for n in range(0, len(ring), 2):
        x += ring[n]
        y += ring[n + 1]
        out.append((x / 100, y / 100))
    return out


@lru_cache(maxsize=1)
def polygons() -> dict[str, list[list[Point]]]:
    """District P-code → closed rings. Districts that share a border share its points."""
    packed = json.loads((FOLDER / "page" / "districts.json").read_text(encoding="utf-8"))
    return {code: [decoded(r) for r in rings] for code, rings in packed.items()}


def shape_of(code: str) -> str:
    """The code under whose borders a district is drawn: its own, or that of the district it was set apart from."""
    return str(table("borders")["joined"].get(code, code))


def drawn_in(code: str) -> list[str]:
    """The districts whose ground a shape covers, its own first."""
    return [code, *sorted(new for new, old in table("borders")["joined"].items() if old == code)]


@lru_cache(maxsize=1)
def borders() -> dict[str, list[tuple[Point, Point]]]:
    """Border lines: ``district`` between two of one governorate, ``governorate`` between two governorates, ``country`` at the edge."""
    sides: dict[tuple[Point, Point], list[str]] = defaultdict(list)
    for code, rings in polygons().items():
        for ring in rings:
            for a, b in pairwise(ring):
                sides[min(a, b), max(a, b)].append(code)
    out: dict[str, list[tuple[Point, Point]]] = {"district": [], "governorate": [], "country": []}
    for line, codes in sides.items():
        heads = {c[: _GOVERNORATE[c[:2]]] for c in codes}
        lands = {c[:2] for c in codes}
        kind = "country" if len(codes) == 1 or len(lands) > 1 else "governorate" if len(heads) > 1 else "district"
        out[kind].append(line)
    return out


def chained(lines: list[tuple[Point, Point]]) -> list[list[Point]]:
    """Short lines joined end to end into as few long ones as their junctions allow."""
    at: dict[Point, list[int]] = defaultdict(list)
    for n, line in enumerate(lines):
        for end in line:
            at[end].append(n)
    left = set(range(len(lines)))

    def walk(end: Point) -> list[Point]:
        out = []
        while len(at[end]) == 2 and (found := next((n for n in at[end] if n in left), None)) is not None:
            left.remove(found)
            end = lines[found][1] if lines[found][0] == end else lines[found][0]
            out.append(end)
        return out

    chains = []
    for n, (a, b) in enumerate(lines):
        if n in left:
            left.remove(n)
            ahead = walk(b)
            chains.append([*reversed(walk(a)), a, b, *ahead])
    return chains


def middle(code: str) -> Point:
    """A point well inside a district: of several heights the longest stretch within its largest ring, halved.

    Raises:
        KeyError: no borders are held for the code.
    """
    ring = max(polygons()[code], key=_area)
    ys = [y for _, y in ring]
    low, high = min(ys), max(ys)
    best = (-1.0, ring[0])
    for k in range(1, 12):
        y = low + (high - low) * k / 12 + 1e-6
        cuts = sorted(a[0] + (y - a[1]) * (b[0] - a[0]) / (b[1] - a[1]) for a, b in pairwise(ring) if (a[1] > y) != (b[1] > y))
        for left, right in zip(cuts[::2], cuts[1::2]):
            # A long stretch near the rim is worse than a shorter one in the middle.
            room = min(right - left, 2 * (y - low), 2 * (high - y))
            if room > best[0]:
                best = (room, ((left + right) / 2, y))
    return best[1]


def _area(ring: list[Point]) -> float:
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring)))
