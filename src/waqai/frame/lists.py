"""Lists of items under an opening line: the line lends its actor, date and place to items that are silent about them."""

from __future__ import annotations

from dataclasses import dataclass

from waqai.frame.counts import is_dated, is_thing
from waqai.frame.frames import Frame, Toll
from waqai.frame.scene import PASSING, Scene
from waqai.frame.sum_list import sum_list
from waqai.frame.victims import PERSONS
from waqai.model import ActorMention, CountRange, TimeMention
from waqai.resources.wordsets import wordset

_HEAD = 8  # tokens of the place an item is headed by
_ACTS = frozenset(("armed_group", "state_force", "militia", "international", "ministry"))


@dataclass(frozen=True, slots=True)
class Header:
    """What an opening line states for all its items."""

    actor: ActorMention | None
    time: TimeMention | None
    place: int | None
    dead: bool = False

    def lend(self, scene: Scene, f: Frame) -> None:
        """Fill what an item leaves open."""
        if (f.perpetrator is None and self.actor is not None and f.target is not None and f.target.name_en != self.actor.name_en) or (
            f.perpetrator is None and self.actor is not None and f.target is None
        ):
            f.perpetrator, f.perpetrator_rule = self.actor, "agent:list-header"
        if f.time is None and self.time is not None:
            f.time, f.time_rule = self.time, "time:list-header"
        if f.place is None and self.place is not None:
            f.place, f.place_rule = self.place, "place:list-header"
        if self.dead and not f.tolls and not f.aggregate and f.denial is None and (died := _who_died(scene, f)) is not None:
            f.tolls["killed"] = died


def read_header(scene: Scene, k: int) -> Header | None:
    """The line before the first item, when it introduces the list (it ends with a colon or announces operations)."""
    if k == 0:
        return None
    ln = scene.lines[k - 1]
    tail = scene.words[max(ln.sentence.first, ln.sentence.last - 2) : ln.sentence.last]
    dead = not wordset("dead-listed").isdisjoint(scene.words[ln.sentence.first : ln.sentence.last])
    dead = dead and all(str(t.precision) in ("day", "days", "none") and t.rule != "since" for t in ln.times)
    dead = dead and any(n.form in ("digits", "words") and not is_thing(scene, n) and not is_dated(ln, n) for n in ln.numbers)
    if ":" not in tail:
        return Header(None, ln.times[0] if ln.times else None, None, True) if dead else None
    actor = next((a for a in ln.actors if a.category in _ACTS and a.name_en is not None), None)
    time = ln.times[0] if ln.times else None
    place = next((i for i in ln.places if scene.place(i).relation not in PASSING), None)
    return Header(actor, time, place, dead)


def _who_died(scene: Scene, f: Frame) -> Toll | None:
    """Those an item of a list of the dead begins with: ``درعا: معلم مدرسة برصاص مجهولين``."""
    ln = scene.lines[f.line]
    at = next((i + 1 for i in range(f.first, min(f.first + _HEAD, f.main.first)) if scene.words[i] == ":"), f.first)
    while at < f.main.first and not scene.words[at][:1].isalnum():
        at += 1
    got = sum_list(scene, ln, at, f.main.first, 2) if at < f.main.first else None
    if got is not None and got[0].low:
        return Toll("killed", got[0], got[1].span, got[1].first, got[2], False, "toll:listed-dead")
    a = next((a for a in ln.actors if a.first == at and a.category in PERSONS), None)
    if got is None and a is not None and a.last <= f.main.first:
        return Toll("killed", CountRange(1, 1, 1, a.text), a.span, a.first, a, False, "toll:listed-dead")
    return None
