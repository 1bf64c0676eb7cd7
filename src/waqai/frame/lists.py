"""Lists of items under an opening line: the line lends its actor, date and place to items that are silent about them."""

from __future__ import annotations

from dataclasses import dataclass

from waqai.frame.frames import Frame
from waqai.frame.scene import PASSING, Scene
from waqai.model import ActorMention, TimeMention

_ACTS = frozenset(("armed_group", "state_force", "militia", "international", "ministry"))


@dataclass(frozen=True, slots=True)
class Header:
    """What an opening line states for all its items."""

    actor: ActorMention | None
    time: TimeMention | None
    place: int | None

    def lend(self, f: Frame) -> None:
        """Fill what an item leaves open."""
        if (f.perpetrator is None and self.actor is not None and f.target is not None and f.target.name_en != self.actor.name_en) or (
            f.perpetrator is None and self.actor is not None and f.target is None
        ):
            f.perpetrator, f.perpetrator_rule = self.actor, "agent:list-header"
        if f.time is None and self.time is not None:
            f.time, f.time_rule = self.time, "time:list-header"
        if f.place is None and self.place is not None:
            f.place, f.place_rule = self.place, "place:list-header"


def read_header(scene: Scene, k: int) -> Header | None:
    """The line before the first item, when it introduces the list (it ends with a colon or announces operations)."""
    if k == 0:
        return None
    ln = scene.lines[k - 1]
    tail = scene.words[max(ln.sentence.first, ln.sentence.last - 2) : ln.sentence.last]
    if ":" not in tail:
        return None
    actor = next((a for a in ln.actors if a.category in _ACTS and a.name_en is not None), None)
    time = ln.times[0] if ln.times else None
    place = next((i for i in ln.places if scene.place(i).relation not in PASSING), None)
    return Header(actor, time, place)
