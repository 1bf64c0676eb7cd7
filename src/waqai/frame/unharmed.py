"""Nobody was harmed: ``دون وقوع إصابات``, ``واقتصرت الأضرار على الماديات``, ``ونجا``."""

from __future__ import annotations

from waqai.frame.frames import Frame, Toll
from waqai.frame.scene import Scene
from waqai.model import CountRange, Span
from waqai.resources.wordsets import wordset

_NONE_NEGATION, _ONLY_DAMAGE, _ESCAPED = wordset("none-negation"), wordset("only-damage"), wordset("escaped")
_NONE_WORDS = _NONE_NEGATION | _ONLY_DAMAGE | _ESCAPED


def _none_words(scene: Scene) -> list[int]:
    """Tokens that may open such words, found once per document."""
    known = scene.memo.get("none-words")
    if known is None:
        known = scene.memo["none-words"] = [i for i, w in enumerate(scene.words) if w in _NONE_WORDS]
    return known


def read_none(scene: Scene, f: Frame) -> None:
    """``دون وقوع إصابات``, ``واقتصرت الأضرار على الماديات``, ``ونجا``: none killed and none injured, where nothing else is counted."""
    ln = scene.lines[f.line]
    words = scene.words
    hit: tuple[int, int] | None = None
    for i in _none_words(scene):
        if not f.first <= i < f.last:
            continue
        w = words[i]
        if w in _NONE_NEGATION:
            for j in range(i + 1, min(i + (13 if w.endswith("لم") else 6), f.last)):
                if words[j] in wordset("none-unknown") or words[j] in (",", "."):
                    break
                if words[j] in wordset("none-nouns"):
                    after = words[j + 1] if j + 1 < f.last else ""
                    if after not in wordset("property-loss"):
                        hit = (i, j + 1)
                    break
        elif w in _ONLY_DAMAGE and any(x in wordset("property-loss") for x in words[i + 1 : i + 6]):
            hit = (i, min(i + 4, f.last))
        elif w in _ESCAPED and f.classes & {"shoot", "target", "assassinate", "explode", "attack", "under"}:
            hit = (i, i + 1)
        if hit:
            break
    if hit is None:
        return
    span = Span(scene.tokens[hit[0]].start, scene.tokens[hit[1] - 1].end)
    f.no_harm = True
    for role in ("killed", "injured"):
        old = f.tolls.get(role)
        if old is None or old.first > hit[0]:
            f.tolls[role] = Toll(role, CountRange(0, 0, 0, scene.doc.text.slice(span)), span, hit[0], None, False, "toll:none")
    _ = ln
