"""Names readers see, in English and Arabic, from ``data/publish``."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

from waqai.resources.load import DATA, compiled, read_yaml

FOLDER = DATA / "publish"


@cache
def table(name: str) -> Any:
    """One YAML file of ``data/publish``, by stem; read once a process, compiled between starts."""
    path = FOLDER / f"{name}.yml"
    return compiled(f"publish-{name}", lambda: read_yaml(path), [path])


def label(kind: str, key: str | None, lang: str) -> str:
    """The name of ``key`` in ``labels.yml``; the key itself when there is none, ``""`` for ``None``."""
    if key is None:
        return ""
    entry = table("labels").get(kind, {}).get(str(key))
    return str(entry[lang]) if entry else str(key)


def ui(key: str, lang: str) -> str:
    """A phrase of the page."""
    en, ar = table("ui")[key]
    return str(ar if lang == "ar" else en)


@lru_cache(maxsize=1)
def family_of_type() -> dict[str, str]:
    """Event type → family (the colour on maps and charts)."""
    return {t: name for name, f in table("labels")["family"].items() for t in f["types"]}


def ui_pair(key: str) -> tuple[str, str]:
    """A phrase in English and Arabic."""
    return ui(key, "en"), ui(key, "ar")
