"""``القبض على الخلية التي فجّرت السيارة``, ``القضاء على خلية مسؤولة عن تفجيرات``: what those who are held or killed have done.

The verb before tells the event; what stands in the clause behind its object only says who they are (codebook 2.6).
"""

from __future__ import annotations

from waqai.frame.classes import VERB
from waqai.frame.scene import Lines, Scene
from waqai.model import WordMention
from waqai.resources.wordsets import wordset

_HOLDING = frozenset(("arrest", "seize-persons", "cell"))
_ENDING = frozenset(("kill", "neutralise"))
_HEAD = 4  # tokens from the noun of those meant to the clause about them
_ABOUT = 8  # tokens from the opening of the clause to the last word of what they did
_CLOSES = (",", ".", ";", ":", '"')


def done_by_those(scene: Scene, ln: Lines, w: WordMention) -> bool:
    """Whether trigger ``w`` only says what those held or done away with before it have done.

    Args:
        scene: the document.
        ln: the sentence.
        w: a trigger of it.
    """
    answer = scene.holds("answerable-for")
    if not answer and not scene.holds("relatives-open"):
        return False
    held = next((x for x in reversed(ln.triggers) if x.last < w.first and scene.cls(x) in _HOLDING | _ENDING), None)
    if held is None or w.first - held.last > _HEAD + _ABOUT:
        return False
    words = scene.words
    lo = max(held.last, w.first - _ABOUT)
    if answer and w.form not in VERB:
        at = next((j for j in range(w.first - 1, lo - 1, -1) if words[j] in wordset("answerable-for")), -1)
        return at > 0 and _men(scene, held.last, at) and set(_CLOSES).isdisjoint(words[at : w.first])
    at = next((j for j in range(w.first - 1, lo - 1, -1) if words[j] in wordset("relatives-open")), -1)
    if at < 0 or scene.cls(held) in _ENDING or not _men(scene, held.last, at) or not set(_CLOSES).isdisjoint(words[held.last : w.first]):
        return False
    verb = w if w.form in VERB else next((x for x in ln.triggers if at < x.first < w.first and x.form in VERB), None)
    return verb is not None and verb.first - at <= 2 and not any(t.first > at for t in ln.times)


def _men(scene: Scene, first: int, at: int) -> bool:
    """The noun before token ``at`` means persons: a cell, gunmen, culprits."""
    return not wordset("men-of-deeds").isdisjoint(scene.words[max(first, at - _HEAD) : at])
