"""``waqai code``: reports in, claims out."""

from __future__ import annotations

import sys
from pathlib import Path

import typer

from waqai.cli.common import FILES, OUTLET, PUBLISHED, code_inputs, inputs, json_line, output, report_problem, when
from waqai.errors import UsageError
from waqai.model import CodedReport

app = typer.Typer()


@app.command()
def code(
    files: list[str] | None = FILES,
    format: str = typer.Option("auto", "--format", "-f", help="table or jsonl; auto: a table in a terminal, JSON Lines when captured."),
    published: str | None = PUBLISHED,
    outlet: str | None = OUTLET,
    out: Path | None = typer.Option(None, "-o", "--output", help="Write to this file instead of standard output."),
) -> None:
    """Read reports and print their claims.

    Text, HTML, JSON Lines, JSON, Word and PDF files are read. A file NAME.json beside NAME.txt gives its metadata
    (published_at, outlet, url, title, id). Exit code 1: some input could not be read; the others are coded.
    """
    if format not in ("auto", "table", "jsonl"):
        raise UsageError(f"--format {format!r} is not known. Use table or jsonl")
    table = format == "table" or (format == "auto" and out is None and sys.stdout.isatty())
    given, day = inputs(files), when(published)
    trouble = False
    with output(out) as stream:
        if table:
            from waqai.cli.table import Screen

            screen = Screen(stream)
        for item in code_inputs(given, day, outlet):
            trouble |= report_problem(item)
            if not table:
                print(json_line(item), file=stream)
            elif isinstance(item, CodedReport):
                screen.show(item)
    raise typer.Exit(1 if trouble else 0)
