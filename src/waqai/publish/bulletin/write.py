"""One call: data and a period in, a bulletin file out."""

from __future__ import annotations

import gc
import json
from datetime import date
from pathlib import Path
from typing import Any

from waqai.errors import UsageError
from waqai.publish.bulletin.blocks import Document
from waqai.publish.bulletin.document import compose
from waqai.publish.bulletin.facts import gather
from waqai.publish.bulletin.fonts import FONTS, source, truetype
from waqai.publish.bulletin.html import drawings, render_html
from waqai.publish.data import ExportData
from waqai.publish.exporters.base import need
from waqai.publish.files import whole

SUFFIXES = (".html", ".pdf", ".docx")


def write_bulletin(
    data: ExportData, start: date, end: date, path: Path, *, lang: str = "ar", area: str | None = None, previous: Path | None = None
) -> Path:
    """Write the bulletin of a period; the suffix of ``path`` chooses web page, PDF or Word.

    Beside it goes ``<name>.issue.json`` with the figures of every incident, from which the next issue tells its corrections.

    Args:
        data: under a disclosure profile; not cut to the period, because the period before it is compared.
        start, end: first and last day, both included.
        lang: ``ar``, ``en`` or ``both``.
        area: name of the area the data is cut to; it stands under the title.
        previous: the ``.issue.json`` of the last issue.

    Raises:
        UsageError: the period is impossible, the suffix unknown, a library missing, or the place cannot be written.
    """
    if start > end:
        raise UsageError(f"the period ends ({end}) before it begins ({start}). Swap the days.")
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise UsageError(f"{path}: a bulletin is {', '.join(SUFFIXES)}. Give the file one of these endings.")
    before = _issue(previous) if previous else None
    doc = compose(gather(data, start, end), data, lang, before, area)
    with whole(path) as tmp:
        if suffix == ".html":
            tmp.write_text(render_html(doc), encoding="utf-8")
        elif suffix == ".pdf":
            _pdf(doc, tmp)
        else:
            from waqai.publish.bulletin.docx import write_docx

            write_docx(doc, tmp)
    state = {"schema": "waqai.issue/1", "from": start.isoformat(), "to": end.isoformat(), "area": area, "incidents": doc.figures}
    with whole(path.with_suffix(".issue.json")) as tmp:
        tmp.write_text(json.dumps(state, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return path


def _issue(path: Path) -> dict[str, dict[str, int]]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        figures: dict[str, dict[str, int]] = found["incidents"]
    except (OSError, ValueError, KeyError, TypeError) as e:
        raise UsageError(f"{path}: not the record of an issue. Give the .issue.json that was written beside it.") from e
    return figures


def _pdf(doc: Document, path: Path) -> None:
    weasyprint = need("weasyprint", "bulletin")
    page = render_html(doc, pdf=True)
    held = {source(name): (truetype(name), "font/ttf") for name in FONTS}
    held |= {f"waqai:{key}": (svg.encode(), "image/svg+xml") for key, svg in drawings(doc).items()}

    class Fetcher(weasyprint.URLFetcher):  # type: ignore[name-defined,misc]
        """Opens our own fonts and drawings and nothing else."""

        def fetch(self, url: str, headers: Any = None) -> Any:
            if url not in held:
                raise ValueError(f"refused: {url[:60]}")
            body, kind = held[url]
            return weasyprint.urls.URLFetcherResponse(url, body, {"Content-Type": kind})

    html = weasyprint.HTML(string=page, url_fetcher=Fetcher())
    # A page maker fills memory with boxes that all live to the end: looking for dead ones meanwhile is a tenth of its work.
    was_on = gc.isenabled()
    gc.disable()
    try:
        html.write_pdf(str(path), pdf_tags=True)
    finally:
        if was_on:
            gc.enable()
