"""Whose most of those harmed are, where the greater count says "of them" behind a party and a bystander is counted beside it.

``انفجر لغم بآلية تقل عناصر من الفيلق، ما أدى إلى جرح ثلاثة منهم ومقتل طفل``: three of the men in the vehicle and one child;
of mixed victims the larger group is the target (codebook 5.4).
"""

from __future__ import annotations

from waqai.frame.frames import Frame, Toll
from waqai.frame.governed import holds_the_area
from waqai.frame.scene import Scene
from waqai.model import ActorMention, EventType
from waqai.resources.wordsets import wordset

_HARM = frozenset(
    (
        EventType.ATTACK, EventType.AIRSTRIKE, EventType.SHELLING, EventType.IED, EventType.SUICIDE_BOMBING, EventType.VEHICLE_BOMB,
        EventType.ASSASSINATION,
    )
)  # fmt: skip
_PARTIES = frozenset(("armed_group", "militia", "state_force", "international"))
_ROLES = ("killed", "injured")
_OF_THEM = 5  # tokens from the count to "of them"


def settle_most(scene: Scene, f: Frame) -> None:
    """Set the target of a ranked frame from bystanders to the party most of those harmed are of.

    Args:
        scene: the document.
        f: the ranked frame.
    """
    if f.event_type not in _HARM or f.aggregate or f.target is None or f.target.category != "civilians" or not scene.holds("of-them"):
        return
    theirs = next((t for r in _ROLES if (t := f.tolls.get(r)) is not None and _of_them(scene, t)), None)
    if theirs is None:
        return
    others = sum(t.count.best or 1 for r in _ROLES if (t := f.tolls.get(r)) is not None and t is not theirs and not _of_them(scene, t))
    if not 0 < others < (theirs.count.best or 0) or scene.owner[theirs.first] < 0:
        return
    a = _before(scene, f, theirs)
    if a is not None:
        f.target, f.target_rule = a, "target:most-of-them"


def _of_them(scene: Scene, t: Toll) -> bool:
    ln = scene.owner[t.first]
    words = scene.words[t.first : t.first + _OF_THEM] if ln >= 0 else ()
    at = next((i for i, w in enumerate(words) if w in wordset("of-them")), -1)
    return at > 0 and not any(w.startswith("و") or w in wordset("clause-marks") for w in words[1:at])


def _before(scene: Scene, f: Frame, t: Toll) -> ActorMention | None:
    """The last men named before the count in its sentence, when they are a party's that did not do it."""
    men = [
        a
        for a in scene.lines[scene.owner[t.first]].actors
        if a.last <= t.first
        and a.name_en is not None
        and a.form != "pronoun"
        and a.category not in ("source", "media", "monitor", "unknown")
    ]
    if not men or men[-1].category not in _PARTIES or holds_the_area(scene, men[-1]):
        return None
    return None if f.perpetrator is not None and f.perpetrator.name_en == men[-1].name_en else men[-1]
