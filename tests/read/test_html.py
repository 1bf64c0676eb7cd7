"""Saved pages: the article without its surroundings, and date, title and outlet from what the page says."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from waqai.model import Report
from waqai.read import read_inputs

BODY = "".join(
    f"<p>{p}</p>"
    for p in (
        "قتل ثلاثة مدنيين، أمس الثلاثاء، في قصف مدفعي طال السوق الشعبي في بلدة سرمين شرق مدينة إدلب، بحسب الدفاع المدني.",
        "وقال أحد المسعفين إن فرق الإنقاذ نقلت سبعة مصابين إلى مشفى المدينة، بينهم طفلان، وإن القصف توقف قبل الغروب بقليل.",
        "ولم تعلق قوات النظام على القصف الذي جاء بعد يومين من هدوء نسبي شهدته خطوط التماس في المنطقة الممتدة نحو الطريق الدولي.",
    )
)
PAGE = """<!doctype html><html lang="ar" dir="rtl"><head><meta charset="{charset}">{head}<title>قصف على سرمين - أخبار الشمال</title></head>
<body><nav><a href="/">الرئيسية</a> <a href="/s">سياسة</a></nav><article><h1>قصف على سرمين يقتل ثلاثة</h1>{line}{body}</article>
<aside><h3>اقرأ أيضا</h3><a href="/x">انفجار في عفرين</a></aside><footer>جميع الحقوق محفوظة 2019</footer></body></html>"""


def read(tmp_path: Path, head: str = "", line: str = "", charset: str = "utf-8") -> Report:
    p = tmp_path / "page.html"
    p.write_bytes(PAGE.format(charset=charset, head=head, line=line, body=BODY).encode(charset))
    (report,) = read_inputs([p])
    assert isinstance(report, Report), report
    return report


def test_article_text_without_surroundings(tmp_path: Path) -> None:
    report = read(tmp_path, '<meta property="og:site_name" content="أخبار الشمال">')
    assert report.text.startswith("قصف على سرمين يقتل ثلاثة")
    assert report.text.count("قصف على سرمين يقتل ثلاثة") == 1
    assert "السوق الشعبي" in report.text
    for noise in ("الرئيسية", "انفجار في عفرين", "جميع الحقوق"):
        assert noise not in report.text
    assert report.title == "قصف على سرمين يقتل ثلاثة"
    assert report.outlet == "أخبار الشمال"
    assert report.published is None, "the footer's year is no publication date"


@pytest.mark.parametrize(
    ("head", "line", "when"),
    [
        ('<meta property="article:published_time" content="2020-02-12T08:30:00+02:00">', "", datetime.fromisoformat("2020-02-12T08:30:00+02:00")),
        ('<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"قصف على سرمين يقتل ثلاثة","datePublished":"2020-02-12","publisher":{"name":"وكالة"}}]}</script>', "", date(2020, 2, 12)),
        ("", '<time datetime="2020-02-12">الأربعاء</time>', date(2020, 2, 12)),
        ("", '<span class="post-date">الأربعاء 12 شباط 2020</span>', date(2020, 2, 12)),
        ('<script type="application/ld+json">{broken</script>', "", None),
    ],
)  # fmt: skip
def test_page_date(tmp_path: Path, head: str, line: str, when: date | None) -> None:
    assert read(tmp_path, head, line).published == when


def test_declared_windows_1256_page(tmp_path: Path) -> None:
    assert "السوق الشعبي" in read(tmp_path, charset="windows-1256").text
