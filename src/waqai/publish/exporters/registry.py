"""The list of formats. Modules are imported when their format is asked for."""

from __future__ import annotations

import importlib

from waqai.errors import UsageError
from waqai.publish.exporters.base import Exporter

#: name → module under ``waqai.publish.exporters``
REGISTRY = {
    "acled": "acled",
    "csv": "flat",
    "geojson": "geojson",
    "geoparquet": "parquet",
    "hapi": "hapi",
    "jsonl": "jsonl",
    "kml": "kml",
    "parquet": "parquet",
    "plover": "plover",
    "timemap": "timemap",
    "ucdp-ged": "ucdp",
    "xlsx": "xlsx",
}
ALIASES = {"ucdp": "ucdp-ged", "ged": "ucdp-ged", "excel": "xlsx"}


def exporter(name: str) -> Exporter:
    """The exporter called ``name``.

    Raises:
        UsageError: no format has that name; the message lists those there are.
    """
    name = ALIASES.get(name, name)
    if name not in REGISTRY:
        raise UsageError(f"no format is called {name!r}. Choose one of: {', '.join(sorted(REGISTRY))}.")
    module = importlib.import_module(f"waqai.publish.exporters.{REGISTRY[name]}")
    found: Exporter = module.EXPORTERS[name]
    return found
