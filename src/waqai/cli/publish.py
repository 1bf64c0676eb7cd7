"""``waqai export · bulletin · site · disclose``: what leaves the house, and the policy it leaves under."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

import typer

from waqai.cli.store import STORE, _open
from waqai.errors import UsageError

app = typer.Typer()
PROFILE = typer.Option(None, "--profile", help="internal, partner or public (default: the policy's, partner).")
POLICY = typer.Option(None, "--policy", help="A policy file that overrides parts of the built-in one.")
DRAFTS = typer.Option(False, "--include-drafts", help="Also incidents nobody has released; products are marked DRAFT.")
FROM = typer.Option(None, "--from", help="First day, 2025-08-01.")
TO = typer.Option(None, "--to", help="Last day, included.")
AREA = typer.Option(None, "--area", help="Country code, governorate, district or P-code.")
TODAY = typer.Option(None, "--today", help="Day from which embargoes count (default: today).")


def _day(name: str, value: str | None) -> date | None:
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError as e:
        raise UsageError(f"--{name} {value!r} is not a day. Write it as 2025-08-31") from e


def _period(first: str | None, last: str | None) -> tuple[date | None, date | None]:
    start, end = _day("from", first), _day("to", last)
    if start and end and start > end:
        raise UsageError(f"the period ends ({end}) before it begins ({start}). Swap --from and --to")
    return start, end


def _data(
    held: Any,
    start: date | None,
    end: date | None,
    area: str | None,
    profile: str | None,
    policy: Path | None,
    drafts: bool,
    today: str | None,
) -> Any:
    from waqai.publish.policy import disclose, load_policy
    from waqai.publish.stored import store_data

    rules = load_policy(profile, policy)
    data = store_data(held, start, end, area)
    if area and not any(True for _ in data.incidents):
        raise UsageError(f"no incident lies in {area!r}. Give a country code (SY), a governorate or a P-code as the export writes them")
    return disclose(data, policy=rules, today=_day("today", today) or date.today(), include_drafts=drafts)


@app.command()
def export(
    formats: list[str] = typer.Option(
        ...,
        "--format",
        "-f",
        help="acled, ucdp-ged, plover, hapi, geojson, geoparquet, parquet, csv, xlsx, kml, jsonl, timemap; repeat for several.",
    ),
    out: Path = typer.Option(..., "--out", "-o", help="Folder; each format gets a folder of its own in it."),
    store: str | None = STORE,
    profile: str | None = PROFILE,
    policy: Path | None = POLICY,
    include_drafts: bool = DRAFTS,
    first: str | None = FROM,
    last: str | None = TO,
    area: str | None = AREA,
    today: str | None = TODAY,
    hxl: bool = typer.Option(False, "--hxl", help="Add the HXL tag row (csv, hapi)."),
) -> None:
    """Write a store's incidents with their claims and sources, what the format lost, and a data package."""
    from waqai.publish.export import export as write
    from waqai.publish.exporters import exporter

    start, end = _period(first, last)
    names = [n for f in formats for n in f.split(",") if n]
    chosen = [exporter(n).name for n in names]
    with _open(store) as held:
        data = _data(held, start, end, area, profile, policy, include_drafts, today)
        for name in chosen:
            done = write(data, name, out / name, hxl=hxl)
            dropped = sum(done.losses.rows.values())
            row = {"format": name, "profile": data.profile, "rows": done.losses.written, "dropped": dropped, "out": str(done.files[0])}
            if sys.stdout.isatty():
                lost = f", {dropped} left out (see losses.json)" if dropped else ""
                print(f"{row['out']}: {row['rows']} rows, profile {data.profile}{lost}")
            else:
                print(json.dumps(row, ensure_ascii=False))


@app.command()
def bulletin(
    first: str = typer.Option(..., "--from", help="First day, 2025-08-01."),
    last: str = typer.Option(..., "--to", help="Last day, included."),
    out: Path = typer.Option(..., "--out", "-o", help="File: .html, .pdf or .docx."),
    lang: str = typer.Option("ar", "--lang", help="ar, en or both."),
    previous: Path | None = typer.Option(None, "--previous", help="The .issue.json of the last issue, for the corrections."),
    store: str | None = STORE,
    profile: str | None = PROFILE,
    policy: Path | None = POLICY,
    include_drafts: bool = DRAFTS,
    area: str | None = AREA,
    today: str | None = TODAY,
) -> None:
    """Write the bulletin of a period: figures, map, tables, noteworthy incidents, what is not known."""
    from waqai.publish.bulletin import write_bulletin

    start, end = _period(first, last)
    assert start is not None
    assert end is not None
    if lang not in ("ar", "en", "both"):
        raise UsageError(f"--lang {lang!r} is not known. Use ar, en or both")
    with _open(store) as held:
        data = _data(held, None, None, area, profile, policy, include_drafts, today)
        path = write_bulletin(data, start, end, out, lang=lang, area=area, previous=previous)
    print(path)


@app.command()
def site(
    out: Path = typer.Option(..., "--out", "-o", help="Folder; made when missing."),
    formats: list[str] = typer.Option(["csv", "geojson", "jsonl"], "--format", "-f", help="Downloads to offer."),
    store: str | None = STORE,
    profile: str | None = PROFILE,
    policy: Path | None = POLICY,
    include_drafts: bool = DRAFTS,
    first: str | None = FROM,
    last: str | None = TO,
    area: str | None = AREA,
    today: str | None = TODAY,
) -> None:
    """Write the bilingual site: page, downloads, method and change log; it works from disk and on any static host."""
    from waqai.publish.site import write_site

    start, end = _period(first, last)
    with _open(store) as held:
        data = _data(held, start, end, area, profile, policy, include_drafts, today)
        for path in write_site(data, out, [n for f in formats for n in f.split(",") if n]):
            print(path)


@app.command()
def disclose(
    check: Path | None = typer.Option(None, "--check", help="A finished file to audit, in any format written here."),
    text: str | None = typer.Option(None, "--text", help="A text to mask; - reads it from standard input."),
    profile: str | None = PROFILE,
    policy: Path | None = POLICY,
) -> None:
    """Show the policy in force, mask a text, or audit a finished file against it. Exit code 1 when the file breaks it."""
    from waqai.publish.audit import audit
    from waqai.publish.names import mask_names
    from waqai.publish.policy import load_policy

    rules = load_policy(profile, policy)
    if text is not None:
        print(mask_names(sys.stdin.read() if text == "-" else text)[0])
        return
    if check is None:
        names = (
            "profile",
            "names",
            "decimals",
            "site",
            "settlement",
            "sensitive",
            "drafts",
            "quotes",
            "propaganda_links",
            "reidentification",
        )
        shown = {k: getattr(rules, k) for k in names}
        print(json.dumps(shown | {"embargo": list(rules.embargo)}, ensure_ascii=False, indent=2))
        return
    found = audit(check, rules)
    for f in found:
        print(
            json.dumps({"where": f.where, "rule": f.rule, "detail": f.detail}, ensure_ascii=False)
            if not sys.stdout.isatty()
            else f"{f.where}: {f.rule}: {f.detail}"
        )
    if not found and sys.stdout.isatty():
        print(f"{check}: nothing against profile {rules.profile}")
    raise typer.Exit(1 if found else 0)
