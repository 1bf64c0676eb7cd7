"""What ``verify`` must notice. Each damage is done behind the store's back, in SQL."""

from __future__ import annotations

import pytest
import sqlalchemy as sa
from test_store import incident

from waqai.store import Decision, Store


def damage(store: Store, statement: str) -> None:
    with store.engine.connect().execution_options(waqai_write=True) as conn, conn.begin():
        conn.exec_driver_sql(statement)


@pytest.fixture
def whole(filled: Store) -> Store:
    run = filled.start_run("1")
    filled.put_incidents([incident("i1", ("c-r1", "c-r2"))], [], run)
    filled.decide(Decision("accept", "c-r1", who="ريم"))
    filled.put_incidents([incident("i1", ("c-r1",)), incident("i2", ("c-r2",))], [], run)
    v = filled.verify()
    assert v.ok, v.broken
    return filled


@pytest.mark.parametrize(
    ("statement", "record", "what"),
    [
        ("UPDATE report SET text = text || '.' WHERE id = 'r1'", "log 1 (report", "its text was changed"),
        ("UPDATE claim SET payload = REPLACE(payload, '\"ied\"', '\"attack\"') WHERE id = 'c-r2'", "log 4 (coding 2)", "claim c-r2"),
        ("UPDATE claim SET date_start = '2025-03-01' WHERE id = 'c-r1'", "log 2 (coding 1)", "columns"),
        ("DELETE FROM claim WHERE id = 'c-r1'", "log 2 (coding 1)", "taken away"),
        ("DELETE FROM report WHERE id = 'r2'", "log 3 (report", "gone"),
        ("UPDATE decision SET who = 'other'", "log 6 (decision c-r1/1)", "changed"),
        ("UPDATE incident SET payload = REPLACE(payload, 'unclaimed', 'denied') WHERE seq = 3", "log 7 (incident 2-3)", "changed"),
        ("DELETE FROM incident WHERE seq = 3", "log 7 (incident 2-3)", "taken away"),
        ("UPDATE log SET digest = hash WHERE seq = 3", "log 3 (report", "changed after"),
        ("DELETE FROM log WHERE seq = 3", "log 4", "record 3 is missing"),
    ],
)
def test_damage_is_named_by_its_first_record(whole: Store, statement: str, record: str, what: str) -> None:
    damage(whole, statement)
    v = whole.verify()
    assert not v.ok
    assert v.broken[0].record.startswith(record)
    assert what in v.broken[0].what


def test_log_cut_short_shows_in_the_rows(whole: Store) -> None:
    damage(whole, "DELETE FROM log WHERE seq >= 6")
    assert [b.record for b in whole.verify().broken] == ["table decision"]


def test_rows_slipped_in_are_noticed(whole: Store) -> None:
    damage(whole, "INSERT INTO decision SELECT seq + 1, subject, 2, 'reject', other, who, at, why, payload, row_hash FROM decision")
    assert "the log knows 1" in whole.verify().broken[0].what


def test_damaged_page_is_noticed(where: str, whole: Store) -> None:
    if "://" in where:
        pytest.skip("pages of a server are its own affair: pg_checksums")
    whole.close()
    with open(where, "r+b") as f:
        f.seek(0, 2)
        pages = f.tell() // 4096
        f.seek(pages // 2 * 4096)
        f.write(b"\x5a" * 64)
    from waqai.errors import StoreError
    from waqai.store import open_store

    said = ""
    try:
        with open_store(where) as s:
            said = "; ".join(b.what for b in s.verify().broken)
    except StoreError as e:
        said = str(e)
    assert said


def test_spans_outside_the_text_are_noticed(filled: Store) -> None:
    from dataclasses import replace

    import store_cases as case

    from waqai.model import Span

    bad = replace(case.claim("c-bad", case.OTHER), evidence={"place": (Span(0, 9999),)})
    filled.put_coded(case.coded("r9", case.OTHER + " نسخة", (bad,)), filled.start_run("1"))
    assert [(b.record, b.what) for b in filled.verify().broken] == [("claim c-bad", "evidence of place lies outside its report")]


def test_head_is_the_last_hash(whole: Store) -> None:
    with whole.engine.connect() as conn:
        last = conn.execute(sa.text("SELECT hash FROM log ORDER BY seq DESC LIMIT 1")).scalar()
    assert whole.verify().head == last
