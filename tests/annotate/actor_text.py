"""A segmented text from a plain string, for tests of the actor annotator: one sentence per full stop or line."""

from __future__ import annotations

from waqai.model import Report, Sentence, Span, Text
from waqai.normalise import tokenize


def text_of(original: str, outlet: str | None = None) -> Text:
    """Tokens and rough sentences of ``original``."""
    tokens = tokenize(original)
    sentences: list[Sentence] = []
    first = 0
    for i, t in enumerate((*tokens, None)):
        if t is None or t.word in {".", "\n", "!", "?"}:
            last = min(i + 1, len(tokens))
            if last > first:
                span = Span(tokens[first].start, tokens[last - 1].end)
                sentences.append(Sentence(len(sentences), first, last, span, 0, "body"))
            first = i + 1
    return Text(Report("t", original, "0", outlet=outlet), tokens, tuple(sentences))
