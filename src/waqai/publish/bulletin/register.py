"""Which incidents a bulletin lists one by one."""

from __future__ import annotations

from waqai.publish.bulletin.facts import Facts, weight
from waqai.publish.data import Row

#: Rows of a bulletin's smaller tables.
SMALL = 14
#: How many incidents are listed one by one; a busier month is listed whole in the exports.
REGISTERED = 300


def registered(f: Facts) -> list[Row]:
    """The rows a bulletin lists one by one: all of a quiet month, else the gravest and those its other parts point at, by day."""
    if len(f.rows) <= REGISTERED:
        return f.rows
    pointed = [*f.noteworthy, *f.security[:SMALL]]
    gravest = sorted(f.rows, key=lambda r: (-weight(r), r.incident.id))
    chosen: set[str] = set()
    for r in (*pointed, *gravest):
        if len(chosen) >= REGISTERED:
            break
        chosen.add(r.incident.id)
    return [r for r in f.rows if r.incident.id in chosen]
