"""Sentences without a speaker inside what one source tells: ``وأضاف أن … . وأسفرت المتابعة عن … . وشدد المتحدث على``.

So is what lies between the words of a monitor whose report the text retells.
"""

from __future__ import annotations

from collections.abc import Sequence

from waqai.attribute.lines import mention
from waqai.attribute.voice import Voice
from waqai.model import ActorMention, Doc, Sentence
from waqai.resources.wordsets import wordset

_AGAIN, _ONCE, _APART = wordset("outlet-again"), wordset("was"), wordset("apart") | wordset("meanwhile")
_REPORT = wordset("report-nouns")
_OFTEN = 3  # sentences in which a monitor speaks whose report is retold
_OPENED = 2  # sentences from who speaks to the quotation
_SHORT = 3  # tokens of a heading or a byline at most
_TOLD_ALREADY = ("title", "boilerplate", "byline", "dateline", "heading")


def told_on(doc: Doc, words: Sequence[str], items: Sequence[Voice]) -> list[Voice]:
    """Voices for the sentences that only go on with what the source around them tells.

    Args:
        doc, words: the document and its folded tokens.
        items: its voices by the words of saying, in text order.
    """
    lines = [s for s in doc.text.sentences if s.block not in _TOLD_ALREADY and s.last - s.first > _SHORT]
    own: list[list[Voice]] = [[v for v in items if s.first <= v.word.first < s.last] for s in lines]
    out: list[Voice] = []
    teller, until = _main_teller(words, lines, own)
    quoted = _quoted(doc, lines, own)
    report: ActorMention | None = None
    reported = -9
    for n, s in enumerate(lines):
        if teller is not None and until[0] < n < until[1] and not _begins_anew(words, s, _AGAIN):
            out.append(Voice(s.first, s.last, "continue", teller, mention(doc, s.first), True))
            continue
        if n in quoted and not own[n]:
            out.append(Voice(s.first, s.last, "continue", quoted[n], mention(doc, s.first), True))
            continue
        if own[n]:
            src = own[n][-1].source
            if src is not None and src.category == "monitor" and _tells_report(words, s, own[n]):
                report, reported = src, n
            elif report is not None and not _same(src, report):
                report = None
            else:
                reported = n
            continue
        if _begins_anew(words, s, _AGAIN | _APART):
            report = None
            continue
        src = _between(lines, own, n)
        if src is None and report is not None and n - reported == 1:
            src, reported = report, n
        if src is not None:
            out.append(Voice(s.first, s.last, "continue", src, mention(doc, s.first), True))
    return out


def _quoted(doc: Doc, lines: Sequence[Sentence], own: Sequence[Sequence[Voice]]) -> dict[int, ActorMention]:
    """Sentences inside a quotation of several sentences, with whoever speaks in the sentence that opens it or closely before."""
    out: dict[int, ActorMention] = {}
    for q in doc.text.quotes:
        inside = [n for n, s in enumerate(lines) if s.first < q.last and s.last > q.first]
        if len(inside) < 2:
            continue
        before = [v for n in range(max(0, inside[0] - _OPENED), inside[0] + 1) for v in own[n] if v.word.first < q.first]
        src = before[-1].source if before else None
        if src is not None:
            out.update((n, src) for n in inside if lines[n].last <= q.last + 2)
    return out


def _same(a: ActorMention | None, b: ActorMention | None) -> bool:
    return a is not None and b is not None and a.name_en is not None and a.name_en == b.name_en


def _tells_report(words: Sequence[str], s: Sentence, told: Sequence[Voice]) -> bool:
    """The sentence speaks of a report, or of what was counted."""
    return not _REPORT.isdisjoint(words[s.first : s.last]) or any(v.cls == "count" for v in told)


def _main_teller(
    words: Sequence[str], lines: Sequence[Sentence], own: Sequence[Sequence[Voice]]
) -> tuple[ActorMention | None, tuple[int, int]]:
    """The monitor whose report the text retells, who speaks in more of its sentences than all others, from his first to his last."""
    spoken = [(n, own[n][0].source) for n in range(len(lines)) if own[n]]
    first = next(((n, a) for n, a in spoken if a is not None and a.category == "monitor" and _tells_report(words, lines[n], own[n])), None)
    if first is None or first[0] != spoken[0][0]:
        return None, (0, 0)
    his = [n for n, a in spoken if _same(a, first[1])]
    if len(his) < _OFTEN or 2 * len(his) <= len(spoken):
        return None, (0, 0)
    last = his[-1] + 1
    while last < len(lines) and not own[last] and not _begins_anew(words, lines[last], _AGAIN | _APART):
        last += 1
    return first[1], (his[0], last)


def _begins_anew(words: Sequence[str], s: Sentence, phrases: frozenset[str]) -> bool:
    """``يُذكر أن``, ``وكان … قد``, ``على صعيد آخر``: the outlet itself, or another matter."""
    if words[s.first] in _ONCE and "قد" in words[s.first : s.first + 8]:
        return True
    return any(" ".join(words[s.first : s.first + n]) in phrases for n in (1, 2, 3))


def _between(lines: Sequence[Sentence], own: Sequence[Sequence[Voice]], n: int) -> ActorMention | None:
    """Who speaks before the sentence and, taken up again, right behind it in the same paragraph."""
    if n == 0 or n + 1 >= len(lines) or not own[n - 1] or not own[n + 1] or lines[n + 1].paragraph != lines[n].paragraph:
        return None
    before, behind = own[n - 1][-1], own[n + 1][0]
    return behind.source if behind.carried and _same(before.source, behind.source) else None
