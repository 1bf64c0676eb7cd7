"""Who is meant by ``هذه المجموعات``, and the body of a state that only tells how its own side was hit.

``هاجمت مجموعات من الفلول حاجزاً. كما أعدمت هذه المجموعات ثلاثة عناصر``: the band told of just before, whatever it is called now.
``أكدت خلية الإعلام الأمني أن مقاتلين من الحشد قُتلوا في قصف``: who tells it did not do it.
"""

from __future__ import annotations

from waqai.frame.frames import Frame
from waqai.frame.scene import Scene
from waqai.model import ActorMention, EventType
from waqai.resources.registry import registry
from waqai.resources.wordsets import wordset

_BANDS = frozenset(("armed_group", "militia", "tribe"))
_FORCES = frozenset(("state_force", "militia"))
_ONE_SIDED = frozenset(
    (
        EventType.ATTACK, EventType.SHELLING, EventType.AIRSTRIKE, EventType.ASSASSINATION, EventType.EXECUTION, EventType.IED,
        EventType.ABDUCTION, EventType.LOOTING,
    )
)  # fmt: skip
_LINES = 2  # sentences back to the band told before


def settle_own_side(scene: Scene, f: Frame, before: Frame | None) -> None:
    """Set the perpetrator of a ranked frame to the band meant by ``هذه``, and to nobody where the state tells of its own losses.

    Args:
        scene: the document.
        f: the ranked frame.
        before: the frame told before it; ``None`` for the first.
    """
    p = f.perpetrator
    if p is None or f.aggregate or f.event_type not in _ONE_SIDED:
        return
    if p.actor_id == "unknown-gunmen" and before is not None and _points(scene, p):
        told = before.perpetrator
        near = 0 <= f.line - before.line <= _LINES
        if told is not None and near and told.category in _BANDS and (f.target is None or f.target.name_en != told.name_en):
            f.perpetrator, f.perpetrator_rule = told, "agent:this-band"
    elif p.category == "ministry" and f.perpetrator_rule.startswith("perpetrator:") and _its_own(scene, p, f.target):
        f.perpetrator, f.perpetrator_rule = None, "perpetrator:only-tells"


def _points(scene: Scene, a: ActorMention) -> bool:
    """``هذه المجموعات``, ``المسلحون المذكورون``."""
    around = (scene.words[a.first - 1].lstrip("وف"), *scene.words[a.last : a.last + 1])
    return any(w in wordset("this-or-said") for w in around)


def _its_own(scene: Scene, p: ActorMention, t: ActorMention | None) -> bool:
    """A ministry right behind a verb of telling, and men of its own side."""
    if t is None or t.category not in _FORCES or t.actor_id is None or p.actor_id is None:
        return False
    if scene.words[p.first - 1].lstrip("وف") not in wordset("he-says"):
        return False
    ours, theirs = registry().actor(p.actor_id).side, registry().actor(t.actor_id).side
    return ours is not None and theirs is not None and (ours == theirs or theirs.startswith(ours + "-"))
