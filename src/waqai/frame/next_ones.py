"""Counts right behind an outcome that are not what they look like: the subject of the next verb, a dual without its nūn.

``إن طالباً قُتل وسبعة أصيبوا``: the seven are those of the second verb. ``إصابة رجلي أمن``: two, not the plural of a sound noun.
"""

from __future__ import annotations

from waqai.frame.counts import actor_at, joined
from waqai.frame.frames import Frame, Toll
from waqai.frame.lives import is_dual
from waqai.frame.outcome_subject import ROLE_OF, subject_before
from waqai.frame.scene import Lines, Scene
from waqai.model import ActorMention, CountRange, NumberMention, Span, WordMention
from waqai.normalise import fold
from waqai.resources.wordsets import wordset

_VERBS = ("past", "present", "passive")
_NEAR = 2  # tokens from the number to its own verb: "وسبعة آخرين أصيبوا"


def next_ones_own(scene: Scene, ln: Lines, w: WordMention, n: NumberMention) -> bool:
    """The number ``n`` stands with ``و`` between outcome ``w`` and a plural verb of another outcome: it is the subject of that verb."""
    if not 0 <= n.first - w.last <= 1 or n.form == "plural" or not joined(scene, n):
        return False
    nxt = next((x for x in ln.triggers if n.last <= x.first <= n.last + _NEAR and x.form in _VERBS), None)
    if nxt is None or nxt.prefix or ROLE_OF.get(scene.cls(nxt)) in (None, ROLE_OF.get(scene.cls(w))):
        return False
    return fold(nxt.text).endswith(("وا", "ا", "ن")) and "," not in scene.words[n.last : nxt.first]


def before_next(scene: Scene, ln: Lines, f: Frame, w: WordMention, role: str) -> Toll | None:
    """The toll of such an outcome ``w`` itself: those counted before it, or the one its singular speaks of."""
    told = subject_before(scene, ln, f, w)
    if told is not None:
        return Toll(role, told[0], told[1].span, told[1].first, told[2], False, "toll:outcome")
    if is_dual(w) or fold(w.text).endswith(("وا", "ن")):
        return None
    return Toll(role, CountRange(1, 1, 1, w.text), w.span, w.first, None, False, "toll:singular-verb")


def two_of(scene: Scene, ln: Lines, at: int, end: int) -> tuple[CountRange, Span, ActorMention | None] | None:
    """``رجلي أمن``, ``طفلي المزارع``: two persons told by a dual that lost its nūn before a second noun at token ``at``."""
    if at + 1 >= end or scene.words[at] not in wordset("construct-two"):
        return None
    nxt = scene.words[at + 1]
    if not nxt[:1].isalpha() or nxt in wordset("prepositions") or nxt in wordset("setting-prepositions") or nxt in wordset("subordinate"):
        return None
    if scene.words[at].endswith("ا") and not nxt.startswith("ال") and not any(a.first == at and a.last > at + 1 for a in ln.actors):
        return None  # "قُتل طفلا في الحي": the accusative of one
    if any(n.first == at and n.best for n in ln.numbers) and scene.words[at].endswith("ا") and not nxt.startswith("ال"):
        return None
    a = actor_at(ln.actors, at, at + 2)
    span = Span(scene.tokens[at].start, scene.tokens[at + 1].end)
    return CountRange(2, 2, 2, scene.doc.text.slice(span)), span, a
