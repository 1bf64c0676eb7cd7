"""Proclitics and the article: the readings of a folded word as prefix + rest.

Arabic writes ``و ف ب ك ل س`` and ``ال`` onto the next word. A lexicon looks a word up as written first and then under each
reading; the lexicon decides which one is real, so over-generation here is harmless.
"""

from __future__ import annotations

from functools import lru_cache

# Longest first. ``لل`` is ل + ال; ``بال`` etc. are preposition + article.
_PREFIXES = (
    "وبال", "فبال", "وكال", "وال", "فال", "بال", "كال", "ولل", "فلل", "لل", "ال",
    "وب", "فب", "ول", "فل", "وك", "وس", "فس", "و", "ف", "ب", "ل", "ك", "س",
)  # fmt: skip
# First letter → (prefix, as it is spelled in a reading), the shortest first: most words begin with none of these letters.
_BY_LETTER = {
    letter: tuple((p, p.replace("لل", "لال")) for p in reversed(_PREFIXES) if p[0] == letter) for letter in {p[0] for p in _PREFIXES}
}


@lru_cache(maxsize=131072)
def readings(word: str) -> tuple[tuple[str, str], ...]:
    """All ``(prefix, rest)`` readings of a folded word, the unsplit one first, then the shortest prefix first.

    The rest keeps at least two letters. A prefix containing the article is spelled with ``ال`` (``لل`` → ``لال``) so that
    ``prefix.endswith("ال")`` says the word is definite.
    """
    prefixes = _BY_LETTER.get(word[:1])
    if prefixes is None:
        return (("", word),)
    longest = len(word) - 2
    return (("", word), *[(spelled, word[len(p) :]) for p, spelled in prefixes if len(p) <= longest and word.startswith(p)])
