"""Homes, shops, hospitals and vehicles that are hit or wrecked: whose they are is the target (codebook 5.4).

``استهدف بالمدفعية منازل سكنية``, ``فجّر مسلحون صيدلية``: private things stand for civilians; land that is only hit for nobody.
"""

from __future__ import annotations

from waqai.frame.frames import Frame
from waqai.frame.governed import is_passive, prep_of
from waqai.frame.phrases import bare
from waqai.frame.scene import Lines, Scene
from waqai.model import ActorMention, WordMention
from waqai.resources.wordsets import wordset

AIMS = frozenset(("target", "attack", "shell", "air", "storm", "shoot", "destroy", "shootdown"))
_WRECKS = AIMS | {"explode", "burn", "loot"}
_REACH = 14  # tokens from a verb to what it is aimed at
_STOP = frozenset((".", ";", ":", "!", "?"))


def name_owner(scene: Scene, f: Frame) -> None:
    """``فجّر مسلحون منزلاً``: set the target of a frame of looting to whose home or shop is wrecked, when nobody else was found."""
    for w in f.triggers:
        a = thing_hit(scene, scene.lines[scene.owner[w.first]], w, _WRECKS) if scene.owner[w.first] >= 0 else None
        if a is not None and a.name_en is not None:
            f.target, f.target_rule = a, "target:aimed-at"
            return


def thing_hit(scene: Scene, ln: Lines, w: WordMention, classes: frozenset[str]) -> ActorMention | None:
    """``استهدف بالمدفعية منازل سكنية``: homes and hospitals behind an active verb, only its subject and its means between."""
    if w.form not in ("past", "present") or scene.cls(w) not in classes or is_passive(scene, w):
        return None
    a = next((a for a in ln.actors if a.category == "property" and a.first >= w.last), None)
    if a is None or a.first - w.last > _REACH or prep_of(scene, a) or scene.words[a.first].startswith("و"):
        return None
    if not wordset("farm-lands").isdisjoint(bare(x) for x in scene.words[a.first : a.last]):
        return None  # ``أراضي زراعية``
    if scene.words[a.first - 1] in wordset("only-near") or scene.words[a.first - 1] in wordset("beside"):
        return None
    between = range(w.last, a.first)
    verbs = {x.first for x in ln.triggers if x.form in ("past", "present", "passive")}
    if any(scene.words[i] in _STOP or i in verbs or scene.words[i] in wordset("that") for i in between):
        return None
    return a
