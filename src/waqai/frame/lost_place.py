"""Who lost a place that changed hands, where the sentence of its fall does not say: the side that fought for it or owns up to leaving it.

``اندلعت معارك بين X وY. وسيطرت X على المدينة``, ``سيطرت X على البلدة. وأقرّ Y بالانسحاب منها``, ``تقدمت X على حساب Y``.
"""

from __future__ import annotations

from waqai.frame.frames import Frame
from waqai.frame.held_before import of_a_seizure
from waqai.frame.other_side import allied, foe_told
from waqai.frame.scene import Lines, Scene
from waqai.model import ActorMention, EventType, WordMention
from waqai.resources.wordsets import wordset

_SIDES = frozenset(("armed_group", "state_force", "militia", "tribe", "international", "coalition"))
_FOUGHT = frozenset((EventType.ARMED_CLASH, EventType.ATTACK))
_LOSES = ("lose-to", "lose-ground", "lose-town")
_NEAR = 2  # sentences between the fall of a place and the fight for it or the word of leaving
_LEAVES = 6  # tokens between who leaves and the word of leaving


def name_loser(scene: Scene, frames: list[Frame]) -> None:
    """Set the target of places taken from somebody another clause or sentence names.

    Args:
        scene: the document.
        frames: the frames kept, ranked.
    """
    for f in frames:
        if f.event_type is EventType.SEIZURE_OF_TERRITORY and not f.aggregate:
            _new_holder(scene, f)
            _loser(scene, f)
        p = f.perpetrator
        if f.event_type is not EventType.SEIZURE_OF_TERRITORY or f.target is not None or p is None or f.aggregate or f.denial is not None:
            continue
        fights = [
            g for g in frames if g.event_type in _FOUGHT and not g.aggregate and abs(g.line - f.line) <= _NEAR and _there(scene, f, g)
        ]
        a = (
            _held_it(scene, f, p)
            or _at_whose_cost(scene, f, p)
            or _after_whom(scene, f, p)
            or _who_leaves(scene, f, p)
            or foe_told(p, fights)
        )
        if a is not None and not allied(a, p):
            f.target, f.target_rule = a, "target:lost-it"


def _there(scene: Scene, f: Frame, g: Frame) -> bool:
    """No other place is told of the fight."""
    return f.place is None or g.place is None or scene.same_place(f.place, g.place)


def _new_holder(scene: Scene, f: Frame) -> None:
    """``باتت المدينة تحت سيطرة X``, ``سقطت بيد X``, ``خسرها لصالح X``: who holds it now took it; another party lost it."""
    for w in f.triggers:
        line = scene.owner[w.first]
        if line < 0 or scene.cls(w) != "seize":
            continue
        ln, hand = scene.lines[line], wordset("under-hand")
        if scene.words[w.last - 1] in hand and w.form == "phrase":
            at = range(w.first, w.last + 1)
        else:
            gains = wordset("to-gain-of")
            at = next((range(i + 1, i + 2) for i in range(w.last, ln.sentence.last) if scene.words[i] in gains), range(0))
        a = next((a for a in ln.actors if a.first in at and a.category in _SIDES and a.name_en is not None), None)
        if a is None:
            continue
        old = f.perpetrator
        f.perpetrator, f.perpetrator_rule = a, "agent:holds-it-now"
        if f.target is None or f.target.name_en == a.name_en:
            lost = old if old is not None and _side(old, a) else _who_loses(scene, ln, w, a)
            f.target, f.target_rule = (lost, "target:lost-it") if lost is not None else (None, "")
        return


def _loser(scene: Scene, f: Frame) -> None:
    """``خسر التنظيم مدينة البوكمال``, ``وكان قد فقد آخر جيوبه``: the subject of losing lost it, to whomever."""
    for w in f.triggers:
        if scene.owner[w.first] < 0 or scene.entry(w).id not in _LOSES or w.form == "masdar":
            continue
        before = w.first - (scene.words[w.first - 1] == "قد")
        ln = scene.lines[scene.owner[w.first]]
        a = next(
            (
                a
                for a in ln.actors
                if (a.first in (w.last, w.first + 1) or a.last == before) and a.category in _SIDES and a.name_en is not None
            ),
            None,
        )
        if a is None:
            continue
        if f.perpetrator is not None and f.perpetrator.name_en == a.name_en:
            f.perpetrator, f.perpetrator_rule = None, "perpetrator:lost-it"
        f.target, f.target_rule = a, "target:lost-it"
        return


def _who_loses(scene: Scene, ln: Lines, w: WordMention, p: ActorMention) -> ActorMention | None:
    """``خسر Y البلدة لصالح X``: the subject of the verb of losing."""
    if scene.entry(w).id not in _LOSES:
        return None
    return next((a for a in ln.actors if (a.first == w.last or a.last == w.first) and _side(a, p)), None)


def _held_it(scene: Scene, f: Frame, p: ActorMention) -> ActorMention | None:
    """``الخاضعة لسيطرة Y``, ``التي يسيطر عليها Y``; in the next sentence, ``وكان Y يسيطر عليها``."""
    found = of_a_seizure(scene, f)
    if found is not None:
        return found.holder if _side(found.holder, p) else None
    last = max(part.line for part in f.parts)
    if last + 1 >= len(scene.lines) or not scene.holds("rules-it"):
        return None
    ln, words = scene.lines[last + 1], scene.words
    for i in range(ln.sentence.first + 1, ln.sentence.last - 1):
        if words[i] in wordset("rules-it") and words[i + 1] in wordset("over-it") and "كان" in words[ln.sentence.first]:
            return next((a for a in ln.actors if (a.last == i or a.first == i + 2) and _side(a, p)), None)
    return None


def _after_whom(scene: Scene, f: Frame, p: ActorMention) -> ActorMention | None:
    """``بعد معارك مع Y``, ``إثر انسحاب Y``, ``بعد طرد Y منها``: the party right behind a noun of fighting or leaving in the sentence."""
    fought, left = wordset("fights-with"), wordset("leaving")
    for part in f.parts:
        for a in scene.lines[part.line].actors:
            i = a.first - 1
            if not _side(a, p) or i < 1 or a.first < part.main.last:
                continue
            if scene.words[i] in ("مع", "ضد") and not fought.isdisjoint(scene.words[max(part.first, i - _LEAVES) : i]):
                return a
            if scene.words[i].removeprefix("و") in left:
                return a
    return None


def _at_whose_cost(scene: Scene, f: Frame, p: ActorMention) -> ActorMention | None:
    """``تقدمت على حساب Y``, ``آخر معاقل Y``."""
    for part in f.parts:
        for a in scene.lines[part.line].actors:
            near = scene.words[a.first - 1 : a.first + 1]
            if _side(a, p) and not (wordset("at-cost-of").isdisjoint(near) and wordset("strongholds").isdisjoint(near)):
                return a
    return None


def _who_leaves(scene: Scene, f: Frame, p: ActorMention) -> ActorMention | None:
    """``وأقرّ الجيش بالانسحاب من المدينة``, ``وكان التنظيم قد انسحب``: in the next sentences."""
    leaves, words = wordset("left-it"), scene.words
    if not scene.holds("left-it"):
        return None
    last = max(part.line for part in f.parts)
    for k in range(f.line, min(last + _NEAR + 1, len(scene.lines))):
        ln = scene.lines[k]
        for i in range(ln.sentence.first, ln.sentence.last):
            if words[i].removeprefix("و") not in leaves:
                continue
            near = [a for a in ln.actors if _side(a, p) and (0 < i - a.last + 1 <= _LEAVES or a.first == i + 1)]
            if near:
                return near[-1]
    return None


def _side(a: ActorMention, p: ActorMention) -> bool:
    return a.category in _SIDES and a.name_en not in (None, p.name_en) and a.form != "pronoun"
