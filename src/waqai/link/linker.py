"""The linker: claims in, incidents out. Incremental, deterministic, and settled: the same claims give the same
incidents whatever the order they came in and however often they were settled between.

Pairs are scored when a claim arrives. ``settle`` groups anew only the connected parts that changed.
"""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field

from waqai.link.aggregate import DEFAULT_RULE, aggregate
from waqai.link.blocks import Blocks
from waqai.link.cluster import Pair, cluster
from waqai.link.keys import Key, keys_of
from waqai.link.places import Places
from waqai.link.score import Comparer
from waqai.link.table import Weights, weights
from waqai.link.tally import reconcile
from waqai.model import Claim, CodedReport, Modality, Report
from waqai.model.days import is_total
from waqai.model.decisions import Decision
from waqai.model.incidents import ClaimLink, Incident, LinkReason, TallyCheck


@dataclass(frozen=True)
class LinkResult:
    """What linking gives.

    Attributes:
        incidents: by date, then id.
        tallies: one check per tally claim, by claim id.
        incident_of: claim id → incident id; totals, statements and mere plans have none.
        version: version of the weight table.
    """

    incidents: tuple[Incident, ...]
    tallies: tuple[TallyCheck, ...]
    incident_of: dict[str, str] = field(default_factory=dict)
    version: str = ""


def incident_id(claim_id: str) -> str:
    """The id of the incident whose earliest claim this is."""
    return "i" + hashlib.sha256(claim_id.encode()).hexdigest()[:15]


class Linker:
    """Keeps claims, the pairs among them, and the groups they form.

    Args:
        rule: aggregation rule: ``conservative``, ``informative`` or ``modal``.
        table: weight table; the packaged one when ``None``.
    """

    def __init__(self, rule: str = DEFAULT_RULE, table: Weights | None = None) -> None:
        self.rule = rule
        self.w = table or weights()
        self.places = Places()
        self._compare = Comparer(self.w, self.places)
        self._blocks = Blocks(self.places)
        self._key: dict[str, Key] = {}
        self._holders: dict[str, int] = {}
        self._edges: dict[str, dict[str, float]] = {}
        self._reports: dict[str, tuple[Report, tuple[Claim, ...]]] = {}
        self._groups: dict[str, tuple[list[str], Incident | None]] = {}
        self._dirty: set[str] = set()
        self._same: set[Pair] = set()
        self._different: set[Pair] = set()
        self._by: dict[Pair, str] = {}

    # Arrivals

    def add(self, coded: CodedReport) -> None:
        """Take in the claims of a report. A report already held, by id and hash, is replaced."""
        name = coded.report.sha256 + coded.report.id
        if name in self._reports:
            self.remove(coded.report)
        self._reports[name] = (coded.report, coded.claims)
        for k in keys_of(coded, self.places):
            # The same bytes under two report ids carry the same claim ids: one claim, told twice by one text.
            n = self._holders[k.id] = self._holders.get(k.id, 0) + 1
            if n == 1:
                self._insert(k)

    def _insert(self, k: Key) -> None:
        mine: dict[str, float] = {}
        compare, threshold, edges = self._compare.compare, self.w.threshold, self._edges
        for oid, other in self._blocks.partners(k).items():
            found = compare(k, other)
            if found is not None and found[0] >= threshold:
                mine[oid] = found[0]
                edges[oid][k.id] = found[0]
        edges[k.id] = mine
        self._key[k.id] = k
        self._blocks.add(k)
        self._dirty.add(k.id)

    def remove(self, report: Report) -> None:
        """Take a report's claims out, as when it was edited or rejected."""
        held = self._reports.pop(report.sha256 + report.id, None)
        for c in held[1] if held else ():
            if c.id not in self._holders:
                continue
            self._holders[c.id] -= 1
            if self._holders[c.id]:
                continue
            del self._holders[c.id]
            k = self._key.pop(c.id)
            self._blocks.remove(k)
            for oid in self._edges.pop(c.id):
                del self._edges[oid][c.id]
                self._dirty.add(oid)
            self._touch(c.id)

    def _touch(self, claim_id: str) -> None:
        """Mark a claim and all that was grouped with it."""
        group = self._groups.get(claim_id)
        self._dirty.update(group[0] if group else (claim_id,))

    # Reviewers

    def decide(self, decisions: Iterable[Decision], anchors: dict[str, str] | None = None) -> None:
        """Take the reviewers' judgements on what is the same; they bind. Replaces what was given before.

        Args:
            anchors: incident id → its earliest claim, for incidents whose claims are not all held; ``None``: all are.
        """
        for pair in (*self._same, *self._different):
            self._touch(pair[0])
            self._touch(pair[1])
        self._same, self._different, self._by = set(), set(), {}
        binding = [d for d in decisions if d.action in ("same", "different", "merge", "split")]
        if anchors is None:
            anchors = {incident_id(c): c for c in self._key} if binding else {}
        for d in binding:
            for kind, x, y in self.pairs(d, anchors):
                pair = (x, y) if x < y else (y, x)
                # The later judgement on a pair replaces the earlier.
                (self._different if kind == "same" else self._same).discard(pair)
                (self._same if kind == "same" else self._different).add(pair)
                self._by[pair] = d.who
                self._touch(x)
                self._touch(y)

    @staticmethod
    def pairs(d: Decision, anchors: dict[str, str]) -> list[tuple[str, str, str]]:
        """What a decision says of pairs of claims: ``same`` or ``different``, and the two ids."""
        a = anchors.get(d.subject, d.subject)
        b = anchors.get(d.other or "", d.other or "")
        if d.action in ("same", "merge") and a != b:
            return [("same", a, b)]
        if d.action == "different" and a != b:
            return [("different", a, b)]
        if d.action == "split":
            leave = list(d.values.get("claims", ()))
            stay = list(d.values.get("stay", ())) or [a]
            out = [("different", x, y) for x in leave for y in stay if x != y]
            return out + [("same", leave[0], x) for x in leave[1:]]
        return []

    # Groups

    def parts(self, seeds: Iterable[str]) -> list[list[str]]:
        """The connected parts that hold these claims; ids not held are passed over."""
        also: dict[str, set[str]] = {}
        for x, y in self._same:
            also.setdefault(x, set()).add(y)
            also.setdefault(y, set()).add(x)
        seen: set[str] = set()
        parts = []
        for start in sorted(seeds):
            if start in seen or start not in self._key:
                continue
            part, todo = [], [start]
            seen.add(start)
            while todo:
                n = todo.pop()
                part.append(n)
                for m in (*self._edges[n], *also.get(n, ())):
                    if m not in seen and m in self._key:
                        seen.add(m)
                        todo.append(m)
            parts.append(part)
        return parts

    def bonds(self) -> dict[str, list[str]]:
        """Claim id → the claims that reviewers judged together with it."""
        out: dict[str, list[str]] = {}
        for x, y in (*self._same, *self._different):
            out.setdefault(x, []).append(y)
            out.setdefault(y, []).append(x)
        return out

    def keys_in(self, coded: CodedReport) -> list[Key]:
        """Keys of the claims of a report that is not held."""
        return keys_of(coded, self.places)

    def neighbours(self, k: Key) -> list[str]:
        """Ids of the held claims that a key, held or not, is linked with."""
        found = ((o.id, self._compare.compare(k, o)) for o in self._blocks.partners(k).values())
        return [oid for oid, f in found if f is not None and f[0] >= self.w.threshold]

    def key(self, claim_id: str) -> Key | None:
        """The key of a held claim; ``None`` for others."""
        return self._key.get(claim_id)

    @property
    def compare(self) -> Comparer:
        """Compares under this linker's table."""
        return self._compare

    def settle(self) -> None:
        """Group anew what changed since the last time."""
        if not self._dirty:
            return
        # What a changed claim was grouped with may have to be grouped without it.
        for c in list(self._dirty):
            self._touch(c)
        for c in self._dirty:
            self._groups.pop(c, None)
        for part in self.parts(self._dirty):
            for members, incident in self.group(part):
                for c in members:
                    self._groups[c] = members, incident
        self._dirty.clear()

    def group(self, part: list[str]) -> list[tuple[list[str], Incident | None]]:
        """The groups of one connected part, each with its incident; ``None`` for mere plans."""
        if len(part) == 1:
            return [(part, self._incident(part))]
        edges = [(s, a, b) for a in part for b, s in self._edges[a].items() if a < b]
        inside = set(part)
        same = [p for p in self._same if p[0] in inside and p[1] in inside]
        hard = frozenset(p for p in self._different if p[0] in inside)
        groups = cluster(part, edges, self._points, self.w.threshold - self.w.slack, same, hard)
        return [(members, self._incident(members)) for members in groups]

    def _points(self, a: str, b: str) -> float | None:
        held = self._edges[a].get(b)
        if held is not None:
            return held
        found = self._compare.compare(self._key[a], self._key[b], whole=True)
        return None if found is None else found[0]

    def _incident(self, members: list[str]) -> Incident | None:
        keys = sorted((self._key[m] for m in members), key=lambda k: (k.published or 9_999_999, k.report, k.id))
        if all(k.modality is Modality.PLANNED for k in keys):
            return None
        return aggregate(incident_id(keys[0].id), keys, self._links(keys), self.rule, self.w)

    def _links(self, keys: list[Key]) -> tuple[ClaimLink, ...]:
        """For each member but the earliest, the best pair that binds it to an earlier one."""
        out = []
        for n, k in enumerate(keys):
            if n == 0:
                continue
            best: tuple[float, Key] | None = None
            edges = self._edges[k.id]
            for other in keys[:n]:
                points = edges.get(other.id)
                if points is not None and (best is None or points > best[0]):
                    best = (points, other)
            person = next((o for o in keys[:n] if _pair(k.id, o.id) in self._same), None) if self._same else None
            if person is not None:
                by = self._by[_pair(k.id, person.id)]
                reason = LinkReason("reviewer", 1.0, 0.0, "same")
                out.append(ClaimLink(k.id, person.id, best[0] if best else 0.0, (reason,), by))
                continue
            other = best[1] if best else self._closest(k, keys)
            found = self._compare.compare(k, other, whole=True)
            reasons = self._compare.reasons(found[1], found[2]) if found else ()
            out.append(ClaimLink(k.id, other.id, found[0] if found else 0.0, reasons))
        return tuple(out)

    def _closest(self, k: Key, keys: list[Key]) -> Key:
        """Bound through a later member: the best of all."""
        edges = self._edges[k.id]
        others = [o for o in keys if o is not k]
        return max(others, key=lambda o: (edges.get(o.id, -1.0), o.id))

    # Results

    def result(self) -> LinkResult:
        """Incidents and tally checks of everything held."""
        self.settle()
        incidents: dict[str, Incident] = {}
        incident_of: dict[str, str] = {}
        for claim_id in self._key:
            incident = self._groups[claim_id][1]
            if incident is not None:
                incidents[incident.id] = incident
                incident_of[claim_id] = incident.id
        ordered = sorted(incidents.values(), key=lambda i: (str(i.date_start or "9999"), i.id))
        totals = [(r, c) for r, claims in self._reports.values() for c in claims if is_total(c)]
        if not totals:
            return LinkResult(tuple(ordered), (), incident_of, self.w.version)
        checked, checks = reconcile(ordered, totals, self._compare, self._key)
        return LinkResult(tuple(checked), tuple(checks), incident_of, self.w.version)


def _pair(a: str, b: str) -> Pair:
    return (a, b) if a < b else (b, a)


def link_claims(coded: Iterable[CodedReport], decisions: Iterable[Decision] = (), rule: str = DEFAULT_RULE) -> LinkResult:
    """Link the claims of all reports at once.

    Args:
        coded: current coded reports, reviewers' amendments applied.
        decisions: of these, ``same``, ``different``, ``merge`` and ``split`` are heeded, and bind.
        rule: aggregation rule.
    """
    linker = Linker(rule)
    # Linking makes millions of small objects and no cycles: looking for cycles would cost a third of the time.
    collecting = gc.isenabled()
    gc.disable()
    try:
        for c in coded:
            linker.add(c)
        linker.decide(decisions)
        return linker.result()
    finally:
        if collecting:
            gc.enable()
