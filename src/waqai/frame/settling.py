"""Where a new frame goes: into the one it repeats, beside it as a rival version, or after it as an event of its own."""

from __future__ import annotations

from collections.abc import Callable

from waqai.frame.answered_fire import only_answers
from waqai.frame.apart import apart
from waqai.frame.both_sides import both_lost
from waqai.frame.compare import Later, later, merge_facts
from waqai.frame.exactly import more_exactly, says_what_it_was
from waqai.frame.facts import weigh
from waqai.frame.found_there import found_there
from waqai.frame.frames import Frame
from waqai.frame.goes_on import (
    ANY_DEED,
    adopted,
    adopts_the_last,
    at_that_time,
    by_them,
    definite_result,
    during_it,
    goes_on,
    lets_go,
    limb_lost,
    name_of,
    of_that,
    of_the_robbery,
    opening_of,
    other_count,
    result_of,
    risen_since,
    rises,
    take_in,
    taken_in_the_attack,
    the_thing_itself,
    told_again,
    toll_told_after,
    two_items,
)
from waqai.frame.held_too import hold_too
from waqai.frame.inherited import inherit
from waqai.frame.joining_signs import since_total
from waqai.frame.known_again import dug_out, found_dead, known_again, pulled_out, same_toll, same_two_tolls, the_fallen
from waqai.frame.made_exact import leave_the_ward
from waqai.frame.merge import absorb, same_event, says_another
from waqai.frame.operations import operation_of, take_step
from waqai.frame.other_tellers import teller_at, who_raises
from waqai.frame.other_voice import none_of_these, other_voice, told_of_the_claimed
from waqai.frame.risen import also_hurt, more_of_it, of_his_wounds, risen_to, rises_of_it
from waqai.frame.scene import Scene
from waqai.frame.taken_along import led_away, take_along
from waqai.frame.then_followed import opens_sequel
from waqai.frame.told_in_full import take_in_full, told_in_full
from waqai.frame.versions import admits, boasts, one_toll, other_victims, tolls_differ, widen
from waqai.frame.wounds_told import wounds_told
from waqai.model import ActorMention, EventType, Span
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
    the_fallen,
    of_that,
)
_DEEDS = (EventType.SUICIDE_BOMBING, EventType.VEHICLE_BOMB, EventType.IED, EventType.AIRSTRIKE, EventType.SHELLING)
_COUNTED = ("killed", "injured", "captured")
_BOMBINGS = (EventType.SUICIDE_BOMBING, EventType.VEHICLE_BOMB)
MergeLog = list[tuple[tuple[str, ...], tuple[Span, ...], Span]]


def settle(
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
    leave_the_ward(scene, f)
    best: Frame | None = None
    table = weights("merge")
    best_score = table.get("threshold", 0.0) if table else 0.55
    pool = [x for x in frames[-10:] if x.denial is None]
    if f.aggregate and "neutralise" in f.classes and since_total(scene, f):
        frames.append(f)  # "حيّدت 31 خلال الأسبوع، ليبلغ عدد من تم تحييدهم منذ مطلع العام 1712": two totals
        return
    if opens_sequel(scene, f):
        inherit(scene, frames, f)
        frames.append(f)
        return
    new_said = name_of(speaker_of(f.main.first))
    if pool and (
        says_what_it_was(scene, pool[-1], f)
        or lets_go(scene, pool[-1], f)
        or led_away(scene, pool[-1], f)
        or of_his_wounds(scene, pool[-1], f)
        or also_hurt(scene, pool[-1], f)
        or more_of_it(scene, pool[-1], f)
        or dug_out(scene, pool[-1], f)
        or pulled_out(scene, pool[-1], f)
        or found_there(scene, pool[-1], f)
        or wounds_told(scene, pool[-1], f)
        or only_answers(scene, pool[-1], f)
    ):
        return
    if pool and (of_the_robbery(scene, pool[-1], f) or taken_in_the_attack(scene, pool[-1], f) or during_it(scene, pool[-1], f)):
        take_in(pool[-1], f)
        return
    if pool and risen_since(scene, pool[-1], f):
        absorb(scene, pool[-1], f)
        return
    step_of = operation_of(scene, frames, f)
    if step_of is not None:
        absorb(scene, step_of, f)
        take_step(scene, frames, step_of, f)
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
    lead = told_in_full(scene, frames, f)
    if lead is not None:
        absorb(scene, lead, f)
        take_in_full(scene, lead, f)
        return
    again = other_voice(scene, frames, f)
    if again is not None:
        absorb(scene, again, f)
        take_in_full(scene, again, f)
        return
    if pool and none_of_these(scene, pool[-1], f, new_said is None or name_of(speaker_of(pool[-1].main.first)) in (None, new_said)):
        return
    if pool and told_of_the_claimed(scene, pool[-1], f):
        absorb(scene, pool[-1], f)
        return
    another = says_another(scene, f)
    if take_along(scene, frames, f, another) or hold_too(scene, frames, f):
        return
    new: Later | None = None
    for n, old in enumerate(reversed(pool)):
        if n == 0 and same_two_tolls(scene, old, f):
            best = old
            if f.place is not None and ((there := scene.place(f.place).ref) is None or there.admin1 is None):
                f.place = None  # a crossing nobody knows is no finer than the road the first told
            break
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
            or (best is None and (rises_of_it(scene, old, f) or risen_to(scene, old, f)))
            or (one_teller and (known_again(scene, old, f) or same_toll(scene, old, f)))
        ):
            s = max(s, best_score + 1.0)
        if s > best_score + 1e-9:
            best, best_score = old, s
    best = best or adopts_the_last(scene, pool, f)
    if best is None:
        if all(scene.entry(w).id == "carried-wounded" for w in f.triggers):
            return  # "نُقل أربعة بجروح" tells no event of its own
        inherit(scene, frames, f)
        frames.append(f)
        return
    old_source, new_source = name_of(speaker_of(best.main.first)), name_of(speaker_of(f.main.first))
    differ = tolls_differ(best, f) and "both-lost" not in f.rules
    teller, before = speaker_of(f.main.first), speaker_of(best.main.first)
    a, b = (_counter(scene, x, speaker_of) for x in (best, f))
    if differ and not another and one_toll(best, f, a, b, _raised(scene, f)):
        widen(best, f)
        f.tolls = {role: t for role, t in f.tolls.items() if role not in best.tolls}
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
        elif f.definite and f.event_type is EventType.ATTACK and f.classes <= ANY_DEED and best.event_type in _DEEDS:
            f.event_type = best.event_type  # "وتبنت الحركة العملية، وزعمت أنها قتلت عشرين"
        frames.append(f)
        return
    absorb(scene, best, f)


def _counter(scene: Scene, x: Frame, speaker_of: Callable[[int], ActorMention | None]) -> ActorMention | None:
    """Who counts the dead or wounded of a frame, where they are counted; else who tells of it."""
    toll = next((t for r in _COUNTED if (t := x.tolls.get(r)) is not None and t.count.best is not None), None)
    if toll is not None and scene.owner[toll.first] not in (-1, x.line):
        return teller_at(scene, scene.lines[scene.owner[toll.first]], toll.first, speaker_of)
    return teller_at(scene, scene.lines[x.line], x.main.last, speaker_of)


def _raised(scene: Scene, f: Frame) -> bool:
    """Somebody is named who brings the count to its number."""
    return "rise" in f.rules and who_raises(scene, scene.lines[f.line], f.main.last) is not None
