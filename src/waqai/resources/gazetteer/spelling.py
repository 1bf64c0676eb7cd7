"""The spellings a place name has in the news, made by rule from one name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from waqai.normalise import fold
from waqai.resources.load import DATA, read_yaml

_SPLIT = re.compile(r"\d+|[^\W\d_]+|[^\w ]|_")
_SHORT = 5  # letters below which another letter makes another word
RULES = DATA / "places" / "spelling.yml"


def words(name: str) -> tuple[str, ...]:
    """The folded words of a name, cut as the tokenizer cuts a text."""
    return tuple(_SPLIT.findall(fold(name)))


@dataclass(frozen=True, eq=False)
class Spelling:
    """The rules of ``data/places/spelling.yml``, folded."""

    heads: frozenset[str]
    joined: tuple[str, ...]
    equal: dict[str, tuple[str, ...]]
    tails: frozenset[str]
    abroad: tuple[tuple[str, str], ...] = ()
    home: frozenset[str] = frozenset()

    @classmethod
    @lru_cache(maxsize=1)
    def load(cls) -> Spelling:
        """Read the rules, once in a process."""
        raw = read_yaml(RULES)
        equal: dict[str, tuple[str, ...]] = {}
        for group in raw["equal"]:
            folded = tuple(dict.fromkeys(fold(w) for w in group))
            for w in folded:
                equal[w] = tuple(v for v in folded if v != w)
        return cls(
            frozenset(map(fold, raw["heads"])),
            tuple(map(fold, raw["joined"])),
            equal,
            frozenset(map(fold, raw["tails"])),
            tuple((fold(a), fold(b)) for a, b in raw["abroad"]),
            frozenset(raw["home"]),
        )

    def sounds(self, form: tuple[str, ...], country: str) -> Iterator[tuple[str, ...]]:
        """The same name with a foreign sound written otherwise (``انسونغو`` ~ ``انسونجو``); none for Arabic names and short ones.

        Args:
            form: folded words of a name.
            country: ISO code of the country the place is in; empty for none.
        """
        if country in self.home or sum(map(len, form)) < _SHORT:
            return
        for a, b in self.abroad:
            if any(a in w for w in form):
                yield tuple(w.replace(a, b) for w in form)

    def forms(self, name: str) -> tuple[set[tuple[str, ...]], set[tuple[str, ...]]]:
        """Spellings of a name.

        Args:
            name: any Arabic name.

        Returns:
            ``(strong, weak)``: word tuples that surely are this name, and those that only drop or add an article
            (``رقه`` for ``الرقه``), which may be another word altogether.
        """
        base = words(name)
        if not base:
            return set(), set()
        strong = {base}
        for step in (self._word_forms, self._joins, self._joins):  # Twice: البوكمال, البو كمال, أبو كمال.
            for form in tuple(strong):
                strong.update(step(form))
        weak: set[tuple[str, ...]] = set()
        if len(base) > 1 and base[-1] in self.tails and base[-2] not in self.heads and len("".join(base[:-1])) >= 4:
            weak.add(base[:-1])
            weak.update(other for other, _ in self._articles(base[:-1]))
        for form in tuple(strong):
            for other, is_strong in self._articles(form):
                (strong if is_strong else weak).add(other)
        return strong, weak - strong

    def _word_forms(self, form: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        for i, w in enumerate(form):
            # An adjective alone as the first word is a name of its own (الجديدة), not a qualifier.
            if i or w in ("ابو", "بو", "ابن", "بن"):
                for other in self.equal.get(w, ()):
                    yield (*form[:i], other, *form[i + 1 :])
            elif len(form) > 1:
                for other in self.equal.get(w, ()):
                    if other.startswith("ال") == w.startswith("ال"):
                        yield (other, *form[1:])
            if len(w) > 3 and w.endswith("اء"):
                yield (*form[:i], w[:-1], *form[i + 1 :])
        last = form[-1]
        if len(last) >= 4 and last[-1] in "اه" and last[-2] != "ا":
            # داريا ~ دارية, كفرنبودة ~ كفرنبودا; with the article only the foreign alef varies.
            if last[-1] == "ا":
                yield (*form[:-1], last[:-1] + "ه")
            elif not last.startswith("ال") and not (last.endswith("يه") and len(last) > 6):
                yield (*form[:-1], last[:-1] + "ا")

    def _joins(self, form: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        first = form[0]
        if len(form) > 1:
            if first in self.joined or first in ("ابو", "البو", "بو"):
                yield (first + form[1], *form[2:])
            if first == "معره" and not form[1].startswith("ال"):
                yield ("معرت" + form[1], *form[2:])
                yield ("معر" + form[1], *form[2:])
            if first == "البو":
                yield ("ابو", *form[1:])
        for head in ("كفر", "معر", "معرت", "البو", "تل"):
            rest = first[len(head) :]
            if first.startswith(head) and len(rest) >= (4 if head == "تل" else 3):
                yield (head if head != "معرت" else "معره", rest, *form[1:])

    def _articles(self, form: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], bool]]:
        first, last = form[0], form[-1]
        if len(form) == 1:
            if first.startswith("ال") and len(first) >= 5:
                yield (first[2:],), False
            elif not first.startswith("ال") and len(first) >= 3:
                yield ("ال" + first,), False
            return
        if first.startswith("ال") and last.startswith("ال") and len(first) >= 5 and len(last) >= 5:
            yield (first[2:], *form[1:-1], last[2:]), True
            yield (first[2:], *form[1:]), True
        elif first.startswith("ال") and len(first) >= 5:
            yield (first[2:], *form[1:]), True
        if first in self.heads:
            if last.startswith("ال") and len(last) >= 5:
                yield (*form[:-1], last[2:]), True
            elif not last.startswith("ال") and len(last) >= 3 and not last.isdigit():
                yield (*form[:-1], "ال" + last), True
