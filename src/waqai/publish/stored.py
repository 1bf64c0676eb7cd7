"""A store as export data: incidents in batches with the reports they need, so that memory stays bounded."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import islice
from typing import Protocol

from waqai.model import ClaimKind, CodedReport
from waqai.model.incidents import Incident, TallyCheck
from waqai.publish.data import ExportData, Row, Source, TallyRow, Version, source_of
from waqai.publish.labels import ui_pair
from waqai.publish.quotes import quote_pieces

_BATCH = 500


class StoreLike(Protocol):
    """What is read of a store."""

    def coded_reports(self, report_ids: list[str] | None = None, reviewed: bool = False) -> Iterable[CodedReport]:
        """Coded reports with their texts."""
        ...

    def incidents(self) -> Iterable[Incident]:
        """Current incidents in order of date."""
        ...

    def tallies(self) -> Iterable[TallyCheck]:
        """Current checks of tallies."""
        ...


class _Incidents:
    def __init__(self, store: StoreLike, keep: Callable[[Incident], bool]) -> None:
        self._store, self._keep = store, keep

    def __iter__(self) -> Iterator[Row]:
        found = (i for i in self._store.incidents() if self._keep(i))
        while batch := list(islice(found, _BATCH)):
            ids = sorted({r for i in batch for o in i.origins for r in o.reports})
            wanted = {c for i in batch for c in i.claims}
            versions: dict[str, Version] = {}
            # A batch of incidents may lean on many reports: they too come in batches.
            for n in range(0, len(ids), _BATCH):
                for doc in self._store.coded_reports(ids[n : n + _BATCH], reviewed=True):
                    source = source_of(doc.report)
                    for c in doc.claims:
                        if c.id in wanted:
                            versions[c.id] = Version(c, source, quote_pieces(doc.report.text, c.evidence))
            for i in batch:
                yield Row(i, tuple(versions[c] for c in i.claims if c in versions))


class _Reports:
    def __init__(self, store: StoreLike) -> None:
        self._store = store

    def __iter__(self) -> Iterator[Source]:
        for doc in self._store.coded_reports(reviewed=True):
            yield source_of(doc.report)


class _Others:
    """Tallies or statements, read from the claims of every report."""

    def __init__(self, store: StoreLike, kind: ClaimKind) -> None:
        self._store, self._kind = store, kind

    def versions(self) -> Iterator[Version]:
        for doc in self._store.coded_reports(reviewed=True):
            for c in doc.claims:
                if c.kind is self._kind:
                    yield Version(c, source_of(doc.report), quote_pieces(doc.report.text, c.evidence))


class _Tallies(_Others):
    def __iter__(self) -> Iterator[TallyRow]:
        checks = {t.claim: t for t in self._store.tallies()}
        for v in self.versions():
            yield TallyRow(v, checks.get(v.claim.id))


class _Statements(_Others):
    def __iter__(self) -> Iterator[Version]:
        return self.versions()


def within(start: date | None, end: date | None, area: str | None) -> Callable[[Incident], bool]:
    """A test for incidents: their days overlap the closed period, and their place lies in the area.

    Args:
        area: a country code, or an English or Arabic name of a governorate, district or place, or a P-code.
    """
    wanted = area.casefold() if area else None

    def keep(i: Incident) -> bool:
        first, last = i.date_start or i.date_end, i.date_end or i.date_start
        if (start or end) and (first is None or last is None):
            return False
        if (start and last and last < start) or (end and first and first > end):
            return False
        if wanted is None:
            return True
        p = i.place
        if p is None:
            return False
        names = (p.country, p.admin1, p.admin2, p.admin3, p.name_en, p.name_ar, p.pcode)
        return any(n and n.casefold() == wanted for n in names) or bool(p.pcode and p.pcode.casefold().startswith(wanted))

    return keep


def store_data(store: StoreLike, start: date | None = None, end: date | None = None, area: str | None = None) -> ExportData:
    """What a store holds of a period and an area, no policy applied; tallies and statements are not filtered."""
    from waqai import __version__

    reports = _Reports(store)
    # ".example" is reserved: such addresses belong to sample reports.
    sample = any(s.url and ".example/" in s.url for s in islice(reports, 200))
    return ExportData(
        incidents=_Incidents(store, within(start, end, area)),
        tallies=_Tallies(store, ClaimKind.TALLY),
        statements=_Statements(store, ClaimKind.STATEMENT),
        reports=reports,
        method_version=__version__,
        notice=ui_pair("sample") if sample else None,
    )
