"""GeoNames country dumps: ``SY.zip`` with ``SY.txt``, 19 columns separated by tabs."""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path

from waqai.errors import InputError
from waqai.resources.gazetteer.importers.common import Collector, decoded_lines, has_arabic, make_row, tables
from waqai.resources.gazetteer.userstore import Batch

COLUMNS = 19
MOST_BYTES = 600_000_000  # The largest country is about 300 MB unpacked; more is a bomb.


def _text(path: Path) -> bytes:
    if path.suffix.lower() == ".txt":
        return path.read_bytes()
    try:
        with zipfile.ZipFile(path) as z:
            members = [m for m in z.infolist() if m.filename.endswith(".txt") and "readme" not in m.filename.lower()]
            if len(members) != 1:
                raise InputError(f"{path}: holds {len(members)} tables, one is expected. Import a country dump.")
            if members[0].file_size > MOST_BYTES:
                raise InputError(f"{path}: unpacks to more than {MOST_BYTES // 1_000_000} MB. Import a country dump.")
            return z.read(members[0])
    except (zipfile.BadZipFile, zlib.error, EOFError) as e:
        raise InputError(f"{path}: broken zip file ({e}). Fetch it again.") from e


def _best(name: str, alternates: list[str]) -> list[str]:
    """Arabic names, the likeliest first: the one whose article agrees with the Latin name."""
    arabic = [a.replace("\u200e", "").replace("\u200f", "").strip() for a in alternates if has_arabic(a)]
    definite = name.split(" ")[0].lower() in ("al", "ad", "an", "ar", "as", "ash", "at", "az", "el")
    return sorted(dict.fromkeys(arabic), key=lambda a: (a.startswith("ال") != definite, len(a) < 3))


def read(path: Path) -> Batch:
    """Places of a dump that have an Arabic name and a feature code we keep.

    Raises:
        InputError: the file is refused; the message names lines.
    """
    try:
        raw = _text(path)
    except OSError as e:
        raise InputError(f"{path}: {e.strerror}. Check the path.") from e
    collector = Collector(path, "geonames")
    codes = tables()["geonames"]
    for n, line in enumerate(decoded_lines(path, raw), 1):
        if not line:
            continue
        cells = line.rstrip("\r").split("\t")
        if len(cells) != COLUMNS or not cells[0].isdigit():
            collector.fault(n, f"{len(cells)} columns, GeoNames has {COLUMNS} and a number first")
            continue
        kind = codes.get(cells[7])
        if kind is None:
            collector.skip("feature not kept")
            continue
        point = collector.point(n, cells[4], cells[5], cells[8])
        if point is None:
            continue
        names = _best(cells[2], cells[3].split(","))
        if not names:
            collector.skip("no Arabic name")
            continue
        collector.add(
            n,
            make_row(
                id=f"gn:{cells[0]}",
                kind=kind,
                country=cells[8],
                name_ar=names[0],
                variants=names[1:],
                name_en=cells[2] or cells[1],
                lat=point[0],
                lon=point[1],
                population=cells[14],
                external=(f"geonames:{cells[0]}",),
                source="geonames",
            ),
        )
    return collector.done()
