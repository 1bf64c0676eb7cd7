"""Canonical JSON and content hashes: unchanged content keeps its id for ever."""

from __future__ import annotations

import hashlib
import json
from typing import Any

_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def canonical(value: Any) -> str:
    """One spelling per value: sorted keys, no spaces, Arabic as it is."""
    return _ENCODER.encode(value)


def digest(text: str | bytes) -> str:
    """SHA-256 hex digest; text is hashed as UTF-8 (lone surrogates kept)."""
    data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    return hashlib.sha256(data).hexdigest()


def short(text: str) -> str:
    """The first 24 hex digits of the digest: keys of rows made by the store."""
    return digest(text)[:24]
