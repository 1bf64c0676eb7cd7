"""A handwritten coding of the sample reports: what exporters are tested on, whatever the pipeline makes of the texts.

Each line names words of the report; the spans are found by searching for them, so a changed report fails loudly.
"""

from __future__ import annotations

import hashlib
from datetime import date
from functools import lru_cache
from pathlib import Path

from benchmarks.made import made_claim

from waqai.model import (
    ActorRef,
    Claim,
    Claimant,
    ClaimKind,
    CodedReport,
    CountRange,
    EventType,
    GeoPrecision,
    Modality,
    PlaceLevel,
    PlaceRef,
    Report,
    Span,
    Stance,
)
from waqai.model.incidents import BoundedCount, Incident, Origin, TallyCheck
from waqai.publish.data import ExportData, build
from waqai.read import read_inputs

REPORTS = Path(__file__).resolve().parents[2] / "examples" / "reports"
ACTORS = {
    "isis": ("ISIS", "تنظيم الدولة الإسلامية", "armed_group"),
    "sdf": ("SDF", "قوات سوريا الديمقراطية", "armed_group"),
    "asayish": ("Asayish", "الأسايش", "state_force"),
    "aanes": ("AANES personnel", "موظفو الإدارة الذاتية", "officials"),
    "gov": ("Syrian government forces", "قوات الحكومة السورية", "state_force"),
    "pmf": ("PMF", "الحشد الشعبي", "militia"),
    "iraf": ("Iraqi army", "الجيش العراقي", "state_force"),
    "fedpol": ("Iraqi Federal Police", "الشرطة الاتحادية العراقية", "state_force"),
    "civ": ("civilians", "مدنيون", "civilians"),
    "former": ("former opposition fighters", "مقاتلو معارضة سابقون", "civilians"),
    "unk": ("unknown gunmen", "مسلحون مجهولون", "unknown"),
    "mali": ("Malian army", "الجيش المالي", "state_force"),
    "jnim": ("JNIM", "جماعة نصرة الإسلام والمسلمين", "armed_group"),
    "houthi": ("Houthis", "جماعة الحوثي", "armed_group"),
    "coal": ("US-led coalition", "التحالف الدولي", "international"),
    "isr": ("Israel", "إسرائيل", "state_force"),
    "res": ("residents (protesters)", "أهالٍ محتجون", "civilians"),
    "yem": ("Yemeni army", "الجيش اليمني", "state_force"),
}
# name: ar, en, kind, admin1, admin2, pcode, country, lat, lon, precision, radius km
PLACES = {
    "dhiban": ("ذيبان", "Dhiban", "town", "Deir ez-Zor", "Al Mayadin", "SY0902", "SY", 35.005, 40.518, "exact", None),
    "abukhashab": ("طريق أبو خشب", "Abu Khashab road", "road", "Deir ez-Zor", "Deir ez-Zor", "SY0900", "SY", 35.84, 40.05, "near", 8.0),
    "shaddadi": ("الشدادي", "Ash Shaddadi", "city", "Hasakah", "Ash Shaddadi", "SY0804", "SY", 36.06, 40.73, "near", 5.0),
    "sukhnah": ("السخنة", "As Sukhnah", "city", "Homs", "Tadmor", "SY0404", "SY", 34.887, 38.872, "near", 8.0),
    "amur": ("جبل العمور", "Jabal al-Amur", "mountain", "Homs", "Tadmor", "SY0404", "SY", 34.75, 38.45, "area", 22.0),
    "kiswah": ("الكسوة", "Al Kiswah", "city", "Rural Damascus", "Rural Damascus", "SY0301", "SY", 33.36, 36.24, "exact", None),
    "mutaibija": ("مطيبيجة", "Mutaibija", "area", "Salah al-Din", None, "IQG16", "IQ", 34.36, 44.28, "area", 15.0),
    "udhaim": ("ناحية العظيم", "Al Udhaim", "town", "Diyala", "Al-Khalis", "IQG10", "IQ", 34.16, 44.43, "admin3", 14.0),
    "rashad": ("ناحية الرشاد", "Ar Rashad", "town", "Kirkuk", "Daquq", "IQG13", "IQ", 35.06, 44.0, "near", 8.0),
    "harmushiyah": ("الهرموشية", "Al Harmushiyah", "village", "Deir ez-Zor", "Deir ez-Zor", "SY0900", "SY", 35.62, 39.92, "exact", None),
    "dashisha": ("الدشيشة", "Ad Dashisha", "village", "Hasakah", "Ash Shaddadi", "SY0804", "SY", 35.79, 41.12, "near", 6.0),
    "tafas": ("طفس", "Tafas", "city", "Daraa", "Daraa", "SY1200", "SY", 32.735, 36.067, "exact", None),
    "gossi": ("الطريق بين غوسي وهومبوري", "Gossi–Hombori road", "road", "Gao", None, None, "ML", 15.55, -1.5, "area", 30.0),
    "hamrin": ("جبال حمرين", "Hamrin mountains", "mountain", "Diyala", None, "IQG10", "IQ", 34.45, 44.65, "area", 35.0),
    "rusafa": ("بادية الرصافة", "Rusafa desert", "desert", "Raqqa", "Ath Thawrah", "SY1103", "SY", 35.55, 38.75, "area", 25.0),
    "maadan": ("معدان", "Maadan", "town", "Raqqa", "Raqqa", "SY1100", "SY", 35.745, 39.62, "near", 6.0),
    "gharanij": ("غرانيج", "Gharanij", "town", "Deir ez-Zor", "Abu Kamal", "SY0903", "SY", 34.83, 40.73, "exact", None),
    "shuhayl": ("الشحيل", "Ash Shuhayl", "city", "Deir ez-Zor", "Al Mayadin", "SY0902", "SY", 35.11, 40.45, "exact", None),
    "taiz": ("حي الروضة", "Ar Rawdah quarter", "quarter", "Taizz", "Taiz", None, "YE", 13.596, 44.02, "exact", None),
    "maqbanah": ("جبهة مقبنة", "Maqbanah front", "area", "Taizz", "Maqbanah", None, "YE", 13.48, 43.62, "area", 14.0),
    "mayadin": ("الميادين", "Al Mayadin", "city", "Deir ez-Zor", "Al Mayadin", "SY0902", "SY", 35.02, 40.45, "exact", None),
    "marrat": ("مراط", "Marrat", "village", "Deir ez-Zor", "Deir ez-Zor", "SY0900", "SY", 35.29, 40.22, "exact", None),
    "uqayribat": ("عقيربات", "Uqayribat", "town", "Hama", "As Salamiyah", "SY0502", "SY", 35.04, 37.56, "near", 6.0),
    "baghuz": ("الباغوز", "Al Baghuz", "village", "Deir ez-Zor", "Abu Kamal", "SY0903", "SY", 34.45, 40.97, "exact", None),
    "jubata": ("جباتا الخشب", "Jubata al-Khashab", "village", "Quneitra", "Quneitra", "SY1400", "SY", 33.22, 35.83, "exact", None),
    "kudna": ("كودنا", "Kudna", "village", "Quneitra", "Quneitra", "SY1400", "SY", 33.01, 35.87, "exact", None),
    "busayrah": ("البصيرة", "Al Busayrah", "city", "Deir ez-Zor", "Deir ez-Zor", "SY0900", "SY", 35.155, 40.43, "exact", None),
    "brak": ("تل براك", "Tell Brak", "town", "Hasakah", "Hasakah", "SY0801", "SY", 36.67, 41.06, "exact", None),
    "dez": ("دير الزور", "Deir ez-Zor", "governorate", "Deir ez-Zor", None, "SY09", "SY", 35.2, 40.2, "admin1", None),
    "none": ("عدد من المحافظات", None, "unknown", None, None, None, None, None, None, "unplaced", None),
}  # fmt: skip
_LEVEL = {"road": "site", "quarter": "site", "mountain": "subregion", "desert": "subregion", "area": "subregion"}
_HOSTILE = ("مرتزقة داعش", "المرتزقة", "عصابات داعش الإرهابية", "ميليشيا الـPKK", "الـPKK")


@lru_cache(maxsize=1)
def reports() -> dict[str, Report]:
    """The sample reports by file name."""
    found = [r for r in read_inputs([REPORTS]) if isinstance(r, Report)]
    return {Path(r.path or "").name: r for r in found}


def place(key: str | None, text: str | None = None) -> PlaceRef | None:
    if key is None:
        return None
    ar, en, kind, a1, a2, pcode, country, lat, lon, precision, km = PLACES[key]
    level = _LEVEL.get(kind, kind if kind != "unknown" else "none")
    return PlaceRef(
        f"w:{key}", text or ar, ar, en, kind, PlaceLevel(level), a1, a2, None, pcode, country, lat, lon,
        GeoPrecision(precision), key in ("amur", "kudna"), 1, 0.9, km,
    )  # fmt: skip


def actor(key: str | None, text: str | None = None) -> ActorRef | None:
    if key is None:
        return None
    en, ar, kind = ACTORS[key]
    stance = Stance.HOSTILE if text and any(text.endswith(h) for h in _HOSTILE) else Stance.NEUTRAL
    return ActorRef(key, en, ar, text, stance, kind)


def count(v: object, text: str | None = None) -> CountRange | None:
    if v is None:
        return None
    if isinstance(v, int):
        return CountRange(v, v, v, text)
    low, best, high = v  # type: ignore[misc]
    return CountRange(low, best, high, text)


def claim(
    file: str,
    kind: str,
    day: str | None,
    where: str | None,
    perp: tuple[str, str | None] | None,
    targ: tuple[str, str | None] | None,
    who: tuple[str | None, str, str | None],
    trigger: str,
    kil: object = None,
    inj: object = None,
    cap: object = None,
    com: object = None,
    weapons: str = "",
    modality: str = "reported",
    words: dict[str, str] | None = None,
    end: str | None = None,
    aggregate: bool = False,
) -> tuple[str, Claim]:
    report = reports()[file]
    start = date.fromisoformat(day) if day else None
    stop = date.fromisoformat(end) if end else start
    evidence: dict[str, tuple[Span, ...]] = {}
    all_words = {"trigger": trigger, **(words or {})}
    for field, actor_ref in (("perpetrator", perp), ("target", targ)):
        if actor_ref and actor_ref[1]:
            all_words.setdefault(field, actor_ref[1])
    if who[2]:
        all_words.setdefault("claimant", who[2])
    # The headline repeats the lead; the evidence is the sentence of the body where there is one.
    body = report.text.find(trigger, len(report.title or "") if report.title else 0)
    body = body if body >= 0 else report.text.find(trigger)
    for field, phrase in all_words.items():
        near = [i for i in range(len(report.text)) if report.text.startswith(phrase, i)]
        assert near, (file, field, phrase)
        at = min(near, key=lambda i: abs(i - body))
        evidence[field] = (Span(at, at + len(phrase)),)
    ident = hashlib.sha256(f"{file}|{kind}|{trigger}|{who}|{modality}|{where}".encode()).hexdigest()[:16]
    return report.id, made_claim(
        ident,
        EventType(kind),
        start,
        stop,
        kind=ClaimKind.TALLY if aggregate else ClaimKind.EVENT,
        modality=Modality(modality),
        perpetrator=actor(*perp) if perp else None,
        target=actor(*targ) if targ else None,
        claimant=Claimant(who[0], who[1], report.outlet, who[2], tuple(x for x in (report.outlet, who[1]) if x)),
        place=place(where),
        fatalities=count(kil),
        injuries=count(inj),
        captured=count(cap),
        killed_or_injured=count(com),
        weapons=tuple(weapons.split()),
        trigger=trigger,
        evidence=evidence,
        score=0.9,
    )


OUT = (None, "outlet/correspondent", None)


def _incidents() -> list[tuple[str, list[tuple[str, Claim]], str, tuple[object, ...]]]:
    c = claim
    isis_naba = ("isis", "ISIS", "الصحيفة")
    return [
        ("both", [
            c("2025-08-08-khabour-press-dhiban.html", "attack", "2025-08-07", "dhiban", ("unk", "مسلحون مجهولون"), ("sdf", '"قوات سوريا الديمقراطية" (قسد)'),
              (None, "military source", "مصدر عسكري"), "هجوم", 2, 1, weapons="small_arms", words={"date": "مساء أمس الخميس", "place": "بلدة ذيبان", "weapon": "بالأسلحة الرشاشة", "fatalities": "عنصران", "injuries": "ثالث"}),
            c("2025-08-08-agri-news-dhiban.html", "attack", "2025-08-07", "dhiban", ("isis", "مرتزقة داعش"), ("sdf", "قوات سوريا الديمقراطية"),
              ("sdf", "SDF", "المركز الإعلامي لقوات سوريا الديمقراطية"), "هجوم", 1, 2, words={"date": "بتاريخ الـ7 من آب", "place": "بلدة ذيبان", "fatalities": "مقاتل", "injuries": "مقاتلان آخران"}),
            c("2025-08-15-difaf-naba-week.html", "attack", "2025-08-07", "dhiban", ("isis", "مقاتلي التنظيم"), ("sdf", 'لـ"قسد"'), isis_naba, "استهدفوا", 4, weapons="small_arms", modality="claimed",
              words={"date": "7 آب الحالي", "place": "بلدة ذيبان", "weapon": "بالأسلحة الرشاشة", "fatalities": "أربعة عناصر"}),
        ], "dhiban", ((1, 2, 4), (1, 1, 2), None)),
        ("claimed_by_perpetrator", [c("2025-08-15-difaf-naba-week.html", "ied", "2025-08-10", "abukhashab", ("isis", "عناصر التنظيم"), ("aanes", 'موظفين في "الإدارة الذاتية"'), ("isis", "ISIS", None), "فجّر", None, 3, weapons="ied", modality="claimed",
            words={"date": "10 آب", "place": "طريق أبو خشب", "weapon": "عبوة ناسفة", "injuries": "ثلاثة منهم"})], "abukhashab", (None, (3, 3, 3), None)),
        ("claimed_by_perpetrator", [c("2025-08-15-difaf-naba-week.html", "attack", "2025-08-12", "shaddadi", ("isis", "مسلحو التنظيم"), ("asayish", 'لـ"الأسايش"'), ("isis", "ISIS", '"النبأ"'), "أطلق مسلحو التنظيم النار", 1, 1, weapons="small_arms", modality="claimed",
            words={"date": "12 آب", "place": "الشدادي", "fatalities": "عنصراً", "injuries": "آخر"})], "shaddadi", ((1, 1, 1), (1, 1, 1), None)),
        ("attributed_by_others", [
            c("2025-08-20-defence-ministry-sukhnah.txt", "ied", "2025-08-19", "sukhnah", ("isis", "خلايا تنظيم داعش الإرهابي"), ("gov", "جنود"), ("gov", "Syrian MoD", "وزارة الدفاع"), "انفجار عبوة ناسفة", 1, 3, weapons="ied", modality="claimed",
              words={"date": "يوم أمس الثلاثاء", "place": "محيط مدينة السخنة", "injuries": "ثلاثة جنود"}),
            c("2025-08-20-badia-network-sukhnah.html", "ied", "2025-08-19", "sukhnah", None, ("gov", "قوات الحكومة السورية"), (None, "local sources", "مصادر محلية"), "بانفجار عبوة ناسفة", 3, 5, weapons="ied",
              words={"date": "ظهر الثلاثاء", "place": "قرب مدينة السخنة", "fatalities": "ثلاثة عناصر", "injuries": "خمسة آخرون"}),
        ], "sukhnah", ((1, 3, 3), (3, 3, 5), None)),
        ("attributed_by_others", [c("2025-08-21-telegram-badia.txt", "shelling", "2025-08-21", "amur", ("gov", "لقوات الحكومة السورية"), ("isis", "عناصر تنظيم الدولة"), (None, "military source", "مصدر عسكري"), "قصف مدفعي", 2, weapons="artillery",
            words={"date": "اليوم الخميس 21 آب", "place": "جبل العمور", "fatalities": "عنصرين"})], "amur", ((2, 2, 2), None, None)),
        ("claimed_by_perpetrator", [c("2025-08-28-interior-ministry-kiswah.txt", "arrest", "2025-08-27", "kiswah", ("gov", "وحدات الأمن الداخلي"), ("isis", 'لتنظيم "داعش"'), ("gov", "Syrian MoI", "وزارة الداخلية السورية"), "ألقت القبض", cap=4, modality="claimed",
            words={"date": "فجر أمس الأربعاء", "place": "مدينة الكسوة", "captured": "أربعة أشخاص"})], "kiswah", (None, None, (4, 4, 4))),
        ("attributed_by_others", [c("2025-10-01-agri-news-two-months.html", "raid", "2025-08-29", "shuhayl", ("sdf", None), ("isis", "متزعم في الخلايا"), ("sdf", "SDF", None), "عملية أخرى", 1, modality="claimed",
            words={"date": "بتاريخ الـ29 من آب", "place": "مدينة الشحيل", "fatalities": "متزعم"})], "shuhayl", ((1, 1, 1), None, None)),
        ("claimed_by_perpetrator", [c("2025-09-05-naba-style-statement.txt", "ied", "2025-08-30", "harmushiyah", ("isis", "المجاهدون"), ("sdf", "ميليشيا الـPKK"), ("isis", "ISIS", None), "فجّر", None, 4, weapons="ied", modality="claimed",
            words={"date": "يوم السبت", "place": "بلدة الهرموشية", "weapon": "عبوة ناسفة", "injuries": "4 عناصر"})], "harmushiyah", (None, (4, 4, 4), None)),
        ("claimed_by_perpetrator", [c("2025-09-05-naba-style-statement.txt", "attack", "2025-08-31", "dashisha", ("isis", "المجاهدون"), ("civ", "سائقه"), ("isis", "ISIS", None), "أحرق", 1, (2, None, None), modality="claimed",
            words={"date": "يوم الأحد", "place": "قرية الدشيشة", "fatalities": "سائقه", "injuries": "مرافقين له"})], "dashisha", ((1, 1, 1), (2, None, None), None)),
        ("both", [
            c("2025-09-03-security-media-cell-mutaibija.txt", "attack", "2025-09-02", "mutaibija", ("isis", "عصابات داعش الإرهابية"), ("pmf", "الحشد الشعبي"), ("iraf", "Security Media Cell", "خلية الإعلام الأمني"), "إطلاق نار", 1, 2, weapons="small_arms", modality="reported",
              words={"date": "يوم الثلاثاء الموافق 2 أيلول 2025", "place": "منطقة مطيبيجة", "fatalities": "مقاتل", "injuries": "اثنين آخرين"}),
            c("2025-09-03-rafidain-agency-mutaibija.html", "attack", "2025-09-02", "mutaibija", ("isis", "مسلحين من تنظيم داعش"), ("pmf", "للحشد الشعبي"), (None, "security source", "مصدر أمني"), "الهجوم", 3, 4, weapons="small_arms",
              words={"date": "ليلة أمس", "place": "منطقة مطيبيجة", "fatalities": "ثلاثة قتلى", "injuries": "أربعة جرحى"}),
            c("2025-09-05-naba-style-statement.txt", "attack", "2025-09-02", "mutaibija", ("isis", "المجاهدون"), ("pmf", "للحشد الرافضي المرتد"), ("isis", "ISIS", None), "هاجم", None, None, None, 5, weapons="small_arms", modality="claimed",
              words={"date": "يوم الثلاثاء", "place": "منطقة مطيبيجة", "killed_or_injured": "5 بين قتيل وجريح"}),
        ], "mutaibija", ((1, 3, 4), (1, 4, 4), None)),
        ("unclaimed", [c("2025-09-03-rafidain-agency-mutaibija.html", "ied", "2025-09-02", "udhaim", None, ("civ", "براعي أغنام"), (None, "security source", "المصدر"), "انفجر", 1, weapons="mine",
            words={"date": "أمس الثلاثاء", "place": "ناحية العظيم", "fatalities": "مقتله", "weapon": "لغماً أرضياً"})], "udhaim", ((1, 1, 1), None, None)),
        ("claimed_by_perpetrator", [c("2025-09-05-naba-style-statement.txt", "assassination", "2025-09-03", "rashad", ("isis", "المجاهدون"), ("fedpol", "عنصراً من الشرطة الاتحادية"), ("isis", "ISIS", None), "استهدف", 1, weapons="small_arms", modality="claimed",
            words={"date": "يوم الأربعاء", "place": "ناحية الرشاد", "weapon": "بسلاح قنص", "fatalities": "لمقتله"})], "rashad", ((1, 1, 1), None, None)),
        ("unclaimed", [
            c("2025-09-15-hawran-plain-tafas.html", "assassination", "2025-09-14", "tafas", ("unk", "مجهولون"), ("former", "القيادي السابق في فصائل المعارضة"), OUT, "اغتال", 1, 1, weapons="small_arms",
              words={"date": "مساء أمس الأحد", "place": "مدينة طفس", "fatalities": "مقتله", "injuries": "طفل", "weapon": "بإطلاق النار"}),
            c("2025-09-16-khabour-press-tafas.html", "assassination", "2025-09-14", "tafas", ("unk", "مسلحون مجهولون"), ("former", "قيادي سابق في المعارضة"), (None, "medical source", "مصدر طبي"), "الهجوم", 2, 0,
              words={"date": "الأحد الماضي", "place": "مدينة طفس", "fatalities": "قتيلين"}),
        ], "tafas", ((1, 2, 2), (0, 0, 1), None)),
        ("unclaimed", [c("2025-10-28-majallat-furat-feature.html", "ied", "2025-09-17", "busayrah", None, ("sdf", "لقوات سوريا الديمقراطية"), (None, "local sources", "شهود"), "انفجرت عبوة ناسفة", 2, weapons="ied",
            words={"date": "يوم 17 أيلول الماضي", "place": "البصيرة", "fatalities": "عنصران"})], "busayrah", ((2, 2, 2), None, None)),
        ("attributed_by_others", [c("2025-10-01-agri-news-two-months.html", "arrest", "2025-09-18", "gharanij", ("sdf", None), ("isis", "مسؤول نقل الأسلحة"), ("sdf", "SDF", "المركز"), "اعتُقل", cap=3, modality="claimed",
            words={"date": "الـ18 من أيلول", "place": "بلدة غرانيج", "captured": "مسؤول نقل الأسلحة مع اثنين"})], "gharanij", (None, None, (3, 3, 3))),
        ("both", [
            c("2025-09-22-sahel-report-gossi.html", "attack", "2025-09-21", "gossi", None, ("mali", "الجيش المالي"), ("mali", "Malian army", "قيادة الجيش المالي"), "كمين", (5, 5, 5), 8,
              words={"date": "صباح أمس الأحد", "place": "الطريق الرابط بين بلدتي غوسي وهومبوري", "fatalities": "خمسة جنود", "injuries": "ثمانية"}),
            c("2025-09-22-sahel-report-gossi.html", "attack", "2025-09-21", "gossi", ("jnim", '"جماعة نصرة الإسلام والمسلمين"'), ("mali", "جندياً"), ("jnim", "JNIM", '"جماعة نصرة الإسلام والمسلمين"'), "مسؤوليتها عن الكمين", 17, modality="claimed",
              words={"fatalities": "17 جندياً"}),
        ], "gossi", ((5, 5, 17), (8, 8, 8), None)),
        ("attributed_by_others", [
            c("2025-09-23-iraqi-mod-hamrin.txt", "airstrike", "2025-09-22", "hamrin", ("iraf", "القوة الجوية العراقية"), ("isis", "عصابات داعش"), ("iraf", "Iraqi army", "قيادة العمليات المشتركة"), "ضربة جوية", 4, weapons="airstrike", modality="claimed",
              words={"date": "أمس الاثنين", "place": "سلسلة جبال حمرين", "fatalities": "أربعة إرهابيين", "weapon": "بطائرات F-16"}),
            c("2025-09-24-rafidain-agency-hamrin.html", "airstrike", "2025-09-22", "hamrin", ("iraf", "القوة الجوية العراقية"), ("isis", "تنظيم داعش"), (None, "tribal PMF", "مصدر في الحشد العشائري"), "الضربة الجوية", 6, weapons="airstrike",
              words={"date": "يوم الاثنين الماضي", "place": "جبال حمرين", "fatalities": "ستة"}),
        ], "hamrin", ((4, 6, 6), None, None)),
        ("unclaimed", [c("2025-09-26-monitor-post-rusafa.txt", "execution", "2025-09-23", "rusafa", ("isis", 'تنظيم "الدولة الإسلامية"'), ("civ", "رعاة الأغنام"), (None, "local sources", "الأهالي"), "جثث", 3, weapons="small_arms",
            words={"place": "بادية الرصافة", "fatalities": "ثلاثة", "date": "بعد يومين"})], "rusafa", ((3, 3, 3), None, None)),
        ("unclaimed", [c("2025-09-26-monitor-post-rusafa.txt", "ied", "2025-09-24", "maadan", None, ("civ", "سيدة"), OUT, "بانفجار لغم", None, 1, weapons="mine",
            words={"date": "أول أمس الأربعاء", "place": "بلدة معدان", "injuries": "سيدة"})], "maadan", (None, (1, 1, 1), None)),
        ("attributed_by_others", [c("2025-10-04-taiz-observer.txt", "shelling", "2025-10-03", "taiz", ("houthi", "جماعة الحوثي"), ("civ", "مدنيين"), (None, "medical source", "مصدر طبي"), "بقذيفة مدفعية", 1, 3, weapons="artillery",
            words={"date": "عصر الجمعة", "place": "حي الروضة", "fatalities": "طفلة", "injuries": "ثلاثة مدنيين"})], "taiz", ((1, 1, 1), (3, 3, 3), None)),
        ("attributed_by_others", [c("2025-10-04-taiz-observer.txt", "armed_clash", "2025-10-04", "maqbanah", ("houthi", "للحوثيين"), ("yem", "الجيش اليمني"), ("yem", "Yemeni army", "الجيش اليمني"), "محاولة تسلل", 4, 1, modality="claimed",
            words={"date": "فجر السبت", "place": "جبهة مقبنة", "fatalities": "أربعة قتلى", "injuries": "جريحاً"})], "maqbanah", ((4, 4, 4), (1, 1, 1), None)),
        ("attributed_by_others", [c("2025-10-06-souria-alyawm-foiled.html", "foiled_plot", "2025-10-05", "mayadin", ("isis", 'لتنظيم "داعش"'), ("civ", None), ("gov", "Syrian MoI", "وزارة الداخلية"), "مخططاً لتفجير سيارة مفخخة", cap=2, weapons="vbied", modality="foiled",
            words={"date": "أمس الأحد", "place": "سوق مدينة الميادين", "captured": "شخصين"})], "mayadin", (None, None, (2, 2, 2))),
        ("disputed", [
            c("2025-10-11-difaf-denial.html", "shelling", "2025-10-10", "marrat", ("sdf", '"قوات سوريا الديمقراطية"'), ("civ", "مدنيين"), ("gov", "local officials", "مديرية الإعلام في دير الزور"), "بقصف", None, 3, weapons="mortar", modality="claimed",
              words={"date": "مساء الجمعة", "place": "قرية مراط", "injuries": "ثلاثة مدنيين", "weapon": "بقذائف الهاون"}),
            c("2025-10-11-difaf-denial.html", "shelling", "2025-10-10", "marrat", ("sdf", '"قوات سوريا الديمقراطية"'), ("civ", None), ("sdf", "SDF", '"قوات سوريا الديمقراطية" في بيان'), "نفت", modality="denied", words={"place": "القرية"}),
        ], "marrat", (None, (3, 3, 3), None)),
        ("unclaimed", [
            c("2025-10-12-civil-defence-oqayrbat.txt", "ied", "2025-10-12", "uqayribat", None, ("civ", "طفلان شقيقان"), (None, "Civil Defence (White Helmets)", "الدفاع المدني السوري"), "انفجار لغم", 2, 1, weapons="mine",
              words={"date": "اليوم الأحد", "place": "بلدة عقيربات", "fatalities": "طفلان", "injuries": "والدتهما"}),
            c("2025-10-13-salamiyah-today-mine.html", "ied", "2025-10-12", "uqayribat", None, ("civ", "عائلة واحدة"), OUT, "انفجار اللغم", 3, 0, weapons="mine",
              words={"date": "أمس", "place": "بلدة عقيربات", "fatalities": "ثلاثة قتلى"}),
        ], "uqayribat", ((2, 3, 3), (0, 0, 1), None)),
        ("attributed_by_others", [c("2025-10-17-monitor-post-baghuz.txt", "arrest", "2025-10-16", "baghuz", ("coal", "قوات التحالف الدولي"), ("isis", 'تنظيم "الدولة الإسلامية"'), (None, "outlet/correspondent", "مصادر مرصد الفرات للتوثيق"), "عملية إنزال جوي", cap=2,
            words={"date": "بعد منتصف ليل الأربعاء - الخميس", "place": "قرية الباغوز", "captured": "شخصين"})], "baghuz", (None, None, (2, 2, 2))),
        ("unclaimed", [c("2025-10-19-telegram-hasakah.txt", "protest", "2025-10-19", "brak", ("res", "أهالي بلدة تل براك"), None, OUT, "مظاهرة", words={"date": "ظهر اليوم", "place": "بلدة تل براك"})], "brak", (None, None, None)),
        ("attributed_by_others", [c("2025-10-25-souria-alyawm-quneitra.html", "arrest", "2025-10-24", "jubata", ("isr", "للجيش الإسرائيلي"), ("civ", "شابين"), (None, "local sources", "مصادر أهلية"), "اعتقلت", cap=2,
            words={"date": "فجر الجمعة", "place": "قرية جباتا الخشب", "captured": "شابين"})], "jubata", (None, None, (2, 2, 2))),
        ("attributed_by_others", [c("2025-10-25-souria-alyawm-quneitra.html", "shelling", "2025-10-24", "kudna", ("isr", "إسرائيلية"), None, (None, "local sources", None), "سقطت ثلاث قذائف", 0, 0, weapons="artillery",
            words={"date": "مساء اليوم نفسه", "place": "بلدة كودنا"})], "kudna", ((0, 0, 0), (0, 0, 0), None)),
        ("unclaimed", [c("2025-10-28-majallat-furat-feature.html", "looting_or_property_destruction", "2025-10-01", "shuhayl", ("unk", "مسلحون مجهولون"), ("aanes", "موظف في مجلس بلدة الشحيل"), OUT, "هاجم", 0, 0,
            words={"date": "مطلع تشرين الأول الحالي", "place": "بلدة الشحيل"}, end="2025-10-10")], "shuhayl2", ((0, 0, 0), (0, 0, 0), None)),
    ]  # fmt: skip


def _tallies() -> list[tuple[str, Claim, int]]:
    c = claim
    return [
        (*c("2025-09-05-naba-style-statement.txt", "attack", "2025-08-29", None, ("isis", "جنود الخلافة"), None, ("isis", "ISIS", None), "أربع عمليات", com=13, modality="aggregate", words={"date": "الأسبوع الماضي", "killed_or_injured": "13 بين قتيل وجريح"}, end="2025-09-04", aggregate=True), 4),
        (*c("2025-10-01-agri-news-two-months.html", "raid", "2025-08-01", "dez", ("sdf", "القوات"), ("isis", "مرتزقة داعش"), ("sdf", "SDF", "المركز الإعلامي لقوات سوريا الديمقراطية"), "27 عملية", 9, cap=61, modality="aggregate", words={"date": "شهري آب وأيلول الماضيين", "captured": "61 مرتزقاً", "fatalities": "تسعة آخرين"}, end="2025-09-30", aggregate=True), 2),
    ]  # fmt: skip


def _bounded(v: object, ids: tuple[str, ...]) -> BoundedCount:
    if v is None:
        return BoundedCount(None, None, None)
    low, best, high = v  # type: ignore[misc]
    return BoundedCount(low, best, high, ids, ids, ids)


@lru_cache(maxsize=1)
def coded() -> tuple[tuple[CodedReport, ...], tuple[Incident, ...], tuple[TallyCheck, ...]]:
    """Reports with their claims, the incidents, and the checks of the tallies."""
    by_report: dict[str, list[Claim]] = {}
    incidents = []
    for attribution, members, key, (kil, inj, cap) in _incidents():
        claims = [m[1] for m in members]
        for report, one in members:
            by_report.setdefault(report, []).append(one)
        ids = tuple(x.id for x in claims)
        best = next((x for x in claims if x.perpetrator and x.perpetrator.id != "unk"), claims[0])
        differ = []
        for field in ("fatalities", "injuries"):
            told = sorted({str(v.best) for x in claims if (v := getattr(x, field)) is not None})
            if len(told) > 1:
                differ.append((field, tuple(told)))
        hosts = {r: [] for r, _ in members}  # type: ignore[var-annotated]
        for r, x in members:
            hosts[r].append(x)
        origins = tuple(Origin(x.id, x.claimant.name_en, (x.id,), (r,)) for r, x in members)
        incidents.append(
            Incident(
                id=hashlib.sha256(key.encode()).hexdigest()[:16],
                claims=ids,
                rule="informative",
                rule_version="1",
                event_type=claims[0].event_type,
                date_start=claims[0].date_start,
                date_end=claims[0].date_end,
                place=claims[0].place,
                perpetrator=best.perpetrator,
                target=claims[0].target,
                fatalities=_bounded(kil, ids),
                injuries=_bounded(inj, ids),
                captured=_bounded(cap, ids),
                weapons=tuple(dict.fromkeys(w for x in claims for w in x.weapons)),
                origins=origins,
                corroboration=sum(x.modality is not Modality.DENIED for x in claims),
                attribution=attribution,
                disagreement=tuple(differ),
                part_of=("tally",) if key in ("shuhayl", "gharanij") else (),
                state="released" if len(claims) > 1 else "draft",
            )
        )
    checks = []
    for report, one, events in _tallies():
        by_report.setdefault(report, []).append(one)
        inside = tuple(
            i.id
            for i in incidents
            if i.date_start
            and one.date_start
            and one.date_end
            and one.date_start <= i.date_start <= one.date_end
            and i.perpetrator
            and one.perpetrator
            and i.perpetrator.id == one.perpetrator.id
        )
        stated = 27 if events == 2 else 4
        checks.append(
            TallyCheck(
                one.id,
                (stated, stated),
                inside,
                max(0, len(inside) - stated),
                max(0, stated - len(inside)),
                (),
                round(len(inside) / stated, 3),
            )
        )
    docs = tuple(CodedReport(r, tuple(by_report.get(r.id, ()))) for r in reports().values())
    return docs, tuple(incidents), tuple(checks)


NOTICE = (
    "Sample: every incident, figure and outlet on this page is invented.",
    "عيّنة: كل حادث ورقم ومصدر في هذه الصفحة مختلق.",
)


def sample_data(profile: str = "internal") -> ExportData:
    """The sample as export data, no policy applied."""
    docs, incidents, checks = coded()
    return build(docs, incidents, checks, profile=profile, method_version="0.1.0", notice=NOTICE)
