"""``waqai gazetteer``: find places, import place lists, fetch them, check the core."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import typer

from waqai.errors import InputError, UsageError
from waqai.resources.gazetteer import Candidate, Gazetteer, gazetteer

app = typer.Typer(no_args_is_help=True, help="Find places, or import a place list.")

_FORMATS = ("geonames", "ocha", "cod-ab", "wof", "csv")


@app.command()
def find(
    name: str = typer.Argument(None, help='A place name; without one, JSON Lines {"id","name","in"} are read from stdin.'),
    within: str = typer.Option(None, "--in", metavar="AREA", help="Governorate, district or country: name or code."),
    country: str = typer.Option(None, "--country", metavar="SY", help="Two-letter country code."),
    format: str = typer.Option(None, "--format", help="table or jsonl; a table in a terminal, jsonl otherwise."),
    limit: int = typer.Option(10, "--limit", min=1, help="Most candidates per name."),
    core: bool = typer.Option(False, "--core", help="Leave imported places out."),
) -> None:
    """Ranked places a name may mean: the likeliest first."""
    if format not in (None, "table", "jsonl"):
        raise UsageError(f"--format {format!r} is unknown. Use table or jsonl.")
    gaz = gazetteer(user=not core)
    if name is None:
        _find_lines(gaz, within, country, limit)
        return
    found = gaz.find(name, within, country)[:limit]
    if format == "jsonl" or (format is None and not sys.stdout.isatty()):
        for c in found:
            typer.echo(_dump(_record(c)))
    else:
        _table(found)
    if not found:
        print(f"waqai: no place is called {name}", file=sys.stderr)
        raise typer.Exit(1)


def _find_lines(gaz: Gazetteer, within: str | None, country: str | None, limit: int) -> None:
    if sys.stdin.isatty():
        raise UsageError('no name. Give one, or pipe JSON Lines {"id", "name", "in"} in.')
    for n, line in enumerate(_stdin_lines(), 1):
        if not line.strip():
            continue
        try:
            query = json.loads(line)
            name = query["name"]
            if not isinstance(name, str):
                raise TypeError("name is no text")
            inside = query.get("in") or query.get("within") or within
            cc = query.get("country") or country
        except (ValueError, KeyError, TypeError, AttributeError) as e:
            raise InputError(f'stdin:{n}: no query ({e}). Write {{"id": …, "name": …, "in": …}} on each line.') from e
        found = gaz.find(name, inside, cc)[:limit]
        typer.echo(_dump({"id": query.get("id", n), "candidates": [_record(c) for c in found]}))


def _stdin_lines() -> Iterator[str]:
    for n, raw in enumerate(sys.stdin.buffer, 1):
        try:
            yield raw.decode("utf-8-sig" if n == 1 else "utf-8")
        except UnicodeDecodeError as e:
            raise InputError(f"stdin:{n}: not UTF-8. Save the lines as UTF-8.") from e


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _record(c: Candidate) -> dict[str, Any]:
    from waqai.resources.gazetteer.model import geo_precision

    p = c.place
    return {
        "id": p.id,
        "name_ar": p.name_ar,
        "name_en": p.name_en,
        "kind": p.kind,
        "country": p.country or None,
        "admin1": p.admin1,
        "admin2": p.admin2,
        "admin3": p.admin3,
        "pcode": p.pcode or p.admin3_pcode or p.admin2_pcode or p.admin1_pcode,
        "lat": p.lat,
        "lon": p.lon,
        "geo_precision": str(geo_precision(p)),
        "score": c.score,
        "reason": c.reason,
    }


def _table(found: tuple[Candidate, ...]) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table

    console = Console()
    if console.width < 100:
        console = Console(width=100)  # A cut name or id is of no use; a narrow terminal wraps the line itself.
    table = Table(box=box.SIMPLE)
    for column in ("score", "name", "English", "kind", "governorate", "point", "exact", "why", "id"):
        table.add_column(column, overflow="fold", no_wrap=column in ("score", "English", "point", "id"))
    for c in found:
        r = _record(c)
        point = "" if r["lat"] is None else f"{r['lat']:.3f}, {r['lon']:.3f}"
        place = ", ".join(filter(None, (r["admin1"], r["country"])))
        table.add_row(f"{c.score:.2f}", r["name_ar"], r["name_en"], r["kind"], place, point, r["geo_precision"], c.reason, r["id"])
    console.print(table)


@app.command("import")
def import_files(
    format: str = typer.Argument(..., help="geonames, ocha, cod-ab, wof or csv."),
    files: list[Path] = typer.Argument(..., help="Files of that format (a folder for wof)."),
) -> None:
    """Import place lists. All files are checked first; one faulty line refuses them all and changes nothing."""
    if format not in _FORMATS:
        raise UsageError(f"{format!r} is no format. Use {', '.join(_FORMATS)}.")
    _import(format, files)


def _import(format: str, files: list[Path]) -> None:
    from waqai.resources.gazetteer import userstore
    from waqai.resources.gazetteer.importers import FORMATS

    batches = [FORMATS[format](f) for f in files]
    before = len(gazetteer())
    userstore.save(batches, date.today().isoformat())
    after = len(gazetteer())  # Compiles the index now, so that the next command starts at once.
    for b in batches:
        left = "; ".join(f"{n} {reason}" for reason, n in sorted(b.skipped.items()))
        boundaries = f", {len(b.areas)} boundaries" if b.areas else ""
        typer.echo(f"{b.file}: {len(b.rows)} places read{boundaries}" + (f" (left out: {left})" if left else ""))
    new = after - before
    typer.echo(f"{new} new places; records of places already known were merged into them. {after} places in all.")
    _attribution()


def _attribution() -> None:
    from waqai.resources.gazetteer import userstore

    lines = dict.fromkeys(f"{s.attribution} Licence: {s.licence}." for s in userstore.sources())
    if lines:
        typer.echo("\nAttribution to show with maps and tables:")
        for line in lines:
            typer.echo(f"  {line}")


@app.command()
def fetch(
    source: str = typer.Argument(..., help="geonames"),
    countries: list[str] = typer.Argument(..., help="Two-letter country codes."),
    to: Path = typer.Option(None, "--to", help="Folder for the files; the user's data folder otherwise."),
    base_url: str = typer.Option(None, "--base-url", help="Another address that holds the country files."),
    sha256: str = typer.Option(None, "--sha256", help="Expected checksum, when one country is fetched."),
    only_fetch: bool = typer.Option(False, "--no-import", help="Download only."),
) -> None:
    """Download country lists and import them. This is the only command of the group that uses the network."""
    from waqai.resources.gazetteer import fetch as http
    from waqai.resources.gazetteer import userstore

    if source != "geonames":
        raise UsageError(f"{source!r} cannot be fetched. Use geonames.")
    if sha256 and len(countries) > 1:
        raise UsageError("--sha256 goes with one country.")
    folder = to or userstore.store_path().parent / "downloads"
    files = []
    for code in countries:
        path = http.fetch(code, folder, base_url or http.BASE, sha256)
        typer.echo(f"{path.name}: {path.stat().st_size} bytes, zip and checksum fine")
        files.append(path)
    if not only_fetch:
        _import("geonames", files)


@app.command()
def sources() -> None:
    """The imported files and the attribution they ask for."""
    from waqai.resources.gazetteer import userstore

    found = userstore.sources()
    if not found:
        typer.echo("Nothing is imported. The shipped core's sources are in NOTICE and docs/reference/gazetteer.md.")
        return
    for s in found:
        typer.echo(f"{s.imported_on}  {s.format:9} {s.rows:7}  {s.file}  sha256 {s.sha256[:12]}")
    _attribution()


@app.command()
def check(
    strict: bool = typer.Option(False, "--strict", help="Exit 1 when a disagreement over 5 km is found."),
    far: float = typer.Option(5.0, "--km", help="Distance that counts as a disagreement."),
) -> None:
    """Check the shipped core against itself and, when present, against the reference table."""
    from waqai.resources.gazetteer import check as checks

    wrong = list(checks.faults())
    for line in wrong:
        typer.echo(line)
    table = checks.reference_table()
    count = 0
    if table is None:
        typer.echo("No reference table (set WAQAI_SHARED); the core was checked against itself only.")
    else:
        for d in sorted(checks.disagreements(table, far), key=lambda d: (-d.km, d.id)):
            count += 1
            typer.echo(
                f"{d.km:7.1f} km  {d.id}  {d.name_ar} ({d.kind}, {d.source}, {d.status})  "
                f"{d.lat:.4f}, {d.lon:.4f}  {d.reference}: {d.other_lat:.4f}, {d.other_lon:.4f}"
            )
        typer.echo(f"{count} disagreements over {far:g} km")
    typer.echo(f"{len(wrong)} faults inside the core")
    if wrong or (strict and count):
        raise typer.Exit(1)
