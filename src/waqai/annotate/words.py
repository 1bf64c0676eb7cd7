"""Lexicon hits in a text: triggers, speech, weapons and steering words, each checked against its company."""

from __future__ import annotations

from functools import lru_cache

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
    return any(not wanted.isdisjoint(_rests(words[j])) for j in range(lo, hi))


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


# Words met before that begin no entry, and those that do: most words are looked up once in a run.
_SILENT: set[str] = set()
_SPOKEN: set[str] = set()


def annotate_words(text: Text) -> tuple[WordMention, ...]:
    """All lexicon hits in text order; hits of different layers may overlap, hits of one entry do not.

    In one layer a longer phrase hides the shorter hits it covers.
    """
    lex = lexicon()
    entries = lex.entries
    tokens = text.tokens
    words = [t.word for t in tokens]
    out: list[WordMention] = []
    source = text.report.text
    silent, spoken = _SILENT, _SPOKEN
    if len(silent) > 200_000:
        silent.clear()
    for s in text.sentences:
        if s.block in ("boilerplate", "dateline", "byline"):
            continue
        covered: dict[str, int] = {}
        lo, hi = s.first, s.last
        for i in range(lo, hi):
            w = words[i]
            if w in silent:
                continue
            if w not in spoken:
                if len(w) < 2 or not (lex.starts(w) or lex.hits(w)):
                    silent.add(w)
                    continue
                spoken.add(w)
            rows: list[tuple[str, int, Hit]] = []
            for prefix, rest, hit in lex.starts(w):
                n = len(rest)
                if i + 1 + n <= hi and all(
                    words[i + 1 + k] == rest[k] or (words[i + 1 + k] == "ال" + rest[k] and entries[hit.entry].layer != "cue")
                    for k in range(n)
                ):
                    rows.append((prefix, n + 1, hit))
            rows.extend((prefix, 1, hit) for prefix, hit in lex.hits(w))
            if not rows:
                continue
            seen: set[str] = set()
            for prefix, n, hit in rows:
                e = entries[hit.entry]
                if i + n <= covered.get(e.layer, 0) or hit.entry in seen:
                    continue
                if not _fits(e, words, i, i + n, lo, hi):
                    continue
                seen.add(hit.entry)
                form = hit.form
                if form in ("past", "present") and prefix in ("", "و", "ف") and _noun_like(rows, hit.entry, words, i, lo):
                    form = "masdar"
                span = Span(tokens[i].start, tokens[i + n - 1].end)
                out.append(
                    WordMention(span, source[span.start : span.end], e.layer, hit.entry, form, prefix, i, i + n)
                )  # fmt: skip
                if n > 1:
                    covered[e.layer] = max(covered.get(e.layer, 0), i + n)
    return tuple(out)


_NOUN_CONTEXT = wordset("noun-context")


def _noun_like(rows: list[tuple[str, int, Hit]], entry: str, words: list[str], i: int, lo: int) -> bool:
    """A form that is both verb and masdar (``قتل``) is a noun after a preposition or an event noun."""
    if not any(h.entry == entry and h.form == "masdar" for _, _, h in rows):
        return False
    return i > lo and words[i - 1] in _NOUN_CONTEXT
