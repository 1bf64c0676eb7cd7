"""Checking a finished file against the policy: names, coordinates, links, drafts, whoever made the file."""

from __future__ import annotations

import csv
import html
import json
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from waqai.errors import UsageError
from waqai.normalise import fold
from waqai.publish.labels import table
from waqai.publish.names import find_names
from waqai.publish.policy import Policy

_TAG = re.compile(r"<[^>]+>")
_HIDDEN = re.compile(r"<(style|script)\b.*?</\1>", re.S | re.I)
_PAYLOAD = re.compile(r'<script type="application/json" id="data">(.*?)</script>', re.S)
_MOST = 500


@dataclass(frozen=True, slots=True)
class Finding:
    """One breach: where in the file, which rule, and what was seen (a private name is shown by its first letter only)."""

    where: str
    rule: str
    detail: str


def audit(path: Path, policy: Policy) -> list[Finding]:
    """What in a file breaks the policy.

    Reads csv, json, jsonl, geojson, kml, html, txt, xlsx and docx. At most 500 findings are returned.

    Raises:
        UsageError: the file is missing or of a kind that cannot be read.
    """
    if not path.is_file():
        raise UsageError(f"{path}: there is no such file. Check the name.")
    out: list[Finding] = []
    for where, field, value in _values(path):
        out += _check(where, field, value, policy)
        if len(out) >= _MOST:
            break
    return out[:_MOST]


def _values(path: Path) -> Iterator[tuple[str, str, Any]]:
    kind = path.suffix.lower()
    if kind == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as f:
            for n, row in enumerate(csv.DictReader(f), 2):
                yield from ((f"{path.name}:{n}", k or "", v) for k, v in row.items() if v)
    elif kind in (".jsonl", ".ndjson"):
        with path.open(encoding="utf-8") as f:
            for n, line in enumerate(f, 1):
                yield from _walk(f"{path.name}:{n}", "", json.loads(line))
    elif kind in (".json", ".geojson"):
        yield from _walk(path.name, "", json.loads(path.read_text(encoding="utf-8")))
    elif kind in (".html", ".htm", ".kml", ".txt", ".md"):
        text = path.read_text(encoding="utf-8")
        if m := _PAYLOAD.search(text):
            yield from _walk(path.name, "", json.loads(m[1]))
        for n, line in enumerate(_TAG.sub("", _HIDDEN.sub("", text)).splitlines(), 1):
            if line.strip():
                yield f"{path.name}:{n}", "text", html.unescape(line)
        for m in re.finditer(r'href="(https?://[^"]+)"', text):
            yield path.name, "url", html.unescape(m[1])
    elif kind in (".xlsx", ".docx"):
        yield from _office(path)
    else:
        raise UsageError(f"{path}: cannot audit a {kind or 'nameless'} file. Give csv, json, jsonl, geojson, kml, html, xlsx or docx.")


def _walk(where: str, field: str, value: Any) -> Iterator[tuple[str, str, Any]]:
    if isinstance(value, dict):
        # A quote is cut into pieces: names are found only in the whole.
        for k, v in value.items():
            if k in ("labels", "ui", "claimants", "areas"):
                continue
            if k == "quote" and isinstance(v, list):
                yield where, "quote", "".join(p["text"] if isinstance(p, dict) else p[0] for p in v)
            else:
                yield from _walk(where, k, v)
    elif isinstance(value, list):
        for n, v in enumerate(value):
            yield from _walk(f"{where}/{n}" if isinstance(v, dict) else where, field, v)
    elif value is not None:
        yield where, field, value


def _office(path: Path) -> Iterator[tuple[str, str, Any]]:
    try:
        with zipfile.ZipFile(path) as z:
            for name in sorted(z.namelist()):
                if name.endswith(".xml") and ("sheet" in name or "sharedStrings" in name or "document" in name):
                    raw = z.read(name).decode("utf-8", "replace")
                    for n, part in enumerate(re.split(r"</(?:w:p|si|is|c)>", raw), 1):
                        text = html.unescape(_TAG.sub("", part))
                        if text.strip():
                            yield f"{path.name}/{name}:{n}", "text", text
    except zipfile.BadZipFile as e:
        raise UsageError(f"{path}: not a {path.suffix} file. Export it again.") from e


def _decimals(value: Any) -> int:
    text = str(value)
    return len(text.split(".")[1].rstrip("0")) if "." in text else 0


def _check(where: str, field: str, value: Any, p: Policy) -> Iterator[Finding]:
    name = field.casefold()
    if name in ("lat", "latitude", "lon", "longitude", "coordinates"):
        if _decimals(value) > p.decimals:
            yield Finding(where, "coordinates", f"{field} {value} has more than {p.decimals} decimals")
        return
    if not isinstance(value, str):
        return
    if name == "state" and value == "draft" and not p.drafts:
        yield Finding(where, "draft", "an incident nobody has released")
    if name == "url" and not p.propaganda_links and any(h in value for h in p.propaganda_hosts):
        yield Finding(where, "propaganda-link", value[:80])
    if name in ("profile",) and value in ("internal", "partner", "public") and _rank(value) < _rank(p.profile):
        yield Finding(where, "profile", f"the file was made under {value!r}")
    if p.names == "mask" and name not in _SAFE:
        kept = {fold(x) for x in table("names")["mask"].values()}
        for a, b in find_names(value):
            if fold(value[a:b]) not in kept:
                yield Finding(where, "name", f"{field}: {value[a]}… ({b - a} letters)")


def _rank(profile: str) -> int:
    return ("internal", "partner", "public").index(profile)


_SAFE = frozenset(
    (
        "place",
        "place_ar",
        "name_ar",
        "admin1",
        "admin1_ar",
        "admin2",
        "admin3",
        "outlet",
        "outlets",
        "claimants",
        "path",
        "perpetrator_ar",
        "target_ar",
        "ar",
        "a1",
        "a2",
    )
)
