"""A noun whose form says how many: duals, plurals, indefinite singulars, and the definite number behind a definite noun."""

from __future__ import annotations

import re
from collections.abc import Sequence

from waqai.annotate.number.cardinal import value_at
from waqai.annotate.number.lexicon import lexicon
from waqai.annotate.number.nouns import DUAL, EITHER, SINGULAR, Noun, noun_of
from waqai.annotate.number.phrases import table
from waqai.annotate.number.quantity import Quantity, agrees, over_adjectives, restated, stated, word_at
from waqai.model import Token
from waqai.resources.wordsets import wordset

_MARKED_DUAL = re.compile("\u064e\u064a\u0652?\u0646")  # fatha + ي + ن: مسلحَين
_BODIES = wordset("dead-bodies")
_PREPOSITIONS = wordset("prepositions") - {"قرب", "بين", "تجاه"}
_LOSS = "خساره"
_LOOK_AHEAD = 9


def may_count(noun: Noun) -> bool:
    """Whether a form says how many in some context: a singular thing or a definite singular person never does."""
    return noun.number != SINGULAR or not _never_counts(noun)


def _never_counts(noun: Noun) -> bool:
    return noun.group != "persons" or (noun.definite and not noun.owned) or noun.prefix.startswith(("ك", "س"))


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
            end = i + 2 if agrees(word_at(tokens, i + 1)) else i + 1
            return Quantity(i, i + 1, end, 2, 2, 2, "dual", i)
        return None
    end = over_adjectives(tokens, i + 1)
    if noun.number == DUAL:
        if noun.prefix.startswith(("س", "ك")) or (word.endswith("ان") and i and tokens[i - 1].word in _PREPOSITIONS):
            return None  # "قصف على حيان": no nominative stands behind a preposition
        if word.endswith(("تا", "تي", "ا", "ي")) and not noun.owned and not _construct(tokens, i):
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
    if noun.definite and noun.group == "persons" and not noun.owned and word_at(tokens, j)[:1].isdecimal():
        q = stated(tokens, j)  # والجرحى 112
        return None if q is None or q.noun is not None else q._replace(first=i, noun=i)
    if not noun.definite or not word_at(tokens, j).startswith("ال"):
        return None
    got = value_at(tokens, j)
    if got is None:
        return None
    value, k = got
    form = "digits" if any(tokens[x].word[0].isdecimal() for x in range(j, k)) else "words"
    return Quantity(i, k, k, value, value, value, form, i)


def _counted(tokens: Sequence[Token], i: int, end: int, n: int) -> Quantity:
    """A dual noun; ``اثنين`` after it belongs to it."""
    last = i + 1
    if word_at(tokens, last) in ("اثنين", "اثنتين", "اثنان", "اثنتان"):
        last += 1
    last = restated(tokens, n, last)
    if word_at(tokens, last) in table().or_:
        more = value_at(tokens, last + 1, fractions=False)  # قتيلين أو ثلاثة
        if more is not None and n < more[0] <= 10:
            return Quantity(i, more[1], max(end, more[1]), n, None, more[0], "range", i)
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
    if noun.definite and word_at(tokens, i + 1) == "الي" and value_at(tokens, i + 2) is not None:
        return None  # ارتفاع عدد القتلى إلى 24 والجرحى إلى 70: the number says how many
    if noun.lemma == _LOSS:
        return None  # losses are counted only when there are none
    last = i + 1
    if word_at(tokens, last) in table().vague_after:
        return Quantity(i, last + 1, max(end, last + 1), 2, None, None, "vague", i)
    return Quantity(i, last, end, 2, None, None, "plural", i)


def _singular(tokens: Sequence[Token], i: int, end: int, noun: Noun) -> Quantity | None:
    t = table()
    if _never_counts(noun):
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
    if word_at(tokens, last) in t.or_:
        two = noun_of(word_at(tokens, last + 1))
        if word_at(tokens, last + 1) in t.two_after or (two is not None and two.number in (DUAL, EITHER) and two.lemma == noun.lemma):
            return Quantity(i, last + 2, max(end, last + 2), 1, None, 2, "range", i)
    return Quantity(i, last, max(end, last), 1, 1, 1, "singular", i)


def open_dual(word: str) -> bool:
    """An unknown word in ``تين``/``تان`` that is a feminine dual: ``مدخنتين``; not a name or a plural of its own."""
    if word.startswith(("ال", "وال", "بال", "فال", "لل")) or word.endswith(("ستان", "ستين")) or word in lexicon().cardinals:
        return False
    t = table()
    return word not in t.not_duals and word[1:] not in t.not_duals and word[1:] not in lexicon().cardinals
