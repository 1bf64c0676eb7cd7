"""What a party says was done to what is its own: ``قالت قسد إن غارة استهدفت مقراً لها``, ``مسلحين هاجموا حاجزاً لها``.

A thing that bears the pronoun of a party behind a word of striking is that party's, and whoever owns it did not strike it.
"""

from __future__ import annotations

from dataclasses import replace

from waqai.frame.frames import Frame
from waqai.frame.governed import is_object, prep_of
from waqai.frame.scene import Scene
from waqai.model import ActorMention, WordMention
from waqai.resources.registry import registry
from waqai.resources.wordsets import wordset

_STRIKES = frozenset(("target", "attack", "shell", "air", "airmeans", "storm", "shoot", "explode", "device", "vbied", "suicide", "destroy"))
_PARTY = frozenset(("armed_group", "militia", "state_force", "international", "coalition"))
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
