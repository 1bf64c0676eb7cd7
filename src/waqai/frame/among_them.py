"""How some of those counted died is no event of its own: ``مقتل 64 مدنياً، بينهم 14 طفلاً وستة ضحايا بسبب التعذيب``.

Splits by kind of victim stay inside the tally (codebook 8): an execution named behind ``بينهم`` says of some of the dead how they died.
"""

from __future__ import annotations

from waqai.frame.counts import joined
from waqai.frame.scene import Lines, Scene
from waqai.model import WordMention

_DEAD = frozenset(("kill", "die"))
_NOUN = 4  # tokens from the number of those to the word of how they died
_ROW = 24  # tokens from ``بينهم`` to the last item of its row


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
