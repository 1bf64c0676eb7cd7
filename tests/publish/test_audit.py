"""The audit of finished files: a name, a coordinate or a link planted in any format is found, and our own products pass."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from publish_sample import sample_data

from waqai.errors import UsageError
from waqai.publish.audit import audit
from waqai.publish.bulletin import write_bulletin
from waqai.publish.data import ExportData
from waqai.publish.export import export
from waqai.publish.exporters import REGISTRY
from waqai.publish.page import write_page
from waqai.publish.policy import disclose, load_policy
from waqai.publish.quotes import Piece

PARTNER = load_policy("partner")
START, END = date(2025, 9, 1), date(2025, 9, 30)
LEAK = "قُتل محمد خالد العلي برصاص مجهولين."
# The two layouts of sums carry neither words nor points.
WORDS = sorted(set(REGISTRY) - {"hapi"})


def planted() -> ExportData:
    """The sample with a private name in every wording and headline, a long coordinate and a channel's address; no policy applied."""
    rows = []
    for row in sample_data().incidents:
        i = row.incident
        spot = replace(i.place, lat=35.123456, lon=40.123456) if i.place and i.place.lat else i.place
        versions = tuple(
            replace(
                v, quote=(Piece(LEAK),), source=replace(v.source, title=LEAK, url="https://t.me/channel/1"),
                claim=replace(v.claim, target=replace(v.claim.target, text=LEAK) if v.claim.target else None, place=spot),
            )
            for v in row.versions
        )  # fmt: skip
        target = replace(i.target, text=LEAK) if i.target else None
        rows.append(replace(row, incident=replace(i, place=spot, target=target), versions=versions))
    return replace(sample_data(), incidents=rows)


@pytest.fixture(scope="module")
def leaking() -> ExportData:
    return planted()


@pytest.mark.parametrize("name", sorted(REGISTRY))
def test_our_own_files_pass(name, leaking, tmp_path):
    done = export(disclose(leaking, "partner"), name, tmp_path / name)
    assert {str(p): audit(p, PARTNER) for p in done.files if audit(p, PARTNER)} == {}


@pytest.mark.parametrize("name", WORDS)
def test_a_leak_is_found_in_every_format(name, leaking, tmp_path):
    done = export(leaking, name, tmp_path / name)
    found = [f for p in done.files for f in audit(p, PARTNER)]
    assert "name" in {f.rule for f in found}
    assert not any("خالد" in f.detail for f in found)


@pytest.mark.parametrize(
    "name", ["geojson", "geoparquet", "parquet", "csv", "xlsx", "kml", "jsonl", "acled", "ucdp-ged", "timemap", "plover"]
)
def test_a_coordinate_finer_than_the_profile_is_found(name, leaking, tmp_path):
    done = export(leaking, name, tmp_path / name)
    assert "coordinates" in {f.rule for f in audit(done.files[0], PARTNER)}


@pytest.mark.parametrize("suffix", ["html", "docx", "pdf"])
@pytest.mark.parametrize("lang", ["ar", "en"])
def test_a_bulletin_passes_masked_and_fails_unmasked(suffix, lang, leaking, tmp_path):
    for module in {"pdf": ("weasyprint", "pypdf"), "docx": ("docx",), "html": ()}[suffix]:
        pytest.importorskip(module)
    pytest.importorskip("matplotlib")
    good = write_bulletin(disclose(leaking, "partner"), START, END, tmp_path / f"good.{suffix}", lang=lang)
    assert audit(good, PARTNER) == []
    bad = write_bulletin(leaking, START, END, tmp_path / f"bad.{suffix}", lang=lang)
    rules = {f.rule for f in audit(bad, PARTNER)}
    assert "name" in rules
    if suffix != "docx":  # the Word file cites and does not link
        assert "propaganda-link" in rules


def test_the_page_passes_masked_and_fails_unmasked(leaking, tmp_path):
    assert audit(write_page(disclose(leaking, "partner"), tmp_path / "good.html"), PARTNER) == []
    assert {"name", "coordinates"} <= {f.rule for f in audit(write_page(leaking, tmp_path / "bad.html"), PARTNER)}


@pytest.mark.parametrize("suffix", [".xlsx", ".docx", ".parquet", ".pdf", ".odt", ""])
def test_a_file_that_is_not_what_it_says_is_a_clear_error(suffix, tmp_path):
    path = tmp_path / f"x{suffix}"
    path.write_bytes(b"no such thing")
    with pytest.raises(UsageError, match=str(path.name)):
        audit(path, PARTNER)
