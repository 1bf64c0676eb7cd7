"""Signs by which a word behind a type word of place is a name, a person or everyday language: what :mod:`names` asks of its neighbours."""

from __future__ import annotations

from collections.abc import Sequence

from waqai.annotate.place.shapes import goes_on, is_word, odd
from waqai.annotate.place.words import Memo
from waqai.resources.areas import TypeWord
from waqai.resources.wordsets import wordset

_SERVANT = wordset("servant-of")
_TOWN = 0.3  # weight of a town the news names


def whole_town(memo: Memo, w: str, after: str) -> bool:
    """A town of one word the news names, and behind it an indefinite everyday word that makes no other name with it."""
    if after.startswith("ال") or after in memo.areas.words["given"] or odd(memo, after) or memo.gaz.lookup(f"{w} {after}"):
        return False
    ids = memo.gaz.lookup(w)
    return bool(ids) and memo.weight(ids) >= _TOWN


def two_everyday(memo: Memo, words: Sequence[str], j: int) -> bool:
    """منطقة المجموعة الثقافية: an everyday noun and its adjective are the name, not the hamlet called by the noun alone."""
    a = memo.areas
    if j + 1 >= len(words) or words[j] not in a.common or not words[j].startswith("ال") or words[j] in a.words["name_generic"]:
        return False
    w = words[j + 1]
    if not w.startswith("ال") or len(w) < 6 or w in a.words["name_stops"] or w in a.nisba or w in a.words["name_site_tails"]:
        return False
    if w in a.words["name_tails"] or w in a.side_adjectives or w in a.words["links"]:
        return False
    ids = memo.gaz.lookup(words[j])
    if ids and memo.weight(ids) >= 0.3:
        return False
    return w.endswith("يه") if words[j].endswith(("ه", "ات")) else w.endswith("ي")


def relates(memo: Memo, w: str) -> bool:
    """حقل بأطراف قرية X: the word opens the next place."""
    info = memo[w]
    return (
        info is not None
        and w[0] == "ب"
        and (info.near or info.side is not None or (info.type is not None and (info.type_cut == 1 or not info.names)))
    )


def stands_alone(memo: Memo, words: Sequence[str], j: int) -> bool:
    """Whether a word shaped like a verb is a name: nobody uses it otherwise, and nothing it could govern follows (منطقة يسومان في)."""
    a = memo.areas
    w = words[j]
    if len(w) < 4 or w in a.common or w in a.risky or w.endswith(("ها", "هم", "هما", "وا")):
        return False
    if j + 1 >= len(words) or not is_word(words[j + 1]):
        return True
    nxt = memo[words[j + 1]]
    if words[j + 1] in a.words["belongs"]:
        return True  # منطقة يعيس التابعة لمديرية مريس
    if words[j + 1] in a.words["within"] and j + 2 < len(words):
        after = memo[words[j + 2]]
        return after is not None and after.type is not None and after.type.group in ("admin", "settlement")
    return nxt is not None and (nxt.side is not None or (nxt.type is not None and "ب" in nxt.prefix))


def bears(memo: Memo, words: Sequence[str], j: int) -> bool:
    """Whether a person's name follows a title; علي is one only where على cannot be meant: a mark, a preposition or بن follows."""
    w, a = words[j], memo.areas
    if w != "علي":
        return is_word(w) and w not in a.words["name_stops"] and not goes_on(memo, w) and not relates(memo, w)
    if j + 1 >= len(words):
        return True
    after = words[j + 1]
    return (
        not is_word(after)
        or after in a.words["prep"]
        or after in a.words["side_in"]
        or after in a.words["patronym"]
        or relates(memo, after)
    )


def person(memo: Memo, words: Sequence[str], j: int) -> int:
    """End of a person's name that a street, school or hospital bears: خالد بن الوليد."""
    end = j + 1
    if end + 1 < len(words) and words[end] in memo.areas.words["patronym"]:
        return min(end + 2 + (words[end + 1] in _SERVANT), len(words))  # عمر بن عبد العزيز
    if end + 1 < len(words) and words[end] in _SERVANT:
        return end + 2  # جمال عبد الناصر
    if end < len(words) and words[end] not in memo.areas.words["name_stops"]:
        w = words[end]
        if w in memo.areas.words["given"] or (w.startswith("ال") and w not in memo.areas.words["links"]):
            return end + 1 + (words[j] in _SERVANT and end + 1 < len(words) and _family(memo, words[end + 1]))
    return end


def _family(memo: Memo, w: str) -> bool:
    """عبد القادر الحسيني: the third word is the name of the family, no adjective of the building and no side of the street."""
    a = memo.areas
    if w in a.words["given"] or (odd(memo, w) and not w.startswith(("ب", "ل", "و"))):
        return True
    plain = w in a.common or w in a.nisba or w in a.types or w in a.side_adjectives
    tails = ("links", "name_stops", "name_site_tails", "part_adjectives")
    return w.startswith("ال") and not plain and not any(w in a.words[k] for k in tails)


def counted(memo: Memo, w: str) -> bool:
    """A thing counted in a name, with neither article nor proclitic: بحرات in السبع بحرات."""
    if not is_word(w) or w.startswith(("ال", "بال", "لل", "و")) or w in memo.areas.words["name_stops"]:
        return False
    return (info := memo[w]) is None or (info.type is None and info.side is None and not info.near)


def complement(memo: Memo, w: str, definite: bool) -> bool:
    """Whether a word with the article completes an unknown name before it."""
    a = memo.areas
    if not w.startswith("ال") or len(w) < 5 or w in a.words["name_stops"] or w in a.nisba or w in a.words["name_land_adjectives"]:
        return False
    if w in a.words["name_tails"] or w in a.words["name_site_tails"]:
        return False
    if w in a.words["links"] or w in a.words["spanning"] or w in a.side_adjectives:
        return False
    # Two words with the article are a name and its adjective (السكن الشبابي) unless the adjective is everyday language.
    return not definite or w in a.words["name_site_adjectives"] or (w.endswith(("ي", "يه")) and w not in a.common)


def plant_named(memo: Memo, words: Sequence[str], j: int) -> bool:
    """محطة عودة النفطية: the adjective of the plant is definite, so the noun between them is a name."""
    a = memo.areas
    w = words[j]
    if j + 1 >= len(words) or not is_word(w) or w.startswith("ال") or w in a.words["name_stops"] or w in a.words["name_mid"] or len(w) < 3:
        return False
    after = words[j + 1]
    return after in a.words["name_site_tails"] and after.endswith("ه") == words[j - 1].endswith("ه") and w not in a.types


def part_before(memo: Memo, words: Sequence[str], end: int, type: TypeWord) -> bool:
    """Whether the type word that announces the name ending at ``end`` depends on a part of the town (مدخل مدينة X)."""
    for k in range(end - 1, max(0, end - 6), -1):
        found = memo.areas.types.get(words[k])
        if found is type or (found is not None and found.kind == type.kind):
            before = words[k - 1]
            return before in memo.areas.words["parts"] or before[1:] in memo.areas.words["parts"]
    return False
