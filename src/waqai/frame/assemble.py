"""From a document to its frames: group, fill, judge, merge."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from waqai.frame.accept import judge
from waqai.frame.again import another_such
from waqai.frame.both_sides import add_other_side, add_self_blown, add_slain
from waqai.frame.counted_together import count_together
from waqai.frame.denials import covers, deny
from waqai.frame.denied_what import Denial, corrects, disputed
from waqai.frame.dispersed import part_dispersed
from waqai.frame.frames import Frame, Part
from waqai.frame.governed import is_passive
from waqai.frame.groups import group_line
from waqai.frame.held_before import cut_off
from waqai.frame.inherited import inherit_time
from waqai.frame.joining_signs import since_total
from waqai.frame.kinds import decide
from waqai.frame.kinds_again import refine
from waqai.frame.lists import Header, read_header
from waqai.frame.merge import is_definite
from waqai.frame.milestones import date_milestone
from waqai.frame.none_killed import leave_out
from waqai.frame.one_by_one import count_item, is_item
from waqai.frame.other_tellers import widen_here
from waqai.frame.roles import assign_agents
from waqai.frame.scene import Scene
from waqai.frame.settling import MergeLog, settle
from waqai.frame.share_frames import share_frames, share_toll, take_shares
from waqai.frame.share_outcomes import give_outcomes
from waqai.frame.share_places import free_place, free_time, place_of_count, tolls_of_places
from waqai.frame.shares import find_shares, new_total, of_one_kind, plausible, within_total
from waqai.frame.some_of_them import count_some
from waqai.frame.split import part_of
from waqai.frame.stopped import settle_stopped
from waqai.frame.story import Story
from waqai.frame.sums import drop_sums, drop_withdrawals
from waqai.frame.tally import mark_tally, take_context
from waqai.frame.told_later import carry_tolls, count_cells
from waqai.frame.tolls import read_tolls
from waqai.frame.uncounted import count_the_one
from waqai.frame.unharmed import carry_none, read_none
from waqai.frame.weighed import not_begun
from waqai.frame.whenwhere import assign_place, assign_time, dates_speech
from waqai.model import ActorMention, Doc, Modality, NumberMention


def _fill(scene: Scene, f: Frame, context: Frame | None) -> None:
    cut_off(scene, f)
    read_tolls(scene, f)
    count_some(scene, f)
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
    if context is None:
        place_of_count(scene, f)
    if f.aggregate and context is not None:
        take_context(f, context)
    if f.tolls and not f.aggregate:
        add_other_side(scene, ln, f)
        add_slain(scene, ln, f)
    if not f.aggregate and f.classes & {"explode", "suicide"}:
        add_self_blown(scene, ln, f)
    f.definite = is_definite(f)
    f.passive = is_passive(scene, f.main)
    f.parts = [Part(f.line, f.first, f.last, f.main)]


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
    leave_out(scene)
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
            give_outcomes(scene, k, context_frames, None)
            story.frames.extend(context_frames)
            skip = [(f.first, f.last) for f in context_frames]
            listed = k if skip and scene.bullet(k) else listed
        found_total = False
        for f in group_line(scene, k, skip, context is not None):
            denial = next((d for d in denials if covers(scene, d, f.main.first) and not corrects(scene, d)), None)
            _fill(scene, f, context)
            if "rise" in f.rules and disputed(scene, k, f.main.last):
                f.rules.remove("rise")  # "ونفت الحكومة هذه الحصيلة وقالت إن خمسة فقط قتلوا"
            if len(ln.speech) > 1 and f.tolls:
                widen_here(scene, ln, f, speaker_of)
            if context is not None and k in context.lines and since_total(scene, f):
                f.event_type = context.event_type  # "لترتفع حصيلة ضحاياها منذ مطلع العام": of the same kind
            another_such(scene, story.frames, f)
            if header is not None:
                header.lend(scene, f)
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
            inherit_time(scene, story.frames, f)
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
            settle(scene, story.frames, f, speaker_of, log, context is not None)
            if f.aggregate and "toll:share" in (t.rule for t in f.tolls.values()):
                listed = k
            elif f.aggregate and "tally:all-over" not in f.rules and (f.block not in ("title", "heading") or "tally:headed" in f.rules):
                found_total = True
                if context is None or k not in context.lines or not (part_of(f, context) or since_total(scene, f)):
                    context = f
        if found_total and context is not None and not skip:
            of_places = tolls_of_places(scene, k, context)
            taken = {n.first for n in ln.numbers if n.first < context.first or _in_total(context, n)}
            taken |= {t.first for x in story.frames if x.line == k and x.aggregate for t in x.tolls.values() if t.rule == "toll:cases"}
            own_shares = _shares(scene, k, context, taken - of_places)
            give_outcomes(scene, k, own_shares, context)
            story.frames.extend(own_shares)
            context.tolls = {r: t for r, t in context.tolls.items() if t.first not in of_places}
        for d in denials:
            if ln.of("habit"):
                continue
            if ln.sentence.first <= d.word.first < ln.sentence.last and d.word.first not in answered:
                deny(scene, story.frames, None, d)
    carry_none(scene, story.frames)
    carry_tolls(scene, story.frames, speaker_of)
    count_cells(scene, story.frames)
    count_the_one(scene, story.frames)
    count_together(scene, story.frames)
    part_dispersed(scene, story.frames)
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
    free_time(scene, k, context)
    shares = [s for s in of_one_kind(find_shares(scene, k, context, taken)) if within_total(s, context)]
    if before and new_total(scene, ln, shares, context):
        return []
    return share_frames(scene, k, context, shares) if plausible(scene, k, shares) else []


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
