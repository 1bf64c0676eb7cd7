"""Two sides of a clash told without ``بين``: ``مجموعتان من X وY اشتبكتا``, or with a pronoun for the first: ``مواجهات بينه وبين Y``."""

from __future__ import annotations

from waqai.frame.frames import Frame
from waqai.frame.scene import Lines, Scene
from waqai.model import ActorMention, EventType
from waqai.resources.wordsets import wordset

_FIGHTS = frozenset(("armed_group", "state_force", "militia", "tribe", "international"))
_VERB = ("past", "present")
_NATION = ("and-nation", "1")  # ``القوات الهندية والباكستانية``
_GAP = 2  # tokens between the two names, or a name and the verb: quotation marks, ``من``
_NEAR = 10  # tokens from the clash to ``بينه وبين``
_BEHIND = 3  # tokens behind ``وبين`` up to the second side


def settle_joined(scene: Scene, f: Frame) -> None:
    """Set the sides of a clash of two groups joined by ``و``, and of one whose first side is a pronoun.

    Args:
        scene: the document.
        f: the ranked frame; one that names both sides with ``بين`` or tells whom the two fight together stays as it is.
    """
    if f.event_type is not EventType.ARMED_CLASH or f.aggregate or f.perpetrator_rule in ("agent:between", "agent:exchanges"):
        return
    pair = _it_and(scene, f) if scene.holds("between-it") else None
    if pair is None and (scene.holds("two-groups") or any(_NATION in a.attrs for a in scene.lines[f.line].actors)):
        pair = _two_groups(scene, f)
    if pair is not None:
        (f.perpetrator, f.target), f.perpetrator_rule, f.target_rule = pair, "agent:joined", "target:joined"


def _it_and(scene: Scene, f: Frame) -> tuple[ActorMention, ActorMention] | None:
    """``قُتل عنصر من X في مواجهات اندلعت بينه وبين مجموعة من Y``: the pronoun is the party named last before it."""
    words = scene.words
    for p in f.parts:
        ln = scene.lines[p.line]
        for i in range(p.main.first, min(p.main.last + _NEAR, ln.sentence.last - 1)):
            if words[i] not in wordset("between-it") or words[i + 1] != "وبين":
                continue
            b = next((a for a in ln.actors if 0 < a.first - i - 1 <= _BEHIND and _party(a)), None)
            a = next((a for a in reversed(ln.actors) if a.last <= i and _party(a)), None)
            return (a, b) if a is not None and b is not None and a.actor_id != b.actor_id else None
    return None


def _two_groups(scene: Scene, f: Frame) -> tuple[ActorMention, ActorMention] | None:
    """``اشتبكت مجموعتان من X وY``, ``فصيلان من X وY تبادلا النار``: a dual noun with its two owners, beside the verb."""
    for w in f.triggers:
        if w.form not in _VERB or scene.cls(w) != "clash" or scene.owner[w.first] < 0:
            continue
        ln: Lines = scene.lines[scene.owner[w.first]]
        for a, b in zip(ln.actors, ln.actors[1:]):
            if not (_party(a) and _party(b)) or b.first - a.last > _GAP or not _and(scene, a, b):
                continue
            if scene.words[a.first].lstrip("و") not in wordset("two-groups") and _NATION not in b.attrs:
                continue
            if abs(w.first - b.last) <= _GAP or abs(a.first - w.last) <= _GAP:
                behind = scene.words[max(w.last, b.last) : max(w.last, b.last) + _GAP]
                return None if not wordset("with-or-against").isdisjoint(behind) else (a, b)
    return None


def _and(scene: Scene, a: ActorMention, b: ActorMention) -> bool:
    return scene.words[b.first].startswith("و") or "و" in scene.words[a.last : b.first]


def _party(a: ActorMention) -> bool:
    return a.category in _FIGHTS and a.name_en is not None and a.form != "pronoun"
