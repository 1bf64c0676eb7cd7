"""Sentences that say how things go, as most reports close: ``وتشن قسد بين الحين والآخر عمليات تستهدف خلايا التنظيم``.

``وتعاني مناطق عدة من تفجيرات متكررة راح ضحيتها عشرات``, ``ولم تتوقف عمليات الاغتيال منذ 2018``: no day, no exact count, several
events of a kind. A fight, shelling or march may be going on just now; only words of frequency make a habit of those.
"""

from __future__ import annotations

from itertools import pairwise

from waqai.frame.frames import Frame
from waqai.frame.scene import Scene
from waqai.resources.wordsets import wordset

_INTRO = 14  # tokens from "it is recalled that" to the verb behind its subject
_BESIDE = 4  # tokens from "incidents of" to the last of the things counted among them
_DAYS = frozenset(("day", "days", "night", "hours"))
_NOW = frozenset(("clash", "shell", "air", "airmeans", "protest", "move", "seize", "shoot"))


def recurs(scene: Scene, f: Frame) -> bool:
    """Whether the sentence of a frame tells what keeps happening.

    Args:
        scene: the document.
        f: a ranked frame without an exact count or day of its own.
    """
    if f.main.form in ("masdar", "phrase") and _trend(scene, f.line, f.main.last):
        return True
    if (
        f.line == 0
        or (f.aggregate and f.time is not None and f.time.start is not None and f.time_rule.startswith("time:own"))
        or any(p.line != f.line and not _how(scene, p.line) for p in f.parts)
    ):
        return False
    how = _how(scene, f.line)
    if not how:
        return False
    if how == "again":
        return True
    if scene.cls(f.main) in _NOW:
        return False
    first = scene.lines[f.line].sentence.first
    beside = scene.words[max(first, f.main.first - _BESIDE) : f.main.last + 1]
    return f.main.form == "present" or any(w.endswith(("ات", "اته", "اتها")) or w in wordset("plural-events") for w in beside)


def _trend(scene: Scene, k: int, at: int) -> bool:
    """``حوادث السلب والخطف ارتفعت بشكل لافت``, ``عمليات الاغتيال تراجعت وتيرتها``: how often such things come, none of them told."""
    if not scene.holds("trend-verbs"):
        return False
    s, words = scene.lines[k].sentence, scene.words
    verb = next((i for i in range(at, min(s.last, at + _BESIDE)) if words[i] in wordset("trend-verbs")), -1)
    if verb < 0 or not {",", ".", ";"}.isdisjoint(words[at:verb]):
        return False
    return any(w.removeprefix("ال") in wordset("trend-nouns") for w in words[max(s.first, at - _BESIDE - 2) : at])


def _how(scene: Scene, k: int) -> str:
    """``again``: words of frequency; ``goes``: the present tense; nothing for what is told. Worked out once per line."""
    memo: dict[int, str] = scene.memo.setdefault("recurring", {})
    if k not in memo:
        memo[k] = _read(scene, k)
    return memo[k]


def _read(scene: Scene, k: int) -> str:
    ln = scene.lines[k]
    s = ln.sentence
    if s.block in ("title", "heading") or scene.bullet(k) or any(str(t.precision) in _DAYS for t in ln.times):
        return ""
    words = scene.words
    head = _behind_source(scene, k)
    first = words[head].removeprefix("و")
    second = words[head + 1] if head + 1 < s.last else ""
    if first in wordset("as-a-rule") and second == "ما":
        return "again"
    if first in wordset("does-not") and second in wordset("lets-up"):
        return "again"
    if first in wordset("grows") or _several_before(scene, k):
        return "again"
    verb = head if first in wordset("keeps-doing") else _behind_intro(scene, k)
    if verb < 0:
        return ""
    often = (
        first in wordset("relies-on")
        or ln.of("habit")
        or any(words[i] in wordset("again-and-again") or words[i] in wordset("on-and-on") for i in range(verb, s.last))
    )
    return "again" if often else "goes"


def _behind_source(scene: Scene, k: int) -> int:
    """``وبحسب المرصد، تشهد البادية``: where the telling begins behind the source it opens with."""
    ln = scene.lines[k]
    s = ln.sentence
    if not any(w.first == s.first and scene.cls(w) == "accord" for w in ln.speech):
        return s.first
    comma = next((i for i in range(s.first, min(s.last - 2, s.first + _INTRO)) if scene.words[i] == ","), s.first - 1)
    return comma + 1 + (scene.words[comma + 1] in ("فان", "ان"))


def _behind_intro(scene: Scene, k: int) -> int:
    """``يذكر أن المناطق … تشهد``: the verb behind the subject, where nothing is told in the past before it; else -1."""
    s, words = scene.lines[k].sentence, scene.words
    if words[s.first].removeprefix("و") not in wordset("be-it-said"):
        return -1
    end = min(s.last, s.first + _INTRO)
    verb = next((i for i in range(s.first + 1, end) if words[i] in wordset("keeps-doing")), -1)
    told = any(w.form in ("past", "passive") and w.first < verb for w in scene.lines[k].triggers)
    return -1 if told else verb


def _several_before(scene: Scene, k: int) -> bool:
    """``وسبق أن نفذ عدة عمليات``, ``شهدت المدينة في وقت سابق العديد من التفجيرات``: an unknown number of them, some time before."""
    s, words = scene.lines[k].sentence, scene.words
    few = next((i for i in range(s.first, s.last) if words[i] in wordset("quite-a-few")), -1)
    if few < 0 or not any(w.endswith("ات") or w in wordset("plural-events") for w in words[few + 1 : min(s.last, few + _BESIDE)]):
        return False
    if words[s.first].removeprefix("و") in ("سبق",):
        return True
    line = words[s.first : s.last]
    return any((a in wordset("times-past") and b in wordset("gone-by")) or (a == "وقت" and b == "سابق") for a, b in pairwise(line))
