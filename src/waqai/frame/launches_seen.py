"""Launches somebody saw, heard of or caught are not his: ``رصد الجيش إطلاق عشرة صواريخ``, ``أعلن اعتراض قذائف أطلقت من القطاع``.

The army that tells of rockets flown at its own land (``أفاد الجيش بإطلاق 10 صواريخ من لبنان نحو المطلة``) did not fire them either.
"""

from __future__ import annotations

from waqai.frame.frames import Frame
from waqai.frame.scene import Scene
from waqai.frame.shot_down import wages
from waqai.model import ActorMention, EventType
from waqai.resources.wordsets import wordset

_FLOWN = frozenset((EventType.SHELLING, EventType.AIRSTRIKE, EventType.FOILED_PLOT))
_SPARED = frozenset(("civilians", "officials", "property", "media"))
_OPENS = 8  # tokens from the announcer to the clause he tells
_SUFFERS = 9  # tokens from "أن" to the verb of the place that suffers it
_BACK = 4  # tokens from the launch back to the word of seeing


def settle_seen(scene: Scene, f: Frame, source: ActorMention | None) -> None:
    """Take the doer from a ranked frame when the doer only saw or caught what flew.

    Args:
        scene: the document.
        f: the ranked frame.
        source: who answers for it; ``None`` for the outlet.
    """
    p, w = f.perpetrator, f.main
    if p is not None and _told_of_place(scene, f, p):
        f.perpetrator, f.perpetrator_rule = None, ""
        return
    told = p is not None and source is not None and (p.name_en == source.name_en or f.perpetrator_rule == "perpetrator:speaker")
    if p is not None and told and (_told_of_means(scene, f, p) or _told_of_attack(scene, f, p)):
        f.perpetrator, f.perpetrator_rule = None, ""
        return
    if p is None or f.event_type not in _FLOWN or p.category != "state_force" or p.first >= w.first:
        return
    if not ("shell" in f.classes or "shootdown" in f.classes) or scene.owner[p.first] != f.line or wages(scene, f, p):
        return
    words, seen = scene.words, wordset("seen-or-caught")
    first = min(x.first for x in f.triggers if scene.owner[x.first] == f.line)
    near = [*range(max(0, first - _BACK), first), *(x.first for x in f.triggers if scene.cls(x) == "shootdown")]
    caught = any(words[i] in seen or words[i][1:] in seen for i in near if i < p.first or p.last <= i)
    before = any(words[i] in seen for i in range(max(0, p.first - 2), p.first))
    if caught or before or (_told_of(scene, f, p, source)):
        f.perpetrator, f.perpetrator_rule = None, ""


def _told_of_means(scene: Scene, f: Frame, p: ActorMention) -> bool:
    """``أعلن الجهاز أن مسيّرة هاجمت الحقل وقتلت عمالاً``: a drone of nobody opens what he tells, and it is no foe of his that is hit."""
    if f.event_type not in _FLOWN or p.category not in ("state_force", "ministry") or p.first >= f.main.first:
        return False
    if f.target is None or f.target.category not in _SPARED:
        return False
    words, that, means = scene.words, wordset("that"), wordset("means-of-nobody")
    end = min(p.last + _OPENS, len(words) - 1)
    return any(words[i] in that and words[i + 1] in means for i in range(p.last, end))


def _told_of_attack(scene: Scene, f: Frame, p: ActorMention) -> bool:
    """``قال الجيش إن هجوماً استهدف المطار``: an attack, a blast or gunmen without a name open what he tells."""
    if p.category not in ("state_force", "ministry", "international") or p.first >= f.main.first or f.aggregate:
        return False
    words, that, nobody = scene.words, wordset("that"), wordset("attacks-of-nobody")
    if not wordset("its-forces").isdisjoint(words[p.last : scene.lines[f.line].sentence.last]):
        return False  # ``إن هجوماً نفذته قواته``
    end = min(p.last + _OPENS, len(words) - 1)
    return any(words[i] in that and words[i + 1] in nobody for i in range(p.last, end))


def _told_of_place(scene: Scene, f: Frame, p: ActorMention) -> bool:
    """``أوضحت القوات أن قرية زبيدة تعرضت لقصف``, ``قال الأمن إن الحي شهد إطلاق نار``: a place stands behind ``أن`` and suffers it."""
    ln = scene.lines[f.line]
    if (
        scene.owner[p.first] != f.line
        or p.last > f.main.first
        or not any(-1 <= p.first - s.last <= 1 or -1 <= s.first - p.last <= 1 for s in ln.speech)
    ):
        return False
    words, that, suffers = scene.words, wordset("that"), wordset("place-suffers")
    at = next((i for i in range(p.last, min(p.last + _OPENS, f.main.first)) if words[i].removeprefix("ف") in that), None)
    if at is None or not any(0 < scene.place(i).first - at <= 2 for i in ln.places):
        return False
    verb = next((i for i in range(at + 2, f.main.first + 1) if words[i] in suffers), None)
    return verb is not None and verb - at <= _SUFFERS and not any(at < a.first < verb and a.category == p.category for a in ln.actors)


def _told_of(scene: Scene, f: Frame, p: ActorMention, source: ActorMention | None) -> bool:
    """``أفاد الجيش الإسرائيلي بإطلاق صواريخ من غزة``: a launch from another land, told by the one who would have fired it."""
    if source is None or source.name_en != p.name_en or f.main.form != "masdar" or not f.main.prefix.endswith("ب"):
        return False
    return any(scene.place(i).relation == "from" for i in scene.lines[f.line].places if scene.place(i).first > f.main.first)
