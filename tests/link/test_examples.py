"""The example reports, read and linked as ``waqai run`` does, against the incidents a person counts in them."""

from __future__ import annotations

from pathlib import Path

import yaml
from link_cases import b_cubed

from waqai.link import link_claims
from waqai.model import ClaimKind, Report

ROOT = Path(__file__).parent.parent.parent
REPORTS = ROOT / "examples" / "reports"
TRUTH = Path(__file__).parent / "corpus" / "examples.yml"


def test_examples_are_linked_as_a_person_counts_them() -> None:
    from waqai.pipeline import Coder
    from waqai.read import read_inputs

    told: dict[str, list[dict[str, str]]] = yaml.safe_load(TRUTH.read_text(encoding="utf-8"))
    coder = Coder()
    coded = [coder.code(r) for r in read_inputs([REPORTS]) if isinstance(r, Report)]
    found = link_claims(coded).incident_of
    truth: dict[str, str] = {}
    for report in coded:
        stem = Path(report.report.path or "").stem
        for line in told.get(stem, ()):
            for incident, passage in line.items():
                head, _, tail = passage.partition(" … ")
                start = report.report.text.index(head)
                end = report.report.text.index(tail, start) + len(tail)
                for c in report.claims:
                    spans = c.evidence.get("trigger")
                    if c.kind is ClaimKind.EVENT and spans and start <= spans[0].start < end:
                        truth[c.id] = incident
    assert len(set(truth.values())) >= 28
    p, r, f = b_cubed(found, truth)
    assert p >= 0.97, (p, r, f)
    assert f >= 0.92, (p, r, f)
