"""What the doers did before: ``أسر مسلحون من التنظيم خمسة جنود بعد أن هاجموا ثكنة للجيش``, ``خطفوا ثلاثة بعدما اقتحموا المركز``.

The verb in the plural behind "after" has the subject of the verb before it; those who stand between the two are its object.
"""

from __future__ import annotations

from waqai.frame.frames import Frame
from waqai.frame.governed import is_passive, prep_of
from waqai.frame.scene import Lines, Scene
from waqai.model import ActorMention, WordMention
from waqai.resources.wordsets import wordset

_BEFORE = frozenset(("arrest", "seize-persons", "abduct", "kill", "loot", "burn", "seize", "execute"))
_HOLDERS = frozenset(("armed_group", "militia", "state_force", "unknown", "tribe", "international"))
_REBELS = frozenset(("armed_group", "militia", "unknown"))
_ATTACKS = frozenset(("attack", "target", "storm", "shoot"))
_NEAR = 2  # tokens from the first verb to its subject


def settle_after(scene: Scene, f: Frame) -> None:
    """Give a ranked frame the doer of the verb it came before.

    Args:
        scene: the document.
        f: the ranked frame; its target is what the second verb names behind it, unless that is the doer.
    """
    if f.aggregate:
        return
    for p in f.parts:
        ln = scene.lines[p.line]
        for w in ln.triggers:
            if not p.first <= w.first < p.last or not _after_that(scene, w) or not scene.words[w.first].endswith("وا"):
                continue
            doer = _doer(scene, ln, w)
            if doer is None:
                continue
            foe = _foe(scene, ln, w, doer)
            if foe is not None:
                f.perpetrator, f.perpetrator_rule = foe[0], "agent:after-doing"
                f.target, f.target_rule = foe[1], "target:after-doing"
                return
            if f.target is not None and f.target.name_en == doer.name_en:
                hit = next((a for a in ln.actors if a.first >= w.last and a.name_en not in (None, doer.name_en)), None)
                held = next(
                    (a for a in reversed(ln.actors) if doer.last <= a.first < w.first and a.name_en not in (None, doer.name_en)), None
                )
                f.target, f.target_rule = hit or held, "target:after-doing"
            f.perpetrator, f.perpetrator_rule = doer, "agent:after-doing"
            return


def _foe(scene: Scene, ln: Lines, w: WordMention, doer: ActorMention) -> tuple[ActorMention, ActorMention] | None:
    """``قتلت القوات أربعة من عناصر التنظيم بعد أن هاجموا نقطة للجيش``: those a force killed or held had attacked a force.

    ``اعتقلت القوات ثلاثة مسلحين بعدما اقتحموا منازلهم`` is none: the force broke in.
    """
    if doer.category != "state_force" or scene.cls(w) not in _ATTACKS:
        return None
    held = next((a for a in reversed(ln.actors) if doer.last <= a.first < w.first), None)
    if held is None or held.category not in _REBELS or held.name_en is None:
        return None
    struck = next((a for a in ln.actors if w.last <= a.first <= w.last + _NEAR), None)
    if struck is not None and struck.category in _HOLDERS and struck.name_en not in (None, held.name_en):
        return held, struck
    at_post = any(x in wordset("posts") or x.removesuffix("ا") in wordset("posts") for x in scene.words[w.last : w.last + _NEAR])
    return (held, doer) if at_post else None


def _after_that(scene: Scene, w: WordMention) -> bool:
    before = scene.words[w.first - 1]
    return before == "بعدما" or (before == "ان" and scene.words[w.first - 2] == "بعد")


def _doer(scene: Scene, ln: Lines, w: WordMention) -> ActorMention | None:
    """The subject right behind the last active verb of taking or killing before ``w``."""
    verb = next((x for x in reversed(ln.triggers) if x.last <= w.first), None)
    if verb is None or scene.cls(verb) not in _BEFORE or verb.form != "past" or is_passive(scene, verb):
        return None
    if not wordset("speech-end").isdisjoint(scene.words[verb.last : w.first - 2]):
        return None
    named = (a for a in ln.actors if verb.last <= a.first <= verb.last + _NEAR and a.last < w.first)
    a = next((a for a in named if a.category in _HOLDERS and a.name_en is not None and not prep_of(scene, a)), None)
    behind = a is not None and any(a.last <= b.first < w.first for b in ln.actors)
    return a if behind else None
