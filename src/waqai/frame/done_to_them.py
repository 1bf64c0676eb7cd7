"""Who suffers a deed told by ``تم`` with a pronoun: ``ثلاثة عناصر من التنظيم جرى تحييدهم بغارة``: the topic before the light verb."""

from __future__ import annotations

from waqai.frame.frames import Frame
from waqai.frame.own_deeds import as_doer
from waqai.frame.scene import Scene
from waqai.model import ActorMention, EventType
from waqai.resources.wordsets import wordset

_HARM = frozenset(("kill", "neutralise", "injure", "execute", "assassinate", "target", "arrest", "seize-persons", "abduct"))
_THEM = ("هم", "هما", "ه", "ها", "هن")
_HIT = frozenset((EventType.ATTACK, EventType.AIRSTRIKE, EventType.SHELLING, EventType.ASSASSINATION, EventType.RAID, EventType.ARREST))
_TOPIC = 12  # tokens from the topic to the light verb: its relative clause and its counted nouns


def settle_done_to(scene: Scene, f: Frame, source: ActorMention | None) -> None:
    """Make the topic of a passive told with a pronoun the target, and the state or force that tells of it the doer.

    Args:
        scene: the document.
        f: the ranked frame.
        source: who answers for it; ``None`` for the outlet.
    """
    if f.aggregate or f.event_type not in _HIT or not scene.holds("was-done"):
        return
    for w in f.triggers:
        if w.form != "masdar" or scene.cls(w) not in _HARM or scene.owner[w.first] < 0 or not w.text.endswith(_THEM):
            continue
        at = w.first - 1
        if scene.words[at] not in wordset("was-done"):
            continue
        ln = scene.lines[scene.owner[w.first]]
        topic = next((a for a in reversed(ln.actors) if a.last <= at and at - a.last <= _TOPIC and _harmed(a)), None)
        if topic is None or (source is not None and topic.first == source.first) or any(a.first == w.last for a in ln.actors):
            return
        if f.perpetrator is not None and f.perpetrator.name_en == topic.name_en:
            f.perpetrator, f.perpetrator_rule = None, ""
        if f.target is None:
            f.target, f.target_rule = topic, "target:done-to"
        if f.perpetrator is None and f.target.first == topic.first:
            doer = as_doer(source, topic) if not ln.of("agentby") else None
            if doer is not None:
                f.perpetrator, f.perpetrator_rule = doer, "agent:announced"
        return


def _harmed(a: ActorMention) -> bool:
    return a.name_en is not None and a.form != "pronoun" and a.category not in ("source", "media", "monitor", "ministry")
