"""The project's own flat layout, and its CSV: UTF-8 with a byte-order mark so that Excel reads the Arabic."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from waqai.publish.data import ExportData, Row
from waqai.publish.exporters.base import Column, Losses, Options, columns_of, write_csv
from waqai.publish.exporters.words import admin1, claimant, earliest, outlets, unique
from waqai.publish.labels import label, table


@lru_cache(maxsize=1)
def flat_columns() -> tuple[Column, ...]:
    """Columns of the layout, from ``data/publish/columns.yml``."""
    return columns_of(table("columns"))


def flat_record(row: Row, data: ExportData) -> list[Any]:
    """One incident as values in the order of ``flat_columns``; dates are ``date``, absent values ``None``."""
    i = row.incident
    p = i.place
    a1 = admin1(p)
    first = row.versions[0].claim if row.versions else None
    both = getattr(i, "killed_or_injured", None)
    lows = [v.claim.killed_or_injured for v in row.versions if v.claim.killed_or_injured]
    low = both.low if both else min((c.low for c in lows if c.low is not None), default=None)
    high = both.high if both else max((c.high for c in lows if c.high is not None), default=None)
    return [
        i.id, i.state, str(i.event_type), label("event_type", i.event_type, "ar"), i.date_start, i.date_end,
        str(first.time_precision) if first else "none", str(first.time_basis) if first else "none",
        p.country if p else None, p.admin1 if p else None, a1[1] if a1 else None, a1[2] if a1 else None,
        p.admin2 if p else None, p.admin3 if p else None, p.name_en if p else None, p.name_ar if p else None,
        p.pcode if p else None, p.lat if p else None, p.lon if p else None,
        str(p.geo_precision) if p else "unplaced", p.radius_km if p else None,
        i.perpetrator.name_en if i.perpetrator else None, i.perpetrator.name_ar if i.perpetrator else None,
        i.target.name_en if i.target else None, i.target.name_ar if i.target else None,
        i.fatalities.low, i.fatalities.best, i.fatalities.high, i.injuries.low, i.injuries.best, i.injuries.high,
        i.captured.low, i.captured.best, i.captured.high, low, high,
        "; ".join(i.weapons) or None, i.attribution, i.corroboration, len(row.versions),
        "; ".join(unique(claimant(v) for v in row.versions)) or None, "; ".join(outlets(row)) or None,
        "; ".join(k for k, _ in i.disagreement) or None, earliest(row),
        f"{i.rule} {i.rule_version}", data.method_version, data.profile,
    ]  # fmt: skip


def iso(values: Iterable[Any]) -> list[Any]:
    """Dates as ISO text; the rest unchanged."""
    return [v.isoformat() if isinstance(v, date) else v for v in values]


class Csv:
    """One row per incident, comma-separated."""

    name = "csv"
    file_name = "incidents.csv"
    title = "Incidents, one row each"
    media_type = "text/csv"

    @property
    def columns(self) -> Sequence[Column]:
        """The flat layout."""
        return flat_columns()

    def write(self, data: ExportData, rows: Iterable[Row], path: Path, losses: Losses, options: Options) -> list[Path]:
        """See ``Exporter.write``; nothing is lost but the quoted words, which stand in the claims sidecar."""
        records = (iso(flat_record(r, data)) for r in rows)
        if options.hxl:
            tags = [e.get("hxl", "") for e in table("columns")]
            records = (x for part in ([tags], records) for x in part)
        write_csv(path, self.columns, records, bom=True)
        return []


EXPORTERS = {"csv": Csv()}
