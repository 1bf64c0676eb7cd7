"""Two outcomes that share one number: ``مقتل وإصابة 5``, ``قُتل وأصيب 12``, ``قتل واعتقال 12``, ``مقتل وجرح طاقمها``."""

from __future__ import annotations

from waqai.frame.counts import stops
from waqai.frame.frames import Frame, Toll, keep_better
from waqai.frame.lives import is_dual
from waqai.frame.named_before import named_before
from waqai.frame.outcome_subject import ROLE_OF, pronoun_of, subject_before
from waqai.frame.scene import Lines, Scene
from waqai.frame.single import crews
from waqai.frame.sum_list import sum_list
from waqai.model import CountRange, Span, WordMention
from waqai.normalise import fold
from waqai.resources.wordsets import wordset


def share_number(scene: Scene, ln: Lines, f: Frame, w: WordMention, at: int, hi: int) -> bool:
    """``مقتل وإصابة 5``, ``قُتل وأصيب 12``: two outcomes joined by ``و`` share the number after them; ``True`` when they do."""
    nxt = next((x for x in ln.triggers if x.first == at), None)
    if nxt is None or not scene.words[at].startswith("و") or (w.form == "masdar" and pronoun_of(w) is not None):
        return False  # "أدى إلى مقتلهما وإصابة طفل": whose death it was is said
    if {ROLE_OF.get(scene.cls(w)), ROLE_OF.get(scene.cls(nxt))} == {"killed", "captured"} and scene.tokens[at].start == w.span.end + 1:
        if w.form != "masdar" and (fold(w.text).endswith("وا") or subject_before(scene, ln, f, w) is not None):
            return False  # "إن 50 شخصاً قُتلوا واختُطف عدد من النساء"
        return _dead_and_held(scene, ln, f, nxt, hi)
    if {ROLE_OF.get(scene.cls(w)), ROLE_OF.get(scene.cls(nxt))} != {"killed", "injured"}:
        return w.form == "masdar" and nxt.form == "masdar" and scene.cls(nxt) in ("injure", "kill", "die")
    if (w.form == "masdar") != (nxt.form == "masdar") and fold(nxt.text) != "وجرح":
        return False
    if w.form != "masdar" and (fold(w.text).endswith("وا") or is_dual(w) or subject_before(scene, ln, f, w) is not None):
        return False  # "خمسة مدنيين قُتلوا وأصيب 13": each verb has its own
    if w.form != "masdar" and named_before(scene, ln, w) is not None:
        return False  # "إن الشاب فلاناً قُتل وأصيب ثلاثة"
    got = sum_list(scene, ln, nxt.last, stops(scene, ln, nxt.last, hi))
    if got is None and nxt.last < hi and scene.words[nxt.last] in wordset("its-crew"):  # "مقتل وجرح طاقمها"
        crew = Span(scene.tokens[nxt.last].start, scene.tokens[nxt.last].end)
        count = CountRange(crews(scene, nxt.last), None, None, scene.doc.text.slice(crew))
        for role in ("killed", "injured"):
            keep_better(f, Toll(role, count, crew, nxt.last, None, False, "toll:inside"))
        return True
    if got is None:
        return w.form == "masdar"
    if got[0].best is None and got[0].low is not None and got[1].form in ("vague", "plural"):
        for role in ("killed", "injured"):
            keep_better(f, Toll(role, got[0], got[1].span, got[1].first, got[2], False, "toll:pair"))
    elif got[0].best != 1:
        f.tolls.setdefault("killed_or_injured", Toll("killed_or_injured", got[0], got[1].span, got[1].first, got[2], True, "toll:pair"))
    return True


def _dead_and_held(scene: Scene, ln: Lines, f: Frame, nxt: WordMention, hi: int) -> bool:
    """``قتل واعتقال 12 من عناصر الحركة``: some were killed and the others held; ``True`` when a number follows."""
    got = sum_list(scene, ln, nxt.last, stops(scene, ln, nxt.last, hi))
    if got is None or got[0].best == 1:
        return False
    n = got[0].best
    dozens = n is None and scene.words[got[1].first].endswith("شرات")
    count = CountRange(2 if dozens else 1, None, None if n is None else n - 1, got[0].text)
    for role in ("killed", "captured"):
        keep_better(f, Toll(role, count, got[1].span, got[1].first, got[2], False, "toll:pair"))
    return True


def role_before(scene: Scene, ln: Lines, f: Frame, w: WordMention) -> list[str]:
    """The role of the outcome joined right before (``مقتل وإصابة من``)."""
    return [ROLE_OF[scene.cls(x)] for x in f.triggers if x.last == w.first and scene.cls(x) in ROLE_OF]
