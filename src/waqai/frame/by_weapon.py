"""Whose weapon it was: ``قتل مدني بقذيفة إسرائيلية``, ``مقتل ثلاثة بمسيّرة تركية``, ``برصاص حوثي``.

Behind ``ب`` a weapon that bears the name of a party is the means, so the party did it; it was not hit. Whoever made a mine is not
said to have laid it for this victim (codebook 5.2: legacy mines even when their maker is named), and it did not hit its maker.
"""

from __future__ import annotations

from waqai.frame.frames import Frame
from waqai.frame.governed import prep_of
from waqai.frame.scene import Scene
from waqai.model import ActorMention, EventType
from waqai.resources.wordsets import wordset

_MEANS = frozenset((("object", "aircraft"), ("object", "artillery"), ("object", "gunfire")))
_DEVICE = ("object", "device")
_STRUCK = frozenset(
    (EventType.ATTACK, EventType.SHELLING, EventType.AIRSTRIKE, EventType.ASSASSINATION, EventType.EXECUTION, EventType.ARMED_CLASH)
)
_BEHIND = 12  # tokens from the word of harm to the weapon


def settle_weapon(scene: Scene, f: Frame) -> None:
    """Set the sides of a ranked frame whose words name the owner of the weapon."""
    if f.aggregate and "tally:item" in f.rules:
        return
    for p in f.parts:
        for a in scene.lines[p.line].actors:
            if not a.attrs or a.name_en is None or not p.first <= a.first < p.last:
                continue
            if _DEVICE in a.attrs:
                _clear(f, a)
            elif _is_means(scene, f, a):
                _clear(f, a)
                if _from_afar(scene, f) and f.event_type in _STRUCK and (f.target is None or f.target.name_en != a.name_en):
                    f.perpetrator, f.perpetrator_rule = a, "agent:by-its-weapon"


def _from_afar(scene: Scene, f: Frame) -> bool:
    """No doer was found, or one only another sentence names."""
    a = f.perpetrator
    return a is None or (f.perpetrator_rule.startswith("perpetrator:") and scene.owner[a.first] not in {p.line for p in f.parts})


def _is_means(scene: Scene, f: Frame, a: ActorMention) -> bool:
    if _MEANS.isdisjoint(a.attrs):
        return False
    word = scene.words[a.first]
    if prep_of(scene, a) != "ب" and not (word.startswith("ب") and word not in wordset("b-weapons") and a.text.startswith("ب")):
        return False
    return any(0 <= a.first - w.last <= _BEHIND or w.first == a.first for w in f.triggers)


def _clear(f: Frame, a: ActorMention) -> None:
    """A weapon is neither hit nor, as a device, the doer."""
    if f.target is not None and f.target.first == a.first:
        f.target, f.target_rule = None, ""
    if f.perpetrator is not None and f.perpetrator.first == a.first and _DEVICE in a.attrs:
        f.perpetrator, f.perpetrator_rule = None, ""
