"""A table of places: ``id, kind, country, name_ar, lat, lon`` and optional columns (``docs/reference/gazetteer.md``)."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

from waqai.errors import InputError
from waqai.resources.gazetteer.importers.common import Collector, decoded_lines, find_columns, has_arabic, make_row
from waqai.resources.gazetteer.userstore import Batch

NEEDED = ("id", "name_ar", "lat", "lon")


def read(path: Path) -> Batch:
    """Rows of a UTF-8 CSV or TSV file.

    Raises:
        InputError: the file is refused; the message names lines.
    """
    try:
        raw = path.read_bytes()
    except OSError as e:
        raise InputError(f"{path}: {e.strerror}. Check the path.") from e
    lines = decoded_lines(path, raw)
    delimiter = "\t" if "\t" in lines[0] else ";" if ";" in lines[0] and "," not in lines[0] else ","
    reader = csv.reader((line + "\n" for line in lines), delimiter=delimiter)
    try:
        header = next(reader, [])
        collector = Collector(path, "csv")
        take_table(collector, header, ((reader.line_num, cells) for cells in reader), "csv")
    except csv.Error as e:
        raise InputError(f"{path}:{reader.line_num}: {e}. Correct the quoting.") from e
    return collector.done()


def take_table(collector: Collector, header: Sequence[str], rows: Iterable[tuple[int, Sequence[str]]], source: str) -> None:
    """Rows of a table with a header into the collector; shared with the spreadsheet importer.

    Raises:
        InputError: needed columns are missing.
    """
    columns = find_columns(header)
    if "id" not in columns and "pcode" in columns:
        columns["id"] = columns["pcode"]
    missing = [c for c in NEEDED if c not in columns]
    if missing:
        raise InputError(
            f"{collector.path}:1: no column for {', '.join(missing)}; the header has {', '.join(header) or 'nothing'}. "
            "Rename the columns as docs/reference/gazetteer.md lists them."
        )
    width = len(header)
    for line, cells in rows:
        if not any(cells):
            continue
        if len(cells) != width:
            collector.fault(line, f"{len(cells)} cells, the header has {width}")
            continue

        def get(field: str, cells: Sequence[str] = cells) -> str:
            i = columns.get(field)
            return cells[i].strip() if i is not None else ""

        country = get("country").upper()[:2]
        id = get("id")
        if not country and id[:2].isalpha() and id[:2].isupper():
            country = id[:2]
        if not id:
            collector.fault(line, "the id is empty")
            continue
        point = collector.point(line, get("lat"), get("lon"), country)
        if point is None:
            continue
        name = get("name_ar")
        if not has_arabic(name):
            collector.skip("no Arabic name")
            continue
        external = [f"{s}:{v}" for s, v in _external(get)]
        codes = [c for c in (get("adm3_pcode"), get("adm2_pcode"), get("adm1_pcode")) if c]
        if get("pcode") in codes:  # A division is not its own parent.
            codes = codes[codes.index(get("pcode")) + 1 :]
        collector.add(
            line,
            make_row(
                id=id.removeprefix("ocha:") if id.startswith("ocha:") else id,
                kind=get("kind") or "village",
                country=country,
                name_ar=name,
                variants=get("names_ar_alt").split("|"),
                name_en=get("name_en"),
                parent=codes[0] if codes else "",
                lat=point[0],
                lon=point[1],
                precision=get("precision"),
                population=get("population"),
                external=external,
                source=source,
            ),
        )


def _external(get: object) -> list[tuple[str, str]]:
    assert callable(get)
    pairs = (("pcode", get("pcode")), ("geonames", get("geonames_id")), ("wikidata", get("wikidata_id")))
    return [(s, v) for s, v in pairs if v]
