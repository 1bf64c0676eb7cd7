"""Frames that only add up or leave way to others: leads that sum the events after them, withdrawals before a seizure (codebook 8)."""

from __future__ import annotations

from itertools import pairwise

from waqai.frame.frames import Frame
from waqai.frame.leads import same_kind
from waqai.frame.merge import place_relation
from waqai.frame.story import Story
from waqai.model import EventType, PlaceLevel
from waqai.resources.wordsets import wordset

_LEAD = 2  # lines in which a lead stands
_NEAR = 6  # lines in which the events it counts are told
_PLACES = 16  # tokens from its word to the places


def _adds_up(lead: Frame, items: list[Frame]) -> bool:
    """What the lead counts, killed, wounded and held, is the sum of two or more events told right after it."""
    shared = False
    for role in ("killed", "injured", "captured"):
        t = lead.tolls.get(role)
        if t is None or t.count.best is None:
            continue
        parts = [x.tolls[role].count.best or 0 for x in items if role in x.tolls]
        if sum(parts) != t.count.best:
            return False
        shared = shared or sum(p > 0 for p in parts) > 1
    return shared


def _sum_lead(story: Story) -> Frame | None:
    """``استشهد أربعة … على دمشق وريفها``, then three in one place and one in another: the lead tells no event beside them."""
    told = [f for f in story.frames if f.block not in ("title", "heading") and f.denial is None]
    if len(told) < 3 or told[0].aggregate or told[0].many:
        return None
    lead, rest = told[0], told[1:]
    near = [x for x in rest if not x.aggregate and same_kind(lead, x) and 0 < x.line - lead.line <= 4 and not _of_other_day(lead, x)]
    near = [x for x in near if _in_its_places(story, lead, x)]
    return lead if any(_adds_up(lead, near[:n]) for n in range(2, len(near) + 1)) else None


def _in_its_places(story: Story, lead: Frame, x: Frame) -> bool:
    """The bomb in one town does not sum up what befell in others; strikes on two towns named in the lead do."""
    there = [lead.place, *story.scene.lines[lead.line].places]
    return any(place_relation(story.scene, i, x.place) != "different" for i in there)


def _of_other_day(lead: Frame, x: Frame) -> bool:
    """``قُتل طفلان السبت 27 أيلول``, then ``قضى طفل في 11 أيلول``: what befell on another day is no part of what the lead counts."""
    a, b = lead.time, x.time
    if a is None or b is None or a.start is None or b.start is None or a.start != a.end or b.start != b.end:
        return False
    return a.start != b.start


def _exceeds(f: Frame, items: list[Frame]) -> bool:
    """A total of events without a number whose dead are more than those of the items told is a claim (codebook 8)."""
    t = f.tolls.get("killed")
    if f.events is not None or "tally:apart" not in f.rules or t is None or t.count.best is None:
        return False
    return sum(x.tolls["killed"].count.best or 0 for x in items if "killed" in x.tolls) < t.count.best


def _several(story: Story, f: Frame) -> bool:
    """``تتبنى فيها عمليات استهداف``: events in the plural without number, toll or place of their own."""
    if f.tolls or f.events is not None or f.main.form != "masdar" or f.denial is not None:
        return False
    if _at_a_spot(story, f) and not _list_follows(story, f):
        return False
    words, i = story.scene.words, f.main.first
    return any(w.endswith("ات") and w.lstrip("وبل") in wordset("event-nouns") for w in words[max(f.first, i - 1) : i + 1])


def _list_follows(story: Story, f: Frame) -> bool:
    """``نفذت سلسلة عمليات. وفصّل البيان تلك العمليات على النحو التالي:``."""
    lines = story.scene.lines[f.line : f.line + _NEAR // 2]
    ends = (story.scene.words[ln.sentence.last - 2 : ln.sentence.last] for ln in lines)
    return any(e[1:] == [":"] and e[0] in wordset("as-follows") for e in ends if len(e) == 2)


def _at_a_spot(story: Story, f: Frame) -> bool:
    """A place of its own smaller than a country; ``هجمات في مالي وبوركينا فاسو`` have none."""
    if f.place is None or not f.place_rule.startswith("place:own"):
        return False
    ref = story.scene.place(f.place).ref
    return ref is None or ref.level not in (PlaceLevel.COUNTRY, PlaceLevel.NONE)


def _in_all(f: Frame, items: list[Frame]) -> bool:
    """The dead (or, where none are told, the held) of a total are those of two or more events told after it; "at least 28" are 28."""
    if f.events is not None and (f.events.best is None or f.events.best > len(items)):
        return False
    role = next((r for r in ("killed", "captured") if r in f.tolls and f.tolls[r].count.best is not None), None)
    if role is None:
        return False
    parts = [(c.best or c.low or 0) for x in items if role in x.tolls for c in (x.tolls[role].count,)]
    return any(sum(p > 0 for p in parts[:n]) > 1 and sum(parts[:n]) == f.tolls[role].count.best for n in range(2, len(parts) + 1))


def _over_several_places(story: Story, f: Frame) -> bool:
    """``توغلت في عدد من قرى القنيطرة``, ``حملة اعتقالات في مدن وبلدات``: no count of its own, several places left unnamed."""
    if f.aggregate or f.line > _LEAD or any(t.count.best is not None for t in f.tolls.values()):
        return False
    words = story.scene.words[f.first : min(story.scene.lines[f.line].sentence.last, f.main.last + _PLACES)]
    several, spots = wordset("several-of"), wordset("spots")
    return any(a in several and b in spots for a, b in pairwise(words)) or any(
        a in spots and b.startswith("و") and b[1:] in spots for a, b in pairwise(words)
    )


def _told_apart(items: list[Frame]) -> bool:
    """Two or more of them at places of their own."""
    return len({x.place for x in items if _placed(x)}) > 1


def _placed(f: Frame) -> bool:
    return f.place is not None and f.place_rule.startswith(("place:own", "place:list"))


def _lend_voice(total: Frame, items: list[Frame]) -> None:
    """Who told the total told the events it counts, where nobody else tells them."""
    for x in items:
        if x.voice_at is None:
            x.voice_at = total.main.first
            x.rules.append("voice:lent")


def drop_sums(story: Story) -> None:
    """A lead that counts the events told one by one after it is a checksum, not a claim (codebook 8, tallies)."""
    for n, f in enumerate(story.frames):
        if f.denial is not None or "tally:item" in f.rules or f.block in ("title", "heading"):
            continue
        items = [x for x in story.frames[n + 1 :] if not x.aggregate and x.denial is None and x.line - f.line <= _NEAR and same_kind(f, x)]
        if len(items) < 2:
            continue
        if (f.aggregate and _in_all(f, [x for x in items if _placed(x)])) or (
            _over_several_places(story, f) and _told_apart([x for x in items if x.family() == f.family()])
        ):
            f.drop = "checksum"
            _lend_voice(f, items)
            for x in items:
                if x.time is None and not f.aggregate:
                    x.time, x.time_rule = f.time, "time:of-the-total"
    lead = _sum_lead(story)
    if lead is not None:
        lead.drop = "checksum"
        _lend_voice(lead, [x for x in story.frames if lead.line < x.line <= lead.line + _NEAR and same_kind(lead, x)])
        for x in story.frames:
            if x.time is None and x.line > lead.line and not x.aggregate:
                x.time, x.time_rule = lead.time, "time:of-the-total"
    for f in story.frames:
        if "tally:headed" in f.rules:
            f.drop = "checksum"  # the heading of a list of numbers has none of its own
    for n, f in enumerate(story.frames):
        if not (f.many or _several(story, f)) or "tally:item" in f.rules or f.block in ("title", "heading"):
            continue
        items = [x for x in story.frames[n + 1 :] if not x.aggregate and not x.many and x.denial is None and same_kind(f, x)]
        stated = f.events.best if f.events is not None else 2
        if not items or stated is None:
            continue
        if _exceeds(f, items):
            continue
        if len(items) >= stated or (not f.aggregate and len(items) >= 2):
            f.drop = "checksum"
            for x in story.frames:
                if x.total is f and x.events is not None and x.events.best == stated:
                    x.drop = "checksum"  # the same number told again
            if not _list_follows(story, f):
                _lend_voice(f, items)
            for x in items:
                if x.time is None:
                    x.time, x.time_rule = f.time, "time:of-the-total"
    story.dropped.extend(f for f in story.frames if f.drop == "checksum")
    story.frames = [f for f in story.frames if f.drop != "checksum"]


def drop_withdrawals(story: Story) -> None:
    """``انسحب الجيش من المدينة ودخلتها القوات``: a place left to those who take it changes hands once."""
    taken = [f for f in story.frames if f.event_type == EventType.SEIZURE_OF_TERRITORY and f.denial is None and f.place is not None]
    for f in story.frames if taken else ():
        if f.event_type != EventType.STRATEGIC_DEVELOPMENT or f.place is None or f.denial is not None:
            continue
        if story.scene.entry(f.main).id not in ("withdraw", "pull-back"):
            continue
        if any(abs(x.line - f.line) <= 1 and place_relation(story.scene, x.place, f.place) == "same" for x in taken):
            f.drop = "part-of-seizure"
    story.dropped.extend(f for f in story.frames if f.drop == "part-of-seizure")
    story.frames = [f for f in story.frames if f.drop != "part-of-seizure"]
