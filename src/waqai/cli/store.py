"""``waqai run · search · tallies · trend · verify · backup · restore``: reports into a store, and looking after it."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import typer

from waqai.cli.common import FILES, OUTLET, PUBLISHED, guarded, inputs, progress, when
from waqai.errors import UsageError

app = typer.Typer()
STORE = typer.Option(None, "--store", help="Store file, its folder, or postgresql://… (default: WAQAI_STORE, else demo-out or here).")
FORMAT = typer.Option("auto", "--format", "-f", help="table or jsonl; auto: a table in a terminal.")


def _where(given: str | None) -> str:
    """The store meant: as given, ``WAQAI_STORE``, or the one lying near.

    Raises:
        UsageError: there is none.
    """
    named = given or os.environ.get("WAQAI_STORE")
    if named:
        if "://" in named:
            return named
        path = Path(named)
        return str(path / "store.sqlite" if path.is_dir() else path)
    for near in ("store.sqlite", "demo-out/store.sqlite"):
        if Path(near).is_file():
            return near
    raise UsageError("no store here. Name one with --store FILE, or make one: waqai run FILES --out FOLDER")


def _open(given: str | None) -> Any:
    from waqai.store import open_store

    return open_store(_where(given), create=False)


def _table(format: str) -> bool:
    if format not in ("auto", "table", "jsonl"):
        raise UsageError(f"--format {format!r} is not known. Use table or jsonl")
    return format == "table" or (format == "auto" and sys.stdout.isatty())


def _print(row: dict[str, Any]) -> None:
    print(json.dumps(row, ensure_ascii=False))


@app.command()
def run(
    files: list[str] | None = FILES,
    out: Path = typer.Option(..., "--out", "-o", help="Folder for the store and the files; made when missing."),
    store: str | None = typer.Option(None, "--store", help="Another store: a file, or postgresql://…"),
    rule: str = typer.Option("conservative", "--rule", help="Aggregation: conservative, informative or modal."),
    published: str | None = PUBLISHED,
    outlet: str | None = OUTLET,
) -> None:
    """Read, code, link, store and publish. Run again with more reports to add them; the same reports change nothing.

    Writes store.sqlite, claims.jsonl, incidents.jsonl, tallies.jsonl, statements.jsonl, incidents.csv, incidents.geojson and index.html.
    """
    from waqai.model import CodedReport, Report
    from waqai.pipeline import METHOD, Coder
    from waqai.read import read_inputs
    from waqai.run import Session, write_files
    from waqai.store import open_store

    given, day = inputs(files), when(published)
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as e:
        raise UsageError(f"{out}: cannot be made ({e.strerror}). Choose another place with --out.") from e
    where = store if store and "://" in store else str(Path(store) if store else out / "store.sqlite")
    failed = 0
    with open_store(where) as held:
        session = Session(held, METHOD, rule)
        with progress(given) as step:

            def reports() -> Iterator[Report]:
                nonlocal failed
                for item in read_inputs(given, published=day, outlet=outlet):
                    step()
                    if isinstance(item, Report):
                        yield item
                    else:
                        failed += 1
                        print(f"waqai: {item.line}", file=sys.stderr)

            coder = Coder()

            def coded(r: Report) -> CodedReport | None:
                item = guarded(coder.code, r)
                if isinstance(item, CodedReport):
                    return item
                print(f"waqai: {item.line}", file=sys.stderr)
                return None

            done = session.code(reports(), coded)
        done.failed = failed + done.broken
        done.incidents_changed = session.link()
        done.files = write_files(held, out)
        counts = held.counts()
    summary = {
        "read": done.read, "coded": done.coded, "unchanged": done.read - done.coded - done.broken, "failed": done.failed,
        "claims": counts["claim"], "incidents": counts["incident"], "tallies": counts["tally"],
        "changed": done.incidents_changed, "out": str(out), "files": done.files,
    }  # fmt: skip
    if sys.stdout.isatty():
        old = done.read - done.coded - done.broken
        print(f"{done.read} reports read: {done.coded} coded, {old} already there, {done.failed} not readable")
        print(f"{counts['claim']} claims · {counts['incident']} incidents · {counts['tally']} totals checked")
        print(f"{out}: {', '.join(done.files)}")
    else:
        _print(summary)
    raise typer.Exit(1 if done.failed else 0)


@app.command()
def search(
    query: str = typer.Argument(..., help='Words; "a phrase"; a prefix as word*.'),
    store: str | None = STORE,
    limit: int = typer.Option(20, "--limit", "-n", help="Most reports to show."),
    old: bool = typer.Option(False, "--old", help="Also earlier versions of edited reports."),
    format: str = FORMAT,
) -> None:
    """Find reports by words, with or without article and joined particles, newest first."""
    table = _table(format)
    with _open(store) as held:
        hits = held.search(query, limit, old)
    if table:
        from rich.console import Console
        from rich.text import Text

        console = Console(highlight=False)
        for h in hits:
            console.print(Text(f"{h.report_id}  {h.published or ''}  {h.outlet or ''}", style="bold"))
            a, b = h.span or (0, 0)
            left, right = max(0, a - 60), min(len(h.text), b + 60)
            line = Text(h.text[left:right].replace("\n", " "))
            if h.span:
                line.stylize("reverse", a - left, b - left)
            console.print(line)
        console.print(f"{len(hits)} reports")
    else:
        for h in hits:
            _print(
                {
                    "report": h.report_id, "title": h.title, "outlet": h.outlet, "published_at": h.published,
                    "span": list(h.span) if h.span else None, "claims": list(h.claims), "superseded": h.superseded,
                }
            )  # fmt: skip
    raise typer.Exit(0)


@app.command()
def tallies(store: str | None = STORE, format: str = FORMAT) -> None:
    """Compare stated totals with the incidents on record: covered, missing, surplus, in conflict."""
    from waqai.model.serial_incidents import tally_to_dict

    table = _table(format)
    with _open(store) as held:
        checks = held.tallies()
        claims = {c.id: c for c in held.claims(kind="tally")} if table else {}
    if not table:
        for t in checks:
            _print(tally_to_dict(t))
        raise typer.Exit(0)
    from rich.console import Console
    from rich.table import Table

    view = Table(box=None)
    for name in ("total", "who", "kind", "days", "stated", "covered", "missing", "surplus", "conflicts", "ratio"):
        view.add_column(name)
    for t in checks:
        c = claims.get(t.claim)
        if c is None:
            continue
        low, high = t.stated
        who = c.perpetrator.name_en if c.perpetrator else ""
        days = f"{c.date_start or ''}..{c.date_end or ''}"
        stated = "" if low is None else str(low) if low == high else f"{low}–{high or ''}"
        numbers = (len(t.covered), t.missing, t.surplus, len(t.conflicting))
        ratio = "" if t.ratio is None else f"{t.ratio:.2f}"
        view.add_row(t.claim, who, str(c.event_type), days, stated, *map(str, numbers), ratio)
    Console(highlight=False).print(view)
    raise typer.Exit(0)


@app.command()
def trend(
    first: str = typer.Argument(..., metavar="FROM..TO", help="Earlier span of days: 2025-03-01..2025-03-31."),
    second: str = typer.Argument(..., metavar="FROM..TO", help="Later span of days."),
    area: str | None = typer.Option(None, "--area", help="Governorate, by its English name."),
    actor: str | None = typer.Option(None, "--actor", help="Perpetrator, by its canonical English name."),
    store: str | None = STORE,
    format: str = FORMAT,
) -> None:
    """Test whether activity changed between two spans: an exact rate-ratio test, refused when the data are too thin."""
    from dataclasses import asdict

    from waqai.link import compare_periods

    table = _table(format)
    a, b = _span(first), _span(second)
    with _open(store) as held:
        t = compare_periods(held.incidents(date_from=min(a[0], b[0]), date_to=max(a[1], b[1])), a, b, area, actor)
    if not table:
        _print(asdict(t))
        raise typer.Exit(0)
    print(f"{t.before} incidents in {t.days_before} days, then {t.after} in {t.days_after}: {t.verdict}")
    if t.ratio is not None and t.low is not None:
        print(f"rate ratio {t.ratio:.2f} (95 % from {t.low:.2f} to {'∞' if t.high is None else f'{t.high:.2f}'})")
    print(f"{t.why} Method {t.method}.")
    raise typer.Exit(0)


def _span(text: str) -> tuple[date, date]:
    a, _, b = text.partition("..")
    try:
        return date.fromisoformat(a), date.fromisoformat(b or a)
    except ValueError as e:
        raise UsageError(f"{text!r} is no span of days. Write it as 2025-03-01..2025-03-31") from e


@app.command()
def verify(store: str | None = typer.Argument(None, help="Store file, its folder, or postgresql://…"), format: str = FORMAT) -> None:
    """Check every hash, span, id and the log's chain; name the first broken record. Exit code 1 when one is broken."""
    table = _table(format)
    with _open(store) as held:
        v = held.verify()
    if table:
        for b in v.broken:
            print(f"BROKEN  {b.record}: {b.what}")
        state = "whole" if v.ok else f"{len(v.broken)} broken; the first is {v.broken[0].record}"
        print(f"{v.records} log records, {v.rows} rows checked: {state}")
        print(f"last log record {v.head}")
    else:
        broken = [{"record": b.record, "what": b.what} for b in v.broken]
        _print({"ok": v.ok, "records": v.records, "rows": v.rows, "head": v.head, "broken": broken})
    raise typer.Exit(0 if v.ok else 1)


@app.command()
def backup(
    to: Path = typer.Argument(..., help="File to write."),
    store: str | None = STORE,
) -> None:
    """Copy a store while it is in use; the copy is checked before it takes its name."""
    with _open(store) as held:
        held.backup(to)
    print(to)
    raise typer.Exit(0)


@app.command()
def restore(
    copy: Path = typer.Argument(..., help="File made by waqai backup."),
    to: Path = typer.Argument(..., help="Store to put back; what stands there is kept beside it."),
) -> None:
    """Put a backup back. Nobody may be using the store."""
    from waqai.store.backup import restore as put_back

    put_back(copy, to / "store.sqlite" if to.is_dir() else to)
    print(to)
    raise typer.Exit(0)
