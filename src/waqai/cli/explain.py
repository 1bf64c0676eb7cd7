"""``waqai explain``: a report with coloured spans, and the words and rule behind each field of its claims."""

from __future__ import annotations

import sys

import typer
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from waqai.cli.common import FILES, OUTLET, PUBLISHED, code_inputs, inputs, report_problem, when
from waqai.cli.table import claim_table, heading, isolate, what
from waqai.errors import UsageError
from waqai.explain import coloured_spans, explain_claim
from waqai.model import Claim, CodedReport
from waqai.read import ReadFailure

app = typer.Typer()

STYLES = {
    "trigger": "bold white on red",
    "perpetrator": "bold dark_orange",
    "target": "bold dodger_blue1",
    "place": "bold green",
    "date": "bold cyan",
    "fatalities": "bold yellow",
    "injuries": "bold yellow",
    "captured": "bold yellow",
    "killed_or_injured": "bold yellow",
    "events": "bold yellow",
    "weapons": "bold medium_purple",
    "claimant": "bold magenta",
}


@app.command()
def explain(
    files: list[str] | None = FILES,
    claim: int | None = typer.Option(None, "--claim", "-c", min=1, help="Only this claim (its number in the table)."),
    published: str | None = PUBLISHED,
    outlet: str | None = OUTLET,
) -> None:
    """Show a report with coloured spans, and the words and rule behind each field."""
    given, day = inputs(files), when(published)
    console = Console(highlight=False, width=None if sys.stdout.isatty() else 120)
    trouble = False
    for item in code_inputs(given, day, outlet):
        trouble |= report_problem(item)
        if not isinstance(item, ReadFailure):
            show(console, item, claim)
    raise typer.Exit(1 if trouble else 0)


def show(console: Console, coded: CodedReport, only: int | None = None) -> None:
    """Print one explained report.

    Raises:
        UsageError: ``only`` is more than the number of claims.
    """
    if only is not None and only > len(coded.claims):
        raise UsageError(f"the report has {len(coded.claims)} claims; --claim {only} is none of them")
    chosen = coded.claims if only is None else (coded.claims[only - 1],)
    console.print(heading(coded))
    console.print()
    console.print(coloured(coded, chosen))
    legend = Text("\n")
    for name in ("trigger", "perpetrator", "target", "place", "date", "fatalities", "weapons", "claimant"):
        legend.append(f" {'toll' if name == 'fatalities' else name} ", style=STYLES[name])
        legend.append(" ")
    console.print(legend)
    if only is None and coded.claims:
        console.print(claim_table(coded.claims))
    for n, c in enumerate(coded.claims, 1):
        if only in (None, n):
            console.print(rows(coded, c, n))
    for issue in coded.issues:
        console.print(Text(f"{issue.severity}: {issue.detail}", style="yellow"))


def coloured(coded: CodedReport, claims: tuple[Claim, ...]) -> Text:
    """The report text, exactly as stored, with the evidence of ``claims`` coloured."""
    text = Text(coded.report.text)
    for name, span in coloured_spans(claims):
        text.stylize(STYLES[name], span[0], span[1])
    return text


def rows(coded: CodedReport, claim: Claim, number: int) -> Table:
    """The derivation of one claim: field, value, words, rule."""
    table = Table(title=f"claim {number} · {what(claim)}", title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False)
    for name in ("field", "value", "words in the report", "rule"):
        table.add_column(name, overflow="fold")
    for r in explain_claim(coded, claim):
        if r.value is not None:
            style = STYLES.get(r.field, "bold")
            words = " | ".join(isolate(" ".join(w.split())) for w in r.words)
            table.add_row(Text(r.field, style=style), r.value, words, r.rule)
    return table
