"""What every exporter reads: incidents with their versions, tallies and statements, each with its source and quoted words.

Exporters take plain model objects and know nothing of the store. ``ExportData.incidents`` and its neighbours are
re-iterable: a list, or an object whose ``__iter__`` opens a fresh cursor, so that a million rows need no memory.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from waqai.model import Claim, ClaimKind, CodedReport, CountRange, Issue, Modality, Report, Span
from waqai.model.incidents import BoundedCount, Incident, Origin, TallyCheck
from waqai.publish.quotes import Piece, quote_pieces


@dataclass(frozen=True, slots=True)
class Source:
    """A report without its text. ``published`` is ``None`` when not known; ``sha256`` is of the bytes obtained."""

    id: str
    title: str | None
    outlet: str | None
    url: str | None
    published: datetime | date | None
    sha256: str
    published_basis: str = "none"

    @property
    def day(self) -> date | None:
        """Publication day."""
        return self.published.date() if isinstance(self.published, datetime) else self.published


@dataclass(frozen=True, slots=True)
class Version:
    """One claim as told by one report; ``quote`` is the stretch of the report that carries its evidence."""

    claim: Claim
    source: Source
    quote: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One incident with all its versions, denials included, in the order of the incident's claims.

    ``withheld`` names what the disclosure policy took out of this row.
    """

    incident: Incident
    versions: tuple[Version, ...]
    withheld: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TallyRow:
    """A total over a period or area with its check against our incidents; ``check`` is ``None`` when not reconciled."""

    version: Version
    check: TallyCheck | None = None


@dataclass(frozen=True)
class ExportData:
    """Everything a publication needs.

    Attributes:
        incidents: rows in order of date and id; re-iterable.
        tallies, statements, reports, issues: likewise; ``issues`` pairs a report id with the issue.
        profile: disclosure profile already applied: ``internal``, ``partner`` or ``public``.
        method_version: stamped on every row and chart.
        generated: moment stamped on the product; ``None`` keeps the output free of clocks.
        notice: a sentence shown on top of readable products, in English and Arabic.
    """

    incidents: Iterable[Row]
    tallies: Iterable[TallyRow] = ()
    statements: Iterable[Version] = ()
    reports: Iterable[Source] = ()
    issues: Iterable[tuple[str, Issue]] = ()
    profile: str = "internal"
    method_version: str = "0"
    generated: datetime | None = None
    notice: tuple[str, str] | None = None
    title: tuple[str, str] | None = None
    withheld: dict[str, int] = field(default_factory=dict)


def source_of(report: Report) -> Source:
    """The head of a report."""
    return Source(report.id, report.title, report.outlet, report.url, report.published, report.sha256, report.published_basis)


def row_key(row: Row) -> tuple[date, str]:
    """Order of incidents: first day, undated last, then id."""
    return row.incident.date_start or row.incident.date_end or date.max, row.incident.id


def single(claim: Claim, report_id: str) -> Incident:
    """A claim as an incident of its own, used when nothing has been linked."""

    def bounded(c: CountRange | None) -> BoundedCount:
        if c is None:
            return BoundedCount(None, None, None)
        me = (claim.id,)
        return BoundedCount(c.low, c.best, c.high, me, me, me)

    own = claim.perpetrator is not None and claim.claimant.id is not None and claim.claimant.id == claim.perpetrator.id
    state = (
        "denied"
        if claim.modality is Modality.DENIED
        else "claimed_by_perpetrator"
        if own
        else "attributed_by_others"
        if claim.perpetrator
        else "unclaimed"
    )
    return Incident(
        id=f"i{claim.id}",
        claims=(claim.id,),
        rule="single",
        rule_version="1",
        event_type=claim.event_type,
        date_start=claim.date_start,
        date_end=claim.date_end,
        place=claim.place,
        perpetrator=claim.perpetrator,
        target=claim.target,
        fatalities=bounded(claim.fatalities),
        injuries=bounded(claim.injuries),
        captured=bounded(claim.captured),
        weapons=claim.weapons,
        origins=(Origin(claim.id, claim.claimant.name_en, (claim.id,), (report_id,)),),
        corroboration=0 if claim.modality is Modality.DENIED else 1,
        attribution=state,
    )


def build(
    coded: Iterable[CodedReport],
    incidents: Sequence[Incident] | None = None,
    tallies: Iterable[TallyCheck] = (),
    *,
    profile: str = "internal",
    method_version: str = "0",
    generated: datetime | None = None,
    notice: tuple[str, str] | None = None,
    title: tuple[str, str] | None = None,
) -> ExportData:
    """Collect coded reports and what the link room made of them.

    Args:
        coded: reports with their text, so that the evidence can be quoted.
        incidents: as linked; ``None`` makes one incident per event claim.
        tallies: checks of the tally claims.

    Returns:
        Data under no policy yet: give it to ``waqai.publish.policy.disclose`` before it leaves the house.
    """
    versions: dict[str, Version] = {}
    sources: list[Source] = []
    issues: list[tuple[str, Issue]] = []
    for doc in coded:
        source = source_of(doc.report)
        sources.append(source)
        issues += [(source.id, i) for i in (*doc.report.issues, *doc.issues)]
        for claim in doc.claims:
            versions[claim.id] = Version(claim, source, quote_pieces(doc.report.text, claim.evidence))
    if incidents is None:
        incidents = [single(v.claim, v.source.id) for v in versions.values() if v.claim.kind is ClaimKind.EVENT]
    rows = [Row(i, tuple(versions[c] for c in i.claims if c in versions)) for i in incidents]
    checks = {t.claim: t for t in tallies}
    return ExportData(
        incidents=sorted(rows, key=row_key),
        tallies=[TallyRow(v, checks.get(c)) for c, v in versions.items() if v.claim.kind is ClaimKind.TALLY],
        statements=[v for v in versions.values() if v.claim.kind is ClaimKind.STATEMENT],
        reports=sources,
        issues=issues,
        profile=profile,
        method_version=method_version,
        generated=generated,
        notice=notice,
        title=title,
    )


@dataclass(frozen=True)
class Mapped:
    """A re-iterable view that applies ``change`` to each item and drops ``None``."""

    items: Iterable[Row]
    change: Callable[[Row], Row | None]

    def __iter__(self):  # type: ignore[no-untyped-def]
        """Iterate afresh over the changed rows."""
        for item in self.items:
            changed = self.change(item)
            if changed is not None:
                yield changed


__all__ = [
    "ExportData",
    "Mapped",
    "Piece",
    "Row",
    "Source",
    "Span",
    "TallyRow",
    "Version",
    "build",
    "replace",
    "row_key",
    "single",
    "source_of",
]
