"""Where and when it may have been: the candidates for the place and the date of a frame and what speaks for each."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import lru_cache

from waqai.frame import otherwhen
from waqai.frame.elsewhere import set_aside
from waqai.frame.facts import NULL, Candidate, Facts
from waqai.frame.frames import Frame
from waqai.frame.reach import in_reach, position
from waqai.frame.scene import Lines, Scene
from waqai.frame.whenwhere import place_in_actor
from waqai.model import PlaceLevel, TimeMention


def place_candidates(scene: Scene, f: Frame, previous: int | None, items: Collection[int] = ()) -> list[Candidate]:
    """Candidates for the place of a frame; ``previous`` is the place of the event told before, ``items`` those of a total's items."""
    kind = str(f.event_type)
    out: list[Candidate] = []
    pool: list[int] = []
    reach = in_reach(scene, f)
    holders: set[int | None] = set()
    for _, ln, _, _ in reach:
        holders.update([scene.place(i).container for i in ln.places])
    for line, ln, p, where in reach:
        seen_in = 0
        for i in ln.places:
            if i in items:
                continue  # "14 هجوماً، منها 10 في الرقة": the total is not where an item is
            m = scene.place(i)
            level = m.ref.level if m.ref is not None else PlaceLevel.NONE
            side, inside = position(scene, ln, p, m.first, m.last, line)
            prep = scene.place_prep(i)
            if inside == "in":
                seen_in += 1
            facts: list[str] = []
            if f.place == i:
                facts += ["ruled", f"ruled:{f.place_rule}", f"ruled|{where}"]
            elif f.place is not None and scene.same_place(f.place, i):
                facts.append("ruled-same")
            if previous is not None and (previous == i or scene.same_place(previous, i)):
                facts += ["as-before", f"as-before|{where}"]
            if f.aggregate:
                facts.append(f"tally|lvl:{level}")
            pool.append(i)
            nth = str(min(seen_in, 4)) if inside == "in" else "x"
            within = place_in_actor(scene, ln, i)
            shared = (
                _sited(kind, str(level), m.relation, where),
                _standing(where, inside, side, prep),
                _named(str(level), m.kind, m.relation, i in holders, nth, bool(m.candidate_ids), within),
            )
            out.append(Candidate(str(i), i, tuple(facts), f"place:{where}:{side}", shared))
    for other, how in ((previous, "carried"), (f.place, "inherited")):
        if other is not None and other not in pool:
            pool.append(other)
            lv = scene.place(other).ref
            out.append(
                Candidate(
                    str(other),
                    other,
                    (how, f"{how}|{kind}", f"{how}|{f.place_rule}", f"{how}|lvl:{lv.level if lv else 'none'}"),
                    f"place:{how}",
                )
            )
    out.append(Candidate(NULL, None, ("null", f"null|{kind}", f"null|tally:{f.aggregate}", f"null|any:{bool(pool)}"), "place:none"))
    return set_aside(scene, f, out)


@lru_cache(maxsize=1 << 14)
def _sited(kind: str, level: str, relation: str, where: str) -> Facts:
    """What size a place is, and in which line it stands."""
    return Facts(f"lvl:{level}", f"{kind}|lvl:{level}", f"rel:{relation}", f"where:{where}", f"lvl:{level}|{where}")


@lru_cache(maxsize=1 << 14)
def _standing(where: str, inside: str, side: str, prep: str) -> Facts:
    """How it stands to the trigger."""
    return Facts(f"in:{inside}", f"side:{side}", f"prep:{prep}|{where}", f"prep:{prep}|{side[:5]}")


@lru_cache(maxsize=1 << 14)
def _named(level: str, kind: str, relation: str, holder: bool, nth: str, known: bool, within: bool) -> Facts:
    """What kind of place it is, among the others of its line."""
    return Facts(
        f"holder:{holder}", f"holder:{holder}|lvl:{level}", f"kind:{kind}", f"rel:{relation}|lvl:{level}", f"nth:{nth}", f"known:{known}",
        f"actor:{within}",
    )  # fmt: skip


def time_candidates(scene: Scene, f: Frame, previous: TimeMention | None, speech: Callable[[Lines, int], bool]) -> list[Candidate]:
    """Candidates for the date of a frame; ``speech`` says whether a time expression dates a statement."""
    kind = str(f.event_type)
    out: list[Candidate] = []
    seen: set[int] = set()
    reach = in_reach(scene, f)
    for line, ln, p, where in reach:
        for n, t in enumerate(ln.times):
            side, inside = position(scene, ln, p, t.first, t.last, line)
            said = speech(ln, t.first)
            facts: list[str] = []
            shared = (
                _dated(where, inside, side, said, t.first - ln.sentence.first <= 3, min(n, 3)),
                _timed(str(t.precision), t.deictic, t.start is None, t.end is None, where, f.aggregate),
            )
            if f.time is not None and f.time.first == t.first:
                facts += ["ruled", f"ruled|{where}", f"ruled|{f.time_rule.split(':')[0]}"]
            if previous is not None and previous.first == t.first:
                facts += ["as-before", f"as-before|{where}"]
            seen.add(t.first)
            out.append(Candidate(f"{t.start}|{t.end}", t, tuple(facts), f"time:{where}:{t.rule}", shared))
    for t2, how in ((previous, "carried"), (f.time, "inherited")):
        if t2 is not None and t2.first not in seen:
            seen.add(t2.first)
            facts2 = (how, f"{how}|{kind}", f"{how}|prec:{t2.precision}", f"{how}|tally:{f.aggregate}", f"{how}|{f.time_rule}")
            out.append(Candidate(f"{t2.start}|{t2.end}", t2, facts2, f"time:{how}"))
    out.append(
        Candidate(NULL, None, ("null", f"null|tally:{f.aggregate}", f"null|ruled:{f.time is not None}", f"null|{kind}"), "time:none")
    )
    return otherwhen.set_aside(scene, f, out)


@lru_cache(maxsize=1 << 13)
def _dated(where: str, inside: str, side: str, said: bool, opens: bool, nth: int) -> Facts:
    """How a time expression stands to the trigger and to words of saying."""
    return Facts(
        f"where:{where}", f"in:{inside}", f"side:{side}", f"said:{said}", f"said:{said}|{where}", f"nth:{nth}|{where}",
        f"first:{opens}|{where}", f"in:{inside}|said:{said}",
    )  # fmt: skip


@lru_cache(maxsize=1 << 13)
def _timed(precision: str, deictic: bool, no_start: bool, no_end: bool, where: str, tally: bool) -> Facts:
    """What days it gives."""
    return Facts(
        f"prec:{precision}", f"deictic:{deictic}|{where}", f"prec:{precision}|{where}", f"open:{no_start}|{no_end}",
        f"tally:{tally}|prec:{precision}",
    )  # fmt: skip
