"""Reports and the text layers every later room reads: spans, tokens, sentences, blocks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from operator import itemgetter
from typing import NamedTuple, cast

from waqai.model.quick import quick


class Span(NamedTuple):
    """Half-open interval ``[start, end)`` in Unicode code points of ``Report.text``."""

    start: int
    end: int


# As Span._make, without its check of the length: every mention has one.
make_span = cast("partial[Span]", partial(tuple.__new__, Span))


@dataclass(frozen=True, slots=True)
class Issue:
    """Something a person should know: never an exception, always kept beside the result.

    Attributes:
        code: stable kebab-case name, e.g. ``year-open``.
        severity: ``info``, ``warning`` or ``error``.
        detail: one sentence: what, where, and the next step.
        span: the words concerned; ``None`` when it concerns the whole report.
    """

    code: str
    severity: str
    detail: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """One text as obtained. ``text`` is never edited; all spans point into it.

    Attributes:
        id: given by the input, else the first 16 hex digits of ``sha256``.
        text: the article text, title included, exactly as read.
        sha256: hex digest of the bytes obtained.
        title: headline, ``None`` when the input gives none.
        outlet: publisher's name as given; ``None`` when not known.
        published: publication date or date-time; ``None`` when not known.
        published_basis: ``metadata``, ``dateline``, ``argument`` or ``none``.
        retrieved_at: when the bytes were obtained; ``None`` when not known.
    """

    id: str
    text: str
    sha256: str
    path: str | None = None
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: datetime | date | None = None
    published_basis: str = "none"
    retrieved_at: datetime | None = None
    lang: str = "ar"
    issues: tuple[Issue, ...] = ()


class Token(NamedTuple):
    """A word or a single mark of the folded text.

    ``word`` is the folded form; ``start`` and ``end`` are code points of the *original* text.
    """

    word: str
    start: int
    end: int


_WORD = itemgetter(0)


def words_of(tokens: Iterable[Token]) -> list[str]:
    """The folded words of tokens."""
    return list(map(_WORD, tokens))


@quick
@dataclass(frozen=True, slots=True)
class Sentence:
    """A run of tokens ``[first, last)`` inside one paragraph.

    ``block`` is ``title``, ``lead``, ``body``, ``heading``, ``dateline``, ``byline`` or ``boilerplate``.
    """

    index: int
    first: int
    last: int
    span: Span
    paragraph: int
    block: str


@quick
@dataclass(frozen=True, slots=True)
class Quote:
    """A quoted stretch; ``span`` excludes the quotation marks."""

    span: Span
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Text:
    """The segmented report: input of the annotate room."""

    report: Report
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    quotes: tuple[Quote, ...] = ()
    issues: tuple[Issue, ...] = field(default=())

    def slice(self, span: Span) -> str:
        """The original words at ``span``."""
        return self.report.text[span[0] : span[1]]
