"""The index of names over the shipped core and the user's places, compiled once and loaded lazily."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from waqai.normalise import fold
from waqai.resources.gazetteer import core, spelling, userstore
from waqai.resources.gazetteer.model import Candidate, Kind, Place
from waqai.resources.gazetteer.names import Names, WeakNames, pack
from waqai.resources.gazetteer.search import latin, search, skeleton
from waqai.resources.load import compiled

_CLEAR = 5  # letters up to which another spelling of a foreign sound needs a type word
Parts = tuple[dict[str, str], Names, dict[str, Kind]]


class Brief(NamedTuple):
    """What is known of a place without reading its whole record."""

    kind: str
    country: str
    weight: float


class Gazetteer:
    """All places and their names.

    Attributes:
        names: first folded word → ``(remaining folded words, ids)``, longest first; ids by falling weight.
        weak: folded names that exist only because an article was dropped or added (``رقه``), or that some place uses
            but are ordinary words: accept them after a type word or beside a container only.
        kinds: kind name → ``Kind``.
    """

    __slots__ = ("_areas", "_cache", "_english", "_lines", "_skeletons", "_tails", "_types", "kinds", "names", "weak")

    def __init__(self, lines: dict[str, str], names: Names, kinds: dict[str, Kind]) -> None:
        self._lines = lines
        self._cache: dict[str, Place] = {}
        self._tails: dict[str, tuple[dict[tuple[str, ...], tuple[str, ...]], int]] = {}
        self._areas: dict[str, list[str]] | None = None
        self._english: dict[str, list[str]] | None = None
        self._skeletons: dict[str, list[tuple[str, list[str]]]] | None = None
        self._types: frozenset[str] | None = None
        self.names = names
        self.weak = WeakNames(names)
        self.kinds = kinds

    def __len__(self) -> int:
        return len(self._lines)

    def ids(self) -> Iterable[str]:
        """All place ids, in the order of the files."""
        return self._lines.keys()

    def by_id(self, id: str) -> Place | None:
        """The place of an id; ``None`` when unknown."""
        place = self._cache.get(id)
        if place is None:
            line = self._lines.get(id)
            if line is None:
                return None
            place = self._cache[id] = _place(line)
        return place

    def brief(self, id: str) -> Brief | None:
        """Kind, country and weight of the place of an id, for the many that are only weighed; ``None`` when unknown."""
        known = self._cache.get(id)
        if known is not None:
            return Brief(known.kind, known.country, known.weight)
        line = self._lines.get(id)
        if line is None:
            return None
        c = line.split("\t", 11)
        return Brief(c[1], c[2], float(c[10]))

    def _tail(self, first: str) -> tuple[dict[tuple[str, ...], tuple[str, ...]], int] | None:
        tail = self._tails.get(first)
        if tail is None:
            entries = self.names.get(first)
            if entries is None:
                return None
            tail = self._tails[first] = (dict(entries), max(len(rest) for rest, _ in entries))
        return tail

    def lookup(self, folded_name: str) -> tuple[str, ...]:
        """Ids of places so named, the likeliest first; ``()`` when none. The name must be folded."""
        parts = spelling.words(folded_name) if " " in folded_name else (folded_name,)
        if not parts:
            return ()
        tail = self._tail(parts[0])
        return tail[0].get(parts[1:], ()) if tail else ()

    def longest(self, words: Sequence[str], i: int) -> tuple[int, tuple[str, ...]]:
        """The longest name that begins at ``words[i]``: number of words and ids; ``(0, ())`` when none does."""
        tail = self._tail(words[i])
        if tail is None:
            return 0, ()
        rests, most = tail
        for n in range(min(most, len(words) - i - 1), -1, -1):
            ids = rests.get(tuple(words[i + 1 : i + 1 + n]))
            if ids:
                return n + 1, ids
        return 0, ()

    def find(self, name: str, within: str | None = None, country: str | None = None) -> tuple[Candidate, ...]:
        """Ranked places that ``name`` may mean.

        Args:
            name: as written, a type word (``قرية``) allowed.
            within: an area that should hold it: Arabic or English name or code of a governorate, district or country.
            country: ISO alpha-2 code; places elsewhere are left out.

        Returns:
            Up to 20 candidates, best first.
        """
        return search(self, name, within, country)

    def type_words(self) -> frozenset[str]:
        """Folded words that announce a place (``قريه``, ``بلده``), from the table of kinds."""
        if self._types is None:
            self._types = frozenset(fold(w) for k in self.kinds.values() for w in k.words)
        return self._types

    def area_names(self) -> dict[str, list[str]]:
        """Simplified English name → ids of governorates, countries and districts."""
        if self._areas is None:
            self._areas = {}
            for line in self._lines.values():
                c = line.split("\t", 7)
                if c[1] in ("governorate", "country", "district"):
                    self._areas.setdefault(latin(c[5]), []).append(c[0])
        return self._areas

    def english(self, name: str) -> tuple[str, ...]:
        """Ids of places whose simplified English name is ``name``."""
        if self._english is None:
            self._english = {}
            for line in self._lines.values():
                c = line.split("\t", 7)
                self._english.setdefault(latin(c[5]), []).append(c[0])
        return tuple(self._english.get(name, ()))

    def skeletons(self) -> dict[str, list[tuple[str, list[str]]]]:
        """First letter → ``(skeleton, ids)`` of all printed Arabic names; made at the first fuzzy search."""
        if self._skeletons is None:
            seen: dict[str, list[str]] = {}
            for line in self._lines.values():
                c = line.split("\t", 4)
                seen.setdefault(skeleton(spelling.words(c[3])), []).append(c[0])
            self._skeletons = {}
            for bones, ids in seen.items():
                if bones:
                    self._skeletons.setdefault(bones[0], []).append((bones, ids))
        return self._skeletons


def _place(line: str) -> Place:
    c = line.split("\t")
    return Place(
        id=c[0],
        kind=c[1],
        country=c[2],
        name_ar=c[3],
        variants=core.parse_variants(c[4]),
        name_en=c[5],
        parent=c[6] or None,
        lat=float(c[7]) if c[7] else None,
        lon=float(c[8]) if c[8] else None,
        precision=int(c[9]),
        weight=float(c[10]),
        external=tuple((p.partition(":")[0], p.partition(":")[2]) for p in c[11].split("|") if p),
        source=c[12],
        status=c[13],
        admin1=c[14] or None,
        admin2=c[15] or None,
        admin3=c[16] or None,
        admin1_pcode=c[17] or None,
        admin2_pcode=c[18] or None,
        admin3_pcode=c[19] or None,
        pcode=c[20] or None,
    )


def _line(row: core.Row, rows: dict[str, core.Row], kinds: dict[str, Kind]) -> str:
    kind = kinds[row.kind]
    chain = core.admin_chain(row, rows)
    pcode = next((p[6:] for p in row.external.split("|") if p.startswith("pcode:")), "")
    return "\t".join(
        (
            *row[:9],
            row.precision or str(kind.precision),
            row.weight or str(kind.weight),
            *row[11:],
            *chain,
            pcode,
        )
    )


def build(rows: dict[str, core.Row]) -> Parts:
    """Index some rows: what ``Gazetteer`` takes."""
    kinds = core.load_kinds()
    rules = spelling.Spelling.load()
    strong: dict[tuple[str, ...], dict[str, None]] = {}
    weak: dict[tuple[str, ...], dict[str, None]] = {}
    lines: dict[str, str] = {}
    weights: dict[str, float] = {}
    for id, row in rows.items():
        lines[id] = _line(row, rows, kinds)
        weights[id] = float(row.weight or kinds[row.kind].weight)
        for name in (row.name_ar, *(v.name for v in core.parse_variants(row.variants))):
            s, w = rules.forms(name)
            for form in s:
                strong.setdefault(form, {})[id] = None
                for other in rules.sounds(form, row.country):
                    (strong if sum(map(len, other)) > _CLEAR else weak).setdefault(other, {})[id] = None
            for form in w:
                weak.setdefault(form, {})[id] = None
    common = core.common_words()
    by_first: dict[str, list[tuple[tuple[str, ...], tuple[str, ...], bool]]] = {}
    for form in sorted(strong.keys() | weak.keys(), key=lambda f: (-len(f), f)):
        sure, may = strong.get(form, {}), weak.get(form, {})
        ids = sorted(sure, key=lambda i: (-weights[i], i))
        ids += sorted((i for i in may if i not in sure), key=lambda i: (-weights[i], i))
        risky = not sure or (" ".join(form) in common and weights[ids[0]] < 0.6)
        by_first.setdefault(form[0], []).append((form[1:], tuple(ids), risky))
    return lines, Names({first: pack(entries) for first, entries in sorted(by_first.items())}), kinds


@lru_cache(maxsize=4)
def _load(store: Path | None) -> Gazetteer:
    files = [*core.core_files(), *core.name_files(), core.KINDS, core.COMMON, spelling.RULES, Path(spelling.__file__), Path(core.__file__)]
    if store is not None:
        files.append(store)

    def make() -> Parts:
        rows = core.core_rows()
        if store is not None:
            rows = userstore.merged(rows, store)
        return build(rows)

    was = gc.isenabled()
    gc.disable()  # A hundred thousand fresh tuples need no collection; this halves the load time.
    try:
        parts = compiled("gazetteer" if store is None else "gazetteer-user", make, files, code=__file__)
    finally:
        if was:
            gc.enable()
    return Gazetteer(*parts)


def gazetteer(user: bool = True) -> Gazetteer:
    """The shipped core with the user's imported places; cached in the process.

    Args:
        user: ``False`` leaves the imported places out.
    """
    path = _store(os.environ.get("WAQAI_HOME"), os.environ.get("HOME"))
    return _load(path if user and os.path.exists(path) else None)


@lru_cache(maxsize=4)
def _store(_waqai_home: str | None, _home: str | None) -> Path:
    """``store_path`` for one state of the variables it reads: asked twice per report."""
    return userstore.store_path()
