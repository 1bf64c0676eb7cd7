"""A feud of clans: ``اندلع نزاع عشائري … قبل أن تفرض قوة أمنية التهدئة``: the clans fight, and whoever parts them does not.

Both sides of a feud are coded; where no clan is named, both are the tribal fighters of the land.
"""

from __future__ import annotations

from waqai.frame.conventions import known_at
from waqai.frame.frames import Frame
from waqai.frame.scene import Scene
from waqai.model import ActorMention, EventType
from waqai.resources.registry import registry
from waqai.resources.wordsets import wordset

_LANDS = ("IQ", "SY", "LB")
_BETWEEN = ("agent:between", "target:between", "agent:exchanges", "target:exchanges")


def settle_feud(scene: Scene, f: Frame) -> None:
    """Give a clash told with a word of clans its clans where nobody, or only those who part them, stands as a side.

    Args:
        scene: the document.
        f: the ranked frame.
    """
    if f.event_type is not EventType.ARMED_CLASH or f.aggregate or f.perpetrator_rule in _BETWEEN or not scene.holds("clannish"):
        return
    at = next((i for w in f.triggers for i in range(w.first, w.last + 1) if _clannish(scene, i)), -1)
    if at < 0 or any(n.first < w.last and w.first <= n.last and (n.best or 0) > 2 for w in f.triggers for n in scene.lines[f.line].numbers):
        return  # "163 نزاعاً عشائرياً"
    p, t = f.perpetrator, f.target
    clan = p if p is not None and p.category == "tribe" else t if t is not None and t.category == "tribe" else None
    if clan is None:
        country = _land(scene, f)
        clan = known_at(scene, at, registry().in_country("arab-tribes", country)) if country in _LANDS else None
    if clan is None:
        return
    if _no_side(scene, p):
        f.perpetrator, f.perpetrator_rule = clan, "agent:feud"
    if _no_side(scene, t):
        f.target, f.target_rule = clan, "target:feud"


def _clannish(scene: Scene, i: int) -> bool:
    return i < len(scene.words) and scene.words[i] in wordset("clannish")


def _no_side(scene: Scene, a: ActorMention | None) -> bool:
    """Nobody, people without a name, or a force that came to part the sides."""
    if a is None or a.category in ("unknown", "civilians", "source", "officials"):
        return True
    if a.category not in ("state_force", "ministry"):
        return False
    ln = scene.lines[scene.owner[a.first]] if scene.owner[a.first] >= 0 else None
    near = scene.words[max(ln.sentence.first, a.first - 6) : min(ln.sentence.last, a.last + 12)] if ln is not None else []
    return not wordset("parts-them").isdisjoint(near)


def _land(scene: Scene, f: Frame) -> str | None:
    """The country of the event's place, else of the first place named."""
    ref = scene.place(f.place).ref if f.place is not None else None
    if ref is not None and ref.country is not None:
        return ref.country
    return next((p.ref.country for p in scene.doc.places if p.ref is not None and p.ref.country is not None), None)
