"""Lexicon hits in a text: triggers, speech, weapons and steering words, each checked against its company."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from typing import NamedTuple

from waqai.model import Span, Text, WordMention
from waqai.normalise import readings
from waqai.resources.lexicon import Hit, lexicon
from waqai.resources.wordsets import wordset

_WINDOW_BEFORE = 7
_WINDOW_AFTER = 10


@lru_cache(maxsize=65536)
def _rests(word: str) -> frozenset[str]:
    return frozenset(r for _, r in readings(word))


class _Among(dict[str, bool]):
    """Folded word → whether it, with or without proclitics, is one of a set. Emptied when it grows past a limit."""

    __slots__ = ("wanted",)

    def __init__(self, wanted: frozenset[str]) -> None:
        super().__init__()
        self.wanted = wanted

    def __missing__(self, word: str) -> bool:
        if len(self) > 20_000:
            self.clear()
        found = self[word] = not self.wanted.isdisjoint(_rests(word))
        return found


@cache
def _among(wanted: frozenset[str]) -> Callable[[str], bool]:
    return _Among(wanted).__getitem__


def _near(words: list[str], wanted: Callable[[str], bool], lo: int, hi: int) -> bool:
    return any(map(wanted, words[lo:hi]))


class _Rule(NamedTuple):
    """What an entry asks of its neighbours; ``None`` asks nothing."""

    company: Callable[[str], bool] | None
    anywhere: Callable[[str], bool] | None
    exclude: Callable[[str], bool] | None
    exclude_phrases: tuple[str, ...]


@cache
def _rule(entry: str) -> _Rule | None:
    e = lexicon().entries[entry]
    if not (e.company or e.anywhere or e.exclude or e.exclude_phrases):
        return None
    company, anywhere, exclude = (_among(s) if s else None for s in (e.company, e.anywhere, e.exclude))
    return _Rule(company, anywhere, exclude, e.exclude_phrases)


def _fits(rule: _Rule, words: list[str], first: int, last: int, lo: int, hi: int) -> bool:
    """Company within a clause's reach, exclusions within three words, both inside the sentence ``[lo, hi)``."""
    company, anywhere, exclude, phrases = rule
    if company is not None and not (
        _near(words, company, max(lo, first - _WINDOW_BEFORE), first)
        or _near(words, company, last, min(hi, last + _WINDOW_AFTER))
        # the phrase itself may hold the company (بسيارة مفخخة)
        or (last - first > 1 and _near(words, company, first, last))
    ):
        return False
    if anywhere is not None and not _near(words, anywhere, lo, hi):
        return False
    if exclude is not None and (_near(words, exclude, max(lo, first - 1), first) or _near(words, exclude, last, min(hi, last + 3))):
        return False
    if phrases:
        around = " ".join(words[max(lo, first - 2) : min(hi, last + 4)])
        return not any(p in around for p in phrases)
    return True


class _Row(NamedTuple):
    """One reading of a first word: its entry, the form it stands in, the words that must follow the second."""

    prefix: str
    entry: str
    form: str
    layer: str
    rest: tuple[str, ...]
    size: int
    rule: _Rule | None


class _Plan(NamedTuple):
    """What a folded word can begin: rows of phrases by their second word, and rows of its own."""

    phrases: dict[str, tuple[_Row, ...]]
    single: tuple[_Row, ...]


class _Plans(dict[str, _Plan | None]):
    """Folded word → plan, ``None`` for the many words that begin nothing. Emptied when it grows past a limit."""

    def __missing__(self, word: str) -> _Plan | None:
        if len(self) > 200_000:
            self.clear()
        plan = self[word] = _plan(word)
        return plan


def _plan(word: str) -> _Plan | None:
    if len(word) < 2:
        return None
    lex = lexicon()
    phrases: dict[str, list[_Row]] = {}
    for prefix, rest, hit in lex.starts(word):
        row = _row(prefix, hit, rest[1:], len(rest) + 1)
        phrases.setdefault(rest[0], []).append(row)
        if row.layer != "cue":
            phrases.setdefault("ال" + rest[0], []).append(row)
    single = tuple(_row(prefix, hit, (), 1) for prefix, hit in lex.hits(word))
    return _Plan({w: tuple(rows) for w, rows in phrases.items()}, single) if phrases or single else None


def _row(prefix: str, hit: Hit, rest: tuple[str, ...], size: int) -> _Row:
    return _Row(prefix, hit.entry, hit.form, lexicon().entries[hit.entry].layer, rest, size, _rule(hit.entry))


_PLANS = _Plans()


def _follows(row: _Row, words: list[str], i: int) -> bool:
    """The words from ``i`` on are the row's; nouns of a phrase may carry the article, those of cues may not."""
    for w in row.rest:
        if words[i] != w and (row.layer == "cue" or words[i] != "ال" + w):
            return False
        i += 1
    return True


def annotate_words(text: Text) -> tuple[WordMention, ...]:
    """All lexicon hits in text order; hits of different layers may overlap, hits of one entry do not.

    In one layer a longer phrase hides the shorter hits it covers.
    """
    tokens = text.tokens
    words = [t.word for t in tokens]
    plans = list(map(_PLANS.__getitem__, words))
    out: list[WordMention] = []
    source = text.report.text
    for s in text.sentences:
        if s.block in ("boilerplate", "dateline", "byline"):
            continue
        covered: dict[str, int] = {}
        lo, hi = s.first, s.last
        for i in range(lo, hi):
            plan = plans[i]
            if plan is None:
                continue
            rows = plan.single
            if i + 1 < hi and (longer := plan.phrases.get(words[i + 1])) is not None:
                rows = (*(r for r in longer if i + r.size <= hi and (not r.rest or _follows(r, words, i + 2))), *rows)
            seen: list[str] = []
            for row in rows:
                n, entry, layer = row.size, row.entry, row.layer
                if entry in seen or i + n <= covered.get(layer, 0):
                    continue
                if row.rule is not None and not _fits(row.rule, words, i, i + n, lo, hi):
                    continue
                seen.append(entry)
                form = row.form
                if (
                    form in ("past", "present")
                    and row.prefix in ("", "و", "ف")
                    and _noun_like(rows, entry, words, i, lo, source[tokens[i].end - 1])
                ):
                    form = "masdar"
                span = Span(tokens[i].start, tokens[i + n - 1].end)
                out.append(WordMention(span, source[span[0] : span[1]], layer, entry, form, row.prefix, i, i + n))
                if n > 1:
                    covered[layer] = max(covered.get(layer, 0), i + n)
    return tuple(out)


_NOUN_CONTEXT = wordset("noun-context")


def _noun_like(rows: tuple[_Row, ...], entry: str, words: list[str], i: int, lo: int, last: str) -> bool:
    """A form that is both verb and masdar (``قتل``) is a noun after a preposition or an event noun, and with tāʾ marbūṭa (``إصابة``)."""
    return (last == "ة" or (i > lo and words[i - 1] in _NOUN_CONTEXT)) and any(r.entry == entry and r.form == "masdar" for r in rows)
