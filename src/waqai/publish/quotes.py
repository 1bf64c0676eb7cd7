"""The words behind a claim: the sentences that hold its evidence, cut into pieces that know their field."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from waqai.model import Span

#: Evidence names → the field a reader sees; the order decides which field keeps a character claimed by several.
FIELDS = {
    "trigger": "trigger",
    "fatalities": "fatalities",
    "injuries": "injuries",
    "captured": "captured",
    "killed_or_injured": "casualties",
    "date": "date",
    "date_start": "date",
    "date_end": "date",
    "place": "place",
    "weapon": "weapon",
    "weapons": "weapon",
    "perpetrator": "perpetrator",
    "target": "target",
    "claimant": "claimant",
}
_RANK = {name: n for n, name in enumerate(dict.fromkeys(FIELDS.values()))}
# A sentence ends at a line break, or at a stop followed by space: a point inside "3.5" or "قسد.كوم" does not end it.
_STOP = re.compile(r"\n+|[.!؟?…]+[\"»”)\]]*(?=\s)")
MAX_SENTENCES = 4


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of quoted text. ``field`` is a value of ``FIELDS``, ``gap`` (words left out), ``withheld`` or ``None``."""

    text: str
    field: str | None = None


def sentence_spans(text: str) -> list[Span]:
    """Sentences as half-open code-point spans, without the surrounding blanks; empty ones are left out."""
    out: list[Span] = []
    start = 0
    for end in [*(m.end() for m in _STOP.finditer(text)), len(text)]:
        left, right = start, end
        while left < right and text[left].isspace():
            left += 1
        while right > left and text[right - 1].isspace():
            right -= 1
        if left < right:
            out.append(Span(left, right))
        start = end
    return out


def _marks(evidence: Mapping[str, Iterable[Span]]) -> list[tuple[int, int, str]]:
    return sorted({(s[0], s[1], FIELDS[name]) for name, spans in evidence.items() if name in FIELDS for s in spans if s[0] < s[1]})


def quote_pieces(text: str, evidence: Mapping[str, Iterable[Span]]) -> tuple[Piece, ...]:
    """Quote the sentences that carry evidence.

    Args:
        text: the report, code points.
        evidence: field name → spans in ``text``.

    Returns:
        Pieces in text order; at most four sentences, the trigger's first among those kept; a ``gap`` piece stands for
        words left out. Empty when there is no evidence or no text.
    """
    marks = [m for m in _marks(evidence) if m[1] <= len(text)]
    if not marks:
        return ()
    sentences = sentence_spans(text)
    touched = [n for n, s in enumerate(sentences) if any(m[0] < s[1] and s[0] < m[1] for m in marks)]
    lead = {n for n in touched if any(m[2] == "trigger" and m[0] < sentences[n][1] and sentences[n][0] < m[1] for m in marks)}
    near = min(lead) if lead else touched[0] if touched else 0
    kept = sorted(sorted(touched, key=lambda n: (n not in lead, abs(n - near)))[:MAX_SENTENCES])
    out: list[Piece] = []
    last = None
    for n in kept:
        if last is not None:
            out.append(Piece(" … " if n > last + 1 else " ", "gap" if n > last + 1 else None))
        out += _cut(text, sentences[n], marks)
        last = n
    return tuple(out)


def _cut(text: str, window: Span, marks: list[tuple[int, int, str]]) -> list[Piece]:
    inside = [(max(a, window[0]), min(b, window[1]), f) for a, b, f in marks if a < window[1] and window[0] < b]
    edges = sorted({window[0], window[1], *(e for a, b, _ in inside for e in (a, b))})
    out: list[Piece] = []
    for a, b in pairwise(edges):
        over = [m for m in inside if m[0] <= a and b <= m[1]]
        # The shortest mark says most about these words; rank settles ties.
        field = min(over, key=lambda m: (m[1] - m[0], _RANK[m[2]]))[2] if over else None
        if out and out[-1].field == field:
            out[-1] = Piece(out[-1].text + text[a:b], field)
        else:
            out.append(Piece(text[a:b], field))
    return out


def plain(pieces: Iterable[Piece]) -> str:
    """The quoted words without their marks."""
    return "".join(p.text for p in pieces)
