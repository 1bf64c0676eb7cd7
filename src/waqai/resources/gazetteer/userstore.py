"""The user's imported places. (placeholder until the importers land)"""

from __future__ import annotations

import os
from pathlib import Path

from waqai.resources.gazetteer.core import Row


def store_path() -> Path:
    """Where imported places live: ``WAQAI_HOME`` or ``~/.local/share/waqai``."""
    home = os.environ.get("WAQAI_HOME")
    return (Path(home) if home else Path.home() / ".local" / "share" / "waqai") / "gazetteer.sqlite"


def merged(rows: dict[str, Row], store: Path) -> dict[str, Row]:
    """Core rows with the imported ones."""
    return rows
