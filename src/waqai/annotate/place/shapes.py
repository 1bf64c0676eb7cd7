"""What the shape of a folded word says: a mark, a verb, an adjective, a name from another tongue."""

from __future__ import annotations

from waqai.annotate.place.words import Memo

_MARKS = frozenset(".,;:!?()[]{}\"'/-\n،…•|#*=+<>%$&@_") | {"\n"}
# What Arabic nouns end in: without it a name from another tongue is seldom an everyday word.
_ENDINGS = ("تهم", "تها", "تين", "ته", "ها", "هم", "ين", "ان", "ون", "ات", "تا", "ا", "ه", "ي")


def is_word(word: str) -> bool:
    """Whether a token is a word: not a mark, not a number."""
    return word not in _MARKS and word[0].isalpha()


def odd(memo: Memo, w: str) -> bool:
    """Whether newswire never uses a word, nor the word without its ending, nor any table knows it but for a name."""
    a = memo.areas
    if len(w) < 3 or not is_word(w) or w.startswith(("ال", "مست")) or w in a.words["name_stops"]:
        return False
    info = memo[w]
    if info is not None and (info.type is not None or info.head is not None or info.side is not None or info.near):
        return False
    stems = [w, *(w[: -len(e)] for e in _ENDINGS if w.endswith(e) and len(w) - len(e) > 2)]
    return not any(s in a.common or s in a.risky or s + "ه" in a.common or "ال" + s in a.common for s in stems)


def foreign_head(memo: Memo, w: str) -> bool:
    """First half of such a name; right after its type word no verb and no preposition is meant (تودون باسا, باني كوسي)."""
    a = memo.areas
    return len(w) > 2 and is_word(w) and w not in a.common and w not in a.risky and not w.startswith("ال")


def foreign(memo: Memo, w: str) -> bool:
    """A word newswire never uses: half of a name from another tongue (غيرو كويري)."""
    a = memo.areas
    bare = w[1:] if w[0] == "ب" else w
    return (
        len(w) > 3
        and is_word(w)
        and bare not in a.common
        and bare not in a.risky
        and not w.startswith(("ال", "بال", "و", "ف", "ل", "ت", "ي", "ن", "ا"))
        and not w.endswith(("ها", "هم", "وا", "ون", "ين", "ت"))
        and w not in a.common
        and w not in a.risky
        and w not in a.words["name_stops"]
        and ((info := memo[w]) is None or (info.type is None and info.head is None and all(n.prefix == "" for n in info.names)))
    )


def verbal_shape(w: str) -> bool:
    """Whether a word has the shape of a verb: مدرسة تؤوي, مدرسة خلت."""
    return (len(w) > 3 and w[0] in "تي") or (3 <= len(w) <= 5 and w.endswith("ت") and not w.endswith("ات")) or w.endswith("وا")


def goes_on(memo: Memo, w: str) -> bool:
    """مسكنة ومحيطها, على بيت فقتل: the next word is joined on and belongs to no name."""
    if w[0] == "ف":
        return len(w) > 3 and w[1:] in memo.areas.common and w not in memo.areas.common
    return w[0] == "و" and len(w) > 3 and (w[1:] in memo.areas.common or w.endswith(("ها", "هم", "هما")))


def agrees(w: str, noun: str) -> bool:
    """Whether an indefinite word may be an adjective of the noun: both feminine, or a nisba of a masculine one."""
    return w.endswith("ه") if noun.endswith("ه") else w.endswith("ي")


def joined_type(memo: Memo, w: str) -> bool:
    """بلدات in مدن وبلدات: a second type word, not a name."""
    info = memo[w]
    return w[0] == "و" and info is not None and info.type is not None
