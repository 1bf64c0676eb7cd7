"""Export, read back, same values: whatever the words and figures are."""

from __future__ import annotations

import csv
import json
import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from publish_sample import sample_data

from waqai.model.incidents import BoundedCount
from waqai.model.serial_incidents import incident_from_dict
from waqai.publish.export import export
from waqai.publish.exporters.flat import flat_columns, flat_record

BASE = list(sample_data().incidents)
# What reports hold: marks of direction, quotes, separators, line breaks, formulas; no control characters, which no file format carries.
words = st.text(
    st.characters(blacklist_categories=("Cs", "Cc", "Co", "Cn")) | st.sampled_from('\n",;\u200f\u200e=+ـ'), min_size=1, max_size=30
)
figures = st.one_of(st.none(), st.integers(0, 5000))


@st.composite
def rows(draw):
    out = []
    for n in range(draw(st.integers(1, 5))):
        base = draw(st.sampled_from(BASE))
        i = base.incident
        assert i.place is not None
        place = replace(
            i.place,
            name_ar=draw(words),
            name_en=draw(st.one_of(st.none(), words)),
            lat=draw(st.floats(-60, 60)),
            lon=draw(st.floats(-179, 179)),
        )
        day = draw(st.one_of(st.none(), st.dates(date(2011, 1, 1), date(2030, 1, 1))))
        count = BoundedCount(draw(figures), draw(figures), draw(figures))
        out.append(replace(base, incident=replace(i, id=f"{n:016x}", place=place, date_start=day, date_end=day, fatalities=count)))
    return out


def told(values):
    return [None if v == "" else v.isoformat() if hasattr(v, "isoformat") else v for v in values]


@settings(max_examples=60, deadline=None)
@given(rows())
def test_csv_and_jsonl_read_back(found):
    data = replace(sample_data(), incidents=found)
    with tempfile.TemporaryDirectory() as folder:
        with (export(data, "csv", Path(folder) / "c").files[0]).open(encoding="utf-8-sig", newline="") as f:
            back = list(csv.reader(f))[1:]
        lines = export(data, "jsonl", Path(folder) / "j").files[0].read_text(encoding="utf-8").split("\n")[:-1]
    assert [[x or None for x in r] for r in back] == [[None if v is None else str(v) for v in told(flat_record(r, data))] for r in found]
    assert [replace(incident_from_dict(json.loads(x)), links=()) for x in lines] == [replace(r.incident, links=()) for r in found]


@settings(max_examples=30, deadline=None)
@given(rows())
def test_parquet_and_workbook_read_back(found):
    pq = pytest.importorskip("pyarrow.parquet")
    openpyxl = pytest.importorskip("openpyxl")
    data = replace(sample_data(), incidents=found)
    with tempfile.TemporaryDirectory() as folder:
        back = pq.read_table(export(data, "parquet", Path(folder) / "p").files[0]).to_pylist()
        book = openpyxl.load_workbook(export(data, "xlsx", Path(folder) / "x").files[0])
    names = [c.name for c in flat_columns()]
    expected = [dict(zip(names, flat_record(r, data))) for r in found]
    assert back == expected
    sheet = book["الحوادث"]
    for line, want in zip(sheet.iter_rows(min_row=3, max_col=len(names), values_only=True), expected):
        got = dict(zip(names, line))
        assert {k: (v.date() if hasattr(v, "date") else v) for k, v in got.items()} == want
