"""The subject that stands at its verb did it, whatever other parties the report names.

``موضحاً أن قسد قصفت``: the topic right before an active verb. ``ألقت محلّقة إسرائيلية قنبلة``: the subject right behind one, when nobody of
the same sentence was found. ``رصدت القوات مسلحين أثناء محاولتهم التسلل``: who tries is the one spoken of last.
"""

from __future__ import annotations

from collections.abc import Callable

from waqai.frame.frames import Frame
from waqai.frame.governed import cannot_act, is_object, is_passive, prep_of, worked_for
from waqai.frame.scene import Lines, Scene
from waqai.frame.victims import accusative
from waqai.model import ActorMention, EventType, WordMention
from waqai.resources.wordsets import wordset

_PARTY = frozenset(("armed_group", "militia", "state_force", "international", "tribe", "unknown", "crime", "coalition"))
_SAID = frozenset(("agent:by-phrase", "agent:claims", "agent:accused", "agent:share", "agent:between"))
_ACTS = frozenset(
    ("kill", "assassinate", "execute", "abduct", "arrest", "seize-persons", "attack", "target", "shell", "air", "airmeans", "shoot", "raid",
     "storm", "burn", "loot", "seize", "explode", "destroy")
)  # fmt: skip
_BEHIND = frozenset(
    ("attack", "target", "shell", "air", "airmeans", "shoot", "raid", "storm", "burn", "loot", "abduct", "arrest", "assassinate")
)
_FALLING = frozenset((EventType.SHELLING, EventType.AIRSTRIKE))
_FALLS = frozenset(("shell", "airmeans"))
_OWNER = 16  # tokens behind a projectile in which its owner may be told
_GUNS = frozenset(("aircraft", "artillery"))
_OWN_OBJECT = ("ه", "ها", "هم", "هما", "وا")
_HARM = frozenset(("kill", "assassinate", "execute", "abduct"))
_OBJECT = 4  # tokens from a verb of harm to its object
_GOVERNED = 14  # tokens from a verb to the deed it governs
_BLAMED = 12  # tokens from the deed to whom it is attributed
_BLAMES = 8  # tokens from the verb of attributing to the deed behind it
_LAID = 12  # tokens from a blast to the verb of laying the device
_ON_MANY = frozenset((EventType.ATTACK, EventType.AIRSTRIKE, EventType.SHELLING, EventType.SUICIDE_BOMBING, EventType.IED))
_ON_OBJECTS = frozenset(("attack", "target", "shell", "storm", "raid"))
_HIT = _PARTY | {"ministry", "officials", "civilians"}
_CARRIED = frozenset(("attack", "op", "raid", "air", "shell", "storm", "incursion"))
_CARRIES = 7  # tokens from a verb of carrying out to the deed
_TRIES = 3  # tokens between the one spoken of and ``محاولتهم``


def nobody_fired(scene: Scene, f: Frame) -> None:
    """``سقطت قذيفة على منزل``: it is nobody's whom only another sentence or the one who tells of it names (codebook 5.2)."""
    a = f.perpetrator
    if a is None or f.aggregate or f.event_type not in _FALLING or not f.perpetrator_rule.startswith("perpetrator:"):
        return
    falls = wordset("falls")
    for w in f.triggers:
        if w.form in ("past", "present", "passive"):
            fired_from = w.last < len(scene.words) and scene.words[w.last] == "من"  # ``صاروخ أُطلق من لبنان``
            if scene.cls(w) in _BEHIND and scene.words[w.first] not in falls and not fired_from:
                return
            continue
        if scene.cls(w) not in _FALLS or falls.isdisjoint(scene.words[max(0, w.first - 3) : w.last + 5]):
            continue
        if (
            scene.owner[a.first] != scene.owner[w.first]
            or a.last <= w.first
            or a.first - w.last > _OWNER
            or scene.before(a.first) in wordset("leaving")
        ):
            f.perpetrator, f.perpetrator_rule = None, "perpetrator:just-falls"
            hurt = next((t.who for t in f.tolls.values() if t.who is not None and t.who.name_en == a.name_en), None)
            if f.target is None and hurt is not None:  # ``قال الجيش إن صاروخاً سقط وأصيب جنديان``
                f.target, f.target_rule = hurt, "target:hurt"
        return


def settle_subject(scene: Scene, f: Frame) -> None:
    """Set the perpetrator of a ranked frame to the subject at its verb.

    Args:
        scene: the document.
        f: the ranked frame.
    """
    if f.aggregate and f.event_type in _ON_MANY and scene.holds("attributed"):
        _laid_on(scene, f)
    said = f.perpetrator_rule in _SAID or f.perpetrator_rule == "perpetrator:guns-of-nobody"
    if f.aggregate or said or f.event_type in (EventType.PRISON_BREAK, EventType.PROTEST):
        return
    for w in f.triggers:
        if scene.owner[w.first] < 0:
            continue
        ln = scene.lines[scene.owner[w.first]]
        for look in _LOOKS:
            a = look(scene, ln, f, w)
            if a is not None:
                if look is _did_that and f.target is not None and f.target.name_en == a.name_en:
                    f.target, f.target_rule = None, ""
                _put(scene, ln, f, w, a)
                return


def _laid_on(scene: Scene, f: Frame) -> None:
    """``قُتل خمسة جنود في هجومين نُسبا إلى الحركة``: several deeds laid at one door."""
    for w in f.triggers:
        a = _attributed(scene, scene.lines[scene.owner[w.first]], f, w) if scene.owner[w.first] >= 0 else None
        if a is None or not wordset("most-of-them").isdisjoint(scene.words[w.last : a.first]):
            continue  # ``هجمات نُسب معظمها إلى``
        if f.target is not None and f.target.name_en == a.name_en:
            hurt = next((t.who for t in f.tolls.values() if t.who is not None and t.who.name_en not in (None, a.name_en)), None)
            f.target, f.target_rule = hurt, "target:victims" if hurt is not None else ""
        f.perpetrator, f.perpetrator_rule = a, "agent:attributed"
        return


def _put(scene: Scene, ln: Lines, f: Frame, w: WordMention, a: ActorMention) -> None:
    """Make it the perpetrator; who was taken for it is the other side."""
    if f.perpetrator is not None and f.perpetrator.name_en == a.name_en:
        return
    was = f.perpetrator
    f.perpetrator, f.perpetrator_rule = a, "agent:own-subject"
    objects = w.form == "masdar" or (a.last <= w.first and was is not None and not prep_of(scene, was))  # ``تستهدف آلية للتنظيم``
    if f.target is None and was is not None and objects and 0 <= was.first - w.last <= _OBJECT:
        f.target, f.target_rule = was, "target:other-side"  # ``ردّت الفصائل باستهداف غرفة عمليات لقوات النظام``
    if f.target is None or f.target.name_en != a.name_en:
        return
    if was is None and a.last <= w.first:  # ``رصدت القوات مسلحين أثناء محاولتهم``
        was = next((b for b in ln.actors if b.last <= a.first and b.name_en != a.name_en and _can(scene, f, b)), None)
    f.target, f.target_rule = was, "target:other-side" if was is not None else ""


def _can(scene: Scene, f: Frame, a: ActorMention) -> bool:
    if a.name_en is None or a.category not in _PARTY or cannot_act(a) or prep_of(scene, a) or worked_for(scene, a):
        return False
    return not any(t.who is not None and t.who.first == a.first for t in f.tolls.values())


def _topic(scene: Scene, ln: Lines, f: Frame, w: WordMention) -> ActorMention | None:
    """The party right before an active verb, at the head of its clause."""
    lays_hold = w.form == "phrase" and scene.words[w.first] in wordset("lays-hold")  # ``القوات تلقي القبض على``
    if not (lays_hold or w.form in ("past", "present")) or w.prefix or scene.cls(w) not in _ACTS or is_passive(scene, w):
        return None
    if scene.cls(w) == "explode" and scene.entry(w).id != "detonate":
        return None
    a = next((a for a in ln.actors if _ends_at(scene, a, w.first)), None)
    if a is None or not _can(scene, f, a):
        return None
    never_hit = a.category in ("unknown", "crime")  # ``مسلحون مجهولون قد خطفوا``
    if scene.cls(w) in _HARM and not never_hit and not w.text.endswith(_OWN_OBJECT[:4]) and not _has_object(scene, ln, w, a):
        return None  # ``جنديان قتلا في كمين``
    i = a.first - 1
    while i >= ln.sentence.first and scene.words[i] == '"':
        i -= 1
    was = scene.words[w.first - 1] == "قد" and scene.words[i] in wordset("had-been")  # ``وكان مسلحون قد خطفوا``
    heads = was or i < ln.sentence.first or scene.words[i] in wordset("that") or scene.words[i] in wordset("clause-marks")
    return a if heads else None


def _has_object(scene: Scene, ln: Lines, w: WordMention, a: ActorMention) -> bool:
    """Somebody stands behind the verb, with nothing that governs him."""
    if a.number is not None:
        return False
    if w.last < len(scene.words) and accusative(scene, w.last):
        return True  # ``جندي يقتل فلسطينياً``
    near = (b for b in ln.actors if 0 <= b.first - w.last <= _OBJECT)
    if any(not prep_of(scene, b) and not any(w.last <= x.first < b.first for x in ln.triggers) for b in near):
        return True  # not ``يقتل بغارة أمريكية``
    counted = (n for n in ln.numbers if 0 <= n.first - w.last <= 1)
    return any(not any(w.last <= x.first < n.first for x in ln.triggers) for n in counted)  # not ``قتل وأصيب اثنان``


def _ends_at(scene: Scene, a: ActorMention, i: int) -> bool:
    return a.last == i or (a.last == i - 1 and scene.words[a.last] in ('"', "قد"))


def _behind(scene: Scene, ln: Lines, f: Frame, w: WordMention) -> ActorMention | None:
    """The party right behind an active verb; of the others only one of another sentence gives way to it."""
    if f.perpetrator is not None and scene.owner[f.perpetrator.first] == scene.owner[w.first]:
        return None
    if w.form not in ("past", "present") or scene.cls(w) not in _BEHIND or is_passive(scene, w) or w.text.endswith(_OWN_OBJECT):
        return None
    a = next((a for a in ln.actors if a.first == w.last), None)
    if a is None or a.number is not None or not _can(scene, f, a) or scene.entry(w).id == "fall-captive":
        return None
    if scene.words[a.first].endswith("ين") and not scene.words[a.first].startswith("ال"):
        return None  # ``هجوم يستهدف شرطيين``
    if scene.words[w.first - 1] in wordset("that-which") and any(x.last == w.first - 1 and x.form == "masdar" for x in ln.triggers):
        if f.target is None:  # ``الهجوم الذي استهدف عناصر الحشد``
            f.target, f.target_rule = a, "target:of-the-attack"
        return None
    return None if is_object(a) and not any(k == "object" and v in _GUNS for k, v in a.attrs) else a


def _manages(scene: Scene, ln: Lines, f: Frame, w: WordMention) -> ActorMention | None:
    """``تمكنت قوة من الجيش من قتل إرهابيين``, ``أقدم مسلحون على إحراق``: the subject of the verb that governs the deed."""
    words = scene.words
    if w.form != "masdar" or scene.cls(w) not in _ACTS:
        return None
    verbs = wordset("control-verbs")
    if not (w.prefix.endswith("ب") or (w.first and (words[w.first - 1] in ("من", "علي", "في") or words[w.first - 1] in verbs))):
        return None
    answers = wordset("answering-verbs") if w.prefix.endswith("ب") else frozenset()
    for i in range(w.first - 1, max(ln.sentence.first, w.first - _GOVERNED) - 1, -1):
        if words[i] in (".", ";", ":"):
            return None
        if words[i] in answers:  # ``وردّت فصائل "الفتح المبين" باستهداف``
            a = next((a for a in ln.actors if 0 < a.first - i <= 4 and not prep_of(scene, a)), None)
            return a if a is not None and a.last < w.first + 1 and _can(scene, f, a) else None
        if words[i] in verbs:
            a = next((a for a in ln.actors if a.first == i + 1), None)
            if a is None:  # ``أن مجموعة من الفلول أقدمت على استهداف عنصرين``
                a = next((a for a in ln.actors if a.last == i and scene.words[a.first - 1] in wordset("that")), None)
            return a if a is not None and a.last < w.first and _can(scene, f, a) else None
    return None


def _bomber(scene: Scene, ln: Lines, f: Frame, w: WordMention) -> ActorMention | None:
    """``سيارة مفخخة يقودها انتحاري من الحركة``: whose the bomber was."""
    if f.event_type is not EventType.SUICIDE_BOMBING:
        return None
    bombers = wordset("bombers")
    named = (a for a in ln.actors if a.last - a.first > 1 and scene.words[a.first] in bombers)
    return next((a for a in named if a.category in _PARTY and a.category != "unknown" and a.name_en is not None), None)


def _tries(scene: Scene, ln: Lines, f: Frame, w: WordMention) -> ActorMention | None:
    """``رصدت القوات عناصر في أثناء محاولتهم التسلل``."""
    words = scene.words
    if w.first <= ln.sentence.first or words[w.first - 1] not in wordset("their-attempt"):
        return None
    return next(
        (a for a in reversed(ln.actors) if 0 <= w.first - 1 - a.last <= _TRIES and a.category in _PARTY and a.name_en is not None), None
    )


def _holds(scene: Scene, ln: Lines, f: Frame, w: WordMention) -> ActorMention | None:
    """``احتجز حاجز للهيئة مهربين``, ``أوقفت نقطة تفتيش للجيش``: a post whose men hold somebody."""
    p = f.perpetrator
    if f.event_type not in (EventType.ARREST, EventType.ABDUCTION):
        return None
    if p is not None and p.category != "civilians" and scene.owner[p.first] == scene.owner[w.first]:
        return None
    if w.form != "past" or scene.cls(w) not in ("arrest", "seize-persons", "abduct") or is_passive(scene, w):
        return None
    a = next((a for a in ln.actors if a.first == w.last), None)
    if a is None or a.name_en is None or a.category not in _PARTY or prep_of(scene, a) or ("object", "post") not in a.attrs:
        return None
    return a


def _laid(scene: Scene, ln: Lines, f: Frame, w: WordMention) -> ActorMention | None:
    """``انفجرت عبوة كانت قواتنا قد وضعتها``: who laid the device, told before the verb."""
    if f.event_type is not EventType.IED:
        return None
    words, laid = scene.words, wordset("laid-it")
    if laid.isdisjoint(words[w.last : w.last + _LAID]):
        return None
    for i in range(w.last, min(w.last + _LAID, ln.sentence.last)):
        if words[i] in laid:
            return next((a for a in reversed(ln.actors) if 0 <= i - a.last <= 1 and a.name_en is not None and a.category in _PARTY), None)
    return None


def _attributed(scene: Scene, ln: Lines, f: Frame, w: WordMention) -> ActorMention | None:
    """``كمين نُسب إلى مسلحين``, ``هجوم نسبه الجيش إلى التنظيم``: at whose door the deed is laid."""
    words, at = scene.words, wordset("attributed")
    if not at.isdisjoint(words[max(ln.sentence.first, w.first - _BLAMES) : w.first]) and w.form == "masdar":
        blamed = _attributed_to(scene, ln, w)  # ``نُسب مقتل ثلاثة مدنيين إلى طائرات التحالف``
        if blamed is not None:
            return blamed
    if at.isdisjoint(words[w.last : w.last + _BLAMED]):
        return None
    for i in range(w.last, min(w.last + _BLAMED, ln.sentence.last - 1)):
        if words[i] in at and words[i - 1] not in wordset("negation"):
            if any(w.last < x.first < i and x.form == "masdar" for x in ln.triggers):
                return None
            to = next((k for k in range(i + 1, min(i + 6, ln.sentence.last)) if words[k] == "الي"), ln.sentence.last)
            return next((a for a in ln.actors if 0 < a.first - to <= 2 and a.category in _PARTY and a.name_en is not None), None)
        if words[i] in (".", ";", ":"):
            break
    return None


def _attributed_to(scene: Scene, ln: Lines, w: WordMention) -> ActorMention | None:
    """The party behind ``إلى`` when the verb of attributing stands before the deed."""
    words = scene.words
    at = max(i for i in range(max(ln.sentence.first, w.first - _BLAMES), w.first) if words[i] in wordset("attributed"))
    if words[at - 1] in wordset("negation") or any(words[i] in (".", ";", ":") for i in range(at, w.first)):
        return None
    if words[at + 1] == "الي":  # ``ونسب التقرير إلى التنظيم قتل 28``
        return next((a for a in ln.actors if a.first == at + 2 and a.category in _PARTY and a.name_en is not None), None)
    for i in range(w.last, min(w.last + _BLAMED, ln.sentence.last - 1)):
        if words[i] in (".", ";", ":") or any(x.first == i and x.form in ("past", "present", "passive") for x in ln.triggers):
            return None
        if words[i] == "الي":
            a = next((a for a in ln.actors if 0 < a.first - i <= 2), None)
            if a is not None and a.category in _PARTY and a.name_en is not None:
                return a
    return None


def _did_that(scene: Scene, ln: Lines, f: Frame, w: WordMention) -> ActorMention | None:
    """``بكمين قالت إن مجموعات خارجة عن القانون نفذته``: the party right before a verb that takes the deed up."""
    words, did = scene.words, wordset("did-that")
    end = min(w.last + _BLAMED, ln.sentence.last)
    if did.isdisjoint(words[w.last : end]):
        return None
    at = next(i for i in range(w.last, end) if words[i] in did)
    return next((a for a in ln.actors if a.last == at and _can(scene, f, a)), None)


def _with_object(scene: Scene, ln: Lines, f: Frame, w: WordMention) -> ActorMention | None:
    """``هاجم مسلحون مفرزة الأمن العسكري``: verb, subject, object in a row; the object was hit."""
    if w.form != "past" or scene.cls(w) not in _ON_OBJECTS or is_passive(scene, w) or w.text.endswith(_OWN_OBJECT):
        return None
    a = next((a for a in ln.actors if a.first == w.last), None)
    if a is None or a.number is not None or is_object(a) or not _can(scene, f, a):
        return None
    b = next((b for b in ln.actors if b.first == a.last), None)
    if b is None or b.name_en in (None, a.name_en) or b.category not in _HIT or prep_of(scene, b) or scene.words[b.first].startswith("و"):
        return None
    if f.target is None or f.target.name_en == a.name_en:
        f.target, f.target_rule = b, "target:behind-subject"
    return a


def _carries_out(scene: Scene, ln: Lines, f: Frame, w: WordMention) -> ActorMention | None:
    """``نفّذت قواتنا ليلة أمس عملية ضد نقطة لهم``: the party between a verb of carrying out and the deed it has for its object."""
    words = scene.words
    if w is not f.main or w.form not in ("masdar", "phrase") or w.prefix or scene.cls(w) not in _CARRIED:
        return None
    for i in range(w.first - 2, max(ln.sentence.first, w.first - _CARRIES) - 1, -1):
        if words[i] in (".", ";", ":") or words[i] in wordset("that"):
            return None
        if words[i].lstrip("وف") in wordset("carries-out"):
            a = next((a for a in ln.actors if a.first == i + 1 and a.last <= w.first), None)
            return a if a is not None and a.number is None and _can(scene, f, a) and not prep_of(scene, a) else None
    return None


_LOOKS: tuple[Callable[[Scene, Lines, Frame, WordMention], ActorMention | None], ...] = (
    _attributed, _did_that, _with_object, _carries_out, _topic, _manages, _bomber, _behind, _holds, _laid, _tries
)  # fmt: skip
