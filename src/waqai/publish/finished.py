"""Reading finished files, whoever made them, as plain values: for the audit against the disclosure policy."""

from __future__ import annotations

import csv
import html
import json
import re
import struct
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from waqai.errors import UsageError
from waqai.publish.exporters.base import need

#: (where in the file, name of the field, value)
Value = tuple[str, str, Any]
KINDS = ("csv", "json", "jsonl", "geojson", "kml", "html", "txt", "md", "xlsx", "docx", "parquet", "pdf")
_TAG = re.compile(r"<[^>]+>")
_HIDDEN = re.compile(r"<(style|script)\b.*?</\1>", re.S | re.I)
_PAYLOAD = re.compile(r'<script type="application/json" id="data">(.*?)</script>', re.S)
_COORDINATES = re.compile(r"<coordinates>([^<]*)</coordinates>")
_CELL = re.compile(r'<c r="([A-Z]+)(\d+)"([^>]*?)(?:/>|>(.*?)</c>)', re.S)


def values(path: Path) -> Iterator[Value]:
    """Every value of a file as (where in the file, name of its field, value).

    Raises:
        UsageError: the file is of another kind, is damaged, or needs a library that is not installed.
    """
    kind = path.suffix.lower()
    if kind == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as f:
            for n, row in enumerate(csv.DictReader(f), 2):
                yield from ((f"{path.name}:{n}", k or "", v) for k, v in row.items() if v)
    elif kind in (".jsonl", ".ndjson"):
        with path.open(encoding="utf-8") as f:
            for n, line in enumerate(f, 1):
                yield from _walk(f"{path.name}:{n}", "", json.loads(line))
    elif kind in (".json", ".geojson"):
        yield from _walk(path.name, "", json.loads(path.read_text(encoding="utf-8")))
    elif kind in (".html", ".htm", ".kml", ".txt", ".md"):
        text = path.read_text(encoding="utf-8")
        if m := _PAYLOAD.search(text):
            yield from _walk(path.name, "", json.loads(m[1]))
        for n, line in enumerate(_TAG.sub("", _HIDDEN.sub("", text)).splitlines(), 1):
            if line.strip():
                yield f"{path.name}:{n}", "text", html.unescape(line)
        for m in re.finditer(r'href="(https?://[^"]+)"', text):
            yield path.name, "url", html.unescape(m[1])
        for m in _COORDINATES.finditer(text):
            # A third number of KML is a height.
            yield from ((path.name, "coordinates", ",".join(point.split(",")[:2])) for point in m[1].split())
    elif kind == ".docx":
        yield from _docx(path)
    elif kind == ".xlsx":
        yield from _xlsx(path)
    elif kind == ".parquet":
        yield from _parquet(path)
    elif kind == ".pdf":
        yield from _pdf(path)
    else:
        raise UsageError(f"{path}: cannot audit a {kind or 'nameless'} file. Give one of {', '.join(KINDS)}.")


def _walk(where: str, field: str, value: Any) -> Iterator[Value]:
    if isinstance(value, dict):
        # A quote is cut into pieces: names are found only in the whole.
        for k, v in value.items():
            if k in ("labels", "ui", "claimants", "areas"):
                continue
            if k == "quote" and isinstance(v, list):
                yield where, "quote", "".join(p["text"] if isinstance(p, dict) else p[0] for p in v)
            else:
                yield from _walk(where, k, v)
    elif isinstance(value, list):
        for n, v in enumerate(value):
            yield from _walk(f"{where}/{n}" if isinstance(v, dict) else where, field, v)
    elif value is not None:
        yield where, field, value


def _zip(path: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(path)
    except zipfile.BadZipFile as e:
        raise UsageError(f"{path}: not a {path.suffix} file. Export it again.") from e


def _plain(xml: str) -> str:
    return html.unescape(_TAG.sub("", xml))


def _docx(path: Path) -> Iterator[Value]:
    with _zip(path) as z:
        for name in sorted(
            n for n in z.namelist() if re.fullmatch(r"word/(document|footnotes|endnotes|comments|header\d*|footer\d*)\.xml", n)
        ):
            raw = z.read(name).decode("utf-8", "replace")
            for n, part in enumerate(raw.split("</w:p>"), 1):
                if (text := _plain(part)).strip():
                    yield f"{path.name}/{name}:{n}", "text", text
                for alt in re.findall(r'descr="([^"]*)"', part):
                    yield f"{path.name}/{name}:{n}", "text", html.unescape(alt)
        for name in sorted(n for n in z.namelist() if n.endswith(".rels")):
            for url in re.findall(r'Target="(https?://[^"]+)"', z.read(name).decode("utf-8", "replace")):
                yield f"{path.name}/{name}", "url", html.unescape(url)


def _xlsx(path: Path) -> Iterator[Value]:
    """Cells under the name of their column: the last text in the first two rows of it."""
    with _zip(path) as z:
        names = set(z.namelist())
        shared = []
        if "xl/sharedStrings.xml" in names:
            shared = [_plain(m) for m in re.findall(r"<si>(.*?)</si>", z.read("xl/sharedStrings.xml").decode("utf-8", "replace"), re.S)]
        for name in sorted(n for n in names if n.startswith("xl/worksheets/sheet")):
            heads: dict[str, str] = {}
            for column, row, attributes, body in _CELL.findall(z.read(name).decode("utf-8", "replace")):
                text = _plain(body)
                is_text = 't="s"' in attributes or 't="inlineStr"' in attributes or 't="str"' in attributes
                if 't="s"' in attributes and text.isdigit() and int(text) < len(shared):
                    text = shared[int(text)]
                if int(row) <= 2 and is_text and len(text) < 60:
                    heads[column] = text
                if text:
                    yield f"{path.name}/{name}:{column}{row}", heads.get(column, "text"), text


def _parquet(path: Path) -> Iterator[Value]:
    parquet = need("pyarrow.parquet", "parquet")
    try:
        file = parquet.ParquetFile(path)
    except Exception as e:
        raise UsageError(f"{path}: not a parquet file ({type(e).__name__}). Export it again.") from e
    n = 0
    for batch in file.iter_batches(batch_size=5000):
        for row in batch.to_pylist():
            n += 1
            for field, value in row.items():
                if isinstance(value, bytes):
                    # Well-known binary of a point: byte order, type, x, y.
                    if len(value) == 21:
                        order = "<" if value[0] == 1 else ">"
                        yield f"{path.name}:{n}", "coordinates", "{} {}".format(*struct.unpack(f"{order}dd", value[5:]))
                else:
                    yield from _walk(f"{path.name}:{n}", field, value)


def _pdf(path: Path) -> Iterator[Value]:
    pypdf = need("pypdf", "docs")
    try:
        pages = list(pypdf.PdfReader(str(path)).pages)
    except Exception as e:
        raise UsageError(f"{path}: not a PDF file that can be read ({type(e).__name__}). Write it again.") from e
    for n, page in enumerate(pages, 1):
        # Lines of a page are one text: a name may be broken over two of them.
        yield f"{path.name}:{n}", "text", " ".join(page.extract_text().split())
        for note in page.get("/Annots") or ():
            url = (note.get_object().get("/A") or {}).get("/URI")
            if url:
                yield f"{path.name}:{n}", "url", str(url)
