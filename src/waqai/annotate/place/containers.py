"""Which place holds which, and which places only head a report."""

from __future__ import annotations

from collections.abc import Sequence

from waqai.annotate.place.drafts import COUNTRY, FIRST, VILLAGE, Draft
from waqai.annotate.place.pointing import DIVISIONS, LANDS, point_back
from waqai.annotate.place.words import Memo
from waqai.resources.wordsets import wordset

_MARKS = frozenset(',("-)')
_FIRST_WHERE = frozenset({"countryside", "governorate", "district", "province"})
_FIRST_ORDER = frozenset({"governorate", "province"})
_FREE = frozenset({"country", "capital"})
_DATELINE_TAIL = 8


def link(memo: Memo, words: Sequence[str], drafts: list[Draft]) -> list[Draft]:
    """Set ``container`` on drafts and ``relation`` ``dateline``; the drafts are in text order.

    Returns:
        The drafts without the back-pointing words that point to nothing (القضاء is also the judiciary).
    """
    drafts = _pairs(memo, words, drafts)
    _datelines(memo, words, drafts)
    point_back(memo, words, drafts)
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
        land = a.kind in LANDS and (b.kind in DIVISIONS or b.kind == "countryside")  # وادي السلوقي في قضاء بنت جبيل
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
