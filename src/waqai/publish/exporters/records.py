"""What layouts of one record per incident share: refusing rows with a reason, and writing the rest as a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from waqai.publish.data import ExportData, Row
from waqai.publish.exporters.base import Column, Losses, Options, columns_of, write_csv
from waqai.publish.exporters.words import only_denied, only_planned
from waqai.publish.labels import table


def refused(row: Row, losses: Losses, reasons: Iterable[tuple[bool, str]]) -> bool:
    """Whether a layout cannot carry a row: nobody asserts it, it has not been done, or the first of ``reasons`` that holds."""
    i = row.incident
    common = (
        (only_denied(row) or i.attribution == "denied", "denied: nobody asserts it"),
        (only_planned(row), "planned, not done"),
    )
    for bad, reason in (*common, *reasons):
        if bad:
            losses.drop(i.id, reason)
            return True
    return False


class RecordTable:
    """A CSV layout whose columns stand in a file of ``data/publish``; a subclass says what one row's values are."""

    media_type = "text/csv"
    #: Stem of the file of ``data/publish`` that lists the columns.
    facts: str

    @property
    def columns(self) -> Sequence[Column]:
        """The columns in order."""
        return columns_of(table(self.facts)["columns"])

    def values(self, row: Row, losses: Losses) -> list[Any] | None:
        """The values of a row in the order of ``columns``; ``None`` when the layout cannot carry it."""
        raise NotImplementedError

    def write(self, data: ExportData, rows: Iterable[Row], path: Path, losses: Losses, options: Options) -> list[Path]:
        """See ``Exporter.write``."""

        def records() -> Iterator[list[Any]]:
            for row in rows:
                values = self.values(row, losses)
                if values is not None:
                    yield values

        write_csv(path, self.columns, records())
        return []
