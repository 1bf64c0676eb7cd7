"""General statements as claims of their own kind: kept and searchable, never counted as events (codebook, end).

A deed that is said to rise, fall or recur is no event of its own: read as one, it gives way, unless it has a toll, a day, or is a total.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from waqai.frame.claims import compose
from waqai.frame.domain import other_field
from waqai.frame.frames import Frame, Part
from waqai.frame.listening import VoicesLike
from waqai.frame.scene import PASSING, Scene
from waqai.frame.statement_find import ARMED, Finder, Found
from waqai.frame.statement_words import deed, statement_words, within
from waqai.frame.story import Story
from waqai.frame.whenwhere import dates_speech
from waqai.model import Claim, ClaimKind, Report, StatementKind, TimeMention, TimePrecision, WordMention
from waqai.model.text import Span
from waqai.resources.wordsets import wordset

SCORE = 0.7  # a pattern that holds, no weighed reading
_REACH = 10
_AGAINST = wordset("aimed-against")


def with_statements(
    story: Story, report: Report, voices: VoicesLike, outlet_name: str | None, claims: Sequence[Claim]
) -> tuple[Claim, ...]:
    """The claims of a report with its general statements, in text order.

    Args:
        story: the report's frames with their scene.
        report, voices, outlet_name: as in ``compose``.
        claims: its events and tallies.
    """
    scene = story.scene
    told = {f.main.first: _stands(f) for f in story.frames}
    frames: list[Frame] = []
    kinds: dict[Span, StatementKind] = {}
    seen: set[tuple[object, ...]] = set()
    found = [x for x in Finder(scene).find() if not any(told.get(i, False) for i in range(x.first, x.last))]
    if not found or other_field(scene) is not None:
        return tuple(claims)
    gone = {f.main.span for f in story.frames for x in found if x.first <= f.main.first < x.last}
    found.sort(key=lambda x: scene.lines[x.line].sentence.block in ("title", "heading"))  # the body says more than its headline
    for x in found:
        f = _frame(scene, x)
        who = f.perpetrator.name_en if f.perpetrator is not None else None
        where = scene.place(f.place).ref if f.place is not None else None
        which = f.main.text if x.kind is StatementKind.AGREEMENT else None
        same = (x.kind, f.event_type, who, where.name_ar if where is not None else None, which)
        if same in seen or (scene.lines[x.line].sentence.block in ("title", "heading") and any(s[0] is x.kind for s in seen)):
            continue
        seen.add(same)
        frames.append(f)
        kinds[f.main.span] = x.kind
    made = compose(Story(scene, frames), report, voices, outlet_name)
    out = [
        replace(c, kind=ClaimKind.STATEMENT, statement=kinds[c.evidence["trigger"][0]], acled_sub_event_type=None, score=SCORE)
        for c in made
    ]
    kept = [c for c in claims if c.evidence["trigger"][0] not in gone]
    return tuple(sorted([*kept, *out], key=lambda c: (c.evidence["trigger"][0], c.id)))


def _stands(f: Frame) -> bool:
    """A frame that is an event whatever is said of its kind: counted, dated to the day, denied, or told in other sentences too."""
    day = f.time is not None and f.time.precision is TimePrecision.DAY and any(p.first <= f.time.first < p.last for p in f.parts)
    counted = any(t.rule != "toll:unnumbered" for t in f.tolls.values())
    return f.aggregate or counted or day or f.denial is not None or len({p.line for p in f.parts}) > 1


def _frame(scene: Scene, x: Found) -> Frame:
    """A statement's words with who, whom, where and when, as a frame for the claim."""
    span = Span(scene.tokens[x.first].start, scene.tokens[x.last - 1].end)
    entry = f"statement.{x.kind}"
    main = WordMention(span, scene.doc.text.slice(span), "statement", entry, "phrase", "", x.first, x.last)
    ln = scene.lines[x.line]
    f = Frame(main, [], x.line, x.first, x.last, ln.sentence.block, x.event_type, classes={"statement"}, lines=[x.line])
    f.parts = [Part(x.line, x.first, x.last, main)]
    if x.actor is not None:
        f.perpetrator, f.perpetrator_rule = x.actor, "agent:statement"
    if x.kind not in (StatementKind.CONTROL, StatementKind.AGREEMENT):
        _sides(scene, f, x)
    f.place = x.place if x.place is not None else _place(scene, x)
    f.place_rule = "place:statement"
    f.time = _time(scene, x)
    f.time_rule = "time:statement"
    return f


def _sides(scene: Scene, f: Frame, x: Found) -> None:
    """The owner of the deed did it, or suffered it when the deed is one suffered; after ``على`` and the like stands who suffered it."""
    read = deed(scene.words[x.deed])
    suffered = read is not None and read[1] in statement_words().sets["suffered"]
    for a in scene.lines[x.line].actors:
        if not x.deed <= a.first <= x.deed + _REACH or a.form == "pronoun" or a is x.actor:
            continue
        if any(w in (",", ".", ";") for w in scene.words[x.deed : a.first]):
            break
        to = scene.proclitic(a).endswith("ل") and f.perpetrator is not None  # ``تحركات لخلايا التنظيم``: theirs, ``استهداف X لـY``: against
        against = to or any(w in _AGAINST for w in scene.words[x.deed + 1 : a.first])
        if (against or suffered) and f.target is None:
            f.target, f.target_rule = a, "target:statement"
        elif not against and not suffered and f.perpetrator is None and f.target is None and a.category in ARMED:
            f.perpetrator, f.perpetrator_rule = a, "agent:statement"


def _place(scene: Scene, x: Found) -> int | None:
    """The place told nearest to the statement, in its own sentence."""

    def far(i: int) -> tuple[bool, int]:
        p = scene.place(i)
        return not _located(scene, i), max(p.first - x.last, x.first - p.last, 0)

    here = [i for i in scene.lines[x.line].places if scene.place(i).relation not in PASSING and scene.place(i).ref is not None]
    here = [i for i in here if scene.place(i).container is None or scene.place(i).container not in here]
    near = [i for i in here if far(i)[1] <= 2 * _REACH and _joined(scene, i, x)]
    return min(near, key=far, default=None)


def _joined(scene: Scene, i: int, x: Found) -> bool:
    """No comma parts the place from the statement, save one around a date or after an opening ``في درعا،``."""
    p = scene.place(i)
    lo, hi = (x.last, p.first) if p.first >= x.last else (p.last, x.first)
    dated = {j for t in scene.lines[x.line].times for j in (t.first - 1, t.last)}
    parted = any(scene.words[j] == "," and j not in dated for j in range(lo, hi))
    return not parted or (p.first < x.first and _located(scene, i))


def _located(scene: Scene, i: int) -> bool:
    """The place stands after ``في`` or a joined ``ب``."""
    return scene.place_prep(i) in ("في", "ب") or within(scene.before(scene.place(i).first), frozenset(("في",)))


def _time(scene: Scene, x: Found) -> TimeMention | None:
    """The period told nearest: none of a single day, and for control only since when."""
    ln = scene.lines[x.line]
    times: list[TimeMention] = [t for t in ln.times if not dates_speech(scene, ln, t.first)]
    lasting = [t for t in times if not wordset("since").isdisjoint(scene.words[max(0, t.first - 1) : t.last])]
    if x.kind is StatementKind.CONTROL:
        times = lasting
    elif x.kind is not StatementKind.AGREEMENT:
        times = [t for t in times if t.precision is not TimePrecision.DAY or t in lasting]
    return min(times, key=lambda t: max(t.first - x.last, x.first - t.last, 0), default=None)
