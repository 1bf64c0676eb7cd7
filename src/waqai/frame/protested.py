"""Whom a protest is against: the party named after "against" (``ضد الحكومة``). What it is about (``احتجاجا على مقتل``) is no target."""

from __future__ import annotations

from waqai.frame.arguments import Arguments
from waqai.frame.frames import Frame
from waqai.frame.scene import Scene
from waqai.model import EventType

# Whom nobody demonstrates against: the people themselves, and those who only report.
_NEVER = frozenset(("civilians", "unspecified", "property", "source", "media", "monitor"))


def name_opposed(scene: Scene, f: Frame) -> None:
    """Fill the target of a protest that has none with the party it is against, which does not protest itself."""
    if f.event_type != EventType.PROTEST or f.target is not None or f.aggregate or scene.owner[f.main.first] < 0:
        return
    if "ضد" not in scene.words:
        return
    phrases = scene.memo.get("arguments")
    if phrases is None:
        phrases = scene.memo["arguments"] = Arguments(scene)
    tokens = frozenset(phrases.opposed(f.main.first, strictly=True))
    if not tokens:
        return
    if f.perpetrator is not None and f.perpetrator.first in tokens:
        f.perpetrator, f.perpetrator_rule = None, ""
    mine = f.perpetrator.name_en if f.perpetrator is not None else None
    for a in scene.lines[scene.owner[f.main.first]].actors:
        if a.first in tokens and a.name_en is not None and a.category not in _NEVER and a.form != "pronoun" and a.name_en != mine:
            f.target, f.target_rule = a, "target:protested-against"
            return
