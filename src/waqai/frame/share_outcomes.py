"""What the events of one share left: ``12 هجوماً في حمص خلفت 19 قتيلاً، و8 في الرقة أودت بحياة سبعة`` (codebook section 8).

The dead told between two shares are of the first of them. Behind the last share they are its own when they follow it without a comma;
``أربع في ديالى وثلاث في كركوك، خلفت تسعة قتلى`` tells of all seven.
"""

from __future__ import annotations

from waqai.frame.frames import Frame
from waqai.frame.one_event import counts_events
from waqai.frame.scene import Lines, Scene
from waqai.frame.tolls import read_tolls
from waqai.model import WordMention

_OUTCOMES = frozenset(("kill", "die", "injure", "arrest", "abduct", "seize-persons", "result"))
_SOON = 8  # tokens from a share to the first word of what it left


def give_outcomes(scene: Scene, k: int, shares: list[Frame], total: Frame | None) -> None:
    """Read the tolls of shares that count events, and take them from the total when it stands in the same line.

    Args:
        scene: the document.
        k: the line of the shares.
        shares: its shares.
        total: the total told in that line; ``None`` when it was told before.
    """
    ln = scene.lines[k]
    row = sorted((s for s in shares if s.line == k), key=lambda s: s.first)
    parts: list[tuple[int, int]] = []
    for n, s in enumerate(row):
        hi = row[n + 1].first if n + 1 < len(row) else ln.sentence.last
        told = _told(scene, ln, s, hi, n + 1 == len(row))
        if not told or not _of_events(ln, s):
            continue
        part = Frame(told[0], told, k, s.last, hi, s.block, classes={scene.cls(w) for w in told}, lines=[k])
        read_tolls(scene, part)
        if part.tolls:
            s.tolls = part.tolls
            s.last = hi
            parts.append((told[0].first, hi))
    if total is not None and parts and total.first < row[0].first:
        _take_back(scene, total, row[0].first, parts)


def _of_events(ln: Lines, s: Frame) -> bool:
    """Its number counts events, by its noun or as so many of those counted."""
    if s.events is not None:
        return True
    return any(n.first == s.main.first and (counts_events(n) or n.noun is None) for n in ln.numbers) and not s.tolls


def _told(scene: Scene, ln: Lines, s: Frame, hi: int, last: bool) -> list[WordMention]:
    """The words of outcome of a share."""
    found = [w for w in ln.triggers if s.last <= w.first < hi and scene.cls(w) in _OUTCOMES]
    if not found or found[0].first - s.last > _SOON:
        return []
    if any(s.last <= w.first < found[-1].first and scene.cls(w) not in _OUTCOMES for w in ln.triggers):
        return []
    gap = scene.words[s.last : found[0].first]
    return [] if last and "," in gap else found


def _take_back(scene: Scene, total: Frame, until: int, parts: list[tuple[int, int]]) -> None:
    """Leave the total only what is told of it before its shares, or behind them all."""
    theirs = [r for r, t in total.tolls.items() if any(a <= t.first < b for a, b in parts)]
    for role in theirs:
        del total.tolls[role]
    own = [w for w in total.triggers if w.first < until]
    if own and any(a <= total.main.first < b for a, b in parts):
        total.main = own[-1]
    if theirs and own:
        before = Frame(own[0], own, total.line, total.first, until, total.block, classes={scene.cls(w) for w in own}, lines=[total.line])
        read_tolls(scene, before)
        for role in theirs:
            if role in before.tolls:
                total.tolls[role] = before.tolls[role]
