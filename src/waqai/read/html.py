"""A saved web page to the article's text and what the page says about itself: title, publication date, outlet, address.

The text is found by trafilatura. Dates are our own: its search takes the year of a copyright line for the date of an
Arabic page.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from waqai.errors import InputError
from waqai.read.dateline import find_dateline
from waqai.read.decode import codecs_name, decode
from waqai.read.report import parse_when

_CHARSET = re.compile(rb"""<meta[^>]{0,80}charset\s*=\s*["']?\s*([\w-]+)""", re.I)
_MIN_LETTERS = 60
_DATE_META = (
    "article:published_time", "og:article:published_time", "datepublished", "date", "pubdate", "publishdate",
    "publish_date", "dc.date", "dc.date.issued", "dcterms.created", "dcterms.date", "parsely-pub-date",
    "sailthru.date", "article.published",
)  # fmt: skip
_ARTICLE_TYPES = ("article", "newsarticle", "blogposting", "reportagenewsarticle", "liveblogposting", "webpage")


@dataclass(frozen=True, slots=True)
class Page:
    """The article of a page. ``text`` begins with the title; ``meta`` has the keys of a sidecar, present when found."""

    text: str
    meta: dict[str, Any]


def read_html(data: bytes) -> Page:
    """The article in a saved page.

    Raises:
        InputError: the bytes cannot be decoded, or the page has no article.
    """
    declared = _CHARSET.search(data[:4096])
    label = codecs_name(declared.group(1).decode("ascii")) if declared else None
    source = decode(data, label)
    import trafilatura
    from lxml import html as lxml_html

    try:
        tree = lxml_html.fromstring(_without_declaration(source))
        body = trafilatura.extract(
            source,
            include_comments=False,
            include_tables=False,
            deduplicate=False,
            favor_precision=False,
            date_extraction_params={"extensive_search": False},
        )
    except Exception as e:  # a parser may fail in many ways on a broken page; none may stop the run
        raise InputError("the page cannot be parsed. Save it again from the browser") from e
    body = (body or "").strip()
    if len(re.findall(r"[\u0620-\u064a]", body)) < _MIN_LETTERS:
        raise InputError("the page holds no article (menus, pictures or a script only). Save the article page itself")
    meta = _describe(tree)
    title = meta.get("title")
    text = body if not title or _same(body.split("\n", 1)[0], title) else f"{title}\n\n{body}"
    if "published_at" not in meta and find_dateline(text).when is None:
        line = _visible_date(tree)
        if line:
            meta["published_at"] = line
    return Page(text, meta)


def _without_declaration(source: str) -> str:
    return re.sub(r"^\s*<\?xml[^>]*\?>", "", source)


def _same(a: str, b: str) -> bool:
    return re.sub(r"\W+", " ", a).strip() == re.sub(r"\W+", " ", b).strip()


def _describe(tree: Any) -> dict[str, Any]:
    """Title, date, outlet and address from JSON-LD, meta tags and time tags, in this order of trust."""
    found: dict[str, Any] = {}
    tags: dict[str, str] = {}
    for m in tree.iter("meta"):
        key = (m.get("property") or m.get("name") or m.get("itemprop") or "").lower()
        value = (m.get("content") or "").strip()
        if key and value:
            tags.setdefault(key, value)
    linked = _json_ld(tree)

    def put(name: str, *values: object) -> None:
        for v in values:
            if isinstance(v, str) and v.strip():
                found[name] = re.sub(r"\s+", " ", v).strip()
                return

    outlet = linked.get("publisher")
    put("outlet", tags.get("og:site_name"), outlet.get("name") if isinstance(outlet, dict) else outlet)
    put("title", linked.get("headline"), tags.get("og:title"), tags.get("twitter:title"), _heading(tree))
    if "title" in found and "outlet" in found:
        found["title"] = re.sub(rf"\s*[-|–—«»:]\s*{re.escape(found['outlet'])}\s*$", "", found["title"])
    canonical = tree.xpath("//link[@rel='canonical']/@href")
    put("url", tags.get("og:url"), *canonical)
    times = tree.xpath("//time[@datetime]/@datetime") if len(tree.xpath("//time[@datetime]")) <= 3 else []
    for value in (linked.get("datePublished"), *(tags.get(k) for k in _DATE_META), *times):
        if value and parse_when(value) is not None:
            found["published_at"] = str(value)
            break
    return found


def _json_ld(tree: Any) -> dict[str, Any]:
    """The article object of the page's JSON-LD; empty when there is none or it is broken."""
    for script in tree.xpath("//script[@type='application/ld+json']/text()"):
        try:
            data = json.loads(script, strict=False)
        except ValueError:
            continue
        stack = data if isinstance(data, list) else [data]
        for item in list(stack):
            if isinstance(item, dict) and isinstance(item.get("@graph"), list):
                stack = stack + item["@graph"]
        for item in stack:
            kind = item.get("@type") if isinstance(item, dict) else None
            kinds = [kind] if isinstance(kind, str) else kind or []
            if isinstance(item, dict) and any(str(k).lower() in _ARTICLE_TYPES for k in kinds) and "headline" in item:
                return item
    return {}


def _heading(tree: Any) -> str | None:
    for path in ("//h1", "//title"):
        for node in tree.xpath(path):
            words = re.sub(r"\s+", " ", node.text_content()).strip()
            if words:
                return words
    return None


def _visible_date(tree: Any) -> str | None:
    """A dateline in a short element that calls itself a date; the page's footer is not looked at."""
    for node in tree.xpath("//time | //*[contains(@class,'date') or contains(@class,'time') or contains(@class,'publish')]"):
        if node.xpath("ancestor-or-self::footer"):
            continue
        words = re.sub(r"\s+", " ", node.text_content()).strip()
        if 6 <= len(words) <= 80:
            when = find_dateline(words).when
            if when is not None:
                return when.isoformat()
    return None
