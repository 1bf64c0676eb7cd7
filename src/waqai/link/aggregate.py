"""From member claims to one incident, by a named rule. The rule and its version are written on the incident.

``conservative``  the best figure is the lowest that anybody's latest word gives; the range holds them all
``informative``   the best figure is that of the most telling claim: exact, well read, latest
``modal``         the best figure is the one most origins give; a tie goes to the lower
Dates, place, actors and type follow the same spirit under every rule: what most origins tell, the finer of two that
agree.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from waqai.link.keys import Key, Toll
from waqai.link.origins import corroboration, origin_name, origins
from waqai.link.table import Weights
from waqai.model import EventType, Modality
from waqai.model.claims import ActorRef
from waqai.model.incidents import BoundedCount, ClaimLink, Incident
from waqai.model.mentions import PlaceRef

RULES = {"conservative": "1", "informative": "1", "modal": "1"}
DEFAULT_RULE = "conservative"
_GRAIN = {
    "site": 0, "village": 1, "town": 2, "city": 3, "subregion": 4, "district": 5, "governorate": 6, "country": 7,
    "none": 8,
}  # fmt: skip
_GENERIC = {"attack": 1, "armed_clash": 1, "strategic_development": 1, "other": 2}
_NOTHING = BoundedCount(None, None, None)


def aggregate(iid: str, keys: Sequence[Key], links: tuple[ClaimLink, ...], rule: str, w: Weights) -> Incident:
    """The incident of some claims.

    Args:
        keys: members in order of publication.

    Raises:
        KeyError: no such rule.
    """
    version = RULES[rule]
    telling = [k for k in keys if k.modality is not Modality.DENIED] or list(keys)
    found = origins(keys, w)
    if len(keys) == 1:
        return _single(iid, keys[0], found, rule, version, w)
    voice = {c: n for n, o in enumerate(found) for c in o.claims}
    start, end = _dates(telling)
    return Incident(
        id=iid, claims=tuple(k.id for k in keys), rule=rule, rule_version=version,
        event_type=_type(telling, voice), date_start=start, date_end=end, place=_place(telling),
        perpetrator=_actor(telling, voice, "perpetrator", w), target=_actor(telling, voice, "target", w),
        fatalities=_count(telling, voice, "fatalities", rule), injuries=_count(telling, voice, "injuries", rule),
        captured=_count(telling, voice, "captured", rule), killed_or_injured=_count(telling, voice, "combined", rule),
        weapons=tuple(sorted({x for k in telling for x in k.weapons})),
        origins=found, corroboration=corroboration(keys, found), attribution=attribution(keys, w),
        disagreement=_disagreement(telling), links=links,
    )  # fmt: skip


def _single(iid: str, k: Key, found: tuple[Any, ...], rule: str, version: str, w: Weights) -> Incident:
    """One member: nothing to weigh. Most incidents are so, and this way is quick."""
    c = k.claim
    return Incident(
        id=iid, claims=(k.id,), rule=rule, rule_version=version, event_type=c.event_type, date_start=c.date_start,
        date_end=c.date_end, place=c.place, perpetrator=c.perpetrator, target=c.target,
        fatalities=_alone(k.fatalities, k, c.fatalities), injuries=_alone(k.injuries, k, c.injuries),
        captured=_alone(k.captured, k, c.captured), killed_or_injured=_alone(k.combined, k, c.killed_or_injured),
        weapons=tuple(sorted(c.weapons)), origins=found, corroboration=corroboration((k,), found),
        attribution=attribution((k,), w),
    )  # fmt: skip


def _alone(t: Toll, k: Key, said: Any) -> BoundedCount:
    if t is None:
        return _NOTHING
    one = (k.id,)
    best = said.best if said.best is not None else t[0]
    return BoundedCount(t[0], best, t[1], one, one, one if t[1] is not None else ())


# Counts


def _count(keys: Sequence[Key], voice: dict[str, int], field: str, rule: str) -> BoundedCount:
    """Low, best and high with the claims behind each. Of one origin only the latest word counts: a toll is updated."""
    latest: dict[int, Key] = {}
    for k in keys:  # in order of publication
        if getattr(k, field) is not None:
            latest[voice[k.id]] = k
    said = list(latest.values())
    if not said:
        return _NOTHING
    tolls = [(getattr(k, field), k) for k in said]
    low = min(t[0] for t, _ in tolls)
    open_ended = any(t[1] is None for t, _ in tolls)
    high = None if open_ended else max(t[1] for t, _ in tolls)
    best = _BEST[rule](tolls)
    return BoundedCount(
        low, best, high,
        tuple(k.id for t, k in tolls if t[0] == low),
        tuple(k.id for t, k in tolls if t[0] == best),
        tuple(k.id for t, k in tolls if t[1] == high),
    )  # fmt: skip


def _conservative(tolls: Sequence[tuple[Any, Key]]) -> int:
    return int(min(t[0] for t, _ in tolls))


def _informative(tolls: Sequence[tuple[Any, Key]]) -> int:
    def telling(x: tuple[Any, Key]) -> tuple[bool, float, int, str]:
        (low, high), k = x
        return high == low, k.claim.score, k.published, k.id

    return int(max(tolls, key=telling)[0][0])


def _modal(tolls: Sequence[tuple[Any, Key]]) -> int:
    told = Counter(t[0] for t, _ in tolls)
    return int(min(told, key=lambda n: (-told[n], n)))


_BEST: dict[str, Callable[[Sequence[tuple[Any, Key]]], int]] = {
    "conservative": _conservative,
    "informative": _informative,
    "modal": _modal,
}


# Dates, place, actors, type


def _dates(keys: Sequence[Key]) -> tuple[Any, Any]:
    """The days all dated members share; when they share none, the days that hold them all."""
    dated = [k.claim for k in keys if k.claim.date_start and k.claim.date_end]
    if not dated:
        for k in keys:
            if k.claim.date_start or k.claim.date_end:
                return k.claim.date_start, k.claim.date_end
        return None, None
    starts, ends = [c.date_start for c in dated if c.date_start], [c.date_end for c in dated if c.date_end]
    if max(starts) <= min(ends):
        return max(starts), min(ends)
    return min(starts), max(ends)


def _place(keys: Sequence[Key]) -> PlaceRef | None:
    """The finest place told; a surely resolved one before one that waits for review, the most told before the rest."""
    told = [k.claim.place for k in keys if k.claim.place is not None]
    if not told:
        return None
    often = Counter((p.id, p.name_ar) for p in told)

    def fine(p: PlaceRef) -> tuple[Any, ...]:
        # A site beside its settlement is detail; the settlement several tell comes first.
        grain = _GRAIN[p.level.value]
        return p.id is None, p.needs_review, grain > 3, -often[p.id, p.name_ar], grain, p.id or "", p.name_ar, p.text

    return min(told, key=fine)


def _actor(keys: Sequence[Key], voice: dict[str, int], role: str, w: Weights) -> ActorRef | None:
    """The actor most origins name; one with a name before "unknown gunmen"."""
    refs: dict[str, ActorRef] = {}
    votes: dict[str, set[int]] = {}
    for k in keys:
        ref = getattr(k.claim, role)
        if ref is not None:
            refs.setdefault(ref.name_en, ref)
            votes.setdefault(ref.name_en, set()).add(voice[k.id])
    if not refs:
        return None
    return refs[min(refs, key=lambda n: (n in w.nobody, -len(votes[n]), n))]


def _type(keys: Sequence[Key], voice: dict[str, int]) -> EventType:
    """The type most origins tell; between equals the more telling word."""
    votes: dict[EventType, set[int]] = {}
    for k in keys:
        votes.setdefault(k.claim.event_type, set()).add(voice[k.id])
    return min(votes, key=lambda e: (_GENERIC.get(e.value, 0) > 1, -len(votes[e]), _GENERIC.get(e.value, 0), e.value))


# Attribution and disagreement


def attribution(keys: Sequence[Key], w: Weights) -> str:
    """Who is said to have done it, and whether they say so themselves.

    ``denied`` when the accused deny it or nobody but deniers speak; ``disputed`` when others deny it or different
    sides are named.
    """
    told = [k for k in keys if k.modality is not Modality.DENIED]
    named = {_side(k.perpetrator, w) for k in told if k.perpetrator and k.perpetrator not in w.nobody}
    if not told:
        return "denied"
    if len(told) < len(keys):
        denials = [k for k in keys if k.modality is Modality.DENIED]
        accused = named | {_side(k.perpetrator, w) for k in denials if k.perpetrator}
        return "denied" if any(_side(k.claimant, w) in accused for k in denials) else "disputed"
    if not named:
        return "unclaimed"
    if len(named) > 1:
        return "disputed"
    # A claim without a perpetrator attributes nothing, whoever makes it.
    voices = {
        _side(k.claimant, w) in named for k in told if k.perpetrator is not None and k.perpetrator not in w.nobody
    }  # fmt: skip
    return "both" if len(voices) > 1 else "claimed_by_perpetrator" if True in voices else "attributed_by_others"


def _side(name: str | None, w: Weights) -> str:
    """What stands for a party: the side of the whole it is a part of, else that whole."""
    if name is None:
        return ""
    whole = w.parent.get(name, name)
    return w.side.get(whole, whole)


def _disagreement(keys: Sequence[Key]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Fields told differently, by name, with what is told in the order of publication. Silence is no disagreement."""
    fields: tuple[tuple[str, Callable[[Key], str | None]], ...] = (
        ("event_type", lambda k: k.type),
        ("date", lambda k: _days(k)),
        ("place", lambda k: k.claim.place.name_ar if k.claim.place else None),
        ("perpetrator", lambda k: k.perpetrator),
        ("target", lambda k: k.target),
        ("fatalities", lambda k: _range(k.fatalities)),
        ("injuries", lambda k: _range(k.injuries)),
        ("captured", lambda k: _range(k.captured)),
        ("killed_or_injured", lambda k: _range(k.combined)),
        ("weapons", lambda k: ", ".join(sorted(k.weapons)) or None),
    )
    out = []
    for name, get in fields:
        told = tuple(dict.fromkeys(v for v in map(get, keys) if v is not None))
        if len(told) > 1:
            out.append((name, told))
    return tuple(sorted(out))


def _days(k: Key) -> str | None:
    a, b = k.claim.date_start, k.claim.date_end
    if a is None and b is None:
        return None
    return str(a) if a == b else f"{a or ''}..{b or ''}"


def _range(t: Toll) -> str | None:
    if t is None:
        return None
    return f"{t[0]}+" if t[1] is None else str(t[0]) if t[0] == t[1] else f"{t[0]}-{t[1]}"


__all__ = ["DEFAULT_RULE", "RULES", "aggregate", "attribution", "origin_name"]
