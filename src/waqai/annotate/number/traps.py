"""Digits that count nothing: names of units and roads, models, phone numbers, scores, clock times, dates and years."""

from __future__ import annotations

from collections.abc import Sequence

from waqai.annotate.number.nouns import noun_of
from waqai.annotate.number.phrases import table
from waqai.model import Token
from waqai.resources.wordsets import wordset

_STUCK = frozenset("/:#@_\\+^=")
_SIGNS = frozenset("+=")  # at the head of a number they bound it
_KEYCAP = frozenset({"\ufe0f", "\u20e3"})  # 3️⃣
_QUOTES = frozenset({'"', "'"})
_CLITICS = frozenset({"و", "ف", "ب", "ل", "ك", "ال", "وال", "بال", "لل", "فال", "ول", "وب", "ولل", "فب", "فل"})
_MAX_COUNT_DIGITS = 7
_LAST_DAY = 31
_NISBA = 4  # letters a word of people in ``-ياً`` has at least


def _touches(tokens: Sequence[Token], i: int) -> bool:
    """Tokens ``i`` and ``i + 1`` stand without a space."""
    return i >= 0 and i + 1 < len(tokens) and tokens[i].end == tokens[i + 1].start


def _word(tokens: Sequence[Token], i: int) -> str:
    return tokens[i].word if 0 <= i < len(tokens) else ""


def stuck(tokens: Sequence[Token], i: int, j: int) -> bool:
    """Digits ``[i, j)`` are glued to letters or signs that make them a code: ``M4``, ``ف-16``, ``10:30``."""
    if _touches(tokens, i - 1):
        before = tokens[i - 1].word
        if before == "/" and _word(tokens, j) == "/" and not _word(tokens, i - 2).isdecimal() and not _word(tokens, j + 1).isdecimal():
            return False  # ``/43/ شخصاً``: agencies fence a figure with strokes
        if before in _STUCK:
            return not (before in _SIGNS and (not _touches(tokens, i - 2) or _word(tokens, i - 2) in ("<", ">")))
        if before.isalpha() and before not in _CLITICS:
            return before.isascii() or len(before) <= 2
        if before in "-.," and _touches(tokens, i - 2):
            inner = tokens[i - 2].word
            return inner.isalpha() and len(inner) <= 5 if before == "-" else inner.isdecimal()
    if _touches(tokens, j - 1):
        after = tokens[j].word
        if after in _KEYCAP or _list_mark(tokens, i, j):
            return True
        if after in "/:_\\" and j + 1 < len(tokens) and _touches(tokens, j) and tokens[j + 1].word[0].isdecimal():
            return True
        return after.isascii() and after.isalpha() and len(after) <= 2
    return False


def _list_mark(tokens: Sequence[Token], i: int, j: int) -> bool:
    """A short number with its mark at the head of a line: ``1- قتل``, ``2) أصيب``."""
    if i > 0 and tokens[i - 1].word != "\n":
        return False
    mark = tokens[j].word
    follows = _word(tokens, j + 1)[:1]
    return mark in ("-", ".", ")") and len(tokens[i].word) <= 2 and follows not in ("", "\n") and not follows.isdecimal()


def _month_follows(tokens: Sequence[Token], j: int) -> bool:
    """A month name closes this number or the list it opens: ``15 أيار``, ``10 و15 نيسان``, ``17 من حزيران``."""
    months = table().months
    k = j
    for _ in range(3):
        word = _word(tokens, k)
        if word in months:
            return True
        if word in ("من", "شهر"):
            return _word(tokens, k + 1) in months or _word(tokens, k + 1) == "شهر"
        if word in ("و", "-", "الي", "حتي", ",") and _word(tokens, k + 1).isdecimal() and len(_word(tokens, k + 1)) <= 2:
            k += 2
            continue
        return False
    return False


def _quoted_name(tokens: Sequence[Token], i: int, j: int) -> bool:
    """Digits that close a quoted name: ``"السويداء 24"``."""
    if _word(tokens, j) not in _QUOTES:
        return False
    for k in range(i - 1, max(-1, i - 4), -1):
        if tokens[k].word in _QUOTES:
            return k < i - 1
        if not tokens[k].word.isalpha():
            return False
    return False


def phone_end(tokens: Sequence[Token], i: int) -> int | None:
    """The end of a phone number in groups (``+963 933 123 456``, ``0933-123-456``) that starts at digits ``i``; else ``None``."""
    if not tokens[i].word.isdecimal():
        return None
    j, groups, size = i, 0, 0
    while j < len(tokens) and tokens[j].word.isdecimal() and groups < 8:
        groups, size = groups + 1, size + len(tokens[j].word)
        j += 1
        if _word(tokens, j) == "-" and _touches(tokens, j - 1) and _touches(tokens, j):
            j += 1
        elif j < len(tokens) and tokens[j].start != tokens[j - 1].end + 1:
            break
    lead = _word(tokens, i - 1) == "+" or tokens[i].word[0] == "0"
    return j if (lead and size >= 7 and groups >= 2) or (groups >= 4 and size >= 9) else None


def is_year(word: str) -> bool:
    """Four digits between 1900 and 2099."""
    return len(word) == 4 and word.isdecimal() and word[:2] in ("19", "20")


def _after_in(tokens: Sequence[Token], i: int, j: int) -> bool:
    """``قُتل في 2019 قائد الكتيبة``: a year; what 2019 counts would stand in the accusative (``2019 قائداً``)."""
    year = int(tokens[i].word) if tokens[i].word.isdecimal() else 0
    return year % 100 > 2 and _word(tokens, i - 1) in wordset("before-a-year") and not _word(tokens, j).endswith("ا")


def _hijri(tokens: Sequence[Token], i: int, j: int) -> bool:
    """A year of the Hijri calendar: its mark follows, or a month stands before (``ربيع الآخر 1447``)."""
    months = table().months
    return _word(tokens, j) in table().hijri_marks or _word(tokens, i - 1) in months or _word(tokens, i - 2) in months


def is_name(tokens: Sequence[Token], i: int, j: int) -> bool:
    """The digit number on tokens ``[i, j)`` is a name, code, date or year and no count.

    ``i`` may point at a proclitic standing apart (``الـ4``); the digits are then at ``i + 1``.
    """
    d = i if tokens[i].word[0].isdecimal() else i + 1
    word = _word(tokens, d)
    if not word[:1].isdecimal():
        return False
    if _word(tokens, i - 1) == "\n" and _word(tokens, j) == "\n":
        return True  # a number alone on its line: a page or view count
    if stuck(tokens, d, d + 1 if j == d + 1 else j):
        return True
    plain = word.isdecimal()
    follower = noun_of(_word(tokens, j)) if j < len(tokens) else None
    counted = follower is not None and not follower.definite and follower.prefix == ""
    counted = counted or _word(tokens, j) in table().others
    people = _word(tokens, j).endswith("يا") and len(_word(tokens, j)) > _NISBA  # "اليوم 19 فلسطينياً"
    named = _word(tokens, i - 1)
    if tokens[i].word == "و" and _word(tokens, j) == "من" and named.startswith("ال") and not named.endswith(("ان", "ين")):
        return False  # "قائد الكتيبة و14 من جنودها"
    if plain and _quoted_name(tokens, d, j):
        return True
    if plain and not (counted or people) and d == i and _touches(tokens, d - 1) and named.isalpha() and named not in _CLITICS:
        return True  # ``شبكة درعا24``; a space is only left out in ``مقتل24 شخصاً``
    if plain and j == d + 1:
        if len(word) > 1 and word[0] == "0":
            return True
        if len(word) > _MAX_COUNT_DIGITS and not counted:
            return True
        if is_year(word) and (not counted or _after_in(tokens, i, j)):
            return True
        if len(word) == 4 and word[:2] in ("13", "14") and _hijri(tokens, i, j):
            return True
    if _month_follows(tokens, j) or _word(tokens, j) in table().hours:
        return True
    if plain and _word(tokens, d - 1) == "و" and _word(tokens, d - 2) in table().months and _word(tokens, j) == "في":
        return False  # "15 جريمة في شباط و11 في حزيران"
    if plain and not counted and any(_word(tokens, k) in table().far_names for k in range(max(0, i - 4), i)):
        return True
    before = _word(tokens, i - 1)
    if before in table().name_adjectives and _word(tokens, i - 2) in table().names_before:
        before = _word(tokens, i - 2)
    if before in table().today and not (_word(tokens, j) == "من" and _month_follows(tokens, j + 1)):
        return False  # "اعتُقل فجر اليوم 25 فلسطينياً"
    if before in table().names_before:
        return not people and not (counted and follower is not None and follower.group in ("persons", "events"))
    if before in table().weak_names_before:
        return not counted
    if before not in table().months:
        return False
    counts = counted and follower is not None and follower.group in ("persons", "events")
    return is_year(word) or (not counts and not (plain and int(word) > _LAST_DAY))  # "خلال شباط 17 حالة", "منذ أكتوبر 7000 معتقل"
