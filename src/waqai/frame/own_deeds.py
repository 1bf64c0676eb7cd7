"""Deeds a party announces as its own: ``أعلنت القوات القضاء على خلية``, ``كشف الجيش عن تصفية قيادي``, ``تعلن صد هجوم``.

A verbal noun of doing (``قتل``, ``تصفية``, ``تدمير``) that hangs on a verb of announcing has the announcer as its doer; ``مقتل`` and
``إصابة`` tell what befell somebody and leave open who did it. With a noun of beating back (``صد``, ``التصدي``) the announcer was
attacked, by the party that owns the attack.
"""

from __future__ import annotations

from dataclasses import replace

from waqai.frame.frames import Frame
from waqai.frame.governed import prep_of
from waqai.frame.modality import same_side
from waqai.frame.scene import Lines, Scene
from waqai.model import ActorMention, EventType, WordMention
from waqai.resources.registry import registry
from waqai.resources.wordsets import wordset

_DOING = wordset("own-deeds")
_REPELLING = wordset("own-repulses")
_PURSUIT = wordset("pursuit")
_THAT = wordset("that") - {"عن"}  # ``كشف عن تصفية``
_ARMED = frozenset(("armed_group", "state_force", "militia", "international", "tribe"))
_STATE = frozenset(("state_force", "ministry"))
_SPEAKS = frozenset(("announce", "say", "continue"))  # ``كشف``, ``أكد`` beside ``أعلن``
_REBELS = frozenset(("armed_group", "militia"))
_BOASTS = frozenset(
    (EventType.IED, EventType.VEHICLE_BOMB, EventType.SUICIDE_BOMBING, EventType.ATTACK, EventType.ASSASSINATION, EventType.SHELLING)
)
_OWNS = frozenset(("", "ل", "من"))
_HUNTED = frozenset(("armed_group", "crime"))
_OPERATION = 14  # tokens from a death to the operation in which it came
_REACH = 10  # tokens from the verb of announcing, its subject not counted
_ATTACKER = 6  # tokens from the attack to who made it


def settle_announced(scene: Scene, f: Frame, source: ActorMention | None) -> None:
    """Give a frame the sides its announcer leaves no doubt about.

    Args:
        scene: the document.
        f: the ranked frame.
        source: who answers for it; ``None`` for the outlet.
    """
    if f.perpetrator is None and source is not None and _boasts(scene, f, source):
        of = registry().in_role(source.actor_id or "", "perpetrator")
        f.perpetrator = replace(source, actor_id=of.id, name_en=of.name_en, name_ar=of.name_ar, category=of.category)
        f.perpetrator_rule = "agent:announced"
        return
    if source is not None and source.category == "source" and source.actor_id is not None:
        of = registry().actor(source.actor_id)  # ``المتحدث باسم القوات الجنوبية``
        source = replace(source, category=of.category) if of.name_en == source.name_en else source
    if source is None or source.name_en is None or (source.category not in _ARMED and source.category != "ministry"):
        return
    if "launch" in f.classes:
        _pursues(scene, f, source)
    if _says_it_did(scene, f, source):
        if f.target is None or f.target.category == "civilians":
            f.target, f.target_rule = f.perpetrator, "target:object"
        f.perpetrator, f.perpetrator_rule = source, "agent:announced"
    if _hits_their_things(scene, f, source):
        f.target, f.target_rule = f.perpetrator, "target:object"
        f.perpetrator, f.perpetrator_rule = source, "agent:announced"
    if f.perpetrator is None:
        doing = next((w for w in f.triggers if w.form == "masdar" and scene.owner[w.first] >= 0 and _tells(scene, w, _DOING)), f.main)
        if (
            _tells(scene, doing, _DOING) and not _by_another(scene, f) and _is_other(source, f.target) and _hangs(scene, doing, source)
        ) or _foes_dead(scene, f, source):
            f.perpetrator, f.perpetrator_rule = source, "agent:announced"
    elif f.perpetrator.name_en == source.name_en or f.target is None:
        w = next((w for w in f.triggers if scene.cls(w) in ("repel", "foil") and _tells(scene, w, _REPELLING)), None)
        attacker = _attacker(scene, w, source) if w is not None and _hangs(scene, w, source) else None
        if attacker is not None:
            f.perpetrator, f.perpetrator_rule = attacker, "agent:repelled"
            f.target, f.target_rule = source, "target:repels"


def as_doer(source: ActorMention | None, hit: ActorMention) -> ActorMention | None:
    """The source as the doer of what it tells of its enemy: a state's force or ministry, and fighters or criminals; else ``None``."""
    if source is None or source.actor_id is None or source.name_en is None or source.category not in _STATE:
        return None
    foe = hit.category in _HUNTED or hit.category == "militia" or hit.actor_id == "militants"
    if not foe or not _is_other(source, hit):
        return None
    of = registry().in_role(source.actor_id, "perpetrator")
    return replace(source, actor_id=of.id, name_en=of.name_en, name_ar=of.name_ar, category=of.category)


def _hits_their_things(scene: Scene, f: Frame, source: ActorMention) -> bool:
    """``أعلنت الكتائب اليوم استهداف تجمع لجنود الاحتلال``: a thing of war right behind the noun is what the announcer hit."""
    p = f.perpetrator
    if p is None or p.first != f.main.last or f.main.form != "masdar" or p.name_en == source.name_en:
        return False
    if scene.words[p.first] not in wordset("things-of-war") and scene.words[p.first] not in wordset("posts"):
        return False
    return _tells(scene, f.main, _DOING) and _hangs(scene, f.main, source)


def _says_it_did(scene: Scene, f: Frame, source: ActorMention) -> bool:
    """``قال حزب الله إنه استهدف تجمعات لجنود الاحتلال``: who says "that it", and the thing of war right behind the verb is its object."""
    p, w = f.perpetrator, f.main
    if p is None or w.form not in ("past", "present") or p.first != w.last or p.name_en == source.name_en:
        return False
    before = scene.words[max(w.first - 2, 0) : w.first]
    if wordset("that-pronouns").isdisjoint(before) or not any(k == "object" for k, _ in p.attrs):
        return False
    return scene.owner[source.first] != scene.owner[w.first] or source.last <= w.first


def _foes_dead(scene: Scene, f: Frame, source: ActorMention) -> bool:
    """``أعلن الجيش مقتل خمسة مهربين خلال إحباط محاولة تهريب``: fighters or criminals whose death in an operation a force announces."""
    t = f.target
    if t is None or source.category not in _STATE or not _is_other(source, t):
        return False
    if not _tells(scene, f.main, wordset("death-nouns")) or _by_another(scene, f) or not _hangs(scene, f.main, source):
        return False
    if t.category == "armed_group" and t.actor_id != "militants":
        return not f.classes & {"clash", "explode", "device"} and not same_side(source, t)  # ``أعلن الجيش مقتل ثلاثة من التنظيم``
    if t.category not in _HUNTED and t.actor_id != "militants":
        return False
    return not wordset("own-operations").isdisjoint(scene.words[f.main.last : f.main.last + _OPERATION])


def _boasts(scene: Scene, f: Frame, source: ActorMention) -> bool:
    """``أعماق: مقتل ثلاثة جنود بتفجير عبوة``: an armed group that tells what befell its enemy and names nobody else did it."""
    t = f.target
    if source.actor_id is None or registry().in_role(source.actor_id, "perpetrator").category not in _REBELS:
        return False  # Amaq speaks for its party
    if t is None or t.category not in (*_ARMED, "ministry") or f.event_type not in _BOASTS:
        return False
    return not f.classes & {"repel", "foil", "defuse", "clash"} and not _by_another(scene, f) and not same_side(source, t)


def _pursues(scene: Scene, f: Frame, source: ActorMention) -> None:
    """``إطلاق عملية تستهدف ملاحقة خلايا التنظيم``: the party pursued is the target of a launch, not the one who launches."""
    for a in scene.lines[scene.owner[f.main.first]].actors:
        if a.first < f.main.last or a.category not in (*_ARMED, "crime") or a.name_en is None or not _is_other(source, a):
            continue
        if _PURSUIT.isdisjoint(scene.words[max(f.main.last, a.first - 3) : a.first]):
            continue
        if f.perpetrator is None or f.perpetrator.first == a.first:
            f.perpetrator, f.perpetrator_rule = source, "agent:announced"
        if f.target is None:
            f.target, f.target_rule = a, "target:pursued"
        return


def _tells(scene: Scene, w: WordMention, words: frozenset[str]) -> bool:
    said = scene.words[w.first]
    return said in words or (said[:1] in "بول" and said[1:] in words)


def _by_another(scene: Scene, f: Frame) -> bool:
    """``أعلنت الوزارة قتل مدني على يد مسلحين``: an agent is named."""
    ln = scene.lines[scene.owner[f.main.first]]
    return any(c.first >= f.main.last for c in scene.within(ln.of("agentby"), f.main.last, f.last))


def _hangs(scene: Scene, w: WordMention, source: ActorMention) -> bool:
    """Whether a verb of announcing governs the noun: no ``أن`` and no other event between."""
    ln: Lines = scene.lines[scene.owner[w.first]]
    for s in ln.speech:
        if scene.cls(s) not in _SPEAKS or s.last > w.first:
            continue
        own = source.last - source.first if s.last <= source.first < w.first else 0
        if w.first - s.last <= _REACH + own and _THAT.isdisjoint(scene.words[s.last : w.first]):
            return not any(s.last <= x.first < w.first for x in ln.triggers)
    return False


def _is_other(source: ActorMention, target: ActorMention | None) -> bool:
    """Whether the one hit is neither the announcer nor of its state; a ministry fights armed parties only."""
    if target is None:
        return source.category != "ministry"
    if target.name_en == source.name_en or (source.category == "ministry" and target.category not in _ARMED):
        return False
    if source.actor_id is None or target.actor_id is None or not {source.category, target.category} <= _STATE:
        return True
    a, b = registry().actor(source.actor_id), registry().actor(target.actor_id)
    return a.country is None or a.country != b.country


def _attacker(scene: Scene, w: WordMention, source: ActorMention) -> ActorMention | None:
    """``صد هجوم لمسلحي التنظيم``: the first other armed party right behind the attack, unless that is where it went."""
    for a in scene.lines[scene.owner[w.first]].actors:
        if w.last <= a.first <= w.last + _ATTACKER and a.name_en != source.name_en and a.category in (*_ARMED, "unknown"):
            return a if a.name_en is not None and prep_of(scene, a) in _OWNS else None
    return None
