"""Whose a thing of war was that was hit, where the report does not say: its doer's one foe, in the report or in that country.

``استهدف الجيش العراقي مضافة في حمرين``, ``قصفت الكتائب تجمعاً للآليات``, ``دكّت الفصائل مطار حماة العسكري``. A village, a ship, an
airport or a "vital target" is nobody's, and so is a cache that is found (codebook 5.4).
"""

from __future__ import annotations

from waqai.frame.conventions import known_at
from waqai.frame.frames import Frame
from waqai.frame.other_side import allied, foe_told, other_doer
from waqai.frame.phrases import bare
from waqai.frame.scene import Scene
from waqai.model import ActorMention, EventType
from waqai.resources.registry import registry
from waqai.resources.wordsets import wordmap, wordset

_STRUCK = frozenset((EventType.ATTACK, EventType.SHELLING, EventType.AIRSTRIKE, EventType.IED, EventType.SUICIDE_BOMBING))
_REACH = 8  # tokens from the blow to the thing


def name_foe(scene: Scene, frames: list[Frame]) -> None:
    """Fill the target of events that hit a thing of war nobody is said to own.

    Args:
        scene: the document.
        frames: the frames kept, ranked.
    """
    for f in frames:
        p = f.perpetrator
        _bare_soldiers(scene, f, frames)
        if not _open(scene, f) or p is None or p.actor_id is None or f.aggregate or f.denial is not None or f.event_type not in _STRUCK:
            continue
        at = _of_war(scene, f)
        at = _their_men(scene, f) if at < 0 else at
        if at < 0:
            continue
        told = foe_told(p, [g for g in frames if g is not f and not g.aggregate])
        foe = told if told is not None else _by_country(scene, f, p, at)
        if foe is None or allied(p, foe):
            continue
        for g in frames:
            if g is f or (g.denial is not None and g.main is f.main):
                g.target, g.target_rule = foe, "target:foe"


def _open(scene: Scene, f: Frame) -> bool:
    """Nobody was found, or people of another sentence."""
    t = f.target
    return t is None or (t.category in ("civilians", "property") and scene.owner[t.first] not in {p.line for p in f.parts})


def _of_war(scene: Scene, f: Frame) -> int:
    """The token of a thing of war behind the blow; -1 for none."""
    words, things = scene.words, wordset("things-of-war")
    for p in f.parts:
        if p.main is not f.main:
            continue
        lo = min((w.last for w in f.triggers if scene.owner[w.first] == p.line), default=p.first)
        hi = min(p.last, p.main.last + _REACH, scene.lines[p.line].sentence.last)
        for i in range(p.first + 1, hi):
            if i < lo and not words[i].endswith("ا"):
                continue  # ``دمر رتلاً … وقتل العشرات``: before the word that names the event only its object
            word = words[i] if words[i] in things else bare(words[i])
            if word in (".", ";", ":"):
                break
            if words[i - 1] == "من" or (word not in things and word not in wordset("things-if-military")):
                continue  # ``من موقع الصدح``: where the shots came from
            if word in things or not wordset("military-kind").isdisjoint(words[i + 1 : min(i + 3, hi)]):
                return i
    return -1


def _bare_soldiers(scene: Scene, f: Frame, frames: list[Frame]) -> None:
    """``قصفت قسد القاعدة وأوقعت قتلى في صفوف الجنود``: soldiers whose side the words leave open are of the one foe the report tells of."""
    p, t = f.perpetrator, f.target
    if p is None or t is None or f.aggregate or f.denial is not None or t.form == "named" or t.category != "state_force" or allied(p, t):
        return
    if not all(w in wordset("of-no-side") or w in wordset("in-the-ranks") for w in (bare(x) for x in scene.words[t.first : t.last])):
        return
    known = _by_country(scene, f, p, t.first)
    if known is not None and known.name_en == t.name_en:
        return
    others = [g for g in frames if g is not f and not g.aggregate]
    foe = foe_told(p, others) or other_doer(p, others)
    if foe is not None and not allied(foe, p) and foe.category in ("state_force", "international"):
        f.target, f.target_rule = foe, "target:foe"


def _their_men(scene: Scene, f: Frame) -> int:
    """``قتلت أكثر من مئة من عناصره``: fighters of whom a pronoun leaves open whose they were; -1 for none."""
    for t in f.tolls.values():
        if t.who is None or t.who.form != "pronoun" or t.who.name_en is not None:
            continue
        if scene.words[t.who.first].removesuffix("ه").removesuffix("ها") in wordset("fighting-men"):
            return t.who.first
    return -1


def _by_country(scene: Scene, f: Frame, p: ActorMention, at: int) -> ActorMention | None:
    """The foe of ``data/grammar/foes.yml`` where the event is."""
    land = land_of(scene, f)
    if p.actor_id is None:
        return None
    foes, own = wordmap("foes"), registry().actor(p.actor_id)
    if land is None:  # no place is known: the one foe it has anywhere
        anywhere = {foe for k, foe in foes.items() if k.partition("/")[0] in (own.id, own.parent, own.side)}
        return known_at(scene, at, anywhere.pop()) if len(anywhere) == 1 else None
    foe = next((foes[k] for k in (f"{own.id}/{land}", f"{own.parent}/{land}", f"{own.side}/{land}") if k in foes), None)
    return known_at(scene, at, foe) if foe is not None and foe != own.id else None


def land_of(scene: Scene, f: Frame) -> str | None:
    """The country a frame's place lies in, else the one country of the report."""
    ref = scene.place(f.place).ref if f.place is not None else None
    return ref.country if ref is not None and ref.country is not None else _land(scene)


def _land(scene: Scene) -> str | None:
    """The one country the report's places lie in."""
    lands = {r.country for p in scene.doc.places if (r := p.ref) is not None and r.country is not None}
    return lands.pop() if len(lands) == 1 else None
