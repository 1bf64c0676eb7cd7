"""``فرّقت الشرطة احتجاجاً …، ما أدى إلى إصابة 12 متظاهراً``: the march harmed nobody; who was hurt when it was dispersed is an attack.

Codebook section 3: the dead and wounded of a dispersed march are an event of their own.
"""

from __future__ import annotations

from dataclasses import replace

from waqai.frame.frames import Frame
from waqai.frame.scene import Scene
from waqai.model import EventType
from waqai.resources.wordsets import wordset

_HARM = frozenset(("kill", "die", "injure"))
_ROLES = ("killed", "injured", "killed_or_injured")
_NEAR = 12  # tokens from the dispersal to whom it hurt


def part_dispersed(scene: Scene, frames: list[Frame]) -> None:
    """Add an attack for every dispersed march whose sentence counts dead or wounded.

    Args:
        scene: the document.
        frames: the frames in text order; changed in place.
    """
    if not scene.holds("disperses"):
        return
    for f in list(frames):
        hurt = {r: t for r, t in f.tolls.items() if r in _ROLES and (t.count.low or 0) > 0}
        harm = [w for w in f.triggers if scene.cls(w) in _HARM]
        if f.event_type is not EventType.PROTEST or f.aggregate or f.denial is not None or not hurt or not harm:
            continue
        line = scene.owner[harm[0].first]
        s = scene.lines[line].sentence
        at = next((i for i in range(s.first, s.last) if scene.words[i].removeprefix("و") in wordset("disperses")), None)
        if at is None or abs(harm[0].first - at) > _NEAR + f.last - f.first:
            continue
        shots = next(
            (x for x in frames if x is not f and line in x.lines and x.event_type is EventType.ATTACK and "shoot" in x.classes), None
        )
        if shots is not None and not shots.tolls.keys() & hurt.keys():  # "أطلقت القوات الرصاص لتفريق محتجين، ما أدى إلى إصابة شاب"
            shots.tolls.update(hurt)
            f.tolls = {r: t for r, t in f.tolls.items() if r not in hurt}
            continue
        attack = replace(
            f, main=harm[0], triggers=harm, event_type=EventType.ATTACK, tolls=hurt, classes={"attack", scene.cls(harm[0])},
            rules=[*f.rules, "protest:dispersed"], lines=[line], parts=[p for p in f.parts if p.line == line], perpetrator=None,
            perpetrator_rule="", target=None, target_rule="", many=False,
        )  # fmt: skip
        f.tolls = {r: t for r, t in f.tolls.items() if r not in hurt}
        frames.insert(frames.index(f) + 1, attack)
