"""What a party says was done to what is its own: ``قالت قسد إن غارة استهدفت مقراً لها``, ``مسلحين هاجموا حاجزاً لها``.

A thing that bears the pronoun of a party behind a word of striking is that party's, and whoever owns it did not strike it.
"""

from __future__ import annotations

from dataclasses import replace

from waqai.frame.frames import Frame
from waqai.frame.governed import is_object, prep_of
from waqai.frame.scene import Scene
from waqai.model import ActorMention, EventType, WordMention
from waqai.resources.registry import registry
from waqai.resources.wordsets import wordset

_STRIKES = frozenset(("target", "attack", "shell", "air", "airmeans", "storm", "shoot", "explode", "device", "vbied", "suicide", "destroy"))
_PARTY = frozenset(("armed_group", "militia", "state_force", "international", "coalition"))
_ONE_SIDED = frozenset(
    (
        EventType.ATTACK, EventType.SHELLING, EventType.AIRSTRIKE, EventType.IED, EventType.VEHICLE_BOMB, EventType.SUICIDE_BOMBING,
        EventType.ASSASSINATION,
    )
)  # fmt: skip
_LOSSES = 6  # tokens from the losses to whose ranks they are in
_MEN = frozenset(w.rstrip("هام") for w in wordset("fighting-men"))
_MAY = frozenset(("", "ب", "علي", "نحو", "صوب", "ضد", "باتجاه"))
_NEAR = 4  # tokens from the word of striking to the thing
_SAID = 3  # tokens before a verb in which the pronoun of the doer may stand


def settle_own_loss(scene: Scene, f: Frame, source: ActorMention | None) -> None:
    """Make the owner of a struck thing the target of a ranked frame, and not its doer.

    Args:
        scene: the document.
        f: the ranked frame.
        source: who answers for it; ``None`` for the outlet.
    """
    _lost_its_men(scene, f, source)
    _lost_its_soldiers(scene, f)
    p, t = f.perpetrator, f.target
    if f.aggregate or scene.owner[f.main.first] < 0 or not (t is None or (p is not None and p.name_en == t.name_en)):
        return
    said = source.name_en if source is not None and _kind(source) in _PARTY else None
    for a in scene.lines[f.line].actors:
        if a.form != "pronoun" or a.name_en is None or a.category not in _PARTY or not is_object(a) or prep_of(scene, a) not in _MAY:
            continue
        if not any(_strikes(scene, w, a) for w in f.triggers):
            continue
        if p is None or p.name_en != a.name_en:
            f.target, f.target_rule = a, "target:its-own"
        elif said == a.name_en:
            f.target, f.target_rule = a, "target:its-own"
            f.perpetrator, f.perpetrator_rule = None, ""
        elif said is not None and source is not None:  # ``قالت قسد إن خلية للتنظيم هاجمت سيارة لها``: the speaker's, not the doer's
            own = replace(a, actor_id=source.actor_id, name_en=source.name_en, name_ar=source.name_ar, category=_kind(source))
            f.target, f.target_rule = own, "target:its-own"
        return


def _lost_its_men(scene: Scene, f: Frame, source: ActorMention | None) -> None:
    """``أعلنت قسد مقتل ثلاثة من عناصرها في الهجوم``, ``قتلى في صفوف الحشد``: who lost men was hit, when nobody else was."""
    p, t = f.perpetrator, f.target
    if f.aggregate or f.event_type not in _ONE_SIDED or "repel" in f.classes:
        return
    ranks = _in_their_ranks(scene, f)
    named = ranks is not None and ranks.form != "pronoun" and not (p is not None and p.name_en == ranks.name_en)
    if (
        ranks is not None
        and named
        and not (t is not None and t.form != "pronoun" and _thing_of(t) and f.target_rule.startswith("target:own"))
    ):
        f.target, f.target_rule = ranks, "target:lost-men"
        return
    if p is not None and not f.perpetrator_rule.startswith("perpetrator:"):
        return
    if t is not None and t.name_en is not None and t.category in _PARTY and (p is None or t.name_en != p.name_en):
        return
    lost = next((x.who for x in f.tolls.values() if x.who is not None and _fell(scene, x.who)), None)
    lost = lost or ranks or _said_to_be_theirs(scene, f)
    if lost is None or (p is not None and p.name_en != lost.name_en and t is not None):
        return
    if p is not None and p.name_en == lost.name_en:
        if lost.form == "pronoun" and source is not None and source.name_en != p.name_en and _kind(source) in _PARTY:
            own = replace(lost, actor_id=source.actor_id, name_en=source.name_en, name_ar=source.name_ar, category=_kind(source))
            f.target, f.target_rule = own, "target:lost-men"  # ``أعلن الحزب أن غارة إسرائيلية قتلت اثنين من عناصره``
            return
        if lost.form != "pronoun" and _struck_first(scene, f, p):
            return
        f.perpetrator, f.perpetrator_rule = None, ""
    elif lost.form == "pronoun" and lost.number is None and not _said_to_be_theirs(scene, f):
        return
    f.target, f.target_rule = lost, "target:lost-men"


def _struck_first(scene: Scene, f: Frame, p: ActorMention) -> bool:
    """``استهدفت مسيّرة تركية القرية ما أدى لإصابة اثنين من العسكريين``: who strikes is told, the men hurt are not his."""
    return any(
        w.form in ("past", "present")
        and w.last == p.first
        and scene.cls(w) in ("target", "air", "shell", "attack")
        and not prep_of(scene, p)
        for w in f.triggers
    )


def _lost_its_soldiers(scene: Scene, f: Frame) -> None:
    """``أعلن الجيش مقتل جنديين خلال معارك``: soldiers of the army found for the doer, who cannot have killed them."""
    p = f.perpetrator
    if p is None or f.target is not None or f.aggregate or p.category not in _PARTY or "repel" in f.classes:
        return
    if f.event_type not in _ONE_SIDED and f.event_type is not EventType.ARMED_CLASH:
        return
    lost = next((x.who for x in f.tolls.values() if x.who is not None and x.who.name_en == p.name_en), None)
    if lost is not None and lost.form != "pronoun" and is_object(p) and _struck_first(scene, f, p):
        return
    if lost is None or not wordset("doers-told").isdisjoint(scene.words[lost.first : lost.last]):
        return
    if p.category != "state_force" and (lost.form != "pronoun" or "captured" in f.tolls):
        return  # "أعلن الحشد مقتل اثنين من عناصره"
    f.target, f.target_rule = lost, "target:lost-men"
    f.perpetrator, f.perpetrator_rule = None, ""


def _thing_of(t: ActorMention) -> bool:
    """A post or a vehicle told of as a party's own."""
    return t.category in _PARTY and any(k == "object" for k, _ in t.attrs)


def _fell(scene: Scene, a: ActorMention) -> bool:
    """Fighters of a party: ``عناصرها``, ``عناصر من التنظيم``; not ``كادره``, ``المهاجمين``, nor ``عنصر أمن``."""
    if a.name_en is None or a.category not in _PARTY:
        return False
    words = scene.words[a.first : a.last]
    if not wordset("doers-told").isdisjoint(words):
        return False
    if a.form == "pronoun":
        return any(w.rstrip("هام") in _MEN for w in words)
    return a.form == "named" or not all(w in wordset("fighting-men") or w in wordset("of-no-side") for w in words)


def _in_their_ranks(scene: Scene, f: Frame) -> ActorMention | None:
    """``ما أوقع قتلى وجرحى في صفوف قوات النظام``."""
    ranks, losses = wordset("in-the-ranks"), wordset("losses-of")
    if not scene.holds("in-the-ranks"):
        return None
    for part in f.parts:
        for a in scene.lines[part.line].actors:
            if a.category not in _PARTY or a.name_en is None or not part.first <= a.first < part.last:
                continue
            if ranks.isdisjoint(scene.words[a.first - 1 : a.first + 1]):
                continue
            if not losses.isdisjoint(scene.words[max(part.first, a.first - _LOSSES) : a.first]):
                return a
    return None


def _said_to_be_theirs(scene: Scene, f: Frame) -> ActorMention | None:
    """``وقال المجلس إنهما من مقاتليه``: the victims are said to be the speaker's men."""
    words, were = scene.words, wordset("they-were")
    if not scene.holds("they-were"):
        return None
    for part in f.parts:
        for a in scene.lines[part.line].actors:
            i = a.first - 1
            told = a.form == "pronoun" and a.first > part.main.first and a.first < part.last
            if told and words[i] == "من" and words[i - 1] in were and _fell(scene, a):
                return a
    return None


def _kind(source: ActorMention) -> str:
    """The category of who speaks, of a spokesman or media office that of its party."""
    return registry().actor(source.actor_id).category if source.category == "source" and source.actor_id is not None else source.category


def _strikes(scene: Scene, w: WordMention, a: ActorMention) -> bool:
    """``استهدفت مقراً لها``, ``هجوم على حاجز لها``, ``نقطة لقواته تعرضت لرمايات``; not ``إنها قصفت``."""
    if scene.cls(w) == "under":
        return 0 <= w.first - a.last <= 2 or 0 <= a.first - w.last <= 2
    if scene.cls(w) not in _STRIKES or not 0 <= a.first - w.last <= _NEAR:
        return False
    return wordset("itself").isdisjoint(scene.words[max(0, w.first - _SAID) : w.first])
