"""Who did it where nobody stands behind the verb: the topic right before it, who runs the prison.

``عناصر داعش أعدموهم``, ``توفي تحت التعذيب في سجون قسد``. Fills a perpetrator that is missing; changes none.
"""

from __future__ import annotations

from collections.abc import Callable

from waqai.frame.conventions import known_at
from waqai.frame.frames import Frame
from waqai.frame.governed import cannot_act, is_passive, prep_of
from waqai.frame.scene import Lines, Scene
from waqai.model import ActorMention, EventType, WordMention
from waqai.resources.wordsets import wordset

_PARTY = frozenset(("armed_group", "militia", "state_force", "international", "tribe", "unknown", "crime", "coalition"))
_DEEDS = frozenset(
    (
        EventType.ATTACK, EventType.SHELLING, EventType.AIRSTRIKE, EventType.ASSASSINATION, EventType.EXECUTION, EventType.ABDUCTION,
        EventType.ARREST, EventType.RAID, EventType.LOOTING, EventType.SEIZURE_OF_TERRITORY,
    )
)  # fmt: skip
_DOES = frozenset(
    ("kill", "injure", "assassinate", "execute", "arrest", "seize-persons", "abduct", "attack", "target", "shell", "raid", "loot", "burn",
     "storm", "seize", "destroy"),
)  # fmt: skip
_BLAMES = frozenset(
    (
        "agent:runs-the-prison",
        "agent:answers-for",
    )
)
_LIGHT = 10  # tokens from a verb of going about to the deed
_BLAMED = 12  # tokens from the deed to whom it is attributed
_HARMS = frozenset((EventType.ATTACK, EventType.ASSASSINATION))
_REACH = 16  # tokens from those hurt to what was being done
_ADJECTIVES = 2  # between an operation and ``ل`` with whose it was
_CUSTODY = 6  # tokens from the word of torture to the prison


def find_agent(scene: Scene, f: Frame) -> None:
    """Fill the perpetrator of a ranked frame that has none."""
    if f.perpetrator is not None or f.aggregate:
        return
    looks = _LOOKS if f.event_type in _DEEDS else _OF_BOMBS if f.event_type is EventType.IED else ()
    for w in f.triggers if looks else ():
        if scene.owner[w.first] < 0:
            continue
        for rule, look in looks:
            a = look(scene, scene.lines[scene.owner[w.first]], f, w)
            if a is None:
                continue
            if f.target is not None and f.target.first == a.first and rule in _BLAMES:
                dead = f.tolls.get("killed")
                who = dead.who if dead is not None and dead.who is not None and dead.who.name_en not in (None, a.name_en) else None
                f.target, f.target_rule = who or known_at(scene, w.first, "civilians"), "target:victims"
            if f.target is None or a.name_en != f.target.name_en:
                f.perpetrator, f.perpetrator_rule = a, rule
                return


def _party(scene: Scene, a: ActorMention) -> bool:
    return a.name_en is not None and a.form != "pronoun" and a.category in _PARTY and not cannot_act(a) and not prep_of(scene, a)


def _topic(scene: Scene, ln: Lines, f: Frame, w: WordMention) -> ActorMention | None:
    """``إن عناصر داعش أعدموهم``, ``قوات الأمن اعتقلته``: nothing between the topic and a verb that agrees with it."""
    if w.form != "past" or w.prefix or is_passive(scene, w) or scene.cls(w) not in _DOES:
        return None
    a = next((a for a in ln.actors if a.last == w.first), None)
    if a is None or not _party(scene, a) or any(t.who is not None and t.who.first == a.first for t in f.tolls.values()):
        return None
    heads = a.first == ln.sentence.first or scene.words[a.first - 1] in wordset("that") or scene.words[a.first - 1] in (":", ",", '"')
    return a if heads else None


def _goes_about(scene: Scene, ln: Lines, f: Frame, w: WordMention) -> ActorMention | None:
    """``أقدم مسلحون على قتل``, ``مسلحين قاموا فجر اليوم باغتيال``, ``قيام مجهولين بإحراق``: who goes about a deed did it."""
    words = scene.words
    if w.form != "masdar" or not (w.prefix.endswith("ب") or scene.before(w.first) == "علي"):
        return None
    about = wordset("goes-about")
    at = next((i for i in range(w.first - 1, max(ln.sentence.first, w.first - _LIGHT) - 1, -1) if words[i] in about), -1)
    if at < 0 or any(words[i] in (".", ";", ":") for i in range(at, w.first)):
        return None
    behind = next((a for a in ln.actors if at < a.first < w.first and a.first - at <= 2), None)
    if behind is not None:
        return behind if _party(scene, behind) else None
    topic = next((a for a in reversed(ln.actors) if 0 <= at - a.last <= 1), None)
    return topic if topic is not None and _party(scene, topic) else None


def _answers_for(scene: Scene, ln: Lines, f: Frame, w: WordMention) -> ActorMention | None:
    """``الحركة مسؤولة عن 218 حالة قتل``, ``التنظيم يقف وراء الهجوم``: who is said to answer for it."""
    words, answers = scene.words, wordset("answers-for")
    told = words[max(ln.sentence.first, w.first - _BLAMED) : w.first]
    if answers.isdisjoint(told) and wordset("stands-behind").isdisjoint(told):
        return None
    if not wordset("blamed-as-a-rule").isdisjoint(words[ln.sentence.first : w.first]):
        return None
    for i in range(w.first - 2, max(ln.sentence.first, w.first - _BLAMED) - 1, -1):
        if words[i] in (".", ";", ":"):
            return None
        said = words[i] in answers and words[i + 1] in ("عن", "في")
        if said or (words[i] in wordset("stands-behind") and words[i + 1] in ("وراء", "خلف")):
            a = next((a for a in reversed(ln.actors) if 0 <= i - a.last <= 2 and _party(scene, a)), None)
            return a if a is not None and scene.words[a.first - 1] != "او" else None  # ``اتهمت X أو Y بالوقوف``: one of two
    return None


def _at_their_doing(scene: Scene, ln: Lines, f: Frame, w: WordMention) -> ActorMention | None:
    """``أصيب أربعة خلال قمع قوات الاحتلال مسيرة``: harm that comes of what a force does is the force's."""
    if f.event_type not in _HARMS:
        return None
    words, doing = scene.words, wordset("their-doing")
    end = min(w.last + _REACH, ln.sentence.last - 1)
    if doing.isdisjoint(words[w.last : end]):
        return None
    at = next((i for i in range(w.last, end) if words[i] in doing and words[i - 1] in wordset("in-the-course")), -1)
    if at < 0:
        return None
    right = next((a for a in ln.actors if a.first == at + 1 and _party(scene, a)), None)
    return right if right is not None else _whose_doing(scene, ln, at)


def _whose_doing(scene: Scene, ln: Lines, at: int) -> ActorMention | None:
    """``في عمليات متفرقة لقوات الاحتلال``, ``في اعتداء للمستوطنين``: whose operation it was, behind adjectives that agree."""
    for a in ln.actors:
        if not at < a.first <= at + 1 + _ADJECTIVES or prep_of(scene, a) != "ل":
            continue
        gap = scene.words[at + 1 : a.first]
        if all(x in wordset("of-an-operation") for x in gap) and a.name_en is not None and a.category in _PARTY and not cannot_act(a):
            return a
    return None


def _jailer(scene: Scene, ln: Lines, f: Frame, w: WordMention) -> ActorMention | None:
    """``قضى تحت التعذيب في أحد سجون قسد``, ``توفي في سجونها جراء التعذيب``: whoever runs the prison."""
    if f.event_type is not EventType.EXECUTION or wordset("torture").isdisjoint(scene.words[ln.sentence.first : ln.sentence.last]):
        return None
    for a in ln.actors:
        if abs(a.first - w.last) <= _CUSTODY and a.name_en is not None and a.category in _PARTY:
            named = {x.lstrip("ب") for x in scene.words[max(ln.sentence.first, a.first - 2) : a.last]}
            if not wordset("jails").isdisjoint(named):
                return a
    return None


_LOOKS: tuple[tuple[str, Callable[[Scene, Lines, Frame, WordMention], ActorMention | None]], ...] = (
    ("agent:topic-right-before", _topic),
    ("agent:goes-about", _goes_about),
    ("agent:answers-for", _answers_for),
    ("agent:at-their-doing", _at_their_doing),
    ("agent:runs-the-prison", _jailer),
)


def _blows_up(scene: Scene, ln: Lines, f: Frame, w: WordMention) -> ActorMention | None:
    """``نسف مجهولون بعبوات ناسفة خط الغاز``: the subject between a verb of blowing up and its means."""
    if not w.prefix.endswith("ب"):
        return None
    a = next((a for a in ln.actors if a.last == w.first), None)
    verb = scene.words[a.first - 1] if a is not None and a.first > ln.sentence.first else ""
    return a if a is not None and verb in wordset("blows-up") and _party(scene, a) else None


_OF_BOMBS: tuple[tuple[str, Callable[[Scene, Lines, Frame, WordMention], ActorMention | None]], ...] = (
    ("agent:answers-for", _answers_for),
    ("agent:blows-up", _blows_up),
)
