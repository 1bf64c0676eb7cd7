"""Blocks as a web page that also prints well and feeds the PDF maker."""

from __future__ import annotations

import base64
import hashlib
from html import escape

from waqai.publish.bulletin.blocks import Block, Card, Cards, Document, Heading, Items, Para, Part, Picture, Quote, Table
from waqai.publish.bulletin.fonts import pdf_css
from waqai.publish.bulletin.grammar import left_to_right
from waqai.publish.bulletin.phrases import say
from waqai.publish.labels import FOLDER, label
from waqai.publish.page import font_css


def _id(anchor: str) -> str:
    return f' id="{escape(anchor, quote=True)}"' if anchor else ""


def _quote(q: Quote, lang: str) -> str:
    words = []
    for p in q.pieces:
        text = escape(p.text)
        if p.field == "gap":
            words.append(" […] ")
        elif p.field == "withheld":
            words.append(f'<span class="withheld">{text}</span>')
        elif p.field:
            words.append(f'<mark class="m-{p.field}" title="{escape(label("field", p.field, lang))}">{text}</mark>')
        else:
            words.append(text)
    cite = escape(q.source)
    if q.url:
        cite = f'<a href="{escape(q.url, quote=True)}">{cite}</a>'
    return f'<figure class="quote"><blockquote lang="ar" dir="rtl">{"".join(words)}</blockquote><figcaption>{cite}</figcaption></figure>'


def _table(t: Table, under: str, pdf: bool) -> str:
    # PDF makers order each cell's text by itself; an element more in each of thousands of cells only takes them time.
    bdi, end = ("", "") if pdf else ("<bdi>", "</bdi>")
    head = "".join(f'<th scope="col"{" class=num" if t.number(n) else ""}>{escape(h)}</th>' for n, h in enumerate(t.head))
    rows = []
    for row in t.rows:
        if len(row) == 1:
            rows.append(
                f'</tbody><tbody><tr class="day"><th scope="rowgroup" colspan="{len(t.head)}">{bdi}{escape(row[0].text)}{end}</th></tr>'
            )
            continue
        cells = []
        for n, c in enumerate(row):
            text = f"{bdi}{escape(left_to_right(c.text) if c.number else c.text)}{end}"
            anchor = ""
            if c.link.startswith("#"):
                anchor = f' id="{escape(c.link[1:], quote=True)}"'
            elif c.link:
                text = f'<a href="#{escape(c.link, quote=True)}">{text}</a>'
            if c.strong:
                text = f"<b>{text}</b>"
            tag = 'th scope="row"' if n == 0 else "td"
            cells.append(f"<{tag}{anchor}{' class=num' if c.number else ''}>{text}</{tag.split()[0]}>")
        rows.append(f"<tr>{''.join(cells)}</tr>")
    # A caption that repeats its heading is for readers who cannot see the page.
    same = ' class="same"' if t.caption == under else ""
    kind = ' class="short"' if t.short else ' class="set"' if t.widths else ""
    body = f"<tbody>{''.join(rows)}</tbody>".replace("<tbody></tbody>", "")
    columns = "".join(f'<col style="width:{w}%">' for w in t.widths)
    return (
        f"<table{kind}><caption{same}>{escape(t.caption)}</caption>{f'<colgroup>{columns}</colgroup>' if columns else ''}"
        f"<thead><tr>{head}</tr></thead>{body}</table>"
    )


def _key(b: Picture) -> str:
    return hashlib.sha256(b.svg.encode()).hexdigest()[:16]


def drawings(doc: Document) -> dict[str, str]:
    """The drawings of a document; the PDF's page names each as ``waqai:`` and its key."""
    return {_key(b): b.svg for part in doc.parts for b in part.blocks if isinstance(b, Picture)}


def _card(c: Card) -> str:
    # A long range is set smaller, so that it stays on one line.
    number = f'<div class="n{" long" if len(c.number) > 7 else ""}"><bdi dir="ltr">{escape(c.number)}</bdi></div>'
    lines = "".join(f'<div class="s">{escape(x)}</div>' for x in c.lines)
    return f'<div class="card">{number}<div class="l">{escape(c.name)}</div>{lines}</div>'


def _block(b: Block, lang: str, under: str, pdf: bool, opens: bool = False) -> str:
    if isinstance(b, Heading):
        text = f'<a href="#{escape(b.link, quote=True)}">{escape(b.text)}</a>' if b.link else escape(b.text)
        if opens:
            return f"<h{b.level}{_id(b.anchor)} class=opens><span>{text}</span></h{b.level}>"
        return f"<h{b.level}{_id(b.anchor)}>{text}</h{b.level}>"
    if isinstance(b, Para):
        return f'<p class="{b.role}">{escape(b.text)}</p>'
    if isinstance(b, Items):
        return "<ul>" + "".join(f"<li>{escape(x)}</li>" for x in b.lines) + "</ul>"
    if isinstance(b, Cards):
        cards = "".join(_card(c) for c in b.cards)
        return f'<div class="cards">{cards}</div>'
    if isinstance(b, Table):
        return _table(b, under, pdf)
    if isinstance(b, Picture):
        where = f"waqai:{_key(b)}" if pdf else f"data:image/svg+xml;base64,{base64.b64encode(b.svg.encode()).decode()}"
        caption = f"<figcaption>{escape(b.caption)}</figcaption>" if b.caption else ""
        return f'<figure class="pic"><img alt="{escape(b.alt, quote=True)}" src="{where}">{caption}</figure>'
    return _quote(b, lang)


def _kept(blocks: tuple[Block, ...], n: int) -> bool:
    """Whether block ``n`` is a heading that must not be parted from a table or picture after it."""
    after = blocks[n + 1] if n + 1 < len(blocks) else None
    return isinstance(blocks[n], Heading) and (isinstance(after, Picture) or (isinstance(after, Table) and after.short))


def _long(blocks: tuple[Block, ...], n: int) -> bool:
    """Whether block ``n`` is the heading of a table too long for one page: some of its rows must stand under it."""
    after = blocks[n + 1] if n + 1 < len(blocks) else None
    return isinstance(blocks[n], Heading) and isinstance(after, Table) and not after.short


def _part(part: Part, pdf: bool) -> str:
    rtl = "rtl" if part.lang == "ar" else "ltr"
    links = [b for b in part.blocks if isinstance(b, Heading) and b.level == 2]
    contents = "".join(f'<li><a href="#{escape(h.anchor, quote=True)}">{escape(h.text)}</a></li>' for h in links)
    body, under = [], ""
    for n, b in enumerate(part.blocks):
        text = _block(b, part.lang, under, pdf, _long(part.blocks, n))
        under = b.text if isinstance(b, Heading) else under
        # What a heading announces stands on the same page, when it is short enough for one.
        opens, closes = _kept(part.blocks, n), n > 0 and _kept(part.blocks, n - 1)
        body.append(('<div class="keep">' if opens else "") + text + ("</div>" if closes else ""))
    return (
        f'<article lang="{part.lang}" dir="{rtl}"><header><p class="brand">{"وقائع" if part.lang == "ar" else "Waqai"}</p>'
        f'<h1>{escape(part.title)}</h1><p class="sub">{escape(part.subtitle)}</p></header>'
        f'<nav aria-label="{escape(say("contents", part.lang))}"><ol>{contents}</ol></nav>{"".join(body)}</article>'
    )


def render_html(doc: Document, *, pdf: bool = False) -> str:
    """The whole page; nothing in it is fetched from anywhere. ``pdf`` leaves fonts and drawings to be handed to the PDF maker."""
    first = doc.parts[0]
    css = (FOLDER / "page" / "bulletin.css").read_text(encoding="utf-8")
    faces = font_css()
    if pdf:
        faces, names = pdf_css()
        for old, new in names.items():
            css = css.replace(old, new)
    footer = f'{say("page", first.lang)} " counter(page) " {say("of", first.lang)} " counter(pages) "'
    title = f"{first.title} – {first.subtitle}"
    running = title.replace('"', "")
    css = css.replace("{{footer}}", footer).replace("{{running}}", running)
    draft = ' class="is-draft"' if doc.draft else ""
    return (
        f'<!DOCTYPE html><html lang="{first.lang}" dir="{"rtl" if first.lang == "ar" else "ltr"}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta name="generator" content="Waqai {escape(doc.method_version)}">'
        f"<title>{escape(title)}</title><style>{faces}</style><style>{css}</style></head><body{draft}>"
        + "".join(_part(p, pdf) for p in doc.parts)
        + "</body></html>\n"
    )
