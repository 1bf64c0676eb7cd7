"""The shipped core: TSV rows of ``data/places`` to records, parents resolved to names and P-codes of three levels."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NamedTuple

from waqai.errors import ResourceError
from waqai.model import PlaceLevel
from waqai.normalise import fold
from waqai.resources.gazetteer.model import Kind, Variant
from waqai.resources.load import DATA, data_files, read_tsv, read_yaml

KINDS = DATA / "places" / "kinds.yml"
COMMON = DATA / "places" / "common_words.yml"
VARIANT_TYPES = frozenset({"spelling", "old", "official", "claimant", "short", "local"})
_LEVEL_OF_KIND = {"governorate": 1, "district": 2, "subdistrict": 3}


class Row(NamedTuple):
    """A place as one line of text cells, before it is turned into a ``Place``."""

    id: str
    kind: str
    country: str
    name_ar: str
    variants: str
    name_en: str
    parent: str
    lat: str
    lon: str
    precision: str
    weight: str
    external: str
    source: str
    status: str


COLUMNS = Row._fields


def load_kinds() -> dict[str, Kind]:
    """The table of kinds, by name."""
    return {
        name: Kind(
            name,
            PlaceLevel(k["level"]),
            bool(k["area"]),
            int(k["precision"]),
            float(k["weight"]),
            tuple(k["words"]),
        )
        for name, k in read_yaml(KINDS).items()
    }


def common_words() -> frozenset[str]:
    """Folded words that are both small places' names and ordinary words of the news."""
    return frozenset(fold(w) for w in read_yaml(COMMON)["words"])


def core_files() -> list[Path]:
    """The TSV files of the core, sorted."""
    return data_files("places/*.tsv")


def read_rows(files: list[Path]) -> dict[str, Row]:
    """Rows of several TSV files by id.

    Raises:
        ResourceError: a column is missing or an id stands twice.
    """
    out: dict[str, Row] = {}
    for path in files:
        for cells in read_tsv(path):
            try:
                row = Row(**cells)
            except TypeError as e:
                raise ResourceError(f"{path}: the header must be: {' '.join(COLUMNS)} ({e})") from e
            if row.id in out:
                raise ResourceError(f"{path}: id {row.id} stands twice. Remove one row.")
            out[row.id] = row
    return out


def name_files() -> list[Path]:
    """The TSV files that add names to places of the core, sorted."""
    return data_files("places/names/*.tsv")


def add_names(rows: dict[str, Row], files: list[Path]) -> None:
    """Add dated names (columns id, type, name, from, to) to rows, in place.

    Raises:
        ResourceError: a row names an unknown id or an unknown type.
    """
    for path in files:
        for cells in read_tsv(path):
            row = rows.get(cells["id"])
            if row is None or cells["type"] not in VARIANT_TYPES:
                raise ResourceError(f"{path}: unknown id or type: {cells['id']} {cells['type']}. Correct the row.")
            period = f"@{cells['from']}..{cells['to']}" if cells["from"] or cells["to"] else ""
            cell = f"{cells['type']}:{cells['name']}{period}"
            rows[row.id] = row._replace(variants="|".join(filter(None, (row.variants, cell))))


def core_rows() -> dict[str, Row]:
    """All rows of the shipped core with all their names."""
    rows = read_rows(core_files())
    add_names(rows, name_files())
    return rows


def parse_day(text: str) -> date | None:
    """``2014``, ``2014-06`` or ``2014-06-29`` to its first day; ``""`` to ``None``."""
    if not text:
        return None
    parts = [int(p) for p in text.split("-")]
    return date(parts[0], parts[1] if len(parts) > 1 else 1, parts[2] if len(parts) > 2 else 1)


def parse_variants(cell: str) -> tuple[Variant, ...]:
    """Variants of a cell: ``name|old:name|claimant:name@2014..2019``."""
    if not cell:
        return ()
    out = []
    for part in cell.split("|"):
        kind, sep, name = part.partition(":")
        if not sep:
            kind, name = "spelling", part
        name, _, period = name.partition("@")
        start, _, end = period.partition("..")
        out.append(Variant(name, kind, parse_day(start), parse_day(end)))
    return tuple(out)


def admin_chain(row: Row, rows: dict[str, Row]) -> tuple[str, ...]:
    """Six cells: English names of levels 1-3, then their codes; ``""`` where a level is absent."""
    names = ["", "", ""]
    codes = ["", "", ""]
    at: Row | None = row
    for _ in range(6):
        if at is None:
            break
        level = _LEVEL_OF_KIND.get(at.kind)
        if level:
            names[level - 1], codes[level - 1] = at.name_en, at.id
        at = rows.get(at.parent) if at.parent else None
    return (*names, *codes)
