"""From a document to its frames: group, fill, judge, merge."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from waqai.frame.accept import judge
from waqai.frame.frames import Frame, Toll
from waqai.frame.groups import group_line
from waqai.frame.kinds import decide
from waqai.frame.lists import Header, read_header
from waqai.frame.merge import absorb, is_definite, same_event
from waqai.frame.roles import assign_agents, assign_place, assign_time
from waqai.frame.scene import Scene
from waqai.frame.tally import mark_tally, split_items, take_context
from waqai.frame.tolls import read_tolls
from waqai.model import CountRange, Doc, EventType, Modality

_ZERO = CountRange(0, 0, 0)


@dataclass(slots=True)
class Story:
    """The frames of a document in text order, those dropped with their reason, and the scene they came from."""

    scene: Scene
    frames: list[Frame] = field(default_factory=list)
    dropped: list[Frame] = field(default_factory=list)


def _no_harm(scene: Scene, f: Frame) -> None:
    """``دون وقوع إصابات`` states zero; it fills what the text does not count."""
    ln = scene.lines[f.line]
    for c in ln.cues:
        if scene.cls(c) == "negres" and f.first <= c.first < f.last:
            for role in ("killed", "injured"):
                if role not in f.tolls or (c.text.startswith("نج") is False and f.tolls[role].count.best is None):
                    f.tolls[role] = Toll(role, replace(_ZERO, text=c.text), c.span, c.first, None, False, "toll:none")
            f.no_harm = True
            return


def _fill(scene: Scene, f: Frame, context: Frame | None) -> None:
    read_tolls(scene, f)
    _no_harm(scene, f)
    decide(scene, f)
    assign_place(scene, f)
    assign_time(scene, f)
    assign_agents(scene, f)
    ln = scene.lines[f.line]
    if any(scene.cls(c) == "rise" and f.first <= c.first < f.last for c in ln.cues):
        f.rules.append("rise")
    if any(scene.entry(w).foiled for w in f.triggers) and f.event_type in (EventType.FOILED_PLOT, EventType.IED):
        f.modality = Modality.FOILED
    if "shootdown" in f.classes and f.weapon_value == "drone":
        f.event_type, f.modality = EventType.AIRSTRIKE, Modality.FOILED
    if any(scene.cls(c) == "plan" and 0 <= f.main.first - c.last < 6 for c in ln.cues):
        f.modality = Modality.PLANNED
    mark_tally(scene, f, context)
    if f.aggregate and context is not None:
        take_context(f, context)
    f.definite = is_definite(f)


def assemble(doc: Doc, source_of: Callable[[int], str | None]) -> Story:
    """Frames of a document, each happening once per version.

    Args:
        doc: all mention layers, places resolved.
        source_of: canonical name of the source covering a token, ``None`` for the outlet.

    Returns:
        The story; ``frames`` are events and tallies in text order.
    """
    scene = Scene(doc)
    story = Story(scene)
    header: Header | None = None
    context: Frame | None = None
    for k, ln in enumerate(scene.lines):
        if scene.bullet(k):
            header = header or read_header(scene, k)
        else:
            header = None
        if context is not None and ln.sentence.paragraph - scene.lines[max(context.lines)].sentence.paragraph > 1:
            context = None
        taken: set[int] = set()
        for f in group_line(scene, k):
            _fill(scene, f, context)
            if header is not None:
                header.lend(f)
            judge(scene, f)
            if f.drop:
                story.dropped.append(f)
                continue
            _settle(scene, story.frames, f, source_of)
            if f.aggregate and f.block not in ("title", "heading"):
                context = f
                taken.update(n.first for n in ln.numbers if f.first <= n.first < f.last and f.events and n.text == f.events.text)
                taken.update(t.first for t in f.tolls.values())
        if context is not None:
            story.frames.extend(split_items(scene, k, context, taken))
    _finish(story)
    return story


def _settle(scene: Scene, frames: list[Frame], f: Frame, source_of: Callable[[int], str | None]) -> None:
    """Merge a new frame into the frame it repeats, keep it as a rival version, or add it."""
    best: Frame | None = None
    best_score = 0.0
    for old in reversed(frames[-14:]):
        s = same_event(scene, old, f)
        if old.line == f.line:
            s -= 1.2
        if s > best_score + 1e-9:
            best, best_score = old, s
    if best is None or best_score <= 0.55:
        _inherit(scene, frames, f)
        frames.append(f)
        return
    old_source, new_source = source_of(best.main.first), source_of(f.main.first)
    differ = any(
        (a := best.tolls.get(r)) is not None and (b := f.tolls.get(r)) is not None
        and a.count.best is not None and b.count.best is not None and a.count.best != b.count.best
        for r in ("killed", "injured")
    )  # fmt: skip
    if differ and new_source is not None and old_source is not None and old_source != new_source and "rise" not in f.rules:
        if f.place is None or best.place is not None:
            f.place, f.place_rule = best.place, "place:same-event"
        if f.time is None:
            f.time, f.time_rule = best.time, "time:same-event"
        if f.target is None:
            f.target, f.target_rule = best.target, "target:same-event"
        frames.append(f)
        return
    absorb(scene, best, f)


def _inherit(scene: Scene, frames: list[Frame], f: Frame) -> None:
    """An event without a place of its own stands where the sentence or the paragraph before it stands."""
    if f.place is not None or f.aggregate:
        return
    ln = scene.lines[f.line]
    here = [i for i in ln.places if scene.place(i).relation not in ("dateline", "from", "to")]
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
    kept: list[Frame] = []
    body = any(f.block not in ("title", "heading") for f in story.frames)
    for f in story.frames:
        if (
            f.block in ("title", "heading")
            and body
            and (len(f.lines) < 2 or all(story.scene.lines[k].sentence.block in ("title", "heading") for k in f.lines))
        ):
            f.drop = "headline-only"
            story.dropped.append(f)
        else:
            kept.append(f)
    story.frames = kept
