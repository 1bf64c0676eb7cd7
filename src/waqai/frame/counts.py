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
_COLLECTIVE = wordset("collectives")
_STOP = frozenset((";", "."))
_OPEN = frozenset(("cause", "agentby", "result"))


def count_of(n: NumberMention) -> CountRange:
    """The number of a mention as whole persons."""
    low = None if n.low is None else int(n.low)
    best = None if n.best is None else int(n.best)
    high = None if n.high is None else int(n.high)
    return CountRange(low, best, high, n.text)


def _add(a: CountRange, b: CountRange) -> CountRange:
    def plus(x: int | None, y: int | None) -> int | None:
        return None if x is None or y is None else x + y

    text = f"{a.text} + {b.text}"
    if b.best is None and a.low is not None:  # "ثلاثة مدنيين وآخرون": at least what is counted
        return CountRange(a.low, a.best, None, text)
    return CountRange(plus(a.low, b.low), plus(a.best, b.best), plus(a.high, b.high), text)


def is_thing(scene: Scene, n: NumberMention) -> bool:
    """The number counts things, time or distance."""
    bare = n.noun is None and n.form in ("digits", "words", "vague", "range", "fraction")
    for i in range(n.first, min(n.last + (2 if bare else 0), len(scene.words))):
        if i >= n.last and scene.words[i] in wordset("prepositions"):
            break
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
    return a


def stops(scene: Scene, ln: Lines, lo: int, hi: int) -> int:
    """Where the reach of an outcome ends: a cause, an agent phrase, another outcome or a strong mark."""
    end = hi
    for c in ln.cues:
        if lo <= c.first < end and scene.cls(c) in _OPEN:
            end = c.first
    for w in ln.triggers:
        if lo <= w.first < end and scene.cls(w) not in ("under",):
            end = w.first
    for i in range(lo, end):
        if scene.words[i] in _STOP:
            return i
    return end


def _acts(scene: Scene, ln: Lines, n: NumberMention, hi: int) -> bool:
    """A plural that names armed men right after a verb, with another noun phrase after it: they act."""
    a = next((x for x in ln.actors if x.first <= n.first < x.last), None)
    if a is None or a.category not in ("unknown", "armed_group", "state_force", "militia", "tribe", "crime"):
        return False
    verb = next((w for w in ln.triggers if w.last == n.first and w.form in ("past", "present")), None)
    if verb is None or "\u064f" in verb.text[:3]:
        return False
    rest = [x for x in ln.numbers if a.last <= x.first < hi and x.first - a.last <= 3 and not is_thing(scene, x)]
    word = scene.words[a.last] if a.last < hi else "."
    return bool(rest) or not (word in wordset("prepositions") or word in (",", ".", ":") or word[:1] in "بلوف")


def joined(scene: Scene, n: NumberMention) -> bool:
    """The number is joined by ``و`` to what stands before (``وأربعة``, but not ``واحدة``)."""
    if not scene.words[n.first].startswith("و"):
        return False
    return n.span.start > scene.tokens[n.first].start or (n.form in ("vague", "plural", "singular", "dual") and n.text.startswith("و"))


def companions(scene: Scene, ln: Lines, count: CountRange, lo: int, hi: int) -> CountRange:
    """Add those named with a victim but not counted: ``رجل وزوجته``, ``نازحة وطفلاها``, ``قائد ومرافقه``."""
    if count.best is None or count.best > 6:
        return count
    counted = {i for n in ln.numbers for i in range(n.first, n.last)}
    more, last = 0, lo
    for i in range(lo, hi):
        if i - last > 4:
            break
        word = scene.words[i]
        n = 2 if word in wordset("with-two") else 1 if word in wordset("with-one") else 0
        if n and i not in counted:
            more, last = more + n, i
        elif word in (",", ".", ":"):
            break
    if not more:
        return count
    text = f"{count.text} + {more}"
    return _add(count, CountRange(more, more, more, text))


def sum_list(
    scene: Scene, ln: Lines, lo: int, hi: int, reach: int = _REACH
) -> tuple[CountRange, NumberMention, ActorMention | None] | None:
    """The first person count in ``[lo, hi)`` with the counts joined to it by ``و``; parts after ``بينهم`` are passed over."""
    among = [c for c in ln.of("among") if lo <= c.first < hi]
    total: CountRange | None = None
    first: NumberMention | None = None
    who: ActorMention | None = None
    best_n = -1
    prev_end = lo
    for n in ln.numbers:
        if not lo <= n.first < hi or is_thing(scene, n) or is_dated(ln, n):
            continue
        if n.form == "plural" and n.noun is not None and any(r in _COLLECTIVE for _, r in readings(fold(n.noun))):
            continue
        if total is None and n.first - lo > reach:
            break
        if total is None and n.form in ("plural", "dual") and _acts(scene, ln, n, hi):
            continue  # "خطف مسلحون تاجرين": the first plural is the subject
        opened = [c for c in among if prev_end <= c.first < n.first]
        if opened:
            # inside a "بينهم" parenthesis unless a comma closed it and "و" goes on
            commas = sum(1 for i in range(opened[-1].last, n.first) if scene.words[i] == ",")
            if not commas or not joined(scene, n):
                continue
        if total is None:
            total, first = count_of(n), n
        elif joined(scene, n) and n.form not in ("plural",) and n.first - prev_end <= (16 if opened else 7):
            total = _add(total, count_of(n))
        else:
            break
        a = who_counted(scene, ln, n, hi)
        size = int(n.best or n.low or 0)
        if a is not None and size > best_n:
            who, best_n = a, size
        prev_end = n.last
    if total is None or first is None:
        return None
    return total, first, who
