"""The statements of a store with the test of each trend: rows for ``statements.jsonl`` and ``waqai statements``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import date
from typing import Any

from waqai.link import Counts, StatementTest, check_statement
from waqai.model import Claim, ClaimKind, CodedReport
from waqai.model.incidents import Incident
from waqai.model.serial import claim_to_dict

_SAID = ("event_type", "modality", "perpetrator", "target", "claimant", "date_start", "date_end", "time_precision", "place", "trigger")


def rows(coded: Iterable[CodedReport], incidents: Iterable[Incident]) -> Iterator[dict[str, Any]]:
    """One row a statement, in the order of the reports and their claims.

    Args:
        coded: reports with their claims, as reviewers left them.
        incidents: what the trends are counted in.

    Yields:
        ``claim_id``, ``report_id``, ``statement``, what the claim says, and ``test``: ``None`` for statements that tell no trend.
    """
    counts: Counts | None = None
    for doc in coded:
        for claim in doc.claims:
            if claim.kind is not ClaimKind.STATEMENT:
                continue
            counts = counts or Counts(incidents)
            p = doc.report.published
            yield row(claim, doc.report.id, check_statement(claim, None if p is None else date(p.year, p.month, p.day), counts))


def row(claim: Claim, report_id: str, test: StatementTest | None) -> dict[str, Any]:
    """One statement and its test as plain values; days are ISO 8601 text."""
    said = claim_to_dict(claim)
    return {
        "claim_id": claim.id,
        "report_id": report_id,
        "statement": said["statement"],
        **{name: said[name] for name in _SAID},
        "test": None if test is None else _test(test),
    }


def _test(t: StatementTest) -> dict[str, Any]:
    spans = {"before": t.before, "during": t.during}
    return {
        "verdict": t.verdict,
        "why": t.why,
        **{name: None if days is None else [days[0].isoformat(), days[1].isoformat()] for name, days in spans.items()},
        "counts": None if t.test is None else {k: v for k, v in asdict(t.test).items() if k not in ("verdict", "why")},
    }
