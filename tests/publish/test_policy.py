"""The disclosure policy: nothing finer, nobody named, nothing unreleased beyond what a profile allows."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from publish_sample import PLACES, place, sample_data
from test_names import people

from waqai.errors import UsageError
from waqai.model import EventType, GeoPrecision, PlaceLevel
from waqai.publish.areas import ORDER, raised
from waqai.publish.audit import audit
from waqai.publish.data import Row
from waqai.publish.export import export
from waqai.publish.exporters import REGISTRY
from waqai.publish.policy import Discloser, disclose, finest, load_policy
from waqai.publish.quotes import Piece, plain

ROWS = list(sample_data().incidents)


def released(row: Row) -> Row:
    return replace(row, incident=replace(row.incident, state="released"))


def decimals(x: float) -> int:
    return len(repr(x).split(".")[1]) if "." in repr(x) else 0


def test_default_profile_is_partner_and_masks_names():
    data = disclose(sample_data())
    text = json.dumps([plain(v.quote) for r in data.incidents for v in r.versions], ensure_ascii=False)
    assert data.profile == "partner"
    assert "العلاوي" not in text
    assert "الزعبي" not in text
    assert data.withheld["name"] >= 2


def test_internal_changes_no_words():
    data = disclose(sample_data(), "internal")
    assert [plain(v.quote) for r in data.incidents for v in r.versions] == [plain(v.quote) for r in ROWS for v in r.versions]


def test_public_holds_drafts_back_unless_asked():
    assert {r.incident.state for r in disclose(sample_data(), "public").incidents} == {"released"}
    asked = disclose(sample_data(), "public", today=date(2026, 1, 1), include_drafts=True)
    assert len(list(asked.incidents)) == len(ROWS)
    assert list(disclose(sample_data(), "public").tallies) == []


def test_retracted_leaves_under_no_profile():
    gone = replace(ROWS[0], incident=replace(ROWS[0].incident, state="retracted"))
    for profile in ("internal", "partner", "public"):
        assert Discloser(load_policy(profile)).row(gone) is None


def test_embargo_counts_from_the_last_report():
    row = next(r for r in ROWS if r.incident.event_type is EventType.ARREST)
    last = max(v.source.day for v in row.versions if v.source.day)
    policy = load_policy("public")
    assert Discloser(policy, last + timedelta(days=2)).row(released(row)) is None
    assert Discloser(policy, last + timedelta(days=3)).row(released(row)) is not None
    assert Discloser(policy, None).row(released(row)) is None


def test_propaganda_is_cited_and_not_linked():
    row = ROWS[0]
    source = replace(row.versions[0].source, outlet="النبأ", url="https://naba.example/1")
    changed = replace(row, versions=(replace(row.versions[0], source=source), *row.versions[1:]))
    out = Discloser(load_policy("partner")).row(changed)
    assert out is not None
    assert out.versions[0].source.url is None
    assert out.versions[0].source.outlet == "النبأ"
    assert out.versions[1].source.url == row.versions[1].source.url


def test_public_raises_a_site_and_hides_its_name_in_the_quote():
    row = next(r for r in ROWS if r.incident.place and r.incident.place.level is PlaceLevel.SITE and r.incident.place.country == "SY")
    out = Discloser(load_policy("public"), date(2030, 1, 1)).row(released(row))
    assert out is not None
    assert out.incident.place is not None
    assert ORDER.index(str(out.incident.place.geo_precision)) >= ORDER.index("admin3")
    assert row.incident.place is not None
    assert row.incident.place.name_ar not in " ".join(plain(v.quote) for v in out.versions)
    assert "place" in out.withheld


def test_reidentification_raises_the_place_of_a_named_trade():
    row = next(r for r in ROWS if len(r.versions) == 1 and r.incident.target and r.incident.target.kind == "civilians")
    village = replace(place("baghuz"), level=PlaceLevel.VILLAGE, kind="village")  # type: ignore[type-var]
    day = date(2025, 9, 9)
    quote = (Piece("قُتل معلم في القرية"),)
    changed = replace(
        row,
        incident=replace(
            row.incident, place=village, date_start=day, date_end=day, fatalities=replace(row.incident.fatalities, low=1, best=1, high=1)
        ),
        versions=(replace(row.versions[0], quote=quote),),
    )
    assert Discloser(load_policy("partner")).level(changed) == "admin2"
    plain_words = replace(changed, versions=(replace(row.versions[0], quote=(Piece("قُتل رجل في القرية"),)),))
    assert Discloser(load_policy("partner")).level(plain_words) is None


def test_two_hundred_names_leave_by_no_exporter_and_no_page(tmp_path):
    from waqai.publish.page import render_page

    rows, lasts = [], set()
    for n, (form, first, middle, last) in enumerate(people()):
        text = form.format(first=first, middle=middle, last=last)
        base = ROWS[n % len(ROWS)]
        v = base.versions[0]
        claim = replace(v.claim, id=f"c{n}", target=replace(v.claim.target, text=text) if v.claim.target else None)
        version = replace(v, claim=claim, quote=(Piece(text),), source=replace(v.source, id=f"s{n}", title=text))
        incident = replace(base.incident, id=f"i{n}", claims=(claim.id,), state="released", target=claim.target)
        rows.append(Row(incident, (version,)))
        lasts.update({last, first})
    data = disclose(replace(sample_data(), incidents=rows, tallies=(), reports=()), "public", today=date(2030, 1, 1))
    assert len(rows) == 200
    for name in sorted(REGISTRY):
        done = export(data, name, tmp_path / name)
        for path in done.files:
            assert audit(path, load_policy("public")) == [] if path.suffix in (".csv", ".jsonl", ".geojson", ".kml") else True
            raw = path.read_bytes()
            assert not any(f"{a} {b}".encode() in raw for a in lasts for b in ("العلي", "الزعبي", "العكيدي", "الخلف", "الشمري"))
    page = render_page(data)
    assert not any(f"{a} العكيدي" in page for a in lasts)


places = st.sampled_from([k for k in PLACES if k != "none"]).map(place)
kinds = st.sampled_from(["camp", "hospital", "house", "village", "town", "city", "road", "site", "mountain", "neighbourhood"])


@settings(max_examples=150, deadline=None)
@given(
    profile=st.sampled_from(["partner", "public"]), base=st.sampled_from(ROWS), spot=places, kind=kinds,
    level=st.sampled_from(list(PlaceLevel)), lat=st.floats(12, 37), lon=st.floats(-5, 47),
    precision=st.sampled_from([GeoPrecision.EXACT, GeoPrecision.NEAR, GeoPrecision.AREA, GeoPrecision.ADMIN1]),
)  # fmt: skip
def test_no_row_is_finer_than_its_profile(profile, base, spot, kind, level, lat, lon, precision):
    policy = load_policy(profile)
    p = replace(spot, kind=kind, level=level, lat=lat, lon=lon, geo_precision=precision)
    versions = tuple(replace(v, claim=replace(v.claim, place=p)) for v in base.versions)
    out = Discloser(policy, date(2030, 1, 1)).row(released(replace(base, incident=replace(base.incident, place=p), versions=versions)))
    assert out is not None
    wanted = finest(p, policy)
    for q in (out.incident.place, *(v.claim.place for v in out.versions)):
        assert q is not None
        assert ORDER.index(str(q.geo_precision)) >= ORDER.index(str(p.geo_precision))
        if wanted:
            assert ORDER.index(str(q.geo_precision)) >= ORDER.index(wanted)
            if ORDER.index(str(p.geo_precision)) < ORDER.index(wanted):
                # The point is the area's own, not the incident's rounded off.
                assert q.id != p.id
        for x in (q.lat, q.lon):
            assert x is None or decimals(x) <= policy.decimals


def test_raising_walks_up_to_the_country_when_nothing_is_known():
    unknown = replace(place("gossi"), admin1="Nowhere", admin2=None)  # type: ignore[type-var]
    out = raised(unknown, "admin2")
    assert (out.geo_precision, out.lat, out.country, out.name_en) == (GeoPrecision.COUNTRY, None, "ML", "Mali")


def test_a_policy_file_overrides_parts(tmp_path):
    own = tmp_path / "policy.yml"
    own.write_text("profiles: {partner: {decimals: 1}}\nembargo: []\n", encoding="utf-8")
    assert load_policy("partner", own).decimals == 1
    assert load_policy("partner", own).names == "mask"
    own.write_text("colours: red\n", encoding="utf-8")
    with pytest.raises(UsageError, match="colours"):
        load_policy("partner", own)
    with pytest.raises(UsageError, match="internal, partner, public"):
        load_policy("secret")


def test_audit_finds_names_decimals_drafts_and_links(tmp_path):
    path = tmp_path / "x.jsonl"
    path.write_text(
        json.dumps(
            {"state": "draft", "lat": 35.12345, "url": "https://t.me/x/1", "quote": [{"text": "قُتل محمد خالد العلي"}]}, ensure_ascii=False
        )
        + "\n",
        encoding="utf-8",
    )
    found = audit(path, load_policy("public"))
    assert {f.rule for f in found} == {"name", "coordinates", "draft", "propaganda-link"}
    assert not any("خالد" in f.detail for f in found)
    with pytest.raises(UsageError, match="no such file"):
        audit(tmp_path / "none.csv", load_policy())
