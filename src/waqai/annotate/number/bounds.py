"""At least, at most, about: how a bound opens or closes a quantity, before the number or after it."""

from __future__ import annotations

from collections.abc import Sequence

from waqai.annotate.number.lexicon import lexicon
from waqai.annotate.number.nouns import noun_of
from waqai.annotate.number.phrases import ABOUT, LOW, match, table
from waqai.annotate.number.quantity import Quantity, widen, word_at
from waqai.model import Token
from waqai.resources.wordsets import wordset

_AFTER = 9
# What a word does to a bound looked for after a number: it may begin one, it ends the search, it owns what follows.
_PHRASE, _END, _COUNT = 1, 2, 4
_OTHERS = wordset("others")
_STOP = frozenset({".", "\n", ";", ":", "!", "?"})


def bound(q: Quantity, side: str) -> Quantity:
    """Open one side of a quantity; a vague one stays as it is."""
    if side == ABOUT or (q.best is None and q.high is None):
        return q
    if side == LOW:
        return q._replace(high=None, best=q.low)
    return q._replace(low=None, best=q.high)


class _Roles(dict[str, int]):
    """Word → what it does to a bound looked for after a number; emptied when it grows past a limit."""

    def __missing__(self, word: str) -> int:
        if len(self) > 200_000:
            self.clear()
        role = (_PHRASE if word in table().after else 0) | (_END if word in _STOP or word in (",", "-") else 0)
        role |= _COUNT if word[0].isdecimal() or word in lexicon().cardinals or _is_count(word) else 0
        self[word] = role
        return role


_ROLES = _Roles()


def after(tokens: Sequence[Token], q: Quantity) -> Quantity:
    """Bounds that follow the number or its noun: ``خمسة أشخاص على الأقل``, ``173 حالة اعتقال تعسفي على الأقل``."""
    if q.form in ("skip", "plural", "ordinal") or q.low is None or q.low == 0:
        return q
    phrases = table().after
    reach = q.last + (1 if tokens[q.first].word in table().one_pronoun else _AFTER)  # "أودت إحداها بشخصين على الأقل"
    for k in range(q.last, min(len(tokens), reach)):
        word = tokens[k].word
        role = _ROLES[word]
        if k > q.last and tokens[k - 1].word[0] == "و" and (word in _OTHERS or _people(word)):
            return q  # "قتل شخص وأصيب آخران على الأقل": the bound is of the next ones
        if not role:
            continue
        if role & _PHRASE:
            found = match(phrases, tokens, k)
            if found is not None and not _compares(tokens, found[1]):
                if found[0] == ABOUT:
                    return widen(q, q.first, found[1]) if k <= q.end else q
                if q.form == "vague":
                    return q
                return widen(bound(q, found[0]), q.first, found[1])
        set_off = match(phrases, tokens, k + 1) if word == "," and k >= q.end and q.form != "vague" else None
        if set_off is not None and set_off[0] == LOW and word_at(tokens, set_off[1]) == ",":
            return widen(bound(q, LOW), q.first, set_off[1])  # "ثلاثة أشخاص، على الأقل، وأصيب"
        if role & _END or (k >= q.end and role & _COUNT):
            return q
    return q


def _compares(tokens: Sequence[Token], j: int) -> bool:
    """``وأكثر`` before ``من`` opens the next bound: ``13 قتيلاً وأكثر من 50 جريحاً``."""
    return word_at(tokens, j) in ("من", "عن") and not word_at(tokens, j - 2).endswith("علي")


def _people(word: str) -> bool:
    """A noun of people: with a verb joined by ``و`` before it, it is told anew and owns what follows."""
    noun = noun_of(word)
    return noun is not None and noun.group == "persons" and not noun.prefix


def _is_count(word: str) -> bool:
    """A word that begins a quantity of its own and so owns what follows it."""
    noun = noun_of(word)
    return noun is not None and noun.prefix.startswith("و") and noun.group == "persons"
