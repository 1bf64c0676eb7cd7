"""Troops named only as what was struck or passed by: ``نقاط تتمركز بها القوات``, ``قبل وصول رتل``, ``النار على دورية مشتركة``."""

from __future__ import annotations

from waqai.frame.scene import Lines, Scene
from waqai.model import WordMention
from waqai.resources.wordsets import wordset

_STRUCK = 3  # tokens from a blow to what it struck
_BLOWS = frozenset(("attack", "target", "shoot", "shell", "air", "explode", "storm"))
_BUSY = 10  # tokens from a blow over those it struck to what they were doing
_TROOPS = frozenset(("column-moves", "patrol-joint"))


def stood_there(scene: Scene, ln: Lines, w: WordMention) -> bool:
    """Whether trigger ``w`` tells of no movement of troops.

    Args:
        scene: the document.
        ln: the sentence.
        w: a trigger of the sentence.
    """
    words = scene.words
    if scene.cls(w) == "raid" and w.form == "present" and words[w.first - 1] in wordset("was-doing"):
        # ``أطلقا النار على القوة التي كانت تفتش القسم``: what those shot at were about
        return any(x.last <= w.first and w.first - x.last < _BUSY and scene.cls(x) in _BLOWS for x in ln.triggers)
    if scene.cls(w) == "die" and words[w.first] == "فقد" and any(x.first == w.last and x.form in ("past", "passive") for x in ln.triggers):
        return True  # ``فقد قُتل أربعة``: "so then", nothing lost
    if scene.cls(w) == "move" and w.form == "present" and words[w.first - 1] == "حيث":
        return True  # ``في الضفة المقابلة، حيث تنتشر الميليشيات``
    if scene.cls(w) == "attack" and w.form == "masdar" and words[w.first - 1] in wordset("is-limited"):
        return True  # ``ولا تقتصر الهجمات على المدنيين``
    if scene.cls(w) != "move" or w.first == ln.sentence.first:
        return False
    if scene.entry(w).id == "take-position":
        return w.form == "present" and not wordset("stood-in").isdisjoint(words[w.last : w.last + 1])
    if scene.entry(w).id not in _TROOPS or w.form not in ("masdar", "phrase"):
        return False
    struck = any(0 <= w.first - x.last < _STRUCK and scene.cls(x) in _BLOWS for x in ln.triggers)
    return struck or words[w.first - 1] in wordset("passed-by")
