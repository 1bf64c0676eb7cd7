"""A place expression while it is being read: token positions, kind, relation, candidates."""

from __future__ import annotations


class Draft:
    """One expression before it becomes a ``PlaceMention``.

    Attributes:
        first, last: token interval of the whole expression.
        cut: letters of token ``first`` that are proclitics.
        name_first, name_last, name_cut: the same for the name the codebook wants.
        kind: kind of the type word or area; ``place`` when no word says it.
        rank: grain, 1 (site) to 9 (country); see ``RANKS``.
        relation: as in ``PlaceMention``.
        ids: gazetteer candidates.
        typed: a type word announces the name.
        prefix: proclitics on the first word.
        container: index of the draft that holds it.
        lead: first token of the words that set the relation (قرب), else ``first``.
        idle: it points back and there is nothing it could mean.
    """

    __slots__ = (
        "container",
        "cut",
        "first",
        "idle",
        "ids",
        "kind",
        "last",
        "lead",
        "name_cut",
        "name_first",
        "name_last",
        "prefix",
        "rank",
        "relation",
        "typed",
    )

    def __init__(
        self,
        first: int,
        last: int,
        cut: int,
        name: tuple[int, int, int],
        kind: str,
        rank: int,
        ids: tuple[str, ...],
        typed: bool,
        prefix: str,
        relation: str = "in",
    ) -> None:
        self.first = first
        self.last = last
        self.cut = cut
        self.name_first, self.name_last, self.name_cut = name
        self.kind = kind
        self.rank = rank
        self.ids = ids
        self.typed = typed
        self.prefix = prefix
        self.relation = relation
        self.container: int | None = None
        self.lead = first
        self.idle = False


# Kinds that may run between two places.
LINES = frozenset({"road", "axis", "front", "junction", "bridge"})
# Grain of kinds: a place may lie in one of higher rank. Kinds not named are sites.
SITE, QUARTER, VILLAGE, TOWN, CITY, DISTRICT, WIDE, FIRST, COUNTRY = 1, 2, 3, 4, 5, 7, 8, 9, 10
RANKS = {
    "country": COUNTRY, "region": FIRST, "wilaya": FIRST, "governorate": FIRST, "province": FIRST, "canton": FIRST,
    "sea": FIRST,
    "countryside": WIDE, "side": WIDE, "desert": WIDE, "steppe": WIDE, "plain": WIDE, "mountain": WIDE, "control_area": WIDE,
    "border": WIDE,
    "district": DISTRICT, "directorate": DISTRICT, "locality": DISTRICT, "valley": DISTRICT, "lake": DISTRICT, "river": DISTRICT,
    "forest": DISTRICT, "island": TOWN, "subdistrict": 6, "area": 6, "city": CITY, "capital": CITY, "town": TOWN, "suburb": TOWN,
    "settlement": TOWN, "place": TOWN,
    "village": VILLAGE, "hamlet": VILLAGE, "offset": VILLAGE,
    "neighbourhood": QUARTER, "camp": QUARTER,
}  # fmt: skip
