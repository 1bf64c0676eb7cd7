"""Who was struck where nobody is said to have done it: ``استهدفت دورية لقسد بعبوة``, ``قُصف موقع``, ``هوجم رتل بالرشاشات``.

Unvowelled ``استهدفت`` is active or passive. Active, it needs an object; a post, a patrol, a column or a group of men that stands right
behind it, with a means and no other noun phrase in its clause, is what was struck. Guns and aircraft act, so they are left alone.
"""

from __future__ import annotations

from waqai.frame.frames import Frame
from waqai.frame.governed import is_object, is_passive, prep_of
from waqai.frame.scene import Lines, Scene
from waqai.frame.victims import accusative
from waqai.model import ActorMention, WordMention
from waqai.resources.wordsets import wordset

_AIMS = frozenset(("target", "attack", "shell", "air", "storm"))
_GUNS = frozenset(("aircraft", "artillery", "gunfire", "device"))
_PARTY = frozenset(("armed_group", "militia", "state_force", "international", "ministry", "coalition"))
_STOP = frozenset((".", ";", ":", ",", "،", "!", "?"))
_IT = ("ه", "ها", "هم", "هما")
_BACK = 5  # tokens from the thing to the noun that has it for its pronoun
_OBJECT = 6  # tokens from what shells to what it shells
_REACH = 14  # tokens of a clause looked through for another noun phrase


def settle_struck(scene: Scene, f: Frame) -> None:
    """Set the sides of a ranked frame from a thing behind its verb: struck when no object follows, else the doer."""
    if f.aggregate:
        return
    if f.target is None:
        _struck_as_told(scene, f)
    if f.target is None:
        _suffers(scene, f)
    for w in f.triggers:
        if w.form not in ("past", "present") or scene.cls(w) not in _AIMS or scene.owner[w.first] < 0 or w.text.endswith(("وا", "ون")):
            continue
        ln = scene.lines[scene.owner[w.first]]
        a = next((a for a in ln.actors if a.first == w.last), None)
        if a is None or a.category not in _PARTY or prep_of(scene, a):
            continue
        p, t = f.perpetrator, f.target
        if p is not None and p.first == a.first and (t is None or t.first == a.first) and _can_be_hit(scene, a, w):
            if _no_object(scene, ln, a):
                f.perpetrator, f.perpetrator_rule = None, ""
                f.target, f.target_rule = a, "target:no-object"
            return
        if p is None and t is not None and t.first == a.first and not is_passive(scene, w):
            b = next((b for b in ln.actors if b.first >= a.last), None)
            if b is not None and b.category in _PARTY and b.name_en not in (None, a.name_en) and _object(scene, ln, a, b):
                f.perpetrator, f.perpetrator_rule = a, "agent:has-object"
                f.target, f.target_rule = b, "target:verb-object"
            return


def _struck_as_told(scene: Scene, f: Frame) -> None:
    """``دُمر حاجز لقسد جراء استهدافه بقذائف``: the pronoun on the noun of aiming is the thing that is the subject of its sentence."""
    for w in f.triggers:
        if w.form != "masdar" or scene.cls(w) not in _AIMS or scene.owner[w.first] < 0 or not w.text.endswith(_IT):
            continue
        ln = scene.lines[scene.owner[w.first]]
        told = [a for a in ln.actors if a.last <= w.first and w.first - a.last <= _BACK]
        if not told or any(told[-1].last <= scene.place(k).first < w.first for k in ln.places):
            continue
        a = told[-1]
        if a.category in _PARTY and not prep_of(scene, a) and _can_be_hit(scene, a, w):
            f.target, f.target_rule = a, "target:of-its-pronoun"
            return


def _suffers(scene: Scene, f: Frame) -> None:
    """``أصيبت دورية للجيش بقذيفة``, ``تضررت سيارة للشرطة``: the thing behind a passive verb of harm is what was hit."""
    ends = {w.last for w in f.triggers if is_passive(scene, w)}
    if scene.holds("takes-harm"):
        ends |= {i + 1 for i in range(f.first, f.last) if scene.words[i].lstrip("وف") in wordset("takes-harm")}
    if not ends:
        return
    for a in scene.lines[f.line].actors:
        if a.first in ends and a.category in _PARTY and is_object(a) and not prep_of(scene, a) and _can_be_hit(scene, a, f.main):
            f.target, f.target_rule = a, "target:takes-harm"
            return


def _no_object(scene: Scene, ln: Lines, a: ActorMention) -> bool:
    """Behind the mention the clause tells a means and holds no other noun phrase."""
    words, hi, means = scene.words, min(a.last + _REACH, ln.sentence.last), False
    verbs = {x.first for x in ln.triggers if x.form in ("past", "present", "passive")}
    starts = {x.first: x for x in (*ln.weapons, *ln.triggers) if x.prefix.endswith("ب")}
    people = {x.first: x for x in ln.actors}
    places = {p.first: p for k in ln.places if (p := scene.place(k)) is not None}
    i = a.last
    while i < hi and words[i] not in _STOP and i not in verbs and words[i] not in wordset("that"):
        if i in starts:
            means, i = True, max(starts[i].last, i + 1)
            continue
        if i in people and not words[i].startswith("ب") and not prep_of(scene, people[i]):
            return False
        if i in places and words[i] not in wordset("place-prepositions") and words[i - 1] not in wordset("place-prepositions"):
            return False
        if any(c.first == i for c in ln.of("result")):
            break
        if accusative(scene, i):
            return False
        i = places[i].last if i in places else i + 1
    return means


def _object(scene: Scene, ln: Lines, a: ActorMention, b: ActorMention) -> bool:
    """``b`` is a thing governed by nothing, in the clause of ``a``, with at most a means or a place between them."""
    if prep_of(scene, b) or scene.words[b.first].startswith("و") or b.first - a.last > _OBJECT:
        return False
    between = range(a.last, b.first)
    verbs = {x.first for x in ln.triggers if x.form in ("past", "present", "passive")}
    return is_object(b) and not any(scene.words[i] in _STOP or i in verbs or scene.words[i] in wordset("that") for i in between)


def _can_be_hit(scene: Scene, a: ActorMention, w: WordMention) -> bool:
    kinds = {v for k, v in a.attrs or () if k == "object"}
    if not kinds:
        return scene.words[a.first] in wordset("bands")
    return not kinds & _GUNS and not ("armour" in kinds and scene.cls(w) == "shell")  # tanks shell
