"""Bytes to text: UTF-8, UTF-16 and windows-1256 are recognised; all else is refused with a reason and a remedy."""

from __future__ import annotations

import codecs
import re
from functools import lru_cache

from waqai.errors import InputError
from waqai.resources import DATA, read_yaml

MAX_BYTES = 50_000_000
_MAGIC = {
    b"\x89PNG": "a PNG image", b"\xff\xd8\xff": "a JPEG image", b"GIF8": "a GIF image", b"\x1f\x8b": "a gzip archive",
    b"\x7fELF": "a program", b"SQLite format 3": "a database", b"\xd0\xcf\x11\xe0": "an old Office document",
    b"Rar!": "a RAR archive", b"7z\xbc\xaf": "a 7-Zip archive", b"OggS": "an audio file", b"ID3": "an audio file",
}  # fmt: skip
_LETTER = re.compile(r"[^\W\d_]")
_ARABIC = re.compile(r"[\u0620-\u064a\u066e-\u06d3\u06d5\u06fa-\u06ff\ufb50-\ufdff\ufe70-\ufefc]")
_WORD = re.compile(r"[^\W\d_]+")
_ARTICLE = re.compile(r"\b[وفبك]?(?:ال|لل)[^\W\d_]{2}")


@lru_cache(maxsize=1)
def _language() -> tuple[frozenset[str], frozenset[str]]:
    data = read_yaml(DATA / "read" / "language.yml")
    return frozenset(data["common"]), frozenset(data["foreign"])


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of ``data``, line ends and all other characters kept as they are; a byte order mark is dropped.

    Args:
        data: the bytes of a text file or web page.
        declared: encoding named by the document itself (an HTML ``charset``); tried before windows-1256 is guessed.

    Raises:
        InputError: empty, too large, binary, or in an unknown encoding. The message is reason, then remedy.
    """
    if not data.strip():
        raise InputError("the file is empty. Save it again from its source")
    if len(data) > MAX_BYTES:
        raise InputError(f"{len(data) / 1e6:.0f} MB is more than the limit of 50 MB. Split it into one file or JSON line per report")
    for magic, what in _MAGIC.items():
        if data.startswith(magic):
            raise InputError(f"it is {what}, not text. Give the text of the report")
    if data.startswith(codecs.BOM_UTF8):
        return _strict(data, "utf-8-sig")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _strict(data, "utf-16")
    wide = _utf16_without_mark(data)
    if wide:
        return _strict(data, wide)
    if b"\x00" in data[:65536]:
        raise InputError("it is a binary file, not text. Give the text of the report")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as e:
        problem = e
    if declared and codecs_name(declared) not in (None, "utf-8", "utf-16", "iso8859-1", "cp1252"):
        try:
            return data.decode(declared)
        except UnicodeDecodeError:
            pass
    text = _windows_1256(data)
    if text is None:
        raise InputError(
            f"its encoding is not recognised (not UTF-8 at byte {problem.start}, nor UTF-16 or windows-1256). Save it as UTF-8"
        )
    return text


def codecs_name(label: str) -> str | None:
    """Python's name of an encoding label; ``None`` when unknown."""
    try:
        return codecs.lookup(label.strip("\"' ")).name
    except (LookupError, ValueError):
        return None


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as e:
        raise InputError(f"it begins like {encoding} but breaks off at byte {e.start}. Save it as UTF-8") from e


def _utf16_without_mark(data: bytes) -> str | None:
    """UTF-16 Arabic has the block byte 06 in every second place; spaces and line breaks have 00 there."""
    head = data[:4096]
    if len(head) < 8 or len(data) % 2:
        return None
    for name, high in (("utf-16-le", head[1::2]), ("utf-16-be", head[0::2])):
        if (high.count(6) + high.count(0)) / len(high) > 0.95 and high.count(6) / len(high) > 0.4:
            return name
    return None


def _windows_1256(data: bytes) -> str | None:
    """The windows-1256 reading when it looks like Arabic prose, else ``None``.

    ISO-8859-6 and Mac Arabic share most letter bytes but not ``ل م ن ه و ي``; read wrongly, the article and the common
    words vanish, which is what this looks for.
    """
    try:
        text = data.decode("cp1256")
    except UnicodeDecodeError:
        return None
    words = _WORD.findall(text[:20000])
    if not words:
        return None
    common, _ = _language()
    arabic = sum(bool(_ARABIC.match(w)) for w in words)
    good = sum(w in common or bool(_ARTICLE.match(w)) for w in words)
    mixed = sum(bool(_ARABIC.search(w)) and bool(re.search(r"[A-Za-zÀ-ÿ]", w)) for w in words)
    ok = arabic / len(words) > 0.5 and good / arabic > 0.12 and mixed / len(words) < 0.05
    return text if ok else None


def not_arabic(text: str) -> str | None:
    """Why ``text`` is not an Arabic text; ``None`` when it is one.

    Half of the letters must be Arabic script. Persian, Kurdish and Urdu share the script: they show by their own
    letters and the lack of the Arabic article.
    """
    sample = text[:20000]
    letters = len(_LETTER.findall(sample))
    arabic = len(_ARABIC.findall(sample))
    if letters == 0:
        return "it has no words"
    if arabic / letters < 0.5:
        return f"only {100 * arabic // letters} % of its letters are Arabic"
    common, foreign = _language()
    strange = sum(c in foreign for c in sample)
    if strange / arabic > 0.04:
        words = _WORD.findall(sample)
        article = sum(bool(_ARTICLE.match(w)) or w in common for w in words)
        if article / len(words) < 0.08:
            return "it is in Arabic letters but in another language (Persian, Kurdish or Urdu)"
    return None
