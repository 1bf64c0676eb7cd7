"""A claim reduced to what linking compares: small, flat, made once."""

from __future__ import annotations

from waqai.link.places import Places
from waqai.model import Claim, CodedReport, CountRange, Modality, PlaceLevel, Report, TimeBasis
from waqai.model.days import event_days, ordinal
from waqai.normalise import tokenize

_WIDE = (PlaceLevel.NONE, PlaceLevel.COUNTRY, PlaceLevel.GOVERNORATE, PlaceLevel.DISTRICT, PlaceLevel.SUBREGION)
_WINDOW = 220
_ENDS = ".!؟?\n"
_ARTICLES = ("وال", "بال", "فال", "كال", "ولل", "ال", "لل")
Toll = tuple[int, int | None] | None


class Key:
    """What is compared. Days are proleptic ordinals; ``start`` is 0 when nothing is known about the day.

    ``grain`` is ``day``, ``short`` (up to 3 days), ``coarse`` (up to a month), ``undated`` (days before publication), ``timeless`` or
    ``none``. ``spot`` is the gazetteer id of a settlement or site. ``words`` are folded words of the event sentence; ``None`` when the
    report's text is not at hand.
    """

    __slots__ = (
        "captured", "claim", "claimant", "combined", "day", "end", "fatalities", "grain", "id", "injuries",
        "modality", "object", "outlet", "perpetrator", "place", "published", "report", "spot", "start", "stated", "target",
    "type", "weapons", "words", )  # fmt: skip

    def __init__(self, claim: Claim, report: Report, place: int) -> None:
        self.claim = claim
        self.id = claim.id
        self.report = report.sha256 + report.id
        self.outlet = report.outlet or report.id
        self.published = ordinal(report.published)
        self.place = place
        self.spot = claim.place.id if claim.place is not None and claim.place.level not in _WIDE else None
        self.type = claim.event_type.value
        self.modality = claim.modality
        self.perpetrator = claim.perpetrator.name_en if claim.perpetrator else None
        target = claim.target
        self.target = target.name_en if target else None
        self.object = target.object if target else None
        self.claimant = claim.claimant.name_en
        self.fatalities = toll(claim.fatalities)
        self.injuries = toll(claim.injuries)
        self.captured = toll(claim.captured)
        self.combined = toll(claim.killed_or_injured)
        self.weapons = claim.weapons
        self.stated = claim.time_basis is TimeBasis.STATED
        self.start, self.end, self.grain = event_days(claim, self.published)
        self.words = _words(report.text, claim) if report.text else None


def toll(c: CountRange | None) -> Toll:
    """``(low, high)`` with ``high`` ``None`` when open; ``None`` when not stated."""
    if c is None or (c.low is None and c.high is None and c.best is None):
        return None
    low = c.low if c.low is not None else 0
    return low, c.high


def _words(text: str, claim: Claim) -> frozenset[str] | None:
    spans = claim.evidence.get("trigger")
    if not spans:
        return None
    a, b = spans[0]
    left = max(0, a - _WINDOW)
    right = min(len(text), b + _WINDOW)
    piece = text[left:right]
    head = max(piece.rfind(e, 0, a - left) for e in _ENDS) + 1
    tails = [n for n in (piece.find(e, b - left) for e in _ENDS) if n >= 0]
    return frozenset(bare(t.word) for t in tokenize(piece[head : min(tails, default=len(piece))]) if len(t.word) > 2)


def bare(word: str) -> str:
    """A folded word without article and joined particles, for comparing wordings only."""
    for p in _ARTICLES:
        if word.startswith(p) and len(word) - len(p) >= 2:
            return word[len(p) :]
    return word


def keys_of(coded: CodedReport, places: Places) -> list[Key]:
    """Keys of the claims that describe a happening; totals and statements have none."""
    return [Key(c, coded.report, places.of(c)) for c in coded.claims if c.kind == "event" and c.modality is not Modality.AGGREGATE]


__all__ = ["Key", "Toll", "bare", "keys_of", "toll"]
