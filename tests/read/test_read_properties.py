"""Whatever bytes arrive, an input gives reports or failures, never an exception."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from waqai.model import Report
from waqai.read import ReadFailure, read_inputs
from waqai.read.dateline import find_dateline

ARABIC = st.text(alphabet="ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأإةىئؤ ،.:/-0123456789٠١٢\n\r\t\u200f\u0640", max_size=200)
BYTES = st.one_of(
    st.binary(max_size=300),
    ARABIC.map(lambda s: s.encode("utf-8")),
    ARABIC.map(lambda s: s.encode("cp1256", "ignore")),
    ARABIC.map(lambda s: s.encode("utf-16")),
    ARABIC.map(lambda s: f"<html><body><p>{s}</p></body></html>".encode()),
    ARABIC.map(lambda s: (json.dumps({"id": s[:5], "text": s, "published_at": s[:9]}) + "\n{").encode()),
)


@settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(BYTES, st.sampled_from([".txt", ".html", ".jsonl", ".json", ".docx", "", ".pdf"]))
def test_any_bytes_give_reports_or_failures(data: bytes, suffix: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        p = Path(folder) / f"a{suffix}"
        p.write_bytes(data)
        results = list(read_inputs([p]))
    assert results
    for r in results:
        assert isinstance(r, Report | ReadFailure)
        if isinstance(r, ReadFailure):
            assert "\n" not in r.line
        else:
            assert r.text.strip()
            assert len(r.sha256) == 64


@settings(max_examples=150, deadline=None, derandomize=True)
@given(ARABIC, st.dates(), st.sampled_from(["{d} آذار {y}", "{y}-{m:02}-{d:02}", "{d}/{m}/{y}", "السبت {d} كانون الثاني/يناير {y}"]))
def test_dateline_spans_slice_the_text(text: str, day, form: str) -> None:
    line = form.format(d=day.day, m=day.month, y=day.year)
    whole = f"{text}\n{line}\n{text}"
    found = find_dateline(whole)
    if found.span is not None:
        assert whole[found.span.start : found.span.end].strip()
    assert find_dateline(whole) == found
