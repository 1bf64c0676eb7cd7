"""What plain grammar says of the sides, whatever the ranking chose.

``خطفه مسلحون``: behind a verb that has its object, the noun is who did it. ``أطلق مسلحون النار``: the noun right behind an active verb did
it. ``صدّت الشرطة هجوماً``: who repels was attacked. ``بعد انسحاب X``: who leaves a place that changes hands lost it.
``قاعدة تضم قوات أميركية``: who is inside was hit. ``ردّ X بقصف``: the answer is for the other side.
"""

from __future__ import annotations

from waqai.frame.conventions import as_gunmen
from waqai.frame.frames import Frame
from waqai.frame.governed import cannot_act, is_passive, prep_of
from waqai.frame.scene import Lines, Scene
from waqai.frame.victims import accusative, object_of
from waqai.model import ActorMention, EventType, Span, WordMention
from waqai.resources.wordsets import wordset

_PARTY = frozenset(("armed_group", "militia", "state_force", "international", "tribe", "unknown", "crime", "coalition"))
_SUFFIX = ("ه", "ها", "هم", "هما", "هن", "ني")
_HARM = frozenset(("kill", "injure", "assassinate", "execute", "arrest", "seize-persons", "abduct"))
_STRUCK = frozenset(
    (EventType.ATTACK, EventType.SHELLING, EventType.AIRSTRIKE, EventType.IED, EventType.VEHICLE_BOMB, EventType.SUICIDE_BOMBING)
)
_FOUGHT = frozenset((*_STRUCK, EventType.ARMED_CLASH))
_ONE_SIDED = frozenset(
    (EventType.ATTACK, EventType.SHELLING, EventType.ASSASSINATION, EventType.EXECUTION, EventType.ABDUCTION, EventType.LOOTING)
)
_DONE = frozenset((*_ONE_SIDED, EventType.AIRSTRIKE))
_BY_HAND = frozenset(
    (EventType.ARREST, EventType.ABDUCTION, EventType.EXECUTION, EventType.ASSASSINATION, EventType.ATTACK, EventType.RAID)
)
_TAKES = frozenset(("kill", "neutralise", "arrest", "seize-persons"))
_DONE_BY = frozenset(("attack", "air", "shell", "storm", "suicide", "shoot", "ambush"))
_TANWIN = "\u064b"
_GUNS = frozenset(("armour", "aircraft", "artillery"))
_AT_IT = frozenset(("له", "لها", "لهم", "لهما"))
_PASSED = 2  # tokens between a verb and its object: ``خلالها``
_NEAR = 8  # tokens from a topic to the verb that repels
_ATTACKER = 10  # tokens from the verb that repels to the attacker
_PLACE = 12  # tokens from the blow to what is told of the place hit
_COUNTED = 3  # tokens from a noun of harm to its counted object
_HELP = 4  # tokens from a word of support to who gives it
_INSIDE = 3  # tokens from a word of hosting to who is inside


def settle_plainly(scene: Scene, f: Frame, before: Frame | None) -> None:
    """Set the sides of a ranked frame that the grammar leaves no choice about.

    Args:
        scene: the document.
        f: the ranked frame.
        before: the frame told before it; ``None`` for the first.
    """
    if f.aggregate:
        return
    _named_behind_its_object(scene, f)
    _named_before_its_object(scene, f)
    _repels(scene, f)
    _nameless(scene, f)
    _fires(scene, f)
    _of_noun(scene, f)
    _object_of_verb(scene, f)
    _inside(scene, f)
    _answers(scene, f, before)
    _leaves(scene, f)
    _object_of_noun(scene, f)


def _is_named_party(a: ActorMention) -> bool:
    return a.name_en is not None and a.form != "pronoun" and a.category in _PARTY


def _subject_at(scene: Scene, ln: Lines, i: int) -> ActorMention | None:
    """A party that begins at token ``i`` and is governed by nothing."""
    a = next((a for a in ln.actors if a.first == i), None)
    if a is None or not _is_named_party(a) or cannot_act(a) or prep_of(scene, a):
        return None
    return a


def _active(scene: Scene, f: Frame) -> list[tuple[Lines, WordMention]]:
    """The active past verbs of a frame, with their lines."""
    return [
        (scene.lines[scene.owner[w.first]], w)
        for w in f.triggers
        if w.form == "past" and scene.owner[w.first] >= 0 and not is_passive(scene, w)
    ]


def _named_behind_its_object(scene: Scene, f: Frame) -> None:
    if f.event_type not in _BY_HAND:
        return
    for ln, w in _active(scene, f):
        if scene.cls(w) not in _HARM or not w.text.endswith(_SUFFIX) or not any(a.first == w.last for a in ln.actors):
            continue
        a = _subject_at(scene, ln, w.last)
        if a is None or a.number is not None:
            continue
        if f.perpetrator is None or f.perpetrator.first != a.first:
            f.perpetrator, f.perpetrator_rule = a, "agent:behind-its-object"
        if f.target is not None and f.target.first == a.first:
            hit = [
                b for b in ln.actors if b.last <= w.first and b.name_en not in (None, a.name_en) and b.category not in ("source", "media")
            ]
            f.target, f.target_rule = (hit[-1], "target:before-its-verb") if hit else (None, "")
        return


def _named_before_its_object(scene: Scene, f: Frame) -> None:
    """``اغتال قناص من جيش الاحتلال الشاب``, ``قتلت مسيّرة أميركية قيادياً``: between a verb of harm and its object stands who did it."""
    if f.event_type not in _BY_HAND and f.event_type is not EventType.AIRSTRIKE:
        return
    for ln, w in _active(scene, f):
        if scene.cls(w) not in _HARM or w.text.endswith(_SUFFIX):
            continue
        a = _subject_at(scene, ln, w.last)
        if a is None or a.number is not None or (f.perpetrator is not None and f.perpetrator.name_en == a.name_en):
            continue
        if f.perpetrator_rule == "agent:claims" and a.category == "unknown":
            continue  # ``اغتال مسلحون … وتبنى التنظيم الاغتيال``
        at = object_of(scene, ln, w, ln.sentence.last)
        if at is None:
            continue
        f.perpetrator, f.perpetrator_rule = a, "agent:before-its-object"
        if f.target is not None and f.target.name_en == a.name_en:
            hit = next((b for b in ln.actors if b.first <= at < b.last and b.name_en not in (None, a.name_en)), None)
            f.target, f.target_rule = hit, "target:object" if hit is not None else ""
        return


def _nameless(scene: Scene, f: Frame) -> None:
    """``أطلق مطلوبون النار على دورية``: persons of no party right behind an active verb of attack did it."""
    if f.event_type not in _ONE_SIDED:
        return
    for ln, w in _active(scene, f):
        fires = scene.cls(w) == "attack" or scene.entry(w).id in ("fire-open", "fire-at", "attack-verb")
        if not fires or w.last >= ln.sentence.last or scene.words[w.last] not in wordset("men-who-fire"):
            continue
        a = next((x for x in ln.actors if x.first == w.last and x.name_en is None), None)
        if a is None:
            continue
        was = f.perpetrator
        f.perpetrator, f.perpetrator_rule = as_gunmen(a), "agent:nameless"
        if f.target is None and was is not None and was.first > a.first:
            f.target, f.target_rule = was, "target:other-side"
        return


def _fires(scene: Scene, f: Frame) -> None:
    if f.perpetrator is not None or f.event_type not in _ONE_SIDED:
        return
    for ln, w in _active(scene, f):
        if scene.cls(w) != "attack" and scene.entry(w).id not in ("fire-open", "fire-at", "attack-verb"):
            continue
        a = _subject_at(scene, ln, w.last)
        if a is not None and (f.target is None or a.name_en != f.target.name_en):
            f.perpetrator, f.perpetrator_rule = a, "agent:behind-active-verb"
            return


def _of_noun(scene: Scene, f: Frame) -> None:
    """``في كمين لمسلحين``, ``بقصف دبابة إسرائيلية``: a noun of attack is the party's whose ``ل`` or gun stands right behind."""
    if f.perpetrator is not None or f.event_type not in _DONE:
        return
    for w in f.triggers:
        if w.form != "masdar" or scene.cls(w) not in _DONE_BY or scene.owner[w.first] < 0:
            continue
        if scene.before(w.first) == "علي":
            continue  # ``هجوم على كمين للشرطة``: a post
        for a in scene.lines[scene.owner[w.first]].actors:
            if a.first != w.last or not _is_named_party(a):
                continue
            thing = next((v for k, v in a.attrs if k == "object"), "")
            own = prep_of(scene, a) in ("", "ل") and thing in _GUNS if thing else prep_of(scene, a) == "ل"
            if own and f.target is not None and f.target.first == a.first and scene.words[a.last : a.last + 1] == ["علي"]:
                f.target, f.target_rule = None, ""  # ``بدانة للدعم السريع على حي``
            if own and (f.target is None or f.target.name_en != a.name_en):
                f.perpetrator, f.perpetrator_rule = a, "agent:of-noun"
                return


def _object_of_verb(scene: Scene, f: Frame) -> None:
    """``نفّذت قسد عملية اعتقلت خلالها قيادياً في داعش``: an accusative is no subject, whoever it names."""
    for ln, w in _active(scene, f):
        if scene.cls(w) not in _HARM:
            continue
        a = next((a for a in ln.actors if w.last <= a.first <= w.last + _PASSED), None)
        if a is None or a.name_en is None or a.category not in _PARTY or prep_of(scene, a) or not _accusative(scene, a):
            continue
        if f.perpetrator is None or f.perpetrator.first != a.first:
            if f.target is None and f.perpetrator is not None and f.perpetrator.name_en != a.name_en:
                f.target, f.target_rule = a, "target:accusative"
            continue
        other = f.target if f.target is not None and f.target.category in _PARTY and f.target.name_en != a.name_en else None
        if other is None:  # the subject of the sentence goes on
            first = [b for b in ln.actors if b.last <= w.first and _subject_at(scene, ln, b.first) is b and b.name_en != a.name_en]
            other = first[0] if first else None
        f.perpetrator, f.perpetrator_rule = other, "agent:not-the-object" if other is not None else ""
        f.target, f.target_rule = a, "target:accusative"
        return


def _accusative(scene: Scene, a: ActorMention) -> bool:
    """``قيادياً``, ``عنصرا من``: with its tanwin, or with a preposition behind it, which no dual in construct has."""
    if accusative(scene, a.first):
        return True
    word, token = scene.words[a.first], scene.tokens[a.first]
    if a.form != "described" or not word.endswith("ا") or word.startswith("ال") or word.endswith(("وا", "نا", "ها", "هما")):
        return False
    told = scene.doc.text.slice(Span(token.start, min(token.end + 1, a.span.end)))
    return _TANWIN in told or (a.first + 1 < len(scene.words) and scene.words[a.first + 1] in wordset("prepositions"))


def _repels(scene: Scene, f: Frame) -> None:
    if f.event_type not in _FOUGHT:
        return
    for ln, w in _active(scene, f):
        if scene.cls(w) != "repel" and not (scene.cls(w) == "foil" and f.event_type is EventType.ATTACK):
            continue
        pointing = w.last < ln.sentence.last and scene.words[w.last] in _AT_IT
        s = _subject_at(scene, ln, w.last + 1 if pointing else w.last)
        if s is None and not pointing and w.text.endswith(("ت", "وا")) and not w.prefix:
            topic = [a for a in ln.actors if a.last <= w.first and w.first - a.last <= _NEAR and _subject_at(scene, ln, a.first) is a]
            s = topic[-1] if topic and not any(x.first >= topic[-1].last and x.last <= w.first for x in f.triggers) else None
            if len(topic) > 1 and s is topic[-1] and topic[-2].last == s.first and s.text.startswith("و"):
                s = topic[-2]  # ``الجيش والقبائل صدوا``: the first named
        if s is None or s.category == "unknown" or scene.words[w.first - 1] in wordset("done-light"):
            continue  # ``تم صد المهاجمين``: those behind the noun were repelled
        if f.perpetrator is not None and f.perpetrator.name_en == s.name_en:
            other = _attacker(scene, ln, w, s)
            if other is None and s.form == "definite":
                continue  # ``القوات تصدت للهجوم``: not the forces of those told to have attacked
            f.perpetrator, f.perpetrator_rule = other, "agent:repelled" if other is not None else ""
            f.target, f.target_rule = s, "target:repels"
        elif f.target is None:
            f.target, f.target_rule = s, "target:repels"
        if f.perpetrator is None and (other := _attacker(scene, ln, w, s)) is not None:
            f.perpetrator, f.perpetrator_rule = other, "agent:repelled"
        return


def _attacker(scene: Scene, ln: Lines, w: WordMention, s: ActorMention) -> ActorMention | None:
    """``صدت الشرطة هجوماً لداعش``, ``هجوماً شنه مسلحون``: the first other party behind the repelled attack that is not where it went."""
    for a in ln.actors:
        if not max(w.last, s.last) <= a.first <= w.last + _ATTACKER or a.name_en in (None, s.name_en) or a.form == "pronoun":
            continue
        if a.category == "unknown" and scene.words[a.first].startswith("ال"):
            return None  # ``وكبدت المهاجمين خسائر``
        return a if a.category in _PARTY and not cannot_act(a) and prep_of(scene, a) in ("", "ل", "من") else None
    return None


def _inside(scene: Scene, f: Frame) -> None:
    """``قاعدة تضم قوات أميركية``, ``مبنى يؤوي نازحين``, ``مواقع تسيطر عليها الحركة``."""
    described = f.event_type is EventType.SEIZURE_OF_TERRITORY and bool(f.classes & {"attack", "target"}) and f.target is None
    if f.event_type not in _STRUCK and not described:
        return
    hosting = wordset("hosting")
    for p in f.parts:
        ln = scene.lines[p.line]
        for i in range(p.main.last, min(ln.sentence.last, p.main.last + _PLACE)):
            held = i + 1 < ln.sentence.last and scene.words[i + 1] in ("عليها", "عليه") and scene.words[i] in wordset("holds-a-post")
            if described and not held:
                continue
            if not held and (scene.words[i] not in hosting or (i >= p.last and scene.words[i - 1] not in wordset("where-they-stand"))):
                continue
            a = next((a for a in ln.actors if 0 < a.first - i <= _INSIDE and a.name_en is not None and a.form != "pronoun"), None)
            if a is None or any(scene.words[k] in (".", ",", ";") for k in range(i, a.first)):
                continue
            if f.perpetrator is not None and f.perpetrator.first == a.first:
                f.perpetrator, f.perpetrator_rule = None, ""
            things = f.target is None or f.target.category == "property"
            things = things or (held and f.target is not None and f.target.last <= i and f.target.category == "state_force" and not f.tolls)
            if things and (f.perpetrator is None or f.perpetrator.name_en != a.name_en):
                f.target, f.target_rule = a, "target:inside"
                if described:  # ``هجوم على مواقع تسيطر عليها الحركة`` takes nothing yet
                    f.event_type = EventType.ATTACK
                return


def _lends(scene: Scene, a: ActorMention) -> bool:
    """``بغطاء جوي من طائرات التحالف``, ``بمساندة من الطيران``: who helped take the place lost nothing."""
    return not wordset("lends-support").isdisjoint(scene.words[max(0, a.first - _HELP) : a.first])


def _leaves(scene: Scene, f: Frame) -> None:
    """``سيطر X على البلدة بعد انسحاب Y منها``, ``وطرد Y منها``, ``من قبضة Y``."""
    if f.event_type is not EventType.SEIZURE_OF_TERRITORY or f.perpetrator is None:
        return
    near = (a for p in f.parts for a in scene.lines[p.line].actors if p.main.last <= a.first <= p.main.last + _PLACE)
    near = (a for a in near if scene.before(a.first) == "من" and not _lends(scene, a))
    lost = next((a for a in near if a.form != "pronoun" and a.category in _PARTY), None)
    if lost is not None and lost.name_en not in (None, f.perpetrator.name_en):  # ``استعادت القرية من الحركة``
        f.target, f.target_rule = lost, "target:taken-from"
    if f.target is not None:
        return
    leaving = wordset("leaving")
    for p in f.parts:
        ln = scene.lines[p.line]
        for b in ln.actors:  # ``سيطرت على الفاشر، آخر معاقل الجيش``
            held = b.first >= p.main.last and not wordset("strongholds").isdisjoint(scene.words[b.first - 1 : b.first + 1])
            if held and b.category in _PARTY and b.name_en not in (None, f.perpetrator.name_en):
                f.target, f.target_rule = b, "target:stronghold"
                return
        for i in range(p.main.last, ln.sentence.last - 1):
            if scene.words[i].removeprefix("و") not in leaving:
                continue
            a = next((a for a in ln.actors if 0 < a.first - i <= _INSIDE and a.name_en is not None and a.form != "pronoun"), None)
            if a is not None and a.category in _PARTY and a.name_en != f.perpetrator.name_en:
                f.target, f.target_rule = a, "target:left"
                return


def _object_of_noun(scene: Scene, f: Frame) -> None:
    """``تحييد عشرة إرهابيين``, ``القبض على خمسة مهربين``, ``قتل 15 مسلحاً``: whom a word of harm has, counted, right behind it."""
    if f.target is not None or f.event_type not in _BY_HAND:
        return
    for w in f.triggers:
        if scene.cls(w) not in _TAKES or scene.owner[w.first] < 0 or not (w.form == "past" or scene.words[w.first] in wordset("own-deeds")):
            continue
        ln = scene.lines[scene.owner[w.first]]
        a = next((a for a in ln.actors if 0 <= a.first - w.last <= _COUNTED), None)
        if a is None or not _is_named_party(a):
            continue
        gap = range(w.last, a.first)
        if w.form == "past" and not any(n.first in gap for n in ln.numbers):
            continue
        if not all(scene.words[i] == "علي" or any(n.first <= i < n.last for n in ln.numbers) for i in gap):
            continue
        if f.perpetrator is None or a.name_en != f.perpetrator.name_en:
            f.target, f.target_rule = a, "target:object-of-noun"
            return


def _answers(scene: Scene, f: Frame, before: Frame | None) -> None:
    """``ورد الجيش بقصف مواقعها``: who answers hits the side that hit it in the event told before."""
    if before is None or f.event_type not in _STRUCK or before.event_type not in _FOUGHT or f.perpetrator is None or f.target is not None:
        return
    if before.perpetrator is None or before.target is None or before.target.name_en != f.perpetrator.name_en:
        return
    answers = wordset("answering")
    for p in f.parts:
        lo = max(scene.lines[p.line].sentence.first, p.main.first - _NEAR)
        if any(scene.words[i] in answers for i in range(lo, p.main.first)):
            f.target, f.target_rule = before.perpetrator, "target:answered"
            return
