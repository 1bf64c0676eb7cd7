"""Doers that the sentence leaves no choice about, when every other rule has spoken.

``استهدفته طائرة للعدو``: behind a verb that has its object stands who did it. ``46 حالة اعتقال قالت إن القوات مسؤولة عنها``: who answers
for what was counted. ``هاجم مجهولون دورية، وتم القبض على شخصين``: those who attacked a patrol arrested nobody. ``حاجز الأمن عند مدخل
المدينة يعتقل شخصين قادمين من مناطق X``: the topic of a headline acts, whoever holds the land those held come from.
"""

from __future__ import annotations

from waqai.frame.conventions import known_at
from waqai.frame.frames import Frame
from waqai.frame.governed import is_object, is_passive, prep_of
from waqai.frame.scene import Lines, Scene
from waqai.model import ActorMention, EventType, WordMention
from waqai.resources.wordsets import wordset

_PARTY = frozenset(("armed_group", "militia", "state_force", "international", "tribe", "coalition"))
_FROM_AFAR = frozenset((EventType.AIRSTRIKE, EventType.SHELLING))
_HITS = frozenset(("target", "attack", "shell", "air"))
_HOLDS = frozenset(("arrest", "seize-persons"))
_BY_HAND = frozenset(
    (EventType.ATTACK, EventType.ABDUCTION, EventType.EXECUTION, EventType.ASSASSINATION, EventType.ARREST, EventType.LOOTING)
)
_DEEDS = frozenset(("kill", "execute", "abduct", "arrest", "seize-persons", "loot", "burn", "attack", "shoot", "assassinate"))
_SUFFIX = ("ه", "ها", "هم", "هما")
_ANSWERS = 14  # tokens from what was counted to who answers for it
_TOPIC = 14  # tokens from a topic to its verb


def settle_agent(scene: Scene, f: Frame) -> None:
    """Set the doer of a ranked frame where the sentence names one beyond doubt.

    Args:
        scene: the document.
        f: the ranked frame.
    """
    if f.denial is not None:
        return
    if f.aggregate:
        _answers_for_them(scene, f)
        _not_since_whom(scene, f)
        return
    _child_of(scene, f)
    _behind_its_object(scene, f)
    _fell_in_it(scene, f)
    _goes_on(scene, f)
    _set_about(scene, f)
    if f.event_type is EventType.STRATEGIC_DEVELOPMENT:
        _moves(scene, f)
    if f.event_type is EventType.ARREST:
        _no_gunmen(scene, f)
        _topic_holds(scene, f)


def _child_of(scene: Scene, f: Frame) -> None:
    """``استهدفت جماعة نصرة الإسلام التابعة لتنظيم القاعدة موقعاً``: the party named first did it, not the one it belongs to."""
    p = f.perpetrator
    if p is None or p.first < 2 or scene.owner[p.first] < 0 or scene.words[p.first - 1] not in wordset("belongs-to"):
        return
    child = next((a for a in scene.lines[scene.owner[p.first]].actors if a.last == p.first - 1), None)
    if child is None or child.name_en in (None, p.name_en) or child.category not in _PARTY or child.form != "named":
        return
    if f.target is None or f.target.name_en != child.name_en:
        f.perpetrator, f.perpetrator_rule = child, "agent:not-the-parent"


def _set_about(scene: Scene, f: Frame) -> None:
    """``تسللت العناصر إلى المنطقة وقامت بقصف الموقع``: who set about it was told of before in the sentence, not in the one before."""
    w = f.main
    if w.form != "masdar" or not w.prefix.endswith("ب") or scene.words[w.first - 1].lstrip("وف") not in wordset("set-about"):
        return
    p = f.perpetrator
    if p is not None and (scene.owner[p.first] == scene.owner[w.first] or not f.perpetrator_rule.startswith("perpetrator:")):
        return
    before = [a for a in scene.lines[scene.owner[w.first]].actors if a.last <= w.first and not prep_of(scene, a)]
    a = next((a for a in reversed(before) if a.category in (*_PARTY, "unknown", "crime") and a.name_en is not None), None)
    if a is not None and not is_object(a):
        _put(f, a, "agent:set-about")


def _moves(scene: Scene, f: Frame) -> None:
    """``دفعت قسد بتعزيزات … بعد هجوم شنه مجهولون``: the subject of the move, not of what it answers."""
    w = f.main
    if w.form != "past" or scene.cls(w) not in ("move", "launch") or is_passive(scene, w) or f.perpetrator is None:
        return
    ln = scene.lines[scene.owner[w.first]]
    a = next((a for a in ln.actors if a.first == w.last), None)
    if a is None or a.name_en in (None, f.perpetrator.name_en) or a.category not in _PARTY or prep_of(scene, a) or is_object(a):
        return
    if w.last <= f.perpetrator.first and scene.owner[f.perpetrator.first] == scene.owner[w.first]:
        f.perpetrator, f.perpetrator_rule = a, "agent:moves"
        if f.target is not None and f.target.name_en == a.name_en:
            f.target, f.target_rule = None, ""


def _put(f: Frame, a: ActorMention, rule: str) -> None:
    """Make it the doer; who was taken for it, or whom it was taken to have hit, gives way."""
    was = f.perpetrator
    f.perpetrator, f.perpetrator_rule = a, rule
    if f.target is not None and f.target.name_en == a.name_en:
        other = was if was is not None and was.name_en not in (None, a.name_en) else None
        f.target, f.target_rule = other, "target:other-side" if other is not None else ""


def _behind_its_object(scene: Scene, f: Frame) -> None:
    """``استهدفته طائرة مسيّرة للعدو``, ``قصفتهم مدفعية النظام``."""
    if f.event_type not in _FROM_AFAR:
        return
    for w in f.triggers:
        if (
            w.form != "past"
            or scene.cls(w) not in _HITS
            or not w.text.endswith(_SUFFIX)
            or is_passive(scene, w)
            or scene.owner[w.first] < 0
        ):
            continue
        a = next((a for a in scene.lines[scene.owner[w.first]].actors if a.first == w.last), None)
        if a is None or a.name_en is None or a.category not in _PARTY or prep_of(scene, a):
            continue
        if f.perpetrator is None or f.perpetrator.name_en != a.name_en:
            _put(f, a, "agent:behind-its-object")
        return


def _fell_in_it(scene: Scene, f: Frame) -> None:
    """``مقتل جنديين في هجوم لحركة X. وقال القائد إن جنديين قُتلوا خلال هجوم``: the dead did not make the attack; ``لحركة X`` did."""
    p = f.perpetrator
    if (
        p is None
        or f.event_type is not EventType.ATTACK
        or not f.perpetrator_rule.startswith("perpetrator:")
        or p.category != "state_force"
    ):
        return
    dead = f.tolls.get("killed")
    w = next((w for w in f.triggers if w.form == "masdar" and scene.cls(w) == "attack"), None)
    if w is None or dead is None or scene.owner[p.first] < 0 or "clash" in f.classes:
        return
    fell = 0 <= p.first - dead.first <= 1 or (dead.who is not None and p.first == dead.who.first)
    if not fell:
        return
    by = (a for x in f.triggers if scene.cls(x) == "attack" and scene.owner[x.first] >= 0 for a in _made(scene, x))
    by_whom = next((a for a in by if a.name_en != p.name_en), None)
    f.perpetrator, f.perpetrator_rule = by_whom, "agent:attack-of" if by_whom is not None else "perpetrator:fell"
    if f.target is None or f.target.category in ("civilians", "property", "unspecified"):
        f.target, f.target_rule = p, "target:victims"


def _made(scene: Scene, w: WordMention) -> list[ActorMention]:
    """``هجوم لحركة X``: the party right behind an attack, with ``ل``."""
    near = (a for a in scene.lines[scene.owner[w.first]].actors if 0 <= a.first - w.last <= 1)
    return [a for a in near if a.name_en is not None and a.category in _PARTY and prep_of(scene, a) == "ل"]


def _goes_on(scene: Scene, f: Frame) -> None:
    """``دخل عناصر X القرية أمس. وقد خطفوا سبعة``: a plural verb that opens a sentence without a subject has that of the one before."""
    if f.perpetrator is not None or f.event_type not in _BY_HAND:
        return
    for w in f.triggers:
        k = scene.owner[w.first]
        if (
            k < 1
            or w.form != "past"
            or scene.cls(w) not in _DEEDS
            or not w.text.endswith(("وا", "وه", "وها", "وهم"))
            or is_passive(scene, w)
        ):
            continue
        ln, before = scene.lines[k], scene.lines[k - 1]
        opens = all(x in wordset("opens-on") for x in scene.words[ln.sentence.first : w.first])
        if not opens or any(a.first == w.last and a.category in (*_PARTY, "unknown", "crime") for a in ln.actors):
            continue
        a = next((a for a in before.actors if a.first == before.sentence.first + 1), None)
        if a is None or a.name_en is None or a.category not in (*_PARTY, "unknown", "crime") or prep_of(scene, a) or is_object(a):
            return
        verb = next((x for x in before.triggers if x.last == a.first), None)
        if verb is not None and (is_passive(scene, verb) or scene.cls(verb) in ("kill", "die", "injure")):
            return
        if f.target is None or f.target.name_en != a.name_en:
            f.perpetrator, f.perpetrator_rule = a, "agent:goes-on"
        return


def _answers_for_them(scene: Scene, f: Frame) -> None:
    """``46 حالة اعتقال قالت إن القوات مسؤولة عنها``."""
    if not scene.holds("answers-for"):
        return
    answers = wordset("answers-for")
    for w in f.triggers:
        if scene.owner[w.first] < 0:
            continue
        ln = scene.lines[scene.owner[w.first]]
        for i in range(w.last, min(w.last + _ANSWERS, ln.sentence.last - 1)):
            if scene.words[i] not in answers or scene.words[i + 1] not in wordset("answered-for"):
                continue
            a = next((a for a in ln.actors if 0 <= i - a.last <= 1 and a.first >= w.last), None)
            if a is None or a.name_en is None or a.category not in _PARTY or any(w.last <= x.first < a.first for x in ln.triggers):
                continue
            _put(f, a, "agent:answers-for")
            if f.target is None or f.target.category == "unknown":
                f.target, f.target_rule = known_at(scene, w.first, "civilians"), "target:victims"
            return


def _not_since_whom(scene: Scene, f: Frame) -> None:
    """``23 إماماً اغتيلوا منذ أن استعادتها القوات``, ``سقط 139 منهم في هجمات التنظيم``: the party of a date or a share."""
    p = f.perpetrator
    if p is None or not f.perpetrator_rule.startswith("perpetrator:") or scene.owner[p.first] < 0:
        return
    main = next((w for w in f.triggers if scene.owner[w.first] == scene.owner[p.first]), None)
    if main is None or p.first < main.last:
        return
    between = scene.words[main.last : p.first]
    since = next((i for i, w in enumerate(between) if w == "منذ"), -1)
    share = next((i for i, w in enumerate(between) if w in wordset("some-of-them")), -1)
    dated = since >= 0 and not wordset("since-that").isdisjoint(between[since + 1 : since + 3])
    counted = share > 0 and any(n.last in (main.last + share, main.last + share - 1) for n in scene.lines[scene.owner[p.first]].numbers)
    if (dated and "," not in between[since:]) or counted:
        f.perpetrator, f.perpetrator_rule = None, ""


def _no_gunmen(scene: Scene, f: Frame) -> None:
    """``هاجم مجهولون دورية للشرطة، وتم القبض على شخصين``: nameless gunmen who attack do not make the arrests that follow."""
    p = f.perpetrator
    if p is None or p.category != "unknown" or any(scene.cls(w) in _HOLDS and w.form != "masdar" and _next(w, p) for w in f.triggers):
        return
    caught = [
        w for w in f.triggers if scene.words[w.first].lstrip("وب") in wordset("nabbing") or scene.words[w.last - 1] in wordset("nabbing")
    ]
    if not caught or p.last > caught[0].first:
        return
    t = f.target
    force = t if t is not None and t.category == "state_force" else None
    f.perpetrator, f.perpetrator_rule = force, "agent:not-the-gunmen" if force is not None else ""
    if force is not None:
        f.target, f.target_rule = None, ""


def _next(w: WordMention, a: ActorMention) -> bool:
    return a.first == w.last or a.last == w.first


def _topic_holds(scene: Scene, f: Frame) -> None:
    """``حاجز الأمن الداخلي عند مدخل الباب يعتقل شخصين قادمين من مناطق قسد``."""
    for w in f.triggers:
        if w.form != "present" or scene.cls(w) not in _HOLDS or is_passive(scene, w) or scene.owner[w.first] < 0:
            continue
        ln = scene.lines[scene.owner[w.first]]
        a = _topic(scene, ln, w)
        if a is None or (f.perpetrator is not None and f.perpetrator.name_en == a.name_en):
            return
        was = f.perpetrator
        if was is not None and (was.first < w.last or was.first == w.last or not holds_land(scene, was)):
            return
        f.perpetrator, f.perpetrator_rule = a, "agent:topic-of-headline"
        if f.target is not None and f.target.name_en == a.name_en:
            f.target, f.target_rule = None, ""
        return


def holds_land(scene: Scene, a: ActorMention) -> bool:
    """``من مناطق قسد``: the mention only says whose land it is."""
    return not wordset("areas-held").isdisjoint(scene.words[max(0, a.first - 2) : a.first])


def _topic(scene: Scene, ln: Lines, w: WordMention) -> ActorMention | None:
    """The party that opens the sentence, or its speech behind a colon, with nobody else between it and the verb."""
    before = [a for a in ln.actors if a.last <= w.first and a.name_en is not None and a.category in _PARTY and not prep_of(scene, a)]
    if not before or w.first - before[-1].last > _TOPIC or any(x.first >= before[-1].last and x.last <= w.first for x in ln.triggers):
        return None
    a = before[-1]
    opens = a.first == ln.sentence.first or scene.words[a.first - 1] in (":", "|", '"')
    between = scene.words[a.last : w.first]
    return a if opens and wordset("relatives").isdisjoint(between) and not {":", ".", ";"} & set(between) else None
