"""Whose shells they were, where the text says from whose positions they came.

``سقطت قذائف أُطلقت من قاعدة تركية على القرية``, ``تعرضت البلدة لقصف مدفعي من مناطق سيطرة قسد``, ``صاروخ أُطلق من مواقع قوات النظام``.
"""

from __future__ import annotations

from waqai.frame.frames import Frame
from waqai.frame.scene import Lines, Scene
from waqai.model import ActorMention, EventType
from waqai.resources.wordsets import wordset

_PARTY = frozenset(("armed_group", "militia", "state_force", "international", "tribe", "coalition"))
_BACK = 2  # tokens from ``من`` back to the verb of launching, or to the shelling
_NEAR = 4  # tokens from ``من`` to the party


def settle_fired_from(scene: Scene, f: Frame) -> None:
    """Give shelling that is nobody's to the party from whose positions it came.

    Args:
        scene: the document.
        f: the ranked frame.
    """
    if f.event_type is not EventType.SHELLING or f.perpetrator is not None or f.aggregate or f.denial is not None:
        return
    for part in f.parts:
        ln = scene.lines[part.line]
        shells = {k for w in f.triggers if scene.cls(w) == "shell" and w.form in ("masdar", "phrase") for k in range(w.first, w.last)}
        for i in range(part.main.last, min(part.last, ln.sentence.last) - 1):
            if scene.words[i] != "من":
                continue
            back = range(max(ln.sentence.first, i - _BACK), i)
            launched = not wordset("launched-from").isdisjoint(scene.words[back.start : back.stop])
            if not launched and shells.isdisjoint(back):
                continue
            a = _holder(scene, ln, i)
            if a is not None:
                f.perpetrator, f.perpetrator_rule = a, "agent:fired-from"
                if f.target is not None and f.target.name_en == a.name_en:
                    hurt = next((t.who for r, t in f.tolls.items() if r != "captured" and t.who is not None), None)
                    other = hurt if hurt is not None and hurt.name_en not in (None, a.name_en) else None
                    f.target, f.target_rule = other, "target:victims" if other is not None else ""
                return


def _holder(scene: Scene, ln: Lines, i: int) -> ActorMention | None:
    """The first party behind ``من``, with nothing between but its positions."""
    a = next((a for a in ln.actors if i < a.first <= i + _NEAR), None)
    if a is None or a.name_en is None or a.form == "pronoun" or a.category not in _PARTY:
        return None
    gap = scene.words[i + 1 : a.first]
    if not gap:
        return a
    return a if all(w in wordset("positions") for w in gap) else None
