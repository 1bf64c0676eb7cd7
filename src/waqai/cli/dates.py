"""``waqai dates``: time expressions of a text, or of JSON Lines on standard input."""

from __future__ import annotations

import json
import sys
from datetime import date
from typing import Any

import typer

from waqai.annotate.time import find_times
from waqai.errors import UsageError
from waqai.model import TimeMention
from waqai.read import find_dateline, make_report

app = typer.Typer()


def _day(s: str | None, where: str) -> date | None:
    if not s:
        return None
    try:
        return date.fromisoformat(s[:10])
    except ValueError as e:
        raise UsageError(f"{where}: {s!r} is not a date. Write it as YYYY-MM-DD") from e


def mention_to_dict(m: TimeMention) -> dict[str, Any]:
    """One mention as a JSON object; spans are ``[start, end)`` code points, days ISO dates or ``null``."""
    return {
        "span": [m.span.start, m.span.end],
        "text": m.text,
        "date_start": m.start.isoformat() if m.start else None,
        "date_end": m.end.isoformat() if m.end else None,
        "time_precision": str(m.precision),
        "time_basis": str(m.basis),
        "candidate_years": list(m.candidate_years) if m.candidate_years else None,
    }


def _line(key: Any, text: str, published: date | None, future: bool) -> str:
    found = [mention_to_dict(m) for m in _read(text, published, future)]
    return json.dumps({"id": key, "mentions": found}, ensure_ascii=False)


def _read(text: str, published: date | None, future: bool) -> tuple[TimeMention, ...]:
    """The mentions; where the year stays open, the actors of the text are asked too."""
    found = find_times(text, published, future=future)
    if published is not None or not any(m.candidate_years for m in found):
        return found
    from waqai.annotate.actor import annotate_actors
    from waqai.annotate.time import annotate_times
    from waqai.segment import segment

    parts = segment(make_report(text, refuse=False))
    return annotate_times(parts, None, future=future, actors=annotate_actors(parts, None))[0]


@app.command()
def dates(
    text: str | None = typer.Argument(None, help="The text; without it JSON Lines are read from standard input."),
    published: str | None = typer.Option(None, "--published", "-p", help="Publication date, YYYY-MM-DD."),
    future: bool = typer.Option(False, "--future", help="Read bare weekdays, days and months forward, not backward."),
) -> None:
    """Read Arabic date expressions.

    A line of input is {"id", "text", "published_at"}; a line of output {"id", "mentions": […]}. Without a publication date the
    dateline of the text is used; when there is none, relative words have no days. Exit code 1: some lines could not be read.
    """
    given = _day(published, "--published")
    if text is not None:
        typer.echo(_line(None, text, given or _stated(text), future))
        return
    trouble = False
    for n, raw in enumerate(sys.stdin, 1):
        if not raw.strip():
            continue
        try:
            item = json.loads(raw)
            body = item["text"]
            if not isinstance(body, str):
                raise TypeError("text is not a string")
            day = _day(item.get("published_at"), f"line {n}, published_at") or given or _stated(body)
        except (ValueError, KeyError, TypeError, AttributeError, UsageError) as e:
            trouble = True
            typer.echo(f'line {n}: {e}. Each line is {{"id", "text", "published_at"}}', err=True)
            continue
        typer.echo(_line(item.get("id"), body, day, future))
    raise typer.Exit(1 if trouble else 0)


def _stated(text: str) -> date | None:
    when = find_dateline(text).when
    return None if when is None else date(when.year, when.month, when.day)
