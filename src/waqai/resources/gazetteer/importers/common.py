"""What all importers share: refusing with line numbers, checking coordinates, mapping kinds, collecting rows."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

from waqai.errors import InputError
from waqai.resources.gazetteer import merge
from waqai.resources.gazetteer.core import Row, core_files, load_kinds, parse_variants, read_rows
from waqai.resources.gazetteer.polygons import km_between
from waqai.resources.gazetteer.spelling import Spelling
from waqai.resources.gazetteer.userstore import Batch
from waqai.resources.load import DATA, read_yaml

MOST_SHOWN = 12
ARABIC = re.compile("[\u0621-\u064a]")
_NOT_ARABIC = re.compile("[\u06c1-\u06d3\u0679\u0688\u0691\u06ba]")  # letters of Urdu and Uyghur only
_SIGNS = re.compile(r"[^a-z0-9]")
_MARGIN = 1.5  # degrees round the known places of a country


@lru_cache(maxsize=1)
def tables() -> Any:
    """The parsed ``data/places/imports.yml``."""
    return read_yaml(DATA / "places" / "imports.yml")


@lru_cache(maxsize=1)
def kinds() -> frozenset[str]:
    """Our kind names."""
    return frozenset(load_kinds())


@lru_cache(maxsize=1)
def boxes() -> dict[str, tuple[float, float, float, float]]:
    """Country → south, west, north, east of its places in the core, with a margin; to notice swapped coordinates."""
    out: dict[str, tuple[float, float, float, float]] = {}
    count: dict[str, int] = {}
    for row in read_rows(core_files()).values():
        if row.lat and row.country and row.kind not in ("sea", "region", "wilaya"):
            la, lo = float(row.lat), float(row.lon)
            s, w, n, e = out.get(row.country, (90.0, 180.0, -90.0, -180.0))
            out[row.country] = (min(s, la), min(w, lo), max(n, la), max(e, lo))
            count[row.country] = count.get(row.country, 0) + 1
    return {c: (s - _MARGIN, w - _MARGIN, n + _MARGIN, e + _MARGIN) for c, (s, w, n, e) in out.items() if count[c] >= 10}


def header_key(name: str) -> str:
    """A header for comparison: lower case letters and digits only."""
    return _SIGNS.sub("", name.lower())


def find_columns(header: Iterable[str]) -> dict[str, int]:
    """Field → column number, by the header names of ``imports.yml``; the first matching name of a field wins."""
    keys = [header_key(h) for h in header]
    out = {}
    for field, names in tables()["columns"].items():
        for name in names:
            if name in keys:
                out[field] = keys.index(name)
                break
    return out


def digest(path: Path) -> str:
    """SHA-256 of a file."""
    h = hashlib.sha256()
    with path.open("rb") as f:
        while block := f.read(1 << 20):
            h.update(block)
    return h.hexdigest()


def decoded_lines(path: Path, raw: bytes) -> list[str]:
    """Lines of UTF-8 bytes.

    Raises:
        InputError: a line is not UTF-8; names it.
    """
    try:
        return raw.decode("utf-8-sig").split("\n")
    except UnicodeDecodeError as e:
        line = raw[: e.start].count(b"\n") + 1
        raise InputError(f"{path}:{line}: not UTF-8. Save the file as UTF-8, then import again.") from e


def has_arabic(name: str) -> bool:
    """Whether a name is in Arabic script and not plainly another language's spelling."""
    return bool(ARABIC.search(name)) and not _NOT_ARABIC.search(name)


def _one_place(a: Row, b: Row) -> bool:
    rules = Spelling.load()

    def forms(row: Row) -> set[tuple[str, ...]]:
        out: set[tuple[str, ...]] = set()
        for name in (row.name_ar, *(v.name for v in parse_variants(row.variants))):
            out |= rules.forms(name)[0]
        return out

    near = km_between(float(a.lat), float(a.lon), float(b.lat), float(b.lon)) <= 10
    return near and not forms(a).isdisjoint(forms(b))


class Collector:
    """Gathers rows and faults of one file; ``done`` raises when there was any fault."""

    def __init__(self, path: Path, format: str) -> None:
        source = tables()["sources"][format]
        # The store remembers the bare file name: where it lay is nobody's business.
        self.batch = Batch(format, path.name, "", source["licence"], source["attribution"])
        self.path = path
        self.faults: list[str] = []
        self._lines: dict[str, object] = {}

    def fault(self, line: object, what: str) -> None:
        """Note a fault at a line (or member name)."""
        self.faults.append(f"{self.path}:{line}: {what}")

    def skip(self, reason: str) -> None:
        """Count a row that is fine but not taken."""
        self.batch.skipped[reason] = self.batch.skipped.get(reason, 0) + 1

    def point(self, line: object, lat: str, lon: str, country: str) -> tuple[float, float] | None:
        """Checked coordinates, or ``None`` after noting the fault."""
        try:
            la, lo = float(lat), float(lon)
        except ValueError:
            self.fault(line, f"coordinates are no numbers: {lat!r}, {lon!r}")
            return None
        box = boxes().get(country)
        within = box is None or (box[0] <= la <= box[2] and box[1] <= lo <= box[3])
        if box is not None and not within and box[0] <= lo <= box[2] and box[1] <= la <= box[3]:
            self.fault(line, f"latitude and longitude are swapped: {la}, {lo}")
            return None
        if not (-90 <= la <= 90 and -180 <= lo <= 180):
            self.fault(line, f"coordinates out of range: {la}, {lo}")
            return None
        return la, lo

    def add(self, line: object, row: Row) -> None:
        """Take a row. An id seen before is a fault.

        One case is no fault: lists gathered from several sources repeat an id of a public gazetteer (``gn:``, ``wof:``)
        with two records of one place. Records that differ, share a name and lie within 10 km become one.
        """
        first = self._lines.setdefault(row.id, line)
        if first is line:
            self.batch.rows[row.id] = row
            return
        known = self.batch.rows.get(row.id)
        if known is not None and known != row and row.id.startswith(("gn:", "wof:")) and _one_place(known, row):
            self.batch.rows[row.id] = merge.join(known, row)
            self.skip("second record of one place, merged")
            return
        self.fault(line, f"id {row.id} stands already at {first}")

    def done(self) -> Batch:
        """The batch.

        Raises:
            InputError: with all faults (the first dozen shown); nothing of the file may be used.
        """
        if self.faults:
            shown = "\n".join(self.faults[:MOST_SHOWN])
            more = len(self.faults) - MOST_SHOWN
            tail = f"\n… and {more} more" if more > 0 else ""
            raise InputError(f"{shown}{tail}\nNothing was imported. Correct the file, then import again.")
        if not self.batch.rows and not self.batch.areas:
            raise InputError(f"{self.path}: no place with an Arabic name found. Nothing was imported.")
        self.batch.sha256 = digest(self.path) if self.path.is_file() else ""
        return self.batch


def make_row(
    *,
    id: str,
    kind: str,
    country: str,
    name_ar: str,
    lat: float,
    lon: float,
    source: str,
    variants: Iterable[str] = (),
    name_en: str = "",
    parent: str = "",
    precision: str = "",
    population: str = "",
    external: Iterable[str] = (),
) -> Row:
    """A row with clean cells: no tabs, bars or line breaks inside; weight from the kind and population."""

    def clean(text: str) -> str:
        return re.sub(r"[\s|@]+", " ", text.replace(":", " ")).strip()

    mapped = tables()["kinds"].get(kind, kind)
    if mapped not in kinds():
        mapped = "village"
    people = int(float(population)) if re.fullmatch(r"\d+(\.\d+)?", population) else 0
    if mapped == "village" and people >= 5000:
        mapped = "town" if people < 50000 else "city"
    name = clean(name_ar)
    seen = dict.fromkeys(v for v in map(clean, variants) if v and v != name and has_arabic(v))
    return Row(
        id=id,
        kind=mapped,
        country=country,
        name_ar=name,
        variants="|".join(seen),
        name_en=clean(name_en) or name,
        parent=parent,
        lat=f"{lat:.6g}",
        lon=f"{lon:.6g}",
        precision=precision if precision in ("1", "2", "3", "4", "5", "6") else "",
        weight="",
        external="|".join(external),
        source=source,
        status="imported",
    )
