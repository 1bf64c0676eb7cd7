"""Those an event claimed: ``راح ضحية الهجوم على الحاجز أربعة من الجنود``, ``راح ضحيته رجل وزوجته``."""

from __future__ import annotations

from waqai.frame.companions import companions
from waqai.frame.counts import count_of, is_thing, stops, who_counted
from waqai.frame.frames import Frame, Toll, keep_better
from waqai.frame.one_told import person_behind
from waqai.frame.outcome_subject import counted_later
from waqai.frame.scene import Lines, Scene
from waqai.frame.sum_list import sum_list
from waqai.model import ActorMention, CountRange, NumberMention, WordMention
from waqai.resources.wordsets import wordset

_UNDERGONE = 9  # tokens from the verb of undergoing to what was undergone, or back to who did
_COUNTED = ("digits", "words", "dual")
_VERBS = ("past", "present", "passive")
_List = tuple[CountRange, NumberMention, ActorMention | None]


def victims_of(scene: Scene, ln: Lines, f: Frame, w: WordMention, role: str) -> bool:
    """Keep the toll told behind such words; ``True`` when one is."""
    hi, claimed = f.last, scene.entry(w).id == "victim-of"
    n = counted_later(scene, ln, w.last, hi)
    close = _first_of(sum_list(scene, ln, w.last, stops(scene, ln, w.last, hi), 3), n)  # "أربع نساء وطفلان"
    if close is None and claimed:
        him = person_behind(scene, ln, w.last, hi)  # "راح ضحية الغارة على القرية رجل وزوجته وطفلهما"
        close = _first_of(sum_list(scene, ln, him, ln.sentence.last, 3) if him is not None else None, n)
    n = close[1] if close is not None else n
    if n is None:
        return False
    old = f.tolls.get(role)
    by_verb = old is not None and any(0 <= old.first - x.last <= 2 and x.form in _VERBS for x in ln.triggers)
    if old is not None and old.first < w.first and old.count.best != 1 and claimed and not by_verb:
        del f.tolls[role]  # "35 حادثة اغتيال راح ضحيتها 48 شخصاً"
    count = count_of(n) if close is None else companions(scene, ln, close[0], n.last, hi)
    keep_better(f, Toll(role, count, n.span, n.first, who_counted(scene, ln, n, hi), False, "toll:outcome"))
    return True


def subjected_to(scene: Scene, ln: Lines, f: Frame, w: WordMention, role: str) -> bool:
    """``تعرض 212 شخصاً للاحتجاز``, ``إن 212 شخصاً تعرضوا للاعتقال``: who underwent it; keep the toll, ``True`` when one is told."""
    if w.form != "masdar" or not w.prefix.endswith("ل") or not scene.holds("comes-under"):
        return False
    near = range(w.first - 1, max(f.first, w.first - _UNDERGONE) - 1, -1)
    verb = next((i for i in near if scene.words[i] in wordset("comes-under")), None)
    if verb is None or any(verb < x.first < w.first and x.form in _VERBS for x in ln.triggers):
        return False
    behind = [n for n in ln.numbers if verb < n.first and n.last <= w.first and n.form in _COUNTED]
    before = [n for n in ln.numbers if f.first <= n.first and 0 <= verb - n.last <= _UNDERGONE and n.form in _COUNTED]
    told = behind[:1] or (before[-1:] if scene.words[verb].endswith(("وا", "ا")) else [])
    if not told or is_thing(scene, told[0]):
        return False
    n = told[0]
    keep_better(f, Toll(role, count_of(n), n.span, n.first, who_counted(scene, ln, n, w.first), False, "toll:outcome"))
    return True


def _first_of(got: _List | None, n: NumberMention | None) -> _List | None:
    """The list, where it is counted and begins no later than ``n``."""
    if got is None or got[0].best is None or (n is not None and got[1].first > n.first):
        return None
    return got
