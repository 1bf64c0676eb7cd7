"""Arabic search keys: the same words in the index and in the question, whatever the database.

A key is a folded word without the article and what is written before it (``والقوات``, ``بالقوات``, ``للقوات`` →
``قوات``). A bare letter before a word without the article may belong to the word (``بوكمال``, ``وزير``), so the
index leaves it and the question asks for both readings. No stemming: it spoils names.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from waqai.errors import UsageError
from waqai.normalise import tokenize

_ARTICLE = re.compile(r"^(?:[وف]?(?:[بك]?ال|لل))(?=..)")
_BARE = ("", "و", "ب", "ل", "ف", "ك", "وب", "ول")
_WORD = re.compile(r"^\w+$")
_TERM = re.compile(r'"([^"]*)"|(\S+)')
MAX_PHRASE_VARIANTS = 512


@lru_cache(maxsize=65536)
def key(word: str) -> str:
    """The key of one folded word."""
    rest = _ARTICLE.sub("", word)
    return rest if len(rest) >= 2 else word


def keys(text: str) -> list[str]:
    """Keys of a text in order; marks and line breaks are left out, so a phrase may run over a comma."""
    return [key(t.word) for t in tokenize(text) if _WORD.match(t.word)]


@dataclass(frozen=True, slots=True)
class Term:
    """One thing a report must hold: words in a row; ``prefix`` opens the last word (``قصف*``)."""

    words: tuple[str, ...]
    prefix: bool

    def alternatives(self) -> list[tuple[str, ...]]:
        """For each word its spellings with the bare proclitics a writer may have put before it; fewer in long phrases."""
        out = []
        for n, word in enumerate(self.words):
            heads: tuple[str, ...] = _BARE if n == 0 or len(self.words) <= 3 else ("", "و")
            out.append(tuple(h + word for h in heads) if word[:1].isalpha() else (word,))
        return out

    def variants(self) -> list[tuple[str, ...]]:
        """The phrases these alternatives make, up to a limit."""
        rows: list[tuple[str, ...]] = [()]
        for word, spellings in zip(self.words, self.alternatives()):
            grown = [(*row, s) for row in rows for s in spellings]
            rows = grown if len(grown) <= MAX_PHRASE_VARIANTS else [(*row, word) for row in rows]
        return rows


def parse(query: str) -> tuple[Term, ...]:
    """The terms of a question: all must be found. ``"…"`` is a phrase, a trailing ``*`` a prefix.

    Raises:
        UsageError: nothing to look for.
    """
    terms = []
    # Typographic quotation marks are folded first, so that a phrase may be copied out of a report.
    for phrase, bare in _TERM.findall(query.translate({0x201C: '"', 0x201D: '"', 0xAB: '"', 0xBB: '"'})):
        said = phrase or bare
        words = tuple(keys(said))
        if words:
            terms.append(Term(words, said.rstrip().endswith("*")))
    if not terms:
        raise UsageError(f"Nothing to search for in {query!r}. Give one or more words.")
    return tuple(terms)
