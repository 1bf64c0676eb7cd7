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
    for value, column in ((w.kind, c.kind), (w.outlet, c.outlet), (w.area, c.area), (w.type, c.event_type)):
        if value:
            out.append(column == value)
    if w.actor:
        out.append((c.perpetrator == w.actor) | (c.target == w.actor) | (c.claimant == w.actor))
    if w.first:
        out.append(c.day_end >= w.first)
    if w.last:
        out.append(c.day <= w.last)
    if w.score == "low":
        out.append(c.low)
    elif w.score == "high":
        out.append(~c.low)
    if w.q:
        out.append(c.rid.in_(found(w.q)))
    return out


def order(w: Wanted) -> tuple[Any, ...]:
    """The order of the list."""
    c = t.work.c
    if w.sort == "new":
        return (c.seq.desc(),)
    if w.sort == "day":
        return (c.day.desc(), c.seq)
    return (c.priority.desc(), c.seq)
