"""Names beside the words of saying in a line, before any voice is read: who tells it."""

from __future__ import annotations

from waqai.frame.scene import Lines


def who_tell(ln: Lines, end: int) -> set[str]:
    """English names of the actors right beside a word of saying that stands before token ``end``; empty when nobody named speaks."""
    said = [s for s in ln.speech if s.form != "masdar" and s.first < end]
    return {a.name_en for s in said for a in ln.actors if a.name_en and (0 <= a.first - s.last <= 1 or 0 <= s.first - a.last <= 1)}
