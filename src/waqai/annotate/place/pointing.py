"""What the words that point back mean: البلدة, القضاء, شرقي المدينة, المحافظة, الشاطئ."""

from __future__ import annotations

from collections.abc import Sequence

from waqai.annotate.place.drafts import CITY, COUNTRY, FIRST, TOWN, Draft
from waqai.annotate.place.words import Memo
from waqai.resources.wordsets import wordset

_BACK_KINDS = {
    "city": frozenset({"city", "town"}),
    "town": frozenset({"town", "city", "village", "subdistrict"}),
    "village": frozenset({"village", "hamlet", "town"}),
    "governorate": frozenset({"governorate"}),
    "district": frozenset({"district"}),
    "subdistrict": frozenset({"subdistrict", "town"}),
    "directorate": frozenset({"directorate", "district"}),
    "province": frozenset({"province", "governorate"}),
}  # fmt: skip
DIVISIONS = frozenset({"governorate", "province", "district", "subdistrict", "directorate"})
LANDS = frozenset({"area", "mountain", "desert", "plain", "valley", "steppe", "hill", "forest"})
_TOWNS = frozenset({"city", "town", "village"})
_NO_TOWNS = frozenset({"river", "lake", "sea", "mountain", "region", "desert", "valley"})
_SIZES = frozenset({"city", "town", "village"})
_PARTS = frozenset({"district", "subdistrict", "directorate"})
_NAME = 3  # tokens from a noun to the place of its name
_CAPITAL = 0.8  # weight of a city that gives a governorate its name
_SENTENCE_ENDS = frozenset((".", "\n", "؟", "!"))


def _kind_fits(memo: Memo, d: Draft, wanted: frozenset[str]) -> bool:
    if d.kind in wanted:
        return True
    if d.kind not in ("place", "area", "suburb", "near", "front"):
        return False
    for n, id in enumerate(d.ids[:3]):
        place = memo.gaz.by_id(id)
        if n == 0 and place is not None and place.kind == "country":
            return False  # a hamlet called like the country is not meant
        if place is not None and place.kind in wanted:
            return True
    return False


def _of_country(memo: Memo, words: Sequence[str], d: Draft) -> bool:
    """الشمال الشرقي, المنطقة الوسطى, شمال البلاد: a side of the country, not of a place named before."""
    first = memo[words[d.first]]
    last = memo[words[d.last - 1]]
    if last is not None and last.special is not None:
        return True
    return d.kind == "side" and first is not None and (first.side_noun is not None or first.type is not None)


def point_back(memo: Memo, words: Sequence[str], drafts: list[Draft]) -> None:
    """Set ``container`` of every draft that points back to the place it means; one that can mean nothing is ``idle``."""
    _named_again(words, drafts)
    for n, d in enumerate(drafts):
        if d.ids or d.container is not None:
            continue
        if d.relation == "anaphor":
            kind = d.kind
        elif d.kind in ("countryside", "side", "offset") and not _of_country(memo, words, d):
            kind = "any"
            back = memo[words[d.last - 1]]
            if back is not None and back.type is not None and back.type_definite and back.type.group == "settlement":
                kind = back.type.kind  # شرقي المدينة: of the city, not of the governorate named last
            elif back is not None and back.type is not None and back.type_definite and back.type.kind == "governorate":
                d.container = _same_rank(drafts, n, _BACK_KINDS["governorate"]) or _governorate(memo, words, drafts, n)
                continue  # جنوبي المحافظة
        else:
            continue
        if kind in ("country", "capital"):
            continue
        wanted = _BACK_KINDS.get(kind, frozenset({kind}))
        if kind == "area":
            d.container = next((k for k in range(n - 1, -1, -1) if drafts[k].kind in LANDS and drafts[k].relation != "anaphor"), None)
            if d.container is not None:
                continue  # جبل البشري ... في المنطقة ذاتها
        if kind in ("any", "area"):
            d.container = _last(drafts, n, (FIRST,)) or _last(drafts, n, (CITY, TOWN, FIRST))
            continue
        d.container = _same_rank(drafts, n, wanted) if kind in DIVISIONS else None
        if kind == "governorate" and d.container is None:
            d.container = _governorate(memo, words, drafts, n)
        spare: int | None = None
        for k in range(n - 1, -1, -1) if d.container is None else ():
            other = drafts[k]
            if other.relation in ("anaphor", "between") or (not other.ids and not other.typed):
                continue
            if kind in _SIZES and other.ids and (p := memo.gaz.brief(other.ids[0])) is not None and p.kind in _NO_TOWNS:
                continue  # بلدات الفرات are no town
            if kind in _SIZES and _called(drafts, n, kind):
                if other.typed and other.kind in _SIZES and other.kind != kind:
                    continue  # مدينة X ... بلدتا Y وZ ... المدينة: the one the text calls a city
                if kind != "city" and (not other.typed or other.relation == "side") and _is_capital(memo, other):
                    continue  # بلدة أبو حمام شرقي دير الزور ... البلدة: no city
            if kind == "facility" and words[other.first][other.cut :] != words[d.first][d.cut + 2 :]:
                continue  # المصفاة is no power station
            same_word = kind == "base" and words[other.first][other.cut :] == words[d.first][d.cut + 2 :]
            if same_word or _kind_fits(memo, other, wanted):
                if _aside(memo, words, other) or (kind in _PARTS and _seat(memo, other)):
                    spare = k if spare is None else spare
                    continue
                d.container = k
                if kind == "city" and other.relation == "dateline":
                    # القاهرة - ... العاصمة ... المدينة: the capital told of, not where the report was filed
                    d.container = next((c for c in range(n - 1, k, -1) if drafts[c].kind == "capital"), k)
                break
        else:
            d.container = spare if d.container is None else d.container
            if kind == "governorate" and d.container is None:
                # No governorate was named as one: the one the last place lies in.
                d.container = next((k for k in range(n - 1, -1, -1) if drafts[k].ids and drafts[k].rank < COUNTRY), None)
            if kind in _TOWNS and d.container is None and d.relation == "side":
                d.idle = True  # شرقي المدينة: no town is named, and a side of the country is not meant


def _named_again(words: Sequence[str], drafts: list[Draft]) -> None:
    """``شاطئ ليدو … قرب الشاطئ``: the one told of, not the town of that name; ``بلدة الشاطئ`` and ``الشاطئ بليبيا`` are the town."""
    nouns = wordset("landmarks")
    for k, d in enumerate(drafts):
        if d.last - d.first != 1 or not d.ids or d.typed or not words[d.first].startswith("ال", d.cut):
            continue
        noun = words[d.first][d.cut + 2 :]
        held = k + 1 < len(drafts) and drafts[k + 1].first <= d.last + 1 and drafts[k + 1].rank > d.rank
        if noun not in nouns or held:
            continue
        at = next((i for i in range(d.first - 1, -1, -1) if words[i].removeprefix("ب").removeprefix("و") == noun), None)
        if at is None:
            continue
        whole = next((n for n, x in enumerate(drafts[:k]) if at <= x.first <= at + _NAME), None)
        d.ids, d.relation, d.container, d.idle = (), "anaphor", whole, whole is None
        if whole is not None:
            d.kind, d.rank, d.typed = drafts[whole].kind, drafts[whole].rank, True


def _aside(memo: Memo, words: Sequence[str], d: Draft) -> bool:
    """عائلات نازحة من مدينة X, من أبناء بلدة X, نُقلوا إلى مدينة X: named in passing, so المدينة is another that was told of."""
    k = d.lead - 1
    if d.relation == "from" and k >= 0:
        said = words[k] if words[k] not in memo.areas.words["origin"] else words[k - 1] if k else ""
        return said in memo.areas.words["living_away"] or (said in memo.areas.words["home"] and said not in wordset("residents-of"))
    return d.relation == "to" and any(w.removeprefix("و") in wordset("carried-off") for w in words[max(0, k - 5) : k])


def _called(drafts: list[Draft], n: int, kind: str) -> bool:
    """Whether the text calls some place before draft ``n`` so: مدينة الأتارب."""
    return any(d.typed and d.kind == kind and d.relation != "anaphor" for d in drafts[:n])


def _is_capital(memo: Memo, d: Draft) -> bool:
    place = memo.gaz.brief(d.ids[0]) if d.ids else None
    return place is not None and place.kind == "city" and place.weight >= _CAPITAL


def _seat(memo: Memo, d: Draft) -> bool:
    """``أربيل`` is no district, though there is a district of that name: a governorate goes by it."""
    return any((p := memo.gaz.brief(id)) is not None and p.kind == "governorate" for id in d.ids[:3])


def _same_rank(drafts: list[Draft], n: int, wanted: frozenset[str]) -> int | None:
    """The last place before draft ``n`` that the text itself calls so: after قضاء X, القضاء is X, whatever town came between."""
    return next((k for k in range(n - 1, -1, -1) if drafts[k].typed and drafts[k].kind in wanted and drafts[k].relation != "anaphor"), None)


def _governorate(memo: Memo, words: Sequence[str], drafts: list[Draft], n: int) -> int | None:
    """Where nothing was called a governorate, المحافظة is the one most of the places before lie in, unless its own sentence names one.

    ``قُتل رجل في نوى … نُقل إلى دمشق … ووثّق التجمع 34 عملية في المحافظة``: Daraa.
    """
    start = max((k for k in range(drafts[n].first) if words[k] in _SENTENCE_ENDS), default=-1)
    told: dict[str, list[int]] = {}
    for k in range(n):
        d = drafts[k]
        if not d.ids or d.rank >= COUNTRY or d.relation in ("anaphor", "between"):
            continue
        place = memo.gaz.by_id(d.ids[0])
        if place is None or not place.admin1_pcode:
            continue
        if d.first > start and d.relation != "to" and place.weight >= _CAPITAL and (d.rank == FIRST or place.kind == "city"):
            return k
        told.setdefault(place.admin1_pcode, []).append(k)
    if not told:
        return None
    most = max(told.values(), key=lambda ks: (len(ks), ks[-1]))
    return next((k for k in reversed(most) if drafts[k].relation != "side" and drafts[k].kind != "countryside"), most[-1])


def _last(drafts: list[Draft], n: int, ranks: tuple[int, ...]) -> int | None:
    """The last known place of some rank before draft ``n``; a bare capital stands for its governorate."""
    for k in range(n - 1, -1, -1):
        d = drafts[k]
        if d.ids and d.rank in ranks and d.relation not in ("anaphor", "between"):
            return k
    return None
