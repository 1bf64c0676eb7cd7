"""OCHA's P-coded place lists: an ``.xlsx`` workbook whose first sheet with the needed columns is read.

A workbook is a zip of XML; reading cells takes forty lines, so no spreadsheet library is needed.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from waqai.errors import InputError
from waqai.resources.gazetteer.importers.common import Collector, find_columns
from waqai.resources.gazetteer.importers.csvfile import NEEDED, take_table
from waqai.resources.gazetteer.userstore import Batch

_NS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_COLUMN = re.compile(r"[A-Z]+")
MOST_BYTES = 300_000_000


def _number(letters: str) -> int:
    n = 0
    for c in letters:
        n = n * 26 + ord(c) - 64
    return n - 1


def _xml(z: zipfile.ZipFile, name: str) -> ElementTree.Element:
    info = z.getinfo(name)
    if info.file_size > MOST_BYTES:
        raise InputError(f"{z.filename}: {name} unpacks to more than {MOST_BYTES // 1_000_000} MB. Save a smaller sheet.")
    data = z.read(name)
    if b"<!DOCTYPE" in data[:4096] or b"<!ENTITY" in data[:4096]:
        raise InputError(f"{z.filename}: {name} declares entities, which no workbook needs. Save it again.")
    return ElementTree.fromstring(data)


def _sheet(z: zipfile.ZipFile, name: str, shared: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Rows of a sheet as ``(row number, cells)``; gaps are empty cells."""
    for row in _xml(z, name).iter(f"{_NS}row"):
        cells: list[str] = []
        for c in row.iter(f"{_NS}c"):
            match = _COLUMN.match(c.get("r") or "")
            at = _number(match.group()) if match else len(cells)
            cells.extend("" for _ in range(at - len(cells)))
            value = c.find(f"{_NS}v")
            text = value.text or "" if value is not None else ""
            if c.get("t") == "s" and text:
                text = shared[int(text)]
            elif c.get("t") == "inlineStr":
                text = "".join(t.text or "" for t in c.iter(f"{_NS}t"))
            cells.append(text)
        yield int(row.get("r") or 0), cells


def read(path: Path) -> Batch:
    """Places of a workbook.

    Raises:
        InputError: no workbook, no sheet with the columns, or faulty rows; the message names them.
    """
    collector = Collector(path, "ocha")
    seen: list[str] = []
    try:
        with zipfile.ZipFile(path) as z:
            names = z.namelist()
            shared = []
            if "xl/sharedStrings.xml" in names:
                for item in _xml(z, "xl/sharedStrings.xml").iter(f"{_NS}si"):
                    shared.append("".join(t.text or "" for t in item.iter(f"{_NS}t")))
            sheets = sorted(n for n in names if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", n))
            for sheet in sheets:
                rows = _sheet(z, sheet, shared)
                _, header = next(rows, (0, []))
                columns = find_columns(header)
                columns.setdefault("id", columns.get("pcode", -1))
                if columns["id"] < 0 or any(f not in columns for f in NEEDED):
                    seen += header
                    continue
                width = len(header)
                take_table(collector, header, ((n, c[:width] + [""] * (width - len(c))) for n, c in rows), "ocha")
                return collector.done()
    except (zipfile.BadZipFile, zlib.error, KeyError, IndexError, EOFError) as e:
        raise InputError(f"{path}: broken workbook ({e}). Fetch or save it again as .xlsx.") from e
    except ElementTree.ParseError as e:
        raise InputError(f"{path}: broken workbook ({e}). Save it again as .xlsx.") from e
    except OSError as e:
        raise InputError(f"{path}: {e.strerror}. Check the path.") from e
    raise InputError(
        f"{path}:1: no sheet has columns for {', '.join(NEEDED)}; found {', '.join(filter(None, seen)) or 'nothing'}. "
        "Rename the columns as docs/reference/gazetteer.md lists them."
    )
