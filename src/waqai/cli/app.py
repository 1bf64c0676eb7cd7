"""The command list. A command's module is imported when the command is called, so each starts as fast as it can.

To add a command: write ``cli/<name>.py`` with a ``typer.Typer`` called ``app`` and add one line to ``COMMANDS``.
"""

from __future__ import annotations

import importlib
import os
import sys
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from waqai.errors import ResourceError, UsageError, WaqaiError

# name → (module, one line of help). A module may hold several commands.
COMMANDS: dict[str, tuple[str, str]] = {
    "code": ("code", "Read reports and print their claims."),
    "run": ("store", "Read, code, link, store and publish a folder of reports."),
    "explain": ("explain", "Show a report with coloured spans, and the words and rule behind each field."),
    "demo": ("demo", "Code a built-in sample report and show what comes out."),
    "search": ("store", "Find reports in a store by words."),
    "tallies": ("store", "Compare stated totals with the incidents on record."),
    "statements": ("statements", "List general statements, each trend tested against the incidents on record."),
    "trend": ("store", "Test whether activity changed between two periods."),
    "verify": ("store", "Check a store's hashes and links."),
    "backup": ("store", "Copy a store safely while it is in use."),
    "restore": ("store", "Put a backup back."),
    "export": ("publish", "Write a store's incidents and claims as ACLED, UCDP, GeoJSON and other formats."),
    "bulletin": ("publish", "Write the bulletin of a period."),
    "site": ("publish", "Write the bilingual page that works without a server."),
    "disclose": ("publish", "Show what the disclosure policy masks."),
    "numbers": ("numbers", "Read Arabic number expressions."),
    "dates": ("dates", "Read Arabic date expressions."),
    "gazetteer": ("gazetteer", "Find places, or import a place list."),
    "lexicon": ("lexicon", "Check the word lists, or count their use in texts."),
    "eval": ("evaluate", "Score the coder on gold documents."),
    "serve": ("serve", "Open the review desk in a browser."),
    "watch": ("watch", "Fetch feeds and code what is new."),
}


class LazyGroup(TyperGroup):
    """A group that knows its commands by name and imports them on first use."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Names in the order of ``COMMANDS``; commands whose module is not installed are left out."""
        return [name for name, (module, _) in COMMANDS.items() if _exists(module)]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command, imported now; a light stand-in while help is being printed; ``None`` when unknown."""
        if cmd_name not in COMMANDS or not _exists(COMMANDS[cmd_name][0]):
            return None
        module, line = COMMANDS[cmd_name]
        if ctx is not None and ctx.meta.get("waqai.listing"):
            return TyperCommand(cmd_name, help=line)
        app = importlib.import_module(f"waqai.cli.{module}").app
        command = typer.main.get_command(app)
        inner = getattr(command, "commands", {})
        command = inner.get(cmd_name, command)
        command.name = cmd_name
        # Typer gives a lone command its shell-completion options, which belong to the root.
        command.params = [p for p in command.params if p.name not in ("install_completion", "show_completion")]
        return command

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Help from the command list alone: nothing is imported."""
        ctx.meta["waqai.listing"] = True
        super().format_help(ctx, formatter)


def _exists(module: str) -> bool:
    return os.path.exists(os.path.join(os.path.dirname(__file__), f"{module}.py"))


def _version(value: bool) -> None:
    if value:
        from waqai import __version__

        typer.echo(f"waqai {__version__}")
        raise typer.Exit


app = typer.Typer(cls=LazyGroup, no_args_is_help=True, add_completion=False, rich_markup_mode=None)


@app.callback()
def _root(
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Print the version."),
) -> None:
    """Waqai (وقائع): Arabic conflict news in, checkable event data out."""


def main(args: list[str] | None = None) -> None:
    """Run the command line and leave with its exit code.

    Exit codes: 0 fine · 1 finished with errors · 2 wrong use · 3 a data file of the package is wrong.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        typer.main.get_command(app).main(args=args, prog_name="waqai")
    except UsageError as e:
        fail(str(e), 2)
    except ResourceError as e:
        fail(str(e), 3)
    except WaqaiError as e:
        fail(str(e), 1)
    except BrokenPipeError:
        # The reader of the pipe (head, less) has seen enough; keep Python from complaining while it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)


def fail(message: str, code: int) -> None:
    """Print one line to standard error and leave with ``code``."""
    print(f"waqai: {message}", file=sys.stderr)
    sys.exit(code)
