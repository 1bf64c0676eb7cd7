"""Who suffers a deed told with a pronoun: the topic before ``تم`` (``ثلاثة عناصر جرى تحييدهم بغارة``), whom a relative clause is about
(``قائدها الذي اغتالته إسرائيل``), the fellows of who did it (``قتل جندي ثلاثة من زملائه``)."""

from __future__ import annotations

from waqai.frame.frames import Frame
from waqai.frame.own_deeds import as_doer
from waqai.frame.scene import Scene
from waqai.model import ActorMention, EventType
from waqai.resources.wordsets import wordset

_HARM = frozenset(("kill", "neutralise", "injure", "execute", "assassinate", "target", "arrest", "seize-persons", "abduct"))
_THEM = ("هم", "هما", "ه", "ها", "هن")
_HIT = frozenset((EventType.ATTACK, EventType.AIRSTRIKE, EventType.SHELLING, EventType.ASSASSINATION, EventType.RAID, EventType.ARREST))
_KILLING = frozenset(("kill", "assassinate", "execute"))
_BANDS = frozenset(("armed_group", "militia", "state_force"))
_CLAUSE = 4  # tokens from a noun to the clause about it, from a verb to its object
_TOPIC = 12  # tokens from the topic to the light verb: its relative clause and its counted nouns


def settle_done_to(scene: Scene, f: Frame, source: ActorMention | None) -> None:
    """Make the topic of a passive told with a pronoun the target, and the state or force that tells of it the doer.

    Args:
        scene: the document.
        f: the ranked frame.
        source: who answers for it; ``None`` for the outlet.
    """
    if f.aggregate or f.event_type not in _HIT:
        return
    _whom_it_killed(scene, f)
    _fellows(scene, f)
    if not scene.holds("was-done"):
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


def _whom_it_killed(scene: Scene, f: Frame) -> None:
    """``نعت الحركة قائدها في طولكرم الذي اغتالته إسرائيل``: the noun the clause is about, also one known by a pronoun of its party."""
    w, ln = f.main, scene.lines[f.line]
    if (
        w.form != "past"
        or scene.cls(w) not in _KILLING
        or not w.text.endswith(_THEM)
        or scene.words[w.first - 1] not in wordset("relatives-open")
    ):
        return
    at = w.first - 1
    of = next((a for a in reversed(ln.actors) if a.last <= at and at - a.last <= _CLAUSE and a.category in _BANDS), None)
    if (
        of is None
        or (f.target is not None and f.target.category in _BANDS)
        or of.name_en in (None, f.perpetrator and f.perpetrator.name_en)
    ):
        return
    f.target, f.target_rule = of, "target:of-the-clause"


def _fellows(scene: Scene, f: Frame) -> None:
    """``أقدم عنصر على قتل زميله``: one of the same force."""
    p, w = f.perpetrator, f.main
    if p is None or p.category not in _BANDS or not scene.holds("his-fellows") or scene.cls(w) not in _KILLING | {"injure", "shoot"}:
        return
    if not wordset("his-fellows").isdisjoint(scene.words[w.last : w.last + _CLAUSE]) and p.first < w.last + _CLAUSE:
        f.target, f.target_rule = p, "target:fellows"


def _harmed(a: ActorMention) -> bool:
    return a.name_en is not None and a.form != "pronoun" and a.category not in ("source", "media", "monitor", "ministry")
