"""Text and metadata to ``Report``: the one place where identity, publication date and language are decided."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from waqai.errors import InputError
from waqai.model import Issue, Report
from waqai.read.dateline import find_dateline
from waqai.read.decode import not_arabic

FIELDS = ("id", "title", "outlet", "url", "published_at")


def make_report(
    text: str,
    *,
    data: bytes | None = None,
    path: str | None = None,
    meta: Mapping[str, Any] | None = None,
    published: datetime | date | None = None,
    outlet: str | None = None,
    retrieved_at: datetime | None = None,
    issues: tuple[Issue, ...] = (),
    refuse: bool = True,
) -> Report:
    """A ``Report`` from its text.

    The publication date comes from ``meta["published_at"]``, else from ``published`` (basis ``argument``), else from
    the dateline in the text. One that cannot be read stays empty and leaves an issue.

    Args:
        text: the article exactly as decoded; kept unchanged.
        data: the bytes it came from, for the hash; the UTF-8 bytes of ``text`` when ``None``.
        meta: ``id``, ``title``, ``outlet``, ``url``, ``published_at`` of a sidecar, a JSON line or a web page.
        refuse: an empty or foreign text is an error; ``False`` makes it an issue of the report.

    Raises:
        InputError: the text is empty or not Arabic, and ``refuse`` is set.
    """
    meta = meta or {}
    found = list(issues)
    unfit = _unfit(text)
    if unfit and refuse:
        raise InputError(unfit)
    if unfit:
        found.append(Issue("unreadable-input", "error", unfit))
    sha = hashlib.sha256(data if data is not None else text.encode("utf-8", "surrogatepass")).hexdigest()
    when, basis = None, "none"
    if meta.get("published_at") not in (None, ""):
        when = parse_when(meta["published_at"])
        basis = "metadata" if when else "none"
        if when is None:
            found.append(
                Issue(
                    "date-unreadable",
                    "warning",
                    f"published_at {str(meta['published_at'])[:60]!r} is not an ISO date; publication date left empty. "
                    "Write it as 2024-05-31 or 2024-05-31T15:00:00+03:00",
                )
            )
    if when is None and published is not None:
        when, basis = published, "argument"
    if when is None:
        line = find_dateline(text)
        found.extend(line.issues)
        if line.when is not None:
            when, basis = line.when, "dateline"
    identity = meta.get("id")
    return Report(
        id=str(identity) if identity not in (None, "") else sha[:16],
        text=text,
        sha256=sha,
        path=path,
        title=_words(meta.get("title")),
        outlet=_words(meta.get("outlet")) or outlet,
        url=_words(meta.get("url")),
        published=when,
        published_basis=basis,
        retrieved_at=retrieved_at,
        issues=tuple(found),
    )


def _unfit(text: str) -> str | None:
    """Why a text cannot be coded, with the remedy; ``None`` when it can."""
    if not text.strip():
        return "the text is empty. Save the report again from its source"
    reason = not_arabic(text)
    return f"{reason}. Waqai reads Arabic; leave this file out" if reason else None


def parse_when(value: object) -> datetime | date | None:
    """An ISO 8601 date or date-time, or an e-mail style date of feeds; ``None`` when it is neither."""
    if isinstance(value, datetime | date):
        return value
    s = str(value).strip()
    try:
        return date.fromisoformat(s) if len(s) <= 10 else datetime.fromisoformat(s)
    except ValueError:
        pass
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(s)
    except (ValueError, TypeError, IndexError):
        return None


def _words(value: object) -> str | None:
    return str(value).strip() or None if isinstance(value, str) else None
