"""Missiles of an air force: a strike from the air, though no aircraft is named.

``عدوان إسرائيلي بالصواريخ``: what Israel fires into Syria comes from aircraft; the agencies name only the direction it came from. Guns,
shells and tanks stay shelling.
"""

from __future__ import annotations

from waqai.frame.foe import land_of
from waqai.frame.frames import Frame
from waqai.frame.scene import Scene
from waqai.model import EventType
from waqai.resources.wordsets import wordset

_AIR_FORCES = {"israel": frozenset(("SY",))}  # registry id of the doer: countries it reaches by aircraft alone


def settle_missiles(scene: Scene, f: Frame) -> None:
    """Make the shelling of a ranked frame an airstrike."""
    p = f.perpetrator
    lands = _AIR_FORCES.get(p.actor_id or "") if p is not None else None
    if lands is None or f.event_type is not EventType.SHELLING or f.weapon_value not in (None, "rocket"):
        return
    if land_of(scene, f) not in lands:
        return
    words = [w for part in f.parts for w in scene.words[part.first : part.last]]
    if wordset("guns-not-aircraft").isdisjoint(words) and not wordset("missile-words").isdisjoint(words):
        f.event_type = EventType.AIRSTRIKE
