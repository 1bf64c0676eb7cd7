"""The report text as published, cut where evidence begins and ends, so that every field's words can be coloured.

The pieces joined give the text back, code point for code point. Three things HTML cannot carry get a stand-in of the
same length: NUL and lone surrogates become U+FFFD, and a carriage return is written as a character reference.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from waqai.desk.words import MARK
from waqai.model import Claim

_FIELD_OF = {"date_start": "date", "date_end": "date", "weapon": "weapons"}


@dataclass(frozen=True, slots=True)
class Segment:
    """``text`` is ``report.text[start:end]``; ``marks`` are ``(claim number, field)`` that rest on it, in claim order."""

    start: int
    end: int
    text: str
    marks: tuple[tuple[int, str], ...]


def evidence_fields(claim: Claim) -> dict[str, list[tuple[int, int]]]:
    """Evidence of a claim by the desk's field names."""
    out: dict[str, list[tuple[int, int]]] = {}
    for name, spans in claim.evidence.items():
        out.setdefault(_FIELD_OF.get(name, name), []).extend((s[0], s[1]) for s in spans)
    return out


def segments(text: str, claims: Sequence[Claim]) -> list[Segment]:
    """Cut the text at every edge of evidence."""
    spans: list[tuple[int, int, int, str]] = []
    for n, c in enumerate(claims):
        for field, found in evidence_fields(c).items():
            spans += [(a, min(b, len(text)), n, field) for a, b in found if 0 <= a < min(b, len(text))]
    edges = sorted({0, len(text), *(e for s in spans for e in s[:2])})
    out = []
    for a, b in itertools.pairwise(edges):
        if a < b:
            marks = tuple(sorted({(n, f) for x, y, n, f in spans if x <= a and b <= y}))
            out.append(Segment(a, b, text[a:b], marks))
    return out


def shown(text: str) -> Markup:
    """Text as HTML that a parser reads back code point for code point."""
    safe = "".join("\ufffd" if c == "\0" or "\ud800" <= c <= "\udfff" else c for c in text)
    return Markup(str(escape(safe)).replace("\r", "&#13;"))


def classes(marks: Iterable[tuple[int, str]], active: int, lengths: dict[tuple[int, str], int]) -> str:
    """CSS classes of a piece: the active claim's shortest field colours it, others only underline."""
    mine = [f for n, f in marks if n == active]
    if mine:
        best = min(mine, key=lambda f: lengths.get((active, f), 0))
        return f"on m-{MARK.get(best, best)}"
    return "other"
