"""What the commands share: coding inputs one by one, progress, and the record of an input that could not be read."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import IO, Any

import typer

from waqai.errors import UsageError, WaqaiError
from waqai.model import CodedReport, Issue, Report
from waqai.model.serial import SCHEMA, coded_to_dict
from waqai.read import ReadFailure, expand, parse_when, read_inputs
from waqai.resources import settle

PROGRESS_FROM = 50


def when(value: str | None) -> datetime | date | None:
    """``--published`` as a date.

    Raises:
        UsageError: it is not an ISO date.
    """
    if value is None:
        return None
    parsed = parse_when(value)
    if parsed is None:
        raise UsageError(f"--published {value!r} is not a date. Write it as 2024-05-31")
    return parsed


def inputs(files: Sequence[str] | None) -> list[str]:
    """The inputs given, or standard input when something is piped in.

    Raises:
        UsageError: nothing is given.
    """
    if files:
        return list(files)
    if sys.stdin.isatty():
        raise UsageError("no input. Give files, folders or patterns, or pipe a text in: waqai code report.txt")
    return ["-"]


def code_inputs(files: Sequence[str], published: datetime | date | None, outlet: str | None) -> Iterator[CodedReport | ReadFailure]:
    """Every input coded, in order, with a progress bar on standard error above fifty files."""
    from waqai.pipeline import Coder

    coder = Coder()
    with progress(files) as step:
        for item in read_inputs(files, published=published, outlet=outlet):
            yield guarded(coder.code, item) if isinstance(item, Report) else item
            step()


def guarded(code: Callable[[Report], CodedReport], report: Report) -> CodedReport | ReadFailure:
    """A report on which the coder breaks is one failure; the thousand after it are coded. ``WAQAI_DEBUG`` lets it break."""
    try:
        coded = code(report)
    except WaqaiError:
        raise
    except Exception as e:
        if os.environ.get("WAQAI_DEBUG"):
            raise
        where = report.path or report.id
        detail = f"the coder broke on this report ({type(e).__name__}: {e}). Report it with the text; WAQAI_DEBUG=1 shows where"
        return ReadFailure(where, report.id, Issue("coder-broke", "error", detail))
    _settle()
    return coded


@cache
def _settle() -> None:
    """After the first report, which loaded the tables."""
    settle()


@contextmanager
def progress(files: Sequence[str]) -> Iterator[Any]:
    """A function to call once per report; it moves a bar when there are more than fifty files and someone looks."""
    count = sum(1 for _ in expand(files)) if sys.stderr.isatty() else 0
    if count <= PROGRESS_FROM:
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Coding", total=count)
        yield lambda: bar.advance(task)


def failure_to_dict(f: ReadFailure) -> dict[str, Any]:
    """The line of ``claims.jsonl`` for an input that gave no report: no claims, one issue."""
    empty = ("title", "outlet", "url", "published_at", "published_basis", "sha256", "lang")
    return {
        "schema": SCHEMA,
        "report": {"id": f.id, "path": f.path, **dict.fromkeys(empty)},
        "claims": [],
        "issues": [{"code": f.issue.code, "severity": f.issue.severity, "span": None, "detail": f.issue.detail}],
    }


def json_line(item: CodedReport | ReadFailure) -> str:
    """One line of JSON Lines output, without its line break."""
    value = failure_to_dict(item) if isinstance(item, ReadFailure) else coded_to_dict(item)
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def report_problem(item: CodedReport | ReadFailure) -> bool:
    """Print one line per error to standard error; true when there was one."""
    if isinstance(item, ReadFailure):
        print(f"waqai: {item.line}", file=sys.stderr)
        return True
    errors = [i for i in item.issues if i.severity == "error"]
    for i in errors:
        print(f"waqai: {item.report.path or item.report.id}: {i.detail}", file=sys.stderr)
    return bool(errors)


@contextmanager
def output(path: Path | None) -> Iterator[IO[str]]:
    """Standard output, or ``path`` written whole: it appears when everything is written, never half.

    Raises:
        UsageError: the file cannot be written.
    """
    if path is None:
        yield sys.stdout
        return
    part = path.with_name(f".{path.name}.part")
    try:
        handle = part.open("w", encoding="utf-8", errors="backslashreplace", newline="\n")
    except OSError as e:
        raise UsageError(f"cannot write {path} ({e.strerror}). Give another place with -o") from e
    try:
        with handle:
            yield handle
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


FILES = typer.Argument(None, help="Files, folders, patterns, or - for standard input.", show_default=False)
PUBLISHED = typer.Option(None, "--published", metavar="DATE", help="Publication date of reports that state none.")
OUTLET = typer.Option(None, "--outlet", help="Outlet of reports that name none.")
