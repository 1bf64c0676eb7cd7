"""Lexicon hits in a text: triggers, speech, weapons and steering words, each checked against its company."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from waqai.model import Span, Text, WordMention
from waqai.normalise import readings
from waqai.resources.lexicon import Entry, Hit, lexicon
from waqai.resources.wordsets import wordset

_WINDOW_BEFORE = 7
_WINDOW_AFTER = 10


@lru_cache(maxsize=65536)
def _rests(word: str) -> frozenset[str]:
    return frozenset(r for _, r in readings(word))


def _near(words: list[str], wanted: frozenset[str], lo: int, hi: int) -> bool:
    return any(not wanted.isdisjoint(r) for r in map(_rests, words[lo:hi]))


def _fits(e: Entry, words: list[str], first: int, last: int, lo: int, hi: int) -> bool:
    """Company within a clause's reach, exclusions within three words, both inside the sentence ``[lo, hi)``."""
    if e.company and not (
        _near(words, e.company, max(lo, first - _WINDOW_BEFORE), first)
        or _near(words, e.company, last, min(hi, last + _WINDOW_AFTER))
        # the phrase itself may hold the company (بسيارة مفخخة)
        or (last - first > 1 and _near(words, e.company, first, last))
    ):
        return False
    if e.anywhere and not _near(words, e.anywhere, lo, hi):
        return False
    if e.exclude and (_near(words, e.exclude, max(lo, first - 1), first) or _near(words, e.exclude, last, min(hi, last + 3))):
        return False
    if e.exclude_phrases:
        around = " ".join(words[max(lo, first - 2) : min(hi, last + 4)])
        return not any(p in around for p in e.exclude_phrases)
    return True


class _Row(NamedTuple):
    """One reading of a first word: its entry, the form it stands in, the words that must follow the second."""

    prefix: str
    entry: str
    form: str
    layer: str
    rest: tuple[str, ...]
    size: int
    rule: Entry
    free: bool


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
    e = lexicon().entries[hit.entry]
    return _Row(
        prefix, hit.entry, hit.form, e.layer, rest, size, e, not (e.company or e.anywhere or e.exclude or e.exclude_phrases)
    )  # fmt: skip


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
                if not row.free and not _fits(row.rule, words, i, i + n, lo, hi):
                    continue
                seen.append(entry)
                form = row.form
                if form in ("past", "present") and row.prefix in ("", "و", "ف") and _noun_like(rows, entry, words, i, lo):
                    form = "masdar"
                span = Span(tokens[i].start, tokens[i + n - 1].end)
                out.append(WordMention(span, source[span[0] : span[1]], layer, entry, form, row.prefix, i, i + n))
                if n > 1:
                    covered[layer] = max(covered.get(layer, 0), i + n)
    return tuple(out)


_NOUN_CONTEXT = wordset("noun-context")


def _noun_like(rows: tuple[_Row, ...], entry: str, words: list[str], i: int, lo: int) -> bool:
    """A form that is both verb and masdar (``قتل``) is a noun after a preposition or an event noun."""
    return i > lo and words[i - 1] in _NOUN_CONTEXT and any(r.entry == entry and r.form == "masdar" for r in rows)
