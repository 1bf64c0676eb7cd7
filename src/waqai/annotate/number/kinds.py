"""What a word may begin: one look-up per word, since nearly all words of a text begin nothing."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import chain

from waqai.annotate.number.lexicon import lexicon
from waqai.annotate.number.noun_forms import open_dual
from waqai.annotate.number.nouns import PLURAL, SINGULAR, noun_of
from waqai.annotate.number.phrases import table


class _All:
    """A set of all words."""

    def __contains__(self, word: object) -> bool:
        return True


ALL = _All()

# What a word may begin. Kept per distinct word, since nearly all words of a text begin nothing.
NUMBER, BOUND, VAGUE, NOUN, ONE, OTHER, ORDINAL, FRACTION, RANGE, PROCLITIC, THINGS = (1 << k for k in range(11))
_MAX_KINDS = 400_000
SEPARATE = frozenset({"و", "ف", "ب", "ل", "ال", "لل", "ول", "وب"})


class _Kinds(dict[str, int]):
    """Word → bit set of what it may begin; fills itself and is emptied when it grows past a limit."""

    def __missing__(self, word: str) -> int:
        if len(self) >= _MAX_KINDS:
            self.clear()
        kind = self[word] = _kind(word) or (PROCLITIC if word in SEPARATE else 0)
        return kind


KINDS = _Kinds()


@cache
def _tables() -> dict[str, int]:
    """Word → bits of the tables of number words and phrases that hold it."""
    t, lex = table(), lexicon()
    held: tuple[tuple[int, tuple[Iterable[str], ...]], ...] = (
        (NUMBER, (lex.cardinals, lex.before_plural)),
        (BOUND, (t.before,)),
        (RANGE, (t.between, t.from_)),
        (VAGUE, (t.direct, t.powers, t.heads)),
        (ONE, (t.one_of, t.one_pronoun, t.both, t.both_pronoun)),
        (OTHER, (t.others,)),
        (ORDINAL, (lex.ordinals, lex.plain_ordinals)),
        (FRACTION, (lex.fractions,)),
    )
    out: dict[str, int] = {}
    for bit, words in held:
        for word in chain(*words):
            out[word] = out.get(word, 0) | bit
    return out


def _kind(word: str) -> int:
    """Bit set of what ``word`` may begin."""
    kind = _tables().get(word, 0)
    if word[0].isdecimal():
        kind |= NUMBER
    noun = noun_of(word)
    if noun is not None:
        # a singular says one only of persons without the article
        one = noun.group == "persons" and (noun.owned or not noun.definite)
        if noun.number == SINGULAR:
            kind |= NOUN if one else 0
        elif noun.number == PLURAL and (noun.group == "times" or (noun.group != "persons" and (noun.definite or noun.owned))):
            kind |= THINGS if noun.definite else 0
        else:
            kind |= NOUN
    elif word.endswith(("تين", "تان")) and len(word) >= 6 and open_dual(word):
        kind |= NOUN
    return kind


# Words that begin a quantity only before certain words; THINGS (العمليات) only before a definite number.
APART = frozenset({PROCLITIC, BOUND, RANGE, BOUND | RANGE, THINGS})


class _Seconds(dict[str, frozenset[str] | _All]):
    """Opener → the words that may follow it in a phrase; everything when it is a phrase by itself."""

    def __missing__(self, word: str) -> frozenset[str] | _All:
        t = table()
        rests = [rest for phrases in (t.before, t.between) for rest, kind, _ in phrases.get(word, ()) if rest or phrases is t.before]
        found = self[word] = ALL if not all(rests) else frozenset(rest[0] for rest in rests)
        return found


SECONDS = _Seconds()
