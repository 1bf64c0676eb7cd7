"""Pieces of pages that are the same for everybody: lists of filter values, rows, key lists. Made once per language and content."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable, Sequence
from functools import lru_cache
from typing import Any

from markupsafe import Markup, escape

from waqai.desk import words

MOST = 6000


class Fragments:
    """Rendered pieces by key; all are forgotten when there are too many."""

    def __init__(self, most: int = MOST) -> None:
        self._held: dict[Hashable, Markup] = {}
        self._most, self._lock = most, threading.Lock()

    def get(self, key: Hashable) -> Markup | None:
        """The piece of a key."""
        return self._held.get(key)

    def put(self, key: Hashable, html: Markup) -> Markup:
        """Keep a piece."""
        with self._lock:
            if len(self._held) >= self._most:
                self._held.clear()
            self._held[key] = html
        return html


def row_key(row: dict[str, Any], lang: str) -> Hashable:
    """Key of a row of a list: all that is shown of it follows from its values."""
    return lang, *row.values()


_NAMES: dict[str, Callable[[str, str], str]] = {
    "type": lambda v, lang: words.label("event_type", v, lang),
    "actor": lambda v, lang: words.actor(v, lang),
    "area": lambda v, lang: words.area(v, lang),
    "outlet": lambda v, lang: v,
}
_options: dict[tuple[str, str, bool], tuple[Sequence[tuple[str, int]], str]] = {}


def _option(value: str, text: str) -> str:
    return f'<option value="{escape(value)}">{escape(text)}</option>'


def facet(items: Sequence[tuple[str, int]], chosen: str, kind: str, lang: str, counted: bool = False) -> Markup:
    """The options of a filter after "all"; a chosen value that is not among the frequent ones is added.

    Args:
        items: values with their counts; the same object as last time gives the same options.
    """
    key = (kind, lang, counted)
    held = _options.get(key)
    if held is None or held[0] is not items:
        name = _NAMES[kind]
        held = items, "".join(_option(v, f"{name(v, lang)} ({n})" if counted else name(v, lang)) for v, n in items)
        _options[key] = held
    html = held[1]
    if chosen:
        head = f'<option value="{escape(chosen)}"'
        if head not in html:
            html += _option(chosen, _NAMES[kind](chosen, lang))
        html = html.replace(head, head + " selected", 1)
    return Markup(html)


_JS = (
    "saved", "saving", "failed", "why", "nothing", "field", "select", "done", "noplace", "end", "conflict", "other", "offline", "draft",
    "known", "trigger",
)  # fmt: skip


@lru_cache(maxsize=4)
def script_words(lang: str) -> dict[str, str]:
    """The phrases the pages' scripts say."""
    return {**{k: words.tr(f"js.{k}", lang) for k in _JS}, "here": words.tr("map.here", lang)}
