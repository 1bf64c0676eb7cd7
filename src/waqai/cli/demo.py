"""``waqai demo``: one built-in report, written for this purpose, from text to claims."""

from __future__ import annotations

import typer
from rich.console import Console

from waqai.resources import DATA

app = typer.Typer()


@app.command()
def demo() -> None:
    """Code a built-in sample report and show what comes out."""
    from waqai.cli.common import code_inputs
    from waqai.cli.explain import show
    from waqai.model import CodedReport

    console = Console(highlight=False)
    for item in code_inputs([str(DATA / "read" / "demo.txt")], None, None):
        if isinstance(item, CodedReport):
            show(console, item)
    console.print("Next: waqai code YOUR_FILE.txt · waqai run FOLDER --out DIR", style="bold")
