"""What speaks for a later frame telling what an earlier one tells: the facts the ranking table ``merge`` weighs."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from waqai.frame.facts import Facts
from waqai.frame.frames import Frame
from waqai.frame.merge import dates_meet, is_definite, only_outcome, own_place, own_time, place_relation, tolls_meet
from waqai.frame.scene import Scene
from waqai.model import ActorMention, EventType

_OUTCOME = frozenset(("kill", "injure", "die", "result"))
_LINKS = frozenset(("sep", "same", "cause"))
_BACKGROUND = frozenset(("وكان", "وكانت"))


class Later(NamedTuple):
    """A frame as it is compared with each one before it: what is the same for all of them.

    Attributes:
        frame: the frame.
        place: the place its own clause names; ``None`` when it names none.
        dated: its own clause is dated.
        definite: it is told with a definite noun.
        another: its words say that it is another one.
        form: ``v`` when a verb tells it, else ``n``.
        news: how many of place, date and exact toll are its own.
        classes: classes of its triggers, outcomes left out.
        spoken, early, background: it stands in a sentence that opens with a verb of saying, near its head, after ``وكان``.
        cues: classes of linking words before it.
    """

    frame: Frame
    place: int | None
    dated: bool
    definite: bool
    another: bool
    form: str
    news: int
    classes: set[str]
    spoken: bool
    early: bool
    background: bool
    cues: tuple[str, ...]


def later(scene: Scene, f: Frame, another: bool) -> Later:
    """A frame made ready for ``merge_facts``; ``another`` is what ``says_another`` says of it."""
    ln = scene.lines[f.line]
    place, dated = own_place(f), own_time(f)
    cues = {cls for c in ln.cues if f.first - 2 <= c.first <= f.main.first and (cls := scene.cls(c)) in _LINKS}
    return Later(
        f, place, dated, is_definite(f), another,
        "v" if f.main.form in ("past", "present", "passive") else "n",
        (place is not None) + dated + any(t.count.best is not None for t in f.tolls.values()),
        f.classes - _OUTCOME,
        any(s.first - ln.sentence.first <= 2 for s in ln.speech),
        f.main.first - ln.sentence.first <= 12,
        scene.words[ln.sentence.first] in _BACKGROUND,
        tuple(sorted(cues)),
    )  # fmt: skip


def _relation(a: ActorMention | None, b: ActorMention | None) -> str:
    if a is None or b is None:
        return "open" if a is not b else "none"
    if a.name_en == b.name_en:
        return "same"
    if "unknown gunmen" in (a.name_en, b.name_en):
        return "unknown"
    return "differ"


def merge_facts(scene: Scene, old: Frame, new: Later, nearest: bool, sources: str, alike: float) -> tuple[Facts, ...]:
    """What speaks for ``new`` telling what ``old`` tells.

    Args:
        scene: the document.
        old, new: the earlier frame (maybe merged already) and the later one.
        nearest: no frame stands between them.
        sources: ``same``, ``differ``, ``new`` (only the later names one), ``old`` or ``none``.
        alike: what ``same_event`` says of the two.
    """
    f = new.frame
    place = place_relation(scene, old.place, new.place)
    dates = dates_meet(old, f) if new.dated else "open"
    tolls = tolls_meet(old, f)
    gap = scene.lines[f.line].sentence.paragraph - scene.lines[max(old.lines)].sentence.paragraph
    where = "line" if f.line in old.lines else "par" if gap == 0 else "next" if gap == 1 else "far"
    types = "same" if old.event_type == f.event_type else "family" if old.family() == f.family() else "near"
    title = old.block in ("title", "heading")
    score = max(-4.0, min(4.0, round(alike * 2) / 2))
    perp, target = _relation(old.perpetrator, f.perpetrator), _relation(old.target, f.target)
    return (
        _kinds(types, old.event_type, f.event_type),
        _compared(types, place, new.definite, where, title),
        _agreeing(dates, place, tolls, sources),
        _sides(perp, target, new.definite, new.form),
        _told(where, nearest, new.another, not old.classes.isdisjoint(new.classes), types, new.news, new.definite),
        _setting(new.spoken, new.early, where, new.background, new.cues),
        _earlier(score, min(3, len(old.parts)), old.place is not None, bool(old.tolls), only_outcome(old), only_outcome(f)),
    )


# The facts by what they hang on: most groups have been met before, so neither names nor sums are made again.


@lru_cache(maxsize=1 << 13)
def _kinds(types: str, old: EventType, new: EventType) -> Facts:
    return Facts("bias", f"types:{types}", f"pair:{'+'.join(sorted((str(old), str(new))))}")


@lru_cache(maxsize=1 << 13)
def _compared(types: str, place: str, definite: bool, where: str, title: bool) -> Facts:
    return Facts(
        f"place:{place}", f"place:{place}|{definite}", f"place:{place}|{where}", f"def:{definite}|{where}", f"where:{where}",
        f"title:{title}", f"title:{title}|{place}", f"title:{title}|{types}", f"types:{types}|{where}|{place}",
    )  # fmt: skip


@lru_cache(maxsize=1 << 13)
def _agreeing(dates: str, place: str, tolls: str, sources: str) -> Facts:
    return Facts(
        f"dates:{dates}", f"dates:{dates}|{place}", f"tolls:{tolls}", f"tolls:{tolls}|{place}", f"sources:{sources}",
        f"sources:{sources}|{tolls}",
    )  # fmt: skip


@lru_cache(maxsize=1 << 13)
def _sides(perp: str, target: str, definite: bool, form: str) -> Facts:
    return Facts(f"perp:{perp}", f"target:{target}", f"perp:{perp}|{target}", f"def:{definite}.{form}", f"form:{form}")


@lru_cache(maxsize=1 << 13)
def _told(where: str, nearest: bool, another: bool, same_cls: bool, types: str, news: int, definite: bool) -> Facts:
    return Facts(
        f"where:{where}|near:{nearest}", f"near:{nearest}", f"another:{another}", f"cls:{same_cls}", f"cls:{same_cls}|{types}",
        f"news:{news}", f"news:{news}|{definite}", f"news:{news}|{where}",
    )  # fmt: skip


@lru_cache(maxsize=1 << 13)
def _setting(spoken: bool, early: bool, where: str, background: bool, cues: tuple[str, ...]) -> Facts:
    return Facts(f"spoken:{spoken}|{where}", f"early:{early}|{where}", f"bg:{background}", *(f"cue:{c}" for c in cues))


@lru_cache(maxsize=1 << 13)
def _earlier(score: float, parts: int, placed: bool, counted: bool, old_outcome: bool, new_outcome: bool) -> Facts:
    return Facts(
        f"rule:{score}", f"parts:{parts}", f"old-place:{placed}", f"old-tolls:{counted}", f"only-outcome:{old_outcome}.{new_outcome}"
    )  # fmt: skip
