"""Who an outlet is: the actor behind the name under which a report was published."""

from __future__ import annotations

import re
from functools import cache

from waqai.normalise import fold
from waqai.resources.registry.load import registry
from waqai.resources.wordsets import wordset

_EDITION = re.compile(r"\s[-\u2013\u2014|/:]\s")  # ``الجزيرة - عاجل``, ``الأناضول | عربي``
_ORDER = ("media", "monitor", "ministry", "officials", "armed_group", "state_force", "militia", "international")


def _plain(name: str) -> str:
    """A name without what outlets put around it: kind of outlet, quotes, language edition."""
    drop = wordset("outlet-words")
    words = fold(name).replace('"', " ").replace("_", " ").replace("#", " ").split()
    kept = [w for w in words if w not in drop]
    return "".join(kept or words)


@cache
def _names() -> dict[str, str]:
    """Plain name → actor id; outlets first, then monitors, ministries and parties."""
    out: dict[str, str] = {}
    reg = registry()
    for category in _ORDER:
        for a in sorted(reg.actors.values(), key=lambda a: a.id):
            if a.category != category:
                continue
            for name in (a.name_en, a.name_ar, *(x.text for x in a.aliases)):
                if name and len(key := _plain(name)) > 2:
                    out.setdefault(key, a.id)
    return out


@cache
def outlet_actor(outlet: str | None) -> str | None:
    """The registry id of an outlet, from its name in Arabic or English; what stands in brackets or names an edition is not read.

    Args:
        outlet: name as the report has it; ``None`` when not known.

    Returns:
        The id, or ``None`` for an outlet the registry does not hold.
    """
    if not outlet:
        return None
    name = outlet.partition("(")[0]
    parts = _EDITION.split(name)
    found = (_names().get(_plain(x)) for x in (name, parts[0]))
    return next((x for x in found if x is not None), None) or _office_of(parts)


def _office_of(parts: list[str]) -> str | None:
    """``العلاقات الإعلامية في حزب الله``, ``الإعلام الحربي - سرايا القدس``: the party whose media office publishes."""
    offices = wordset("media-offices")
    for part in parts:
        words = [w.strip('"«»“”') for w in fold(part).split()]
        if len(parts) > 1 and offices.issuperset(words):
            continue  # the office alone; the party stands in another part
        kept = [w for w in words if w not in offices]
        if (len(kept) < len(words) or len(parts) > 1) and kept:
            named = " ".join(kept)
            found = _names().get(_plain(named)) or _names().get(_plain(named.removeprefix("ل")))
            if found is not None and registry().actor(found).side is not None:
                return found
    return None


def outlet_side(outlet: str | None) -> str | None:
    """The party an outlet speaks for (registry ``side``); ``None`` for those that speak for nobody."""
    actor_id = outlet_actor(outlet)
    return None if actor_id is None else registry().actor(actor_id).side


def is_outlet(actor_id: str | None) -> bool:
    """A publisher of news: its name over a text is no signature, unlike that of a monitor or a party."""
    if actor_id is None:
        return False
    a = registry().actor(actor_id)
    if a.category == "media":
        return a.side is None or registry().in_role(actor_id, "claimant").category == "media"
    return a.category == "monitor" and any(x.text.startswith(("شبكة ", "موقع ")) for x in a.aliases)
