"""Paths to reports: files, folders, globs and standard input; one bad input never stops the others.

Read are ``.txt`` (and unknown endings), ``.html``/``.htm``, ``.jsonl``/``.ndjson``, ``.json``, ``.docx``, ``.pdf``.
In folders, hidden files and unknown endings are left out. A ``.json`` beside a file of the same name is its sidecar.
"""

from __future__ import annotations

import glob
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import IO, Any

from waqai.errors import InputError
from waqai.model import Issue, Report
from waqai.read.decode import MAX_BYTES, decode
from waqai.read.documents import read_docx, read_pdf
from waqai.read.report import FIELDS, make_report

_TEXT = (".txt", ".text", ".md")
_HTML = (".html", ".htm", ".xhtml")
_LINES = (".jsonl", ".ndjson")
_KNOWN = (*_TEXT, *_HTML, *_LINES, ".json", ".docx", ".pdf")
_MAIN = (*_TEXT, *_HTML, ".docx", ".pdf")


@dataclass(frozen=True, slots=True)
class ReadFailure:
    """An input that gave no report.

    Attributes:
        path: as given, with ``:line`` for a line of a JSON Lines file.
        id: what the output calls it: the ``id`` of the record when it has one, else the path.
        issue: code, and detail as ``reason. remedy``.
    """

    path: str
    id: str
    issue: Issue

    @property
    def line(self) -> str:
        """One line for people: file, reason, remedy."""
        return f"{self.path}: {self.issue.detail}"


def read_inputs(
    paths: Sequence[str | Path],
    *,
    published: datetime | date | None = None,
    outlet: str | None = None,
    stdin: IO[bytes] | None = None,
) -> Iterator[Report | ReadFailure]:
    """Reports of all inputs, in the order given; folders and globs sorted by name.

    Args:
        paths: files, folders (with their subfolders), glob patterns, or ``-`` for standard input (JSON Lines or one
            text).
        published: publication date for reports that state none in their metadata.
        outlet: outlet for reports that name none.
        stdin: standard input; the process's own when ``None``.
    """
    for item in expand(paths):
        if isinstance(item, ReadFailure):
            yield item
        elif item == "-":
            yield from _read_stream(stdin or sys.stdin.buffer, published, outlet)
        else:
            yield from _read_file(Path(item), published, outlet)


def expand(paths: Sequence[str | Path]) -> Iterator[str | ReadFailure]:
    """The single files behind ``paths``, each once; a path that leads nowhere is a failure."""
    seen: set[str] = set()
    for given in map(str, paths):
        found: list[str] = []
        if given == "-" or (Path(given).exists() and not Path(given).is_dir()):
            found = [given]  # a file, or a pipe the shell made: <(command)
        elif Path(given).is_dir():
            found = [str(p) for p in _folder(Path(given))]
            if not found:
                yield _failure(given, "empty-folder", "the folder holds no report. Put .txt, .html or .jsonl files in it")
        elif any(c in given for c in "*?["):
            found = [f for f in sorted(glob.glob(given, recursive=True)) if Path(f).is_file() and not _is_sidecar(Path(f))]
            if not found:
                yield _failure(given, "no-match", "no file matches the pattern. Check the folder and the quotes around it")
        else:
            yield _failure(given, "missing-file", "there is no such file. Check the name")
        for f in found:
            if f not in seen:
                seen.add(f)
                yield f


def _folder(root: Path) -> list[Path]:
    files = (p for p in root.rglob("*") if p.suffix.lower() in _KNOWN and p.is_file())
    return sorted(p for p in files if not any(part.startswith(".") for part in p.relative_to(root).parts) and not _is_sidecar(p))


def _is_sidecar(p: Path) -> bool:
    if p.suffix.lower() != ".json":
        return False
    stem = p.with_suffix("")
    return (stem.suffix.lower() in _MAIN and stem.exists()) or any(p.with_suffix(s).exists() for s in _MAIN)


def _sidecar(p: Path) -> tuple[dict[str, Any], tuple[Issue, ...]]:
    """Metadata beside ``p``: ``name.json`` or ``name.txt.json``; a broken one is an issue, not a failure."""
    for candidate in (p.with_suffix(".json"), p.with_name(p.name + ".json")):
        if candidate.is_file() and candidate != p:
            try:
                data = json.loads(candidate.read_bytes())
            except (ValueError, OSError):
                data = None
            if not isinstance(data, dict):
                detail = f"{candidate.name} is not a JSON object; its metadata is not used. Correct it"
                return {}, (Issue("sidecar-unreadable", "warning", detail),)
            return {k: data[k] for k in FIELDS if k in data}, ()
    return {}, ()


def _failure(path: str, code: str, detail: str, identity: str | None = None) -> ReadFailure:
    return ReadFailure(path, identity or path, Issue(code, "error", detail))


def _read_file(path: Path, published: datetime | date | None, outlet: str | None) -> Iterator[Report | ReadFailure]:
    name, suffix = str(path), path.suffix.lower()
    try:
        if suffix in _LINES:
            with path.open("rb") as f:
                yield from _read_lines(f, name, published, outlet)
            return
        size = path.stat().st_size
        if size > MAX_BYTES:
            detail = f"{size / 1e6:.0f} MB is more than the limit of 50 MB. Split it into one file or JSON line per report"
            yield _failure(name, "too-large", detail)
            return
        with path.open("rb") as f:
            data = f.read(MAX_BYTES + 1)
        at = datetime.fromtimestamp(path.stat().st_mtime, UTC).replace(microsecond=0)
    except OSError as e:
        yield _failure(name, "unreadable-file", f"it cannot be opened ({e.strerror}). Check its permissions")
        return
    if suffix == ".json":
        yield from _read_json(data, name, published, outlet)
        return
    meta, issues = _sidecar(path)
    try:
        text, own = _content(data, suffix)
        yield make_report(
            text,
            data=data,
            path=name,
            meta={**own, **meta},
            published=published,
            outlet=outlet,
            retrieved_at=at,
            issues=issues,
        )
    except InputError as e:
        yield _failure(name, "unreadable-input", str(e), str(meta["id"]) if meta.get("id") else None)


def _content(data: bytes, suffix: str) -> tuple[str, dict[str, Any]]:
    """Text and the page's own metadata, by the ending and, for unknown endings, by the first bytes."""
    head = data[:512].lstrip().lower()
    if suffix == ".docx" or (data.startswith(b"PK\x03\x04") and b"word/" in data):
        return read_docx(data), {}
    if suffix == ".pdf" or data.startswith(b"%PDF-"):
        return read_pdf(data), {}
    if suffix in _HTML or head.startswith((b"<!doctype html", b"<html")):
        from waqai.read.html import read_html

        page = read_html(data)
        return page.text, page.meta
    return decode(data), {}


def _read_json(data: bytes, name: str, published: datetime | date | None, outlet: str | None) -> Iterator[Report | ReadFailure]:
    """A ``.json`` file: one record or a list of records."""
    try:
        value = json.loads(decode(data))
    except InputError as e:
        yield _failure(name, "unreadable-input", str(e))
        return
    except ValueError as e:
        yield _failure(name, "broken-json", f"it is not valid JSON ({e}). Correct it, or save JSON Lines as .jsonl")
        return
    records = value if isinstance(value, list) else [value]
    for n, record in enumerate(records, 1):
        where = f"{name}:{n}" if isinstance(value, list) else name
        yield _record(record, where, published, outlet)


def _read_lines(stream: IO[bytes], name: str, published: datetime | date | None, outlet: str | None) -> Iterator[Report | ReadFailure]:
    """JSON Lines, one line in memory at a time, so an archive may be of any size; a broken line is one failure."""
    n = filled = 0
    while line := stream.readline(MAX_BYTES + 1):
        n += 1
        where = f"{name}:{n}"
        if len(line) > MAX_BYTES:
            while line and not line.endswith(b"\n"):
                line = stream.readline(MAX_BYTES)
            filled += 1
            yield _failure(where, "too-large", "the line is longer than 50 MB. Give one report per line")
            continue
        if n == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        if not line.strip():
            continue
        filled += 1
        try:
            record = json.loads(line)
        except (ValueError, RecursionError) as e:
            reason = str(e).split(":")[0]
            yield _failure(where, "broken-json", f"the line is not valid JSON ({reason}). Correct or remove it")
            continue
        yield _record(record, where, published, outlet)
    if not filled:
        yield _failure(name, "unreadable-input", "the file is empty. Save it again from its source")


def _record(record: Any, where: str, published: datetime | date | None, outlet: str | None) -> Report | ReadFailure:
    """One JSON record of the input contract."""
    if not isinstance(record, Mapping) or not isinstance(record.get("text"), str):
        return _failure(where, "no-text", 'the record has no "text". Write {"id": …, "text": …, "published_at": …}')
    identity = record.get("id")
    try:
        return make_report(record["text"], path=where, meta=record, published=published, outlet=outlet)
    except InputError as e:
        return _failure(where, "unreadable-input", str(e), None if identity in (None, "") else str(identity))


def _read_stream(stream: IO[bytes], published: datetime | date | None, outlet: str | None) -> Iterator[Report | ReadFailure]:
    """Standard input: JSON Lines when it begins with ``{``, else one text or page."""
    first = b""
    while not first.strip():
        line = stream.readline()
        if not line:
            break
        first += line
    if first.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        yield from _read_lines(_Pushed(first, stream), "stdin", published, outlet)  # type: ignore[arg-type]
        return
    data = first + stream.read(MAX_BYTES + 1)
    try:
        text, meta = _content(data, "")
        yield make_report(text, data=data, path="-", meta=meta, published=published, outlet=outlet)
    except InputError as e:
        yield _failure("stdin", "unreadable-input", str(e))


class _Pushed:
    """A byte stream with its first lines put back."""

    def __init__(self, first: bytes, stream: IO[bytes]) -> None:
        self._lines = first.splitlines(keepends=True)
        self._stream = stream

    def readline(self, limit: int = -1) -> bytes:
        return self._lines.pop(0) if self._lines else self._stream.readline(limit)
