"""Whom an act is aimed at by its own words, where nobody was found: ``استهدف رتلاً للجيش``, ``تعرضت دورية لهجوم``, ``كمين لدورية``.

Fills a target that is missing or comes from another sentence. An accusative behind the verb is no subject: the one who did it is then
looked for before the verb (``اشتبك الجيش مع المسلحين واستهدف رتلاً لهم``).
"""

from __future__ import annotations

from waqai.frame.conventions import as_civilians
from waqai.frame.frames import Frame
from waqai.frame.governed import cannot_act, is_object, is_passive, prep_of
from waqai.frame.scene import Lines, Scene
from waqai.frame.things_hit import AIMS, name_owner, thing_hit
from waqai.frame.victims import accusative
from waqai.model import ActorMention, EventType, WordMention
from waqai.resources.wordsets import wordset

_FORCES = frozenset(("armed_group", "militia", "state_force", "international", "tribe", "coalition"))
_DOERS = _FORCES | {"ministry"}
_BEARS = frozenset((*_FORCES, "civilians", "officials", "media"))
_STRUCK = frozenset((EventType.ATTACK, EventType.SHELLING, EventType.AIRSTRIKE, EventType.IED))
_BREAKS = frozenset(("destroy", "shootdown"))
_TAKES = frozenset(("arrest", "seize-persons", "neutralise"))
_COUNTED = 6  # tokens from a word of taking to whom it takes
_HARMED = frozenset(("kill", "injure", "die"))
_OF_MANY = ("وا", "ا", "تا", "ن")
_GUNS = frozenset(("aircraft", "artillery"))
_SAID = frozenset(("agent:by-phrase", "agent:claims", "agent:accused", "agent:through"))
_REACH = 14  # tokens from a verb to what it is aimed at
_PERSONS = 8  # tokens from a verb to the persons it is aimed at
_UNDER = 16  # tokens from a verb of coming under to the attack
_STOP = frozenset((".", ";", ":", "!", "?"))


def settle_aim(scene: Scene, f: Frame, before: Frame | None) -> None:
    """Set the target of a ranked frame from the object of its verb or from who comes under it.

    Args:
        scene: the document.
        f: the ranked frame.
        before: the frame told before it, whose subject goes on; ``None`` for the first.
    """
    if _taken(scene, f, before) or f.aggregate:
        return
    _beside_the_doer(scene, f)
    _of_the_charge(scene, f)
    hit = f.perpetrator is not None and f.perpetrator_rule not in _SAID and _is_hit(scene, f, f.perpetrator)
    if f.event_type is EventType.LOOTING and f.target is None:
        name_owner(scene, f)
    if f.event_type not in _STRUCK and not hit:
        _sufferers(scene, f)
        return
    if _comes_under(scene, f) or _at_the_source(scene, f, before):
        return
    here = {p.line for p in f.parts}
    if not hit and f.target is not None and scene.owner[f.target.first] in here and f.target_rule != "target:persons" and not _is_doer(f):
        return
    for w in f.triggers:
        if scene.owner[w.first] < 0:
            continue
        ln = scene.lines[scene.owner[w.first]]
        a = _object(scene, ln, w) or (thing_hit(scene, ln, w, AIMS) if f.target is None else None)
        if a is None or a.name_en is None:
            continue
        if f.perpetrator is not None and f.perpetrator.first == a.first:
            if f.perpetrator_rule in _SAID:
                return
            doer = _subject_behind(scene, ln, w, a) or _subject_before(scene, ln, w, a, before)
            f.perpetrator, f.perpetrator_rule = doer, "agent:goes-on" if doer is not None else ""
        if f.perpetrator is None or f.perpetrator.name_en != a.name_en:
            f.target, f.target_rule = a, "target:aimed-at"
        return
    _sufferers(scene, f)


def _subject_behind(scene: Scene, ln: Lines, w: WordMention, hit: ActorMention) -> ActorMention | None:
    """``دهس مستوطن راعياً``: the party between an active verb and its object."""
    named = (b for b in ln.actors if b.first == w.last and b.last <= hit.first)
    return next((b for b in named if b.category in _DOERS and b.name_en not in (None, hit.name_en) and not prep_of(scene, b)), None)


def _subject_before(scene: Scene, ln: Lines, w: WordMention, hit: ActorMention, before: Frame | None) -> ActorMention | None:
    """Who the verb is told of: the doer of the act told before it in the sentence, else the last party before the verb."""
    if before is not None and before.perpetrator is not None and scene.owner[before.main.first] == scene.owner[w.first]:
        return before.perpetrator if before.perpetrator.name_en != hit.name_en else None
    named = (b for b in reversed(ln.actors) if b.last <= w.first and b.name_en not in (None, hit.name_en))
    return next((b for b in named if b.category in _DOERS and not cannot_act(b) and not prep_of(scene, b)), None)


def _is_hit(scene: Scene, f: Frame, a: ActorMention) -> bool:
    """The one taken for the doer is the object of a verb."""
    told = (w for w in f.triggers if scene.owner[w.first] >= 0 and w.last <= a.first)
    return any((b := _object(scene, scene.lines[scene.owner[w.first]], w)) is not None and b.first == a.first for w in told)


def _is_doer(f: Frame) -> bool:
    return f.perpetrator is not None and f.target is not None and f.perpetrator.name_en == f.target.name_en


def _bears(scene: Scene, a: ActorMention) -> bool:
    """Who can be struck: a party with its men and things, people; no school, no ``مجهولاً``."""
    return a.category in _BEARS and a.form != "pronoun" and (a.category != "civilians" or not is_object(a))


def _object(scene: Scene, ln: Lines, w: WordMention) -> ActorMention | None:
    """The first mention behind an active verb that no preposition governs and that is a thing hit or stands in the accusative."""
    if w.form not in ("past", "present") or scene.cls(w) not in AIMS or is_passive(scene, w):
        return None
    words = scene.words
    verbs = {x.first for x in ln.triggers if x.form in ("past", "present", "passive") and x.first != w.first}
    subject: ActorMention | None = None
    for a in ln.actors:
        if a.first < w.last:
            continue
        if a.first == w.last and a.category in _FORCES and not prep_of(scene, a):
            if w.text.endswith("وا"):
                return a  # ``مجهولين استهدفوا شرطياً``: the subject stands before a verb in the plural
            subject = a
        elif (
            subject is not None
            and a.first == subject.last
            and _bears(scene, a)
            and not prep_of(scene, a)
            and not words[a.first].startswith("و")
        ):
            return a  # ``استهدف طيران التحالف تعزيزات للحوثيين``
        if a.first - w.last > _REACH or any(words[i] in _STOP or i in verbs or words[i] in wordset("that") for i in range(w.last, a.first)):
            return None
        if (
            a.category == "unspecified"
            and not is_object(a)
            and accusative(scene, a.first)
            and not prep_of(scene, a)
            and a.first - w.last <= _PERSONS
        ):
            return as_civilians(a)  # ``هاجموا 75 شخصاً``
        if not _bears(scene, a) or prep_of(scene, a):
            continue
        broken = scene.cls(w) in _BREAKS
        thing = is_object(a) and (broken or not any(k == "object" and v in _GUNS for k, v in a.attrs))
        if accusative(scene, a.first) or (thing and (a.first > w.last or (broken and a.number is not None))):
            return a
    return None


def _beside_the_doer(scene: Scene, f: Frame) -> None:
    """``استعادت قوات الجيش ومقاتلو العشائر القرية``: who is joined to the doer is not hit."""
    p, t = f.perpetrator, f.target
    if p is None or t is None or t.first != p.last or f.event_type is EventType.ARMED_CLASH or f.target_rule == "target:exchanges":
        return
    if scene.words[t.first].startswith("و") and scene.proclitic(t).startswith("و"):
        f.target, f.target_rule = None, ""


def _of_the_charge(scene: Scene, f: Frame) -> None:
    """``اعتقلت أربعة متهمين بقتل ضابط``: whom those held are said to have killed is not whom they are."""
    t = f.target
    if t is None or f.event_type is not EventType.ARREST or wordset("charges").isdisjoint(scene.words[max(0, t.first - 3) : t.first]):
        return
    held = next((x.who for k, x in f.tolls.items() if k == "captured" and x.who is not None and x.who.first != t.first), None)
    f.target, f.target_rule = (
        (as_civilians(held), "target:persons") if held is not None and held.name_en is None else (held, "target:captured")
    )


def _takes_another(scene: Scene, ln: Lines, a: ActorMention) -> bool:
    """``اعتقال قوات النظام أربعة شبان``, ``اعتقال "قسد" لشابين``: whom the noun takes stands behind the party, which is its subject."""
    behind = a.last + (scene.words[a.last : a.last + 1] == ['"'])
    if any(n.first == behind and n.form not in ("ordinal", "vague") for n in ln.numbers):
        return True
    return any(x.first == behind and x.category in ("civilians", "unspecified", "officials") for x in ln.actors)


def _taken(scene: Scene, f: Frame, before: Frame | None) -> bool:
    """``القبض على ثلاثة من أفرادها``, ``حيّدت خمسة إرهابيين``, ``إسقاط طائرة تركية``: whom the word takes did not do it."""
    p = f.perpetrator
    if p is None or f.perpetrator_rule in _SAID or f.event_type is EventType.ARMED_CLASH:
        return False
    for w in f.triggers:
        cls = scene.cls(w)
        if scene.owner[w.first] < 0 or not (cls in _TAKES or (cls in _BREAKS and w.form == "masdar")) or is_passive(scene, w):
            continue
        ln = scene.lines[scene.owner[w.first]]
        a = next((a for a in ln.actors if w.last <= a.first <= w.last + _COUNTED), None)
        if a is None or a.name_en != p.name_en or ("deed", "1") in a.attrs:
            continue
        if w.form == "masdar" and a.first == w.last and scene.words[w.first - 1] == "في":
            return False  # ``وقوع ثلاثة جنود في أسر التنظيم``: in whose hands they are
        gap = [
            scene.words[i] for i in range(w.last, a.first) if scene.words[i] != '"' and not any(n.first <= i < n.last for n in ln.numbers)
        ]
        counted = a.number is not None or any(w.last <= n.first < a.first for n in ln.numbers)
        if not all(word in wordset("taken-through") for word in gap) or not (gap or counted or w.form == "masdar"):
            continue
        if not gap and not counted and _takes_another(scene, ln, a):
            return False
        f.perpetrator = _subject_before(scene, ln, w, a, before)
        f.perpetrator_rule = "agent:not-the-taken" if f.perpetrator is not None else ""
        f.target, f.target_rule = a, "target:taken"
        return True
    return False


def _comes_under(scene: Scene, f: Frame) -> bool:
    """Whoever comes under the attack is its target; the other party, behind ``من``, did it."""
    for w in f.triggers:
        a = _under(scene, scene.lines[scene.owner[w.first]], w) if scene.owner[w.first] >= 0 else None
        if a is None or a.name_en is None:
            continue
        if f.perpetrator is not None and f.perpetrator.name_en == a.name_en and f.perpetrator_rule not in _SAID:
            other = f.target if f.target is not None and f.target.name_en != a.name_en and prep_of(scene, f.target) == "من" else None
            f.perpetrator, f.perpetrator_rule = other, "agent:from" if other is not None else ""
        if f.perpetrator is None or f.perpetrator.name_en != a.name_en:
            f.target, f.target_rule = a, "target:comes-under"
        return True
    return False


def _at_the_source(scene: Scene, f: Frame, before: Frame | None) -> bool:
    """``ردت المدفعية على مصادر النيران``: whoever fired in the event told before, else the other party of the sentence."""
    if f.target is not None:
        return False
    at = wordset("fire-sources")
    for p in f.parts:
        words = scene.words
        i = next((i for i in range(p.first, p.last - 1) if words[i] in at and words[i + 1] in wordset("of-fire")), -1)
        if i < 0 or f.perpetrator is None:
            continue
        other = before.perpetrator if before is not None else None
        if other is None or other.category not in _FORCES or other.name_en == f.perpetrator.name_en:
            named = (a for a in scene.lines[p.line].actors if a.category in _FORCES and a.name_en not in (None, f.perpetrator.name_en))
            other = next((a for a in named if not prep_of(scene, a)), None)
        if other is not None:
            f.target, f.target_rule = other, "target:fired"
            return True
    return False


def _under(scene: Scene, ln: Lines, w: WordMention) -> ActorMention | None:
    """``تعرضت دورية لإطلاق نار``, ``إحدى دورياتها تعرضت ليلاً لهجوم``: the subject of the verb that has the attack behind ``ل``."""
    words, lo = scene.words, ln.sentence.first
    at = w.first
    if scene.cls(w) != "under":
        if not w.prefix.endswith("ل"):
            return None
        at = next((i for i in range(w.first - 1, max(lo, w.first - _UNDER) - 1, -1) if words[i] in wordset("comes-under")), -1)
        if at < 0:
            return None
    free = [a for a in ln.actors if a.category in _FORCES and (a.form != "pronoun" or a.attrs) and not prep_of(scene, a)]
    after = next((a for a in free if at < a.first <= max(w.first, at + 2)), None)
    if after is not None:
        return after
    own = (a for a in reversed(ln.actors) if a.category in _FORCES and not prep_of(scene, a))  # ``أن جنوده تعرضوا لإطلاق نار``
    return next((a for a in own if 0 <= at - a.last <= 1), None)


def _sufferers(scene: Scene, f: Frame) -> None:
    """``إن طفلين أصيبا``, ``أربعة جنود قتلوا``: who stands right before a verb of harm that agrees with them."""
    loser = _loser(scene, f)
    if loser is not None and f.perpetrator is not None and f.perpetrator.name_en == loser.name_en and f.perpetrator_rule not in _SAID:
        f.perpetrator, f.perpetrator_rule = None, ""
    if f.target is not None:
        return
    if loser is not None:
        f.target, f.target_rule = loser, "target:lost-its-own"
        return
    for w in f.triggers:
        if scene.cls(w) not in _HARMED or w.form not in ("past", "passive") or scene.owner[w.first] < 0 or w.prefix:
            continue
        if not w.text.endswith(_OF_MANY) and not is_passive(scene, w) and scene.cls(w) != "die":
            continue
        ln = scene.lines[scene.owner[w.first]]
        a = next((a for a in reversed(ln.actors) if a.last == w.first), None)
        if a is None or not _bears(scene, a) or prep_of(scene, a) or a.name_en is None:
            continue
        if f.perpetrator is not None and f.perpetrator.name_en == a.name_en:
            continue
        f.target, f.target_rule = a, "target:subject-of-harm"
        return


def _loser(scene: Scene, f: Frame) -> ActorMention | None:
    """``فقدت القوات ثلاث عربات في كمين``, ``نعى الحزب ثلاثة من عناصره``: a force that lost its own, told before what befell them."""
    lost, dead = wordset("undergo"), wordset("losses-of")
    for p in f.parts:
        for a in scene.lines[p.line].actors:  # ``قتلى وجرحى لميليشيا الحشد بقصف أميركي``
            told = p.first <= a.first < p.last and scene.words[a.first - 1] in dead and a.form != "pronoun"
            if told and a.category in _FORCES and a.name_en is not None and prep_of(scene, a) == "ل":
                return a
        if lost.isdisjoint(scene.words[p.first : p.main.first]):
            continue
        for a in scene.lines[p.line].actors:
            told = p.first <= a.first < p.main.first and a.form != "pronoun" and scene.words[a.first - 1] in lost
            if told and a.category in _FORCES and a.name_en is not None and not prep_of(scene, a):
                return a
    return None
