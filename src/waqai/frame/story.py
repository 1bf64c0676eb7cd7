"""A story and its second pass: arguments ranked, frames weeded, weekly totals dated."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

from waqai.frame.accused import accused_of
from waqai.frame.adopt import adopter
from waqai.frame.adopted_later import adopt_later
from waqai.frame.after_doing import settle_after
from waqai.frame.again import settle_same_guns
from waqai.frame.agents import find_agent
from waqai.frame.aimed import settle_aim
from waqai.frame.answered_fire import settle_answered
from waqai.frame.apart_in_time import leave_day, leave_saying, leave_stretch
from waqai.frame.apposed import settle_apposed
from waqai.frame.belongs import settle_belonging
from waqai.frame.below_header import place_below_header
from waqai.frame.broken_down import settle_breakdown
from waqai.frame.by_means import settle_means
from waqai.frame.by_weapon import settle_weapon
from waqai.frame.came_after import leave_comers
from waqai.frame.cause_told import settle_cause
from waqai.frame.charges_laid import settle_charges
from waqai.frame.cleft import settle_cleft
from waqai.frame.clock_lines import date_by_clock
from waqai.frame.constructions import settle_construction
from waqai.frame.conventions import settle_hunted, settle_sides, settle_tolls
from waqai.frame.denied_deeds import settle_denied
from waqai.frame.died_later import settle_died_after
from waqai.frame.done_to_them import settle_done_to
from waqai.frame.during_that import settle_during_that
from waqai.frame.earlier import date_earlier
from waqai.frame.elaborated import drop_opening
from waqai.frame.enlisted import settle_enlisted
from waqai.frame.exactly import place_exactly
from waqai.frame.fallen import not_the_fallen, not_the_teller
from waqai.frame.far_object import settle_far_object
from waqai.frame.feud import settle_feud
from waqai.frame.fired_from import settle_fired_from
from waqai.frame.foe import name_foe
from waqai.frame.frames import Frame
from waqai.frame.governed import prep_of
from waqai.frame.held import settle_held, settle_of_event
from waqai.frame.held_at import settle_held_at
from waqai.frame.held_before import leave_time
from waqai.frame.item_header import settle_header
from waqai.frame.its_men import settle_its_men
from waqai.frame.joined_sides import settle_joined
from waqai.frame.kinds_again import refine, settle_one
from waqai.frame.laid_later import lay_later, lend_headline
from waqai.frame.launches_seen import settle_seen
from waqai.frame.leads import date_by_header, date_items
from waqai.frame.lost_place import name_loser
from waqai.frame.milestones import date_milestone
from waqai.frame.missiles import settle_missiles
from waqai.frame.most_of_them import settle_most
from waqai.frame.named_victim import settle_named
from waqai.frame.officers import settle_officer
from waqai.frame.one_by_one import settle_items
from waqai.frame.other_side import name_other_side
from waqai.frame.own_deeds import settle_announced
from waqai.frame.own_losses import settle_own_loss
from waqai.frame.own_side import settle_own_side
from waqai.frame.own_subject import nobody_fired, settle_subject
from waqai.frame.per_place import give_parts, split_by_count
from waqai.frame.plain_agents import settle_agent
from waqai.frame.plain_roles import settle_plainly
from waqai.frame.posts import name_posts
from waqai.frame.protested import name_opposed
from waqai.frame.pursued import settle_charged, settle_pursued
from waqai.frame.rank import rank_frame
from waqai.frame.repelled import settle_repelled
from waqai.frame.report_period import date_counts, keep_period, report_period, within_period
from waqai.frame.retold import fold_retold
from waqai.frame.scene import Scene
from waqai.frame.share_frames import counted_as_share
from waqai.frame.shooting import settle_shot_at
from waqai.frame.shot_down import settle_shot_down
from waqai.frame.sides_last import settle_last
from waqai.frame.some_of_them import settle_some
from waqai.frame.some_time_after import leave_doer_before
from waqai.frame.stated_unknown import settle_unknown
from waqai.frame.strike_by import settle_embassy, settle_neutralised, settle_striker
from waqai.frame.struck import settle_struck
from waqai.frame.taken_from import settle_taken_from
from waqai.frame.tally import is_plural
from waqai.frame.targeted import settle_noun
from waqai.frame.tells_only import leave_teller
from waqai.frame.then_followed import settle_followed
from waqai.frame.to_death import settle_to_death
from waqai.frame.told_whose import tell_whose
from waqai.frame.took_it import settle_taker
from waqai.frame.truce import name_parties
from waqai.frame.unharmed import settle_attempt
from waqai.frame.victim_unknown import settle_victim_unknown
from waqai.frame.villagers import name_villagers
from waqai.frame.worth import weed
from waqai.model import ActorMention, EventType, Span, TimeBasis, TimeMention, TimePrecision
from waqai.resources.wordsets import wordset

_OWN = ("ه", "ها", "هم")


@dataclass(slots=True)
class Story:
    """The frames of a document in text order, those dropped with their reason, and the scene they came from."""

    scene: Scene
    frames: list[Frame] = field(default_factory=list)
    dropped: list[Frame] = field(default_factory=list)


def item_places(story: Story, f: Frame) -> set[int]:
    """Places of the items told after a total; empty for everything else and for a single item."""
    items = {x.place for x in story.frames if x.total is f and x.place is not None and x.main.first > f.main.last}
    own = {i for i in items if story.scene.place(i).first > f.main.last} if f.aggregate and len(items) > 1 else set()
    if not f.aggregate or "tally:item" in f.rules:
        return own
    beside = {x.place for x in story.frames if x.place_rule == "place:share" and x.line == f.line and x.main.first > f.main.last}
    return own | {i for i in beside if i is not None} | (_shared_before(story, f) if f.total is None else set())


def _shared_before(story: Story, f: Frame) -> set[int]:
    """Places of the shares of another total told in sentences before: ``وخلال الفترة نفسها اعتقلت 34`` is not where the last share was."""
    before = [x for x in story.frames if x.place_rule == "place:share" and x.total is not f and max(x.lines) < f.line]
    last = before[-1].total if before else None
    row = [x.place for x in before if x.total is last and x.place is not None]
    return set(row) if any(not story.scene.same_place(row[0], i) for i in row[1:]) else set()


def _item_agents(story: Story, f: Frame) -> set[str | None]:
    """Names of those who did a share of a total each, where there are several."""
    names = {x.perpetrator.name_en for x in story.frames if x.total is f and x.perpetrator_rule == "agent:share" and x.perpetrator}
    return names if len(names) > 1 else set()


def _one_sided(scene: Scene, total: Frame) -> bool:
    """Those counted are who was hit, or the whole is against one party; of attacks on several sides no share says whom it hit."""
    hit = total.target
    if (
        hit is None
        or "neutralise" in total.classes
        or any(t.who is not None and t.who.name_en == hit.name_en for t in total.tolls.values())
    ):
        return True
    joined = hit.last < len(scene.words) and scene.words[hit.last].startswith("و")
    return prep_of(scene, hit) in ("ضد", "علي") and not joined


def rank_story(story: Story, speaker_of: Callable[[int], ActorMention | None]) -> None:
    """Give every frame of a story the arguments the ranking tables prefer, in text order."""
    before: Frame | None = None
    done: list[Frame] = []
    for f in story.frames:
        if f.denial is not None:
            continue
        claimer = adopter(story.scene, f)
        if claimer is not None:
            f.perpetrator, f.perpetrator_rule = claimer, "agent:claims"
        blame = accused_of(story.scene, f)
        if blame is not None and claimer is None and f.perpetrator_rule != "agent:share":
            f.perpetrator, f.perpetrator_rule = blame.accused, "agent:accused"
        rank_frame(story.scene, f, speaker_of(f.main.first), before, item_places(story, f))
        not_the_fallen(story.scene, f, story.frames)
        not_the_teller(story.scene, f)
        leave_day(story.scene, f, done)
        leave_saying(story.scene, f, done)
        leave_stretch(story.scene, f)
        date_earlier(story.scene, f, done)
        date_milestone(story.scene, f)
        leave_time(story.scene, f)
        date_by_clock(story.scene, f)
        if f.perpetrator is not None and f.perpetrator.name_en in _item_agents(story, f):
            f.perpetrator, f.perpetrator_rule = None, ""  # "17 حالة، سبع للحوثيين وست للحكومة": no one of them did all
        refine(story.scene, f)
        settle_means(story.scene, f)
        settle_same_guns(story.scene, f, before)
        settle_sides(story.scene, f)
        settle_joined(story.scene, f)
        nobody_fired(story.scene, f)
        settle_subject(story.scene, f)
        settle_plainly(story.scene, f, before)
        settle_struck(story.scene, f)
        settle_own_loss(story.scene, f, speaker_of(f.main.first))
        settle_announced(story.scene, f, speaker_of(f.main.first))
        settle_aim(story.scene, f, before)
        settle_noun(story.scene, f)
        settle_striker(story.scene, f)
        settle_neutralised(story.scene, f)
        settle_done_to(story.scene, f, speaker_of(f.main.first))
        settle_embassy(story.scene, f)
        if f.perpetrator is None:  # who was aimed at stood there before
            settle_announced(story.scene, f, speaker_of(f.main.first))
        settle_pursued(story.scene, f)
        settle_charged(story.scene, f)
        settle_held_at(story.scene, f)
        settle_header(story.scene, f)
        settle_shot_at(story.scene, f)
        settle_one(story.scene, f)
        settle_shot_down(story.scene, f, speaker_of(f.main.first))
        settle_seen(story.scene, f, speaker_of(f.main.first))
        settle_held(story.scene, f)
        settle_apposed(story.scene, f)
        settle_belonging(story.scene, f)
        settle_most(story.scene, f)
        settle_breakdown(story.scene, f)
        settle_weapon(story.scene, f)
        find_agent(story.scene, f)
        settle_construction(story.scene, f, speaker_of(f.main.first))
        if f.perpetrator is None and f.target_rule == "target:trap-for":  # those taken for the doers were trapped
            settle_announced(story.scene, f, speaker_of(f.main.first))
        settle_repelled(story.scene, f, speaker_of(f.main.first))
        settle_far_object(story.scene, f)
        settle_enlisted(story.scene, f)
        settle_named(story.scene, f)
        settle_died_after(story.scene, f)
        settle_attempt(story.scene, f)
        settle_to_death(story.scene, f)
        settle_tolls(f)
        split_by_count(story.scene, f)
        settle_missiles(story.scene, f)
        name_opposed(story.scene, f)
        settle_hunted(story.scene, f)
        settle_of_event(story.scene, f, done)
        settle_feud(story.scene, f)
        if "rival" in f.rules:
            f.perpetrator, f.perpetrator_rule = None, ""  # a version carries only what it says (codebook 2.2)
        settle_own_side(story.scene, f, before)
        leave_teller(story.scene, f)
        leave_doer_before(story.scene, f)
        settle_charges(story.scene, f)
        settle_answered(story.scene, f)
        settle_officer(story.scene, f)
        leave_comers(story.scene, f)
        settle_last(story.scene, f, done)
        settle_taker(story.scene, f)
        settle_taken_from(story.scene, f)
        settle_agent(story.scene, f)
        settle_fired_from(story.scene, f)
        settle_unknown(story.scene, f)
        settle_victim_unknown(story.scene, f)
        settle_cleft(story.scene, f)
        settle_its_men(story.scene, f)
        settle_during_that(story.scene, f, done)
        settle_after(story.scene, f)
        settle_followed(story.scene, f, done)
        place_below_header(story.scene, f)
        done.append(f)
        before = f
    settle_items(story)
    settle_some(story.scene, story.frames)
    settle_cause(story.scene, story.frames, story.dropped)
    place_exactly(story.scene, story.frames)
    date_items(story.scene, [*story.frames, *story.dropped])
    date_by_header(story.scene, story.frames)
    date_counts(story.scene, story.frames)
    report_period(story.scene, story.frames)
    within_period(story.scene, story.frames)
    keep_period(story.scene, story.frames)
    for f in story.frames:  # a share has what the ranked total has
        total = f.total
        if total is None or "tally:item" not in f.rules:
            continue
        if f.perpetrator_rule == "agent:of-the-total":
            f.perpetrator = total.perpetrator
        if f.target_rule == "target:of-the-total":
            f.target = total.target if f.event_type is not EventType.ATTACK or _one_sided(story.scene, total) else None
        if f.time_rule == "time:of-the-total":
            f.time = total.time
        if f.place_rule == "place:of-the-total" and f.place is None:
            f.place = total.place
        if f.main.form == "phrase" and f.main.entry == total.main.entry and "tally:case" not in f.rules:
            f.event_type = total.event_type
    settle_denied(story.scene, story.frames)
    for f in story.frames:  # a denial denies what was asserted
        if f.denial is not None:
            told = next((x for x in story.frames if x.main is f.main and x.denial is None), None)
            if told is not None:
                f.perpetrator, f.target, f.place, f.time = told.perpetrator, told.target, told.place, told.time
                f.event_type = told.event_type


def weed_story(story: Story, speaker_of: Callable[[int], ActorMention | None]) -> None:
    """Drop the frames that are no events of their own; what is left tells who fights whom."""
    for f in story.frames:
        if counted_as_share(f, story.frames):
            f.drop = "share"
    give_parts(story.frames)
    drop_opening(story.scene, story.frames)
    story.dropped.extend(f for f in story.frames if f.drop)
    story.frames = [f for f in story.frames if not f.drop]
    sources = [speaker_of(f.main.first) for f in story.frames]
    kept = weed(story.scene, story.frames, sources)
    story.dropped.extend(f for f in story.frames if f.drop)
    story.frames = fold_retold(story.scene, kept, speaker_of)
    story.dropped.extend(f for f in kept if f.drop)
    adopt_later(story.scene, story.frames, story.dropped)
    lay_later(story.scene, story.frames, speaker_of)
    lend_headline(story.scene, story.frames, story.dropped)
    tell_whose(story.scene, story.frames, story.dropped)
    name_other_side(story.scene, story.frames, speaker_of)
    name_foe(story.scene, story.frames)
    name_posts(story.scene, story.frames)
    name_villagers(story.scene, story.frames)
    name_parties(story.scene, story.frames)
    name_loser(story.scene, story.frames)


def weekly(story: Story, published: date | None) -> None:
    """Totals of a weekly issue cover the seven days up to the day of the report (codebook 6.4)."""
    if published is None:
        return
    scene = story.scene
    words = wordset("weekly-issue")
    seen: Span | None = None
    for k, ln in enumerate(scene.lines):
        for i in range(ln.sentence.first, ln.sentence.last):
            if seen is None and scene.words[i].lstrip("ولب") in words:
                seen = Span(scene.tokens[i].start, scene.tokens[i].end)
                at = i
        if seen is None:
            continue
        for f in story.frames:
            if f.line == k and not f.aggregate and f.tolls and is_plural(scene, f.main) and scene.words[f.main.first].endswith(_OWN):
                f.aggregate = True  # ``في العدد الأسبوعي … أن هجماته خلّفت``
                f.rules.append("tally:weekly-issue")
                if any(" ".join(scene.words[i : i + 2]) in wordset("worldwide") for i in range(f.main.first, f.main.first + 4)):
                    f.place, f.place_rule = None, ""
            if f.line != k or not f.aggregate or (f.time is not None and str(f.time.precision) not in ("day", "days")):
                continue
            text = scene.doc.text.slice(seen)
            f.time = TimeMention(
                seen, text, published - timedelta(days=7), published, TimePrecision.WEEK, TimeBasis.RELATIVE, None, True, "weekly-issue",
                at, at + 1
            )  # fmt: skip
            f.time_rule = "time:weekly-issue"
