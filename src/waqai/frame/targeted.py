"""The party right behind a verbal noun: its object, or its subject when the noun has another object.

``استهداف دورية للشرطة بعبوة``: behind a noun of aiming the party named first is who was hit, when nothing else is. ``استهداف التنظيم
لدورية`` and ``خطف مسلحين ثلاثة تجار`` name another behind the party, which then did it.
"""

from __future__ import annotations

from waqai.frame.frames import Frame
from waqai.frame.governed import is_object, is_passive, prep_of
from waqai.frame.scene import Scene
from waqai.model import ActorMention
from waqai.resources.wordsets import wordset

_NOUNS = frozenset(("target", "destroy"))
_TAKES = frozenset(("kill", "arrest", "seize-persons", "abduct", "execute", "assassinate"))
_PARTY = frozenset(("armed_group", "militia", "state_force", "unknown", "crime", "tribe"))
_DEEDS = frozenset(("target", "attack", "storm", "shell", "destroy"))
_STRIKES = frozenset(("target", "attack", "shell", "air"))
_ON_ONE = frozenset(("sniper", "run-down", "ram", "stab"))
_GAP = 2  # tokens from the noun to the party: ``استهداف مواقع وآليات للجيش``


def settle_noun(scene: Scene, f: Frame) -> None:
    """Set the side of the party behind the verbal noun of a ranked frame."""
    _subject_of_noun(scene, f)
    _aircraft_strikes(scene, f)
    _subject_with_object(scene, f)
    _object_of_noun(scene, f)
    _attempt_on(scene, f)
    _was_aimed_at(scene, f)
    _fell_dead(scene, f)
    _at_his_home(scene, f)
    _is_killed(scene, f)


def _object_of_noun(scene: Scene, f: Frame) -> None:
    """``استهداف دورية للشرطة بعبوة``: who was taken for the doer was aimed at."""
    a = f.perpetrator
    if f.aggregate or f.target is not None or a is None or prep_of(scene, a) not in ("", "ل"):
        return
    for w in f.triggers:
        if w.form != "masdar" or scene.cls(w) not in _NOUNS or not 0 <= a.first - w.last <= _GAP or scene.words[w.first].startswith("ال"):
            continue
        if scene.words[w.last : a.first] == ["من", "قبل"]:
            return  # ``عقب استهدافه من قبل مسلحين``
        thing = is_object(a) and a.form == "described" and not _flies(a)  # ``استهداف دورية للأسايش قرب الدوار``
        by_means = _with_means(scene, f, a) and not (_flies(a) and scene.cls(w) != "destroy")
        if (thing or by_means) and not _has_object(scene, f, a):
            f.perpetrator, f.perpetrator_rule = None, ""
            f.target, f.target_rule = a, "target:aimed-at"
        return


def _attempt_on(scene: Scene, f: Frame) -> None:
    """``محاولة اغتيال ضابط في الجيش``: behind the noun stands whom they meant to kill, unless one is named behind them."""
    a = f.perpetrator
    if f.aggregate or a is None or prep_of(scene, a) not in ("", "ل"):
        return
    w = next((w for w in f.triggers if w.form in ("masdar", "phrase") and scene.cls(w) == "assassinate" and a.first >= w.last), None)
    # ``محاولة اغتيال إسرائيلية لقيادي``
    whose = f.target is not None and w is not None and w.last == f.target.first and f.target.last == a.first
    if (f.target is not None and not whose) or w is None or a.first - w.last > (prep_of(scene, a) == "ل") or _has_object(scene, f, a):
        return
    f.perpetrator, f.perpetrator_rule = (f.target, "agent:adjective") if whose else (None, "")
    f.target, f.target_rule = a, "target:attempt-on"


def _was_aimed_at(scene: Scene, f: Frame) -> None:
    """``استُهدف ضابط بالرصاص``: the subject of a passive, or of a verb that needs an object and has none but the means."""
    a = f.perpetrator
    if f.aggregate or f.target is not None or a is None:
        return
    w = next((w for w in f.triggers if w.last == a.first), None)
    if w is not None and scene.entry(w).id in _ON_ONE and a.form == "described" and not prep_of(scene, a) and not _has_object(scene, f, a):
        a = next((x for x in scene.lines[f.line].actors if x.first == a.first), a)
        f.perpetrator, f.perpetrator_rule = None, ""
        f.target, f.target_rule = a, "target:aimed-at"  # ``قنص شرطي``, ``دهس جندي بسيارة``
        return
    if w is None or scene.cls(w) != "target" or w.form not in ("past", "passive"):
        return
    if is_passive(scene, w) or "استُ" in w.text or (_means_behind(scene, f, a) and not _has_object(scene, f, a)):
        f.perpetrator, f.perpetrator_rule = None, ""
        f.target, f.target_rule = a, "target:aimed-at"


def _fell_dead(scene: Scene, f: Frame) -> None:
    """``سقط جندي قتيلاً بهجوم``, ``سقوط شرطي قتيلاً``: who stands between the falling and the dead was hit."""
    if f.aggregate or f.target is not None:
        return
    falls, dead = wordset("falls-dead"), wordset("fallen-dead")
    for part in f.parts:
        for a in scene.lines[part.line].actors:
            near = part.first <= a.first < part.last and a.name_en is not None and a.last < len(scene.words) and a.first > 0
            if near and scene.words[a.last] in dead and scene.words[a.first - 1].removeprefix("و") in falls:
                if f.perpetrator is not None and f.perpetrator.first == a.first:
                    f.perpetrator, f.perpetrator_rule = None, ""
                f.target, f.target_rule = a, "target:fell"
                return


def _at_his_home(scene: Scene, f: Frame) -> None:
    """``استهداف منزل ضابط بقنبلة``: whose home stands hit is no doer."""
    t, a = f.target, f.perpetrator
    if f.aggregate or t is None or a is None or t.category != "property" or a.first != t.last or a.form != "described" or prep_of(scene, a):
        return
    if not _has_object(scene, f, a):
        f.perpetrator, f.perpetrator_rule = None, ""
        f.target, f.target_rule = a, "target:whose-home"


def _is_killed(scene: Scene, f: Frame) -> None:
    """``قيادي في الهيئة يقتل بهجوم مسلح``: the subject of a verb of killing that has the means behind it and nobody as its object."""
    if f.aggregate or f.target is not None:
        return
    by = wordset("killed-by")
    for w in f.triggers:
        if scene.cls(w) != "kill" or w.form not in ("past", "present") or w.prefix or scene.owner[w.first] < 0:
            continue
        after = scene.words[w.last] if w.last < len(scene.words) else ""
        a = next((a for a in scene.lines[scene.owner[w.first]].actors if a.last == w.first and a.name_en is not None), None)
        if a is None or a.form != "described" or prep_of(scene, a) or not (after in by or (after.startswith("ب") and len(after) > 3)):
            continue
        if f.perpetrator is not None and f.perpetrator.first == a.first:
            f.perpetrator, f.perpetrator_rule = None, ""
        f.target, f.target_rule = a, "target:is-killed"
        return


def _means_behind(scene: Scene, f: Frame, a: ActorMention) -> bool:
    """A weapon or a shot with ب follows the party at once, and no noun that could be the object follows it (``بالمدفعية الأراضي``)."""
    ln, i, words = scene.lines[f.line], a.last, scene.words
    if i >= ln.sentence.last or not words[i].startswith("ب"):
        return False
    end = max((x.last for x in (*ln.weapons, *ln.triggers) if x.first == i), default=0)
    if not end:
        return False
    after = words[end] if end < ln.sentence.last else "."
    return not after[0].isalpha() or after.startswith("ب") or after in wordset("setting-prepositions") or after in wordset("only-near")


def _with_means(scene: Scene, f: Frame, a: ActorMention) -> bool:
    """``بعبوة``, ``بهجوم``, ``بصاروخ`` stands right behind the party."""
    i = a.last
    if i >= f.last or not scene.words[i].startswith("ب"):
        return False
    ln = scene.lines[f.line]
    return i in scene.means or any(x.first == i for x in (*ln.weapons, *ln.triggers))


def _has_object(scene: Scene, f: Frame, a: ActorMention) -> bool:
    """Another party, or a place without a preposition, follows the party."""
    ln = scene.lines[f.line]
    if any(a.last <= x.first < f.last and x.name_en is not None and prep_of(scene, x) in ("", "ل") for x in ln.actors):
        return True
    return any(a.last <= scene.place(k).first < f.last and not scene.place_prep(k) and scene.place(k).relation == "in" for k in ln.places)


def _subject_of_noun(scene: Scene, f: Frame) -> None:
    """``خطف مسلحين ثلاثة تجار``: the party right behind a noun of taking, with counted others behind it, is its subject."""
    w = f.main
    if f.perpetrator is not None or f.aggregate or w.form != "masdar" or scene.cls(w) not in _TAKES:
        return
    ln = scene.lines[f.line]
    a = next((a for a in ln.actors if a.first == _bare(scene, w.last)), None)
    if a is None or a.name_en is None or a.category not in _PARTY or prep_of(scene, a) != "":
        return
    behind = _bare(scene, a.last)
    others = any(n.first == behind and n.form in ("digits", "words") and n.noun is not None for n in ln.numbers)
    if others and (f.target is None or f.target.first != a.first):
        f.perpetrator, f.perpetrator_rule = a, "agent:subject-of-noun"


def _flies(a: ActorMention) -> bool:
    return ("object", "aircraft") in a.attrs and a.category == "state_force"


def _aircraft_strikes(scene: Scene, f: Frame) -> None:
    """``نتيجة قصف طائرة مسيرة تركية``: the aircraft of an army right behind a noun of striking is its subject."""
    if f.aggregate:
        return
    for w in f.triggers:
        if w.form != "masdar" or scene.cls(w) not in _STRIKES or scene.owner[w.first] < 0:
            continue
        a = next((a for a in scene.lines[scene.owner[w.first]].actors if a.first == _bare(scene, w.last)), None)
        if a is None or not _flies(a) or prep_of(scene, a) or (f.perpetrator is not None and f.perpetrator.name_en != a.name_en):
            continue
        f.perpetrator, f.perpetrator_rule = a, "agent:aircraft"
        if f.target is not None and f.target.name_en == a.name_en:
            f.target, f.target_rule = None, ""
        return


def _subject_with_object(scene: Scene, f: Frame) -> None:
    """``استهداف مجموعة مسلحة لدورية عسكرية``: the party between the noun and ``ل`` with a post, a vehicle or people did it."""
    if f.aggregate:
        return
    for w in f.triggers:
        deed = scene.cls(w) in _DEEDS or scene.entry(w).id == "detonate"
        if w.form != "masdar" or not deed or scene.words[w.first].startswith("ال"):
            continue
        ln = scene.lines[scene.owner[w.first]]
        a = next((a for a in ln.actors if a.first == _bare(scene, w.last)), None)
        if a is None or a.name_en is None or a.category not in _PARTY or prep_of(scene, a) or not scene.words[a.last : a.last + 1]:
            continue
        hit = next((x for x in ln.actors if x.first == _bare(scene, a.last) and prep_of(scene, x) == "ل"), None)
        if hit is None or hit.name_en == a.name_en or (hit.category in _PARTY and not hit.attrs):
            continue  # ``استهداف مواقع لداعش``: whose they were
        by = f.perpetrator
        tells = by is not None and by.last <= w.first and any(-1 <= by.first - s.last <= 1 for s in ln.speech)
        if by is not None and by.first not in (a.first, hit.first) and by.name_en != "unknown gunmen" and not tells:
            return
        if (f.target is not None and f.target.first == a.first) or (by is not None and by.first == hit.first):
            f.target, f.target_rule = (hit, "target:object-of-noun") if hit.name_en is not None else (None, "")
        f.perpetrator, f.perpetrator_rule = a, "agent:subject-of-noun"
        return


def _bare(scene: Scene, i: int) -> int:
    """Token ``i``, or the next one when a quotation mark stands there: ``بقتل "الجيش الوطني" ثلاثة``."""
    return i + 1 if scene.words[i : i + 1] == ['"'] else i
