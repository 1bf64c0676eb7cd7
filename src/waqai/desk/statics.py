"""The files pages are made of, from a fixed list: a name that is not on it does not exist, so no path can lead out."""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from waqai.publish.page import _FONTS, _RANGES, PAGE

_STATIC = Path(__file__).parent / "static"
_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".woff2": "font/woff2",
    ".json": "application/json",
    ".svg": "image/svg+xml",
}


@dataclass(frozen=True, slots=True)
class File:
    """One file: its bytes, plain and gzipped (``None`` for fonts), media type and hash."""

    body: bytes
    small: bytes | None
    media: str
    etag: str


def _font_css() -> bytes:
    rules = [
        f"@font-face{{font-family:'{family}';font-weight:{weight};font-style:normal;font-display:swap;unicode-range:{_RANGES[part]};"
        f"src:url({name}.woff2) format('woff2')}}"
        for family, name, weight, part in _FONTS
    ]
    return "\n".join(rules).encode()


@lru_cache(maxsize=1)
def files() -> dict[str, File]:
    """All static files by name, read once."""
    found: dict[str, bytes] = {p.name: p.read_bytes() for p in sorted(_STATIC.iterdir()) if p.suffix in _TYPES}
    found["fonts.css"] = _font_css()
    found["basemap.json"] = (PAGE / "basemap.json").read_bytes()
    found["warmap.js"] = (PAGE / "map.js").read_bytes()
    for _, name, _, _ in _FONTS:
        found[f"{name}.woff2"] = (PAGE / "fonts" / f"{name}.woff2").read_bytes()
    out = {}
    for name, body in found.items():
        media = _TYPES["." + name.rpartition(".")[2]]
        small = None if media == "font/woff2" else gzip.compress(body, 6, mtime=0)
        out[name] = File(body, small, media, f'"{hashlib.sha256(body).hexdigest()[:20]}"')
    return out


@lru_cache(maxsize=1)
def version() -> str:
    """Changes when any static file does: addresses carry it, so caches never serve an old one."""
    return hashlib.sha256("".join(f.etag for f in files().values()).encode()).hexdigest()[:10]
