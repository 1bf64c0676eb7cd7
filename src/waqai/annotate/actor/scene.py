"""Where a passage plays: the country of a token, from place names around it, and the side a report speaks for."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from waqai.annotate.actor.lexicon import Lexicon
from waqai.model import Text

_BARS = frozenset((":", "|"))
_FALL = date(2024, 12, 8)


class Scene:
    """Countries over a text. ``at`` gives ``cc`` or ``cc.region``; ``None`` when the text names no place."""

    def __init__(self, text: Text, hits: Sequence[tuple[int, str, float]]) -> None:
        self.hits = [h for h in hits if h[2] >= 0.5]
        self.index = [h[0] for h in self.hits]
        votes: defaultdict[str, float] = defaultdict(float)
        regions: defaultdict[str, float] = defaultdict(float)
        for at, region, weight in hits:
            votes[region.partition(".")[0]] += weight + (0.5 if at < 60 else 0.0)
            regions[region] += weight
        if not votes:
            for _, region, _ in hits:
                votes[region] += 1
        self.main: str | None = None
        if votes:
            cc = max(sorted(votes), key=lambda c: votes[c])
            of = {r: w for r, w in regions.items() if r.partition(".")[0] == cc}
            whole = sum(of.values())
            top = max(sorted(of), key=lambda r: of[r]) if of else cc
            self.main = top if of and "." in top and of[top] * 2 > whole else cc
        self.votes = dict(votes)
        self.bounds = [(s.first, s.last) for s in text.sentences]
        self.firsts = [b[0] for b in self.bounds]

    def country(self, token: int) -> str | None:
        """As :meth:`at`, but a place abroad named in passing does not outweigh a report that clearly plays elsewhere."""
        here = self.at(token)
        if here is None or self.main is None:
            return here
        cc, home = here.partition(".")[0], self.main.partition(".")[0]
        lo = self.sentence(token)
        k = bisect_left(self.index, lo)
        if k < len(self.hits) and self.hits[k][0] <= lo + _OPENING and self.hits[k][1] == here:
            return here  # ``وفي بوركينا فاسو، قتل 17 جنديا``
        if cc != home and self.votes.get(home, 0.0) >= 3 * self.votes.get(cc, 0.0):
            return self.main
        return here

    def span(self, token: int) -> tuple[int, int]:
        """Tokens of the sentence a token stands in."""
        k = bisect_left(self.firsts, token + 1) - 1
        return self.bounds[k] if k >= 0 else (0, 0)

    def sentence(self, token: int) -> int:
        """The first token of the sentence a token stands in."""
        k = bisect_left(self.firsts, token + 1) - 1
        return self.bounds[k][0] if k >= 0 else 0

    def at(self, token: int) -> str | None:
        """The region nearest to a token in its sentence; else the text's own."""
        lo, hi = 0, 1 << 60
        if self.firsts:
            k = bisect_left(self.firsts, token + 1) - 1
            if k >= 0:
                lo, hi = self.bounds[k]
        else:
            lo, hi = token - 25, token + 25
        a, b = bisect_left(self.index, lo), bisect_left(self.index, hi)
        if a < b:
            near = min(self.hits[a:b], key=lambda h: (abs(h[0] - token), h[0]))
            return near[1]
        return self.main


_OPENING = 2  # tokens of a sentence in which it says where it plays


def voice(text: Text, words: Sequence[str], lex: Lexicon, published: date | None, votes: Mapping[str, float]) -> str | None:
    """The side whose wording the report is in: its outlet's, or the one whose phrases it uses; ``None`` = nobody's.

    Words that others use too (``الإرهابيين``) are a side's own only where its land is named, or none (``votes``: countries of the report).

    State media of Syria speak for the regime until 8 December 2024 and for the government after.
    """
    outlet = (text.report.outlet or "").strip().lower()
    side = lex.outlets.get(outlet)
    if side == "syr-state":
        return "syr-gov" if published is not None and published > _FALL else "syr-regime"
    if side:
        return side
    for name, path in lex.openings:
        for i in range(min(6, len(words) - len(path))):
            if words[i] == path[0] and tuple(words[i : i + len(path)]) == path and words[i + len(path)] in _BARS:
                return name
    present = set(words)
    for name, sure, some in lex.voices:
        for path in sure:
            if path[0] in present and present.issuperset(path) and _has(words, path):
                return name
        if len(some & present) >= 2:
            home = lex.homes.get(name, "").partition(".")[0]
            if not home or not votes or home in votes:
                return name
    return None


def _has(words: Sequence[str], path: Sequence[str]) -> bool:
    n = len(path)
    return any(words[i] == path[0] and tuple(words[i : i + n]) == tuple(path) for i in range(len(words) - n + 1))
