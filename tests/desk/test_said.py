"""The desk says what a general statement says, in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("starlette")

from desk_sample import report
from desk_site import Site

from waqai.pipeline import METHOD, Coder
from waqai.run import Session
from waqai.store import open_store

SAID = {
    "s1": ("وقال مصدر محلي إن هجمات تنظيم داعش في محافظة دير الزور تصاعدت خلال تشرين الأول الماضي.", "ازدياد", "activity rose"),
    "s2": ("وتسيطر قوات سوريا الديمقراطية على مدينة الطبقة غربي الرقة.", "سيطرة قائمة", "who holds a place"),
    "s3": ("وتتعرض قرى جبل الزاوية لقصف شبه يومي.", "نشاط متكرر", "goes on again and again"),
}


def test_report_shows_what_a_statement_says(tmp_path: Path) -> None:
    with open_store(tmp_path / "store.sqlite") as store:
        session = Session(store, METHOD)
        session.code([report((k, "عنوان", "شبكة", None, "2025-11-30", text)) for k, (text, _, _) in SAID.items()], Coder().code)
        session.link()
    site = Site(tmp_path)
    try:
        browser = site.as_("the reader")
        rows = {r["outlet"] and r["id"]: r for r in site.claims()}
        assert {r["kind"] for r in rows.values()} == {"statement"}
        assert len(rows) == len(SAID)
        for lang, n in (("ar", 1), ("en", 2)):
            pages = [browser.get(f"/reports/{r['rid']}?lang={lang}", follow_redirects=True).text for r in rows.values()]
            for words in SAID.values():
                assert sum(f": {words[n]}" in page for page in pages) == 1, words[n]
    finally:
        site.desk.close()
