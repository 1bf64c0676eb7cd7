"""Frames of shares: the tally told for each, with period and actors of the total where it is silent (codebook section 8)."""

from __future__ import annotations

from waqai.frame.frames import Frame, Part, Toll
from waqai.frame.governed import holds_the_area
from waqai.frame.one_event import noun_readings
from waqai.frame.scene import Lines, Scene
from waqai.frame.shares import AT, TAKEN, Share, of_events
from waqai.frame.tally import event_number, to_range
from waqai.model import ActorMention, EventType, NumberMention, Span, TimeMention, WordMention
from waqai.resources.wordsets import wordset

_PERSONS = {EventType.ARREST: "captured", EventType.ASSASSINATION: "killed", EventType.EXECUTION: "killed", EventType.ABDUCTION: "captured"}
_OUTCOME = {"kill": "killed", "die": "killed", "injure": "injured", "arrest": "captured", "abduct": "captured"}
_WEEK = 6  # days
_NEAR = 3  # tokens from a word of outcome to its number
_HEAD = 30  # tokens from "القتلى" to a share of them


def share_frames(scene: Scene, k: int, parent: Frame, shares: list[Share]) -> list[Frame]:
    """One tally for each share, with period and actors of the total where it is silent."""
    ln = scene.lines[k]
    out: list[Frame] = []
    whole = parent.events.best if parent.events is not None and parent.event_type not in TAKEN else None
    cases = whole is not None and whole == sum(int(s.numbers[0].best or 0) for s in shares)
    operations = _of_operations(scene, parent, shares)
    for s in shares:
        kind, index, a_first, a_last = s.anchor
        n0 = s.numbers[0]
        counted = _with_noun(scene, n0)
        first, last = min(a_first, counted), max(a_last, s.numbers[-1].last)
        lo, hi = (first, last) if a_first >= n0.first else (counted, _to_noun(scene, n0, last))
        span = Span(scene.tokens[lo].start, scene.tokens[hi - 1].end)
        main = WordMention(span, scene.doc.text.slice(span), "trigger", parent.main.entry, "phrase", "", lo, hi)
        f = Frame(
            main, [main], k, first, last, ln.sentence.block, event_type=parent.event_type, aggregate=True,
            perpetrator=parent.perpetrator, perpetrator_rule="agent:of-the-total", target=parent.target,
            target_rule="target:of-the-total", place=parent.place, place_rule="place:of-the-total", time=parent.time,
            time_rule="time:of-the-total", lines=[k], classes=set(parent.classes), parts=[Part(k, first, last, main)],
            rules=["tally:item"], total=parent, voice_at=parent.voice_at if parent.voice_at is not None else parent.main.first,
        )  # fmt: skip
        if kind == "place":
            f.place, f.place_rule = _of_province(scene, ln, a_first, index), "place:share"
        elif kind == "actor":
            actor: ActorMention = ln.actors[index]
            if not wordset("share-against").isdisjoint(scene.words[n0.last : a_first]):  # "ستة منها ضد قسد في دير الزور"
                f.target, f.target_rule = actor, "target:share"
                at = next((i for i in ln.places if 0 <= scene.place(i).first - a_last <= 1 and scene.place_prep(i) in AT), None)
                f.place, f.place_rule = (at, "place:share") if at is not None else (f.place, f.place_rule)
            elif not holds_the_area(scene, actor):
                f.perpetrator, f.perpetrator_rule = actor, "agent:share"
            if any(scene.place(i).first == a_first for i in ln.places):
                f.place, f.place_rule = _of_province(scene, ln, a_first, None), "place:share"  # "ولاية غرب إفريقيا بتسع عمليات"
        else:
            time: TimeMention = ln.times[index]
            f.time, f.time_rule = time, "time:share"
        own = [t for t in ln.times if _of_its_own(t, parent.time)]
        if kind != "time" and len(own) == 1 and own[0].last <= f.first and own[0].first > parent.main.first:
            f.time, f.time_rule = own[0], "time:share"  # "فسجلت في نيسان وحده 27 حالة خطف في حمص"
        kind_of = _case_type(scene, s.numbers[0])
        if kind_of is not None:
            f.event_type = kind_of
            f.rules.append("tally:case")
        for n in s.numbers:
            if cases and n is s.numbers[0] and n.noun is None:
                f.events = to_range(n)  # "65 عملية …، 38 منها بالريف الغربي و22 بالشرقي و5 في المدينة"
            else:
                _count(scene, ln, f, parent, n, operations)
        out.append(f)
    return out


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


def _of_its_own(t: TimeMention, whole: TimeMention | None) -> bool:
    """A month other than the period of the whole."""
    return whole is not None and str(t.precision) == "month" and t.start is not None and (t.start, t.end) != (whole.start, whole.end)


def _of_operations(scene: Scene, parent: Frame, shares: list[Share]) -> bool:
    """``36 عملية اعتُقل خلالها 31 … 15 من هذه العمليات في سوريا``: the bare numbers of the row count operations, not those held."""
    held, done = parent.tolls.get("captured"), parent.events
    if held is None or done is None or held.count.best == done.best:
        return False
    words = scene.words
    return any(s.numbers[0].last < len(words) and words[s.numbers[0].last] in ("من", "منها") for s in shares)


def _of_province(scene: Scene, ln: Lines, first: int, at: int | None) -> int | None:
    """Where a province of a group lies: the land named before its brackets (``نيجيريا (ولاية غرب إفريقيا)``), else its own words."""
    land = next((i for i in ln.places if scene.place(i).last == first - 1 and scene.words[first - 1] == "("), None)
    own = next((i for i in ln.places if scene.place(i).first == first and scene.place(i).ref is not None), at)
    return land if land is not None else own


def _with_noun(scene: Scene, n: NumberMention) -> int:
    """First token of a number, the noun before it counted in: ``هجوم واحد``, ``عمليتين اثنتين``."""
    before = n.noun_span is not None and n.noun_span[0] < n.span.start and scene.tokens[n.first - 1].start <= n.noun_span[0]
    return n.first - 1 if before else n.first


def _to_noun(scene: Scene, n: NumberMention, last: int) -> int:
    """End of the words that count: the noun behind the number with it (``11 عملية``)."""
    behind = n.noun_span is not None and last == n.last < len(scene.tokens) and n.noun_span[0] >= n.span.end
    return (
        last + 1 if behind and n.noun_span is not None and scene.tokens[n.last].start <= n.noun_span[0] < scene.tokens[n.last].end else last
    )


def _case_type(scene: Scene, n: NumberMention) -> EventType | None:
    """``55 حالة اعتقال`` under a total of the dead: arrests; ``None`` when the words after the number name no kind of case."""
    after = scene.words[n.first : n.last + 3]
    if not any(w in wordset("cases-of-arrest") for w in after) and not any(w in wordset("cases-of-abduction") for w in after):
        return None
    return EventType.ARREST if any(w in wordset("cases-of-arrest") for w in after) else EventType.ABDUCTION


def _count(scene: Scene, ln: Lines, f: Frame, parent: Frame, n: NumberMention, operations: bool) -> None:
    """Give a number its meaning: events, or persons in the role its noun, its verb or the total says."""
    toll = next((t for t in ln.tolls if n.first <= t.first <= n.last), None)
    role = scene.entry(toll).weapon if toll is not None else None
    if role is None:
        w = next((w for w in reversed(ln.triggers) if _right_before(scene, w, n) and scene.cls(w) in _OUTCOME), None)
        role = _OUTCOME[scene.cls(w)] if w is not None else None
    cases = not noun_readings(n).isdisjoint(wordset("case-nouns"))
    if role is None and n.noun is None and operations:
        f.events = to_range(n)
        return
    if cases and "tally:case" in f.rules:
        role = _PERSONS.get(f.event_type, role)
    if role is None and (cases or n.noun is None or not of_events(n)):
        role = _PERSONS.get(parent.event_type)
        if role is None and parent.events is None and parent.tolls:
            role = next(iter(parent.tolls))
    if toll is not None and _dead_and_hurt(scene, ln, toll):  # "12 عملية، 41 قتيلاً وجريحاً"
        f.tolls["killed_or_injured"] = Toll("killed_or_injured", to_range(n), n.span, n.first, None, True, "toll:combined")
    elif role is None or role == "missing":
        f.events = to_range(n)
    elif role not in f.tolls:
        f.tolls[role] = Toll(role, to_range(n), n.span, n.first, None, False, "toll:share")


def _right_before(scene: Scene, w: WordMention, n: NumberMention) -> bool:
    return 0 <= n.first - w.last <= _NEAR and "," not in scene.words[w.last : n.first]


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
        if n is not None and s.main.first == n.first and n.form in ("digits", "words") and f.classes <= {"op"} and not f.tolls:
            f.drop = "share"  # "وبلغ عدد العمليات في دير الزور 11 عملية"
            return
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
