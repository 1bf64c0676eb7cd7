"""The command line: one file per command group, imported only when the command is called."""

from waqai.cli.app import main

__all__ = ["main"]
