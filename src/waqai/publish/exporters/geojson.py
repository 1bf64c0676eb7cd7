"""GeoJSON (RFC 7946): a point for every placed incident, ``null`` geometry for the others; areas carry their radius."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from waqai.publish.data import ExportData, Row
from waqai.publish.exporters.base import Column, Losses, Options
from waqai.publish.exporters.flat import flat_columns, flat_record, iso
from waqai.publish.exporters.words import summary


def feature(row: Row, data: ExportData) -> dict[str, Any]:
    """One incident as a feature; coordinates are longitude, latitude in WGS84 with five decimals."""
    p = row.incident.place
    placed = p is not None and p.lat is not None and p.lon is not None
    geometry = {"type": "Point", "coordinates": [round(p.lon, 5), round(p.lat, 5)]} if placed else None  # type: ignore[union-attr,arg-type]
    properties = dict(zip((c.name for c in flat_columns()), iso(flat_record(row, data))))
    return {"type": "Feature", "id": row.incident.id, "geometry": geometry, "properties": {**properties, "summary": summary(row)}}


class GeoJson:
    """A feature collection written feature by feature."""

    name = "geojson"
    file_name = "incidents.geojson"
    title = "Incidents on the map"
    media_type = "application/geo+json"
    columns: tuple[Column, ...] = ()

    def write(self, data: ExportData, rows: Iterable[Row], path: Path, losses: Losses, options: Options) -> list[Path]:
        """See ``Exporter.write``."""
        with path.open("w", encoding="utf-8") as f:
            head = {"method_version": data.method_version, "profile": data.profile}
            f.write('{"type":"FeatureCollection","waqai":' + json.dumps(head, ensure_ascii=False) + ',"features":[')
            for n, row in enumerate(rows):
                one = feature(row, data)
                if one["geometry"] is None:
                    losses.note(row.incident.id, "no coordinates: feature without geometry")
                elif row.incident.place and row.incident.place.geo_precision != "exact":
                    losses.note(row.incident.id, "area drawn as its middle point; see radius_km and geo_precision")
                f.write(("," if n else "") + "\n" + json.dumps(one, ensure_ascii=False, separators=(",", ":")))
            f.write("\n]}\n")
        return []


EXPORTERS = {"geojson": GeoJson()}
