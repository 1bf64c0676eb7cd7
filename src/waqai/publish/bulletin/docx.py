"""Blocks as a Word file: right-to-left paragraphs and tables, real headings, pictures with alternative text."""

from __future__ import annotations

import io
from datetime import datetime
from pathlib import Path
from typing import Any

from waqai.publish.bulletin.blocks import Block, Cards, Cell, Document, Heading, Items, Para, Part, Picture, Quote, Table
from waqai.publish.bulletin.grammar import left_to_right
from waqai.publish.bulletin.phrases import say
from waqai.publish.bulletin.widths import widths
from waqai.publish.exporters.base import need

_FONT = "Noto Naskh Arabic"
_SHADES = {
    "trigger": "FBE3BF", "fatalities": "F8D3CC", "casualties": "F8D3CC", "injuries": "FBE0D8", "captured": "E5E0D2", "date": "D3E4F5",
    "place": "D5ECD6", "perpetrator": "E4DBF3", "target": "F6D9EA", "claimant": "CFECEB", "weapon": "E6E6E6",
}  # fmt: skip


class _Writer:
    def __init__(self, doc: Document) -> None:
        self.docx = need("docx", "bulletin")
        self.oxml = need("docx.oxml", "bulletin")
        self.ns = need("docx.oxml.ns", "bulletin")
        self.shared = need("docx.shared", "bulletin")
        self.enum = need("docx.enum.text", "bulletin")
        self.file = self.docx.Document()
        self.rtl = True
        self._mark = 0
        self.under = ""
        core = self.file.core_properties
        core.title = doc.parts[0].title
        core.author = f"Waqai {doc.method_version}"
        # A fixed moment keeps the same input giving the same bytes.
        core.created = core.modified = datetime(2000, 1, 1)
        for name in ("Normal", "Heading 1", "Heading 2", "Heading 3", "List Bullet", "Title", "Caption"):
            style = self.file.styles[name]
            style.font.name = _FONT
            fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
            for attr in ("w:ascii", "w:hAnsi", "w:cs"):
                fonts.set(self.ns.qn(attr), _FONT)
            for attr in ("w:asciiTheme", "w:hAnsiTheme", "w:cstheme"):
                fonts.attrib.pop(self.ns.qn(attr), None)
            style.font.color.rgb = self.shared.RGBColor(0x1D, 0x1B, 0x18)
        self.file.styles["Normal"].font.size = self.shared.Pt(11)
        section = self.file.sections[0]
        section.page_width, section.page_height = self.shared.Mm(210), self.shared.Mm(297)
        for side in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
            setattr(section, side, self.shared.Mm(18))

    def _el(self, parent: Any, tag: str, **attrs: str) -> Any:
        e = self.oxml.OxmlElement(tag)
        for k, v in attrs.items():
            e.set(self.ns.qn(f"w:{k}"), v)
        parent.append(e)
        return e

    def _bidi(self, paragraph: Any) -> Any:
        if self.rtl:
            pr = paragraph._p.get_or_add_pPr()
            # The schema wants bidi before justification and spacing.
            bidi = self.oxml.OxmlElement("w:bidi")
            pr.insert_element_before(
                bidi,
                "w:adjustRightInd",
                "w:snapToGrid",
                "w:spacing",
                "w:ind",
                "w:contextualSpacing",
                "w:jc",
                "w:textDirection",
                "w:textAlignment",
                "w:outlineLvl",
                "w:rPr",
                "w:sectPr",
            )
        return paragraph

    def run(
        self,
        paragraph: Any,
        text: str,
        *,
        rtl: bool | None = None,
        bold: bool = False,
        size: float | None = None,
        colour: str | None = None,
        shade: str | None = None,
    ) -> Any:
        run = paragraph.add_run(text)
        pr = run._r.get_or_add_rPr()
        if bold:
            run.bold = True
            self._el(pr, "w:bCs")
        if colour:
            run.font.color.rgb = self.shared.RGBColor.from_string(colour)
        if size:
            run.font.size = self.shared.Pt(size)
            self._el(pr, "w:szCs", val=str(int(size * 2)))
        if shade:
            self._el(pr, "w:shd", val="clear", color="auto", fill=shade)
        if self.rtl if rtl is None else rtl:
            self._el(pr, "w:rtl")
        lang = self._el(pr, "w:lang", bidi="ar-SY")
        del lang
        return run

    def paragraph(self, text: str, style: str | None = None, **look: Any) -> Any:
        p = self._bidi(self.file.add_paragraph(style=style))
        if text:
            self.run(p, text, **look)
        return p

    def _bookmark(self, paragraph: Any, name: str) -> None:
        self._mark += 1
        start = self.oxml.OxmlElement("w:bookmarkStart")
        start.set(self.ns.qn("w:id"), str(self._mark))
        start.set(self.ns.qn("w:name"), name.replace("-", "_")[:40])
        end = self.oxml.OxmlElement("w:bookmarkEnd")
        end.set(self.ns.qn("w:id"), str(self._mark))
        paragraph._p.append(start)
        paragraph._p.append(end)

    def _cell(self, cell: Any, c: Cell, *, head: bool = False) -> None:
        p = self._bidi(cell.paragraphs[0])
        if head:
            self._el(cell._tc.get_or_add_tcPr(), "w:shd", val="clear", color="auto", fill="EFE9DC")
        p.paragraph_format.space_after = self.shared.Pt(1)
        if c.number:
            p.alignment = self.enum.WD_ALIGN_PARAGRAPH.CENTER
        if c.link.startswith("#"):
            self._bookmark(p, c.link[1:])
        run = self.run(
            p,
            left_to_right(c.text) if c.number else c.text,
            bold=head or c.strong,
            size=8.5,
            rtl=self.rtl and not c.number,
            colour="6A6459" if head else None,
        )
        if c.link and not c.link.startswith("#"):
            self._lead(p, run, c.link)

    def _lead(self, paragraph: Any, run: Any, anchor: str) -> None:
        """Make a run a link to a bookmark of this file."""
        link = self.oxml.OxmlElement("w:hyperlink")
        link.set(self.ns.qn("w:anchor"), anchor.replace("-", "_")[:40])
        paragraph._p.remove(run._r)
        link.append(run._r)
        paragraph._p.append(link)

    def table(self, t: Table) -> None:
        if t.caption != self.under:
            self.paragraph(t.caption, "Caption", bold=True, size=10)
        grid = self.file.add_table(rows=1, cols=len(t.head))
        self._rules(grid)
        if self.rtl:
            self._el(grid._tbl.tblPr, "w:bidiVisual")
        for cell, text in zip(grid.rows[0].cells, t.head):
            self._cell(cell, Cell(text), head=True)
        properties = grid.rows[0]._tr.get_or_add_trPr()
        self._el(properties, "w:cantSplit")
        self._el(properties, "w:tblHeader")
        for n, row in enumerate(t.rows):
            added = grid.add_row()
            self._el(added._tr.get_or_add_trPr(), "w:cantSplit")
            if len(row) == 1:
                whole = added.cells[0].merge(added.cells[-1])
                self._cell(whole, Cell(row[0].text, strong=True))
                whole.paragraphs[0].paragraph_format.keep_with_next = True
                continue
            for cell, c in zip(added.cells, row):
                self._cell(cell, c)
                # A short table stays on one page, its heading with it.
                cell.paragraphs[0].paragraph_format.keep_with_next = (t.short and n + 1 < len(t.rows)) or None
        for cell in grid.rows[0].cells:
            cell.paragraphs[0].paragraph_format.keep_with_next = True
        self._widths(grid, t)
        self.file.add_paragraph()

    def _rules(self, grid: Any) -> None:
        """Thin lines between rows and none between columns."""
        borders = self.oxml.OxmlElement("w:tblBorders")
        for side in ("top", "bottom", "insideH"):
            self._el(borders, f"w:{side}", val="single", sz="4", space="0", color="B9AD96" if side != "insideH" else "DDD6C8")
        properties = grid._tbl.tblPr
        before = properties.find(self.ns.qn("w:tblLayout"))
        if before is None:
            before = properties.find(self.ns.qn("w:tblLook"))
        if before is None:
            properties.append(borders)
        else:
            before.addprevious(borders)

    def _widths(self, grid: Any, t: Table) -> None:
        wide = widths(t)
        grid.autofit = False
        for n, millimetres in enumerate(wide):
            grid.columns[n].width = self.shared.Mm(millimetres)
        for row in grid._tbl.tr_lst:
            # A merged row is as wide as all its columns.
            for n, cell in enumerate(row.tc_lst):
                cell.width = self.shared.Mm(wide[n] if len(row.tc_lst) > 1 else sum(wide))

    def picture(self, b: Picture) -> None:
        p = self.file.add_paragraph()
        p.alignment = self.enum.WD_ALIGN_PARAGRAPH.CENTER
        shape = p.add_run().add_picture(io.BytesIO(b.png), width=self.shared.Mm(165))
        shape._inline.docPr.set("descr", b.alt)
        if b.caption:
            self.paragraph(b.caption, size=8.5, colour="6A6459")

    def quote(self, q: Quote) -> None:
        before, self.rtl = self.rtl, True
        p = self.paragraph("")
        p.paragraph_format.left_indent = self.shared.Mm(6)
        p.paragraph_format.right_indent = self.shared.Mm(6)
        for piece in q.pieces:
            if piece.field == "gap":
                self.run(p, " […] ")
            elif piece.field == "withheld":
                self.run(p, piece.text, colour="FFFFFF", shade="2A2724", size=9)
            else:
                self.run(p, piece.text, shade=_SHADES.get(piece.field or ""))
        self.rtl = before
        cite = self.paragraph(f"— {q.source}", size=9, colour="6A6459")
        cite.paragraph_format.left_indent = self.shared.Mm(6)

    def cards(self, b: Cards) -> None:
        grid = self.file.add_table(rows=1, cols=len(b.cards))
        if self.rtl:
            self._el(grid._tbl.tblPr, "w:bidiVisual")
        for cell, c in zip(grid.rows[0].cells, b.cards):
            p = self._bidi(cell.paragraphs[0])
            self.run(p, left_to_right(c.number), bold=True, size=18, rtl=False)
            self.run(self._bidi(cell.add_paragraph()), c.name, bold=True, size=9)
            for line in c.lines:
                self.run(self._bidi(cell.add_paragraph()), line, size=8, colour="6A6459")
        self.file.add_paragraph()

    def block(self, b: Block) -> None:
        if isinstance(b, Heading):
            self.under = b.text
            p = self._bidi(self.file.add_heading("", level=b.level))
            run = self.run(p, b.text, bold=True)
            if b.link:
                self._lead(p, run, b.link)
            if b.anchor:
                self._bookmark(p, b.anchor)
        elif isinstance(b, Para):
            colour = {"draft": "9B2C20", "note": "6A6459"}.get(b.role)
            p = self.paragraph(
                b.text, bold=b.role == "draft", colour=colour, size=13 if b.role == "lead" else 9 if b.role == "note" else None
            )
            p.paragraph_format.keep_with_next = b.role == "told" or None
        elif isinstance(b, Items):
            for line in b.lines:
                self.paragraph(line, "List Bullet")
        elif isinstance(b, Cards):
            self.cards(b)
        elif isinstance(b, Table):
            self.table(b)
        elif isinstance(b, Picture):
            self.picture(b)
        else:
            self.quote(b)

    def part(self, part: Part, first: bool) -> None:
        self.rtl = part.lang == "ar"
        if not first:
            self.file.add_page_break()
        head = self._bidi(self.file.add_heading("", level=1))
        self.run(head, part.title, bold=True, size=22)
        self.paragraph(part.subtitle, size=13, colour="6A6459")
        for b in part.blocks:
            self.block(b)

    def footer(self, lang: str, text: str) -> None:
        self.rtl = lang == "ar"
        p = self._bidi(self.file.sections[0].footer.paragraphs[0])
        p.alignment = self.enum.WD_ALIGN_PARAGRAPH.CENTER
        self.run(p, f"{text} · {say('page', lang)} ", size=8.5, colour="6A6459")
        for kind, code in (("begin", ""), ("", "PAGE"), ("end", "")):
            run = self.run(p, "", rtl=False, size=8.5, colour="6A6459")
            if kind:
                self._el(run._r, "w:fldChar", fldCharType=kind)
            else:
                e = self._el(run._r, "w:instrText")
                e.text = code


def write_docx(doc: Document, path: Path) -> None:
    """Write the document as a Word file.

    Raises:
        UsageError: python-docx is not installed.
    """
    w = _Writer(doc)
    for n, part in enumerate(doc.parts):
        w.part(part, n == 0)
    first = doc.parts[0]
    w.footer(first.lang, f"{first.title} – {first.subtitle}")
    w.file.save(str(path))
