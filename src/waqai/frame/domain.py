"""What the whole report is about, when it is not about conflict: sport, culture, drills, prices, remembrance (codebook 2.9).

Violent words stand in all of these in another sense. A report whose words belong to such a field in more than a few places in a
hundred tells no event, save one with a number of dead and a party or a weapon.
"""

from __future__ import annotations

from functools import cache

from waqai.frame.frames import Frame
from waqai.frame.scene import Scene
from waqai.model import Sentence
from waqai.resources.wordsets import wordset

_FIELDS = ("field-sport", "field-culture", "field-drill", "field-prices", "field-memory")
_SHARE = 0.02  # of all words; among reports with events none reaches it
_LEAST = 3
_PROCLITICS = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول")
_MEANS = frozenset(("explode", "device", "vbied", "suicide", "air", "airmeans", "shell"))
_ARMED = frozenset(("armed_group", "state_force", "militia", "international"))


@cache
def _words_of(field: str) -> frozenset[str]:
    return frozenset(p + w for w in wordset(field) for p in _PROCLITICS)


@cache
def _all_words() -> frozenset[str]:
    return frozenset().union(*map(_words_of, _FIELDS))


def other_field(scene: Scene) -> str | None:
    """The field the report belongs to, as the name of its word set; ``None`` for news of conflict and all the rest."""
    words = scene.words
    if any(_marks_column(scene, s) for s in scene.doc.text.sentences[:4]):
        return "field-opinion"
    marks = list(filter(_all_words().__contains__, words))
    for field in _FIELDS if len(marks) >= _LEAST else ():
        n = sum(map(_words_of(field).__contains__, marks))
        if n >= _LEAST and n >= _SHARE * len(words):
            return field
    return None


def _marks_column(scene: Scene, s: Sentence) -> bool:
    """A line that only says ``رأي`` or ``مقال رأي``."""
    own = [w for w in scene.words[s.first : s.last] if len(w) > 1]
    return 0 < len(own) <= 2 and all(w in wordset("opinion-mark") for w in own)


def harmless(scene: Scene, f: Frame) -> bool:
    """``الانفجارات ناجمة عن تدريبات``, ``هو انفجار أسطوانة غاز``: a bang nobody meant, with no party named and nobody killed."""
    if not f.classes & {"explode", "airmeans", "shell"} or f.perpetrator is not None or f.classes & {"device", "vbied", "suicide"}:
        return False
    killed = f.tolls.get("killed")
    return not (killed is not None and killed.count.best) and _explained(scene)


def _explained(scene: Scene) -> bool:
    """The report says so of what was heard; read once."""
    known = scene.memo.get("explained")
    if known is None:
        words, causes, things = scene.words, wordset("harmless-cause"), wordset("harmless-thing")
        known = any(
            (w in wordset("caused-by") and not causes.isdisjoint(words[i + 1 : i + 6]))
            or (w in wordset("bang") and i + 1 < len(words) and words[i + 1] in things)
            for i, w in enumerate(words)
        )
        scene.memo["explained"] = known
    return bool(known)


def hard(f: Frame) -> bool:
    """A killing with an armed party and a number, or a bomb, shell or strike with a counted toll: told as such even in the sports pages."""
    tolls = [t for r in ("killed", "injured") if (t := f.tolls.get(r)) is not None and t.count.best]
    if "killed" in f.tolls and tolls and any(a is not None and a.category in _ARMED for a in (f.perpetrator, f.target)):
        return True
    return bool(f.classes & _MEANS) and any(t.rule in ("toll:outcome", "toll:noun", "toll:combined") for t in tolls)
