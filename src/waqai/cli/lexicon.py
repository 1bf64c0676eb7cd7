"""``waqai lexicon``: check the word lists; count which entries texts use."""

from __future__ import annotations

import sys
from collections import Counter

import typer

from waqai.cli.common import FILES, inputs, report_problem
from waqai.read import ReadFailure, read_inputs
from waqai.resources.lint import lint

app = typer.Typer(help="Check the word lists, or count their use in texts.")


@app.command()
def check() -> None:
    """Check every data file; exit code 3 when something is wrong."""
    problems = lint()
    for p in problems:
        print(p)
    print(f"{len(problems)} problems" if problems else "the data is clean", file=sys.stderr)
    raise typer.Exit(3 if problems else 0)


@app.command()
def usage(
    files: list[str] | None = FILES,
    unused: bool = typer.Option(False, "--unused", help="List the entries no text used."),
    top: int = typer.Option(40, "--top", help="How many entries to show."),
) -> None:
    """Count which lexicon entries the texts use, with one example of each."""
    from waqai.annotate.words import annotate_words
    from waqai.resources.lexicon import lexicon
    from waqai.segment import segment

    counts: Counter[tuple[str, str]] = Counter()
    example: dict[tuple[str, str], str] = {}
    trouble = False
    for item in read_inputs(inputs(files)):
        if isinstance(item, ReadFailure):
            trouble |= report_problem(item)
            continue
        for w in annotate_words(segment(item)):
            counts[w.layer, w.entry] += 1
            example.setdefault((w.layer, w.entry), w.text)
    if unused:
        for entry in lexicon().entries.values():
            if (entry.layer, entry.id) not in counts:
                print(f"{entry.layer}\t{entry.id}")
    else:
        for (layer, name), n in counts.most_common(top):
            print(f"{n}\t{layer}\t{name}\t{example[layer, name]}")
    raise typer.Exit(1 if trouble else 0)
