"""From a report to sentences with block names.

A line is boilerplate when it begins with a phrase of ``data/segment/blocks.yml``; a ``cut`` phrase ends the report. The first
line of words is the title when it is short and does not end as a sentence does; short lines with a date are datelines unless they
tell of a deed; short lines without verb-like content before the lead are bylines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from waqai.model import Quote, Report, Sentence, Text, Token
from waqai.model.text import make_span, words_of
from waqai.normalise import fold, tokenize
from waqai.resources import DATA, compiled, read_yaml
from waqai.resources.wordsets import wordset

_OPENS = frozenset(('"', "'", "("))
_ENDS = frozenset((".", "?", "!", "…", "؟"))
_TAILS = _ENDS | {'"', ")"}
_QUOTING = frozenset(('"', "\n"))  # a line ends a quotation left open
_BULLETS = frozenset(("▪", "•", "⭕", "-", "*", "–", "◾", "▪️"))
_LISTS = _BULLETS | {"1", "2", "3"}
_MAX_TITLE = 26
_MAX_LINE = 14
_MAX_OPENING = 6  # words up to which a dated line with a colon only says where and when
_MAX_CAPTION = 18  # words of a photograph's caption with its credit
_MAX_CREDIT = 6
_MAX_NAMES = 3  # words of a dated line that can hardly be a sentence
_CLITICS = frozenset("وبلفا")  # the article's first letter is one of them
_CLOCK_LINE = 5  # tokens of a line that is more than the time of day
_DIGIT = re.compile(r"\d")
_DIGIT_DATE = re.compile(r"\d{1,4}\s*[-/.]\s*\d{1,2}\s*[-/.]\s*\d{1,4}|\d{1,2}:\d{2}")
_YEAR = re.compile(r"\b(19|20)\d\d\b")


@cache
def _phrases() -> tuple[tuple[str, ...], tuple[str, ...]]:
    path = DATA / "segment" / "blocks.yml"

    def build() -> tuple[tuple[str, ...], tuple[str, ...]]:
        raw = read_yaml(path)
        return tuple(fold(p).lower() for p in raw["cut"]), tuple(fold(p).lower() for p in raw["line"])

    return compiled("blocks", build, [path], __file__)


@cache
def _credits() -> tuple[tuple[str, ...], tuple[str, ...]]:
    path = DATA / "segment" / "blocks.yml"

    def build() -> tuple[tuple[str, ...], tuple[str, ...]]:
        raw = read_yaml(path)
        return tuple(f" {fold(w).lower()} :" for w in raw["credits"]), tuple(f"( {fold(w).lower()} )" for w in raw["credit_ends"])

    return compiled("credits", build, [path], __file__)


def _is_caption(line: str, words: int) -> bool:
    """``قوات أمنية في طرابلس المصدر: (أ ف ب)``, ``جنود خلال دورية (رويترز)``: a short line that ends with whose photograph it is."""
    if words > _MAX_CAPTION or ("(" not in line and ":" not in line):
        return False
    marks, ends = _credits()
    bare = line.strip(" .").lower()
    return bare.endswith(ends) or any(m in bare and len(bare.rpartition(m)[2].split()) <= _MAX_CREDIT for m in marks)


def _line_kind(line: str, words: int) -> str:
    """``cut``, ``boilerplate`` or ``""`` for a folded line."""
    if words > 30:
        return ""
    cut, single = _phrases()
    bare = line.strip(" #*-–•·:|\"'").lower()
    if not bare:
        return "boilerplate"
    if bare.startswith(cut):
        return "cut"
    if bare.startswith(single):
        return "boilerplate"
    return ""


def _opens_box(line: str, n_words: int) -> bool:
    """``ملخص:``, ``أبرز النقاط``: the head of a box with the main points."""
    return n_words <= _MAX_NAMES and line.strip(" :•-") in _boxes()


@cache
def _boxes() -> frozenset[str]:
    return frozenset(fold(w) for w in read_yaml(DATA / "segment" / "blocks.yml")["boxes"])


@cache
def _deeds() -> frozenset[str]:
    return frozenset(fold(w) for w in read_yaml(DATA / "segment" / "blocks.yml")["deeds"])


def _tells(line: str) -> bool:
    """Whether a dated line tells of a deed, as a headline does: ``مقتل مدني بقصف على البارة 3/5/2023``."""
    deeds = _deeds()
    return any(w in deeds or (len(w) > 4 and w[0] in _CLITICS and w[1:].removeprefix("ال") in deeds) for w in line.split())


def _is_dateline(line: str, n_words: int) -> bool:
    if n_words > _MAX_LINE or _DIGIT.search(line) is None:
        return False
    if n_words > _MAX_OPENING and line.rstrip().endswith(":"):
        return False  # "في يوم الاثنين 2 سبتمبر 2024، وُفّق المقاتلون إلى:" opens a list
    dated = bool(_DIGIT_DATE.search(line) or _YEAR.search(line)) and not line.rstrip().endswith(".")
    return dated and not (n_words > _MAX_NAMES and _tells(line))


_PARAGRAPHS = 15  # over which one quotation may run


def _quotes(tokens: tuple[Token, ...], words: list[str]) -> tuple[Quote, ...]:
    """Quotations as token intervals; an unclosed mark ends with its paragraph. Nested straight marks pair left to right."""
    if '"' not in words:
        return ()
    out: list[Quote] = []
    opened = -1
    for i, w in [(i, w) for i, w in enumerate(words) if w in _QUOTING]:
        if w == '"':
            if opened < 0:
                opened = i
            else:
                if i > opened + 1:
                    out.append(Quote(make_span((tokens[opened + 1].start, tokens[i - 1].end)), opened + 1, i))
                opened = -1
        else:
            opened = -1
    return tuple(sorted((*out, *_long_quotes(tokens, words)), key=lambda q: q.first))


def _long_quotes(tokens: tuple[Token, ...], words: list[str]) -> list[Quote]:
    """Quotations over several paragraphs: a mark that opens a paragraph or stands behind a colon, closed by the last mark of a later one.

    Paragraphs in between close what they open; a mark never closed opens none.
    """
    paragraphs: list[list[int]] = [[]]
    starts = {0}
    for i, w in enumerate(words):
        if w == '"':
            paragraphs[-1].append(i)
        elif w in _QUOTING:
            paragraphs.append([])
            starts.add(i + 1)
    out: list[Quote] = []
    opened, since = -1, 0
    for n, marks in enumerate(paragraphs):
        if len(marks) % 2 == 0:
            continue
        if opened >= 0 and n - since <= _PARAGRAPHS and tokens[marks[-1]].end > tokens[opened].end:
            out.append(Quote(make_span((tokens[opened + 1].start, tokens[marks[-1] - 1].end)), opened + 1, marks[-1]))
            opened = -1
            continue
        first = next((i for i in marks if i in starts or words[i - 1] == ":"), -1)
        opened, since = first, n
    return out


def _spoken(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """``قال مصدر أمني؛ إن``: a semicolon before what is said parts no sentence; Iraqi agencies write so."""
    that = wordset("that")
    at = [i for i, t in enumerate(tokens[:-1]) if t.word == ";" and tokens[i + 1].word in that]
    if not at:
        return tokens
    out = list(tokens)
    for i in at:
        out[i] = Token(",", out[i].start, out[i].end)
    return tuple(out)


def _clocked(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether a line opens with the time of day and goes on with words: ``18:25 – عاجل``."""
    if end - start <= _CLOCK_LINE or tokens[start + 1].word != ":":
        return False
    hour, minute = tokens[start].word, tokens[start + 2].word
    return hour.isdigit() and len(hour) < 3 and minute.isdigit() and len(minute) == 2


def segment(report: Report) -> Text:
    """Split a report into tokens and sentences.

    Args:
        report: the report; its text is not changed.

    Returns:
        The text layers. Sentences cover all words; those of ``boilerplate``, ``dateline`` and ``byline`` blocks are kept so
        that every word has a home, and later rooms skip them.
    """
    tokens = _spoken(tokenize(report.text))
    all_words = words_of(tokens)
    sentences: list[Sentence] = []
    start, paragraph = 0, 0
    done, body_seen, title_words, boxed = False, False, "", False
    for i in (*[k for k, w in enumerate(all_words) if w == "\n"], len(tokens)):
        if i > start:
            line = " ".join(all_words[start:i])
            words = sum([len(w) > 1 for w in all_words[start:i]])
            kind = "boilerplate" if done else _line_kind(line, words)
            if kind == "cut":
                # an early "related" box does not end the report unless the body has been seen
                done, kind = body_seen, "boilerplate"
            boxed = not kind and not body_seen and (_opens_box(line, words) or (boxed and tokens[start].word in _BULLETS))
            if not kind and boxed:
                kind = "byline" if _opens_box(line, words) else "heading"  # the box of main points says what the report then tells
            if not kind:
                ends = tokens[i - 1].word in _ENDS or (i - 2 >= start and tokens[i - 2].word in _ENDS)
                bare = line.strip()
                if _is_dateline(line, words):
                    kind = "dateline"
                elif (bare == title_words and title_words) or (title_words and not body_seen and _is_caption(line, words)):
                    kind = "boilerplate"
                elif _clocked(tokens, start, i):
                    kind = "body" if body_seen else "lead"  # 21:40 – مقتل ثلاثة: an item of a live page
                    body_seen = True
                elif not body_seen and not title_words and words >= 3 and words <= _MAX_TITLE and not ends:
                    kind, title_words = "title", bare
                elif tokens[start].word in _BULLETS and any(c in bare for c in ":(") and any(c.isdigit() for c in bare):
                    kind = "body"  # "- درعا: 31": an item that counts
                elif words <= 2 and not ends:
                    kind = "byline"
                elif not body_seen and words <= 9 and not ends:
                    kind = "byline" if words <= 5 else "heading"
                elif words <= 8 and not ends and tokens[start].word not in _LISTS:
                    kind = "heading"
                else:
                    kind = "body" if body_seen else "lead"
                    body_seen = True
            _split(tokens, all_words, start, i, paragraph, kind, sentences)
            paragraph += 1
        start = i + 1
    if not body_seen:  # a bare headline or breaking line is the report itself
        sentences = [
            Sentence(s.index, s.first, s.last, s.span, s.paragraph, "lead" if s.block in ("title", "heading") else s.block)
            for s in sentences
        ]
    return Text(report, tokens, tuple(sentences), _quotes(tokens, all_words))


def _split(tokens: tuple[Token, ...], words: list[str], first: int, last: int, paragraph: int, block: str, out: list[Sentence]) -> None:
    """Sentences of one paragraph: at full stops, question and exclamation marks, not inside quotation marks' tails."""
    start = first
    ends = (
        [] if block == "title" else [k for k, w in enumerate(words[first:last], first) if w in _ENDS]
    )  # a headline is one sentence, dots and all
    for i in ends:
        if i < start or _initial(words, i, last):
            continue  # one of several marks in a row; "ر. م" are initials
        end = i + 1
        while end < last and words[end] in _TAILS:
            end += 1
        _add(tokens, start, end, paragraph, block, out)
        start = end
    if start < last:
        _add(tokens, start, last, paragraph, block, out)


def _initial(words: list[str], i: int, last: int) -> bool:
    """Whether the full stop at ``i`` stands behind an initial of a person: ``"ر. م"``, ``(ع. س)``, ``(م.ز.)``, ``(علي ح.)``."""
    if words[i] != "." or i < 1 or len(words[i - 1]) != 1 or not words[i - 1].isalpha():
        return False
    opened = i > 1 and words[i - 2] in _OPENS
    behind = words[i + 1] if i + 1 < last else ""
    return opened or behind == ")" or (len(behind) == 1 and behind.isalpha()) or (i > 2 and words[i - 2] == "." and len(words[i - 3]) == 1)


def _add(tokens: tuple[Token, ...], first: int, last: int, paragraph: int, block: str, out: list[Sentence]) -> None:
    span = make_span((tokens[first].start, tokens[last - 1].end))
    out.append(Sentence(len(out), first, last, span, paragraph, block))
