"""Whom those held belong to (codebook 5.4: in arrests the group of the detained).

``اعتقلت رجلين على صلة بخلايا داعش``, ``أوقفت عراقياً يُشتبه في أنه أمير في التنظيم``: a party behind the word of holding that nothing but
persons, numbers and words of belonging divide from it. ``القبض على ثلاثة من المتورطين في الهجوم``: whoever made the attack told before.
``احتجزت 22 من الطرفين``: who fought.
"""

from __future__ import annotations

from collections.abc import Sequence

from waqai.frame.conventions import known_at
from waqai.frame.frames import Frame
from waqai.frame.scene import Lines, Scene
from waqai.model import ActorMention, EventType, WordMention
from waqai.resources.wordsets import wordset

_HOLDS = frozenset(("arrest", "seize-persons", "raid"))
_PARTIES = frozenset(("armed_group", "militia", "crime"))
_DEEDS = frozenset(
    (
        EventType.ATTACK, EventType.ASSASSINATION, EventType.EXECUTION, EventType.ABDUCTION, EventType.IED, EventType.VEHICLE_BOMB,
        EventType.SUICIDE_BOMBING, EventType.SHELLING,
    )
)  # fmt: skip
_OF_EVENT = 16  # tokens from the word of holding to what those held did
_OPEN = frozenset(("civilians", "unspecified", "property"))
_REACH = 24  # tokens from the word of holding to the party
_CHARGE = 40  # tokens from the word of holding to what those held are charged with
_HOUSE = 5  # tokens from the word of searching to whose house it is
_ENDS = frozenset((".", ";", ":", "!", "?"))


def settle_held(scene: Scene, f: Frame) -> None:
    """Set the sides of a ranked arrest or raid whose words tell the party of those held, of the house, or of the kidnappers.

    Args:
        scene: the document.
        f: the ranked frame.
    """
    _whose_house(scene, f)
    _held_by(scene, f)
    _whom(scene, f)
    if f.event_type not in (EventType.ARREST, EventType.RAID) or "tally:item" in f.rules:
        return
    if f.target is not None and f.target.category not in _OPEN and not _elsewhere(scene, f):
        return
    for w in f.triggers:
        if scene.owner[w.first] < 0 or scene.cls(w) not in _HOLDS:
            continue
        a = _party(scene, scene.lines[scene.owner[w.first]], f, w)
        if a is not None:
            f.target, f.target_rule = a, "target:held-belong"
            return


def _whose_house(scene: Scene, f: Frame) -> None:
    """``داهمت قوة منازل لعناصر من الفلول``, ``دهم وكراً لداعش``: whose house is searched does not search it."""
    a = f.perpetrator
    if a is None or f.event_type not in (EventType.ARREST, EventType.RAID) or a.category not in _PARTIES:
        return
    for w in f.triggers:
        if scene.cls(w) != "raid" or not w.last < a.first + 1 <= w.last + _HOUSE:
            continue
        if wordset("searched-places").isdisjoint(scene.words[w.last : a.first + 1]):
            continue
        f.perpetrator, f.perpetrator_rule = None, ""
        if f.target is None or f.target.category in _OPEN:
            f.target, f.target_rule = a, "target:its-house"
        return


def _whom(scene: Scene, f: Frame) -> None:
    """``توقيف خمسة مهربين ومداهمة منزل``: those counted as held; ``أوقف مواطنين لقيامهما بالتهريب``: what they are held for says who."""
    if f.event_type is not EventType.ARREST or f.aggregate or (f.target is not None and f.target.category not in _OPEN):
        return
    held = f.tolls.get("captured")
    if held is not None and held.who is not None and held.who.name_en is not None and held.who.category in _PARTIES:
        if f.perpetrator is None or f.perpetrator.name_en != held.who.name_en:
            f.target, f.target_rule = held.who, "target:held"
        return
    if not scene.holds("smuggling"):
        return
    smuggling = wordset("smuggling")
    for w in f.triggers:
        if scene.owner[w.first] < 0 or scene.cls(w) not in _HOLDS:
            continue
        end = min(w.last + _CHARGE, scene.lines[scene.owner[w.first]].sentence.last)
        at = next((i for i in range(w.last, end) if scene.words[i] in smuggling), -1)
        if at < 0 or wordset("charged-with").isdisjoint(scene.words[w.last : at + 1]):
            continue
        drugs = not wordset("drugs").isdisjoint(scene.words)
        f.target, f.target_rule = known_at(scene, at, "drug-traffickers" if drugs else "smugglers"), "target:charge"
        return


def _held_by(scene: Scene, f: Frame) -> None:
    """``ثلاثة رهائن كانوا محتجزين لدى عصابة``: those behind the word hold them, whoever freed them."""
    if f.event_type is not EventType.ABDUCTION:
        return
    for w in f.triggers:
        if scene.entry(w).id != "held-by-gang" or scene.owner[w.first] < 0:
            continue
        ln = scene.lines[scene.owner[w.first]]
        gang = next((a for a in ln.actors if a.first == w.last and a.name_en is not None), None)
        if gang is None:
            return
        f.perpetrator, f.perpetrator_rule = gang, "agent:holds-them"
        if f.target is None or f.target.name_en == gang.name_en:
            them = [a for a in ln.actors if a.last <= w.first and a.category in _OPEN and a.name_en is not None]
            f.target, f.target_rule = (them[-1], "target:held") if them else (None, "")
        return


def _elsewhere(scene: Scene, f: Frame) -> bool:
    return f.target is not None and scene.owner[f.target.first] not in {p.line for p in f.parts}


def _party(scene: Scene, ln: Lines, f: Frame, w: WordMention) -> ActorMention | None:
    """The first party behind the word of holding that those held belong to."""
    words, end = scene.words, min(w.last + _REACH, ln.sentence.last)
    near = [a for a in ln.actors if w.last <= a.first < end and a.category in _PARTIES and a.name_en is not None and a.form != "pronoun"]
    for a in near:
        if f.perpetrator is not None and a.name_en == f.perpetrator.name_en:
            continue
        gap = words[w.last : a.first]
        if not _ENDS.isdisjoint(gap) or not wordset("not-of-the-held").isdisjoint(gap):
            return None
        if any(x.first > w.first and x.last <= a.first and scene.cls(x) not in _HOLDS for x in ln.triggers):
            return None
        own = scene.words[a.first].removeprefix("ل").removeprefix("ال")  # ``أخطر أمراء داعش``
        told = own in wordset("of-the-held") or not wordset("of-the-held").isdisjoint(gap)
        served = not wordset("served-if-charged").isdisjoint(gap) and not wordset("charge-told").isdisjoint(gap)
        return a if told or served else None
    return None


def settle_of_event(scene: Scene, f: Frame, before: Sequence[Frame]) -> None:
    """Give those held for an act told before the party that did it, and those held of both sides the one named first.

    Args:
        scene: the document.
        f: the ranked frame.
        before: the frames told before it, ranked.
    """
    if f.event_type is not EventType.ARREST or (f.target is not None and f.target.category not in (*_OPEN, "unknown")):
        return
    sides, involved = wordset("sides-of-a-fight"), wordset("involved")
    after = scene.words[f.main.last : min(f.main.last + _OF_EVENT, scene.lines[scene.owner[f.main.first]].sentence.last)]
    if not sides.isdisjoint(after):
        fought = next((g for g in reversed(before) if g.event_type is EventType.ARMED_CLASH or g.target_rule == "target:quarrels"), None)
    elif not involved.isdisjoint(after):
        at = next((i for i, x in enumerate(after) if x in wordset("clannish")), -1)
        if at >= 0:  # ``متورطين بنزاع عشائري``
            f.target, f.target_rule = known_at(scene, f.main.last + at, "arab-tribes"), "target:feud"
            return
        fought = next((g for g in reversed(before) if g.perpetrator is not None and _deed(g)), None)
    else:
        return
    if fought is None or fought.perpetrator is None or fought.perpetrator.category not in (*_PARTIES, "tribe"):
        return
    if f.perpetrator is None or f.perpetrator.name_en != fought.perpetrator.name_en:
        f.target, f.target_rule = fought.perpetrator, "target:did-it"


def _deed(g: Frame) -> bool:
    """An act with a doer, or a feud of clans."""
    clan = g.event_type is EventType.ARMED_CLASH and g.perpetrator is not None and g.perpetrator.category == "tribe"
    return g.event_type in _DEEDS or clan
