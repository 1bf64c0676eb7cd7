"""Every exporter: golden bytes on the fixed sample, its closed lists, and reading back what was written."""

from __future__ import annotations

import csv
import json
import os
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml
from publish_sample import sample_data

from waqai.errors import UsageError
from waqai.model import GeoPrecision
from waqai.publish.data import ExportData
from waqai.publish.export import export, write_one
from waqai.publish.exporters import REGISTRY, exporter
from waqai.publish.exporters.acled import event_day, interaction
from waqai.publish.exporters.ucdp import priogrid
from waqai.publish.labels import table

GOLDEN = Path(__file__).parents[1] / "golden" / "publish"
TEXTS = {n for n in REGISTRY if n not in ("xlsx", "parquet", "geoparquet")}


@pytest.fixture(scope="module")
def data() -> ExportData:
    return sample_data()


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as f:
        return list(csv.DictReader(f))


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_golden(name, data, tmp_path):
    done = export(data, name, tmp_path / name, hxl=name == "hapi")
    golden = GOLDEN / exporter(name).file_name
    text = done.files[0].read_text(encoding="utf-8")
    if os.environ.get("WAQAI_GOLDEN"):
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8"), "if the change is meant: WAQAI_GOLDEN=1 pytest tests/publish"


@pytest.mark.parametrize("name", sorted(REGISTRY))
def test_same_data_same_bytes(name, data, tmp_path):
    one, two = (export(data, name, tmp_path / x) for x in "ab")
    assert [p.read_bytes() for p in one.files] == [p.read_bytes() for p in two.files]


@pytest.mark.parametrize("name", sorted(REGISTRY))
def test_sidecars_and_package_agree(name, data, tmp_path):
    done = export(data, name, tmp_path / name)
    losses = json.loads((done.folder / "losses.json").read_text(encoding="utf-8"))
    assert losses["rows_written"] + losses["rows_dropped"] == len(list(data.incidents))
    claims, sources = rows(done.folder / "claims.csv"), rows(done.folder / "sources.csv")
    assert len({c["incident_id"] for c in claims}) == losses["rows_written"]
    assert {c["source_id"] for c in claims} == {s["source_id"] for s in sources}
    package = json.loads((done.folder / "datapackage.json").read_text(encoding="utf-8"))
    drafts = {r.incident.id for r in data.incidents if r.incident.state == "draft"} & {c["incident_id"] for c in claims}
    assert package["waqai"] == {"profile": "internal", "method_version": "0.1.0", "drafts": len(drafts), "withheld": {}}
    assert package["title"].startswith("DRAFT · ")
    assert {r["path"] for r in package["resources"]} <= {p.name for p in done.files}
    for r in package["resources"]:
        if "schema" in r and r["mediatype"] == "text/csv":
            with (done.folder / r["path"]).open(encoding="utf-8-sig", newline="") as f:
                assert next(csv.reader(f)) == [c["name"] for c in r["schema"]["fields"]]


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_every_format_marks_what_nobody_has_released(name, data, tmp_path):
    def made(state):
        changed = [replace(r, incident=replace(r.incident, state=state)) for r in data.incidents]
        done = export(replace(data, incidents=changed), name, tmp_path / state)
        return done.files[0].read_text(encoding="utf-8-sig"), done.losses.written

    text, written = made("draft")
    marks = len(re.findall(r"\bDRAFT\b|\bdraft\b", text))
    assert marks >= (written if name != "hapi" else len(text.splitlines()) - 1)
    text, _ = made("released")
    assert "draft" not in text.lower()


@pytest.mark.parametrize(("name", "hxl"), [*((n, False) for n in sorted(REGISTRY)), ("csv", True), ("hapi", True)])
def test_package_holds_what_it_describes(name, hxl, data, tmp_path):
    frictionless = pytest.importorskip("frictionless")
    folder = export(data, name, tmp_path / name, hxl=hxl).folder
    found = frictionless.validate(str(folder / "datapackage.json"))
    assert found.valid, found.flatten(["rowNumber", "fieldName", "message"])[:5]


def test_package_tells_a_reader_which_row_holds_the_names(data, tmp_path):
    """The same, read by hand: header and comment rows of the description are those of the file."""
    openpyxl = pytest.importorskip("openpyxl")
    for name, hxl in (("csv", True), ("hapi", True), ("csv", False)):
        done = export(data, name, tmp_path / f"{name}{hxl}", hxl=hxl)
        r = json.loads((done.folder / "datapackage.json").read_text(encoding="utf-8"))["resources"][0]
        with done.files[0].open(encoding="utf-8-sig", newline="") as f:
            second = list(csv.reader(f))[1]
        assert (r.get("dialect") == {"commentRows": [2]}) is any(c.startswith("#") for c in second) is hxl
    done = export(data, "xlsx", tmp_path / "x")
    r = json.loads((done.folder / "datapackage.json").read_text(encoding="utf-8"))["resources"][0]
    sheet = openpyxl.load_workbook(done.files[0])[r["dialect"]["excel"]["sheet"]]
    assert [c.value for c in sheet[r["dialect"]["headerRows"][0]]] == [f["name"] for f in r["schema"]["fields"]]


def test_acled_has_31_columns_and_only_its_own_values(data, tmp_path):
    facts = table("acled")
    written = rows(export(data, "acled", tmp_path / "a").files[0])
    assert list(written[0]) == [c["name"] for c in facts["columns"]]
    assert len(written[0]) == 31
    kinds = set(facts["inter"].values())
    for r in written:
        assert [r["event_type"], r["disorder_type"]] == facts["sub_events"][r["sub_event_type"]]
        assert r["inter1"] in kinds
        assert r["inter2"] in kinds | {""}
        assert r["civilian_targeting"] in ("", "Civilian targeting")
        assert r["time_precision"] in "123"
        assert r["geo_precision"] in "123"
        assert r["event_id_cnty"].startswith("X-")
        assert r["notes"].startswith("On ")
        assert all(r[c["name"]] != "" for c in facts["columns"] if c.get("required"))


def test_acled_interaction_orders_codes_and_knows_the_exception():
    assert interaction(2, 1) == "State forces-Rebel group"
    assert interaction(3, 0) == "Political militia only"
    assert interaction(7, 8) == "External/Other forces-Civilians"


def test_acled_takes_the_lowest_figure_and_says_so(data, tmp_path):
    done = export(data, "acled", tmp_path / "a")
    by_id = {r["event_id_cnty"].split("-", 2)[2]: r for r in rows(done.files[0])}
    for row in data.incidents:
        f = row.incident.fatalities
        if f.low is not None:
            assert by_id[row.incident.id]["fatalities"] == str(f.low)
    assert any("range of fatalities" in k for k in done.losses.notes)


@pytest.mark.parametrize(
    ("start", "end", "day"),
    [
        (date(2025, 9, 2), date(2025, 9, 2), (date(2025, 9, 2), 1)),
        (date(2025, 9, 1), date(2025, 9, 7), (date(2025, 9, 4), 2)),
        (date(2025, 9, 1), date(2025, 9, 30), (date(2025, 9, 15), 3)),
        (date(2025, 9, 1), date(2025, 11, 30), None),
        (None, date(2025, 9, 30), None),
    ],
)
def test_acled_day_of_an_interval(data, start, end, day):
    row = next(iter(data.incidents))
    assert event_day(replace(row, incident=replace(row.incident, date_start=start, date_end=end))) == day


def test_ucdp_has_49_columns_fatal_rows_only_and_no_ids(data, tmp_path):
    facts = table("ucdp")
    written = rows(export(data, "ucdp-ged", tmp_path / "u").files[0])
    assert list(written[0]) == [c["name"] for c in facts["columns"]]
    assert len(written[0]) == 49
    for r in written:
        assert int(r["high"]) >= 1
        assert int(r["low"]) <= int(r["best"]) <= int(r["high"])
        assert int(r["best"]) == sum(int(r[k]) for k in ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown"))
        assert all(r[k] == "" for k in ("id", "conflict_new_id", "dyad_new_id", "side_a_new_id", "side_b_new_id"))
        assert r["type_of_violence"] in "123"
        assert r["region"] in facts["regions"]
        assert r["date_start"].endswith(" 00:00:00.000")
        if r["type_of_violence"] == "3":
            assert r["side_b"] == "Civilians"


def test_priogrid_counts_from_the_south_west():
    assert priogrid(-89.9, -179.9) == 1
    assert priogrid(-89.9, 179.9) == 720
    assert priogrid(89.9, 179.9) == 259200


def test_plover_uses_its_own_events_modes_and_sectors(data, tmp_path):
    facts = table("plover")
    for line in export(data, "plover", tmp_path / "p").files[0].read_text(encoding="utf-8").splitlines():
        r = json.loads(line)
        assert {"id", "date", "actor", "event"} <= set(r)
        assert r["quad_code"] == facts["events"][r["event"]]
        assert set(r["mode"]) <= set(facts["modes"].get(r["event"], ())) | {"negation"}
        assert set(r["size"]) <= {"dead", "injured", "arrested"}


def test_hapi_tag_row_and_codes(data, tmp_path):
    written = rows(export(data, "hapi", tmp_path / "h", hxl=True).files[0])
    assert written[0]["location_code"] == "#country+code"
    plain = rows(export(data, "hapi", tmp_path / "h").files[0])
    assert len(plain) == len(written) - 1
    for r in plain:
        assert r["event_type"] in table("hapi")["event_types"]
        assert r["admin_level"] == ("2" if r["admin2_code"] else "1" if r["admin1_code"] else "0")
        assert r["admin2_code"] == "" or r["admin2_code"].startswith(r["admin1_code"])


def test_csv_starts_with_a_byte_order_mark_and_reads_back(data, tmp_path):
    path = export(data, "csv", tmp_path / "c").files[0]
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    _same(data, rows(path))


def _same(data, written):
    incidents = [r.incident for r in data.incidents]
    assert [str(r["incident_id"]) for r in written] == [i.id for i in incidents]
    for r, i in zip(written, incidents):
        for name in ("fatalities", "injuries", "captured"):
            for side in ("low", "best", "high"):
                got = r[f"{name}_{side}"]
                assert (None if got in ("", None) or got != got else int(float(got))) == getattr(getattr(i, name), side)
        assert str(r["date_start"] or "")[:10] == (i.date_start.isoformat() if i.date_start else "")
        if i.place and i.place.lat is not None:
            assert float(r["latitude"]) == i.place.lat
            assert r["place_ar"] == i.place.name_ar


def test_xlsx_reads_back_with_real_dates(data, tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.load_workbook(export(data, "xlsx", tmp_path / "x").files[0])
    sheet = book["الحوادث"]
    assert all(s.sheet_view.rightToLeft for s in book)
    assert sheet.freeze_panes == "B3"
    head = [c.value for c in sheet[2]]
    written = [dict(zip(head, [c.value for c in line])) for line in sheet.iter_rows(min_row=3)]
    assert any(hasattr(r["date_start"], "year") for r in written)
    _same(data, written)


def test_xlsx_goes_on_in_another_sheet_when_one_is_full(data, tmp_path, monkeypatch):
    openpyxl = pytest.importorskip("openpyxl")
    monkeypatch.setattr("waqai.publish.exporters.xlsx._MAX", 7)
    done = export(data, "xlsx", tmp_path / "x")
    book = openpyxl.load_workbook(done.files[0])
    parts = [s for s in book if s.title.startswith("الحوادث")]
    assert [s.title for s in parts] == ["الحوادث", *(f"الحوادث {n}" for n in range(2, len(parts) + 1))]
    assert len(parts) == -(-done.losses.written // 7)
    assert all(s.sheet_view.rightToLeft and s.freeze_panes == "B3" for s in parts)
    head = [c.value for c in parts[0][2]]
    assert all([c.value for c in s[2]] == head for s in parts)
    _same(data, [dict(zip(head, [c.value for c in line])) for s in parts for line in s.iter_rows(min_row=3)])
    told = [line[0].value for s in book if s.title.startswith("الروايات") for line in s.iter_rows(min_row=3)]
    assert told == [r["claim_id"] for r in rows(done.folder / "claims.csv")]


def test_parquet_reads_back_in_duckdb(data, tmp_path):
    duckdb = pytest.importorskip("duckdb")
    pytest.importorskip("pyarrow")
    path = export(data, "parquet", tmp_path / "p").files[0]
    cursor = duckdb.connect().execute(f"select * from read_parquet('{path}')")
    names = [d[0] for d in cursor.description]
    _same(data, [dict(zip(names, r)) for r in cursor.fetchall()])


def test_geoparquet_reads_back_in_geopandas(data, tmp_path):
    geopandas = pytest.importorskip("geopandas")
    frame = geopandas.read_parquet(export(data, "geoparquet", tmp_path / "g").files[0])
    placed = [r.incident for r in data.incidents if r.incident.place and r.incident.place.lat is not None]
    assert frame.crs is not None
    points = {i: (p.x, p.y) for i, p in zip(frame["incident_id"], frame.geometry) if p is not None}
    assert points == {i.id: (i.place.lon, i.place.lat) for i in placed if i.place}


def test_geojson_is_a_feature_collection_with_null_geometry_for_the_unplaced(data, tmp_path):
    row = next(iter(data.incidents))
    lost = replace(row.incident, id="lost", place=replace(row.incident.place, lat=None, lon=None, geo_precision=GeoPrecision.UNPLACED))
    more = replace(data, incidents=[*data.incidents, replace(row, incident=lost)])
    found = json.loads(export(more, "geojson", tmp_path / "g").files[0].read_text(encoding="utf-8"))
    assert found["type"] == "FeatureCollection"
    assert found["features"][-1]["geometry"] is None
    assert found["features"][0]["geometry"]["coordinates"] == [row.incident.place.lon, row.incident.place.lat]


def test_kml_is_well_formed(data, tmp_path):
    import xml.etree.ElementTree as ET

    root = ET.parse(export(data, "kml", tmp_path / "k").files[0]).getroot()
    marks = root.findall(".//{http://www.opengis.net/kml/2.2}Placemark")
    assert len(marks) == len(list(data.incidents))


def test_timemap_dates_are_american_and_sources_exist(data, tmp_path):
    done = export(data, "timemap", tmp_path / "t")
    sources = {r["id"] for r in rows(done.folder / "EXPORT_SOURCES.csv")}
    for r in rows(done.files[0]):
        month, day, year = r["date (MM/DD/YYYY)" if "date (MM/DD/YYYY)" in r else "date"].split("/")
        date(int(year), int(month), int(day))
        assert r["source1"] in sources


@pytest.mark.parametrize("name", ["acled", "ucdp-ged", "timemap", "kml"])
def test_an_incident_without_coordinates_is_dropped_by_name_not_by_accident(name, data, tmp_path):
    row = next(iter(data.incidents))
    bare = replace(row, incident=replace(row.incident, place=None))
    done = export(replace(data, incidents=[bare]), name, tmp_path / "n")
    assert done.losses.written == 0
    assert sum(done.losses.rows.values()) == 1


def test_unknown_format_names_the_known_ones():
    with pytest.raises(UsageError, match="geojson"):
        exporter("dbf")


def test_unwritable_folder_is_a_clear_error(data, tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(UsageError, match="cannot be written"):
        export(data, "csv", tmp_path / "file")


def test_a_failure_leaves_no_half_written_file(data, tmp_path):
    def broken():
        yield next(iter(data.incidents))
        raise RuntimeError("cable pulled")

    class Once:
        def __iter__(self):
            return broken()

    old = export(data, "csv", tmp_path / "c").files[0].read_bytes()
    with pytest.raises(RuntimeError):
        export(replace(data, incidents=Once()), "csv", tmp_path / "c")
    assert (tmp_path / "c" / "incidents.csv").read_bytes() == old
    assert [p.name for p in tmp_path.iterdir()] == ["c"]
    with pytest.raises(RuntimeError):
        write_one(replace(data, incidents=Once()), "geojson", tmp_path / "one.geojson")
    assert not (tmp_path / "one.geojson").exists()


def _shared(name: str) -> Path:
    path = Path(os.environ.get("WAQAI_SHARED") or Path(__file__).parents[3] / "shared") / "schemas" / name
    if not path.is_file():
        pytest.skip("the optional data folder is not there (WAQAI_SHARED)")
    return path


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [("acled", "acled_columns.csv"), ("ucdp", "ucdp_ged_columns.csv"), ("hapi", "hdx_hapi_conflict_event.csv")],
)
def test_our_columns_are_the_public_ones(ours, theirs):
    with _shared(theirs).open(encoding="utf-8-sig", newline="") as f:
        names = [r["column"] for r in csv.DictReader(f)]
    assert [c["name"] for c in table(ours)["columns"]] == names


def test_our_acled_lists_are_the_public_ones():
    with _shared("acled_event_types.csv").open(encoding="utf-8-sig", newline="") as f:
        public = {r["sub_event_type"]: [r["event_type"], r["disorder_type"]] for r in csv.DictReader(f)}
    assert table("acled")["sub_events"] == public
    with _shared("acled_interaction_codes.csv").open(encoding="utf-8-sig", newline="") as f:
        for r in csv.DictReader(f):
            assert interaction(int(r["inter_a"]), int(r["inter_b"])) == r["text"]


def test_our_plover_lists_are_the_public_ones():
    public = yaml.safe_load(_shared("plover.yaml").read_text(encoding="utf-8"))["events"]
    ours = table("plover")
    assert ours["events"] == {k: v["quad"] for k, v in public.items()}
    for event, modes in ours["modes"].items():
        assert modes == public[event]["modes"]
