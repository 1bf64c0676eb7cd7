"""Reports and claims made by hand for the tests of the store."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Any

from waqai.model import (
    ActorRef,
    Claim,
    Claimant,
    ClaimKind,
    CodedReport,
    CountRange,
    EventType,
    GeoPrecision,
    Issue,
    Modality,
    PlaceLevel,
    PlaceRef,
    Report,
    Span,
    TimeBasis,
    TimePrecision,
)

TEXT = "انفجرت عبوة ناسفة صباح الأحد بدورية للشرطة في بلدة الشحيل، وقُتل عنصران وفق مصدر محلي، ثم أُغلق الطريق المؤدي إلى السوق."
OTHER = (
    "انفجرت دراجة مفخخة مساء الاثنين أمام مقر للبلدية في مدينة الباب شرقي حلب، فأصيب أربعة مدنيين بجروح نقلوا على إثرها "
    "إلى المشفى، ولم تتبن أي جهة المسؤولية حتى اللحظة."
)


def report(rid: str = "r1", text: str = TEXT, **more: Any) -> Report:
    """A report whose hash is that of its text."""
    return Report(rid, text, hashlib.sha256(text.encode()).hexdigest(), **more)


def claim(cid: str = "c1", text: str = TEXT, trigger: str = "انفجرت", **more: Any) -> Claim:
    """A claim about a device in al-Shuhayl; every field may be replaced."""
    at = text.index(trigger)
    base: dict[str, Any] = {
        "id": cid,
        "kind": ClaimKind.EVENT,
        "event_type": EventType.IED,
        "modality": Modality.REPORTED,
        "perpetrator": None,
        "target": ActorRef("sy-police", "Syrian police", None, "للشرطة"),
        "claimant": Claimant(None, "local sources", None, "مصدر محلي"),
        "date_start": date(2025, 3, 2),
        "date_end": date(2025, 3, 2),
        "time_precision": TimePrecision.DAY,
        "time_basis": TimeBasis.RELATIVE,
        "candidate_years": None,
        "place": PlaceRef(
            "SY-1", "بلدة الشحيل", "الشحيل", "Shuhayl", "town", PlaceLevel.TOWN, "Deir ez-Zor", "Al Mayadin", None, None,
            "SY", 35.10, 40.45, GeoPrecision.EXACT, False, 1,
        ),
        "fatalities": CountRange(2, 2, 2, "عنصران"),
        "injuries": None,
        "captured": None,
        "killed_or_injured": None,
        "weapons": ("ied",),
        "trigger": trigger,
        "evidence": {"trigger": (Span(at, at + len(trigger)),)},
        "rule": "test",
    }  # fmt: skip
    return Claim(**(base | more))


def coded(rid: str = "r1", text: str = TEXT, claims: tuple[Claim, ...] | None = None, **more: Any) -> CodedReport:
    """A coded report with one claim, id ``c-<report id>``."""
    return CodedReport(
        report(rid, text, **more),
        claims if claims is not None else (claim(f"c-{rid}", text),),
        (Issue("place-open", "warning", "Two places bear this name. Choose one.", Span(0, 5)),),
    )
