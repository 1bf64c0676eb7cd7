"""How some of those counted died is no event of its own: ``مقتل 64 مدنياً، بينهم 14 طفلاً وستة ضحايا بسبب التعذيب``.

Splits by kind of victim stay inside the tally (codebook 8): an execution named behind ``بينهم`` says of some of the dead how they died.
"""

from __future__ import annotations

from waqai.frame.counts import joined
from waqai.frame.one_event import counts_events
from waqai.frame.scene import Lines, Scene
from waqai.model import NumberMention, WordMention
from waqai.resources.wordsets import wordset

_DEAD = frozenset(("kill", "die"))
_PLAIN = ("digits", "words", "dual")
_LONG = frozenset(("month", "year", "season", "range"))
_HOW = 5  # tokens from "of them" to how they died
_NOUN = 4  # tokens from the number of those to the word of how they died
_ROW = 24  # tokens from ``بينهم`` to the last item of its row


def of_part(scene: Scene, ln: Lines, w: WordMention) -> bool:
    """``86 مدنياً قُتلوا خلال تموز، 31 منهم قضوا بالألغام``: how a part of those counted over a period died is not how all of them did.

    Args:
        scene: the document.
        ln: the sentence of ``w``.
        w: a trigger.
    """
    if not any(str(t.precision) in _LONG for t in ln.times):
        return False
    part = _part_before(scene, ln, w)
    return part is not None and any(x.first < part.first and (x.best or 0) > (part.best or 0) for x in ln.numbers)


def kind_of_total(scene: Scene, ln: Lines, w: WordMention) -> bool:
    """``18 استهدافاً، منها 15 ضربة جوية وثلاث برية``: of what kind some of the events counted were, without a place of their own."""
    if w.form not in ("masdar", "phrase"):
        return False
    n = next((n for n in ln.numbers if n.form in (*_PLAIN, "singular") and (n.first <= w.first < n.last or n.last == w.first)), None)
    if n is None:
        return False
    first = _row_of_kinds(scene, ln, n)
    if first is None or scene.words[first.first - 1] not in wordset("of-them") or scene.words[first.first - 1].startswith("منهم"):
        return False
    if any(0 <= scene.place(i).first - x.last <= _HOW for x in (first, n) for i in ln.places):
        return False
    return any(x.first < first.first and counts_events(x) and (x.best or 0) > (n.best or 0) for x in ln.numbers)


def _row_of_kinds(scene: Scene, ln: Lines, n: NumberMention) -> NumberMention | None:
    """The number that opens the row ``n`` stands in."""
    while scene.words[n.first - 1] not in wordset("of-them"):
        before = next((x for x in reversed(ln.numbers) if 0 <= n.first - x.last <= 2 and x.form in _PLAIN), None)
        if before is None or not joined(scene, n):
            return None
        n = before
    return n


def _part_before(scene: Scene, ln: Lines, w: WordMention) -> NumberMention | None:
    """``31 منهم`` before the trigger, or the next of such parts (``و5 تحت التعذيب``)."""
    of_them = [n for n in ln.numbers if n.form in _PLAIN and n.best and n.last < w.first and scene.words[n.last] in wordset("of-them")]
    if of_them and w.first - of_them[-1].last <= _HOW and "," not in scene.words[of_them[-1].last : w.first]:
        return of_them[-1]
    if not of_them:
        return None
    near = (n for n in ln.numbers if n.form in _PLAIN and n.noun is None and n.first > of_them[-1].first and 0 <= w.first - n.last <= 1)
    return next((n for n in near if joined(scene, n)), None)


def of_some(scene: Scene, ln: Lines, w: WordMention) -> bool:
    """Whether execution ``w`` stands behind ``بينهم`` and tells of some of the dead counted before.

    Args:
        scene: the document.
        ln: the sentence of ``w``.
        w: a trigger.
    """
    if scene.cls(w) != "execute" or w.form != "phrase":
        return False
    c = next((c for c in reversed(ln.of("among")) if 0 <= w.first - c.last <= _ROW), None)
    if c is None:
        return False
    told = [x for x in ln.triggers if x.first < c.first and scene.cls(x) in _DEAD]
    if not told or any(c.last <= x.first < w.first and x.prefix == "و" and scene.cls(x) not in _DEAD for x in ln.triggers):
        return False
    if not any(c.last <= n.first and 0 <= w.first - n.last <= _NOUN and (joined(scene, n) or n.first == c.last) for n in ln.numbers):
        return False  # "وصل عدد الذين قضوا تحت التعذيب إلى 118"
    return any(told[-1].first <= n.first < c.first and (n.best or 0) > 1 for n in ln.numbers)
