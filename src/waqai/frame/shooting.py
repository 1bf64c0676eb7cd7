"""Whom shots were meant for: one person (an assassination), or a post, a vehicle, a crowd (an attack; codebook 3)."""

from __future__ import annotations

from waqai.frame.frames import Frame
from waqai.frame.kind_signs import at_post, fired_at_post, private
from waqai.frame.scene import Scene
from waqai.frame.sought_out import carries_many
from waqai.model import EventType
from waqai.normalise import readings
from waqai.resources.registry import registry
from waqai.resources.wordsets import wordset

_FIGHTERS = frozenset(("armed_group", "militia"))
_SUBJECT = 6  # tokens from a verb of attacking over its subject to the town
_SHOT_AT = 9  # tokens from a word of shooting to whom it was at


def settle_shots(scene: Scene, f: Frame) -> None:
    """Shooting at one, two or three particular persons is an assassination; at a post, a vehicle or a crowd it is an attack."""
    if f.weapon_value not in (None, "small_arms", "knife"):
        return
    if "clash" in f.classes:
        f.event_type = EventType.ARMED_CLASH  # "أطلقا النار على القوة، فاندلع اشتباك": they answered one another
        return
    on_post = at_post(scene, f)
    by_force = f.perpetrator is not None and f.perpetrator.category in ("state_force", "ministry", "international")
    harmed = [t.count.best for r in ("killed", "injured") if (t := f.tolls.get(r)) is not None and t.count.best]
    single = f.target is not None and (
        (f.target.number is not None and f.target.number.best is not None and f.target.number.best <= 3)
        or scene.words[f.target.first] in wordset("titles")
    )
    sniped = any(scene.entry(w).id.startswith("sniper") for w in f.triggers) or _sniper(scene, f)
    if not sniped and (by_force or _across_the_front(scene, f)):
        return
    single = single or (sniped and f.target is not None and f.target.number is None and scene.words[f.target.first].endswith("ا"))
    if at_many(scene, f) or _on_a_town(scene, f) or (not f.tolls and not single and f.target is not None and _crowd(scene, f.target.first)):
        return  # ``فتح النار على المتظاهرين``
    if (harmed and sum(harmed) <= 3 and not on_post) or (not harmed and (single or private(f)) and f.target is not None and not on_post):
        f.event_type = EventType.ASSASSINATION


def _across_the_front(scene: Scene, f: Frame) -> bool:
    """``قُتل جندي بنيران الفصيل``: a soldier hit by an armed side he fights; none was sought by name or rank."""
    p, t = f.perpetrator, f.target
    if p is None or t is None or p.category not in _FIGHTERS or t.category not in ("state_force", "international"):
        return False
    if p.actor_id is None or registry().actor(p.actor_id).side == "isis":
        return False
    return scene.words[t.first] not in wordset("titles") and "assassinate" not in f.classes


def _sniper(scene: Scene, f: Frame) -> bool:
    p = f.perpetrator
    return p is not None and any(scene.words[i] in wordset("snipers") for i in range(p.first, p.last))


def settle_shot_at(scene: Scene, f: Frame) -> None:
    """Make an assassination an attack where the ranked frame names a post, a patrol, a column, a bus or a crowd as what was shot at."""
    c = f.classes
    if f.event_type is not EventType.ASSASSINATION or "shoot" not in c or "assassinate" in c:
        return
    if fired_at_post(scene, f) or at_many(scene, f) or carries_many(scene, f):
        f.event_type = EventType.ATTACK


def at_many(scene: Scene, f: Frame) -> bool:
    """``أطلقوا النار على أهالي القرية``: shots at a crowd, a family, a bus or a column, however few of them were hit."""
    words = scene.words
    for w in f.triggers:
        if scene.cls(w) != "shoot" or scene.owner[w.first] < 0:
            continue
        hi = min(w.last + _SHOT_AT, scene.lines[scene.owner[w.first]].sentence.last - 1)
        i = next((i + 1 for i in range(w.last, hi) if words[i] in wordset("towards")), None)
        if i is not None:
            counted = any(n.first <= i < n.last and n.form != "plural" for n in scene.lines[scene.owner[i]].numbers)
            military = words[i] in wordset("posts") and words[i + 1 : i + 2] != [] and words[i + 1].startswith("عسكري")
            return not counted and (military or words[i] in wordset("groups-shot-at") or _crowd(scene, i))
    return False


def _on_a_town(scene: Scene, f: Frame) -> bool:
    """``هاجم عشرات المستوطنين بلدة سنجل``: the verb of attacking takes a town; who is shot there was none they looked for."""
    towns, words = wordset("towns-attacked"), scene.words
    verbs = (w for w in f.triggers if scene.cls(w) in ("attack", "storm") and w.form in ("past", "present"))
    hit = (i for w in verbs for i in range(w.last, min(w.last + _SUBJECT, len(words))) if words[i] in towns)
    return any(words[i - 1] not in wordset("place-prepositions") for i in hit)  # but "اعترضوا سيارته داخل البلدة"


def _crowd(scene: Scene, i: int) -> bool:
    """Token ``i`` names many: ``المتظاهرين``, ``الأهالي``."""
    word = scene.words[i]
    return word.endswith(("ين", "ون")) or any(r in wordset("many-people") for _, r in readings(word))
