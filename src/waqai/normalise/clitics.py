"""Proclitics and the article: the readings of a folded word as prefix + rest.

Arabic writes ``و ف ب ك ل س`` and ``ال`` onto the next word. A lexicon looks a word up as written first and then under each
reading; the lexicon decides which one is real, so over-generation here is harmless.
"""

from __future__ import annotations

from functools import lru_cache

# Longest first. ``لل`` is ل + ال; ``بال`` etc. are preposition + article.
_PREFIXES = (
    "وبال", "فبال", "وكال", "وال", "فال", "بال", "كال", "ولل", "فلل", "لل", "ال",
    "وب", "فب", "ول", "فل", "وك", "وس", "فس", "و", "ف", "ب", "ل", "ك", "س", "ا",
)  # fmt: skip


@lru_cache(maxsize=131072)
def readings(word: str) -> tuple[tuple[str, str], ...]:
    """All ``(prefix, rest)`` readings of a folded word, the unsplit one first, then the shortest prefix first.

    The rest keeps at least two letters. A prefix containing the article is spelled with ``ال`` (``لل`` → ``لال``) so that
    ``prefix.endswith("ال")`` says the word is definite.
    """
    out = [("", word)]
    for p in reversed(_PREFIXES):
        if p != "ا" and word.startswith(p) and len(word) - len(p) >= 2:
            out.append((p.replace("لل", "لال"), word[len(p) :]))
    return tuple(out)
