"""Ranked search of one name. (first version)"""

from __future__ import annotations

from typing import TYPE_CHECKING

from waqai.normalise import fold
from waqai.resources.gazetteer.model import Candidate

if TYPE_CHECKING:
    from waqai.resources.gazetteer.index import Gazetteer


def search(gaz: Gazetteer, name: str, within: str | None, country: str | None) -> tuple[Candidate, ...]:
    """Candidates for a name, best first."""
    out = []
    for id in gaz.lookup(fold(name)):
        place = gaz.by_id(id)
        if place is not None and (country is None or place.country == country):
            out.append(Candidate(place, place.weight, "name"))
    return tuple(out)
