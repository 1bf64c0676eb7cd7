"""Who is behind the claims of one incident. Five outlets quoting one statement are one origin; corroboration counts
origins.

Three things make claims share an origin: the same named body at the end of the chain, the same outlet, and one
wording copied within days. Sources nobody can name ("local sources") count once for each outlet that has its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from waqai.link.keys import Key
from waqai.link.table import Weights
from waqai.model import Modality
from waqai.model.incidents import Origin

COPIED_SHARE = 0.85
COPIED_WORDS = 8
COPIED_DAYS = 7


def origin_name(k: Key, w: Weights) -> tuple[str, str]:
    """``(key, claimant)`` of the origin a claim has by its chain alone."""
    c = k.claim.claimant
    if c.name_en not in w.vague:
        name = w.parent.get(c.name_en, c.name_en)
        return f"body:{name}", c.name_en
    # Somebody unnamed, told by the last one in the chain who has a name: an agency, else the outlet itself.
    teller = next((x for x in reversed(c.chain) if x not in w.vague and x != "outlet"), None) or k.outlet
    if c.name_en == "outlet/correspondent":
        return f"outlet:{teller}", teller
    return f"outlet:{teller}/{c.name_en}", c.name_en


def _copied(a: Key, b: Key) -> bool:
    if not a.words or not b.words or min(len(a.words), len(b.words)) < COPIED_WORDS:
        return False
    if a.published and b.published and abs(a.published - b.published) > COPIED_DAYS:
        return False
    return len(a.words & b.words) >= COPIED_SHARE * max(len(a.words), len(b.words))


def origins(keys: Sequence[Key], w: Weights) -> tuple[Origin, ...]:
    """The origins of an incident's claims, in order of the claims given; denials have theirs too."""
    if len(keys) == 1:
        name, claimant = origin_name(keys[0], w)
        return (Origin(name, claimant, (keys[0].id,), (keys[0].report[64:],)),)
    named = [origin_name(k, w) for k in keys]
    first: dict[str, int] = {}
    root = list(range(len(keys)))
    for n, (key, _) in enumerate(named):
        root[n] = root[first.setdefault(key, n)]
    for n, k in enumerate(keys):
        for m in range(n):
            loose = named[n][0].startswith("outlet:") or named[m][0].startswith("outlet:")
            if root[n] != root[m] and loose and _copied(k, keys[m]):
                old, new = max(root[n], root[m]), min(root[n], root[m])
                root = [new if r == old else r for r in root]
    out = []
    for r in dict.fromkeys(root):
        members = [n for n in range(len(keys)) if root[n] == r]
        # The named body speaks for the group, else the first teller.
        lead = next((n for n in members if named[n][0].startswith("body:")), members[0])
        reports = tuple(dict.fromkeys(keys[n].report[64:] for n in members))
        out.append(Origin(named[lead][0], named[lead][1], tuple(keys[n].id for n in members), reports))
    return tuple(out)


def corroboration(keys: Sequence[Key], found: Sequence[Origin]) -> int:
    """How many origins assert the incident; one that only denies it does not."""
    if len(keys) == 1:
        return 0 if keys[0].modality is Modality.DENIED else 1
    denials = {k.id for k in keys if k.modality is Modality.DENIED}
    return sum(any(c not in denials for c in o.claims) for o in found)
