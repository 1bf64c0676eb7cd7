"""Linking what is new, with its neighbours, as if everything were linked anew.

A group depends on the connected part of the claims it lies in and on nothing else. So it is enough to find the parts that hold a changed
claim or had one: claims of the same days (and, of those without any day, of the same place) are fetched until no part can reach further;
those parts are grouped, and the rest stays. Totals are checked again where an incident they cover, or may cover, changed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from waqai.link import Linker, incident_id
from waqai.link.tally import LOOK_BACK, check, covers, in_reach
from waqai.model import Claim, CodedReport, Report
from waqai.model.days import is_total, ordinal, total_days
from waqai.model.incidents import Incident, Patch, TallyCheck
from waqai.store.around import Around

MOST = 0.3  # when more of a store changed than this share, linking everything is quicker


def relink(around: Around, rule: str) -> Patch | None:
    """What linking everything would change; ``None`` when so much changed that this is the quicker way."""
    changed = len(around.fresh) + sum(len(g.claims) for g in around.gone)
    if changed > max(50.0, MOST * around.size):
        return None
    piece = _gather(around, rule)
    made = [i for part in piece.parts for _, i in piece.linker.group(part) if i is not None]
    touched = {c for part in piece.parts for c in part} | {c.id for g in around.gone for c in g.claims} | around.fresh
    old = around.incidents(set(around.incident_of(touched).values()))
    return _Totals(around, piece, made, old).patch()


@dataclass
class _Piece:
    """A linker that holds enough, the reports in it, and the connected parts to group anew."""

    linker: Linker
    coded: list[CodedReport]
    parts: list[list[str]]


def _gather(around: Around, rule: str) -> _Piece:
    """Fetch claims by day until the parts that changed cannot reach a claim that is not here."""
    anchors = _anchors(around)
    rids = around.of_claims(around.fresh)
    days: set[int] = set()
    ever: set[str] = set()
    timeless: set[str] = set()
    asked = set(around.fresh)
    while True:
        coded = around.coded(rids)
        linker = Linker(rule)
        for c in coded:
            linker.add(c)
        linker.decide(around.decisions, anchors)
        bonds = linker.bonds()
        gone = [k for g in around.gone for k in linker.keys_in(g)]
        seeds = set(around.fresh)
        for k in gone:
            seeds.update((k.id, *linker.neighbours(k), *bonds.get(k.id, ())))
        for d in around.new:
            for _, x, y in linker.pairs(d, anchors):
                seeds.update((x, y))
        parts = linker.parts(seeds)
        inside = [c for part in parts for c in part]
        keys = [*(key for c in inside if (key := linker.key(c)) is not None), *gone]
        reach = {d for k in keys if k.start for d in range(k.start - 1, k.end + 2)}
        always = {k.spot for k in keys if k.spot is not None and k.grain == "timeless"}
        lost = {k.spot for k in keys if k.spot is not None}
        # A reviewer may have joined what lies years apart.
        bound = {o for c in (*inside, *seeds) for o in (c, *bonds.get(c, ()))} - asked
        bound = {c for c in bound if linker.key(c) is None}
        if not (reach - days or always - ever or lost - timeless or bound):
            return _Piece(linker, coded, parts)
        rids |= around.in_days(reach - days) | around.of_claims(bound)
        rids |= around.at_places(always - ever, False) | around.at_places(lost - timeless, True)
        days |= reach
        ever |= always
        timeless |= lost
        asked |= bound


def _anchors(around: Around) -> dict[str, str]:
    """Incident id → its earliest claim, for the incidents that reviewers merged or split."""
    named = {x for d in around.decisions if d.action in ("merge", "split", "same", "different") for x in (d.subject, d.other) if x}
    return {iid: c for iid in named for c in around.members_ever(iid) if incident_id(c) == iid}


class _Totals:
    """The totals that changed incidents touch, checked again."""

    def __init__(self, around: Around, piece: _Piece, made: list[Incident], old: list[Incident]) -> None:
        self._around, self._linker = around, piece.linker
        self._made = made
        self._old = {i.id for i in old}
        self._told_in: dict[str, set[str]] = {}
        for i in made:
            for c in i.claims:
                if (k := self._linker.key(c)) is not None:
                    self._told_in.setdefault(k.report, set()).add(i.id)
        self._totals = self._near(piece, made, old)
        self._held = around.checks({*self._totals, *self._lost()})
        self._part_of: dict[str, set[str]] = {i.id: set() for i in made}
        self._others: dict[str, Incident] = {}

    def _lost(self) -> set[str]:
        """Totals that were, and are no more."""
        return {c.id for g in self._around.gone for c in g.claims if is_total(c)} - self._totals.keys()

    def _near(self, piece: _Piece, made: list[Incident], old: list[Incident]) -> dict[str, tuple[Report, Claim]]:
        """Totals whose window touches a changed incident, that stand in a report telling one, or that are new, by claim id."""
        days: set[int] = set()
        for i in (*made, *old):
            first = ordinal(i.date_start or i.date_end)
            if first:
                days.update(range(first, first + LOOK_BACK + 1))
        named = {t for i in old for t in i.part_of} | self._around.fresh
        rids = self._around.with_totals(days) | self._around.of_claims({c for part in piece.parts for c in part} | named)
        out: dict[str, tuple[Report, Claim]] = {}
        for r in self._around.coded(rids):
            for c in r.claims:
                if is_total(c):
                    out.setdefault(c.id, (r.report, c))
        return out

    def _other(self, iid: str) -> Incident | None:
        """An incident that was not made anew, as adjusted so far."""
        if iid not in self._others:
            self._others.update((i.id, i) for i in self._around.incidents([iid]))
        return self._others.get(iid)

    def patch(self) -> Patch:
        """Everything that changed."""
        checks = [done for cid, (report, claim) in self._totals.items() if (done := self._check(cid, report, claim)) is not None]
        lost = self._lost()
        for cid in lost:
            self._set_part(self._held[cid].covered if cid in self._held else (), (), cid)
        made = [replace(i, part_of=tuple(sorted(self._part_of[i.id]))) for i in self._made]
        ids = {i.id for i in made}
        return Patch(
            (*made, *(i for i in self._others.values() if i.id not in ids)), tuple(checks), frozenset(self._old), frozenset(lost)
        )  # fmt: skip

    def _check(self, cid: str, report: Report, claim: Claim) -> TallyCheck | None:
        """A total against what it covers now; ``None`` when nothing about it changed."""
        days = total_days(claim, ordinal(report.published))
        name = report.sha256 + report.id
        told = self._told_in.get(name, set())
        mine = [i for i in self._made if (in_reach(days, i) or i.id in told) and covers(claim, days, i, self._linker.compare)]
        for i in mine:
            self._part_of[i.id].add(cid)
        held = self._held.get(cid)
        before = held.covered if held is not None else ()
        if held is None or cid in self._around.fresh:
            rest = [i.id for i in self._candidates(claim, days, report, name)]
            self._set_part(before, rest, cid)
        elif not mine and not self._old & set(before):
            return None
        else:
            rest = [iid for iid in before if iid not in self._old]
        found = [*mine, *(other for iid in rest if (other := self._other(iid)) is not None)]
        return check(claim, sorted(found, key=lambda i: (str(i.date_start or "9999"), i.id)))

    def _candidates(self, claim: Claim, days: tuple[int, int] | None, report: Report, name: str) -> Iterable[Incident]:
        """What a new total covers among the incidents that stay as they are."""
        found = self._around.incidents_from(days[0] - LOOK_BACK, days[1]) if days is not None else []
        here = [c.id for r in self._around.coded(self._around.of_claims([claim.id])) if r.report.id == report.id for c in r.claims]
        told = {c for c in here if (k := self._linker.key(c)) is not None and k.report == name}
        found += self._around.incidents(set(self._around.incident_of(told).values()) - {i.id for i in found})
        new = {i.id for i in self._made}
        for i in found:
            if i.id not in self._old and i.id not in new and covers(claim, days, i, self._linker.compare):
                self._others.setdefault(i.id, i)
                yield i

    def _set_part(self, before: Iterable[str], now: Iterable[str], cid: str) -> None:
        """Write into the incidents that stay whether they are part of a total."""
        kept = set(now)
        for iid in {*before, *kept} - self._old - self._part_of.keys():
            i = self._other(iid)
            if i is not None:
                parts = {*i.part_of, cid} if iid in kept else set(i.part_of) - {cid}
                self._others[iid] = replace(i, part_of=tuple(sorted(parts)))
