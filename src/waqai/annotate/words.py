"""Lexicon hits in a text: triggers, speech, weapons and steering words, each checked against its company."""

from __future__ import annotations

from functools import cache, reduce
from operator import or_
from typing import NamedTuple

from waqai.model import Text, WordMention
from waqai.model.text import make_span, words_of
from waqai.normalise import readings
from waqai.resources.lexicon import Hit, lexicon
from waqai.resources.wordsets import wordset

_WINDOW_BEFORE = 7
_WINDOW_AFTER = 10


class _Company(dict[str, int]):
    """Folded word → bits of the sets of company that hold it, with or without proclitics. Emptied when it grows past a limit.

    An entry asks for or excludes sets of words; every set has a bit, so that one look at a word answers for all entries.
    """

    def __init__(self) -> None:
        super().__init__()
        self.bits: dict[frozenset[str], int] = {frozenset(): 0}
        self.known: dict[str, int] = {}
        for e in lexicon().entries.values():
            for wanted in (e.company, e.anywhere, e.exclude):
                if wanted not in self.bits:
                    bit = self.bits[wanted] = 1 << len(self.bits)
                    for word in wanted:
                        self.known[word] = self.known.get(word, 0) | bit

    def __missing__(self, word: str) -> int:
        if len(self) > 200_000:
            self.clear()
        found = 0
        for _, rest in readings(word):
            found |= self.known.get(rest, 0)
        self[word] = found
        return found


@cache
def _company() -> _Company:
    return _Company()


def _near(company: list[int], wanted: int, lo: int, hi: int) -> bool:
    return any(map(wanted.__and__, company[lo:hi]))


class _Rule(NamedTuple):
    """What an entry asks of its neighbours, as bits of ``_Company``; 0 asks nothing."""

    company: int
    anywhere: int
    exclude: int
    exclude_phrases: tuple[str, ...]


@cache
def _rule(entry: str) -> _Rule | None:
    e = lexicon().entries[entry]
    if not (e.company or e.anywhere or e.exclude or e.exclude_phrases):
        return None
    bits = _company().bits
    return _Rule(bits[e.company], bits[e.anywhere], bits[e.exclude], e.exclude_phrases)


def _fits(rule: _Rule, words: list[str], company: list[int], around: int, first: int, last: int, lo: int, hi: int) -> bool:
    """Company within a clause's reach, exclusions within three words, both inside the sentence ``[lo, hi)``.

    ``company`` are the bits of each word, ``around`` those of the whole sentence together.
    """
    wanted = rule.company
    if wanted and not (
        wanted & around
        and (
            _near(company, wanted, max(lo, first - _WINDOW_BEFORE), first)
            or _near(company, wanted, last, min(hi, last + _WINDOW_AFTER))
            # the phrase itself may hold the company (بسيارة مفخخة)
            or (last - first > 1 and _near(company, wanted, first, last))
        )
    ):
        return False
    if rule.anywhere and not rule.anywhere & around:
        return False
    if rule.exclude & around and (
        (first > lo and rule.exclude & company[first - 1]) or _near(company, rule.exclude, last, min(hi, last + 3))
    ):
        return False
    if rule.exclude_phrases:
        beside = " ".join(words[max(lo, first - 2) : min(hi, last + 4)])
        return not any(p in beside for p in rule.exclude_phrases)
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
    """What a folded word can begin: phrases by their second word, as ``(prefix, hit, words from the third on)``, and rows of its own."""

    phrases: dict[str, list[tuple[str, Hit, tuple[str, ...]]]]
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
    hits, starts = lexicon().meanings(word)
    if not starts and not hits:
        return None
    entries = lexicon().entries
    phrases: dict[str, list[tuple[str, Hit, tuple[str, ...]]]] = {}
    for prefix, rest, hit in starts:
        start = (prefix, hit, rest[1:])
        phrases.setdefault(rest[0], []).append(start)
        if entries[hit.entry].layer != "cue":
            phrases.setdefault("ال" + rest[0], []).append(start)
    return _Plan(phrases, tuple([_row(prefix, hit, 1) for prefix, hit in hits]))


@cache
def _row(prefix: str, hit: Hit, size: int, rest: tuple[str, ...] = ()) -> _Row:
    """The many forms of a verb share one row."""
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
    words = words_of(tokens)
    plans = list(map(_PLANS.__getitem__, words))
    company = list(map(_company().__getitem__, words))
    out: list[WordMention] = []
    source = text.report.text
    for s in text.sentences:
        if s.block in ("boilerplate", "dateline", "byline"):
            continue
        covered: dict[str, int] = {}
        lo, hi = s.first, s.last
        around = reduce(or_, company[lo:hi], 0)
        for i, plan in enumerate(plans[lo:hi], lo):
            if plan is None:
                continue
            rows = plan.single
            if plan.phrases and i + 1 < hi and (longer := plan.phrases.get(words[i + 1])) is not None:
                found = [_row(prefix, hit, len(rest) + 2, rest) for prefix, hit, rest in longer]
                rows = (*[r for r in found if i + r.size <= hi and (not r.rest or _follows(r, words, i + 2))], *rows)
            if not rows:
                continue
            seen: list[str] = []
            for row in rows:
                n, entry, layer = row.size, row.entry, row.layer
                if entry in seen or i + n <= covered.get(layer, 0):
                    continue
                if row.form == "past" and row.prefix in _NEVER_BEFORE_PAST:
                    continue
                if n == 1 and row.form in _WITH_PRONOUN and layer in _EVENTS and _no_pronoun(words[i], source[tokens[i].end - 1]):
                    continue
                if row.rule is not None and not _fits(row.rule, words, company, around, i, i + n, lo, hi):
                    continue
                seen.append(entry)
                form = row.form
                if (
                    form in ("past", "present")
                    and row.prefix in ("", "و", "ف")
                    and _noun_like(rows, entry, words, i, lo, source[tokens[i].end - 2 : tokens[i].end])
                ):
                    form = "masdar"
                start, end = tokens[i].start, tokens[i + n - 1].end
                out.append(WordMention(make_span((start, end)), source[start:end], layer, entry, form, row.prefix, i, i + n))
                if n > 1:
                    covered[layer] = max(covered.get(layer, 0), i + n)
    return tuple(out)


_WITH_PRONOUN = frozenset(("masdar", "past", "passive", "present"))


_EVENTS = frozenset(("trigger", "speech"))


def _no_pronoun(word: str, last: str) -> bool:
    """``أسرة`` is no ``أسره``, ``القوة`` no ``ألقوه``: what is written with ``ة`` ends in no pronoun, and the noun must be listed so."""
    return last == "ة" and not any(word[k:] in lexicon().feminine for k in range(min(5, len(word) - 2)))


def _number(word: str) -> bool:
    """Digits that count; behind a year stands a verb (``في 26 أيار 2017 قتل مسلحون``)."""
    return word.isdigit() and not (len(word) == 4 and word[:2] in ("19", "20"))


_NOUN_CONTEXT = wordset("noun-context")
_NEVER_BEFORE_PAST = frozenset(("ل", "ب", "ك", "ول", "وب", "فل", "فب"))


def _noun_like(rows: tuple[_Row, ...], entry: str, words: list[str], i: int, lo: int, last: str) -> bool:
    """``قتل`` is a noun after a preposition, an event noun or a number; ``إصابة``, ``قصفاً`` are nouns by their ending."""
    noun = last.endswith("ة") or "ً" in last or (i > lo and (words[i - 1] in _NOUN_CONTEXT or _number(words[i - 1])))
    return noun and any(r.entry == entry and r.form == "masdar" for r in rows)
