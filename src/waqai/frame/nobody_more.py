"""Outcome words that count nobody of this event.

What weapons hit, wounds somebody died of, what did not happen, what somebody is charged with.
"""

from __future__ import annotations

from waqai.frame.frames import Frame
from waqai.frame.lives import is_dual
from waqai.frame.outcome_subject import pronoun_of
from waqai.frame.scene import Lines, Scene
from waqai.model import WordMention
from waqai.normalise import fold
from waqai.resources.wordsets import wordset

_BACK = 26
_YET = 10  # tokens from a wound to the death of the same one: "نُقل إلى المشفى فور إصابته، إلا أنه توفي"
_DEEDS = frozenset(("attack", "explode", "shoot", "device", "vbied", "suicide", "shell", "target", "clash", "storm", "assassinate"))
_NEGATED = wordset("none-negation")


def hits_things(scene: Scene, ln: Lines, w: WordMention) -> bool:
    """``أصاب صاروخ سيارة القياديين``, ``بصواريخ أصابتهما``, ``المسيّرتين أصابتا هدفيهما``: what a weapon hits is no person."""
    if w.form not in ("past", "present"):
        return False
    after = scene.words[w.last] if w.last < len(scene.words) else "."
    shells = [i for i in range(max(ln.sentence.first, w.first - 4), w.first) if scene.words[i] in wordset("projectiles")]
    if is_dual(w) or pronoun_of(w) in (0, 2):
        return bool(shells) and not any(a.category == "civilians" and a.last <= shells[0] for a in ln.actors)
    if after in wordset("projectiles"):
        return w.last + 1 in scene.things
    return bool(shells) and w.last in scene.things


def falls_down(scene: Scene, w: WordMention) -> bool:
    """``المسيّرة سقطت خارج السور``: what falls is a thing."""
    if scene.entry(w).id != "fall-dead":
        return False
    near = scene.words[max(0, w.first - 2) : w.first] + scene.words[w.last : w.last + 2]
    return not wordset("projectiles").isdisjoint(near)


def died_of_it(scene: Scene, ln: Lines, w: WordMention) -> bool:
    """``استشهد متأثراً بإصابته``, ``توفي بعد إصابته``, ``بجراح أصيب بها``: the wound somebody died of."""
    before = scene.before(w.first)
    if before in wordset("of-wounds"):
        return True
    if w.form == "masdar" or pronoun_of(w) == 1:
        him = pronoun_of(w) == 1 and before in wordset("in-the-wake") | wordset("upon-his")
        return him and any(-_YET <= w.first - x.last <= 8 and w is not x and scene.cls(x) == "die" for x in ln.triggers)
    return before in wordset("wounds") and scene.words[w.last : w.last + 1] == ["بها"]


def undone(scene: Scene, ln: Lines, f: Frame, w: WordMention) -> bool:
    """Nobody is counted by what did not happen (``من غير أن يصاب``), was only tried, or is another event's ground (``على خلفية توقيف``)."""
    if w.form in ("past", "present", "passive") and not _NEGATED.isdisjoint(scene.words[max(ln.sentence.first, w.first - 2) : w.first]):
        if not wordset("nobody-but").isdisjoint(scene.words[w.last : w.last + 3]):
            return False  # "ولم تفقد سوى مقاتل"
        return scene.words[w.first - 1] in _NEGATED or scene.words[w.first - 1] == "ان"
    if scene.cls(w) == "assassinate" and fold(w.text).startswith(("محاول", "بمحاول", "لمحاول")):
        return True
    return f.main.first != w.first and any(0 <= w.first - c.last <= 1 and scene.entry(c).id == "backdrop" for c in ln.cues)


def charged(scene: Scene, w: WordMention) -> bool:
    """The outcome is what somebody is charged with: ``المتهمين بقتل``, ``لتورطه في مقتل``."""
    if not (w.prefix.endswith("ب") or scene.before(w.first) in ("في", "ب")):
        return False
    return not wordset("charged").isdisjoint(scene.words[max(0, w.first - 3) : w.first])


def of_the_charge(scene: Scene, ln: Lines, f: Frame, at: int) -> bool:
    """``القبض على أحد المتورطين في الاعتداء الذي … ارتقى فيه أربعة``: victims of what somebody is held for, not of the arrest."""
    if not f.classes & {"arrest", "seize-persons"} or (scene.words[at - 1] == "," and scene.words[at + 1 : at + 2] != ["فيه"]):
        return False
    held = next((i for i in range(at - 1, max(f.first, at - _BACK) - 1, -1) if scene.words[i] in wordset("charged")), None)
    if held is None or not any(f.first <= x.first < held and scene.cls(x) in ("arrest", "seize-persons") for x in ln.triggers):
        return False
    return any(held < x.first < at and scene.cls(x) in _DEEDS for x in ln.triggers)
