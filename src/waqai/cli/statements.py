"""``waqai statements``: what reports say in general, and whether the counts bear it out."""

from __future__ import annotations

from typing import Any

import typer

from waqai.cli.store import FORMAT, STORE, _open, _print, _table

app = typer.Typer()


@app.command()
def statements(
    kind: str | None = typer.Option(None, "--kind", help="increase, decrease, control, campaign or agreement (default: all)."),
    store: str | None = STORE,
    format: str = FORMAT,
) -> None:
    """List general statements. A trend is tested: the counts of its period against those of the span before; refused when too thin."""
    from waqai.errors import UsageError
    from waqai.model import StatementKind
    from waqai.statements import rows

    if kind is not None and kind not in {k.value for k in StatementKind}:
        raise UsageError(f"--kind {kind!r} is not known. Use one of: {', '.join(StatementKind)}")
    table = _table(format)
    with _open(store) as held:
        said = sorted({r for c in held.claims(kind="statement") if (r := held.report_of(c.id)) is not None})
        found = [r for r in rows(held.coded_reports(said, reviewed=True), held.incidents()) if kind in (None, r["statement"])]
    if not table:
        for r in found:
            _print(r)
        raise typer.Exit(0)
    _show(found)
    raise typer.Exit(0)


def _show(found: list[dict[str, Any]]) -> None:
    from rich.console import Console
    from rich.table import Table

    view = Table(box=None)
    for name in ("report", "statement", "kind", "who", "place", "days", "said by", "counted", "verdict"):
        view.add_column(name)
    for r in found:
        test = r["test"] or {}
        counts = test.get("counts")
        counted = f"{counts['before']} → {counts['after']}" if counts else ""
        who, place = (r[k] or {} for k in ("perpetrator", "place"))
        days = f"{r['date_start'] or ''}..{r['date_end'] or ''}" if r["date_start"] or r["date_end"] else ""
        where = place.get("name_en") or place.get("name_ar") or ""
        row = (r["report_id"], r["statement"], r["event_type"], who.get("name_en") or "", where, days, r["claimant"]["name_en"], counted)
        view.add_row(*row, test.get("verdict", ""))
    Console(highlight=False).print(view)
