"""A voice: one source over a stretch of words; and all voices of a document."""

from __future__ import annotations

from dataclasses import dataclass, field

from waqai.model import ActorMention, Span, WordMention
from waqai.model.quick import quick
from waqai.normalise import fold
from waqai.resources.wordsets import wordset


@quick
@dataclass(frozen=True, slots=True)
class Voice:
    """One source over tokens ``[first, last)``.

    ``cls`` is the class of the speech word (``say``, ``announce``, ``accuse``, ``claim-resp``, ``deny``, ``accord``, ``count``);
    ``source`` is ``None`` when the speaker cannot be named; ``word`` is the speech word.
    """

    first: int
    last: int
    cls: str
    source: ActorMention | None
    word: WordMention
    carried: bool = False


@dataclass(slots=True)
class Voices:
    """All voices of a document, in text order, and the report-level source of a communiqué."""

    items: list[Voice] = field(default_factory=list)
    default: ActorMention | None = None
    default_span: Span | None = None
    goes_on: list[Voice] = field(default_factory=list)  # sentences without a speaker inside what one source tells

    def at(self, i: int) -> Voice | None:
        """The innermost voice covering token ``i``: the last one that begins before it, a closing ``بحسب`` before others."""
        found = [v for v in self.items if v.first <= i < v.last]
        if len(found) < 2:
            return found[0] if found else None
        return max(found, key=lambda v: (v.cls != "accord" or v.last - v.first < 25, v.word.first <= i, v.word.first))

    def denied(self) -> list[tuple[Voice, tuple[int, int]]]:
        """Denials with the tokens each denies: up to the next word of saying, behind which the denier asserts something himself."""
        out = []
        for v in self.items:
            if v.cls == "deny":
                ends = [
                    x.word.first
                    for x in self.items
                    if v.word.last <= x.word.first < v.last and x.cls not in ("accord", "deny", "claim-resp") and not _spreads(x.word)
                ]
                out.append((v, (v.first, min(ends, default=v.last))))
        return out

    def denial(self, i: int) -> Voice | None:
        """The denying voice covering token ``i``, if any."""
        return next((v for v in self.items if v.cls == "deny" and v.first <= i < v.last), None)


def _spreads(w: WordMention) -> bool:
    """``ما تناقلته``, ``ما نشرته``: who spread what is denied says nothing himself."""
    word = fold(w.text)
    return word in wordset("spread-by") or word in wordset("spread")
