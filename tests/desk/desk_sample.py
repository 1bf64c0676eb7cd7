"""Reports written for these tests; every place is real, every happening invented. One is hostile on purpose."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from waqai.model import Report
from waqai.pipeline import METHOD, Coder
from waqai.read import make_report
from waqai.run import Session
from waqai.store import open_store

XSS = "<script>alert(1)</script>"
OFFSETS = (
    "قُتِلَ ثَلاثَةُ عناصرٍ من «قسد» و7 مدنيّين (بينهم ٣ أطفال) أمس الجمعة 28 تشرين الثاني 2025 بهجومٍ لمسلحين مجهولين "
    "في بلدة ذيبان بريف دير الزور، وفق شبكة Deir News 24 المحلية 🕊️.\r\nوأصيب أربعة آخرون."
)
REPORTS = (
    ("r1", "هجوم في ذيبان", "شبكة الفرات", "https://example.org/1", "2025-11-29", OFFSETS),
    (
        "r2", "قتيلان بانفجار عبوة قرب الطبقة", "وكالة الضفة", "https://example.org/2", "2025-11-20",
        "قتل عنصران من قوات سوريا الديمقراطية وأصيب ثالث بانفجار عبوة ناسفة استهدفت سيارتهم أمس قرب مدينة الطبقة بريف الرقة، "
        "بحسب مصدر عسكري. وتبنى تنظيم الدولة الإسلامية الهجوم في بيان نشرته وكالة أعماق.",
    ),
    (
        "r3", "ثلاثة قتلى في تفجير الطبقة", "مرصد الجزيرة", "https://example.org/3", "2025-11-20",
        "أفاد ناشطون بمقتل ثلاثة عناصر من قوات سوريا الديمقراطية بانفجار عبوة ناسفة استهدفت سيارة عسكرية يوم أمس الأربعاء قرب "
        "مدينة الطبقة في ريف الرقة.",
    ),
    (
        "r4", f"اعتقالات {XSS}", f'وكالة <b onmouseover="alert(2)">زائفة</b> {XSS}', "javascript:alert(3)", "2025-11-22",
        f"اعتقلت قوات الأمن الداخلي خمسة أشخاص في مدينة حمص يوم الجمعة. {XSS} <img src=x onerror=alert(4)> </script> &amp; "
        "\"'` وقالت وزارة الداخلية السورية إن العملية استهدفت خلية لتنظيم الدولة الإسلامية.",
    ),
    (
        "r5", "جثتان متفحمتان", "شبكة الفرات", None, "2025-11-24",
        "عثر الأهالي يوم الأحد على جثتين متفحمتين في بادية السخنة بريف حمص، وقال سكان إن مسلحين مجهولين خطفوا راعيين قبل أيام.",
    ),
    (
        "r6", "حصيلة شهر", "مرصد الجزيرة", None, "2025-11-30",
        "وثق المرصد مقتل 14 عنصراً من قوات سوريا الديمقراطية في 9 هجمات لتنظيم الدولة الإسلامية في محافظة دير الزور خلال "
        "تشرين الثاني 2025.",
    ),
)  # fmt: skip


def report(row: tuple[str, str, str, str | None, str, str]) -> Report:
    ident, title, outlet, url, published, text = row
    meta = {"id": ident, "title": title, "outlet": outlet, "url": url, "published_at": published}
    return make_report(text, path=None, meta={k: v for k, v in meta.items() if v})


def build(path: Path | str) -> None:
    with open_store(path, clock=lambda: datetime(2025, 11, 30, 6, 0, tzinfo=UTC)) as store:
        session = Session(store, METHOD)
        session.code([report(r) for r in REPORTS], Coder().code)
        session.link()
