"""Parquet and GeoParquet 1.1: typed columns in row groups; the geometry is WKB in longitude, latitude order."""

from __future__ import annotations

import json
import struct
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from waqai.publish.data import ExportData, Row
from waqai.publish.exporters.base import Column, Losses, Options, need
from waqai.publish.exporters.flat import flat_columns, flat_record

GROUP = 20_000


def point_wkb(lat: float | None, lon: float | None) -> bytes | None:
    """A little-endian WKB point; ``None`` without coordinates."""
    return None if lat is None or lon is None else struct.pack("<BIdd", 1, 1, lon, lat)


class Parquet:
    """The flat layout with types."""

    media_type = "application/vnd.apache.parquet"

    def __init__(self, geometry: bool) -> None:
        self.geometry = geometry
        self.name = "geoparquet" if geometry else "parquet"
        self.file_name = "incidents.geo.parquet" if geometry else "incidents.parquet"
        self.title = "Incidents with geometry" if geometry else "Incidents, typed columns"

    @property
    def columns(self) -> Sequence[Column]:
        """The flat layout, and ``geometry`` in GeoParquet."""
        extra = (Column("geometry", "any", "WKB point, longitude latitude, OGC:CRS84"),) if self.geometry else ()
        return (*flat_columns(), *extra)

    def write(self, data: ExportData, rows: Iterable[Row], path: Path, losses: Losses, options: Options) -> list[Path]:
        """See ``Exporter.write``."""
        pa = need("pyarrow", "parquet")
        pq = need("pyarrow.parquet", "parquet")
        types = {"string": pa.string(), "integer": pa.int64(), "number": pa.float64(), "date": pa.date32(), "any": pa.binary()}
        columns = self.columns
        meta = {"waqai": json.dumps({"method_version": data.method_version, "profile": data.profile, "title": self.title})}
        box = _Box()
        schema = pa.schema([pa.field(c.name, types[c.type], metadata={"description": c.about}) for c in columns], metadata=meta)
        with pq.ParquetWriter(path, schema, compression="zstd") as out:
            for batch in _batches(self._records(data, rows, box), GROUP):
                arrays = [pa.array(v, type=f.type) for v, f in zip(zip(*batch), schema)]
                out.write_batch(pa.record_batch(arrays, schema=schema))
            if self.geometry:
                out.add_key_value_metadata({"geo": json.dumps(box.metadata())})
        return []

    def _records(self, data: ExportData, rows: Iterable[Row], box: _Box) -> Iterator[list[Any]]:
        for row in rows:
            values = flat_record(row, data)
            if self.geometry:
                p = row.incident.place
                values.append(point_wkb(p.lat, p.lon) if p else None)
                if p:
                    box.add(p.lat, p.lon)
            yield values


class _Box:
    """Bounds of the points seen."""

    def __init__(self) -> None:
        self.bounds: list[float] | None = None

    def add(self, lat: float | None, lon: float | None) -> None:
        if lat is None or lon is None:
            return
        b = self.bounds or [lon, lat, lon, lat]
        self.bounds = [min(b[0], lon), min(b[1], lat), max(b[2], lon), max(b[3], lat)]

    def metadata(self) -> dict[str, Any]:
        column: dict[str, Any] = {"encoding": "WKB", "geometry_types": ["Point"]}
        if self.bounds:
            column["bbox"] = self.bounds
        return {"version": "1.1.0", "primary_column": "geometry", "columns": {"geometry": column}}


def _batches(records: Iterator[list[Any]], size: int) -> Iterator[list[list[Any]]]:
    while batch := list(islice(records, size)):
        yield batch


EXPORTERS = {"parquet": Parquet(False), "geoparquet": Parquet(True)}
