"""What an exporter is, and the account of what a format could not carry."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any, Protocol

from waqai.errors import UsageError
from waqai.publish.data import ExportData, Row

_EXAMPLES = 20


@dataclass(frozen=True, slots=True)
class Column:
    """One column: ``type`` is a Frictionless type name (``string``, ``integer``, ``number``, ``date``)."""

    name: str
    type: str = "string"
    about: str = ""
    required: bool = False


@dataclass
class Losses:
    """What did not fit: rows dropped, ranges flattened, precision mapped. Counts are exact, ids are examples.

    ``drafts`` counts the rows written that nobody has released.
    ``dropped`` is the id of the row dropped last, so that sidecars can leave its claims out.
    """

    written: int = 0
    drafts: int = 0
    rows: dict[str, int] = field(default_factory=dict)
    notes: dict[str, int] = field(default_factory=dict)
    examples: dict[str, list[str]] = field(default_factory=dict)
    dropped: str | None = None

    def _count(self, where: dict[str, int], reason: str, ident: str) -> None:
        where[reason] = where.get(reason, 0) + 1
        ids = self.examples.setdefault(reason, [])
        if len(ids) < _EXAMPLES:
            ids.append(ident)

    def drop(self, ident: str, reason: str) -> None:
        """A row that is not in the file."""
        self._count(self.rows, reason, ident)
        self.dropped = ident

    def note(self, ident: str, what: str) -> None:
        """A value that says less in the file than it does here."""
        self._count(self.notes, what, ident)

    def report(self) -> dict[str, Any]:
        """Plain values for ``losses.json``."""
        return {
            "rows_written": self.written,
            "rows_dropped": sum(self.rows.values()),
            "dropped": {k: {"count": v, "examples": self.examples[k]} for k, v in sorted(self.rows.items())},
            "said_less": {k: {"count": v, "examples": self.examples[k]} for k, v in sorted(self.notes.items())},
        }


@dataclass(frozen=True, slots=True)
class Options:
    """Choices of a call: ``hxl`` adds the tag row where a format has one."""

    hxl: bool = False


class Exporter(Protocol):
    """One format.

    Attributes:
        name, file_name, title, media_type: as users and ``datapackage.json`` see them.
        columns: schema of the main file; empty when it is not a table.
        per_row: whether each row of the file is one incident (sidecars then leave dropped incidents out).
    """

    name: str
    file_name: str
    title: str
    media_type: str
    columns: Sequence[Column]

    def write(self, data: ExportData, rows: Iterable[Row], path: Path, losses: Losses, options: Options) -> list[Path]:
        """Write ``rows`` to ``path`` in one pass; return further files written beside it."""
        ...


def columns_of(entries: Iterable[Mapping[str, Any]]) -> tuple[Column, ...]:
    """Columns from their YAML list."""
    return tuple(Column(e["name"], e.get("type", "string"), e.get("about") or e.get("en") or "", bool(e.get("required"))) for e in entries)


def need(module: str, extra: str) -> ModuleType:
    """Import an optional library.

    Raises:
        UsageError: it is not installed; the message holds the line that installs it.
    """
    import importlib

    try:
        return importlib.import_module(module)
    except ImportError as e:
        raise UsageError(f"this needs {module}. Install it with: pip install 'waqai[{extra}]'") from e
    except OSError as e:
        # WeasyPrint loads Pango when it is imported.
        raise UsageError(
            f"{module} lacks a library of the system ({e}). Install Pango: apt-get install libpango-1.0-0 libpangoft2-1.0-0"
        ) from e


def write_csv(path: Path, columns: Sequence[Column], records: Iterable[Sequence[Any]], *, bom: bool = False) -> None:
    """A table with a header row, LF line ends, quotes only where needed; ``None`` is an empty cell."""
    with path.open("w", encoding="utf-8-sig" if bom else "utf-8", newline="") as f:
        out = csv.writer(f, lineterminator="\n")
        out.writerow([c.name for c in columns])
        out.writerows(records)


def counted(rows: Iterable[Row], losses: Losses) -> Iterator[Row]:
    """Rows as they are, each counted as written unless it was dropped."""
    for row in rows:
        before = sum(losses.rows.values())
        yield row
        if sum(losses.rows.values()) == before:
            losses.written += 1
