"""Importers: one file per format, one line in ``FORMATS``. Each reads a whole file or refuses it, naming lines."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from waqai.resources.gazetteer.importers import codab, csvfile, geonames, ocha, wof
from waqai.resources.gazetteer.userstore import Batch

FORMATS: dict[str, Callable[[Path], Batch]] = {
    "geonames": geonames.read,
    "ocha": ocha.read,
    "cod-ab": codab.read,
    "wof": wof.read,
    "csv": csvfile.read,
}

__all__ = ["FORMATS", "Batch"]
