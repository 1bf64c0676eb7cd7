"""``waqai numbers``: the number reader by itself, on one string or on JSON Lines."""

from __future__ import annotations

import json
import sys
from typing import Annotated, Any

import typer

app = typer.Typer()


def line(identifier: Any, text: str) -> str:
    """One line of output: ``{"id", "mentions": [{"span", "text", "low", "best", "high", "noun", "form"}]}``.

    Spans are ``[start, end)`` code points of ``text``; ``null`` in a bound is open or not stated.
    """
    from waqai.annotate.number import find_numbers

    mentions = [
        {
            "span": [m.span.start, m.span.end], "text": m.text, "low": m.low, "best": m.best, "high": m.high,
            "noun": m.noun, "form": m.form,
        }
        for m in find_numbers(text)
    ]  # fmt: skip
    return json.dumps({"id": identifier, "mentions": mentions}, ensure_ascii=False)


@app.command()
def numbers(
    text: Annotated[list[str] | None, typer.Argument(help='Arabic text. Without it, JSON Lines {"id", "text"} are read.')] = None,
) -> None:
    """Read Arabic number expressions: ranges, bounds, duals, vague words, with their counted nouns."""
    from waqai.errors import UsageError

    if text:
        print(line(None, " ".join(text)))
        return
    if sys.stdin.isatty():
        raise UsageError('no input. Give a text, or pipe JSON Lines in: {"id": "1", "text": "…"}')
    broken = 0
    for n, raw in enumerate(sys.stdin.buffer, 1):
        if not raw.strip():
            continue
        try:
            row = json.loads(raw.decode("utf-8"))
            identifier, body = row.get("id", str(n)), row["text"]
            if not isinstance(body, str):
                raise TypeError("text is no string")
        except (ValueError, KeyError, TypeError, AttributeError) as e:
            print(f'waqai: line {n}: {e!r}. Each line is an object with "id" and "text"', file=sys.stderr)
            broken += 1
            continue
        print(line(identifier, body))
    if broken:
        raise typer.Exit(1)
