"""One quantity before bounds are applied: a stated number, a vague one, or a noun whose form says how many."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from waqai.annotate.number.cardinal import Value, value_at
from waqai.annotate.number.lexicon import lexicon
from waqai.annotate.number.nouns import DUAL, EITHER, PLURAL, SINGULAR, noun_of
from waqai.annotate.number.ordinal import ordinal_at
from waqai.annotate.number.phrases import table
from waqai.annotate.number.traps import is_name
from waqai.model import Token

_MAX_ADJECTIVES = 6


class Quantity(NamedTuple):
    """How many, and where it stands. ``noun`` is a token index or ``None``; ``end`` is where reading goes on.

    ``last`` is the end of the number words themselves; ``end`` lies beyond the noun and its adjectives.
    """

    first: int
    last: int
    end: int
    low: Value | None
    best: Value | None
    high: Value | None
    form: str
    noun: int | None


def word_at(tokens: Sequence[Token], i: int) -> str:
    """The folded word at ``i``; empty outside the text."""
    return tokens[i].word if 0 <= i < len(tokens) else ""


def find_noun(tokens: Sequence[Token], j: int) -> tuple[int | None, int]:
    """The noun counted by a number that ends before ``j``: ``(index, next)``.

    It is the next word, over a closing bracket, ``آخرين`` and ``من`` (``ثلاثة من عناصر``). Function words, verbs
    and words with a proclitic are no nouns unless the noun list knows them.
    """
    t = table()
    k = j
    if k >= 2 and word_at(tokens, k) == "/" == word_at(tokens, k - 2):
        k += 1  # ``/43/ شخصاً``
    while word_at(tokens, k) in (")", '"', "]", "+"):
        k += 1
    while word_at(tokens, k) in t.others:
        k += 1
    if word_at(tokens, k) == "من" and word_at(tokens, k + 1) not in t.not_nouns:
        nxt = word_at(tokens, k + 1)
        if nxt.isalpha() and nxt[:1] > "\u0600":
            return k + 1, over_adjectives(tokens, k + 2, True)
        return None, j
    word = word_at(tokens, k)
    if len(word) < 2 or not word.isalpha() or word[0] < "\u0600" or word in t.not_nouns:
        return None, max(j, k) if k > j and word_at(tokens, k - 1) in t.others else j
    noun = noun_of(word)
    if word in t.one_solo and k == j:  # speech: خمستاشر واحد
        return k, k + 1
    if noun is None:
        glued = word[0] in "وفبل" and not word.endswith("ا")
        if glued or word in lexicon().cardinals or len(word) < 3:
            return None, j
        return k, k + 1
    if noun.prefix not in ("", "ال"):
        return None, j
    return k, over_adjectives(tokens, k + 1, True)


def over_adjectives(tokens: Sequence[Token], k: int, shared: bool = False) -> int:
    """Skip what still belongs to a counted noun: nouns that follow as adjectives (``مدنيين``), ``آخرين``, and a second
    noun under the same number (``رجلاً وشاباً``, ``قتيلاً وجريحاً``)."""
    t = table()
    head = noun_of(word_at(tokens, k - 1))
    for _ in range(_MAX_ADJECTIVES):
        word = word_at(tokens, k)
        if word == "من" and head is not None and head.group == "persons":
            of = noun_of(word_at(tokens, k + 1))  # أربعة قتلى من عناصر الجيش
            return k + 2 if of is not None and of.group == "persons" and of.number != SINGULAR and of.prefix in ("", "ال") else k
        if word in t.others and not word.startswith("و"):
            k += 1
            continue
        noun = noun_of(word)
        if head is None:
            return k
        if noun is not None and word_at(tokens, k - 1).endswith("ون") and not word.endswith("ون"):
            return k  # خطف مسلحون راعيين: another case, so the object and no adjective
        if noun is None:
            if head.number not in (DUAL, EITHER) or not agrees(word):
                return k
        elif noun.group != "persons" and not (head.number == DUAL and noun.number in (DUAL, EITHER) and not noun.prefix):
            return k
        elif noun.prefix != "" and not (noun.prefix == "ال" and head.definite):
            second = shared and noun.prefix == "و" and noun.number == head.number and not noun.owned
            if not second or noun.number not in (SINGULAR, PLURAL):
                return k
        k += 1
    return k


def agrees(word: str) -> bool:
    """An adjective that agrees with a dual: ``ناسفتين``, ``مجهولان``."""
    return len(word) >= 5 and word.endswith(("ين", "ان")) and word not in lexicon().cardinals


def stated(tokens: Sequence[Token], i: int, got: tuple[Value, int] | None = None) -> Quantity | None:
    """A number in digits or words at ``i`` with its noun; ``None`` when there is none or it is a name."""
    got = got or value_at(tokens, i)
    if got is None:
        return None
    value, j = got
    if is_name(tokens, i, j) or (word_at(tokens, i - 1) in table().groups_before and word_at(tokens, i).startswith("ال")):
        return None
    digit = any(tokens[k].word[0].isdecimal() for k in range(i, j))
    share = _share(tokens, j)
    noun, end = find_noun(tokens, j) if share is None else (None, share)
    if noun is None and i > 0:
        noun = _noun_before(tokens, i)
    if noun is None and j == i + 1 and word_at(tokens, i) in table().weak_numbers:
        return None
    form = "digits" if digit else "words"
    return Quantity(i, j, max(end, j), value, value, value, form, noun)


def _share(tokens: Sequence[Token], j: int) -> int | None:
    """The end of ``بالمئة``, ``في المئة`` or ``%`` at ``j``."""
    percent = table().percent
    for n in (1, 2):
        if tuple(word_at(tokens, k) for k in range(j, j + n)) in percent:
            return j + n
    return None


def restated(tokens: Sequence[Token], value: Value, j: int) -> int:
    """Past the same number again in brackets: ``7 (سبعة) جنود``; ``j`` when there is none."""
    if word_at(tokens, j) != "(":
        return j
    again = value_at(tokens, j + 1)
    return again[1] + 1 if again is not None and again[0] == value and word_at(tokens, again[1]) == ")" else j


def _noun_before(tokens: Sequence[Token], i: int) -> int | None:
    """The noun when the number follows it: ``القتلى الستة``, ``عنصر واحد``, ``مدنيين اثنين``, ``الجنود الـ14``."""
    word = tokens[i].word
    before = noun_of(word_at(tokens, i - 1))
    if before is None:
        return None
    small = word in table().one_solo or word in table().two_after
    definite = word.startswith("ال")
    return i - 1 if (small and before.number != PLURAL) or (definite and before.definite) else None


def vague(tokens: Sequence[Token], i: int, original: str) -> Quantity | None:
    """``عشرات``, ``بضعة``, ``عدد كبير من``: at least two, open (codebook section 8)."""
    t = table()
    word = tokens[i].word
    j = i
    if word in t.direct:
        j = i + 1
        if word.endswith("عده") and (original[tokens[i].end - 1] == "ه" or word_at(tokens, j).startswith("ال")):
            return None  # بعده is "after him"; عدة before a definite noun belongs to the noun before it
        if word_at(tokens, j) in t.powers:
            return _vague(tokens, i, _over_powers(tokens, j))
        teen = _few_and(tokens, i, j)
        if teen is not None:
            return teen
        nxt = word_at(tokens, j)
        if nxt in t.not_nouns or not nxt.isalpha() or (noun_of(nxt) is None and len(nxt) < 3):
            return None
        return _vague(tokens, i, j)
    if word in t.powers:
        return _vague(tokens, i, _over_powers(tokens, i))
    if word in t.heads:
        j = i + 1
        while word_at(tokens, j) in t.qualities and j - i < 5:
            j += 1
        if word_at(tokens, j) == "من":
            return _vague(tokens, i, j + 1)
        if j > i + 1 and word.lstrip("وفبل").startswith("عدد"):
            return _vague(tokens, i, j)
    return None


def _few_and(tokens: Sequence[Token], i: int, j: int) -> Quantity | None:
    """``بضعة عشر`` is 13–19, ``بضع وعشرون`` 23–29."""
    got = value_at(tokens, j)
    if got is None or got[0] not in range(10, 100, 10) or "بضع" not in tokens[i].word:
        return None
    noun, end = find_noun(tokens, got[1])
    tens = int(got[0])
    return Quantity(i, got[1], max(end, got[1]), tens + 3, None, tens + 9, "vague", noun)


def _over_powers(tokens: Sequence[Token], j: int) -> int:
    powers = table().powers
    while word_at(tokens, j) in powers:
        j += 1
    return j


def _vague(tokens: Sequence[Token], i: int, j: int) -> Quantity:
    noun, end = find_noun(tokens, j)
    return Quantity(i, j, max(end, j), 2, None, None, "vague", noun)


def one_of(tokens: Sequence[Token], i: int) -> Quantity | None:
    """``أحد عناصر``, ``إحدى السيارات``, ``أحدهم``: one; ``كلا الطرفين``: two."""
    t = table()
    word = tokens[i].word
    if word in t.one_pronoun:
        return Quantity(i, i + 1, i + 1, 1, 1, 1, "words", None)
    if word in t.both_pronoun:
        return Quantity(i, i + 1, i + 1, 2, 2, 2, "words", None)
    if word in t.both:
        noun = noun_of(word_at(tokens, i + 1))
        return None if noun is None or noun.number == SINGULAR else Quantity(i, i + 1, i + 2, 2, 2, 2, "words", i + 1)
    if word not in t.one_of:
        return None
    for k in range(max(0, i - 2), i):
        if tokens[k].word in t.never_after:
            return None
    nxt = word_at(tokens, i + 1)
    if nxt == "من" and word_at(tokens, i + 2) not in t.not_nouns:
        return None
    noun = noun_of(nxt)
    plural = noun is not None and noun.number != SINGULAR
    if plural or (nxt.startswith("ال") and len(nxt) > 4) or (noun is None and nxt.endswith(("ات", "ي", "ها", "هم", "ه"))):
        if len(nxt) < 3 or nxt in t.not_nouns:
            return None
        return Quantity(i, i + 1, over_adjectives(tokens, i + 2), 1, 1, 1, "words", i + 1)
    return None


def others(tokens: Sequence[Token], i: int) -> Quantity | None:
    """``إصابة آخرين``: two or more; ``وأصيب آخر``, ``وإصابة ثالث``: one. Only after a casualty word or with و."""
    t = table()
    word = tokens[i].word
    before = word_at(tokens, i - 1)
    hurt = before in t.casualty
    bare = word[1:] if word[0] in "وف" and word[1:] in t.others else word
    nxt = word_at(tokens, i + 1)
    follows = noun_of(nxt)
    if bare in ("اخرين", "اخرون", "اخريات"):
        owned_by_number = noun_of(before) is not None and word == bare
        if owned_by_number or not (hurt or word != bare or nxt in ("بجروح", "بجراح")):
            return None
        return Quantity(i, i + 1, i + 1, 2, None, None, "plural", None)
    if bare in ("اخران", "اخريان"):
        return Quantity(i, i + 1, i + 1, 2, 2, 2, "dual", None) if hurt or word != bare else None
    if bare != "اخر" or not hurt or (follows is not None and follows.prefix == ""):
        return None
    if nxt.isalpha() and nxt not in t.not_nouns and nxt[0] not in "بوفل":
        return None
    return Quantity(i, i + 1, i + 1, 1, 1, 1, "singular", None)


def is_definite_ordinal(word: str) -> bool:
    """``word`` begins an ordinal and carries the article."""
    lex = lexicon()
    w = lex.ordinals.get(word) or lex.plain_ordinals.get(word) or lex.cardinals.get(word)
    return w is not None and (w.prefix.endswith("ال") or w.prefix.endswith("لل"))


def _is_bare_noun(word: str) -> bool:
    noun = noun_of(word)
    return noun is not None and noun.prefix == ""


def one_more(tokens: Sequence[Token], i: int) -> Quantity | None:
    """An indefinite ordinal as a person: ``واختُطف رابع``, ``وإصابة ثالث بجروح``."""
    got = ordinal_at(tokens, i)
    if got is None or not 2 <= got[0] <= 10 or word_at(tokens, i - 1) not in table().casualty:
        return None
    if is_definite_ordinal(tokens[i].word) or _is_bare_noun(word_at(tokens, got[1])):
        return None
    nxt = word_at(tokens, got[1])
    if nxt.isalpha() and nxt not in table().not_nouns and nxt[0] not in "بوفل":
        return None
    return Quantity(i, got[1], got[1], 1, 1, 1, "singular", None)


def widen(q: Quantity, first: int, last: int) -> Quantity:
    """The quantity with its span stretched to ``[first, last)``."""
    return q._replace(first=min(first, q.first), last=max(last, q.last), end=max(last, q.end))
