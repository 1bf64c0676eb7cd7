"""Persons counted together and then told one by one, each with a place of his own: as many events (codebook 2.5, 8).

``قُتل عنصران، أحدهما بهجوم على حاجز في ذيبان، والآخر برصاص مجهولين في الشنان``: the count is a sum, the words ``أحدهما`` and
``والآخر`` tell what became of each. Each such word stands as a trigger with the meaning of the verb that counted.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from waqai.frame.frames import Frame, Toll
from waqai.frame.kind_signs import at_post
from waqai.frame.outcome_subject import ROLE_OF
from waqai.frame.scene import PASSING, Lines, Scene
from waqai.model import CountRange, EventType, PlaceLevel, Span, WordMention
from waqai.resources.wordsets import wordset

if TYPE_CHECKING:
    from waqai.frame.story import Story

FORM = "item"
_STRUCK = (EventType.SHELLING, EventType.AIRSTRIKE, EventType.ARMED_CLASH, EventType.ATTACK)
RULE = "item:one-by-one"
_MOST = 12  # persons told one by one
_REACH = 4  # tokens between the verb and its number
_FAR = 16  # tokens from the item to its place


def item_triggers(scene: Scene, ln: Lines, triggers: Sequence[WordMention]) -> list[WordMention]:
    """A trigger for every item of a count told one by one in the sentence; empty when there are none.

    Args:
        scene: the document.
        ln: the sentence.
        triggers: the triggers found in it.
    """
    s, words = ln.sentence, scene.words
    told = words[s.first : s.last]
    if wordset("next-of-them").isdisjoint(told) and (wordset("first-of-them").isdisjoint(told) or wordset("nth-of-them").isdisjoint(told)):
        return []
    lead = _lead(scene, ln, triggers)
    if lead is None:
        return []
    starts = [i for i in range(lead[0].last, s.last - 1) if _opens(scene, ln, i)]
    if len(starts) < 2 or words[starts[0]] in wordset("next-of-them"):
        return []
    if any(lead[0].last <= x.first < starts[0] and scene.cls(x) not in ROLE_OF and _pair(x) for x in triggers):
        return []  # "قُتل مدنيان في انفجارين، الأول في حيان والثاني في معردس": the blasts are told one by one
    placed: list[int] = []
    for i, end in zip(starts, [*starts[1:], s.last]):
        place = next((p for p in ln.places if i < scene.place(p).first < min(end, i + _FAR) and _there(scene, p)), None)
        if place is None or any(scene.same_place(place, p) for p in placed):
            return []
        ref = scene.place(place).ref
        if ROLE_OF[scene.cls(lead[0])] == "captured" and ref is not None and ref.level is PlaceLevel.SITE:
            return []  # quarters of a town part no operation
        placed.append(place)
    if scene.cls(lead[0]) in ("arrest", "seize-persons") and all(_quarter(scene, p) for p in placed):
        return []  # "ثلاثة في حي تسعين والرابع في حي الكرامة": one operation in a town
    if sum(_persons(scene, ln, i) for i in starts) != lead[1]:
        return []  # "12 قتيلاً في هجومين، أحدهما في بانياس"
    return [WordMention(_span(scene, i), _text(scene, i), "trigger", lead[0].entry, FORM, "", i, i + 1) for i in starts]


def _lead(scene: Scene, ln: Lines, triggers: Sequence[WordMention]) -> tuple[WordMention, int] | None:
    """The verb of killing, wounding or holding that counts two or more, and how many."""
    for w in triggers:
        for n in ln.numbers if scene.cls(w) in ROLE_OF else ():
            if 0 <= n.first - w.first <= _REACH and n.best is not None and 2 <= n.best <= _MOST and n.form not in ("plural", "ordinal"):
                return w, int(n.best)
    return None


def _pair(w: WordMention) -> bool:
    """``انفجارين``, ``هجومان``: a noun of two events."""
    return w.form == "masdar" and w.text.endswith(("ين", "ان"))


def _persons(scene: Scene, ln: Lines, i: int) -> int:
    """How many persons the item at token ``i`` stands for."""
    number = next((int(x.best) for x in ln.numbers if x.first == i and x.best and x.form != "ordinal"), None)
    return number or (2 if scene.words[i] in wordset("two-of-them") else 1)


def _opens(scene: Scene, ln: Lines, i: int) -> bool:
    """An item begins at token ``i``: ``أحدهما``, ``والآخر``, ``اثنان منهم``."""
    w, before = scene.words[i], scene.words[i - 1]
    if w in wordset("next-of-them") or w in wordset("first-of-them"):
        return not any(t.first <= i < t.last for t in ln.times)  # "كانون الأول"
    if w in wordset("nth-of-them"):
        return before in wordset("as-for") or any(x.last == i and scene.cls(x) in ROLE_OF for x in ln.triggers)
    return scene.words[i + 1] in wordset("of-them") and any(n.first == i and n.form in ("words", "dual", "digits") for n in ln.numbers)


def _there(scene: Scene, p: int) -> bool:
    """A place where something happens: no home, goal or hospital."""
    relation, prep = scene.place(p).relation, scene.place_prep(p)
    return relation not in PASSING and prep not in ("من", "الي", "ل") and (prep != "" or relation != "in")


def _quarter(scene: Scene, p: int) -> bool:
    ref = scene.place(p).ref
    return ref is not None and ref.level is PlaceLevel.SITE


def _span(scene: Scene, i: int) -> Span:
    t = scene.tokens[i]
    return Span(t.start, t.end)


def _text(scene: Scene, i: int) -> str:
    return scene.doc.text.slice(_span(scene, i))


def is_item(f: Frame) -> bool:
    """The frame tells one of those counted before."""
    return any(w.form == FORM for w in f.triggers)


def count_item(scene: Scene, f: Frame, frames: Sequence[Frame]) -> None:
    """Give an item its number of persons and the frame that counted them all.

    Args:
        scene: the document.
        f: the frame of the item.
        frames: the frames before it.
    """
    w = next(w for w in f.triggers if w.form == FORM)
    role = ROLE_OF[scene.cls(w)]
    n = _persons(scene, scene.lines[f.line], w.first)
    f.tolls[role] = Toll(role, CountRange(n, n, n, w.text), w.span, w.first, None, False, "toll:item")
    f.rules.append(RULE)
    f.total = next((x for x in reversed(frames) if x.line == f.line and RULE not in x.rules), None)


def settle_items(story: Story) -> None:
    """Let the items have the sides of the whole, and drop the whole where they make it up."""
    leads: list[tuple[Frame, list[Frame]]] = []
    for f in story.frames:
        lead = f.total
        if RULE not in f.rules or lead is None:
            continue
        if leads and leads[-1][0] is lead:
            leads[-1][1].append(f)
        else:
            leads.append((lead, [f]))
        if lead.target is not None:
            f.target, f.target_rule = lead.target, "target:of-the-whole"
        if lead.perpetrator is not None and (f.perpetrator is None or "captured" in f.tolls):
            f.perpetrator, f.perpetrator_rule = lead.perpetrator, "agent:of-the-whole"
        if f.weapon_value is None and lead.event_type in _STRUCK and not f.classes - ROLE_OF.keys():
            f.event_type, f.weapon, f.weapon_value = lead.event_type, lead.weapon, lead.weapon_value  # dead of the same shelling
        if f.event_type is EventType.ASSASSINATION and at_post(story.scene, f):
            f.event_type = EventType.ATTACK
        if f.perpetrator is not None and f.target is not None and f.perpetrator.name_en == f.target.name_en:
            f.perpetrator, f.perpetrator_rule = None, ""
        if f.time is None:
            f.time, f.time_rule = lead.time, "time:of-the-whole"
    for lead, items in leads:
        for role in items[0].tolls.keys() & lead.tolls.keys():
            if sum(x.tolls[role].count.best or 0 for x in items if role in x.tolls) == lead.tolls[role].count.best:
                lead.drop = "checksum"
    story.dropped.extend(f for f in story.frames if f.drop == "checksum")
    story.frames = [f for f in story.frames if f.drop != "checksum"]
