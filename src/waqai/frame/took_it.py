"""Who took a place by the noun of taking: ``منذ سيطرة الجيش والفصائل الموالية له عليها``: the party behind the noun took it."""

from __future__ import annotations

from waqai.frame.frames import Frame
from waqai.frame.governed import prep_of
from waqai.frame.scene import Scene
from waqai.model import EventType
from waqai.resources.wordsets import wordset

_PARTY = frozenset(("armed_group", "militia", "state_force", "international", "tribe"))
_UPON = 9  # tokens from the noun to what is taken


def settle_taker(scene: Scene, f: Frame) -> None:
    """Make the party a noun of taking is annexed to the doer, and whoever is joined to it no loser.

    Args:
        scene: the document.
        f: the ranked frame; one without a day tells how things stand (codebook 2.7) and stays as it is.
    """
    if f.event_type is not EventType.SEIZURE_OF_TERRITORY or f.aggregate or f.main.form != "masdar" or f.time is None:
        return
    w = f.main
    if scene.cls(w) != "seize" or scene.owner[w.first] < 0 or scene.words[w.first - 1] in wordset("losing"):
        return
    ln = scene.lines[scene.owner[w.first]]
    a = next((a for a in ln.actors if w.first <= a.first <= w.last and a.last > w.last), None)
    if a is None or a.category not in _PARTY or a.name_en is None or a.form == "pronoun" or (a.first == w.last and prep_of(scene, a)):
        return
    if wordset("taken-upon").isdisjoint(scene.words[a.last : w.last + _UPON]):
        return
    t = f.target
    if f.perpetrator is None or f.perpetrator.name_en != a.name_en:
        f.perpetrator, f.perpetrator_rule = a, "agent:takes"
    if t is not None and (t.name_en == a.name_en or t.category in ("civilians", "property") or a.last <= t.first <= a.last + 1):
        f.target, f.target_rule = None, ""
