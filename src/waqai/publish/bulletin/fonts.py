"""The bundled fonts as plain TrueType, one file and one name for each script and weight.

Web pages take the compressed files as they are. matplotlib reads only plain TrueType, and PDF makers mix up two files of one
name: both get renamed copies, made at run time and never shipped.
"""

from __future__ import annotations

import io
from functools import cache

from waqai.publish.exporters.base import need
from waqai.publish.labels import FOLDER

#: name of the copy → (file, weight in CSS)
FONTS = {
    "Waqai Sans Arabic": ("ibm-plex-sans-arabic-arabic-400-normal", 400),
    "Waqai Sans Latin": ("ibm-plex-sans-arabic-latin-400-normal", 400),
    "Waqai Sans Arabic Bold": ("ibm-plex-sans-arabic-arabic-600-normal", 600),
    "Waqai Sans Latin Bold": ("ibm-plex-sans-arabic-latin-600-normal", 600),
}


#: The page's naskh builds letters from a stroke and its dots. A PDF would keep the strokes alone as its text, so that nobody could
#: search, copy or hear it: there everything is set in the sans, whose letters are whole, at sizes of its own.
_SIZES = "blockquote{font-size:12.5px!important;line-height:1.9!important}.lead{font-size:14px!important}"


@cache
def truetype(name: str) -> bytes:
    """One copy of ``FONTS`` as TrueType bytes.

    Raises:
        UsageError: fontTools is not installed.
    """
    file, _ = FONTS[name]
    font = need("fontTools.ttLib", "bulletin").TTFont(FOLDER / "page" / "fonts" / f"{file}.woff2", recalcTimestamp=False)
    font.flavor = None
    table = font["name"]
    for ident, text in ((1, name), (2, "Regular"), (3, name), (4, name), (6, name.replace(" ", "")), (16, name), (17, "Regular")):
        table.setName(text, ident, 3, 1, 0x409)
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


def source(name: str) -> str:
    """The address under which the PDF's page asks for a font; the PDF maker is told what it holds."""
    return f"waqai:{name.replace(' ', '-')}"


def pdf_css() -> tuple[str, dict[str, str]]:
    """``@font-face`` rules for the PDF, whose maker is given ``truetype(name)`` for ``source(name)``.

    With them, what its style sheet must say instead of the page's family names.
    """
    rules = []
    for name, (_, weight) in FONTS.items():
        family = name.removesuffix(" Bold")
        rules.append(f"@font-face{{font-family:'{family}';font-weight:{weight};src:url('{source(name)}') format('truetype')}}")
    sans = "'Waqai Sans Arabic','Waqai Sans Latin'"
    return "\n".join((*rules, _SIZES)), {"'Plex Arabic'": sans, "'Naskh'": sans}
