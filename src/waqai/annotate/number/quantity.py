"""One quantity before bounds are applied: a stated number, a vague one, or a noun whose form says how many."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from waqai.annotate.number.cardinal import Value, ordinal_at, value_at
from waqai.annotate.number.lexicon import lexicon
from waqai.annotate.number.nouns import DUAL, EITHER, PLURAL, SINGULAR, Noun, noun_of
from waqai.annotate.number.phrases import table
from waqai.annotate.number.traps import is_name
from waqai.model import Token

_MARKED_DUAL = re.compile("\u064e\u064a\u0652?\u0646")  # fatha + ي + ن: مسلحَين
_BODIES = frozenset({"جثه", "جثمان", "رفات"})
_LOSS = "خساره"
_LOOK_AHEAD = 9
_MAX_ADJECTIVES = 6


@dataclass(frozen=True, slots=True)
class Quantity:
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
    while word_at(tokens, k) in (")", '"', "]"):
        k += 1
    while word_at(tokens, k) in t.others:
        k += 1
    if word_at(tokens, k) == "من" and word_at(tokens, k + 1) not in t.not_nouns:
        nxt = word_at(tokens, k + 1)
        if nxt.isalpha() and nxt[:1] > "\u0600":
            return k + 1, _over_adjectives(tokens, k + 2, True)
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
    return k, _over_adjectives(tokens, k + 1, True)


def _over_adjectives(tokens: Sequence[Token], k: int, shared: bool = False) -> int:
    """Skip what still belongs to a counted noun: nouns that follow as adjectives (``مدنيين``), ``آخرين``, and a second
    noun under the same number (``رجلاً وشاباً``, ``قتيلاً وجريحاً``)."""
    t = table()
    head = noun_of(word_at(tokens, k - 1))
    for _ in range(_MAX_ADJECTIVES):
        word = word_at(tokens, k)
        if word in t.others and not word.startswith("و"):
            k += 1
            continue
        noun = noun_of(word)
        if head is None:
            return k
        if noun is None:
            if head.number not in (DUAL, EITHER) or not _agrees(word):
                return k
        elif noun.group != "persons":
            return k
        elif noun.prefix != "" and not (noun.prefix == "ال" and head.definite):
            second = shared and noun.prefix == "و" and noun.number == head.number and not noun.owned
            if not second or noun.number not in (SINGULAR, PLURAL):
                return k
        k += 1
    return k


def _agrees(word: str) -> bool:
    """An adjective that agrees with a dual: ``ناسفتين``, ``مجهولان``."""
    return len(word) >= 5 and word.endswith(("ين", "ان")) and word not in lexicon().cardinals


def stated(tokens: Sequence[Token], i: int, got: tuple[Value, int] | None = None) -> Quantity | None:
    """A number in digits or words at ``i`` with its noun; ``None`` when there is none or it is a name."""
    got = got or value_at(tokens, i)
    if got is None:
        return None
    value, j = got
    if is_name(tokens, i, j):
        return None
    digit = any(tokens[k].word[0].isdecimal() for k in range(i, j))
    noun, end = find_noun(tokens, j)
    if noun is None and i > 0:
        noun = _noun_before(tokens, i)
    form = "digits" if digit else "words"
    return Quantity(i, j, max(end, j), value, value, value, form, noun)


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
        return Quantity(i, i + 1, _over_adjectives(tokens, i + 2), 1, 1, 1, "words", i + 1)
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


def noun_quantity(tokens: Sequence[Token], i: int, original: str) -> Quantity | None:
    """A noun whose form says how many: dual 2, indefinite singular 1, plural at least 2.

    Args:
        tokens: folded tokens.
        i: index of the noun.
        original: the text the token spans point into; a written fatha decides ``مسلحَين``.
    """
    word = tokens[i].word
    noun = noun_of(word)
    if noun is None:
        if word.endswith(("تين", "تان")) and len(word) >= 6 and open_dual(word):
            end = i + 2 if _agrees(word_at(tokens, i + 1)) else i + 1
            return Quantity(i, i + 1, end, 2, 2, 2, "dual", i)
        return None
    end = _over_adjectives(tokens, i + 1)
    if noun.number == DUAL:
        if noun.prefix.startswith(("س", "ك")):
            return None
        if word.endswith(("تا", "تي", "ا", "ي")) and not _construct(tokens, i):
            return None
        return _counted(tokens, i, end, 2)
    if noun.number == EITHER:
        mark = tokens[i]
        if _MARKED_DUAL.search(original, mark.start, mark.end) or _points_at_two(tokens, i):
            return _counted(tokens, i, end, 2)
    if noun.number != SINGULAR:
        number = _number_after(tokens, i, noun)
        if number is not None:
            return number
        return _plural(tokens, i, end, noun)
    return _singular(tokens, i, end, noun)


def _number_after(tokens: Sequence[Token], i: int, noun: Noun) -> Quantity | None:
    """A definite number that follows its definite noun: ``القتلى الستة``, ``الجنود الـ14``."""
    j = i + 1
    if not noun.definite or not word_at(tokens, j).startswith("ال"):
        return None
    got = value_at(tokens, j)
    if got is None or ordinal_at(tokens, j) is not None:
        return None
    value, k = got
    form = "digits" if any(tokens[x].word[0].isdecimal() for x in range(j, k)) else "words"
    return Quantity(i, k, k, value, value, value, form, i)


def _counted(tokens: Sequence[Token], i: int, end: int, n: int) -> Quantity:
    """A dual noun; ``اثنين`` after it belongs to it."""
    last = i + 1
    if word_at(tokens, last) in ("اثنين", "اثنتين", "اثنان", "اثنتان"):
        last += 1
    return Quantity(i, last, max(end, last), n, n, n, "dual", i)


def _construct(tokens: Sequence[Token], i: int) -> bool:
    """A noun or name follows, so ``سيارتي إسعاف`` is a dual in construct and not ``my car``."""
    nxt = word_at(tokens, i + 1)
    return len(nxt) >= 3 and nxt.isalpha() and nxt[0] > "\u0600" and nxt not in table().not_nouns


def _points_at_two(tokens: Sequence[Token], i: int) -> bool:
    """A following word says that there are two: ``مدنيين اثنين``, ``مسلحين أحدهما``."""
    two = table().two_after
    for k in range(i + 1, min(len(tokens), i + _LOOK_AHEAD)):
        word = tokens[k].word
        if word in two:
            return word[-2:] != "ين" or k <= i + 2
        if word in (".", "\n", ";"):
            return False
        other = noun_of(word)
        if other is not None and other.number != SINGULAR and other.prefix[:1] == "و":
            return False
    return False


def _negated(tokens: Sequence[Token], i: int) -> tuple[int, bool] | None:
    """A negator before the noun at ``i``: ``(its index, strict)``; strict when only ``وقوع`` and such stand between."""
    t = table()
    strict = True
    for k in range(i - 1, max(-1, i - 5), -1):
        word = tokens[k].word
        if word in t.negators:
            return None if tokens[k + 1].word in t.still else (k, strict)
        if not word.isalpha():
            return None
        if word not in t.negated_between:
            strict = False
    return None


def _plural(tokens: Sequence[Token], i: int, end: int, noun: Noun) -> Quantity | None:
    if noun.group == "times" or (word_at(tokens, i - 1) in table().told and noun.prefix[:1] != "و"):
        return None
    if noun.lemma in _BODIES and value_at(tokens, i + 1) is not None:
        return None  # جثث ستة أشخاص: the number says how many
    if noun.group != "persons" and (noun.definite or noun.owned):
        return None
    denied = _negated(tokens, i)
    if denied is not None:
        toll = tokens[i].word.lstrip("ول") in table().negated_zero
        if denied[1] and toll and noun.prefix in ("", "و", "ل"):
            return Quantity(i, i + 1, end, 0, 0, 0, "plural", i)
        if toll or i - denied[0] <= 2:
            return None
    if noun.lemma == _LOSS:
        return None  # losses are counted only when there are none
    last = i + 1
    if word_at(tokens, last) in table().vague_after:
        return Quantity(i, last + 1, max(end, last + 1), 2, None, None, "vague", i)
    return Quantity(i, last, end, 2, None, None, "plural", i)


def _singular(tokens: Sequence[Token], i: int, end: int, noun: Noun) -> Quantity | None:
    t = table()
    if noun.group != "persons" or (noun.definite and not noun.owned) or noun.prefix.startswith(("ك", "س")):
        return None
    before = word_at(tokens, i - 1)
    solo = word_at(tokens, i + 1) in t.one_solo
    denied = _negated(tokens, i)
    if before in t.never_singular or (denied is not None and (denied[1] or i - denied[0] <= 2)):
        return None
    previous = noun_of(before)
    if not solo:
        if before == "بين" or (noun.prefix == "و" and word_at(tokens, i - 2) == "بين"):
            return None
        if previous is not None and previous.group == "persons" and noun.prefix == "" and not noun.owned:
            return None
        if noun.prefix == "ل" and previous is not None and previous.lemma in _BODIES:
            return None
        tanwin = tokens[i].word.endswith("ا")
        if tanwin and noun.context and before.endswith("ا") and before not in t.casualty:
            return None  # زلزالاً عسكرياً: an adjective
        if noun.context and not (tanwin or noun.prefix or before in t.casualty):
            return None
    last = i + 2 if solo else i + 1
    return Quantity(i, last, max(end, last), 1, 1, 1, "singular", i)


def open_dual(word: str) -> bool:
    """An unknown word in ``تين``/``تان`` that is a feminine dual: ``مدخنتين``; not a name or a plural of its own."""
    if word.startswith(("ال", "وال", "بال", "فال", "لل")) or word.endswith(("ستان", "ستين")) or word in lexicon().cardinals:
        return False
    t = table()
    return word not in t.not_duals and word[1:] not in t.not_duals and word[1:] not in lexicon().cardinals


def widen(q: Quantity, first: int, last: int) -> Quantity:
    """The quantity with its span stretched to ``[first, last)``."""
    return replace(q, first=min(first, q.first), last=max(last, q.last), end=max(last, q.end))
