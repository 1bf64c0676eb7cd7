"""HDX HAPI conflict events: counts per district, kind and month, with P-codes; ``--hxl`` adds the tag row."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from waqai.publish.data import ExportData, Row
from waqai.publish.exporters.acled import event_day, fatalities, inter, sub_event
from waqai.publish.exporters.base import Column, Losses, Options, columns_of, write_csv
from waqai.publish.exporters.records import refused
from waqai.publish.exporters.words import DRAFT, admin1, admin2, country
from waqai.publish.labels import table


@lru_cache(maxsize=1)
def _facts() -> dict[str, Any]:
    facts: dict[str, Any] = table("hapi")
    return facts


@dataclass
class _Cell:
    events: int = 0
    fatalities: int = 0
    drafts: int = 0


def kinds(row: Row) -> list[str]:
    """HAPI event types of a row: civilian targeting is counted inside political violence too; none for the rest."""
    p = row.incident.place
    one = inter(row.incident.perpetrator, p.country if p else None)
    two = inter(row.incident.target, p.country if p else None)
    disorder = table("acled")["sub_events"][sub_event(row, one, two)][1]
    out = []
    if "Political violence" in disorder:
        out.append("political_violence")
        if two in (6, 7):
            out.append("civilian_targeting")
    if "Demonstrations" in disorder:
        out.append("demonstration")
    return out


class Hapi:
    """One row per area, kind and month: sums, so ranges and versions are gone."""

    name = "hapi"
    file_name = "hdx_hapi_conflict_event.csv"
    title = "Conflict events by district, kind and month in the layout of HDX HAPI"
    media_type = "text/csv"

    @property
    def columns(self) -> Sequence[Column]:
        """19 columns."""
        return columns_of(_facts()["columns"])

    def write(self, data: ExportData, rows: Iterable[Row], path: Path, losses: Losses, options: Options) -> list[Path]:
        """See ``Exporter.write``; memory grows with areas times months, not with incidents."""
        cells: dict[tuple[Any, ...], _Cell] = {}
        for row in rows:
            self._add(row, cells, losses)
        order = {k: n for n, k in enumerate(_facts()["event_types"])}
        records = []
        for key, cell in sorted(cells.items(), key=lambda kv: [str(x) for x in kv[0][:-1]] + [str(order[kv[0][-1]])]):
            month, code, a1, a1code, a2, a2code, kind = key
            facts = country(code)
            assert facts is not None
            level = 2 if a2code else 1 if a1code else 0
            last = calendar.monthrange(month.year, month.month)[1]
            warning = "; ".join(
                w
                for w in (
                    f"{DRAFT}: {cell.drafts} of {cell.events} not yet reviewed" if cell.drafts else "",
                    "" if a1code else "no P-code",
                    "lowest figures told",
                )
                if w
            )
            records.append([
                facts["iso3"], "Y" if facts["hrp"] else "N", "Y" if facts["gho"] else "N", a1, a2, a1code,
                a1 if a1code else None, a2code, a2 if a2code else None, level, kind, cell.events, cell.fatalities,
                month.isoformat(), month.replace(day=last).isoformat(), None, None, warning, None,
            ])  # fmt: skip
        tags = [[c["hxl"] for c in _facts()["columns"]]] if options.hxl else []
        write_csv(path, self.columns, [*tags, *records])
        return []

    def _add(self, row: Row, cells: dict[tuple[Any, ...], _Cell], losses: Losses) -> None:
        i = row.incident
        p = i.place
        when = event_day(row)
        found = kinds(row)
        reasons = (
            (when is None, "no date, or coarser than a month"),
            (p is None or country(p.country) is None, "no country, or one outside the table"),
            (not found, "neither political violence nor demonstration"),
        )
        if refused(row, losses, reasons):
            return
        assert when is not None
        assert p is not None
        if i.date_start and i.date_end and (i.date_start.year, i.date_start.month) != (i.date_end.year, i.date_end.month):
            losses.note(i.id, "interval over two months counted in the month of its middle")
        a1 = admin1(p)
        a2 = admin2(p) if a1 and a1[2] else None
        month = date(when[0].year, when[0].month, 1)
        spot = (month, p.country, a1[0] if a1 else p.admin1, a1[2] if a1 else None, *(a2 or (None, None)))
        dead = fatalities(row, losses)
        for kind in found:
            cell = cells.setdefault((*spot, kind), _Cell())
            cell.events += 1
            cell.fatalities += dead
            cell.drafts += i.state == "draft"


EXPORTERS = {"hapi": Hapi()}
