"""Who only tells of an attack did not make it: ``قالت شرطة ديالى إن الهجوم على نقطة للحشد أسفر عن مقتل اثنين``.

"The attack", right behind "said that" and without a doer, is one known already; whoever tells what came of it made it only when it hit
his enemies (``قال الجيش إن الهجوم قتل عشرة من عناصر التنظيم``).
"""

from __future__ import annotations

from waqai.frame.frames import Frame
from waqai.frame.scene import Scene
from waqai.model import ActorMention, EventType
from waqai.resources.registry import registry
from waqai.resources.wordsets import wordset

_BLOWS = frozenset(
    (
        EventType.ATTACK, EventType.ASSASSINATION, EventType.IED, EventType.SUICIDE_BOMBING, EventType.VEHICLE_BOMB, EventType.ABDUCTION,
        EventType.SHELLING,
    )
)  # fmt: skip
_OFFICE = 5  # tokens from the verb of speaking to the force its subject serves
_FORCES = frozenset(("state_force", "militia", "ministry"))


def leave_teller(scene: Scene, f: Frame) -> None:
    """Take back a perpetrator that only tells what an attack brought.

    Args:
        scene: the document.
        f: a ranked frame; its perpetrator becomes ``None`` when nobody else is named.
    """
    p = f.perpetrator
    if p is None or f.aggregate or f.event_type not in _BLOWS or not f.perpetrator_rule.startswith("perpetrator:"):
        return
    if p.category not in _FORCES or not _tells_of_it(scene, f, p):
        return
    if _keeps_order(p) or _no_enemy(p, f.target):
        f.perpetrator, f.perpetrator_rule = None, "perpetrator:only-tells"


def _tells_of_it(scene: Scene, f: Frame, p: ActorMention) -> bool:
    """The force stands by a verb of speaking, and the event is the known subject of what it says."""
    w, words = f.main, scene.words
    at = w.first - 1 - (words[w.first - 1] in wordset("list-heads"))
    if w.form not in ("masdar", "phrase") or not words[w.first].startswith("ال") or at < p.last or words[at] not in wordset("speech-end"):
        return False
    ln = scene.lines[scene.owner[w.first]]
    if not any(s.form in ("past", "present") and s.last <= p.first <= s.last + _OFFICE for s in ln.speech):
        return False
    return wordset("agent-marks").isdisjoint(words[w.last : f.last])


def _keeps_order(p: ActorMention) -> bool:
    """A police force."""
    return p.actor_id is not None and registry().actor(p.actor_id).plover == "COP"


def _no_enemy(p: ActorMention, t: ActorMention | None) -> bool:
    """Nobody, bystanders, its own men or those of another force of its state."""
    if t is None or t.category in ("civilians", "property", "officials", "unspecified") or t.name_en == p.name_en:
        return True
    if t.category not in _FORCES or t.actor_id is None or p.actor_id is None:
        return False
    ours, theirs = registry().actor(p.actor_id), registry().actor(t.actor_id)
    return (ours.side is not None and ours.side == theirs.side) or (ours.country is not None and ours.country == theirs.country)
