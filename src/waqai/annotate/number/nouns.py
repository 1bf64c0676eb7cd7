"""Counted nouns: which form of a noun a word is — one, two, many, or a spelling that two and many share.

``data/number/nouns.yml`` lists nouns with their plurals; every form is spelled out once when the data is compiled.
Proclitics and the article are taken off when a word is first seen.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any, NamedTuple

from waqai.normalise import fold, readings
from waqai.resources import DATA, compiled, read_yaml

FILE = DATA / "number" / "nouns.yml"

SINGULAR, DUAL, PLURAL, EITHER = range(4)
_NUMBERS = ("singular", "dual", "plural", "either")
_SUFFIXES = ("ه", "ها", "هم", "هما", "هن", "نا")


class Noun(NamedTuple):
    """One form of a counted noun.

    Attributes:
        number: ``SINGULAR``, ``DUAL``, ``PLURAL`` or ``EITHER`` (``مسلحين``).
        group: ``persons``, ``things``, ``events`` or ``times``.
        lemma: the folded singular.
        context: the bare singular is often something else; it counts only after a casualty word.
        named: the definite form is a name (``القريتين``).
        owned: carries a possessive (``زوجته``, ``عناصره``).
        prefix: proclitics and article taken off; ends in ``ال`` when the word is definite.
    """

    number: int
    group: str
    lemma: str
    context: bool
    named: bool
    owned: bool
    prefix: str = ""

    @property
    def definite(self) -> bool:
        """Carries the article or a possessive."""
        return self.owned or self.prefix.endswith("ال")


def _owned(form: str) -> list[str]:
    stem = form[:-1] + "ت" if form.endswith("ه") else form
    return [stem + s for s in _SUFFIXES]


def _forms(word: str, flags: list[str]) -> list[tuple[str, int, bool]]:
    """``(form, number, owned)`` of one noun; an earlier form wins over a later one with the same spelling."""
    out: list[tuple[str, int, bool]] = []
    fem = word.endswith("ه")
    if "nosg" not in flags:
        out.append((word, SINGULAR, False))
        if not fem and "fem" not in flags and not word.endswith("ا"):
            out.append((word + "ا", SINGULAR, False))
    sound = "ون" in flags
    plurals = [fold(f) for f in flags if _is_plural(f)]
    out.extend((p, PLURAL, False) for p in plurals)
    if "nodual" not in flags:
        stem = word[:-1] + "ت" if fem else word
        out.append((stem + "ان", DUAL, False))
        out.append((stem + "ين", EITHER if sound and not fem else DUAL, False))
        if fem:
            out += [(stem + "ا", DUAL, False), (stem + "ي", DUAL, False)]
        if "kin" in flags or word == fold("طفل"):
            out += [(stem + end + s, DUAL, True) for end in ("ي", "ا") for s in _SUFFIXES]
    out.extend((fold(f[3:]), DUAL, False) for f in flags if f.startswith("دو:"))
    if sound:
        out += [(word + "ون", PLURAL, False), (word + "و", PLURAL, False), (word + "ي", PLURAL, False)]
        if "nodual" in flags:
            out.append((word + "ين", PLURAL, False))
        for end in ("و", "ي"):
            out += [(word + end + s, PLURAL, True) for s in _SUFFIXES]
    for p in plurals:
        out += [(o, PLURAL, True) for o in _owned(p)]
        if not p.endswith(("ه", "ات", "ون", "ا", "ي")):
            out.append((p + "ا", PLURAL, False))
    if "kin" in flags:
        out += [(o, SINGULAR, True) for o in _owned(word)]
    return out


_FLAGS = frozenset({"ون", "adj", "nodef", "fem", "nosg", "nodual", "nopl", "kin", "ين=2"})


def _is_plural(flag: str) -> bool:
    return flag not in _FLAGS and not flag.startswith("دو:")


def build() -> dict[str, Noun]:
    """Spell out ``nouns.yml``: folded form → noun. A form of an earlier entry wins."""
    raw: dict[str, dict[str, list[str]]] = read_yaml(FILE)
    table: dict[str, Noun] = {}
    for group, entries in raw.items():
        for lemma, flags in entries.items():
            word = fold(lemma)
            for form, number, owned in _forms(word, flags):
                context = "adj" in flags and number == SINGULAR and not owned
                noun = Noun(number, group, word, context, "nodef" in flags, owned)
                table.setdefault(form, noun)
    return table


@cache
def nouns() -> dict[str, Noun]:
    """The compiled table, loaded once per process."""
    table: dict[str, Any] = compiled("number-nouns", build, [FILE], __file__)
    return table


@lru_cache(maxsize=65536)
def noun_of(word: str) -> Noun | None:
    """The counted noun a folded word is a form of, proclitics taken off; ``None`` when the list does not hold it."""
    table = nouns()
    for prefix, rest in readings(word):
        noun = table.get(rest)
        if noun is None or prefix == "س" or prefix.endswith("س"):
            continue
        if prefix.endswith("ال") and (noun.owned or noun.named):
            return None
        return noun._replace(prefix=prefix) if prefix else noun
    return None
