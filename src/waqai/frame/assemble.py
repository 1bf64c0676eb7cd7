"""From a document to its frames: group, fill, judge, merge."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from waqai.frame.accept import judge
from waqai.frame.again import another_such
from waqai.frame.apart import apart
from waqai.frame.both_sides import add_other_side, both_lost
from waqai.frame.compare import Later, later, merge_facts
from waqai.frame.denials import Denial, covers, deny
from waqai.frame.exactly import more_exactly, says_what_it_was
from waqai.frame.facts import weigh
from waqai.frame.frames import Frame, Part
from waqai.frame.goes_on import (
    adopted,
    at_that_time,
    by_them,
    definite_result,
    goes_on,
    lets_go,
    limb_lost,
    name_of,
    of_the_robbery,
    opening_of,
    other_count,
    result_of,
    rises,
    take_in,
    taken_in_the_attack,
    the_thing_itself,
    told_again,
    toll_told_after,
    two_items,
)
from waqai.frame.governed import is_passive
from waqai.frame.groups import group_line
from waqai.frame.held_too import hold_too
from waqai.frame.joining import since_total
from waqai.frame.kinds import decide, refine
from waqai.frame.known_again import found_dead, known_again, same_toll
from waqai.frame.lists import Header, read_header
from waqai.frame.merge import absorb, is_definite, same_event, says_another
from waqai.frame.milestones import date_milestone
from waqai.frame.one_by_one import count_item, is_item
from waqai.frame.roles import assign_agents
from waqai.frame.scene import PASSING, Scene
from waqai.frame.share_places import free_place, tolls_of_places
from waqai.frame.shares import (
    find_shares,
    new_total,
    of_one_kind,
    plausible,
    share_frames,
    share_toll,
    take_shares,
    within_total,
)
from waqai.frame.split import part_of
from waqai.frame.stopped import settle_stopped
from waqai.frame.story import Story
from waqai.frame.sums import drop_sums, drop_withdrawals
from waqai.frame.taken_along import take_along
from waqai.frame.tally import mark_tally, take_context
from waqai.frame.told_later import carry_tolls
from waqai.frame.tolls import read_tolls
from waqai.frame.unharmed import carry_none, read_none
from waqai.frame.versions import admits, boasts, one_toll, other_victims, tolls_differ, widen
from waqai.frame.weighed import not_begun
from waqai.frame.whenwhere import assign_place, assign_time, dates_speech
from waqai.model import ActorMention, Doc, EventType, Modality, NumberMention, Span
from waqai.resources.weights import weights

_GOES_ON = (
    both_lost,
    goes_on,
    limb_lost,
    at_that_time,
    definite_result,
    by_them,
    more_exactly,
    rises,
    the_thing_itself,
    found_dead,
    toll_told_after,
)


def _fill(scene: Scene, f: Frame, context: Frame | None) -> None:
    read_tolls(scene, f)
    read_none(scene, f)
    decide(scene, f)
    assign_place(scene, f)
    if not date_milestone(scene, f):
        assign_time(scene, f)
    assign_agents(scene, f)
    ln = scene.lines[f.line]
    if any(f.first <= c.first < f.last for c in ln.of("rise")):
        f.rules.append("rise")
    settle_stopped(scene, f)
    if any(0 <= f.main.first - c.last < 6 for c in ln.of("plan")):
        f.modality = Modality.PLANNED
    mark_tally(scene, f, context)
    if f.aggregate and context is not None:
        take_context(f, context)
    if f.tolls and not f.aggregate:
        add_other_side(scene, ln, f)
    f.definite = is_definite(f)
    f.passive = is_passive(scene, f.main)
    f.parts = [Part(f.line, f.first, f.last, f.main)]


_BOMBINGS = (EventType.SUICIDE_BOMBING, EventType.VEHICLE_BOMB)
MergeLog = list[tuple[tuple[str, ...], tuple[Span, ...], Span]]


def assemble(
    doc: Doc, speaker_of: Callable[[int], ActorMention | None], denials: Sequence[Denial] = (), log: MergeLog | None = None
) -> Story:
    """Frames of a document, each happening once per version.

    Args:
        doc: all mention layers, places resolved.
        speaker_of: the source covering a token, ``None`` for the outlet.
        denials: stretches in which somebody denies.
        log: receives every pair of frames compared, for the tuning command; ``None`` keeps none.

    Returns:
        The story; ``frames`` are events and tallies in text order.
    """
    scene = Scene(doc)
    story = Story(scene)
    header: Header | None = None
    context: Frame | None = None
    listed = -1  # the last line that told a share of the total
    answered: set[int] = set()
    for k, ln in enumerate(scene.lines):
        header = (header or read_header(scene, k)) if scene.bullet(k) else None
        if context is not None and ln.sentence.paragraph - scene.lines[max(*context.lines, listed)].sentence.paragraph > 2:
            context = None
        skip: list[tuple[int, int]] = []
        if context is not None:
            context_frames = _shares(scene, k, context, set(), True)
            story.frames.extend(context_frames)
            skip = [(f.first, f.last) for f in context_frames]
            listed = k if skip and scene.bullet(k) else listed
        found_total = False
        for f in group_line(scene, k, skip, context is not None):
            denial = next((d for d in denials if covers(scene, d, f.main.first)), None)
            _fill(scene, f, context)
            if context is not None and k in context.lines and since_total(scene, f):
                f.event_type = context.event_type  # "لترتفع حصيلة ضحاياها منذ مطلع العام": of the same kind
            another_such(scene, story.frames, f)
            if header is not None:
                header.lend(f)
            if denial is not None:
                answered.add(denial.word.first)
                if not_begun(scene, f):
                    f.drop = "hypothetical"
                    story.dropped.append(f)
                    continue
                deny(scene, story.frames, f, denial)
                continue
            if skip and share_toll(scene, context_frames, f):
                continue
            _inherit_time(scene, story.frames, f)
            if skip and "tally:event-count" in f.rules:
                take_shares(scene, story.frames, f, context_frames)
            judge(scene, f)
            if is_item(f):
                count_item(scene, f, story.frames)
                story.frames.append(f)
                continue
            if f.drop:
                story.dropped.append(f)
                continue
            _settle(scene, story.frames, f, speaker_of, log, context is not None)
            if f.aggregate and "toll:share" in (t.rule for t in f.tolls.values()):
                listed = k
            elif f.aggregate and (f.block not in ("title", "heading") or "tally:headed" in f.rules):
                found_total = True
                if context is None or k not in context.lines or not (part_of(f, context) or since_total(scene, f)):
                    context = f
        if found_total and context is not None and not skip:
            of_places = tolls_of_places(scene, k, context)
            taken = {n.first for n in ln.numbers if n.first < context.first or _in_total(context, n)}
            taken |= {t.first for x in story.frames if x.line == k and x.aggregate for t in x.tolls.values() if t.rule == "toll:cases"}
            story.frames.extend(_shares(scene, k, context, taken - of_places))
            context.tolls = {r: t for r, t in context.tolls.items() if t.first not in of_places}
        for d in denials:
            if ln.of("habit"):
                continue
            if ln.sentence.first <= d.word.first < ln.sentence.last and d.word.first not in answered:
                deny(scene, story.frames, None, d)
    carry_none(scene, story.frames)
    carry_tolls(scene, story.frames)
    _finish(story)
    scene.memo["frames"] = story.frames
    return story


def _in_total(total: Frame, n: NumberMention) -> bool:
    if total.events is not None and n.text == total.events.text:
        return True
    return any(n.first == t.first for t in total.tolls.values())


def _shares(scene: Scene, k: int, context: Frame, taken: set[int], before: bool = False) -> list[Frame]:
    """Shares of ``context`` in line ``k``; ``before`` when the total was told in a line before."""
    ln = scene.lines[k]
    if any(str(t.precision) == "day" and t is not context.time and not dates_speech(scene, ln, t.first) for t in ln.times):
        return []  # the line tells single, dated events
    free_place(scene, k, context)
    shares = [s for s in of_one_kind(find_shares(scene, k, context, taken)) if within_total(s, context)]
    if before and new_total(scene, ln, shares, context):
        return []
    return share_frames(scene, k, context, shares) if plausible(scene, k, shares) else []


def _settle(
    scene: Scene,
    frames: list[Frame],
    f: Frame,
    speaker_of: Callable[[int], ActorMention | None],
    log: MergeLog | None,
    listed: bool = False,
) -> None:
    """Merge a new frame into the frame it repeats, keep it as a rival version, or add it.

    Where a report lists what it counted (``listed``), two different numbers of dead are two items.
    """
    best: Frame | None = None
    table = weights("merge")
    best_score = table.get("threshold", 0.0) if table else 0.55
    pool = [x for x in frames[-10:] if x.denial is None]
    new_said = name_of(speaker_of(f.main.first))
    if pool and (says_what_it_was(scene, pool[-1], f) or lets_go(scene, pool[-1], f)):
        return
    if pool and (of_the_robbery(scene, pool[-1], f) or taken_in_the_attack(scene, pool[-1], f)):
        take_in(pool[-1], f)
        return
    told_of = result_of(scene, frames, f) or adopted(scene, pool, f)
    if told_of is not None:
        absorb(scene, told_of, f)
        return
    opened = opening_of(scene, frames, f)
    if opened is not None:
        absorb(scene, opened, f)
        opened.event_type = EventType.ATTACK
        return
    another = says_another(scene, f)
    if take_along(scene, frames, f, another) or hold_too(scene, frames, f):
        return
    new: Later | None = None
    for n, old in enumerate(reversed(pool)):
        s = alike = same_event(scene, old, f, another)
        if s <= -8 or apart(scene, old, f) or (listed and two_items(old, f)) or other_count(old, f):
            continue
        if old.line == f.line:
            s -= 1.2
        if table and log is None and s < -3.4:
            continue  # contradicted outright: the table never brings such a pair together
        if table or log is not None:
            said = name_of(speaker_of(old.main.first))
            sources = (
                "none"
                if said is None and new_said is None
                else "same"
                if said == new_said
                else "new"
                if said is None
                else "old"
                if new_said is None
                else "differ"
            )
            new = new or later(scene, f, another)
            row = merge_facts(scene, old, new, n == 0, sources, alike)
            if log is not None:
                log.append((tuple(x for group in row for x in group.names), tuple(p.main.span for p in old.parts), f.main.span))
            if table:
                s = weigh(row, table)
        one_teller = n == 0 and (new_said is None or name_of(speaker_of(old.main.first)) in (None, new_said))  # two may tell two versions
        if (
            (n == 0 and any(test(scene, old, f) for test in _GOES_ON))
            or told_again(scene, old, f)
            or (one_teller and (known_again(scene, old, f) or same_toll(scene, old, f)))
        ):
            s = max(s, best_score + 1.0)
        if s > best_score + 1e-9:
            best, best_score = old, s
    if best is None:
        if all(scene.entry(w).id == "carried-wounded" for w in f.triggers):
            return  # "نُقل أربعة بجروح" tells no event of its own
        _inherit(scene, frames, f)
        frames.append(f)
        return
    old_source, new_source = name_of(speaker_of(best.main.first)), name_of(speaker_of(f.main.first))
    differ = tolls_differ(best, f)
    teller, before = speaker_of(f.main.first), speaker_of(best.main.first)
    if differ and not another and one_toll(best, f, before, teller):
        widen(best, f)
        absorb(scene, best, f)
        return
    rival = differ or boasts(best, f, teller) or (other_victims(best, f, before, teller) and not admits(scene, f))
    if rival and new_source is not None and old_source != new_source and "rise" not in f.rules:
        if f.place is None or best.place is not None:
            f.place, f.place_rule = best.place, "place:same-event"
        if f.time is None:
            f.time, f.time_rule = best.time, "time:same-event"
        if f.definite and f.event_type is EventType.IED and best.event_type in _BOMBINGS:
            f.event_type, f.weapon, f.weapon_value = best.event_type, best.weapon, best.weapon_value  # "وتبنت الحركة التفجير"
        frames.append(f)
        return
    absorb(scene, best, f)


def _inherit_time(scene: Scene, frames: list[Frame], f: Frame) -> None:
    """An event without a date of its own has the date its sentence opened with, or that of the event told just before it.

    Only day-exact dates carry over, only within a paragraph, and never onto a total.
    """
    if f.time is not None or f.aggregate:
        return
    ln = scene.lines[f.line]
    for old in reversed(frames[-3:]):
        if old.time is None or old.aggregate or str(old.time.precision) not in ("day", "days"):
            continue
        where = scene.lines[max(old.lines)]
        if where.sentence.paragraph != ln.sentence.paragraph and not (scene.bullet(f.line) and scene.bullet(max(old.lines))):
            continue
        if where.sentence.block == "title":
            continue
        f.time, f.time_rule = old.time, "time:of-the-event-before"
        return


def _inherit(scene: Scene, frames: list[Frame], f: Frame) -> None:
    """An event without a place of its own stands where the sentence or the paragraph before it stands."""
    if f.place is not None or f.aggregate:
        return
    ln = scene.lines[f.line]
    here = [i for i in ln.places if scene.place(i).relation not in PASSING]
    before = [i for i in here if scene.place(i).first < f.main.first]
    if before:
        f.place, f.place_rule = before[-1], "place:sentence"
        return
    for old in reversed(frames[-3:]):
        if old.place is None:
            continue
        gap = ln.sentence.paragraph - scene.lines[max(old.lines)].sentence.paragraph
        if gap <= 1 and old.block != "title":
            f.place, f.place_rule = old.place, "place:paragraph"
            return
    for old in frames[:1]:
        if old.place is not None and old.block == "title":
            f.place, f.place_rule = old.place, "place:headline"


def _finish(story: Story) -> None:
    """A headline nobody repeats stands when it says where and what; else it is dropped."""
    for f in story.frames:
        refine(story.scene, f)
    drop_sums(story)
    drop_withdrawals(story)
    kept: list[Frame] = []
    body = any(f.block not in ("title", "heading") for f in story.frames)
    for f in story.frames:
        if (
            f.block in ("title", "heading")
            and body
            and not ("tally:item" in f.rules and f.total is not None and f.total.block not in ("title", "heading"))
            and (len(f.lines) < 2 or all(story.scene.lines[k].sentence.block in ("title", "heading") for k in f.lines))
        ):
            f.drop = "headline-only"
            story.dropped.append(f)
        else:
            kept.append(f)
    story.frames = kept
