"""Whose man was hit when only his rank or office says so: ``اغتيال العقيد محمد صالح``, ``مقتل مسؤول أمني``, ``مدير شرطة المدينة``.

An officer told by rank and name is of the army of the land, an official for security of its security forces. A former one is a civilian,
and in Syria, where several sides have officers, a rank alone tells nothing.
"""

from __future__ import annotations

from waqai.frame.conventions import known_at
from waqai.frame.foe import land_of
from waqai.frame.frames import Frame
from waqai.frame.other_side import allied
from waqai.frame.scene import Scene
from waqai.model import ActorMention, EventType
from waqai.resources.given import given_names
from waqai.resources.registry import registry
from waqai.resources.wordsets import wordset

_HIT = frozenset(
    (
        EventType.ASSASSINATION, EventType.ATTACK, EventType.ABDUCTION, EventType.ARREST, EventType.EXECUTION, EventType.IED,
        EventType.SHELLING, EventType.AIRSTRIKE, EventType.SUICIDE_BOMBING, EventType.VEHICLE_BOMB,
    )
)  # fmt: skip
_HARM = frozenset(("kill", "die", "injure", "assassinate", "execute", "abduct", "arrest", "target", "result"))
_SAY = ("officers", "of-security", "of-the-army", "office-holders")
_MARKS = frozenset(('"', "'", "("))
_MANY_SIDES = frozenset(("SY", "PS", "IL", "LB"))  # an officer there may be of several forces
_ARMS = frozenset(("state_force", "armed_group", "militia"))
_OFFICE = 6  # tokens from an office to ``في`` and the party
_BEHIND = 3  # tokens from a word of harm, its subject not counted, to the officer
_FORMER = 7  # tokens from the rank to ``السابق``


def settle_officer(scene: Scene, f: Frame) -> None:
    """Set the target of a ranked frame to the force of an officer or an official who was hit.

    Args:
        scene: the document.
        f: the ranked frame.
    """
    if f.aggregate or f.event_type not in _HIT or not any(map(scene.holds, _SAY)):
        return
    t = f.target
    if t is not None and (t.category not in ("civilians", "source", "property") or t.number is not None or t.form == "named"):
        return
    if t is None and (of := _in_a_party(scene, f)) is not None:
        f.target, f.target_rule = of, "target:office-in"
        return
    land = land_of(scene, f)
    if land is None or land in _MANY_SIDES:
        return
    for p in f.parts:
        for i in range(p.first, min(p.last, scene.lines[p.line].sentence.last) - 1):
            kind = _of_rank(scene, i) or _of_office(scene, i)
            if not kind or not _harmed(scene, f, p.line, i):
                continue
            if t is not None and t.first > i + 1 and t.first >= p.last:
                continue
            body = registry().body(land, kind)
            if body is None or _former(scene, i):
                return
            hit = known_at(scene, i, body)
            if f.perpetrator is None or not allied(f.perpetrator, hit):
                f.target, f.target_rule = hit, "target:officer"
            return


def _in_a_party(scene: Scene, f: Frame) -> ActorMention | None:
    """``اغتيل نائب مدير الإمداد في قوات "الحزام"``: the party in which somebody hit held his office."""
    for p in f.parts:
        for a in scene.lines[p.line].actors:
            if not p.first < a.first < p.last or a.name_en is None or a.category not in _ARMS or a.form == "pronoun":
                continue
            k = a.first - 1 - (scene.words[a.first - 1] == '"')
            if scene.words[k] != "في":
                continue
            at = next((i for i in range(k - 1, max(p.first, k - _OFFICE) - 1, -1) if scene.words[i] in wordset("office-holders")), -1)
            while at > p.first and scene.words[at - 1] in wordset("office-holders"):
                at -= 1  # ``نائب مدير``
            if at > 0 and _harmed(scene, f, p.line, at) and (f.perpetrator is None or not allied(f.perpetrator, a)):
                return a
    return None


def _of_rank(scene: Scene, i: int) -> str:
    """``العقيد محمد``, ``الملازم أول "خالد"``: a rank with a first name behind it."""
    if scene.words[i].lstrip("ولب") not in wordset("officers") and scene.words[i] not in wordset("officers"):
        return ""
    k = i + 1
    while k < len(scene.words) and (scene.words[k] in _MARKS or scene.words[k] in wordset("rank-words")):
        k += 1
    return "army" if k < len(scene.words) and scene.words[k] in given_names() else ""


def _of_office(scene: Scene, i: int) -> str:
    """``مسؤول أمني``, ``مسؤولان في البحث الجنائي``, ``مدير أمن المديرية``: an office that names the force."""
    words = scene.words
    if words[i] not in wordset("office-holders") or i + 2 >= len(words):
        return ""
    behind = [w for w in words[i + 1 : i + 4] if w not in wordset("counting")][:3]
    if not behind:
        return ""
    if behind[0] in wordset("of-security") or (behind[0] == "في" and len(behind) > 1 and behind[1] in wordset("of-security")):
        return "security"
    return "army" if behind[0] in wordset("of-the-army") else ""


def _harmed(scene: Scene, f: Frame, line: int, i: int) -> bool:
    """A word of harm stands right before the officer, or its subject does."""
    at = i
    before: ActorMention | None = next(
        (a for a in scene.lines[line].actors if a.last in (i, i + 1) and a.first < i and a.category not in ("source", "civilians")), None
    )
    if before is not None:
        at = before.first
    if any(0 <= at - w.last <= _BEHIND and scene.cls(w) in _HARM and scene.owner[w.first] == line for w in f.triggers):
        gap = range(max((w.last for w in f.triggers if w.last <= at), default=at), at)
        return not any(scene.words[k] in (".", ",", ";", ":") or scene.words[k] in wordset("prepositions") - {"علي"} for k in gap)
    return False


def _former(scene: Scene, i: int) -> bool:
    return not wordset("former-men").isdisjoint(scene.words[i + 1 : i + _FORMER])
