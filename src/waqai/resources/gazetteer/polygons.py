"""Administrative areas as polygons: which areas hold a point. Rings of ``(lon, lat)`` degrees, as GeoJSON has them."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

Ring = list[list[float]]


def rings_of(geometry: dict[str, Any]) -> list[list[Ring]]:
    """Polygons of a GeoJSON geometry, each as outer ring and holes.

    Raises:
        ValueError: it is neither Polygon nor MultiPolygon, or a ring is not closed by four points.
    """
    kind = geometry.get("type")
    if kind == "Polygon":
        polygons = [geometry["coordinates"]]
    elif kind == "MultiPolygon":
        polygons = geometry["coordinates"]
    else:
        raise ValueError(f"geometry {kind} is no polygon")
    for polygon in polygons:
        for ring in polygon:
            if len(ring) < 4:
                raise ValueError("a ring has fewer than four points")
    return [[[[float(p[0]), float(p[1])] for p in ring] for ring in polygon] for polygon in polygons]


def _in_ring(lon: float, lat: float, ring: Ring) -> bool:
    hit = False
    x1, y1 = ring[-1]
    for x2, y2 in ring:
        if (y2 > lat) != (y1 > lat) and lon < (x1 - x2) * (lat - y2) / (y1 - y2) + x2:
            hit = not hit
        x1, y1 = x2, y2
    return hit


@dataclass(frozen=True)
class Area:
    """One area: its code, its level 1-3 and its polygons."""

    code: str
    level: int
    polygons: list[list[Ring]]

    def box(self) -> tuple[float, float, float, float]:
        """West, south, east, north."""
        points = [p for polygon in self.polygons for p in polygon[0]]
        return min(p[0] for p in points), min(p[1] for p in points), max(p[0] for p in points), max(p[1] for p in points)

    def holds(self, lat: float, lon: float) -> bool:
        """Whether the point lies in an outer ring and in none of its holes."""
        return any(
            _in_ring(lon, lat, polygon[0]) and not any(_in_ring(lon, lat, hole) for hole in polygon[1:]) for polygon in self.polygons
        )

    def centre(self) -> tuple[float, float]:
        """Centroid ``(lat, lon)`` of the largest outer ring."""
        best = (0.0, 0.0, 0.0)
        for polygon in self.polygons:
            area = x = y = 0.0
            for (x1, y1), (x2, y2) in zip(polygon[0], polygon[0][1:]):
                w = x1 * y2 - x2 * y1
                area += w
                x += (x1 + x2) * w
                y += (y1 + y2) * w
            if area and abs(area) > best[0]:
                best = (abs(area), y / (3 * area), x / (3 * area))
        return best[1], best[2]


class Areas:
    """Many areas with a grid over their boxes: a point asks only the areas near it."""

    def __init__(self, areas: Iterable[Area], step: float = 0.5) -> None:
        self._step = step
        self._grid: dict[tuple[int, int], list[Area]] = {}
        self._count = 0
        for area in areas:
            self._count += 1
            west, south, east, north = area.box()
            for i in range(math.floor(south / step), math.floor(north / step) + 1):
                for j in range(math.floor(west / step), math.floor(east / step) + 1):
                    self._grid.setdefault((i, j), []).append(area)

    def __len__(self) -> int:
        return self._count

    def at(self, lat: float, lon: float) -> str | None:
        """Code of the deepest area that holds the point; ``None`` outside all."""
        cell = self._grid.get((math.floor(lat / self._step), math.floor(lon / self._step)), ())
        found = [a for a in cell if a.holds(lat, lon)]
        return max(found, key=lambda a: (a.level, a.code)).code if found else None


def km_between(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance in kilometres."""
    p, q = math.radians(lat1), math.radians(lat2)
    h = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin(math.radians(lon2 - lon1) / 2) ** 2
    return 12742 * math.asin(math.sqrt(min(1.0, h)))
