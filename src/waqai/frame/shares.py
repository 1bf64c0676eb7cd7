"""Shares of a total: every place, actor or month with a number of its own is a further tally (codebook section 8).

``تسع عمليات في الرقة وعمليتان في حلب`` names the share after its number, ``محافظة أربيل بـ 48 ضربة`` before it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from waqai.frame.counts import joined
from waqai.frame.frames import Frame, Part, Toll
from waqai.frame.governed import holds_the_area
from waqai.frame.one_event import counts_events, noun_readings
from waqai.frame.scene import PASSING, Lines, Scene
from waqai.frame.split import placed
from waqai.frame.tally import event_number, to_range
from waqai.model import ActorMention, EventType, NumberMention, PlaceLevel, Span, TimeMention, WordMention
from waqai.resources.wordsets import wordset

_AREAS = frozenset((PlaceLevel.GOVERNORATE, PlaceLevel.COUNTRY, PlaceLevel.SUBREGION, PlaceLevel.CITY, PlaceLevel.DISTRICT))
_PLACES = _AREAS | {PlaceLevel.TOWN, PlaceLevel.VILLAGE}  # of events counted: "خمس منها قرب القريتين"
_SIDES = frozenset(("armed_group", "state_force", "militia", "international"))
_LINK, _BLAME = wordset("share-link"), wordset("share-blame")
_PERSONS = {EventType.ARREST: "captured", EventType.ASSASSINATION: "killed", EventType.EXECUTION: "killed", EventType.ABDUCTION: "captured"}
_OUTCOME = {"kill": "killed", "die": "killed", "injure": "injured", "arrest": "captured", "abduct": "captured"}
_TAKEN = frozenset((EventType.ARREST, EventType.ABDUCTION))
_ASSAULTS = frozenset(("attack", "target", "kill", "explode", "shoot", "clash", "storm", "shell", "air"))
_PREPS = wordset("place-prepositions")
_OF_THESE = (["من", "هذه"], ["من", "تلك"])
_AT = ("ب", "في", "على")
_ACTS = ("past", "present", "passive")
_WEEK = 6  # days
_HEAD = 30  # tokens from "القتلى" to a share of them
_BEFORE, _AFTER, _NEAR = 12, 4, 3
Anchor = tuple[str, int, int, int]  # kind, index or identity, first, last


@dataclass(slots=True)
class Share:
    """One anchor with its numbers, in text order."""

    anchor: Anchor
    numbers: list[NumberMention] = field(default_factory=list)


def _anchors(scene: Scene, ln: Lines, parent: Frame) -> list[Anchor]:
    out: list[Anchor] = []
    for i in ln.places:
        p = scene.place(i)
        areas = _AREAS if parent.events is None else _PLACES
        area = p.ref is not None and p.relation not in PASSING and (p.ref.level in areas or scene.words[p.first] in wordset("area-heads"))
        if area and not _of_the_whole(scene, parent, i):
            out.append(("place", i, p.first, p.last))
    for n, a in enumerate(ln.actors):
        own = parent.perpetrator is not None and a.name_en == parent.perpetrator.name_en
        handed = any(c.last == a.first for c in ln.of("agentby"))
        if scene.words[a.first - 1] in wordset("partner-prepositions"):
            continue  # "28 عملية مع قسد"
        if (
            (a.category in _SIDES or a.category == "ministry" or (handed and a.category in ("unknown", "crime", "police")))
            and a.name_en
            and (not own or handed)
        ):
            out.append(("actor", n, a.first, a.last))
    for n, t in enumerate(ln.times):
        if _another_period(t, parent.time):
            out.append(("time", n, t.first, t.last))
    return sorted(out, key=lambda x: x[2])


def _another_period(t: TimeMention, whole: TimeMention | None) -> bool:
    """A month that is not the total's; a year where the total is of a year."""
    if whole is None or t.start is None or (t.start, t.end) == (whole.start, whole.end):
        return False
    if str(t.precision) == "month":
        return t.start != whole.start or t.end != whole.end
    return str(t.precision) == str(whole.precision) == "year"


def _another_did(ln: Lines, n: NumberMention, parent: Frame) -> bool:
    """``شن الطيران الروسي ست غارات`` after a total of what the group did: somebody else, told with a verb of his own."""
    if parent.events is not None:
        return False
    who = next((a for a in ln.actors if 0 <= n.first - a.last <= 1 and a.category in _SIDES), None)
    if who is None or who.name_en is None or (parent.perpetrator is not None and who.name_en == parent.perpetrator.name_en):
        return False
    return any(c.form == "past" and 0 <= who.first - c.last <= 1 for c in ln.of("light"))


def _of_the_whole(scene: Scene, parent: Frame, i: int) -> bool:
    """The place of the total itself; the town of an area's name is a part of it (``منطقة عفرين``, ``مركز مدينة عفرين``)."""
    if parent.place is None or not scene.same_place(parent.place, i):
        return False
    here, whole = scene.place(i).ref, scene.place(parent.place).ref
    return here is None or whole is None or here.level is whole.level or here.level is not PlaceLevel.CITY


def _counts_persons(scene: Scene, ln: Lines, n: NumberMention) -> bool:
    if n.noun is None:
        return True
    return not any(i in scene.things for i in range(n.first, min(n.last + 1, len(scene.words))))


def find_shares(scene: Scene, k: int, parent: Frame, taken: set[int]) -> list[Share]:
    """Shares of ``parent`` in line ``k``; ``taken`` holds first tokens of numbers already used."""
    ln = scene.lines[k]
    anchors = _anchors(scene, ln, parent)
    if not anchors:
        return []
    among = ln.of("among")
    shares: dict[Anchor, Share] = {}
    used_until = ln.sentence.first
    for n in ln.numbers:
        if n.first in taken or n.form in ("ordinal", "plural") or scene.words[n.first] in wordset("one-of-them"):
            continue
        if n.form == "singular" and n.noun is not None and wordset("just-one").isdisjoint(scene.words[n.first : n.last + 1]):
            continue
        if any(t.first <= n.first < t.last for t in ln.times) or (counts_events(n) and _another_did(ln, n, parent)):
            continue
        if not wordset("let-go").isdisjoint(scene.words[max(ln.sentence.first, n.first - 3) : n.first]):
            continue  # "أفرج عن ستة منهم": let go again
        if not (counts_events(n) or _counts_persons(scene, ln, n)) or (scene.words[n.last : n.last + 1] == ["%"]):
            continue
        if (
            not counts_events(n)
            and any(used_until <= c.first < n.first and n.first - c.last <= 2 for c in among)
            and not (n.noun is None and placed(scene, ln, n))
        ):
            continue
        near = anchors if counts_events(n) else [a for a in anchors if a[0] != "actor" or ln.actors[a[1]].category != "ministry"]
        if n.noun is not None:  # "خمس منها قرب القريتين", but "إصابة جنديين في قرية" counts no events
            near = [a for a in near if a[0] != "place" or not _small(scene, a[1])]
        reach = _AFTER + 2 if scene.words[n.last : n.last + 2] in _OF_THESE else _AFTER  # "50 من هذه العمليات نُفذت في دير الزور"
        after = next((a for a in near if 0 <= a[2] - n.last <= reach), None)
        if after is not None:
            gap = scene.words[n.last : after[2]]
            blamed = after[0] == "actor" and not _BLAME.isdisjoint(gap)
            linked = blamed or any(w in _LINK for w in gap) or (after[0] == "place" and (scene.place_prep(after[1]) in _AT or "علي" in gap))
            linked = linked or (after[0] == "place" and _PREPS.issuperset(gap or [scene.words[after[2]]]))  # "واثنتان قرب خانقين"
            if after[0] == "actor" and gap == ["من"] and not counts_events(n) and "killed" in parent.tolls:
                used_until = max(used_until, after[3])
                continue  # "52 من قوات النظام": whom the dead were of
            linked = linked or (after[0] == "actor" and not gap and scene.proclitic(ln.actors[after[1]]) == "ل")
            blocked = any(x.first > n.first and x.last <= after[2] for x in ln.numbers)
            if not linked or blocked or "," in gap:
                after = None
            elif after[0] == "actor" and gap == ["من"] and not counts_events(n) and "killed" in parent.tolls:
                used_until = after[3] + 1  # "هم 8 من قسد و2 من التنظيم": kinds of victims
                continue
        before = [a for a in near if a[3] <= n.first and n.first - a[3] <= _BEFORE and a[3] > used_until - 1]
        anchor = after or (before[-1] if before else None)
        if anchor is None and shares:
            last = list(shares.values())[-1]
            near_it = n.first - last.numbers[-1].last
            if (near_it <= 4 and joined(scene, n)) or (near_it <= 2 and counts_events(last.numbers[0]) and _is_toll(ln, n)):
                anchor = last.anchor
        if anchor is None:
            continue
        if anchor in shares and n.first - shares[anchor].numbers[-1].last > 5:
            continue
        shares.setdefault(anchor, Share(anchor)).numbers.append(n)
        used_until = max(n.last, anchor[3] if after else n.last)
    return list(shares.values())


def _small(scene: Scene, i: int) -> bool:
    ref = scene.place(i).ref
    return ref is not None and ref.level not in _AREAS and scene.words[scene.place(i).first] not in wordset("area-heads")


def _is_toll(ln: Lines, n: NumberMention) -> bool:
    """``66 عملية، 11 قتيلاً``: dead, wounded or held counted by their own noun."""
    return any(n.first <= t.first <= n.last for t in ln.tolls)


def of_one_kind(shares: list[Share]) -> list[Share]:
    """Where shares count events, numbers of persons beside them are their tolls and no shares of their own."""
    events = [s for s in shares if any(counts_events(n) for n in s.numbers)]
    return [s for s in shares if s in events or s.numbers[0].noun is None] if events else shares


def share_toll(scene: Scene, shares: list[Frame], f: Frame) -> bool:
    """``71 عملية في بادية حمص، أسفرت عن مقتل 166``: an outcome that closes a share is its toll. True when it was taken in."""
    if not f.tolls or not f.classes <= {"kill", "die", "injure", "result"} or any(x.tolls for x in shares):
        return False
    owner = next((x for x in reversed(shares) if x.last <= f.main.first), None)
    if owner is None or owner.events is None or f.main.first - owner.last > 6:
        return False
    if f.place is not None and owner.place is not None and not scene.same_place(f.place, owner.place):
        return False
    owner.tolls.update(f.tolls)
    if owner.target is None and f.target is not None:
        owner.target, owner.target_rule = f.target, f.target_rule
    return True


def _of_a_period(f: Frame) -> bool:
    """A week or more."""
    t = f.time
    return t is not None and t.start is not None and t.end is not None and (t.end - t.start).days >= _WEEK


def counted_as_share(f: Frame, frames: list[Frame]) -> bool:
    """``قتلت قوات النظام 22 مدنياً، فيما قتلت قسد 6``: the number of this total is the number of a share, told once."""
    if "tally:item" in f.rules or f.denial is not None:
        return False
    shares = [x for x in frames if x is not f and x.line == f.line and "tally:item" in x.rules and x.event_type is f.event_type]
    if not f.aggregate:
        shares = [x for x in shares if x.total is not None and x.total is not f and x.total.line < f.line and _of_a_period(x.total)]
    return any(t.first == x.main.first for t in f.tolls.values() for x in shares)


def new_total(scene: Scene, ln: Lines, shares: list[Share], total: Frame) -> bool:
    """``ووثّق كذلك تسعة اعتداءات، خمسة منها في تعز``: the line counts events of its own before the shares, which are theirs."""
    if not shares:
        return False
    first = min(min(s.numbers[0].first, s.anchor[2]) for s in shares)
    if total.event_type in _TAKEN and any(w.first < shares[0].numbers[0].first and scene.cls(w) in _ASSAULTS for w in ln.triggers):
        return True  # ``وعن الهجوم قبل أسبوع قال إن المهاجمين كانوا أربعة`` after a total of arrests
    if total.event_type not in _TAKEN and any(w.first < first and scene.cls(w) == "arrest" and w.form in _ACTS for w in ln.triggers):
        return True  # ``فرع الأمن الجنائي اعتقل أربعة، وفرع المخابرات سبعة`` after a total of killings
    mine = {n.first for s in shares for n in s.numbers}
    whole = total.events.text if total.events is not None else None
    counts = [s for s in ln.speech if scene.cls(s) == "count" and s.form != "masdar"]
    return any(
        n.first < first
        and any(0 <= n.first - c.last <= _NEAR for c in counts)
        and n.first not in mine
        and n.text != whole
        and n.form in ("digits", "words")
        and counts_events(n)
        and (n.best or 0) >= 2
        for n in ln.numbers
    )


def within_total(s: Share, total: Frame) -> bool:
    """A share is no greater than the total: ``105`` in one report, ``441`` in another."""
    n = s.numbers[0].best
    if s.anchor[0] == "time":
        return True  # "61 حالة خلال آذار، بعد 83 في شباط": another month may have seen more
    whole = [c.best for c in (total.events, *(t.count for t in total.tolls.values())) if c is not None and c.best is not None]
    return n is None or not whole or n <= max(whole)


def plausible(scene: Scene, k: int, shares: list[Share]) -> bool:
    """At least two shares in the line, or one that counts events or says it is part of the total."""
    if len(shares) >= 2:
        return True
    if not shares:
        return False
    n = shares[0].numbers[0]
    if (
        scene.bullet(k)
        and shares[0].anchor[3] <= n.first
        and n.first - shares[0].anchor[3] <= 2
        and shares[0].anchor[2] - scene.lines[k].sentence.first <= 3
    ):
        return True  # "- الحديدة: 12 قتيلاً و9 جرحى"
    if shares[0].anchor[0] == "time" and not wordset("set-against").isdisjoint(scene.words[max(0, n.first - 4) : n.first]):
        return True  # "15 هجوماً في تموز، مقابل تسعة في حزيران"
    if shares[0].anchor[0] == "place" and not wordset("ranked-next").isdisjoint(scene.words[max(0, shares[0].anchor[2] - 2) : n.first]):
        return True  # "وجاءت نينوى ثانية بثلاثة"
    return counts_events(n) or any(w in wordset("share-of") for w in scene.words[max(0, n.first - 1) : n.last + 3])


def share_frames(scene: Scene, k: int, parent: Frame, shares: list[Share]) -> list[Frame]:
    """One tally for each share, with period and actors of the total where it is silent."""
    ln = scene.lines[k]
    out: list[Frame] = []
    counted = parent.events.best if parent.events is not None and parent.event_type not in _TAKEN else None
    cases = counted is not None and counted == sum(int(s.numbers[0].best or 0) for s in shares)
    for s in shares:
        kind, index, a_first, a_last = s.anchor
        first, last = min(a_first, s.numbers[0].first), max(a_last, s.numbers[-1].last)
        n0 = s.numbers[0]
        lo, hi = (first, last) if a_first >= n0.first else (n0.first, last)
        span = Span(min(n0.span.start, scene.tokens[lo].start), scene.tokens[hi - 1].end)
        main = WordMention(span, scene.doc.text.slice(span), "trigger", parent.main.entry, "phrase", "", lo, hi)
        f = Frame(
            main, [main], k, first, last, ln.sentence.block, event_type=parent.event_type, aggregate=True,
            perpetrator=parent.perpetrator, perpetrator_rule="agent:of-the-total", target=parent.target,
            target_rule="target:of-the-total", place=parent.place, place_rule="place:of-the-total", time=parent.time,
            time_rule="time:of-the-total", lines=[k], classes=set(parent.classes), parts=[Part(k, first, last, main)],
            rules=["tally:item"], total=parent, voice_at=parent.voice_at if parent.voice_at is not None else parent.main.first,
        )  # fmt: skip
        if kind == "place":
            f.place, f.place_rule = index, "place:share"
        elif kind == "actor":
            actor: ActorMention = ln.actors[index]
            if not holds_the_area(scene, actor):
                f.perpetrator, f.perpetrator_rule = actor, "agent:share"
        else:
            time: TimeMention = ln.times[index]
            f.time, f.time_rule = time, "time:share"
        kind_of = _case_type(scene, s.numbers[0])
        if kind_of is not None:
            f.event_type = kind_of
        for n in s.numbers:
            if cases and n is s.numbers[0] and n.noun is None:
                f.events = to_range(n)  # "65 عملية …، 38 منها بالريف الغربي و22 بالشرقي و5 في المدينة"
            else:
                _count(scene, ln, f, parent, n)
        out.append(f)
    return out


def _case_type(scene: Scene, n: NumberMention) -> EventType | None:
    """``55 حالة اعتقال`` under a total of the dead: arrests; ``None`` when the words after the number name no kind of case."""
    after = scene.words[n.first : n.last + 3]
    if not any(w in wordset("cases-of-arrest") for w in after) and not any(w in wordset("cases-of-abduction") for w in after):
        return None
    return EventType.ARREST if any(w in wordset("cases-of-arrest") for w in after) else EventType.ABDUCTION


def _count(scene: Scene, ln: Lines, f: Frame, parent: Frame, n: NumberMention) -> None:
    """Give a number its meaning: events, or persons in the role its noun, its verb or the total says."""
    toll = next((t for t in ln.tolls if n.first <= t.first <= n.last), None)
    role = scene.entry(toll).weapon if toll is not None else None
    if role is None:
        w = next((w for w in reversed(ln.triggers) if 0 <= n.first - w.last <= 3 and scene.cls(w) in _OUTCOME), None)
        role = _OUTCOME[scene.cls(w)] if w is not None else None
    cases = not noun_readings(n).isdisjoint(wordset("case-nouns"))
    if role is None and n.noun is None:  # "وتوزع القتلى كالآتي: سبعة في بنغازي"
        named = (t for t in reversed(ln.tolls) if t.first < f.first and t.text.startswith("ال") and t.first + _HEAD >= n.first)
        role = next((scene.entry(t).weapon for t in named if not any(x.first <= t.first < x.last for x in ln.numbers)), None)
    if role is None and (cases or n.noun is None or not counts_events(n)):
        role = _PERSONS.get(parent.event_type)
        if role is None and parent.events is None and parent.tolls:
            role = next(iter(parent.tolls))
    if toll is not None and _dead_and_hurt(scene, ln, toll):  # "12 عملية، 41 قتيلاً وجريحاً"
        f.tolls["killed_or_injured"] = Toll("killed_or_injured", to_range(n), n.span, n.first, None, True, "toll:combined")
    elif role is None or role == "missing":
        f.events = to_range(n)
    elif role not in f.tolls:
        f.tolls[role] = Toll(role, to_range(n), n.span, n.first, None, False, "toll:share")


def _dead_and_hurt(scene: Scene, ln: Lines, t: WordMention) -> bool:
    """``قتيلاً وجريحاً``, ``قتلى وجرحى``: one number for both, unlike ``قتيلاً وجريحان``."""
    other = next((x for x in ln.tolls if x.first == t.last), None)
    if (
        other is None
        or not scene.words[other.first].startswith("و")
        or any(x.first == other.first and x.form == "dual" for x in ln.numbers)
    ):
        return False
    alike = scene.words[t.first].endswith("ا") == scene.words[other.first].endswith("ا")
    return alike and {scene.entry(t).weapon, scene.entry(other).weapon} == {"killed", "injured"}


def take_shares(scene: Scene, frames: list[Frame], f: Frame, shares: list[Frame]) -> None:
    """``وكان لها منها 118 عملية قُتل فيها 39 وأصيب 33``: the number and the wounded of a part that is counted in full are no further shares.

    Args:
        scene: the document.
        frames: the frames told so far; shares that ``f`` tells itself leave it.
        f: a total told in the same line.
        shares: those found in that line.
    """
    n = event_number(scene, scene.lines[f.line], f, True)
    for s in [x for x in shares if n is not None and any(x is y for y in frames)]:
        if n is not None and s.main.first == n.first:
            if f.place is None or s.place_rule == "place:share":
                f.place, f.place_rule = s.place, s.place_rule
            if f.time is None or s.time_rule == "time:share":
                f.time, f.time_rule = s.time, s.time_rule
        elif s.tolls.keys() == {"injured"} and "killed" in f.tolls and s.events is None and s.place_rule == "place:of-the-total":
            f.tolls.setdefault("injured", s.tolls["injured"])
        else:
            continue
        frames[:] = [x for x in frames if x is not s]
