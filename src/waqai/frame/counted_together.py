"""The dead and the held of one period told in one sentence are two totals (codebook section 8).

``وثّق المكتب مقتل 52 شخصاً، واعتقال 15 شخصاً خلال شهر تموز``: the month covers both, and nobody was killed in the arrests.
"""

from __future__ import annotations

from dataclasses import replace

from waqai.frame.frames import Frame
from waqai.frame.scene import Scene
from waqai.model import EventType

_HELD, _HARM = frozenset(("arrest", "abduct")), frozenset(("kill", "die", "injure"))
_BARE = _HELD | _HARM | {"result"}


def count_together(scene: Scene, frames: list[Frame]) -> None:
    """Part totals of the dead from totals of the held, and give a count the period its sentence closes with.

    Args:
        scene: the document.
        frames: the frames in text order; changed in place.
    """
    for f in list(frames):
        if f.aggregate and f.denial is None and "tally:item" not in f.rules:
            _lend_period(scene, frames, f)
            _part(scene, frames, f)


def _lend_period(scene: Scene, frames: list[Frame], f: Frame) -> None:
    """``مقتل 52 شخصاً، واعتقال 15 خلال شهر تموز``: the count before, joined by ``و``, is of that month too."""
    before = [g for g in frames if g is not f and g.line == f.line and g.main.first < f.main.first]
    g = before[-1] if before else None
    if g is None or g.aggregate or g.denial is not None or not g.classes <= _BARE or f.time is None or f.main.prefix != "و":
        return
    if g.main.form != "masdar" or f.main.form != "masdar" or not (g.time is None or g.time.first == f.time.first):
        return
    if any((t.count.best or 0) > 1 for t in g.tolls.values()):
        g.aggregate, g.time, g.time_rule = True, f.time, f.time_rule
        g.rules.append("tally:counted-together")


def _part(scene: Scene, frames: list[Frame], f: Frame) -> None:
    """``مقتل 55 مدنياً واعتقال 204``: a total of the dead beside one of the held."""
    if not f.classes <= _BARE or "captured" not in f.tolls or "killed" not in f.tolls:
        return
    if f.tolls["captured"].first == f.tolls["killed"].first:
        return  # ``مقتل واختطاف 18 شخصاً``: one number for both
    held = [w for w in f.triggers if scene.cls(w) in _HELD]
    harm = [w for w in f.triggers if scene.cls(w) in _HARM]
    if not held or not harm:
        return
    dead = replace(
        f, main=harm[0], triggers=harm, event_type=EventType.ATTACK, tolls={r: t for r, t in f.tolls.items() if r != "captured"},
        classes=f.classes - _HELD, rules=[*f.rules], lines=[*f.lines], parts=[*f.parts],
    )  # fmt: skip
    f.main, f.triggers, f.classes = held[0], held, f.classes - _HARM
    f.event_type = EventType.ABDUCTION if scene.cls(held[0]) == "abduct" else EventType.ARREST
    f.tolls = {"captured": f.tolls["captured"]}
    frames.insert(frames.index(f), dead)
