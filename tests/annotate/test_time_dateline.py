"""Datelines: which line says when a report was published, and which only looks so."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest

from waqai.annotate.time import publication_candidates, read_dateline
from waqai.model import Report, Text
from waqai.normalise import tokenize


@pytest.mark.parametrize(
    ("s", "moment"),
    [
        ("السبت, 29 نوفمبر 2025 03:18 PM", datetime(2025, 11, 29, 15, 18)),
        ("11 حزيران 2024   03:40", datetime(2024, 6, 11, 3, 40)),
        ("عنوان الخبر\n2023-02-12 | 09:04\nنص الخبر", datetime(2023, 2, 12, 9, 4)),
        ("عنوان الخبر\n2024.02.29 | 07:12 دمشق\nنص", datetime(2024, 2, 29, 7, 12)),
        ("22-أغسطس-2020", date(2020, 8, 22)),
        ("الاثنين 14 ربيع الآخر 1447 هـ – 6 تشرين الأول 2025", date(2025, 10, 6)),
        ("الاثنين 15/5/1437 هـ - الموافق 22/2/2016 م", date(2016, 2, 22)),
        ("14 ربيع الآخر 1447 هـ", date(2025, 10, 6)),
        ("تاريخ النشر: 3/5/2021", date(2021, 5, 3)),
        ("تاريخ النشر: 3 أيار 2021 الساعة 10:15 صباحاً", datetime(2021, 5, 3, 10, 15)),
        ("نُشر في 12 آب 2019 بقلم مراسلنا", date(2019, 8, 12)),
        ("2025-11-29T15:18:00+03:00", datetime(2025, 11, 29, 15, 18, tzinfo=timezone(timedelta(hours=3)))),
        ("دمشق 7 مارس 2021 (وكالة) قال شهود إن انفجاراً وقع", date(2021, 3, 7)),
        ("أخبار | 25 سبتمبر 2015", date(2015, 9, 25)),
        ("● أخبار محلية ٢٣ ديسمبر ٢٠٢٢", date(2022, 12, 23)),
        ("31/07/2020", date(2020, 7, 31)),
        ("عنوان\nنص طويل عن هجوم وقع قرب القرية\nنشر بتاريخ 9 أيلول 2022", date(2022, 9, 9)),
        ("آخر تحديث: 5 آذار 2022\nتاريخ النشر: 4 آذار 2022", date(2022, 3, 4)),
    ],
)
def test_dateline_is_read(s: str, moment: date) -> None:
    found = read_dateline(s)
    assert found is not None
    assert found[0] == moment
    assert s[found[1].start : found[1].end].strip()


@pytest.mark.parametrize(
    "s",
    [
        "",
        "قُتل شخص في 12 آب 2019 في هجوم على حاجز قرب البلدة وفق شهود",
        "الخميس 14 آب",
        "سيطر التنظيم على المدينة منذ 10 حزيران 2014",
        "ذكرى هجوم 10 حزيران 2014",
        "اليوم، الخميس 21 من أيار",
        "هاتف: 0933-12-45",
        "31/02/2020",
    ],
)
def test_a_date_in_prose_is_no_dateline(s: str) -> None:
    assert read_dateline(s) is None


def text(s: str) -> Text:
    return Text(Report("x", s, "0"), tokenize(s), ())


def test_publication_candidates_of_a_yearless_lead() -> None:
    s = "قتل جندي اليوم، الخميس 21 من أيار، قرب القرية"
    found = publication_candidates(text(s))
    assert found is not None
    assert found[0] == (date(2015, 5, 21), date(2020, 5, 21), date(2026, 5, 21))
    assert s[found[1].start : found[1].end] == "اليوم، الخميس 21 من أيار"


def test_publication_candidates_count_from_yesterday() -> None:
    found = publication_candidates(text("قتل جندي أمس الاثنين 29 شباط"))
    assert found is not None
    assert found[0] == (date(2016, 3, 1),)


def test_no_candidates_without_today() -> None:
    assert publication_candidates(text("قتل جندي الخميس 21 أيار")) is None
