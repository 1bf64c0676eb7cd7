"""How far a name reaches after a type word, for names the gazetteer has and names it lacks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from waqai.annotate.place.words import Memo, Word
from waqai.resources.areas import TypeWord

QUOTES = frozenset('"\'')
_MARKS = frozenset('.,;:!?()[]{}"\'/-\n،…•|#*=+<>%$&@_') | {"\n"}


class Name(NamedTuple):
    """A name after a type word.

    ``first``, ``last``: tokens of the name itself; ``end``: token after it with its closing quotation mark;
    ``ids``: candidates, empty when the gazetteer has none; ``quoted``: it stands in quotation marks.
    """

    first: int
    last: int
    end: int
    ids: tuple[str, ...]
    quoted: bool


def longest(memo: Memo, words: Sequence[str], i: int) -> tuple[int, tuple[str, ...]]:
    """The longest gazetteer name beginning at ``i`` with no proclitic: number of tokens and ids; ``(0, ())`` for none."""
    got = memo.tails(words[i])
    if got is None:
        return 0, ()
    tails, most, _ = got
    if most == 0:
        return 1, tails[()]
    for n in range(min(most, len(words) - i - 1), -1, -1):
        ids = tails.get(tuple(words[i + 1 : i + 1 + n]))
        if ids:
            return n + 1, ids
    return 0, ()


def is_word(word: str) -> bool:
    """Whether a token is a word: not a mark, not a number."""
    return word not in _MARKS and word[0].isalpha()


def read_name(memo: Memo, words: Sequence[str], infos: Sequence[Word | None], j: int, type: TypeWord) -> Name | None:
    """The name that follows a type word at ``j``.

    Args:
        memo: word readings.
        words, infos: folded words of the text and their readings.
        j: token after the type word.
        type: the type word: says which unknown names it takes.

    Returns:
        The name, or ``None`` when none follows.
    """
    n = len(words)
    if j >= n:
        return None
    if words[j] in QUOTES or words[j] == "(":
        return _quoted(memo, words, j)
    if words[j] == "ال" and j + 1 < n and words[j + 1].isdigit():
        return Name(j, j + 2, j + 2, memo.gaz.lookup(f"منطقه ال {words[j + 1]}"), False)
    if not is_word(words[j]):
        return None
    stops = memo.areas.words["name_stops"]
    size, ids = longest(memo, words, j)
    if size < 2 and (words[j] in stops or (type.kind == "area" and type.number == "many" and words[j] in memo.areas.risky)):
        return None
    known = j + size
    reach = _unknown(memo, words, j, type, size > 0)
    if size and (size > 1 or reach <= known):
        end = _tail(memo, words, known, type)
        return Name(j, end, end, ids, False)
    if reach > j:
        # A compound the gazetteer lacks (تل قراح); the one-word name inside it (تل) is another place.
        end = _tail(memo, words, reach, type)
        return Name(j, end, end, (), False)
    if size:
        return Name(j, known, known, ids, False)
    return None


def _quoted(memo: Memo, words: Sequence[str], j: int) -> Name | None:
    close = '"' if words[j] == '"' else "'" if words[j] == "'" else ")"
    for k in range(j + 2, min(j + 7, len(words))):
        if words[k] == close:
            if words[j] == "(" or not all(is_word(w) or w.isdigit() for w in words[j + 1 : k]):
                return None
            ids = memo.gaz.lookup(" ".join(words[j + 1 : k]))
            return Name(j + 1, k, k + 1, ids, True)
        if words[k] == "\n":
            return None
    return None


def _unknown(memo: Memo, words: Sequence[str], j: int, type: TypeWord, known: bool) -> int:
    """End of the unknown name at ``j``; ``j`` when there is none. ``known``: the first word alone is a known name."""
    w = words[j]
    a = memo.areas
    stops = a.words["name_stops"]
    definite = w.startswith("ال")
    if type.unknown in ("none", "closed"):
        return j
    if type.unknown == "definite" and not definite and w not in a.words["name_heads"]:
        return j
    if w.startswith("لل") or w.startswith("بال") or (len(w) < 3 and w not in a.words["name_heads"]):
        return j
    head = w in a.words["name_heads"]
    if type.kind == "area" and type.number == "many" and not head:
        return j
    if not head and (type.unknown == "definite" or type.number == "many"):
        if w in a.words["name_generic"] or w in a.nisba:
            return j
        if w in a.risky and type.kind in ("area", "market", "road"):
            return j
    n = len(words)
    end = j + 1
    if w in a.words["name_heads"]:
        if end >= n or not is_word(words[end]) or words[end] in stops:
            return j if not known and len(w) < 4 else end
        end += 1
        if words[end - 1] in a.words["name_heads"] and end < n and is_word(words[end]) and words[end] not in stops:
            end += 1
        return end
    if not definite:
        # An indefinite adjective is no name (منطقة سكنية); a noun with a definite complement is one (شلال المطر).
        if w.endswith(("يه", "ي")) and type.group != "settlement" and not known:
            return j
        if (
            end < n
            and words[end].startswith("ال")
            and len(words[end]) > 4
            and words[end] not in stops
            and words[end] not in a.nisba
            and words[end] not in a.words["name_tails"]
            and words[end] not in a.words["name_site_tails"]
            and not known
            and words[end] not in a.words["links"]
            and words[end] not in a.words["spanning"]
        ):
            end += 1
    return end


def _tail(memo: Memo, words: Sequence[str], end: int, type: TypeWord) -> int:
    """Adjectives that stretch the name: الصمدانية الشرقية, حقل الجفرة النفطي."""
    if end >= len(words) or type.kind in ("countryside", "desert", "governorate", "province", "canton"):
        return end
    w = words[end]
    if type.keep and w in memo.areas.words["name_site_tails"]:
        return end + 1
    if w in memo.areas.words["name_tails"] and (w.startswith("ال") or w not in memo.areas.sides):
        return end + 1
    return end
