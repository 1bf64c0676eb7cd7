"""How many persons the words count: number mentions added up, things and dates left out, and who is counted.

Numbers joined by ``و`` in one list add up; those after ``بينهم`` are parts and do not.
"""

from __future__ import annotations

from collections.abc import Iterable

from waqai.frame.scene import Lines, Scene
from waqai.model import ActorMention, CountRange, NumberMention
from waqai.normalise import fold, readings
from waqai.resources.wordsets import wordset

_REACH = 9
_NEXT_ONE = 4
_OF_ONE = ("يه", "يها", "ائه", "ائها", "اته", "اتها")  # plurals with a pronoun: "شركائه", "موظفيها"
_COLLECTIVE = wordset("collectives")
_STOP = frozenset((";", "."))
_MARKS = frozenset((",", ".", ";", ":", '"'))
AND_ONE = frozenset(("واحد", "واحدي"))  # "وأحد مرافقيه", "وإحدى بناته"
_OPEN = frozenset(("cause", "agentby", "result"))


def count_of(n: NumberMention) -> CountRange:
    """The number of a mention as whole persons."""
    low = None if n.low is None else int(n.low)
    best = None if n.best is None else int(n.best)
    high = None if n.high is None else int(n.high)
    return CountRange(low, best, high, n.text)


def add_counts(a: CountRange, b: CountRange) -> CountRange:
    """Both counts together; an open second one leaves the upper end open."""

    def plus(x: int | None, y: int | None) -> int | None:
        return None if x is None or y is None else x + y

    text = f"{a.text} + {b.text}"
    if b.best is None and a.low is not None:  # "ثلاثة مدنيين وآخرون": at least what is counted
        return CountRange(a.low, a.best, None, text)
    return CountRange(plus(a.low, b.low), plus(a.best, b.best), plus(a.high, b.high), text)


def is_thing(scene: Scene, n: NumberMention) -> bool:
    """The number counts things, time or distance."""
    if n.noun_span is not None and n.last in scene.things and scene.tokens[n.last].start == n.noun_span[0]:
        return True
    bare = n.noun is None and n.form in ("digits", "words", "vague", "range", "fraction")
    for i in range(n.first, min(n.last + (2 if bare else 0), len(scene.words))):
        if i >= n.last and (
            i in scene.means
            or scene.words[i] in _MARKS
            or scene.words[i] in wordset("prepositions")
            or scene.words[i] in wordset("setting-prepositions")
        ):
            break  # "قُتل خمسة بانفجار", "قتلوا خمسة خلال هجوم"
        if i in scene.things:
            return True
        if scene.words[i] in ("%", "$") or (scene.words[i] == "من" and i >= n.last):
            break
    if n.form == "ordinal":
        return True
    return n.noun is not None and any(r in wordset("age") for _, r in readings(fold(n.noun)))


def is_dated(ln: Lines, n: NumberMention) -> bool:
    """The number is part of a date."""
    return bool(ln.times) and any(t.first <= n.first < t.last for t in ln.times)


def actor_at(actors: Iterable[ActorMention], lo: int, hi: int) -> ActorMention | None:
    """The first actor that overlaps tokens ``[lo, hi)`` and is no source."""
    for a in actors:
        if a.first < hi and a.last > lo and a.category not in ("source", "media", "monitor"):
            return a
    return None


def who_counted(scene: Scene, ln: Lines, n: NumberMention, limit: int) -> ActorMention | None:
    """The actor a number counts: overlapping its noun, or right after it (``خمسة من عناصر قسد``)."""
    a = actor_at(ln.actors, n.first, n.last + (1 if n.noun is None else 0))
    if a is not None and a.category != "unspecified":
        return a
    later = [x for x in ln.actors if n.last <= x.first <= n.last + 3 and x.first < limit]
    for x in later:
        prev = scene.before(x.first)
        if (prev in ("من", "في", "ل") or scene.proclitic(x).endswith(("ل", "لل")) or x.first == n.last) and x.category not in (
            "source",
            "media",
            "monitor",
        ):
            return x
    if a is None and n.noun is None:  # "سقط من المهاجمين خمسة"
        return next((x for x in ln.actors if x.last == n.first and scene.before(x.first) == "من"), None)
    return a


def stops(scene: Scene, ln: Lines, lo: int, hi: int) -> int:
    """Where the reach of an outcome ends: a cause, an agent phrase, another outcome or a strong mark."""
    end = hi
    for c in ln.cues:
        if lo <= c.first < end and scene.cls(c) in _OPEN and not any(t.first in (c.first, c.last) for t in ln.times):
            end = c.first  # but "قُتل خلال الشهر الماضي 12 شخصاً"
    for w in ln.triggers:
        if lo <= w.first < end and scene.cls(w) not in ("under",) and not (w.prefix.endswith("ب") and _charged(scene, w.first)):
            end = w.first
    for i in range(lo, end):
        if scene.words[i] in _STOP:
            return i
    return end


def _charged(scene: Scene, i: int) -> bool:
    """``متهماً بتفجير مسجد وثلاثة من شركائه``: token ``i`` says only what the one held is charged with."""
    return scene.words[i - 1] in wordset("charged")


def joined(scene: Scene, n: NumberMention) -> bool:
    """The number is joined by ``و`` to what stands before (``وأربعة``, but not ``واحدة``)."""
    if n.first and scene.words[n.first - 1] == "و":  # "و12"
        return True
    if not scene.words[n.first].startswith("و"):
        return False
    return n.span.start > scene.tokens[n.first].start or (n.form in ("vague", "plural", "singular", "dual") and n.text.startswith("و"))


def ones_own(scene: Scene, i: int) -> bool:
    """``حراسه``, ``أفراد أسرته``, ``موظفيها``: company of one person named before."""
    words = scene.words
    if words[i : i + 1] == []:
        return False
    if words[i] in wordset("ones-own") or (i + 1 < len(words) and words[i + 1] in wordset("ones-own")):
        return True
    return words[i].endswith(_OF_ONE) and not words[i].startswith("ال") and scene.doc.text.report.text[scene.tokens[i].end - 1] != "ة"
