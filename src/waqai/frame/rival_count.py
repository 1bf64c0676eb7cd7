"""Another count of the same dead by somebody who does not stand beside the first teller: a version of its own (codebook 2.2).

``قالت وزارة الدفاع إن خمسة جنود قُتلوا بهجوم …. لكن مصدراً طبياً تحدث عن ثمانية قتلى``: the sentence names no event; it sets a number against
the one the party told.
"""

from __future__ import annotations

from dataclasses import replace

from waqai.frame.frames import Frame, Part
from waqai.frame.scene import Scene
from waqai.model import ActorMention
from waqai.resources.wordsets import wordset

_PARTIES = frozenset(("armed_group", "militia", "state_force", "ministry", "international"))


def rival_count(scene: Scene, old: Frame, stray: Frame, a: ActorMention | None, b: ActorMention | None) -> Frame | None:
    """The second version; ``None`` where one of the two is nobody, both are one, or neither takes part.

    Args:
        scene: the document.
        old: the event and its first count.
        stray: the sentence with the other count.
        a: who counted first.
        b: who counts in that sentence.
    """
    if a is None or b is None or (a.name_en or a.text) == (b.name_en or b.text) or not {a.category, b.category} & _PARTIES:
        return None
    have, new = old.tolls["killed"].count, stray.tolls["killed"].count
    if have.best is None or new.best is None or have.best == new.best or not new.best or old.aggregate or old.modality is not None:
        return None
    ln = scene.lines[stray.line]
    words = scene.words[ln.sentence.first : ln.sentence.last]
    if ln.of("rise") and wordset("sets-another-count").isdisjoint(words):
        return None
    named = min(ln.tolls, key=lambda w: abs(w.first - stray.tolls["killed"].first), default=None)
    if named is None:
        return None
    return replace(
        old, main=named, triggers=[named], line=stray.line, lines=[stray.line], first=ln.sentence.first, last=ln.sentence.last,
        parts=[Part(stray.line, ln.sentence.first, ln.sentence.last, named)], tolls=dict(stray.tolls), rules=["rival"],
        classes=set(old.classes), perpetrator=None, perpetrator_rule="", target=stray.tolls["killed"].who or old.target,
        target_rule="target:killed", weapon=None, weapon_value=None, place_rule="place:same-event", time_rule="time:same-event",
        voice_at=stray.tolls["killed"].first, more_places=[], definite=False,
    )  # fmt: skip
