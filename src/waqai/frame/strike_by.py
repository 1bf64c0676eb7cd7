"""The party that an indefinite noun of striking is given with ل, or whose adjective it bears: who struck, or whose things were struck.

``ثمانية قتلى بقصف للجيش على السوق``: a bombardment, an attack or an ambush has its doer behind ل; what was hit stands behind على or a verb.
``قصف لمواقع الجماعة``: things owned by a party behind ل are the object of the noun.
"""

from __future__ import annotations

from waqai.frame.frames import Frame
from waqai.frame.governed import prep_of
from waqai.frame.scene import Scene
from waqai.model import ActorMention, WordMention
from waqai.resources.wordsets import wordset

_STRIKES = frozenset(("shell", "air", "attack", "storm", "shoot"))
_AIMS = frozenset(("shell", "air", "attack", "storm", "target", "under"))
_DOERS = frozenset(("armed_group", "militia", "state_force", "international", "tribe", "unknown", "crime"))
_VERB = 2  # tokens between who beats back and the verb
_COUNTED = 3  # tokens between a word of neutralising and those counted, quotation marks among them
_ADJECTIVES = 2  # tokens between the noun and ل: ``قصف مدفعي عنيف للجيش``


def settle_striker(scene: Scene, f: Frame) -> None:
    """Set the side of the party behind ل of a ranked frame, and the nation whose adjective a strike bears."""
    if f.aggregate:
        return
    a = None if f.perpetrator is not None else _of_nation(scene, f)
    if a is not None and (f.target is None or f.target.name_en != a.name_en):
        f.perpetrator, f.perpetrator_rule = a, "agent:strike-of"
    a = _given(scene, f)
    if a is None:
        return
    p, t = f.perpetrator, f.target
    if _owns(a):
        if (t is None or t.first == a.first) and (p is None or p.first == a.first):
            f.perpetrator, f.perpetrator_rule = None, ""
            f.target, f.target_rule = a, "target:strike-on"
    elif p is not None and p.name_en != a.name_en and t is None and _beaten_back(scene, f, p):
        f.perpetrator, f.perpetrator_rule = a, "agent:strike-by"
        f.target, f.target_rule = p, "target:repels"
    elif p is None or p.name_en == a.name_en:
        f.perpetrator, f.perpetrator_rule = a, "agent:strike-by"
        if t is not None and t.name_en == a.name_en:
            f.target, f.target_rule = None, ""


def _beaten_back(scene: Scene, f: Frame, p: ActorMention) -> bool:
    """``الحشد يحبط تعرضاً للتنظيم``: who foils or beats back an attack did not make it."""
    return any(scene.cls(w) in ("repel", "foil") and 0 <= abs(w.first - p.last) <= _VERB for w in f.triggers)


def settle_neutralised(scene: Scene, f: Frame) -> None:
    """``تحييد ثمانية عناصر من الحزب في غارات``: the counted behind the noun are whom the strike hit."""
    if f.aggregate or f.target is not None:
        return
    for w in f.triggers:
        if scene.cls(w) != "neutralise" or scene.owner[w.first] < 0:
            continue
        ln = scene.lines[scene.owner[w.first]]
        a = next((a for a in ln.actors if w.last <= a.first <= w.last + _COUNTED), None)
        counted = a is not None and (a.number is not None or any(w.last <= n.first < a.last for n in ln.numbers))
        if a is not None and counted and a.name_en is not None and (f.perpetrator is None or f.perpetrator.name_en != a.name_en):
            f.target, f.target_rule = a, "target:taken"
            return


def settle_embassy(scene: Scene, f: Frame) -> None:
    """``هجوم صاروخي على السفارة``: an embassy told in the clause of a strike and not merely near it was aimed at."""
    if f.aggregate or f.target is not None or not scene.holds("embassies") or not f.classes & _AIMS:
        return
    embassies, near = wordset("embassies"), wordset("only-near")
    for part in f.parts:
        ln = scene.lines[part.line]
        for a in ln.actors:
            if any(x.last == a.first or x.first == a.last for x in ln.speech):
                continue  # ``قالت السفارة``
            inside = part.first <= a.first < part.last and a.name_en is not None and a.category != "source"
            if inside and not embassies.isdisjoint(scene.words[a.first : a.last]) and scene.before(a.first) not in near:
                f.target, f.target_rule = a, "target:embassy"
                return


def _given(scene: Scene, f: Frame) -> ActorMention | None:
    """The party that stands with ل behind a noun of striking of the frame, with nothing but adjectives between."""
    for w in f.triggers:
        if not _strike(scene, w) or scene.owner[w.first] < 0:
            continue
        for a in scene.lines[scene.owner[w.first]].actors:
            if not w.first < a.first <= w.last + _ADJECTIVES or a.category not in _DOERS or a.name_en is None:
                continue
            if prep_of(scene, a) == "ل" and _adjectives(scene, w, a):
                return a
    return None


def _of_nation(scene: Scene, f: Frame) -> ActorMention | None:
    """``لعدوان إسرائيلي استهدف``: the adjective right behind the noun says whose strike it was."""
    for w in f.triggers:
        if w.form not in ("masdar", "phrase") or scene.cls(w) not in _STRIKES or scene.owner[w.first] < 0:
            continue
        near = (a for a in scene.lines[scene.owner[w.first]].actors if w.last <= a.first <= w.last + 1 and a.category == "state_force")
        for a in near:
            alone = a.last == a.first + 1 and a.form == "described" and scene.words[a.first].endswith(("ي", "يه"))
            if alone and _adjectives(scene, w, a):
                return a
    return None


def _strike(scene: Scene, w: WordMention) -> bool:
    return w.form in ("masdar", "phrase") and scene.cls(w) in _STRIKES and scene.words[w.first].removeprefix("و").lstrip("بل")[:2] != "ال"


def _adjectives(scene: Scene, w: WordMention, a: ActorMention) -> bool:
    """Between the noun and the party stand only adjectives of the noun (``مدفعي``, ``صاروخية``) and words of manner (``بالهاون``)."""
    manners, preps = wordset("strike-manners"), wordset("prepositions")
    return all(t in manners or (t.endswith(("ي", "يه")) and t not in preps) for t in scene.words[w.last : a.first])


def _owns(a: ActorMention) -> bool:
    """The phrase is about things of the party: ``لمواقع الجماعة``."""
    return any(k == "object" for k, _ in a.attrs)
