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
# First two letters → (prefix, as it is spelled in a reading, its length), the shortest first; most words begin with none of them.
_LETTERS = {p[0] for p in _PREFIXES}
_BY_LETTERS = {
    a + b: tuple((p, p.replace("لل", "لال"), len(p)) for p in reversed(_PREFIXES) if p[0] == a and p[1:2] in ("", b))
    for a in _LETTERS
    for b in ("", *{p[1] for p in _PREFIXES if len(p) > 1})
}


@lru_cache(maxsize=131072)
def readings(word: str) -> tuple[tuple[str, str], ...]:
    """All ``(prefix, rest)`` readings of a folded word, the unsplit one first, then the shortest prefix first.

    The rest keeps at least two letters. A prefix containing the article is spelled with ``ال`` (``لل`` → ``لال``) so that
    ``prefix.endswith("ال")`` says the word is definite.
    """
    first = word[:1]
    if first not in _LETTERS:
        return (("", word),)
    prefixes = _BY_LETTERS.get(word[:2]) or _BY_LETTERS[first]
    longest = len(word) - 2
    return (("", word), *[(spelled, word[n:]) for p, spelled, n in prefixes if n <= longest and (n == 1 or word.startswith(p))])
