"""Number words, compiled from ``data/number/words.yml``: folded word → what it is, proclitics already taken off.

A compiled entry is ``Word(group, value, prefix)``. ``prefix`` is what was written onto the word (``و``, ``بال`` …)
and empty for the bare word. Every spelling is stored with every proclitic: reading a word is one dictionary lookup.
"""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

from waqai.normalise import fold
from waqai.resources import DATA, compiled, read_yaml

FILE = DATA / "number" / "words.yml"

# Groups, small integers so that a compiled table stays small. Order carries no meaning.
ZERO, UNIT, JOINT, TEN, TEEN, TENS, HUNDRED, HUNDREDS, SCALE, SCALES, DUAL = range(11)
_GROUP = {
    "zero": ZERO, "unit": UNIT, "joint": JOINT, "ten": TEN, "teen": TEEN, "tens": TENS, "hundred": HUNDRED,
    "hundreds": HUNDREDS, "scale": SCALE, "scales": SCALES, "dual": DUAL,
}  # fmt: skip


class Word(NamedTuple):
    """One reading of a folded word."""

    group: int
    value: int
    prefix: str


class Lexicon(NamedTuple):
    """All number words.

    Attributes:
        cardinals: folded word, proclitics included → reading.
        ordinals: the same for ordinals that also stand in compounds (1–9); ``group`` is ``UNIT`` or ``TEN``.
        plain_ordinals: ordinals that stand alone only (``أول``).
        fractions: folded word (with or without و) → value.
        fraction_plurals: folded plural (``ارباع``) → denominator.
        point: words for the decimal mark.
        before_plural: words that are a number only before a plural (``بست قذائف``) → value.
        minus, over, dozens: words of the plain reading (``سالب``, ``على`` of a fraction, ``دستة``).
    """

    cardinals: dict[str, Word]
    ordinals: dict[str, Word]
    plain_ordinals: dict[str, Word]
    fractions: dict[str, tuple[float, str]]
    fraction_plurals: dict[str, int]
    point: frozenset[str]
    minus: frozenset[str]
    over: frozenset[str]
    dozens: frozenset[str]
    before_plural: dict[str, int]


def _spread(table: dict[str, Word], word: str, group: int, value: int, prefixes: list[str]) -> None:
    """Enter ``word`` with every proclitic. A bare word wins over a prefixed one, else the earlier entry stays."""
    for p in ["", *prefixes]:
        key = p + word
        old = table.get(key)
        if old is None or (old.prefix and not p):
            table[key] = Word(group, value, p)


def build() -> Lexicon:
    """Read ``words.yml`` and spell out every form."""
    raw: dict[str, Any] = read_yaml(FILE)
    prefixes: list[str] = raw["proclitics"]
    cards: dict[str, Word] = {}
    groups: dict[str, dict[int, list[str]]] = raw["cardinals"]
    for name, by_value in groups.items():
        if name == "hundreds_stem":
            for value, stems in by_value.items():
                for stem in stems:
                    for hundred in (*groups["hundred"][100], *raw["hundreds_speech"]):
                        _spread(cards, fold(stem) + fold(hundred), HUNDREDS, value * 100, prefixes)
            continue
        for value, words in by_value.items():
            for w in words:
                _spread(cards, fold(w), _GROUP[name], int(value), prefixes)
    for w in raw["not_numbers"]:
        cards.pop(fold(w), None)
    ords: dict[str, Word] = {}
    for name in ("unit", "joint"):
        for value, words in raw["ordinals"][name].items():
            for w in words:
                _spread(ords, fold(w), _GROUP[name], int(value), prefixes)
    plain: dict[str, Word] = {}
    for value, words in raw["ordinals"]["plain"].items():
        for w in words:
            _spread(plain, fold(w), TEN if value == 10 else UNIT, int(value), prefixes)
    fractions: dict[str, tuple[float, str]] = {}
    for number, words in raw["fractions"].items():
        for w in words:
            for p in ["", *prefixes]:
                fractions.setdefault(p + fold(w), (float(number), p))
    plurals = {fold(w): int(v) for v, words in raw["fraction_plurals"].items() for w in words}
    minus, over, dozens, point = (frozenset(fold(w) for w in raw[k]) for k in ("minus", "over", "dozens", "point"))
    spoken = {fold(w): int(v) for v, words in raw["before_plural"].items() for w in words}
    return Lexicon(cards, ords, plain, fractions, plurals, point, minus, over, dozens, spoken)


@cache
def lexicon() -> Lexicon:
    """The compiled lexicon, loaded once per process."""
    return compiled("number-words", build, [FILE], __file__)
