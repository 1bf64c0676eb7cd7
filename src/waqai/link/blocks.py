"""Which claims are worth comparing: same day or the next, same area. The index only gathers; ``score`` decides.

A claim without any day, of a report without a date, meets the claims at the very same settlement or site, whenever.
A claim at a settlement or site meets claims at the places near it, and claims of areas and governorates around it; a
claim of an area meets all claims of its governorate; one whose governorate is not known meets all claims of the day.
"""

from __future__ import annotations

from collections.abc import Iterable

from waqai.link.keys import Key
from waqai.link.places import Places

_ANY = "*"


class Blocks:
    """An index of keys by day and place; ``partners`` answers for a key before or after it is added."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._spot: dict[tuple[int, int], list[Key]] = {}
        self._all: dict[tuple[str, int], list[Key]] = {}
        self._wide: dict[tuple[str, int], list[Key]] = {}
        self._lost: dict[int, list[Key]] = {}
        self._day: dict[int, list[Key]] = {}
        self._timeless: dict[str, list[Key]] = {}
        self._ever: dict[str, list[Key]] = {}

    def _area(self, k: Key) -> str:
        s = self._places.spots[k.place]
        return s.admin1 or s.country or _ANY

    def _homes(self, k: Key) -> Iterable[tuple[dict[object, list[Key]], object]]:
        if k.spot is not None:
            yield self._ever, k.spot  # type: ignore[misc]
            if k.grain == "timeless":
                yield self._timeless, k.spot  # type: ignore[misc]
        if not k.start:
            return
        spot, area, n = k.place, self._area(k), k.place
        wide, floating = self._places.wide[n], self._places.floating[n]
        for d in range(k.start, k.end + 1):
            if floating:
                yield self._lost, d  # type: ignore[misc]
            elif wide:
                yield self._wide, (area, d)  # type: ignore[misc]
            else:
                yield self._spot, (spot, d)  # type: ignore[misc]
            if not floating:
                yield self._all, (area, d)  # type: ignore[misc]
            yield self._day, d  # type: ignore[misc]

    def add(self, k: Key) -> None:
        """Index a key; one over more than a month is never compared."""
        if k.grain != "none":
            for table, at in self._homes(k):
                table.setdefault(at, []).append(k)

    def remove(self, k: Key) -> None:
        """Take a key out."""
        if k.grain != "none":
            for table, at in self._homes(k):
                table[at].remove(k)

    def partners(self, k: Key) -> dict[str, Key]:
        """Keys to compare ``k`` with, by id; ``k`` itself is not among them."""
        out: dict[str, Key] = {}
        if k.grain == "none":
            return out
        n = k.place
        if k.grain == "timeless":
            out = {o.id: o for o in self._ever.get(k.spot or "", ())}
            out.pop(k.id, None)
            return out
        days = range(k.start - 1, k.end + 2) if k.grain in ("day", "short") else range(k.start, k.end + 1)
        lists: list[list[Key]] = []
        if self._places.floating[n]:
            lists = [x for d in days if (x := self._day.get(d))]
        elif self._places.wide[n]:
            area = self._area(k)
            for d in days:
                if x := self._all.get((area, d)):
                    lists.append(x)
                if x := self._lost.get(d):
                    lists.append(x)
        else:
            area, near = self._area(k), self._places.near[n]
            spot, wide, lost = self._spot, self._wide, self._lost
            for d in days:
                for m in near:
                    if x := spot.get((m, d)):
                        lists.append(x)
                if x := wide.get((area, d)):
                    lists.append(x)
                if x := lost.get(d):
                    lists.append(x)
        if k.spot is not None and (x := self._timeless.get(k.spot)):
            lists.append(x)
        for x in lists:
            for other in x:
                out[other.id] = other
        out.pop(k.id, None)
        return out
