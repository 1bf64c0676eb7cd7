"""A clause that turns to another matter: ``فيما قُتل اثنان``, ``في حين أُحبط هجوم``.

It has its own cause or place, or the one before has: then it is an event of its own.
"""

from __future__ import annotations

from waqai.frame.classes import GROUP_OF, VERB
from waqai.frame.clauses import Clause
from waqai.frame.frames import Frame
from waqai.frame.scene import PASSING, Lines, Scene
from waqai.model import ActorMention, WordMention
from waqai.resources.wordsets import wordset

_SOURCE = 6  # tokens from مصدرها to where it came from
_SIDES = 6  # tokens from ``بين`` to the second of the two
_STRUCK = frozenset(("air", "fire", "explosive", "clash"))


def placed(scene: Scene, ln: Lines, c: Clause) -> bool:
    """Whether a clause has a place neither passed through nor only named, nor where the shells came from (``مصدرها القاعدة في X``)."""
    here = [p for p in map(scene.place, ln.places) if c.first <= p.first < c.last and p.relation not in PASSING]
    source = wordset("its-source")
    return any(source.isdisjoint(scene.words[max(c.first, p.first - _SOURCE) : p.first]) for p in here)


def placed_behind(scene: Scene, ln: Lines, cs: list[Clause], b: int) -> bool:
    """``قُتل سبعة، الأحد، في محافظة تعز، فيما أُحبط هجوم``: the place of what was told stands in a clause without an event."""
    if b < 2 or scene.words[cs[b - 1].first] not in wordset("place-in") or not _turns(scene, cs[b]):
        return False
    if any(cs[b - 1].first <= x.first < cs[b - 1].last for x in ln.triggers):
        return False
    return placed(scene, ln, cs[b - 1])


def _turns(scene: Scene, c: Clause) -> bool:
    return not wordset("turning-to").isdisjoint(scene.words[c.first : c.first + 2])


def cause_ahead(scene: Scene, ln: Lines, cs: list[Clause], b: int, w: WordMention) -> bool:
    """Before the next hard break the outcome ``w`` has a cause of its own, without the article, and a place."""
    if not _turns(scene, cs[b]):
        return False
    end = next((c.first for c in cs[b + 1 :] if c.hard), ln.sentence.last)
    cause = next((x for x in ln.triggers if w.last <= x.first < end and GROUP_OF.get(scene.cls(x)) in _STRUCK), None)
    if cause is None or cause.form in VERB or cause.prefix.endswith("ال"):
        return False
    return any(cause.last <= scene.place(i).first < end and scene.place(i).relation not in PASSING for i in ln.places)


def fights_elsewhere(scene: Scene, f: Frame, a: ActorMention) -> bool:
    """``قُتل 15 مدنياً بقصف …، فيما تتواصل الاشتباكات بين الجيش وX``: the two who fight in another clause did not shell, for all it says."""
    if scene.owner[a.first] != f.line or a.first < f.main.last:
        return False
    between = scene.words[f.main.last : a.first]
    turned = next((k for k, w in enumerate(between) if w in wordset("turning-to")), -1)
    return turned >= 0 and "بين" in between[max(turned, len(between) - _SIDES) :]
