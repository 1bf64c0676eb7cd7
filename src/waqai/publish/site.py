"""The static site: the page, its downloads, and a change log; it works from disk and on any static host."""

from __future__ import annotations

import hashlib
import html
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from waqai.publish.data import ExportData
from waqai.publish.export import write_one
from waqai.publish.exporters.jsonl import row_to_dict
from waqai.publish.exporters.registry import exporter
from waqai.publish.files import whole
from waqai.publish.labels import label, ui
from waqai.publish.page import render_page

_KEEP = 40


def _digests(data: ExportData) -> dict[str, list[str]]:
    """Incident id → digest of its content and its names in both languages, so that a later build can tell what changed."""
    out = {}
    for row in data.incidents:
        i = row.incident
        body = json.dumps(row_to_dict(row, data), ensure_ascii=False, sort_keys=True)
        where = (i.place.name_en or i.place.name_ar, i.place.name_ar) if i.place else ("", "")
        out[i.id] = [
            hashlib.sha256(body.encode()).hexdigest()[:16],
            *(f"{label('event_type', i.event_type, lang)} · {w}" for lang, w in zip(("en", "ar"), where)),
        ]
    return out


def changes(old: dict[str, list[str]], new: dict[str, list[str]]) -> dict[str, list[str]]:
    """Ids added, changed and gone between two builds."""
    return {
        "added": sorted(set(new) - set(old)),
        "changed": sorted(k for k in set(new) & set(old) if new[k][0] != old[k][0]),
        "gone": sorted(set(old) - set(new)),
    }


def _log_page(entries: Sequence[dict[str, Any]]) -> str:
    rows = []
    for e in entries:
        parts = []
        for kind in ("added", "changed", "gone"):
            if e[kind]:
                items = "".join(
                    f"<li><bdi>{html.escape(' / '.join(e['names'].get(i, [i])))}</bdi> <code>{html.escape(i)}</code></li>"
                    for i in e[kind][:200]
                )
                parts.append(f"<h3>{ui('log_' + kind, 'en')} · {ui('log_' + kind, 'ar')}: {len(e[kind])}</h3><ul>{items}</ul>")
        rows.append(
            f"<section><h2>{ui('log_build', 'en')} {e['build']} · {ui('log_build', 'ar')} {e['build']} · "
            f"{ui('m_version', 'en')} {html.escape(e['method'])}</h2>{''.join(parts)}</section>"
        )
    title = f"{ui('changelog', 'en')} · {ui('changelog', 'ar')}"
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>{title}</title>"
        "<style>body{font:15px/1.7 system-ui,sans-serif;max-width:760px;margin:2em auto;padding:0 1em;color:#1d1b18;background:#f7f4ed}"
        "h1,h2{border-bottom:1px solid #1d1b18}code{color:#6a6459;font-size:12px}</style></head>"
        f'<body><p><a href="index.html">Waqai · وقائع</a></p><h1>{title}</h1>{"".join(rows)}</body></html>\n'
    )


def write_site(data: ExportData, out: Path, formats: Sequence[str] = ("csv", "geojson", "jsonl")) -> list[Path]:
    """Write the site into ``out``.

    A build with the same content changes nothing; one with other content adds an entry to the change log.

    Args:
        data: already under a disclosure profile.
        formats: downloads to offer, by registry name.

    Raises:
        UsageError: an unknown format, or a place that cannot be written.
    """
    chosen = [exporter(name) for name in formats]
    files = []
    for one in chosen:
        path = out / "data" / one.file_name
        write_one(data, one.name, path)
        files.append(path)
    state_file = out / "data" / "state.json"
    try:
        state = json.loads(state_file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        state = {}
    # Names published under a looser profile must not live on in the log of a stricter one.
    if state.get("profile") != data.profile:
        state = {"incidents": {}, "log": [], "profile": data.profile}
    new = _digests(data)
    diff = changes(state["incidents"], new)
    if any(diff.values()):
        names = {i: (new.get(i) or state["incidents"].get(i) or ["", i, i])[1:] for ids in diff.values() for i in ids}
        entry = {"build": len(state["log"]) + 1, "method": data.method_version, "names": names, **diff}
        state["log"] = [entry, *state["log"]][:_KEEP]
    state["incidents"] = new
    texts = {
        out / "index.html": render_page(data, [*(f"data/{p.name}" for p in files), "changes.html"]),
        out / "changes.html": _log_page(state["log"]),
        state_file: json.dumps(state, ensure_ascii=False, sort_keys=True, indent=1) + "\n",
    }
    for path, text in texts.items():
        with whole(path) as tmp:
            tmp.write_text(text, encoding="utf-8")
    return [*texts, *files]
