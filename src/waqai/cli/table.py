"""Claims as an aligned table: who is said to have done what to whom, where, when, at what cost, according to whom.

Cell widths are counted by rich, which knows that Arabic vowel marks take no room; the terminal does the right-to-left
drawing. Arabic runs are wrapped in isolates so that a neighbouring Latin cell keeps its place.
"""

from __future__ import annotations

import os
from typing import IO

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from waqai.model import ActorRef, Claim, CodedReport, CountRange, StatementKind
from waqai.read.dateline import find_dateline

COLUMNS = ("#", "what", "who", "to whom", "where", "when", "toll", "according to", "words")


class Screen:
    """Prints coded reports to a stream, as wide as the terminal or ``COLUMNS``; 150 columns when neither says."""

    def __init__(self, stream: IO[str]) -> None:
        known = stream.isatty() or "COLUMNS" in os.environ
        self.console = Console(file=stream, width=None if known else 150, highlight=False)

    def show(self, coded: CodedReport) -> None:
        """One report: a heading, its claims, its issues."""
        self.console.print(heading(coded))
        if coded.claims:
            self.console.print(claim_table(coded.claims))
        else:
            self.console.print(Text("  no event in this report", style="dim"))
        for issue in coded.issues:
            style = {"error": "red", "warning": "yellow"}.get(issue.severity, "dim")
            self.console.print(Text(f"  {issue.severity}: {issue.detail}", style=style))
        self.console.print()


def heading(coded: CodedReport) -> Text:
    """Title or first line, outlet and publication date with its basis."""
    r = coded.report
    first = r.title or headline(r.text) or r.id
    day = str(r.published)[:10] if r.published else "no publication date"
    basis = f" ({r.published_basis})" if r.published else ""
    out = Text(isolate(first if len(first) <= 100 else first[:99] + "…"), style="bold")
    out.append(f"\n  {r.path or r.id}", style="dim")
    out.append(f" · {isolate(r.outlet)}" if r.outlet else "", style="dim")
    out.append(f" · {day}{basis} · {len(coded.claims)} claims", style="dim")
    return out


def headline(text: str) -> str | None:
    """The first of the opening lines that is no dateline, logo or button; the first line when all are."""
    lines = [x.strip() for x in text.split("\n", 12)[:12] if x.strip()]
    return next((x for x in lines[:6] if len(x) >= 24 and find_dateline(x).when is None), lines[0] if lines else None)


def claim_table(claims: tuple[Claim, ...]) -> Table:
    """The claims of one report, one row each."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=(0, 1))
    for name in COLUMNS:
        table.add_column(name, overflow="fold", no_wrap=name in ("#", "when"))
    for n, c in enumerate(claims, 1):
        table.add_row(
            str(n), what(c), actor(c.perpetrator), actor(c.target), place(c), days(c), toll(c), c.claimant.name_en,
            isolate(c.trigger),
        )  # fmt: skip
    return table


def isolate(s: str) -> str:
    """``s`` in a first-strong isolate, so that its direction stays its own."""
    return f"\u2068{s}\u2069"


def what(c: Claim) -> str:
    """Event type, with the modality when it is more than a plain report; for a statement, what it says."""
    if c.statement is not None:
        alone = c.statement in (StatementKind.CONTROL, StatementKind.AGREEMENT)
        return f"{c.statement} (statement)" if alone else f"{c.statement} of {c.event_type} (statement)"
    kind = str(c.event_type)
    return kind if str(c.modality) == "reported" else f"{kind} ({c.modality})"


def actor(a: ActorRef | None) -> str:
    """Canonical English name, with the thing hit; a dash when not stated."""
    if a is None:
        return "–"
    return f"{a.name_en}: {isolate(a.object)}" if a.object else a.name_en


def place(c: Claim) -> str:
    """Arabic and English name with the governorate; ``?`` marks a place a person should look at."""
    p = c.place
    if p is None:
        return "–"
    names = " ".join(x for x in (isolate(p.name_ar), p.name_en) if x)
    region = f", {p.admin1}" if p.admin1 and p.admin1 != p.name_en else ""
    return f"{names}{region}{' ?' if p.needs_review else ''}"


def days(c: Claim) -> str:
    """One day, an interval, a bound, or a dash; ``~`` marks an inferred year."""
    mark = "~" if str(c.time_basis) in ("inferred_year", "publication") else ""
    if c.date_start is None and c.date_end is None:
        years = c.candidate_years
        return " | ".join(map(str, years)) + " ?" if years else "–"
    if c.date_start == c.date_end:
        return f"{mark}{c.date_start}"
    if c.date_start is None:
        return f"{mark}by {c.date_end}"
    if c.date_end is None:
        return f"{mark}from {c.date_start}"
    return f"{mark}{c.date_start}\n{mark}to {c.date_end}"


def count(c: CountRange) -> str:
    """``4``, ``2–6``, ``4+`` or ``0``."""
    if c.low == c.high:
        return str(c.low)
    if c.high is None:
        return f"{c.low}+"
    return f"{c.low}–{c.high}"


def toll(c: Claim) -> str:
    """Stated counts with a word each; a dash when none is stated."""
    pairs = (
        (c.fatalities, "killed"), (c.injuries, "injured"), (c.captured, "held"),
        (c.killed_or_injured, "killed or injured"),
    )  # fmt: skip
    return "\n".join(f"{count(n)} {word}" for n, word in pairs if n is not None) or "–"
