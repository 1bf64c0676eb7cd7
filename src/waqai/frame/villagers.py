"""Whose a village is that is fallen upon: its people's, where the report names nobody who holds it.

``هاجم عشرات المستوطنين قرية بورين``, ``اقتحمت عصابة خربة الطويل``. A town an army or a movement attacks may be held by its foe: of those
only a village without a foe in the report counts, and of forces of a state none.
"""

from __future__ import annotations

from waqai.frame.conventions import known_at
from waqai.frame.frames import Frame
from waqai.frame.other_side import foe_told
from waqai.frame.phrases import bare
from waqai.frame.scene import Scene
from waqai.model import EventType
from waqai.resources.wordsets import wordset

_FALL_UPON = frozenset(("attack", "storm", "target"))
_BANDS = frozenset(("unknown", "crime", "militia", "armed_group"))
_BEHIND = 7  # tokens from the verb over its subject to what is attacked


def name_villagers(scene: Scene, frames: list[Frame]) -> None:
    """Fill the target of attacks on a village or on homes.

    Args:
        scene: the document.
        frames: the frames kept, ranked.
    """
    for f in frames:
        p = f.perpetrator
        if f.target is not None or p is None or f.event_type is not EventType.ATTACK or f.aggregate or f.denial is not None:
            continue
        neighbours = p.name_en in wordset("unarmed-bands")
        if p.category not in _BANDS or scene.cls(f.main) not in _FALL_UPON:
            continue
        if not neighbours and foe_told(p, [g for g in frames if g is not f]) is not None:
            continue
        at = _fallen_upon(scene, f, wordset("peopled-places" if neighbours else "villages"))
        if at >= 0:
            f.target, f.target_rule = known_at(scene, at, "civilians"), "target:villagers"


def _fallen_upon(scene: Scene, f: Frame, places: frozenset[str]) -> int:
    """The token of the place that is the object of the attack; -1 for none."""
    words, w = scene.words, f.main
    for i in range(w.last, min(w.last + _BEHIND, scene.lines[f.line].sentence.last)):
        if words[i] in (",", ".", ":", "في", "من", "قرب", "جنوب", "شمال", "شرق", "غرب"):
            return -1
        if words[i] in places or bare(words[i]) in places:
            return i
    return -1
