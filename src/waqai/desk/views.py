"""Pages: Jinja templates, always escaped, with the words of the reader's language."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from starlette.responses import HTMLResponse, Response

from waqai.desk import telling, words
from waqai.desk.core import Ctx
from waqai.desk.fragments import Fragments, facet, row_key, script_words
from waqai.desk.statics import version
from waqai.publish.labels import family_of_type
from waqai.publish.labels import table as publish_table

TEMPLATES = Path(__file__).parent / "templates"


def data_block(value: Any) -> Markup:
    """JSON that cannot end its script element; the element is data, so it needs no exception from the CSP."""
    return Markup(json.dumps(value, ensure_ascii=False).replace("<", "\\u003c").replace("\u2028", "\\u2028"))


def safe_url(url: str | None) -> str | None:
    """An address to link to: http and https only, anything else is shown as text."""
    return url if url and url.lower().startswith(("http://", "https://")) else None


@lru_cache(maxsize=1)
def _env() -> Environment:
    env = Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
        auto_reload=False,
    )  # fmt: skip
    env.globals.update(
        label_table=publish_table("labels"), family=family_of_type(), FIELDS=words.FIELDS, COUNTS=words.COUNTS, MARK=words.MARK,
        version=version(), data_block=data_block, safe_url=safe_url, facet=facet, script_words=script_words,
    )  # fmt: skip
    return env


def query(base: dict[str, Any], **changes: Any) -> str:
    """A query string: ``base`` with changes; empty values are left out."""
    merged = {**base, **changes}
    text = urlencode({k: v for k, v in merged.items() if v not in ("", None)})
    return f"?{text}" if text else "?"


_ROWS = Fragments()
Row = dict[str, Any]


def rows_of(
    c: Ctx, template: str, rows: list[dict[str, Any]], more: Callable[[list[dict[str, Any]]], list[dict[str, Any]]]
) -> list[Markup]:
    """The rows of a list as the reader's language shows them; only what was not shown before is made.

    Args:
        template: what a row looks like.
        more: what the template needs besides ``r``, for the rows that are to be made.
    """
    keys = [(template, row_key(r, c.lang)) for r in rows]
    held = {k: _ROWS.get(k) for k in keys}
    fresh = [(k, r) for k, r in zip(keys, rows) if held[k] is None]
    if fresh:
        made = _module(template, c.lang)
        for (k, r), values in zip(fresh, more([r for _, r in fresh])):
            held[k] = _ROWS.put(k, made.row(r=r, **values))
    return [held[k] or Markup() for k in keys]


@lru_cache(maxsize=8)
def _module(template: str, lang: str) -> Any:
    """The macros of a template in a language."""
    return _env().get_template(template).make_module(_words_in(lang))


def render(c: Ctx, template: str, status: int = 200, **values: Any) -> Response:
    """One page."""
    account = c.session.account if c.session else None
    html = _env().get_template(template).render(
        c=c, account=account, csrf=c.session.csrf if c.session else values.pop("csrf", ""), may=c.may, query=query, here=c.request.url.path,
        **_words_in(c.lang), **values,
    )  # fmt: skip
    return HTMLResponse(html, status_code=status)


@lru_cache(maxsize=4)
def _words_in(lang: str) -> dict[str, Any]:
    """What templates say things with."""

    def bound(f: Any) -> Any:
        return lambda *a, **k: f(*a, lang, **k)

    return {
        "lang": lang, "dir": "rtl" if lang == "ar" else "ltr", "comma": "، " if lang == "ar" else ", ",
        "t": lambda key, **k: words.tr(key, lang, **k), "label": lambda kind, key: words.label(kind, key, lang),
        "area": bound(words.area), "day": bound(words.day), "days": bound(words.days), "moment": bound(words.moment),
        "count": bound(words.count), "place_name": bound(words.place_name), "actor": lambda en, ar=None: words.actor(en, lang, ar),
        "known": bound(words.known), "actor_field": bound(words.actor_field), "told": bound(telling.lines),
        "field_label": bound(telling.field_label), "months": lambda: words.months(lang),
    }  # fmt: skip
