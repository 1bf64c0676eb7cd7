"""Two tables that go with every export: the claims behind its incidents and the sources behind its claims."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from waqai.publish.data import Row, Version
from waqai.publish.exporters.base import Column, Losses
from waqai.publish.exporters.words import claimant, public_id
from waqai.publish.quotes import plain

CLAIM_COLUMNS = tuple(
    Column(n, t, about)
    for n, t, about in (
        ("claim_id", "string", "our id of the claim"),
        ("incident_id", "string", "incident it belongs to"),
        ("public_id", "string", "the same incident as the ACLED, UCDP and PLOVER layouts name it"),
        ("source_id", "string", "report it was read from"),
        ("outlet", "string", "publisher"),
        ("published", "date", "publication day"),
        ("claimant", "string", "according to whom"),
        ("modality", "string", "reported, claimed, denied, foiled, planned"),
        ("event_type", "string", "what this version calls it"),
        ("date_start", "date", "first day"),
        ("date_end", "date", "last day"),
        ("place", "string", "place as written"),
        ("perpetrator", "string", "canonical name"),
        ("perpetrator_wording", "string", "wording of the report"),
        ("target", "string", "canonical name"),
        ("target_wording", "string", "wording of the report"),
        ("fatalities_low", "integer", "empty is not stated, 0 is stated none"),
        ("fatalities_high", "integer", "empty with a low is open upwards"),
        ("injuries_low", "integer", "as above"),
        ("injuries_high", "integer", "as above"),
        ("captured_low", "integer", "as above"),
        ("captured_high", "integer", "as above"),
        ("killed_or_injured_low", "integer", "told together and kept together"),
        ("killed_or_injured_high", "integer", "as above"),
        ("trigger", "string", "the word that expresses the event"),
        ("quote", "string", "the sentences that carry the evidence"),
        ("score", "number", "how clear the reading is; not a probability of truth"),
    )
)
SOURCE_COLUMNS = tuple(
    Column(n, t, about)
    for n, t, about in (
        ("source_id", "string", "our id of the report"),
        ("outlet", "string", "publisher"),
        ("title", "string", "headline"),
        ("published", "date", "publication day"),
        ("published_basis", "string", "metadata, dateline, argument or none"),
        ("url", "string", "address, when the policy allows"),
        ("sha256", "string", "hash of the bytes obtained"),
    )
)


def claim_record(row: Row, v: Version) -> list[Any]:
    """One claim in the order of ``CLAIM_COLUMNS``."""
    c = v.claim

    def ends(name: str) -> tuple[int | None, int | None]:
        count = getattr(c, name)
        return (None, None) if count is None else (count.low, count.high)

    return [
        c.id, row.incident.id, public_id(row.incident), v.source.id, v.source.outlet, v.source.day, claimant(v), str(c.modality),
        str(c.event_type), c.date_start, c.date_end, c.place.text if c.place else None,
        c.perpetrator.name_en if c.perpetrator else None, c.perpetrator.text if c.perpetrator else None,
        c.target.name_en if c.target else None, c.target.text if c.target else None,
        *ends("fatalities"), *ends("injuries"), *ends("captured"), *ends("killed_or_injured"),
        c.trigger, plain(v.quote), c.score,
    ]  # fmt: skip


def source_record(v: Version) -> list[Any]:
    """The source of a version in the order of ``SOURCE_COLUMNS``."""
    s = v.source
    return [s.id, s.outlet, s.title, s.day, s.published_basis, s.url, s.sha256]


class Sidecars:
    """Writes both tables while the rows pass on to the exporter; claims of dropped rows are left out."""

    def __init__(self, folder: Path, losses: Losses) -> None:
        self._files = [(folder / name).open("w", encoding="utf-8-sig", newline="") for name in ("claims.csv", "sources.csv")]
        self._claims, self._sources = (csv.writer(f, lineterminator="\n") for f in self._files)
        self._claims.writerow([c.name for c in CLAIM_COLUMNS])
        self._sources.writerow([c.name for c in SOURCE_COLUMNS])
        self._losses = losses
        self._seen: set[str] = set()

    def pass_on(self, rows: Iterable[Row]) -> Iterator[Row]:
        """The rows, unchanged; each is noted once the exporter has dealt with it."""
        for row in rows:
            self._losses.dropped = None
            yield row
            if self._losses.dropped == row.incident.id:
                continue
            self._losses.written += 1
            self._losses.drafts += row.incident.state == "draft"
            for v in row.versions:
                self._claims.writerow(claim_record(row, v))
                if v.source.id not in self._seen:
                    self._seen.add(v.source.id)
                    self._sources.writerow(source_record(v))

    def close(self) -> None:
        """Close both files."""
        for f in self._files:
            f.close()
