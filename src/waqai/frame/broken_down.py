"""Whom a total of one party's attacks hit, where its dead are broken down: ``51 قتيلاً، هم 43 من قوات النظام و6 مدنيين و2 من التنظيم``.

Splits by kind of victim stay inside the one total (codebook 8); more than half of the dead of one side are whom it hit (5.4).
"""

from __future__ import annotations

from waqai.frame.frames import Frame
from waqai.frame.scene import Lines, Scene
from waqai.model import ActorMention, NumberMention

_SIDES = frozenset(("armed_group", "militia", "state_force", "international", "civilians"))
_PLAIN = ("digits", "words", "dual")
_WHO = 4  # tokens from the number of a part to whose they were: "43 عنصراً من قوات النظام"


def settle_breakdown(scene: Scene, f: Frame) -> None:
    """Set the target of a ranked total without one to the side that more than half of its dead are of.

    Args:
        scene: the document.
        f: the ranked frame; left alone without a perpetrator, since deaths by mixed means have no target (codebook 8).
    """
    toll = f.tolls.get("killed")
    if not f.aggregate or f.target is not None or f.perpetrator is None or toll is None or toll.count.best is None:
        return
    ln = scene.lines[scene.owner[toll.first]]
    parts: dict[str, tuple[int, ActorMention]] = {}
    told = 0
    for n in ln.numbers:
        if n.first < toll.first or n.form not in _PLAIN or not n.best:
            continue
        a = _whose(scene, ln, n)
        if n.first == toll.first and (a is None or a.name_en is None or a.category == "civilians"):
            continue  # the whole, told in parts behind it
        if a is None or a.name_en is None:
            break
        if n.first == toll.first:
            if a.name_en != f.perpetrator.name_en:
                f.target, f.target_rule = a, "target:of-the-dead"  # "راح ضحيتهما ستة من قوات النظام"
            return
        told += int(n.best)
        parts[a.name_en] = (parts.get(a.name_en, (0, a))[0] + int(n.best), a)
    if not parts or told > toll.count.best:
        return
    most, who = max(parts.values(), key=lambda x: x[0])
    if 2 * most > toll.count.best and who.name_en != f.perpetrator.name_en:
        f.target, f.target_rule = who, "target:most-of-the-dead"


def _whose(scene: Scene, ln: Lines, n: NumberMention) -> ActorMention | None:
    """The side a part of the dead was of: counted with it, or named behind ``من``."""
    for a in ln.actors:
        if a.category not in _SIDES or a.last <= n.first or a.first - n.last > _WHO:
            continue
        gap = scene.words[n.last : a.first]
        if a.first <= n.last or (("من" in gap or "من" in scene.words[a.first - 1 : a.first + 1]) and "," not in gap):
            return a
    return None
