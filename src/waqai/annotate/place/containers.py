"""Which place holds which, which words point back, and which places only head a report."""

from __future__ import annotations

from collections.abc import Sequence

from waqai.annotate.place.drafts import CITY, COUNTRY, FIRST, TOWN, VILLAGE, Draft
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
_DIVISIONS = frozenset({"governorate", "province", "district", "subdistrict", "directorate"})
_MARKS = frozenset(',("-)')
_FIRST_WHERE = frozenset({"countryside", "governorate", "district", "province"})
_FIRST_ORDER = frozenset({"governorate", "province"})
_TOWNS = frozenset({"city", "town", "village"})
_NO_TOWNS = frozenset({"river", "lake", "sea", "mountain", "region", "desert", "valley"})
_LANDS = frozenset({"area", "mountain", "desert", "plain", "valley", "steppe", "hill", "forest"})
_SIZES = frozenset({"city", "town", "village"})
_FREE = frozenset({"country", "capital"})
_DATELINE_TAIL = 8
_CAPITAL = 0.8  # weight of a city that gives a governorate its name
_SENTENCE_ENDS = frozenset((".", "\n", "؟", "!"))


def _kind_fits(memo: Memo, d: Draft, wanted: frozenset[str]) -> bool:
    if d.kind in wanted:
        return True
    if d.kind not in ("place", "area", "suburb", "near", "front"):
        return False
    for id in d.ids[:3]:
        place = memo.gaz.by_id(id)
        if place is not None and place.kind in wanted:
            return True
    return False


def link(memo: Memo, words: Sequence[str], drafts: list[Draft]) -> list[Draft]:
    """Set ``container`` on drafts and ``relation`` ``dateline``; the drafts are in text order.

    Returns:
        The drafts without the back-pointing words that point to nothing (القضاء is also the judiciary).
    """
    drafts = _pairs(memo, words, drafts)
    _datelines(memo, words, drafts)
    _point_back(memo, words, drafts)
    drafts = _without_idle(drafts)
    _hold(memo, words, drafts)
    return drafts


def _pairs(memo: Memo, words: Sequence[str], drafts: list[Draft]) -> list[Draft]:
    """في العراق وسوريا: one place that is two countries; the first draft takes in the second."""
    taken: set[int] = set()
    for k in range(len(drafts) - 1):
        a, b = drafts[k], drafts[k + 1]
        if (
            (a.rank != COUNTRY and not _side_of_country(memo, words, a))
            or b.rank != COUNTRY
            or b.prefix != "و"
            or a.last != b.first
            or not (a.ids and b.ids)
            or k in taken
        ):
            continue
        if a.rank != COUNTRY:
            a.last, a.name_last, a.kind, a.ids = b.last, b.last, "countries", (a.ids[0], b.ids[0])  # شمال العراق وسوريا
            taken.add(k + 1)
            continue
        located = a.prefix == "ب" or (a.first > 0 and words[a.first - 1] in memo.areas.words["side_in"] | memo.areas.words["against"])
        if located and a.kind == b.kind == "place":
            a.last, a.name_last, a.kind, a.ids = b.last, b.last, "countries", (a.ids[0], b.ids[0])
            taken.add(k + 1)
    return _kept(drafts, [k not in taken for k in range(len(drafts))])


def _side_of_country(memo: Memo, words: Sequence[str], d: Draft) -> bool:
    """شمال العراق, be it a side of a country or a region of that name."""
    if d.last - d.first != 2 or words[d.first][d.cut :] not in memo.areas.sides:
        return False
    named = memo.gaz.lookup(words[d.last - 1])
    place = memo.gaz.brief(named[0]) if named else None
    return bool(d.ids) and place is not None and place.kind == "country"


def _without_idle(drafts: list[Draft]) -> list[Draft]:
    return _kept(drafts, [not d.idle and (d.relation != "anaphor" or d.container is not None or d.kind in _FREE) for d in drafts])


def _kept(drafts: list[Draft], keep: list[bool]) -> list[Draft]:
    if all(keep):
        return drafts
    where: dict[int, int] = {}
    for k, kept in enumerate(keep):
        if kept:
            where[k] = len(where)
    out = [d for d, kept in zip(drafts, keep) if kept]
    for d in out:
        if d.container is not None:
            d.container = where.get(d.container)
    return out


def _of_country(memo: Memo, words: Sequence[str], d: Draft) -> bool:
    """الشمال الشرقي, المنطقة الوسطى, شمال البلاد: a side of the country, not of a place named before."""
    first = memo[words[d.first]]
    last = memo[words[d.last - 1]]
    if last is not None and last.special is not None:
        return True
    return d.kind == "side" and first is not None and (first.side_noun is not None or first.type is not None)


def _point_back(memo: Memo, words: Sequence[str], drafts: list[Draft]) -> None:
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
            d.container = next((k for k in range(n - 1, -1, -1) if drafts[k].kind in _LANDS and drafts[k].relation != "anaphor"), None)
            if d.container is not None:
                continue  # جبل البشري ... في المنطقة ذاتها
        if kind in ("any", "area"):
            d.container = _last(drafts, n, (FIRST,)) or _last(drafts, n, (CITY, TOWN, FIRST))
            continue
        d.container = _same_rank(drafts, n, wanted) if kind in _DIVISIONS else None
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
                if _aside(memo, words, other):
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


def _hold(memo: Memo, words: Sequence[str], drafts: list[Draft]) -> None:
    links = memo.areas.words["links"]
    gap_words = memo.areas.words["gap"]
    from_to = memo.areas.words["side_links"]
    for k in range(len(drafts) - 1):
        a = drafts[k]
        if a.container is not None or a.relation == "anaphor":
            continue
        n = k + 1
        while n < len(drafts) and drafts[n].container == k:
            n += 1
        if n >= len(drafts):
            break
        b = drafts[n]
        land = a.kind in _LANDS and (b.kind in _DIVISIONS or b.kind == "countryside")  # وادي السلوقي في قضاء بنت جبيل
        sided = words[b.first] in memo.areas.sides and b.rank >= FIRST and b.kind == "place"  # شمالي موزمبيق is a region of its own
        whole = sided and a.kind in _FIRST_ORDER and a.typed  # محافظة إدلب في شمال غرب سوريا
        if b.rank <= a.rank and not (land or whole or a.kind == b.kind == "area" or b.relation in ("side", "offset", "near")):
            continue
        if b.relation == "near" and b.rank == COUNTRY:
            continue  # على تخوم الجزائر, قرب حدود بنين: beside that country, not in it
        gap = words[a.last : b.lead]
        part = b.prefix == "ل" and 1 < len(gap) < 4 and gap[0] in links and _a_part(memo, gap[1:])
        if not part and (len(gap) > 4 or any(w not in links and w not in _MARKS and w not in gap_words for w in gap)):
            continue
        joined = sided or "ب" in b.prefix or (b.prefix == "ل" and bool(gap)) or b.relation in ("side", "offset", "near")
        linked = any(w in links and w not in from_to for w in gap)
        of_it = words[a.last - 1] in memo.areas.side_adjectives or (a.typed and b.typed and b.kind in _FIRST_ORDER)
        linked = linked or (list(gap) == ["من"] and of_it)  # الحي الشرقي من البلدة, جبل ورغة من ولاية الكاف
        admin = b.kind in ("governorate", "district", "countryside", "province", "desert") and bool(gap)
        if b.prefix.startswith("و") or (b.lead < b.first and words[b.lead].startswith("و") and words[b.lead] not in memo.areas.sides):
            continue
        if joined or linked or admin or (gap == ["-"] and b.rank > a.rank):
            a.container = n
    # A container after a list holds the whole list (بلدتي البصيرة وهجين وقرية العزبة، بريف X).
    for k in range(len(drafts) - 2, -1, -1):
        a, b = drafts[k], drafts[k + 1]
        if a.container is None and b.container is not None and b.container > k + 1 and a.rank < FIRST and b.rank < FIRST:
            gap = words[a.last : b.first]
            if (not gap and b.prefix == "و") or (list(gap) == [","]):
                a.container = b.container
    # بريف حماة، بلدة X: the area stands first.
    for k in range(len(drafts) - 1):
        a, b = drafts[k], drafts[k + 1]
        if b.container is not None or b.relation == "anaphor" or a.kind not in _FIRST_WHERE:
            continue
        if b.rank < a.rank and b.typed and list(words[a.last : b.lead]) in ([","], [], [":"]):
            b.container = k


def _a_part(memo: Memo, gap: Sequence[str]) -> bool:
    """حاجز X عند المدخل الجنوبي ل: a part of the town that follows."""
    return gap[0] in memo.areas.words["parts"] and all(w in memo.areas.side_adjectives for w in gap[1:])


def _datelines(memo: Memo, words: Sequence[str], drafts: list[Draft]) -> None:
    """دير الزور- نورث برس at the start of a line: where the report was filed."""
    n = len(words)
    for k, d in enumerate(drafts):
        i = d.lead
        if i and words[i - 1] != "\n":
            continue
        if d.rank < VILLAGE or d.relation not in ("in", "named"):
            continue
        j = d.last
        if j < n and words[j] == "," and j + 1 < n:
            nxt = drafts[k + 1] if k + 1 < len(drafts) else None
            if nxt is not None and nxt.first == j + 1:
                j = nxt.last
            elif words[j + 1].isdigit():
                while j < n and words[j] not in ("-", "\n") and j - d.last < _DATELINE_TAIL:
                    j += 1
        elif j + 1 < n and words[j].isdigit() and words[j + 1] in memo.areas.words["name_months"]:
            j = next((k for k in range(j + 2, min(j + 5, n)) if words[k] in ("(", "-", ":")), j)  # دمشق 7 مارس 2021 (شينخوا)
        if j >= n or words[j] == "\n" or words[j] in ("-", ":", "/", "_", "(") or _agency(words, j):
            d.relation = "dateline"


def _agency(words: Sequence[str], j: int) -> bool:
    """``بيروت ـ رويترز:``, ``غزة ا.ف.ب:``: the dash was a tatweel, which folding drops."""
    end = next((k for k in range(j, min(j + _DATELINE_TAIL, len(words))) if words[k] in (":", "-", "\n")), None)
    return end is not None and end > j and all(w in wordset("agency-words") or w in (".", ",", "و", "(", ")") for w in words[j:end])
