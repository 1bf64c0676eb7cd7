"""Nouns of one sentence that tell of two things: people held here and killed there, and two counts by two tellers.

``اعتقال قيادي في بغداد، ومقتل أحد عناصره بمحافظة كركوك``; ``أفادت الشرطة بسقوط 5 قتلى، فيما قال مصدر طبي إن حصيلة التفجير بلغت 21``.
"""

from __future__ import annotations

from waqai.frame.classes import OUTCOME
from waqai.frame.clauses import Clause
from waqai.frame.scene import PASSING, Lines, Scene
from waqai.model import WordMention

_NEAR = 12  # tokens from the noun of killing to its place


def slain_elsewhere(scene: Scene, ln: Lines, g: list[WordMention], w: WordMention) -> bool:
    """Whether noun ``w`` tells of dead or wounded at another place than the arrests of group ``g``.

    Args:
        scene: the document.
        ln: the sentence.
        g: triggers of the happening so far, in text order.
        w: the next trigger.
    """
    if w.form != "masdar" or w.prefix != "و" or scene.cls(w) not in OUTCOME - {"result"}:
        return False
    last = max(g, key=lambda x: x.first)
    if not {scene.cls(x) for x in g} <= {"arrest"} or last.form != "masdar":
        return False
    here = [i for i in ln.places if last.last <= scene.place(i).first < w.first and scene.place(i).relation not in PASSING]
    there = [
        i
        for i in ln.places
        if w.last <= scene.place(i).first < w.last + _NEAR and scene.place(i).relation not in PASSING and scene.place_prep(i) in ("في", "ب")
    ]
    if (
        not here
        or not there
        or any(x.first > w.first and x.form != "masdar" and x.first < scene.place(there[0]).first for x in ln.triggers)
    ):
        return False
    return not any(scene.same_place(a, b) or scene.place(a).container == b or scene.place(b).container == a for a in here for b in there)


def count_of_anothers(scene: Scene, ln: Lines, a: Clause, b: Clause, w: WordMention) -> bool:
    """Whether clause ``b``, in which ``w`` names the event again, has a teller and a count of the dead of its own, as ``a`` has.

    Args:
        scene: the document.
        ln: the sentence.
        a: the clause of the count told before.
        b: the clause of ``w``, behind ``فيما`` or its like.
        w: a noun with its article, or the dead themselves.
    """
    told = [s for s in ln.speech if s.form in ("past", "present")]
    here = any(b.first <= s.first < w.first for s in told)
    before = any(s.first < b.first for s in told)
    dead = [t for t in ln.tolls if scene.entry(t).weapon == "killed" and any(n.first <= t.first <= n.last for n in ln.numbers)]
    return here and before and any(a.first <= t.first < b.first for t in dead) and any(b.first <= t.first < b.last for t in dead)
