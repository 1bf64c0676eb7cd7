"""JSON Lines: the whole incident with its versions, sources and quoted words; the one format that loses nothing."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from waqai.model.serial import claim_to_dict
from waqai.model.serial_incidents import incident_to_dict
from waqai.publish.data import ExportData, Row, Source
from waqai.publish.exporters.base import Column, Losses, Options


def source_to_dict(s: Source) -> dict[str, Any]:
    """The report head as in the claims contract."""
    return {
        "id": s.id, "title": s.title, "outlet": s.outlet, "url": s.url,
        "published_at": s.published.isoformat() if s.published else None, "published_basis": s.published_basis,
        "sha256": s.sha256,
    }  # fmt: skip


def row_to_dict(row: Row, data: ExportData) -> dict[str, Any]:
    """One line."""
    return {
        **incident_to_dict(row.incident),
        "method_version": data.method_version,
        "profile": data.profile,
        "withheld": list(row.withheld),
        "versions": [
            {
                "claim": claim_to_dict(v.claim),
                "source": source_to_dict(v.source),
                "quote": [{"text": p.text, "field": p.field} for p in v.quote],
            }
            for v in row.versions
        ],
    }


class JsonLines:
    """One incident a line."""

    name = "jsonl"
    file_name = "incidents.jsonl"
    title = "Incidents with their versions, one JSON object a line"
    media_type = "application/x-ndjson"
    columns: tuple[Column, ...] = ()

    def write(self, data: ExportData, rows: Iterable[Row], path: Path, losses: Losses, options: Options) -> list[Path]:
        """See ``Exporter.write``."""
        with path.open("w", encoding="utf-8") as f:
            for row in rows:
                f.write(json.dumps(row_to_dict(row, data), ensure_ascii=False, separators=(",", ":")) + "\n")
        return []


EXPORTERS = {"jsonl": JsonLines()}
