"""Excel: right-to-left sheets, frozen headers, real dates; incidents, versions and a codebook in one workbook."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from waqai.errors import UsageError
from waqai.publish.data import ExportData, Row
from waqai.publish.exporters.base import Column, Losses, Options, need
from waqai.publish.exporters.flat import flat_columns, flat_record
from waqai.publish.exporters.xlsx_rows import RawRows
from waqai.publish.labels import table, ui
from waqai.publish.sidecars import CLAIM_COLUMNS, claim_record

_MAX = 1_048_575
_WIDE = {
    "place": 20,
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
        """See ``Exporter.write``; rows go to disk as they come.

        Raises:
            UsageError: more rows than a sheet holds; the message names another format.
        """
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
            self._head(sheets["الحوادث"], [e["name"] for e in table("columns")], [e["ar"] for e in table("columns")], style)
            self._head(sheets["الروايات"], [c.name for c in CLAIM_COLUMNS], [c.about for c in CLAIM_COLUMNS], style)
            main = RawRows(sheets["الحوادث"], 2, style["date"])
            told = RawRows(sheets["الروايات"], 2, style["date"])
            written = claims = 0
            for row in rows:
                if written >= _MAX - 1 or claims + len(row.versions) >= _MAX - 1:
                    raise UsageError("a sheet holds 1,048,576 rows and there are more. Choose --format parquet or csv.")
                main.add(flat_record(row, data))
                for v in row.versions:
                    told.add(claim_record(row, v))
                    claims += 1
                written += 1
            main.close(len(flat_columns()))
            told.close(len(CLAIM_COLUMNS))
            for name, last, width in (("الحوادث", written, len(flat_columns())), ("الروايات", claims, len(CLAIM_COLUMNS))):
                sheets[name].autofilter(0, 0, last + 1, width - 1)
            self._codebook(sheets["دليل الترميز"], style)
            self._about(sheets["عن الملف"], data, style)
        finally:
            book.close()
        return []

    def _head(self, sheet: Any, names: Sequence[str], notes: Sequence[str], style: dict[str, Any]) -> None:
        for n, name in enumerate(names):
            sheet.set_column(n, n, _WIDE.get(name, 14))
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
