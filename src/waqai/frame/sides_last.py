"""A last look at the two sides, when every other rule has spoken: nobody harms himself and nobody did what he only reports.

``أعلن الجيش مقتل خمسة مدنيين بقصف على السوق``: a force that tells of its land's civilians killed did not kill them. ``قُتل ضابط في الجيش
خلال مواجهات مع الحركة``: the dead are of one side, the other stands behind ``مع``. ``قُتل جندي في عملية نفذها الجيش ضد المسلحين``: an
operation is against those it is for, whoever fell in it. ``أبطلت القوات عبوة زرعها التنظيم``: whoever planted a device did it.
"""

from __future__ import annotations

from waqai.frame.foe import land_of
from waqai.frame.frames import Frame
from waqai.frame.governed import cannot_act, prep_of
from waqai.frame.other_side import allied, other_doer
from waqai.frame.scene import Scene
from waqai.frame.subjects_last import PARTY, parties, settle_grammar
from waqai.model import ActorMention, EventType
from waqai.resources.registry import registry
from waqai.resources.wordsets import wordset

_STANDING, _BLOWS = frozenset(("gathering", "post", "headquarters", "convoy")), frozenset(("shell", "air", "target", "attack"))
_TELLS = frozenset(("state_force", "ministry", "militia"))
_HARMED = frozenset(("civilians", "officials", "property", "unspecified"))
_UNAIMED = frozenset(
    (EventType.ATTACK, EventType.SHELLING, EventType.AIRSTRIKE, EventType.ASSASSINATION, EventType.IED, EventType.VEHICLE_BOMB)
)
_OPERATION = frozenset((EventType.ATTACK, EventType.RAID, EventType.ARREST, EventType.ASSASSINATION, EventType.AIRSTRIKE))
_ARMS = frozenset(("armed_group", "militia"))
_UNDER_ARMS = frozenset((*_ARMS, "state_force"))
_AGAINST = wordset("fights-against")
_OF_THE_DEED = frozenset(("target", "affect", "result", "under", "explode"))  # ``قصف استهدف السوق``
_DEVICE = 6  # tokens from who planted a device to its name
_SAYS = 3  # tokens from a verb of announcing to its subject


def settle_last(scene: Scene, f: Frame, done: list[Frame]) -> None:
    """Set the sides of a ranked frame where two of the same party, or the one who tells, were left.

    Args:
        scene: the document.
        f: the ranked frame.
        done: the frames told before it, their sides set.
    """
    if f.aggregate or f.denial is not None:
        return
    settle_grammar(scene, f)
    _struck_not_striking(scene, f)
    _not_who_is_backed(scene, f)
    _not_the_ally(scene, f)
    _only_told(scene, f, done)
    _two_in_a_fight(scene, f)
    _own_dead(scene, f)
    _of_one_side(scene, f)
    _planted_by(scene, f)


def _struck_not_striking(scene: Scene, f: Frame) -> None:
    """``أعلنت السرايا قصف تجمع لجنود وآليات الاحتلال``: what stands there was struck, by whoever announces it."""
    a, w = f.perpetrator, f.main
    if a is None or f.target is not None or w.form not in ("masdar", "past") or not f.perpetrator_rule.startswith("perpetrator:"):
        return
    ln = scene.lines[f.line]
    hit = next((x for x in ln.actors if x.first == w.last and x.name_en == a.name_en), None)
    if hit is None or not any(k == "object" and v in _STANDING for k, v in hit.attrs) or scene.cls(w) not in _BLOWS:
        return
    told = [x for s in ln.speech if scene.cls(s) == "announce" and s.last <= w.first for x in ln.actors if 0 <= x.first - s.last <= 1]
    days = {i for t in ln.times for i in range(t.first, t.last)}
    if w.form == "past" and not any(days.issuperset(range(x.last, w.first)) for x in told):
        return  # the word may be a verb, but for the announcing subject before it
    f.target, f.target_rule = hit, "target:struck"
    doer = next((x for x in told if x.category in PARTY and x.name_en not in (None, a.name_en)), None)
    f.perpetrator, f.perpetrator_rule = (doer, "agent:announced") if doer is not None else (None, "")


def _not_who_is_backed(scene: Scene, f: Frame) -> None:
    """``قُتل ثمانية متطوعين يدعمون الجيش في هجوم``: whom the victims fought for did not attack them."""
    a = f.perpetrator
    if f.perpetrator_rule in ("agent:strike-by", "agent:strike-of"):
        return  # ``قتلى بقصف للجيش على السوق``
    if a is not None and f.target is None and a.category == "state_force" and f.event_type in _UNAIMED and _fell(f, a):
        f.perpetrator, f.perpetrator_rule = None, "perpetrator:fell"
        f.target, f.target_rule = a, "target:victims"  # ``لقي ثلاثة جنود مصرعهم في كمين``
        return
    if a is None or a.category not in ("state_force", "ministry") or scene.words[a.first - 1] not in wordset("backs-it"):
        return
    if not any(t.first < a.first for t in f.tolls.values()):
        return
    f.perpetrator, f.perpetrator_rule = None, "perpetrator:backed"
    if f.target is None:
        f.target, f.target_rule = a, "target:backed"


def _fell(f: Frame, a: ActorMention) -> bool:
    """The dead or hurt are counted in the very words of a mention."""
    held = (t for r, t in f.tolls.items() if r != "captured")
    return any(0 <= a.first - t.first <= 1 if t.who is None else t.who.first == a.first for t in held)


def _not_the_ally(scene: Scene, f: Frame) -> None:
    """``نفّذت القوة، بمعية الجيش، هجوماً على تجمعات X``: who goes along is neither the first doer nor whom they hit."""
    if not (scene.holds("with-an-ally") or scene.holds("with-an-ally-and")):
        return
    p, t = f.perpetrator, f.target
    if p is not None and _goes_along(scene, p):
        first = [
            a for a in parties(scene, f) if a.last < p.first and not cannot_act(a) and not prep_of(scene, a) and not _goes_along(scene, a)
        ]
        first = [a for a in first if t is None or not allied(a, t)]
        near = [a for a in first if scene.owner[a.first] == scene.owner[p.first]]
        if near or first:
            f.perpetrator, f.perpetrator_rule = (near or first)[-1], "agent:not-the-ally"
    p = f.perpetrator
    if t is not None and p is not None and _goes_along(scene, t) and t.name_en != p.name_en and p.first < t.first:
        behind = (a for a in parties(scene, f) if a.first >= t.last and not allied(a, p) and not allied(a, t) and not _goes_along(scene, a))
        hit = next(behind, None)
        if hit is not None:
            f.target, f.target_rule = hit, "target:not-the-ally"


def _goes_along(scene: Scene, a: ActorMention) -> bool:
    """``بمعية X``, ``إلى جانب X``, ``بالتنسيق مع X وY``."""
    joined = next((b for b in scene.lines[scene.owner[a.first]].actors if b.last == a.first), None) if a.text.startswith("و") else None
    if joined is not None:
        return _goes_along(scene, joined)
    before = scene.words[max(0, a.first - 2) : a.first]
    if not before:
        return False
    return before[-1] in wordset("with-an-ally") or not wordset("with-an-ally-and").isdisjoint(before)


def _only_told(scene: Scene, f: Frame, done: list[Frame]) -> None:
    """``أعلنت الشرطة إصابة سبعة مدنيين في هجوم``: who announces what befell the people of its own land did nothing."""
    a = f.perpetrator
    if a is None or a.category not in _TELLS or f.event_type not in _UNAIMED or a.actor_id is None:
        return
    if not f.perpetrator_rule.startswith(("perpetrator:", "agent:announced")):
        return
    hurt = next((t.who for r, t in f.tolls.items() if r != "captured" and t.who is not None), None)
    if f.target is not None and f.target.category not in _HARMED and not allied(f.target, a):
        return
    if not any(t.who is not None for r, t in f.tolls.items() if r != "captured"):
        return
    ln = scene.lines[f.line]
    said = next((s for s in ln.speech if 0 <= a.first - s.last <= _SAYS or 0 <= s.first - a.last <= 1), None)
    if said is None or scene.cls(said) in ("claim-resp", "admit"):
        return
    after = [w for w in f.triggers if scene.owner[w.first] == f.line and w.first >= a.last]
    if not after or scene.words[after[0].first].lstrip("وبل") not in wordset("befalling"):
        return
    if any(
        (w.form in ("past", "present") and scene.cls(w) not in _OF_THE_DEED) or scene.words[w.first].endswith(("ها", "هم"))
        for w in f.triggers
    ):
        return
    own = registry().actor(a.actor_id).country
    if own is None or land_of(scene, f) not in (own, None):
        return
    if f.target is not None and f.target.category in ("civilians", "officials") and hurt is not None and allied(hurt, a):
        f.target, f.target_rule = hurt, "target:victims"  # ``مقتل جنديين واثنين من مساعدي الجيش المدنيين``
    hit_before = [g for g in done if not g.aggregate and (g.target is None or g.target.category in _HARMED or allied(g.target, a))]
    foe = other_doer(a, hit_before)  # ``أعلن الجيش مقتل تسعة في قصف سابق``: in a report of whom the army accuses
    f.perpetrator, f.perpetrator_rule = foe, "agent:foe-told" if foe is not None else "perpetrator:only-told"


def _two_in_a_fight(scene: Scene, f: Frame) -> None:
    """``قُتل ضابط في الجيش خلال مواجهات مع الحركة``: of a clash told with one side twice, or with one, the other stands in its words."""
    p, t = f.perpetrator, f.target
    if f.event_type is not EventType.ARMED_CLASH or (p is None and t is None):
        return
    if p is not None and t is not None and p.name_en != t.name_en:
        return
    known = p if p is not None else t
    assert known is not None
    if known.category == "tribe" or known.name_en is None:
        return  # two clans of one name
    others = [a for a in parties(scene, f) if not allied(a, known) and a.category != "unknown"]
    if len({a.name_en for a in others}) != 1:
        return
    if p is not None and t is not None and not wordset("feuds").isdisjoint(scene.words[f.first : f.last]):
        return
    if p is None:
        f.perpetrator, f.perpetrator_rule = others[0], "agent:clash-side"
    else:
        f.target, f.target_rule = others[0], "target:clash-side"


def _own_dead(scene: Scene, f: Frame) -> None:
    """``قُتل جنديان في عملية للجيش ضد المسلحين``: an operation is against whom it is for, not against its own dead."""
    p, t = f.perpetrator, f.target
    if p is None or t is None or f.event_type not in _OPERATION or p.category in ("unknown", "tribe") or not allied(p, t):
        return
    if p.category != "state_force" and p.name_en != t.name_en:
        return
    foe = next((a for a in parties(scene, f) if not allied(a, p) and prep_of(scene, a) in _AGAINST and a.first > f.main.first - 12), None)
    if foe is not None:
        f.target, f.target_rule = foe, "target:operation-against"


def _of_one_side(scene: Scene, f: Frame) -> None:
    """``كشفت الكتائب، الذراع العسكري للحركة، عن تفجير منزل بقوة إسرائيلية``: a party is not hit by its own arm."""
    p, t = f.perpetrator, f.target
    if p is None and t is not None and not wordset("arm-of").isdisjoint(scene.words[max(0, t.first - 3) : t.first]):
        p = t  # the arm and the movement bear one name
    if p is None or t is None or p.actor_id is None or t.actor_id is None or f.event_type not in _UNAIMED or t.first > f.main.first:
        return
    side = registry().actor(p.actor_id).side
    if side is None or side != registry().actor(t.actor_id).side or p.category not in _ARMS or t.category not in _UNDER_ARMS:
        return
    foes = (a for a in parties(scene, f) if a.first > f.main.first and a.actor_id is not None and registry().actor(a.actor_id).side != side)
    foe = next((a for a in foes if prep_of(scene, a) in ("", "ب", "ل", "علي", "ضد")), None)
    if foe is not None:
        f.target, f.target_rule = foe, "target:not-its-own"
        if f.perpetrator is None:
            f.perpetrator, f.perpetrator_rule = p, "agent:its-own-arm"


def _planted_by(scene: Scene, f: Frame) -> None:
    """``تفكيك عبوتين زرعتهما عناصر التنظيم``: who planted a device that is made safe did it; who makes it safe did not."""
    if f.event_type not in (EventType.IED, EventType.VEHICLE_BOMB) or not scene.holds("laid-it"):
        return
    laid = wordset("laid-it")
    for part in f.parts:
        for a in scene.lines[part.line].actors:
            if not part.first <= a.first < part.last or scene.words[a.first - 1] not in laid:
                continue
            if a.name_en is None or a.category not in PARTY or cannot_act(a):
                continue
            if f.target is not None and f.target.name_en == a.name_en:
                f.target, f.target_rule = None, ""
            legacy = not wordset("mine-words").isdisjoint(x.lstrip("ب") for x in scene.words[max(part.first, a.first - _DEVICE) : a.first])
            if legacy and a.category != "unknown":  # codebook 5.2; ``لغم زرعه مجهولون`` is no legacy
                f.perpetrator, f.perpetrator_rule = (None, "") if _makes_safe(scene, f) else (f.perpetrator, f.perpetrator_rule)
            else:
                f.perpetrator, f.perpetrator_rule = a, "agent:planted-it"
            return


def _makes_safe(scene: Scene, f: Frame) -> bool:
    return bool(f.classes & {"defuse", "find", "foil"})
