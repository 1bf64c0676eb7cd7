"""Which system claim is which gold claim: a one-to-one pairing of greatest total likeness."""

from __future__ import annotations

from collections.abc import Sequence

from waqai.evaluate.compare import (
    Flat,
    arabic,
    bounds,
    canonical,
    day,
    english,
    same_place,
    scoring,
    similar_place,
    word_set,
)

THRESHOLD = 0.5
WEIGHTS = {"type": 0.4, "place": 0.25, "date": 0.15, "trigger": 0.2}
# Ties between equally like claims fall to the pair that agrees on more fields.
TIE_BREAKS = (("claimant", 0.04), ("perpetrator", 0.04))
COUNT_TIE = 0.01
FIELD_TIE = 0.002
TIE_FIELDS = ("target", "weapon", "modality", "date_end", "place_ar", "trigger_ar", "admin1_en")


def type_likeness(gold: Flat, out: Flat) -> float:
    """1 for the same type, 0.6 for the same family, less for near families."""
    a, b = gold.get("event_type"), out.get("event_type")
    if a == b:
        return 1.0
    tables = scoring()
    fa, fb = tables.family.get(str(a)), tables.family.get(str(b))
    if fa and fa == fb:
        return 0.6
    if fa and fb and frozenset((fa, fb)) in tables.near:
        return tables.near[frozenset((fa, fb))]
    return tables.other if "other" in (fa, fb) else 0.0


def has_place(claim: Flat) -> bool:
    """The claim names a place."""
    return bool(claim.get("place_ar") or claim.get("place_en"))


def place_likeness(gold: Flat, out: Flat) -> float:
    """0–1; no place on both sides says little (0.5)."""
    if not has_place(gold) or not has_place(out):
        return 0.5 if has_place(gold) == has_place(out) else 0.2
    if same_place(gold, out):
        return 1.0
    if similar_place(gold, out):
        return 0.8
    a, b = word_set(gold.get("place_ar")), word_set(out.get("place_ar"))
    shared = 0.8 * len(a & b) / len(a | b) if a | b else 0.0
    region = canonical(gold.get("admin1_en"))
    return max(shared, 0.4 if region and region == canonical(out.get("admin1_en")) else 0.0)


def date_likeness(gold: Flat, out: Flat) -> float:
    """0–1 by the distance of the first days; an overlap of the intervals counts 0.8."""
    a, b = day(gold.get("date_start")), day(out.get("date_start"))
    if a is None or b is None:
        return 0.5 if a == b else 0.25
    if a == b:
        return 1.0
    if a <= (day(out.get("date_end")) or b) and b <= (day(gold.get("date_end")) or a):
        return 0.8
    apart = abs((a - b).days)
    return 0.7 if apart <= 1 else 0.3 if apart <= 7 else 0.0


def trigger_likeness(gold: Flat, out: Flat) -> float:
    """Share of the shorter trigger's words that both have."""
    a, b = word_set(gold.get("trigger_ar")), word_set(out.get("trigger_ar"))
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def likeness(gold: Flat, out: Flat) -> float:
    """How like two claims are, about 0–1, before ties are broken."""
    value = (
        WEIGHTS["type"] * type_likeness(gold, out)
        + WEIGHTS["place"] * place_likeness(gold, out)
        + WEIGHTS["date"] * date_likeness(gold, out)
        + WEIGHTS["trigger"] * trigger_likeness(gold, out)
    )
    if bool(gold.get("aggregate")) != bool(out.get("aggregate")):
        value *= 0.6
    if (gold.get("modality") == "denied") != (out.get("modality") == "denied"):
        value -= 0.1
    return value


def grounded(gold: Flat, out: Flat) -> bool:
    """A pair needs more than its type: words of the trigger, a like place, or the date."""
    if trigger_likeness(gold, out) > 0:
        return True
    if has_place(gold) and has_place(out) and place_likeness(gold, out) >= 0.4:
        return True
    return day(gold.get("date_start")) is not None and date_likeness(gold, out) >= 0.8


def tie_break(gold: Flat, out: Flat) -> float:
    """A small addition for each field that agrees."""
    value = sum(w for f, w in TIE_BREAKS if canonical(gold.get(f)) == canonical(out.get(f)))
    value += sum(COUNT_TIE for f in ("fatalities", "injuries", "captured") if bounds(gold.get(f)) == bounds(out.get(f)))
    return value + sum(FIELD_TIE for f in TIE_FIELDS if gold.get(f) == out.get(f))


def align(gold: Sequence[Flat], out: Sequence[Flat], threshold: float = THRESHOLD) -> list[tuple[int, int]]:
    """Index pairs ``(gold, out)`` of the pairing with the greatest total likeness, sorted by gold index."""
    weights: dict[tuple[int, int], float] = {}
    for i, g in enumerate(gold):
        for j, o in enumerate(out):
            value = likeness(g, o)
            if value >= threshold and grounded(g, o):
                weights[i, j] = value + tie_break(g, o)
    return sorted(heaviest_pairing(len(gold), weights))


def heaviest_pairing(rows: int, weights: dict[tuple[int, int], float]) -> list[tuple[int, int]]:
    """One-to-one pairs of greatest total weight among the allowed ones.

    Each round finds, by relaxing path lengths, the chain of re-pairings that adds most, until none adds anything.
    """
    partner: dict[int, int] = {}  # column → row
    taken: set[int] = set()
    while True:
        # Gain of the best alternating path that ends in a row or column.
        gain_row = {i: 0.0 for i in range(rows) if i not in taken}
        gain_col: dict[int, float] = {}
        came: dict[int, int] = {}
        changed = True
        while changed:
            changed = False
            for (i, j), w in weights.items():
                if i in gain_row and partner.get(j) != i and gain_row[i] + w > gain_col.get(j, float("-inf")) + 1e-12:
                    gain_col[j] = gain_row[i] + w
                    came[j] = i
                    changed = True
                    if j in partner:
                        gain_row[partner[j]] = gain_col[j] - weights[partner[j], j]
        free = [(g, -j) for j, g in gain_col.items() if j not in partner]
        if not free or max(free)[0] <= 1e-12:
            return [(i, j) for j, i in partner.items()]
        column = -max(free)[1]
        before = {i: j for j, i in partner.items()}
        while True:
            row = came[column]
            partner[column] = row
            if row not in taken:
                taken.add(row)
                break
            column = before[row]


def describe(claim: Flat) -> str:
    """One line for people: type, actors, place, day."""
    parts = [claim.get("event_type"), claim.get("perpetrator") or "–", "→", claim.get("target") or "–"]
    parts += [
        "@",
        arabic(claim.get("place_ar")) or english(claim.get("place_en")) or "–",
        claim.get("date_start") or "–",
    ]
    return " ".join(map(str, parts))
