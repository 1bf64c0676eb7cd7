"""Excel: right-to-left sheets, frozen headers, real dates; incidents, versions and a codebook in one workbook."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from waqai.publish.data import ExportData, Row
from waqai.publish.exporters.base import Column, Losses, Options, need
from waqai.publish.exporters.flat import flat_columns, flat_record
from waqai.publish.exporters.xlsx_rows import RawRows
from waqai.publish.labels import table, ui
from waqai.publish.sidecars import CLAIM_COLUMNS, claim_record

#: Rows a sheet holds, the two of its header taken off.
_MAX = 1_048_574
_WIDE = {
    "incident_id": 20,
    "claim_id": 20,
    "public_id": 24,
    "source_id": 20,
    "event_type": 29,
    "event_type_ar": 20,
    "admin1": 16,
    "admin2": 18,
    "admin3": 22,
    "place": 26,
    "place_ar": 18,
    "perpetrator": 24,
    "perpetrator_ar": 24,
    "target": 24,
    "target_ar": 24,
    "claimants": 34,
    "outlets": 34,
    "quote": 90,
    "title": 50,
    "summary": 60,
}


class _Sheets:
    """One table over as many sheets as it takes: the name of the first, then the same with 2, 3 …; each has the header."""

    def __init__(self, book: Any, first: Any, head: Callable[[Any], None], width: int, day: Any) -> None:
        self._book, self._name, self._head, self._width, self._day = book, first.get_name(), head, width, day
        self._count = 0
        self._open(first)

    def _open(self, sheet: Any) -> None:
        self._head(sheet)
        self._sheet, self._held = sheet, 0
        self._rows = RawRows(sheet, 2, self._day)
        self._count += 1

    def add(self, values: Sequence[Any]) -> None:
        """One row more."""
        if self._held == _MAX:
            self.close()
            # A workbook of more than one full sheet may pass the four gigabytes of an ordinary zip file.
            self._book.use_zip64()
            sheet = self._book.add_worksheet(f"{self._name} {self._count + 1}")
            sheet.right_to_left()
            self._open(sheet)
        self._rows.add(values)
        self._held += 1

    def close(self) -> None:
        """Tell the sheet how far it reaches."""
        self._rows.close(self._width)
        self._sheet.autofilter(0, 0, self._held + 1, self._width - 1)


class Xlsx:
    """One workbook of four sheets."""

    name = "xlsx"
    file_name = "incidents.xlsx"
    title = "Incidents, versions and codebook as a workbook"
    media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

    @property
    def columns(self) -> Sequence[Column]:
        """The flat layout."""
        return flat_columns()

    def write(self, data: ExportData, rows: Iterable[Row], path: Path, losses: Losses, options: Options) -> list[Path]:
        """See ``Exporter.write``; rows go to disk as they come, and on to another sheet when one is full."""
        xlsxwriter = need("xlsxwriter", "xlsx")
        # Text that starts with "=" stays text: reports are not trusted to hold no formulas.
        book = xlsxwriter.Workbook(str(path), {
            "constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "tmpdir": str(path.parent),
        })  # fmt: skip
        try:
            # A fixed moment in the properties keeps the same input giving the same bytes.
            book.set_properties(
                {"title": "Waqai", "comments": f"profile {data.profile}, method {data.method_version}", "created": datetime(2000, 1, 1)}
            )
            style = {
                "head": book.add_format(
                    {"bold": True, "bg_color": "#2a2724", "font_color": "#ffffff", "text_wrap": True, "valign": "top", "border": 1}
                ),
                "date": book.add_format({"num_format": "yyyy-mm-dd"}),
                "about": book.add_format({"bold": True, "font_size": 16}),
            }  # fmt: skip
            sheets = {n: book.add_worksheet(n) for n in ("الحوادث", "الروايات", "دليل الترميز", "عن الملف")}
            for sheet in sheets.values():
                sheet.right_to_left()

            def incidents(sheet: Any) -> None:
                self._head(sheet, [e["name"] for e in table("columns")], [e["ar"] for e in table("columns")], style)

            def versions(sheet: Any) -> None:
                self._head(sheet, [c.name for c in CLAIM_COLUMNS], [c.about for c in CLAIM_COLUMNS], style)

            main = _Sheets(book, sheets["الحوادث"], incidents, len(flat_columns()), style["date"])
            told = _Sheets(book, sheets["الروايات"], versions, len(CLAIM_COLUMNS), style["date"])
            for row in rows:
                main.add(flat_record(row, data))
                for v in row.versions:
                    told.add(claim_record(row, v))
            main.close()
            told.close()
            self._codebook(sheets["دليل الترميز"], style)
            self._about(sheets["عن الملف"], data, style)
        finally:
            book.close()
        return []

    def _head(self, sheet: Any, names: Sequence[str], notes: Sequence[str], style: dict[str, Any]) -> None:
        for n, name in enumerate(names):
            sheet.set_column(n, n, _WIDE.get(name, 14))
        # The notes of the first row need several lines; on paper the sheet lies across and its head is on every page.
        sheet.set_row(0, 46)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.repeat_rows(0, 1)
        for n, note in enumerate(notes):
            sheet.write_string(0, n, note, style["head"])
        for n, name in enumerate(names):
            sheet.write_string(1, n, name, style["head"])
        sheet.freeze_panes(2, 1)

    def _codebook(self, sheet: Any, style: dict[str, Any]) -> None:
        for n, width in enumerate((26, 12, 60, 60)):
            sheet.set_column(n, n, width)
        for n, head in enumerate(("column", "type", "العربية", "English")):
            sheet.write_string(0, n, head, style["head"])
        at = 1
        for e in table("columns"):
            for n, key in enumerate(("name", "type", "ar", "en")):
                sheet.write_string(at, n, e[key])
            at += 1
        for kind in ("event_type", "attribution", "modality", "geo_precision", "time_precision", "weapon", "state"):
            at += 1
            sheet.write_string(at, 0, kind, style["head"])
            for key, e in table("labels")[kind].items():
                at += 1
                for n, text in ((0, key), (2, e["ar"]), (3, e["en"])):
                    sheet.write_string(at, n, text)
        sheet.freeze_panes(1, 0)

    def _about(self, sheet: Any, data: ExportData, style: dict[str, Any]) -> None:
        sheet.set_column(0, 0, 110)
        sheet.write_string(0, 0, f"{ui('title', 'ar')} · {ui('title', 'en')}", style["about"])
        lines = [
            *(data.notice or ()), ui("method_body", "ar"), ui("method_body2", "ar"), ui("method_not", "ar"),
            ui("method_body", "en"), ui("method_body2", "en"), ui("method_not", "en"),
            f"{ui('m_profile', 'ar')} / {ui('m_profile', 'en')}: {data.profile}",
            f"{ui('m_version', 'ar')} / {ui('m_version', 'en')}: {data.method_version}",
        ]  # fmt: skip
        for n, line in enumerate(lines, 2):
            sheet.write_string(n, 0, line)


EXPORTERS = {"xlsx": Xlsx()}
