"""What the desk asks claims and incidents for, as statements that an index answers.

Rows come in the order of first day, then arrival, undated ones last. A question by days is two: what began before the first
day and still lasts (few, from an index of what lasts several days), then what began within the days (all of it wanted). Neither reads a
row in vain.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import sqlalchemy as sa

from waqai.store import dialect
from waqai.store import schema as t
from waqai.store.search import parse

LONGEST = 366  # no coded event lasts longer than a year
_MANY, _FEW, _SHORT = 5000, 15_000, 93  # rows near a place, rows of some days, days
_MOST_TEXTS = 100_000
_EQUAL = ("kind", "event_type", "modality", "country", "admin1", "place_id", "perpetrator", "target", "claimant", "needs_review")


@dataclass(frozen=True, slots=True)
class Filter:
    """What to look for; every field that is not ``None`` must hold.

    Attributes:
        date_from, date_to: closed interval of days; a claim counts when its own interval overlaps it.
        near: ``(lat, lon, km)`` in WGS84 degrees and kilometres; claims only.
        report: report id; claims only.
        search: a full-text question about the report's text; claims only.
        limit, offset: page of the answer, in order of date, then arrival.
        after: id of the last row of the page before: as ``offset``, and as quick on the last page as on the first.
    """

    kind: str | None = None
    event_type: str | None = None
    modality: str | None = None
    country: str | None = None
    admin1: str | None = None
    place_id: str | None = None
    perpetrator: str | None = None
    target: str | None = None
    claimant: str | None = None
    date_from: date | None = None
    date_to: date | None = None
    needs_review: bool | None = None
    near: tuple[float, float, float] | None = None
    report: str | None = None
    search: str | None = None
    limit: int | None = None
    offset: int = 0
    after: str | None = None


def in_values(column: sa.ColumnElement[Any], numbers: list[int]) -> sa.ColumnElement[bool]:
    """``column IN numbers`` for long lists: the numbers are our own integers, written into the statement."""
    return column.in_(sa.text(",".join(map(str, numbers)) or "NULL"))


def rows(conn: sa.Connection, table: sa.Table, f: Filter) -> list[Any]:
    """``(id, payload)`` of the current rows that pass."""
    where = _where(conn, table, f)
    spans = _spans(table, f)
    near = _near(conn, table, f, spans)
    if near is not None:
        where.append(in_values(table.c.seq, sorted(near)))
    out: list[Any] = []
    skip = f.offset
    first = table.c.date_start if f.date_from or f.date_to else table.c.date_start.nulls_last()
    for span in spans:
        q = sa.select(table.c.id, table.c.payload).where(*where, *span).order_by(first, table.c.seq)
        if near and span is not spans[-1]:
            # Beside a list of rows SQLite would take any index of days, and read a year of them.
            q = q.with_hint(table, f"INDEXED BY {table.name}_lasting", "sqlite")
        if f.limit is not None:
            q = q.limit(f.limit + skip - len(out))
        elif skip and conn.dialect.name == "sqlite":
            q = q.limit(-1)
        out += conn.execute(q).all()
        if f.limit is not None and len(out) >= f.limit + skip:
            break
    return out[skip:]


def _near(conn: sa.Connection, table: sa.Table, f: Filter, spans: list[list[sa.ColumnElement[bool]]]) -> list[int] | None:
    """Row numbers of what lies near, those of other days left out where the index of days tells them quickly; ``None`` when not asked."""
    if f.near is None:
        return None
    if f.date_from is None or f.date_to is None:
        return dialect.find_points(conn, *f.near)

    def of_the_days() -> list[int]:
        asked = (sa.select(table.c.seq).where(table.c.ended_at.is_(None), *span) for span in spans)
        return [s for q in asked for s in conn.execute(q).scalars()]

    days: list[int] | None = None
    if (f.date_to - f.date_from).days < _SHORT:
        # What was told of the same days stands together: its points are read from few pages.
        days = of_the_days()
        if len(days) <= _FEW:
            return dialect.points_among(conn, days, *f.near)
    near = dialect.find_points(conn, *f.near)
    if len(near) > _MANY or days is not None:
        inside = set(near)
        near = [s for s in (of_the_days() if days is None else days) if s in inside]
    return near


def _spans(table: sa.Table, f: Filter) -> list[list[sa.ColumnElement[bool]]]:
    """Conditions by day: one list for each statement to ask, in order of time."""
    first, last = table.c.date_start, table.c.date_end
    until = [first <= f.date_to.isoformat()] if f.date_to is not None else []
    if f.date_from is None:
        return [until]
    since = f.date_from.isoformat()
    earliest = (f.date_from - timedelta(min(LONGEST, f.date_from.toordinal() - 1))).isoformat()
    latest = (f.date_from + timedelta(min(LONGEST, date.max.toordinal() - f.date_from.toordinal()))).isoformat()
    # The last day bounds the index of what lasts; ``last > first`` is the condition that index was made with.
    lasting = [last > first, first >= earliest, first < since, last >= since, last <= latest]
    return [lasting, [first >= since, *until]]


def _where(conn: sa.Connection, table: sa.Table, f: Filter) -> list[sa.ColumnElement[bool]]:
    out: list[sa.ColumnElement[bool]] = [table.c.ended_at.is_(None)]
    for name in _EQUAL:
        value = getattr(f, name)
        if value is not None and name in table.c:
            out.append(table.c[name] == (value if isinstance(value, bool) else str(value)))
    if f.report is not None:
        out.append(table.c.rid.in_(sa.select(t.report.c.rid).where(t.report.c.id == f.report)))
    if f.search is not None:
        seqs = dialect.find_texts(conn, parse(f.search), _MOST_TEXTS)
        out.append(table.c.rid.in_(sa.select(t.report.c.rid).where(in_values(t.report.c.seq, seqs))))
    if f.after is not None:
        out.append(_after(conn, table, f.after))
    return out


def _after(conn: sa.Connection, table: sa.Table, last: str) -> sa.ColumnElement[bool]:
    """What comes after a row."""
    q = sa.select(table.c.date_start, table.c.seq).where(table.c.id == last).order_by(table.c.seq.desc()).limit(1)
    found = conn.execute(q).first()
    if found is None:
        return sa.false()
    day, seq = table.c.date_start, table.c.seq
    if found.date_start is None:
        return sa.and_(day.is_(None), seq > found.seq)
    later = sa.tuple_(day, seq) > sa.tuple_(sa.literal(found.date_start), sa.literal(found.seq))
    return sa.or_(later, day.is_(None))
