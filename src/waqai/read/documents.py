"""Word and PDF files to text. Word needs nothing beyond Python; PDF needs the ``docs`` extra."""

from __future__ import annotations

import io
import unicodedata
import zipfile
from xml.etree import ElementTree

from waqai.errors import InputError
from waqai.read.decode import MAX_BYTES

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def read_docx(data: bytes) -> str:
    """Paragraphs of a Word file, one a line.

    Raises:
        InputError: the file is not a Word document, or its text is larger than the limit.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as z:
            if z.getinfo("word/document.xml").file_size > MAX_BYTES:
                raise InputError("the text inside is more than 50 MB. Split the document")
            root = ElementTree.fromstring(z.read("word/document.xml"))
    except (zipfile.BadZipFile, KeyError, ElementTree.ParseError) as e:
        raise InputError("it is not a readable Word document. Save it again as .docx") from e
    lines = []
    for p in root.iter(f"{_W}p"):
        parts = []
        for node in p.iter():
            if node.tag == f"{_W}t":
                parts.append(node.text or "")
            elif node.tag in (f"{_W}br", f"{_W}cr"):
                parts.append("\n")
            elif node.tag == f"{_W}tab":
                parts.append("\t")
        lines.append("".join(parts))
    return "\n".join(lines)


def read_pdf(data: bytes) -> str:
    """Text of a PDF; presentation forms of Arabic letters become plain letters (NFKC).

    Raises:
        InputError: the extra is not installed, or the file is broken, locked or holds only pictures.
    """
    try:
        from pypdf import PdfReader
        from pypdf.errors import PyPdfError
    except ImportError as e:
        raise InputError("reading PDF needs an extra. Run: pip install 'waqai[docs]'") from e
    try:
        pages = [page.extract_text() or "" for page in PdfReader(io.BytesIO(data)).pages]
    except (PyPdfError, ValueError, KeyError, TypeError, RecursionError) as e:
        raise InputError("the PDF is broken or locked. Open it, copy the text and save that") from e
    text = unicodedata.normalize("NFKC", "\n".join(pages))
    if not text.strip():
        raise InputError("the PDF holds pictures, no text. Run text recognition (OCR) on it first")
    return text
