"""TimeMap: the three sheets of its data sheet, events, sources and associations."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, ClassVar

from waqai.publish.data import ExportData, Row
from waqai.publish.exporters.base import Column, Losses, Options, write_csv
from waqai.publish.exporters.words import place_phrase, public_id, summary
from waqai.publish.labels import family_of_type, label

_EVENTS = tuple(Column(n) for n in (
    "description", "date", "time", "location", "latitude", "longitude", "association1", "association2", "association3", "source1",
))  # fmt: skip
_SOURCES = tuple(Column(n) for n in ("id", "title", "thumbnail", "description", "path1", "path2", "path3", "type"))
_ASSOCIATIONS = tuple(Column(n) for n in ("id", "title", "desc", "mode", "filter_path0", "filter_path1", "filter_path2"))


class TimeMap:
    """Events with a point and a day; filters by kind, attribution and perpetrator."""

    name = "timemap"
    file_name = "EXPORT_EVENTS.csv"
    title = "Incidents for TimeMap"
    media_type = "text/csv"
    columns = _EVENTS
    #: Columns of the files beside the main one.
    beside: ClassVar[dict[str, tuple[Column, ...]]] = {"EXPORT_SOURCES.csv": _SOURCES, "EXPORT_ASSOCIATIONS.csv": _ASSOCIATIONS}

    def write(self, data: ExportData, rows: Iterable[Row], path: Path, losses: Losses, options: Options) -> list[Path]:
        """See ``Exporter.write``; writes ``EXPORT_SOURCES.csv`` and ``EXPORT_ASSOCIATIONS.csv`` beside it."""
        associations: dict[str, list[Any]] = {}

        def records(sources: Any) -> Iterator[list[Any]]:
            # Sources are written when first met: only their ids are kept.
            seen: set[str] = set()
            for row in rows:
                i = row.incident
                p = i.place
                if p is None or p.lat is None or p.lon is None:
                    losses.drop(i.id, "no coordinates")
                    continue
                if i.date_start is None:
                    losses.drop(i.id, "no first day")
                    continue
                if i.date_end != i.date_start:
                    losses.note(i.id, "interval flattened to its first day")
                if len({v.source.id for v in row.versions}) > 1:
                    losses.note(i.id, "one source column: the others stand in the claims sidecar")
                links = [
                    ("Event type", label("family", family_of_type()[str(i.event_type)], "en"), label("event_type", i.event_type, "en")),
                    ("Attribution", label("attribution", i.attribution, "en"), ""),
                    ("Perpetrator", i.perpetrator.name_en if i.perpetrator else "Not stated", ""),
                ]
                ids = []
                for top, middle, leaf in links:
                    ident = "/".join(x for x in (top, middle, leaf) if x)
                    associations.setdefault(ident, [ident, leaf or middle, "", "FILTER", top, middle, leaf or None])
                    ids.append(ident)
                first = row.versions[0].source if row.versions else None
                if first and first.id not in seen:
                    seen.add(first.id)
                    sources.writerow([first.id, first.title, None, first.outlet, first.url, None, None, "Article"])
                day = i.date_start
                yield [
                    f"{public_id(i)}: {summary(row)}", f"{day.month:02d}/{day.day:02d}/{day.year}", None, place_phrase(p),
                    f"{p.lat:.5f}", f"{p.lon:.5f}", *ids, first.id if first else None,
                ]  # fmt: skip

        two = [path.with_name("EXPORT_SOURCES.csv"), path.with_name("EXPORT_ASSOCIATIONS.csv")]
        with two[0].open("w", encoding="utf-8", newline="") as f:
            sources = csv.writer(f, lineterminator="\n")
            sources.writerow([c.name for c in _SOURCES])
            write_csv(path, _EVENTS, records(sources))
        write_csv(two[1], _ASSOCIATIONS, [associations[k] for k in sorted(associations)])
        return two


EXPORTERS = {"timemap": TimeMap()}
