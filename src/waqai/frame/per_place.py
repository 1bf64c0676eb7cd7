"""Persons counted place by place: ``القبض على ثلاثة، اثنان منهم في الطارمية وواحد في اليوسفية`` is a claim for each (codebook 2.5)."""

from __future__ import annotations

from dataclasses import replace

from waqai.frame.frames import Frame, Toll
from waqai.frame.scene import PASSING, Lines, Scene
from waqai.model import CountRange, NumberMention, PlaceLevel, Span
from waqai.resources.wordsets import wordset

_ROLES = ("captured", "killed", "injured")
_PLAIN = ("digits", "words", "dual")
_OUTCOMES = frozenset(("kill", "die", "injure", "result"))
_LINES = 2  # lines from a strike to its dead told place by place
_AMONG = 4  # tokens from a count to "among them"
_NEAR, _FAR, _MOST = 3, 7, 40
Part = tuple[int, int, int, int]  # place, how many, tokens [first, last) of the count


def split_by_count(scene: Scene, f: Frame) -> None:
    """Fill ``f.by_place`` when the frame's one count is told again in parts that make it up, each with a place of its own."""
    if len(f.tolls) != 1 or f.denial is not None or not {"tally:item", "tally:split", "item:one-by-one"}.isdisjoint(f.rules):
        return
    ((role, toll),) = f.tolls.items()
    whole = toll.count.best
    if role not in _ROLES or whole is None or not 1 < whole <= _MOST or toll.combined:
        return
    ln = scene.lines[scene.owner[toll.first]]
    if len(ln.places) < 2:
        return
    parts = _parts(scene, ln, toll)
    if sum(p[1] for p in parts) != whole:
        parts = _further(scene, ln, toll, whole)
    if len({p[0] for p in parts}) < 2 or any(_quarter(scene, p[0]) for p in parts):
        return
    f.by_place = [(at, _toll(scene, toll, n, first, last)) for at, n, first, last in parts]


def give_parts(frames: list[Frame]) -> None:
    """``قُتل ثمانية في غارات … وقال إن خمسة قُتلوا في سراقب وثلاثة في أرنبة``: the dead told place by place are those of the strike before.

    Args:
        frames: the frames in text order; one whose parts another takes over gets ``drop`` ``checksum``.
    """
    for k, f in enumerate(frames):
        if not f.by_place or not f.classes <= _OUTCOMES or f.aggregate:
            continue
        role, whole = f.by_place[0][1].role, sum(t.count.best or 0 for _, t in f.by_place)
        for g in reversed(frames[:k]):
            counted = g.tolls.get(role)
            if counted is None or counted.count.best != whole or f.line - max(g.lines) > _LINES or g.aggregate or g.denial is not None:
                continue
            if not g.by_place:
                g.by_place = f.by_place
                g.voice_at = f.main.first if g.voice_at is None else g.voice_at
            f.drop = "checksum"
            break


def _quarter(scene: Scene, i: int) -> bool:
    """Quarters and streets of a town do not part one operation."""
    ref = scene.place(i).ref
    return ref is not None and ref.level is PlaceLevel.SITE


def _toll(scene: Scene, whole: Toll, n: int, first: int, last: int) -> Toll:
    span = Span(scene.tokens[first].start, scene.tokens[last - 1].end)
    return replace(whole, count=CountRange(n, n, n, scene.doc.text.slice(span)), span=span, first=first, rule="toll:at-place")


def _parts(scene: Scene, ln: Lines, toll: Toll) -> list[Part]:
    """``اثنان منهم في الطارمية وواحد في اليوسفية``: the parts behind the whole."""
    out: list[Part] = []
    counts = {n.first: n for n in ln.numbers if n.first > toll.first and n.form in _PLAIN and n.best}
    i = toll.first + 1
    while i < ln.sentence.last:
        n = counts.get(i)
        if n is not None or scene.words[i] in wordset("one-further"):
            last = n.last if n is not None else i + 1
            among = any(last <= c.first <= last + _AMONG for c in ln.of("among"))  # خمسة من عائلة واحدة بينهم ثلاثة أطفال في سراقب
            at = _place_behind(scene, ln, last, _FAR + _NEAR if among else _NEAR if n is not None else _FAR)
            if at is not None:
                out.append((at, int(n.best or 0) if n is not None else 1, i, last))
                i = scene.place(at).last
                continue
        i += 1
    return out


def _further(scene: Scene, ln: Lines, toll: Toll, whole: int) -> list[Part]:
    """``مقتل 12 جندياً في بادية حمص وتسعة في بادية دير الزور``: a bare count joined to the first, each with its place."""
    first = next((n for n in ln.numbers if n.first == toll.first), None)
    at = _place_behind(scene, ln, first.last, _FAR) if first is not None else None
    if first is None or at is None:
        return []
    if first.best is not None and first.best < whole:
        return _added(scene, ln, first, at, whole)
    out: list[Part] = [(at, whole, first.first, first.last)]
    for n in ln.numbers:
        if n.first == scene.place(out[-1][0]).last and _joined_bare(scene, n):
            others = scene.words[n.last] in wordset("others") or scene.words[n.last - 1] in wordset("others")
            at = _place_behind(scene, ln, n.last, _NEAR if others else 1)
            if at is not None:
                out.append((at, int(n.best or 0), n.first, n.last))
    return out


def _added(scene: Scene, ln: Lines, first: NumberMention, at: int, whole: int) -> list[Part]:
    """``مقتل خمسة في سراقب وثلاثة آخرين في أرنبة``: counts added up to the whole, when each has a place."""
    out: list[Part] = [(at, int(first.best or 0), first.first, first.last)]
    for n in ln.numbers:
        if n.first == scene.place(out[-1][0]).last and n.form in _PLAIN and n.best and scene.words[n.first].startswith("و"):
            place = _place_behind(scene, ln, n.last, _FAR)
            if place is not None:
                out.append((place, int(n.best), n.first, n.last))
    return out if sum(p[1] for p in out) == whole else []


def _joined_bare(scene: Scene, n: NumberMention) -> bool:
    bare = n.noun is None or n.noun in wordset("others")
    return bare and n.form in _PLAIN and bool(n.best) and scene.words[n.first].startswith("و")


def _place_behind(scene: Scene, ln: Lines, lo: int, reach: int) -> int | None:
    """The place that follows token ``lo`` with ``في`` or its like, no comma in between."""
    for i in ln.places:
        p = scene.place(i)
        if not 0 <= p.first - lo <= reach or p.relation in PASSING or "," in scene.words[lo : p.first]:
            continue
        if scene.place_prep(i) in ("في", "ب") or scene.words[p.first] in wordset("place-prepositions"):
            return i
    return None
