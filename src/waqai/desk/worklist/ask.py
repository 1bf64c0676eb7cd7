"""What the inbox is asked for, as conditions on the work list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from waqai.desk import tables as t
from waqai.desk.worklist.rows import STATES

FLAGS = ("casualties", "disagree", "low", "unplaced", "year", "changed")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the inbox is asked for; an empty string does not filter."""

    state: str = "open"
    flag: str = ""
    kind: str = ""
    outlet: str = ""
    actor: str = ""
    type: str = ""
    area: str = ""
    first: str = ""
    last: str = ""
    score: str = ""
    q: str = ""
    sort: str = "priority"


def conditions(w: Wanted, found: Callable[[str], list[str]]) -> list[sa.ColumnElement[bool]]:
    """Conditions on ``desk_work``.

    Args:
        found: gives the keys of the reports that hold some words.
    """
    c = t.work.c
    out: list[sa.ColumnElement[bool]] = []
    if w.state == "decided":
        out.append(c.state != "open")
    elif w.state in STATES:
        out.append(c.state == w.state)
    if w.flag in FLAGS:
        out.append(c[w.flag])
    by_actor = (c.perpetrator == w.actor) | (c.target == w.actor) | (c.claimant == w.actor)
    tests = (
        (w.kind, c.kind == w.kind), (w.outlet, c.outlet == w.outlet), (w.area, c.area == w.area), (w.type, c.event_type == w.type),
        (w.actor, by_actor), (w.first, c.day_end >= w.first), (w.last, c.day <= w.last), (w.score == "low", c.low),
        (w.score == "high", ~c.low),
    )  # fmt: skip
    out += [test for asked, test in tests if asked]
    if w.q:
        out.append(c.rid.in_(found(w.q)))
    return out


def order(w: Wanted) -> tuple[Any, ...]:
    """The order of the list."""
    c = t.work.c
    if w.sort == "new":
        return (c.seq.desc(),)
    if w.sort == "day":
        return (c.day.desc(), c.seq.desc())
    return (c.priority.desc(), c.seq)
