"""Counts that a later one replaced: ``وكانت حصيلة أولية تحدثت عن مقتل خمسة``, ``الذي كان أعلن عن قتيل واحد`` (codebook 10)."""

from __future__ import annotations

from waqai.frame.scene import Lines, Scene
from waqai.resources.wordsets import wordset

_BACK = 9


def superseded(scene: Scene, ln: Lines, at: int) -> bool:
    """Whether the count at token ``at`` is one told first and not the last one."""
    words, start = scene.words, max(ln.sentence.first, at - _BACK)
    for i in range(at - 1, start - 1, -1):
        word = words[i]
        if word in wordset("rise-verbs"):
            return False
        if word in wordset("first-toll") and i > start and words[i - 1] in wordset("tolls-told"):
            return True
        if word in wordset("relatives") and words[i + 1 : i + 2] in (["كان"], ["كانت"]):
            return any(i < s.first < at for s in ln.speech)
    return False
