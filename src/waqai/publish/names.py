"""Finding personal names in Arabic text so that the disclosure policy can mask them.

It prefers to mask too much: a private name that leaks cannot be taken back. Holders of an office are kept when they speak or
act in it, and masked when they are the ones harmed or held. Places and bodies named after people stay.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from waqai.model import Span, Token
from waqai.normalise import fold, tokenize
from waqai.publish.labels import FOLDER, table
from waqai.resources.load import compiled, data_files, read_tsv

_PROCLITIC = ("و", "ف", "ب", "ل", "ك")
_LONGEST = 6
_OFFICE_REACH = 7
_LATIN = re.compile(r"\b(?:{})\b(?:[ -](?:al|el|ibn|bin|Abu|abu|ul|ud|[Aa]l-)?[- ]?[A-Z][\w'’-]+){{1,4}}")


def _words(value: Any) -> frozenset[str]:
    items = value.split() if isinstance(value, str) else value
    return frozenset(fold(w) for w in items)


@dataclass(frozen=True)
class Lists:
    """The word lists of ``names.yml``, folded."""

    given: frozenset[str]
    weak: frozenset[str]
    kin: frozenset[str]
    cue: frozenset[str]
    called: frozenset[str]
    called_weak: frozenset[str]
    office: frozenset[str]
    harmed: frozenset[str]
    named_after: frozenset[str]
    stop: frozenset[str]
    not_family: frozenset[str]
    particles: frozenset[str]
    kunya: frozenset[str]
    family: frozenset[str]
    public: tuple[tuple[str, ...], ...]
    not_names: frozenset[tuple[str, ...]]
    last_yeh: frozenset[str]
    latin: re.Pattern[str]


@lru_cache(maxsize=1)
def lists() -> Lists:
    """The lists, read once a process."""
    t = table("names")
    plain: dict[str, frozenset[str]] = {k: _words(t[k]) for k in (
        "given", "kin", "cue", "called", "called_weak", "office", "harmed", "named_after", "stop", "not_family",
        "particles", "kunya", "family",
    )}  # fmt: skip
    plain["stop"] -= {"علي"}
    return Lists(
        **plain,
        weak=_words(t["also_words"]) - plain["given"],
        public=tuple(tuple(fold(n).split()) for n in t["public"]),
        not_names=frozenset(tuple(fold(n).split()) for n in t["not_names"]) | _places_with_kunya(),
        last_yeh=frozenset(fold(w) for w in t["given"].split() if w.endswith("ى")),
        latin=re.compile(_LATIN.pattern.format("|".join(t["romanised"]))),
    )


def _places_with_kunya() -> frozenset[tuple[str, ...]]:
    """Places called "أبو حردوب", "أم الربيع": their first two words, from the gazetteer's own rows."""

    def build() -> frozenset[tuple[str, ...]]:
        heads = _words(table("names")["kunya"])
        found = set()
        for path in data_files("places/*.tsv"):
            for row in read_tsv(path):
                for name in (row.get("name_ar", ""), *row.get("variants", "").split("|")):
                    words = fold(name.split(":")[-1].split("@")[0]).split()
                    if len(words) >= 2 and words[0] in heads:
                        found.add(tuple(words[:2]))
        return frozenset(found)

    files = data_files("places/*.tsv")
    return compiled("publish-kunya-places", build, [*files, FOLDER / "names.yml"], __file__)


@cache
def _may_begin(word: str) -> bool:
    """Whether a name can begin with this word: a first name, a kunya or "عبد", with or without a proclitic."""
    w = lists()
    first = w.given | w.weak | w.kunya | {"عبد"}
    return word in first or (len(word) > 3 and word[0] in _PROCLITIC and word[1:] in first)


@cache
def _may_open(word: str) -> bool:
    """Whether a name unknown to us can follow this word."""
    w = lists()
    opening = w.cue | w.kin | w.called | {'"', "'", ":", "(", "ب", "ـ", "باسم", "بـ"}
    return word in opening or (word[:1] in _PROCLITIC and word[1:] in opening)


class _Reader:
    """One text being searched."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens: Sequence[Token] = tokenize(text)
        self.w = lists()

    def bare(self, n: int) -> tuple[str, int]:
        """The word of token ``n`` without one proclitic when that makes it a known name; and how many letters went."""
        word = self.tokens[n].word
        if word in self.w.given or word in self.w.weak or word in self.w.kunya:
            return word, 0
        if len(word) > 3 and word[0] in _PROCLITIC:
            rest = word[1:]
            if rest in self.w.given or rest in self.w.weak or rest in self.w.kunya or rest == "عبد":
                return rest, 1
        return word, 0

    def raw(self, n: int) -> str:
        return self.text[self.tokens[n].start : self.tokens[n].end]

    def is_given(self, n: int) -> bool:
        word = self.bare(n)[0]
        # "ليلى" is a name, "ليلي" means nocturnal: the fold makes them one.
        return word in self.w.given and (word not in self.w.last_yeh or self.raw(n).endswith("ى"))

    def is_weak(self, n: int) -> bool:
        word = self.bare(n)[0]
        # "على" folds to the name "علي": the preposition is written with alef maqsura.
        return word in self.w.weak and not self._preposition(n)

    def is_word(self, n: int) -> bool:
        return n < len(self.tokens) and self.tokens[n].word[0].isalpha() and not self.tokens[n].word[0].isascii()

    def family(self, n: int) -> bool:
        """Whether the word can close a name: with the article, not a stop word, not a common adjective."""
        if not self.is_word(n):
            return False
        word = self.tokens[n].word
        return (
            word.startswith("ال") and len(word) > 4 and word not in self.w.not_family and word not in self.w.stop and word not in self.w.cue
        )

    def free(self, n: int) -> bool:
        """Whether an unknown word can be part of a name after a cue: not a stop word, no proclitic preposition before the article."""
        if not self.is_word(n):
            return False
        word = self.tokens[n].word
        bad = self.w.stop | self.w.not_family | self.w.harmed | self.w.office | self.w.named_after
        if word in bad or self._preposition(n) or len(word) < 3:
            return False
        # No unknown name is taken to start with "and": "هفال شيخموس وسائقه" ends before it.
        return not word.startswith(("بال", "لل", "وال", "كال", "فال")) and word[0] != "و"

    def _preposition(self, n: int) -> bool:
        """Whether the word is the preposition "على", which folds to a name."""
        return self.tokens[n].word == "علي" and self.raw(n).endswith("ى")

    def nisba(self, n: int) -> bool:
        """A family name by its shape: ending in yeh, or the article before a first name ("العلي", "الحسن")."""
        word = self.tokens[n].word
        known = word.endswith("ي") or word in self.w.family or word[2:] in self.w.given or word[2:] in self.w.weak
        return self.family(n) and known

    def adjacent(self, n: int) -> bool:
        """Whether tokens ``n - 1`` and ``n`` are only blanks apart."""
        return n > 0 and not self.text[self.tokens[n - 1].end : self.tokens[n].start].strip(" \u200f\u200e")

    def extent(self, first: int, unknown: bool) -> int:
        """End (exclusive token) of the name that starts at ``first``; ``unknown`` lets words we don't know belong to it."""
        n = first
        known = 0
        while n < len(self.tokens) and n - first < _LONGEST and (n == first or self.adjacent(n)) and self.is_word(n):
            word, cut = self.bare(n)
            if n > first and cut:
                break
            if word in self.w.kunya or word in self.w.particles:
                if n + 1 < len(self.tokens) and self.is_word(n + 1) and self.tokens[n + 1].word not in self.w.stop:
                    n += 2
                    known += 1
                    continue
                break
            if word == "عبد" and self.is_word(n + 1):
                n += 2
                known += 1
                continue
            if self.is_given(n) or self.is_weak(n) or (n > first and self._ali(n)):
                n += 1
                known += 1
                continue
            if word in ("الدين", "الله", "الحق", "الاسلام") and n > first:
                n += 1
                continue
            if self.family(n) and (n > first or unknown):
                if n == first + 1 and not unknown and not self.is_given(first) and not self.nisba(n):
                    break
                n += 1
                # After the family name at most one more: "العلي الحسن".
                if n - first > 1 and not (n < len(self.tokens) and self.adjacent(n) and self.family(n)):
                    break
                continue
            if unknown and self.free(n) and n - first < 4:
                n += 1
                continue
            if known and n > first and self.free(n) and word[0] != "ل" and "ً" not in self.raw(n) and self._closing(n):
                n += 1
                break
            break
        return n

    def _ali(self, n: int) -> bool:
        """The name "علي" spelled "على", as in Egypt: only between two other names."""
        return self.tokens[n].word == "علي" and self.is_given(n - 1) and n + 1 < len(self.tokens) and (
            self.is_given(n + 1) or self.nisba(n + 1)
        )  # fmt: skip

    def _closing(self, n: int) -> bool:
        """An unknown word right after known names closes the name when a stop, a comma or the end follows."""
        after = n + 1
        if after >= len(self.tokens) or not self.is_word(after):
            return True
        return self.tokens[after].word in self.w.stop

    def named_after(self, first: int) -> bool:
        """Whether the name belongs to a place or a body."""
        for back in (1, 2):
            if first - back < 0:
                return False
            word = self.tokens[first - back].word
            for form in (word, word[1:] if word[:1] in _PROCLITIC else word, word.removeprefix("لل").removeprefix("ال")):
                if form in self.w.named_after:
                    return True
            if not self.is_word(first - back):
                return False
            # Two words back only for "جسر الإمام علي", "حي الشيخ مقصود".
            if back == 1 and word not in _HONORIFIC:
                return False
        return False

    def in_office(self, first: int) -> bool:
        """Whether an office stands before the name in the same clause and nothing says that its holder is harmed or held."""
        office = None
        for n in range(first - 1, max(-1, first - 1 - _OFFICE_REACH), -1):
            word = self.tokens[n].word
            if word in (".", "\n", ";", ":"):
                break
            forms = {word, word[1:]} if word[:1] in _PROCLITIC else {word}
            if office is None and forms & self.w.cue and not forms & self.w.office:
                return False
            if forms & self.w.office:
                office = n
        if office is None:
            return False
        around = [t.word for t in self.tokens[max(0, office - 4) : first]]
        return not any(w in self.w.harmed or w[1:] in self.w.harmed for w in around)

    def is_public(self, first: int, end: int) -> bool:
        words = tuple(self.bare(n)[0] if n == first else self.tokens[n].word for n in range(first, end))
        return any(words[: len(p)] == p or (p[: len(words)] == words and len(words) > 1) for p in self.w.public)

    def spans(self) -> list[Span]:
        out: list[Span] = []
        n = 0
        last = ""
        while n < len(self.tokens):
            word = self.tokens[n].word
            found = self._at(n) if _may_begin(word) or _may_open(last) else None
            last = word
            if found is None:
                n += 1
                continue
            first, end = found
            start = self.tokens[first].start + self.bare(first)[1]
            out.append(Span(start, self.tokens[end - 1].end))
            n = end
            last = self.tokens[n - 1].word
        out += [Span(m.start(), m.end()) for m in self.w.latin.finditer(self.text)]
        return sorted(out)

    def _at(self, n: int) -> tuple[int, int] | None:
        if not self.is_word(n):
            return None
        word = self.tokens[n].word
        before = self.tokens[n - 1].word if n else ""
        forms = {before, before[1:]} if before[:1] in _PROCLITIC else {before}
        cued = bool(forms & (self.w.cue | self.w.kin))
        start = n
        called = self._called(n)
        if called is not None:
            start, unknown = called
            end = self.extent(start, unknown)
            if end > start and self._enough(start, end, cued=True):
                return start, end
            return None
        given, weak = self.is_given(n), self.is_weak(n)
        name = self.bare(n)[0]
        kunya = name in self.w.kunya and "ً" not in self.raw(n)
        abd = name == "عبد" and self.is_word(n + 1)
        if not (given or weak or kunya or abd or cued):
            return None
        if word in self.w.kin:
            return None
        if cued and not (given or weak or kunya or abd) and not self._name_like(n):
            return None
        if self.named_after(n):
            return None
        end = self.extent(n, unknown=cued)
        if end <= n or not self._enough(n, end, cued):
            return None
        if kunya and end - n < 2:
            return None
        if not cued and (name, *(t.word for t in self.tokens[n + 1 : end]))[:2] in self.w.not_names and end - n <= 2:
            return None
        if self.is_public(n, end) or ((not cued or before not in self.w.kin) and self.in_office(n)):
            return None
        if word in self.w.stop:
            return None
        return n, end

    def _name_like(self, n: int) -> bool:
        """An unknown word after a cue is a name when a family name or a known name follows it."""
        word = self.tokens[n].word
        verb = word[0] in "يتفس" or word.endswith(("وا", "ت", "ون", "ين", "ان"))
        return self.free(n) and not verb and not word.startswith("ال") and n + 1 < len(self.tokens) and self.adjacent(n + 1) and (
            self.family(n + 1) or self.is_given(n + 1) or self.is_weak(n + 1)
        )  # fmt: skip

    def _called(self, n: int) -> tuple[int, bool] | None:
        """Where the name starts after "المدعو", "الملقب بـ": past a preposition and quotation marks."""
        k = n - 1
        while k >= 0 and (self.tokens[k].word in ('"', "'", ":", "(", "ب", "ـ", "باسم") or self.tokens[k].word == "بـ"):
            k -= 1
        if k < 0 or n - k > 4 or self.tokens[k].word not in self.w.called:
            return None
        if self.tokens[k].word in self.w.called_weak:
            return None
        return n, True

    def _enough(self, first: int, end: int, cued: bool) -> bool:
        """A lone word is a name when it is hardly anything else or a cue stands before it."""
        if end - first > 1:
            return self.is_given(first) or cued or self.bare(first)[0] in self.w.kunya or self.bare(first)[0] == "عبد" or any(
                self.is_given(k) or self.is_weak(k) or self.family(k) for k in range(first + 1, end)
            )  # fmt: skip
        return self.is_given(first) or cued or self._in_list(first)

    def _in_list(self, n: int) -> bool:
        """A weak name between commas beside other names: "سامر، وجميل، وليلى"."""
        return any(0 <= k < len(self.tokens) and self.tokens[(n + k) // 2].word == "," and self.is_given(k) for k in (n - 2, n + 2))


_HONORIFIC = frozenset(fold(w) for w in ("الإمام", "الشيخ", "السيد", "السيدة", "الشهيد", "النبي", "الملك", "سيدي"))


def find_names(text: str) -> list[Span]:
    """Personal names to mask, as half-open code-point spans in text order, not overlapping.

    A proclitic stays outside the span (``لمحمد`` gives ``محمد``); titles and cues stay too.
    """
    return list(_found(text)) if text else []


@lru_cache(maxsize=8192)
def _found(text: str) -> tuple[Span, ...]:
    """Headlines and wordings come again and again."""
    return tuple(_Reader(text).spans())


def mask_names(text: str, lang: str = "ar") -> tuple[str, int]:
    """``text`` with every private name replaced, and how many were."""
    out, last = [], 0
    found = find_names(text)
    sign = table("names")["mask"][lang]
    for s in found:
        if s[0] < last:
            continue
        out += [text[last : s[0]], sign]
        last = s[1]
    return "".join([*out, text[last:]]), len(found)
