"""A count split by place is a total, be it of a single day (codebook section 8).

``أحصت اللجان مقتل 61 شخصاً اليوم، منهم 29 في حمص و13 في ريف دمشق``: nobody counts one event so.
"""

from __future__ import annotations

from waqai.frame.frames import Frame, Toll
from waqai.frame.scene import PASSING, Lines, Scene
from waqai.model import NumberMention, PlaceLevel, WordMention

_AREAS = frozenset((PlaceLevel.GOVERNORATE, PlaceLevel.COUNTRY, PlaceLevel.SUBREGION, PlaceLevel.CITY, PlaceLevel.DISTRICT))
_PLAIN = ("digits", "words", "dual")
_FEW = 10


def split_by_place(scene: Scene, ln: Lines, f: Frame) -> bool:
    """Whether the frame's total is told again in parts, each with an area of its own; marks it as a total.

    Args:
        scene: the document.
        ln: the sentence of the frame's main word.
        f: the frame.
    """
    if len(ln.numbers) < 3 or len(ln.places) < 2 or f.aggregate:
        return False
    total = _total(ln, f)
    if total is None or not total.best or total.best < 3:
        return False
    parts = [n for n in ln.numbers if n.first > max(total.last - 1, f.main.first) and n.form in _PLAIN and placed(scene, ln, n)]
    told = sum(n.best or 0 for n in parts)
    if len(parts) < 2 or told > total.best:
        return False
    if told == total.best and told <= _FEW and not any(scene.cls(s) == "count" for s in ln.speech):
        return False  # "اعتقال خمسة، ثلاثة في نابلس واثنان في جنين": an event at each place
    f.aggregate = True
    f.rules.append("tally:split")
    return True


def _total(ln: Lines, f: Frame) -> NumberMention | None:
    """The number of the frame's first toll, else one that stands right after its main word."""
    tolls: list[Toll] = sorted(f.tolls.values(), key=lambda t: t.first)
    first = tolls[0].first if tolls else -1
    return next((n for n in ln.numbers if n.first == first or (not tolls and 0 <= n.first - f.main.last <= 1)), None)


def placed(scene: Scene, ln: Lines, n: NumberMention) -> bool:
    """``29 في حمص``, ``41 قتيلاً في ريف دمشق``, ``26 منهم في شمال العراق``: an area right behind the number."""
    for i in ln.places:
        p = scene.place(i)
        if 0 <= p.first - n.last <= 3 and p.relation not in PASSING and scene.place_prep(i) in ("في", "ب"):
            return p.ref is not None and p.ref.level in _AREAS and "," not in scene.words[n.last : p.first]
    return False


def counted_apart(ln: Lines, g: list[WordMention], w: WordMention) -> bool:
    """``14 غارة و20 قصفاً``, ``سبعة قتلى وعشرة تحت التعذيب``: another kind with a number of its own."""
    mine = _number_of(ln, w)
    if mine is not None and w.form == "phrase" and any(g[-1].last <= n.first < mine.first and n.form in _PLAIN for n in ln.numbers):
        return True
    return mine is not None and any(x.entry != w.entry and (own := _number_of(ln, x)) is not None and own is not mine for x in g)


def _number_of(ln: Lines, w: WordMention) -> NumberMention | None:
    if w.form not in ("masdar", "phrase"):
        return None
    return next((n for n in ln.numbers if n.form in _PLAIN and n.first < w.first <= n.last and (n.best or 0) >= 2), None)


def part_of(f: Frame, total: Frame) -> bool:
    """``مئة وثمانية شهداء، بينهم أربعة تحت التعذيب``: both count the same role, the later one fewer."""
    return any(r in total.tolls and (t.count.best or 0) < (total.tolls[r].count.best or 0) for r, t in f.tolls.items())
