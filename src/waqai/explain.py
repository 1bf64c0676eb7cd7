"""How a claim came about: for each field its value, the words that say so, and the rule that read them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from waqai.model import ActorRef, Claim, CodedReport, CountRange, Span

# field → keys of ``evidence`` and ``rules`` that may hold it, best first
FIELDS: dict[str, tuple[str, ...]] = {
    "event_type": ("event_type", "trigger"),
    "trigger": ("trigger",),
    "modality": ("modality",),
    "perpetrator": ("perpetrator",),
    "target": ("target",),
    "place": ("place",),
    "date": ("date", "date_start"),
    "fatalities": ("fatalities",),
    "injuries": ("injuries",),
    "captured": ("captured",),
    "killed_or_injured": ("killed_or_injured",),
    "events": ("events",),
    "weapons": ("weapons", "weapon"),
    "claimant": ("claimant",),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One field of a claim.

    Attributes:
        value: as people read it; ``None`` when the report does not state it.
        words: the report's words behind it, in text order; empty when the value needs none (the outlet as claimant).
        rule: name of the rule that filled it; ``""`` when the coder gave none.
    """

    field: str
    value: str | None
    words: tuple[str, ...]
    spans: tuple[Span, ...]
    rule: str


def explain_claim(coded: CodedReport, claim: Claim) -> list[Row]:
    """The rows of one claim, in the order of ``FIELDS``; fields that are not stated are included with ``None``."""
    text = coded.report.text
    rows = []
    for name, keys in FIELDS.items():
        spans = next((tuple(claim.evidence[k]) for k in keys if claim.evidence.get(k)), ())
        rule = next((claim.rules[k] for k in keys if k in claim.rules), "")
        if name == "event_type" and not rule:
            rule = claim.rule
        rows.append(Row(name, _value(claim, name), tuple(text[a:b] for a, b in spans), spans, rule))
    return rows


def coloured_spans(claims: tuple[Claim, ...]) -> Iterator[tuple[str, Span]]:
    """``(field, span)`` of all evidence, the trigger last so that it is drawn on top."""
    for claim in claims:
        for name, keys in sorted(FIELDS.items(), key=lambda f: f[0] == "trigger"):
            for key in keys:
                for span in claim.evidence.get(key, ()) if name not in ("event_type", "modality") else ():
                    yield name, span


def _value(c: Claim, name: str) -> str | None:
    if name == "date":
        return _days(c)
    if name == "place":
        p = c.place
        if p is None:
            return None
        parts = [p.name_ar, p.name_en, p.kind, p.admin1, p.pcode, str(p.geo_precision)]
        return " · ".join(x for x in parts if x) + (f" · one of {p.candidates}" if p.candidates > 1 else "")
    if name == "claimant":
        chain = " → ".join(c.claimant.chain)
        return c.claimant.name_en + (f" ({chain})" if chain else "")
    if name == "weapons":
        return ", ".join(c.weapons) or None
    value = getattr(c, name)
    if isinstance(value, ActorRef):
        stance = "" if str(value.stance) == "neutral" else f", {value.stance} wording"
        return f"{value.name_en}{stance}"
    if isinstance(value, CountRange):
        return f"low {value.low} · best {value.best} · high {'open' if value.high is None else value.high}"
    return None if value is None else str(value)


def _days(c: Claim) -> str | None:
    if c.date_start is None and c.date_end is None:
        return f"open: {' | '.join(map(str, c.candidate_years))}" if c.candidate_years else None
    first, last = str(c.date_start or "…"), str(c.date_end or "…")
    return f"{first if first == last else f'{first} to {last}'} ({c.time_precision}, {c.time_basis})"
