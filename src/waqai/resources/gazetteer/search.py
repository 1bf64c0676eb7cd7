"""Ranked search of one name: exact spelling, spelling by rule, then a skeleton of consonants; containers and weight rank."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from waqai.normalise import fold
from waqai.resources.gazetteer import spelling
from waqai.resources.gazetteer.model import Candidate, Place

if TYPE_CHECKING:
    from waqai.resources.gazetteer.index import Gazetteer

MOST = 20
MOST_EDITS = 2  # letters that may differ when a name only sounds alike
# How much each kind of agreement is worth; read aloud: an exact name is worth 1, a rule spelling .96 …
EXACT, RULE, ARTICLE, CORE, ALIKE = 1.0, 0.96, 0.93, 0.9, 0.72
INSIDE, NO_CONTAINER, OUTSIDE = 1.0, 0.8, 0.35
_VOWELS = re.compile("[اويهءى]")
_LATIN = re.compile(r"[A-Za-z0-9]")
_TYPE_LEVEL = {"محافظه": "governorate", "قضاء": "district", "منطقه": "district", "ناحيه": "subdistrict"}


@lru_cache(maxsize=1)
def _rules() -> spelling.Spelling:
    return spelling.Spelling.load()


def skeleton(words: tuple[str, ...]) -> str:
    """Consonants of a name without article and weak letters: ``البو كمال`` and ``البوكمال`` meet in ``بكمل``."""
    out = []
    for w in words:
        w = w[2:] if w.startswith("ال") and len(w) > 4 else w
        out.append(w[:1] + _VOWELS.sub("", w[1:]))
    return "".join(out)


def distance(a: str, b: str, most: int) -> int:
    """Edit distance of two short strings; ``most + 1`` when it is greater than ``most``."""
    if abs(len(a) - len(b)) > most:
        return most + 1
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        prev, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            prev, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, prev + (x != y))
        if min(row) > most:
            return most + 1
    return row[-1]


def latin(name: str) -> str:
    """An English name for comparison: lower case, no article, no signs."""
    plain = name.lower().replace("governorate", "").replace("province", "")
    plain = re.sub(r"\b(al|el|an|ar|as|ash|at|az|ad|ez)[- ]", "", plain)
    return re.sub(r"[^a-z0-9]", "", plain)


def containers(gaz: Gazetteer, within: str) -> frozenset[str]:
    """Ids of the areas that ``within`` names (Arabic, English or code); empty when it names none."""
    key = within.strip()
    place = gaz.by_id(key) or gaz.by_id(key.upper())
    if place is not None:
        return frozenset((place.id,))
    if _LATIN.search(key):
        return frozenset(gaz.area_names().get(latin(key), ()))
    words = spelling.words(key)
    level = _TYPE_LEVEL.get(words[0]) if words else None
    ids = [i for name in (words, words[1:]) if name for i in gaz.lookup(" ".join(name))]
    areas = [p for i in ids if (p := gaz.by_id(i)) is not None and p.kind in _AREA_RANK]
    if level:
        areas = [p for p in areas if p.kind == level] or areas
    best = min((_AREA_RANK[p.kind] for p in areas), default=0)
    return frozenset(p.id for p in areas if _AREA_RANK[p.kind] == best)


_AREA_RANK = {"governorate": 0, "country": 1, "district": 2, "subdistrict": 3}


def inside(place: Place, areas: frozenset[str]) -> bool:
    """Whether one of the areas holds the place."""
    return not areas.isdisjoint((place.id, place.country, place.admin1_pcode, place.admin2_pcode, place.admin3_pcode, place.parent))


def _matches(gaz: Gazetteer, name: str) -> dict[str, tuple[float, str]]:
    found: dict[str, tuple[float, str]] = {}

    def add(ids: tuple[str, ...], worth: float, reason: str) -> None:
        for i in ids:
            if i not in found or found[i][0] < worth:
                found[i] = (worth, reason)

    if _LATIN.search(name) and not re.search("[\u0621-\u064a]", name):
        add(gaz.english(latin(name)), EXACT, "english name")
        return found
    base = spelling.words(name)
    if not base:
        return found
    strong, weak = _rules().forms(name)
    for words in sorted(strong, key=lambda w: (w != base, w)):
        for i in gaz.lookup(" ".join(words)):
            place = gaz.by_id(i)
            own = place is not None and spelling.words(place.name_ar) == base
            add((i,), EXACT if own else RULE, "name" if own else "spelling")
    for words in sorted(weak):
        add(gaz.lookup(" ".join(words)), ARTICLE, "article")
    if len(base) > 1 and base[0] in gaz.type_words():
        s, w = _rules().forms(" ".join(base[1:]))
        for words in sorted(s | w):
            add(gaz.lookup(" ".join(words)), CORE, "name after its type word")
    return found


def _alike(gaz: Gazetteer, name: str, areas: frozenset[str], country: str | None, most: int) -> dict[str, tuple[float, str]]:
    """Names that sound alike, sought only inside a container: elsewhere chance likeness is too common."""
    base = spelling.words(name)
    if len(base) > 1 and base[0] in gaz.type_words():
        base = base[1:]
    bones = skeleton(base)
    if len(bones) < 3:
        return {}
    joined = "".join(base)
    out = {}
    for other, ids in gaz.skeletons().get(bones[0], ()):
        if distance(bones, other, 1) <= (1 if len(bones) > 4 else 0):
            for i in ids:
                place = gaz.by_id(i)
                if place is None or not inside(place, areas) or (country and place.country != country):
                    continue
                theirs = "".join(spelling.words(place.name_ar))
                d = distance(joined, theirs, most)
                if d <= most:
                    out[i] = (ALIKE - 0.06 * d, "sounds alike")
    return out


def search(gaz: Gazetteer, name: str, within: str | None, country: str | None) -> tuple[Candidate, ...]:
    """Candidates for a name, best first; ``Gazetteer.find`` says what the arguments mean."""
    name = fold(name).strip()
    areas = containers(gaz, within) if within else frozenset()
    found = _matches(gaz, name)
    if areas and not any((p := gaz.by_id(i)) is not None and inside(p, areas) for i in found):
        for i, hit in _alike(gaz, name, areas, country, 1 if found else MOST_EDITS).items():
            found.setdefault(i, hit)
    out = []
    for i, (worth, reason) in found.items():
        place = gaz.by_id(i)
        if place is None or (country and place.country != country.upper()):
            continue
        where = NO_CONTAINER
        if areas:
            where = INSIDE if inside(place, areas) else OUTSIDE
            reason += ", inside" if where == INSIDE else ", outside"
        # The area itself is a poor answer to "which place in it".
        if place.id in areas:
            where = min(where, NO_CONTAINER)
        out.append(Candidate(place, round(worth * where * (0.7 + 0.3 * place.weight), 3), reason))
    out.sort(key=lambda c: (-c.score, -c.place.weight, c.place.id))
    return tuple(out[:MOST])
