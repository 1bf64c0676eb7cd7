"""The grammar of the verb and the noun once more, over the ranked sides.

``اغتال مسلحون سفيراً``: the nominative behind an active verb acts. ``هجوم للحركة``: an attack is the party's behind ``ل``. ``دحر الحركة من
المعسكر``: who is driven out lost the place. ``حافلة تقل جنوداً عندما استُهدفت``: the topic of a passive was hit.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from waqai.frame.frames import Frame
from waqai.frame.governed import is_passive, prep_of
from waqai.frame.other_side import allied
from waqai.frame.scene import Scene
from waqai.model import ActorMention, EventType
from waqai.resources.registry import registry
from waqai.resources.wordsets import wordset

PARTY = frozenset(("armed_group", "militia", "state_force", "international", "tribe", "unknown", "crime", "coalition"))
_TELLS = frozenset(("state_force", "ministry", "militia"))
_UNAIMED = frozenset(
    (EventType.ATTACK, EventType.SHELLING, EventType.AIRSTRIKE, EventType.ASSASSINATION, EventType.IED, EventType.VEHICLE_BOMB)
)
_ATTACKERS = frozenset(("armed_group", "militia", "unknown"))
_GUNMEN = frozenset(("unknown", "crime", "armed_group"))
_HARM = frozenset(("kill", "abduct", "injure", "execute", "arrest", "seize-persons", "assassinate"))
_BY_HAND = frozenset((EventType.ATTACK, EventType.ABDUCTION, EventType.EXECUTION, EventType.ASSASSINATION, EventType.ARREST))
_LONG = 14  # tokens from a verb of beating back, with its subject and day, to the attack
_OBJECTS = 8  # tokens from a noun of aiming to the last of those hit
_SAYS = 3  # tokens from a verb of announcing to its subject


def settle_grammar(scene: Scene, f: Frame) -> None:
    """Set the sides that verb and noun leave no doubt about.

    Args:
        scene: the document.
        f: the ranked frame.
    """
    _routed(scene, f)
    _was_done(scene, f)
    _beat_back(scene, f)
    _attack_of(scene, f)
    _aimed_at_passive(scene, f)
    _nominative(scene, f)
    _spokesmen_hit(scene, f)
    _counted_subject(scene, f)


def parties(scene: Scene, f: Frame) -> Iterator[ActorMention]:
    """The named parties of a frame's own stretches of text, in order."""
    for p in f.parts:
        for a in scene.lines[p.line].actors:
            if p.first <= a.first < p.last and a.category in PARTY and a.name_en is not None and a.form != "pronoun":
                yield a


def _routed(scene: Scene, f: Frame) -> None:
    """``أعلن الجيش دحر الحركة من المعسكر``: whom a noun of driving out has right behind it lost the place."""
    if f.event_type is not EventType.SEIZURE_OF_TERRITORY:
        return
    for w in f.triggers:
        if w.form != "masdar" or scene.words[w.first].lstrip("وب") not in wordset("routing") or scene.owner[w.first] < 0:
            continue
        a = next((a for a in parties(scene, f) if a.first == w.last and not prep_of(scene, a)), None)
        if a is None:
            continue
        if f.perpetrator is not None and f.perpetrator.name_en == a.name_en:
            by = next((b for b in parties(scene, f) if b.last <= w.first and not prep_of(scene, b) and not allied(a, b)), None)
            f.perpetrator, f.perpetrator_rule = by, "agent:routs" if by is not None else ""
        f.target, f.target_rule = a, "target:routed"
        return


def _was_done(scene: Scene, f: Frame) -> None:
    """``تم استهداف المسعفين والقوات بأسلحة قنص``: behind an aiming that was done everybody is hit, up to ``من قبل``."""
    p = f.perpetrator
    if p is None or f.event_type not in _UNAIMED:
        return
    for w in f.triggers:
        if w.form != "masdar" or scene.cls(w) not in ("target", "attack", "shell") or scene.words[w.first - 1] not in wordset("was-done"):
            continue
        if not w.last <= p.first <= w.last + _OBJECTS or scene.owner[w.first] < 0 or prep_of(scene, p) not in ("", "ل"):
            return
        between = scene.words[w.last : p.first]
        if not wordset("by-whom").isdisjoint(between) or "," in between or any(x.startswith("ب") for x in between):
            return
        hit = next((a for a in scene.lines[scene.owner[w.first]].actors if w.last <= a.first <= p.first and a.name_en is not None), p)
        f.perpetrator, f.perpetrator_rule = None, ""
        f.target, f.target_rule = hit, "target:was-aimed-at"
        return


def _beat_back(scene: Scene, f: Frame) -> None:
    """``أفشلت قوات الجيش والمقاومة، أمس الجمعة، هجمات للمتمردين``: however long the subject, the attack is whose ``ل`` names."""
    verbs = [w for w in f.triggers if w.form == "past" and scene.cls(w) in ("repel", "foil")]
    for w in verbs:
        noun = next((x for x in f.triggers if w.last < x.first <= w.last + _LONG and x.form == "masdar" and scene.cls(x) == "attack"), None)
        if noun is None:
            continue
        whose = next((a for a in parties(scene, f) if 0 <= a.first - noun.last <= 1 and prep_of(scene, a) == "ل"), None)
        if whose is None or (f.perpetrator is not None and f.perpetrator.name_en == whose.name_en):
            return
        by = next((a for a in parties(scene, f) if w.last <= a.first < noun.first and not prep_of(scene, a) and not allied(a, whose)), None)
        f.perpetrator, f.perpetrator_rule = whose, "agent:beaten-back"
        f.target, f.target_rule = by, "target:beats-back" if by is not None else ""
        return


def _attack_of(scene: Scene, f: Frame) -> None:
    """``أعلنت الشرطة سقوط قتيلين في هجوم للحركة``: an attack is the party's behind ``ل``, whoever tells of it."""
    p, t = f.perpetrator, f.target
    if p is None or t is None or t.category not in _ATTACKERS or prep_of(scene, t) != "ل" or t.attrs or f.event_type not in _UNAIMED:
        return
    w = next((w for w in f.triggers if w.form == "masdar" and 0 <= t.first - w.last <= 1 and scene.cls(w) == "attack"), None)
    if w is None or p.last > w.first or scene.words[w.first - 1] in wordset("repelling-nouns"):
        return
    told = any(0 <= p.first - s.last <= _SAYS or 0 <= s.first - p.last <= 1 for s in scene.lines[scene.owner[w.first]].speech)
    if not told or p.category not in _TELLS:
        return
    hurt = next((x.who for r, x in f.tolls.items() if r != "captured" and x.who is not None and x.who.first != t.first), None)
    f.perpetrator, f.perpetrator_rule = t, "agent:attack-of"
    f.target, f.target_rule = hurt if hurt is not None and hurt.name_en is not None else None, "target:victims" if hurt is not None else ""


def _aimed_at_passive(scene: Scene, f: Frame) -> None:
    """``كانت حافلة تقل جنوداً عندما استُهدفت``: the topic of a passive was hit."""
    p = f.perpetrator
    if p is None or f.target is not None or f.event_type not in _UNAIMED:
        return
    for w in f.triggers:
        if p.last <= w.first and scene.cls(w) in ("target", "attack", "shell") and scene.owner[w.first] == scene.owner[p.first]:
            if w.form != "masdar" and (is_passive(scene, w) or "استُ" in w.text):
                f.perpetrator, f.perpetrator_rule = None, ""
                f.target, f.target_rule = p, "target:passive-topic"
            return


def _nominative(scene: Scene, f: Frame) -> None:
    """``اغتال مسلحون سفيراً``: a nominative behind an active verb with an accusative behind it acts, whoever that is."""
    a, p = f.target, f.perpetrator
    if a is None or (p is not None and p.first != a.last) or a.category not in _GUNMEN or f.event_type not in _BY_HAND:
        return
    word = scene.words[a.last] if a.last < len(scene.words) else ""
    if not scene.words[a.last - 1].endswith("ون") or not word.endswith("ا") or len(word) < 4 or word in wordset("how-it-befell"):
        return
    w = next((w for w in f.triggers if w.last == a.first), None)
    if w is None or w.form != "past" or scene.cls(w) not in _HARM or is_passive(scene, w):
        return
    f.perpetrator, f.perpetrator_rule = a, "agent:nominative"
    hit = next((b for b in scene.lines[scene.owner[a.first]].actors if b.first == a.last and b.name_en is not None), None)
    f.target, f.target_rule = hit, "target:accusative" if hit is not None else ""


def _spokesmen_hit(scene: Scene, f: Frame) -> None:
    """``اعتقلت القوات ناشطين``, ``خطف مسلحون طبيباً``: who is quoted elsewhere is the object here."""
    if f.target is not None or f.event_type not in _BY_HAND:
        return
    for w in f.triggers:
        if scene.cls(w) not in _HARM or scene.owner[w.first] < 0:
            continue
        ln = scene.lines[scene.owner[w.first]]
        ends = {w.last, *(a.last for a in ln.actors if a.first == w.last)}
        a = next((a for a in ln.actors if a.category == "source" and a.actor_id is not None and a.first in ends), None)
        if a is None or prep_of(scene, a) or any(0 <= s.first - a.last <= 1 for s in ln.speech):
            continue
        of = registry().in_role(a.actor_id or "", "target")
        if of.category in ("civilians", "officials"):
            f.target = replace(a, actor_id=of.id, name_en=of.name_en, name_ar=of.name_ar, category=of.category)
            f.target_rule = "target:spokesmen"
            return


def _counted_subject(scene: Scene, f: Frame) -> None:
    """``خطف عشرات المسلحين ثلاثة مواطنين``, ``قتل ثلاثة مسلحين خمسة مدنيين``: the first of two counted groups acts."""
    if f.target is None or f.target.category not in _GUNMEN or f.event_type not in _BY_HAND:
        return
    for w in f.triggers:
        if w.form != "past" or scene.cls(w) not in _HARM or scene.owner[w.first] < 0 or is_passive(scene, w):
            continue
        ln = scene.lines[scene.owner[w.first]]
        a = next((a for a in ln.actors if a.first >= w.last), None)
        if a is None or a.first != f.target.first or not 0 < a.first - w.last <= _SAYS or prep_of(scene, a) not in ("", "من"):
            continue
        counted = {i for n in ln.numbers for i in range(n.first, n.last)}
        if not all(i in counted or scene.words[i] in wordset("counting-words") for i in range(w.last, a.first)):
            continue
        b = next((b for b in ln.actors if b.first >= a.last), None)
        if b is None or b.first - a.last > 2 or b.name_en in (None, a.name_en) or prep_of(scene, b):
            continue
        if all(i in counted for i in range(a.last, b.first)) and not scene.words[a.last].startswith("و"):
            f.perpetrator, f.perpetrator_rule = a, "agent:first-counted"
            f.target, f.target_rule = b, "target:second-counted"
        return
