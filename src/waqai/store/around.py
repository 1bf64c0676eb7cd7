"""What changed since a log record, and what lies around it: enough to link a part as if all were there.

Everything is read in one consistent view and as reviewers left it. Questions are by days, by report and by id, each answered from an index:
the work follows what is new and its neighbours, not the size of the store.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace

import sqlalchemy as sa

from waqai.model import Claim, CodedReport
from waqai.model.days import COARSE_DAYS, days_of, is_total, ordinal
from waqai.model.decisions import Decision
from waqai.model.incidents import Incident, TallyCheck
from waqai.model.serial_incidents import tally_from_dict
from waqai.store import query
from waqai.store import schema as t
from waqai.store.decide import decisions, reviewed
from waqai.store.rows import incident_of

_SLICE = 400
_MOVES = frozenset(("date_start", "date_end", "kind", "modality", "place"))
Span = tuple[int, int]


def _parts(values: Iterable[str | int]) -> Iterable[Sequence[str | int]]:
    rows = sorted(values)
    return (rows[n : n + _SLICE] for n in range(0, len(rows), _SLICE))


class Around:
    """The surroundings of what came after log record ``since``.

    Attributes:
        fresh: ids of claims that were coded or judged since.
        gone: what was linked then and is no more, or no more so, as it was then.
        decisions: all decisions in order; ``new`` those made since.
        size: how many claims the store ever held.
    """

    def __init__(self, conn: sa.Connection, since: int) -> None:
        self._conn = conn
        self._coded: dict[str, CodedReport] = {}
        self._elsewhere: list[tuple[str, Claim, Span | None]] | None = None
        self.decisions = list(decisions(conn))
        self._said: dict[str, list[Decision]] = {}
        for d in self.decisions:
            self._said.setdefault(d.subject, []).append(d)
        self.size = int(conn.execute(sa.select(sa.func.max(t.claim.c.seq))).scalar() or 0)
        kinds = ("coding", "end-coding", "decision")
        q = sa.select(t.log.c.kind, t.log.c.subject).where(t.log.c.seq > since, t.log.c.kind.in_(kinds))
        found: dict[str, list[str]] = {k: [] for k in kinds}
        for kind, subject in conn.execute(q):
            found[kind].append(subject)
        judged = {tuple(s.rsplit("/", 1)) for s in found["decision"]}
        self.new = [d for d in self.decisions if (d.subject, str(d.version)) in judged]
        fresh: set[str] = {d.subject for d in self.new}
        for part in _parts(map(int, found["coding"])):
            fresh.update(conn.execute(sa.select(t.claim.c.id).where(t.claim.c.coding_seq.in_(part))).scalars())
        self.fresh = frozenset(fresh)
        old: set[int] = set()
        for part in _parts(found["end-coding"]):
            here = t.coding.c.rid.in_(part), t.coding.c.ended_at.is_not(None)
            old.update(conn.execute(sa.select(t.coding.c.seq).where(*here)).scalars())
        changed = {d.subject for d in self.new}
        for part in _parts(changed):
            here = t.claim.c.id.in_(part), t.claim.c.ended_at.is_(None)
            old.update(conn.execute(sa.select(t.claim.c.coding_seq).where(*here)).scalars())
        before = {(d.subject, d.version) for d in self.new}
        then: dict[str, list[Decision]] = {}
        for d in self.decisions:
            if (d.subject, d.version) not in before:
                then.setdefault(d.subject, []).append(d)
        codings = [c for part in _parts(old) for _, c in query.codings_by_seq(conn, part)]
        self.gone = tuple(_as_reviewed(c, then) for c in codings)

    # Reports

    def coded(self, rids: set[str]) -> list[CodedReport]:
        """Current codings of reports by their keys, in the order all reports are linked in."""
        for part in _parts(rids - self._coded.keys()):
            for rid, c in query.codings_by_rid(self._conn, part):
                self._coded[rid] = _as_reviewed(c, self._said)
        held = [(self._coded[rid].report.id, self._coded[rid].report.sha256, rid) for rid in rids & self._coded.keys()]
        return [self._coded[rid] for *_, rid in sorted(held)]

    def of_claims(self, claims: Iterable[str]) -> set[str]:
        """Keys of the reports that tell these claims, and of all reports of the same bytes."""
        rids: set[str] = set()
        for part in _parts(claims):
            here = t.claim.c.id.in_(part), t.claim.c.ended_at.is_(None)
            rids.update(self._conn.execute(sa.select(t.claim.c.rid).where(*here)).scalars())
        return self._same_bytes(rids)

    def in_days(self, days: set[int]) -> set[str]:
        """Keys of the reports with a happening that may lie in one of these days."""
        c = t.claim.c
        rids = {
            rid
            for rid, claim, span in self._moved()
            if span and not is_total(claim) and any(d in days for d in range(span[0], span[1] + 1))
        }
        for a, b in _spans(days):
            here = c.ended_at.is_(None), c.kind == "event", c.first_day.between(a - COARSE_DAYS, b), c.last_day >= a
            rids.update(self._conn.execute(sa.select(c.rid).where(*here)).scalars())
        return self._same_bytes(rids)

    def at_places(self, places: set[str], timeless: bool) -> set[str]:
        """Keys of the reports with a happening at one of these gazetteer ids.

        Args:
            timeless: only those of which no day is known at all.
        """
        c = t.claim.c
        rids = {rid for rid, claim, span in self._moved() if claim.place and claim.place.id in places and not (timeless and span)}
        here = [c.ended_at.is_(None), c.kind == "event", *([c.first_day.is_(None)] if timeless else [])]
        for part in _parts(places):
            rids.update(self._conn.execute(sa.select(c.rid).where(c.place_id.in_(part), *here)).scalars())
        return self._same_bytes(rids)

    def with_totals(self, days: set[int]) -> set[str]:
        """Keys of the reports with a total whose window touches one of these days."""
        c = t.claim.c
        rids = {rid for rid, claim, span in self._moved() if span and is_total(claim) and any(span[0] <= d <= span[1] for d in days)}
        for a, b in _spans(days):
            here = c.ended_at.is_(None), c.kind == "tally", c.first_day <= b, c.last_day >= a
            rids.update(self._conn.execute(sa.select(c.rid).where(*here)).scalars())
        return rids

    def _moved(self) -> list[tuple[str, Claim, Span | None]]:
        """Claims that reviewers gave another day, place or kind than the columns tell: report key, claim, the days it may lie in."""
        if self._elsewhere is not None:
            return self._elsewhere
        moved = {d.subject for d in self.decisions if d.action == "amend" and _MOVES & d.values.keys()}
        rids = self.of_claims(moved)
        self.coded(rids)
        here = [(rid, self._coded[rid]) for rid in sorted(rids & self._coded.keys())]
        self._elsewhere = [(rid, c, days_of(c, ordinal(r.report.published))) for rid, r in here for c in r.claims if c.id in moved]
        return self._elsewhere

    def _same_bytes(self, rids: set[str]) -> set[str]:
        out = set(rids)
        for part in _parts(rids):
            twins = sa.select(t.report.c.sha256).where(t.report.c.rid.in_(part))
            out.update(self._conn.execute(sa.select(t.report.c.rid).where(t.report.c.sha256.in_(twins))).scalars())
        return out

    # Incidents and totals

    def incident_of(self, claims: Iterable[str]) -> dict[str, str]:
        """Claim id → id of its current incident."""
        return query.memberships(self._conn, sorted(claims))

    def incidents(self, ids: Iterable[str]) -> list[Incident]:
        """Current incidents by id."""
        out = []
        for part in _parts(ids):
            here = t.incident.c.id.in_(part), t.incident.c.ended_at.is_(None)
            out += [incident_of(p, "draft") for p in self._conn.execute(sa.select(t.incident.c.payload).where(*here)).scalars()]
        return out

    def incidents_from(self, first: int, last: int) -> list[Incident]:
        """Current incidents that begin, or end when their beginning is not known, within these days."""
        from datetime import date

        a, b = date.fromordinal(max(1, first)).isoformat(), date.fromordinal(last).isoformat()
        i = t.incident.c
        begun = sa.or_(i.date_start.between(a, b), sa.and_(i.date_start.is_(None), i.date_end.between(a, b)))
        q = sa.select(i.payload).where(i.ended_at.is_(None), begun)
        return [incident_of(p, "draft") for p in self._conn.execute(q).scalars()]

    def checks(self, claims: Iterable[str]) -> dict[str, TallyCheck]:
        """Current checks by tally claim."""
        out = {}
        for part in _parts(claims):
            here = t.tally.c.claim_id.in_(part), t.tally.c.ended_at.is_(None)
            for payload in self._conn.execute(sa.select(t.tally.c.payload).where(*here)).scalars():
                check = tally_from_dict(json.loads(payload))
                out[check.claim] = check
        return out

    def members_ever(self, incident_id: str) -> list[str]:
        """Every claim that any version of an incident held."""
        q = sa.select(t.member.c.claim_id).join(t.incident, t.incident.c.seq == t.member.c.incident_seq)
        return sorted(set(self._conn.execute(q.where(t.incident.c.id == incident_id)).scalars()))


def _as_reviewed(coded: CodedReport, said: dict[str, list[Decision]]) -> CodedReport:
    if not any(c.id in said for c in coded.claims):
        return coded
    kept = (reviewed(c, said.get(c.id, ())) for c in coded.claims)
    return replace(coded, claims=tuple(c for c in kept if c is not None))


def _spans(days: set[int]) -> list[Span]:
    """Days as closed runs."""
    out: list[Span] = []
    for d in sorted(days):
        if out and d == out[-1][1] + 1:
            out[-1] = (out[-1][0], d)
        else:
            out.append((d, d))
    return out
