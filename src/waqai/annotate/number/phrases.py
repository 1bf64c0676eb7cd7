"""Words around numbers, compiled from ``data/number/phrases.yml``: bounds, vague words, ranges, traps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, NamedTuple

from waqai.model import Token
from waqai.normalise import fold, tokenize
from waqai.resources import DATA, compiled, read_yaml

FILE = DATA / "number" / "phrases.yml"
LOW, ABOUT, HIGH = "low", "about", "high"
_PROCLITICS = ("", "و", "ف", "ب", "ل", "وب", "ول", "فب", "فل")
_ARTICLES = ("", "و", "ف", "ب", "ل", "ال", "وال", "فال", "بال", "لل", "ولل", "وب", "ول", "ك")

# first folded word → phrases that begin with it, longest first: (remaining words, kind, loose)
Phrases = dict[str, tuple[tuple[tuple[str, ...], str, bool], ...]]


class Table(NamedTuple):
    """Everything in ``phrases.yml``, folded, under the names of the file; sets hold proclitic forms too."""

    before: Phrases
    after: Phrases
    direct: frozenset[str]
    powers: frozenset[str]
    heads: frozenset[str]
    qualities: frozenset[str]
    vague_after: frozenset[str]
    between: Phrases
    from_: frozenset[str]
    to: frozenset[str]
    or_: frozenset[str]
    change: frozenset[str]
    others: frozenset[str]
    one_of: frozenset[str]
    one_pronoun: frozenset[str]
    never_after: frozenset[str]
    one_solo: frozenset[str]
    both: frozenset[str]
    both_pronoun: frozenset[str]
    two_after: frozenset[str]
    told: frozenset[str]
    casualty: frozenset[str]
    names_before: frozenset[str]
    weak_names_before: frozenset[str]
    months: frozenset[str]
    ordinal_names: frozenset[str]
    not_nouns: frozenset[str]
    not_duals: frozenset[str]
    negators: frozenset[str]
    still: frozenset[str]
    negated_between: frozenset[str]
    negated_zero: frozenset[str]
    never_singular: frozenset[str]
    percent: frozenset[tuple[str, ...]]
    groups_before: frozenset[str]
    name_adjectives: frozenset[str]
    not_shared: frozenset[str]
    hijri_marks: frozenset[str]
    far_names: frozenset[str]
    hours: frozenset[str]
    today: frozenset[str]
    scores: frozenset[str]
    weak_numbers: frozenset[str]


def _words(phrase: str) -> tuple[str, ...]:
    return tuple(t.word for t in tokenize(phrase))


def _phrases(kinds: dict[str, list[str]], proclitics: Sequence[str]) -> Phrases:
    out: dict[str, dict[tuple[str, ...], tuple[str, bool]]] = {}
    for kind, phrases in kinds.items():
        for phrase in phrases:
            loose = phrase.endswith("…")
            words = _words(phrase.rstrip("… "))
            for p in proclitics:
                out.setdefault(p + words[0], {}).setdefault(words[1:], (kind, loose))
    return {
        first: tuple((rest, kind, loose) for rest, (kind, loose) in sorted(found.items(), key=lambda x: -len(x[0])))
        for first, found in out.items()
    }


def _set(words: Iterable[str], proclitics: Sequence[str] = ("",)) -> frozenset[str]:
    return frozenset(p + fold(w) for w in words for p in proclitics)


def build() -> Table:
    """Read and spell out ``phrases.yml``."""
    raw: dict[str, Any] = read_yaml(FILE)
    vague, span, one = raw["vague"], raw["range"], raw["one"]
    names = [w for w in raw["names_before"] if not w.startswith("ال")]
    return Table(
        before=_phrases(raw["before"], _PROCLITICS),
        after=_phrases(raw["after"], ("",)),
        direct=_set(vague["direct"], _PROCLITICS),
        powers=_set(vague["powers"], _PROCLITICS),
        heads=_set(vague["heads"], _PROCLITICS),
        qualities=_set(vague["qualities"]),
        vague_after=_set(vague["after"]),
        between=_phrases({"between": span["between"]}, _PROCLITICS),
        from_=_set(span["from"], ("", "و")),
        to=_set(span["to"]),
        or_=_set(span["or"]),
        change=_set(span["change"], ("", "و", "ف", "ب")),
        others=_set(raw["others"], _PROCLITICS),
        one_of=_set(one["of"], _PROCLITICS),
        one_pronoun=_set(one["pronoun"], _PROCLITICS),
        never_after=_set(one["never_after"]),
        one_solo=_set(one["solo"]),
        both=_set(raw["both"], _PROCLITICS),
        both_pronoun=_set(raw["both_pronoun"], _PROCLITICS),
        two_after=_set(raw["two_after"], ("", "و", "ف")),
        told=_set(raw["told"], ("", "و", "ف", "ب", "ل", "ال", "وال")),
        casualty=_set((w + e for w in raw["casualty"] for e in ("", "ت", "وا", "ا")), ("", "و", "ف", "ب", "ل", "وب")),
        names_before=_set(names, _ARTICLES) | _set((w for w in raw["names_before"] if w not in names), ("", "و", "ب")),
        weak_names_before=_set(raw["weak_names_before"], ("", "و", "ب", "ل")),
        months=_set(raw["months"], ("", "و", "ل", "ب")),
        ordinal_names=_set(raw["ordinal_names"], ("", "و", "ال", "لل", "ب")),
        not_nouns=_set(raw["not_nouns"]) - _set(raw["not_nouns_except"]),
        not_duals=_set(raw["not_duals"]),
        negators=_set(raw["negators"]["strict"], ("", "و", "ب")),
        still=_set(raw["negators"]["still"]),
        negated_between=_set(raw["negators"]["between"], ("", "ال")),
        negated_zero=_set(raw["negators"]["zero"]),
        never_singular=_set(raw["never_before_singular"], ("", "و")),
        percent=frozenset(_words(w) for w in raw["percent"]),
        groups_before=_set(raw["groups_before"], ("", "و", "ل", "ب", "ف")),
        name_adjectives=_set(raw["name_adjectives"]),
        hijri_marks=_set(raw["hijri_marks"]),
        far_names=_set(raw["far_names"], ("", "و", "ل", "ب")),
        hours=_set(raw["hours"]),
        today=_set(raw["today"]),
        scores=_set(raw["scores"], ("", "و", "ب", "ل", "ف")),
        weak_numbers=_set(raw["weak_numbers"]),
        not_shared=_set(raw["not_shared"], ("", "ال")),
    )


@cache
def table() -> Table:
    """The compiled table, loaded once per process."""
    return compiled("number-phrases", build, [FILE], __file__)


def match(phrases: Phrases, tokens: Sequence[Token], i: int) -> tuple[str, int, bool] | None:
    """The longest phrase that begins at token ``i``: ``(kind, next, loose)``."""
    if i >= len(tokens):
        return None
    found = phrases.get(tokens[i].word)
    if found is None:
        return None
    for rest, kind, loose in found:
        j = i + 1
        for w in rest:
            if j >= len(tokens) or tokens[j].word != w:
                break
            j += 1
        else:
            return kind, j, loose
    return None
