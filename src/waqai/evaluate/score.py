"""Precision, recall and field accuracy over gold documents.

Fields are measured on aligned claims only. ``x_stated`` counts the claims whose gold value is not null,
``x_null_kept_null`` the others: a field that is usually empty looks better than it is without the two.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from waqai.evaluate.align import THRESHOLD, align
from waqai.evaluate.compare import (
    UNKNOWN,
    Flat,
    bounds,
    canonical,
    claimant_class,
    day,
    same_place,
    scoring,
    similar_place,
)
from waqai.evaluate.gold import COUNTS, GoldDoc

# The eight fields two careful coders must agree on for a claim to be coded alike.
CORE = ("event_type", "perpetrator", "target", "claimant", "date_start", "place", "fatalities", "modality")


@dataclass(slots=True)
class Rate:
    """Hits out of tries; ``value`` is ``None`` without tries."""

    hits: int = 0
    tries: int = 0

    def add(self, hit: bool) -> None:
        """Count one try."""
        self.hits += hit
        self.tries += 1

    @property
    def value(self) -> float | None:
        """Share of hits, four digits."""
        return round(self.hits / self.tries, 4) if self.tries else None


@dataclass(slots=True)
class Tally:
    """Matched, gold and system claims of a group of documents."""

    matched: int = 0
    gold: int = 0
    system: int = 0

    def figures(self) -> dict[str, Any]:
        """Precision, recall and F1, four digits."""
        p = self.matched / self.system if self.system else float(not self.gold)
        r = self.matched / self.gold if self.gold else 1.0
        f1 = 2 * p * r / (p + r) if p + r else 0.0
        return {
            "precision": round(p, 4), "recall": round(r, 4), "f1": round(f1, 4),
            "matched": self.matched, "gold_claims": self.gold, "system_claims": self.system,
        }  # fmt: skip


@dataclass(slots=True)
class Result:
    """Everything measured in one run."""

    documents: int = 0
    missing: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    total: Tally = field(default_factory=Tally)
    fields: dict[str, Rate] = field(default_factory=dict)
    types: dict[str, Rate] = field(default_factory=dict)
    modalities: dict[str, Rate] = field(default_factory=dict)
    empty_documents: int = 0
    false_documents: int = 0
    false_claims: int = 0
    per_document: list[dict[str, Any]] = field(default_factory=list)
    errors: list[dict[str, Any]] = field(default_factory=list)
    groups: dict[str, Tally] = field(default_factory=dict)
    evidence: dict[str, Any] | None = None

    def to_dict(self) -> dict[str, Any]:
        """A plain object for JSON; stable key order."""

        def rates(table: Mapping[str, Rate], name: str) -> dict[str, Any]:
            return {k: {name: r.value, "n": r.tries} for k, r in sorted(table.items())}

        false_rate = round(self.false_documents / self.empty_documents, 4) if self.empty_documents else None
        out: dict[str, Any] = {
            "documents": self.documents,
            "missing_documents": self.missing,
            "unknown_documents": self.unknown,
            "detection": self.total.figures(),
            "fields_on_matched": {k: {"acc": r.value, "n": r.tries} for k, r in self.fields.items()},
            "recall_by_event_type": rates(self.types, "recall"),
            "recall_by_modality": rates(self.modalities, "recall"),
            "no_event": {
                "documents": self.empty_documents,
                "false_positive_documents": self.false_documents,
                "false_positive_rate": false_rate,
                "claims_on_no_event_documents": self.false_claims,
            },
        }
        if self.evidence is not None:
            out["evidence"] = self.evidence
        if self.groups:
            out["groups"] = {k: t.figures() for k, t in sorted(self.groups.items())}
        if self.per_document:
            out["per_document"] = self.per_document
        if self.errors:
            out["errors"] = self.errors
        return out


def score(
    gold: Sequence[GoldDoc],
    system: Mapping[str, Sequence[Flat]],
    *,
    threshold: float = THRESHOLD,
    per_document: bool = False,
    errors: bool = False,
    group: Callable[[GoldDoc], Sequence[str]] | None = None,
) -> Result:
    """Score system claims against gold documents.

    Args:
        system: flat claims by document id; a document that is not there counts as empty.
        group: names of the groups a document belongs to, for a table by outlet or phenomenon.
    """
    known = {d.id for d in gold}
    r = Result(
        documents=len(gold), missing=sorted(known - set(system)), unknown=sorted(set(system) - known)
    )  # fmt: skip
    for doc in gold:
        out = system.get(doc.id, ())
        pairs = align(doc.claims, out, threshold)
        hit_gold, hit_out = {g for g, _ in pairs}, {o for _, o in pairs}
        for tally in (r.total, *(r.groups.setdefault(name, Tally()) for name in (group(doc) if group else ()))):
            tally.matched += len(pairs)
            tally.gold += len(doc.claims)
            tally.system += len(out)
        for n, g in enumerate(doc.claims):
            r.types.setdefault(str(g.get("event_type")), Rate()).add(n in hit_gold)
            r.modalities.setdefault(str(g.get("modality")), Rate()).add(n in hit_gold)
        for g_index, o_index in pairs:
            wrong = _measure(r.fields, doc.claims[g_index], out[o_index])
            if errors and wrong:
                r.errors.append({"id": doc.id, "fields": wrong, "gold": doc.claims[g_index], "system": out[o_index]})
        if doc.no_event:
            r.empty_documents += 1
            r.false_documents += bool(out)
            r.false_claims += len(out)
        if per_document:
            r.per_document.append({"id": doc.id, "gold": len(doc.claims), "system": len(out), "matched": len(pairs)})
        if errors:
            r.errors += [{"id": doc.id, "missed": g} for n, g in enumerate(doc.claims) if n not in hit_gold]
            r.errors += [{"id": doc.id, "spurious": o} for n, o in enumerate(out) if n not in hit_out]
    return r


def _measure(rates: dict[str, Rate], g: Flat, o: Flat) -> list[str]:
    """Add one aligned pair to the field rates; returns the core fields that differ."""
    correct: dict[str, bool] = {}

    def put(name: str, hit: bool) -> None:
        correct[name] = hit
        rates.setdefault(name, Rate()).add(hit)

    family = scoring().family
    put("event_type", g.get("event_type") == o.get("event_type"))
    put("event_type_family", family.get(str(g.get("event_type"))) == family.get(str(o.get("event_type"))))
    who, whom = canonical(g.get("perpetrator")), canonical(g.get("target"))
    out_who, out_whom = canonical(o.get("perpetrator")), canonical(o.get("target"))
    # The order of the sides of a clash is free.
    swapped = g.get("event_type") == "armed_clash" and (who, whom) == (out_whom, out_who)
    put("perpetrator", who == out_who or swapped)
    if who and who != UNKNOWN:
        put("perpetrator_named_only", who == out_who or swapped)
    else:
        put("perpetrator_unknown_or_null(lenient)", out_who in (None, UNKNOWN))
    put("target", whom == out_whom or swapped)
    put("claimant", canonical(g.get("claimant")) == canonical(o.get("claimant")))
    put("claimant_class", claimant_class(g.get("claimant")) == claimant_class(o.get("claimant")))
    first, out_first = day(g.get("date_start")), day(o.get("date_start"))
    put("date_start", first == out_first)
    if first:
        put("date_start_stated", first == out_first)
        put("date_start_within_1day", out_first is not None and abs((first - out_first).days) <= 1)
    else:
        put("date_null_kept_null", out_first is None)
    put("place", same_place(g, o))
    put("place_lenient", similar_place(g, o))
    put("admin1", canonical(g.get("admin1_en")) == canonical(o.get("admin1_en")))
    put("place_level", (g.get("place_level") or "none") == (o.get("place_level") or "none"))
    for name in COUNTS:
        stated, out_stated = bounds(g.get(name)), bounds(o.get(name))
        put(name, stated == out_stated)
        if stated == (None, None):
            put(f"{name}_null_kept_null", out_stated == (None, None))
        else:
            put(f"{name}_stated", stated == out_stated)
            put(f"{name}_low_stated", stated[0] == out_stated[0])
    put("weapon", (g.get("weapon") or "unspecified") == (o.get("weapon") or "unspecified"))
    put("modality", g.get("modality") == o.get("modality"))
    put("aggregate", bool(g.get("aggregate")) == bool(o.get("aggregate")))
    put("all_core", all(correct[f] for f in CORE))
    return [f for f in (*CORE, "injuries", "captured", "weapon") if not correct[f]]
