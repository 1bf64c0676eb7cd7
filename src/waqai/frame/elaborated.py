"""The opening of a round-up, whose events are told one by one behind ``ففي``: ``شهدت درعا اغتيالات، فيما تعرض ريف حلب لقصف. ففي حلب …``.

``ففي`` takes up what was said in sum; an event of the opening that an item of the same kind tells again is told once (codebook 2.1).
"""

from __future__ import annotations

from waqai.frame.frames import Frame
from waqai.frame.merge import place_relation
from waqai.frame.scene import Scene
from waqai.resources.wordsets import wordset

_OPENING = 3  # sentences at most before the one that takes them up


def drop_opening(scene: Scene, frames: list[Frame]) -> None:
    """Drop the events of an opening that are told again in the items behind it.

    Args:
        scene: the document.
        frames: the ranked frames in text order; those told again get ``drop`` ``checksum``.
    """
    first = _taken_up(scene)
    if first < 0:
        return
    for f in frames:
        if f.line >= first or f.aggregate or f.denial is not None or f.block in ("title", "heading") or max(f.lines) >= first:
            continue
        items = [g for g in frames if g.line >= first and not g.aggregate and g.denial is None and not g.drop]
        again = [g for g in items if _tells_again(scene, f, g)]
        if not again:
            continue
        f.drop = "checksum"
        for g in again:
            if g.time is None:
                g.time, g.time_rule = f.time, "time:of-the-opening"
            if g.perpetrator is None and f.perpetrator_rule != "":
                g.perpetrator, g.perpetrator_rule = f.perpetrator, "agent:of-the-opening"


def _taken_up(scene: Scene) -> int:
    """The first line that begins with ``ففي`` behind an opening of a few sentences; -1 when there is none."""
    body = [k for k, ln in enumerate(scene.lines) if ln.sentence.block not in ("title", "heading", "byline", "dateline")]
    near = body[1 : _OPENING + 1]
    return next((k for k in near if scene.words[scene.lines[k].sentence.first] in wordset("takes-up")), -1)


def _tells_again(scene: Scene, f: Frame, g: Frame) -> bool:
    """The same kind of event by the same doer, or at a place within the one told."""
    if f.event_type is not g.event_type:
        return False
    for role, t in f.tolls.items():
        again = g.tolls.get(role)
        if t.count.best is not None and (again is None or again.count.best != t.count.best):
            return False
    who = (f.perpetrator, g.perpetrator)
    same = all(a is not None for a in who) and who[0] is not None and who[1] is not None and who[0].name_en == who[1].name_en
    return (f.place is not None and place_relation(scene, f.place, g.place) in ("same", "inside")) or (same and not f.tolls)
